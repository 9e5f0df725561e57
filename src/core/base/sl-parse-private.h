/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two readers of typed text share. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* How much of a text that is not understood its message repeats. */
#define SL_PARSE_QUOTED_CHARS 60

/**
 * sl_parse_normalise:
 * @text: what was typed
 *
 * Compatibility form, case-folded, without space at its ends; digits of all scripts become 0-9,
 * every kind of space, minus sign, apostrophe and Arabic separator its plain form.
 *
 * Returns: (transfer full): "" for text that is not UTF-8
 */
char *sl_parse_normalise (const char *text);
/* The number of bytes at @text that are one number: digits and the separators between them. */
gsize sl_parse_number_length (const char *text);

G_END_DECLS

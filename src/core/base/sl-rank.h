/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order keys of siblings: text between two texts, so that a move never renumbers the others. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* A key k with before < k < after in strcmp order; NULL means open on that side.
 * Returns: (transfer full): NULL only if before >= after */
char *sl_rank_between (const char *before, const char *after);

G_END_DECLS

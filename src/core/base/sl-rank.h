/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order keys of siblings: text between two texts, so that a move never renumbers the others. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Whether @key may stand as an order key: letters and digits of ASCII, the last one not '0' (there
 * would be no key between "1" and "10"). The empty text is no key. */
gboolean sl_rank_valid (const char *key);
/* A key k with before < k < after in strcmp order; NULL means open on that side.
 * Keys stay short: n keys appended, prepended or squeezed in one after the other need
 * O(log n) characters each.
 * Returns: (transfer full): NULL only if before >= after */
char *sl_rank_between (const char *before, const char *after);

G_END_DECLS

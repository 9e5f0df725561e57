/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records on their way through the clipboard, with all fields and all that stands below them. They
 * may come from another file: what they point at is named by id and by title. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* Kind, the place among these rows of the one that it stands below (-1: none of them, else before
 * it), fields by name; a reference is (xs), its id and title. */
#define SL_COPIED_ROWS_TYPE "a(sia{sv})"

/**
 * sl_copied_rows_new:
 * @plan: a plan; not modified
 * @ids: records of @plan, in the order in which they shall stand
 * @n: how many
 *
 * What the command record.paste takes: each record with the tree below it, once, parents first.
 * Records of which there can be only one, and what is not in @plan, are left out.
 *
 * Returns: (transfer floating): of SL_COPIED_ROWS_TYPE
 */
GVariant *sl_copied_rows_new (const SlSnapshot *plan, const SlId *ids,
                              guint n) G_GNUC_WARN_UNUSED_RESULT;
/* The ids of those rows, in the same order, and how deep each stands. @depths: (out) (nullable)
 * (transfer full) (element-type guint). Returns: (transfer full) (element-type SlId) */
GArray *sl_copied_rows_list (const SlSnapshot *plan, const SlId *ids, guint n,
                             GArray **depths) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

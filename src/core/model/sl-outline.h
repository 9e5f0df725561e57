/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of records as one flat list for a column view: a preorder array that knows subtree sizes,
 * so that expand and collapse are one items-changed. Rows are made on demand. */

#pragma once

#include "model/sl-store.h"

G_BEGIN_DECLS

#define SL_TYPE_OUTLINE_ROW (sl_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (SlOutlineRow, sl_outline_row, SL, OUTLINE_ROW, GObject)
/* Properties: "record" (SlRecord), "depth" (uint, roots 0), "expandable", "expanded" (bool). */
SlRecord *sl_outline_row_get_record (SlOutlineRow *self);
guint sl_outline_row_get_depth (SlOutlineRow *self);
gboolean sl_outline_row_get_expandable (SlOutlineRow *self);
gboolean sl_outline_row_get_expanded (SlOutlineRow *self);

#define SL_TYPE_OUTLINE (sl_outline_get_type ())
G_DECLARE_FINAL_TYPE (SlOutline, sl_outline, SL, OUTLINE, GObject)
/* A list of SlOutlineRow. @extra: a kind whose records stand in the tree of @kind beside its own
 * (milestones among tasks), or SL_N_KINDS. Everything starts expanded. */
SlOutline *sl_outline_new (SlStore *store, SlKindId kind, SlKindId extra);
void sl_outline_set_expanded (SlOutline *self, SlId id, gboolean expanded);
gboolean sl_outline_get_expanded (SlOutline *self, SlId id);
void sl_outline_set_all_expanded (SlOutline *self, gboolean expanded);
/* Ids that are collapsed outside of a search, as a set of gint64. (transfer none) */
GHashTable *sl_outline_get_collapsed (SlOutline *self);
/* Collapses those of @ids and no other. */
void sl_outline_set_collapsed (SlOutline *self, GHashTable *ids);
/* Position of a visible record, GTK_INVALID_LIST_POSITION (G_MAXUINT) if hidden or unknown. */
guint sl_outline_find (SlOutline *self, SlId id);
SlId sl_outline_get_id (SlOutline *self, guint position);
/* Expands all ancestors of @id. */
void sl_outline_reveal (SlOutline *self, SlId id);
/* Shows only records whose searched fields contain @text, with their ancestors; NULL shows all. */
void sl_outline_set_search (SlOutline *self, const char *text);

G_END_DECLS

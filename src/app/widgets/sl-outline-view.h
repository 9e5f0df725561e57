/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of records as an editable outline: goals, or tasks with their milestones. Titles and other
 * columns are edited in place; keys and drags move rows; rows are pasted from a spreadsheet. */

#pragma once

#include "model/sl-outline.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_OUTLINE_VIEW (sl_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (SlOutlineView, sl_outline_view, SL, OUTLINE_VIEW, GtkWidget)

/* Signal "menu-requested" (guint kind, double x, double y): a menu for the selected row, at a place
 * in the view's pixels.
 *
 * @columns: (array zero-terminated=1): names of fields after the title; a kind without one shows
 * an empty cell. @extra: as sl_outline_new(). */
GtkWidget *sl_outline_view_new (SlSession *session, SlKindId kind, SlKindId extra,
                                const char *const *columns);
SlOutline *sl_outline_view_get_outline (SlOutlineView *self);
/* Adds a record behind the selected one (or at the end) and edits its title. */
void sl_outline_view_add (SlOutlineView *self, SlKindId kind, gboolean as_child);
void sl_outline_view_edit_title (SlOutlineView *self, SlId id);
/* Brings a row into sight, opening what it stands in. FALSE if it is filtered out, or not here. */
gboolean sl_outline_view_reveal (SlOutlineView *self, SlId id);
void sl_outline_view_set_search (SlOutlineView *self, const char *text);
/* Ids of the selected rows. (transfer full) (element-type SlId) */
GArray *sl_outline_view_get_selection (SlOutlineView *self);
/* Whether rows are of @kind. */
gboolean sl_outline_view_shows (SlOutlineView *self, SlKindId kind);
/* For a table beside its picture: shows whole columns only, as many as there is room for. */
void sl_outline_view_hide_what_is_cut (SlOutlineView *self);
/* Lets columns share the room where the outline stands by itself, as those of tables do. */
void sl_outline_view_shrink_to_fit (SlOutlineView *self);
void sl_outline_view_focus (SlOutlineView *self);
/* Moves the focus to the row of what is selected if a row has it. Returns: whether one had */
gboolean sl_outline_view_follow (SlOutlineView *self);
/* Copies the selected rows. @moving: pasting them here moves them */
void sl_outline_view_copy (SlOutlineView *self, gboolean moving);
void sl_outline_view_delete_selection (SlOutlineView *self);
/* Adds the rows that are on the clipboard, or moves those that were cut here. */
void sl_outline_view_paste (SlOutlineView *self);

G_END_DECLS

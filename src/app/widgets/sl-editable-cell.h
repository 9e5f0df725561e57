/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table cell: a line of text that becomes a text field while it is edited. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_EDITABLE_CELL (sl_editable_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlEditableCell, sl_editable_cell, SL, EDITABLE_CELL, GtkWidget)

/**
 * SlEditableCellOwner:
 * @show: it is drawn and out of date: gives it its text
 * @begin: it is about to be edited in a text field
 * @commit: what was typed, when it differs from what was shown
 * @typing: what stands there now, every moment while somebody types
 * @finished: editing ended; @accepted: by Enter
 * @key: a key while editing (Tab, Alt+Shift+arrow). Returns: whether it was used
 *
 * What the owner of cells does for them; one for all, because there are many cells.
 */
typedef struct
{
  void (*show) (SlEditableCell *cell);
  void (*begin) (SlEditableCell *cell, GtkEditable *text);
  void (*commit) (SlEditableCell *cell, const char *typed);
  void (*typing) (SlEditableCell *cell, const char *typed);
  void (*finished) (SlEditableCell *cell, gboolean accepted);
  gboolean (*key) (SlEditableCell *cell, guint keyval, guint state);
} SlEditableCellOwner;

/* A cell of @view. @owner is not copied; @data belongs to it and outlives the cell. */
GtkWidget *sl_editable_cell_new (GtkColumnView *view, const SlEditableCellOwner *owner,
                                 gpointer data);
gpointer sl_editable_cell_get_data (SlEditableCell *self);
/* Its text is no longer right: the owner is asked for it when it is drawn next. */
void sl_editable_cell_invalidate (SlEditableCell *self);
void sl_editable_cell_set_text (SlEditableCell *self, const char *text);
/* Shown dim while there is no text: "New goal". */
void sl_editable_cell_set_placeholder (SlEditableCell *self, const char *text);
/* What the text field is called while it is edited: the title of the column. */
void sl_editable_cell_set_name (SlEditableCell *self, const char *name);
void sl_editable_cell_set_numeric (SlEditableCell *self, gboolean numeric);
/* A small widget behind the text. @end: (transfer none) */
void sl_editable_cell_set_end (SlEditableCell *self, GtkWidget *end);
/* (transfer none) (nullable) */
GtkWidget *sl_editable_cell_get_end (SlEditableCell *self);
void sl_editable_cell_start (SlEditableCell *self);
/* Ends editing; @accept: commits what was typed. */
void sl_editable_cell_stop (SlEditableCell *self, gboolean accept);

G_END_DECLS

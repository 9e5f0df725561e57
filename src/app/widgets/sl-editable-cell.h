/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table cell: a label that becomes a text field while it is edited. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_EDITABLE_CELL (sl_editable_cell_get_type ())
G_DECLARE_FINAL_TYPE (SlEditableCell, sl_editable_cell, SL, EDITABLE_CELL, GtkWidget)

/* Signals:
 *   "commit" (char *)    what was typed, when it differs from what was shown
 *   "typing" (char *)    what stands there now, every moment while somebody types
 *   "finished" (gboolean) editing ended; TRUE: by Enter
 *   "key" (guint, guint) -> gboolean: a key while editing (Tab, Alt+Shift+arrow), TRUE if used
 */
GtkWidget *sl_editable_cell_new (void);
void sl_editable_cell_set_text (SlEditableCell *self, const char *text);
/* Shown dim while there is no text: "New goal". */
void sl_editable_cell_set_placeholder (SlEditableCell *self, const char *text);
/* What the text field is called while it is edited: the title of the column. */
void sl_editable_cell_set_name (SlEditableCell *self, const char *name);
void sl_editable_cell_set_numeric (SlEditableCell *self, gboolean numeric);
void sl_editable_cell_start (SlEditableCell *self);
/* Ends editing; @accept: commits what was typed. */
void sl_editable_cell_stop (SlEditableCell *self, gboolean accept);
gboolean sl_editable_cell_is_editing (SlEditableCell *self);
GtkEditable *sl_editable_cell_get_editable (SlEditableCell *self);

G_END_DECLS

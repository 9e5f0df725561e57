/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of records that can be added, copied, pasted and deleted, whatever kind of table they stand
 * in. What runs on rows runs on those that are selected. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_ROW_EDITOR (sl_row_editor_get_type ())
G_DECLARE_INTERFACE (SlRowEditor, sl_row_editor, SL, ROW_EDITOR, GtkWidget)

struct _SlRowEditorInterface
{
  GTypeInterface parent;
  void (*add) (SlRowEditor *self);
  void (*copy) (SlRowEditor *self, gboolean cut);
  void (*paste) (SlRowEditor *self);
  void (*delete_selection) (SlRowEditor *self);
};

/* Adds a record and edits its first cell. */
void sl_row_editor_add (SlRowEditor *self);
/* @cut: they go, at once or when they are pasted */
void sl_row_editor_copy (SlRowEditor *self, gboolean cut);
void sl_row_editor_paste (SlRowEditor *self);
void sl_row_editor_delete_selection (SlRowEditor *self);

G_END_DECLS

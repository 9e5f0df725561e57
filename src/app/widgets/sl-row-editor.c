/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tables and outlines have in common for those who edit their rows. */

#include "config.h"

#include "widgets/sl-row-editor.h"

G_DEFINE_INTERFACE (SlRowEditor, sl_row_editor, GTK_TYPE_WIDGET)

static void
sl_row_editor_default_init (SlRowEditorInterface *iface)
{
}

void
sl_row_editor_add (SlRowEditor *self)
{
  g_return_if_fail (SL_IS_ROW_EDITOR (self));
  SL_ROW_EDITOR_GET_IFACE (self)->add (self);
}

void
sl_row_editor_copy (SlRowEditor *self, gboolean cut)
{
  g_return_if_fail (SL_IS_ROW_EDITOR (self));
  SL_ROW_EDITOR_GET_IFACE (self)->copy (self, cut);
}

void
sl_row_editor_paste (SlRowEditor *self)
{
  g_return_if_fail (SL_IS_ROW_EDITOR (self));
  SL_ROW_EDITOR_GET_IFACE (self)->paste (self);
}

void
sl_row_editor_delete_selection (SlRowEditor *self)
{
  g_return_if_fail (SL_IS_ROW_EDITOR (self));
  SL_ROW_EDITOR_GET_IFACE (self)->delete_selection (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and clipboard of the outline view. They are shortcuts of the view, in the bubble phase, so
 * that a title being typed gets its letters first. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/sl-import-dialog.h"
#include "widgets/sl-outline-view-private.h"
#include "widgets/sl-table-tools.h"

static GVariant *
ids_variant (GArray *ids)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (SlId));
}

void
sl_outline_view_run_on_selection (SlOutlineView *self, const char *command)
{
  g_autoptr (GArray) ids = sl_outline_view_get_selection (self);

  if (ids->len > 0)
    sl_session_run (self->session, command, g_variant_new ("(@ax)", ids_variant (ids)), NULL);
}

static guint
depth_at (SlOutlineView *self, guint position)
{
  g_autoptr (SlOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (self->outline), position);

  return row != NULL ? sl_outline_row_get_depth (row) : 0;
}

/* The record that takes the selection when the selected ones go with all below them: the one
 * behind, else the one before. */
static SlId
neighbour (SlOutlineView *self, GArray *ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->outline));
  guint last = sl_outline_find (self->outline, g_array_index (ids, SlId, ids->len - 1));
  guint first = sl_outline_find (self->outline, g_array_index (ids, SlId, 0));
  guint next = last + 1;

  while (last != GTK_INVALID_LIST_POSITION && next < n
         && depth_at (self, next) > depth_at (self, last))
    next++;
  if (last != GTK_INVALID_LIST_POSITION && next < n)
    return sl_outline_get_id (self->outline, next);
  if (first != GTK_INVALID_LIST_POSITION && first > 0)
    return sl_outline_get_id (self->outline, first - 1);
  return SL_ID_NONE;
}

void
sl_outline_view_delete_selection (SlOutlineView *self)
{
  g_autoptr (GArray) ids = sl_outline_view_get_selection (self);

  if (ids->len == 0)
    return;
  sl_session_delete (self->session, (const SlId *)(gpointer)ids->data, ids->len,
                     neighbour (self, ids));
}

/* The selected rows as text: tab-separated, titles indented by depth, as spreadsheets take it. */
static char *
selection_as_text (SlOutlineView *self)
{
  g_autoptr (GArray) ids = sl_outline_view_get_selection (self);
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      guint position = sl_outline_find (self->outline, id);
      g_autoptr (SlOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (self->outline), position);

      for (guint depth = sl_outline_row_get_depth (row); depth > 0; depth--)
        g_string_append (text, "  ");
      g_string_append_printf (text, "%s\n", sl_snapshot_title (plan, id));
    }
  return g_string_free (text, FALSE);
}

static void
copy (SlOutlineView *self)
{
  g_autofree char *text = selection_as_text (self);

  sl_table_copy (GTK_WIDGET (self), text);
}

static void
cut (SlOutlineView *self)
{
  g_autoptr (GArray) ids = sl_outline_view_get_selection (self);

  copy (self);
  g_array_set_size (self->cut, 0);
  g_array_append_vals (self->cut, ids->data, ids->len);
  if (ids->len > 0)
    sl_session_say (self->session, _ ("Paste under another row to move it there"));
}

static void
move_cut_rows (SlOutlineView *self)
{
  SlId parent = sl_session_get_selected (self->session);

  sl_session_run (self->session, "record.move",
                  g_variant_new ("(@axxx)", ids_variant (self->cut), parent, (gint64)-1), NULL);
  g_array_set_size (self->cut, 0);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlOutlineView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && text[0] != '\0' && self->session != NULL)
    sl_import_dialog_rows (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                           self->kind, text);
}

static void
paste (SlOutlineView *self)
{
  if (self->cut->len > 0)
    {
      move_cut_rows (self);
      return;
    }
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

static void
set_expanded (SlOutlineView *self, gboolean expanded)
{
  SlId id = sl_session_get_selected (self->session);

  if (id != SL_ID_NONE)
    sl_outline_set_expanded (self->outline, id, expanded);
}

static gboolean
handle_clipboard_key (SlOutlineView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_x:
      cut (self);
      return TRUE;
    case GDK_KEY_c:
      copy (self);
      return TRUE;
    case GDK_KEY_v:
      paste (self);
      return TRUE;
    case GDK_KEY_d:
      sl_outline_view_run_on_selection (self, "record.duplicate");
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
move_command (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Right:
      return "tree.indent";
    case GDK_KEY_Left:
      return "tree.outdent";
    case GDK_KEY_Up:
      return "tree.move-up";
    case GDK_KEY_Down:
      return "tree.move-down";
    default:
      return NULL;
    }
}

static gboolean
handle_plain_key (SlOutlineView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Insert:
      sl_outline_view_add (self, self->kind, FALSE);
      return TRUE;
    case GDK_KEY_F2:
      sl_outline_view_edit_title (self, sl_session_get_selected (self->session));
      return TRUE;
    case GDK_KEY_Delete:
      sl_outline_view_delete_selection (self);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      set_expanded (self, TRUE);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      set_expanded (self, FALSE);
      return TRUE;
    case GDK_KEY_Escape:
      g_array_set_size (self->cut, 0);
      return FALSE;
    default:
      return FALSE;
    }
}

static void
request_menu (gpointer table)
{
  SlOutlineView *self = table;
  SlEditableCell *cell
      = sl_outline_view_find_title_cell (self, sl_session_get_selected (self->session));
  GtkWidget *box = cell != NULL ? gtk_widget_get_parent (GTK_WIDGET (cell)) : NULL;

  if (box != NULL)
    sl_outline_view_request_menu (self, box, gtk_widget_get_width (box) / 2.0,
                                  gtk_widget_get_height (box));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlOutlineView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  if (sl_table_handle_key (self->view, keyval, modifiers, request_menu, self))
    return GDK_EVENT_STOP;
  if (modifiers == GDK_CONTROL_MASK)
    return handle_clipboard_key (self, keyval);
  if (modifiers == (GDK_ALT_MASK | GDK_SHIFT_MASK) && move_command (keyval) != NULL)
    {
      sl_outline_view_run_on_selection (self, move_command (keyval));
      return TRUE;
    }
  if (modifiers == GDK_SHIFT_MASK && (keyval == GDK_KEY_Right || keyval == GDK_KEY_Left))
    {
      set_expanded (self, keyval == GDK_KEY_Right);
      return TRUE;
    }
  if (modifiers == GDK_CONTROL_MASK || (modifiers & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  return handle_plain_key (self, keyval);
}

gboolean
sl_outline_view_handle_edit_key (SlOutlineView *self, SlId id, guint keyval, guint state)
{
  const char *command = NULL;
  SlEditableCell *cell;

  if (keyval == GDK_KEY_Tab && state == 0)
    command = "tree.indent";
  else if (keyval == GDK_KEY_ISO_Left_Tab)
    command = "tree.outdent";
  else if (state == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    command = move_command (keyval);
  if (command == NULL)
    return FALSE;
  cell = sl_outline_view_find_title_cell (self, id);
  if (cell != NULL)
    sl_editable_cell_stop (cell, TRUE);
  sl_session_run (self->session, command,
                  g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1,
                                                                     sizeof (SlId))),
                  NULL);
  sl_outline_view_edit_title (self, id);
  return TRUE;
}

void
sl_outline_view_add_keys (SlOutlineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *early = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  /* Enter would activate the row and Shift+arrows would extend the selection in GtkListBase. */
  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  g_signal_connect_object (early, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), early);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and clipboard of the outline view. They are shortcuts of the view, in the bubble phase, so
 * that a title being typed gets its letters first. */

#include "config.h"

#include <glib/gi18n.h>

#include "command/sl-copied-rows.h"
#include "import/sl-import-dialog.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-outline-view-private.h"
#include "widgets/sl-row-clipboard.h"
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

/* --- Clipboard --- */

static GdkContentProvider *
clipboard_content (SlOutlineView *self)
{
  return gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

void
sl_outline_view_copy (SlOutlineView *self, gboolean moving)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  ids = sl_outline_view_get_selection (self);
  if (ids->len == 0)
    return;
  sl_row_clipboard_put (self->session, self->view, ids);
  g_array_set_size (self->copied, 0);
  g_array_append_vals (self->copied, ids->data, ids->len);
  self->offered = clipboard_content (self);
  self->moving = moving;
  if (moving)
    sl_session_say (self->session, _ ("Paste under another row to move it there"));
}

/* Whether the clipboard holds still what was copied here. */
static gboolean
holds_own_rows (SlOutlineView *self)
{
  return self->copied->len > 0 && self->offered != NULL
         && self->offered == (gpointer)clipboard_content (self);
}

static gboolean
was_copied (SlOutlineView *self, SlId id)
{
  for (guint i = 0; holds_own_rows (self) && i < self->copied->len; i++)
    if (g_array_index (self->copied, SlId, i) == id)
      return TRUE;
  return FALSE;
}

/* What copies come to stand below: the selected row; what this stands below itself, if nothing can
 * stand below it or it is what was copied. */
static SlId
paste_parent (SlOutlineView *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlKind *kind = sl_kind (self->kind);
  SlId selected = sl_session_get_selected (self->session);
  SlKindId found = SL_N_KINDS;
  SlId above = sl_outline_parent_of (plan, selected, &found);

  if (found == SL_N_KINDS || !sl_outline_view_shows (self, found))
    return SL_ID_NONE;
  if (was_copied (self, selected)
      || (kind->fields[kind->parent_field].targets & SL_KIND_BIT (found)) == 0)
    return above;
  return selected;
}

static void
paste_rows (SlOutlineView *self, GVariant *rows)
{
  SlId id = SL_ID_NONE;

  if (!sl_session_run (self->session, "record.paste",
                       g_variant_new ("(x@" SL_COPIED_ROWS_TYPE ")", paste_parent (self), rows),
                       &id))
    return;
  sl_session_select (self->session, id);
  sl_outline_view_reveal (self, id);
  sl_outline_view_focus (self);
}

static void
rows_read_cb (GtkWidget *view, GVariant *rows, const char *text)
{
  SlOutlineView *self = SL_OUTLINE_VIEW (view);

  if (self->session == NULL)
    return;
  if (rows != NULL)
    paste_rows (self, rows);
  else
    sl_import_dialog_rows (GTK_WINDOW (gtk_widget_get_root (view)), self->session, self->kind,
                           text);
}

static void
move_cut_rows (SlOutlineView *self)
{
  SlId parent = sl_session_get_selected (self->session);

  sl_session_run (self->session, "record.move",
                  g_variant_new ("(@axxx)", ids_variant (self->copied), parent, (gint64)-1), NULL);
  self->moving = FALSE;
}

void
sl_outline_view_paste (SlOutlineView *self)
{
  guint64 kinds;

  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  kinds = SL_KIND_BIT (self->kind);
  if (self->extra != SL_N_KINDS)
    kinds |= SL_KIND_BIT (self->extra);
  if (self->moving && holds_own_rows (self))
    move_cut_rows (self);
  else
    sl_row_clipboard_read (GTK_WIDGET (self), kinds, rows_read_cb);
}

/* --- Keys --- */

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
      sl_outline_view_copy (self, TRUE);
      return TRUE;
    case GDK_KEY_c:
      sl_outline_view_copy (self, FALSE);
      return TRUE;
    case GDK_KEY_v:
      sl_outline_view_paste (self);
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
renew (SlOutlineView *self)
{
  g_autoptr (GArray) ids = sl_outline_view_get_selection (self);

  return sl_clock_renew (self->session, (const SlId *)(gconstpointer)ids->data, ids->len);
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
    case GDK_KEY_y:
      return renew (self);
    case GDK_KEY_Escape:
      self->moving = FALSE;
      return FALSE;
    default:
      return FALSE;
    }
}

static void
request_menu (gpointer table)
{
  SlOutlineView *self = table;
  GtkWidget *box = sl_table_focused_cell (self->view);

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
  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (keyval) == GDK_KEY_d)
    {
      sl_outline_view_run_on_selection (self, "record.duplicate");
      return GDK_EVENT_STOP;
    }
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

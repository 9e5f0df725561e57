/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline view: a column view over the flat outline model, wrapped so that another list widget
 * can take its place. Rows have equal heights (GTK 4.8 scrolls badly otherwise). */

#include "config.h"

#include "widgets/sl-outline-view-private.h"

#include <glib/gi18n.h>

#include "sl-view-state.h"
#include "widgets/sl-field-cell.h"
#include "widgets/sl-row-editor.h"
#include "widgets/sl-row-intake.h"
#include "widgets/sl-table-tools.h"

#define TITLE_CHARS 28
#define EDIT_FRAMES_MAX 60
#define VIEW_GROUP "collapsed"

static void editor_init (SlRowEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlOutlineView, sl_outline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_ROW_EDITOR, editor_init))

static SlId
row_id (gpointer rows, guint position)
{
  return sl_outline_get_id (rows, position);
}

GArray *
sl_outline_view_get_selection (SlOutlineView *self)
{
  return sl_table_selected_ids (self->selection, self->outline, row_id);
}

static void
selection_changed_cb (SlOutlineView *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->selecting)
    return;
  ids = sl_outline_view_get_selection (self);
  if (ids->len == 0)
    return;
  self->selecting = TRUE;
  sl_session_select_many (self->session, (const SlId *)(gpointer)ids->data, ids->len);
  self->selecting = FALSE;
}

static void
scroll_to (SlOutlineView *self, guint position)
{
  sl_table_scroll_to (self->view, position);
}

gboolean
sl_outline_view_reveal (SlOutlineView *self, SlId id)
{
  guint position;

  g_return_val_if_fail (SL_IS_OUTLINE_VIEW (self), FALSE);
  sl_outline_reveal (self->outline, id);
  position = sl_outline_find (self->outline, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  self->selecting = TRUE;
  sl_row_intake_admit (self->intake, position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->selecting = FALSE;
  scroll_to (self, position);
  return TRUE;
}

static void
show_selected (SlOutlineView *self)
{
  SlId id = sl_session_get_selected (self->session);

  if (!self->selecting && id != SL_ID_NONE)
    sl_outline_view_reveal (self, id);
}

/* A menu that closes takes the focus along for a moment, also from a field that begins to be
 * edited. */
static gboolean
menu_has_focus (SlOutlineView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Rows get their places in the layout of a frame: only after one it is known where a new row stands
 * and how far to scroll. */
static gboolean
edit_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlOutlineView *self = SL_OUTLINE_VIEW (widget);
  SlEditableCell *cell = sl_outline_view_find_title_cell (self, self->edit_pending);
  guint position = sl_outline_find (self->outline, self->edit_pending);

  if (++self->edit_frames < 2)
    return G_SOURCE_CONTINUE;
  if (cell != NULL && sl_table_cell_is_in_sight (GTK_WIDGET (self), GTK_WIDGET (cell)))
    sl_editable_cell_start (cell);
  else if (self->edit_frames < EDIT_FRAMES_MAX && position != GTK_INVALID_LIST_POSITION)
    {
      scroll_to (self, position);
      return G_SOURCE_CONTINUE;
    }
  self->edit_pending = SL_ID_NONE;
  self->edit_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
edit_title_later (SlOutlineView *self, SlId id)
{
  guint position = sl_outline_find (self->outline, id);

  self->edit_pending = id;
  self->edit_frames = 0;
  sl_row_intake_admit (self->intake, position);
  scroll_to (self, position);
  if (self->edit_tick == 0)
    self->edit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_tick_cb, NULL, NULL);
}

void
sl_outline_view_edit_title (SlOutlineView *self, SlId id)
{
  SlEditableCell *cell;

  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  if (id == SL_ID_NONE || sl_outline_find (self->outline, id) == GTK_INVALID_LIST_POSITION)
    return;
  cell = sl_outline_view_find_title_cell (self, id);
  if (cell != NULL && sl_table_cell_is_in_sight (GTK_WIDGET (self), GTK_WIDGET (cell))
      && !menu_has_focus (self))
    sl_editable_cell_start (cell);
  else
    edit_title_later (self, id);
}

/* Where a new record of @kind goes: parent and the sibling before it. */
static void
place_for_new (SlOutlineView *self, SlKindId kind, gboolean as_child, SlId *parent, SlId *after)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId selected = sl_session_get_selected (self->session);
  SlKindId selected_kind = SL_N_KINDS;
  guint row = 0;

  *parent = SL_ID_NONE;
  *after = -1;
  if (sl_outline_find (self->outline, selected) == GTK_INVALID_LIST_POSITION
      || !sl_snapshot_find (plan, selected, &selected_kind, &row))
    return;
  if (as_child && selected_kind == self->kind)
    *parent = selected;
  else
    {
      *parent = sl_table_ref (sl_snapshot_table (plan, selected_kind), row,
                              (guint)sl_kind (selected_kind)->parent_field);
      if (selected_kind == kind)
        *after = selected;
    }
}

void
sl_outline_view_add (SlOutlineView *self, SlKindId kind, gboolean as_child)
{
  GVariantBuilder fields;
  SlId parent;
  SlId after;
  SlId id = SL_ID_NONE;

  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  place_for_new (self, kind, as_child, &parent, &after);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  if (!sl_session_run (self->session, "record.add",
                       g_variant_new ("(sxxa{sv})", sl_kind (kind)->name, parent, after, &fields),
                       &id))
    return;
  sl_session_select (self->session, id);
  show_selected (self);
  edit_title_later (self, id);
}

void
sl_outline_view_set_search (SlOutlineView *self, const char *text)
{
  sl_outline_set_search (self->outline, text != NULL && text[0] != '\0' ? text : NULL);
}

gboolean
sl_outline_view_shows (SlOutlineView *self, SlKindId kind)
{
  return kind == self->kind || kind == self->extra;
}

SlOutline *
sl_outline_view_get_outline (SlOutlineView *self)
{
  return self->outline;
}

/* Without a selection the first row is selected, so that Enter and the arrows have a place. */
void
sl_outline_view_focus (SlOutlineView *self)
{
  SlEditableCell *cell;

  if (sl_session_get_selected (self->session) == SL_ID_NONE
      && g_list_model_get_n_items (G_LIST_MODEL (self->outline)) > 0)
    sl_session_select (self->session, sl_outline_get_id (self->outline, 0));
  cell = sl_outline_view_find_title_cell (self, sl_session_get_selected (self->session));
  sl_table_focus_row (self->view, cell != NULL ? GTK_WIDGET (cell) : NULL);
}

void
sl_outline_view_hide_what_is_cut (SlOutlineView *self)
{
  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  sl_table_hide_what_is_cut (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

void
sl_outline_view_shrink_to_fit (SlOutlineView *self)
{
  g_autoptr (GtkColumnViewColumn) title = NULL;

  g_return_if_fail (SL_IS_OUTLINE_VIEW (self));
  /* Titles are indented: they have no room to give away. */
  title = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);
  g_object_set_data (G_OBJECT (title), SL_TABLE_LEAST,
                     GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (title)));
  sl_table_shrink_to_fit (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

static void
edit_requested_cb (SlOutlineView *self, SlId id)
{
  /* Later: a menu that asks for it still closes, and then the focus goes back to the row. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && sl_outline_find (self->outline, id) != GTK_INVALID_LIST_POSITION)
    edit_title_later (self, id);
}

static void
sl_outline_view_dispose (GObject *object)
{
  SlOutlineView *self = SL_OUTLINE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->outline);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_outline_view_parent_class)->dispose (object);
}

static void
sl_outline_view_finalize (GObject *object)
{
  SlOutlineView *self = SL_OUTLINE_VIEW (object);

  g_ptr_array_unref (self->cells);
  g_array_unref (self->copied);
  G_OBJECT_CLASS (sl_outline_view_parent_class)->finalize (object);
}

gboolean
sl_outline_view_follow (SlOutlineView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  sl_outline_view_focus (self);
  return TRUE;
}

/* --- As others edit the rows --- */

static void
add_row (SlRowEditor *rows)
{
  SlOutlineView *self = SL_OUTLINE_VIEW (rows);

  sl_outline_view_add (self, self->kind, FALSE);
}

static void
copy_rows (SlRowEditor *rows, gboolean cut)
{
  sl_outline_view_copy (SL_OUTLINE_VIEW (rows), cut);
}

static void
paste_rows (SlRowEditor *rows)
{
  sl_outline_view_paste (SL_OUTLINE_VIEW (rows));
}

static void
delete_rows (SlRowEditor *rows)
{
  sl_outline_view_delete_selection (SL_OUTLINE_VIEW (rows));
}

static void
editor_init (SlRowEditorInterface *iface)
{
  iface->add = add_row;
  iface->copy = copy_rows;
  iface->paste = paste_rows;
  iface->delete_selection = delete_rows;
}

static void
sl_outline_view_class_init (SlOutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_outline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_outline_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
sl_outline_view_init (SlOutlineView *self)
{
  self->cells = g_ptr_array_new ();
  self->copied = g_array_new (FALSE, FALSE, sizeof (SlId));
}

static void
build_view (SlOutlineView *self, const char *const *columns)
{
  const SlKind *kind = sl_kind (self->kind);

  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  sl_row_intake_start_with (self->intake, GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "sl-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->plural), -1);
  sl_table_add_column (self->view, _ (kind->fields[kind->title_field].nick),
                       sl_outline_title_factory_new (self), TITLE_CHARS, TRUE);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const SlField *field = &kind->fields[sl_kind_field (kind, columns[i])];

      GtkColumnViewColumn *column = sl_table_add_column (
          self->view, _ (field->nick), sl_outline_field_factory_new (self, columns[i]),
          sl_table_column_chars ((int)field->type), FALSE);

      sl_table_set_numeric (self->view, column, sl_field_cell_is_numeric (field));
    }
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
keep_view_cb (SlOutlineView *self, GKeyFile *view)
{
  sl_view_state_set_ids (view, VIEW_GROUP, sl_kind (self->kind)->name,
                         sl_outline_get_collapsed (self->outline));
}

static void
restore_view (SlOutlineView *self)
{
  g_autoptr (GHashTable) collapsed = sl_view_state_get_ids (sl_session_get_view (self->session),
                                                            VIEW_GROUP, sl_kind (self->kind)->name);

  sl_outline_set_collapsed (self->outline, collapsed);
  show_selected (self);
}

GtkWidget *
sl_outline_view_new (SlSession *session, SlKindId kind, SlKindId extra, const char *const *columns)
{
  SlOutlineView *self = g_object_new (SL_TYPE_OUTLINE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->extra = extra;
  self->outline = sl_outline_new (sl_session_get_store (session), kind, extra);
  self->intake
      = sl_row_intake_new (g_object_ref (G_LIST_MODEL (self->outline)), SL_TABLE_ROWS_AT_ONCE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->intake));
  build_view (self, columns);
  sl_outline_view_add_keys (self);
  sl_outline_view_add_clicks (self);
  sl_table_keep_start (GTK_SCROLLED_WINDOW (self->scroller));
  sl_outline_view_add_drop_at_end (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_store (session), "changed",
                           G_CALLBACK (sl_outline_view_show_changes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edit-requested", G_CALLBACK (edit_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (sl_outline_view_update_clocks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keep-view", G_CALLBACK (keep_view_cb), self,
                           G_CONNECT_SWAPPED);
  restore_view (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record table: a column view over the rows that a page wants to show. Rows have equal heights
 * (GTK 4.8 scrolls badly otherwise). */

#include "config.h"

#include "widgets/sl-record-table-private.h"

#include <glib/gi18n.h>

#include "widgets/sl-field-cell.h"
#include "widgets/sl-row-editor.h"
#include "widgets/sl-row-intake.h"
#include "widgets/sl-table-tools.h"

#define TITLE_CHARS 30
#define EDIT_FRAMES_MAX 60

enum
{
  MENU_REQUESTED,
  ROWS_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void editor_init (SlRowEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlRecordTable, sl_record_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_ROW_EDITOR, editor_init))

static SlId
row_id (gpointer rows, guint position)
{
  return sl_record_rows_get_id (rows, position);
}

GArray *
sl_record_table_get_selection (SlRecordTable *self)
{
  return sl_table_selected_ids (self->selection, self->rows, row_id);
}

static void
selection_changed_cb (SlRecordTable *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->selecting)
    return;
  ids = sl_record_table_get_selection (self);
  if (ids->len == 0)
    return;
  self->selecting = TRUE;
  sl_session_select_many (self->session, (const SlId *)(gpointer)ids->data, ids->len);
  self->selecting = FALSE;
}

static void
show_selected (SlRecordTable *self)
{
  guint position = sl_record_rows_find (self->rows, sl_session_get_selected (self->session));

  if (self->selecting)
    return;
  self->selecting = TRUE;
  if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    {
      sl_row_intake_admit (self->intake, position);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
      sl_table_scroll_to (self->view, position);
    }
  self->selecting = FALSE;
}

/* --- Editing --- */

/* Rows get their places in the layout of a frame: only after one it is known where a new row stands
 * and how far to scroll. */
static gboolean
edit_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlRecordTable *self = SL_RECORD_TABLE (widget);
  GtkWidget *cell = sl_record_table_find_cell (self, self->edit_pending, self->edit_column);
  guint position = sl_record_rows_find (self->rows, self->edit_pending);

  if (++self->edit_frames < 2)
    return G_SOURCE_CONTINUE;
  if (cell != NULL && sl_table_cell_is_in_sight (widget, cell))
    sl_record_cell_start (cell);
  else if (self->edit_frames < EDIT_FRAMES_MAX && position != GTK_INVALID_LIST_POSITION)
    {
      sl_table_scroll_to (self->view, position);
      return G_SOURCE_CONTINUE;
    }
  self->edit_pending = SL_ID_NONE;
  self->edit_tick = 0;
  return G_SOURCE_REMOVE;
}

void
sl_record_table_edit_later (SlRecordTable *self, SlId id, guint column)
{
  guint position = sl_record_rows_find (self->rows, id);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->edit_pending = id;
  self->edit_column = column;
  self->edit_frames = 0;
  sl_row_intake_admit (self->intake, position);
  sl_table_scroll_to (self->view, position);
  if (self->edit_tick == 0)
    self->edit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_tick_cb, NULL, NULL);
}

int
sl_record_table_column_field (SlRecordTable *self, guint column)
{
  const SlKind *kind = sl_kind (self->spec.kind);
  g_autoptr (GtkColumnViewColumn) it
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  for (guint field = 0; it != NULL && field < kind->n_fields; field++)
    if (g_str_equal (_ (kind->fields[field].nick), gtk_column_view_column_get_title (it)))
      return (int)field;
  return -1;
}

/* What makes a record the one it is cannot be typed over. */
static guint
first_column (SlRecordTable *self)
{
  const SlKind *kind = sl_kind (self->spec.kind);
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  for (guint i = 0; kind->title_field < 0 && i < n; i++)
    {
      int field = sl_record_table_column_field (self, i);

      if (field >= 0 && (kind->fields[field].flags & SL_KEY) == 0)
        return i;
    }
  return 0;
}

void
sl_record_table_edit_title (SlRecordTable *self, SlId id)
{
  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  sl_record_table_edit_later (self, id, first_column (self));
}

static void
edit_requested_cb (SlRecordTable *self, SlId id)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sl_record_table_edit_title (self, id);
}

gboolean
sl_record_table_add (SlRecordTable *self)
{
  GVariantBuilder fields;
  SlId id = SL_ID_NONE;

  g_return_val_if_fail (SL_IS_RECORD_TABLE (self), FALSE);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  if (self->spec.fill != NULL && !self->spec.fill (&fields, self->spec.data))
    {
      g_variant_builder_clear (&fields);
      return FALSE;
    }
  if (!sl_session_run (self->session, "record.add",
                       g_variant_new ("(sxxa{sv})", sl_kind (self->spec.kind)->name,
                                      (gint64)SL_ID_NONE, (gint64)-1, &fields),
                       &id))
    return FALSE;
  sl_session_select (self->session, id);
  show_selected (self);
  sl_record_table_edit_title (self, id);
  return TRUE;
}

/* The record that takes the selection when the selected ones go: the one behind, else before. */
static SlId
neighbour (SlRecordTable *self, GArray *ids)
{
  guint first = sl_record_rows_find (self->rows, g_array_index (ids, SlId, 0));
  guint last = sl_record_rows_find (self->rows, g_array_index (ids, SlId, ids->len - 1));
  SlId next = sl_record_rows_get_id (self->rows, last + 1);

  if (next == SL_ID_NONE && first > 0)
    next = sl_record_rows_get_id (self->rows, first - 1);
  return next;
}

void
sl_record_table_delete_selection (SlRecordTable *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  ids = sl_record_table_get_selection (self);
  if (ids->len == 0)
    return;
  sl_session_delete (self->session, (const SlId *)(gconstpointer)ids->data, ids->len,
                     neighbour (self, ids));
  sl_record_table_focus (self);
}

/* --- Small doors --- */

SlKindId
sl_record_table_get_kind (SlRecordTable *self)
{
  g_return_val_if_fail (SL_IS_RECORD_TABLE (self), SL_N_KINDS);
  return self->spec.kind;
}

guint
sl_record_table_get_n_rows (SlRecordTable *self)
{
  g_return_val_if_fail (SL_IS_RECORD_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

gboolean
sl_record_table_has_row (SlRecordTable *self, SlId id)
{
  g_return_val_if_fail (SL_IS_RECORD_TABLE (self), FALSE);
  return sl_record_rows_find (self->rows, id) != GTK_INVALID_LIST_POSITION;
}

SlId
sl_record_table_get_next (SlRecordTable *self, SlId id)
{
  guint position;

  g_return_val_if_fail (SL_IS_RECORD_TABLE (self), SL_ID_NONE);
  position = sl_record_rows_find (self->rows, id);
  return position != GTK_INVALID_LIST_POSITION ? sl_record_rows_get_id (self->rows, position + 1)
                                               : SL_ID_NONE;
}

/* Without a selection of this table the first row is selected, so that keys have a place. */
void
sl_record_table_focus (SlRecordTable *self)
{
  SlId id;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  id = sl_session_get_selected (self->session);
  if (sl_record_rows_find (self->rows, id) == GTK_INVALID_LIST_POSITION)
    {
      id = sl_record_rows_get_id (self->rows, 0);
      if (id != SL_ID_NONE)
        sl_session_select (self->session, id);
    }
  sl_table_focus_row (self->view, sl_record_table_find_cell (self, id, 0));
}

void
sl_record_table_set_search (SlRecordTable *self, const char *text)
{
  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  sl_record_rows_set_search (self->rows, text);
}

void
sl_record_table_refilter (SlRecordTable *self)
{
  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  sl_record_rows_refilter (self->rows);
}

/* --- Columns --- */

typedef struct
{
  SlRecordTable *table; /* not owned: it owns the sorter */
  guint field;
} FieldOrder;

/* Records without a value come last. */
static int
compare_field (gconstpointer a, gconstpointer b, gpointer data)
{
  const FieldOrder *order = data;
  const SlField *field = &sl_kind (order->table->spec.kind)->fields[order->field];
  SlSnapshot *plan = sl_session_get_snapshot (order->table->session);
  g_auto (SlValue) x = sl_record_get_value ((SlRecord *)a, order->field);
  g_auto (SlValue) y = sl_record_get_value ((SlRecord *)b, order->field);

  if (x.type == SL_VALUE_NULL || y.type == SL_VALUE_NULL)
    return (x.type == SL_VALUE_NULL) - (y.type == SL_VALUE_NULL);
  if (field->type == SL_REF)
    return g_utf8_collate (sl_snapshot_title (plan, x.i), sl_snapshot_title (plan, y.i));
  if (x.type == SL_VALUE_TEXT)
    return g_utf8_collate (x.s, y.s);
  if (x.type == SL_VALUE_REAL)
    return (x.r > y.r) - (x.r < y.r);
  return (x.i > y.i) - (x.i < y.i);
}

static GtkColumnViewColumn *
add_field (SlRecordTable *self, guint index)
{
  const SlKind *kind = sl_kind (self->spec.kind);
  const SlField *field = &kind->fields[index];
  gboolean title = (int)index == kind->title_field;
  FieldOrder *order = g_new0 (FieldOrder, 1);
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *column;

  *order = (FieldOrder){ self, index };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_field, order, g_free));
  column
      = sl_table_add_column (self->view, _ (field->nick), sl_record_field_factory_new (self, index),
                             title ? TITLE_CHARS : sl_table_column_chars ((int)field->type), title);
  gtk_column_view_column_set_sorter (column, sorter);
  sl_table_set_numeric (self->view, column, sl_field_cell_is_numeric (field));
  if (g_strcmp0 (field->name, self->spec.sort) == 0)
    gtk_column_view_sort_by_column (
        self->view, column, self->spec.descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  return column;
}

static void
add_fields (SlRecordTable *self)
{
  const SlKind *kind = sl_kind (self->spec.kind);
  const char *const *names = self->spec.columns;

  if (kind->title_field >= 0)
    add_field (self, (guint)kind->title_field);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int index = sl_kind_field (kind, names[i]);

      g_return_if_fail (index >= 0);
      if (index != kind->title_field)
        add_field (self, (guint)index);
    }
  for (guint i = 0; names == NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & (SL_INTERNAL | SL_PARENT)) == 0 && (int)i != kind->title_field)
      add_field (self, i);
}

void
sl_record_table_add_text_column (SlRecordTable *self, const char *title, int chars,
                                 gboolean numeric, SlRecordText text, GCompareDataFunc compare,
                                 gpointer data)
{
  GtkColumnViewColumn *column;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  column = sl_table_add_column (
      self->view, title, sl_record_text_factory_new (self, numeric, text, data), chars, FALSE);
  sl_table_set_numeric (self->view, column, numeric);
  if (compare != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, data, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
}

/* (transfer full) */
static GtkColumnViewColumn *
get_last_column (SlRecordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  return g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
}

void
sl_record_table_set_last_tip (SlRecordTable *self, SlRecordText tip)
{
  g_autoptr (GtkColumnViewColumn) last = NULL;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  last = get_last_column (self);
  sl_record_text_factory_set_tip (gtk_column_view_column_get_factory (last), tip);
}

void
sl_record_table_move_last (SlRecordTable *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) last = NULL;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  last = get_last_column (self);
  gtk_column_view_insert_column (self->view, position, last);
}

void
sl_record_table_sort_by_last (SlRecordTable *self, gboolean descending)
{
  g_autoptr (GtkColumnViewColumn) last = NULL;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  last = get_last_column (self);
  gtk_column_view_sort_by_column (self->view, last,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* --- Life --- */

static void
rows_changed_cb (SlRecordTable *self, guint position, guint removed, guint added)
{
  if (removed != added)
    g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
sl_record_table_dispose (GObject *object)
{
  SlRecordTable *self = SL_RECORD_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_record_table_parent_class)->dispose (object);
}

static void
sl_record_table_finalize (GObject *object)
{
  g_ptr_array_unref (SL_RECORD_TABLE (object)->cells);
  G_OBJECT_CLASS (sl_record_table_parent_class)->finalize (object);
}

/* --- As others edit the rows --- */

static void
add_row (SlRowEditor *rows)
{
  sl_record_table_add (SL_RECORD_TABLE (rows));
}

static void
copy_rows (SlRowEditor *rows, gboolean cut)
{
  sl_record_table_copy (SL_RECORD_TABLE (rows), cut);
}

static void
paste_rows (SlRowEditor *rows)
{
  sl_record_table_paste (SL_RECORD_TABLE (rows));
}

static void
delete_rows (SlRowEditor *rows)
{
  sl_record_table_delete_selection (SL_RECORD_TABLE (rows));
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
sl_record_table_class_init (SlRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_record_table_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[MENU_REQUESTED]
      = g_signal_new ("menu-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ROWS_CHANGED]
      = g_signal_new ("rows-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_record_table_init (SlRecordTable *self)
{
  self->cells = g_ptr_array_new ();
}

static void
build_view (SlRecordTable *self)
{
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  sl_row_intake_start_with (self->intake, GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "sl-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (sl_kind (self->spec.kind)->plural), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  sl_table_keep_start (GTK_SCROLLED_WINDOW (self->scroller));
}

GtkWidget *
sl_record_table_new (SlSession *session, const SlRecordTableSpec *spec)
{
  SlRecordTable *self = g_object_new (SL_TYPE_RECORD_TABLE, NULL);

  self->session = g_object_ref (session);
  self->spec = *spec;
  self->rows
      = sl_record_rows_new (sl_session_get_store (session), spec->kind, spec->filter, spec->data);
  self->intake
      = sl_row_intake_new (g_object_ref (G_LIST_MODEL (self->rows)), SL_TABLE_ROWS_AT_ONCE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->intake));
  build_view (self);
  add_fields (self);
  sl_table_shrink_to_fit (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  sl_record_rows_set_sorter (self->rows, gtk_column_view_get_sorter (self->view));
  sl_record_table_add_keys (self);
  sl_record_table_add_clicks (self);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (sl_record_table_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_store (session), "changed",
                           G_CALLBACK (sl_record_table_show_changes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edit-requested", G_CALLBACK (edit_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (sl_record_table_update_clocks), self, G_CONNECT_SWAPPED);
  show_selected (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of the record table. A cell keeps only which record it shows. */

#include "config.h"

#include <glib/gi18n.h>

#include "base/sl-date-text.h"
#include "model/sl-search.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-field-cell.h"
#include "widgets/sl-record-table-private.h"
#include "widgets/sl-table-tools.h"

/* What the cells of one column have in common; the factory owns it. */
typedef struct
{
  SlRecordTable *table; /* not owned: it owns the list that owns the factory */
  int field;            /* -1: computed */
  gboolean numeric;
  SlRecordText text;
  SlRecordText tip; /* or NULL */
  gpointer data;
} Column;

typedef struct
{
  const Column *column;
  GtkListItemFactory *factory; /* owns the column */
  SlRecord *record;            /* while bound */
} Cell;

static Cell *
get_cell (GtkWidget *widget)
{
  return sl_editable_cell_get_data (SL_EDITABLE_CELL (widget));
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_object_unref (cell->factory);
  g_free (cell);
}

static SlId
id_of (GtkWidget *box)
{
  Cell *cell = get_cell (box);

  return cell->record != NULL ? sl_record_get_id (cell->record) : SL_ID_NONE;
}

static int
column_index (const Column *column)
{
  GListModel *columns = gtk_column_view_get_columns (column->table->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (columns, i);
      GObject *factory = G_OBJECT (gtk_column_view_column_get_factory (item));

      if (g_object_get_data (factory, "sl-column") == column)
        return (int)i;
    }
  return -1;
}

/* What a row is called. Of several records of one thing, each on another day, the day tells which.
 * (transfer full) */
static char *
row_name (const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const SlKind *spec = sl_kind (kind);
  g_autofree char *title = sl_search_title (plan, kind, row);

  for (guint i = 0; spec->title_field < 0 && i < spec->n_fields; i++)
    if (spec->fields[i].type == SL_DATE && (spec->fields[i].flags & SL_KEY) != 0)
      {
        g_autofree char *day = sl_day_to_text (sl_table_int (table, row, i));

        /* Translators: what a record is about, its day */
        return g_strdup_printf (_ ("%s, %s"), title, day);
      }
  return g_steal_pointer (&title);
}

/* Names of cells are read by those who do not see them, too: not only when they are drawn. */
static void
name_row (GtkWidget *box)
{
  Cell *cell = get_cell (box);
  SlSnapshot *plan = sl_session_get_snapshot (cell->column->table->session);
  const SlKindId kind = cell->column->table->spec.kind;
  g_autofree char *title = NULL;
  guint row = 0;

  if (sl_table_find (sl_snapshot_table (plan, kind), id_of (box), &row))
    title = row_name (plan, kind, row);
  sl_table_name_cell (box, title != NULL && *title != '\0' ? title : _ ("(untitled)"),
                      column_index (cell->column) == 0);
}

void
sl_record_table_update_clocks (SlRecordTable *self)
{
  if (!sl_clock_has_kind (self->spec.kind))
    return;
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);

      if (column_index (get_cell (box)->column) == 0)
        sl_clock_show_in (SL_EDITABLE_CELL (box), self->session, id_of (box));
    }
}

static void
show_tip (GtkWidget *box)
{
  Cell *cell = get_cell (box);
  SlSnapshot *plan = sl_session_get_snapshot (cell->column->table->session);
  g_autofree char *tip
      = cell->column->tip (plan, sl_record_get_id (cell->record), cell->column->data);

  gtk_widget_set_tooltip_text (box, tip);
}

static void
show_cb (SlEditableCell *editable)
{
  Cell *cell = get_cell (GTK_WIDGET (editable));
  SlRecordTable *table = cell->column->table;
  g_autofree char *text = NULL;

  if (cell->record == NULL)
    return;
  if (cell->column->field >= 0)
    {
      sl_field_cell_show (editable, table->session, cell->record, cell->column->field);
      return;
    }
  text = cell->column->text (sl_session_get_snapshot (table->session),
                             sl_record_get_id (cell->record), cell->column->data);
  sl_editable_cell_set_text (editable, text != NULL ? text : "");
  if (cell->column->tip != NULL)
    show_tip (GTK_WIDGET (editable));
}

void
sl_record_table_update (SlRecordTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (g_ptr_array_index (self->cells, i))->column->field < 0)
      sl_editable_cell_invalidate (g_ptr_array_index (self->cells, i));
}

void
sl_record_table_show_changes (SlRecordTable *self, SlChangeSet *changes)
{
  g_autoptr (GHashTable) ids = sl_table_changed_ids (changes, self->spec.kind);

  for (guint i = 0; g_hash_table_size (ids) > 0 && i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);
      SlId id = id_of (box);

      if (!g_hash_table_contains (ids, &id))
        continue;
      sl_editable_cell_invalidate (SL_EDITABLE_CELL (box));
      name_row (box);
    }
}

static gboolean
is_editable (const Column *column)
{
  return column->field >= 0
         && !sl_field_is_fixed (&sl_kind (column->table->spec.kind)->fields[column->field]);
}

gboolean
sl_record_cell_start (GtkWidget *box)
{
  Cell *cell = get_cell (box);

  if (!is_editable (cell->column) || cell->record == NULL)
    return FALSE;
  sl_table_scroll_across (cell->column->table->view, box);
  sl_editable_cell_start (SL_EDITABLE_CELL (box));
  return TRUE;
}

GtkWidget *
sl_record_table_find_cell (SlRecordTable *self, SlId id, guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);

      if (id_of (box) == id && column_index (get_cell (box)->column) == (int)column)
        return box;
    }
  return NULL;
}

static void
begin_cb (SlEditableCell *editable, GtkEditable *text)
{
  const Column *column = get_cell (GTK_WIDGET (editable))->column;

  sl_field_cell_begin (text, column->table->session, sl_kind (column->table->spec.kind),
                       (guint)column->field);
}

static void
commit_cb (SlEditableCell *editable, const char *typed)
{
  GtkWidget *box = GTK_WIDGET (editable);
  Cell *cell = get_cell (box);
  SlRecordTable *table = cell->column->table;
  g_autoptr (GArray) ids = NULL;
  SlId id = id_of (box);

  if (id == SL_ID_NONE || !sl_record_is_alive (cell->record))
    return;
  ids = table->every_row ? sl_record_table_get_selection (table) : NULL;
  if (ids != NULL && ids->len > 1)
    sl_field_cell_commit (table->session, (const SlId *)(gconstpointer)ids->data, ids->len,
                          (guint)cell->column->field, typed);
  else
    sl_field_cell_commit (table->session, &id, 1, (guint)cell->column->field, typed);
}

static void
typing_cb (SlEditableCell *editable, const char *typed)
{
  const Column *column = get_cell (GTK_WIDGET (editable))->column;
  SlId id = id_of (GTK_WIDGET (editable));

  if (id != SL_ID_NONE)
    sl_field_cell_draft (column->table->session, id, (guint)column->field, typed);
}

static void
finished_cb (SlEditableCell *editable, gboolean accepted)
{
  SlRecordTable *table = get_cell (GTK_WIDGET (editable))->column->table;

  sl_session_end_draft (table->session);
  sl_record_table_focus (table);
}

/* Ends editing this cell and begins with the next one of the row. A record that the edit moved or
 * that has no cell yet is waited for. */
static void
edit_next (GtkWidget *box, int step)
{
  Cell *cell = get_cell (box);
  SlRecordTable *table = cell->column->table;
  int n = (int)g_list_model_get_n_items (gtk_column_view_get_columns (table->view));
  int from = column_index (cell->column);
  g_autoptr (SlRecord) record = g_object_ref (cell->record);
  SlId id = id_of (box);

  sl_editable_cell_stop (SL_EDITABLE_CELL (box), TRUE);
  if (!sl_record_is_alive (record))
    id = sl_session_get_selected (table->session);
  for (int i = 1; i < n; i++)
    {
      guint column = (guint)((from + step * i + n * n) % n);
      GtkWidget *next = sl_record_table_find_cell (table, id, column);

      if (next == NULL)
        {
          sl_record_table_edit_later (table, id, column);
          return;
        }
      if (sl_record_cell_start (next))
        return;
    }
}

static gboolean
key_cb (SlEditableCell *editable, guint keyval, guint state)
{
  GtkWidget *box = GTK_WIDGET (editable);
  SlRecordTable *table = get_cell (box)->column->table;
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (enter && state == GDK_CONTROL_MASK)
    {
      table->every_row = TRUE;
      sl_editable_cell_stop (editable, TRUE);
      table->every_row = FALSE;
      return TRUE;
    }
  if (state & ~(guint)GDK_SHIFT_MASK)
    return FALSE;
  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_F2 && state != 0))
    edit_next (box, -1);
  else if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_F2)
    edit_next (box, 1);
  else
    return FALSE;
  return TRUE;
}

void
sl_record_table_request_menu (SlRecordTable *self, GtkWidget *box, double x, double y)
{
  graphene_point_t at;

  if (id_of (box) == SL_ID_NONE
      || !gtk_widget_compute_point (box, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    return;
  sl_table_select_for_menu (self->session, id_of (box));
  g_signal_emit_by_name (self, "menu-requested", (guint)self->spec.kind, (double)at.x,
                         (double)at.y);
}

static void
menu_cb (GtkWidget *box, double x, double y)
{
  sl_record_table_request_menu (get_cell (box)->column->table, box, x, y);
}

void
sl_record_table_add_clicks (SlRecordTable *self)
{
  static const SlTableClicks clicks = { sl_record_cell_start, menu_cb };

  sl_table_add_clicks (self->view, &clicks);
}

static const SlEditableCellOwner owner
    = { show_cb, begin_cb, commit_cb, typing_cb, finished_cb, key_cb };

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *box = sl_editable_cell_new (column->table->view, &owner, cell);

  cell->column = column;
  cell->factory = g_object_ref (GTK_LIST_ITEM_FACTORY (factory));
  g_object_set_data_full (G_OBJECT (box), SL_TABLE_CELL, cell, cell_free);
  if (column->field >= 0)
    sl_field_cell_configure (SL_EDITABLE_CELL (box), sl_kind (column->table->spec.kind),
                             (guint)column->field);
  else
    sl_editable_cell_set_numeric (SL_EDITABLE_CELL (box), column->numeric);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  get_cell (box)->record = g_object_ref (gtk_list_item_get_item (item));
  sl_editable_cell_invalidate (SL_EDITABLE_CELL (box));
  name_row (box);
  if (sl_clock_has_kind (column->table->spec.kind) && column_index (column) == 0)
    sl_clock_show_in (SL_EDITABLE_CELL (box), column->table->session, id_of (box));
  g_ptr_array_add (column->table->cells, box);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  sl_editable_cell_stop (SL_EDITABLE_CELL (box), TRUE);
  g_clear_object (&get_cell (box)->record);
  g_ptr_array_remove_fast (column->table->cells, box);
}

static GtkListItemFactory *
factory_new (Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *owned = g_memdup2 (&column, sizeof column);

  g_object_set_data_full (G_OBJECT (factory), "sl-column", owned, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), owned);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), owned);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), owned);
  return factory;
}

GtkListItemFactory *
sl_record_field_factory_new (SlRecordTable *self, guint field)
{
  return factory_new ((Column){ .table = self, .field = (int)field });
}

GtkListItemFactory *
sl_record_text_factory_new (SlRecordTable *self, gboolean numeric, SlRecordText text, gpointer data)
{
  return factory_new (
      (Column){ .table = self, .field = -1, .numeric = numeric, .text = text, .data = data });
}

void
sl_record_text_factory_set_tip (GtkListItemFactory *factory, SlRecordText tip)
{
  Column *column = g_object_get_data (G_OBJECT (factory), "sl-column");

  column->tip = tip;
}

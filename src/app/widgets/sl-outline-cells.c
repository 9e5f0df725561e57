/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of the outline view. A cell keeps only which row it shows; all it displays is read from the
 * record when the row is bound or the record says that it changed. */

#include "config.h"

#include <glib/gi18n.h>

#include "widgets/sl-clock.h"
#include "widgets/sl-field-cell.h"
#include "widgets/sl-outline-view-private.h"
#include "widgets/sl-table-tools.h"

#define INDENT_PX 18

typedef struct
{
  SlOutlineView *view; /* not owned: it owns the list that owns the cell */
  char *field;         /* NULL: the title column */
  GtkWidget *box;      /* not owned: it owns this; @cell, in the title column what holds it */
  GtkWidget *expander; /* of the title column */
  GtkWidget *cell;     /* SlEditableCell */
  SlOutlineRow *row;   /* while bound */
  SlRecord *record;
  gulong row_handler;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->field);
  g_free (cell);
}

static Cell *
get_cell (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), SL_TABLE_CELL);
}

SlId
sl_outline_cell_get_id (GtkWidget *box)
{
  Cell *cell = get_cell (box);

  return cell != NULL && cell->record != NULL ? sl_record_get_id (cell->record) : SL_ID_NONE;
}

static int
field_of (Cell *cell)
{
  const SlKind *kind = sl_record_get_kind (cell->record);

  return cell->field == NULL ? kind->title_field : sl_kind_field (kind, cell->field);
}

static void
update_expander (Cell *cell)
{
  gboolean expanded = sl_outline_row_get_expanded (cell->row);

  gtk_widget_set_margin_start (cell->expander,
                               (int)sl_outline_row_get_depth (cell->row) * INDENT_PX);
  gtk_widget_set_opacity (cell->expander, sl_outline_row_get_expandable (cell->row) ? 1.0 : 0.0);
  gtk_widget_set_sensitive (cell->expander, sl_outline_row_get_expandable (cell->row));
  gtk_button_set_icon_name (GTK_BUTTON (cell->expander),
                            expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expanded ? _ ("Collapse") : _ ("Expand"), -1);
}

static void
show_cb (SlEditableCell *editable)
{
  Cell *cell = sl_editable_cell_get_data (editable);

  if (cell->record != NULL)
    sl_field_cell_show (editable, cell->view->session, cell->record, field_of (cell));
}

static void
name_row (Cell *cell, GtkWidget *box)
{
  const char *title = sl_snapshot_title (sl_session_get_snapshot (cell->view->session),
                                         sl_record_get_id (cell->record));

  sl_table_name_cell (box, title[0] != '\0' ? title : _ ("(untitled)"), cell->field == NULL);
}

static void
update_clock (Cell *cell)
{
  if (cell->field == NULL && sl_clock_has_kind (cell->view->kind))
    sl_clock_show_in (SL_EDITABLE_CELL (cell->cell), cell->view->session,
                      sl_record_get_id (cell->record));
}

void
sl_outline_view_update_clocks (SlOutlineView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    update_clock (get_cell (g_ptr_array_index (self->cells, i)));
}

void
sl_outline_view_show_changes (SlOutlineView *self, SlChangeSet *changes)
{
  g_autoptr (GHashTable) ids = sl_table_changed_ids (changes, SL_N_KINDS);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);
      SlId id = sl_outline_cell_get_id (box);

      if (!g_hash_table_contains (ids, &id))
        continue;
      sl_editable_cell_invalidate (SL_EDITABLE_CELL (get_cell (box)->cell));
      name_row (get_cell (box), box);
    }
}

static void
row_changed_cb (GtkWidget *box)
{
  update_expander (get_cell (box));
}

static void
expander_clicked_cb (GtkWidget *box)
{
  Cell *cell = get_cell (box);

  if (cell->row != NULL)
    sl_outline_set_expanded (cell->view->outline, sl_record_get_id (cell->record),
                             !sl_outline_row_get_expanded (cell->row));
}

/* The field of a cell that can be written now, or -1. */
static int
writable_field (Cell *cell)
{
  return cell->record != NULL && sl_record_is_alive (cell->record) ? field_of (cell) : -1;
}

static void
begin_cb (SlEditableCell *editable, GtkEditable *text)
{
  Cell *cell = sl_editable_cell_get_data (editable);

  if (writable_field (cell) >= 0)
    sl_field_cell_begin (text, cell->view->session, sl_record_get_kind (cell->record),
                         (guint)field_of (cell));
}

static void
commit_cb (SlEditableCell *editable, const char *typed)
{
  Cell *cell = sl_editable_cell_get_data (editable);
  SlId id = sl_outline_cell_get_id (cell->box);

  if (writable_field (cell) >= 0)
    sl_field_cell_commit (cell->view->session, &id, 1, (guint)field_of (cell), typed);
}

static void
typing_cb (SlEditableCell *editable, const char *typed)
{
  Cell *cell = sl_editable_cell_get_data (editable);

  if (writable_field (cell) >= 0)
    sl_field_cell_draft (cell->view->session, sl_outline_cell_get_id (cell->box),
                         (guint)field_of (cell), typed);
}

static void
finished_cb (SlEditableCell *editable, gboolean accepted)
{
  SlOutlineView *view = ((Cell *)sl_editable_cell_get_data (editable))->view;

  sl_session_end_draft (view->session);
  sl_outline_view_focus (view);
}

/* Where the column of @field stands; NULL: the title's. */
static int
find_column (SlOutlineView *self, const char *field)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GObject *factory = G_OBJECT (gtk_column_view_column_get_factory (column));

      if (g_strcmp0 (g_object_get_data (factory, "sl-field"), field) == 0)
        return (int)i;
    }
  return -1;
}

/* The bound cell of @id in the column at @index, if its kind has that field. */
static GtkWidget *
find_box (SlOutlineView *self, SlId id, int index)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);
      Cell *cell = get_cell (box);

      if (sl_outline_cell_get_id (box) == id && find_column (self, cell->field) == index)
        return field_of (cell) >= 0 ? box : NULL;
    }
  return NULL;
}

/* As find_box(); a column for which there was no room is shown if that helps. */
static GtkWidget *
find_or_show_box (SlOutlineView *self, SlId id, int index)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), (guint)index);
  gboolean hidden = !gtk_column_view_column_get_visible (column);
  GtkWidget *box;

  if (hidden)
    gtk_column_view_column_set_visible (column, TRUE);
  box = find_box (self, id, index);
  if (box == NULL && hidden)
    gtk_column_view_column_set_visible (column, FALSE);
  return box;
}

/* A cell that was only just made has its place after the next layout. */
static gboolean
scroll_later_cb (gpointer box)
{
  Cell *cell = get_cell (box);

  if (cell->record != NULL && gtk_widget_get_mapped (box))
    sl_table_scroll_across (cell->view->view, box);
  return G_SOURCE_REMOVE;
}

/* Ends editing this cell and begins with the next one of the row that can be edited. */
static void
edit_next (GtkWidget *box, int step)
{
  SlOutlineView *view = get_cell (box)->view;
  int n = (int)g_list_model_get_n_items (gtk_column_view_get_columns (view->view));
  SlId id = sl_outline_cell_get_id (box);
  int from = find_column (view, get_cell (box)->field);
  GtkWidget *next = NULL;

  sl_editable_cell_stop (SL_EDITABLE_CELL (get_cell (box)->cell), TRUE);
  for (int i = 1; i < n && next == NULL; i++)
    next = find_or_show_box (view, id, (from + step * i + n * n) % n);
  if (next == NULL)
    return;
  sl_table_scroll_across (view->view, next);
  sl_editable_cell_start (SL_EDITABLE_CELL (get_cell (next)->cell));
  g_idle_add_full (G_PRIORITY_LOW, scroll_later_cb, g_object_ref (next), g_object_unref);
}

/* F2 goes on to the next cell; Tab too, but that of a title indents. */
static gboolean
edit_key_cb (SlEditableCell *editable, guint keyval, guint state)
{
  Cell *cell = sl_editable_cell_get_data (editable);
  gboolean backward = keyval == GDK_KEY_ISO_Left_Tab || state == GDK_SHIFT_MASK;

  if ((state & ~(guint)GDK_SHIFT_MASK) == 0
      && (keyval == GDK_KEY_F2
          || (cell->field != NULL && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab))))
    {
      edit_next (cell->box, backward ? -1 : 1);
      return TRUE;
    }
  if (cell->field != NULL)
    return FALSE;
  return sl_outline_view_handle_edit_key (cell->view, sl_outline_cell_get_id (cell->box), keyval,
                                          state);
}

static gboolean
edit (GtkWidget *box)
{
  Cell *cell = get_cell (box);

  if (cell->record == NULL || field_of (cell) < 0)
    return FALSE;
  sl_editable_cell_start (SL_EDITABLE_CELL (cell->cell));
  return TRUE;
}

void
sl_outline_view_request_menu (SlOutlineView *self, GtkWidget *box, double x, double y)
{
  Cell *cell = get_cell (box);
  graphene_point_t at;

  if (cell->record == NULL
      || !gtk_widget_compute_point (box, GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    return;
  sl_table_select_for_menu (self->session, sl_record_get_id (cell->record));
  g_signal_emit_by_name (self, "menu-requested", (guint)sl_record_get_kind (cell->record)->id,
                         (double)at.x, (double)at.y);
}

static void
request_menu (GtkWidget *box, double x, double y)
{
  sl_outline_view_request_menu (get_cell (box)->view, box, x, y);
}

void
sl_outline_view_add_clicks (SlOutlineView *self)
{
  static const SlTableClicks clicks = { edit, request_menu };

  sl_table_add_clicks (self->view, &clicks);
}

static GtkWidget *
make_expander (GtkWidget *box)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "pan-end-symbolic", "focusable",
                                    FALSE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sl-expander");
  g_signal_connect_object (button, "clicked", G_CALLBACK (expander_clicked_cb), box,
                           G_CONNECT_SWAPPED);
  return button;
}

static const SlEditableCellOwner owner
    = { show_cb, begin_cb, commit_cb, typing_cb, finished_cb, edit_key_cb };

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlOutlineView *view)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->view = view;
  cell->field = g_strdup (g_object_get_data (G_OBJECT (factory), "sl-field"));
  cell->cell = sl_editable_cell_new (view->view, &owner, cell);
  cell->box = cell->cell;
  if (cell->field == NULL)
    {
      cell->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      cell->expander = make_expander (cell->box);
      gtk_box_append (GTK_BOX (cell->box), cell->expander);
      gtk_widget_set_hexpand (cell->cell, TRUE);
      gtk_box_append (GTK_BOX (cell->box), cell->cell);
    }
  g_object_set_data_full (G_OBJECT (cell->box), SL_TABLE_CELL, cell, cell_free);
  sl_outline_view_add_row_drag (view, cell->box);
  gtk_list_item_set_child (item, cell->box);
}

static void
configure_cell (Cell *cell)
{
  int index = field_of (cell);

  if (index >= 0)
    sl_field_cell_configure (SL_EDITABLE_CELL (cell->cell), sl_record_get_kind (cell->record),
                             (guint)index);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlOutlineView *view)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  Cell *cell = get_cell (box);

  cell->row = g_object_ref (gtk_list_item_get_item (item));
  cell->record = g_object_ref (sl_outline_row_get_record (cell->row));
  cell->row_handler = 0;
  configure_cell (cell);
  if (cell->expander != NULL)
    {
      cell->row_handler = g_signal_connect_object (cell->row, "notify", G_CALLBACK (row_changed_cb),
                                                   box, G_CONNECT_SWAPPED);
      update_expander (cell);
    }
  sl_editable_cell_invalidate (SL_EDITABLE_CELL (cell->cell));
  name_row (cell, box);
  update_clock (cell);
  g_ptr_array_add (view->cells, box);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlOutlineView *view)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  Cell *cell = get_cell (box);

  sl_editable_cell_stop (SL_EDITABLE_CELL (cell->cell), TRUE);
  if (cell->row_handler != 0)
    g_clear_signal_handler (&cell->row_handler, cell->row);
  g_clear_object (&cell->record);
  g_clear_object (&cell->row);
  g_ptr_array_remove_fast (view->cells, box);
}

static GtkListItemFactory *
factory_new (SlOutlineView *self, const char *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data_full (G_OBJECT (factory), "sl-field", g_strdup (field), g_free);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

GtkListItemFactory *
sl_outline_title_factory_new (SlOutlineView *self)
{
  return factory_new (self, NULL);
}

GtkListItemFactory *
sl_outline_field_factory_new (SlOutlineView *self, const char *field)
{
  return factory_new (self, field);
}

SlEditableCell *
sl_outline_view_find_title_cell (SlOutlineView *self, SlId id)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->cells, i);
      Cell *cell = get_cell (box);

      if (cell->field == NULL && sl_outline_cell_get_id (box) == id)
        return SL_EDITABLE_CELL (cell->cell);
    }
  return NULL;
}

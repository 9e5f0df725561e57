/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Helpers of all column views. */

#include "config.h"

#include "widgets/sl-table-tools.h"

#include "model/sl-field.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-context-menu.h"
#include "widgets/sl-one-stop.h"

#define CELL_PADDING_PX 15
/* Room for the arrow of a sorted column; a long heading is cut, where room is short sooner. */
#define ARROW_CHARS 4
#define HEADING_CHARS_MAX 26
#define HEADING_CHARS_LEAST 20
/* The title of a row, and a value, are never narrower than this. */
#define TITLE_CHARS_MIN 18
#define CHARS_MIN 10
/* What a column of dates gets, and needs to show whole days. */
#define DATE_CHARS 14
#define DATE_CHARS_MIN 12

GtkWidget *
sl_table_inner_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkColumnListView"))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
sl_table_scroll_to (GtkColumnView *view, guint position)
{
  GtkWidget *list = sl_table_inner_list (view);

  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

void
sl_table_scroll_across (GtkColumnView *view, GtkWidget *cell)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  double value = gtk_adjustment_get_value (across);
  double width = gtk_adjustment_get_page_size (across);
  graphene_rect_t area;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (view), &area))
    return;
  if (area.origin.x < 0)
    gtk_adjustment_set_value (across, value + area.origin.x);
  else if (area.origin.x + area.size.width > width)
    gtk_adjustment_set_value (across, value + area.origin.x + area.size.width - width);
}

gboolean
sl_table_cell_is_in_sight (GtkWidget *table, GtkWidget *cell)
{
  graphene_rect_t place;

  return gtk_widget_get_mapped (cell) && gtk_widget_compute_bounds (cell, table, &place)
         && place.origin.y >= 0 && place.size.height > 0
         && place.origin.y + place.size.height <= (float)gtk_widget_get_height (table);
}

/* (nullable) */
static GtkWidget *
row_around (GtkWidget *list, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The first cell in @row, a row of a table. (nullable) */
static GtkWidget *
first_cell (GtkWidget *row)
{
  for (GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = gtk_widget_get_first_child (child);

      if (cell != NULL && gtk_widget_get_child_visible (child)
          && g_object_get_data (G_OBJECT (cell), SL_TABLE_CELL) != NULL)
        return cell;
    }
  return NULL;
}

GtkWidget *
sl_table_focused_cell (GtkColumnView *view)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));

  return first_cell (row_around (sl_table_inner_list (view), focus));
}

void
sl_table_select_for_menu (SlSession *session, SlId id)
{
  const GArray *selection = sl_session_get_selection (session);

  for (guint i = 0; i < selection->len; i++)
    if (g_array_index (selection, SlId, i) == id)
      return;
  sl_session_select (session, id);
}

void
sl_table_focus_row (GtkColumnView *view, GtkWidget *cell)
{
  GtkWidget *list = sl_table_inner_list (view);
  GtkWidget *row = row_around (list, cell);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (list != NULL)
    gtk_widget_grab_focus (list);
}

GArray *
sl_table_selected_ids (GtkMultiSelection *selection, gpointer rows, SlTableRowId row_id)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean ok = gtk_bitset_iter_init_first (&iter, set, &position); ok;
       ok = gtk_bitset_iter_next (&iter, &position))
    {
      SlId id = row_id (rows, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

GHashTable *
sl_table_changed_ids (const SlChangeSet *changes, SlKindId kind)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      if (kind == SL_N_KINDS || change->kind == kind)
        g_hash_table_add (ids, (gpointer)&change->id);
    }
  return ids;
}

/* --- Keys --- */

static void
return_to_row (GtkColumnView *view, GtkWidget *clock)
{
  gtk_widget_set_focusable (clock, FALSE); /* the row would give it the focus back */
  sl_table_focus_row (view, clock);
}

/* Keys of the clock that has the focus. */
static gboolean
handle_clock_key (GtkColumnView *view, GtkWidget *clock, guint keyval, GdkModifierType modifiers)
{
  if (modifiers == 0
      && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space))
    {
      return_to_row (view, clock);
      sl_clock_press (SL_CLOCK (clock));
      return TRUE;
    }
  if (keyval != GDK_KEY_ISO_Left_Tab && keyval != GDK_KEY_Escape)
    return FALSE;
  return_to_row (view, clock);
  return TRUE;
}

/* Tab goes from a row to the clock in it. */
static gboolean
go_to_clock (GtkColumnView *view, GtkWidget *focus)
{
  GtkWidget *row = row_around (sl_table_inner_list (view), focus);
  SlClock *clock = row != NULL ? sl_clock_find_in (row) : NULL;

  if (clock == NULL)
    return FALSE;
  sl_clock_focus (clock);
  return TRUE;
}

gboolean
sl_table_handle_key (GtkColumnView *view, guint keyval, GdkModifierType modifiers,
                     void (*menu) (gpointer table), gpointer table)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));

  if (SL_IS_CLOCK (focus))
    {
      if (handle_clock_key (view, focus, keyval, modifiers))
        return TRUE;
    }
  else if (keyval == GDK_KEY_Tab && modifiers == 0 && go_to_clock (view, focus))
    return TRUE;
  if (sl_context_menu_is_key (keyval, modifiers))
    {
      menu (table);
      return TRUE;
    }
  if (keyval == GDK_KEY_Tab && modifiers == 0)
    return sl_one_stop_leave (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return sl_one_stop_leave (GTK_WIDGET (view), GTK_DIR_TAB_BACKWARD);
  return FALSE;
}

/* --- Clicks --- */

/* The cell at a place of @list; NULL over a button or text field in one. */
static GtkWidget *
find_clicked (GtkWidget *list, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && g_object_get_data (G_OBJECT (widget), SL_TABLE_CELL) == NULL)
    widget = widget == list || GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget)
                 ? NULL
                 : gtk_widget_get_parent (widget);
  return widget;
}

static void
double_clicked_cb (GtkGesture *gesture, int n_press, double x, double y,
                   const SlTableClicks *clicks)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *cell = n_press == 2 ? find_clicked (list, x, y) : NULL;

  if (cell != NULL && clicks->edit (cell))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The menu is that of the row: it opens between cells, too. */
static void
right_clicked_cb (GtkGesture *gesture, int n_press, double x, double y, const SlTableClicks *clicks)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = row_around (list, picked);
  GtkWidget *cell = GTK_IS_TEXT (picked) ? NULL : first_cell (row);
  double cell_x;
  double cell_y;

  if (cell == NULL || !gtk_widget_translate_coordinates (list, cell, x, y, &cell_x, &cell_y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  clicks->menu (cell, cell_x, cell_y);
}

/* Before rows hear of it, as their cells would. */
void
sl_table_add_clicks (GtkColumnView *view, const SlTableClicks *clicks)
{
  GtkWidget *list = sl_table_inner_list (view);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (double_clicked_cb), (gpointer)clicks);
  g_signal_connect (menu, "pressed", G_CALLBACK (right_clicked_cb), (gpointer)clicks);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (menu));
}

/* --- Columns --- */

static int
chars_to_px (GtkWidget *widget, int chars)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (chars * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* GTK 4.8 makes the head of a table as it makes a row, which takes a quick second click for itself;
 * the head has no use for it, and the column is to be sorted the other way. */
static void
leave_clicks_to_titles (GtkColumnView *view)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (view));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (head);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

GtkColumnViewColumn *
sl_table_add_column (GtkColumnView *view, const char *title, GtkListItemFactory *factory, int chars,
                     gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  int heading = MIN ((int)g_utf8_strlen (title, -1) + ARROW_CHARS, HEADING_CHARS_MAX);

  /* Words may end in an ellipsis, half a date says nothing. */
  int least = MAX (expand                ? TITLE_CHARS_MIN
                   : chars == DATE_CHARS ? DATE_CHARS_MIN
                                         : CHARS_MIN,
                   MIN (heading, HEADING_CHARS_LEAST));

  gtk_column_view_column_set_resizable (column, TRUE);
  g_object_set_data (G_OBJECT (column), SL_TABLE_LEAST,
                     GINT_TO_POINTER (chars_to_px (GTK_WIDGET (view), least) + CELL_PADDING_PX));
  gtk_column_view_column_set_fixed_width (
      column, chars_to_px (GTK_WIDGET (view), MAX (chars, heading)) + CELL_PADDING_PX);
  gtk_column_view_column_set_expand (column, expand);
  if (g_list_model_get_n_items (gtk_column_view_get_columns (view)) == 0)
    leave_clicks_to_titles (view);
  gtk_column_view_append_column (view, column);
  return column;
}

int
sl_table_column_chars (int field_type)
{
  if (field_type == SL_REAL || field_type == SL_INT || field_type == SL_BOOL)
    return 10;
  return field_type == SL_DATE ? DATE_CHARS : 16;
}

void
sl_table_name_cell (GtkWidget *box, const char *title, gboolean row)
{
  GtkWidget *inner = gtk_widget_get_parent (box);
  GtkWidget *outer = inner != NULL ? gtk_widget_get_parent (inner) : NULL;

  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
  if (outer != NULL && row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
}

/* --- From right to left --- */

typedef struct
{
  GtkScrolledWindow *scroller; /* not owned: it owns this */
  double from_start;           /* how far it is scrolled from the first column */
  guint keeping;               /* source id, 0: none */
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_handle_id (&start->keeping, g_source_remove);
  g_free (start);
}

/* What stays when the room changes is the distance from the first column. GTK 4.8 fits the value
 * into a smaller range after it has placed the table by the old one, so it places it once more. */
static gboolean
keep_start_cb (gpointer data)
{
  Start *start = data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (start->scroller);

  start->keeping = 0;
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across)
                                        - gtk_adjustment_get_page_size (across)
                                        - start->from_start);
  gtk_widget_queue_allocate (gtk_scrolled_window_get_child (start->scroller));
  return G_SOURCE_REMOVE;
}

static Start *
start_of (GtkScrolledWindow *scroller)
{
  return g_object_get_data (G_OBJECT (scroller), "sl-start");
}

/* Not at once: this is heard while the table is being placed. */
static void
range_changed_cb (GtkAdjustment *adjustment, GtkScrolledWindow *scroller)
{
  Start *start = start_of (scroller);

  if (start != NULL && gtk_widget_get_direction (GTK_WIDGET (scroller)) == GTK_TEXT_DIR_RTL
      && start->keeping == 0)
    start->keeping = g_idle_add (keep_start_cb, start);
}

static void
value_changed_cb (GtkAdjustment *adjustment, GtkScrolledWindow *scroller)
{
  Start *start = start_of (scroller);

  /* A value that was only fitted into a new range is no wish. */
  if (start == NULL || start->keeping != 0)
    return;
  start->from_start = gtk_adjustment_get_upper (adjustment)
                      - gtk_adjustment_get_page_size (adjustment)
                      - gtk_adjustment_get_value (adjustment);
}

void
sl_table_keep_start (GtkScrolledWindow *scroller)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  Start *start = g_new0 (Start, 1);

  start->scroller = scroller;
  g_object_set_data_full (G_OBJECT (scroller), "sl-start", start, start_free);
  g_signal_connect_object (across, "changed", G_CALLBACK (range_changed_cb), scroller, 0);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (value_changed_cb), scroller, 0);
}

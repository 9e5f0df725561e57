/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns that give way where there is little room, and take some where there is much. A table
 * beside a picture shows whole columns, as many as fit; those that are not shown stand in the
 * inspector. A table by itself keeps all, because one types through them: they get narrower, and
 * only what cannot is scrolled. */

#include "config.h"

#include "widgets/sl-table-tools.h"

/* What a column was made for, in pixels; of one that is hidden, what it had before. */
#define WISH "sl-wish"
/* Whether numbers stand in a column. */
#define NUMERIC "sl-numeric"
/* How many times that a column of words may grow by. */
#define GROW_MAX 2

typedef void (*FitFunc) (GtkColumnView *view, int width);

typedef struct
{
  GtkColumnView *view; /* not owned: it owns this */
  FitFunc fit;
  guint fitting; /* source id, 0: none */
} Room;

static void
room_free (gpointer data)
{
  Room *room = data;

  g_clear_handle_id (&room->fitting, g_source_remove);
  g_free (room);
}

static int
get_px (GtkColumnViewColumn *column, const char *key)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), key));
}

static void
set_px (GtkColumnViewColumn *column, const char *key, int px)
{
  g_object_set_data (G_OBJECT (column), key, GINT_TO_POINTER (px));
}

/* A width that nobody gave here is the user's own. */
static gboolean
is_own (GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  return gtk_column_view_column_get_visible (column) && width != get_px (column, "sl-given");
}

static int
wish_of (GtkColumnViewColumn *column)
{
  return is_own (column) ? gtk_column_view_column_get_fixed_width (column) : get_px (column, WISH);
}

static void
give (GtkColumnViewColumn *column, int width)
{
  set_px (column, WISH, wish_of (column));
  set_px (column, "sl-given", width);
  gtk_column_view_column_set_fixed_width (column, width);
}

/* GTK 4.8 counts what is hidden into the width of a row, which shows where rows begin on the
 * right; so it is made 0 wide as well. */
static void
show_column (GtkColumnViewColumn *column, gboolean show)
{
  int wish = wish_of (column);

  if (gtk_column_view_column_get_visible (column) == show)
    return;
  set_px (column, WISH, wish);
  set_px (column, "sl-given", show ? wish : 0);
  gtk_column_view_column_set_visible (column, show);
  gtk_column_view_column_set_fixed_width (column, show ? wish : 0);
}

/* Hides what would be cut, from the last column on.
 * Returns: how wide the others are that stay, in pixels. */
static int
hide_cut (GListModel *columns, int left)
{
  int used = 0;
  gboolean fits = TRUE;

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = wish_of (column);

      fits = fits && used + width <= left;
      used += fits ? width : 0;
      show_column (column, fits);
    }
  return used;
}

static void
fit_by_hiding (GtkColumnView *view, int width)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  gboolean own = is_own (first);
  int used = hide_cut (columns, width - MIN (wish_of (first), width));

  if (!own)
    give (first, width - used);
}

/* How much @column can give away, in pixels. */
static int
slack_of (GtkColumnViewColumn *column)
{
  return is_own (column) ? 0 : MAX (0, get_px (column, WISH) - get_px (column, SL_TABLE_LEAST));
}

/* Columns of words grow with the table, in proportion and up to a width that holds most titles;
 * what is left is the first one's. Where rows begin on the right, GTK 4.8 puts a narrower table to
 * the left. */
static void
share_out (GListModel *columns, int spare)
{
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  int growing = get_px (first, WISH);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      growing += slack_of (column) > 0 ? get_px (column, WISH) : 0;
    }
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int wish = get_px (column, WISH);
      int more
          = i > 0 && slack_of (column) > 0 ? (int)((gint64)spare * wish / MAX (1, growing)) : 0;

      if (!is_own (column))
        give (column, wish + MIN (more, wish * GROW_MAX));
    }
  gtk_column_view_column_set_expand (first, TRUE);
}

static void
fit_by_shrinking (GtkColumnView *view, int width)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint n = g_list_model_get_n_items (columns);
  int wish = 0;
  int slack = 0;
  int lack;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      wish += wish_of (column);
      slack += slack_of (column);
    }
  if (n > 0 && wish < width)
    {
      share_out (columns, width - wish);
      return;
    }
  lack = wish - width <= slack ? MAX (0, wish - width) : 0; /* else it is scrolled, unspoiled */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int own = slack_of (column);

      if (!is_own (column))
        give (column, get_px (column, WISH) - (lack > 0 ? (own * lack + slack - 1) / slack : 0));
    }
}

/* @title: what GTK shows of a column, a box of its words and the arrow of what is sorted by, which
 * also has its place where it does not show. */
static void
set_at_end (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *last = GTK_IS_BOX (box) ? gtk_widget_get_last_child (box) : NULL;

  if (last == NULL || gtk_widget_get_halign (box) == GTK_ALIGN_END)
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), last, NULL);
}

/* GTK 4.8 makes a title anew when a column shows again, and sets all where one begins to read. */
static void
align_titles (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (get_px (column, NUMERIC) != FALSE)
        set_at_end (title);
      title = gtk_widget_get_next_sibling (title);
    }
}

static gboolean
fit_cb (gpointer data)
{
  Room *room = data;
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (room->view));
  int width = (int)gtk_adjustment_get_page_size (across);

  room->fitting = 0;
  if (width > 0)
    room->fit (room->view, width);
  align_titles (room->view);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is heard while the table is being placed. */
static void
page_size_cb (GtkColumnView *view)
{
  Room *room = g_object_get_data (G_OBJECT (view), "sl-room");

  if (room->fitting == 0)
    room->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, room, NULL);
}

static void
attach (GtkScrolledWindow *scroller, GtkColumnView *view, FitFunc fit)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  Room *room = g_new0 (Room, 1);

  room->view = view;
  room->fit = fit;
  g_object_set_data_full (G_OBJECT (view), "sl-room", room, room_free);
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (page_size_cb), view,
                           G_CONNECT_SWAPPED);
}

/* Columns may still be added. */
static void
adopt (GListModel *columns, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = gtk_column_view_column_get_fixed_width (column);

      set_px (column, WISH, width);
      set_px (column, "sl-given", width);
    }
}

void
sl_table_set_numeric (GtkColumnView *view, GtkColumnViewColumn *column, gboolean numeric)
{
  set_px (column, NUMERIC, numeric);
  align_titles (view);
}

void
sl_table_hide_what_is_cut (GtkScrolledWindow *scroller, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  adopt (columns, 0, 0, g_list_model_get_n_items (columns));
  attach (scroller, view, fit_by_hiding);
  hide_cut (columns, 0); /* cells of what has no room are not even made */
}

void
sl_table_shrink_to_fit (GtkScrolledWindow *scroller, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  adopt (columns, 0, 0, g_list_model_get_n_items (columns));
  attach (scroller, view, fit_by_shrinking);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (adopt), view, 0);
}

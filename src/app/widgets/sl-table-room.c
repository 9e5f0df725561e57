/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns that give way: a table beside a picture shows whole columns, as many as there is room
 * for. Those that are not shown stand in the inspector. */

#include "config.h"

#include "widgets/sl-table-tools.h"

typedef struct
{
  GtkColumnView *view; /* not owned: it owns this */
  int wish;            /* for the first column, in pixels */
  int given;           /* what it was given last; another width is the user's own */
  guint fitting;       /* source id, 0: none */
} Room;

static void
room_free (gpointer data)
{
  Room *room = data;

  g_clear_handle_id (&room->fitting, g_source_remove);
  g_free (room);
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
      int width = gtk_column_view_column_get_fixed_width (column);

      fits = fits && used + width <= left;
      used += fits ? width : 0;
      gtk_column_view_column_set_visible (column, fits);
    }
  return used;
}

static gboolean
fit_cb (gpointer data)
{
  Room *room = data;
  GListModel *columns = gtk_column_view_get_columns (room->view);
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (room->view));
  int width = (int)gtk_adjustment_get_page_size (across);
  int title = gtk_column_view_column_get_fixed_width (first);
  gboolean own = title != room->given;
  int used;

  room->fitting = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;
  used = hide_cut (columns, width - (own ? title : MIN (room->wish, width)));
  if (own)
    return G_SOURCE_REMOVE;
  room->given = width - used;
  gtk_column_view_column_set_fixed_width (first, room->given);
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

void
sl_table_hide_what_is_cut (GtkScrolledWindow *scroller, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  Room *room;

  /* GTK 4.8 misplaces the rows of tables with hidden columns there. */
  if (gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL)
    return;
  room = g_new0 (Room, 1);
  room->view = view;
  room->wish = room->given = gtk_column_view_column_get_fixed_width (first);
  g_object_set_data_full (G_OBJECT (view), "sl-room", room, room_free);
  hide_cut (columns, 0); /* cells of what has no room are not even made */
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (page_size_cb), view,
                           G_CONNECT_SWAPPED);
}

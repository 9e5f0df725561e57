/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that fill step by step: the view sees a slice of the rows that grows until it holds more
 * than a view makes widgets for; from then on it holds all. */

#include "config.h"

#include "widgets/sl-row-intake.h"

#define FIRST_ROWS 32 /* at least as many as are in sight on a laptop */
#define STEP_ROWS 24
#define VIEW_ROWS 208 /* GTK_LIST_VIEW_MAX_LIST_ITEMS of GTK 4 is 200 */

/* Behind the drawing of a frame (GDK_PRIORITY_REDRAW), so that each step is seen. */
#define STEP_PRIORITY (G_PRIORITY_DEFAULT_IDLE + 10)

static void
grow (GtkSliceListModel *slice, guint size)
{
  gtk_slice_list_model_set_size (slice, size < VIEW_ROWS ? size : G_MAXUINT);
}

static gboolean
step_cb (gpointer data)
{
  GtkSliceListModel *slice = data;
  guint size = gtk_slice_list_model_get_size (slice);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (slice));

  /* With fewer rows than it may hold nothing is waiting. */
  grow (slice, shown < size ? G_MAXUINT : size + STEP_ROWS);
  if (gtk_slice_list_model_get_size (slice) != G_MAXUINT)
    return G_SOURCE_CONTINUE;
  g_object_steal_data (G_OBJECT (slice), "sl-steps");
  return G_SOURCE_REMOVE;
}

static void
stop (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

static void
start_cb (GtkSliceListModel *slice)
{
  guint source;

  if (gtk_slice_list_model_get_size (slice) == G_MAXUINT
      || g_object_get_data (G_OBJECT (slice), "sl-steps") != NULL)
    return;
  source = g_idle_add_full (STEP_PRIORITY, step_cb, slice, NULL);
  g_object_set_data_full (G_OBJECT (slice), "sl-steps", GUINT_TO_POINTER (source), stop);
}

GtkMultiSelection *
sl_row_intake_new (GListModel *rows)
{
  return gtk_multi_selection_new (G_LIST_MODEL (gtk_slice_list_model_new (rows, 0, FIRST_ROWS)));
}

void
sl_row_intake_start_with (GtkMultiSelection *selection, GtkColumnView *view)
{
  g_signal_connect_object (view, "map", G_CALLBACK (start_cb),
                           gtk_multi_selection_get_model (selection), G_CONNECT_SWAPPED);
}

void
sl_row_intake_admit (GtkMultiSelection *selection, guint position)
{
  GtkSliceListModel *slice = GTK_SLICE_LIST_MODEL (gtk_multi_selection_get_model (selection));

  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (slice))
    gtk_slice_list_model_set_size (slice, G_MAXUINT);
}

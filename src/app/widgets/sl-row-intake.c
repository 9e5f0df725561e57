/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that fill step by step: the view sees a slice of the rows that grows until it holds more
 * than a view makes widgets for; from then on it holds all. Rows that come later are let in like
 * those at the start. */

#include "config.h"

#include "widgets/sl-row-intake.h"

#define VIEW_ROWS 208 /* GTK_LIST_VIEW_MAX_LIST_ITEMS of GTK 4 is 200 */

/* Behind the drawing of a frame (GDK_PRIORITY_REDRAW), so that each step is seen. */
#define STEP_PRIORITY (G_PRIORITY_DEFAULT_IDLE + 10)

static gboolean
step_cb (gpointer data)
{
  GtkSliceListModel *slice = data;
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (slice), "sl-step"));
  guint size = gtk_slice_list_model_get_size (slice);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (slice));

  if (shown == size && size + step < VIEW_ROWS)
    {
      gtk_slice_list_model_set_size (slice, size + step);
      return G_SOURCE_CONTINUE;
    }
  if (shown == size)
    gtk_slice_list_model_set_size (slice, G_MAXUINT);
  g_object_steal_data (G_OBJECT (slice), "sl-source");
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
      || g_object_get_data (G_OBJECT (slice), "sl-source") != NULL)
    return;
  source = g_idle_add_full (STEP_PRIORITY, step_cb, slice, NULL);
  g_object_set_data_full (G_OBJECT (slice), "sl-source", GUINT_TO_POINTER (source), stop);
}

/* More rows than the slice holds may have come; with fewer nothing is waiting. */
static void
rows_changed_cb (GtkWidget *view, guint position, guint removed, guint added,
                 GtkSliceListModel *slice)
{
  if (gtk_widget_get_mapped (view)
      && g_list_model_get_n_items (G_LIST_MODEL (slice)) == gtk_slice_list_model_get_size (slice))
    start_cb (slice);
}

GtkSliceListModel *
sl_row_intake_new (GListModel *rows, guint step)
{
  GtkSliceListModel *slice;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows) && step > 0, NULL);
  slice = gtk_slice_list_model_new (rows, 0, step);
  g_object_set_data (G_OBJECT (slice), "sl-step", GUINT_TO_POINTER (step));
  return slice;
}

void
sl_row_intake_start_with (GtkSliceListModel *intake, GtkWidget *view)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (intake) && GTK_IS_WIDGET (view));
  g_signal_connect_object (view, "map", G_CALLBACK (start_cb), intake, G_CONNECT_SWAPPED);
  g_signal_connect_object (intake, "items-changed", G_CALLBACK (rows_changed_cb), view,
                           G_CONNECT_SWAPPED);
}

void
sl_row_intake_admit (GtkSliceListModel *intake, guint position)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (intake));
  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (intake))
    gtk_slice_list_model_set_size (intake, G_MAXUINT);
}

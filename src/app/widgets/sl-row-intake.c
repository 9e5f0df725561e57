/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that fill step by step: the view sees a slice of the rows that grows until it holds more
 * than a view makes widgets for; from then on it holds all. Rows that come later are let in like
 * those at the start. What is out of sight waits a moment: the rest of the page comes first. */

#include "config.h"

#include "widgets/sl-row-intake.h"

#define VIEW_ROWS 208 /* GTK_LIST_VIEW_MAX_LIST_ITEMS of GTK 4 is 200 */

/* Behind the drawing of a frame (GDK_PRIORITY_REDRAW), so that each step is seen. */
#define STEP_PRIORITY (G_PRIORITY_DEFAULT_IDLE + 10)

/* How long the rows out of sight wait, and how many then come at once: no more than a frame has
 * time for, as somebody may be scrolling. */
#define PAUSE_MS 150
#define UNSEEN_STEP 8

#define INTAKE_KEY "sl-intake"
#define SOURCE_KEY "sl-intake-source"

static void
stop (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

static void
keep_source (GtkWidget *view, guint source)
{
  g_object_set_data_full (G_OBJECT (view), SOURCE_KEY, GUINT_TO_POINTER (source), stop);
}

/* From within the source. */
static void
forget_source (GtkWidget *view)
{
  g_object_steal_data (G_OBJECT (view), SOURCE_KEY);
}

/* Whether rows have been let in below the one that is lowest in sight. */
static gboolean
is_filled (GtkWidget *view)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  return place != NULL && gtk_adjustment_get_upper (place) > gtk_adjustment_get_page_size (place);
}

/* FALSE: no more is to come. */
static gboolean
admit_step (GtkSliceListModel *slice, guint step)
{
  guint size = gtk_slice_list_model_get_size (slice);

  if (g_list_model_get_n_items (G_LIST_MODEL (slice)) < size)
    return FALSE;
  gtk_slice_list_model_set_size (slice, size + step < VIEW_ROWS ? size + step : G_MAXUINT);
  return size + step < VIEW_ROWS;
}

static gboolean
unseen_cb (gpointer view)
{
  GtkSliceListModel *slice = g_object_get_data (view, INTAKE_KEY);

  if (gtk_widget_get_mapped (view) && admit_step (slice, UNSEEN_STEP))
    return G_SOURCE_CONTINUE;
  forget_source (view);
  return G_SOURCE_REMOVE;
}

static gboolean
paused_cb (gpointer view)
{
  forget_source (view);
  keep_source (view, g_idle_add_full (STEP_PRIORITY, unseen_cb, view, NULL));
  return G_SOURCE_REMOVE;
}

static gboolean
seen_cb (gpointer view)
{
  GtkSliceListModel *slice = g_object_get_data (view, INTAKE_KEY);
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (slice), "sl-step"));
  gboolean filled = is_filled (view);

  if (!filled && gtk_widget_get_mapped (view) && admit_step (slice, step))
    return G_SOURCE_CONTINUE;
  forget_source (view);
  if (filled)
    keep_source (view, g_timeout_add (PAUSE_MS, paused_cb, view));
  return G_SOURCE_REMOVE;
}

static void
start_cb (GtkWidget *view)
{
  GtkSliceListModel *slice = g_object_get_data (G_OBJECT (view), INTAKE_KEY);

  if (gtk_slice_list_model_get_size (slice) < G_MAXUINT
      && g_object_get_data (G_OBJECT (view), SOURCE_KEY) == NULL)
    keep_source (view, g_idle_add_full (STEP_PRIORITY, seen_cb, view, NULL));
}

/* More rows than the slice holds may have come; with fewer nothing is waiting. */
static void
rows_changed_cb (GtkWidget *view, guint position, guint removed, guint added,
                 GtkSliceListModel *slice)
{
  if (gtk_widget_get_mapped (view)
      && g_list_model_get_n_items (G_LIST_MODEL (slice)) == gtk_slice_list_model_get_size (slice))
    start_cb (view);
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
  g_object_set_data_full (G_OBJECT (view), INTAKE_KEY, g_object_ref (intake), g_object_unref);
  g_signal_connect (view, "map", G_CALLBACK (start_cb), NULL);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a chart view lays its scene out. Small plans are laid out at once, before the next frame.
 * Where the last layout took longer than a frame may, a worker does it from the immutable snapshot
 * while the old scene stays on screen; a result that something newer has overtaken is dropped.
 *
 * Charts of very many cells come in two steps: first what is in sight, then, by another worker and
 * when nothing has changed for a moment, the whole scene in its place. */

#include "config.h"

#include <adwaita.h>

#include "base/sl-date.h"
#include "widgets/sl-chart-view-private.h"

/* Longest layout that the main loop does itself; half a frame. */
#define SYNC_LIMIT_US 8000
/* How much smaller than it is to be a chart may come out that nobody has seen yet. */
#define SMALLER 0.7
/* So long nothing changes before a partial scene is completed: who types gets the processor. */
#define FILL_DELAY_MS 250
/* Scenes with as many marks are freed by a worker. */
#define MANY_MARKS 10000

typedef struct
{
  const SlChart *chart;
  SlSnapshot *plan;
  SlChartParams params;
  SlTextMeasure **measure; /* the view's, for the worker alone */
  gboolean fill;           /* completes what is in sight already */
  guint generation;
  gint64 took_us;
  GArray *hits;       /* of the new scene */
  GHashTable *by_hit; /* likewise */
} Job;

static GHashTable *
copy_ids (GHashTable *ids)
{
  GHashTable *copy;
  GHashTableIter iter;
  gpointer id;

  if (ids == NULL)
    return NULL;
  copy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_memdup2 (id, sizeof (SlId)));
  return copy;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  sl_snapshot_unref (job->plan);
  g_clear_pointer (&job->params.since.then, sl_snapshot_unref);
  g_clear_pointer (&job->params.collapsed, g_hash_table_unref);
  g_clear_pointer (&job->hits, g_array_unref);
  g_clear_pointer (&job->by_hit, g_hash_table_unref);
  g_free (job);
}

static void
prepare_params (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);

  /* What only goes on to other rows of the same scene overtakes nobody. */
  if (priv->stale || priv->scene == NULL)
    {
      priv->generation++;
      priv->complete = FALSE;
    }
  priv->stale = FALSE;
  priv->params.today = sl_day_today ();
  priv->params.since = *sl_session_get_since (priv->session);
  priv->params.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  if (klass->prepare != NULL)
    klass->prepare (self, sl_chart_view_base_scale (self) * (priv->zoom > 0 ? priv->zoom : 1.0));
}

static void
free_in_worker (GTask *task, gpointer source, gpointer scene, GCancellable *cancellable)
{
  sl_scene_unref (scene);
}

/* The texts of a large scene take longer to free than a frame may. (transfer full) */
static void
drop_scene (SlScene *scene)
{
  if (sl_scene_n_marks (scene) < MANY_MARKS)
    {
      sl_scene_unref (scene);
      return;
    }
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  sl_scene_forget_shaped (scene);
  g_task_set_task_data (task, scene, NULL);
  g_task_run_in_thread (task, free_in_worker);
}

/* What is in sight, and half as much again above and below it; scene points. */
static SlChartSight
find_sight (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const double scale
      = priv->scene != NULL && priv->scale > 0
            ? priv->scale
            : sl_chart_view_base_scale (self) * (priv->zoom > 0 ? priv->zoom * SMALLER : SMALLER);
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;
  const double y = priv->scene != NULL ? gtk_adjustment_get_value (priv->vadjustment) / scale : 0.0;

  return (SlChartSight){ y - height / 2, 2 * height };
}

gboolean
sl_chart_view_is_partial (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  return priv->scene != NULL && sl_scene_is_partial (priv->scene);
}

gboolean
sl_chart_view_shows_sight (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const double top = gtk_adjustment_get_value (priv->vadjustment) / priv->scale;
  const double bottom = top + gtk_widget_get_height (GTK_WIDGET (self)) / priv->scale;

  return !sl_chart_view_is_partial (self)
         || ((priv->sight.y <= top || top <= 0)
             && MIN (bottom, sl_scene_get_height (priv->scene))
                    <= priv->sight.y + priv->sight.height);
}

/* Takes @scene, its @hits and @by_hit (all transfer full). */
static void
install_scene (SlChartView *self, SlScene *scene, GArray *hits, GHashTable *by_hit)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  gboolean focus = priv->focus_wanted && gtk_widget_has_focus (GTK_WIDGET (self));

  priv->focus_wanted = FALSE;
  g_clear_pointer (&priv->scene, drop_scene);
  g_array_unref (priv->hits);
  g_hash_table_unref (priv->by_hit);
  g_clear_pointer (&priv->selected, g_array_unref);
  priv->scene = scene;
  priv->complete = !sl_scene_is_partial (scene);
  priv->hits = hits;
  priv->by_hit = by_hit;
  priv->block = (SlRect){ 0 };
  g_hash_table_remove_all (priv->tiles);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      sl_chart_view_update_range (self);
      sl_chart_view_keep_place (self);
    }
  sl_chart_view_rebuild_marks (self);
  if (focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (self, "laid-out");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (priv->wanted != SL_ID_NONE)
    {
      SlId wanted = priv->wanted;

      priv->wanted = SL_ID_NONE;
      sl_chart_view_show_record (self, wanted);
    }
}

void
sl_chart_view_ensure_scene (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  gint64 begin = g_get_monotonic_time ();
  SlScene *scene;
  GArray *hits;
  GHashTable *by_hit;

  if (!priv->stale && priv->scene != NULL && !sl_chart_view_is_partial (self))
    return;
  prepare_params (self);
  scene = sl_chart_layout (priv->chart, sl_session_get_snapshot (priv->session), &priv->params,
                           priv->measure);
  hits = sl_chart_view_collect_hits (scene, &by_hit);
  install_scene (self, scene, hits, by_hit);
  priv->layout_us = g_get_monotonic_time () - begin;
}

gboolean
sl_chart_view_ensure_quickly (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  if ((priv->stale || priv->scene == NULL)
      && (priv->layout_us > SYNC_LIMIT_US || priv->scene == NULL))
    return FALSE;
  if (priv->stale)
    sl_chart_view_ensure_scene (self);
  return TRUE;
}

static void
layout_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  gint64 begin = g_get_monotonic_time ();
  SlScene *scene;

  if (*job->measure == NULL)
    *job->measure = sl_text_measure_new_mobile ();
  scene = sl_chart_layout (job->chart, job->plan, &job->params, *job->measure);
  sl_scene_prepare (scene);
  job->hits = sl_chart_view_collect_hits (scene, &job->by_hit);
  job->took_us = g_get_monotonic_time () - begin;
  g_task_return_pointer (task, scene, (GDestroyNotify)sl_scene_unref);
}

/* @fill: completes what is in sight already */
static void start_worker (SlChartView *self, gboolean fill);

static gboolean
fill_cb (gpointer data)
{
  SlChartView *self = data;
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  priv->fill_id = 0;
  /* Whoever is at work comes here again when it is done. */
  if (priv->session != NULL && !priv->stale && !priv->working && !priv->filling
      && sl_chart_view_is_partial (self))
    start_worker (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  g_clear_handle_id (&priv->fill_id, g_source_remove);
  priv->fill_id = g_timeout_add (FILL_DELAY_MS, fill_cb, self);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlChartView *self = SL_CHART_VIEW (source);
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  Job *job = g_task_get_task_data (G_TASK (result));
  SlScene *scene = g_task_propagate_pointer (G_TASK (result), NULL);

  if (job->fill)
    priv->filling = FALSE;
  else
    priv->working = FALSE;
  /* Part of a scene says nothing of how long the whole would take. */
  priv->layout_us = sl_scene_is_partial (scene) ? SYNC_LIMIT_US + 1 : job->took_us;
  if (priv->session == NULL || job->generation != priv->generation || priv->complete)
    drop_scene (scene);
  else
    {
      priv->sight = job->params.sight;
      install_scene (self, scene, g_steal_pointer (&job->hits), g_steal_pointer (&job->by_hit));
    }
  if (priv->session == NULL)
    return;
  if (priv->stale || (sl_chart_view_is_partial (self) && !sl_chart_view_shows_sight (self)))
    sl_chart_view_queue_layout (self);
  if (sl_chart_view_is_partial (self))
    queue_fill (self);
}

static void
start_worker (SlChartView *self, gboolean fill)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  g_autoptr (GTask) task = g_task_new (self, NULL, job_done_cb, NULL);
  Job *job = g_new0 (Job, 1);

  prepare_params (self);
  job->chart = priv->chart;
  job->plan = sl_snapshot_ref (sl_session_get_snapshot (priv->session));
  job->params = priv->params;
  if (job->params.since.then != NULL)
    sl_snapshot_ref (job->params.since.then);
  job->params.collapsed = copy_ids (priv->params.collapsed);
  job->measure = fill ? &priv->whole_measure : &priv->worker_measure;
  job->generation = priv->generation;
  job->fill = fill;
  /* Signs of change are counted over the whole scene. */
  if (!fill && job->params.since.then == NULL)
    job->params.sight = find_sight (self);
  if (fill)
    priv->filling = TRUE;
  else
    priv->working = TRUE;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, layout_in_worker);
}

static gboolean
layout_cb (gpointer data)
{
  SlChartView *self = data;
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  priv->layout_id = 0;
  if (priv->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return G_SOURCE_REMOVE;
  if (priv->layout_us <= SYNC_LIMIT_US && priv->scene != NULL)
    sl_chart_view_ensure_scene (self);
  else if (!priv->working
           && (priv->stale || priv->scene == NULL || !sl_chart_view_shows_sight (self)))
    start_worker (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* A layout makes and drops mark widgets, which must not happen while widgets are given their
 * places; it runs before the next frame instead. A view that is not shown waits until it is. */
void
sl_chart_view_queue_layout (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  if (priv->layout_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, layout_cb, self, NULL);
}

void
sl_chart_view_relayout (SlChartView *self)
{
  sl_chart_view_get_private (self)->stale = TRUE;
  sl_chart_view_queue_layout (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One analysis at a time in a thread: a change while it runs cancels it, and the next begins. */

#include "config.h"

#include "analysis/sl-analyzer.h"

/* As many as a list makes rows for. */
#define TOLD 208u

struct _SlAnalyzer
{
  GObject parent_instance;

  SlStore *store;
  gint64 today;
  SlAnalysis *analysis;  /* nullable: the newest that is finished */
  GCancellable *running; /* nullable */
  gboolean stale;        /* the plan changed since @running began */
};

G_DEFINE_FINAL_TYPE (SlAnalyzer, sl_analyzer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  SlSnapshot *plan;
  gint64 today;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sl_snapshot_unref (job->plan);
  g_free (job);
}

/* The first findings are what a list shows: their words are made here, not while it is drawn. */
static void
tell_first (const SlAnalysis *analysis)
{
  for (guint i = 0; i < MIN (analysis->findings->len, TOLD); i++)
    sl_finding_told (analysis->findings->pdata[i]);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  SlAnalysis *analysis = sl_analysis_new (job->plan, job->today, cancellable);

  if (analysis == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return;
    }
  tell_first (analysis);
  g_task_return_pointer (task, analysis, (GDestroyNotify)sl_analysis_unref);
}

static void begin (SlAnalyzer *self);

static void
drop_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  sl_analysis_unref (data);
}

/* Thousands of findings take longer to free than a frame lasts. */
static void
drop (SlAnalysis *analysis)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, analysis, NULL);
  g_task_run_in_thread (task, drop_work);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlAnalyzer *self = SL_ANALYZER (source);
  SlAnalysis *analysis = g_task_propagate_pointer (G_TASK (result), NULL);
  SlAnalysis *old = NULL;

  g_clear_object (&self->running);
  if (analysis != NULL)
    {
      old = g_steal_pointer (&self->analysis);
      self->analysis = analysis;
    }
  if (self->store != NULL && self->stale)
    begin (self);
  if (analysis != NULL || self->running == NULL)
    g_signal_emit (self, signals[CHANGED], 0);
  /* Listeners have let go of it by now. */
  if (old != NULL)
    drop (old);
}

static void
begin (SlAnalyzer *self)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  job->plan = sl_snapshot_ref (sl_store_get_snapshot (self->store));
  job->today = self->today;
  self->stale = FALSE;
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, done_cb, NULL);
  /* A result that came in time is better than none, even if the next is under way. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
refresh (SlAnalyzer *self)
{
  if (self->running == NULL)
    {
      begin (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  self->stale = TRUE;
  g_cancellable_cancel (self->running);
}

static void
sl_analyzer_dispose (GObject *object)
{
  SlAnalyzer *self = SL_ANALYZER (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  G_OBJECT_CLASS (sl_analyzer_parent_class)->dispose (object);
}

static void
sl_analyzer_class_init (SlAnalyzerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_analyzer_dispose;
  signals[CHANGED] = g_signal_new ("changed", SL_TYPE_ANALYZER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
sl_analyzer_init (SlAnalyzer *self)
{
}

SlAnalyzer *
sl_analyzer_new (SlStore *store, gint64 today)
{
  SlAnalyzer *self = g_object_new (SL_TYPE_ANALYZER, NULL);

  self->store = g_object_ref (store);
  self->today = today;
  g_signal_connect_swapped (store, "changed", G_CALLBACK (refresh), self);
  begin (self);
  return self;
}

SlAnalysis *
sl_analyzer_get (SlAnalyzer *self)
{
  g_return_val_if_fail (SL_IS_ANALYZER (self), NULL);

  return self->analysis;
}

gboolean
sl_analyzer_is_busy (SlAnalyzer *self)
{
  g_return_val_if_fail (SL_IS_ANALYZER (self), FALSE);

  return self->running != NULL;
}

void
sl_analyzer_set_today (SlAnalyzer *self, gint64 today)
{
  g_return_if_fail (SL_IS_ANALYZER (self));

  if (self->today == today)
    return;
  self->today = today;
  refresh (self);
}

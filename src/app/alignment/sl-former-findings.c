/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Analyses the former plan once in a thread, as soon as a day is chosen. */

#include "config.h"

#include "alignment/sl-former-findings.h"

struct _SlFormerFindings
{
  GObject parent_instance;

  SlSession *session;
  SlAnalysis *then; /* nullable: nothing is compared, or it is not known yet */
  gint64 day;
  GCancellable *working; /* nullable */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SlFormerFindings, sl_former_findings, G_TYPE_OBJECT)

static void
stop (SlFormerFindings *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_pointer (&self->then, sl_analysis_unref);
}

static void
sl_former_findings_dispose (GObject *object)
{
  SlFormerFindings *self = SL_FORMER_FINDINGS (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_former_findings_parent_class)->dispose (object);
}

static void
sl_former_findings_class_init (SlFormerFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_former_findings_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_former_findings_init (SlFormerFindings *self)
{
  self->day = SL_INT_NULL;
}

/* @data: the SlChartSince to look at */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const SlChartSince *since = data;
  SlAnalysis *then = sl_analysis_new (since->then, since->day, cancellable);

  if (then == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_task_return_pointer (task, then, (GDestroyNotify)sl_analysis_unref);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlFormerFindings *self = SL_FORMER_FINDINGS (source);
  SlAnalysis *then = g_task_propagate_pointer (G_TASK (result), NULL);

  if (then == NULL)
    return;
  g_clear_object (&self->working);
  self->then = then;
  g_signal_emit (self, changed_signal, 0);
}

static void
since_free (gpointer data)
{
  SlChartSince *since = data;

  sl_snapshot_unref (since->then);
  g_free (since);
}

static void
since_changed_cb (SlFormerFindings *self)
{
  const SlChartSince *since = sl_session_get_since (self->session);
  g_autoptr (GTask) task = NULL;
  SlChartSince *job;

  stop (self);
  self->day = since->day;
  if (since->then == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  job = g_memdup2 (since, sizeof *since);
  sl_snapshot_ref (job->then);
  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, done_cb, NULL);
  g_task_set_task_data (task, job, since_free);
  g_task_run_in_thread (task, work);
}

SlFormerFindings *
sl_former_findings_new (SlSession *session)
{
  SlFormerFindings *self = g_object_new (SL_TYPE_FORMER_FINDINGS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "since-changed", G_CALLBACK (since_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (sl_session_get_since (session)->then != NULL)
    since_changed_cb (self);
  return self;
}

SlAnalysisSince *
sl_former_findings_compare (SlFormerFindings *self, const SlAnalysis *now)
{
  g_return_val_if_fail (SL_IS_FORMER_FINDINGS (self), NULL);

  return self->then != NULL ? sl_analysis_since_new (now, self->then, self->day) : NULL;
}

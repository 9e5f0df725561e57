/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tries a fix in a transaction that is taken back, and says how the analysis differs. */

#include "config.h"

#include "alignment/sl-fix-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/sl-format-text.h"

typedef struct
{
  GVariant *fix;        /* parameters of "fix.apply" */
  SlSnapshot *plan;     /* after the fix; NULL until it was tried */
  SlAnalysis *analysis; /* before it */
  char *key;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_variant_unref (job->fix);
  g_clear_pointer (&job->plan, sl_snapshot_unref);
  sl_analysis_unref (job->analysis);
  g_free (job->key);
  g_free (job);
}

GVariant *
sl_fix_params (const SlFinding *finding, const SlRemedy *remedy)
{
  return g_variant_new ("(sxs@a(sv))", finding->key, sl_finding_subject (finding), remedy->label,
                        remedy->steps);
}

/* Findings of @after that @before does not know. */
static guint
count_new (const SlAnalysis *before, const SlAnalysis *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < before->findings->len; i++)
    g_hash_table_add (known, ((SlFinding *)before->findings->pdata[i])->key);
  for (guint i = 0; i < after->findings->len; i++)
    n += !g_hash_table_contains (known, ((SlFinding *)after->findings->pdata[i])->key);
  return n;
}

static void
append_index (GString *out, const SlAnalysis *before, const SlAnalysis *after)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!before->index->gate_open || !after->index->gate_open)
    return;
  from = sl_format_number (before->index->index, 1);
  to = sl_format_number (after->index->index, 1);
  /* Translators: the alignment index before and after a fix. */
  g_string_append_printf (out, _ ("Alignment %s → %s"), from, to);
  g_string_append (out, " · ");
}

static char *
compare (const SlAnalysis *before, const SlAnalysis *after, const char *key)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const SlFinding *now = sl_analysis_find (before, key);
  const SlFinding *then = sl_analysis_find (after, key);
  guint n_new = count_new (before, after);

  append_index (out, before, after);
  if (then == NULL)
    g_string_append (out, _ ("this finding goes"));
  else if (now != NULL && then->severity < now->severity)
    g_string_append_printf (out, _ ("this finding stays, but becomes milder: %s"),
                            sl_severity_word_title (sl_severity_word (then->severity)));
  else
    g_string_append (out, _ ("this finding stays"));
  if (n_new > 0)
    {
      g_string_append (out, " · ");
      g_string_append_printf (out, ngettext ("%u other comes", "%u others come", n_new), n_new);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (SlAnalysis) after
      = sl_analysis_new (job->plan, job->analysis->facts->today, cancellable);

  if (after == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_task_return_pointer (task, compare (job->analysis, after, job->key), g_free);
}

/* The preview may be asked for while the project tells of a change; it takes no other one then. */
static gboolean
try_cb (gpointer data)
{
  GTask *task = data;
  SlSession *session = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  job->plan = sl_project_try (sl_session_get_project (session), "fix.apply", job->fix, &error);
  if (job->plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, work);
  return G_SOURCE_REMOVE;
}

void
sl_fix_preview_async (SlSession *session, SlAnalysis *analysis, const SlFinding *finding,
                      const SlRemedy *remedy, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, data);
  g_autoptr (GSource) source = g_idle_source_new ();
  Job *job = g_new0 (Job, 1);

  job->fix = g_variant_ref_sink (sl_fix_params (finding, remedy));
  job->analysis = sl_analysis_ref (analysis);
  job->key = g_strdup (finding->key);
  g_task_set_task_data (task, job, job_free);
  g_task_attach_source (task, source, try_cb);
}

char *
sl_fix_preview_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that holds a review: it keeps what the plan looked like, so that later ones can say
 * since when a finding is open and how the alignment moved. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-analysis.h"
#include "base/sl-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Codes of the sub-measures of which anything is assessed, "A1 A3a"; findings, one key a line. */
static void
describe (const SlAnalysis *analysis, GString *assessed, GString *keys)
{
  for (guint sub = 0; sub < SL_N_SUBS; sub++)
    if (analysis->index->subs[sub].coverage > 0.0)
      g_string_append_printf (assessed, "%s%s", assessed->len > 0 ? " " : "",
                              sl_sub_measure_code (sub));
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (keys->len + 200 < SL_PROSE_MAX_CHARS)
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? "\n" : "", finding->key);
    }
}

static gboolean
run_hold (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (SlAnalysis) analysis
      = sl_analysis_new (sl_txn_get_snapshot (txn), sl_day_today (), NULL);
  g_autoptr (GString) assessed = g_string_new (NULL);
  g_autoptr (GString) keys = g_string_new (NULL);
  g_auto (SlCmdRow) row;
  const char *title;

  g_variant_get (params, "(&s)", &title);
  sl_cmd_row_init (&row, SL_KIND_REVIEW);
  describe (analysis, assessed, keys);
  sl_cmd_row_set_text (&row, SL_REVIEW_TITLE, title);
  sl_cmd_row_set_int (&row, SL_REVIEW_DAY, sl_day_today ());
  if (!isnan (analysis->index->index))
    sl_cmd_row_set_real (&row, SL_REVIEW_INDEX, analysis->index->index);
  sl_cmd_row_set_real (&row, SL_REVIEW_COVERAGE, CLAMP (analysis->index->coverage, 0.0, 1.0));
  sl_cmd_row_set_text (&row, SL_REVIEW_ASSESSED, assessed->str);
  sl_cmd_row_set_text (&row, SL_REVIEW_FINDINGS, keys->str);
  result->subject = g_strdup (title);
  return sl_cmd_row_insert (&row, txn, &result->id, error);
}

const SlCommand sl_cmd_review_hold = {
  "review.hold",
  N_ ("Hold review “%s”"),
  "(s)",
  run_hold,
};

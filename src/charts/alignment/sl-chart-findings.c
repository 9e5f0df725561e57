/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings for decision: each with what it rests on and boxes to tick. What is only for information
 * or accepted is counted. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>

static void
add_remark (SlFlow *flow, guint n_info, guint n_accepted, guint n_muted)
{
  g_autofree char *text = NULL;

  if (n_info + n_accepted + n_muted == 0)
    return;
  /* Translators: counts of what a list of findings leaves out. */
  text = g_strdup_printf (_ ("not shown: %u for information, %u accepted, %u muted rules"), n_info,
                          n_accepted, n_muted);
  sl_scene_add_remark (flow->scene, text);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);
  g_autoptr (SlAnalysisSince) since = sl_alignment_since (params, analysis);
  guint n_info = 0, n_accepted = 0, n_shown = 0;
  SlFlow flow;

  sl_flow_init (&flow, scene, measure, params);
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      n_accepted += finding->accepted;
      n_info += !finding->accepted && finding->severity <= 0.0;
      if (finding->accepted || finding->severity <= 0.0)
        continue;
      sl_alignment_add_finding (&flow, analysis, since, finding, TRUE);
      sl_flow_break (&flow);
      n_shown++;
    }
  if (n_shown == 0)
    sl_flow_paragraph (&flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                       _ ("Nothing is found. The more is entered, the more can be found."));
  sl_alignment_add_since (scene, since);
  add_remark (&flow, n_info, n_accepted, analysis->n_muted);
  sl_flow_finish (&flow);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);

  return sl_alignment_headline (analysis);
}

const SlChart sl_chart_findings = {
  .id = "findings",
  .title = N_ ("Findings for Decision"),
  .kinds = SL_ALIGNMENT_KINDS,
  .layout = layout,
  .headline = headline,
};

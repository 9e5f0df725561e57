/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alignment profile: seven bars, never one naked number. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);
  g_autoptr (SlAnalysisSince) since = sl_alignment_since (params, analysis);
  g_autofree char *verdict = sl_alignment_verdict (analysis);
  SlFlow flow;

  sl_flow_init (&flow, scene, measure, params);
  sl_flow_paragraph (&flow, SL_STYLE_TEXT, SL_FONT_HEAD, 8.0, verdict);
  sl_alignment_add_profile (&flow, analysis, since);
  sl_flow_finish (&flow);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);

  return sl_alignment_headline (analysis);
}

const SlChart sl_chart_profile = {
  .id = "profile",
  .title = N_ ("Alignment Profile"),
  .kinds = SL_ALIGNMENT_KINDS,
  .layout = layout,
  .headline = headline,
};

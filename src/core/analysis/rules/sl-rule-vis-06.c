/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-06: the plan has goals and neither a vision nor a mission. Source: METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The weightiest objective, or -1. */
static int
first_objective (const SlFacts *facts)
{
  int best = -1;

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].objective && facts->goals[i].active
        && (best < 0 || facts->goals[i].weight > facts->goals[best].weight))
      best = (int)i;
  return best;
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *projects = sl_snapshot_table (facts->plan, SL_KIND_PROJECT);
  SlId project = sl_snapshot_project_id (facts->plan);
  int objective = first_objective (facts);
  g_autofree char *title = sl_rule_title (facts, project);
  SlFinding *finding;

  if (facts->n_goals == 0 || sl_table_is_set (projects, 0, SL_PROJECT_VISION)
      || sl_table_is_set (projects, 0, SL_PROJECT_MISSION))
    return;
  finding = sl_rule_find (
      run, 0.0,
      g_strdup_printf (_ ("“%s” has goals and no vision or mission: the parties cannot see what "
                          "they are for; write one sentence that all of them would sign."),
                       title),
      project, SL_ID_NONE);
  sl_finding_add_evidence (finding, g_strdup (_ ("Vision")), g_strdup (_ ("not written down")), NAN,
                           NULL, project);
  sl_finding_add_evidence (finding, g_strdup (_ ("Mission")), g_strdup (_ ("not written down")),
                           NAN, NULL, project);
  if (objective >= 0)
    {
      const char *vision = sl_facts_title (facts, facts->goals[objective].id);

      sl_finding_add_remedy (
          finding, g_strdup_printf (_ ("Begin with the first objective: “%s”"), vision),
          sl_remedy_set (project, "vision", g_variant_new_string (vision)), project);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Write the vision")), NULL, project);
}

const SlRule sl_rule_vis_06 = {
  .id = "VIS-06",
  .title = N_ ("There is no vision or mission"),
  .why = N_ ("A clear and compelling vision is what goals of all parties can be held against. "
             "Develop it together before the goals."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_GOAL),
  .eval = eval,
};

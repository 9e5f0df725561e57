/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-08: fewer than 60 % of the parties put the same goal first. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REQUIRED_SHARE 0.6
#define MIN_PARTIES 2
#define MAX_POINTS 100.0

/* The goal that a party gives the most points, or -1: none, or several the same. */
static int
first_priority (const SlFacts *facts, guint party)
{
  int best = -1;
  gboolean tied = FALSE;

  for (guint g = 0; g < facts->n_goals; g++)
    {
      double share = sl_facts_priority (facts, party, g);
      double most = best >= 0 ? sl_facts_priority (facts, party, (guint)best) : 0.0;

      if (share <= 0.0 || share < most)
        continue;
      tied = best >= 0 && share <= most;
      if (share > most)
        best = (int)g;
    }
  return tied ? -1 : best;
}

/* The goal that most parties put first, or -1. @firsts: of each party */
static int
favorite (const SlFacts *facts, const int *firsts, guint *n)
{
  g_autofree guint *votes = g_new0 (guint, facts->n_goals + 1);
  int best = -1;

  for (guint p = 0; p < facts->n_parties; p++)
    if (firsts[p] >= 0)
      votes[firsts[p]]++;
  for (guint g = 0; g < facts->n_goals; g++)
    if (votes[g] > 0 && (best < 0 || votes[g] > votes[best]))
      best = (int)g;
  *n = best >= 0 ? votes[best] : 0;
  return best;
}

/* The most points that each party gave to one goal, as they were typed. */
static double *
most_points (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PRIORITY);
  double *most = g_new0 (double, facts->n_parties + 1);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int party = sl_facts_party (facts, sl_table_ref (table, row, SL_PRIORITY_PARTY));
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_PRIORITY_GOAL));

      if (party >= 0 && goal >= 0 && facts->goals[goal].shared && facts->goals[goal].active)
        most[party] = MAX (most[party], sl_table_real (table, row, SL_PRIORITY_POINTS));
    }
  return most;
}

/* As many others as it takes put @goal first too. */
static void
add_remedy (SlFinding *finding, const SlFacts *facts, const int *firsts, int goal, guint missing)
{
  g_autofree double *most = most_points (facts);
  g_autoptr (GString) names = g_string_new (NULL);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint p = 0; p < facts->n_parties && missing > 0; p++)
    {
      if (!facts->parties[p].answered || firsts[p] == goal || most[p] + 1.0 > MAX_POINTS)
        continue;
      sl_remedy_add_step (&steps, "priority.set", "(xxd)", facts->parties[p].id,
                          facts->goals[goal].id, most[p] + 1.0);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              sl_facts_title (facts, facts->parties[p].id));
      missing--;
    }
  if (missing == 0)
    /* Translators: a goal, names of parties. */
    sl_finding_add_remedy (finding,
                           g_strdup_printf (_ ("Put “%s” first: %s agrees"),
                                            sl_facts_title (facts, facts->goals[goal].id),
                                            names->str),
                           g_variant_builder_end (&steps), facts->goals[goal].id);
  else
    g_variant_builder_clear (&steps);
}

static void
report (SlRuleRun *run, const int *firsts, int goal, guint n, guint n_answered)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree char *name = sl_rule_goal_name (facts, &facts->goals[goal]);
  guint needed = (guint)ceil (REQUIRED_SHARE * n_answered - 1e-9);
  SlFinding *finding
      = sl_rule_find (run, 0.0,
                      /* Translators: number of parties, number of parties, goal with its party. */
                      g_strdup_printf (_ ("Only %u of %u parties put the same goal first, %s: "
                                          "settle a common first priority together."),
                                       n, n_answered, name),
                      facts->goals[goal].id, SL_ID_NONE);

  for (guint p = 0; p < facts->n_parties; p++)
    {
      if (!facts->parties[p].answered)
        continue;
      sl_finding_add_party (finding, facts->parties[p].id);
      sl_finding_add_evidence (
          finding,
          g_strdup_printf (_ ("%s puts first"), sl_facts_title (facts, facts->parties[p].id)),
          g_strdup (firsts[p] >= 0 ? sl_facts_title (facts, facts->goals[firsts[p]].id)
                                   : _ ("several")),
          NAN, NULL, facts->parties[p].id);
    }
  sl_finding_add_share (finding, g_strdup (_ ("Share of the parties")), (double)n / n_answered,
                        facts->goals[goal].id);
  add_remedy (finding, facts, firsts, goal, needed - n);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree int *firsts = g_new0 (int, facts->n_parties + 1);
  guint n_answered = 0, n = 0;
  int goal;

  for (guint p = 0; p < facts->n_parties; p++)
    {
      firsts[p] = first_priority (facts, p);
      n_answered += facts->parties[p].answered;
    }
  goal = favorite (facts, firsts, &n);
  if (goal >= 0 && n_answered >= MIN_PARTIES && n < REQUIRED_SHARE * n_answered - 1e-9)
    report (run, firsts, goal, n, n_answered);
}

const SlRule sl_rule_vis_08 = {
  .id = "VIS-08",
  .title = N_ ("No common first priority"),
  .why = N_ ("Parties that share a vision name the same goal first. Rank the goals together until "
             "most of them do."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains the tiles of the Today page. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "analysis/sl-spending.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lines that a list names: who wants more goes to the page. */
#define MAX_LINES 8

static char *
share_words (double share)
{
  return isnan (share) ? g_strdup (_ ("not assessed")) : sl_format_percent (share, 0);
}

static const char *
formula_of (SlBenefit benefit)
{
  static const char *const formulas[SL_N_BENEFITS] = {
    [SL_BENEFIT_VISION] = N_ ("What is in order of what is assessed of the shared vision, by its "
                              "points in the alignment index."),
    [SL_BENEFIT_ENGAGEMENT] = N_ ("How far the parties are engaged as they should be, by their "
                                  "influence."),
    [SL_BENEFIT_RESOURCES] = N_ ("How far money and work go to the goals by their weight: 100 % "
                                 "where shares of money and weight are the same."),
    [SL_BENEFIT_FOCUS] = N_ ("The weight of the goals that lead up to an objective, of the weight "
                             "of all open goals."),
    [SL_BENEFIT_EFFICIENCY] = N_ ("The money on what leads to the strategy, once, of all money."),
    [SL_BENEFIT_COORDINATION] = N_ ("The mean of two shares: who knows of the goals that touch "
                                    "them, and which work has clear roles."),
  };

  return _ (formulas[benefit]);
}

static const char *
source_of (SlBenefit benefit)
{
  if (benefit == SL_BENEFIT_FOCUS)
    return _ ("Line of sight, Boswell and Boudreau (2001)");
  if (benefit == SL_BENEFIT_EFFICIENCY)
    return _ ("The wasted-resource meter of the Resources page");
  return _ ("Composite indicators, OECD and JRC Handbook (2008)");
}

/* --- What is made of parts of the index --- */

static gboolean
costs_one_of (const SlFinding *finding, const SlSubMeasure *subs, guint n)
{
  for (guint t = 0; t < finding->touches->len; t++)
    for (guint i = 0; i < n; i++)
      if (g_array_index (finding->touches, SlTouch, t).sub == subs[i])
        return finding->points > 0.0;
  return FALSE;
}

static void
add_findings (SlExplanation *self, const SlAnalysis *analysis, const SlSubMeasure *subs, guint n)
{
  guint n_said = 0;

  for (guint i = 0; i < analysis->findings->len && n_said < MAX_LINES; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->accepted || !costs_one_of (finding, subs, n))
        continue;
      sl_explanation_note (self, g_strdup (sl_finding_told (finding)->sentence));
      n_said++;
    }
}

static void
add_subs (SlExplanation *self, const SlAnalysis *analysis, SlBenefit benefit)
{
  guint n = 0;
  const SlSubMeasure *subs = sl_benefit_subs (benefit, &n);

  for (guint i = 0; i < n; i++)
    {
      const SlIndexSub *sub = &analysis->index->subs[subs[i]];
      g_autofree char *open = sl_format_percent (1.0 - sub->coverage, 0);
      g_autofree char *words = NULL;

      if (!isnan (sub->score))
        sl_explanation_add (self, g_strdup (sl_sub_measure_title (subs[i])),
                            share_words (sub->score), sub->score, "ratio", SL_ID_NONE);
      if (sub->coverage >= 1.0)
        continue;
      /* Translators: share of what a dimension looks at. */
      words = g_strdup_printf (_ ("%s not assessed"), open);
      sl_explanation_leave_out (self, g_strdup (sl_sub_measure_title (subs[i])), words, SL_ID_NONE);
    }
  add_findings (self, analysis, subs, n);
}

/* --- What is added up from facts --- */

static void
add_goals (SlExplanation *self, const SlFacts *facts)
{
  guint n = 0, n_in_sight = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (!goal->active)
        continue;
      n++;
      if (goal->distance >= 0)
        {
          n_in_sight++;
          continue;
        }
      if (n - n_in_sight <= MAX_LINES)
        sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, goal->id)),
                                  _ ("leads to no objective"), goal->id);
    }
  /* Translators: how many of how many: “12 of 18” */
  words = g_strdup_printf (_ ("%u of %u"), n_in_sight, n);
  sl_explanation_add (self, g_strdup (_ ("Open goals that lead up to an objective")),
                      g_steal_pointer (&words), (double)n_in_sight, NULL, SL_ID_NONE);
}

static char *
money_words (const SlFacts *facts, double minor)
{
  return sl_format_money ((gint64)llround (minor), facts->currency);
}

static void
add_spending (SlExplanation *self, const SlFacts *facts)
{
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  guint n_said = 0;

  for (guint i = 0; i < SL_N_SPENDINGS; i++)
    if (spending->money[i] > 0.0)
      sl_explanation_add (self, g_strdup (sl_spending_words (i)),
                          money_words (facts, spending->money[i]), spending->money[i], "minor",
                          SL_ID_NONE);
  for (guint i = 0; i < spending->lines->len && n_said < MAX_LINES; i++)
    {
      const SlSpendingLine *line = &g_array_index (spending->lines, SlSpendingLine, i);

      if (line->type == SL_SPENDING_ALIGNED || line->money <= 0.0)
        continue;
      sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, line->id)),
                                sl_spending_words (line->type), line->id);
      n_said++;
    }
}

SlExplanation *
sl_explain_benefit (const SlAnalysis *analysis, SlBenefit benefit)
{
  SlBenefitShare value = sl_benefit_share (analysis, benefit);
  SlExplanation *self
      = sl_explanation_new (sl_benefit_title (benefit), "", share_words (value.share), value.share,
                            g_strdup (formula_of (benefit)), source_of (benefit));

  if (benefit == SL_BENEFIT_FOCUS)
    add_goals (self, analysis->facts);
  else if (benefit == SL_BENEFIT_EFFICIENCY)
    add_spending (self, analysis->facts);
  else
    add_subs (self, analysis, benefit);
  return self;
}

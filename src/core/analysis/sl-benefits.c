/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds up benefits from the index and from facts. */

#include "config.h"

#include "analysis/sl-benefits.h"

#include "analysis/sl-spending.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
sl_benefit_title (SlBenefit benefit)
{
  static const char *const titles[SL_N_BENEFITS] = {
    [SL_BENEFIT_VISION] = N_ ("Shared Vision"),  [SL_BENEFIT_ENGAGEMENT] = N_ ("Engagement"),
    [SL_BENEFIT_RESOURCES] = N_ ("Resources"),   [SL_BENEFIT_FOCUS] = N_ ("Focus"),
    [SL_BENEFIT_EFFICIENCY] = N_ ("Efficiency"), [SL_BENEFIT_COORDINATION] = N_ ("Coordination"),
  };

  return _ (titles[benefit]);
}

const SlSubMeasure *
sl_benefit_subs (SlBenefit benefit, guint *n)
{
  static const SlSubMeasure vision[] = { SL_SUB_A6A, SL_SUB_A6B, SL_SUB_A6C, SL_SUB_A6D };
  static const SlSubMeasure engagement[] = { SL_SUB_A4A };
  static const SlSubMeasure resources[] = { SL_SUB_A3A };
  static const SlSubMeasure coordination[] = { SL_SUB_A4B, SL_SUB_A4C };
  static const struct
  {
    const SlSubMeasure *subs;
    guint n;
  } parts[SL_N_BENEFITS] = {
    [SL_BENEFIT_VISION] = { vision, G_N_ELEMENTS (vision) },
    [SL_BENEFIT_ENGAGEMENT] = { engagement, G_N_ELEMENTS (engagement) },
    [SL_BENEFIT_RESOURCES] = { resources, G_N_ELEMENTS (resources) },
    [SL_BENEFIT_COORDINATION] = { coordination, G_N_ELEMENTS (coordination) },
  };

  *n = parts[benefit].n;
  return parts[benefit].subs;
}

static SlBenefitShare
share_of_subs (const SlAlignmentIndex *index, SlBenefit benefit)
{
  SlBenefitShare out = { NAN, 0.0 };
  double sum = 0.0;
  guint n = 0, n_assessed = 0;
  const SlSubMeasure *subs = sl_benefit_subs (benefit, &n);

  for (guint i = 0; i < n; i++)
    {
      const SlIndexSub *sub = &index->subs[subs[i]];

      out.coverage += sub->coverage / n;
      if (isnan (sub->score))
        continue;
      sum += sub->score;
      n_assessed++;
    }
  if (n_assessed > 0)
    out.share = sum / n_assessed;
  return out;
}

static SlBenefitShare
share_in_sight (const SlFacts *facts)
{
  double in_sight = 0.0, all = 0.0;
  gboolean has_objective = FALSE;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (!goal->active)
        continue;
      has_objective |= goal->objective;
      all += goal->share;
      if (goal->distance >= 0)
        in_sight += goal->share;
    }
  if (!has_objective || all <= 0.0)
    return (SlBenefitShare){ NAN, 0.0 };
  return (SlBenefitShare){ in_sight / all, 1.0 };
}

static SlBenefitShare
share_well_spent (const SlFacts *facts)
{
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  double wasted = sl_spending_wasted (spending->money);

  if (isnan (wasted))
    return (SlBenefitShare){ NAN, 0.0 };
  return (SlBenefitShare){ 1.0 - wasted, 1.0 };
}

SlBenefitShare
sl_benefit_share (const SlAnalysis *analysis, SlBenefit benefit)
{
  const SlIndexDimension *vision = &analysis->index->dimensions[SL_DIMENSION_VISION];

  switch (benefit)
    {
    case SL_BENEFIT_VISION:
      return (SlBenefitShare){ vision->score, vision->coverage };
    case SL_BENEFIT_FOCUS:
      return share_in_sight (analysis->facts);
    case SL_BENEFIT_EFFICIENCY:
      return share_well_spent (analysis->facts);
    case SL_BENEFIT_ENGAGEMENT:
    case SL_BENEFIT_RESOURCES:
    case SL_BENEFIT_COORDINATION:
      return share_of_subs (analysis->index, benefit);
    case SL_N_BENEFITS:
    default:
      g_return_val_if_reached (((SlBenefitShare){ NAN, 0.0 }));
    }
}

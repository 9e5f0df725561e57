/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The six benefits: of an empty plan nothing is assessed, of a small one the shares are those that
 * one works out by hand, and each explains itself with the number that it shows. */

#include "config.h"

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-benefits.h"
#include "base/sl-date.h"
#include "large-plan.h"
#include "plan-builder.h"

#include <math.h>

static SlAnalysis *
analyse (SlStore *store)
{
  return sl_analysis_new (sl_store_get_snapshot (store), LARGE_PLAN_TODAY, NULL);
}

static double
share_of (SlStore *store, SlBenefit benefit)
{
  g_autoptr (SlAnalysis) analysis = analyse (store);

  return sl_benefit_share (analysis, benefit).share;
}

static void
test_nothing_is_assessed (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = analyse (store);

  for (SlBenefit b = 0; b < SL_N_BENEFITS; b++)
    {
      g_autoptr (SlExplanation) why = sl_explain (analysis, SL_NUMBER_BENEFIT, b, SL_ID_NONE);

      g_assert_true (isnan (sl_benefit_share (analysis, b).share));
      g_assert_cmpfloat (sl_benefit_share (analysis, b).coverage, ==, 0.0);
      g_assert_cmpstr (why->value, ==, "not assessed");
    }
  g_assert_null (sl_explain (analysis, SL_NUMBER_BENEFIT, SL_N_BENEFITS, SL_ID_NONE));
}

/* Two roots share the weight; one of them is an objective. */
static void
test_focus (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlExplanation) why = NULL;
  SlId astray;

  astray = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Paint the hall", -1);
  g_assert_true (isnan (share_of (store, SL_BENEFIT_FOCUS)));
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_LEVEL, "objective", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sell more", SL_GOAL_PARENT, "@Grow", -1);
  analysis = analyse (store);
  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_FOCUS).share, >, 0.0);
  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_FOCUS).share, <, 1.0);
  why = sl_explain (analysis, SL_NUMBER_BENEFIT, SL_BENEFIT_FOCUS, SL_ID_NONE);
  g_assert_cmpstr (g_array_index (why->inputs, SlEvidence, 0).value, ==, "2 of 3");
  g_assert_cmpuint (why->left_out->len, ==, 1);
  g_assert_true (g_array_index (why->left_out, SlEvidence, 0).record == astray);
  builder_set (store, astray, SL_GOAL_STATUS, "dropped");
  g_assert_cmpfloat (share_of (store, SL_BENEFIT_FOCUS), ==, 1.0);
}

static void
test_efficiency (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlExplanation) why = NULL;

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_LEVEL, "objective", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Hall", SL_GOAL_STATUS, "parked", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Sales", SL_BUDGET_ITEM, "@Grow",
               SL_BUDGET_PLANNED, "30000", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Paint", SL_BUDGET_ITEM, "@Hall",
               SL_BUDGET_PLANNED, "10000", -1);
  analysis = analyse (store);
  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_EFFICIENCY).share, ==, 0.75);
  why = sl_explain (analysis, SL_NUMBER_BENEFIT, SL_BENEFIT_EFFICIENCY, SL_ID_NONE);
  g_assert_cmpfloat (why->number, ==, 0.75);
  g_assert_cmpuint (why->left_out->len, ==, 1);
  g_assert_cmpstr (g_array_index (why->left_out, SlEvidence, 0).label, ==, "Paint");
}

/* What is made of the index is what the index says. */
static void
test_index (void)
{
  g_autoptr (SlStore) store = large_plan_new (300, 30, 600);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlAlignmentIndex *index = analysis->index;
  const SlIndexSub *awareness = &index->subs[SL_SUB_A4B], *roles = &index->subs[SL_SUB_A4C];
  SlBenefitShare coordination = sl_benefit_share (analysis, SL_BENEFIT_COORDINATION);

  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_VISION).share, ==,
                     index->dimensions[SL_DIMENSION_VISION].score);
  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_RESOURCES).share, ==,
                     index->subs[SL_SUB_A3A].score);
  g_assert_cmpfloat (sl_benefit_share (analysis, SL_BENEFIT_ENGAGEMENT).coverage, ==,
                     index->subs[SL_SUB_A4A].coverage);
  g_assert_cmpfloat (coordination.coverage, ==, (awareness->coverage + roles->coverage) / 2.0);
  if (isnan (awareness->score) || isnan (roles->score))
    g_assert_cmpfloat (coordination.share, ==,
                       isnan (roles->score) ? awareness->score : roles->score);
  else
    g_assert_cmpfloat_with_epsilon (coordination.share, (awareness->score + roles->score) / 2.0,
                                    1e-12);
  for (SlBenefit b = 0; b < SL_N_BENEFITS; b++)
    {
      g_autoptr (SlExplanation) why = sl_explain (analysis, SL_NUMBER_BENEFIT, b, SL_ID_NONE);
      double share = sl_benefit_share (analysis, b).share;

      g_assert_true (why->number == share || (isnan (why->number) && isnan (share)));
      g_assert_cmpstr (why->title, ==, sl_benefit_title (b));
      g_assert_cmpstr (why->formula, !=, "");
      g_assert_cmpuint (why->inputs->len + why->left_out->len, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/benefits/nothing-is-assessed", test_nothing_is_assessed);
  g_test_add_func ("/core/benefits/focus", test_focus);
  g_test_add_func ("/core/benefits/efficiency", test_efficiency);
  g_test_add_func ("/core/benefits/index", test_index);
  return g_test_run ();
}

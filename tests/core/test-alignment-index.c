/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alignment index against a plain second computation, on random models whose seed GLib prints,
 * and against what METHODS section 20 promises of it. */

#include "config.h"

#include "methods/sl-alignment-index.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-9
#define ROUNDS 100

/* A random model: what the input points to. */
typedef struct
{
  SlIndexItem items[120];
  SlIndexTouch touches[400];
  SlVeto vetoes[60];
  double budgets[SL_N_SUBS];
  SlIndexInput input;
} Model;

static double
severity_random (void)
{
  /* Few steps, so that there are ties. */
  return g_test_rand_int_range (0, 6) / 5.0;
}

static void
model_random (Model *model)
{
  guint n_items = (guint)g_test_rand_int_range (1, 120);
  guint n_findings = (guint)g_test_rand_int_range (1, 60);
  guint n_touches = (guint)g_test_rand_int_range (0, 200);
  gboolean all = g_test_rand_bit ();
  for (guint i = 0; i < n_items; i++)
    model->items[i] = (SlIndexItem){ (SlSubMeasure)g_test_rand_int_range (0, SL_N_SUBS),
                                     g_test_rand_int_range (0, 20) / 7.0,
                                     all || g_test_rand_int_range (0, 3) > 0 };
  for (guint i = 0; i < n_touches; i++)
    model->touches[i]
        = (SlIndexTouch){ (guint)g_test_rand_int_range (0, (gint32)n_findings),
                          (guint)g_test_rand_int_range (0, (gint32)n_items), severity_random () };
  for (guint f = 0; f < n_findings; f++)
    model->vetoes[f] = g_test_rand_bit () ? SL_VETO_CONFLICT : SL_VETO_NONE;
  for (guint s = 0; s < SL_N_SUBS; s++)
    model->budgets[s] = g_test_rand_int_range (1, 30);
  model->input = (SlIndexInput){ model->budgets, model->items, n_items,      n_findings,
                                 model->touches, n_touches,    model->vetoes };
}

static void
model_copy (const Model *from, Model *to)
{
  *to = *from;
  to->input.budgets = to->budgets;
  to->input.items = to->items;
  to->input.touches = to->touches;
  to->input.vetoes = to->vetoes;
}

/* Takes every touch of @finding away. */
static void
model_drop (Model *model, guint finding)
{
  guint n = 0;
  for (guint i = 0; i < model->input.n_touches; i++)
    if (model->touches[i].finding != finding)
      model->touches[n++] = model->touches[i];
  model->input.n_touches = n;
}

/* The index by the letter of the definition, item by item and finding by finding. */
static double
plain_index (const Model *model, double *points)
{
  const SlIndexInput *in = &model->input;
  double all[SL_N_SUBS] = { 0 };
  double assessed[SL_N_SUBS] = { 0 };
  double budget = 0.0;
  for (guint i = 0; i < in->n_items; i++)
    {
      all[in->items[i].sub] += in->items[i].weight;
      assessed[in->items[i].sub] += in->items[i].assessed ? in->items[i].weight : 0.0;
    }
  for (guint s = 0; s < SL_N_SUBS; s++)
    budget += all[s] > 0.0 ? in->budgets[s] * assessed[s] / all[s] : 0.0;
  memset (points, 0, in->n_findings * sizeof *points);
  for (guint i = 0; i < in->n_items; i++)
    {
      const SlIndexItem *item = &in->items[i];
      double worst = 0.0;
      guint owner = 0;
      if (!item->assessed || all[item->sub] <= 0.0)
        continue;
      for (guint f = 0; f < in->n_findings; f++)
        for (guint t = 0; t < in->n_touches; t++)
          if (in->touches[t].finding == f && in->touches[t].item == i
              && in->touches[t].severity > worst)
            {
              worst = in->touches[t].severity;
              owner = f;
            }
      if (worst > 0.0)
        points[owner]
            += 100.0 / budget * in->budgets[item->sub] * item->weight / all[item->sub] * worst;
    }
  double index = 100.0;
  for (guint f = 0; f < in->n_findings; f++)
    index -= points[f];
  return budget > 0.0 ? index : (double)NAN;
}

static void
assert_same (double a, double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, EPSILON);
}

static void
test_identity (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model model;
      double points[60];
      model_random (&model);
      g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&model.input);
      assert_same (result->index, plain_index (&model, points));
      if (isnan (result->index))
        continue;
      double sum = result->index;
      double lost = 0.0;
      for (guint f = 0; f < result->n_findings; f++)
        {
          g_assert_cmpfloat_with_epsilon (result->points[f], points[f], EPSILON);
          sum += result->points[f];
        }
      g_assert_cmpfloat_with_epsilon (sum, 100.0, EPSILON);
      for (guint d = 0; d < SL_N_DIMENSIONS; d++)
        lost += result->dimensions[d].lost;
      g_assert_cmpfloat_with_epsilon (100.0 - lost, result->index, EPSILON);
      g_assert_cmpfloat_with_epsilon (result->low, result->index * result->coverage, EPSILON);
      g_assert_cmpfloat (result->low, >=, 0.0);
      g_assert_cmpfloat (result->high, <=, 100.0 + EPSILON);
    }
}

static void
test_gains (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model model;
      model_random (&model);
      g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&model.input);
      if (isnan (result->index))
        continue;
      for (guint f = 0; f < result->n_findings; f++)
        {
          Model without;
          model_copy (&model, &without);
          model_drop (&without, f);
          g_autoptr (SlAlignmentIndex) after = sl_alignment_index_new (&without.input);
          g_assert_cmpfloat_with_epsilon (after->index - result->index, result->gains[f], EPSILON);
          g_assert_cmpfloat (result->gains[f], >=, 0.0);
          g_assert_cmpfloat (result->gains[f], <=, result->points[f] + EPSILON);
        }
    }
}

static void
test_monotone (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model model;
      model_random (&model);
      g_autoptr (SlAlignmentIndex) before = sl_alignment_index_new (&model.input);
      for (guint n = 0; n < 3; n++)
        model.touches[model.input.n_touches++]
            = (SlIndexTouch){ (guint)g_test_rand_int_range (0, (gint32)model.input.n_findings),
                              (guint)g_test_rand_int_range (0, (gint32)model.input.n_items),
                              severity_random () };
      g_autoptr (SlAlignmentIndex) after = sl_alignment_index_new (&model.input);
      if (!isnan (before->index))
        g_assert_cmpfloat (after->index, <=, before->index + EPSILON);
    }
}

/* Items in another order, touches in another order, weights in another unit, budgets too, all
 * touches twice: nothing changes. */
static void
test_invariant (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model model, other;
      guint place[120];
      model_random (&model);
      model_copy (&model, &other);
      guint n_items = model.input.n_items;
      for (guint i = 0; i < n_items; i++)
        place[i] = i;
      for (guint i = n_items; i > 1; i--)
        {
          guint j = (guint)g_test_rand_int_range (0, (gint32)i);
          guint swap = place[i - 1];
          place[i - 1] = place[j];
          place[j] = swap;
        }
      for (guint i = 0; i < n_items; i++)
        {
          other.items[place[i]] = model.items[i];
          other.items[place[i]].weight *= 1234.5;
        }
      for (guint s = 0; s < SL_N_SUBS; s++)
        other.budgets[s] *= 0.01;
      guint n = model.input.n_touches;
      for (guint t = 0; t < n; t++)
        {
          SlIndexTouch touch = model.touches[t];
          touch.item = place[touch.item];
          other.touches[n - 1 - t] = touch;
          other.touches[n + t] = touch;
        }
      other.input.n_touches = 2 * n;
      g_autoptr (SlAlignmentIndex) a = sl_alignment_index_new (&model.input);
      g_autoptr (SlAlignmentIndex) b = sl_alignment_index_new (&other.input);
      assert_same (a->index, b->index);
      assert_same (a->sensitivity_low, b->sensitivity_low);
      assert_same (a->sensitivity_high, b->sensitivity_high);
      g_assert_cmpint (a->band, ==, b->band);
      for (guint f = 0; f < a->n_findings; f++)
        {
          g_assert_cmpfloat_with_epsilon (a->points[f], b->points[f], EPSILON);
          g_assert_cmpfloat_with_epsilon (a->gains[f], b->gains[f], EPSILON);
          g_assert_cmpint (a->vetoes[f], ==, b->vetoes[f]);
        }
      for (guint i = 0; i < n_items; i++)
        g_assert_cmpint (a->owners[i], ==, b->owners[place[i]]);
    }
}

/* The same finding under two names: the first pays all, neither is worth fixing alone. */
static void
test_twins (void)
{
  const SlIndexItem item = { SL_SUB_A1, 1, TRUE };
  const SlIndexTouch touches[] = { { 1, 0, 0.4 }, { 0, 0, 0.4 } };
  SlIndexInput input = { NULL, &item, 1, 2, touches, 2, NULL };
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  g_assert_cmpfloat_with_epsilon (result->index, 60.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->points[0], 40.0, EPSILON);
  g_assert_cmpfloat (result->points[1], ==, 0.0);
  g_assert_cmpfloat (result->gains[0], ==, 0.0);
  g_assert_cmpfloat (result->gains[1], ==, 0.0);
  g_assert_cmpint (result->owners[0], ==, 0);
}

/* Whether some choice of heavy and light budgets gives @index. */
static gboolean
is_reached (const SlAlignmentIndex *result, double index)
{
  for (guint mask = 0; mask < (1u << SL_N_SUBS); mask++)
    {
      double sum = 0.0, weight = 0.0;
      for (guint s = 0; s < SL_N_SUBS; s++)
        if (result->subs[s].coverage > 0.0)
          {
            double w = result->subs[s].budget * result->subs[s].coverage
                       * ((mask >> s) & 1 ? 1.25 : 0.75);
            sum += w * result->subs[s].score;
            weight += w;
          }
      if (fabs (100.0 * sum / weight - index) < EPSILON)
        return TRUE;
    }
  return FALSE;
}

/* No choice of budgets within the swing leaves the range, and its ends are reached. */
static void
test_sensitivity (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model model;
      double lowest = INFINITY, highest = -INFINITY;
      model_random (&model);
      g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&model.input);
      g_assert_cmpint (isnan (result->index), ==, isnan (result->sensitivity_low));
      if (isnan (result->index))
        continue;
      g_assert_cmpfloat (result->sensitivity_low, <=, result->index + EPSILON);
      g_assert_cmpfloat (result->sensitivity_high, >=, result->index - EPSILON);
      for (guint n = 0; n < 20; n++)
        {
          Model other;
          model_copy (&model, &other);
          for (guint s = 0; s < SL_N_SUBS; s++)
            other.budgets[s] *= g_test_rand_bit () ? 1.25 : 0.75;
          double points[60];
          double index = plain_index (&other, points);
          lowest = MIN (lowest, index);
          highest = MAX (highest, index);
        }
      g_assert_cmpfloat (lowest, >=, result->sensitivity_low - EPSILON);
      g_assert_cmpfloat (highest, <=, result->sensitivity_high + EPSILON);
      if (round < 20)
        g_assert_true (is_reached (result, result->sensitivity_low)
                       && is_reached (result, result->sensitivity_high));
    }
}

static void
test_coverage (void)
{
  SlIndexItem items[40];
  for (guint i = 0; i < 40; i++)
    items[i] = (SlIndexItem){ SL_SUB_A1, 1, i == 7 };
  const SlIndexTouch touches[] = { { 0, 7, 0.5 }, { 1, 8, 1.0 } };
  SlIndexInput input = { NULL, items, 40, 2, touches, 2, NULL };
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  g_assert_cmpfloat_with_epsilon (result->coverage, 20.0 / 100.0 / 40.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->dimensions[SL_DIMENSION_CONFLICT].coverage, 1 / 40.0,
                                  EPSILON);
  g_assert_cmpfloat_with_epsilon (result->dimensions[SL_DIMENSION_CONFLICT].score, 0.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->index, 50.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->low, 0.25, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->high, 99.75, EPSILON);
  g_assert_cmpfloat (result->points[1], ==, 0.0);
  g_assert_false (result->gate_open);
  g_assert_true (isnan (result->dimensions[SL_DIMENSION_TRUST].score));
  g_assert_cmpfloat (result->dimensions[SL_DIMENSION_TRUST].budget, ==, 10.0);
}

static void
test_nothing (void)
{
  SlIndexInput input = { 0 };
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  g_assert_true (isnan (result->index));
  g_assert_cmpfloat (result->low, ==, 0.0);
  g_assert_cmpfloat (result->high, ==, 100.0);
  g_assert_cmpint (result->band, ==, SL_INDEX_BAND_NONE);
  const double no_budgets[SL_N_SUBS] = { 0 };
  const SlIndexItem items[] = { { SL_SUB_A5, 1, TRUE }, { SL_SUB_A1, -1, TRUE } };
  const SlIndexTouch touches[] = { { 0, 0, 1 }, { 0, 1, 1 } };
  const SlVeto vetoes[] = { SL_VETO_CONFLICT };
  input = (SlIndexInput){ no_budgets, items, 2, 1, touches, 2, vetoes };
  g_autoptr (SlAlignmentIndex) free_of_budget = sl_alignment_index_new (&input);
  g_assert_true (isnan (free_of_budget->index));
  g_assert_cmpfloat (free_of_budget->points[0], ==, 0.0);
  g_assert_cmpint (free_of_budget->vetoes[0], ==, SL_VETO_NONE);
  input.budgets = NULL;
  g_autoptr (SlAlignmentIndex) one = sl_alignment_index_new (&input);
  g_assert_cmpfloat_with_epsilon (one->index, 0.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (one->coverage, 0.1, EPSILON);
}

static void
test_gate (void)
{
  /* A1 + A2 + A3 + A5 = 60 of 100 points: not above the gate yet. */
  const SlIndexItem items[]
      = { { SL_SUB_A1, 1, TRUE },  { SL_SUB_A2, 1, TRUE }, { SL_SUB_A3A, 1, TRUE },
          { SL_SUB_A3B, 1, TRUE }, { SL_SUB_A5, 1, TRUE }, { SL_SUB_A6D, 1, TRUE } };
  SlIndexInput input = { NULL, items, 5, 0, NULL, 0, NULL };
  g_autoptr (SlAlignmentIndex) at = sl_alignment_index_new (&input);
  g_assert_cmpfloat_with_epsilon (at->coverage, 0.6, EPSILON);
  g_assert_false (at->gate_open);
  input.n_items = 6;
  g_autoptr (SlAlignmentIndex) above = sl_alignment_index_new (&input);
  g_assert_true (above->gate_open);
}

static void
test_vetoes (void)
{
  const SlIndexItem items[]
      = { { SL_SUB_A1, 20, TRUE }, { SL_SUB_A1, 19, TRUE }, { SL_SUB_A1, 61, TRUE } };
  const SlIndexTouch touches[] = { { 0, 0, 0.5 }, { 1, 0, 0.49 }, { 2, 1, 1.0 }, { 3, 2, 1.0 } };
  SlVeto vetoes[]
      = { SL_VETO_CONFLICT, SL_VETO_CONFLICT, SL_VETO_CONFLICT, SL_VETO_NONE, SL_VETO_NONE };
  SlIndexInput input = { NULL, items, 3, 5, touches, 3, vetoes };
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  g_assert_cmpint (result->vetoes[0], ==, SL_VETO_CONFLICT);
  for (guint f = 1; f < 5; f++)
    g_assert_cmpint (result->vetoes[f], ==, SL_VETO_NONE);
  g_assert_cmpint (result->band_by_number, ==, SL_INDEX_BAND_MOSTLY_ALIGNED);
  g_assert_cmpint (result->band, ==, SL_INDEX_BAND_AT_RISK);

  /* A rule's own veto needs no item; it never lifts a band. */
  vetoes[4] = SL_VETO_PRIORITIES;
  input.n_touches = 0;
  g_autoptr (SlAlignmentIndex) ranks = sl_alignment_index_new (&input);
  g_assert_cmpint (ranks->vetoes[4], ==, SL_VETO_PRIORITIES);
  g_assert_cmpint (ranks->band_by_number, ==, SL_INDEX_BAND_ALIGNED);
  g_assert_cmpint (ranks->band, ==, SL_INDEX_BAND_AT_RISK);
  const SlIndexTouch all[] = { { 3, 0, 1 }, { 3, 1, 1 }, { 3, 2, 1 } };
  input.touches = all;
  input.n_touches = 3;
  g_autoptr (SlAlignmentIndex) lost = sl_alignment_index_new (&input);
  g_assert_cmpint (lost->band, ==, SL_INDEX_BAND_MISALIGNED);
}

static void
test_thresholds (void)
{
  g_assert_true (sl_veto_by_conflict (0.5, 0.2));
  g_assert_false (sl_veto_by_conflict (0.5, 0.1999));
  g_assert_true (sl_veto_by_conflict (0.1 + 0.4 - 1e-16, 1.0 - 0.8));
  g_assert_true (sl_veto_by_satisfaction (-0.1));
  g_assert_false (sl_veto_by_satisfaction (0.0));
  g_assert_false (sl_veto_by_satisfaction (NAN));
  g_assert_true (sl_veto_by_trust (39.9));
  g_assert_false (sl_veto_by_trust (40.0));
  g_assert_false (sl_veto_by_trust (NAN));
  g_assert_true (sl_veto_by_concordance (0.29, 3, 4));
  g_assert_false (sl_veto_by_concordance (0.30, 3, 4));
  g_assert_false (sl_veto_by_concordance (0.1, 2, 4));
  g_assert_false (sl_veto_by_concordance (0.1, 3, 3));
  g_assert_false (sl_veto_by_concordance (NAN, 3, 4));
  g_assert_true (sl_veto_by_plan (0.2, FALSE));
  g_assert_false (sl_veto_by_plan (0.2, TRUE));
  g_assert_false (sl_veto_by_plan (0.19, FALSE));
}

static void
test_bands (void)
{
  const struct
  {
    double index;
    SlIndexBand band;
    const char *name;
  } cases[] = {
    { 100, SL_INDEX_BAND_ALIGNED, "aligned" },
    { 85, SL_INDEX_BAND_ALIGNED, "aligned" },
    { 85 - 1e-12, SL_INDEX_BAND_ALIGNED, "aligned" },
    { 84.99, SL_INDEX_BAND_MOSTLY_ALIGNED, "mostly aligned" },
    { 70, SL_INDEX_BAND_MOSTLY_ALIGNED, "mostly aligned" },
    { 69.9, SL_INDEX_BAND_AT_RISK, "at risk" },
    { 50, SL_INDEX_BAND_AT_RISK, "at risk" },
    { 49.9, SL_INDEX_BAND_MISALIGNED, "misaligned" },
    { 0, SL_INDEX_BAND_MISALIGNED, "misaligned" },
    { NAN, SL_INDEX_BAND_NONE, "not_assessed" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (sl_index_band_of (cases[i].index), ==, cases[i].band);
      g_assert_cmpstr (sl_index_band_name (cases[i].band), ==, cases[i].name);
    }
}

static void
test_tables (void)
{
  double sum = 0.0;
  for (guint s = 0; s < SL_N_SUBS; s++)
    {
      const char *code = sl_sub_measure_code (s);
      sum += sl_sub_measure_budget (s);
      g_assert_cmpint (sl_sub_measure_from_code (code), ==, s);
      /* A3b belongs to the third dimension, C. */
      g_assert_cmpint (sl_sub_measure_dimension (s), ==, code[1] - '1');
      g_assert_cmpint (strlen (sl_sub_measure_title (s)), >, 0);
    }
  g_assert_cmpfloat (sum, ==, 100.0);
  g_assert_cmpint (sl_sub_measure_from_code ("A8"), ==, SL_N_SUBS);
  g_assert_cmpint (sl_dimension_letter (SL_DIMENSION_DRIFT), ==, 'G');
  g_assert_cmpstr (sl_dimension_title (SL_DIMENSION_TRUST), ==, "Trust");
  g_assert_true (sl_sub_measure_is_additive (SL_SUB_A7B));
  g_assert_false (sl_sub_measure_is_additive (SL_SUB_A7A));
}

/* 2 000 goals of 200 parties: all cells, thousands of findings. Bounded generously for slow
 * machines; what matters is that it does not grow with findings x items. */
static void
test_large (void)
{
  const guint n_items = 400000;
  const guint n_findings = 5000;
  g_autofree SlIndexItem *items = g_new (SlIndexItem, n_items);
  g_autofree SlIndexTouch *touches = g_new (SlIndexTouch, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      items[i] = (SlIndexItem){ (SlSubMeasure)(i % SL_N_SUBS), 1 + i % 7, TRUE };
      touches[i] = (SlIndexTouch){ i % n_findings, (i * 7919u) % n_items, 0.3 };
    }
  SlIndexInput input = { NULL, items, n_items, n_findings, touches, n_items, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
  g_test_message ("%u items, %u findings: %.1f ms", n_items, n_findings, ms);
  g_assert_cmpfloat (ms, <, 1000.0);
  double sum = result->index;
  for (guint f = 0; f < n_findings; f++)
    sum += result->points[f];
  g_assert_cmpfloat_with_epsilon (sum, 100.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (result->index, 70.0, EPSILON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/alignment-index/identity", test_identity);
  g_test_add_func ("/core/alignment-index/gains", test_gains);
  g_test_add_func ("/core/alignment-index/monotone", test_monotone);
  g_test_add_func ("/core/alignment-index/invariant", test_invariant);
  g_test_add_func ("/core/alignment-index/twins", test_twins);
  g_test_add_func ("/core/alignment-index/sensitivity", test_sensitivity);
  g_test_add_func ("/core/alignment-index/coverage", test_coverage);
  g_test_add_func ("/core/alignment-index/nothing", test_nothing);
  g_test_add_func ("/core/alignment-index/gate", test_gate);
  g_test_add_func ("/core/alignment-index/vetoes", test_vetoes);
  g_test_add_func ("/core/alignment-index/thresholds", test_thresholds);
  g_test_add_func ("/core/alignment-index/bands", test_bands);
  g_test_add_func ("/core/alignment-index/tables", test_tables);
  g_test_add_func ("/core/alignment-index/large", test_large);
  return g_test_run ();
}

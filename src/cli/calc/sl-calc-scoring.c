/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc okr_kpi_scoring: how far a measure is, whether that is in time, and what parts add up to. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-rollup.h"

#include <glib/gi18n.h>
#include <math.h>

/* A member that may be missing. */
static double
read_known (SlCalcInput *in, const char *key)
{
  return sl_calc_get_number_or (in, key, SL_CALC_MIN, SL_CALC_MAX, NAN);
}

static double
read_number (SlCalcInput *in, const char *key)
{
  return sl_calc_get_number (in, key, SL_CALC_MIN, SL_CALC_MAX);
}

/* Sets @key, or says why there is nothing to set. @known: whether there was something to score */
static void
set_score (JsonObject *out, const char *key, double score, gboolean known)
{
  if (!isnan (score))
    json_object_set_double_member (out, key, score);
  else
    sl_calc_set_value (out, known ? "undefined" : "not_assessed");
}

static void
score_way (SlCalcInput *in, JsonObject *out)
{
  double start = read_number (in, "start"), target = read_number (in, "target");
  double current = read_known (in, "current"), raw;
  double score = sl_kpi_progress (start, target, current, &raw);
  if (start == target)
    {
      sl_calc_set_value (out, "use_range");
      return;
    }
  set_score (out, "score", score, !isnan (current));
  if (!isnan (raw))
    json_object_set_double_member (out, "raw", raw);
}

static void
score_range (SlCalcInput *in, JsonObject *out)
{
  double low = read_known (in, "low"), high = read_known (in, "high");
  double tolerance = sl_calc_get_number_or (in, "tolerance", 0.0, SL_CALC_MAX, NAN);
  double current = read_known (in, "current");
  /* A range that ends before it begins is rejected by its end. */
  if (!isnan (low) && low > high)
    sl_calc_get_number (in, "high", low, SL_CALC_MAX);
  set_score (out, "score", sl_kpi_range_score (low, high, tolerance, current), !isnan (current));
}

static void
score_milestones (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "items");
  guint n = sl_calc_list (list);
  g_autofree double *weights = g_new (double, MAX (n, 1));
  g_autofree gboolean *done = g_new (gboolean, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      weights[i] = sl_calc_get_number_or (item, "weight", 0.0, SL_CALC_MAX, NAN);
      done[i] = sl_calc_get_bool (item, "done");
    }
  set_score (out, "score", sl_kpi_milestones (weights, done, n), n > 0);
}

static void
score_binary (SlCalcInput *in, JsonObject *out)
{
  json_object_set_double_member (out, "score", sl_calc_get_bool (in, "done") ? 1.0 : 0.0);
}

static void
name_band (SlCalcInput *in, JsonObject *out)
{
  SlScoreBand band = sl_score_band (read_known (in, "score"));
  sl_calc_set_value (out, band == SL_SCORE_NONE ? "not_assessed" : sl_score_band_name (band));
}

static void
roll_up (SlCalcInput *in, JsonObject *out)
{
  guint n, n_weights;
  g_autofree double *scores
      = sl_calc_get_numbers (in, "scores", SL_CALC_MIN, SL_CALC_MAX, TRUE, &n);
  g_autofree double *weights = NULL;
  SlCalcInput *list = sl_calc_member (in, "weights");
  n_weights = n;
  if (sl_calc_is_there (list))
    weights = sl_calc_numbers (list, 0.0, SL_CALC_MAX, TRUE, &n_weights);
  if (sl_calc_is_good (in) && n_weights != n)
    sl_calc_reject (in, _ ("“%s” has %u values, “scores” has %u."), sl_calc_path (list), n_weights,
                    n);
  if (!sl_calc_is_good (in))
    return;
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, n + 1);
  g_autofree SlRollupEdge *edges = g_new (SlRollupEdge, MAX (n, 1));
  g_autofree SlRollupResult *results = g_new (SlRollupResult, n + 1);
  nodes[0] = (SlRollupNode){ NAN, NAN };
  for (guint i = 0; i < n; i++)
    {
      nodes[i + 1] = (SlRollupNode){ scores[i], weights != NULL ? weights[i] : NAN };
      edges[i] = (SlRollupEdge){ 0, i + 1, NAN };
    }
  sl_rollup (nodes, n + 1, edges, n, results, NULL);
  if (isnan (results[0].score))
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "value", results[0].score);
  json_object_set_double_member (out, "mean", results[0].score);
  json_object_set_double_member (out, "minimum", results[0].minimum);
  json_object_set_double_member (out, "without_data", results[0].without_data);
}

static void
measure_pace (SlCalcInput *in, JsonObject *out)
{
  double start = read_number (in, "start_day"), due = read_number (in, "due_day");
  double today = read_number (in, "today"), progress = read_known (in, "progress");
  double confidence = sl_calc_get_number_or (in, "confidence", 0.0, 1.0, NAN);
  SlPace pace = sl_pace (start, due, today, progress);
  if (isnan (pace.expected))
    {
      sl_calc_set_value (out, isnan (progress) ? "not_assessed" : "undefined");
      return;
    }
  json_object_set_double_member (out, "expected", pace.expected);
  json_object_set_double_member (out, "gap", pace.gap);
  json_object_set_double_member (out, "ratio", pace.ratio);
  json_object_set_double_member (out, "projected_finish_day", pace.projected_day);
  json_object_set_boolean_member (out, "behind", pace.gap < SL_PACE_BEHIND);
  if (!isnan (confidence))
    json_object_set_boolean_member (out, "contradicts_confidence",
                                    sl_pace_belies_confidence (pace.gap, confidence));
}

static void
forecast_day (SlCalcInput *in, JsonObject *out)
{
  guint n, n_values;
  g_autofree double *days = sl_calc_get_numbers (in, "days", SL_CALC_MIN, SL_CALC_MAX, FALSE, &n);
  g_autofree double *values
      = sl_calc_get_numbers (in, "values", SL_CALC_MIN, SL_CALC_MAX, FALSE, &n_values);
  double target = read_number (in, "target");
  if (sl_calc_is_good (in) && n_values != n)
    sl_calc_reject (in, _ ("“%s” has %u values, “days” has %u."),
                    sl_calc_path (sl_calc_member (in, "values")), n_values, n);
  if (!sl_calc_is_good (in))
    return;
  double day = sl_forecast_day (days, values, n, target);
  if (n < 2)
    sl_calc_set_value (out, "not_assessed");
  else if (isnan (day))
    sl_calc_set_value (out, "unreachable");
  else
    json_object_set_double_member (out, "value", day);
}

static void
run_scoring (SlCalcInput *in, JsonObject *out)
{
  static const char *const kinds[] = { "start_target", "range", "milestones", "binary", "band",
                                       "rollup",       "pace",  "forecast",   NULL };
  static void (*const runs[]) (SlCalcInput * in, JsonObject * out)
      = { score_way, score_range, score_milestones, score_binary,
          name_band, roll_up,     measure_pace,     forecast_day };
  runs[sl_calc_get_choice (in, "kind", kinds)](in, out);
}

const SlCalc sl_calc_okr_kpi_scoring = {
  .name = "okr_kpi_scoring",
  .summary = N_ ("Progress, pace and sums of measures and key results"),
  .run = run_scoring,
};

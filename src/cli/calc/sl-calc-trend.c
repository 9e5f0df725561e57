/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc trend_drift, milestone_trend: what moves from review to review. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-drift.h"
#include "methods/sl-numeric.h"
#include "methods/sl-rank-agreement.h"
#include "methods/sl-trend.h"

#include <glib/gi18n.h>
#include <math.h>

/* All pairs of a series are compared. */
#define MAX_SERIES 2000u
/* Beyond that the normal distribution is as good as counting. */
#define MAX_COUNTED 100

/* (transfer full): a member with few enough values for comparing all pairs. */
static double *
read_series (SlCalcInput *in, const char *key, guint *n)
{
  SlCalcInput *member = sl_calc_member (in, key);
  double *values = sl_calc_numbers (member, SL_CALC_MIN, SL_CALC_MAX, TRUE, n);
  if (*n > MAX_SERIES)
    sl_calc_reject (member, _ ("“%s” has %u values; more than %u are not taken."),
                    sl_calc_path (member), *n, MAX_SERIES);
  return values;
}

/* The same for two members of one length. */
static double *
read_partner (SlCalcInput *in, const char *key, guint n)
{
  guint length = 0;
  double *values = read_series (in, key, &length);
  if (length != n && sl_calc_is_good (in))
    sl_calc_reject (in, _ ("“%s” has %u values; it must have %u, one for each of the others."),
                    sl_calc_path (sl_calc_member (in, key)), length, n);
  return values;
}

static void
compute_series (SlCalcInput *in, JsonObject *out)
{
  guint n;
  SlTrend trend;
  g_autofree double *values = read_series (in, "series", &n);
  if (!sl_calc_is_good (in))
    return;
  sl_trend (values, n, &trend);
  if (trend.n < SL_TREND_MIN_VALUES)
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_int_member (out, "S", trend.s);
  json_object_set_double_member (out, "slope_per_review", trend.slope);
  json_object_set_double_member (out, "one_sided_exact_p", trend.exact ? trend.one_sided : NAN);
  json_object_set_double_member (out, "one_sided_p", trend.one_sided);
  json_object_set_boolean_member (out, "falling", trend.falling);
}

static void
compute_mann_kendall (SlCalcInput *in, JsonObject *out)
{
  static const char *const missing[] = { "skip", NULL };
  guint n;
  SlTrend trend;
  g_autofree double *values = read_series (in, "x", &n);
  sl_calc_get_choice_or (in, "missing", missing, 0);
  if (!sl_calc_is_good (in))
    return;
  if (!sl_trend (values, n, &trend))
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_int_member (out, "n", trend.n);
  json_object_set_int_member (out, "S", trend.s);
  json_object_set_double_member (out, "var_S", trend.variance);
  json_object_set_double_member (out, "z", trend.z);
  json_object_set_double_member (out, "p", trend.p);
  json_object_set_double_member (out, "tau", trend.tau);
  json_object_set_double_member (out, "slope", trend.slope);
}

static void
compute_line (SlCalcInput *in, JsonObject *out)
{
  guint n;
  double intercept;
  g_autofree double *x = read_series (in, "x", &n);
  g_autofree double *y = read_partner (in, "y", n);
  if (!sl_calc_is_good (in))
    return;
  double slope = sl_theil_sen (x, y, n, &intercept);
  if (isnan (slope))
    {
      sl_calc_set_value (out, n > 0 ? "undefined" : "not_assessed");
      return;
    }
  json_object_set_double_member (out, "slope", slope);
  json_object_set_double_member (out, "intercept", intercept);
}

/* The one-sided chances of every S from 0 up, for each length asked for. */
static void
list_chances (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *lengths = sl_calc_member (in, "n");
  guint n_lengths = sl_calc_list (lengths);
  for (guint i = 0; i < n_lengths && sl_calc_is_good (in); i++)
    {
      guint n = (guint)sl_calc_int (sl_calc_item (lengths, i), 1, MAX_COUNTED);
      int most = (int)(n * (n - 1) / 2);
      g_autofree char *name = g_strdup_printf ("%u", n);
      if (json_object_has_member (out, name))
        continue;
      JsonObject *chances = sl_calc_add_object (out, name);
      for (int s = most % 2; s <= most; s += 2)
        {
          g_autofree char *key = g_strdup_printf ("%d", s);
          json_object_set_double_member (chances, key, sl_kendall_tail (n, s));
        }
    }
}

/* Weights by name into @weights, NAN for names that only others have. */
static void
read_weights (SlCalcInput *in, const char *key, SlCalcNames *names, GArray *weights)
{
  SlCalcInput *member = sl_calc_member (in, key);
  guint n = sl_calc_object (member);
  double absent = NAN;
  for (guint i = 0; i < n; i++)
    {
      guint name = sl_calc_names_ensure (names, sl_calc_key (member, i));
      while (weights->len <= name)
        g_array_append_val (weights, absent);
      SlCalcInput *item = sl_calc_item (member, i);
      g_array_index (weights, double, name) = sl_calc_number (item, 0.0, SL_CALC_MAX);
    }
}

static void
compute_drift (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) names = sl_calc_names_new ();
  g_autoptr (GArray) agreed = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (double));
  double absent = NAN;
  read_weights (in, "agreed", names, agreed);
  read_weights (in, "now", names, now);
  if (!sl_calc_is_good (in))
    return;
  guint n = sl_calc_names_length (names);
  while (agreed->len < n)
    g_array_append_val (agreed, absent);
  while (now->len < n)
    g_array_append_val (now, absent);
  SlPriorityDrift drift;
  g_autofree double *parts = g_new (double, MAX (n, 1));
  if (n == 0
      || !sl_priority_drift (&g_array_index (agreed, double, 0), &g_array_index (now, double, 0), n,
                             parts, &drift))
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "tv", drift.distance);
  JsonObject *items = sl_calc_add_object (out, "per_item");
  for (guint i = 0; i < n; i++)
    json_object_set_double_member (items, sl_calc_names_get (names, i), parts[i]);
  json_object_set_double_member (out, "jaccard_distance", drift.set_distance);
  json_object_set_double_member (out, "tau_b", drift.order);
}

static void
run_trend_drift (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } forms[] = {
    { "agreed", compute_drift }, { "n", list_chances },         { "series", compute_series },
    { "y", compute_line },       { "x", compute_mann_kendall },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (forms); i++)
    if (sl_calc_has (in, forms[i].key))
      {
        forms[i].run (in, out);
        return;
      }
  sl_calc_reject (in, _ ("“%s” must have one of agreed, n, series and x."), sl_calc_path (in));
}

static void
run_milestone_trend (SlCalcInput *in, JsonObject *out)
{
  guint n;
  SlMilestoneTrend trend;
  g_autofree double *reports = read_series (in, "report_day", &n);
  g_autofree double *forecasts = read_partner (in, "forecast_day", n);
  if (!sl_calc_is_good (in))
    return;
  if (!sl_milestone_trend (reports, forecasts, n, &trend))
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "slope", trend.slope);
  json_object_set_double_member (out, "slip_total", trend.slip_total);
  json_object_set_double_member (out, "last_step", trend.last_step);
  json_object_set_int_member (out, "turns", trend.n_turns);
  json_object_set_string_member (out, "class", sl_milestone_class_name (trend.class));
  json_object_set_double_member (out, "projected_finish", trend.projected_day);
}

const SlCalc sl_calc_trend_drift = {
  .name = "trend_drift",
  .summary = N_ ("Trend of reviews, and drift since what was agreed"),
  .run = run_trend_drift,
};

const SlCalc sl_calc_milestone_trend = {
  .name = "milestone_trend",
  .summary = N_ ("How the forecasts of a milestone move"),
  .run = run_milestone_trend,
};

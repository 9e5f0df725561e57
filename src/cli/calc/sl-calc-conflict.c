/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc conflict_detection: rules CON-01 to CON-07, each with an input of its own. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-conflict-rules.h"

#include <glib/gi18n.h>
#include <math.h>

static void
set_severity (JsonObject *out, double severity)
{
  json_object_set_boolean_member (out, "conflict", severity > 0.0);
  json_object_set_double_member (out, "severity", severity);
}

static SlConflictRange
read_range (SlCalcInput *in, const char *key)
{
  SlCalcInput *range = sl_calc_member (in, key);
  SlConflictRange read = {
    sl_calc_get_number_or (range, "low", SL_CALC_MIN, SL_CALC_MAX, -INFINITY),
    sl_calc_get_number_or (range, "high", SL_CALC_MIN, SL_CALC_MAX, INFINITY),
  };
  if (!sl_calc_is_object (range))
    sl_calc_object (range);
  else if (read.low > read.high)
    sl_calc_reject (range, _ ("“%s” begins at %s, above its end %s."), sl_calc_path (range),
                    sl_calc_show (sl_calc_member (range, "low")),
                    sl_calc_show (sl_calc_member (range, "high")));
  return read;
}

static void
detect_ranges (SlCalcInput *in, JsonObject *out)
{
  SlConflictRange a = read_range (in, "party_a");
  SlConflictRange b = read_range (in, "party_b");
  double span = sl_calc_get_number_or (in, "kpi_span", 0.0, SL_CALC_MAX, NAN);
  if (!sl_calc_is_good (in))
    return;
  double gap = sl_conflict_range_gap (a, b);
  json_object_set_double_member (out, "gap", gap);
  set_severity (out, sl_conflict_range_severity (gap, span));
}

static void
detect_link (SlCalcInput *in, JsonObject *out)
{
  double weight = sl_calc_get_number (in, "weight", -100.0, 100.0);
  gboolean from_active = sl_calc_get_bool_or (in, "source_active", TRUE);
  gboolean to_active = sl_calc_get_bool_or (in, "target_active", TRUE);
  if (sl_calc_has (in, "weight_back"))
    set_severity (
        out, sl_conflict_mutual_severity (from_active && to_active ? weight : 0.0,
                                          sl_calc_get_number (in, "weight_back", -100.0, 100.0)));
  else
    set_severity (out, sl_conflict_link_severity (weight, from_active, to_active));
}

static void
detect_choice (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *children = sl_calc_member (in, "xor_children");
  guint n = sl_calc_list (children), n_active = 0;
  g_autoptr (SlCalcNames) names = sl_calc_names_new ();
  g_autofree double *budgets = g_new0 (double, MAX (n, 1));
  JsonArray *goals = sl_calc_add_array (out, "goals");
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *child = sl_calc_item (children, i);
      guint name = sl_calc_names_add (names, sl_calc_member (child, "id"));
      double budget = sl_calc_get_number_or (child, "budget", 0.0, SL_CALC_MAX, 0.0);
      if (!sl_calc_get_bool (child, "active") || !sl_calc_is_good (in))
        continue;
      budgets[n_active++] = budget;
      json_array_add_string_element (goals, sl_calc_names_get (names, name));
    }
  set_severity (out, sl_conflict_choice_severity (n_active));
  json_object_set_double_member (out, "duplicated_budget",
                                 sl_conflict_duplicated_budget (budgets, n_active));
}

static void
detect_outcome (SlCalcInput *in, JsonObject *out)
{
  double satisfaction = sl_calc_get_number (in, "satisfaction", -100.0, 100.0);
  double own = sl_calc_get_number_or (in, "weakest_own", -100.0, 100.0, NAN);
  set_severity (out, sl_conflict_outcome_severity (satisfaction, own));
}

static void
detect_recorded (SlCalcInput *in, JsonObject *out)
{
  static const char *const grades[] = { "low", "medium", "high", NULL };
  set_severity (out, sl_conflict_recorded_severity (sl_calc_get_choice (in, "recorded", grades)));
}

static void
apply_condition (SlCalcInput *in, JsonObject *out)
{
  double severity = sl_calc_get_number (in, "severity", 0.0, 1.0);
  double probability = sl_calc_get_number (in, "probability", 0.0, 1.0);
  set_severity (out, sl_conflict_conditional_severity (severity, probability));
}

static void
run_conflict_detection (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } rules[] = {
    { "party_a", detect_ranges },      { "weight", detect_link },
    { "xor_children", detect_choice }, { "satisfaction", detect_outcome },
    { "recorded", detect_recorded },   { "severity", apply_condition },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (rules); i++)
    if (sl_calc_has (in, rules[i].key))
      {
        rules[i].run (in, out);
        return;
      }
  sl_calc_reject (in,
                  _ ("“%s” must have one of party_a, weight, xor_children, satisfaction, "
                     "recorded and severity."),
                  sl_calc_path (in));
}

const SlCalc sl_calc_conflict_detection = {
  .name = "conflict_detection",
  .summary = N_ ("Severity of goals that work against each other"),
  .run = run_conflict_detection,
};

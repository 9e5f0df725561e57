/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc kaos_obstacles: how likely a goal is reached in spite of obstacles. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-obstacles.h"

#include <glib/gi18n.h>
#include <math.h>

/* Not a way to break down a goal, but an obstacle that any of several brings about. */
#define OBSTACLE_OR (SL_OBSTACLE_CASE + 1)

/* How often each case occurs; %NULL: equally often. (transfer full) */
static double *
read_weights (SlCalcInput *in, guint n)
{
  guint n_weights;
  double sum = 0.0;
  SlCalcInput *list = sl_calc_member (in, "case_weights");
  if (!sl_calc_is_there (list))
    return NULL;
  double *weights = sl_calc_numbers (list, 0.0, 1.0, FALSE, &n_weights);
  for (guint i = 0; i < n_weights; i++)
    sum += weights[i];
  if (n_weights != n)
    sl_calc_reject (list, _ ("“%s” has %u items, but there are %u obstacles."), sl_calc_path (list),
                    n_weights, n);
  if (sum > 1.0 + 1e-9)
    sl_calc_reject (list, _ ("“%s” adds up to more than 1: %s."), sl_calc_path (list),
                    sl_calc_show (list));
  return weights;
}

/* Numbers of the obstacles without an estimate. */
static void
set_unestimated (JsonObject *out, const double *obstacles, guint n)
{
  JsonArray *list = sl_calc_add_array (out, "not_estimated");
  for (guint i = 0; i < n; i++)
    if (isnan (obstacles[i]))
      json_array_add_int_element (list, i);
}

static void
run_kaos_obstacles (SlCalcInput *in, JsonObject *out)
{
  static const char *const patterns[] = { "milestone",
                                          "divide_and_conquer",
                                          "introduce_guard",
                                          "unmonitorability",
                                          "uncontrollability",
                                          "case",
                                          "or",
                                          NULL };
  guint n;
  guint pattern = sl_calc_get_choice (in, "refinement", patterns);
  gboolean shared = sl_calc_get_bool_or (in, "shared", FALSE);
  double required = sl_calc_get_number_or (in, "required", 0.0, 1.0, SL_OBSTACLE_REQUIRED_RATE);
  gboolean has_plan = sl_calc_get_bool_or (in, "countermeasure", FALSE);
  g_autofree double *obstacles
      = sl_calc_get_numbers (in, "obstacle_probabilities", 0.0, 1.0, TRUE, &n);
  g_autofree double *weights = read_weights (in, n);
  double value;
  if (!sl_calc_is_good (in))
    return;
  if (pattern == OBSTACLE_OR)
    value = sl_obstacle_any (obstacles, n);
  else if (shared && pattern != SL_OBSTACLE_CASE)
    value = sl_obstacle_goal_rate_shared (obstacles, n);
  else
    value = sl_obstacle_goal_rate (pattern, obstacles, weights, n, NULL);
  if (isnan (value))
    sl_calc_set_value (out, "not_assessed");
  else
    json_object_set_double_member (out, "value", value);
  if (pattern != OBSTACLE_OR)
    json_object_set_boolean_member (out, "needs_plan",
                                    sl_obstacle_needs_plan (value, required, has_plan));
  set_unestimated (out, obstacles, n);
}

const SlCalc sl_calc_kaos_obstacles = {
  .name = "kaos_obstacles",
  .summary = N_ ("How likely a goal is reached in spite of obstacles"),
  .run = run_kaos_obstacles,
};

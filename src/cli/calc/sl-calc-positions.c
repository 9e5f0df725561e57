/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc positions: where parties stand on goals; one input a kind. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-positions.h"

#include <glib/gi18n.h>
#include <math.h>

static double
read_position (SlCalcInput *in, const char *key)
{
  return sl_calc_get_number_or (in, key, -3.0, 3.0, NAN);
}

/* An object with value and source; nothing there: not known. */
static SlStance
read_stance (SlCalcInput *in, const char *key)
{
  static const char *const sources[] = { "guess", "said", "written", NULL };
  SlCalcInput *stance = sl_calc_member (in, key);
  return (SlStance){ read_position (stance, "value"),
                     sl_calc_get_choice_or (stance, "source", sources, SL_POSITION_GUESS) };
}

static void
compute_opposition (SlCalcInput *in, JsonObject *out)
{
  double severity = sl_position_opposition (read_stance (in, "a"), read_stance (in, "b"));
  json_object_set_boolean_member (out, "opposed", severity > 0.0);
  json_object_set_double_member (out, "severity", severity);
}

static void
compute_owner (SlCalcInput *in, JsonObject *out)
{
  double severity = sl_position_owner_severity (read_stance (in, "position"));
  json_object_set_boolean_member (out, "fires", severity > 0.0);
  json_object_set_double_member (out, "severity", severity);
}

static void
compute_agreement (SlCalcInput *in, JsonObject *out)
{
  SlStance stance = read_stance (in, "position");
  double severity;
  json_object_set_boolean_member (out, "assessed", sl_position_agreement (stance, &severity));
  json_object_set_double_member (out, "severity", severity);
  json_object_set_boolean_member (out, "agreement", sl_position_is_agreement (stance));
}

static void
compute_asked (SlCalcInput *in, JsonObject *out)
{
  SlStance stance = read_stance (in, "position");
  double power = sl_calc_get_number (in, "power", 0.0, 10.0);
  gboolean touches = sl_calc_get_bool (in, "touches");
  json_object_set_boolean_member (out, "fires", sl_position_never_asked (stance, power, touches));
}

static void
compute_pair (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *goals = sl_calc_member (in, "goals");
  guint n = sl_calc_list (goals);
  g_autofree double *a = g_new0 (double, MAX (n, 1));
  g_autofree double *b = g_new0 (double, MAX (n, 1));
  g_autofree double *weights = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *goal = sl_calc_item (goals, i);
      a[i] = read_position (goal, "i");
      b[i] = read_position (goal, "j");
      weights[i] = sl_calc_get_number_or (goal, "weight", 0.0, 1e9, 1.0);
    }
  SlPositionPair pair = sl_position_pair (a, b, weights, n);
  json_object_set_double_member (out, "convergence", pair.convergence);
  json_object_set_double_member (out, "divergence", pair.divergence);
  json_object_set_double_member (out, "ambivalence", pair.ambivalence);
  json_object_set_int_member (out, "goals_compared", pair.n_compared);
}

static void
compute_assessed (SlCalcInput *in, JsonObject *out)
{
  guint known = sl_calc_get_int_or (in, "known_positions", 0, G_MAXUINT, 0);
  guint links = sl_calc_get_int_or (in, "links", 0, G_MAXUINT, 0);
  gboolean confirmed = sl_calc_get_bool_or (in, "confirmed_no_conflict", FALSE);
  json_object_set_boolean_member (out, "assessed",
                                  sl_position_conflict_assessed (known, links, confirmed));
}

/* Positions of all parties on a goal, or of a party on all goals. */
static void
compute_margin (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "positions");
  guint n = sl_calc_list (list);
  g_autofree double *values = g_new0 (double, MAX (n, 1));
  g_autofree double *weights = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      values[i] = read_position (item, "value");
      weights[i] = sl_calc_get_number_or (item, "influence", 0.0, 100.0, 1.0);
    }
  SlPositionMargin margin = sl_position_margin (values, weights, n);
  json_object_set_double_member (out, "support", margin.support);
  json_object_set_double_member (out, "mean", margin.mean);
  json_object_set_double_member (out, "unasked", margin.unasked);
  json_object_set_int_member (out, "known", margin.n_known);
  json_object_set_boolean_member (out, "backed_by_all", margin.backed_by_all);
}

static void
run_positions (SlCalcInput *in, JsonObject *out)
{
  static const char *const kinds[]
      = { "opposition", "owner", "agreement", "asked", "pair", "assessed", "margin", NULL };
  static void (*const readers[]) (SlCalcInput *, JsonObject *)
      = { compute_opposition, compute_owner,    compute_agreement, compute_asked,
          compute_pair,       compute_assessed, compute_margin };
  readers[sl_calc_get_choice (in, "kind", kinds)](in, out);
}

const SlCalc sl_calc_positions = {
  .name = "positions",
  .summary = N_ ("Where parties stand on goals, and who stands together"),
  .run = run_positions,
};

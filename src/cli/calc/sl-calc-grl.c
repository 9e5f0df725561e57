/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc grl_…: how goals fare when others help and hurt. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-grl-indicator.h"

#include <glib/gi18n.h>
#include <math.h>

/* The lowest satisfaction: -100 or 0. */
static double
read_scale (SlCalcInput *in)
{
  double min = sl_calc_get_number_or (in, "min_range", -100.0, 0.0, -100.0);
  if (min != -100.0 && min != 0.0)
    sl_calc_reject (in, _ ("“%s” must be -100 or 0, not %s."),
                    sl_calc_path (sl_calc_member (in, "min_range")),
                    sl_calc_show (sl_calc_member (in, "min_range")));
  return min;
}

static void
run_kpi_conversion (SlCalcInput *in, JsonObject *out)
{
  SlGrlIndicator indicator = {
    .target = sl_calc_get_number (in, "target", SL_CALC_MIN, SL_CALC_MAX),
    .threshold = sl_calc_get_number (in, "threshold", SL_CALC_MIN, SL_CALC_MAX),
    .worst = sl_calc_get_number (in, "worst", SL_CALC_MIN, SL_CALC_MAX),
  };
  double value = sl_calc_get_number_or (in, "value", SL_CALC_MIN, SL_CALC_MAX, NAN);
  double min = read_scale (in);
  double satisfaction = sl_grl_indicator_satisfaction (&indicator, value);
  if (isnan (value))
    sl_calc_set_value (out, "not_assessed");
  else if (isnan (satisfaction))
    sl_calc_set_value (out, "undefined");
  else
    json_object_set_double_member (
        out, "value", min < 0.0 ? satisfaction : sl_grl_to_positive_scale (satisfaction));
}

const SlCalc sl_calc_grl_kpi_conversion = {
  .name = "grl_kpi_conversion",
  .summary = N_ ("Value of a measure as satisfaction of its goal"),
  .run = run_kpi_conversion,
};

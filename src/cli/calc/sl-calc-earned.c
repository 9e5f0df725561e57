/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc evm, earned_schedule: what money and time spent have brought. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-earned-value.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const estimate_names[]
    = { "EAC_cpi", "EAC_remaining_at_plan", "EAC_cpi_spi", NULL };

static void
run_evm (SlCalcInput *in, JsonObject *out)
{
  SlEarnedValueInput input = {
    .planned = sl_calc_get_number_or (in, "PV", 0.0, SL_CALC_MAX, NAN),
    .earned = sl_calc_get_number (in, "EV", 0.0, SL_CALC_MAX),
    .actual = sl_calc_get_number_or (in, "AC", 0.0, SL_CALC_MAX, NAN),
    .budget = sl_calc_get_number_or (in, "BAC", 0.0, SL_CALC_MAX, NAN),
  };
  guint estimate = sl_calc_get_choice_or (in, "method", estimate_names, SL_ESTIMATE_BY_COST);
  if (sl_calc_is_good (in) && input.earned > input.budget)
    sl_calc_reject (in, _ ("“%s” is %s, more than all work was planned to cost (BAC: %s)."),
                    sl_calc_path (sl_calc_member (in, "EV")),
                    sl_calc_show (sl_calc_member (in, "EV")),
                    sl_calc_show (sl_calc_member (in, "BAC")));
  if (!sl_calc_is_good (in))
    return;
  SlEarnedValue value = sl_earned_value (&input, (SlEstimate)estimate);
  const struct
  {
    const char *key;
    double value;
  } members[] = {
    { "SV", value.schedule_variance },
    { "CV", value.cost_variance },
    { "SPI", value.schedule_index },
    { "CPI", value.cost_index },
    { estimate_names[SL_ESTIMATE_BY_COST], value.estimates[SL_ESTIMATE_BY_COST] },
    { estimate_names[SL_ESTIMATE_AS_PLANNED], value.estimates[SL_ESTIMATE_AS_PLANNED] },
    { estimate_names[SL_ESTIMATE_BY_COST_TIME], value.estimates[SL_ESTIMATE_BY_COST_TIME] },
    { "ETC", value.to_complete },
    { "VAC", value.at_completion },
    { "TCPI_bac", value.needed_index },
    { "percent_complete", value.share_complete },
    { "percent_spent", value.share_spent },
  };
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_double_member (out, members[i].key, members[i].value);
}

/* Rejects a plan that falls or earned value beyond it. */
static void
check_plan (SlCalcInput *in, const double *planned, guint n)
{
  SlCalcInput *list = sl_calc_member (in, "pv");
  for (guint i = 1; i < n; i++)
    if (planned[i] < planned[i - 1])
      {
        SlCalcInput *item = sl_calc_item (list, i);
        sl_calc_reject (item, _ ("“%s” is %s, less than before; the plan is cumulative."),
                        sl_calc_path (item), sl_calc_show (item));
      }
}

static double
read_earned (SlCalcInput *item, const double *planned, guint n)
{
  double earned = sl_calc_number (item, 0.0, SL_CALC_MAX);
  if (sl_calc_is_good (item) && n > 0 && earned > planned[n - 1])
    sl_calc_reject (item, _ ("“%s” is %s, more than the plan has at its end."), sl_calc_path (item),
                    sl_calc_show (item));
  return earned;
}

static void
set_schedule (JsonObject *out, const SlEarnedSchedule *schedule)
{
  json_object_set_double_member (out, "ES", schedule->earned);
  json_object_set_double_member (out, "SVt", schedule->variance);
  json_object_set_double_member (out, "SPIt", schedule->index);
  json_object_set_double_member (out, "SPI", schedule->money_index);
  json_object_set_double_member (out, "IEACt", schedule->duration);
  json_object_set_double_member (out, "IEACt_remaining_at_plan", schedule->duration_as_planned);
}

/* A row for each period that is reported. */
static void
list_periods (SlCalcInput *in, const double *planned, guint n, double duration, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "ev_by_period");
  guint n_periods = sl_calc_list (list);
  JsonArray *rows = sl_calc_add_array (out, "rows");
  for (guint i = 0; i < n_periods && sl_calc_is_good (in); i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      if (!sl_calc_is_there (item))
        continue;
      double earned = read_earned (item, planned, n);
      SlEarnedSchedule schedule = sl_earned_schedule (planned, n, earned, i + 1, duration);
      JsonObject *row = json_object_new ();
      json_object_set_int_member (row, "at", i + 1);
      json_object_set_double_member (row, "ev", earned);
      set_schedule (row, &schedule);
      json_array_add_object_element (rows, row);
    }
}

static void
run_earned_schedule (SlCalcInput *in, JsonObject *out)
{
  guint n;
  g_autofree double *planned = sl_calc_get_numbers (in, "pv", 0.0, SL_CALC_MAX, FALSE, &n);
  double duration = sl_calc_get_number_or (in, "planned_duration", 0.0, SL_CALC_MAX, NAN);
  gboolean by_period = sl_calc_is_good (in) && sl_calc_has (in, "ev_by_period");
  check_plan (in, planned, n);
  double earned = by_period ? 0.0 : read_earned (sl_calc_member (in, "ev"), planned, n);
  double at = by_period ? 0.0 : sl_calc_get_number (in, "at", 0.0, SL_CALC_MAX);
  if (!sl_calc_is_good (in))
    return;
  if (n == 0 || planned[n - 1] == 0.0)
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  if (by_period)
    {
      list_periods (in, planned, n, duration, out);
      return;
    }
  SlEarnedSchedule schedule = sl_earned_schedule (planned, n, earned, at, duration);
  set_schedule (out, &schedule);
}

const SlCalc sl_calc_evm = {
  .name = "evm",
  .summary = N_ ("Earned value: cost and time against the work done"),
  .run = run_evm,
};

const SlCalc sl_calc_earned_schedule = {
  .name = "earned_schedule",
  .summary = N_ ("Earned schedule: by when today’s work was planned"),
  .run = run_earned_schedule,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc montecarlo_forecast: the forecast of a network, and each of the parts that it is made of. */

#include "config.h"

#include "sl-calc-network.h"

#include "methods/sl-monte-carlo.h"
#include "methods/sl-numeric.h"
#include "base/sl-random.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

/* Steps in a unit of time: rounding of drawn times does not show. */
#define STEPS 1000000.0
#define MAX_NUMBERS 10000
#define MAX_RUNS 100000
/* Times that are drawn in all. */
#define MAX_DRAWS 1e8
/* Each path is compared with all others. */
#define MAX_PATHS 200u

/* Seeds have 64 bits; beyond 63 they come as a text. */
static guint64
read_seed (SlCalcInput *in)
{
  SlCalcInput *member = sl_calc_member (in, "seed");
  guint64 seed = 0;
  if (!sl_calc_is_there (member))
    return seed;
  if (!sl_calc_is_text (member))
    return (guint64)sl_calc_int (member, 0, G_MAXINT64);
  if (!g_ascii_string_to_unsigned (sl_calc_text (member), 10, 0, G_MAXUINT64, &seed, NULL))
    sl_calc_reject (member, _ ("“%s” must be a whole number of at most 64 bits, not %s."),
                    sl_calc_path (member), sl_calc_show (member));
  return seed;
}

static void
list_numbers (SlCalcInput *in, JsonObject *out)
{
  guint64 state = read_seed (in);
  gint64 count = sl_calc_get_int (in, "count", 0, MAX_NUMBERS);
  if (!sl_calc_is_good (in))
    return;
  JsonArray *numbers = sl_calc_add_array (out, "value");
  for (gint64 i = 0; i < count; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, sl_random_bits (&state));
      json_array_add_string_element (numbers, digits);
    }
}

/* Members @low, @likely and @high of @in. */
static SlEstimate3
read_members (SlCalcInput *in, const char *low, const char *likely, const char *high)
{
  SlEstimate3 estimate = {
    sl_calc_get_number (in, low, -SL_CALC_LONGEST, SL_CALC_LONGEST),
    sl_calc_get_number (in, likely, -SL_CALC_LONGEST, SL_CALC_LONGEST),
    sl_calc_get_number (in, high, -SL_CALC_LONGEST, SL_CALC_LONGEST),
  };
  SlCalcInput *middle = sl_calc_member (in, likely);
  if (sl_calc_is_good (in) && !sl_estimate3_is_valid (&estimate))
    sl_calc_reject (in, _ ("“%s” is %s; it must not be below “%s” nor above “%s”."),
                    sl_calc_path (middle), sl_calc_show (middle), low, high);
  return estimate;
}

static void
describe_distribution (SlCalcInput *in, JsonObject *out)
{
  SlEstimate3 estimate = read_members (in, "a", "m", "b");
  double alpha = NAN, beta = NAN;
  if (!sl_calc_is_good (in))
    return;
  if (estimate.low < estimate.high)
    sl_beta_pert_shapes (&estimate, &alpha, &beta);
  SlMoments moments = sl_beta_pert_moments (&estimate);
  json_object_set_double_member (out, "alpha", alpha);
  json_object_set_double_member (out, "beta", beta);
  json_object_set_double_member (out, "mean", moments.mean);
  json_object_set_double_member (out, "variance", moments.variance);
  json_object_set_double_member (out, "classic_pert_variance",
                                 sl_pert_moments (&estimate).variance);
  json_object_set_double_member (out, "p50", sl_beta_pert_quantile (&estimate, 0.5));
  json_object_set_double_member (out, "p80", sl_beta_pert_quantile (&estimate, 0.8));
  json_object_set_double_member (out, "p90", sl_beta_pert_quantile (&estimate, 0.9));
}

static SlMoments
read_normal (SlCalcInput *in)
{
  double deviation = sl_calc_get_number (in, "sd", 0.0, SL_CALC_LONGEST);
  return (SlMoments){ sl_calc_get_number (in, "mean", -SL_CALC_LONGEST, SL_CALC_LONGEST),
                      deviation * deviation };
}

static SlMoments
read_uniform (SlCalcInput *in)
{
  double low = sl_calc_get_number (in, "min", -SL_CALC_LONGEST, SL_CALC_LONGEST);
  return sl_uniform_moments (low, sl_calc_get_number (in, "max", low, SL_CALC_LONGEST));
}

static SlMoments
read_moments (SlCalcInput *in)
{
  static const char *const types[] = { "normal", "triangular", "uniform", "beta_pert", NULL };
  SlEstimate3 estimate;
  switch (sl_calc_get_choice (in, "type", types))
    {
    case 0:
      return read_normal (in);
    case 1:
      estimate = read_members (in, "a", "b", "c");
      return sl_triangular_moments (&estimate);
    case 2:
      return read_uniform (in);
    default:
      estimate = read_members (in, "a", "m", "b");
      return sl_beta_pert_moments (&estimate);
    }
}

/* Independent tasks one after the other. */
static void
add_tasks (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "tasks");
  SlMoments sum = { 0.0, 0.0 };
  for (guint i = 0, n = sl_calc_list (list); i < n && sl_calc_is_good (in); i++)
    {
      SlMoments part = read_moments (sl_calc_item (list, i));
      sum.mean += part.mean;
      sum.variance += part.variance;
    }
  json_object_set_double_member (out, "mean", sum.mean);
  json_object_set_double_member (out, "variance", sum.variance);
}

/* Independent tasks side by side. */
static void
merge_paths (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "paths");
  guint n = sl_calc_list (list);
  double deadline = sl_calc_get_number_or (in, "deadline", SL_CALC_MIN, SL_CALC_MAX, NAN);
  if (n > MAX_PATHS)
    sl_calc_reject (list, _ ("“%s” has %u items; more than %u are not taken."), sl_calc_path (list),
                    n, MAX_PATHS);
  g_autofree SlMoments *paths = g_new (SlMoments, MAX (n, 1));
  for (guint i = 0; i < n && sl_calc_is_good (in); i++)
    paths[i] = read_normal (sl_calc_item (list, i));
  if (!sl_calc_is_good (in))
    return;
  if (n == 0)
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "mean_max", sl_pert_mean_of_latest (paths, n));
  if (!isnan (deadline))
    json_object_set_double_member (out, "p_deadline", sl_pert_joint_chance (paths, n, deadline));
}

static void
find_quantile (SlCalcInput *in, JsonObject *out)
{
  guint n;
  g_autofree double *samples
      = sl_calc_get_numbers (in, "samples", SL_CALC_MIN, SL_CALC_MAX, FALSE, &n);
  double q = sl_calc_get_number (in, "q", 0.0, 1.0);
  if (!sl_calc_is_good (in))
    return;
  qsort (samples, n, sizeof *samples, sl_compare_doubles);
  if (n == 0)
    sl_calc_set_value (out, "not_assessed");
  else
    json_object_set_double_member (out, "value", sl_quantile (samples, n, q));
}

/* Puts estimates into steps, as the network has them. */
static void
scale_estimates (const SlCalcNetwork *net, GArray *estimates)
{
  for (guint i = 0; i < estimates->len; i++)
    {
      SlEstimate3 *estimate = &g_array_index (estimates, SlEstimate3, i);
      *estimate = (SlEstimate3){ estimate->low / net->step, estimate->likely / net->step,
                                 estimate->high / net->step };
    }
}

static void
set_forecast (const SlMonteCarlo *forecast, const SlCalcNetwork *net, double deadline,
              JsonObject *out)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, forecast->seed);
  json_object_set_double_member (out, "mean", forecast->mean * net->step);
  json_object_set_double_member (out, "sd", forecast->deviation * net->step);
  json_object_set_double_member (out, "p50", forecast->p50 * net->step);
  json_object_set_double_member (out, "p80", forecast->p80 * net->step);
  json_object_set_double_member (out, "p90", forecast->p90 * net->step);
  if (!isnan (deadline))
    json_object_set_double_member (
        out, "p_deadline",
        sl_monte_carlo_chance (forecast, sl_calc_network_to_steps (net, deadline)));
  JsonObject *criticality = sl_calc_add_object (out, "criticality");
  for (guint i = 0; i < forecast->n_tasks; i++)
    json_object_set_double_member (criticality, sl_calc_names_get (net->ids, i),
                                   forecast->criticality[i]);
  json_object_set_int_member (out, "runs", forecast->n_runs);
  json_object_set_string_member (out, "seed", seed);
}

static void
forecast_network (SlCalcInput *in, JsonObject *out)
{
  g_auto (SlCalcNetwork) net;
  sl_calc_network_init (&net, 1.0 / STEPS);
  g_autoptr (GArray) estimates = sl_calc_network_read_activities (in, &net);
  if (sl_calc_has (in, "links"))
    sl_calc_network_read_links (in, "lag", &net);
  guint64 seed = read_seed (in);
  double deadline = sl_calc_get_number_or (in, "deadline", -1e12, 1e12, NAN);
  SlCalcInput *runs = sl_calc_member (in, "runs");
  gint64 n_runs = sl_calc_get_int_or (in, "runs", 1, MAX_RUNS, SL_MONTE_CARLO_RUNS);
  if (sl_calc_is_good (in) && (double)n_runs * estimates->len > MAX_DRAWS)
    sl_calc_reject (runs, _ ("“%s” is too large for %u tasks."), sl_calc_path (runs),
                    estimates->len);
  if (!sl_calc_is_good (in))
    return;
  if (estimates->len == 0)
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  if (!sl_calc_network_compute (&net, NULL, 0, SL_INT_NULL, out))
    return;
  scale_estimates (&net, estimates);
  SlScheduleInput schedule = sl_calc_network_get_input (&net, NULL, 0, SL_INT_NULL);
  SlMonteCarloInput input
      = { &schedule, (const SlEstimate3 *)(gpointer)estimates->data, (guint)n_runs, seed, NULL };
  g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&input);
  set_forecast (forecast, &net, deadline, out);
}

static void
run_forecast (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } forms[] = {
    { "activities", forecast_network }, { "tasks", add_tasks },    { "paths", merge_paths },
    { "samples", find_quantile },       { "count", list_numbers }, { "m", describe_distribution },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (forms); i++)
    if (sl_calc_has (in, forms[i].key))
      {
        forms[i].run (in, out);
        return;
      }
  sl_calc_reject (in, _ ("“%s” must have one of activities, tasks, paths, samples, count and m."),
                  sl_calc_path (in));
}

const SlCalc sl_calc_montecarlo_forecast = {
  .name = "montecarlo_forecast",
  .summary = N_ ("When a network of tasks is over, tried out many times"),
  .run = run_forecast,
};

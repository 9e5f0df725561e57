/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc resource_fit: money against priorities; calc resource_overallocation: one person's days. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-over-allocation.h"
#include "methods/sl-resource-fit.h"

#include <glib/gi18n.h>
#include <math.h>

/* A gap below this is rounding. */
#define EPSILON 1e-12
/* Largest number that is taken: sums over all items stay exact enough. */
#define LARGEST 1e15

/* Adds the keys of an object to @names and their numbers to @values, at the places of the names. */
static void
read_shares (SlCalcInput *in, SlCalcNames *names, GArray *values)
{
  guint n = sl_calc_object (in);
  for (guint i = 0; i < n; i++)
    {
      guint at = sl_calc_names_ensure (names, sl_calc_key (in, i));
      if (at >= values->len)
        g_array_set_size (values, at + 1);
      g_array_index (values, double, at) = sl_calc_number (sl_calc_item (in, i), 0.0, LARGEST);
    }
}

static void
compute_fit (SlCalcInput *weights_in, SlCalcInput *budgets_in, JsonObject *out)
{
  g_autoptr (SlCalcNames) names = sl_calc_names_new ();
  g_autoptr (GArray) weights = g_array_new (FALSE, TRUE, sizeof (double));
  g_autoptr (GArray) budgets = g_array_new (FALSE, TRUE, sizeof (double));
  read_shares (weights_in, names, weights);
  read_shares (budgets_in, names, budgets);
  guint n = sl_calc_names_length (names);
  g_array_set_size (weights, n);
  g_array_set_size (budgets, n);
  g_autofree double *gaps = g_new0 (double, MAX (n, 1));
  double distance = sl_resource_fit ((const double *)(gpointer)budgets->data,
                                     (const double *)(gpointer)weights->data, n, gaps);
  if (isnan (distance))
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "tv", distance);
  JsonObject *parts = sl_calc_add_object (out, "per_item");
  JsonObject *over = sl_calc_add_object (out, "over");
  JsonObject *under = sl_calc_add_object (out, "under");
  for (guint i = 0; i < n; i++)
    {
      const char *name = sl_calc_names_get (names, i);
      json_object_set_double_member (parts, name, fabs (gaps[i]) / 2.0);
      if (fabs (gaps[i]) > EPSILON)
        json_object_set_double_member (gaps[i] > 0.0 ? over : under, name, fabs (gaps[i]));
    }
}

static void
compute_concentration (SlCalcInput *in, JsonObject *out)
{
  guint n;
  g_autofree double *values = sl_calc_get_numbers (in, "values", 0.0, LARGEST, FALSE, &n);
  double gini = sl_gini (values, n);
  if (isnan (gini))
    sl_calc_set_value (out, "not_assessed");
  else
    json_object_set_double_member (out, "gini", gini);
}

static void
run_resource_fit (SlCalcInput *in, JsonObject *out)
{
  if (sl_calc_has (in, "values"))
    compute_concentration (in, out);
  else if (sl_calc_has (in, "priority") || sl_calc_has (in, "budget"))
    compute_fit (sl_calc_member (in, "priority"), sl_calc_member (in, "budget"), out);
  else
    compute_fit (sl_calc_member (in, "a"), sl_calc_member (in, "b"), out);
}

const SlCalc sl_calc_resource_fit = {
  .name = "resource_fit",
  .summary = N_ ("Share of the budget that would have to move to match the priorities"),
  .run = run_resource_fit,
};

/* Adds each day of each assignment once, as a span of one day. */
static void
read_assignments (SlCalcInput *in, const SlCalcNames *days, GArray *assignments)
{
  SlCalcInput *list = sl_calc_member (in, "assignments");
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n && sl_calc_is_good (in); i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      SlCalcInput *worked = sl_calc_member (item, "days");
      double units = sl_calc_get_number (item, "units", 0.0, LARGEST);
      g_autoptr (SlCalcNames) seen = sl_calc_names_new ();
      guint n_worked = sl_calc_list (worked);
      for (guint d = 0; d < n_worked; d++)
        {
          SlCalcInput *day = sl_calc_item (worked, d);
          gint64 at = sl_calc_names_find (days, day);
          sl_calc_names_add (seen, day);
          g_array_append_val (assignments, ((SlLoadAssignment){ 0, at, at, units }));
        }
    }
}

static void
read_exceptions (SlCalcInput *in, const SlCalcNames *days, GArray *exceptions)
{
  SlCalcInput *by_day = sl_calc_member (in, "capacity_by_day");
  guint n = sl_calc_is_there (by_day) ? sl_calc_object (by_day) : 0;
  for (guint i = 0; i < n; i++)
    {
      guint at;
      SlCalcInput *capacity = sl_calc_item (by_day, i);
      SlLoadException exception = { .capacity = sl_calc_number (capacity, 0.0, LARGEST) };
      if (!sl_calc_names_lookup (days, sl_calc_key (by_day, i), &at))
        {
          sl_calc_reject (capacity, _ ("“%s” is the capacity of a day that is not among “days”."),
                          sl_calc_path (capacity));
          return;
        }
      exception.from = exception.to = at;
      g_array_append_val (exceptions, exception);
    }
}

static void
set_load (JsonObject *out, const SlCalcNames *names, const SlLoad *load)
{
  JsonObject *loads = sl_calc_add_object (out, "load");
  JsonObject *overs = sl_calc_add_object (out, "over");
  for (guint i = 0; i < sl_calc_names_length (names); i++)
    {
      json_object_set_double_member (loads, sl_calc_names_get (names, i), 0.0);
      json_object_set_double_member (overs, sl_calc_names_get (names, i), 0.0);
    }
  for (guint i = 0; i < load->n_spans; i++)
    for (gint64 day = load->spans[i].from; day <= load->spans[i].to; day++)
      {
        const char *name = sl_calc_names_get (names, (guint)day);
        json_object_set_double_member (loads, name, load->spans[i].load);
        json_object_set_double_member (overs, name, load->spans[i].over);
      }
  json_object_set_int_member (out, "overallocated_days", load->total.over_days);
  json_object_set_double_member (out, "over_share", load->over_share);
  if (isnan (load->over_share))
    sl_calc_set_value (out, "not_assessed");
}

static void
run_resource_overallocation (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) days = sl_calc_names_new ();
  g_autoptr (GArray) assignments = g_array_new (FALSE, FALSE, sizeof (SlLoadAssignment));
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (SlLoadException));
  SlCalcInput *list = sl_calc_member (in, "days");
  double capacity = sl_calc_get_number_or (in, "capacity_percent", 0.0, LARGEST, 100.0);
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n; i++)
    sl_calc_names_add (days, sl_calc_item (list, i));
  read_assignments (in, days, assignments);
  read_exceptions (in, days, exceptions);
  if (!sl_calc_is_good (in))
    return;
  SlLoadInput input = { NULL,
                        &capacity,
                        1,
                        (const SlLoadAssignment *)(gpointer)assignments->data,
                        assignments->len,
                        (const SlLoadException *)(gpointer)exceptions->data,
                        exceptions->len };
  g_autoptr (SlLoad) load = sl_load_new (&input);
  set_load (out, days, load);
}

const SlCalc sl_calc_resource_overallocation = {
  .name = "resource_overallocation",
  .summary = N_ ("Days on which somebody is booked beyond capacity"),
  .run = run_resource_overallocation,
};

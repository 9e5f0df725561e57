/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads of random plans day by day against the sweep; days off, thirds, centuries. */

#include "config.h"

#include "methods/sl-over-allocation.h"
#include "base/sl-date.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-9
#define N_RESOURCES 3u
#define N_ASSIGNMENTS 30u
#define N_EXCEPTIONS 6u
#define N_DAYS 60

static void
test_one (void)
{
  const double capacity = 100;
  const SlLoadAssignment assignments[] = { { 0, 0, 2, 60 }, { 0, 1, 3, 60 }, { 0, 2, 2, 20 } };
  SlLoadInput input = {
    .capacities = &capacity, .n_resources = 1, .assignments = assignments, .n_assignments = 3
  };
  g_autoptr (SlLoad) load = sl_load_new (&input);
  g_assert_cmpfloat (load->total.load, ==, 380.0);
  g_assert_cmpfloat (load->total.over, ==, 60.0);
  g_assert_cmpint (load->total.over_days, ==, 2);
  g_assert_cmpfloat (load->total.peak, ==, 140.0);
  g_assert_cmpfloat_with_epsilon (load->over_share, 60.0 / 380.0, EPSILON);
  g_assert_cmpuint (load->n_spans, ==, 4);
  g_assert_cmpint (load->spans[2].from, ==, 2);
  g_assert_cmpint (load->spans[2].to, ==, 2);
  g_assert_cmpfloat (load->spans[2].over, ==, 40.0);
}

/* Capacity of @resource on @day, by the letter of the header. */
static double
plain_capacity (const SlLoadInput *input, guint resource, gint64 day)
{
  double capacity = input->capacities[resource];
  gboolean other = FALSE;
  for (guint i = 0; i < input->n_exceptions; i++)
    {
      const SlLoadException *exception = &input->exceptions[i];
      if (exception->resource != resource || day < exception->from || day > exception->to)
        continue;
      capacity = other ? MIN (capacity, exception->capacity) : exception->capacity;
      other = TRUE;
    }
  return capacity;
}

static void
assert_like_plain (const SlLoadInput *input, const SlLoad *load, gint64 first)
{
  for (guint r = 0; r < input->n_resources; r++)
    {
      SlLoadSum sum = { 0 };
      for (gint64 day = first - 5; day < first + N_DAYS + 40; day++)
        {
          double units = 0.0;
          if (!sl_calendar_is_working (input->calendar, day))
            continue;
          for (guint i = 0; i < input->n_assignments; i++)
            if (input->assignments[i].resource == r && day >= input->assignments[i].from
                && day <= input->assignments[i].to)
              units += input->assignments[i].units;
          double over = MAX (0.0, units - plain_capacity (input, r, day));
          sum.load += units;
          sum.over += over;
          sum.over_days += over > EPSILON ? 1 : 0;
          sum.peak = MAX (sum.peak, units);
        }
      g_assert_cmpfloat_with_epsilon (load->resources[r].load, sum.load, EPSILON);
      g_assert_cmpfloat_with_epsilon (load->resources[r].over, sum.over, EPSILON);
      g_assert_cmpfloat_with_epsilon (load->resources[r].peak, sum.peak, EPSILON);
      g_assert_cmpint (load->resources[r].over_days, ==, sum.over_days);
    }
}

static void
test_random (void)
{
  gint64 first = sl_day_from_ymd (2026, 3, 2);
  const SlCalendarDay holiday = { first + 9, FALSE, FALSE };
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, &holiday, 1);
  for (guint round = 0; round < 300; round++)
    {
      SlLoadAssignment assignments[N_ASSIGNMENTS];
      SlLoadException exceptions[N_EXCEPTIONS];
      const double capacities[N_RESOURCES] = { 1.0, 0.5, 3.0 };
      for (guint i = 0; i < N_ASSIGNMENTS; i++)
        {
          gint64 from = first + g_test_rand_int_range (0, N_DAYS);
          assignments[i] = (SlLoadAssignment){ (guint)g_test_rand_int_range (0, N_RESOURCES), from,
                                               from + g_test_rand_int_range (0, 30),
                                               g_test_rand_int_range (1, 12) / 10.0 };
        }
      for (guint i = 0; i < N_EXCEPTIONS; i++)
        {
          gint64 from = first + g_test_rand_int_range (0, N_DAYS);
          exceptions[i] = (SlLoadException){ (guint)g_test_rand_int_range (0, N_RESOURCES), from,
                                             from + g_test_rand_int_range (0, 20),
                                             g_test_rand_int_range (0, 4) / 2.0 };
        }
      SlLoadInput input = { calendar,      capacities, N_RESOURCES, assignments,
                            N_ASSIGNMENTS, exceptions, N_EXCEPTIONS };
      g_autoptr (SlLoad) load = sl_load_new (&input);
      assert_like_plain (&input, load, first);
      for (guint i = 1; i < load->n_spans; i++)
        g_assert_true (load->spans[i].resource > load->spans[i - 1].resource
                       || load->spans[i].from > load->spans[i - 1].to);
    }
}

/* Three thirds are a whole day: rounding is not over-allocation. */
static void
test_thirds (void)
{
  const double capacity = 1;
  SlLoadAssignment assignments[30];
  for (guint i = 0; i < G_N_ELEMENTS (assignments); i++)
    assignments[i] = (SlLoadAssignment){ 0, i / 3, 40 - (gint64)i / 3, 1.0 / 30.0 };
  SlLoadInput input = {
    .capacities = &capacity, .n_resources = 1, .assignments = assignments, .n_assignments = 30
  };
  g_autoptr (SlLoad) load = sl_load_new (&input);
  g_assert_cmpint (load->total.over_days, ==, 0);
  g_assert_cmpfloat (load->over_share, ==, 0.0);
}

static void
test_days_off (void)
{
  gint64 monday = sl_day_from_ymd (2026, 3, 2);
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  const double capacity = 1;
  const SlLoadAssignment weekend = { 0, monday + 5, monday + 6, 1 };
  const SlLoadException off = { 0, monday + 4, monday + 7, 0 };
  SlLoadInput input = { calendar, &capacity, 1, &weekend, 1, NULL, 0 };
  g_autoptr (SlLoad) none = sl_load_new (&input);
  g_assert_cmpuint (none->n_spans, ==, 0);
  g_assert_true (isnan (none->over_share));
  /* Friday and Monday off: two days over, the weekend between them does not count. */
  const SlLoadAssignment week = { 0, monday + 3, monday + 8, 0.5 };
  input.assignments = &week;
  input.exceptions = &off;
  input.n_exceptions = 1;
  g_autoptr (SlLoad) load = sl_load_new (&input);
  g_assert_cmpint (load->total.over_days, ==, 2);
  g_assert_cmpfloat (load->total.load, ==, 2.0);
  g_assert_cmpfloat (load->over_share, ==, 0.5);
}

static void
test_edges (void)
{
  SlLoadInput input = { 0 };
  g_autoptr (SlLoad) empty = sl_load_new (&input);
  g_assert_cmpuint (empty->n_spans, ==, 0);
  g_assert_true (isnan (empty->over_share));
  const double capacities[] = { 0, 1 };
  const SlLoadAssignment assignments[]
      = { { 0, 5, 4, 1 }, { 0, 1, 2, 0 }, { 1, 1, 2, -3 }, { 1, 3, 3, 1 } };
  input = (SlLoadInput){ NULL, capacities, 2, assignments, 4, NULL, 0 };
  g_autoptr (SlLoad) load = sl_load_new (&input);
  g_assert_cmpuint (load->n_spans, ==, 1);
  g_assert_cmpfloat (load->resources[0].load, ==, 0.0);
  g_assert_cmpfloat (load->resources[1].load, ==, 1.0);
  g_assert_cmpfloat (load->over_share, ==, 0.0);
}

/* The longest dates cost no more than the shortest. */
static void
test_centuries (void)
{
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  const double capacity = 1;
  SlLoadAssignment assignments[1000];
  for (guint i = 0; i < G_N_ELEMENTS (assignments); i++)
    assignments[i] = (SlLoadAssignment){ 0, SL_DAY_MIN + (gint64)i, SL_DAY_MAX - (gint64)i, 0.5 };
  SlLoadInput input = { calendar, &capacity, 1, assignments, 1000, NULL, 0 };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (SlLoad) load = sl_load_new (&input);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  g_assert_cmpfloat (load->total.peak, ==, 500.0);
  g_assert_cmpint (load->total.over_days, >, 78000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/over-allocation/one", test_one);
  g_test_add_func ("/core/over-allocation/random", test_random);
  g_test_add_func ("/core/over-allocation/thirds", test_thirds);
  g_test_add_func ("/core/over-allocation/days-off", test_days_off);
  g_test_add_func ("/core/over-allocation/edges", test_edges);
  g_test_add_func ("/core/over-allocation/centuries", test_centuries);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties of the time axis over many scales and spans: cells cover the axis, begin where units
 * begin, labels fit their cells, breaks ascend. */

#include "timeline/sl-time-axis.h"
#include "timeline/sl-time-label.h"

#include "base/sl-date.h"

#define EPSILON 1e-6

static double
label_width (SlTextMeasure *measure, SlFont font, const char *text)
{
  double width;
  sl_text_measure_size (measure, font, text, 0, &width, NULL);
  return width;
}

static void
check_cells (const SlTimeAxis *axis, const GArray *cells, SlTimeUnit unit, SlFont font,
             SlTextMeasure *measure)
{
  double end = axis->x;
  for (guint i = 0; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      const gint64 next = sl_time_unit_next (unit, axis->years, cell->start);
      g_assert_cmpfloat_with_epsilon (cell->x, end, EPSILON);
      g_assert_cmpfloat (cell->w, >, 0);
      g_assert_cmpint (sl_time_unit_floor (unit, axis->years, axis->starts, cell->start), ==,
                       cell->start);
      g_assert_cmpint (sl_time_unit_floor (unit, axis->years, axis->starts, next - 1), ==,
                       cell->start);
      if (!cell->repeats)
        g_assert_cmpfloat_with_epsilon (
            cell->x, sl_time_axis_x (axis, MAX (cell->start, axis->first)), EPSILON);
      if (cell->label != NULL)
        g_assert_cmpfloat (label_width (measure, font, cell->label) + 2 * SL_TIME_PAD, <=,
                           cell->w + EPSILON);
      end = cell->x + cell->w;
    }
  if (cells->len > 0)
    g_assert_cmpfloat_with_epsilon (end, axis->x + sl_time_axis_width (axis), EPSILON);
}

static void
check_not_inside (const GArray *cells, double x)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      g_assert_false (cell->x + EPSILON < x && x < cell->x + cell->w - EPSILON);
    }
}

static void
check_breaks (const SlTimeAxis *axis)
{
  g_autoptr (GArray) breaks = sl_time_axis_breaks (axis);
  double last = axis->x;
  for (guint i = 0; i < breaks->len; i++)
    {
      const double x = g_array_index (breaks, double, i);
      g_assert_cmpfloat (x, >, last);
      check_not_inside (axis->lower_cells, x);
      check_not_inside (axis->upper_cells, x);
      last = x;
    }
  g_assert_cmpfloat_with_epsilon (last, axis->x + sl_time_axis_width (axis), EPSILON);
}

static void
check_axis (const SlTimeAxis *axis, SlTextMeasure *measure)
{
  check_cells (axis, axis->lower_cells, axis->lower, SL_TIME_FONT_LOWER, measure);
  check_cells (axis, axis->upper_cells, axis->upper, SL_TIME_FONT_UPPER, measure);
  check_breaks (axis);
  /* Wherever a whole unit of the lower row is, it has its label. */
  for (guint i = 1; i + 1 < axis->lower_cells->len; i++)
    g_assert_nonnull (g_array_index (axis->lower_cells, SlTimeCell, i).label);
  for (guint i = 1; i + 1 < axis->upper_cells->len; i++)
    if (!g_array_index (axis->upper_cells, SlTimeCell, i).repeats)
      g_assert_nonnull (g_array_index (axis->upper_cells, SlTimeCell, i).label);
}

static void
check_span (gint64 first, gint64 last, double pt_per_day, SlTextMeasure *measure)
{
  for (int fiscal_month = 1; fiscal_month <= 10; fiscal_month += 3)
    {
      const gboolean tiled = fiscal_month % 2 == 0;
      const int weekday = fiscal_month % 7 + 1;
      g_autoptr (SlTimeAxis) axis = sl_time_axis_new (
          first, last, 180, pt_per_day, (SlTimeStarts){ fiscal_month, weekday }, tiled, measure);
      check_axis (axis, measure);
    }
}

static void
test_properties (gconstpointer data)
{
  const gboolean pango = GPOINTER_TO_INT (data);
  g_autoptr (SlTextMeasure) measure
      = pango ? sl_text_measure_new_pango () : sl_text_measure_new_fixed ();
  static const int days[] = { 1, 2, 6, 7, 13, 31, 59, 92, 365, 366, 1096, 3653, 14610 };
  static const int firsts[][3] = { { 2026, 1, 1 }, { 2024, 2, 29 }, { 1999, 12, 31 } };
  for (guint f = 0; f < (pango ? 1 : G_N_ELEMENTS (firsts)); f++)
    for (guint d = 0; d < G_N_ELEMENTS (days); d++)
      for (double scale = 0.05; scale <= 60; scale *= pango ? 2 : 1.3)
        {
          const gint64 first = sl_day_from_ymd (firsts[f][0], firsts[f][1], firsts[f][2]);
          if (days[d] * scale < 40000)
            check_span (first, first + days[d] - 1, scale, measure);
        }
}

static void
test_units (void)
{
  const gint64 day = sl_day_from_ymd (2026, 3, 18); /* a Wednesday */
  const struct
  {
    SlTimeUnit unit;
    guint years;
    int fiscal_month;
    int start[3];
    int next[3];
  } cases[] = {
    { SL_TIME_DAY, 1, 1, { 2026, 3, 18 }, { 2026, 3, 19 } },
    { SL_TIME_WEEK, 1, 1, { 2026, 3, 16 }, { 2026, 3, 23 } },
    { SL_TIME_MONTH, 1, 10, { 2026, 3, 1 }, { 2026, 4, 1 } },
    { SL_TIME_QUARTER, 1, 1, { 2026, 1, 1 }, { 2026, 4, 1 } },
    { SL_TIME_QUARTER, 1, 2, { 2026, 2, 1 }, { 2026, 5, 1 } },
    { SL_TIME_QUARTER, 1, 12, { 2026, 3, 1 }, { 2026, 6, 1 } },
    { SL_TIME_YEAR, 1, 1, { 2026, 1, 1 }, { 2027, 1, 1 } },
    { SL_TIME_YEAR, 1, 4, { 2025, 4, 1 }, { 2026, 4, 1 } },
    { SL_TIME_YEAR, 10, 1, { 2020, 1, 1 }, { 2030, 1, 1 } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *s = cases[i].start, *n = cases[i].next;
      const gint64 start = sl_time_unit_floor (cases[i].unit, cases[i].years,
                                               (SlTimeStarts){ cases[i].fiscal_month, 1 }, day);
      g_assert_cmpint (start, ==, sl_day_from_ymd (s[0], s[1], s[2]));
      g_assert_cmpint (sl_time_unit_next (cases[i].unit, cases[i].years, start), ==,
                       sl_day_from_ymd (n[0], n[1], n[2]));
    }
}

/* A week begins where it is said to; it has the number of the Monday in it. */
static void
test_week_starts (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  g_autoptr (SlTimeLabeller) labeller = sl_time_labeller_new (measure, 1);
  const gint64 monday = sl_day_from_ymd (2026, 3, 16);

  for (int weekday = 1; weekday <= 7; weekday++)
    for (gint64 day = monday; day < monday + 7; day++)
      {
        const gint64 start
            = sl_time_unit_floor (SL_TIME_WEEK, 1, (SlTimeStarts){ 1, weekday }, day);
        g_assert_cmpint (sl_day_weekday (start), ==, weekday);
        g_assert_true (start <= day && day < start + 7);
      }
  for (gint64 start = monday - 6; start <= monday; start++)
    {
      g_autofree char *text = sl_time_labeller_text (labeller, SL_TIME_WEEK, 1, start);
      g_assert_cmpstr (text, ==, "W12");
    }
}

/* The labels of both rows around the middle, as "upper | lower lower". */
static char *
labels_at (double pt_per_day, int fiscal_month)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  g_autoptr (SlTimeAxis) axis
      = sl_time_axis_new (sl_day_from_ymd (2025, 1, 1), sl_day_from_ymd (2027, 12, 31), 0,
                          pt_per_day, (SlTimeStarts){ fiscal_month, 1 }, FALSE, measure);
  const double x = sl_time_axis_x (axis, sl_day_from_ymd (2026, 3, 18));
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < axis->upper_cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (axis->upper_cells, SlTimeCell, i);
      if (cell->x <= x && x < cell->x + cell->w)
        g_string_append (text, cell->label);
    }
  for (guint i = 0; i < axis->lower_cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (axis->lower_cells, SlTimeCell, i);
      if (cell->x <= x && x < cell->x + cell->w)
        g_string_append_printf (text, " | %s", cell->label);
    }
  return g_string_free (text, FALSE);
}

static void
test_levels (void)
{
  const struct
  {
    double pt_per_day;
    int fiscal_month;
    const char *labels;
  } cases[] = {
    { 60, 1, "Week 12, March 2026 | Wed 18" },
    { 16, 1, "W12, Mar 2026 | 18" },
    { 5, 1, "March 2026 | W12" },
    { 1.8, 1, "Q1 2026 | March" },
    { 0.9, 1, "Q1 2026 | Mar" },
    { 0.9, 4, "Q4 2025/26 | Mar" },
    { 0.4, 1, "2026 | M" },
    { 0.2, 1, "2026 | Q1" },
    { 0.2, 4, "2025/26 | Q4" },
    { 0.08, 1, " | 2026" },
    { 0.05, 1, " | ’26" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = labels_at (cases[i].pt_per_day, cases[i].fiscal_month);
      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

/* A window that is as wide as half a sheet always shows some label of the upper row. */
static void
test_repeats (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  const gint64 first = sl_day_from_ymd (2026, 1, 1);
  for (double scale = 1; scale <= 60; scale *= 1.1)
    {
      g_autoptr (SlTimeAxis) axis
          = sl_time_axis_new (first, first + 364, 0, scale, (SlTimeStarts){ 1, 1 }, FALSE, measure);
      for (guint i = 0; i < axis->upper_cells->len; i++)
        g_assert_cmpfloat (g_array_index (axis->upper_cells, SlTimeCell, i).w, <, 420 + EPSILON);
    }
}

/* On a poster, a sheet finds a place to end within its width. */
static void
test_tiles (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  const gint64 first = sl_day_from_ymd (2026, 1, 1);
  for (double scale = 0.75; scale <= 60; scale *= 1.1)
    {
      g_autoptr (SlTimeAxis) axis
          = sl_time_axis_new (first, first + 729, 0, scale, (SlTimeStarts){ 1, 1 }, TRUE, measure);
      g_autoptr (GArray) breaks = sl_time_axis_breaks (axis);
      double last = 0;
      for (guint i = 0; i < breaks->len; i++)
        {
          const double x = g_array_index (breaks, double, i);
          g_assert_cmpfloat (x - last, <, 440);
          last = x;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/time-axis/units", test_units);
  g_test_add_func ("/charts/time-axis/week-starts", test_week_starts);
  g_test_add_func ("/charts/time-axis/levels", test_levels);
  g_test_add_func ("/charts/time-axis/repeats", test_repeats);
  g_test_add_func ("/charts/time-axis/tiles", test_tiles);
  g_test_add_data_func ("/charts/time-axis/properties-fixed", GINT_TO_POINTER (FALSE),
                        test_properties);
  g_test_add_data_func ("/charts/time-axis/properties-pango", GINT_TO_POINTER (TRUE),
                        test_properties);
  return g_test_run ();
}

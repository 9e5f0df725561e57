/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time units over a span of days: the arithmetic of units, the choice of the two rows by what fits,
 * and the cells. The words of the labels are in sl-time-label.c. */

#include "config.h"

#include "sl-time-axis.h"

#include <math.h>

#include "base/sl-date.h"
#include "sl-time-label.h"

/* An upper cell wider than this is cut; pt. More than half of the body of an A4 sheet. */
#define WIDE_CELL 300.0
#define ROOMY_PAD 4.0
#define USUAL_PAD 2.5

static gint64
month_start (gint64 months)
{
  return sl_day_from_ymd ((int)(months / 12), (int)(months % 12) + 1, 1);
}

/* Months since year 0, of the month that contains @day. */
static gint64
month_number (gint64 day)
{
  int year, month, mday;
  sl_day_to_ymd (day, &year, &month, &mday);
  return (gint64)year * 12 + month - 1;
}

static gint64
months_in_unit (SlTimeUnit unit, guint years)
{
  if (unit == SL_TIME_MONTH)
    return 1;
  return unit == SL_TIME_QUARTER ? 3 : 12 * (gint64)years;
}

gint64
sl_time_unit_floor (SlTimeUnit unit, guint years, SlTimeStarts starts, gint64 day)
{
  if (unit == SL_TIME_DAY)
    return day;
  if (unit == SL_TIME_WEEK)
    return day - (sl_day_weekday (day) - starts.weekday + 7) % 7;
  const gint64 offset = unit == SL_TIME_MONTH ? 0 : starts.fiscal_month - 1;
  const gint64 size = months_in_unit (unit, years);
  const gint64 number = month_number (day) - offset;
  return month_start (number - number % size + offset);
}

gint64
sl_time_unit_next (SlTimeUnit unit, guint years, gint64 start)
{
  if (unit == SL_TIME_DAY)
    return start + 1;
  if (unit == SL_TIME_WEEK)
    return start + 7;
  return month_start (month_number (start) + months_in_unit (unit, years));
}

static void
clear_cell (gpointer data)
{
  SlTimeCell *cell = data;
  g_free (cell->label);
}

static GArray *
new_cells (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SlTimeCell));
  g_array_set_clear_func (cells, clear_cell);
  return cells;
}

/* The cells of @unit without labels. */
static GArray *
make_cells (const SlTimeAxis *self, SlTimeUnit unit)
{
  GArray *cells = new_cells ();
  gint64 start = sl_time_unit_floor (unit, self->years, self->starts, self->first);
  while (start <= self->last)
    {
      const gint64 next = sl_time_unit_next (unit, self->years, start);
      const double x = sl_time_axis_x (self, MAX (start, self->first));
      const double end = sl_time_axis_x (self, MIN (next, self->last + 1));
      const SlTimeCell cell = { .start = start, .x = x, .w = end - x };
      g_array_append_val (cells, cell);
      start = next;
    }
  return cells;
}

/* Room that the label wants at each end: the longest form is taken only where it stands freely;
 * months stand closer than others, as three years of them want to be on one sheet. */
static double
pad_of (const SlTimeLabeller *labeller, SlTimeUnit unit, guint form)
{
  if (form == 0 && sl_time_labeller_n_forms (labeller, unit) > 1)
    return ROOMY_PAD;
  return unit == SL_TIME_MONTH ? SL_TIME_PAD : USUAL_PAD;
}

/* Whether @form of the unit's label fits each cell that is not cut by an end of the axis. */
static gboolean
form_fits (const SlTimeAxis *self, const GArray *cells, SlTimeUnit unit, SlTimeLabeller *labeller,
           guint form)
{
  const double pads = 2 * pad_of (labeller, unit, form);
  guint whole = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      const gint64 next = sl_time_unit_next (unit, self->years, cell->start);
      if (cell->start < self->first || next > self->last + 1)
        continue;
      whole++;
      if (sl_time_labeller_width (labeller, unit, form, cell->start) + pads > cell->w)
        return FALSE;
    }
  if (whole > 0 || cells->len == 0)
    return TRUE;
  /* Only cut cells: the label must fit a whole unit. */
  const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, 0);
  const gint64 next = sl_time_unit_next (unit, self->years, cell->start);
  return sl_time_labeller_width (labeller, unit, form, cell->start) + pads
         <= (double)(next - cell->start) * self->pt_per_day;
}

/* Gives each cell the label in @form, or a shorter one where the cell is cut. Single letters stand
 * only where all cells have them. */
static void
label_cells (GArray *cells, SlTimeUnit unit, SlTimeLabeller *labeller, guint form)
{
  const guint n_forms = MAX (form + 1, MIN (2, sl_time_labeller_n_forms (labeller, unit)));
  for (guint i = 0; i < cells->len; i++)
    {
      SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      for (guint f = form; f < n_forms && cell->label == NULL; f++)
        if (sl_time_labeller_width (labeller, unit, f, cell->start) + 2 * SL_TIME_PAD <= cell->w)
          cell->label = sl_time_labeller_text (labeller, unit, f, cell->start);
    }
}

/* Makes the cells of @unit, yet without labels, if some form of the label fits; else NULL. */
static GArray *
try_unit (const SlTimeAxis *self, SlTimeUnit unit, SlTimeLabeller *labeller, guint *form)
{
  const double narrowest[] = { 1, 7, 28, 90, 365 };
  /* No label is narrower than 4 pt: spares the labels of 14 600 days of a long span. */
  if (narrowest[unit] * self->years * self->pt_per_day < 4)
    return NULL;
  g_autoptr (GArray) cells = make_cells (self, unit);
  for (*form = 0; *form < sl_time_labeller_n_forms (labeller, unit); (*form)++)
    if (form_fits (self, cells, unit, labeller, *form))
      return g_steal_pointer (&cells);
  return NULL;
}

static void
choose_lower (SlTimeAxis *self, SlTimeLabeller *labeller)
{
  guint form = 0;
  for (SlTimeUnit unit = SL_TIME_DAY; unit < SL_TIME_YEAR && self->lower_cells == NULL; unit++)
    {
      self->lower = unit;
      self->lower_cells = try_unit (self, unit, labeller, &form);
    }
  static const guint steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  for (guint i = 0; i < G_N_ELEMENTS (steps) && self->lower_cells == NULL; i++)
    {
      self->lower = SL_TIME_YEAR;
      self->years = steps[i];
      sl_time_labeller_set_years (labeller, steps[i]);
      self->lower_cells = try_unit (self, SL_TIME_YEAR, labeller, &form);
    }
  if (self->lower_cells == NULL)
    self->lower_cells = make_cells (self, SL_TIME_YEAR);
  else
    label_cells (self->lower_cells, self->lower, labeller, form);
}

/* Wider cells are cut. Weeks begin anywhere in a month: where sheets may end, each month has to be
 * cut at some week. */
static double
widest_cell (const SlTimeAxis *self, const SlTimeCell *cell)
{
  return self->tiled && self->lower == SL_TIME_WEEK ? MIN (WIDE_CELL / 2, cell->w * 0.75)
                                                    : WIDE_CELL;
}

/* Room that every label in @form finds enough. */
static double
widest_label (SlTimeLabeller *labeller, const GArray *cells, SlTimeUnit unit, guint form)
{
  double widest = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      const gint64 start = g_array_index (cells, SlTimeCell, i).start;
      widest = MAX (widest, sl_time_labeller_width (labeller, unit, form, start));
    }
  return widest + 2 * SL_TIME_PAD;
}

/* Cuts cells that are too wide at beginnings of lower cells, but not into pieces below @least. */
static GArray *
split_wide (const SlTimeAxis *self, const GArray *cells, double least)
{
  GArray *split = new_cells ();
  guint low = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      SlTimeCell cell = g_array_index (cells, SlTimeCell, i);
      const double whole = cell.w, end = cell.x + whole;
      const double widest = widest_cell (self, &cell);
      const double piece = whole / ceil (whole / widest);
      const double rest = self->tiled ? 1 : piece / 2;
      for (; low < self->lower_cells->len; low++)
        {
          const double x = g_array_index (self->lower_cells, SlTimeCell, low).x;
          if (x >= end - 0.001)
            break;
          if (whole <= widest || x < cell.x + MAX (piece * 0.75, least) || end - x < rest)
            continue;
          SlTimeCell first = cell;
          first.w = x - cell.x;
          g_array_append_val (split, first);
          cell.repeats = TRUE;
          cell.x = x;
        }
      cell.w = end - cell.x;
      g_array_append_val (split, cell);
    }
  return split;
}

static void
choose_upper (SlTimeAxis *self, SlTimeLabeller *labeller)
{
  static const SlTimeUnit candidates[SL_TIME_N_UNITS][2] = {
    [SL_TIME_DAY] = { SL_TIME_WEEK, SL_TIME_MONTH },
    [SL_TIME_WEEK] = { SL_TIME_MONTH, SL_TIME_QUARTER },
    [SL_TIME_MONTH] = { SL_TIME_QUARTER, SL_TIME_YEAR },
    [SL_TIME_QUARTER] = { SL_TIME_YEAR, SL_TIME_N_UNITS },
    [SL_TIME_YEAR] = { SL_TIME_N_UNITS, SL_TIME_N_UNITS },
  };
  sl_time_labeller_set_upper (labeller);
  self->upper = SL_TIME_N_UNITS;
  for (guint i = 0; i < 2 && self->upper_cells == NULL; i++)
    {
      const SlTimeUnit unit = candidates[self->lower][i];
      guint form = 0;
      g_autoptr (GArray) cells
          = unit != SL_TIME_N_UNITS ? try_unit (self, unit, labeller, &form) : NULL;
      if (cells == NULL)
        continue;
      self->upper = unit;
      self->upper_cells = split_wide (self, cells, widest_label (labeller, cells, unit, form));
      label_cells (self->upper_cells, unit, labeller, form);
    }
  if (self->upper_cells == NULL)
    self->upper_cells = new_cells ();
}

SlTimeAxis *
sl_time_axis_new (gint64 first, gint64 last, double x, double pt_per_day, SlTimeStarts starts,
                  gboolean tiled, SlTextMeasure *measure)
{
  g_return_val_if_fail (last >= first && pt_per_day > 0, NULL);
  SlTimeAxis *self = g_new0 (SlTimeAxis, 1);
  self->first = first;
  self->last = last;
  self->x = x;
  self->pt_per_day = pt_per_day;
  self->starts = (SlTimeStarts){ CLAMP (starts.fiscal_month, 1, 12), CLAMP (starts.weekday, 1, 7) };
  self->tiled = tiled;
  self->years = 1;
  g_autoptr (SlTimeLabeller) labeller = sl_time_labeller_new (measure, self->starts.fiscal_month);
  choose_lower (self, labeller);
  choose_upper (self, labeller);
  return self;
}

void
sl_time_axis_free (SlTimeAxis *self)
{
  g_clear_pointer (&self->lower_cells, g_array_unref);
  g_clear_pointer (&self->upper_cells, g_array_unref);
  g_free (self);
}

double
sl_time_axis_x (const SlTimeAxis *self, gint64 day)
{
  return self->x + (double)(day - self->first) * self->pt_per_day;
}

double
sl_time_axis_width (const SlTimeAxis *self)
{
  return (double)(self->last - self->first + 1) * self->pt_per_day;
}

GArray *
sl_time_axis_breaks (const SlTimeAxis *self)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  const GArray *cells = self->upper_cells->len > 0 ? self->upper_cells : self->lower_cells;
  guint low = 0;
  for (guint i = 1; i < cells->len; i++)
    {
      const double x = g_array_index (cells, SlTimeCell, i).x;
      while (low + 1 < self->lower_cells->len
             && g_array_index (self->lower_cells, SlTimeCell, low + 1).x <= x + 0.001)
        low++;
      if (g_array_index (self->lower_cells, SlTimeCell, low).x >= x - 0.001)
        g_array_append_val (breaks, x);
    }
  const double end = self->x + sl_time_axis_width (self);
  g_array_append_val (breaks, end);
  return breaks;
}

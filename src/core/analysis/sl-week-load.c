/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bookings by week. The spans of the load, which are as long as nothing changes, are cut at the
 * weeks. */

#include "config.h"

#include "analysis/sl-week-load.h"

#include "base/sl-date.h"

#include <math.h>

#define DAYS 7
#define WEEKS_OF_A_YEAR 53

static gint64
week_of (gint64 day, int first_weekday)
{
  return day - (sl_day_weekday (day) - first_weekday + DAYS) % DAYS;
}

static void
find_parties (SlWeekLoad *self, const SlLoad *load, int *row_of)
{
  gint64 last = self->first;

  for (guint i = 0; i < load->n_spans; i++)
    {
      guint party = load->spans[i].resource;

      last = MAX (last, load->spans[i].to);
      if (row_of[party] >= 0)
        continue;
      row_of[party] = (int)self->parties->len;
      g_array_append_val (self->parties, party);
    }
  self->n_weeks = (guint)((last - self->first) / DAYS) + 1;
}

static void
add_span (SlWeekLoad *self, const SlCalendar *calendar, const SlLoadSpan *span, guint row)
{
  guint from = (guint)((MAX (span->from, self->first) - self->first) / DAYS);

  for (guint week = from; week < self->n_weeks; week++)
    {
      gint64 day = self->first + (gint64)week * DAYS;
      gint64 begin = MAX (day, span->from);
      gint64 end = MIN (day + DAYS, span->to + 1);
      SlWeekCell *cell = &self->cells[row * self->n_weeks + week];
      gint64 days;

      if (begin >= end)
        break;
      days = sl_calendar_count (calendar, begin, end);
      cell->share += (double)days * span->load;
      if (span->over > 0.0)
        cell->over_days += (guint)days;
    }
}

/* Work becomes a share of what the week holds. */
static void
relate (SlWeekLoad *self, const SlBookings *bookings)
{
  for (guint row = 0; row < self->parties->len; row++)
    for (guint week = 0; week < self->n_weeks; week++)
      {
        gint64 day = self->first + (gint64)week * DAYS;
        double capacity = bookings->capacities[g_array_index (self->parties, guint, row)]
                          * (double)sl_calendar_count (bookings->calendar, day, day + DAYS);
        SlWeekCell *cell = &self->cells[row * self->n_weeks + week];

        if (cell->share > 0.0)
          cell->share = capacity > 0.0 ? cell->share / capacity : INFINITY;
      }
}

SlWeekLoad *
sl_week_load_new (const SlFacts *facts, int first_weekday, guint max_weeks)
{
  const SlLoad *load = facts->bookings->load;
  g_autofree int *row_of = g_new (int, facts->n_parties + 1);
  SlWeekLoad *self = g_new0 (SlWeekLoad, 1);

  for (guint i = 0; i < facts->n_parties; i++)
    row_of[i] = -1;
  self->first = week_of (facts->today, first_weekday);
  self->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  find_parties (self, load, row_of);
  if (self->n_weeks > max_weeks)
    {
      self->n_later = self->n_weeks - max_weeks;
      self->n_weeks = max_weeks;
    }
  self->cells = g_new0 (SlWeekCell, self->parties->len * self->n_weeks + 1);
  for (guint i = 0; i < load->n_spans; i++)
    add_span (self, facts->bookings->calendar, &load->spans[i],
              (guint)row_of[load->spans[i].resource]);
  relate (self, facts->bookings);
  return self;
}

void
sl_week_load_free (SlWeekLoad *self)
{
  g_array_unref (self->parties);
  g_free (self->cells);
  g_free (self);
}

/* What facts keep is known by who makes it: one for each day that weeks can begin on. */
#define MAKE_YEAR(weekday)                                                                         \
  static gpointer make_year_from_##weekday (const SlFacts *facts)                                  \
  {                                                                                                \
    return sl_week_load_new (facts, weekday, WEEKS_OF_A_YEAR);                                     \
  }
MAKE_YEAR (1)
MAKE_YEAR (2)
MAKE_YEAR (3)
MAKE_YEAR (4)
MAKE_YEAR (5)
MAKE_YEAR (6)
MAKE_YEAR (7)
#undef MAKE_YEAR

static void
drop_year (gpointer weeks)
{
  sl_week_load_free (weeks);
}

const SlWeekLoad *
sl_week_load_of (const SlFacts *facts, int first_weekday)
{
  static const SlFactsShare years[DAYS]
      = { { make_year_from_1, drop_year }, { make_year_from_2, drop_year },
          { make_year_from_3, drop_year }, { make_year_from_4, drop_year },
          { make_year_from_5, drop_year }, { make_year_from_6, drop_year },
          { make_year_from_7, drop_year } };

  return sl_facts_share (facts, &years[CLAMP (first_weekday, 1, DAYS) - 1]);
}

const SlWeekCell *
sl_week_load_get (const SlWeekLoad *self, guint row, guint week)
{
  return &self->cells[row * self->n_weeks + week];
}

gint64
sl_week_load_fullest (const SlWeekLoad *self, guint party, double *share)
{
  double most = 0.0;
  gint64 first = SL_INT_NULL;

  for (guint row = 0; row < self->parties->len; row++)
    for (guint week = 0; week < self->n_weeks; week++)
      {
        double now = sl_week_load_get (self, row, week)->share;

        if (g_array_index (self->parties, guint, row) != party || !(now > most))
          continue;
        most = now;
        first = self->first + (gint64)week * DAYS;
      }
  if (share != NULL)
    *share = most;
  return first;
}

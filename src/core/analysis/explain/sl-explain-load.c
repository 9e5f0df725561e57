/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains how full weeks are, how much work a booking is, and how reliable promised support is. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "analysis/sl-bookings.h"
#include "analysis/sl-people-trust.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS 7

/* "4.5 days" */
static char *
days_words (double days)
{
  g_autofree char *number = sl_format_number (days, 2);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", days == 1.0 ? 1 : 2),
                          number);
}

/* "80 % of 5 days" */
static char *
work_words (double units, gint64 days)
{
  g_autofree char *share = sl_format_percent (units, 0);
  g_autofree char *length = days_words ((double)days);

  /* Translators: a share of each day, a number of days: “80 % of 5 days” */
  return g_strdup_printf (_ ("%s of %s"), share, length);
}

/* --- Weeks --- */

/* The record that makes @day one on which nobody works, or SL_ID_NONE. */
static SlId
find_day_off (const SlFacts *facts, gint64 day)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_DAY_OFF);
  int year, month, of_month;

  sl_day_to_ymd (day, &year, &month, &of_month);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      gint64 own = sl_table_int (table, row, SL_DAY_OFF_DAY);
      int own_year, own_month, own_of_month;

      if (sl_table_int (table, row, SL_DAY_OFF_WORKED) == 1)
        continue;
      sl_day_to_ymd (own, &own_year, &own_month, &own_of_month);
      if (own == day
          || (sl_table_int (table, row, SL_DAY_OFF_YEARLY) == 1 && own_month == month
              && own_of_month == of_month))
        return sl_table_id (table, row);
    }
  return SL_ID_NONE;
}

static void
leave_out_days_off (SlExplanation *self, const SlFacts *facts, gint64 first)
{
  for (gint64 day = first; day < first + DAYS; day++)
    {
      SlId off = sl_calendar_is_working (facts->bookings->calendar, day)
                     ? SL_ID_NONE
                     : find_day_off (facts, day);
      g_autofree char *text = NULL;

      if (off == SL_ID_NONE)
        continue;
      text = sl_day_to_text (day);
      sl_explanation_leave_out (self,
                                /* Translators: the name of a holiday, a day */
                                g_strdup_printf (_ ("%s, %s"), sl_facts_title (facts, off), text),
                                _ ("a day off"), off);
    }
}

/* Days of work that are booked in the week; each task is a row with its share of @capacity. */
static double
add_bookings (SlExplanation *self, const SlFacts *facts, guint party, gint64 first, double capacity)
{
  guint n = 0;
  const SlBooking *list = sl_bookings_of (facts->bookings, party, &n);
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    {
      SlId task = facts->tasks[list[i].task].id;
      gint64 begin = MAX (list[i].from, first);
      gint64 end = MIN (list[i].to + 1, first + DAYS);
      gint64 days = begin < end ? sl_calendar_count (facts->bookings->calendar, begin, end) : 0;
      double share = capacity > 0.0 ? (double)days * list[i].units / capacity : INFINITY;
      g_autofree char *work = work_words (list[i].units, days);

      if (days <= 0)
        continue;
      sum += (double)days * list[i].units;
      sl_explanation_add (self,
                          /* Translators: a task, then “80 % of 5 days” */
                          g_strdup_printf (_ ("%s, %s"), sl_facts_title (facts, task), work),
                          capacity > 0.0 ? sl_format_percent (share, 0)
                                         : days_words ((double)days * list[i].units),
                          share, "ratio", task);
    }
  return sum;
}

static void
note_capacity (SlExplanation *self, double capacity, gint64 worked)
{
  g_autofree char *number = sl_format_number (capacity, 2);
  g_autofree char *days = days_words ((double)worked);
  g_autofree char *room = days_words (capacity * (double)worked);

  /* Translators: a capacity, “5 days”, “2.5 days” */
  sl_explanation_note (self, g_strdup_printf (_ ("Capacity %s on each of %s worked: room for %s."),
                                              number, days, room));
}

static void
note_over (SlExplanation *self, const SlFacts *facts, guint party, gint64 first)
{
  const SlLoad *load = facts->bookings->load;
  guint n = 0;

  for (guint i = 0; i < load->n_spans; i++)
    {
      const SlLoadSpan *span = &load->spans[i];
      gint64 begin = MAX (span->from, first);
      gint64 end = MIN (span->to + 1, first + DAYS);

      if (span->resource == party && span->over > 0.0 && begin < end)
        n += (guint)sl_calendar_count (facts->bookings->calendar, begin, end);
    }
  if (n > 0)
    sl_explanation_note (
        self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "On %u day more is booked than fits.",
                                            "On %u days more is booked than fits.", n),
                               n));
}

SlExplanation *
sl_explain_week (const SlFacts *facts, SlId id, gint64 first)
{
  const SlBookings *bookings = facts->bookings;
  int party = sl_facts_party (facts, id);
  g_autofree char *day = NULL;
  g_autofree char *subject = NULL;
  SlExplanation *self;
  double capacity, booked;
  gint64 worked;

  if (party < 0 || first < SL_DAY_MIN || first > SL_DAY_MAX - DAYS)
    return NULL;
  worked = sl_calendar_count (bookings->calendar, first, first + DAYS);
  capacity = bookings->capacities[party] * (double)worked;
  day = sl_day_to_text (first);
  /* Translators: who, the first day of a week */
  subject = g_strdup_printf (_ ("%s, week of %s"), sl_facts_title (facts, id), day);
  self = sl_explanation_new (_ ("Booked"), subject, NULL, NAN,
                             g_strdup (_ ("Days of work that are booked, each task with its share "
                                          "of the day, divided by what the days worked of that "
                                          "week have room for.")),
                             _ ("Sum over the working days of the project"));
  booked = add_bookings (self, facts, (guint)party, first, capacity);
  if (booked <= 0.0)
    g_clear_pointer (&self, sl_explanation_free);
  if (self == NULL)
    return NULL;
  self->number = capacity > 0.0 ? booked / capacity : INFINITY;
  self->value = capacity > 0.0 ? sl_format_percent (self->number, 0) : g_strdup (_ ("no capacity"));
  leave_out_days_off (self, facts, first);
  note_capacity (self, bookings->capacities[party], worked);
  note_over (self, facts, (guint)party, first);
  if (first < facts->today)
    sl_explanation_note (self, g_strdup (_ ("What was booked before today is over.")));
  return self;
}

/* --- Bookings --- */

static const SlBooking *
find_booking (const SlFacts *facts, SlId id)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLOCATION);
  const SlBooking *list;
  guint row = 0, n = 0;
  int party, task;

  if (!sl_table_find (table, id, &row))
    return NULL;
  party = sl_facts_party (facts, sl_table_ref (table, row, SL_ALLOCATION_PARTY));
  task = sl_facts_task (facts, sl_table_ref (table, row, SL_ALLOCATION_TASK));
  if (party < 0 || task < 0)
    return NULL;
  list = sl_bookings_of (facts->bookings, (guint)party, &n);
  for (guint i = 0; i < n; i++)
    if (list[i].task == (guint)task)
      return &list[i];
  return NULL;
}

SlExplanation *
sl_explain_booking (const SlFacts *facts, SlId id)
{
  const SlBooking *booking = find_booking (facts, id);
  g_autofree char *subject = NULL;
  SlExplanation *self;
  SlId party, task;
  gint64 days;

  if (booking == NULL)
    return NULL;
  party = facts->parties[booking->party].id;
  task = facts->tasks[booking->task].id;
  days = sl_calendar_count (facts->bookings->calendar, booking->from, booking->to + 1);
  /* Translators: who, a task */
  subject = g_strdup_printf (_ ("%s, for “%s”"), sl_facts_title (facts, party),
                             sl_facts_title (facts, task));
  self = sl_explanation_new (
      _ ("Work booked"), subject, days_words (booking->units * (double)days),
      booking->units * (double)days,
      g_strdup (_ ("Share of the day times the days worked, from today or the first day of the "
                   "task to its last one.")),
      _ ("Sum over the working days of the project"));
  sl_explanation_add (self, g_strdup (_ ("Share of the day")),
                      sl_format_percent (booking->units, 0), booking->units, "ratio", id);
  sl_explanation_add (self, sl_day_range_to_text (booking->from, booking->to, SL_INT_NULL),
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day worked",
                                                    "%u days worked", (guint)days),
                                       (guint)days),
                      (double)days, "day", task);
  return self;
}

/* --- Promises --- */

static const SlTrustPair *
find_pair (const SlFacts *facts, SlId promise)
{
  const GPtrArray *pairs = sl_trust_pairs (facts);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PROMISE);
  guint row = 0;
  int from, to;

  if (!sl_table_find (table, promise, &row))
    return NULL;
  from = sl_facts_party (facts, sl_table_ref (table, row, SL_PROMISE_FROM_PARTY));
  to = sl_facts_party (facts, sl_table_ref (table, row, SL_PROMISE_TO_PARTY));
  for (guint i = 0; i < pairs->len; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i];

      if ((pair->a == from && pair->b == to) || (pair->a == to && pair->b == from))
        return pair->promises->len > 0 ? pair : NULL;
    }
  return NULL;
}

static char *
promise_words (const SlTrustPair *pair, guint i)
{
  const SlPromiseDays *days = &g_array_index (pair->days, SlPromiseDays, i);

  if (sl_trust_pair_is_kept (pair, i))
    return g_strdup (_ ("kept"));
  return g_strdup (days->kept != SL_INT_NULL ? _ ("late") : _ ("not kept"));
}

SlExplanation *
sl_explain_kept (const SlFacts *facts, SlId promise)
{
  const SlTrustPair *pair = find_pair (facts, promise);
  g_autofree char *subject = NULL;
  SlExplanation *self;

  if (pair == NULL)
    return NULL;
  /* Translators: two parties. */
  subject = g_strdup_printf (_ ("%s and %s"), sl_facts_title (facts, facts->parties[pair->a].id),
                             sl_facts_title (facts, facts->parties[pair->b].id));
  self = sl_explanation_new (
      _ ("Promises kept"), subject,
      isnan (pair->kept) ? g_strdup (_ ("too few to say")) : sl_format_percent (pair->kept, 0),
      pair->kept,
      g_strdup_printf (_ ("Of what the two promised each other for the last %u days, support as "
                          "well as anything else, the share that came by its day. Below %u "
                          "promises it says nothing."),
                       SL_PROMISE_DAYS, SL_PROMISE_MIN),
      _ ("Share of kept promises"));
  for (guint i = 0; i < pair->promises->len; i++)
    {
      SlId id = g_array_index (pair->promises, SlId, i);

      sl_explanation_add (self, g_strdup (sl_facts_title (facts, id)), promise_words (pair, i),
                          sl_trust_pair_is_kept (pair, i) ? 1.0 : 0.0, NULL, id);
    }
  return self;
}

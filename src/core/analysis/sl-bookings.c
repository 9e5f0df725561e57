/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads allocations with the dates of their tasks and adds them up. What is over cannot be helped
 * any more: bookings count from today. */

#include "config.h"

#include "analysis/sl-bookings.h"

#include "analysis/sl-plan-calendar.h"

#include <math.h>

/* First and last day of a task. FALSE: nobody knows them. */
static gboolean
find_days (const SlFacts *facts, const SlFactTask *task, SlBooking *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, task->kind);
  const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, task->id);
  gboolean is_task = task->kind == SL_KIND_TASK;
  gint64 due = sl_table_int (table, task->row, is_task ? SL_TASK_DUE : SL_MILESTONE_DUE);
  gint64 start = is_task ? sl_table_int (table, task->row, SL_TASK_START) : due;
  gboolean written = start != SL_INT_NULL || due != SL_INT_NULL;

  if (item == NULL && (start == SL_INT_NULL || due == SL_INT_NULL))
    return FALSE;
  if (!written && item->driver == SL_ID_NONE)
    return FALSE;
  out->from = start != SL_INT_NULL ? start : item->early_start;
  out->to = due != SL_INT_NULL ? due : item->early_finish;
  out->movable = written && out->from >= facts->today;
  return TRUE;
}

static int
compare_bookings (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlFacts *facts = data;
  const SlBooking *x = a, *y = b;

  if (x->party != y->party)
    return x->party < y->party ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (facts->tasks[x->task].id > facts->tasks[y->task].id)
         - (facts->tasks[x->task].id < facts->tasks[y->task].id);
}

static guint
read_bookings (SlBookings *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLOCATION);
  g_autofree gboolean *booked = g_new0 (gboolean, facts->n_tasks + 1);
  guint n_booked = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int party = sl_facts_party (facts, sl_table_ref (table, row, SL_ALLOCATION_PARTY));
      int task = sl_facts_task (facts, sl_table_ref (table, row, SL_ALLOCATION_TASK));
      SlBooking booking = { .units = sl_table_real (table, row, SL_ALLOCATION_UNITS) };

      if (party < 0 || task < 0 || !facts->tasks[task].active
          || !find_days (facts, &facts->tasks[task], &booking))
        continue;
      n_booked += facts->tasks[task].kind == SL_KIND_TASK && !facts->tasks[task].is_summary
                  && !booked[task];
      booked[task] = TRUE;
      booking.party = (guint)party;
      booking.task = (guint)task;
      booking.from = MAX (booking.from, facts->today);
      if (booking.from <= booking.to && booking.units > 0.0)
        g_array_append_val (self->list, booking);
    }
  return n_booked;
}

static double
share_booked (const SlBookings *self, const SlFacts *facts, guint n_booked)
{
  guint n_open = 0;

  for (guint i = 0; i < facts->n_tasks; i++)
    n_open += facts->tasks[i].kind == SL_KIND_TASK && facts->tasks[i].active
              && !facts->tasks[i].is_summary;
  if (isnan (self->load->over_share) || n_open == 0)
    return 0.0;
  return (double)n_booked / n_open;
}

/* --- Adding up --- */

static SlLoadAssignment
to_assignment (const SlBooking *booking, guint resource)
{
  return (SlLoadAssignment){ resource, booking->from, booking->to, booking->units };
}

static void
add_up (SlBookings *self, guint n_parties)
{
  g_autofree SlLoadAssignment *assignments = g_new (SlLoadAssignment, self->list->len + 1);
  SlLoadInput input = { .calendar = self->calendar,
                        .capacities = self->capacities,
                        .n_resources = n_parties,
                        .assignments = assignments,
                        .n_assignments = self->list->len };

  for (guint i = 0; i < self->list->len; i++)
    {
      const SlBooking *booking = &g_array_index (self->list, SlBooking, i);

      assignments[i] = to_assignment (booking, booking->party);
      self->first[booking->party + 1]++;
    }
  for (guint p = 0; p < n_parties; p++)
    self->first[p + 1] += self->first[p];
  self->load = sl_load_new (&input);
}

SlLoad *
sl_bookings_try (const SlBookings *self, guint party, const SlBooking *bookings, guint n)
{
  g_autofree SlLoadAssignment *assignments = g_new (SlLoadAssignment, n + 1);
  SlLoadInput input = { .calendar = self->calendar,
                        .capacities = &self->capacities[party],
                        .n_resources = 1,
                        .assignments = assignments,
                        .n_assignments = n };

  for (guint i = 0; i < n; i++)
    assignments[i] = to_assignment (&bookings[i], 0);
  return sl_load_new (&input);
}

SlBookings *
sl_bookings_new (const SlFacts *facts)
{
  const SlTable *parties = sl_snapshot_table (facts->plan, SL_KIND_PARTY);
  SlBookings *self = g_new0 (SlBookings, 1);
  guint n_booked;

  self->calendar = sl_plan_calendar_new (facts->plan);
  self->list = g_array_new (FALSE, FALSE, sizeof (SlBooking));
  self->first = g_new0 (guint, facts->n_parties + 1);
  self->capacities = g_new0 (double, facts->n_parties + 1);
  for (guint p = 0; p < facts->n_parties; p++)
    {
      double capacity = sl_table_real (parties, facts->parties[p].row, SL_PARTY_CAPACITY);

      self->capacities[p] = isnan (capacity) ? 1.0 : capacity;
    }
  n_booked = read_bookings (self, facts);
  g_array_sort_with_data (self->list, compare_bookings, (gpointer)facts);
  add_up (self, facts->n_parties);
  self->coverage = share_booked (self, facts, n_booked);
  return self;
}

void
sl_bookings_free (SlBookings *self)
{
  if (self == NULL)
    return;
  sl_load_free (self->load);
  sl_calendar_free (self->calendar);
  g_array_unref (self->list);
  g_free (self->first);
  g_free (self->capacities);
  g_free (self);
}

const SlBooking *
sl_bookings_of (const SlBookings *self, guint party, guint *n)
{
  *n = self->first[party + 1] - self->first[party];
  return &((const SlBooking *)(gpointer)self->list->data)[self->first[party]];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sweep over the days on which load or capacity of a resource changes. It counts days between two
 * changes with the calendar instead of walking them, so that a plan over centuries costs no more.
 */

#include "config.h"

#include "methods/sl-over-allocation.h"

#include <math.h>
#include <stdlib.h>

/* Load above the capacity by less than this is rounding: three thirds are one. */
#define EPSILON 1e-9

/* Something begins to hold, or (@begins false) no longer holds, from @day on. */
typedef struct
{
  guint resource;
  gint64 day;
  gboolean begins;
  const SlLoadAssignment *assignment;
  const SlLoadException *exception;
} Event;

/* Where the sweep stands. */
typedef struct
{
  const SlLoadInput *input;
  double load;
  guint n_active;
  GPtrArray *exceptions;
  GArray *spans;
} Sweep;

static int
compare_events (const void *a, const void *b)
{
  const Event *x = a;
  const Event *y = b;
  if (x->resource != y->resource)
    return x->resource < y->resource ? -1 : 1;
  return (x->day > y->day) - (x->day < y->day);
}

static void
add_events (GArray *events, Event event, gint64 from, gint64 to)
{
  event.day = from;
  event.begins = TRUE;
  g_array_append_val (events, event);
  event.day = to + 1;
  event.begins = FALSE;
  g_array_append_val (events, event);
}

/* (transfer full): sorted by resource, then day. */
static GArray *
list_events (const SlLoadInput *input)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  for (guint i = 0; i < input->n_assignments; i++)
    {
      const SlLoadAssignment *assignment = &input->assignments[i];
      g_assert (assignment->resource < input->n_resources);
      if (assignment->from <= assignment->to && assignment->units > 0.0)
        add_events (events, (Event){ .resource = assignment->resource, .assignment = assignment },
                    assignment->from, assignment->to);
    }
  for (guint i = 0; i < input->n_exceptions; i++)
    {
      const SlLoadException *exception = &input->exceptions[i];
      g_assert (exception->resource < input->n_resources);
      if (exception->from <= exception->to)
        add_events (events, (Event){ .resource = exception->resource, .exception = exception },
                    exception->from, exception->to);
    }
  if (events->len > 0)
    qsort (events->data, events->len, sizeof (Event), compare_events);
  return events;
}

static void
apply (Sweep *sweep, const Event *event)
{
  if (event->exception != NULL)
    {
      if (event->begins)
        g_ptr_array_add (sweep->exceptions, (gpointer)event->exception);
      else
        g_ptr_array_remove_fast (sweep->exceptions, (gpointer)event->exception);
      return;
    }
  sweep->load += event->begins ? event->assignment->units : -event->assignment->units;
  sweep->n_active = event->begins ? sweep->n_active + 1 : sweep->n_active - 1;
  /* What is left of sums of fractions must not pile up. */
  if (sweep->n_active == 0)
    sweep->load = 0.0;
}

static double
capacity_now (const Sweep *sweep, guint resource)
{
  double capacity = sweep->input->capacities[resource];
  for (guint i = 0; i < sweep->exceptions->len; i++)
    {
      const SlLoadException *exception = g_ptr_array_index (sweep->exceptions, i);
      capacity = i == 0 ? exception->capacity : MIN (capacity, exception->capacity);
    }
  return MAX (capacity, 0.0);
}

/* Notes the days from @from up to, not with, @until. */
static void
add_span (Sweep *sweep, guint resource, gint64 from, gint64 until)
{
  if (sweep->n_active == 0 || from >= until)
    return;
  const SlCalendar *calendar = sweep->input->calendar;
  gint64 n_days = calendar != NULL ? sl_calendar_count (calendar, from, until) : until - from;
  if (n_days <= 0)
    return;
  double capacity = capacity_now (sweep, resource);
  double over = sweep->load - capacity;
  SlLoadSpan span
      = { resource, from, until - 1, n_days, sweep->load, capacity, over > EPSILON ? over : 0.0 };
  g_array_append_val (sweep->spans, span);
}

static void
sum_add (SlLoadSum *sum, const SlLoadSpan *span)
{
  sum->load += span->load * (double)span->n_days;
  sum->over += span->over * (double)span->n_days;
  sum->over_days += span->over > 0.0 ? span->n_days : 0;
  sum->peak = MAX (sum->peak, span->load);
}

SlLoad *
sl_load_new (const SlLoadInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_autoptr (GArray) events = list_events (input);
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new ();
  Sweep sweep = { input, 0.0, 0, exceptions, g_array_new (FALSE, FALSE, sizeof (SlLoadSpan)) };
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      apply (&sweep, event);
      if (i + 1 == events->len)
        break;
      const Event *next = event + 1;
      if (next->resource == event->resource)
        add_span (&sweep, event->resource, event->day, next->day);
    }
  SlLoad *self = g_new0 (SlLoad, 1);
  self->n_resources = input->n_resources;
  self->resources = g_new0 (SlLoadSum, MAX (input->n_resources, 1));
  self->n_spans = sweep.spans->len;
  self->spans = (SlLoadSpan *)(gpointer)g_array_free (sweep.spans, FALSE);
  for (guint i = 0; i < self->n_spans; i++)
    {
      sum_add (&self->resources[self->spans[i].resource], &self->spans[i]);
      sum_add (&self->total, &self->spans[i]);
    }
  self->over_share = self->total.load > 0.0 ? self->total.over / self->total.load : (double)NAN;
  return self;
}

void
sl_load_free (SlLoad *self)
{
  if (self == NULL)
    return;
  g_free (self->resources);
  g_free (self->spans);
  g_free (self);
}

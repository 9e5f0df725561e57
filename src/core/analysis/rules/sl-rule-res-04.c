/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-04: somebody is booked for more than they can do. Source: METHODS sections 7 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-overload.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-bookings.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Rows of evidence: who has more days than that knows enough. */
#define MAX_SPANS 8
/* Bookings that are tried as the one to be moved or handed on. */
#define MAX_TRIED 4

/* One party that is booked too much. */
typedef struct
{
  const SlFacts *facts;
  const SlBookings *bookings;
  guint party;
  const SlBooking *own; /* its bookings, by first day */
  guint n_own;
  const SlLoadSpan *spans;
  guint n_spans;
  const SlLoadSpan *worst; /* the first of those with the most too much */
  guint *clash;            /* indexes of @own in the worst days, the last to begin first */
  guint n_clash;
} Case;

static const char *
task_title (const Case *self, const SlBooking *booking)
{
  return sl_facts_title (self->facts, self->facts->tasks[booking->task].id);
}

static const char *
party_title (const Case *self)
{
  return sl_facts_title (self->facts, self->facts->parties[self->party].id);
}

static gboolean
overlaps (const SlBooking *booking, gint64 from, gint64 to)
{
  return booking->from <= to && booking->to >= from;
}

/* --- Words --- */

/* "“Test” and “Build”" or "“Test” and 2 other tasks". (transfer full) */
static char *
name_tasks (const Case *self)
{
  SlId last = self->facts->tasks[self->own[self->clash[0]].task].id;
  g_autofree char *first = sl_rule_title (self->facts, last);
  g_autofree char *second = NULL;

  if (self->n_clash == 1)
    return g_strdup_printf (_ ("“%s”"), first);
  if (self->n_clash > 2)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” and %u other task",
                                         "“%s” and %u other tasks", self->n_clash - 1),
                            first, self->n_clash - 1);
  second = sl_rule_title (self->facts, self->facts->tasks[self->own[self->clash[1]].task].id);
  return g_strdup_printf (_ ("“%s” and “%s”"), second, first);
}

static char *
describe (const Case *self)
{
  const SlLoadSum *sum = &self->bookings->load->resources[self->party];
  g_autofree char *day = sl_day_to_text (self->worst->from);
  g_autofree char *days = sl_rule_days (sum->over_days);
  g_autofree char *tasks = name_tasks (self);
  g_autofree char *share = NULL;

  if (self->worst->capacity <= 0.0)
    /* Translators: who, "3 days", tasks. */
    return g_strdup_printf (_ ("%s has no capacity and is booked on %s for %s: the work will not "
                               "be done; hand it on or plan capacity."),
                            party_title (self), days, tasks);
  share = sl_format_percent (self->worst->load / self->worst->capacity, 0);
  /* Translators: who, "3 days", share, date, tasks. */
  return g_strdup_printf (
      _ ("%s is overbooked on %s, worst with %s from %s, for %s: move a task or "
         "hand it on."),
      party_title (self), days, share, day, tasks);
}

static void
add_spans (SlFinding *finding, const Case *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_spans && n < MAX_SPANS; i++)
    {
      const SlLoadSpan *span = &self->spans[i];
      g_autofree char *from = sl_day_to_text (span->from);
      g_autofree char *to = sl_day_to_text (span->to);
      g_autofree char *load = sl_format_percent (span->load, 0);
      g_autofree char *capacity = sl_format_percent (span->capacity, 0);

      if (span->over <= 0.0)
        continue;
      n++;
      sl_finding_add_evidence (
          finding,
          span->from == span->to ? g_strdup (from) : g_strdup_printf (_ ("%s to %s"), from, to),
          /* Translators: share of a day, share of a day. */
          g_strdup_printf (_ ("%s of a day booked, %s possible"), load, capacity), span->load,
          "ratio", self->facts->parties[self->party].id);
    }
}

/* The tasks of the worst days with the goals behind them. Returns: whether these are of several
 * parties */
static gboolean
add_tasks (SlFinding *finding, const Case *self)
{
  const SlFacts *facts = self->facts;
  int owner = -1;
  gboolean several = FALSE;

  for (guint i = self->n_clash; i-- > 0;)
    {
      const SlBooking *booking = &self->own[self->clash[i]];
      const SlFactTask *task = &facts->tasks[booking->task];
      g_autofree char *goal
          = task->goal >= 0 ? sl_rule_goal_name (facts, &facts->goals[task->goal]) : NULL;
      int of = task->goal >= 0 ? facts->goals[task->goal].owner : -1;

      several |= owner >= 0 && of >= 0 && of != owner;
      owner = of >= 0 ? of : owner;
      sl_finding_add_share (
          finding,
          goal != NULL
              /* Translators: task, goal with its party. */
              ? g_strdup_printf (_ ("“%s” for %s"), task_title (self, booking), goal)
              : g_strdup_printf (_ ("“%s”"), task_title (self, booking)),
          booking->units, task->id);
    }
  return several;
}

/* --- Remedies --- */

static gboolean
fits (const Case *self, const SlBooking *bookings, guint n)
{
  g_autoptr (SlLoad) load = sl_bookings_try (self->bookings, self->party, bookings, n);

  return load->total.over <= 0.0;
}

/* The first day on which @moved can begin behind all others that it would meet. */
static gint64
day_behind (const Case *self, const SlBooking *bookings, guint moved)
{
  gint64 from = bookings[moved].from, length = bookings[moved].to - bookings[moved].from;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->n_own; i++)
        if (i != moved && overlaps (&bookings[i], from, from + length))
          {
            from = sl_calendar_next_working (self->bookings->calendar, bookings[i].to + 1);
            again = TRUE;
          }
    }
  return from;
}

static gboolean
try_shift (SlFinding *finding, const Case *self, guint moved)
{
  g_autofree SlBooking *bookings = g_memdup2 (self->own, self->n_own * sizeof *self->own);
  SlId task = self->facts->tasks[bookings[moved].task].id;
  gint64 days = day_behind (self, bookings, moved) - bookings[moved].from;
  g_autofree char *text = sl_rule_days (days);
  GVariantBuilder ids;

  bookings[moved].from += days;
  bookings[moved].to += days;
  if (days <= 0 || days > G_MAXINT32 || !fits (self, bookings, self->n_own))
    return FALSE;
  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  g_variant_builder_add (&ids, "x", task);
  sl_finding_add_remedy (
      finding,
      /* Translators: task, "3 days". */
      g_strdup_printf (_ ("Move “%s” %s later"), task_title (self, &bookings[moved]), text),
      sl_remedy_step ("item.shift", "(axi)", &ids, (gint32)days), task);
  return TRUE;
}

/* Of the same parent, not booked for the task, and the one with the most time left for it; -1: none
 * has enough. What they do in these days counts as if all of it fell on one day. */
static int
find_free (const Case *self, const SlBooking *wanted)
{
  const SlFacts *facts = self->facts;
  double best = wanted->units - 1e-9;
  int found = -1;

  for (guint p = 0; p < facts->n_parties; p++)
    {
      guint n = 0;
      const SlBooking *bookings = sl_bookings_of (self->bookings, p, &n);
      double left = self->bookings->capacities[p];

      if (p == self->party || facts->parties[p].gone
          || facts->parties[p].parent != facts->parties[self->party].parent
          || facts->parties[p].type != facts->parties[self->party].type)
        continue;
      for (guint i = 0; i < n; i++)
        {
          left -= overlaps (&bookings[i], wanted->from, wanted->to) ? bookings[i].units : 0.0;
          left = bookings[i].task == wanted->task ? -INFINITY : left;
        }
      if (left <= best)
        continue;
      best = left;
      found = (int)p;
    }
  return found;
}

static gboolean
try_hand_on (SlFinding *finding, const Case *self, guint moved)
{
  g_autofree SlBooking *bookings = g_memdup2 (self->own, self->n_own * sizeof *self->own);
  const SlBooking *wanted = &self->own[moved];
  SlId task = self->facts->tasks[wanted->task].id, other;
  int free_party = find_free (self, wanted);
  GVariantBuilder steps;

  bookings[moved].units = 0.0;
  if (free_party < 0 || !fits (self, bookings, self->n_own))
    return FALSE;
  other = self->facts->parties[free_party].id;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_remedy_add_step (&steps, "allocation.set", "(xxd)", task, self->facts->parties[self->party].id,
                      0.0);
  sl_remedy_add_step (&steps, "allocation.set", "(xxd)", task, other, wanted->units);
  sl_finding_add_remedy (finding,
                         /* Translators: task, who. */
                         g_strdup_printf (_ ("Hand “%s” to %s, who has time for it"),
                                          task_title (self, wanted),
                                          sl_facts_title (self->facts, other)),
                         g_variant_builder_end (&steps), task);
  return TRUE;
}

/* Every booking of days with too much, cut in proportion. */
static void
add_cut (SlFinding *finding, const Case *self)
{
  GVariantBuilder steps;
  guint n = 0;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < self->n_own; i++)
    {
      const SlBooking *booking = &self->own[i];
      double factor = 1.0;

      for (guint k = 0; k < self->n_spans; k++)
        if (self->spans[k].over > 0.0 && overlaps (booking, self->spans[k].from, self->spans[k].to))
          factor = MIN (factor, self->spans[k].capacity / self->spans[k].load);
      if (factor >= 1.0)
        continue;
      n++;
      sl_remedy_add_step (&steps, "allocation.set", "(xxd)", self->facts->tasks[booking->task].id,
                          self->facts->parties[self->party].id,
                          floor (booking->units * factor * 100.0) / 100.0);
    }
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "Book no more than is possible: cut %u booking",
                                    "Book no more than is possible: cut %u bookings", n),
                       n),
      g_variant_builder_end (&steps), self->facts->parties[self->party].id);
}

static void
add_remedies (SlFinding *finding, const Case *self)
{
  gboolean shifted = FALSE, handed = FALSE;

  for (guint i = 0; i < MIN (self->n_clash, MAX_TRIED) && !shifted; i++)
    if (self->own[self->clash[i]].movable)
      shifted = try_shift (finding, self, self->clash[i]);
  for (guint i = 0; i < MIN (self->n_clash, MAX_TRIED) && !handed; i++)
    handed = try_hand_on (finding, self, self->clash[i]);
  add_cut (finding, self);
  sl_finding_add_remedy (finding, g_strdup (_ ("Go through the tasks")), NULL,
                         self->facts->parties[self->party].id);
}

/* --- Findings --- */

static void
look_at_worst (Case *self)
{
  self->worst = &self->spans[0];
  for (guint i = 1; i < self->n_spans; i++)
    if (self->spans[i].over > self->worst->over)
      self->worst = &self->spans[i];
  self->clash = g_new (guint, self->n_own + 1);
  for (guint i = self->n_own; i-- > 0;)
    if (overlaps (&self->own[i], self->worst->from, self->worst->to))
      self->clash[self->n_clash++] = i;
}

/* The first of the spans of @party or of those behind it. */
static guint
first_span (const SlLoad *load, guint party)
{
  guint low = 0, high = load->n_spans;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (load->spans[middle].resource < party)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Looks at a party that is booked too much; its clash is to be freed. */
static void
look_at (Case *self, const SlFacts *facts, guint party)
{
  const SlLoad *load = facts->bookings->load;
  guint first = first_span (load, party);

  *self = (Case){ .facts = facts, .bookings = facts->bookings, .party = party };
  self->own = sl_bookings_of (facts->bookings, party, &self->n_own);
  self->spans = &load->spans[first];
  while (first + self->n_spans < load->n_spans
         && load->spans[first + self->n_spans].resource == party)
    self->n_spans++;
  look_at_worst (self);
}

static void
add_words (SlFinding *finding, const Case *self)
{
  const SlLoadSum *sum = &self->bookings->load->resources[self->party];
  SlId party = self->facts->parties[self->party].id;

  finding->sentence = describe (self);
  add_spans (finding, self);
  if (add_tasks (finding, self))
    sl_finding_add_evidence (finding, g_strdup (_ ("Whose goals")),
                             g_strdup (_ ("of different parties: they compete for the same days")),
                             NAN, NULL, party);
  sl_finding_add_days (finding, g_strdup (_ ("Booked in all from today on, in full days")),
                       sum->load, party);
  sl_finding_add_days (finding, g_strdup (_ ("Of these too much, in full days")), sum->over, party);
  add_remedies (finding, self);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  Case self;

  look_at (&self, facts, *(const guint *)note);
  add_words (finding, &self);
  g_free (self.clash);
}

void
sl_overload_each (const SlFacts *facts, SlOverloadFunc func, gpointer data)
{
  for (guint p = 0; p < facts->n_parties; p++)
    {
      Case self;

      if (facts->bookings->load->resources[p].over <= 0.0)
        continue;
      look_at (&self, facts, p);
      for (guint i = 0; i < self.n_clash; i++)
        func (p, self.own[self.clash[i]].task, data);
      g_free (self.clash);
    }
}

/* The owners of the goals behind the worst days are concerned, too. */
static void
report (SlRuleRun *run, const Case *self)
{
  const SlFacts *facts = self->facts;
  const SlLoadSum *sum = &self->bookings->load->resources[self->party];
  SlId party = facts->parties[self->party].id;
  SlFinding *finding = sl_rule_find_later (run, sum->over / sum->load, tell, &self->party,
                                           sizeof self->party, party, SL_ID_NONE);

  finding->days = (double)sum->over_days;
  sl_finding_add_party (finding, party);
  sl_finding_touch (finding, SL_SUB_A3B, party, SL_ID_NONE, 1.0);
  for (guint i = self->n_clash; i-- > 0;)
    {
      int goal = facts->tasks[self->own[self->clash[i]].task].goal;

      if (goal >= 0)
        sl_rule_add_party (finding, facts, facts->goals[goal].owner);
    }
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint p = 0; p < facts->n_parties; p++)
    {
      Case self;

      if (facts->bookings->load->resources[p].over <= 0.0)
        continue;
      look_at (&self, facts, p);
      report (run, &self);
      g_free (self.clash);
    }
}

const SlRule sl_rule_res_04 = {
  .id = "RES-04",
  .title = N_ ("Somebody is booked too much"),
  .why = N_ ("Days have no more hours because several departments need the same person: each of "
             "them finds out when it is late. Coordinate between departments: move a task or hand "
             "it on."),
  .sub = SL_SUB_A3B,
  .reads = SL_KIND_BIT (SL_KIND_ALLOCATION) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_DEPENDENCY)
           | SL_KIND_BIT (SL_KIND_DAY_OFF) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL),
  .eval = eval,
};

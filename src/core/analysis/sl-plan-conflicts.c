/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds where dates as written disagree with links, deadlines and constraints, and says so; and
 * says why an item stands where it stands. */

#include "config.h"

#include "analysis/sl-plan-schedule-private.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
conflict_clear (gpointer data)
{
  SlPlanConflict *conflict = data;
  g_free (conflict->sentence);
}

static void
add_conflict (SlPlanSchedule *self, SlPlanConflictType type, SlId item, SlId link, gint64 minutes,
              char *sentence)
{
  SlPlanConflict conflict
      = { type, item, link, (double)minutes / (double)sl_calendar_minutes_per_day (self->calendar),
          sentence };
  g_array_append_val (self->conflicts, conflict);
}

static SlId
item_id (const SlPlanSchedule *self, guint index)
{
  return g_array_index (self->items, SlPlanItem, index).id;
}

static const char *
item_title (const SlPlanSchedule *self, guint index)
{
  return sl_snapshot_title (self->plan, item_id (self, index));
}

static char *
start_text (const SlPlanSchedule *self, gint64 minute)
{
  return sl_day_to_text (sl_calendar_start_day (self->calendar, minute));
}

static char *
end_text (const SlPlanSchedule *self, gint64 minute)
{
  return sl_day_to_text (sl_calendar_end_day (self->calendar, minute));
}

/* Whether the written dates leave room for @link. */
static void
check_link (SlPlanSchedule *self, guint index)
{
  const SlScheduleLink *link = &g_array_index (self->links, SlScheduleLink, index);
  const SlWritten *before = &g_array_index (self->written, SlWritten, link->before);
  const SlWritten *after = &g_array_index (self->written, SlWritten, link->after);
  if (before->start == SL_INT_NULL || after->start == SL_INT_NULL)
    return;
  gboolean leaves_finish = link->type == SL_DEPENDENCY_FS || link->type == SL_DEPENDENCY_FF;
  gboolean binds_start = link->type == SL_DEPENDENCY_FS || link->type == SL_DEPENDENCY_SS;
  gint64 from = leaves_finish ? before->finish : before->start;
  gint64 allowed = link->elapsed
                       ? sl_calendar_add_elapsed (self->calendar, from, leaves_finish, link->lag)
                       : from + link->lag;
  gint64 latest = binds_start ? after->latest_start : after->latest_finish;
  if (allowed <= latest)
    return;
  g_autofree char *is
      = binds_start ? start_text (self, after->start) : end_text (self, after->latest_finish);
  g_autofree char *may = binds_start ? start_text (self, allowed) : end_text (self, allowed);
  const char *title = item_title (self, link->after), *other = item_title (self, link->before);
  char *sentence;
  if (binds_start)
    /* Translators: title, its date, title of what it waits for, the date that this allows */
    sentence
        = g_strdup_printf (_ ("“%s” starts on %s, but its link to “%s” allows %s at the earliest"),
                           title, is, other, may);
  else
    /* Translators: title, its date, title of what it waits for, the date that this allows */
    sentence
        = g_strdup_printf (_ ("“%s” ends on %s, but its link to “%s” allows %s at the earliest"),
                           title, is, other, may);
  add_conflict (self, SL_PLAN_CONFLICT_LINK, item_id (self, link->after),
                g_array_index (self->link_ids, SlId, index), allowed - latest, sentence);
}

static void
check_deadline (SlPlanSchedule *self, guint index)
{
  const SlTable *tasks = sl_snapshot_table (self->plan, SL_KIND_TASK);
  const SlWritten *written = &g_array_index (self->written, SlWritten, index);
  gint64 deadline
      = sl_table_int (tasks, g_array_index (self->rows, guint, index), SL_TASK_DEADLINE);
  if (deadline == SL_INT_NULL)
    return;
  gint64 late = written->finish - sl_calendar_end_of (self->calendar, deadline);
  if (late <= 0)
    return;
  g_autofree char *is = end_text (self, written->finish);
  g_autofree char *by = sl_day_to_text (deadline);
  /* Translators: title, date, date */
  add_conflict (self, SL_PLAN_CONFLICT_DEADLINE, item_id (self, index), SL_ID_NONE, late,
                g_strdup_printf (_ ("“%s” ends on %s, after its deadline of %s"),
                                 item_title (self, index), is, by));
}

/* What each constraint binds and how a breach is said: title, date as written, date allowed. */
static const struct
{
  SlConstraint type;
  gboolean start;
  gboolean no_earlier;
  gboolean no_later;
  const char *sentence;
} constraint_rules[] = {
  { SL_CONSTRAINT_MUST_START, TRUE, TRUE, TRUE, N_ ("“%s” starts on %s, but must start on %s") },
  { SL_CONSTRAINT_MUST_FINISH, FALSE, TRUE, TRUE, N_ ("“%s” ends on %s, but must end on %s") },
  { SL_CONSTRAINT_START_NO_EARLIER, TRUE, TRUE, FALSE,
    N_ ("“%s” starts on %s, but must not start before %s") },
  { SL_CONSTRAINT_START_NO_LATER, TRUE, FALSE, TRUE,
    N_ ("“%s” starts on %s, but must start by %s") },
  { SL_CONSTRAINT_FINISH_NO_EARLIER, FALSE, TRUE, FALSE,
    N_ ("“%s” ends on %s, but must not end before %s") },
  { SL_CONSTRAINT_FINISH_NO_LATER, FALSE, FALSE, TRUE, N_ ("“%s” ends on %s, but must end by %s") },
};

static char *
say_constraint (const char *sentence, const char *title, const char *is, const char *must)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (sentence), title, is, must);
#pragma GCC diagnostic pop
}

static void
check_constraint (SlPlanSchedule *self, guint index)
{
  const SlTable *tasks = sl_snapshot_table (self->plan, SL_KIND_TASK);
  guint row = g_array_index (self->rows, guint, index);
  const SlWritten *written = &g_array_index (self->written, SlWritten, index);
  gint64 type = sl_table_int (tasks, row, SL_TASK_CONSTRAINT);
  gint64 day = sl_table_int (tasks, row, SL_TASK_CONSTRAINT_DAY);
  if (day == SL_INT_NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (constraint_rules); i++)
    {
      if (constraint_rules[i].type != type)
        continue;
      gboolean start = constraint_rules[i].start;
      gint64 is_day = start ? sl_calendar_start_day (self->calendar, written->start)
                            : sl_calendar_end_day (self->calendar, written->finish);
      gint64 must_day = start ? sl_calendar_next_working (self->calendar, day) : day;
      gint64 days = sl_calendar_count (self->calendar, must_day, is_day);
      if (!(days > 0 && constraint_rules[i].no_later)
          && !(days < 0 && constraint_rules[i].no_earlier))
        return;
      g_autofree char *is = sl_day_to_text (is_day);
      g_autofree char *must = sl_day_to_text (day);
      add_conflict (
          self, SL_PLAN_CONFLICT_CONSTRAINT, item_id (self, index), SL_ID_NONE,
          ABS (days) * sl_calendar_minutes_per_day (self->calendar),
          say_constraint (constraint_rules[i].sentence, item_title (self, index), is, must));
    }
}

/* One sentence for the first cycle: who waits for whom. */
static void
report_cycle (SlPlanSchedule *self)
{
  const SlSchedule *schedule = self->schedule;
  if (schedule->n_cycle == 0)
    return;
  GString *titles = g_string_new (NULL);
  for (guint i = 0; i < schedule->n_cycle; i++)
    g_string_append_printf (titles, "%s“%s”", i > 0 ? ", " : "",
                            item_title (self, schedule->cycle[i]));
  /* Translators: a list of titles */
  add_conflict (self, SL_PLAN_CONFLICT_CYCLE, item_id (self, schedule->cycle[0]), SL_ID_NONE, 0,
                g_strdup_printf (_ ("These wait for each other in a circle: %s"), titles->str));
  g_string_free (titles, TRUE);
}

/* Cycles, then links, deadlines and constraints; the largest disagreement first. */
static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const SlPlanConflict *x = a, *y = b;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  if (x->days != y->days)
    return x->days > y->days ? -1 : 1;
  int order = strcmp (x->sentence, y->sentence);
  return order != 0 ? order : (x->item > y->item) - (x->item < y->item);
}

void
sl_plan_schedule_find_conflicts (SlPlanSchedule *self)
{
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (SlPlanConflict));
  g_array_set_clear_func (self->conflicts, conflict_clear);
  report_cycle (self);
  for (guint i = 0; i < self->links->len; i++)
    check_link (self, i);
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_array_index (self->items, SlPlanItem, i).kind != SL_KIND_TASK
          || g_array_index (self->written, SlWritten, i).start == SL_INT_NULL)
        continue;
      check_deadline (self, i);
      check_constraint (self, i);
    }
  g_array_sort (self->conflicts, compare_conflicts);
}

/* The half sentence on how far @item can slip. */
static char *
say_slack (const SlPlanItem *item)
{
  double days = fabs (item->slack);
  g_autofree char *number = sl_format_number (days, 1);
  gulong n = days == 1.0 ? 1 : MAX ((gulong)ceil (days), 2);
  if (item->slack > 0.0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "it can slip %s working day before the end of the plan moves",
                     "it can slip %s working days before the end of the plan moves", n),
        number);
  if (item->slack < 0.0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "it is late by %s working day",
                                         "it is late by %s working days", n),
                            number);
  return g_strdup (_ ("it cannot slip without moving the end of the plan"));
}

/* The half sentence on what @item waits for. */
static char *
say_driver (const SlPlanSchedule *self, const SlPlanItem *item)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  const char *title = sl_snapshot_title (self->plan, item->id);
  g_autofree char *start = sl_day_to_text (item->early_start);
  guint row;
  if (!sl_table_find (links, item->driver, &row))
    /* Translators: title, date */
    return g_strdup_printf (_ ("“%s” starts on %s by its own dates"), title, start);
  SlId before = sl_table_ref (links, row, SL_DEPENDENCY_BEFORE);
  const SlPlanItem *other = sl_plan_schedule_get (self, before);
  if (other != NULL && sl_table_int (links, row, SL_DEPENDENCY_TYPE) == SL_DEPENDENCY_FS)
    {
      g_autofree char *end = sl_day_to_text (other->early_finish);
      /* Translators: title, date, title, date */
      return g_strdup_printf (_ ("“%s” cannot start before %s because “%s” ends on %s"), title,
                              start, sl_snapshot_title (self->plan, before), end);
    }
  /* Translators: title, date, title */
  return g_strdup_printf (_ ("“%s” cannot start before %s because of its link to “%s”"), title,
                          start, sl_snapshot_title (self->plan, before));
}

char *
sl_plan_schedule_explain (const SlPlanSchedule *self, SlId id)
{
  const SlPlanItem *item = sl_plan_schedule_get (self, id);
  if (item == NULL)
    return g_strdup ("");
  g_autofree char *driver = say_driver (self, item);
  g_autofree char *slack = say_slack (item);
  /* Translators: two half sentences: why it stands there, and how far it can slip */
  return g_strdup_printf (_ ("%s; %s."), driver, slack);
}

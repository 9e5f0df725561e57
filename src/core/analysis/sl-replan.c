/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works on plans as they are: nothing is written here. */

#include "config.h"

#include "analysis/sl-replan.h"

#include "analysis/sl-plan-schedule.h"
#include "base/sl-codes.h"
#include "base/sl-date.h"

static const SlKindId dated_kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE };

static gint64
read_day (const SlTable *table, guint row, SlKindId kind, const char *name)
{
  int field = sl_kind_field (sl_kind (kind), name);

  return field >= 0 ? sl_table_int (table, row, (guint)field) : SL_INT_NULL;
}

static void
read_row (SlReplanItem *out, const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  /* Goals, tasks and milestones share the meaning of these codes; see sl-codes.h. */
  gint64 status = sl_table_int (table, row, (guint)sl_kind_field (sl_kind (kind), "status"));
  double progress = sl_table_real (table, row, (guint)sl_kind_field (sl_kind (kind), "progress"));

  G_STATIC_ASSERT ((int)SL_GOAL_DONE == (int)SL_TASK_DONE
                   && (int)SL_GOAL_DROPPED == (int)SL_TASK_DROPPED);
  out->kind = kind;
  out->id = sl_table_id (table, row);
  out->stays = status == SL_TASK_DONE || status == SL_TASK_DROPPED || progress >= 1;
  out->begun = progress > 0 || (kind == SL_KIND_TASK && status == SL_TASK_ACTIVE);
  out->start = read_day (table, row, kind, "start");
  out->due = read_day (table, row, kind, "due");
}

static gboolean
is_dated_kind (SlKindId kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (dated_kinds); i++)
    if (dated_kinds[i] == kind)
      return TRUE;
  return FALSE;
}

gboolean
sl_replan_read (SlReplanItem *out, const SlSnapshot *plan, SlId id)
{
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  if (!sl_snapshot_find (plan, id, &kind, &row) || !is_dated_kind (kind))
    return FALSE;
  read_row (out, plan, kind, row);
  return TRUE;
}

/* --- What moves together --- */

typedef struct
{
  const SlSnapshot *plan;
  GArray *items;
  GHashTable *seen;
} Reach;

static void
add_item (Reach *reach, SlId id)
{
  SlReplanItem item;

  if (g_hash_table_contains (reach->seen, &id) || !sl_replan_read (&item, reach->plan, id))
    return;
  g_hash_table_add (reach->seen, g_memdup2 (&id, sizeof id));
  g_array_append_val (reach->items, item);
}

static void
add_children (Reach *reach, SlKindId kind, SlId parent)
{
  guint n = 0;
  const SlId *children = sl_snapshot_children (reach->plan, kind, parent, &n);

  for (guint i = 0; i < n; i++)
    add_item (reach, children[i]);
}

/* Tasks and milestones that say that they serve @goal; what stands below them comes with them. */
static void
add_servants (Reach *reach, SlId goal)
{
  static const struct
  {
    SlKindId kind;
    guint goal;
  } kinds[] = { { SL_KIND_TASK, SL_TASK_GOAL }, { SL_KIND_MILESTONE, SL_MILESTONE_GOAL } };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SlTable *table = sl_snapshot_table (reach->plan, kinds[k].kind);

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (sl_table_ref (table, row, kinds[k].goal) == goal)
          add_item (reach, sl_table_id (table, row));
    }
}

GArray *
sl_replan_reach (const SlSnapshot *plan, const SlId *ids, guint n)
{
  Reach reach = { plan, g_array_new (FALSE, FALSE, sizeof (SlReplanItem)),
                  g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

  for (guint i = 0; i < n; i++)
    add_item (&reach, ids[i]);
  for (guint i = 0; i < reach.items->len; i++) /* grows */
    {
      SlReplanItem item = g_array_index (reach.items, SlReplanItem, i);

      if (item.kind == SL_KIND_GOAL)
        {
          add_children (&reach, SL_KIND_GOAL, item.id);
          add_servants (&reach, item.id);
        }
      else if (item.kind == SL_KIND_TASK)
        {
          add_children (&reach, SL_KIND_TASK, item.id);
          add_children (&reach, SL_KIND_MILESTONE, item.id);
        }
    }
  g_hash_table_unref (reach.seen);
  return reach.items;
}

gint64
sl_replan_first_day (const GArray *items)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < items->len; i++)
    {
      const SlReplanItem *item = &g_array_index (items, SlReplanItem, i);
      gint64 day = item->start != SL_INT_NULL ? item->start : item->due;

      if (!item->stays && day != SL_INT_NULL)
        first = MIN (first, day);
    }
  return first != G_MAXINT64 ? first : SL_INT_NULL;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const SlReplanItem *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
is_group (const SlSnapshot *plan, const SlReplanItem *item)
{
  guint n = 0;

  if (item->kind == SL_KIND_TASK)
    sl_snapshot_children (plan, SL_KIND_TASK, item->id, &n);
  return n > 0;
}

GArray *
sl_replan_left (const SlSnapshot *plan, gint64 from, gint64 to)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (SlReplanItem));

  for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++)
    {
      const SlTable *table = sl_snapshot_table (plan, dated_kinds[k]);
      guint status = (guint)sl_kind_field (sl_kind (dated_kinds[k]), "status");

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlReplanItem item;

          read_row (&item, plan, dated_kinds[k], row);
          if (!item.stays && sl_table_int (table, row, status) != SL_TASK_PARKED && item.due >= from
              && item.due <= to && !is_group (plan, &item))
            g_array_append_val (left, item);
        }
    }
  g_array_sort (left, compare_due);
  return left;
}

/* --- Where it moves to --- */

/* @day was a day off before: nobody minds. */
static gint64
settle (const SlCalendar *calendar, gint64 from, gint64 to)
{
  if (!sl_calendar_is_working (calendar, from) || sl_calendar_is_working (calendar, to))
    return to;
  return to > from ? sl_calendar_next_working (calendar, to) : sl_calendar_add (calendar, to, -1);
}

/* The end that takes as many working days from @start on as it took from the old start. */
static gint64
keep_length (const SlCalendar *calendar, const SlReplanItem *old, gint64 start, gint64 due)
{
  gint64 n;

  if (old->start == SL_INT_NULL || old->due < old->start)
    return settle (calendar, old->due, due);
  n = sl_calendar_count (calendar, old->start, old->due + 1);
  return n > 0 ? MAX (start, sl_calendar_add (calendar, start, n - 1)) : due;
}

void
sl_replan_shift (SlReplanItem *item, const SlCalendar *calendar, gint64 days)
{
  const SlReplanItem old = *item;

  if (days == 0)
    return;
  if (item->start != SL_INT_NULL)
    item->start = settle (calendar, old.start, old.start + days);
  if (item->due != SL_INT_NULL)
    item->due = keep_length (calendar, &old, item->start, old.due + days);
}

static int
month_length (int year, int month)
{
  int length = 31;

  while (!sl_day_valid_ymd (year, month, length))
    length--;
  return length;
}

static gint64
add_months (gint64 day_number, int months)
{
  int year, month, day;

  sl_day_to_ymd (day_number, &year, &month, &day);
  months += 12 * year + month - 1;
  year = months / 12;
  month = months % 12 + 1;
  return sl_day_from_ymd (year, month, MIN (day, month_length (year, month)));
}

void
sl_replan_carry (SlReplanItem *item, const SlCalendar *calendar, int months)
{
  const SlReplanItem old = *item;

  if (months == 0)
    return;
  if (item->start != SL_INT_NULL && !item->begun)
    item->start = settle (calendar, old.start, add_months (old.start, months));
  if (item->due == SL_INT_NULL)
    return;
  item->due = item->begun ? settle (calendar, old.due, add_months (old.due, months))
                          : keep_length (calendar, &old, item->start, add_months (old.due, months));
}

void
sl_replan_past_period (gint64 today, int first_month, int months, gint64 *from, gint64 *to)
{
  int year, month, day;
  gint64 begin;

  sl_day_to_ymd (today, &year, &month, &day);
  begin = sl_day_from_ymd (year, month, 1);
  begin = add_months (begin, -((month - first_month + 12) % months));
  *from = add_months (begin, -months);
  *to = begin - 1;
}

/* --- What it breaks --- */

static gboolean
is_known (const GArray *conflicts, const SlPlanConflict *wanted)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SlPlanConflict *conflict = &g_array_index (conflicts, SlPlanConflict, i);

      if (conflict->type == wanted->type && conflict->item == wanted->item
          && conflict->link == wanted->link)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
sl_replan_broken (const SlSnapshot *before, const SlSnapshot *after, gint64 today)
{
  g_autoptr (SlPlanSchedule) was = sl_plan_schedule_new (before, today);
  g_autoptr (SlPlanSchedule) is = sl_plan_schedule_new (after, today);
  const GArray *known = sl_plan_schedule_get_conflicts (was);
  const GArray *found = sl_plan_schedule_get_conflicts (is);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < found->len; i++)
    {
      const SlPlanConflict *conflict = &g_array_index (found, SlPlanConflict, i);

      if (!is_known (known, conflict))
        g_ptr_array_add (sentences, g_strdup (conflict->sentence));
    }
  return sentences;
}

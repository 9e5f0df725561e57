/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains dates of tasks and sums of money. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Dates --- */

static void
add_day (SlExplanation *self, const char *label, gint64 day, SlId record)
{
  if (day != SL_INT_NULL)
    sl_explanation_add (self, g_strdup (label), sl_day_to_text (day), (double)day, "date", record);
}

/* What it waits for: the other end of each dependency that ends here. */
static void
add_links (SlExplanation *self, const SlFacts *facts, const SlPlanItem *item)
{
  const SlTable *links = sl_snapshot_table (facts->plan, SL_KIND_DEPENDENCY);

  for (guint row = 0; row < sl_table_n_rows (links); row++)
    {
      SlId link = sl_table_id (links, row);
      SlId before = sl_table_ref (links, row, SL_DEPENDENCY_BEFORE);
      const SlPlanItem *other = sl_plan_schedule_get (facts->schedule, before);
      g_autofree char *label = NULL;

      if (sl_table_ref (links, row, SL_DEPENDENCY_AFTER) != item->id)
        continue;
      /* Translators: a task that another one waits for. */
      label = g_strdup_printf (link == item->driver ? _ ("Waits for “%s”, which decides, until")
                                                    : _ ("Waits for “%s”, until"),
                               sl_facts_title (facts, before));
      if (other != NULL)
        add_day (self, label, other->early_finish, before);
      else
        sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, before)),
                                  _ ("parked or dropped"), before);
    }
}

SlExplanation *
sl_explain_dates (const SlFacts *facts, SlId id)
{
  const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, id);
  g_autofree char *why = NULL;
  SlExplanation *self;

  if (item == NULL)
    return NULL;
  why = sl_plan_schedule_explain (facts->schedule, id);
  self = sl_explanation_new (
      _ ("Dates"), sl_facts_title (facts, id),
      item->early_start == item->early_finish
          ? sl_day_to_text (item->early_start)
          : sl_day_range_to_text (item->early_start, item->early_finish, SL_INT_NULL),
      (double)item->early_start, g_steal_pointer (&why),
      _ ("Critical path method: Kelley and Walker (1959), on the working days of the project"));
  add_day (self, _ ("Starts at the earliest"), item->early_start, id);
  add_day (self, _ ("Ends at the earliest"), item->early_finish, id);
  add_links (self, facts, item);
  if (item->late_finish != item->early_finish)
    add_day (self, _ ("Ends at the latest"), item->late_finish, id);
  if (item->critical)
    sl_explanation_note (self,
                         g_strdup (_ ("It is critical: a day later here is a day later at the "
                                      "end of the plan.")));
  return self;
}

/* --- Money --- */

static void
add_line (SlExplanation *self, const SlFacts *facts, const SlTable *lines, guint row)
{
  gint64 planned = sl_table_int (lines, row, SL_BUDGET_PLANNED);
  SlId line = sl_table_id (lines, row);
  const char *title = sl_facts_title (facts, line);
  SlId item = sl_table_ref (lines, row, SL_BUDGET_ITEM);

  if (title[0] == '\0')
    title = sl_facts_title (facts, item);
  if (planned == SL_INT_NULL)
    sl_explanation_leave_out (self, g_strdup (title), _ ("nothing planned"), line);
  else
    sl_explanation_add (self, g_strdup (title), sl_format_money (planned, facts->currency),
                        (double)planned, "minor", line);
}

/* Whether a budget line for @item is money of the goal or task @id. */
static gboolean
counts_for (const SlFacts *facts, SlId item, SlId id)
{
  int task = sl_facts_task (facts, item);

  return item == id
         || (task >= 0 && facts->tasks[task].goal >= 0
             && facts->goals[facts->tasks[task].goal].id == id);
}

static void
note_spending (SlExplanation *self, const SlFacts *facts, gint64 committed, gint64 spent)
{
  g_autofree char *bound = sl_format_money (committed, facts->currency);
  g_autofree char *gone = sl_format_money (spent, facts->currency);

  if (committed != 0 || spent != 0)
    /* Translators: two amounts of money. */
    sl_explanation_note (self, g_strdup_printf (_ ("Committed %s, spent %s."), bound, gone));
}

static gint64
amount (const SlTable *lines, guint row, guint field)
{
  gint64 value = sl_table_int (lines, row, field);

  return value != SL_INT_NULL ? value : 0;
}

/* What the party @id pays, as the budget by source shows it. */
static SlExplanation *
explain_paid (const SlFacts *facts, SlId id)
{
  const SlTable *lines = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  guint n;
  const guint *rows = sl_table_referrers (lines, SL_BUDGET_PARTY, id, &n);
  gint64 planned = 0, committed = 0, spent = 0;
  SlExplanation *self;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      planned += amount (lines, rows[i], SL_BUDGET_PLANNED);
      committed += amount (lines, rows[i], SL_BUDGET_COMMITTED);
      spent += amount (lines, rows[i], SL_BUDGET_SPENT);
    }
  self = sl_explanation_new (_ ("Money planned"), sl_facts_title (facts, id),
                             sl_format_money (planned, facts->currency), (double)planned,
                             g_strdup (_ ("Sum of the budget lines that it pays.")), _ ("Sum"));
  for (guint i = 0; i < n; i++)
    add_line (self, facts, lines, rows[i]);
  note_spending (self, facts, committed, spent);
  return self;
}

SlExplanation *
sl_explain_money (const SlFacts *facts, SlId id)
{
  const SlTable *lines = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  int goal = sl_facts_goal (facts, id);
  int task = sl_facts_task (facts, id);
  gint64 planned;
  SlExplanation *self;

  if (goal < 0 && task < 0)
    return explain_paid (facts, id);
  planned = goal >= 0 ? facts->goals[goal].planned : facts->tasks[task].planned;
  self = sl_explanation_new (_ ("Money planned"), sl_facts_title (facts, id),
                             sl_format_money (planned, facts->currency), (double)planned,
                             g_strdup (goal >= 0 ? _ ("Sum of the budget lines of the goal itself "
                                                      "and of tasks that serve it.")
                                                 : _ ("Sum of its budget lines.")),
                             _ ("Sum"));
  for (guint row = 0; row < sl_table_n_rows (lines); row++)
    if (counts_for (facts, sl_table_ref (lines, row, SL_BUDGET_ITEM), id))
      add_line (self, facts, lines, row);
  if (goal >= 0)
    note_spending (self, facts, facts->goals[goal].committed, facts->goals[goal].spent);
  if (self->inputs->len > 0 || self->left_out->len > 0)
    return self;
  sl_explanation_free (self);
  return NULL;
}

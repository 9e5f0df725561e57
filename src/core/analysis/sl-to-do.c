/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Picks what is to be done now and says it in a line each. */

#include "config.h"

#include "analysis/sl-to-do.h"

#include "analysis/sl-reassess.h"
#include "base/sl-codes.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

/* Lines that findings and clocks have for themselves, however much is dated. */
#define ROOM_FINDINGS 4
#define ROOM_CLOCKS 3

static void
to_do_clear (gpointer data)
{
  SlToDo *self = data;

  g_free (self->finding);
  g_free (self->text);
  g_free (self->detail);
}

static GArray *
list_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SlToDo));

  g_array_set_clear_func (list, to_do_clear);
  return list;
}

/* @text, @detail: (transfer full) */
static void
add (GArray *list, SlToDoType type, SlId record, char *text, char *detail)
{
  SlToDo line = { .type = type, .record = record, .text = text, .detail = detail };

  g_array_append_val (list, line);
}

/* --- What is dated --- */

typedef struct
{
  SlToDoType type;
  SlId record;
  gint64 day;
} Dated;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Dated *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->record > right->record) - (left->record < right->record);
}

static void
note_day (GArray *dated, const SlFacts *facts, SlToDoType type, SlId record, gint64 day)
{
  if (day != SL_INT_NULL && day <= facts->today + SL_TO_DO_NEAR_DAYS)
    g_array_append_val (dated, ((Dated){ type, record, day }));
}

static void
find_promises (GArray *dated, const SlFacts *facts)
{
  const SlTable *promises = sl_snapshot_table (facts->plan, SL_KIND_PROMISE);

  for (guint row = 0; row < sl_table_n_rows (promises); row++)
    if (sl_table_int (promises, row, SL_PROMISE_STATUS) == SL_PROMISE_STATUS_OPEN)
      note_day (dated, facts, SL_TO_DO_PROMISE, sl_table_id (promises, row),
                sl_table_int (promises, row, SL_PROMISE_DUE));
}

static void
find_unowned (GArray *dated, const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active && facts->goals[i].owner < 0)
      note_day (dated, facts, SL_TO_DO_OWNER, facts->goals[i].id,
                sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_GOAL), facts->goals[i].row,
                              SL_GOAL_DUE));
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      const SlTable *table = sl_snapshot_table (facts->plan, task->kind);

      if (task->active && !task->is_summary && task->owner < 0)
        note_day (dated, facts, SL_TO_DO_OWNER, task->id,
                  sl_table_int (table, task->row,
                                task->kind == SL_KIND_TASK ? SL_TASK_DUE : SL_MILESTONE_DUE));
    }
}

/* The day of an alliance's next review is past. */
static void
find_missed_meetings (GArray *dated, const SlFacts *facts)
{
  const SlTable *alliances = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);

  for (guint row = 0; row < sl_table_n_rows (alliances); row++)
    {
      gint64 day = sl_table_int (alliances, row, SL_ALLIANCE_REVIEW);
      gint64 end = sl_table_int (alliances, row, SL_ALLIANCE_END);

      if (day != SL_INT_NULL && day < facts->today && (end == SL_INT_NULL || end >= facts->today))
        note_day (dated, facts, SL_TO_DO_MEETING, sl_table_id (alliances, row), day);
    }
}

/* "overdue since 3 Apr", "due today", "due 3 Apr" (transfer full) */
static char *
say_due (gint64 day, gint64 today)
{
  g_autofree char *text = sl_day_to_short_text (day, today);

  if (day == today)
    return g_strdup (_ ("due today"));
  /* Translators: a day. */
  return g_strdup_printf (day < today ? _ ("overdue since %s") : _ ("due %s"), text);
}

/* (transfer full): of a promise its two parties too, "Sales to Design, overdue since 3 Apr" */
static char *
say_promise (const SlFacts *facts, SlId id, gint64 day)
{
  const SlTable *promises = sl_snapshot_table (facts->plan, SL_KIND_PROMISE);
  g_autofree char *due = say_due (day, facts->today);
  guint row = 0;
  SlId from, to;

  if (!sl_table_find (promises, id, &row))
    return g_steal_pointer (&due);
  from = sl_table_ref (promises, row, SL_PROMISE_FROM_PARTY);
  to = sl_table_ref (promises, row, SL_PROMISE_TO_PARTY);
  if (from == SL_ID_NONE || to == SL_ID_NONE)
    return g_steal_pointer (&due);
  /* Translators: who promised, to whom, when it is due: “Sales to Design, due 3 Apr”. */
  return g_strdup_printf (_ ("%s to %s, %s"), sl_facts_title (facts, from),
                          sl_facts_title (facts, to), due);
}

static void
say_dated (GArray *out, const SlFacts *facts, const Dated *it)
{
  const char *title = sl_facts_title (facts, it->record);

  switch (it->type)
    {
    case SL_TO_DO_PROMISE:
      /* Translators: what was promised. */
      add (out, it->type, it->record, g_strdup_printf (_ ("Promised: %s"), title),
           say_promise (facts, it->record, it->day));
      return;
    case SL_TO_DO_MEETING:
      /* Translators: an alliance. */
      add (out, it->type, it->record, g_strdup_printf (_ ("Set a new review of “%s”"), title),
           say_due (it->day, facts->today));
      return;
    case SL_TO_DO_OWNER:
    default:
      /* Translators: a goal, task or milestone. */
      add (out, it->type, it->record, g_strdup_printf (_ ("Name an owner of “%s”"), title),
           say_due (it->day, facts->today));
    }
}

static GArray *
list_dated (const SlFacts *facts)
{
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  GArray *out = list_new ();

  find_promises (dated, facts);
  find_unowned (dated, facts);
  find_missed_meetings (dated, facts);
  g_array_sort (dated, compare_days);
  for (guint i = 0; i < dated->len; i++)
    say_dated (out, facts, &g_array_index (dated, Dated, i));
  return out;
}

/* --- Findings --- */

/* Whether other lines say it: overdue goals and KPIs by their clocks. */
static gboolean
is_said_otherwise (const SlFinding *finding)
{
  return g_str_equal (finding->rule->id, "DRI-01") || g_str_equal (finding->rule->id, "KPI-02");
}

/* What was agreed for a day that has come: a contingency plan whose trigger is met. */
static gboolean
is_due_now (const SlFinding *finding)
{
  return g_str_equal (finding->rule->id, "RIS-02");
}

/* @now: those that are due now, or all others. @n_all: (inout) */
static void
add_findings (GArray *out, const SlAnalysis *analysis, gboolean now, guint max, guint *n_all)
{
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->accepted || is_said_otherwise (finding) || is_due_now (finding) != now
          || sl_severity_word (finding->severity) < SL_SEVERITY_WORD_MEDIUM)
        continue;
      (*n_all)++;
      if (out->len >= max)
        continue;
      sl_finding_told (finding);
      add (out, SL_TO_DO_FINDING, sl_finding_subject (finding), g_strdup (finding->sentence),
           /* Translators: what can be done about a finding. */
           finding->remedies->len > 0 ? g_strdup_printf (
               _ ("At hand: %s"), g_array_index (finding->remedies, SlRemedy, 0).label)
                                      : g_strdup (_ (finding->rule->title)));
      g_array_index (out, SlToDo, out->len - 1).finding = g_strdup (finding->key);
    }
}

static GArray *
list_findings (const SlAnalysis *analysis, guint max, guint *n_all)
{
  GArray *out = list_new ();

  *n_all = 0;
  add_findings (out, analysis, TRUE, max, n_all);
  add_findings (out, analysis, FALSE, max, n_all);
  return out;
}

/* --- Still true? --- */

/* (transfer full): "Grow", of a position "Sales on Grow" */
static char *
name_clock (const SlFacts *facts, const SlReassessment *clock)
{
  const SlTable *positions = sl_snapshot_table (facts->plan, SL_KIND_POSITION);
  guint row = 0;

  if (clock->kind != SL_KIND_POSITION || !sl_table_find (positions, clock->id, &row))
    return g_strdup (sl_facts_title (facts, clock->id));
  /* Translators: a party, a goal: its position there. */
  return g_strdup_printf (_ ("%s on %s"),
                          sl_facts_title (facts, sl_table_ref (positions, row, SL_POSITION_PARTY)),
                          sl_facts_title (facts, sl_table_ref (positions, row, SL_POSITION_GOAL)));
}

static GArray *
list_clocks (const SlFacts *facts, guint max)
{
  const GArray *due = sl_reassess_get_due (sl_reassess_of (facts));
  GArray *out = list_new ();

  for (guint i = 0; i < due->len && i < max; i++)
    {
      const SlReassessment *clock = &g_array_index (due, SlReassessment, i);
      g_autofree char *name = name_clock (facts, clock);
      g_autofree char *day = sl_day_to_short_text (clock->last, facts->today);

      /* Translators: a goal, position, KPI or alliance that nobody looked at for long. */
      add (out, SL_TO_DO_STILL_TRUE, clock->id, g_strdup_printf (_ ("Still true? %s"), name),
           /* Translators: what kind of record, a day. */
           g_strdup_printf (_ ("%s, last looked at on %s"), _ (sl_kind (clock->kind)->nick), day));
    }
  return out;
}

/* --- The list --- */

/* Moves the first @n lines. */
static void
take (GArray *out, GArray *from, guint n)
{
  if (n == 0)
    return;
  g_array_append_vals (out, from->data, n);
  memset (from->data, 0, n * sizeof (SlToDo)); /* what they own has moved */
}

GArray *
sl_to_do_new (const SlAnalysis *analysis, guint max, guint *n_all)
{
  const SlFacts *facts = analysis->facts;
  guint n_findings = 0, n_clocks, n_dated;
  g_autoptr (GArray) dated = list_dated (facts);
  g_autoptr (GArray) findings = list_findings (analysis, max, &n_findings);
  g_autoptr (GArray) clocks = list_clocks (facts, max);
  GArray *out = list_new ();

  if (n_all != NULL)
    *n_all = dated->len + n_findings + sl_reassess_get_due (sl_reassess_of (facts))->len;
  n_clocks = MIN (clocks->len, ROOM_CLOCKS);
  n_findings = MIN (findings->len, ROOM_FINDINGS);
  n_dated = MIN (dated->len, max - MIN (max, n_clocks + n_findings));
  n_findings = MIN (findings->len, max - MIN (max, n_dated + n_clocks));
  n_clocks = MIN (clocks->len, max - MIN (max, n_dated + n_findings));
  take (out, dated, n_dated);
  take (out, findings, n_findings);
  take (out, clocks, n_clocks);
  return out;
}

/* --- Meetings --- */

static void
take_earlier (gint64 *day, SlId *record, gint64 other, gint64 today, SlId id)
{
  if (other == SL_INT_NULL || other < today || (*day != SL_INT_NULL && *day <= other))
    return;
  *day = other;
  *record = id;
}

gint64
sl_next_meeting (const SlSnapshot *plan, gint64 today, SlId *record)
{
  const SlTable *reviews = sl_snapshot_table (plan, SL_KIND_REVIEW);
  const SlTable *alliances = sl_snapshot_table (plan, SL_KIND_ALLIANCE);
  const SlTable *projects = sl_snapshot_table (plan, SL_KIND_PROJECT);
  gint64 day = SL_INT_NULL;

  *record = SL_ID_NONE;
  for (guint row = 0; row < sl_table_n_rows (reviews); row++)
    take_earlier (&day, record, sl_table_int (reviews, row, SL_REVIEW_DAY), today,
                  sl_table_id (reviews, row));
  for (guint row = 0; row < sl_table_n_rows (alliances); row++)
    take_earlier (&day, record, sl_table_int (alliances, row, SL_ALLIANCE_REVIEW), today,
                  sl_table_id (alliances, row));
  for (guint row = 0; row < sl_table_n_rows (projects); row++)
    take_earlier (&day, record, sl_table_int (projects, row, SL_PROJECT_NEXT_MEETING), today,
                  sl_table_id (projects, row));
  return day;
}

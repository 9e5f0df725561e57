/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-03: the dates of a goal or the target of its KPI moved, and nobody decided that. Source:
 * METHODS sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-drift.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5

/* What moved of one goal; days that did not move are %SL_INT_NULL. */
typedef struct
{
  gint64 agreed_on;
  gint64 start_then;
  gint64 due_then;
  GArray *targets; /* guint: of the moved targets */
} Moved;

/* --- Looking --- */

/* The agreed day where it is not the day now, and nobody decided that. */
static gint64
moved_day (const SlAgreed *agreed, SlId goal, SlAgreedAspect aspect, gint64 agreed_on, gint64 then,
           gint64 now)
{
  return then == now || sl_agreed_is_decided (agreed, goal, aspect, agreed_on) ? SL_INT_NULL : then;
}

static void
look_at_dates (Moved *self, const SlFacts *facts, const SlAgreed *agreed, const SlFactGoal *goal)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const SlTable *baselines = sl_snapshot_table (facts->plan, SL_KIND_BASELINE);
  guint row = 0;

  self->start_then = self->due_then = self->agreed_on = SL_INT_NULL;
  if (!sl_agreed_find (agreed, goal->id, &row))
    return;
  self->agreed_on = sl_agreed_day (agreed, row);
  self->start_then = moved_day (agreed, goal->id, SL_AGREED_START, self->agreed_on,
                                sl_table_int (baselines, row, SL_BASELINE_START),
                                sl_table_int (goals, goal->row, SL_GOAL_START));
  self->due_then = moved_day (agreed, goal->id, SL_AGREED_DUE, self->agreed_on,
                              sl_table_int (baselines, row, SL_BASELINE_DUE),
                              sl_table_int (goals, goal->row, SL_GOAL_DUE));
}

/* --- Saying --- */

static char *
describe_due (const char *name, gint64 then, gint64 now)
{
  g_autofree char *before = sl_day_to_text (then);
  g_autofree char *days = now == SL_INT_NULL ? NULL : sl_rule_days (ABS (now - then));

  if (now == SL_INT_NULL)
    return g_strdup_printf (_ ("%s has no due date any more; %s was agreed and nobody decided "
                               "otherwise: decide it or go back."),
                            name, before);
  if (now > then)
    /* Translators: goal with its party, "30 days", a date. */
    return g_strdup_printf (_ ("%s is due %s later than agreed (%s), without a decision: others "
                               "still plan with that date; decide it or go back."),
                            name, days, before);
  return g_strdup_printf (_ ("%s is due %s earlier than agreed (%s), without a decision: others "
                             "still plan with that date; decide it or go back."),
                          name, days, before);
}

static char *
describe_start (const char *name, gint64 then, gint64 now)
{
  g_autofree char *before = sl_day_to_text (then);
  g_autofree char *after = now == SL_INT_NULL ? g_strdup (_ ("no day")) : sl_day_to_text (now);

  /* Translators: goal with its party, a date, another date. */
  return g_strdup_printf (_ ("%s starts %s instead of %s as agreed, without a decision: others "
                             "still plan with that date; decide it or go back."),
                          name, after, before);
}

static char *
describe_target (const SlFacts *facts, const char *name, const SlMovedTarget *target)
{
  g_autofree char *kpi = sl_rule_title (facts, target->kpi);
  g_autofree char *before = sl_format_number (target->then, 2);
  g_autofree char *after
      = isnan (target->now) ? g_strdup (_ ("nothing")) : sl_format_number (target->now, 2);

  /* Translators: goal with its party, KPI, a number, another number. */
  return g_strdup_printf (_ ("%s: the target of “%s” is %s instead of %s as agreed, without a "
                             "decision: decide it or go back."),
                          name, kpi, after, before);
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const Moved *moved, const GArray *targets)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  g_autofree char *name = sl_rule_goal_name (facts, goal);

  if (moved->due_then != SL_INT_NULL)
    return describe_due (name, moved->due_then, sl_table_int (goals, goal->row, SL_GOAL_DUE));
  if (moved->targets->len > 0)
    return describe_target (
        facts, name,
        &g_array_index (targets, SlMovedTarget, g_array_index (moved->targets, guint, 0)));
  return describe_start (name, moved->start_then, sl_table_int (goals, goal->row, SL_GOAL_START));
}

static void
add_day_rows (SlFinding *finding, const char *agreed, const char *current, gint64 then, gint64 now,
              SlId record)
{
  if (then == SL_INT_NULL)
    return;
  sl_finding_add_date (finding, g_strdup (agreed), then, record);
  if (now != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (current), now, record);
}

static void
add_rows (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, const Moved *moved,
          const GArray *targets)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  add_day_rows (finding, _ ("Agreed due date"), _ ("Due date now"), moved->due_then,
                sl_table_int (goals, goal->row, SL_GOAL_DUE), goal->id);
  add_day_rows (finding, _ ("Agreed start"), _ ("Start now"), moved->start_then,
                sl_table_int (goals, goal->row, SL_GOAL_START), goal->id);
  for (guint i = 0; i < moved->targets->len; i++)
    {
      const SlMovedTarget *target
          = &g_array_index (targets, SlMovedTarget, g_array_index (moved->targets, guint, i));

      sl_finding_add_number (finding, g_strdup (_ ("Agreed target")), target->then, NULL,
                             target->kpi);
      if (!isnan (target->now))
        sl_finding_add_number (finding, g_strdup (_ ("Target now")), target->now, NULL,
                               target->kpi);
    }
  if (moved->agreed_on != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Agreed on")), moved->agreed_on, goal->id);
}

/* --- Fixing --- */

static void
add_remedies (SlFinding *finding, const SlFactGoal *goal, const Moved *moved, const GArray *targets)
{
  GVariantBuilder back;

  g_variant_builder_init (&back, G_VARIANT_TYPE ("a(sv)"));
  if (moved->start_then != SL_INT_NULL)
    sl_remedy_add_step (&back, "record.set", "(xsv)", goal->id, "start",
                        sl_rule_day_value (moved->start_then));
  if (moved->due_then != SL_INT_NULL)
    sl_remedy_add_step (&back, "record.set", "(xsv)", goal->id, "due",
                        sl_rule_day_value (moved->due_then));
  for (guint i = 0; i < moved->targets->len; i++)
    {
      const SlMovedTarget *target
          = &g_array_index (targets, SlMovedTarget, g_array_index (moved->targets, guint, i));

      sl_remedy_add_step (&back, "record.set", "(xsv)", target->kpi, "target",
                          g_variant_new_double (target->then));
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Go back to what was agreed")),
                         g_variant_builder_end (&back), goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Agree on dates and targets as they are today")),
                         sl_drift_agree (&goal->id, 1), goal->id);
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const Moved *moved, const GArray *targets)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  gint64 due = sl_table_int (goals, goal->row, SL_GOAL_DUE);
  SlFinding *finding
      = sl_rule_find (run, SEVERITY, describe (facts, goal, moved, targets), goal->id, SL_ID_NONE);

  if (moved->due_then != SL_INT_NULL && due != SL_INT_NULL)
    finding->days = (double)ABS (due - moved->due_then);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_touch (finding, SL_SUB_A7A, goal->id, SL_ID_NONE, SEVERITY);
  add_rows (finding, facts, goal, moved, targets);
  add_remedies (finding, goal, moved, targets);
}

/* The moved targets of each goal. */
static Moved *
sort_targets (const SlFacts *facts, const GArray *targets)
{
  Moved *moved = g_new0 (Moved, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    moved[i].targets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < targets->len; i++)
    g_array_append_val (moved[g_array_index (targets, SlMovedTarget, i).goal].targets, i);
  return moved;
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  g_autoptr (GArray) targets = sl_drift_moved_targets (facts, agreed);
  g_autofree Moved *moved = sort_targets (facts, targets);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      look_at_dates (&moved[i], facts, agreed, goal);
      if (goal->active
          && (moved[i].due_then != SL_INT_NULL || moved[i].start_then != SL_INT_NULL
              || moved[i].targets->len > 0))
        report (run, goal, &moved[i], targets);
      g_array_unref (moved[i].targets);
    }
}

const SlRule sl_rule_dri_03 = {
  .id = "DRI-03",
  .title = N_ ("A date or target moved unagreed"),
  .why = N_ ("Others keep planning with what was agreed. Adjusting a plan is right, with a "
             "decision that all know of."),
  .sub = SL_SUB_A7A,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BASELINE) | SL_KIND_BIT (SL_KIND_KPI)
           | SL_KIND_BIT (SL_KIND_DECISION) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

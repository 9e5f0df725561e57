/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-06: the wording of a goal, whether it is pursued at all, or a target that partners signed is
 * not what the agreed baseline says. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-drift.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SEVERITY 0.5

/* What differs of one goal. */
typedef struct
{
  const char *wording; /* as agreed, where it is another now */
  gboolean given_up;
  const SlMovedTarget *target; /* of a goal whose alliance is signed */
} Difference;

static gboolean
is_signed (const SlFacts *facts, const SlFactGoal *goal)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const SlTable *alliances = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  guint row = 0;

  return sl_table_find (alliances, sl_table_ref (goals, goal->row, SL_GOAL_ALLIANCE), &row)
         && sl_table_is_set (alliances, row, SL_ALLIANCE_SIGNED);
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const Difference *difference)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *before = NULL, *kpi = NULL;

  if (difference->given_up)
    return g_strdup_printf (_ ("%s was agreed and is no longer pursued, without a decision; others "
                               "count on it: decide it together or take it up again."),
                            name);
  if (difference->wording != NULL)
    return g_strdup_printf (_ ("%s is worded differently from what was agreed, without a decision; "
                               "everyone may mean something else by it: agree on the words or go "
                               "back."),
                            name);
  before = sl_format_number (difference->target->then, 2);
  kpi = sl_rule_title (facts, difference->target->kpi);
  /* Translators: goal with its party, KPI, a number. */
  return g_strdup_printf (
      _ ("%s: the target of “%s” is not the signed %s: sign the new one or go back."), name, kpi,
      before);
}

static void
add_rows (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
          const Difference *difference, gint64 agreed_on)
{
  if (difference->wording != NULL)
    {
      sl_finding_add_evidence (finding, g_strdup (_ ("Agreed wording")),
                               g_strdup (difference->wording), NAN, NULL, goal->id);
      sl_finding_add_evidence (finding, g_strdup (_ ("Wording now")),
                               g_strdup (sl_facts_title (facts, goal->id)), NAN, NULL, goal->id);
    }
  if (difference->given_up)
    sl_finding_add_evidence (finding, g_strdup (_ ("Status")), g_strdup (_ ("no longer pursued")),
                             NAN, NULL, goal->id);
  if (difference->target != NULL)
    {
      sl_finding_add_number (finding, g_strdup (_ ("Agreed target")), difference->target->then,
                             NULL, difference->target->kpi);
      sl_finding_add_number (finding, g_strdup (_ ("Target now")), difference->target->now, NULL,
                             difference->target->kpi);
    }
  sl_finding_add_date (finding, g_strdup (_ ("Agreed on")), agreed_on, goal->id);
}

/* The decision that was missing. */
static GVariant *
decide (const SlFacts *facts, const SlFactGoal *goal)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title",
                         g_variant_new_take_string (g_strdup_printf (
                             _ ("“%s” is no longer pursued"), sl_facts_title (facts, goal->id))));
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (goal->id));
  g_variant_builder_add (&fields, "{sv}", "day", g_variant_new_int64 (facts->today));
  return sl_remedy_step ("record.add", "(sxxa{sv})", "decision", (gint64)SL_ID_NONE,
                         G_GINT64_CONSTANT (-1), &fields);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
              const Difference *difference)
{
  GVariantBuilder back;

  g_variant_builder_init (&back, G_VARIANT_TYPE ("a(sv)"));
  if (difference->wording != NULL)
    sl_remedy_add_step (&back, "record.set", "(xsv)", goal->id, "title",
                        g_variant_new_string (difference->wording));
  if (difference->given_up)
    sl_remedy_add_step (&back, "record.set", "(xsv)", goal->id, "status",
                        g_variant_new_int64 (SL_GOAL_ACTIVE));
  if (difference->target != NULL)
    sl_remedy_add_step (&back, "record.set", "(xsv)", difference->target->kpi, "target",
                        g_variant_new_double (difference->target->then));
  sl_finding_add_remedy (finding, g_strdup (_ ("Go back to what was agreed")),
                         g_variant_builder_end (&back), goal->id);
  if (difference->given_up)
    sl_finding_add_remedy (finding, g_strdup (_ ("Record the decision to give it up")),
                           decide (facts, goal), goal->id);
  else
    sl_finding_add_remedy (finding, g_strdup (_ ("Agree on it as it is today")),
                           sl_drift_agree (&goal->id, 1), goal->id);
}

static void
look_at (SlRuleRun *run, const SlAgreed *agreed, const SlFactGoal *goal,
         const SlMovedTarget *target)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *baselines = sl_snapshot_table (facts->plan, SL_KIND_BASELINE);
  Difference difference = { .target = target };
  SlFinding *finding;
  gint64 day;
  guint row = 0;

  if (!sl_agreed_find (agreed, goal->id, &row))
    return;
  day = sl_agreed_day (agreed, row);
  if (!sl_agreed_is_decided (agreed, goal->id, SL_AGREED_WORDING, day))
    difference.wording = sl_table_text (baselines, row, SL_BASELINE_WORDING);
  difference.given_up = !goal->active && goal->status != SL_GOAL_DONE
                        && !sl_agreed_is_decided (agreed, goal->id, SL_AGREED_STATUS, day);
  if (difference.wording != NULL
      && strcmp (difference.wording, sl_facts_title (facts, goal->id)) == 0)
    difference.wording = NULL;
  if (difference.wording == NULL && !difference.given_up && target == NULL)
    return;
  finding = sl_rule_find (run, SEVERITY, describe (facts, goal, &difference), goal->id, SL_ID_NONE);
  sl_rule_add_party (finding, facts, goal->owner);
  add_rows (finding, facts, goal, &difference, day);
  add_remedies (finding, facts, goal, &difference);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  g_autoptr (GArray) targets = sl_drift_moved_targets (facts, agreed);
  g_autofree const SlMovedTarget **of_goal = g_new0 (const SlMovedTarget *, facts->n_goals + 1);

  for (guint i = targets->len; i > 0; i--)
    {
      const SlMovedTarget *target = &g_array_index (targets, SlMovedTarget, i - 1);

      if (is_signed (facts, &facts->goals[target->goal]))
        of_goal[target->goal] = target;
    }
  for (guint i = 0; i < facts->n_goals; i++)
    look_at (run, agreed, &facts->goals[i], of_goal[i]);
}

const SlRule sl_rule_dri_06 = {
  .id = "DRI-06",
  .title = N_ ("A goal differs from the agreement"),
  .why = N_ ("What was signed is what the partners work for. Change it together and write it "
             "down, or go back to it."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BASELINE) | SL_KIND_BIT (SL_KIND_KPI)
           | SL_KIND_BIT (SL_KIND_ALLIANCE) | SL_KIND_BIT (SL_KIND_DECISION)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* POS-03: a goal touches a powerful party, and nobody asked where it stands. Source: METHODS
 * section 2a. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-touch.h"
#include "base/sl-format-text.h"
#include "methods/sl-positions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a party may answer, most likely first. */
static const struct
{
  int value;
  const char *label;
} answers[] = {
  { 1, N_ ("Asked: it is in favor (+1, said)") },
  { 0, N_ ("Asked: it has no objection (0, said)") },
  { -1, N_ ("Asked: it has doubts (−1, said)") },
};

static char *
describe (const SlFacts *facts, const SlTouchedParty *touched)
{
  const SlFactParty *party = &facts->parties[touched->side];
  const SlFactGoal *goal = &facts->goals[touched->goal];
  g_autofree char *title = sl_rule_title (facts, goal->id);
  g_autofree char *power = sl_format_number (party->power, 1);

  if (sl_people_side (facts, goal->owner) == touched->side)
    /* Translators: a party, a goal of its own. */
    return g_strdup_printf (_ ("%s owns “%s”, but nobody asked how firmly it stands behind it: ask "
                               "before you count on it."),
                            sl_facts_title (facts, party->id), title);
  /* Translators: a goal, a party, its power. */
  return g_strdup_printf (_ ("“%s” touches %s (power %s of 10), but nobody asked where it stands: "
                             "ask before it decides without you."),
                          title, sl_facts_title (facts, party->id), power);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlTouchedParty *touched = note;
  const SlFactParty *party = &facts->parties[touched->side];
  SlId goal = facts->goals[touched->goal].id;
  const char *reason = sl_facts_title (facts, touched->reason);

  finding->sentence = describe (facts, touched);
  sl_finding_add_number (finding, g_strdup (_ ("Power")), party->power, NULL, party->id);
  sl_finding_add_evidence (finding, g_strdup (_ ("Touched by")),
                           g_strdup (*reason != '\0' ? reason : sl_facts_title (facts, goal)), NAN,
                           NULL, touched->reason);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    sl_finding_add_remedy (finding, g_strdup (_ (answers[i].label)),
                           sl_remedy_step ("position.set", "(xxxs)", party->id, goal,
                                           (gint64)answers[i].value, "said"),
                           goal);
}

static void
report (SlRuleRun *run, const SlTouchedParty *touched)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId party = facts->parties[touched->side].id;
  SlFinding *finding = sl_rule_find_later (run, 0.0, tell, touched, sizeof *touched,
                                           facts->goals[touched->goal].id, party);

  sl_finding_add_party (finding, party);
}

/* Nobody need ask a party how it stands to a goal that it has for itself. */
static gboolean
is_own (const SlFacts *facts, const SlTouchedParty *touched)
{
  const SlFactGoal *goal = &facts->goals[touched->goal];

  return !goal->shared && sl_people_side (facts, goal->owner) == touched->side;
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GArray *touched = sl_touched_parties (facts);

  for (guint i = 0; i < touched->len; i++)
    {
      const SlTouchedParty *pair = &g_array_index (touched, SlTouchedParty, i);
      SlFactPosition position = sl_facts_position (facts, (guint)pair->side, (guint)pair->goal);
      SlStance stance = { position.value, (SlPositionSource)position.source };

      if (position.value == SL_POSITION_UNKNOWN)
        stance.value = NAN;
      if (sl_position_never_asked (stance, facts->parties[pair->side].power, !is_own (facts, pair)))
        report (run, pair);
    }
}

const SlRule sl_rule_pos_03 = {
  .id = "POS-03",
  .title = N_ ("A powerful party was never asked"),
  .why = N_ ("Who can stop a goal should be asked before it is decided. An empty cell in the "
             "matrix is not a yes."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_ROLE) | SL_KIND_BIT (SL_KIND_NEED)
           | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_ALLOCATION)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PARTNER),
  .eval = eval,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-01: a party gives a goal a share of its points that is not that of the group. A party's small
 * differences are charged to its largest one. Source: METHODS sections 5.1 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-points.h"
#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-priorities.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A share that is off by this much is a finding of its own; the largest of a party from 1 % on. */
#define GAP_OWN 0.10
#define GAP_LEAST 0.01
/* Parties whose shares are shown as evidence. */
#define MAX_OTHERS 8
/* Points for more goals are not changed at once. */
#define MAX_GOALS 40

typedef struct
{
  const SlFacts *facts;
  const SlPriorities *priorities;
  SlFinding *largest; /* of all parties */
} Context;

/* A cell of the table: party @i of those that answered, goal @k of those that are compared; @first:
 * the largest gap of the party, which stands for its small ones too. */
typedef struct
{
  guint i;
  guint k;
  gboolean first;
} Cell;

static double
gap_of (const SlPriorities *self, guint i, guint k)
{
  return self->gaps[(gsize)i * self->n + k];
}

/* What the other parties give it on the whole. */
static double
others_share (const SlPriorities *self, guint i, guint k)
{
  return (self->group[k] * self->m - self->shares[(gsize)i * self->n + k]) / (self->m - 1.0);
}

static char *
describe (const Context *self, guint i, guint k)
{
  const SlPriorities *priorities = self->priorities;
  const SlFactGoal *goal = &self->facts->goals[priorities->goals[k]];
  g_autofree char *name = sl_rule_goal_name (self->facts, goal);
  g_autofree char *own = sl_format_percent (priorities->shares[(gsize)i * priorities->n + k], 0);
  g_autofree char *group = sl_format_percent (priorities->group[k], 0);
  const char *party = sl_facts_title (self->facts, self->facts->parties[priorities->parties[i]].id);

  /* Translators: party, goal with its party, share, share. */
  return g_strdup_printf (_ ("%s gives %s %s of its points, all together give %s: agree on one "
                             "weight before money and people follow."),
                          party, name, own, group);
}

/* --- Remedies --- */

static void
add_one_weight (SlFinding *finding, const Context *self, guint i, guint k)
{
  guint party = self->priorities->parties[i], goal = self->priorities->goals[k];
  double points = sl_rule_points_for (sl_rule_points (self->facts), party, goal,
                                      MAX (0.0, others_share (self->priorities, i, k)));
  g_autofree char *number = NULL;

  if (isnan (points))
    return;
  number = sl_format_number (points, 1);
  sl_finding_add_remedy (
      finding,
      /* Translators: party, number of points. */
      g_strdup_printf (_ ("%s gives it %s points, its share with the others"),
                       sl_facts_title (self->facts, self->facts->parties[party].id), number),
      sl_remedy_step ("priority.set", "(xxd)", self->facts->parties[party].id,
                      self->facts->goals[goal].id, points),
      self->facts->parties[party].id);
}

static void
add_all_weights (SlFinding *finding, const Context *self, guint i)
{
  const SlPriorities *priorities = self->priorities;
  SlId party = self->facts->parties[priorities->parties[i]].id;
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint k = 0; k < priorities->n; k++)
    if (gap_of (priorities, i, k) != 0.0)
      sl_remedy_add_step (&steps, "priority.set", "(xxd)", party,
                          self->facts->goals[priorities->goals[k]].id,
                          CLAMP (100.0 * others_share (priorities, i, k), 0.0, 100.0));
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("%s spreads all its points as the others do"),
                                          sl_facts_title (self->facts, party)),
                         g_variant_builder_end (&steps), party);
}

/* --- Findings --- */

/* The party's own share, and those of the others that weigh the goal most differently. */
static void
add_shares (SlFinding *finding, const Context *self, guint i, guint k)
{
  const SlPriorities *priorities = self->priorities;
  guint shown[MAX_OTHERS + 1] = { i }, n = 1;

  for (guint other = 0; other < priorities->m; other++)
    {
      guint at = n;

      while (at > 1
             && fabs (gap_of (priorities, shown[at - 1], k)) < fabs (gap_of (priorities, other, k)))
        at--;
      if (other == i || at > MAX_OTHERS)
        continue;
      n = MIN (n + 1, MAX_OTHERS + 1);
      for (guint last = n - 1; last > at; last--)
        shown[last] = shown[last - 1];
      shown[at] = other;
    }
  for (guint row = 0; row < n; row++)
    {
      SlId id = self->facts->parties[priorities->parties[shown[row]]].id;

      sl_finding_add_share (finding, g_strdup (sl_facts_title (self->facts, id)),
                            priorities->shares[(gsize)shown[row] * priorities->n + k], id);
    }
}

/* What is too small for a finding of its own. */
static gboolean
is_rest (const SlPriorities *self, guint i, guint k)
{
  return self->cells[(gsize)i * self->n + k] > 0.0 && fabs (gap_of (self, i, k)) < GAP_OWN;
}

static void
add_rest (SlFinding *finding, const Context *self, guint i, guint largest)
{
  const SlPriorities *priorities = self->priorities;
  double sum = 0.0;

  for (guint k = 0; k < priorities->n; k++)
    if (k != largest && is_rest (priorities, i, k))
      sum += priorities->cells[(gsize)i * priorities->n + k];
  if (sum > 0.0)
    sl_finding_add_share (finding, g_strdup (_ ("Smaller differences on other goals, together")),
                          sum, self->facts->parties[priorities->parties[i]].id);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const Cell *cell = note;
  Context context = { .facts = facts, .priorities = facts->agreement }, *self = &context;
  const SlPriorities *priorities = self->priorities;
  guint i = cell->i, k = cell->k;
  SlId goal = facts->goals[priorities->goals[k]].id;
  SlId party = facts->parties[priorities->parties[i]].id;

  finding->sentence = describe (self, i, k);
  add_shares (finding, self, i, k);
  sl_finding_add_share (finding, g_strdup (_ ("Mean of all that answered")), priorities->group[k],
                        goal);
  sl_finding_add_share (finding, g_strdup (_ ("Its part of the largest possible difference")),
                        priorities->cells[(gsize)i * priorities->n + k], goal);
  add_one_weight (finding, self, i, k);
  if (priorities->n <= MAX_GOALS)
    add_all_weights (finding, self, i);
  sl_finding_add_remedy (finding, g_strdup (_ ("Agree on the points in a session")), NULL, party);
  if (cell->first)
    add_rest (finding, self, i, k);
}

static SlFinding *
report (SlRuleRun *run, Context *self, guint i, guint k, gboolean first)
{
  const SlPriorities *priorities = self->priorities;
  const SlFacts *facts = self->facts;
  const SlFactGoal *goal = &facts->goals[priorities->goals[k]];
  gsize cell = (gsize)i * priorities->n + k;
  SlId party = facts->parties[priorities->parties[i]].id;
  Cell note = { i, k, first };
  SlFinding *finding = sl_rule_find_later (run, priorities->cells[cell], tell, &note, sizeof note,
                                           party, goal->id);

  sl_finding_add_party (finding, party);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_touch (finding, SL_SUB_A2, party, goal->id, 1.0);
  if (self->largest == NULL || finding->severity > self->largest->severity)
    self->largest = finding;
  return finding;
}

static void
carry_rest (SlFinding *finding, const Context *self, guint i, guint largest)
{
  const SlPriorities *priorities = self->priorities;
  SlId party = self->facts->parties[priorities->parties[i]].id;

  for (guint k = 0; k < priorities->n; k++)
    if (k != largest && is_rest (priorities, i, k))
      sl_finding_touch (finding, SL_SUB_A2, party, self->facts->goals[priorities->goals[k]].id,
                        1.0);
}

static void
report_party (SlRuleRun *run, Context *self, guint i)
{
  const SlPriorities *priorities = self->priorities;
  guint largest = 0;
  SlFinding *first = NULL;

  for (guint k = 1; k < priorities->n; k++)
    if (fabs (gap_of (priorities, i, k)) > fabs (gap_of (priorities, i, largest)))
      largest = k;
  if (fabs (gap_of (priorities, i, largest)) < GAP_LEAST)
    return;
  first = report (run, self, i, largest, TRUE);
  carry_rest (first, self, i, largest);
  for (guint k = 0; k < priorities->n; k++)
    if (k != largest && fabs (gap_of (priorities, i, k)) >= GAP_OWN)
      report (run, self, i, k, FALSE);
}

static void
eval (SlRuleRun *run)
{
  Context self = { .facts = sl_rule_run_facts (run) };

  self.priorities = self.facts->agreement;
  for (guint i = 0; i < self.priorities->m && !isnan (self.priorities->disagreement); i++)
    report_party (run, &self, i);
  if (self.largest != NULL
      && sl_veto_by_concordance (self.priorities->concordance, self.priorities->m,
                                 self.priorities->n))
    self.largest->veto = SL_VETO_PRIORITIES;
}

const SlRule sl_rule_pri_01 = {
  .id = "PRI-01",
  .title = N_ ("A party weighs a goal differently"),
  .why = N_ ("Parties that weigh the same goals differently spend money and time on different "
             "things, and each believes that the others do not keep to the plan. Prioritise in one "
             "session with both owners."),
  .sub = SL_SUB_A2,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

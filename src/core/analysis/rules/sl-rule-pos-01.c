/* SPDX-License-Identifier: GPL-3.0-or-later */

/* POS-01: parties stand on opposite sides of an active goal. One finding a goal: the pair that is
 * furthest apart counts, all pairs are evidence. Source: METHODS section 2a; DECISIONS, Engine. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More pairs than that are counted, not listed. */
#define MAX_PAIRS 20u
/* Sides of a goal. */
#define FOR_IT 1
#define AGAINST_IT 2

/* Two opposed parties, by index. */
typedef struct
{
  guint for_it;
  guint against;
  double severity;
} Pair;

/* The parties that stand on one side of a goal. (transfer full) (element-type guint) */
static GArray *
find_side (const SlFacts *facts, guint goal, double sign)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p < facts->n_parties; p++)
    if (!facts->parties[p].gone && sl_facts_stance (facts, p, goal).value * sign > 0.0)
      g_array_append_val (out, p);
  return out;
}

/* By severity, then as they stand in the plan. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->severity != y->severity)
    return x->severity > y->severity ? -1 : 1;
  if (x->for_it != y->for_it)
    return x->for_it < y->for_it ? -1 : 1;
  return (x->against > y->against) - (x->against < y->against);
}

/* Keeps the strongest of a side when there are more than pairs can be listed of. */
static void
trim_side (const SlFacts *facts, guint goal, GArray *side)
{
  SlStance against = { 0.0, SL_POSITION_WRITING };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  if (side->len <= MAX_PAIRS)
    return;
  for (guint i = 0; i < side->len; i++)
    {
      guint party = g_array_index (side, guint, i);
      SlStance stance = sl_facts_stance (facts, party, goal);
      Pair pair = { party, 0, 0.0 };

      against.value = -stance.value;
      pair.severity = sl_position_opposition (stance, against);
      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  g_array_set_size (side, MAX_PAIRS);
  for (guint i = 0; i < side->len; i++)
    g_array_index (side, guint, i) = g_array_index (pairs, Pair, i).for_it;
}

static GArray *
find_pairs (const SlFacts *facts, guint goal, const GArray *support, const GArray *against)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < support->len; i++)
    for (guint k = 0; k < against->len; k++)
      {
        Pair pair = { g_array_index (support, guint, i), g_array_index (against, guint, k), 0.0 };

        pair.severity = sl_position_opposition (sl_facts_stance (facts, pair.for_it, goal),
                                                sl_facts_stance (facts, pair.against, goal));
        g_array_append_val (out, pair);
      }
  g_array_sort (out, compare_pairs);
  return out;
}

/* --- Words --- */

static char *
describe (const SlFacts *facts, guint goal, const Pair *worst)
{
  SlStance against = sl_facts_stance (facts, worst->against, goal);
  g_autofree char *plus = sl_position_text (sl_facts_stance (facts, worst->for_it, goal));
  g_autofree char *minus = sl_position_text (against);
  g_autofree char *title = sl_rule_title (facts, facts->goals[goal].id);
  const char *who = sl_facts_title (facts, facts->parties[worst->for_it].id);
  const char *other = sl_facts_title (facts, facts->parties[worst->against].id);

  if (against.value <= -3.0)
    /* Translators: a party, a goal, its position, another party, its position. */
    return g_strdup_printf (
        _ ("%s supports “%s” (%s) and %s would block it (%s): settle this first."), who, title,
        plus, other, minus);
  if (against.value >= -1.0)
    /* Translators: a party, a goal, its position, another party, its position. */
    return g_strdup_printf (
        _ ("%s supports “%s” (%s) and %s has doubts (%s): hear them before work starts."), who,
        title, plus, other, minus);
  /* Translators: a party, a goal, its position, another party, its position. */
  return g_strdup_printf (
      _ ("%s supports “%s” (%s) and %s is against it (%s): settle this before work starts."), who,
      title, plus, other, minus);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, guint goal, const GArray *pairs, guint n)
{
  for (guint i = 0; i < MIN (pairs->len, MAX_PAIRS); i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      g_autofree char *plus = sl_position_text (sl_facts_stance (facts, pair->for_it, goal));
      g_autofree char *minus = sl_position_text (sl_facts_stance (facts, pair->against, goal));

      sl_finding_add_evidence (
          finding,
          /* Translators: two parties that are opposed. */
          g_strdup_printf (_ ("%s against %s"),
                           sl_facts_title (facts, facts->parties[pair->for_it].id),
                           sl_facts_title (facts, facts->parties[pair->against].id)),
          /* Translators: the positions of both: "+2, said; −3, in writing". */
          g_strdup_printf (_ ("%s; %s"), plus, minus), pair->severity, NULL, facts->goals[goal].id);
    }
  if (n > MAX_PAIRS)
    sl_finding_add_number (finding, g_strdup (_ ("Opposed pairs in all")), n, NULL,
                           facts->goals[goal].id);
}

/* --- The rule --- */

/* The opposed pairs of a goal that has both sides, the furthest apart first. @n: (out): how many
 * there are in all. (transfer full) (element-type Pair) */
static GArray *
oppose (const SlFacts *facts, guint goal, guint *n)
{
  g_autoptr (GArray) support = find_side (facts, goal, 1.0);
  g_autoptr (GArray) against = find_side (facts, goal, -1.0);

  *n = support->len * against->len;
  trim_side (facts, goal, support);
  trim_side (facts, goal, against);
  return find_pairs (facts, goal, support, against);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  guint goal = *(const guint *)note, n = 0;
  g_autoptr (GArray) pairs = oppose (facts, goal, &n);
  g_autoptr (GArray) against = find_side (facts, goal, -1.0);
  const Pair *worst = &g_array_index (pairs, Pair, 0);

  finding->sentence = describe (facts, goal, worst);
  add_evidence (finding, facts, goal, pairs, n);
  sl_position_add_fixes (finding, facts, goal, (const guint *)(gpointer)against->data, against->len,
                         0);
  sl_conflict_add_record (finding, facts, (int)goal, -1, (int)worst->for_it, (int)worst->against);
}

static void
report (SlRuleRun *run, guint goal)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  guint n = 0;
  g_autoptr (GArray) pairs = oppose (facts, goal, &n);
  const Pair *worst = &g_array_index (pairs, Pair, 0);
  SlFinding *finding = sl_rule_find_later (run, worst->severity, tell, &goal, sizeof goal,
                                           facts->goals[goal].id, SL_ID_NONE);

  finding->veto = SL_VETO_CONFLICT;
  for (guint i = 0; i < MIN (pairs->len, MAX_PAIRS); i++)
    {
      sl_rule_add_party (finding, facts, (int)g_array_index (pairs, Pair, i).for_it);
      sl_rule_add_party (finding, facts, (int)g_array_index (pairs, Pair, i).against);
    }
  sl_finding_touch (finding, SL_SUB_A1, facts->goals[goal].id, SL_ID_NONE, worst->severity);
}

/* Which sides each goal has, as bits: somebody is for it, somebody against it. Positions lie by
 * party. */
static guint8 *
mark_sides (const SlFacts *facts)
{
  guint8 *sides = g_new0 (guint8, facts->n_goals + 1);

  for (guint p = 0; p < facts->n_parties; p++)
    {
      const SlFactPosition *row = &facts->positions[(gsize)p * facts->n_goals];

      for (guint g = 0; g < facts->n_goals && !facts->parties[p].gone; g++)
        if (row[g].value != SL_POSITION_UNKNOWN)
          sides[g] |= row[g].value > 0 ? FOR_IT : row[g].value < 0 ? AGAINST_IT : 0;
    }
  return sides;
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree guint8 *sides = mark_sides (facts);

  for (guint g = 0; g < facts->n_goals; g++)
    if (facts->goals[g].active && sides[g] == (FOR_IT | AGAINST_IT))
      report (run, g);
}

const SlRule sl_rule_pos_01 = {
  .id = "POS-01",
  .title = N_ ("Parties stand against each other"),
  .why = N_ ("A goal that one side carries and another one fights costs twice. Talk before work "
             "starts, and write down what each side said."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_KPI),
  .eval = eval,
};

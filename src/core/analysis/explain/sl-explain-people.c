/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains what parties weigh and where they stand: weights, ranks, who stands together,
 * influence. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "analysis/sl-priorities.h"
#include "analysis/sl-stands-together.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Priorities --- */

/* Place of @goal in a list of indexes, or -1. */
static int
place_of (const guint *list, guint n, int index)
{
  for (guint i = 0; i < n; i++)
    if ((int)list[i] == index)
      return (int)i;
  return -1;
}

static void
leave_out_silent (SlExplanation *self, const SlFacts *facts)
{
  const SlPriorities *all = facts->agreement;

  for (guint i = 0; i < all->n_missing; i++)
    {
      SlId party = facts->parties[all->missing[i]].id;

      sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, party)),
                                _ ("has given no points yet"), party);
    }
}

/* Where no party gave points the field decides, else all goals weigh the same. */
static const char *
weight_formula (const SlPriorities *all)
{
  return all->m > 0
             ? _ ("Among the shared goals: mean of what the parties give it, each party’s points "
                  "for it, divided by all "
                  "that it gave to shared goals.")
             : _ (
                 "No party has given points yet: the field “Weight” decides, divided by the sum of "
                 "all shared goals; where it is empty everywhere all weigh the same.");
}

/* What the field says, and what the fields of all shared goals add up to. */
static void
add_fields (SlExplanation *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const SlPriorities *all = facts->agreement;

  for (guint k = 0; k < all->n && all->m == 0; k++)
    {
      const SlFactGoal *goal = &facts->goals[all->goals[k]];
      double weight = sl_table_real (table, goal->row, SL_GOAL_WEIGHT);

      if (isnan (weight))
        sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, goal->id)),
                                  _ ("no weight entered"), goal->id);
      else
        sl_explanation_add (self, g_strdup (sl_facts_title (facts, goal->id)),
                            sl_format_number (weight, 2), weight, NULL, goal->id);
    }
}

SlExplanation *
sl_explain_weight (const SlFacts *facts, SlId id)
{
  const SlPriorities *all = facts->agreement;
  int goal = sl_facts_goal (facts, id);
  int place = goal >= 0 ? place_of (all->goals, all->n, goal) : -1;
  SlExplanation *self;

  if (place < 0)
    return NULL;
  self = sl_explanation_new (_ ("Weight"), sl_facts_title (facts, id),
                             sl_format_percent (facts->goals[goal].weight, 1),
                             facts->goals[goal].weight, g_strdup (weight_formula (all)),
                             _ ("Constant-sum allocation of 100 points"));
  for (guint i = 0; i < all->m; i++)
    {
      double share = all->shares[(gsize)i * all->n + (guint)place];
      SlId party = facts->parties[all->parties[i]].id;

      sl_explanation_add (self, g_strdup (sl_facts_title (facts, party)),
                          sl_format_percent (share, 1), share, "ratio", party);
    }
  add_fields (self, facts);
  leave_out_silent (self, facts);
  return self;
}

/* The place of a goal in the order of @shares, the mean of places where several have the same. */
static double
rank_in (const double *shares, guint n, guint place)
{
  guint above = 0;
  guint same = 0;

  for (guint k = 0; k < n; k++)
    {
      above += shares[k] > shares[place];
      same += shares[k] == shares[place];
    }
  return above + (same + 1) / 2.0;
}

static void
add_rank (SlExplanation *self, const char *label, const double *shares, guint n, guint place,
          SlId party)
{
  double rank = rank_in (shares, n, place);
  g_autofree char *number = sl_format_number (rank, 1);
  g_autofree char *share = sl_format_percent (shares[place], 1);

  sl_explanation_add (self, g_strdup (label),
                      /* Translators: rank, number of goals, share of the points. */
                      g_strdup_printf (_ ("%s of %u, with %s of the points"), number, n, share),
                      rank, "rank", party);
}

SlExplanation *
sl_explain_rank (const SlFacts *facts, SlId party_id, SlId goal_id)
{
  const SlPriorities *all = facts->agreement;
  int goal = place_of (all->goals, all->n, sl_facts_goal (facts, goal_id));
  int party = place_of (all->parties, all->m, sl_facts_party (facts, party_id));
  g_autofree char *value = NULL;
  SlExplanation *self;
  double rank;

  if (goal < 0 || party < 0)
    return NULL;
  rank = rank_in (&all->shares[(gsize)party * all->n], all->n, (guint)goal);
  value = sl_format_number (rank, 1);
  self = sl_explanation_new (
      _ ("Rank"), sl_facts_title (facts, goal_id), g_steal_pointer (&value), rank,
      g_strdup (_ ("Goals in the order of the points that a party gave them, "
                   "the most first; equal points share the mean of their "
                   "places.")),
      _ ("Agreement of ranks: Kendall’s W (1939)"));
  for (guint i = 0; i < all->m; i++)
    {
      SlId other = facts->parties[all->parties[i]].id;

      add_rank (self, sl_facts_title (facts, other), &all->shares[(gsize)i * all->n], all->n,
                (guint)goal, other);
    }
  add_rank (self, _ ("All together"), all->group, all->n, (guint)goal, SL_ID_NONE);
  leave_out_silent (self, facts);
  return self;
}

/* --- Who stands together --- */

static void
add_causes (SlExplanation *self, const SlFacts *facts, const SlStandsTogether *all, guint a,
            guint b)
{
  g_autoptr (GArray) causes = sl_stands_together_causes (all, a, b);

  for (guint i = 0; i < causes->len; i++)
    {
      const SlStandCause *cause = &g_array_index (causes, SlStandCause, i);
      SlId goal = facts->goals[all->goals[cause->goal]].id;

      sl_explanation_add (self, g_strdup (sl_facts_title (facts, goal)),
                          sl_format_signed (cause->amount, 1, TRUE), cause->amount, "point", goal);
    }
}

static void
leave_out_unknown (SlExplanation *self, const SlFacts *facts, const SlStandsTogether *all, guint a,
                   guint b)
{
  for (guint g = 0; g < all->n_goals; g++)
    {
      SlId goal = facts->goals[all->goals[g]].id;

      if (isnan (all->values[(gsize)a * all->n_goals + g])
          || isnan (all->values[(gsize)b * all->n_goals + g]))
        sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, goal)),
                                  _ ("not both positions are known"), goal);
    }
}

static gpointer
make_together (const SlFacts *facts)
{
  return sl_stands_together_new (facts);
}

static void
drop_together (gpointer all)
{
  sl_stands_together_free (all);
}

/* All pairs take a moment: once for each state of the plan. */
static const SlStandsTogether *
together_of (const SlFacts *facts)
{
  static const SlFactsShare share = { make_together, drop_together };

  return sl_facts_share (facts, &share);
}

static SlExplanation *
explain_pair (const SlFacts *facts, const SlStandsTogether *all, guint a, guint b)
{
  const SlPositionPair *pair = sl_stands_together_get (all, a, b);
  g_autofree char *agree = sl_format_number (pair->convergence, 1);
  g_autofree char *oppose = sl_format_number (pair->divergence, 1);
  g_autofree char *names
      /* Translators: two parties. */
      = g_strdup_printf (_ ("%s and %s"),
                         sl_facts_title (facts, facts->parties[all->parties[a]].id),
                         sl_facts_title (facts, facts->parties[all->parties[b]].id));
  SlExplanation *self = sl_explanation_new (
      _ ("Who stands together"), names,
      /* Translators: two numbers. */
      g_strdup_printf (_ ("%s together, %s apart"), agree, oppose),
      pair->convergence - pair->divergence,
      g_strdup (_ ("On each goal where both are for it or both against it: half the sum of both "
                   "positions, times its weight (1 on average). Where one is for it and one "
                   "against, the same counts as apart.")),
      _ ("MACTOR, Godet: valued convergence and divergence of positions"));

  add_causes (self, facts, all, a, b);
  leave_out_unknown (self, facts, all, a, b);
  return self;
}

SlExplanation *
sl_explain_together (const SlFacts *facts, SlId party, SlId other)
{
  const SlStandsTogether *all = together_of (facts);
  int a = place_of (all->parties, all->n_parties, sl_facts_party (facts, party));
  int b = place_of (all->parties, all->n_parties, sl_facts_party (facts, other));

  if (a < 0 || b < 0 || a == b || sl_stands_together_get (all, (guint)a, (guint)b)->n_compared == 0)
    return NULL;
  return explain_pair (facts, all, (guint)a, (guint)b);
}

typedef struct
{
  guint party;
  const SlPositionPair *pair;
} Companion;

/* Whom it is furthest apart from first, then with whom it stands closest. */
static int
compare_companions (gconstpointer a, gconstpointer b)
{
  const Companion *x = a, *y = b;

  if (x->pair->divergence != y->pair->divergence)
    return x->pair->divergence > y->pair->divergence ? -1 : 1;
  if (x->pair->convergence != y->pair->convergence)
    return x->pair->convergence > y->pair->convergence ? -1 : 1;
  return (x->party > y->party) - (x->party < y->party);
}

void
sl_explain_companions (const SlFacts *facts, SlId party, guint max, GPtrArray *out)
{
  const SlStandsTogether *all = together_of (facts);
  int a = place_of (all->parties, all->n_parties, sl_facts_party (facts, party));
  g_autoptr (GArray) companions = g_array_new (FALSE, FALSE, sizeof (Companion));

  for (guint b = 0; a >= 0 && b < all->n_parties; b++)
    {
      Companion companion = { b, sl_stands_together_get (all, (guint)a, b) };

      if ((int)b != a && companion.pair->n_compared > 0)
        g_array_append_val (companions, companion);
    }
  g_array_sort (companions, compare_companions);
  for (guint i = 0; i < MIN (companions->len, max); i++)
    g_ptr_array_add (
        out, explain_pair (facts, all, (guint)a, g_array_index (companions, Companion, i).party));
}

/* --- Influence --- */

SlExplanation *
sl_explain_influence (const SlFacts *facts, SlId id)
{
  int party = sl_facts_party (facts, id);
  const SlFactParty *it = party >= 0 ? &facts->parties[party] : NULL;
  SlExplanation *self;

  if (it == NULL || !it->is_stakeholder)
    return NULL;
  self
      = sl_explanation_new (_ ("Influence"), sl_facts_title (facts, id),
                            sl_format_number (it->influence, 1), it->influence,
                            g_strdup (_ ("Power times interest, 0 to 100. Where one of them is not "
                                         "entered, the mean of the other parties; 25 where nobody "
                                         "has any.")),
                            _ ("Power and interest: Mendelow (1991)"));
  if (!isnan (it->power))
    sl_explanation_add (self, g_strdup (_ ("Power")), sl_format_number (it->power, 1), it->power,
                        NULL, id);
  if (!isnan (it->interest))
    sl_explanation_add (self, g_strdup (_ ("Interest")), sl_format_number (it->interest, 1),
                        it->interest, NULL, id);
  if (!it->influence_known)
    sl_explanation_note (self, g_strdup (_ ("Not entered: this is an assumption.")));
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-02: two parties put the shared goals in opposite order. Source: METHODS sections 5.3 and 21.
 */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-priorities.h"
#include "base/sl-format-text.h"
#include "methods/sl-numeric.h"
#include "methods/sl-rank-agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Comparing every pair over every goal would take long: the most influential parties over the
 * weightiest goals. */
#define MAX_PARTIES 20
#define MAX_GOALS 20
/* Goals that are shown: those with the largest difference of ranks. */
#define N_SHOWN 3

typedef struct
{
  const SlFacts *facts;
  guint m;
  guint parties[MAX_PARTIES];
  guint n;
  gboolean is_whole; /* no goal was left out */
  guint goals[MAX_GOALS];
  double points[MAX_PARTIES][MAX_GOALS];
  double ranks[MAX_PARTIES][MAX_GOALS]; /* 1 is the first */
} Context;

/* --- Choosing --- */

static double
influence_of (const SlFacts *facts, guint party)
{
  return facts->parties[party].influence;
}

static double
weight_of (const SlFacts *facts, guint goal)
{
  return facts->goals[goal].weight;
}

/* The @most with the largest value, the largest first; equal ones in outline order. */
static guint
choose (const SlFacts *facts, const guint *all, guint n, double (*value) (const SlFacts *, guint),
        guint *chosen, guint most)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      guint place = MIN (count, most);

      while (place > 0 && value (facts, chosen[place - 1]) < value (facts, all[i]))
        place--;
      if (place >= most)
        continue;
      count = MIN (count + 1, most);
      for (guint k = count - 1; k > place; k--)
        chosen[k] = chosen[k - 1];
      chosen[place] = all[i];
    }
  return count;
}

static void
rank_goals (Context *self, guint party)
{
  double negative[MAX_GOALS];

  for (guint k = 0; k < self->n; k++)
    {
      self->points[party][k]
          = sl_facts_priority (self->facts, self->parties[party], self->goals[k]);
      negative[k] = -self->points[party][k];
    }
  sl_average_ranks (negative, self->n, self->ranks[party]);
}

/* --- A pair --- */

/* The goals with the largest difference of ranks, the largest first. */
static guint
find_differences (const Context *self, guint a, guint b, guint *shown)
{
  guint n = 0;

  for (guint k = 0; k < self->n; k++)
    {
      double gap = fabs (self->ranks[a][k] - self->ranks[b][k]);
      guint place = MIN (n, N_SHOWN);

      while (place > 0
             && fabs (self->ranks[a][shown[place - 1]] - self->ranks[b][shown[place - 1]]) < gap)
        place--;
      if (place >= N_SHOWN || gap == 0.0)
        continue;
      n = MIN (n + 1, N_SHOWN);
      for (guint i = n - 1; i > place; i--)
        shown[i] = shown[i - 1];
      shown[place] = k;
    }
  return n;
}

static const char *
party_title (const Context *self, guint party)
{
  return sl_facts_title (self->facts, self->facts->parties[self->parties[party]].id);
}

static const char *
goal_title (const Context *self, guint goal)
{
  return sl_facts_title (self->facts, self->facts->goals[self->goals[goal]].id);
}

static char *
describe (const Context *self, guint a, guint b, guint goal)
{
  g_autofree char *here = sl_format_number (self->ranks[a][goal], 1);
  g_autofree char *there = sl_format_number (self->ranks[b][goal], 1);
  g_autofree char *title = sl_rule_title (self->facts, self->facts->goals[self->goals[goal]].id);

  /* Translators: party, party, number of goals, goal, place, party, place, party. */
  return g_strdup_printf (
      _ ("%s and %s put %u shared goals in opposite order; “%s” is number %s for "
         "%s, number %s for %s: settle this first."),
      party_title (self, a), party_title (self, b), self->n, title, here, party_title (self, a),
      there, party_title (self, b));
}

static void
add_mean (GVariantBuilder *steps, const Context *self, guint a, guint b, guint goal)
{
  const SlFacts *facts = self->facts;
  double points = 50.0 * (self->points[a][goal] + self->points[b][goal]);

  sl_remedy_add_step (steps, "priority.set", "(xxd)", facts->parties[self->parties[a]].id,
                      facts->goals[self->goals[goal]].id, points);
  sl_remedy_add_step (steps, "priority.set", "(xxd)", facts->parties[self->parties[b]].id,
                      facts->goals[self->goals[goal]].id, points);
}

static gboolean
is_opposite (const double *x, const double *y, guint n)
{
  SlRankCorrelation result;

  return sl_rank_correlation (x, y, n, &result) && result.tau_b < 0.0;
}

/* Meeting in the middle on the goals shown is enough, or it is not proposed. */
static void
add_shown_middle (SlFinding *finding, const Context *self, guint a, guint b, const guint *shown,
                  guint n)
{
  double x[MAX_GOALS], y[MAX_GOALS];
  GVariantBuilder steps;

  for (guint k = 0; k < self->n; k++)
    {
      x[k] = self->points[a][k];
      y[k] = self->points[b][k];
    }
  for (guint i = 0; i < n; i++)
    x[shown[i]] = y[shown[i]] = (x[shown[i]] + y[shown[i]]) / 2.0;
  if (n == self->n || is_opposite (x, y, self->n))
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint k = 0; k < self->n; k++)
    {
      /* Points of other sums than 100 would not compare. */
      sl_remedy_add_step (&steps, "priority.set", "(xxd)",
                          self->facts->parties[self->parties[a]].id,
                          self->facts->goals[self->goals[k]].id, 100.0 * x[k]);
      sl_remedy_add_step (&steps, "priority.set", "(xxd)",
                          self->facts->parties[self->parties[b]].id,
                          self->facts->goals[self->goals[k]].id, 100.0 * y[k]);
    }
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "Meet in the middle on the goal where they "
                                    "differ most",
                                    "Meet in the middle on the %u goals where they differ most", n),
                       n),
      g_variant_builder_end (&steps), self->facts->goals[self->goals[shown[0]]].id);
}

static void
add_middle (SlFinding *finding, const Context *self, guint a, guint b)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint k = 0; k < self->n; k++)
    add_mean (&steps, self, a, b, k);
  sl_finding_add_remedy (finding, g_strdup (_ ("Meet in the middle on all goals")),
                         g_variant_builder_end (&steps), self->facts->parties[self->parties[a]].id);
}

static void
report (SlRuleRun *run, const Context *self, guint a, guint b)
{
  const SlFacts *facts = self->facts;
  SlId first = facts->parties[self->parties[a]].id, second = facts->parties[self->parties[b]].id;
  guint shown[N_SHOWN] = { 0 };
  guint n = find_differences (self, a, b, shown);
  SlFinding *finding = sl_rule_find (run, 0.0, describe (self, a, b, shown[0]), first, second);

  sl_finding_add_party (finding, first);
  sl_finding_add_party (finding, second);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: goal, party: the place that the party gives the goal. */
      sl_finding_add_number (finding,
                             g_strdup_printf (_ ("Place of “%s” for %s"),
                                              goal_title (self, shown[i]), party_title (self, a)),
                             self->ranks[a][shown[i]], NULL,
                             facts->goals[self->goals[shown[i]]].id);
      sl_finding_add_number (finding,
                             g_strdup_printf (_ ("Place of “%s” for %s"),
                                              goal_title (self, shown[i]), party_title (self, b)),
                             self->ranks[b][shown[i]], NULL,
                             facts->goals[self->goals[shown[i]]].id);
    }
  if (self->is_whole)
    {
      add_shown_middle (finding, self, a, b, shown, n);
      add_middle (finding, self, a, b);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Go through the points with both")), NULL, first);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlPriorities *priorities = facts->agreement;
  Context self = { .facts = facts };

  self.m
      = choose (facts, priorities->parties, priorities->m, influence_of, self.parties, MAX_PARTIES);
  self.n = choose (facts, priorities->goals, priorities->n, weight_of, self.goals, MAX_GOALS);
  self.is_whole = self.n == priorities->n;
  for (guint i = 0; i < self.m; i++)
    rank_goals (&self, i);
  for (guint a = 0; a < self.m; a++)
    for (guint b = a + 1; b < self.m; b++)
      if (is_opposite (self.points[a], self.points[b], self.n))
        report (run, &self, a, b);
}

const SlRule sl_rule_pri_02 = {
  .id = "PRI-02",
  .title = N_ ("Two parties have opposite priorities"),
  .why = N_ ("What comes first for one comes last for the other: each waits for what the other "
             "puts off. Talk about the goals with the largest difference in one session."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-05: a party ends up worse off with this plan than without. It costs nothing by itself: its
 * goals do, by CON-04. Source: METHODS sections 1, 16 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"
#include "analysis/sl-people.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The goals of one side: what they end at, and how much they matter to it. */
typedef struct
{
  GArray *goals;       /* guint */
  GArray *values;      /* double */
  GArray *importances; /* double, 0..100 */
  gboolean ranked;
} Interests;

static void
clear_interests (gpointer data)
{
  Interests *self = data;

  if (self == NULL)
    return;
  g_array_unref (self->goals);
  g_array_unref (self->values);
  g_array_unref (self->importances);
  g_free (self);
}

static Interests *
get_interests (GPtrArray *all, guint party)
{
  Interests *self = all->pdata[party];

  if (self != NULL)
    return self;
  self = all->pdata[party] = g_new0 (Interests, 1);
  self->goals = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->importances = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/* By the party's own points where it gave any to its goals, else by strategic weight. */
static void
weigh_interests (const SlFacts *facts, Interests *self, guint party)
{
  for (guint i = 0; i < self->goals->len; i++)
    self->ranked |= sl_facts_priority (facts, party, g_array_index (self->goals, guint, i)) > 0.0;
  for (guint i = 0; i < self->goals->len; i++)
    {
      guint goal = g_array_index (self->goals, guint, i);
      double importance
          = 100.0
            * (self->ranked ? sl_facts_priority (facts, party, goal) : facts->goals[goal].share);

      g_array_append_val (self->values, facts->goals[goal].satisfaction);
      g_array_append_val (self->importances, importance);
    }
}

static guint
find_worst (const Interests *self)
{
  guint worst = 0;
  double least = INFINITY;

  for (guint i = 0; i < self->goals->len; i++)
    {
      double loss
          = g_array_index (self->values, double, i) * g_array_index (self->importances, double, i);

      if (!isnan (loss) && loss < least)
        {
          least = loss;
          worst = i;
        }
    }
  return g_array_index (self->goals, guint, worst);
}

static char *
describe (const SlFacts *facts, guint party, guint worst, double satisfaction)
{
  g_autofree char *points = sl_conflict_points (satisfaction);
  g_autofree char *own = sl_conflict_points (facts->goals[worst].satisfaction);
  g_autofree char *title = sl_rule_title (facts, facts->goals[worst].id);

  /* Translators: a party, "−25 of 100", a goal, "−40 of 100". */
  return g_strdup_printf (_ ("This plan makes %s worse off (%s), most of all in “%s” (%s): find "
                             "terms from which both sides gain."),
                          sl_facts_title (facts, facts->parties[party].id), points, title, own);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const Interests *self, guint party,
              double satisfaction)
{
  for (guint i = 0; i < self->goals->len; i++)
    {
      const SlFactGoal *goal = &facts->goals[g_array_index (self->goals, guint, i)];
      g_autofree char *points = NULL;
      g_autofree char *importance
          = sl_conflict_points (g_array_index (self->importances, double, i));

      if (isnan (goal->satisfaction))
        continue;
      points = sl_conflict_points (goal->satisfaction);
      sl_finding_add_evidence (
          finding, g_strdup (sl_facts_title (facts, goal->id)),
          /* Translators: "−25 of 100", how much a goal matters to a party: "40 of 100". */
          g_strdup_printf (_ ("%s, matters %s"), points, importance), goal->satisfaction, "point",
          goal->id);
    }
  sl_finding_add_evidence (finding, g_strdup (_ ("All of its goals together")),
                           sl_conflict_points (satisfaction), satisfaction, "point",
                           facts->parties[party].id);
}

/* Weakens what hurts every goal of the party that ends below 0. */
static void
add_fix (SlFinding *finding, const SlFacts *facts, const Interests *self, guint party)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < self->goals->len; i++)
    {
      guint goal = g_array_index (self->goals, guint, i);
      int hurt = facts->goals[goal].satisfaction < 0.0 ? sl_conflict_hurt_goal (facts, goal) : -1;

      if (hurt >= 0 && g_hash_table_add (done, GINT_TO_POINTER (hurt + 1)))
        sl_conflict_step_weaken (&steps, facts, (guint)hurt);
    }
  if (g_hash_table_size (done) == 0)
    {
      g_variant_builder_clear (&steps);
      return;
    }
  sl_finding_add_remedy (finding,
                         /* Translators: a party. */
                         g_strdup_printf (_ ("Weaken what hurts %s until its goals even out"),
                                          sl_facts_title (facts, facts->parties[party].id)),
                         g_variant_builder_end (&steps), facts->parties[party].id);
}

/* Who owns the goal that hurts most, or -1. */
static int
find_other (const SlFacts *facts, guint goal)
{
  int hurt = sl_conflict_hurt_goal (facts, goal);

  for (guint i = 0; i < facts->n_links; i++)
    if (facts->links[i].target == hurt && facts->links[i].strength < 0)
      return facts->goals[facts->links[i].source].owner;
  return -1;
}

static void
report (SlRuleRun *run, const Interests *self, guint party, double satisfaction)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  guint worst = find_worst (self);
  SlFinding *finding
      = sl_rule_find (run, -satisfaction / 100.0, describe (facts, party, worst, satisfaction),
                      facts->parties[party].id, SL_ID_NONE);

  finding->veto = SL_VETO_SATISFACTION;
  sl_finding_add_party (finding, facts->parties[party].id);
  add_evidence (finding, facts, self, party, satisfaction);
  add_fix (finding, facts, self, party);
  sl_conflict_add_record (finding, facts, (int)worst, -1, (int)party, find_other (facts, worst));
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (clear_interests);

  g_ptr_array_set_size (all, (int)facts->n_parties);
  for (guint i = 0; i < facts->n_goals; i++)
    {
      int side = sl_people_side (facts, facts->goals[i].owner);

      if (facts->goals[i].active && side >= 0)
        g_array_append_val (get_interests (all, (guint)side)->goals, i);
    }
  for (guint p = 0; p < facts->n_parties; p++)
    {
      Interests *self = all->pdata[p];
      double satisfaction;

      if (self == NULL || facts->parties[p].gone)
        continue;
      weigh_interests (facts, self, p);
      satisfaction = sl_grl_actor_satisfaction ((const double *)(gpointer)self->values->data,
                                                (const double *)(gpointer)self->importances->data,
                                                self->goals->len);
      if (sl_veto_by_satisfaction (satisfaction))
        report (run, self, p, satisfaction);
    }
}

const SlRule sl_rule_vis_05 = {
  .id = "VIS-05",
  .title = N_ ("A party ends up worse off"),
  .why = N_ ("Nobody works for long on a plan that harms them. Renegotiate until the cooperation "
             "is of use to all sides."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PRIORITY),
  .eval = eval,
};

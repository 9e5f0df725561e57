/* SPDX-License-Identifier: GPL-3.0-or-later */

/* MOD-01: goals that rest on each other in a circle, so that nobody can say where they end. Two
 * goals that only hurt each other are CON-07. Source: METHODS sections 1 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More goals or links of one circle than that are counted, not listed. */
#define MAX_LISTED 12u

/* One circle. */
typedef struct
{
  const guint *members;
  guint n;
  GArray *links; /* guint: index of each help or hurt inside */
  GArray *edges; /* SlEdge: all that leads from member to member; those of links first */
} Circle;

static gboolean
is_inside (const int *groups, int a, int b, int group)
{
  return a >= 0 && b >= 0 && groups[a] == group && groups[b] == group;
}

/* Reads links and parts inside of the circle with the number @group. */
static Circle
read_circle (const SlFacts *facts, const SlCycles *cycles, const int *groups, guint group)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);
  Circle out
      = { &cycles->members[cycles->starts[group]],
          cycles->starts[group + 1] - cycles->starts[group],
          g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (SlEdge)) };

  for (guint i = 0; i < facts->n_links; i++)
    {
      SlEdge edge = { (guint)facts->links[i].source, (guint)facts->links[i].target };

      if (!is_inside (groups, facts->links[i].source, facts->links[i].target, (int)group))
        continue;
      g_array_append_val (out.links, i);
      g_array_append_val (out.edges, edge);
    }
  for (guint i = 0; i < out.n; i++)
    {
      int parent = facts->goals[out.members[i]].parent;
      SlEdge edge = { out.members[i], (guint)parent };

      if (is_inside (groups, (int)out.members[i], parent, (int)group))
        g_array_append_val (out.edges, edge);
    }
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int part = sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_GOAL));
      int whole = sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT));
      SlEdge edge = { (guint)part, (guint)whole };

      if (is_inside (groups, part, whole, (int)group))
        g_array_append_val (out.edges, edge);
    }
  return out;
}

static void
clear_circle (Circle *circle)
{
  g_array_unref (circle->links);
  g_array_unref (circle->edges);
}

/* Two goals with nothing but a hurt each way. */
static gboolean
is_mutual (const Circle *circle, const SlHurt *hurts)
{
  return circle->n == 2 && circle->edges->len == 2 && circle->links->len == 2
         && hurts[g_array_index (circle->links, guint, 0)] == SL_HURT_MUTUAL;
}

/* Whether there is no circle any more without one of the links. */
static gboolean
is_broken_without (const SlFacts *facts, const Circle *circle, guint link)
{
  g_autoptr (GArray) rest = g_array_copy (circle->edges);
  g_autoptr (SlCycles) cycles = NULL;

  g_array_remove_index (rest, link);
  cycles = sl_cycles_find (facts->n_goals, (const SlEdge *)(gpointer)rest->data, rest->len);
  return cycles->n_cycles == 0;
}

static void
add_all_links_fix (SlFinding *finding, const SlFacts *facts, const Circle *circle)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < circle->links->len; i++)
    sl_conflict_step_link (&steps, facts, &facts->links[g_array_index (circle->links, guint, i)],
                           0);
  sl_finding_add_remedy (finding, g_strdup (_ ("Take all links of the circle out")),
                         g_variant_builder_end (&steps), sl_finding_subject (finding));
}

static void
add_fixes (SlFinding *finding, const SlFacts *facts, const Circle *circle)
{
  for (guint i = 0; i < MIN (circle->links->len, MAX_LISTED); i++)
    {
      const SlFactLink *link = &facts->links[g_array_index (circle->links, guint, i)];
      GVariantBuilder steps;

      if (finding->remedies->len == SL_FINDING_MAX_REMEDIES - 1)
        break;
      if (!is_broken_without (facts, circle, i))
        continue;
      g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
      sl_conflict_step_link (&steps, facts, link, 0);
      sl_finding_add_remedy (
          finding,
          /* Translators: two goals. */
          g_strdup_printf (_ ("Take the link from “%s” to “%s” out"),
                           sl_facts_title (facts, facts->goals[link->source].id),
                           sl_facts_title (facts, facts->goals[link->target].id)),
          g_variant_builder_end (&steps), link->id);
    }
  add_all_links_fix (finding, facts, circle);
}

static char *
describe (const SlFacts *facts, const Circle *circle)
{
  g_autofree char *first = sl_rule_title (facts, facts->goals[circle->members[0]].id);
  g_autofree char *second = NULL;

  if (circle->n == 1)
    /* Translators: a goal. */
    return g_strdup_printf (_ ("“%s” rests on itself, so nobody can say where it ends: take one "
                               "link out."),
                            first);
  second = sl_rule_title (facts, facts->goals[circle->members[1]].id);
  /* Translators: two goals, number of goals, at least 2. */
  return g_strdup_printf (_ ("“%s” and “%s” rest on each other in a circle of %u goals: nobody can "
                             "say where they end; take one link out."),
                          first, second, circle->n);
}

static void
report (SlRuleRun *run, const Circle *circle)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlFinding *finding = sl_rule_find (run, SL_RULE_MEDIUM, describe (facts, circle),
                                     facts->goals[circle->members[0]].id, SL_ID_NONE);

  for (guint i = 0; i < MIN (circle->n, MAX_LISTED); i++)
    {
      sl_finding_add_subject (finding, facts->goals[circle->members[i]].id);
      sl_rule_add_party (finding, facts, facts->goals[circle->members[i]].owner);
    }
  for (guint i = 0; i < MIN (circle->links->len, MAX_LISTED); i++)
    sl_conflict_add_link (finding, facts, &facts->links[g_array_index (circle->links, guint, i)]);
  add_fixes (finding, facts, circle);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlCycles *cycles = sl_satisfaction_get_cycles (facts->satisfaction);
  g_autofree SlHurt *hurts = sl_goal_hurts (facts, NULL);
  g_autofree int *groups = g_new (int, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    groups[i] = -1;
  for (guint group = 0; group < cycles->n_cycles; group++)
    for (guint i = cycles->starts[group]; i < cycles->starts[group + 1]; i++)
      groups[cycles->members[i]] = (int)group;
  for (guint group = 0; group < cycles->n_cycles; group++)
    {
      Circle circle = read_circle (facts, cycles, groups, group);

      if (!is_mutual (&circle, hurts))
        report (run, &circle);
      clear_circle (&circle);
    }
}

const SlRule sl_rule_mod_01 = {
  .id = "MOD-01",
  .title = N_ ("Goals rest on each other"),
  .why = N_ ("In a circle every goal waits for the next, and none of them can be computed. Decide "
             "which one comes first."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

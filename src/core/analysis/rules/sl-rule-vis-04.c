/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-04: a shared goal in which fewer than two parties take part. Source: METHODS sections 16 and
 * 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-touch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_PARTIES 2

static void
mark_part (const SlFacts *facts, guint8 *parts, int goal, int party)
{
  int side = sl_people_side (facts, party);

  for (; goal >= 0 && side >= 0; goal = facts->goals[goal].parent)
    parts[(gsize)goal * facts->n_parties + (gsize)side] = TRUE;
}

/* Marks who has a part in each shared goal: whoever it or a goal below it touches, works for it,
 * has a position on it or gave it points. */
static guint8 *
mark_parts (const SlFacts *facts)
{
  const GArray *touched = sl_touched_parties (facts);
  guint8 *parts = g_new0 (guint8, (gsize)facts->n_goals * facts->n_parties + 1);

  for (guint i = 0; i < touched->len; i++)
    {
      const SlTouchedParty *pair = &g_array_index (touched, SlTouchedParty, i);

      mark_part (facts, parts, pair->goal, pair->side);
    }
  for (guint t = 0; t < facts->n_tasks; t++)
    if (facts->tasks[t].active)
      {
        mark_part (facts, parts, facts->tasks[t].goal, facts->tasks[t].owner);
        mark_part (facts, parts, facts->tasks[t].goal, facts->tasks[t].accountable);
      }
  for (guint p = 0; p < facts->n_parties; p++)
    for (guint g = 0; g < facts->n_goals; g++)
      if (sl_facts_position (facts, p, g).value != SL_POSITION_UNKNOWN
          || sl_facts_priority (facts, p, g) > 0.0)
        parts[(gsize)g * facts->n_parties + p] = TRUE;
  return parts;
}

/* The most influential party that has no part in it, or -1. */
static int
find_other (const SlFacts *facts, const guint8 *parts)
{
  int best = -1;

  for (guint p = 0; p < facts->n_parties; p++)
    if (!parts[p] && facts->parties[p].is_stakeholder && !facts->parties[p].gone
        && (best < 0 || facts->parties[p].influence > facts->parties[best].influence))
      best = (int)p;
  return best;
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, int other)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  GVariantBuilder fields;

  if (other >= 0)
    {
      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (goal->id));
      g_variant_builder_add (&fields, "{sv}", "party",
                             g_variant_new_int64 (facts->parties[other].id));
      g_variant_builder_add (&fields, "{sv}", "letter", g_variant_new_int64 (SL_ROLE_CONSULTED));
      /* Translators: a party. */
      sl_finding_add_remedy (
          finding, g_strdup_printf (_ ("%s gets a say in it"), sl_people_name (facts, other)),
          sl_remedy_step ("record.add", "(sxxa{sv})", "role", (gint64)SL_ID_NONE, (gint64)-1,
                          &fields),
          goal->id);
    }
  if (goal->level != SL_GOAL_LEVEL_OBJECTIVE
      && !sl_table_is_set (table, goal->row, SL_GOAL_ALLIANCE))
    sl_finding_add_remedy (finding, g_strdup (_ ("It is a goal of its owner alone")),
                           sl_remedy_set (goal->id, "shared", g_variant_new_int64 (0)), goal->id);
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const guint8 *parts)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  int other = find_other (facts, parts);
  SlFinding *finding;
  char *sentence;

  if (other >= 0)
    /* Translators: a goal with its party, another party. */
    sentence = g_strdup_printf (_ ("%s is marked as shared, but no second party takes part: bring "
                                   "in %s, for example, or keep it as a goal of its owner."),
                                name, sl_people_name (facts, other));
  else
    /* Translators: a goal with its party. */
    sentence = g_strdup_printf (_ ("%s is marked as shared, but no second party takes part: bring "
                                   "one in, or keep it as a goal of its owner."),
                                name);
  finding = sl_rule_find (run, 0.0, sentence, goal->id, SL_ID_NONE);
  sl_rule_add_party (finding, facts, goal->owner);
  for (guint p = 0; p < facts->n_parties; p++)
    if (parts[p])
      sl_finding_add_evidence (finding, g_strdup (_ ("Takes part")),
                               g_strdup (sl_people_name (facts, (int)p)), NAN, NULL,
                               facts->parties[p].id);
  if (finding->evidence->len == 0)
    sl_finding_add_evidence (finding, g_strdup (_ ("Takes part")), g_strdup (_ ("Nobody")), NAN,
                             NULL, goal->id);
  add_remedies (finding, facts, goal, other);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree guint8 *parts = mark_parts (facts);

  for (guint g = 0; g < facts->n_goals; g++)
    {
      const guint8 *of_goal = &parts[(gsize)g * facts->n_parties];
      guint n = 0;

      if (!facts->goals[g].shared || !facts->goals[g].active)
        continue;
      for (guint p = 0; p < facts->n_parties; p++)
        n += of_goal[p];
      if (n < MIN_PARTIES)
        report (run, &facts->goals[g], of_goal);
    }
}

const SlRule sl_rule_vis_04 = {
  .id = "VIS-04",
  .title = N_ ("A shared goal of one party"),
  .why = N_ ("A goal is shared when at least two parties want it and work for it. Set it together, "
             "or keep it as a goal of its owner."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_POSITION)
           | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_ROLE)
           | SL_KIND_BIT (SL_KIND_NEED) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_ALLOCATION) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PARTNER),
  .eval = eval,
};

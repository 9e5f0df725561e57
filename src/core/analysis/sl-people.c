/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sides of parties, owners of items, and the hand-offs between sides. */

#include "config.h"

#include "analysis/sl-people.h"

#include "analysis/sl-hand-off.h"

int
sl_people_side (const SlFacts *facts, int party)
{
  int at = party;

  while (at >= 0 && !facts->parties[at].is_stakeholder)
    at = facts->parties[at].parent;
  if (at >= 0)
    return at;
  for (at = party; at >= 0 && facts->parties[at].type == SL_PARTY_PERSON;)
    at = facts->parties[at].parent;
  return at >= 0 ? at : party;
}

int
sl_people_owner (const SlFacts *facts, SlId item)
{
  int goal = sl_facts_goal (facts, item), task = sl_facts_task (facts, item);

  if (goal >= 0)
    return facts->goals[goal].owner;
  return task >= 0 ? facts->tasks[task].owner : -1;
}

int
sl_people_goal (const SlFacts *facts, SlId item)
{
  int task = sl_facts_task (facts, item);

  return task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item);
}

gboolean
sl_people_is_open (const SlFacts *facts, SlId item)
{
  int goal = sl_facts_goal (facts, item), task = sl_facts_task (facts, item);

  if (goal >= 0)
    return facts->goals[goal].active;
  return task >= 0 && facts->tasks[task].active;
}

gint64
sl_people_due (const SlFacts *facts, SlId item)
{
  return sl_hand_off_due (facts->plan, item);
}

const SlId *
sl_people_records (const SlFacts *facts, SlKindId kind, guint *n)
{
  return sl_snapshot_children (facts->plan, kind, SL_ID_NONE, n);
}

static gpointer
make_hand_overs (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_DEPENDENCY);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlHandOver));
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_DEPENDENCY, &n);

  for (guint i = 0; i < n; i++)
    {
      SlHandOver hand = { .id = ids[i] };

      if (!sl_table_find (table, ids[i], &hand.row))
        continue;
      hand.before = sl_table_ref (table, hand.row, SL_DEPENDENCY_BEFORE);
      hand.after = sl_table_ref (table, hand.row, SL_DEPENDENCY_AFTER);
      hand.giver = sl_people_owner (facts, hand.before);
      hand.taker = sl_people_owner (facts, hand.after);
      hand.goal = sl_people_goal (facts, hand.after);
      if (hand.giver >= 0 && hand.taker >= 0
          && sl_people_side (facts, hand.giver) != sl_people_side (facts, hand.taker)
          && sl_people_is_open (facts, hand.before) && sl_people_is_open (facts, hand.after))
        g_array_append_val (out, hand);
    }
  return out;
}

const GArray *
sl_people_hand_overs (const SlFacts *facts)
{
  static const SlFactsShare share = { make_hand_overs, (GDestroyNotify)g_array_unref };

  return sl_facts_share (facts, &share);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes over everything that ties a party to a goal, and keeps those who were never asked. */

#include "config.h"

#include "analysis/sl-inclusion.h"

#include "analysis/sl-people.h"

/* @seen: by side x goal; @found: SlUnasked */
typedef struct
{
  const SlFacts *facts;
  guint8 *seen;
  GArray *found;
} Check;

static gboolean
is_side_of_owner (const SlFacts *facts, int side, int goal)
{
  return facts->goals[goal].owner >= 0 && sl_people_side (facts, facts->goals[goal].owner) == side;
}

/* @goal and @party: indexes, or -1 */
static void
touch (Check *self, int goal, int party, SlId reason)
{
  const SlFacts *facts = self->facts;
  int shared = goal >= 0 ? sl_facts_shared_above (facts, goal) : -1;
  int side = sl_people_side (facts, party);
  SlFactPosition position;
  SlUnasked unasked;
  guint8 *seen;

  if (shared < 0 || side < 0 || facts->parties[side].gone
      || facts->parties[side].type == SL_PARTY_TECHNOLOGY || is_side_of_owner (facts, side, shared))
    return;
  seen = &self->seen[(gsize)side * facts->n_goals + (gsize)shared];
  position = sl_facts_position (facts, (guint)side, (guint)shared);
  if (*seen != 0 || (position.value != SL_POSITION_UNKNOWN && position.source != SL_POSITION_GUESS))
    return;
  *seen = TRUE;
  unasked = (SlUnasked){ .party = facts->parties[side].id,
                         .goal = facts->goals[shared].id,
                         .reason = reason,
                         .guessed = position.value != SL_POSITION_UNKNOWN };
  g_array_append_val (self->found, unasked);
}

static void
touch_by_work (Check *self)
{
  const SlFacts *facts = self->facts;

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active)
      touch (self, (int)i, facts->goals[i].owner, facts->goals[i].id);
  for (guint i = 0; i < facts->n_tasks; i++)
    if (facts->tasks[i].active)
      touch (self, facts->tasks[i].goal, facts->tasks[i].owner, facts->tasks[i].id);
}

/* Records that tie a party to an item: @item_is_reason: the item says more than the record. */
static void
touch_by_records (Check *self, SlKindId kind, guint party, guint item, gboolean item_is_reason)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, kind);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (self->facts, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      SlId target;

      if (!sl_table_find (table, ids[i], &row)
          || (kind == SL_KIND_NEED
              && sl_table_int (table, row, SL_NEED_STATUS) == SL_NEED_DECLINED))
        continue;
      target = sl_table_ref (table, row, item);
      if (sl_people_is_open (self->facts, target))
        touch (self, sl_people_goal (self->facts, target),
               sl_facts_party (self->facts, sl_table_ref (table, row, party)),
               item_is_reason ? target : ids[i]);
    }
}

static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlFacts *facts = data;
  double x = facts->parties[sl_facts_party (facts, ((const SlUnasked *)a)->party)].influence;
  double y = facts->parties[sl_facts_party (facts, ((const SlUnasked *)b)->party)].influence;

  return (y > x) - (y < x);
}

GArray *
sl_inclusion_find (const SlFacts *facts)
{
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)facts->n_goals * facts->n_parties + 1);
  Check self = { facts, seen, g_array_new (FALSE, FALSE, sizeof (SlUnasked)) };

  touch_by_records (&self, SL_KIND_NEED, SL_NEED_PARTY, SL_NEED_GOAL, FALSE);
  touch_by_work (&self);
  touch_by_records (&self, SL_KIND_ROLE, SL_ROLE_PARTY, SL_ROLE_ITEM, TRUE);
  touch_by_records (&self, SL_KIND_ALLOCATION, SL_ALLOCATION_PARTY, SL_ALLOCATION_TASK, TRUE);
  g_array_sort_with_data (self.found, compare_influence, (gpointer)facts);
  return self.found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects whom each goal touches from all records that say so. */

#include "config.h"

#include "analysis/rules/sl-rules-touch.h"

typedef struct
{
  const SlFacts *facts;
  GArray *touched;  /* SlTouchedParty */
  GHashTable *seen; /* places of goal x side */
} Collector;

static void
touch (Collector *self, int goal, int party, SlId reason)
{
  SlTouchedParty out = { goal, sl_people_side (self->facts, party), reason };

  if (goal < 0 || out.side < 0 || !self->facts->goals[goal].active
      || self->facts->parties[out.side].gone)
    return;
  if (g_hash_table_add (self->seen, GSIZE_TO_POINTER ((gsize)goal * self->facts->n_parties
                                                      + (gsize)out.side + 1)))
    g_array_append_val (self->touched, out);
}

/* Records of @kind that name an item and a party. */
static void
touch_by_records (Collector *self, SlKindId kind, guint item_field, guint party_field)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, kind);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (self->facts, kind, &n);

  for (guint i = 0; i < n; i++)
    if (sl_table_find (table, ids[i], &row))
      touch (self, sl_people_goal (self->facts, sl_table_ref (table, row, item_field)),
             sl_facts_party (self->facts, sl_table_ref (table, row, party_field)), ids[i]);
}

static void
touch_by_goals (Collector *self)
{
  const SlFacts *facts = self->facts;

  for (guint g = 0; g < facts->n_goals; g++)
    touch (self, (int)g, facts->goals[g].owner, facts->goals[g].id);
  for (guint i = 0; i < facts->n_links; i++)
    {
      const SlFactLink *link = &facts->links[i];

      touch (self, link->source, facts->goals[link->target].owner, facts->goals[link->target].id);
    }
}

/* Goals of each alliance, as linked lists of numbers + 1 by the alliance's place in the order. */
static void
touch_by_alliances (Collector *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const SlTable *partners = sl_snapshot_table (facts->plan, SL_KIND_PARTNER);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *next = g_new0 (guint, facts->n_goals + 1);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_PARTNER, &n);

  for (guint g = facts->n_goals; g-- > 0;)
    {
      SlId alliance = sl_table_ref (goals, facts->goals[g].row, SL_GOAL_ALLIANCE);

      if (alliance == SL_ID_NONE)
        continue;
      next[g] = GPOINTER_TO_UINT (g_hash_table_lookup (first, &alliance));
      g_hash_table_insert (first, g_memdup2 (&alliance, sizeof alliance), GUINT_TO_POINTER (g + 1));
    }
  for (guint i = 0; i < n; i++)
    if (sl_table_find (partners, ids[i], &row))
      {
        SlId alliance = sl_table_ref (partners, row, SL_PARTNER_ALLIANCE);
        int party = sl_facts_party (facts, sl_table_ref (partners, row, SL_PARTNER_PARTY));

        for (guint at = GPOINTER_TO_UINT (g_hash_table_lookup (first, &alliance)); at > 0;
             at = next[at - 1])
          touch (self, (int)at - 1, party, ids[i]);
      }
}

static int
compare_touched (gconstpointer a, gconstpointer b)
{
  const SlTouchedParty *x = a, *y = b;

  if (x->goal != y->goal)
    return x->goal < y->goal ? -1 : 1;
  return (x->side > y->side) - (x->side < y->side);
}

static gpointer
make_touched (const SlFacts *facts)
{
  Collector self = { .facts = facts };

  self.touched = g_array_new (FALSE, FALSE, sizeof (SlTouchedParty));
  self.seen = g_hash_table_new (NULL, NULL);
  touch_by_goals (&self);
  touch_by_records (&self, SL_KIND_ROLE, SL_ROLE_ITEM, SL_ROLE_PARTY);
  touch_by_records (&self, SL_KIND_NEED, SL_NEED_GOAL, SL_NEED_PARTY);
  touch_by_records (&self, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, SL_ALLOCATION_PARTY);
  touch_by_alliances (&self);
  g_array_sort (self.touched, compare_touched);
  g_hash_table_unref (self.seen);
  return self.touched;
}

const GArray *
sl_touched_parties (const SlFacts *facts)
{
  static const SlFactsShare share = { make_touched, (GDestroyNotify)g_array_unref };

  return sl_facts_share (facts, &share);
}

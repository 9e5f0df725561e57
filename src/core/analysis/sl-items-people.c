/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A4a, A4b, A4c, A5: who is engaged, informed, responsible and trusted. */

#include "config.h"

#include "analysis/sl-index-items.h"

#include "analysis/rules/sl-rules-touch.h"
#include "analysis/sl-people-roles.h"
#include "analysis/sl-people-trust.h"

static gboolean
takes_part (const SlFactParty *party)
{
  return party->is_stakeholder && !party->gone;
}

/* --- A4a: stakeholders by influence --- */

/* Known: how engaged it is, and how much that should be; of one who is unaware the first alone
 * says enough. A rhythm of contact can be judged as soon as there is a contact to count from. */
static gboolean
is_engagement_known (const SlFacts *facts, const SlFactParty *party)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTY);
  gint64 now = sl_table_int (table, party->row, SL_PARTY_ENGAGEMENT);

  if (now != SL_INT_NULL
      && (now == SL_ENGAGEMENT_UNAWARE
          || sl_table_is_set (table, party->row, SL_PARTY_ENGAGEMENT_WANTED)))
    return TRUE;
  return sl_table_is_set (table, party->row, SL_PARTY_CONTACT_DAYS)
         && sl_table_is_set (table, party->row, SL_PARTY_LAST_CONTACT);
}

void
sl_items_engagement (SlIndexItems *self, const SlFacts *facts)
{
  for (guint p = 0; p < facts->n_parties; p++)
    {
      const SlFactParty *party = &facts->parties[p];

      if (takes_part (party))
        sl_index_items_add (self, SL_SUB_A4A, party->id, SL_ID_NONE, party->influence,
                            is_engagement_known (facts, party));
    }
}

/* --- A4b: party x shared goal --- */

static void
mark_cell (const SlFacts *facts, guint8 *known, int party, int goal)
{
  if (party >= 0 && goal >= 0)
    known[(gsize)party * facts->n_goals + (gsize)goal] = TRUE;
}

/* Known: an acknowledgement was asked for or given, or a hand-off to the party says who to ask. */
static guint8 *
read_awareness (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  guint8 *known = g_new0 (guint8, (gsize)facts->n_parties * facts->n_goals + 1);
  const GArray *hands = sl_people_hand_overs (facts);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    mark_cell (facts, known,
               sl_facts_party (facts, sl_table_ref (table, row, SL_ACKNOWLEDGEMENT_PARTY)),
               sl_facts_goal (facts, sl_table_ref (table, row, SL_ACKNOWLEDGEMENT_GOAL)));
  for (guint i = 0; i < hands->len; i++)
    {
      const SlHandOver *hand = &g_array_index (hands, SlHandOver, i);

      mark_cell (facts, known, sl_people_side (facts, hand->taker),
                 sl_facts_shared_above (facts, hand->goal));
    }
  return known;
}

void
sl_items_awareness (SlIndexItems *self, const SlFacts *facts)
{
  g_autofree guint8 *known = read_awareness (facts);

  for (guint p = 0; p < facts->n_parties; p++)
    for (guint g = 0; g < facts->n_goals; g++)
      {
        const SlFactGoal *goal = &facts->goals[g];
        gboolean is_known = known[(gsize)p * facts->n_goals + g];

        if (goal->active && (is_known || (goal->shared && takes_part (&facts->parties[p]))))
          sl_index_items_add (self, SL_SUB_A4B, goal->id, facts->parties[p].id, goal->share,
                              is_known);
      }
}

/* --- A4c: tasks, and what else has roles --- */

void
sl_items_roles (SlIndexItems *self, const SlFacts *facts)
{
  const SlRoleTable *table = sl_role_table (facts);
  guint n = 0;
  const SlRoleRow *rows = sl_role_table_get (table, &n);

  for (guint i = 0; i < n; i++)
    sl_index_items_add (self, SL_SUB_A4C, rows[i].item, SL_ID_NONE, 1.0, TRUE);
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];

      if (task->active && task->kind == SL_KIND_TASK && !task->is_summary
          && !sl_role_table_has (table, task->id))
        sl_index_items_add (self, SL_SUB_A4C, task->id, SL_ID_NONE, 1.0, FALSE);
    }
}

/* --- A5: pairs of parties --- */

static void
add_pair (SlIndexItems *self, const SlFacts *facts, guint a, guint b, double weight,
          gboolean assessed)
{
  SlId x = facts->parties[a].id, y = facts->parties[b].id;

  if (sl_index_items_find (self, SL_SUB_A5, MIN (x, y), MAX (x, y)) < 0)
    sl_index_items_add (self, SL_SUB_A5, MIN (x, y), MAX (x, y), weight, assessed);
}

static gsize
pair_place (const SlFacts *facts, guint a, guint b)
{
  return (gsize)MIN (a, b) * facts->n_parties + MAX (a, b) + 1;
}

/* Hand-offs between each pair of sides, by pair_place(). */
static GHashTable *
count_hand_overs (const SlFacts *facts)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  const GArray *hands = sl_people_hand_overs (facts);

  for (guint i = 0; i < hands->len; i++)
    {
      const SlHandOver *hand = &g_array_index (hands, SlHandOver, i);
      gpointer place
          = GSIZE_TO_POINTER (pair_place (facts, (guint)sl_people_side (facts, hand->giver),
                                          (guint)sl_people_side (facts, hand->taker)));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));

      g_hash_table_insert (counts, place, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

static double
pair_weight (const SlFacts *facts, GHashTable *counts, guint a, guint b)
{
  gpointer place = GSIZE_TO_POINTER (pair_place (facts, a, b));

  return 1.0 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));
}

/* Marks in @works, a square of parties, who works together: one waits for the other, or a goal
 * touches both. Returns: whether anybody does */
static gboolean
mark_pairs (const SlFacts *facts, GHashTable *counts, guint8 *works)
{
  const GArray *touched = sl_touched_parties (facts);
  gboolean any = g_hash_table_size (counts) > 0;
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    works[GPOINTER_TO_SIZE (place) - 1] = TRUE;
  for (guint i = 0; i < touched->len; i++)
    {
      const SlTouchedParty *one = &g_array_index (touched, SlTouchedParty, i);

      for (guint k = i + 1; k < touched->len; k++)
        {
          const SlTouchedParty *other = &g_array_index (touched, SlTouchedParty, k);

          if (other->goal != one->goal)
            break;
          works[pair_place (facts, (guint)one->side, (guint)other->side) - 1] = TRUE;
          any = TRUE;
        }
    }
  return any;
}

/* Of each pair that works together trust is to be asked; of all pairs as long as nothing says who
 * does. One that was asked counts in any case. */
void
sl_items_trust (SlIndexItems *self, const SlFacts *facts)
{
  const GPtrArray *pairs = sl_trust_pairs (facts);
  g_autoptr (GHashTable) counts = count_hand_overs (facts);
  g_autofree guint8 *works = g_new0 (guint8, (gsize)facts->n_parties * facts->n_parties + 1);
  gboolean any = mark_pairs (facts, counts, works);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i];
      guint a = (guint)pair->a, b = (guint)pair->b;

      if (sl_trust_pair_is_assessed (pair))
        add_pair (self, facts, a, b, pair_weight (facts, counts, a, b), TRUE);
    }
  for (guint a = 0; a < facts->n_parties; a++)
    for (guint b = a + 1; b < facts->n_parties; b++)
      if ((!any || works[pair_place (facts, a, b) - 1]) && takes_part (&facts->parties[a])
          && takes_part (&facts->parties[b]))
        add_pair (self, facts, a, b, pair_weight (facts, counts, a, b), FALSE);
}

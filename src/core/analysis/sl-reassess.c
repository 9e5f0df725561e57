/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the clocks of re-assessment from a plan. It judges nothing but days. */

#include "config.h"

#include "analysis/sl-reassess.h"

#include "base/sl-codes.h"

struct _SlReassess
{
  gint64 today;
  GArray *due;        /* SlReassessment */
  GHashTable *clocks; /* id -> SlReassessment, which holds its key */
};

/* --- Days --- */

/* Newest day by record. Only days that have come are kept. */
typedef struct
{
  GHashTable *days; /* id -> gint64, both allocated */
  gint64 today;
} Newest;

static void
newest_init (Newest *self, gint64 today)
{
  self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->today = today;
}

static gint64
newest_get (const Newest *self, SlId id)
{
  const gint64 *day = g_hash_table_lookup (self->days, &id);

  return day != NULL ? *day : SL_INT_NULL;
}

static void
newest_take (Newest *self, SlId id, gint64 day)
{
  if (day == SL_INT_NULL || day > self->today || day <= newest_get (self, id))
    return;
  g_hash_table_insert (self->days, g_memdup2 (&id, sizeof id), g_memdup2 (&day, sizeof day));
}

static void
newest_take_column (Newest *self, const SlTable *table, guint record, guint day)
{
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    newest_take (self, sl_table_ref (table, row, record), sl_table_int (table, row, day));
}

/* --- Clocks --- */

static int
compare_lateness (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlReassess *self = data;
  const SlReassessment *clocks[] = { a, b };
  double shares[2];

  for (guint i = 0; i < 2; i++)
    shares[i]
        = (double)sl_reassess_days_late (self, clocks[i]) / (double)MAX (clocks[i]->interval, 1);
  if (shares[0] != shares[1])
    return shares[0] > shares[1] ? -1 : 1;
  return (clocks[0]->id > clocks[1]->id) - (clocks[0]->id < clocks[1]->id);
}

static void
add (SlReassess *self, SlKindId kind, SlId id, gint64 last, gint64 interval)
{
  SlReassessment clock = { id, kind, last, interval };
  SlReassessment *kept;

  if (last == SL_INT_NULL || last > self->today || interval == SL_INT_NULL)
    return;
  kept = g_memdup2 (&clock, sizeof clock);
  g_hash_table_insert (self->clocks, &kept->id, kept);
  if (sl_reassess_days_late (self, kept) > 0)
    g_array_append_val (self->due, clock);
}

static gboolean
is_goal_open (const SlSnapshot *plan, SlId id, guint *row)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  gint64 status;

  if (!sl_table_find (goals, id, row))
    return FALSE;
  status = sl_table_int (goals, *row, SL_GOAL_STATUS);
  return status == SL_GOAL_DRAFT || status == SL_GOAL_ACTIVE;
}

static void
add_goals (SlReassess *self, const SlSnapshot *plan, Newest *newest)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    {
      SlId id = sl_table_id (goals, row);
      guint same;

      if (!is_goal_open (plan, id, &same))
        continue;
      newest_take (newest, id, sl_table_int (goals, row, SL_GOAL_ASSESSED));
      add (self, SL_KIND_GOAL, id, newest_get (newest, id),
           sl_table_int (goals, row, SL_GOAL_REASSESS_DAYS));
    }
}

static void
add_positions (SlReassess *self, const SlSnapshot *plan)
{
  const SlTable *positions = sl_snapshot_table (plan, SL_KIND_POSITION);
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  const SlTable *projects = sl_snapshot_table (plan, SL_KIND_PROJECT);
  gint64 interval;

  if (sl_table_n_rows (projects) == 0)
    return;
  interval = sl_table_int (projects, 0, SL_PROJECT_POSITION_DAYS);
  for (guint row = 0; row < sl_table_n_rows (positions); row++)
    {
      guint other;

      if (is_goal_open (plan, sl_table_ref (positions, row, SL_POSITION_GOAL), &other)
          && sl_table_find (parties, sl_table_ref (positions, row, SL_POSITION_PARTY), &other)
          && sl_table_int (parties, other, SL_PARTY_GONE) == 0)
        add (self, SL_KIND_POSITION, sl_table_id (positions, row),
             sl_table_int (positions, row, SL_POSITION_DAY), interval);
    }
}

/* A KPI is measured from the day on which its goal begins. */
static gboolean
is_measured (const SlSnapshot *plan, SlId goal, gint64 today)
{
  gint64 start;
  guint row = 0;

  if (!is_goal_open (plan, goal, &row))
    return FALSE;
  start = sl_table_int (sl_snapshot_table (plan, SL_KIND_GOAL), row, SL_GOAL_START);
  return start == SL_INT_NULL || start <= today;
}

static void
add_kpis (SlReassess *self, const SlSnapshot *plan, const Newest *newest)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      SlId id = sl_table_id (kpis, row);
      gint64 last = newest_get (newest, id);

      if (last == SL_INT_NULL)
        last = sl_table_int (kpis, row, SL_KPI_BASELINE_DAY);
      if (is_measured (plan, sl_table_ref (kpis, row, SL_KPI_GOAL), self->today))
        add (self, SL_KIND_KPI, id, last, sl_table_int (kpis, row, SL_KPI_CADENCE_DAYS));
    }
}

static void
add_alliances (SlReassess *self, const SlSnapshot *plan, Newest *newest)
{
  const SlTable *alliances = sl_snapshot_table (plan, SL_KIND_ALLIANCE);

  for (guint row = 0; row < sl_table_n_rows (alliances); row++)
    {
      static const guint days[] = { SL_ALLIANCE_START, SL_ALLIANCE_SIGNED, SL_ALLIANCE_ASSESSED };
      SlId id = sl_table_id (alliances, row);
      gint64 end = sl_table_int (alliances, row, SL_ALLIANCE_END);

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        newest_take (newest, id, sl_table_int (alliances, row, days[i]));
      if (end == SL_INT_NULL || end >= self->today)
        add (self, SL_KIND_ALLIANCE, id, newest_get (newest, id),
             sl_table_int (alliances, row, SL_ALLIANCE_REASSESS_DAYS));
    }
}

SlReassess *
sl_reassess_new (const SlSnapshot *plan, gint64 today)
{
  SlReassess *self = g_new0 (SlReassess, 1);
  Newest newest;

  self->today = today;
  self->due = g_array_new (FALSE, FALSE, sizeof (SlReassessment));
  self->clocks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  newest_init (&newest, today);
  newest_take_column (&newest, sl_snapshot_table (plan, SL_KIND_KPI_VALUE), SL_KPI_VALUE_KPI,
                      SL_KPI_VALUE_DAY);
  add_kpis (self, plan, &newest); /* before baselines: an agreed target is no value */
  newest_take_column (&newest, sl_snapshot_table (plan, SL_KIND_BASELINE), SL_BASELINE_ITEM,
                      SL_BASELINE_DAY);
  add_goals (self, plan, &newest);
  add_positions (self, plan);
  add_alliances (self, plan, &newest);
  g_hash_table_unref (newest.days);
  g_array_sort_with_data (self->due, compare_lateness, self);
  return self;
}

void
sl_reassess_free (SlReassess *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->due);
  g_hash_table_unref (self->clocks);
  g_free (self);
}

static gpointer
make_shared (const SlFacts *facts)
{
  return sl_reassess_new (facts->plan, facts->today);
}

const SlReassess *
sl_reassess_of (const SlFacts *facts)
{
  static const SlFactsShare share = { make_shared, (GDestroyNotify)sl_reassess_free };

  return sl_facts_share (facts, &share);
}

const SlReassessment *
sl_reassess_find (const SlReassess *self, SlId id)
{
  return g_hash_table_lookup (self->clocks, &id);
}

gint64
sl_reassess_days_late (const SlReassess *self, const SlReassessment *clock)
{
  return self->today - clock->last - clock->interval;
}

gboolean
sl_reassess_is_due (const SlReassess *self, SlId id)
{
  const SlReassessment *clock = sl_reassess_find (self, id);

  return clock != NULL && sl_reassess_days_late (self, clock) > 0;
}

const GArray *
sl_reassess_get_due (const SlReassess *self)
{
  return self->due;
}

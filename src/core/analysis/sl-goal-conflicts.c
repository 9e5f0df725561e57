/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks links, parts and KPIs once each and says where goals meet. */

#include "config.h"

#include "analysis/sl-goal-conflicts.h"

#include <math.h>
#include <string.h>

/* --- Links --- */

static SlHurt
judge_link (const SlFacts *facts, const SlFactLink *link)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK);
  const char *condition = sl_table_text (table, link->row, SL_GOAL_LINK_CONDITION);

  if (sl_conflict_link_severity (link->strength, facts->goals[link->source].active,
                                 facts->goals[link->target].active)
      == 0.0)
    return SL_HURT_NOT;
  if ((condition != NULL && *condition != '\0')
      || sl_table_is_set (table, link->row, SL_GOAL_LINK_PROBABILITY))
    return SL_HURT_IF;
  return SL_HURT_ALWAYS;
}

static gint64
link_key (const SlFacts *facts, int source, int target)
{
  return (gint64)source * facts->n_goals + target;
}

SlHurt *
sl_goal_hurts (const SlFacts *facts, int **backs)
{
  SlHurt *hurts = g_new0 (SlHurt, facts->n_links + 1);
  int *partners = g_new (int, facts->n_links + 1);
  g_autofree gint64 *keys = g_new (gint64, facts->n_links + 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->n_links; i++)
    {
      const SlFactLink *link = &facts->links[i];
      gint64 back = link_key (facts, link->target, link->source);
      guint other;

      partners[i] = -1;
      hurts[i] = judge_link (facts, link);
      if (hurts[i] != SL_HURT_ALWAYS)
        continue;
      keys[i] = link_key (facts, link->source, link->target);
      g_hash_table_insert (known, &keys[i], GUINT_TO_POINTER (i + 1));
      other = GPOINTER_TO_UINT (g_hash_table_lookup (known, &back));
      if (other == 0 || other == i + 1)
        continue;
      hurts[i] = hurts[other - 1] = SL_HURT_MUTUAL;
      partners[i] = (int)other - 1;
      partners[other - 1] = (int)i;
    }
  if (backs != NULL)
    *backs = g_steal_pointer (&partners);
  g_free (partners);
  return hurts;
}

/* --- Alternatives --- */

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const SlGoalPart *x = a, *y = b;

  if (x->whole != y->whole)
    return x->whole < y->whole ? -1 : 1;
  return (x->part > y->part) - (x->part < y->part);
}

static void
add_alternative (const SlFacts *facts, GArray *out, int whole, int part)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  SlGoalPart pair = { (guint)whole, (guint)part };

  if (whole >= 0 && part >= 0 && facts->goals[whole].active && facts->goals[part].active
      && sl_table_int (table, facts->goals[whole].row, SL_GOAL_REFINEMENT) == SL_REFINEMENT_XOR)
    g_array_append_val (out, pair);
}

GArray *
sl_goal_alternatives (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlGoalPart));

  for (guint i = 0; i < facts->n_goals; i++)
    add_alternative (facts, out, facts->goals[i].parent, (int)i);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    add_alternative (facts, out,
                     sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT)),
                     sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_GOAL)));
  g_array_sort (out, compare_parts);
  return out;
}

/* --- Ranges --- */

/* A KPI with a range, and what it measures. */
typedef struct
{
  SlGoalRange range;
  char *measure;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->measure);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  int order = strcmp (x->measure, y->measure);

  if (order != 0)
    return order;
  return (x->range.kpi > y->range.kpi) - (x->range.kpi < y->range.kpi);
}

static char *
measure_name (const SlTable *table, guint row)
{
  const char *title = sl_table_text (table, row, SL_KPI_TITLE);
  const char *unit = sl_table_text (table, row, SL_KPI_UNIT);
  g_autofree char *text
      = g_strjoin ("\n", title != NULL ? title : "", unit != NULL ? unit : "", NULL);

  return g_utf8_casefold (text, -1);
}

static void
read_entry (const SlFacts *facts, const SlTable *table, guint row, GArray *out)
{
  int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_KPI_GOAL));
  double low = sl_table_real (table, row, SL_KPI_LOW);
  double high = sl_table_real (table, row, SL_KPI_HIGH);
  double worst = sl_table_real (table, row, SL_KPI_WORST);
  const char *title = sl_table_text (table, row, SL_KPI_TITLE);
  Entry entry;

  if (goal < 0 || !facts->goals[goal].active || (isnan (low) && isnan (high)) || title == NULL
      || *title == '\0')
    return;
  entry.range.kpi = sl_table_id (table, row);
  entry.range.goal = (guint)goal;
  entry.range.group = 0;
  entry.range.range.low = isnan (low) ? -INFINITY : low;
  entry.range.range.high = isnan (high) ? INFINITY : high;
  entry.range.best = sl_table_real (table, row, SL_KPI_TARGET);
  entry.range.worst = isnan (worst) ? sl_table_real (table, row, SL_KPI_BASELINE) : worst;
  entry.measure = measure_name (table, row);
  g_array_append_val (out, entry);
}

/* Takes the entries from @first to before @end over, if they belong to several goals. */
static void
take_group (const GArray *entries, guint first, guint end, guint group, GArray *out)
{
  gboolean several = FALSE;

  for (guint i = first; i < end; i++)
    several |= g_array_index (entries, Entry, i).range.goal
               != g_array_index (entries, Entry, first).range.goal;
  for (guint i = first; i < end && several; i++)
    {
      SlGoalRange range = g_array_index (entries, Entry, i).range;

      range.group = group;
      g_array_append_val (out, range);
    }
}

GArray *
sl_goal_ranges (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlGoalRange));
  guint first = 0;

  g_array_set_clear_func (entries, clear_entry);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    read_entry (facts, table, row, entries);
  g_array_sort (entries, compare_entries);
  for (guint i = 1; i <= entries->len; i++)
    {
      if (i < entries->len
          && strcmp (g_array_index (entries, Entry, i).measure,
                     g_array_index (entries, Entry, first).measure)
                 == 0)
        continue;
      take_group (entries, first, i, first, out);
      first = i;
    }
  return out;
}

double
sl_goal_range_span (const SlGoalRange *a, const SlGoalRange *b)
{
  double low = fmin (fmin (a->best, a->worst), fmin (b->best, b->worst));
  double high = fmax (fmax (a->best, a->worst), fmax (b->best, b->worst));

  return high > low ? high - low : NAN;
}

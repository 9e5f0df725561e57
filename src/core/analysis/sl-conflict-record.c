/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares what conflict records and findings are about. */

#include "config.h"

#include "analysis/sl-conflict-record.h"

#include <string.h>

SlConflictAbout
sl_conflict_record_about (const SlSnapshot *plan, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);

  return (SlConflictAbout){
    .goal = sl_table_ref (table, row, SL_CONFLICT_GOAL),
    .other_goal = sl_table_ref (table, row, SL_CONFLICT_OTHER_GOAL),
    .party = sl_table_ref (table, row, SL_CONFLICT_PARTY),
    .other_party = sl_table_ref (table, row, SL_CONFLICT_OTHER_PARTY),
  };
}

gboolean
sl_conflict_record_is_open (const SlSnapshot *plan, guint row)
{
  const gint64 status
      = sl_table_int (sl_snapshot_table (plan, SL_KIND_CONFLICT), row, SL_CONFLICT_STATUS);

  return status == SL_CONFLICT_OPEN || status == SL_CONFLICT_ESCALATED;
}

/* @field of @row, or @otherwise where it is not set. */
static gint64
day_or (const SlTable *table, guint row, guint field, gint64 otherwise)
{
  return sl_table_is_set (table, row, field) ? sl_table_int (table, row, field) : otherwise;
}

static int
compare_ints (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlSnapshot *plan = data;
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const gboolean open = sl_conflict_record_is_open (plan, i);
  int order = (int)sl_conflict_record_is_open (plan, j) - (int)open;

  if (order == 0 && !open)
    order = compare_ints (day_or (table, j, SL_CONFLICT_SETTLED, 0),
                          day_or (table, i, SL_CONFLICT_SETTLED, 0));
  if (order == 0)
    order = compare_ints (sl_table_int (table, j, SL_CONFLICT_SEVERITY),
                          sl_table_int (table, i, SL_CONFLICT_SEVERITY));
  if (order == 0)
    order = compare_ints (day_or (table, i, SL_CONFLICT_DECIDE_BY, G_MAXINT64),
                          day_or (table, j, SL_CONFLICT_DECIDE_BY, G_MAXINT64));
  return order != 0 ? order : compare_ints (sl_table_id (table, i), sl_table_id (table, j));
}

GArray *
sl_conflict_records (const SlSnapshot *plan, guint *n_open)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint open = 0;

  for (guint row = 0; row < sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_CONFLICT)); row++)
    {
      g_array_append_val (rows, row);
      open += sl_conflict_record_is_open (plan, row);
    }
  g_array_sort_with_data (rows, compare_records, (gpointer)plan);
  if (n_open != NULL)
    *n_open = open;
  return rows;
}

/* Whether both name the same one or two records, in any order. */
static gboolean
same_pair (SlId a, SlId b, SlId c, SlId d)
{
  return (a == c && b == d) || (a == d && b == c);
}

/* Whether one names no party, or each party that one names is named by the other, too. */
static gboolean
parties_agree (const SlConflictAbout *x, const SlConflictAbout *y)
{
  const gboolean x_both = x->party != SL_ID_NONE && x->other_party != SL_ID_NONE;
  const gboolean y_both = y->party != SL_ID_NONE && y->other_party != SL_ID_NONE;
  const SlId one = x->party != SL_ID_NONE ? x->party : x->other_party;
  const SlId other = y->party != SL_ID_NONE ? y->party : y->other_party;

  if (one == SL_ID_NONE || other == SL_ID_NONE)
    return TRUE;
  if (x_both && y_both)
    return same_pair (x->party, x->other_party, y->party, y->other_party);
  return x_both ? other == x->party || other == x->other_party
                : one == y->party || one == y->other_party;
}

static gboolean
is_same (const SlConflictAbout *x, const SlConflictAbout *y)
{
  if (!same_pair (x->goal, x->other_goal, y->goal, y->other_goal))
    return FALSE;
  if (x->goal == SL_ID_NONE && x->other_goal == SL_ID_NONE)
    return same_pair (x->party, x->other_party, y->party, y->other_party);
  return parties_agree (x, y);
}

SlId
sl_conflict_record_find (const SlSnapshot *plan, const SlConflictAbout *about, gboolean settled)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  SlId found = SL_ID_NONE;
  gboolean found_open = FALSE;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlConflictAbout own = sl_conflict_record_about (plan, row);
      const gboolean open = sl_conflict_record_is_open (plan, row);

      if ((!open && (found_open || !settled)) || !is_same (&own, about))
        continue;
      found = sl_table_id (table, row);
      found_open = open;
    }
  return found;
}

/* The first two of @ids that are of @kind. */
static void
pick_two (const SlSnapshot *plan, const GArray *ids, SlKindId kind, SlId *first, SlId *second)
{
  *first = *second = SL_ID_NONE;
  for (guint i = 0; i < ids->len && *second == SL_ID_NONE; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      SlKindId found = SL_N_KINDS;

      if (sl_snapshot_find (plan, id, &found, NULL) && found == kind)
        *(*first == SL_ID_NONE ? first : second) = id;
    }
}

const char *
sl_conflict_severity_name (double severity)
{
  return severity >= 0.8 ? "high" : severity >= 0.45 ? "medium" : "low";
}

SlConflictAbout
sl_conflict_about_finding (const SlSnapshot *plan, const SlFinding *finding)
{
  SlConflictAbout about;

  pick_two (plan, finding->subjects, SL_KIND_GOAL, &about.goal, &about.other_goal);
  pick_two (plan, finding->parties, SL_KIND_PARTY, &about.party, &about.other_party);
  return about;
}

static gboolean
owns (const SlSnapshot *plan, SlId goal, SlId *owner)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint row;

  *owner
      = sl_table_find (goals, goal, &row) ? sl_table_ref (goals, row, SL_GOAL_OWNER) : SL_ID_NONE;
  return *owner != SL_ID_NONE;
}

SlId
sl_conflict_opponent (const SlSnapshot *plan, SlId party, SlId goal)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_POSITION);
  gint64 own = 0, farthest = 0;
  SlId opponent = SL_ID_NONE, owner;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, SL_POSITION_GOAL) == goal
        && sl_table_ref (table, row, SL_POSITION_PARTY) == party)
      own = sl_table_int (table, row, SL_POSITION_VALUE);
  for (guint row = 0; row < sl_table_n_rows (table) && own != 0; row++)
    {
      const gint64 value = sl_table_int (table, row, SL_POSITION_VALUE);

      if (sl_table_ref (table, row, SL_POSITION_GOAL) != goal || value * own >= 0
          || ABS (value) <= farthest)
        continue;
      farthest = ABS (value);
      opponent = sl_table_ref (table, row, SL_POSITION_PARTY);
    }
  if (opponent == SL_ID_NONE && owns (plan, goal, &owner) && owner != party)
    return owner;
  return opponent;
}

SlId
sl_conflict_record_of_finding (const SlSnapshot *plan, const SlFinding *finding)
{
  const SlConflictAbout about = sl_conflict_about_finding (plan, finding);
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  guint row;

  for (guint i = 0; i < finding->subjects->len; i++)
    if (sl_table_find (table, g_array_index (finding->subjects, SlId, i), &row))
      return sl_table_id (table, row);
  for (row = sl_table_n_rows (table); row > 0; row--)
    if (sl_conflict_record_is_open (plan, row - 1)
        && sl_conflict_record_answers (plan, sl_table_id (table, row - 1), finding))
      return sl_table_id (table, row - 1);
  if (about.goal == SL_ID_NONE)
    return SL_ID_NONE;
  return sl_conflict_record_find (plan, &about, TRUE);
}

static gboolean
has (const GArray *ids, SlId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, SlId, i) == id)
      return TRUE;
  return FALSE;
}

/* Whether the finding names @id, or there is nothing to name. */
static gboolean
names (const GArray *ids, SlId id)
{
  return id == SL_ID_NONE || has (ids, id);
}

gboolean
sl_conflict_record_answers (const SlSnapshot *plan, SlId conflict, const SlFinding *finding)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  const SlConflictAbout found = sl_conflict_about_finding (plan, finding);
  SlConflictAbout about;
  guint row;

  if (!sl_table_find (table, conflict, &row) || has (finding->subjects, conflict)
      || (!g_str_has_prefix (finding->rule->id, "CON-")
          && strcmp (finding->rule->id, "POS-01") != 0))
    return FALSE;
  about = sl_conflict_record_about (plan, row);
  if (found.goal == SL_ID_NONE || (found.goal != about.goal && found.goal != about.other_goal))
    return FALSE;
  if (found.other_goal != SL_ID_NONE)
    return same_pair (found.goal, found.other_goal, about.goal, about.other_goal);
  return (about.party != SL_ID_NONE || about.other_party != SL_ID_NONE)
         && names (finding->parties, about.party) && names (finding->parties, about.other_party);
}

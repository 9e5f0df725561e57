/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks up marks, versions and frozen states in their tables. */

#include "config.h"

#include "analysis/sl-direction.h"

#include <math.h>

/* --- Objectives --- */

static gboolean
is_objective (const SlTable *goals, guint row, gboolean open_only)
{
  gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);

  return sl_table_int (goals, row, SL_GOAL_LEVEL) == SL_GOAL_LEVEL_OBJECTIVE
         && (!open_only || status == SL_GOAL_DRAFT || status == SL_GOAL_ACTIVE);
}

static void
add_objectives_below (const SlSnapshot *plan, SlId parent, gboolean open_only, GArray *out)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint n;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_GOAL, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      if (sl_table_find (goals, ids[i], &row) && is_objective (goals, row, open_only))
        g_array_append_val (out, ids[i]);
      add_objectives_below (plan, ids[i], open_only, out);
    }
}

GArray *
sl_objectives_list (const SlSnapshot *plan, gboolean open_only)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlId));

  add_objectives_below (plan, SL_ID_NONE, open_only, out);
  return out;
}

/* --- Values --- */

guint
sl_value_count_marks (const SlSnapshot *plan, SlId value, SlValueEffect effect)
{
  const SlTable *marks = sl_snapshot_table (plan, SL_KIND_VALUE_MARK);
  guint n = 0;
  const guint *rows = sl_table_referrers (marks, SL_VALUE_MARK_VALUE, value, &n);
  guint counted = 0;

  for (guint i = 0; i < n; i++)
    counted += sl_table_int (marks, rows[i], SL_VALUE_MARK_EFFECT) == (gint64)effect;
  return counted;
}

int
sl_value_get_mark (const SlSnapshot *plan, SlId goal, SlId value)
{
  const SlTable *marks = sl_snapshot_table (plan, SL_KIND_VALUE_MARK);
  guint n = 0;
  const guint *rows = sl_table_referrers (marks, SL_VALUE_MARK_GOAL, goal, &n);

  for (guint i = 0; i < n; i++)
    if (sl_table_ref (marks, rows[i], SL_VALUE_MARK_VALUE) == value)
      return (int)sl_table_int (marks, rows[i], SL_VALUE_MARK_EFFECT);
  return -1;
}

/* --- Versions --- */

typedef struct
{
  gint64 day;
  guint row;
} Place;

/* The newest day first, of one day what was written last. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;
  return one->row > other->row ? -1 : 1;
}

GArray *
sl_version_list (const SlSnapshot *plan, SlId item, const char *field)
{
  const SlTable *versions = sl_snapshot_table (plan, SL_KIND_VERSION);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  guint n = 0;
  const guint *rows = sl_table_referrers (versions, SL_VERSION_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      Place place = { sl_table_int (versions, rows[i], SL_VERSION_DAY), rows[i] };

      if (field == NULL
          || g_strcmp0 (sl_table_text (versions, rows[i], SL_VERSION_FIELD), field) == 0)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      SlId id = sl_table_id (versions, g_array_index (places, Place, i).row);

      g_array_append_val (ids, id);
    }
  return ids;
}

const SlField *
sl_version_field (const SlSnapshot *plan, guint row)
{
  const SlTable *versions = sl_snapshot_table (plan, SL_KIND_VERSION);
  const char *name = sl_table_text (versions, row, SL_VERSION_FIELD);
  SlKindId kind = SL_N_KINDS;
  int field = -1;

  if (name != NULL
      && sl_snapshot_find (plan, sl_table_ref (versions, row, SL_VERSION_ITEM), &kind, NULL))
    field = sl_kind_field (sl_kind (kind), name);
  return field >= 0 ? &sl_kind (kind)->fields[field] : NULL;
}

/* --- Frozen states --- */

SlId
sl_as_is_newest (const SlSnapshot *plan)
{
  const SlTable *states = sl_snapshot_table (plan, SL_KIND_AS_IS);
  SlId newest = SL_ID_NONE;
  gint64 day = G_MININT64;

  for (guint row = 0; row < sl_table_n_rows (states); row++)
    if (sl_table_int (states, row, SL_AS_IS_DAY) >= day)
      {
        day = sl_table_int (states, row, SL_AS_IS_DAY);
        newest = sl_table_id (states, row);
      }
  return newest;
}

double
sl_as_is_value (const SlSnapshot *plan, SlId as_is, SlId item)
{
  const SlTable *values = sl_snapshot_table (plan, SL_KIND_AS_IS_VALUE);
  guint n = 0;
  const guint *rows = sl_table_referrers (values, SL_AS_IS_VALUE_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    if (sl_table_ref (values, rows[i], SL_AS_IS_VALUE_AS_IS) == as_is)
      return sl_table_real (values, rows[i], SL_AS_IS_VALUE_VALUE);
  return NAN;
}

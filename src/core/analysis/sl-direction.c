/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks up marks, versions and frozen states in their tables, which are short. */

#include "config.h"

#include "analysis/sl-direction.h"

#include <math.h>

/* --- Values --- */

guint
sl_value_count_marks (const SlSnapshot *plan, SlId value, SlValueEffect effect)
{
  const SlTable *marks = sl_snapshot_table (plan, SL_KIND_VALUE_MARK);
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (marks); row++)
    n += sl_table_ref (marks, row, SL_VALUE_MARK_VALUE) == value
         && sl_table_int (marks, row, SL_VALUE_MARK_EFFECT) == (gint64)effect;
  return n;
}

int
sl_value_get_mark (const SlSnapshot *plan, SlId goal, SlId value)
{
  const SlTable *marks = sl_snapshot_table (plan, SL_KIND_VALUE_MARK);

  for (guint row = 0; row < sl_table_n_rows (marks); row++)
    if (sl_table_ref (marks, row, SL_VALUE_MARK_VALUE) == value
        && sl_table_ref (marks, row, SL_VALUE_MARK_GOAL) == goal)
      return (int)sl_table_int (marks, row, SL_VALUE_MARK_EFFECT);
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

  for (guint row = 0; row < sl_table_n_rows (versions); row++)
    {
      Place place = { sl_table_int (versions, row, SL_VERSION_DAY), row };

      if (sl_table_ref (versions, row, SL_VERSION_ITEM) == item
          && (field == NULL
              || g_strcmp0 (sl_table_text (versions, row, SL_VERSION_FIELD), field) == 0))
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

  for (guint row = 0; row < sl_table_n_rows (values); row++)
    if (sl_table_ref (values, row, SL_AS_IS_VALUE_AS_IS) == as_is
        && sl_table_ref (values, row, SL_AS_IS_VALUE_ITEM) == item)
      return sl_table_real (values, row, SL_AS_IS_VALUE_VALUE);
  return NAN;
}

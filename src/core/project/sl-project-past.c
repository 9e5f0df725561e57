/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as it was. What was changed since is taken back on a copy, the newest change first.
 * Where the record of changes does not reach back so far, only what the plan itself dates is taken
 * back: values measured later, dates that differ from what was agreed by then, goals closed later.
 */

#include "config.h"

#include "base/sl-codes.h"
#include "base/sl-date.h"
#include "project/sl-project-private.h"
#include "storage/sl-image.h"
#include "storage/sl-past.h"

/* Midnight after @day by the local clock; UTC microseconds. */
static gint64
end_of_day (gint64 day)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int date;

  sl_day_to_ymd (day + 1, &year, &month, &date);
  time = g_date_time_new_local (year, month, date, 0, 0, 0);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC - 1 : SL_INT_NULL;
}

static gint64
day_of (gint64 at_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);

  return time != NULL ? sl_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                         g_date_time_get_day_of_month (time))
                      : SL_INT_NULL;
}

/* --- By the record of changes --- */

/* What does not fit is left out: a damaged record of changes must not keep the program from
 * showing the rest. */
static void
apply (SlStore *store, const SlChange *change)
{
  const gboolean there = sl_table_find (
      sl_snapshot_table (sl_store_get_snapshot (store), change->kind), change->id, NULL);

  if (there == (change->op != SL_CHANGE_INSERT))
    sl_store_apply (store, change);
}

static SlChangeSet *
read_changes (SlProject *self, gint64 since_us, gint64 *begins_us, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (SlDb) image = NULL;

  if (self->workfile != NULL)
    return sl_past_read (self->workfile->db, TRUE, since_us, begins_us, error);
  if (self->bytes == NULL)
    return sl_change_set_new ();
  name = sl_file_name (self->path);
  image = sl_image_open (self->bytes, name, error);
  return image != NULL ? sl_past_read (image, FALSE, since_us, begins_us, error) : NULL;
}

/* --- By the dates of the plan --- */

static void
set_value (SlStore *store, SlKindId kind, SlId id, guint field, SlValue value)
{
  const SlChange change
      = { .op = SL_CHANGE_SET, .kind = kind, .id = id, .field = field, .new_value = value };

  sl_store_apply (store, &change);
}

static void
remove_later (SlStore *store, SlKindId kind, guint field, gint64 day)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_store_get_snapshot (store));
  const SlTable *table = sl_snapshot_table (plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlChange change
          = { .op = SL_CHANGE_REMOVE, .kind = kind, .id = sl_table_id (table, row) };

      if (sl_table_is_set (table, row, field) && sl_table_int (table, row, field) > day)
        sl_store_apply (store, &change);
    }
}

static void
open_again (SlStore *store, gint64 day)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_store_get_snapshot (store));
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    {
      const SlId goal = sl_table_id (goals, row);

      if (!sl_table_is_set (goals, row, SL_GOAL_CLOSED)
          || sl_table_int (goals, row, SL_GOAL_CLOSED) <= day)
        continue;
      set_value (store, SL_KIND_GOAL, goal, SL_GOAL_STATUS, sl_value_int (SL_GOAL_ACTIVE));
      set_value (store, SL_KIND_GOAL, goal, SL_GOAL_CLOSED, (SlValue)SL_VALUE_INIT);
    }
}

/* Where an item has the dates that a baseline holds. */
static const struct
{
  SlKindId kind;
  int start, due; /* -1: it has none */
} dated[] = {
  { SL_KIND_GOAL, SL_GOAL_START, SL_GOAL_DUE },
  { SL_KIND_TASK, SL_TASK_START, SL_TASK_DUE },
  { SL_KIND_MILESTONE, -1, SL_MILESTONE_DUE },
};

static void
restore_date (SlStore *store, SlKindId kind, SlId id, int field, const SlTable *baselines,
              guint row, guint baseline)
{
  if (field >= 0 && sl_table_is_set (baselines, row, baseline))
    set_value (store, kind, id, (guint)field,
               sl_value_int (sl_table_int (baselines, row, baseline)));
}

/* The newest baseline of each item that was agreed by @day: baselines count up. */
static GHashTable *
find_baselines (const SlTable *baselines, gint64 day)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint row = 0; row < sl_table_n_rows (baselines); row++)
    {
      const SlId item = sl_table_ref (baselines, row, SL_BASELINE_ITEM);
      const guint other = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &item));

      if (!sl_table_is_set (baselines, row, SL_BASELINE_DAY)
          || sl_table_int (baselines, row, SL_BASELINE_DAY) > day
          || (other > 0
              && sl_table_int (baselines, other - 1, SL_BASELINE_NUMBER)
                     > sl_table_int (baselines, row, SL_BASELINE_NUMBER)))
        continue;
      g_hash_table_insert (rows, g_memdup2 (&item, sizeof item), GUINT_TO_POINTER (row + 1));
    }
  return rows;
}

static void
restore_agreed (SlStore *store, gint64 day)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_store_get_snapshot (store));
  const SlTable *baselines = sl_snapshot_table (plan, SL_KIND_BASELINE);
  g_autoptr (GHashTable) rows = find_baselines (baselines, day);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const SlId item = *(const SlId *)key;
      const guint row = GPOINTER_TO_UINT (value) - 1;
      SlKindId kind = SL_N_KINDS;

      sl_snapshot_find (plan, item, &kind, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
        if (dated[i].kind == kind)
          {
            restore_date (store, kind, item, dated[i].start, baselines, row, SL_BASELINE_START);
            restore_date (store, kind, item, dated[i].due, baselines, row, SL_BASELINE_DUE);
          }
    }
}

static void
take_back_dated (SlStore *store, gint64 day)
{
  remove_later (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_DAY, day);
  remove_later (store, SL_KIND_TRUST, SL_TRUST_DAY, day);
  open_again (store, day);
  restore_agreed (store, day);
}

SlSnapshot *
sl_project_get_past (SlProject *self, gint64 day, gint64 *begins)
{
  g_autoptr (SlStore) store = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begins_us = SL_INT_NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self) && begins != NULL, NULL);

  store = sl_store_new_from (sl_project_get_snapshot (self));
  changes = read_changes (self, end_of_day (day), &begins_us, &error);
  if (error != NULL)
    g_debug ("The record of changes cannot be read: %s", error->message);
  *begins = changes != NULL && begins_us != SL_INT_NULL ? day_of (begins_us) : SL_INT_NULL;
  if (*begins != SL_INT_NULL && *begins <= day)
    {
      g_autoptr (SlChangeSet) back = sl_change_set_invert (changes);

      for (guint i = 0; i < sl_change_set_length (back); i++)
        apply (store, sl_change_set_get (back, i));
    }
  else
    take_back_dated (store, day);
  return sl_snapshot_ref (sl_store_get_snapshot (store));
}

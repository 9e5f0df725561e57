/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks through notes and confirmations. */

#include "config.h"

#include "analysis/sl-check-ins.h"

const char *
sl_check_in_last_words (const SlSnapshot *plan, SlId item, gint64 *out_day)
{
  const SlTable *notes = sl_snapshot_table (plan, SL_KIND_NOTE);
  const char *words = NULL;
  gint64 newest = SL_INT_NULL;
  guint n = 0;
  const guint *rows = sl_table_referrers (notes, SL_NOTE_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 day = sl_table_int (notes, rows[i], SL_NOTE_DAY);

      if (words != NULL && day < newest)
        continue;
      newest = day;
      words = sl_table_text (notes, rows[i], SL_NOTE_TEXT);
    }
  if (out_day != NULL)
    *out_day = newest;
  return words;
}

guint
sl_check_in_count_informed (const SlSnapshot *plan, SlId goal, guint *confirmed)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_ACKNOWLEDGEMENT);
  guint asked = 0;
  guint n = 0;
  const guint *rows = sl_table_referrers (table, SL_ACKNOWLEDGEMENT_GOAL, goal, &n);

  *confirmed = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!sl_table_is_set (table, rows[i], SL_ACKNOWLEDGEMENT_CHANGED))
        continue;
      asked++;
      *confirmed += sl_table_is_set (table, rows[i], SL_ACKNOWLEDGEMENT_CONFIRMED);
    }
  return asked;
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer table)
{
  guint rows[] = { *(const guint *)a, *(const guint *)b };
  gint64 days[2];

  for (guint i = 0; i < 2; i++)
    {
      days[i] = sl_table_int (table, rows[i], SL_ACKNOWLEDGEMENT_DUE);
      if (days[i] == SL_INT_NULL)
        days[i] = G_MAXINT64;
    }
  if (days[0] != days[1])
    return days[0] < days[1] ? -1 : 1;
  return (rows[0] > rows[1]) - (rows[0] < rows[1]);
}

GArray *
sl_check_in_list_untold (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_ACKNOWLEDGEMENT);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_is_set (table, row, SL_ACKNOWLEDGEMENT_CHANGED)
        && !sl_table_is_set (table, row, SL_ACKNOWLEDGEMENT_CONFIRMED))
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_due, (gpointer)table);
  return rows;
}

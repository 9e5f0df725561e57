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

  for (guint row = 0; row < sl_table_n_rows (notes); row++)
    {
      gint64 day = sl_table_int (notes, row, SL_NOTE_DAY);

      if (sl_table_ref (notes, row, SL_NOTE_ITEM) != item || (words != NULL && day < newest))
        continue;
      newest = day;
      words = sl_table_text (notes, row, SL_NOTE_TEXT);
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

  *confirmed = 0;
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      if (goal == SL_ID_NONE || sl_table_ref (table, row, SL_ACKNOWLEDGEMENT_GOAL) != goal
          || !sl_table_is_set (table, row, SL_ACKNOWLEDGEMENT_CHANGED))
        continue;
      asked++;
      *confirmed += sl_table_is_set (table, row, SL_ACKNOWLEDGEMENT_CONFIRMED);
    }
  return asked;
}

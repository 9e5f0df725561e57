/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads hand-offs off the plan alone, so that charts and tables need no finished analysis. */

#include "config.h"

#include "analysis/sl-hand-off.h"

#include <glib/gi18n-lib.h>

/* Where the kinds that can be handed over keep what is needed here. */
static const struct
{
  SlKindId kind;
  guint owner;
  guint due;
  guint parent;
} fields[] = {
  { SL_KIND_TASK, SL_TASK_OWNER, SL_TASK_DUE, SL_TASK_PARENT },
  { SL_KIND_MILESTONE, SL_MILESTONE_OWNER, SL_MILESTONE_DUE, SL_MILESTONE_PARENT },
  { SL_KIND_GOAL, SL_GOAL_OWNER, SL_GOAL_DUE, SL_GOAL_PARENT },
};

/* The index into @fields of the kind of @item, with its row; -1 for what has no date. */
static int
find_item (const SlSnapshot *plan, SlId item, guint *row)
{
  SlKindId kind = SL_N_KINDS;

  if (!sl_snapshot_find (plan, item, &kind, row))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == kind)
      return (int)i;
  return -1;
}

/* Who owns @item, or the nearest above it that somebody owns. */
static SlId
find_owner (const SlSnapshot *plan, SlId item)
{
  SlId owner = SL_ID_NONE;
  guint row = 0;

  for (int i; owner == SL_ID_NONE && (i = find_item (plan, item, &row)) >= 0;)
    {
      const SlTable *table = sl_snapshot_table (plan, fields[i].kind);

      owner = sl_table_ref (table, row, fields[i].owner);
      item = sl_table_ref (table, row, fields[i].parent);
    }
  return owner;
}

gint64
sl_hand_off_due (const SlSnapshot *plan, SlId item)
{
  guint row = 0;
  int i = find_item (plan, item, &row);

  return i >= 0 ? sl_table_int (sl_snapshot_table (plan, fields[i].kind), row, fields[i].due)
                : SL_INT_NULL;
}

void
sl_hand_off_read (SlHandOff *out, const SlSnapshot *plan, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_DEPENDENCY);

  out->before = sl_table_ref (table, row, SL_DEPENDENCY_BEFORE);
  out->after = sl_table_ref (table, row, SL_DEPENDENCY_AFTER);
  out->giver = find_owner (plan, out->before);
  out->taker = find_owner (plan, out->after);
  out->promised = sl_table_int (table, row, SL_DEPENDENCY_PROMISED);
  out->needed = sl_table_int (table, row, SL_DEPENDENCY_NEEDED);
  out->planned = sl_hand_off_due (plan, out->before);
}

gint64
sl_hand_off_given (const SlHandOff *hand)
{
  return hand->promised != SL_INT_NULL ? hand->promised : hand->planned;
}

gboolean
sl_hand_off_is_dated (const SlHandOff *hand)
{
  return hand->promised != SL_INT_NULL || hand->needed != SL_INT_NULL;
}

gboolean
sl_hand_off_gap (const SlHandOff *hand, gint64 *out_days)
{
  gint64 given = sl_hand_off_given (hand);

  if (given == SL_INT_NULL || hand->needed == SL_INT_NULL)
    return FALSE;
  *out_days = given - hand->needed;
  return TRUE;
}

char *
sl_hand_off_gap_text (gint64 days)
{
  if (days > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u day late", "%u days late", (gulong)days), (guint)days);
  if (days == 0)
    return g_strdup (_ ("on the day"));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u day to spare", "%u days to spare", (gulong)-days),
      (guint)-days);
}

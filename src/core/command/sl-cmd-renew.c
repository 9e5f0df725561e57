/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that answers "Still true?" with yes: goals, positions, KPIs and alliances count from
 * today on again, as one step. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-kpi-series.h"
#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The newest value of a KPI that is not to come, else its baseline. */
static gboolean
find_value (const SlSnapshot *plan, SlId kpi, double *value)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  gint64 day = 0;
  guint row = 0;

  *value = sl_kpi_newest_value (plan, kpi, sl_day_today (), &day);
  if (!isnan (*value))
    return TRUE;
  if (!sl_table_find (kpis, kpi, &row) || !sl_table_is_set (kpis, row, SL_KPI_BASELINE))
    return FALSE;
  *value = sl_table_real (kpis, row, SL_KPI_BASELINE);
  return TRUE;
}

/* It was measured again, and is what it was. */
static gboolean
renew_kpi (SlTxn *txn, SlId kpi, GError **error)
{
  g_auto (SlCmdRow) row;
  double value = 0;

  sl_cmd_row_init (&row, SL_KIND_KPI_VALUE);
  if (!find_value (sl_txn_get_snapshot (txn), kpi, &value))
    {
      g_autofree char *title = sl_cmd_title (txn, kpi);

      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   /* Translators: a KPI. */
                   _ ("“%s” has no value yet that could still be true."), title);
      return FALSE;
    }
  sl_cmd_row_set_int (&row, SL_KPI_VALUE_KPI, kpi);
  sl_cmd_row_set_int (&row, SL_KPI_VALUE_DAY, sl_day_today ());
  sl_cmd_row_set_real (&row, SL_KPI_VALUE_VALUE, value);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

static gboolean
renew (SlTxn *txn, const SlCmdRecord *record, GError **error)
{
  const SlValue today = sl_value_int (sl_day_today ());

  switch (record->kind)
    {
    case SL_KIND_GOAL:
      return sl_txn_set (txn, SL_KIND_GOAL, record->id, SL_GOAL_ASSESSED, &today, error);
    case SL_KIND_POSITION:
      return sl_txn_set (txn, SL_KIND_POSITION, record->id, SL_POSITION_DAY, &today, error);
    case SL_KIND_ALLIANCE:
      return sl_txn_set (txn, SL_KIND_ALLIANCE, record->id, SL_ALLIANCE_ASSESSED, &today, error);
    case SL_KIND_KPI:
      return renew_kpi (txn, record->id, error);
    default:
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is never asked again."),
                   _ (sl_kind (record->kind)->nick));
      return FALSE;
    }
}

static gboolean
run_renew (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!renew (txn, &g_array_index (records, SlCmdRecord, i), error))
      return FALSE;
  sl_cmd_name (txn, result, records);
  return TRUE;
}

const SlCommand sl_cmd_record_renew = {
  "record.renew",
  N_ ("“%s”: still true"),
  "(ax)",
  run_renew,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values as people read them. It only reads; what people type is read elsewhere. */

#include "config.h"

#include "model/sl-display.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

static double
hours_per_day (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);

  return sl_table_n_rows (table) > 0 ? sl_table_real (table, 0, SL_PROJECT_HOURS_PER_DAY) : 8.0;
}

static const char *
currency (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);

  return sl_table_n_rows (table) > 0 ? sl_table_text (table, 0, SL_PROJECT_CURRENCY) : "";
}

static char *
display_real (const SlSnapshot *plan, const SlField *field, double value)
{
  if (g_strcmp0 (field->unit, "ratio") == 0)
    return sl_format_percent (value, 1);
  if (g_strcmp0 (field->unit, "person-day") == 0)
    return sl_format_effort (value, hours_per_day (plan));
  return sl_format_number (value, 6);
}

static char *
display_enum (const SlField *field, gint64 code)
{
  const SlEnumValue *entry = sl_field_enum_by_code (field, code);

  return g_strdup (entry != NULL ? _ (entry->nick) : "");
}

char *
sl_field_display (const SlSnapshot *plan, const SlField *field, const SlValue *value)
{
  if (value->type == SL_VALUE_NULL)
    return g_strdup ("");
  switch (field->type)
    {
    case SL_DATE:
      return sl_day_to_text (value->i);
    case SL_MONEY:
      return sl_format_money (value->i, currency (plan));
    case SL_REF:
      return g_strdup (sl_snapshot_title (plan, value->i));
    case SL_ENUM:
      return display_enum (field, value->i);
    case SL_BOOL:
      return g_strdup (value->i != 0 ? _ ("Yes") : _ ("No"));
    case SL_REAL:
      return display_real (plan, field, value->r);
    case SL_TEXT:
    case SL_PROSE:
    case SL_INT:
    case SL_COLOR:
    case SL_RANK:
    default:
      return sl_value_to_string (value);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the rhythm of contact from parties. */

#include "config.h"

#include "analysis/sl-contacts.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

#include "base/sl-codes.h"
#include "methods/sl-communication.h"
#include "methods/sl-stakeholders.h"

#include <math.h>

/* Influence of who was not placed. */
#define MIDDLE 25.0

static const SlTable *
parties_of (const SlSnapshot *plan)
{
  return sl_snapshot_table (plan, SL_KIND_PARTY);
}

gint64
sl_contact_since (const SlSnapshot *plan, guint row)
{
  const SlTable *project = sl_snapshot_table (plan, SL_KIND_PROJECT);
  gint64 day = sl_table_int (parties_of (plan), row, SL_PARTY_LAST_CONTACT);

  if (day != SL_INT_NULL || sl_table_n_rows (project) == 0)
    return day;
  return sl_table_int (project, 0, SL_PROJECT_START);
}

static gint64
interval_of (const SlSnapshot *plan, guint row)
{
  if (sl_table_int (parties_of (plan), row, SL_PARTY_GONE) == 1)
    return SL_INT_NULL;
  return sl_table_int (parties_of (plan), row, SL_PARTY_CONTACT_DAYS);
}

gint64
sl_contact_next (const SlSnapshot *plan, guint row)
{
  gint64 since = sl_contact_since (plan, row);
  gint64 interval = interval_of (plan, row);

  return since == SL_INT_NULL || interval == SL_INT_NULL ? SL_INT_NULL : since + interval;
}

double
sl_contact_urgency (const SlSnapshot *plan, guint row, gint64 today)
{
  const SlTable *parties = parties_of (plan);
  double influence = sl_stakeholder_influence (sl_table_real (parties, row, SL_PARTY_POWER),
                                               sl_table_real (parties, row, SL_PARTY_INTEREST));
  gint64 interval = interval_of (plan, row);

  if (interval == SL_INT_NULL)
    return NAN;
  return sl_contact_severity (sl_contact_since (plan, row), (double)interval, today)
         * (isnan (influence) ? MIDDLE : influence);
}

gboolean
sl_contact_is_planned_for (const SlSnapshot *plan, guint row)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  gint64 type = sl_table_int (parties, row, SL_PARTY_TYPE);

  if (type == SL_PARTY_TECHNOLOGY || sl_table_int (parties, row, SL_PARTY_GONE) == 1)
    return FALSE;
  return type != SL_PARTY_PERSON || sl_table_is_set (parties, row, SL_PARTY_CONTACT_DAYS)
         || sl_table_is_set (parties, row, SL_PARTY_LAST_CONTACT)
         || sl_table_is_set (parties, row, SL_PARTY_POWER);
}

char *
sl_contact_describe_next (const SlSnapshot *plan, guint row, gint64 today)
{
  gint64 next = sl_contact_next (plan, row);
  g_autofree char *day = NULL;

  if (next == SL_INT_NULL)
    return NULL;
  if (next < today)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u day overdue", "%u days overdue", (gulong)(today - next)),
        (guint)(today - next));
  if (next == today)
    return g_strdup (_ ("today"));
  day = sl_day_to_short_text (next, today);
  /* Translators: a day to come: “by 3 Nov” */
  return g_strdup_printf (_ ("by %s"), day);
}

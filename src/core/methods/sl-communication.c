/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ledger of acknowledgements and the rhythm of contacts, as arithmetic on days. */

#include "config.h"

#include "methods/sl-communication.h"

#include <math.h>

gint64
sl_acknowledgement_due (gint64 changed_day, gint64 due_day)
{
  if (due_day != SL_INT_NULL)
    return due_day;
  return changed_day != SL_INT_NULL ? changed_day + SL_ACKNOWLEDGE_DAYS : SL_INT_NULL;
}

gint64
sl_acknowledgement_days_late (gint64 due_day, gint64 acknowledged_day, gint64 today)
{
  if (due_day == SL_INT_NULL || acknowledged_day != SL_INT_NULL)
    return 0;
  return MAX (0, today - due_day);
}

double
sl_acknowledgement_severity (gint64 due_day, gint64 acknowledged_day, gint64 today)
{
  return sl_acknowledgement_days_late (due_day, acknowledged_day, today) > 0 ? 1.0 : 0.0;
}

double
sl_contact_days_over (gint64 last_day, double interval, gint64 today)
{
  if (last_day == SL_INT_NULL || !(interval > 0.0))
    return NAN;
  return MAX (0.0, (double)(today - last_day) - interval);
}

double
sl_contact_severity (gint64 last_day, double interval, gint64 today)
{
  double over = sl_contact_days_over (last_day, interval, today);
  return isnan (over) ? (double)NAN : MIN (1.0, over / interval);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into date, money, effort and percent fields. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * sl_parse_day:
 * @text: "2026-03-15", "15 Mar", "15.3.", "Mar 15 2026", "Q2", "Q2 2027", "+3w", "+10d", "+2m",
 * "today"
 * @today: the day that relative forms count from
 * @anchor: (the start of a range, else @today): "+3w" counts from it
 * @end_of_period: whether "Q2" and "Mar 2026" mean the last day (due) or the first (start)
 *
 * Reads a day. A date without a year is the next such day from @today on. Month names in the
 * current locale and in English.
 *
 * Errors: %SL_ERROR_INVALID naming @text, also for days outside SL_DAY_MIN..SL_DAY_MAX.
 */
gboolean sl_parse_day (const char *text, gint64 today, gint64 anchor, gboolean end_of_period,
                       gint64 *day, GError **error);
/* "12k", "1.5m", "1 200,50", "-300"; result in minor units (cents). */
gboolean sl_parse_money (const char *text, gint64 *minor, GError **error);
/* "3d", "4h", "2w", "1.5" (days); result in person-days of @hours_per_day. */
gboolean sl_parse_effort (const char *text, double hours_per_day, double *days, GError **error);
/* "40", "40 %", "0.4" never: the number is percent; result is a ratio 0..1. */
gboolean sl_parse_percent (const char *text, double *ratio, GError **error);
/* A number with the locale's or a plain decimal point. */
gboolean sl_parse_real (const char *text, double *value, GError **error);

G_END_DECLS

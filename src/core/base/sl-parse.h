/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into date, money, effort and percent fields. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * sl_parse_day:
 * @text: what was typed
 * @today: the day that dates without a year, weekdays and "today" count from
 * @anchor: (the start of a range, else @today): "+3w" counts from it
 * @end_of_period: whether "Q2" and "Mar 2026" mean the last day (due) or the first (start)
 *
 * Reads a day. All of these are understood, with month and weekday names in English and in the
 * language of the locale, and digits of any script:
 *
 * - "2026-03-15", "15 Mar 2026", "Mar 15th, 2026", "15.3.2026", "15.3.26", "15/3/2026" (the order
 *   of the locale, unless only the other one fits)
 * - without a year the next such day, today included: "15 Mar", "15.3.", "15/3"
 * - periods: "Mar 2026", "2026-03", "2026", "Q2 2027", "H1 2027", "W12 2027", "KW 12/2027"; without
 *   a year the first that is not over yet: "Mar", "Q2", "H1", "W12"
 * - from @anchor: "+3w", "+10d", "+10" (days), "+2m", "+1y", "-1w"
 * - from @today: "today", "tomorrow", "yesterday", "Friday"
 *
 * Errors: %SL_ERROR_INVALID with a sentence that names @text, also for days that no calendar has
 * and for days outside SL_DAY_MIN..SL_DAY_MAX; @day is then as it was.
 *
 * Returns: %TRUE on success
 */
gboolean sl_parse_day (const char *text, gint64 today, gint64 anchor, gboolean end_of_period,
                       gint64 *day, GError **error);
/* The same where the fiscal year begins in @fiscal_month, 1..12: its quarters and halves are meant
 * by "Q2", "H1", "FY26 Q3" and "FY26"; a fiscal year is called by the year in which it begins. */
gboolean sl_parse_day_in_year (const char *text, gint64 today, gint64 anchor, int fiscal_month,
                               gboolean end_of_period, gint64 *day, GError **error);
/* "12k", "1.5m", "1 200,50", "1,200.50", "€ 300", "300 EUR", "-300", "(300)"; result in minor units
 * (cents). Three digits behind one separator are thousands: money has no thousandths. Whatever the
 * currency, the amount is taken; which currency it is, the project says. */
gboolean sl_parse_money (const char *text, gint64 *minor, GError **error);
/* "3d", "4h", "2w" (of five days), "30min", "3d 4h", "1.5" (days); result in person-days of
 * @hours_per_day, 0 to a million. */
gboolean sl_parse_effort (const char *text, double hours_per_day, double *days, GError **error);
/* "40", "40 %", "12,5%"; never "0.4" for 40 %: the number is percent. Result is a ratio, 1 for
 * 100 %; the field says which ratios it takes. */
gboolean sl_parse_percent (const char *text, double *ratio, GError **error);
/* A number with the locale's or a plain decimal point, with or without groups of thousands. */
gboolean sl_parse_real (const char *text, double *value, GError **error);

G_END_DECLS

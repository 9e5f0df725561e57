/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money, effort and numbers as people read them, in the language and with the separators of
 * the locale. What these functions write, sl-parse.h reads. Files and dumps use sl-value.h. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* @value with at most @max_decimals (0..9) decimals, without trailing zeros, thousands in groups.
 * (transfer full) */
char *sl_format_number (double value, guint max_decimals);
/* The same with a true minus sign, and with @plus a sign also above 0: “−25”, “+3”. (transfer full)
 */
char *sl_format_signed (double value, guint max_decimals, gboolean plus);
/* @minor hundredths of @currency: "1 200 EUR", "1 200.50 EUR"; @currency NULL or "": the bare
 * number. (transfer full) */
char *sl_format_money (gint64 minor, const char *currency);
/* Person-days as days and hours: "3 d 4 h", "4 h", "0 d"; what is no whole number of hours is
 * rounded to hundredths of a day ("0.33 d"). (transfer full) */
char *sl_format_effort (double days, double hours_per_day);
/* @ratio 0.425 as "43 %", with @max_decimals 1 as "42.5 %". Never "100 %" for less than the whole,
 * and never "0 %" for more than nothing. (transfer full) */
char *sl_format_percent (double ratio, guint max_decimals);

G_END_DECLS

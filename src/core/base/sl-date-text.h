/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people read them, in the language of the locale. Files and machine output use the ISO
 * form of sl-date.h instead. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * sl_day_format:
 * @day_number: a day of years 1 to 9999
 * @format: as of g_date_time_format(), for example "%B" or a translated format
 *
 * Returns: (transfer full): the text, "" where the format fails
 */
char *sl_day_format (gint64 day_number, const char *format) G_GNUC_WARN_UNUSED_RESULT;
/* "3 Apr 2026", in the order that the language has. (transfer full) */
char *sl_day_to_text (gint64 day_number) G_GNUC_WARN_UNUSED_RESULT;
/* "3 Apr" in the year of @reference, else as sl_day_to_text(). (transfer full) */
char *sl_day_to_short_text (gint64 day_number, gint64 reference) G_GNUC_WARN_UNUSED_RESULT;
/* "3 – 20 Mar 2026", "3 Mar – 4 Apr 2026", "3 Dec 2025 – 4 Jan 2026"; one day if both are equal.
 * @reference: the year is left out where both days are in the year of this day, or SL_INT_NULL to
 * say it always. (transfer full) */
char *sl_day_range_to_text (gint64 first, gint64 last, gint64 reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil days as numbers: day 0 is 1970-01-01 (proleptic Gregorian), no time zone. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Days that a project may hold: 1900-01-01 to 2199-12-31. */
#define SL_DAY_MIN (-25567)
#define SL_DAY_MAX (84005)

gint64 sl_day_from_ymd (int year, int month, int day);
void sl_day_to_ymd (gint64 day_number, int *year, int *month, int *day);
gboolean sl_day_valid_ymd (int year, int month, int day);
/* 1 = Monday to 7 = Sunday (ISO 8601). */
int sl_day_weekday (gint64 day_number);
/* ISO 8601 week number, 1..53. */
int sl_day_iso_week (gint64 day_number);
/* "2026-03-15"; the form of files, dumps and machine output. */
char *sl_day_to_iso (gint64 day_number);
gboolean sl_day_from_iso (const char *text, gint64 *day_number);
/* Today by the local clock, or what sl_day_set_today() fixed (tests, reproducible renders);
 * the environment variable SIGHTLINE_TODAY=YYYY-MM-DD fixes it too. */
gint64 sl_day_today (void);
void sl_day_set_today (gint64 day_number);

G_END_DECLS

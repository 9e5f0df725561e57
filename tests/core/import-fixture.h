/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small files in strings for the tests of the importers, and short ways to look at what came out.
 */

#pragma once

#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "io/sl-format.h"

static inline SlImportPlan *
read_with (const char *format, const char *text, const SlImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SlImportPlan *plan
      = sl_import_read_bytes (bytes, "test", sl_format_by_id (format), options, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static inline SlImportPlan *
read_plan (const char *format, const char *text)
{
  return read_with (format, text, NULL);
}

/* The file is refused with @code and a sentence that contains @part. */
static inline void
assert_refused (const char *format, const char *text, gssize size, int code, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size >= 0 ? (gsize)size : strlen (text));
  g_autoptr (GError) error = NULL;
  const SlFormat *row = format != NULL ? sl_format_by_id (format) : NULL;
  SlImportPlan *plan = sl_import_read_bytes (bytes, "test", row, NULL, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, SL_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not contain “%s”", error->message, part);
}

static inline SlImportItem *
item (const SlImportPlan *plan, guint index)
{
  return sl_import_plan_item (plan, index);
}

static inline const SlImportLink *
link_at (const SlImportPlan *plan, guint index)
{
  g_assert_cmpuint (index, <, plan->links->len);
  return &g_array_index (plan->links, SlImportLink, index);
}

/* "2026-01-05", "2026-01-05T08:00" or "" for none. */
static inline void
assert_moment (gint64 day, int minute, const char *expected)
{
  g_autofree char *iso = day != SL_INT_NULL ? sl_day_to_iso (day) : g_strdup ("");
  g_autofree char *text = minute >= 0 && day != SL_INT_NULL
                              ? g_strdup_printf ("%sT%02d:%02d", iso, minute / 60, minute % 60)
                              : g_strdup (iso);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_dates (const SlImportPlan *plan, guint index, const char *start, const char *due)
{
  assert_moment (item (plan, index)->start_day, item (plan, index)->start_minute, start);
  assert_moment (item (plan, index)->due_day, item (plan, index)->due_minute, due);
}

static inline guint
count_warnings (const SlImportPlan *plan, const char *part)
{
  guint n = 0;

  for (guint i = 0; i < plan->warnings->len; i++)
    n += strstr (g_array_index (plan->warnings, SlImportWarning, i).text, part) != NULL;
  return n;
}

/* Exactly the warnings that contain the given parts, in this order. */
static inline void
assert_warnings (const SlImportPlan *plan, ...)
{
  const char *part;
  guint i = 0;
  va_list args;

  va_start (args, plan);
  while ((part = va_arg (args, const char *)) != NULL)
    {
      const SlImportWarning *warning;

      if (i >= plan->warnings->len)
        g_error ("no warning “%s”", part);
      warning = &g_array_index (plan->warnings, SlImportWarning, i++);
      if (strstr (warning->text, part) == NULL)
        g_error ("“%s” does not contain “%s”", warning->text, part);
    }
  va_end (args);
  if (i < plan->warnings->len)
    g_error ("unexpected warning “%s”", g_array_index (plan->warnings, SlImportWarning, i).text);
}

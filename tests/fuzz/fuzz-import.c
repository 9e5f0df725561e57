/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libFuzzer target of one reader; FUZZ_FORMAT is its id in the registry. Whatever the bytes are,
 * the reader refuses them with a sentence or gives a plan that keeps our rules. */

#include "config.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-text.h"
#include "io/sl-format.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_day (gint64 day)
{
  g_assert_true (day == SL_INT_NULL || (day >= SL_DAY_MIN && day <= SL_DAY_MAX));
}

static void
check_item (const SlImportPlan *plan, guint index)
{
  const SlImportItem *item = sl_import_plan_item (plan, index);

  g_assert_cmpint (item->parent, <, (int)index);
  g_assert_true (sl_text_is_clean (item->title, FALSE, SL_TITLE_MAX_CHARS));
  g_assert_true (isnan (item->progress) || (item->progress >= 0 && item->progress <= 1));
  g_assert_true (isnan (item->duration) || item->duration >= 0);
  check_day (item->start_day);
  check_day (item->due_day);
  check_day (item->deadline_day);
  check_day (item->constraint_day);
  if (item->parent < 0)
    return;
  g_assert_cmpint (sl_import_plan_item (plan, (guint)item->parent)->type, !=, SL_IMPORT_MILESTONE);
  if (item->type == SL_IMPORT_GOAL)
    g_assert_cmpint (sl_import_plan_item (plan, (guint)item->parent)->type, ==, SL_IMPORT_GOAL);
}

static void
check_plan (const SlImportPlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    check_item (plan, i);
  for (guint i = 0; i < plan->links->len; i++)
    {
      const SlImportLink *link = &g_array_index (plan->links, SlImportLink, i);

      g_assert_cmpuint (link->before, <, plan->items->len);
      g_assert_cmpuint (link->after, <, plan->items->len);
      g_assert_cmpuint (link->before, !=, link->after);
      g_assert_true (isfinite (link->lag));
    }
  for (guint i = 0; i < plan->warnings->len; i++)
    g_assert_true (
        g_utf8_validate (g_array_index (plan->warnings, SlImportWarning, i).text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const SlImportOptions options
      = { .goal_levels = size % 3, .rows_are_goals = size % 2 == 0, .no_header = size % 7 == 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportPlan) plan
      = sl_import_read_bytes (bytes, "fuzz", sl_format_by_id (FUZZ_FORMAT), &options, NULL, &error);
  g_autofree char *json = NULL;

  sl_format_detect (data, size, "fuzz");
  if (plan == NULL)
    {
      g_assert_true (error != NULL && error->domain == SL_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_plan (plan);
  json = sl_import_plan_to_json (plan);
  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_variant_unref (g_variant_ref_sink (sl_import_plan_to_params (plan)));
  return 0;
}

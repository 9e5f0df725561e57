/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five lights of a goal: which pass, what is said of the others, where they are put right. */

#include "config.h"

#include "analysis/sl-smart-lights.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#define TODAY (sl_day_from_ymd (2026, 3, 16))

static gboolean
look (SlStore *store, SlId goal, SlSmartLight *lights)
{
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);

  return sl_smart_lights (facts, goal, lights);
}

static void
test_a_bare_goal (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlSmartLight lights[SL_SMART_N_LETTERS];
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Better quality", -1);

  g_assert_true (look (store, goal, lights));
  for (guint i = 0; i < SL_SMART_N_LETTERS; i++)
    {
      g_assert_false (lights[i].passed);
      g_assert_cmpint (lights[i].name[0], ==, sl_smart_letter (i));
      g_assert_cmpstr (lights[i].why, !=, "");
    }
  g_assert_cmpuint (lights[SL_SMART_S].field, ==, SL_GOAL_OWNER);
  g_assert_cmpuint (lights[SL_SMART_M].field, ==, SL_GOAL_MEASURE);
  g_assert_cmpuint (lights[SL_SMART_R].field, ==, SL_GOAL_PARENT);
  g_assert_cmpuint (lights[SL_SMART_T].field, ==, SL_GOAL_DUE);
  g_assert_cmpstr (lights[SL_SMART_T].why, ==, "it has no date");
  sl_smart_lights_clear (lights);
  builder_set (store, goal, SL_GOAL_STATUS, "done");
  g_assert_false (look (store, goal, lights));
}

static void
test_what_is_put_right_passes (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlSmartLight lights[SL_SMART_N_LETTERS];
  SlId goal;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut returns to 2 percent", SL_GOAL_OWNER,
                      "@Sales", SL_GOAL_LEVEL, "objective", SL_GOAL_START, "2026-01-01",
                      SL_GOAL_DUE, "2026-12-31", -1);
  g_assert_true (look (store, goal, lights));
  g_assert_true (lights[SL_SMART_S].passed);
  g_assert_null (lights[SL_SMART_S].why);
  g_assert_true (lights[SL_SMART_M].passed);
  g_assert_false (lights[SL_SMART_A].passed);
  g_assert_true (lights[SL_SMART_R].passed);
  g_assert_true (lights[SL_SMART_T].passed);
  sl_smart_lights_clear (lights);
  builder_set (store, goal, SL_GOAL_START, "2027-03-01");
  g_assert_true (look (store, goal, lights));
  g_assert_cmpuint (lights[SL_SMART_T].field, ==, SL_GOAL_START);
  sl_smart_lights_clear (lights);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/smart-lights/a-bare-goal", test_a_bare_goal);
  g_test_add_func ("/core/smart-lights/what-is-put-right-passes", test_what_is_put_right_passes);
  return g_test_run ();
}

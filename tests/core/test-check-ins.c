/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was said last of a goal, and who heard of its change. */

#include "config.h"

#include "analysis/sl-check-ins.h"
#include "plan-builder.h"

#include "base/sl-date.h"

static void
test_words (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", -1);
  SlId other = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", -1);
  gint64 day = 0;

  g_assert_null (sl_check_in_last_words (sl_store_get_snapshot (store), goal, &day));
  g_assert_true (day == SL_INT_NULL);
  builder_add (store, SL_KIND_NOTE, SL_NOTE_TEXT, "new", SL_NOTE_ITEM, "@Cut costs", SL_NOTE_DAY,
               "2026-03-02", -1);
  builder_add (store, SL_KIND_NOTE, SL_NOTE_TEXT, "old", SL_NOTE_ITEM, "@Cut costs", SL_NOTE_DAY,
               "2026-02-01", -1);
  builder_add (store, SL_KIND_NOTE, SL_NOTE_TEXT, "undated", SL_NOTE_ITEM, "@Cut costs", -1);
  g_assert_cmpstr (sl_check_in_last_words (sl_store_get_snapshot (store), goal, &day), ==, "new");
  g_assert_cmpint (day, ==, sl_day_from_ymd (2026, 3, 2));
  g_assert_null (sl_check_in_last_words (sl_store_get_snapshot (store), other, NULL));
}

static void
test_informed (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", -1);
  guint confirmed = 9;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Design", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Board", -1);
  builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Cut costs",
               SL_ACKNOWLEDGEMENT_PARTY, "@Sales", SL_ACKNOWLEDGEMENT_CHANGED, "2026-03-01",
               SL_ACKNOWLEDGEMENT_CONFIRMED, "2026-03-03", -1);
  builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Cut costs",
               SL_ACKNOWLEDGEMENT_PARTY, "@Design", SL_ACKNOWLEDGEMENT_CHANGED, "2026-03-01", -1);
  /* Its own wording alone is no change to confirm. */
  builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Cut costs",
               SL_ACKNOWLEDGEMENT_PARTY, "@Board", SL_ACKNOWLEDGEMENT_WORDING, "Save", -1);
  g_assert_cmpuint (sl_check_in_count_informed (sl_store_get_snapshot (store), goal, &confirmed),
                    ==, 2);
  g_assert_cmpuint (confirmed, ==, 1);
  g_assert_cmpuint (
      sl_check_in_count_informed (sl_store_get_snapshot (store), SL_ID_NONE, &confirmed), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/check-ins/words", test_words);
  g_test_add_func ("/core/check-ins/informed", test_informed);
  return g_test_run ();
}

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

/* Who was told, and who has only other words for the goal, is not listed. */
static void
test_untold (void)
{
  static const char *const parties[] = { "Sales", "Design", "Board", "Works" };
  static const char *const due[] = { "", "2026-03-09", "2026-03-02", "" };
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (GArray) rows = NULL;
  const SlTable *table;

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", -1);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autofree char *reference = g_strconcat ("@", parties[i], NULL);

      builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, parties[i], -1);
      builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Cut costs",
                   SL_ACKNOWLEDGEMENT_PARTY, reference,
                   i < 3 ? SL_ACKNOWLEDGEMENT_CHANGED : SL_ACKNOWLEDGEMENT_WORDING,
                   i < 3 ? "2026-03-01" : "Save", due[i][0] != '\0' ? SL_ACKNOWLEDGEMENT_DUE : -1,
                   due[i], -1);
    }
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Told", -1);
  builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Cut costs",
               SL_ACKNOWLEDGEMENT_PARTY, "@Told", SL_ACKNOWLEDGEMENT_CHANGED, "2026-03-01",
               SL_ACKNOWLEDGEMENT_CONFIRMED, "2026-03-03", -1);
  rows = sl_check_in_list_untold (sl_store_get_snapshot (store));
  table = sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_ACKNOWLEDGEMENT);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    {
      static const char *const order[] = { "Board", "Design", "Sales" };

      g_assert_cmpstr (sl_snapshot_title (sl_store_get_snapshot (store),
                                          sl_table_ref (table, g_array_index (rows, guint, i),
                                                        SL_ACKNOWLEDGEMENT_PARTY)),
                       ==, order[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/check-ins/words", test_words);
  g_test_add_func ("/core/check-ins/informed", test_informed);
  g_test_add_func ("/core/check-ins/untold", test_untold);
  return g_test_run ();
}

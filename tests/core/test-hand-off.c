/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hand-offs: who gives, who takes, how far their dates are apart; and the command that sets both.
 */

#include "config.h"

#include "analysis/sl-hand-off.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "command-fixture.h"
#include "plan-builder.h"

#define HAND_OFF                                                                                   \
  "(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 " ID_FORMAT ")"

static SlHandOff
read_only_one (SlStore *store)
{
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  SlHandOff hand;

  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_DEPENDENCY)), ==, 1);
  sl_hand_off_read (&hand, plan, 0);
  return hand;
}

/* What nobody owns is owned by whoever owns what it is part of; the plan speaks for a giver that
 * promised nothing. */
static void
test_read (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId sales = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  SlId shop = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Shop", -1);
  SlId link;
  SlHandOff hand;
  gint64 days = 0;

  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Group", SL_TASK_OWNER, "@Sales", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Terms", SL_TASK_PARENT, "@Group", SL_TASK_DUE,
               "2026-03-20", -1);
  builder_add (store, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, "Opening", SL_MILESTONE_OWNER, "@Shop",
               -1);
  link = builder_add (store, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, "@Terms",
                      SL_DEPENDENCY_AFTER, "@Opening", -1);
  hand = read_only_one (store);
  g_assert_cmpint (hand.giver, ==, sales);
  g_assert_cmpint (hand.taker, ==, shop);
  g_assert_cmpint (sl_hand_off_given (&hand), ==, sl_day_from_ymd (2026, 3, 20));
  g_assert_false (sl_hand_off_is_dated (&hand));
  g_assert_false (sl_hand_off_gap (&hand, &days));

  builder_set (store, link, SL_DEPENDENCY_NEEDED, "2026-03-23");
  hand = read_only_one (store);
  g_assert_true (sl_hand_off_is_dated (&hand));
  g_assert_true (sl_hand_off_gap (&hand, &days));
  g_assert_cmpint (days, ==, -3);
  builder_set (store, link, SL_DEPENDENCY_PROMISED, "2026-04-04");
  hand = read_only_one (store);
  g_assert_true (sl_hand_off_gap (&hand, &days));
  g_assert_cmpint (days, ==, 12);
}

static void
assert_text (gint64 days, const char *want)
{
  g_autofree char *text = sl_hand_off_gap_text (days);

  g_assert_cmpstr (text, ==, want);
}

static void
test_words (void)
{
  assert_text (12, "12 days late");
  assert_text (1, "1 day late");
  assert_text (0, "on the day");
  assert_text (-1, "1 day to spare");
  assert_text (-5, "5 days to spare");
}

/* The dates stand on the dependency, whose type and lag stay. */
static void
test_command (CommandFixture *fixture, gconstpointer data)
{
  SlId x = command_add (fixture, "task", SL_ID_NONE, "x"),
       y = command_add (fixture, "task", SL_ID_NONE, "y");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId link = command_run (fixture, "hand-off.set",
                           command_params (HAND_OFF, x, y, (gint64)20000, (gint64)19990));

  assert_label (fixture, "Change hand-off of “x” to “y”");
  assert_field (fixture, link, SL_DEPENDENCY_TYPE, "fs");
  assert_field (fixture, link, SL_DEPENDENCY_PROMISED, "2024-10-04");
  assert_field (fixture, link, SL_DEPENDENCY_NEEDED, "2024-09-24");
  command_run (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'ss', 2.0, false)", x, y));
  assert_field (fixture, link, SL_DEPENDENCY_PROMISED, "2024-10-04");
  command_run (fixture, "hand-off.set",
               command_params (HAND_OFF, x, y, SL_INT_NULL, (gint64)19990));
  assert_field (fixture, link, SL_DEPENDENCY_PROMISED, "");
  assert_field (fixture, link, SL_DEPENDENCY_TYPE, "ss");
  command_run_idle (fixture, "hand-off.set",
                    command_params (HAND_OFF, x, y, SL_INT_NULL, (gint64)19990));
  command_refuse (fixture, "hand-off.set",
                  command_params (HAND_OFF, y, x, (gint64)20000, SL_INT_NULL), SL_ERROR_CYCLE,
                  "circle");
  command_refuse (fixture, "hand-off.set",
                  command_params (HAND_OFF, x, sales, (gint64)20000, SL_INT_NULL), SL_ERROR_INVALID,
                  "After");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/hand-off/read", test_read);
  g_test_add_func ("/core/hand-off/words", test_words);
  g_test_add ("/core/hand-off/command", CommandFixture, NULL, command_set_up, test_command,
              command_tear_down);
  int status = g_test_run ();
  state_clear ();
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as it was on a day: by the record of changes, and by what the plan dates itself. */

#include "config.h"

#include "base/sl-codes.h"
#include "state-fixture.h"

#define DAY_1 20000

/* Noon of a day, as the clock of everything that is written from now on. */
static void
set_day (gint64 day)
{
  g_autofree char *epoch = g_strdup_printf ("%" G_GINT64_FORMAT, day * 86400 + 43200);

  g_setenv ("SOURCE_DATE_EPOCH", epoch, TRUE);
}

static void
check_past (SlProject *project, gint64 day, gint64 begins, const char *expected)
{
  gint64 found = 0;
  g_autoptr (SlSnapshot) past = sl_project_get_past (project, day, &found);
  g_autofree char *dump = sl_snapshot_dump (past);

  g_assert_cmpint (found, ==, begins);
  g_assert_cmpstr (dump, ==, expected);
}

/* Random steps on four days, in the file and not yet in it, undone and done again. */
static void
test_record (void)
{
  g_autofree char *path = state_path ("past.sightline");
  SlProject *project = state_new_project ();
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_auto (GStrv) dumps = g_new0 (char *, 4 + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProject) reader = NULL;

  for (guint i = 0; i < 4; i++)
    {
      set_day (DAY_1 + 10 * i);
      if (i == 0)
        state_fill (project);
      for (guint n = 0; n < 20; n++)
        state_run_random (project, rand);
      if (i == 2)
        {
          sl_project_undo (project, NULL);
          sl_project_undo (project, NULL);
          sl_project_redo (project, NULL);
        }
      if (i == 0)
        state_save_as (project, path);
      else if (i < 3)
        state_save (project);
      dumps[i] = state_dump (project);
      /* The past is the same when there is more of it. */
      for (guint past = 0; past <= i; past++)
        check_past (project, DAY_1 + 10 * past + past % 2 * 9, DAY_1, dumps[past]);
    }
  reader = sl_project_open_read_only (path, &error);
  g_assert_no_error (error);
  check_past (reader, DAY_1, DAY_1, dumps[0]);
  check_past (reader, DAY_1 + 10, DAY_1, dumps[1]);
  check_past (reader, DAY_1 + 25, DAY_1, dumps[2]);
  state_close_project (project);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* A project that no file has yet, and one without any record of changes. */
static void
test_unsaved (void)
{
  SlProject *project = state_new_project ();
  g_autofree char *empty = state_dump (project);
  g_autofree char *first = NULL;

  check_past (project, DAY_1, SL_INT_NULL, empty);
  set_day (DAY_1);
  state_add_goal (project, "First");
  first = state_dump (project);
  set_day (DAY_1 + 1);
  state_add_goal (project, "Second");
  check_past (project, DAY_1, DAY_1, first);
  sl_project_discard (project);
  g_object_unref (project);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void
set (SlProject *project, SlId id, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  sl_project_run (project, "record.set",
                  g_variant_new ("(xsv)", id, field, g_variant_new_int64 (value)), NULL, &error);
  g_assert_no_error (error);
}

static void
add_baseline (SlProject *project, SlId item, gint64 number, gint64 due, gint64 day)
{
  GVariantBuilder fields;
  g_autoptr (GError) error = NULL;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (item));
  g_variant_builder_add (&fields, "{sv}", "number", g_variant_new_int64 (number));
  g_variant_builder_add (&fields, "{sv}", "due", g_variant_new_int64 (due));
  g_variant_builder_add (&fields, "{sv}", "day", g_variant_new_int64 (day));
  sl_project_run (project, "record.add",
                  g_variant_new ("(sxxa{sv})", "baseline", (gint64)SL_ID_NONE, (gint64)-1, &fields),
                  NULL, &error);
  g_assert_no_error (error);
}

/* Nobody recorded the changes, but values, agreed dates and closed goals are dated. */
static void
test_dated (void)
{
  SlProject *project = state_new_project ();
  const SlId goal = state_add_goal (project, "Open a shop");
  const SlId other = state_add_goal (project, "Close a shop");
  gint64 begins = 0;
  g_autoptr (SlSnapshot) past = NULL;
  const SlTable *goals;
  guint row = 0;

  add_baseline (project, goal, 1, 20100, DAY_1 - 30);
  add_baseline (project, goal, 2, 20120, DAY_1 - 5);
  set (project, goal, "due", 20150);
  set (project, other, "status", SL_GOAL_DONE);
  set (project, other, "closed", DAY_1);

  past = sl_project_get_past (project, DAY_1 - 10, &begins);
  g_assert_cmpint (begins, >, DAY_1 - 10);
  goals = sl_snapshot_table (past, SL_KIND_GOAL);
  g_assert_true (sl_table_find (goals, goal, &row));
  g_assert_cmpint (sl_table_int (goals, row, SL_GOAL_DUE), ==, 20100);
  g_assert_true (sl_table_find (goals, other, &row));
  g_assert_cmpint (sl_table_int (goals, row, SL_GOAL_STATUS), ==, SL_GOAL_ACTIVE);
  g_assert_false (sl_table_is_set (goals, row, SL_GOAL_CLOSED));
  sl_project_discard (project);
  g_object_unref (project);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/past/record", test_record);
  g_test_add_func ("/core/past/unsaved", test_unsaved);
  g_test_add_func ("/core/past/dated", test_dated);
  result = g_test_run ();
  state_clear ();
  return result;
}

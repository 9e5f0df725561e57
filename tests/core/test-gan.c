/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts and quirks of GanttProject files, one by one. */

#include "config.h"

#include "import-fixture.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"House\" version=\"3.3\">"
#define TAIL "</project>"
#define WEEK                                                                                       \
  "<calendars><day-types><default-week id=\"1\" sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" "          \
  "thu=\"0\" fri=\"0\" sat=\"1\"/><only-show-weekends value=\"false\"/></day-types>"

static void
test_tree (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "gan", HEAD
      "<tasks><taskproperties><taskproperty id=\"tpd0\"/></taskproperties>"
      "<task id=\"0\" name=\"A\" start=\"2026-01-05\" duration=\"3\" complete=\"81\">"
      "<task id=\"7\" uid=\"abc\" name=\"B\" meeting=\"true\" start=\"2026-01-07\" "
      "duration=\"0\"><notes><![CDATA[ <b>raw</b> ]]></notes></task></task>"
      "<task id=\"3\" name=\"C\" webLink=\"http%3A%2F%2Fexample.org%2Fx\" "
      "start=\"2026-01-05\" duration=\"1\" thirdDate=\"2026-01-06\" thirdDate-constraint=\"1\"/>"
      "<task id=\"4\" name=\"D\" webLink=\"http://\" start=\"2026-01-05\" duration=\"-1\"/>"
      "</tasks>" TAIL);

  g_assert_cmpstr (plan->title, ==, "House");
  g_assert_cmpuint (plan->items->len, ==, 4);
  g_assert_cmpint (item (plan, 1)->parent, ==, 0);
  g_assert_cmpint (item (plan, 1)->type, ==, SL_IMPORT_MILESTONE);
  g_assert_cmpstr (item (plan, 1)->foreign_id, ==, "gan::abc");
  g_assert_cmpstr (item (plan, 0)->foreign_id, ==, "gan:House:0");
  g_assert_cmpstr (item (plan, 1)->note, ==, "<b>raw</b>");
  g_assert_cmpfloat_with_epsilon (item (plan, 0)->progress, 0.81, 1e-9);
  g_assert_cmpstr (item (plan, 2)->note, ==, "http://example.org/x");
  g_assert_cmpint (item (plan, 2)->constraint_type, ==, SL_CONSTRAINT_START_NO_EARLIER);
  g_assert_null (item (plan, 3)->note);
  assert_dates (plan, 0, "2026-01-05", "2026-01-07");
  assert_dates (plan, 1, "2026-01-07", "2026-01-07");
  assert_dates (plan, 3, "2026-01-05", "2026-01-05");
  assert_warnings (plan, "duration “-1” is out of range", NULL);
}

/* One task from Friday 2 January 2026 over two working days, under different calendars. */
static void
check_finish (const char *calendar, guint week, const char *finish)
{
  /* the calendar stands behind the tasks on purpose */
  g_autofree char *text
      = g_strdup_printf (HEAD "<tasks><task id=\"0\" name=\"A\" start=\"2026-01-02\" "
                              "duration=\"2\"/></tasks>%s" TAIL,
                         calendar);
  g_autoptr (SlImportPlan) plan = read_plan ("gan", text);

  g_assert_cmpuint (plan->work_week, ==, week);
  assert_dates (plan, 0, "2026-01-02", finish);
}

static void
test_calendar (void)
{
  check_finish (WEEK "</calendars>", 0x1f, "2026-01-05");
  check_finish ("", 0, "2026-01-05");
  /* 2.x: inside a calendar element */
  check_finish ("<calendars><day-types><calendar id=\"1\"><default-week sun=\"0\" sat=\"1\" "
                "mon=\"0\"/></calendar></day-types></calendars>",
                0x5f, "2026-01-04");
  check_finish (WEEK "<date year=\"2026\" month=\"1\" date=\"5\" type=\"HOLIDAY\"/></calendars>",
                0x1f, "2026-01-06");
  /* no type, no year: a day off, every year */
  check_finish (WEEK "<date year=\"\" month=\"1\" date=\"5\"/></calendars>", 0x1f, "2026-01-06");
  check_finish (WEEK
                "<date year=\"2026\" month=\"1\" date=\"3\" type=\"WORKING_DAY\"/></calendars>",
                0x1f, "2026-01-03");
  check_finish ("<calendars><day-types><default-week sun=\"1\" sat=\"1\"/><only-show-weekends "
                "value=\"true\"/></day-types></calendars>",
                0x7f, "2026-01-03");
  /* a week without a working day is no week */
  check_finish ("<calendars><default-week mon=\"1\" tue=\"1\" wed=\"1\" thu=\"1\" fri=\"1\" "
                "sat=\"1\" sun=\"1\"/></calendars>",
                0, "2026-01-05");
}

static void
test_calendar_days (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "gan", HEAD WEEK "<date year=\"\" month=\"12\" date=\"25\" type=\"HOLIDAY\">"
                       "<![CDATA[Christmas]]></date><date year=\"2026\" month=\"2\" date=\"30\"/>"
                       "</calendars>" TAIL);
  const SlImportDayOff *day = &g_array_index (plan->days_off, SlImportDayOff, 0);

  g_assert_cmpuint (plan->days_off->len, ==, 1);
  g_assert_cmpstr (day->title, ==, "Christmas");
  g_assert_true (day->yearly);
  g_assert_false (day->worked);
}

static void
test_links (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "gan", HEAD
      "<tasks><task id=\"0\" name=\"A\"><depend id=\"1\" type=\"1\" difference=\"0\"/>"
      "<depend id=\"2\" type=\"2\" difference=\"-2\" hardness=\"Rubber\"/></task>"
      "<task id=\"1\" name=\"B\"><depend id=\"2\" type=\"3\"/><depend id=\"9\" type=\"2\"/></task>"
      "<task id=\"2\" name=\"C\"><depend id=\"3\" type=\"4\" difference=\"1\"/></task>"
      "<task id=\"3\" name=\"D\"><depend id=\"0\" type=\"2\"/></task></tasks>" TAIL);
  const int types[] = { SL_DEPENDENCY_SS, SL_DEPENDENCY_FS, SL_DEPENDENCY_FF, SL_DEPENDENCY_SF };

  g_assert_cmpuint (plan->n_links_read, ==, 6);
  g_assert_cmpuint (plan->links->len, ==, G_N_ELEMENTS (types));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (link_at (plan, i)->type, ==, types[i]);
  g_assert_cmpfloat (link_at (plan, 1)->lag, ==, -2);
  assert_warnings (plan, "“B” is linked to the task 9", "“A” waits for “D”, which closes a circle",
                   NULL);
}

static void
test_people (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "gan",
      HEAD "<tasks><task id=\"0\" name=\"A\"/></tasks><resources><resource id=\"0\" name=\"Jack\"/>"
           "<resource id=\"1\" name=\"Tom\"/></resources><allocations>"
           "<allocation task-id=\"0\" resource-id=\"0\" load=\"50.0\" responsible=\"false\"/>"
           "<allocation task-id=\"0\" resource-id=\"1\" load=\"100.0\" responsible=\"true\"/>"
           "<allocation task-id=\"8\" resource-id=\"1\" load=\"100.0\"/></allocations>" TAIL);

  g_assert_cmpuint (plan->allocations->len, ==, 2);
  g_assert_cmpuint (plan->n_allocations_read, ==, 3);
  g_assert_cmpfloat (g_array_index (plan->allocations, SlImportAllocation, 0).units, ==, 0.5);
  g_assert_cmpstr (item (plan, 0)->owner, ==, "Tom");
  assert_warnings (plan, "1 assignments name", NULL);
}

static void
test_baselines (void)
{
  g_autoptr (SlImportPlan) plan
      = read_plan ("gan", HEAD WEEK
                   "</calendars><tasks><task id=\"0\" name=\"A\"/></tasks><previous>"
                   "<previous-tasks name=\"first\"><previous-task id=\"0\" start=\"2026-01-02\" "
                   "duration=\"2\" meeting=\"false\" super=\"false\"/></previous-tasks>"
                   "<previous-tasks name=\"second\"><previous-task id=\"5\" start=\"2026-01-02\" "
                   "duration=\"1\"/></previous-tasks></previous>" TAIL);
  const SlImportBaseline *baseline = &g_array_index (plan->baselines, SlImportBaseline, 0);

  g_assert_cmpuint (plan->baselines->len, ==, 1);
  g_assert_cmpint (baseline->number, ==, 0);
  assert_moment (baseline->start_day, -1, "2026-01-02");
  assert_moment (baseline->due_day, -1, "2026-01-05");
}

static void
test_odd_files (void)
{
  g_autoptr (SlImportPlan) latin1 = read_plan (
      "gan", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><project name=\"Gr\xf6\xdf"
             "e\"><tasks><task name=\"no id\"/><task id=\"1\" name=\"x\"/><task id=\"1\" "
             "name=\"y\" start=\"31.12.2026\"/></tasks></project>");

  g_assert_cmpstr (latin1->title, ==, "Größe");
  g_assert_cmpuint (latin1->items->len, ==, 3);
  g_assert_null (item (latin1, 0)->foreign_id);
  assert_warnings (latin1, "the id 1 occurs twice", "“31.12.2026” is no date", NULL);
  assert_refused ("gan", HEAD "<tasks><task", -1, SL_ERROR_INVALID, "line 1:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/gan/tree", test_tree);
  g_test_add_func ("/core/gan/calendar", test_calendar);
  g_test_add_func ("/core/gan/calendar-days", test_calendar_days);
  g_test_add_func ("/core/gan/links", test_links);
  g_test_add_func ("/core/gan/people", test_people);
  g_test_add_func ("/core/gan/baselines", test_baselines);
  g_test_add_func ("/core/gan/odd-files", test_odd_files);
  return g_test_run ();
}

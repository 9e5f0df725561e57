/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts and quirks of GNOME Planner files, one by one. */

#include "config.h"

#include "import-fixture.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\"?><project name=\"Sample\" mrproject-version=\"2\" calendar=\"%s\">"
#define TAIL "</project>"

static void
test_tasks (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "planner",
      "<project name=\"Sample\" mrproject-version=\"2\"><tasks>"
      "<task id=\"1\" name=\"A\" note=\"why\" work=\"144000\" start=\"20260105T000000Z\" "
      "end=\"20260109T170000Z\" work-start=\"20260105T080000Z\" percent-complete=\"40\" "
      "type=\"normal\" scheduling=\"fixed-work\"><constraint type=\"must-start-on\" "
      "time=\"20260105T000000Z\"/>"
      "<task id=\"2\" name=\"B\" note=\"\" duration=\"57600\" start=\"20260105T080000Z\" "
      "end=\"20260107T000000Z\" type=\"normal\" scheduling=\"fixed-duration\"/>"
      "<task id=\"3\" name=\"C\" work=\"0\" start=\"20260109T104000Z\" end=\"20260109T104000Z\" "
      "type=\"milestone\" percent-complete=\"x\"/></task></tasks>" TAIL);

  g_assert_cmpstr (plan->title, ==, "Sample");
  assert_dates (plan, 0, "2026-01-05T00:00", "2026-01-09T17:00");
  assert_dates (plan, 1, "2026-01-05T08:00", "2026-01-06T24:00");
  assert_dates (plan, 2, "2026-01-09T10:40", "2026-01-09T10:40");
  g_assert_cmpfloat_with_epsilon (item (plan, 0)->effort, 5, 1e-9);
  g_assert_true (isnan (item (plan, 0)->duration));
  g_assert_cmpfloat_with_epsilon (item (plan, 1)->duration, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (plan, 0)->progress, 0.4, 1e-9);
  g_assert_cmpint (item (plan, 0)->constraint_type, ==, SL_CONSTRAINT_MUST_START);
  g_assert_cmpstr (item (plan, 0)->note, ==, "why");
  g_assert_cmpint (item (plan, 2)->parent, ==, 0);
  g_assert_cmpint (item (plan, 2)->type, ==, SL_IMPORT_MILESTONE);
  g_assert_cmpstr (item (plan, 2)->foreign_id, ==, "planner:Sample:3");
  assert_warnings (plan, "“x” is no percentage", NULL);
}

static void
test_links (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "planner",
      "<project mrproject-version=\"2\"><tasks><task id=\"1\" name=\"A\"/><task id=\"2\" "
      "name=\"B\">"
      "<predecessors><predecessor id=\"1\" predecessor-id=\"1\" type=\"SS\" lag=\"86400\"/>"
      "<predecessor id=\"2\" predecessor-id=\"7\" type=\"FS\"/></predecessors></task>"
      "<task id=\"3\" name=\"C\"><predecessors><predecessor predecessor-id=\"2\"/></predecessors>"
      "</task></tasks>" TAIL);

  g_assert_cmpuint (plan->n_links_read, ==, 3);
  g_assert_cmpuint (plan->links->len, ==, 2);
  g_assert_cmpint (link_at (plan, 0)->type, ==, SL_DEPENDENCY_SS);
  g_assert_cmpfloat (link_at (plan, 0)->lag, ==, 1);
  g_assert_true (link_at (plan, 0)->elapsed);
  g_assert_cmpint (link_at (plan, 1)->type, ==, SL_DEPENDENCY_FS);
  assert_warnings (plan, "“B” is linked to the task 7", NULL);
}

static void
test_people (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "planner",
      "<project mrproject-version=\"2\"><tasks><task id=\"1\" name=\"A\"/></tasks><resources>"
      "<resource id=\"0\" type=\"1\"/><resource id=\"1\" name=\"Ann\" type=\"1\"/>"
      "<resource id=\"2\" name=\"Steel\" type=\"2\"/></resources><allocations>"
      "<allocation task-id=\"1\" resource-id=\"1\" units=\"75\"/>"
      "<allocation task-id=\"1\" resource-id=\"2\"/><allocation task-id=\"4\" resource-id=\"1\"/>"
      "</allocations>" TAIL);
  const SlImportResource *resources = &g_array_index (plan->resources, SlImportResource, 0);

  g_assert_cmpuint (plan->resources->len, ==, 3);
  g_assert_cmpstr (resources[0].name, ==, "");
  g_assert_true (resources[1].person);
  g_assert_false (resources[2].person);
  g_assert_cmpfloat (g_array_index (plan->allocations, SlImportAllocation, 0).units, ==, 0.75);
  g_assert_cmpuint (plan->n_allocations_read, ==, 3);
  g_assert_cmpstr (item (plan, 0)->owner, ==, "Ann");
}

#define CALENDARS                                                                                  \
  "<calendars><calendar id=\"1\" name=\"Base\"><default-week mon=\"0\" tue=\"0\" wed=\"0\" "       \
  "thu=\"0\" fri=\"1\" sat=\"1\" sun=\"1\"/><overridden-day-types><overridden-day-type id=\"0\">"  \
  "<interval start=\"0800\" end=\"1200\"/><interval start=\"1300\" end=\"1630\"/>"                 \
  "</overridden-day-type></overridden-day-types><days><day date=\"20260101\" type=\"day-type\" "   \
  "id=\"1\"/></days>"                                                                              \
  "<calendar id=\"2\" name=\"Shift\"><default-week mon=\"2\" tue=\"2\" wed=\"2\" thu=\"2\" "       \
  "fri=\"2\" sat=\"3\" sun=\"2\"/><overridden-day-types><overridden-day-type id=\"3\">"            \
  "<interval start=\"2200\" end=\"0000\"/></overridden-day-type></overridden-day-types>"           \
  "<days><day date=\"20260104\" type=\"day-type\" id=\"3\"/><day date=\"20260105\" id=\"2\"/>"     \
  "</days></calendar></calendar></calendars>"

static void
test_calendar (void)
{
  g_autofree char *base_text = g_strdup_printf (HEAD CALENDARS TAIL, "1");
  g_autofree char *shift_text = g_strdup_printf (HEAD CALENDARS TAIL, "2");
  g_autoptr (SlImportPlan) base = read_plan ("planner", base_text);
  g_autoptr (SlImportPlan) shift = read_plan ("planner", shift_text);
  const SlImportDayOff *day;

  g_assert_cmpuint (base->work_week, ==, 0x0f);
  g_assert_cmpfloat (base->hours_per_day, ==, 7.5);
  g_assert_cmpuint (base->days_off->len, ==, 1);
  g_assert_false (g_array_index (base->days_off, SlImportDayOff, 0).worked);

  /* Saturday by a day type of its own, the rest from the calendar around it */
  g_assert_cmpuint (shift->work_week, ==, 0x2f);
  g_assert_cmpuint (shift->days_off->len, ==, 2);
  day = &g_array_index (shift->days_off, SlImportDayOff, 0);
  assert_moment (day->day, -1, "2026-01-04");
  g_assert_true (day->worked);
  day = &g_array_index (shift->days_off, SlImportDayOff, 1);
  assert_moment (day->day, -1, "2026-01-01");
  g_assert_false (day->worked);
}

static void
test_no_xinclude (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "planner",
      "<project xmlns:xi=\"http://www.w3.org/2001/XInclude\" name=\"x\" "
      "mrproject-version=\"2\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/>" TAIL);

  g_assert_cmpuint (plan->items->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/planner/tasks", test_tasks);
  g_test_add_func ("/core/planner/links", test_links);
  g_test_add_func ("/core/planner/people", test_people);
  g_test_add_func ("/core/planner/calendar", test_calendar);
  g_test_add_func ("/core/planner/no-xinclude", test_no_xinclude);
  return g_test_run ();
}

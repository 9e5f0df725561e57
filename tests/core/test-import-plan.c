/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a plan after it was read: repairs, date conflicts, finding records that exist
 * already, dumps, the parameters of the command; and the reading of XML, numbers and working days
 * that all readers share. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "command/sl-command.h"
#include "import-fixture.h"
#include "io/sl-read.h"
#include "io/sl-workdays.h"
#include "io/sl-xml.h"
#include "plan-fixture.h"
#include "state-fixture.h"

static gint64
day_of (const char *iso)
{
  gint64 day;

  g_assert_true (sl_day_from_iso (iso, &day));
  return day;
}

/* A plan of @n tasks T0, T1 ... without parents. */
static SlImportPlan *
plan_of (guint n)
{
  SlImportPlan *plan = sl_import_plan_new ("test");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("T%u", i);

      sl_import_plan_add (plan, SL_IMPORT_TASK, -1, title);
    }
  return plan;
}

static void
link_items (SlImportPlan *plan, guint before, guint after)
{
  sl_import_plan_add_link (plan, before, after, SL_DEPENDENCY_FS, 0, FALSE);
}

static void
test_cleaning (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");
  g_autofree char *long_title = g_strnfill (SL_TITLE_MAX_CHARS + 10, 'x');
  const SlImportItem *bad = sl_import_plan_add (plan, SL_IMPORT_TASK, -1, "a\xff\001\nb\u202ec");

  g_assert_cmpstr (bad->title, ==, "a\xef\xbf\xbd bc");
  g_assert_cmpuint (strlen (sl_import_plan_add (plan, SL_IMPORT_TASK, -1, long_title)->title), ==,
                    SL_TITLE_MAX_CHARS);
  sl_import_plan_add_link (plan, 0, 1, SL_DEPENDENCY_FS, 1e9, FALSE);
  sl_import_plan_add_link (plan, 0, 1, SL_DEPENDENCY_FS, NAN, FALSE);
  g_assert_cmpfloat (link_at (plan, 0)->lag, ==, 10000);
  g_assert_cmpfloat (link_at (plan, 1)->lag, ==, 0);
  sl_import_plan_add_day_off (plan, SL_DAY_MAX + 1, "late", FALSE, FALSE);
  sl_import_plan_add_day_off (plan, 0, "first", FALSE, FALSE);
  sl_import_plan_add_day_off (plan, 0, "again", FALSE, FALSE);
  g_assert_cmpuint (plan->days_off->len, ==, 1);
}

static void
test_many_warnings (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");

  for (guint i = 0; i < SL_IMPORT_MAX_WARNINGS + 7; i++)
    sl_import_plan_warn (plan, NULL, "warning %u", i);
  g_assert_cmpuint (plan->warnings->len, ==, SL_IMPORT_MAX_WARNINGS);
  g_assert_cmpuint (plan->n_warnings_dropped, ==, 7);
}

static void
test_depth (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");

  for (int i = 0; i < 1000; i++)
    sl_import_plan_add (plan, SL_IMPORT_TASK, i - 1, "deep");
  sl_import_plan_repair (plan, 0);
  for (guint i = 0; i < plan->items->len; i++)
    {
      guint depth = 0;

      for (int at = (int)i; at >= 0; at = item (plan, (guint)at)->parent)
        depth++;
      g_assert_cmpuint (depth, <=, SL_IMPORT_MAX_DEPTH);
      if (i < SL_IMPORT_MAX_DEPTH)
        g_assert_cmpuint (depth, ==, i + 1);
    }
  assert_warnings (plan, "936 items are nested more than 64 deep", NULL);
}

static void
test_links (void)
{
  g_autoptr (SlImportPlan) plan = plan_of (6);

  item (plan, 5)->parent = 4;
  link_items (plan, 0, 0);
  link_items (plan, 0, 1);
  link_items (plan, 0, 1);
  link_items (plan, 1, 2);
  link_items (plan, 2, 0);
  link_items (plan, 4, 5);
  link_items (plan, 3, 2);
  sl_import_plan_repair (plan, 0);
  g_assert_cmpuint (plan->links->len, ==, 3);
  assert_warnings (plan, "“T0” waits for itself", "“T1” waits for “T0” more than once",
                   "“T5” waits for “T4”, and one is part of the other",
                   "“T0” waits for “T2”, which closes a circle", NULL);
}

/* A chain as long as files may be, closed to a circle: no recursion, one link lost. */
static void
test_long_circle (void)
{
  const guint n = 100000;
  g_autoptr (SlImportPlan) plan = plan_of (n);

  for (guint i = 0; i < n; i++)
    link_items (plan, i, (i + 1) % n);
  sl_import_plan_repair (plan, 0);
  g_assert_cmpuint (plan->links->len, ==, n - 1);
}

static void
test_goals (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");

  sl_import_plan_add (plan, SL_IMPORT_TASK, -1, "task");
  sl_import_plan_add (plan, SL_IMPORT_GOAL, 0, "goal");
  sl_import_plan_add (plan, SL_IMPORT_TASK, 1, "below");
  sl_import_plan_add (plan, SL_IMPORT_MILESTONE, -1, "point");
  sl_import_plan_repair (plan, 0);
  g_assert_cmpint (item (plan, 1)->parent, ==, -1);
  g_assert_cmpint (item (plan, 2)->parent, ==, 1);
  assert_warnings (plan, "the goal “goal” stood below the task “task”", NULL);

  sl_import_plan_repair (plan, 1);
  g_assert_cmpint (item (plan, 0)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (plan, 2)->type, ==, SL_IMPORT_TASK);
  g_assert_cmpint (item (plan, 3)->type, ==, SL_IMPORT_MILESTONE);
}

static void
test_title (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");

  plan->title = g_strdup (" launch\nplan.xml ");
  sl_import_plan_repair (plan, 0);
  g_assert_cmpstr (plan->title, ==, "launch plan");
}

/* Two tasks from @a0 to @a1 and from @b0 to @b1, linked; whether that is a conflict. */
static void
check_conflict (int type, double lag, gboolean elapsed, const char *a0, const char *a1,
                const char *b0, const char *b1, const char *warning)
{
  g_autoptr (SlImportPlan) plan = plan_of (2);

  sl_read_stamp (a0, &item (plan, 0)->start_day, &item (plan, 0)->start_minute);
  sl_read_stamp (a1, &item (plan, 0)->due_day, &item (plan, 0)->due_minute);
  sl_read_stamp (b0, &item (plan, 1)->start_day, &item (plan, 1)->start_minute);
  sl_read_stamp (b1, &item (plan, 1)->due_day, &item (plan, 1)->due_minute);
  sl_import_plan_add_link (plan, 0, 1, type, lag, elapsed);
  sl_import_plan_check_dates (plan);
  /* asking twice says it once */
  sl_import_plan_check_dates (plan);
  assert_warnings (plan, warning, NULL);
}

static void
test_conflicts (void)
{
  const int FS = SL_DEPENDENCY_FS, SS = SL_DEPENDENCY_SS, FF = SL_DEPENDENCY_FF,
            SF = SL_DEPENDENCY_SF;
  const char *mon = "2026-03-02", *tue = "2026-03-03", *wed = "2026-03-04", *fri = "2026-03-06",
             *next_mon = "2026-03-09";

  check_conflict (FS, 0, FALSE, mon, wed, tue, fri,
                  "“T1” starts on 3 Mar 2026, before “T0” (finish 4 Mar 2026) allows");
  check_conflict (FS, 0, FALSE, mon, tue, wed, fri, NULL);
  check_conflict (FS, 0, FALSE, mon, tue, tue, fri, "starts on 3 Mar 2026");
  /* the time of day settles it */
  check_conflict (FS, 0, FALSE, mon, "2026-03-03T12:00", "2026-03-03T13:00", fri, NULL);
  check_conflict (FS, 0, FALSE, mon, "2026-03-03T12:00", "2026-03-03T11:00", fri, "starts on");
  /* over the weekend: one working day of lag is three days, an elapsed one is one */
  check_conflict (FS, 1, FALSE, mon, fri, fri, next_mon, "starts on 6 Mar 2026");
  check_conflict (FS, 1, FALSE, mon, fri, next_mon, next_mon, NULL);
  check_conflict (FS, 1, TRUE, mon, fri, "2026-03-07", next_mon, NULL);
  check_conflict (FS, -2, FALSE, mon, fri, wed, fri, NULL);
  check_conflict (FS, -2, FALSE, mon, fri, tue, fri, "starts on 3 Mar 2026");
  check_conflict (SS, 0, FALSE, tue, fri, mon, fri,
                  "“T1” starts on 2 Mar 2026, before “T0” (start 3 Mar 2026) allows");
  check_conflict (SS, 0, FALSE, tue, fri, tue, fri, NULL);
  check_conflict (FF, 0, FALSE, mon, fri, mon, wed,
                  "“T1” finishes on 4 Mar 2026, before “T0” (finish 6 Mar 2026) allows");
  check_conflict (SF, 0, FALSE, wed, fri, mon, tue,
                  "“T1” finishes on 3 Mar 2026, before “T0” (start 4 Mar 2026) allows");
  check_conflict (FS, 0, FALSE, fri, mon, next_mon, next_mon,
                  "“T0” finishes on 2 Mar 2026, before it starts on 6 Mar 2026");
  check_conflict (FS, 0, FALSE, NULL, NULL, mon, tue, NULL);
}

static void
test_milestone_conflicts (void)
{
  g_autoptr (SlImportPlan) plan = plan_of (2);

  /* a point in time may be where the work before it ends */
  item (plan, 0)->start_day = item (plan, 0)->due_day = day_of ("2026-03-03");
  item (plan, 1)->due_day = day_of ("2026-03-03");
  item (plan, 1)->type = SL_IMPORT_MILESTONE;
  link_items (plan, 0, 1);
  sl_import_plan_check_dates (plan);
  assert_warnings (plan, NULL);
}

static void
test_match (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProject) project = sl_project_new (&error);
  SlId grow, sell;

  g_assert_no_error (error);
  grow = state_add_goal (project, "Grow");
  sell = state_add_goal (project, "Über uns");
  {
    GVariant *set = g_variant_new ("(xsv)", sell, "foreign_id", g_variant_new_string ("csv:X-1"));

    g_assert_true (sl_project_run (project, "record.set", set, NULL, &error));
  }
  sl_import_plan_add (plan, SL_IMPORT_GOAL, -1, "GROW\xc2\xa0 ");
  sl_import_plan_add (plan, SL_IMPORT_GOAL, -1, "grow");
  sl_import_plan_add (plan, SL_IMPORT_GOAL, 0, "Grow");
  sl_import_plan_add (plan, SL_IMPORT_TASK, -1, "Grow");
  sl_import_plan_add (plan, SL_IMPORT_GOAL, -1, "renamed")->foreign_id = g_strdup ("csv:X-1");
  sl_import_plan_add (plan, SL_IMPORT_GOAL, -1, "über uns");
  sl_import_plan_match (plan, sl_project_get_snapshot (project));

  g_assert_cmpint (item (plan, 0)->duplicate_of, ==, grow);
  {
    g_autofree char *stored = sl_import_item_stored_title (item (plan, 0));

    g_assert_cmpstr (stored, ==, "GROW");
  }
  /* each record is meant once, by its place, its kind and its id */
  g_assert_cmpint (item (plan, 1)->duplicate_of, ==, SL_ID_NONE);
  g_assert_cmpint (item (plan, 2)->duplicate_of, ==, SL_ID_NONE);
  g_assert_cmpint (item (plan, 3)->duplicate_of, ==, SL_ID_NONE);
  g_assert_cmpint (item (plan, 4)->duplicate_of, ==, sell);
  g_assert_cmpint (item (plan, 5)->duplicate_of, ==, SL_ID_NONE);
  sl_project_discard (project);
}

static void
test_json (void)
{
  g_autoptr (SlImportPlan) plan = plan_of (2);
  g_autofree char *json = NULL;
  SlImportItem *first = item (plan, 0);

  g_free (first->title);
  first->title = g_strdup ("a\"b\\c\xc3\xbc");
  first->start_day = day_of ("2026-01-05");
  first->start_minute = 480;
  first->due_day = day_of ("2026-01-06");
  first->due_minute = 1440;
  first->progress = 0.63;
  item (plan, 1)->parent = 0;
  sl_import_plan_add_resource (plan, "Anna", TRUE);
  plan->n_links_read = 3;
  sl_import_plan_warn (plan, "row 2", "odd");
  json = sl_import_plan_to_json (plan);
  g_assert_nonnull (strstr (json, "{\"name\": \"a\\\"b\\\\c\xc3\xbc\", \"parent\": null, "
                                  "\"start\": \"2026-01-05T08:00\", \"finish\": "
                                  "\"2026-01-07T00:00\", \"milestone\": false, \"percent\": 63, "
                                  "\"type\": \"task\"}"));
  g_assert_nonnull (strstr (json, "{\"name\": \"T1\", \"parent\": 0, \"start\": null, "
                                  "\"finish\": null, \"milestone\": false, \"percent\": null"));
  g_assert_nonnull (strstr (json, "\"dependencies\": 3"));
  g_assert_nonnull (strstr (json, "\"resources\": [\n  \"Anna\"]"));
  g_assert_nonnull (strstr (json, "{\"place\": \"row 2\", \"text\": \"odd\"}"));
}

/* Materials and nameless resources are no parties, and indexes stay right without them. */
static void
test_params (void)
{
  g_autoptr (SlImportPlan) plan = plan_of (1);
  g_autoptr (GVariant) params = NULL;
  g_autoptr (GVariant) names = NULL;
  g_autoptr (GVariant) shares = NULL;
  guint32 task, resource;
  double units;

  sl_import_plan_add_resource (plan, "Steel", FALSE);
  sl_import_plan_add_resource (plan, "", TRUE);
  sl_import_plan_add_resource (plan, "Anna", TRUE);
  for (guint i = 0; i < 3; i++)
    sl_import_plan_add_allocation (plan, 0, i, 0.5);
  params = g_variant_ref_sink (sl_import_plan_to_params (plan));
  g_assert_true (g_variant_is_of_type (params, G_VARIANT_TYPE (SL_COMMAND_IMPORT_TYPE)));
  names = g_variant_get_child_value (params, 4);
  shares = g_variant_get_child_value (params, 5);
  g_assert_cmpuint (g_variant_n_children (names), ==, 1);
  g_assert_cmpuint (g_variant_n_children (shares), ==, 1);
  g_variant_get_child (shares, 0, "(uud)", &task, &resource, &units);
  g_assert_cmpuint (resource, ==, 0);
}

/* A whole plan becomes one step, and one undo takes it back. */
static void
test_import (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProject) project = sl_project_new (&error);
  g_autofree char *before = state_dump (project);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  const SlImportOptions options = { .goal_levels = 1 };
  g_autoptr (SlImportPlan) plan = read_with (
      "gan",
      "<project name=\"House\"><calendars><default-week sun=\"1\" sat=\"1\"/>"
      "<date year=\"2026\" month=\"1\" date=\"6\">Epiphany</date></calendars><tasks>"
      "<task id=\"0\" name=\"Roof\" start=\"2026-01-05\" duration=\"3\" complete=\"50\">"
      "<task id=\"1\" name=\"Tiles\" start=\"2026-01-05\" duration=\"2\"><depend id=\"2\" "
      "type=\"2\"/></task><task id=\"2\" name=\"Done\" meeting=\"true\" start=\"2026-01-08\" "
      "duration=\"0\"/></task></tasks><resources><resource id=\"0\" name=\"Tom\"/></resources>"
      "<allocations><allocation task-id=\"1\" resource-id=\"0\" load=\"50\" "
      "responsible=\"true\"/></allocations></project>",
      &options);
  const SlSnapshot *snapshot;

  g_assert_true (
      sl_project_run (project, "plan.import", sl_import_plan_to_params (plan), NULL, &error));
  g_assert_no_error (error);
  snapshot = sl_project_get_snapshot (project);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_GOAL)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_TASK)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_MILESTONE)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_DEPENDENCY)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_ALLOCATION)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_DAY_OFF)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_PARTY)), ==, 1);
  {
    const SlTable *tasks = sl_snapshot_table (snapshot, SL_KIND_TASK);

    g_assert_cmpint (sl_table_int (tasks, 0, SL_TASK_START), ==, day_of ("2026-01-05"));
    g_assert_cmpint (sl_table_int (tasks, 0, SL_TASK_DUE), ==, day_of ("2026-01-07"));
    g_assert_cmpint (sl_table_ref (tasks, 0, SL_TASK_GOAL), !=, SL_ID_NONE);
  }
  after = state_dump (project);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (sl_project_undo (project, &error));
  undone = state_dump (project);
  g_assert_cmpstr (before, ==, undone);

  /* once more, then the same file again: nothing is doubled */
  g_assert_true (sl_project_redo (project, &error));
  sl_import_plan_match (plan, sl_project_get_snapshot (project));
  g_assert_true (
      sl_project_run (project, "plan.import", sl_import_plan_to_params (plan), NULL, &error));
  g_free (undone);
  undone = state_dump (project);
  g_assert_cmpstr (after, ==, undone);
  sl_project_discard (project);
}

static void
test_read (void)
{
  gint64 number, day;
  double real;
  int minute;

  g_assert_true (sl_read_int (" 42 ", &number) && number == 42);
  g_assert_false (sl_read_int ("42x", &number));
  g_assert_false (sl_read_int ("", &number));
  g_assert_false (sl_read_int ("99999999999999999999", &number));
  g_assert_true (sl_read_real ("0.5", &real) && real == 0.5);
  g_assert_false (sl_read_real ("nan", &real));
  g_assert_false (sl_read_real ("1,5", &real));
  g_assert_true (sl_read_bool ("true") && sl_read_bool ("1") && !sl_read_bool ("0"));
  g_assert_true (sl_read_is_none ("NA") && sl_read_is_none (" ") && !sl_read_is_none ("0"));
  g_assert_true (sl_read_stamp ("20260105T103000Z", &day, &minute));
  assert_moment (day, minute, "2026-01-05T10:30");
  g_assert_true (sl_read_stamp ("2026-01-05T24:00", &day, &minute));
  assert_moment (day, minute, "2026-01-05");
  g_assert_false (sl_read_stamp ("2026-02-30", &day, &minute));
  g_assert_false (sl_read_stamp ("20260105123", &day, &minute));
  g_assert_false (sl_read_stamp ("0001-01-01", &day, &minute));
  g_assert_cmpint (day, ==, SL_INT_NULL);
}

static void
test_workdays (void)
{
  g_autoptr (SlImportPlan) plan = sl_import_plan_new ("test");
  g_autoptr (SlWorkdays) days = NULL;
  gint64 fri = day_of ("2026-03-06"), sat = fri + 1, mon = fri + 3, last;

  sl_import_plan_add_day_off (plan, day_of ("2000-03-10"), "yearly", TRUE, FALSE);
  sl_import_plan_add_day_off (plan, day_of ("2026-03-14"), "worked", FALSE, TRUE);
  sl_import_plan_add_day_off (plan, day_of ("2000-02-29"), "leap", TRUE, FALSE);
  days = sl_workdays_new (plan);
  g_assert_true (sl_workdays_is_worked (days, fri));
  g_assert_false (sl_workdays_is_worked (days, sat));
  g_assert_false (sl_workdays_is_worked (days, day_of ("2026-03-10")));
  g_assert_true (sl_workdays_is_worked (days, day_of ("2026-03-14")));
  g_assert_cmpint (sl_workdays_count (days, fri, day_of ("2026-03-14")), ==, 6);
  g_assert_cmpint (sl_workdays_count (days, mon, fri), ==, 0);
  g_assert_true (sl_workdays_last (days, sat, 1, &last) && last == mon);
  g_assert_true (sl_workdays_last (days, fri, 2, &last) && last == mon);
  g_assert_true (sl_workdays_last (days, sat, 0, &last) && last == sat);
  g_assert_false (sl_workdays_last (days, fri, 1000000, &last));
  g_assert_cmpint (sl_workdays_shift (days, fri, 1), ==, mon);
  g_assert_cmpint (sl_workdays_shift (days, mon, -1), ==, fri);
  g_assert_cmpint (sl_workdays_shift (days, sat, -1), ==, fri);
  g_assert_cmpint (sl_workdays_shift (days, fri, 10000000), ==, SL_DAY_MAX);
  g_assert_cmpint (sl_workdays_shift (days, fri, -10000000), ==, SL_DAY_MIN);
}

static SlXml *
open_xml (const char *text)
{
  return sl_xml_new ((const guint8 *)text, strlen (text), NULL);
}

static void
test_xml_walk (void)
{
  g_autoptr (SlXml) xml = open_xml ("<a x='1'><b/><c>t<![CDATA[<u>]]><d>no</d>v</c><!-- - -->"
                                    "<e><f/><f/></e></a>");
  g_autofree char *attribute = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (sl_xml_open (xml));
  attribute = sl_xml_attribute (xml, "x");
  g_assert_cmpstr (attribute, ==, "1");
  g_assert_null (sl_xml_attribute (xml, "y"));
  g_assert_true (sl_xml_next (xml, 0) && sl_xml_is (xml, "b"));
  g_assert_false (sl_xml_next (xml, 1));
  g_assert_true (sl_xml_next (xml, 0) && sl_xml_is (xml, "c"));
  text = sl_xml_text (xml);
  g_assert_cmpstr (text, ==, "t<u>v");
  g_assert_true (sl_xml_next (xml, 0) && sl_xml_is (xml, "e"));
  while (sl_xml_next (xml, 1))
    n++;
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (sl_xml_next (xml, 0));
  g_assert_true (sl_xml_finish (xml, NULL));
}

static void
check_xml_error (const char *text, int code, const char *part)
{
  g_autoptr (SlXml) xml = open_xml (text);
  g_autoptr (GError) error = NULL;

  sl_xml_open (xml);
  g_assert_false (sl_xml_finish (xml, &error));
  g_assert_error (error, SL_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not contain “%s”", error->message, part);
}

/* What looks like attributes in text, comments and values is none. */
static void
test_xml_equals (void)
{
  g_autofree char *line = g_strnfill (300, '=');
  g_autofree char *text
      = g_strdup_printf ("<a x='&lt;%s>'><!-- <b %s --><![CDATA[<c %s]]>%s<d y=\">%s\"/></a>", line,
                         line, line, line, line);
  g_autoptr (SlXml) xml = open_xml (text);

  g_assert_true (sl_xml_open (xml));
  g_assert_true (sl_xml_finish (xml, NULL));
}

static void
test_xml_errors (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (SlXml) broken = open_xml ("<a><b></a>");

  for (guint i = 0; i < 70; i++)
    g_string_append (deep, "<a>");
  check_xml_error (deep->str, SL_ERROR_LIMIT, "nested more than 64 deep");
  g_string_assign (deep, "<a ");
  for (guint i = 0; i < 201; i++)
    g_string_append_printf (deep, "a%u='1' ", i);
  g_string_append (deep, "/>");
  check_xml_error (deep->str, SL_ERROR_LIMIT, "too many attributes");
  g_string_prepend (deep, "<?pi '?>");
  check_xml_error (deep->str, SL_ERROR_LIMIT, "too many attributes");
  check_xml_error ("<?xml version='1.0' encoding='UTF-7'?><a/>", SL_ERROR_UNSUPPORTED, "encoding");
  check_xml_error ("<a>\n<b></a>", SL_ERROR_INVALID, "line 2:");
  check_xml_error ("<a>", SL_ERROR_INVALID, "line 1:");
  check_xml_error ("<a/>x", SL_ERROR_INVALID, "line 1:");
  check_xml_error ("<!DOCTYPE a [<!ENTITY e \"x\">]><a/>", SL_ERROR_INVALID, "entities");
  check_xml_error ("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
                   SL_ERROR_INVALID, "entities");
  check_xml_error ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\xff</a>", SL_ERROR_INVALID,
                   "line 1:");
  /* the walk ends at the first error, and stays there */
  sl_xml_open (broken);
  while (sl_xml_next (broken, 0))
    ;
  g_assert_false (sl_xml_next (broken, 0));
  g_assert_false (sl_xml_next (broken, 1));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) xml = g_string_new ("<project mrproject-version=\"2\">");
  g_autoptr (GString) csv = g_string_new ("Name;Due\n");
  const struct
  {
    const char *format;
    GString *text;
  } files[] = { { "planner", xml }, { "csv", csv } };

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append (xml, "<a/>");
      g_string_append (csv, "a;2026-01-05\n");
    }
  g_string_append (xml, "</project>");
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text->str, files[i].text->len);
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_import_read_bytes (bytes, "test", sl_format_by_id (files[i].format), NULL,
                                           cancellable, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
    }
}

static void
check_file_error (const char *path, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_import_read_file (path, NULL, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not contain “%s”", error->message, part);
}

static void
test_files (void)
{
  g_autofree char *missing = state_path ("missing.gan");
  g_autofree char *folder = state_path ("folder.gan");
  g_autofree char *huge = state_path ("huge.csv");
  g_autofree char *fine = state_path ("größe.csv");
  g_autoptr (SlImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  file = g_fopen (huge, "w");
  g_assert_nonnull (file);
  g_assert_cmpint (ftruncate (fileno (file), SL_IMPORT_MAX_BYTES + 1), ==, 0);
  fclose (file);
  g_assert_true (g_file_set_contents (fine, "Goal\nGrow\n", -1, NULL));

  check_file_error (missing, SL_ERROR_NOT_FOUND, "“missing.gan”: ");
  check_file_error (folder, SL_ERROR_IO, "“folder.gan”: this is not a file");
  check_file_error (huge, SL_ERROR_LIMIT, "“huge.csv”: the file is larger than 64 MB");
  check_file_error ("/dev/zero", SL_ERROR_IO, "this is not a file");
  plan = sl_import_read_file (fine, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->source_name, ==, "größe.csv");
  g_assert_cmpstr (item (plan, 0)->title, ==, "Grow");
}

/* Every row of the registry is complete, and found by its id. */
static void
test_registry (void)
{
  const SlFormat *const *formats = sl_format_all ();

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_assert_true (sl_format_by_id (formats[i]->id) == formats[i]);
      g_assert_cmpstr (formats[i]->name, !=, "");
      g_assert_cmpstr (formats[i]->suffixes, !=, "");
      g_assert_true (g_str_has_suffix (formats[i]->losses, "."));
      g_assert_cmpint (formats[i]->probe ((const guint8 *)"", 0, "a"), ==, 0);
    }
  g_assert_null (sl_format_by_id ("mpp"));
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/import-plan/cleaning", test_cleaning);
  g_test_add_func ("/core/import-plan/many-warnings", test_many_warnings);
  g_test_add_func ("/core/import-plan/depth", test_depth);
  g_test_add_func ("/core/import-plan/links", test_links);
  g_test_add_func ("/core/import-plan/long-circle", test_long_circle);
  g_test_add_func ("/core/import-plan/goals", test_goals);
  g_test_add_func ("/core/import-plan/title", test_title);
  g_test_add_func ("/core/import-plan/conflicts", test_conflicts);
  g_test_add_func ("/core/import-plan/milestone-conflicts", test_milestone_conflicts);
  g_test_add_func ("/core/import-plan/match", test_match);
  g_test_add_func ("/core/import-plan/json", test_json);
  g_test_add_func ("/core/import-plan/params", test_params);
  g_test_add_func ("/core/import-plan/import", test_import);
  g_test_add_func ("/core/import-plan/read", test_read);
  g_test_add_func ("/core/import-plan/workdays", test_workdays);
  g_test_add_func ("/core/import-plan/xml-walk", test_xml_walk);
  g_test_add_func ("/core/import-plan/xml-equals", test_xml_equals);
  g_test_add_func ("/core/import-plan/xml-errors", test_xml_errors);
  g_test_add_func ("/core/import-plan/cancel", test_cancel);
  g_test_add_func ("/core/import-plan/files", test_files);
  g_test_add_func ("/core/import-plan/registry", test_registry);
  result = g_test_run ();
  state_clear ();
  return result;
}

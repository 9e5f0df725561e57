/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the cells of a table to goals and tasks: trees of all sorts, dates, people, links. */

#include "config.h"

#include "import-fixture.h"
#include "io/sl-csv.h"

/* Titles with the indexes of their parents: "A B:0 C:0". */
static void
assert_tree (const SlImportPlan *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->items->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", item (plan, i)->title);
      if (item (plan, i)->parent >= 0)
        g_string_append_printf (text, ":%d", item (plan, i)->parent);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static SlImportPlan *
read_goals (const char *text)
{
  const SlImportOptions options = { .rows_are_goals = TRUE };

  return read_with ("csv", text, &options);
}

static SlImportPlan *
paste (const char *text)
{
  const SlImportOptions options = { .rows_are_goals = TRUE };
  g_autoptr (GError) error = NULL;
  SlImportPlan *plan = sl_import_read_text (text, &options, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_parent_column (void)
{
  g_autoptr (SlImportPlan) ids = read_plan ("csv", "ID,Parent,Name\n1,,A\n2,1,B\n3,2,C\n4,-,D\n");
  g_autoptr (SlImportPlan) titles = read_plan ("csv", "Goal,Parent goal\nGrow,\nSell,grow\n");
  /* the parent stands below its child: rows move, their places stay known */
  g_autoptr (SlImportPlan) later = read_plan ("csv", "ID,Parent,Name\n1,3,A\n2,3,B\n3,,C\n4,1,D\n");
  g_autoptr (SlImportPlan) keys
      = read_plan ("csv", "Issue key,Issue id,Summary,Parent\nX-1,100,A,\nX-2,101,B,100\n");
  g_autoptr (SlImportPlan) several
      = read_plan ("csv", "Row ID,Parent Row IDs,Name\n1,,A\n2,,B\n3,\"2, 1\",C\n");

  assert_tree (ids, "A B:0 C:1 D");
  assert_warnings (ids, NULL);
  assert_tree (titles, "Grow Sell:0");
  assert_tree (later, "C A:0 D:1 B:0");
  g_assert_cmpstr (item (later, 0)->place, ==, "row 4");
  assert_tree (keys, "A B:0");
  assert_tree (several, "A B C:1");
  assert_warnings (several, "of the parents “2, 1” the first was taken", NULL);
}

static void
test_broken_parents (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "csv", "ID,Parent,Name\n1,3,a\n2,1,b\n3,2,c\n4,4,self\n9,99,orphan\n9,1,double\n");

  assert_tree (plan, "a b:0 c:1 self orphan double:0");
  assert_warnings (plan, "the id “9” occurs more than once", "names itself, “4”",
                   "“99” is not in the table", "“a” is part of itself", NULL);
  g_assert_cmpstr (g_array_index (plan->warnings, SlImportWarning, 1).place, ==, "row 5");
  g_assert_cmpstr (g_array_index (plan->warnings, SlImportWarning, 3).place, ==, "row 2");
}

static void
test_outline_numbers (void)
{
  g_autoptr (SlImportPlan) plan
      = read_plan ("csv", "WBS;Task\n1;A\n1.5;B\n1.5.1;C\n1.1.;D\n2;E\n2.7.1;F\n");
  g_autoptr (GString) ten = g_string_new ("WBS;Task\n1;T0\n");
  g_autoptr (SlImportPlan) mended = NULL;

  for (guint i = 1; i <= 9; i++)
    g_string_append_printf (ten, "1.%u;T%u\n", i, i);
  g_string_append (ten, "1.9.1;S\n1.1;T10\n1.11;T11\n1.10.1;U\n");
  mended = read_plan ("csv", ten->str);

  assert_tree (plan, "A B:0 C:1 D:0 E F:4");
  assert_warnings (plan, NULL);
  assert_tree (mended, "T0 T1:0 T2:0 T3:0 T4:0 T5:0 T6:0 T7:0 T8:0 T9:0 S:9 T10:0 T11:0 U:11");
  assert_warnings (mended, "“1.1” comes behind 9", NULL);
}

static void
test_levels (void)
{
  g_autoptr (SlImportPlan) plan = read_plan ("csv", "Level;Task\n1;A\n2;B\n2;C\n3;D\n1;E\n3;F\n");

  assert_tree (plan, "A B:0 C:0 D:2 E F:4");
  assert_warnings (plan, "the level jumps to 3", NULL);
}

static void
test_level_columns (void)
{
  g_autoptr (SlImportPlan) repeated = read_goals (
      "Objective;Key result;Owner\nGrow;Sell;Anna\nGrow;Hire;Ben\nCut;;Cem\nCut;Save;Dora\n"
      "Cut;Save;Dora\n");
  g_autoptr (SlImportPlan) blank
      = read_goals ("Level 1;Level 2;Level 3\nA;;\n;B;\n;;C\n;D;\nE;;F\n");
  g_autoptr (SlImportPlan) tasks = read_goals ("Goal;Task;Owner\nGrow;Call;Anna\n;Mail;Ben\n");
  g_autoptr (SlImportPlan) nested = paste ("Grow\n\tSell\n\t\tCall\n\tHire\nCut\n");

  assert_tree (repeated, "Grow Sell:0 Hire:0 Cut Save:3");
  g_assert_null (item (repeated, 0)->owner);
  g_assert_cmpstr (item (repeated, 1)->owner, ==, "Anna");
  g_assert_cmpstr (item (repeated, 3)->owner, ==, "Cem");
  assert_warnings (repeated, "repeats the one above", NULL);
  assert_tree (blank, "A B:0 C:1 D:0 E F:4");
  assert_tree (tasks, "Grow Call:0 Mail:0");
  g_assert_cmpint (item (tasks, 0)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (tasks, 2)->type, ==, SL_IMPORT_TASK);
  assert_tree (nested, "Grow Sell:0 Call:1 Hire:0 Cut");
}

static void
test_indentation (void)
{
  g_autoptr (SlImportPlan) spaces
      = read_plan ("csv", "Name;Start\nA;2026-01-05\n  B;\n    C;\n  D;\nE;\n");
  g_autoptr (SlImportPlan) single = paste ("A\n B\n  C\nD\n");
  g_autoptr (SlImportPlan) slip = paste ("A\n B\nC\n");
  g_autoptr (SlImportPlan) paths = read_plan ("csv", "Id;Name\nx;A\nx.y;B\nx.y.z;C\nw.q;D\n");

  assert_tree (spaces, "A B:0 C:1 D:0 E");
  assert_tree (single, "A B:0 C:1 D");
  assert_tree (slip, "A B C");
  assert_tree (paths, "A B:0 C:1 D");
}

static void
test_pasted_lists (void)
{
  g_autoptr (SlImportPlan) plain = paste ("Grow sales\r\nCut costs, fast\r\n\r\nHire\r\n");
  g_autoptr (SlImportPlan) bullets = paste ("• Grow\n• Cut\n  - Save\n");
  g_autoptr (SlImportPlan) numbers = paste ("1. Grow\n1.1 Sell\n1.2 Hire\n2. Cut\n");
  g_autoptr (SlImportPlan) no_numbers = paste ("3 markets\n5 products\n");
  g_autoptr (SlImportPlan) words = paste ("Deadline\nProject\nOwner\n");
  g_autoptr (SlImportPlan) headed = paste ("Ziel\tTermin\nGrow\t31.12.2026\n");

  assert_tree (plain, "Grow sales Cut costs, fast Hire");
  g_assert_cmpint (item (plain, 0)->type, ==, SL_IMPORT_GOAL);
  assert_tree (bullets, "Grow Cut Save:1");
  assert_tree (numbers, "Grow Sell:0 Hire:0 Cut");
  assert_tree (no_numbers, "3 markets 5 products");
  assert_tree (words, "Deadline Project Owner");
  assert_dates (headed, 0, "", "2026-12-31");
}

static void
test_types (void)
{
  g_autoptr (SlImportPlan) okr = read_goals (
      "name,type,progress,start_date,end_date\nGrow,goal,,2026-01-01,2026-03-31\n"
      "ARR,milestone,40,2026-01-01,2026-03-31\nCut,goal,,,\nLaunch,milestone,,,2026-05-01\n");
  g_autoptr (SlImportPlan) mixed
      = read_goals ("Name;Typ\nGrow;Ziel\nCall;Aufgabe\nDone;Meilenstein\nOdd;Requirement\n");

  assert_tree (okr, "Grow ARR:0 Cut Launch:2");
  /* with a start and an end it lasts: a part of its goal */
  g_assert_cmpint (item (okr, 1)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (okr, 3)->type, ==, SL_IMPORT_MILESTONE);
  /* a type that we do not know is no place in a tree */
  assert_tree (mixed, "Grow Call Done Odd");
  g_assert_cmpint (item (mixed, 1)->type, ==, SL_IMPORT_TASK);
  g_assert_cmpint (item (mixed, 2)->type, ==, SL_IMPORT_MILESTONE);
  g_assert_cmpint (item (mixed, 3)->type, ==, SL_IMPORT_GOAL);
}

static void
check_date (const char *cell, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("Name;Due\nA;%s\n", cell);
  g_autoptr (SlImportPlan) plan = read_plan ("csv", text);

  assert_moment (item (plan, 0)->due_day, item (plan, 0)->due_minute, expected);
}

static void
test_dates (void)
{
  check_date ("2026-03-05", "2026-03-05");
  check_date ("2026/3/5", "2026-03-05");
  check_date ("20260305", "2026-03-05");
  check_date ("31.12.2026", "2026-12-31");
  check_date ("1.2.26", "2026-02-01");
  check_date ("12/31/2026", "2026-12-31");
  check_date ("31/12/1999", "1999-12-31");
  check_date ("5/Jan/26 3:04 PM", "2026-01-05T15:04");
  check_date ("05-Mrz-2026", "2026-03-05");
  check_date ("5 de enero de 2026", "2026-01-05");
  check_date ("1er août 2026", "2026-08-01");
  check_date ("Mar 5, 2026", "2026-03-05");
  check_date ("Thu 05 Mar 2026", "2026-03-05");
  check_date ("2024-01-01T10:30:00Z", "2024-01-01T10:30");
  /* only 00:00 in the column: no times at all */
  check_date ("2026-03-05 00:00:00", "2026-03-05");
  check_date ("46086", "2026-03-05");
  /* what people type: today is 2026-03-16 */
  check_date ("Q2 2026", "2026-06-30");
  check_date ("soon", "");
  check_date ("31.02.2026", "");
  check_date ("5.3.9999", "");
}

/* A fiscal year that begins in April: quarters of tables mean what they mean on screen. */
static void
test_fiscal_quarters (void)
{
  const SlImportOptions options = { .rows_are_goals = TRUE, .fiscal_month = 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportPlan) plan = sl_import_read_text ("Goal\tStart\tDue\n"
                                                       "Sell\tQ2 2026\tFY26 Q3\n"
                                                       "Pay\tFY26 Q4\tQ4 FY2026\n",
                                                       &options, &error);
  static const int days[][2][3] = {
    { { 2026, 7, 1 }, { 2026, 12, 31 } },
    { { 2027, 1, 1 }, { 2027, 3, 31 } },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (plan->items->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const SlImportItem *item = &g_array_index (plan->items, SlImportItem, i);
      const int *start = days[i][0], *due = days[i][1];

      g_assert_cmpint (item->start_day, ==, sl_day_from_ymd (start[0], start[1], start[2]));
      g_assert_cmpint (item->due_day, ==, sl_day_from_ymd (due[0], due[1], due[2]));
    }
}

static void
test_date_columns (void)
{
  /* the start column is day first, the due column month first */
  g_autoptr (SlImportPlan) each
      = read_plan ("csv", "Name;Start;Due\nA;01/02/2026;03/04/2026\nB;30/06/2026;12/31/2026\n");
  /* work that ends at midnight ends the day before, where times are kept at all */
  g_autoptr (SlImportPlan) midnight = read_plan (
      "csv", "Name;Start;End\nA;2026-01-05 08:00;2026-01-07 00:00\nB;2026-01-05 08:00;2026-01-07 "
             "17:00\n");
  const SlImportOptions day_first = { .dates_known = TRUE, .day_first = TRUE };
  g_autoptr (SlImportPlan) told = read_with ("csv", "Name;Due\nA;01/02/2026\n", &day_first);
  g_autoptr (SlImportPlan) asked = read_plan ("csv", "Name;Due\nA;01/02/2026\n");
  g_autoptr (SlImportPlan) bad = read_plan ("csv", "Name;Due\nA;tomorrowish\nB;2026-01-05\n");

  assert_dates (each, 0, "2026-02-01", "2026-03-04");
  assert_dates (midnight, 0, "2026-01-05T08:00", "2026-01-06T24:00");
  assert_dates (told, 0, "", "2026-02-01");
  assert_warnings (told, NULL);
  assert_dates (asked, 0, "", "2026-01-02");
  assert_warnings (asked, "fit both day/month and month/day", NULL);
  assert_warnings (bad, "“tomorrowish” is no date", NULL);
  g_assert_cmpstr (g_array_index (bad->warnings, SlImportWarning, 0).place, ==, "row 2");
}

static void
test_numbers (void)
{
  g_autoptr (SlImportPlan) percent
      = read_plan ("csv", "Name;Fertig %;Dauer;Aufwand\nA;12,5;3 Tage;4h\nB;63 %;1,5 Wochen?;2\n"
                          "C;x;-1;1 Mondphase\nD;150;;\n");
  g_autoptr (SlImportPlan) ratio = read_plan ("csv", "Name,% complete\nA,0.4\nB,1\nC,0\n");

  g_assert_cmpfloat_with_epsilon (item (percent, 0)->progress, 0.125, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (percent, 0)->duration, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (percent, 0)->effort, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (percent, 1)->progress, 0.63, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (percent, 1)->duration, 7.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (percent, 1)->effort, 2, 1e-9);
  g_assert_true (isnan (item (percent, 2)->duration));
  g_assert_cmpfloat (item (percent, 3)->progress, ==, 1);
  assert_warnings (percent, "“x” is no percentage", "“-1” is no duration",
                   "“1 Mondphase” is no duration", "“150” is not between 0 and 100", NULL);
  g_assert_cmpfloat_with_epsilon (item (ratio, 0)->progress, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (item (ratio, 1)->progress, 1, 1e-9);
}

static void
test_status (void)
{
  g_autoptr (SlImportPlan) goals
      = read_goals ("Goal;Status\nA;erledigt\nB;On hold\nC;Draft\nD;weird\nE;weird\n");
  g_autoptr (SlImportPlan) tasks = read_plan ("csv", "Task;Status\nA;In Progress\nB;Cancelled\n");

  g_assert_cmpint (item (goals, 0)->status, ==, SL_GOAL_DONE);
  g_assert_cmpint (item (goals, 1)->status, ==, SL_GOAL_PARKED);
  g_assert_cmpint (item (goals, 2)->status, ==, SL_GOAL_DRAFT);
  g_assert_cmpint (item (goals, 3)->status, ==, SL_INT_NULL);
  assert_warnings (goals, "“weird” is not known", NULL);
  g_assert_cmpint (item (tasks, 0)->status, ==, SL_TASK_ACTIVE);
  g_assert_cmpint (item (tasks, 1)->status, ==, SL_TASK_DROPPED);
}

static void
test_people (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "csv",
      "Task;Owner;Resources\nA;Smith, Jane;\nB;Ann Lee, Bo Ek;\nC;;Anna[50%], Ben\nD;;\"[\"\"Jane "
      "Smith\"\", \"\"John \\\"\"Doe\"\"]\"\nE;;Paul Smith (dev1)\n");
  g_autoptr (SlImportPlan) goals = read_goals ("Goal;Owner\nA;Ann Lee; \nB;\"Ann; Bo\"\n");
  const SlImportResource *resources = &g_array_index (plan->resources, SlImportResource, 0);

  g_assert_cmpstr (item (plan, 0)->owner, ==, "Smith, Jane");
  g_assert_cmpstr (item (plan, 1)->owner, ==, "Ann Lee");
  g_assert_cmpuint (plan->resources->len, ==, 7);
  g_assert_cmpstr (resources[1].name, ==, "Bo Ek");
  g_assert_cmpstr (resources[2].name, ==, "Anna");
  g_assert_cmpstr (resources[5].name, ==, "John \"Doe");
  g_assert_cmpfloat (g_array_index (plan->allocations, SlImportAllocation, 2).units, ==, 0.5);
  g_assert_null (item (plan, 2)->owner);
  g_assert_cmpstr (item (plan, 4)->owner, ==, "Paul Smith");
  g_assert_cmpstr (item (goals, 1)->owner, ==, "Ann");
  g_assert_cmpuint (goals->allocations->len, ==, 0);
  g_assert_cmpuint (count_warnings (goals, "a goal has one owner"), ==, 1);
}

static void
check_link (const char *cell, int type, double lag, gboolean elapsed)
{
  g_autofree char *text
      = g_strdup_printf ("ID\tTask\tPredecessors\n3\tDesign FF\t\n4\tBuild\t%s\n", cell);
  g_autoptr (SlImportPlan) plan = read_plan ("csv", text);

  g_assert_cmpuint (plan->links->len, ==, 1);
  g_assert_cmpuint (link_at (plan, 0)->before, ==, 0);
  g_assert_cmpint (link_at (plan, 0)->type, ==, type);
  g_assert_cmpfloat_with_epsilon (link_at (plan, 0)->lag, lag, 1e-9);
  g_assert_cmpint (link_at (plan, 0)->elapsed, ==, elapsed);
  assert_warnings (plan, NULL);
}

static void
test_predecessors (void)
{
  g_autoptr (SlImportPlan) several
      = read_plan ("csv", "ID;Task;Vorgänger\n1;A;\n2;B;\n3;C;1;\n4;D;\"1;2EA+1 Tag;7\"\n");
  g_autoptr (SlImportPlan) rows = read_plan ("csv", "Task\tPredecessors\nA\t\nB\t1\nC\t\"1,2\"\n");
  g_autoptr (SlImportPlan) arrows = read_plan (
      "csv", "Id;Name;Precursors\nx.a;A;\nx.b;B;\nx.c;C;A (x.a) ]->[ 2026-01-05 00:00, B (x.b) "
             "[->[ 2026-01-05 12:00\n");

  check_link ("3", SL_DEPENDENCY_FS, 0, FALSE);
  check_link ("3FS+2d", SL_DEPENDENCY_FS, 2, FALSE);
  check_link ("3SS-1 week", SL_DEPENDENCY_SS, -5, FALSE);
  check_link ("3EE+1,5 Tage", SL_DEPENDENCY_FF, 1.5, FALSE);
  check_link ("3DF", SL_DEPENDENCY_SF, 0, FALSE);
  check_link ("3FS+2ed", SL_DEPENDENCY_FS, 2, TRUE);
  check_link ("design ff", SL_DEPENDENCY_FS, 0, FALSE);
  check_link ("Design FFSS", SL_DEPENDENCY_SS, 0, FALSE);
  g_assert_cmpuint (several->links->len, ==, 3);
  g_assert_cmpuint (several->n_links_read, ==, 4);
  g_assert_cmpfloat (link_at (several, 2)->lag, ==, 1);
  g_assert_cmpuint (count_warnings (several, "the predecessor “7” is not in the table"), ==, 1);
  g_assert_cmpuint (rows->links->len, ==, 3);
  g_assert_cmpuint (link_at (rows, 2)->before, ==, 1);
  g_assert_cmpuint (arrows->links->len, ==, 2);
  g_assert_cmpint (link_at (arrows, 1)->type, ==, SL_DEPENDENCY_SS);
}

static void
test_warnings (void)
{
  g_autoptr (SlImportPlan) empty = read_plan ("csv", "Task;Owner\n");
  g_autoptr (SlImportPlan) plan
      = read_plan ("csv", "Task;Owner;Priority\nA;Anna;1\n;Ben;2\nA;Cem;3;extra\n");

  assert_tree (plan, "A A");
  assert_warnings (plan, "1 rows have more or fewer cells than the first: rows 4",
                   "left out: Priority", "has no title", "“A” stands in row 2 already", NULL);
  g_assert_cmpuint (empty->items->len, ==, 0);
  assert_warnings (empty, "no rows below the header", NULL);
  assert_refused ("csv", "Task;Owner\n;Anna\n", -1, SL_ERROR_INVALID, "no row with a title");
}

/* Text stays text; the apostrophe that our exports add goes away again. */
static void
test_formulas (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "csv", "Name,Owner,Note\n\"=HYPERLINK(\"\"x\"\")\",@SUM(A1),\"+1+1\"\n'=1+1,''-5,'tis\n");

  g_assert_cmpstr (item (plan, 0)->title, ==, "=HYPERLINK(\"x\")");
  g_assert_cmpstr (item (plan, 0)->owner, ==, "@SUM(A1)");
  g_assert_cmpstr (item (plan, 0)->note, ==, "+1+1");
  g_assert_cmpstr (item (plan, 1)->title, ==, "=1+1");
  g_assert_cmpstr (item (plan, 1)->owner, ==, "'-5");
  g_assert_cmpstr (item (plan, 1)->note, ==, "'tis");
}

static void
test_detection (void)
{
  const struct
  {
    const char *name;
    const char *bytes;
    const char *format;
  } files[] = {
    { "a.csv", "Goal\nGrow\n", "csv" },
    { "a.txt", "Grow\nCut\n", "csv" },
    { "a", "Goal;Due\nGrow;\n", "csv" },
    { "a.json", "{\"lists\": [1, 2]}", NULL },
    { "a.ics", "BEGIN:VCALENDAR\nX:a,b\n", NULL },
    { "a.html", "<html><body>a,b</body></html>", NULL },
    { "a.opml", "<opml version=\"1.0\"/>", NULL },
    { "a.bin", "\001\002,;\003", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const SlFormat *format = sl_format_detect ((const guint8 *)files[i].bytes,
                                                 strlen (files[i].bytes), files[i].name);

      g_assert_cmpstr (format != NULL ? format->id : NULL, ==, files[i].format);
    }
  assert_refused (NULL, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", -1, SL_ERROR_UNSUPPORTED, "Save As");
  assert_refused (NULL, "PK\003\004", -1, SL_ERROR_UNSUPPORTED, "Save it as CSV");
  assert_refused (NULL, "", -1, SL_ERROR_INVALID, "empty");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/csv-plan/parent-column", test_parent_column);
  g_test_add_func ("/core/csv-plan/fiscal-quarters", test_fiscal_quarters);
  g_test_add_func ("/core/csv-plan/broken-parents", test_broken_parents);
  g_test_add_func ("/core/csv-plan/outline-numbers", test_outline_numbers);
  g_test_add_func ("/core/csv-plan/levels", test_levels);
  g_test_add_func ("/core/csv-plan/level-columns", test_level_columns);
  g_test_add_func ("/core/csv-plan/indentation", test_indentation);
  g_test_add_func ("/core/csv-plan/pasted-lists", test_pasted_lists);
  g_test_add_func ("/core/csv-plan/types", test_types);
  g_test_add_func ("/core/csv-plan/dates", test_dates);
  g_test_add_func ("/core/csv-plan/date-columns", test_date_columns);
  g_test_add_func ("/core/csv-plan/numbers", test_numbers);
  g_test_add_func ("/core/csv-plan/status", test_status);
  g_test_add_func ("/core/csv-plan/people", test_people);
  g_test_add_func ("/core/csv-plan/predecessors", test_predecessors);
  g_test_add_func ("/core/csv-plan/warnings", test_warnings);
  g_test_add_func ("/core/csv-plan/formulas", test_formulas);
  g_test_add_func ("/core/csv-plan/detection", test_detection);
  return g_test_run ();
}

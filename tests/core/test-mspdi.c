/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts and quirks of Microsoft Project XML and of ProjectLibre's file around it, one by one. */

#include "config.h"

#include "import-fixture.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Project "                                            \
  "xmlns=\"http://schemas.microsoft.com/project\">"
#define TAIL "</Project>"
#define DAY_OF_WORK "<Start>2026-01-05T08:00:00</Start><Finish>2026-01-05T17:00:00</Finish>"

/* A task with UID, level and further elements. */
#define TASK(uid, level, more)                                                                     \
  "<Task><UID>" #uid "</UID><Name>T" #uid "</Name><OutlineLevel>" #level "</OutlineLevel>" more    \
  "</Task>"

static void
test_tree (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi", HEAD
      "<Title>Launch</Title><Name>launch.xml</Name><Tasks>"
      "<Task><UID>0</UID><Name>Launch</Name><OutlineLevel>0</OutlineLevel>"
      "<Start>2026-01-05T08:00:00</Start></Task>" TASK (7, 1, "") TASK (
          3, 2,
          "<Milestone>1</Milestone>") "<Task><UID>9</UID><IsNull>1</IsNull></Task>" TASK (5, 2, "")
          TASK (4, 3, "") TASK (6, 1, "") "</Tasks>" TAIL);
  const int parents[] = { -1, 0, 0, 2, -1 };

  g_assert_cmpstr (plan->title, ==, "Launch");
  g_assert_cmpuint (plan->items->len, ==, G_N_ELEMENTS (parents));
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    g_assert_cmpint (item (plan, i)->parent, ==, parents[i]);
  g_assert_cmpstr (item (plan, 0)->title, ==, "T7");
  g_assert_cmpstr (item (plan, 0)->foreign_id, ==, "mspdi:Launch:7");
  g_assert_cmpstr (item (plan, 0)->place, ==, "task UID 7");
  g_assert_cmpint (item (plan, 1)->type, ==, SL_IMPORT_MILESTONE);
  g_assert_cmpint (item (plan, 2)->type, ==, SL_IMPORT_TASK);
  assert_warnings (plan, NULL);
}

/* Levels may start at 0, be missing, jump or make no sense. */
static void
test_levels (void)
{
  g_autoptr (SlImportPlan) zero
      = read_plan ("mspdi", HEAD "<Tasks>" TASK (1, 0, "") TASK (2, 1, "") "</Tasks>" TAIL);
  g_autoptr (SlImportPlan) missing = read_plan (
      "mspdi", HEAD "<Tasks><Task><UID>1</UID><Name>a</Name><OutlineNumber>1</OutlineNumber></Task>"
                    "<Task><UID>2</UID><Name>b</Name><OutlineNumber>1.1</OutlineNumber></Task>"
                    "<Task><UID>3</UID><Name>c</Name></Task></Tasks>" TAIL);
  g_autoptr (SlImportPlan) odd
      = read_plan ("mspdi", HEAD "<Tasks>" TASK (1, 3, "") TASK (2, 5, "") TASK (3, 4, "")
                                TASK (4, -2, "") "</Tasks>" TAIL);

  g_assert_cmpint (item (zero, 0)->parent, ==, -1);
  g_assert_cmpint (item (zero, 1)->parent, ==, 0);
  assert_warnings (zero, NULL);
  g_assert_cmpint (item (missing, 1)->parent, ==, 0);
  g_assert_cmpint (item (missing, 2)->parent, ==, 0);
  g_assert_cmpint (item (odd, 1)->parent, ==, 0);
  g_assert_cmpint (item (odd, 2)->parent, ==, 0);
  g_assert_cmpint (item (odd, 3)->parent, ==, -1);
  assert_warnings (odd, "jumps to 3", "jumps to 5", "level -2 makes no sense", NULL);
}

static void
test_dates (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi", HEAD "<Tasks>" TASK (1, 1, DAY_OF_WORK)
      /* midnight ends the day before ... */
      TASK (2, 1, "<Start>2026-01-05T08:00:00</Start><Finish>2026-01-08T00:00:00</Finish>")
      /* ... but a point in time stays where it is */
      TASK (3, 1, "<Start>2026-01-05T00:00:00</Start><Finish>2026-01-05T00:00:00</Finish>") TASK (
          4, 1, "<Start>NA</Start><Finish>NA</Finish>") TASK (5, 1,
                                                              "<Start>2008-12-04T17:-0:00</"
                                                              "Start><Finish>2008-12-04T17:00:00."
                                                              "000+01:00</Finish>")
          TASK (6, 1, "<Start>9999-12-31T08:00:00</Start><Finish>soon</Finish>") TASK (
              7, 1,
              "<Start>2026-01-05</Start><Deadline>2026-02-01T00:00:00</Deadline>") "</Tasks>" TAIL);

  assert_dates (plan, 0, "2026-01-05T08:00", "2026-01-05T17:00");
  assert_dates (plan, 1, "2026-01-05T08:00", "2026-01-07T24:00");
  assert_dates (plan, 2, "2026-01-05T00:00", "2026-01-05T00:00");
  assert_dates (plan, 3, "", "");
  assert_dates (plan, 4, "2008-12-04", "2008-12-04T17:00");
  assert_dates (plan, 5, "", "");
  assert_dates (plan, 6, "2026-01-05", "");
  assert_moment (item (plan, 6)->deadline_day, -1, "2026-01-31");
  assert_warnings (plan, "“9999-12-31T08:00:00” is no date", "“soon” is no date", NULL);
}

static void
test_durations (void)
{
  /* MinutesPerDay stands behind the tasks: the order of elements means nothing. */
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi",
      HEAD "<Tasks>" TASK (1, 1, "<Duration>PT15H0M0S</Duration><Work>PT30H0M0S</Work>")
          TASK (2, 1, "<Duration>PT7.5H</Duration>") TASK (3, 1, "<Duration>PT450M</Duration>")
      /* 3 elapsed days from a Friday on: one of them is worked */
      TASK (4, 1,
            "<Start>2026-01-09T08:00:00</Start><Duration>PT72H0M0S</Duration>"
            "<DurationFormat>8</DurationFormat>")
      /* estimated elapsed weeks, estimated days */
      TASK (5, 1, "<Duration>PT168H0M0S</Duration><DurationFormat>42</DurationFormat>")
          TASK (6, 1, "<Duration>PT15H0M0S</Duration><DurationFormat>39</DurationFormat>")
              TASK (7, 1, "<Duration>P2D</Duration>") TASK (8, 1, "<Duration>-PT8H0M0S</Duration>")
                  TASK (9, 1, "<Duration>8h</Duration>") TASK (10, 1, "<Duration/>") TASK (
                      11, 1, "<Duration>PT99999999H0M0S</Duration>") "</Tasks><MinutesPerDay>450</"
                                                                     "MinutesPerDay>" TAIL);
  const double expected[] = { 2, 1, 1, 1, 7, 2, 2, NAN, NAN, NAN, NAN };

  g_assert_cmpfloat (plan->hours_per_day, ==, 7.5);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (isnan (expected[i]))
      g_assert_true (isnan (item (plan, i)->duration));
    else
      g_assert_cmpfloat_with_epsilon (item (plan, i)->duration, expected[i], 1e-9);
  g_assert_cmpfloat_with_epsilon (item (plan, 0)->effort, 4, 1e-9);
  assert_warnings (plan, "“P2D” has calendar units", "“-PT8H0M0S” is out of range",
                   "“8h” cannot be read", "“PT99999999H0M0S” is out of range", NULL);
}

#define LINK(uid, more)                                                                            \
  "<PredecessorLink><PredecessorUID>" #uid "</PredecessorUID>" more "</PredecessorLink>"

static void
test_links (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi",
      HEAD "<Tasks>" TASK (1, 1,
                           "<Duration>PT16H0M0S</Duration>" LINK (
                               2, "<Type>0</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat>"))
          TASK (2, 1, LINK (3, "<Type>1</Type><LinkLag>-2400</LinkLag>")) TASK (
              3, 1, LINK (4, "<Type>2</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat>"))
              TASK (4, 1, LINK (5, "<Type>3</Type>")) TASK (5, 1,
                                                            LINK (6, "<Type></Type><Priority/>"))
                  TASK (6, 1, LINK (77, "<Type>1</Type>"))
                      TASK (7, 1,
                            LINK (1, "<Type>1</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat>")
                                LINK (1, "<Type>1</Type>") LINK (7, "<Type>1</Type>"))
                          TASK (8, 1,
                                LINK (1, "<Type>9</Type><LinkLag>x</LinkLag>")
                                    LINK (2, "<CrossProject>1</CrossProject>")) "</Tasks>" TAIL);
  const struct
  {
    guint before, after;
    int type;
    double lag;
    gboolean elapsed;
  } expected[] = {
    { 1, 0, SL_DEPENDENCY_FF, 1, FALSE }, { 2, 1, SL_DEPENDENCY_FS, -0.5, FALSE },
    { 3, 2, SL_DEPENDENCY_SF, 1, TRUE },  { 4, 3, SL_DEPENDENCY_SS, 0, FALSE },
    { 5, 4, SL_DEPENDENCY_FS, 0, FALSE }, { 0, 6, SL_DEPENDENCY_FS, 1, FALSE },
    { 0, 7, SL_DEPENDENCY_FS, 0, FALSE },
  };

  g_assert_cmpuint (plan->n_links_read, ==, 11);
  g_assert_cmpuint (plan->links->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SlImportLink *link = link_at (plan, i);

      g_assert_cmpuint (link->before, ==, expected[i].before);
      g_assert_cmpuint (link->after, ==, expected[i].after);
      g_assert_cmpint (link->type, ==, expected[i].type);
      g_assert_cmpfloat_with_epsilon (link->lag, expected[i].lag, 1e-9);
      g_assert_cmpint (link->elapsed, ==, expected[i].elapsed);
    }
  assert_warnings (plan, "link type “9” is unknown", "lag “x” is no number",
                   "linked to the task 77, which is not in this file",
                   "linked to the task 2, which is not in this file",
                   "“T7” waits for “T1” more than once", "“T7” waits for itself", NULL);
}

static void
test_progress_and_constraints (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi", HEAD "<Tasks>" TASK (
                   1, 1,
                   "<PercentComplete>63</PercentComplete><ConstraintType>4</ConstraintType>"
                   "<ConstraintDate>2026-01-05T08:00:00</ConstraintDate><Notes>Two\nlines</Notes>")
      /* ProjectLibre's "none" */
      TASK (2, 1,
            "<PercentComplete>150</PercentComplete><ConstraintType>0</ConstraintType>"
            "<ConstraintDate>1970-01-01T00:00:00</ConstraintDate><Active>0</Active>")
          TASK (3, 1,
                "<ConstraintType>2</ConstraintType><ConstraintDate>1970-01-01T00:00:00</"
                "ConstraintDate>")
              TASK (4, 1, "<ConstraintType>1</ConstraintType><PercentComplete/>") "</Tasks>" TAIL);

  g_assert_cmpfloat_with_epsilon (item (plan, 0)->progress, 0.63, 1e-9);
  g_assert_cmpint (item (plan, 0)->constraint_type, ==, SL_CONSTRAINT_START_NO_EARLIER);
  assert_moment (item (plan, 0)->constraint_day, -1, "2026-01-05");
  g_assert_cmpstr (item (plan, 0)->note, ==, "Two\nlines");
  g_assert_true (isnan (item (plan, 1)->progress));
  g_assert_cmpint (item (plan, 1)->constraint_type, ==, SL_INT_NULL);
  g_assert_cmpint (item (plan, 1)->status, ==, SL_TASK_PARKED);
  g_assert_cmpint (item (plan, 2)->constraint_type, ==, SL_INT_NULL);
  g_assert_cmpint (item (plan, 3)->constraint_type, ==, SL_CONSTRAINT_ALAP);
  assert_warnings (plan, "“150” is no percentage", NULL);
}

static void
test_milestones (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi",
      HEAD "<Tasks>" TASK (1, 1, "<Milestone>1</Milestone>") TASK (2, 2, "")
          TASK (3, 1, "<Milestone>1</Milestone><Duration>PT16H0M0S</Duration>")
              TASK (4, 1, "<Milestone>0</Milestone><Duration>PT0H0M0S</Duration>") "</Tasks>" TAIL);

  /* with parts: a task to us, a milestone in the dump */
  g_assert_cmpint (item (plan, 0)->type, ==, SL_IMPORT_TASK);
  g_assert_true (item (plan, 0)->milestone);
  g_assert_cmpint (item (plan, 2)->type, ==, SL_IMPORT_MILESTONE);
  g_assert_cmpint (item (plan, 3)->type, ==, SL_IMPORT_TASK);
  g_assert_false (item (plan, 3)->milestone);
  assert_warnings (plan, "“T3” lasts 2 days", "“T1” is a milestone with parts", NULL);
}

static void
test_people (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi",
      HEAD "<Tasks>" TASK (1, 1, "") TASK (
          2, 1, "") "</Tasks><Resources>"
                    "<Resource><UID>0</UID><Name>Unnamed</Name></Resource>"
                    "<Resource><UID>1</UID><Name>Anna</Name><Type>1</Type></Resource>"
                    "<Resource><UID>2</UID><Name>Concrete</Name><Type>0</Type></Resource>"
                    "<Resource><UID>3</UID><IsNull>1</IsNull></Resource>"
                    "<Resource><UID>4</UID><Name>Ben</Name></Resource></Resources><Assignments>"
                    "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</"
                    "Units></Assignment>"
                    "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.25</"
                    "Units></Assignment>"
                    "<Assignment><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID></Assignment>"
                    "<Assignment><TaskUID>2</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>"
                    "<Assignment><TaskUID>2</TaskUID><ResourceUID>0</ResourceUID></Assignment>"
                    "<Assignment><TaskUID>2</TaskUID><ResourceUID>4</ResourceUID></Assignment>"
                    "<Assignment><TaskUID>9</TaskUID><ResourceUID>4</ResourceUID></Assignment>"
                    "</Assignments>" TAIL);
  const SlImportAllocation *first = &g_array_index (plan->allocations, SlImportAllocation, 0);
  const SlImportResource *resources = &g_array_index (plan->resources, SlImportResource, 0);

  g_assert_cmpuint (plan->resources->len, ==, 3);
  g_assert_cmpstr (resources[0].name, ==, "Anna");
  g_assert_true (resources[0].person);
  g_assert_false (resources[1].person);
  g_assert_cmpstr (resources[2].name, ==, "Ben");
  g_assert_cmpuint (plan->n_allocations_read, ==, 5);
  g_assert_cmpuint (plan->allocations->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (first->units, 0.75, 1e-9);
  g_assert_cmpstr (item (plan, 0)->owner, ==, "Anna");
  g_assert_cmpstr (item (plan, 1)->owner, ==, "Ben");
  assert_warnings (plan, "1 assignments name a task", NULL);
}

#define WEEK_DAY(type, working)                                                                    \
  "<WeekDay><DayType>" #type "</DayType><DayWorking>" #working "</DayWorking></WeekDay>"
#define PERIOD(from, to)                                                                           \
  "<TimePeriod><FromDate>" from "</FromDate><ToDate>" to "</ToDate></TimePeriod>"

/* A calendar that inherits: Saturday worked here, the rest from its base. The holiday stands twice,
 * once in each way; the 3 January is a Saturday that is worked already. */
/* clang-format off */
static const char inherited_calendar[] = HEAD
  "<CalendarUID>2</CalendarUID><Calendars>"
  "<Calendar><UID>1</UID><WeekDays>"
  WEEK_DAY (1, 0) WEEK_DAY (2, 1) WEEK_DAY (3, 1) WEEK_DAY (4, 1)
  WEEK_DAY (5, 1) WEEK_DAY (6, 0) WEEK_DAY (7, 0)
  "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>"
  PERIOD ("2026-01-01T00:00:00", "2026-01-01T23:59:00") "</WeekDay></WeekDays></Calendar>"
  "<Calendar><UID>2</UID><BaseCalendarUID>1</BaseCalendarUID><WeekDays>" WEEK_DAY (7, 1)
  "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>"
  PERIOD ("2026-05-01T00:00:00", "2026-05-04T00:00:00") "</WeekDay></WeekDays><Exceptions>"
  "<Exception><Name>May Day</Name><Type>1</Type><DayWorking>0</DayWorking>"
  PERIOD ("2026-05-02T00:00:00", "2026-05-02T23:59:00") "</Exception>"
  "<Exception><Type>1</Type><DayWorking>1</DayWorking>"
  PERIOD ("2026-01-03T00:00:00", "2026-01-03T23:59:00") "</Exception></Exceptions>"
  "</Calendar></Calendars>" TAIL;
/* clang-format on */

static void
test_calendar (void)
{
  g_autoptr (SlImportPlan) plan = read_plan ("mspdi", inherited_calendar);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < plan->days_off->len; i++)
    {
      const SlImportDayOff *day = &g_array_index (plan->days_off, SlImportDayOff, i);
      g_autofree char *iso = sl_day_to_iso (day->day);

      g_string_append_printf (days, "%s%s%s ", iso, day->title, day->worked ? "+" : "");
    }
  /* Monday to Thursday and Saturday; Friday, 1 May, is free anyway */
  g_assert_cmpuint (plan->work_week, ==, 0x2f);
  g_assert_cmpstr (days->str, ==, "2026-05-02May Day 2026-01-01 ");
}

static void
check_rule (const char *rule, const char *from, const char *to, const char *expected)
{
  g_autofree char *text = g_strdup_printf (
      HEAD "<Calendars><Calendar><UID>1</UID><WeekDays>" WEEK_DAY (1, 1) WEEK_DAY (2, 1)
          WEEK_DAY (3, 1) WEEK_DAY (4, 1) WEEK_DAY (5, 1) WEEK_DAY (6, 1)
              WEEK_DAY (7, 1) "</WeekDays><Exceptions><Exception>%s<DayWorking>0</"
                              "DayWorking><TimePeriod><FromDate>%s"
                              "</FromDate><ToDate>%s</ToDate></TimePeriod></Exception></"
                              "Exceptions></Calendar></Calendars>" TAIL,
      rule, from, to);
  g_autoptr (SlImportPlan) plan = read_plan ("mspdi", text);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < plan->days_off->len; i++)
    {
      g_autofree char *iso = sl_day_to_iso (g_array_index (plan->days_off, SlImportDayOff, i).day);

      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", iso);
    }
  g_assert_cmpstr (days->str, ==, expected);
}

/* All types of recurring exceptions, as Project 2016 writes them. */
static void
test_recurring_exceptions (void)
{
  check_rule ("<Type>1</Type><Occurrences>1</Occurrences>", "2000-01-01T00:00:00",
              "2000-01-03T23:59:00", "2000-01-01 2000-01-02 2000-01-03");
  check_rule ("<Type>7</Type><Period>3</Period><Occurrences>4</Occurrences>", "2000-02-01T00:00:00",
              "2000-02-10T23:59:00", "2000-02-01 2000-02-04 2000-02-07 2000-02-10");
  check_rule ("<Type>8</Type><Period>2</Period>", "2026-01-01T00:00:00", "2026-01-08T23:59:00",
              "2026-01-01 2026-01-05 2026-01-07");
  check_rule ("<Type>6</Type><Period>2</Period><DaysOfWeek>4</DaysOfWeek>"
              "<Occurrences>4</Occurrences>",
              "2001-01-01T00:00:00", "2001-02-13T23:59:00",
              "2001-01-02 2001-01-16 2001-01-30 2001-02-13");
  check_rule ("<Type>6</Type><Period>1</Period><DaysOfWeek>65</DaysOfWeek>", "2026-01-01T00:00:00",
              "2026-01-11T23:59:00", "2026-01-03 2026-01-04 2026-01-10 2026-01-11");
  check_rule ("<Type>4</Type><Period>2</Period><MonthDay>1</MonthDay>", "2003-01-01T00:00:00",
              "2003-05-01T23:59:00", "2003-01-01 2003-03-01 2003-05-01");
  check_rule ("<Type>4</Type><Period>1</Period><MonthDay>31</MonthDay>", "2026-01-01T00:00:00",
              "2026-05-31T23:59:00", "2026-01-31 2026-03-31 2026-05-31");
  /* the first Monday of every second month */
  check_rule ("<Type>5</Type><Period>2</Period><MonthItem>4</MonthItem>"
              "<MonthPosition>0</MonthPosition>",
              "2002-01-01T00:00:00", "2002-05-06T23:59:00", "2002-01-07 2002-03-04 2002-05-06");
  /* the last weekend day */
  check_rule ("<Type>5</Type><Period>1</Period><MonthItem>2</MonthItem>"
              "<MonthPosition>4</MonthPosition>",
              "2026-01-01T00:00:00", "2026-02-28T23:59:00", "2026-01-31 2026-02-28");
  check_rule ("<Type>2</Type><Month>11</Month><MonthDay>25</MonthDay>", "2024-01-01T00:00:00",
              "2026-12-31T23:59:00", "2024-12-25 2025-12-25 2026-12-25");
  /* Thanksgiving: the fourth Thursday of November */
  check_rule ("<Type>3</Type><Month>10</Month><MonthItem>7</MonthItem>"
              "<MonthPosition>3</MonthPosition>",
              "2025-01-01T00:00:00", "2026-12-31T23:59:00", "2025-11-27 2026-11-26");
}

static void
test_baselines (void)
{
  g_autoptr (SlImportPlan) plan = read_plan (
      "mspdi", HEAD
      "<Tasks>" TASK (0, 0,
                      "<Baseline><Number>0</Number><Start>2026-01-01T08:00:00</Start></Baseline>")
          TASK (1, 1,
                "<Baseline><Number>0</Number><Start>2026-01-05T08:00:00</Start>"
                "<Finish>2026-01-07T00:00:00</Finish><Cost>0</Cost></Baseline>"
                "<Baseline><Number>10</Number><Start>NA</Start></Baseline>"
                "<Baseline><Number>11</Number><Start>2026-01-05T08:00:00</Start></"
                "Baseline>") "</Tasks>" TAIL);
  const SlImportBaseline *baseline = &g_array_index (plan->baselines, SlImportBaseline, 0);

  g_assert_cmpuint (plan->baselines->len, ==, 1);
  g_assert_cmpuint (baseline->item, ==, 0);
  g_assert_cmpint (baseline->number, ==, 0);
  assert_moment (baseline->start_day, -1, "2026-01-05");
  assert_moment (baseline->due_day, -1, "2026-01-06");
}

/* No namespace, a prefix, another namespace in between, a wrong root, no XML at all. */
static void
test_namespaces (void)
{
  g_autoptr (SlImportPlan) none
      = read_plan ("mspdi", "<Project><Tasks>" TASK (1, 1, "") "</Tasks></Project>");
  g_autoptr (SlImportPlan) prefixed = read_plan (
      "mspdi", "<p:Project xmlns:p=\"http://schemas.microsoft.com/project\" xmlns:x=\"urn:other\">"
               "<x:Tasks><x:Task/></x:Tasks><p:Tasks><x:Task/><p:Task><p:UID>1</p:UID>"
               "<x:Name>no</x:Name><p:Name>yes</p:Name></p:Task></p:Tasks></p:Project>");

  g_assert_cmpuint (none->items->len, ==, 1);
  g_assert_cmpuint (prefixed->items->len, ==, 1);
  g_assert_cmpstr (item (prefixed, 0)->title, ==, "yes");
  assert_refused ("mspdi", "<opml/>", -1, SL_ERROR_INVALID, "root element is “opml”");
  assert_refused ("mspdi", HEAD "<Tasks>", -1, SL_ERROR_INVALID, "line 1:");
  assert_refused ("mspdi", "plain text", -1, SL_ERROR_INVALID, "“test”: line 1:1:");
}

static void
test_encodings (void)
{
  static const char utf16[] = "\xff\xfe<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0\"\0001\0.\0000\0"
                              "\"\0?\0>\0<\0P\0r\0o\0j\0e\0c\0t\0>\0<\0T\0i\0t\0l\0e\0>\0\xdc\0"
                              "<\0/\0T\0i\0t\0l\0e\0>\0<\0/\0P\0r\0o\0j\0e\0c\0t\0>\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportPlan) plan = sl_import_read_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_autoptr (SlImportPlan) latin1 = read_plan (
      "mspdi",
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Project><Title>\xdc</Title></Project>");

  g_assert_no_error (error);
  g_assert_cmpstr (plan->title, ==, "Ü");
  g_assert_cmpstr (latin1->title, ==, "Ü");
  assert_refused ("mspdi", "<?xml version=\"1.0\"?><Project><Title>\xdc</Title></Project>", -1,
                  SL_ERROR_INVALID, "line 1:");
}

static void
test_goal_levels (void)
{
  const SlImportOptions options = { .goal_levels = 2 };
  g_autoptr (SlImportPlan) plan
      = read_with ("mspdi",
                   HEAD "<Tasks>" TASK (1, 1, "") TASK (2, 2, "") TASK (3, 3, "")
                       TASK (4, 1, "<Milestone>1</Milestone>")
                           TASK (5, 2, "<Milestone>1</Milestone>") "</Tasks>" TAIL,
                   &options);

  g_assert_cmpint (item (plan, 0)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (plan, 1)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (plan, 2)->type, ==, SL_IMPORT_TASK);
  g_assert_cmpint (item (plan, 3)->type, ==, SL_IMPORT_GOAL);
  g_assert_cmpint (item (plan, 4)->type, ==, SL_IMPORT_MILESTONE);
}

static void
test_pod (void)
{
#define SEPARATOR "@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@"
  static const char pod[]
      = "\xac\xed\0\5sr com.projectlibre1.server.data.ProjectData@@@@\0" SEPARATOR HEAD
        "<Title>Inside</Title>" TAIL "\0\0tail";
  static const char old[] = "\xac\xed\0\5sr com.projity.server.data.ProjectData@@@@";
  g_autoptr (GBytes) bytes = g_bytes_new_static (pod, sizeof pod - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportPlan) plan = sl_import_read_bytes (bytes, "test", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->title, ==, "Inside");
  assert_refused (NULL, old, sizeof old - 1, SL_ERROR_UNSUPPORTED, "ProjectLibre 1.9");
  assert_refused (NULL, pod, sizeof pod - 20, SL_ERROR_INVALID, "line 1:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mspdi/tree", test_tree);
  g_test_add_func ("/core/mspdi/levels", test_levels);
  g_test_add_func ("/core/mspdi/dates", test_dates);
  g_test_add_func ("/core/mspdi/durations", test_durations);
  g_test_add_func ("/core/mspdi/links", test_links);
  g_test_add_func ("/core/mspdi/progress-and-constraints", test_progress_and_constraints);
  g_test_add_func ("/core/mspdi/milestones", test_milestones);
  g_test_add_func ("/core/mspdi/people", test_people);
  g_test_add_func ("/core/mspdi/calendar", test_calendar);
  g_test_add_func ("/core/mspdi/recurring-exceptions", test_recurring_exceptions);
  g_test_add_func ("/core/mspdi/baselines", test_baselines);
  g_test_add_func ("/core/mspdi/namespaces", test_namespaces);
  g_test_add_func ("/core/mspdi/encodings", test_encodings);
  g_test_add_func ("/core/mspdi/goal-levels", test_goal_levels);
  g_test_add_func ("/core/mspdi/pod", test_pod);
  return g_test_run ();
}

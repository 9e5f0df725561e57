/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The critical path method: published networks by hand, each rule on its own, and on random
 * networks what must hold of every schedule. */

#include "config.h"

#include "methods/sl-schedule.h"
#include "base/sl-date.h"

#include <stdlib.h>
#include <string.h>

/* A network in letters: "A2 B3 C<A" are tasks A and B of 2 and 3, and C, a part of A; after '|' the
 * links: "A>B A>Css+2 B>Cff-1". */
typedef struct
{
  SlScheduleTask tasks[26];
  SlScheduleLink links[64];
  SlScheduleInput input;
} Network;

static void
add_task (Network *net, const char *word)
{
  SlScheduleTask *task = &net->tasks[net->input.n_tasks];
  g_assert_cmpint (word[0], ==, 'A' + (int)net->input.n_tasks);
  *task = (SlScheduleTask)SL_SCHEDULE_TASK_INIT;
  task->duration = atoi (word + 1);
  const char *parent = strchr (word, '<');
  if (parent != NULL)
    task->parent = parent[1] - 'A';
  net->input.n_tasks++;
}

static void
add_link (Network *net, const char *word)
{
  static const char *const types[] = { "fs", "ss", "ff", "sf" };
  SlScheduleLink *link = &net->links[net->input.n_links++];
  *link = (SlScheduleLink){ (guint)(word[0] - 'A'), (guint)(word[2] - 'A'), SL_DEPENDENCY_FS, 0,
                            FALSE };
  const char *rest = word + 3;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (rest, types[i]))
      {
        link->type = (SlDependencyType)i;
        rest += 2;
        break;
      }
  link->lag = atoi (rest);
}

static void
build (Network *net, const char *spec)
{
  memset (net, 0, sizeof *net);
  net->input = (SlScheduleInput){
    .finish = SL_INT_NULL, .status = SL_INT_NULL, .tasks = net->tasks, .links = net->links
  };
  g_auto (GStrv) words = g_strsplit (spec, " ", -1);
  gboolean links = FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "|") == 0)
      links = TRUE;
    else if (links)
      add_link (net, words[i]);
    else if (*words[i] != '\0')
      add_task (net, words[i]);
}

/* "A 0-2 1-3 1/0; ..." : early, late, total/free float, '*' critical, '<X' driven by a link from X.
 */
static char *
describe (const Network *net, const SlSchedule *schedule)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < schedule->n_tasks; i++)
    {
      const SlScheduleResult *task = &schedule->tasks[i];
      g_string_append_printf (out, "%s%c %d-%d %d-%d %d/%d%s", i > 0 ? "; " : "", 'A' + (int)i,
                              (int)task->early_start, (int)task->early_finish,
                              (int)task->late_start, (int)task->late_finish, (int)task->total_float,
                              (int)task->free_float, task->critical ? "*" : "");
      if (task->driver >= 0)
        g_string_append_printf (out, "<%c", 'A' + (int)net->links[task->driver].before);
    }
  return g_string_free (out, FALSE);
}

static void
assert_schedule (const Network *net, const char *want)
{
  g_autoptr (SlSchedule) schedule = sl_schedule_new (&net->input);
  g_autofree char *got = describe (net, schedule);
  g_assert_cmpstr (got, ==, want);
}

/* The network of Kelley and Walker's kind in every textbook, and each link type with lag. */
static void
test_tables (void)
{
  static const struct
  {
    const char *spec;
    const char *want;
  } cases[] = {
    { "", "" },
    { "A3", "A 0-3 0-3 0/0*" },
    { "A2 B3 | A>B", "A 0-2 0-2 0/0*; B 2-5 2-5 0/0*<A" },
    { "A2 B3 C2 D4 | A>C A>D B>D",
      "A 0-2 1-3 1/0; B 0-3 0-3 0/0*; C 2-4 5-7 3/3<A; D 3-7 3-7 0/0*<B" },
    { "A2 B3 | A>B+2", "A 0-2 0-2 0/0*; B 4-7 4-7 0/0*<A" },
    { "A2 B3 | A>B-1", "A 0-2 0-2 0/0*; B 1-4 1-4 0/0*<A" },
    /* a lead before the project start stops there */
    { "A2 B3 | A>B-5", "A 0-2 1-3 1/1; B 0-3 0-3 0/0*" },
    { "A4 B3 | A>Bss+2", "A 0-4 0-4 0/0*; B 2-5 2-5 0/0*<A" },
    { "A4 B3 | A>Bff", "A 0-4 0-4 0/0*; B 1-4 1-4 0/0*<A" },
    { "A4 B3 | A>Bff+2", "A 0-4 0-4 0/0*; B 3-6 3-6 0/0*<A" },
    { "A4 B3 | A>Bsf+5", "A 0-4 0-4 0/0*; B 2-5 2-5 0/0*<A" },
    { "A1 B2 C0 | A>C B>C", "A 0-1 1-2 1/1; B 0-2 0-2 0/0*; C 2-2 2-2 0/0*<B" },
    /* two critical paths */
    { "A1 B1 C1 D1 | A>B A>C B>D C>D",
      "A 0-1 0-1 0/0*; B 1-2 1-2 0/0*<A; C 1-2 1-2 0/0*<A; D 2-3 2-3 0/0*<B" },
    /* a link to itself says nothing */
    { "A2 | A>A", "A 0-2 0-2 0/0*" },
    /* parts: B and C of A; D waits for all of A */
    { "A B2<A C4<A D1 | A>D", "A 0-4 0-4 0/0*; B 0-2 2-4 2/2; C 0-4 0-4 0/0*; D 4-5 4-5 0/0*<A" },
    /* all of B waits for A, and the float of A ends where the first part starts */
    { "A2 B C3<B D1<B | A>B", "A 0-2 0-2 0/0*; B 2-5 2-5 0/0*<A; C 2-5 2-5 0/0*<A; "
                              "D 2-3 4-5 2/2<A" },
    /* parts of parts */
    { "A B<A C3<B D2 E1 | D>A A>E",
      "A 2-5 2-5 0/0*<D; B 2-5 2-5 0/0*<D; C 2-5 2-5 0/0*<D; D 0-2 0-2 0/0*; E 5-6 5-6 0/0*<A" },
    /* from the start of a whole: its first part decides */
    { "A B2<A C4<A D1 E2 | E>C A>Dss+1",
      "A 0-6 2-6 0/0*; B 0-2 4-6 4/0; C 2-6 2-6 0/0*<E; D 1-2 5-6 4/4<A; E 0-2 0-2 0/0*" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Network net;
      build (&net, cases[i].spec);
      g_test_message ("%s", cases[i].spec);
      assert_schedule (&net, cases[i].want);
    }
}

static void
test_constraints (void)
{
  Network net;
  build (&net, "A2 B3 | A>B");
  net.tasks[1].start_from = 4;
  assert_schedule (&net, "A 0-2 2-4 2/2; B 4-7 4-7 0/0*");
  net.tasks[1].start_from = SL_INT_NULL;
  net.tasks[1].finish_from = 9;
  assert_schedule (&net, "A 0-2 4-6 4/4; B 6-9 6-9 0/0*");
  /* a deadline that cannot be met moves nothing */
  net.tasks[1].finish_from = SL_INT_NULL;
  net.tasks[1].finish_by = 4;
  assert_schedule (&net, "A 0-2 -1-1 -1/0*; B 2-5 1-4 -1/0*<A");
  net.tasks[1].finish_by = SL_INT_NULL;
  net.tasks[0].start_by = -1;
  assert_schedule (&net, "A 0-2 -1-1 -1/0*; B 2-5 2-5 0/0*<A");
  /* the whole must be over by 4, or may take until 8 */
  net.tasks[0].start_by = SL_INT_NULL;
  net.input.finish = 4;
  assert_schedule (&net, "A 0-2 -1-1 -1/0*; B 2-5 1-4 -1/-1*<A");
  /* even by 1: A still has no room before B, and takes none from it */
  net.input.finish = 1;
  assert_schedule (&net, "A 0-2 -4--2 -4/0*; B 2-5 -2-1 -4/-4*<A");
  net.input.finish = 8;
  assert_schedule (&net, "A 0-2 3-5 3/0; B 2-5 5-8 3/3<A");
  /* a deadline of the whole binds its parts */
  build (&net, "A B2<A C4");
  net.tasks[0].finish_by = 3;
  assert_schedule (&net, "A 0-2 1-3 1/2; B 0-2 1-3 1/2; C 0-4 0-4 0/0*");
}

static void
test_as_late (void)
{
  Network net;
  build (&net, "A1 B1 C5 D1 | A>B B>D C>D");
  net.tasks[0].as_late = net.tasks[1].as_late = TRUE;
  assert_schedule (&net, "A 3-4 3-4 0/0*; B 4-5 4-5 0/0*<A; C 0-5 0-5 0/0*; D 5-6 5-6 0/0*<C");
}

static void
test_progress (void)
{
  Network net;
  build (&net, "A2 B3 C2 | A>B B>C");
  /* A took until 4, B began early and waits with its rest for the status date */
  net.tasks[0].actual_start = 1;
  net.tasks[0].actual_finish = 4;
  assert_schedule (&net, "A 1-4 1-4 0/0; B 4-7 4-7 0/0*<A; C 7-9 7-9 0/0*<B");
  net.tasks[1].actual_start = 3;
  net.tasks[1].remaining = 2;
  net.input.status = 6;
  assert_schedule (&net, "A 1-4 1-4 0/0; B 3-8 3-8 0/0*; C 8-10 8-10 0/0*<B");
  /* retained logic: what is left of B still waits for A */
  net.tasks[0].actual_start = net.tasks[0].actual_finish = SL_INT_NULL;
  assert_schedule (&net, "A 6-8 6-8 0/0*; B 3-10 3-10 0/0*<A; C 10-12 10-12 0/0*<B");
}

static void
test_elapsed (void)
{
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  gint64 friday = sl_day_from_ymd (2026, 3, 20);
  Network net;
  build (&net, "A480 B480 | A>B+960");
  net.input.calendar = calendar;
  net.input.start = sl_calendar_start_of (calendar, friday);
  g_autoptr (SlSchedule) working = sl_schedule_new (&net.input);
  g_assert_cmpint (sl_calendar_start_day (calendar, working->tasks[1].early_start), ==,
                   sl_day_from_ymd (2026, 3, 25));
  net.links[0].elapsed = TRUE;
  g_autoptr (SlSchedule) elapsed = sl_schedule_new (&net.input);
  g_assert_cmpint (sl_calendar_start_day (calendar, elapsed->tasks[1].early_start), ==,
                   sl_day_from_ymd (2026, 3, 23));
  g_assert_cmpint (elapsed->tasks[0].total_float, ==, 0);
}

static void
test_independent_float (void)
{
  Network net;
  build (&net, "A2 B7 C8 D3 E6 F10 G4 H6 I2 J5 K6 "
               "| A>D B>E B>F B>G C>H D>I E>I F>J G>K H>J I>K");
  static const gint64 want[] = { 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0 };
  g_autoptr (SlSchedule) schedule = sl_schedule_new (&net.input);
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    g_assert_cmpint (schedule->tasks[i].independent_float, ==, want[i]);
  g_assert_cmpint (schedule->finish, ==, 22);
}

static void
test_cycles (void)
{
  Network net;
  build (&net, "A1 B1 C1 D1 | A>D C>A A>B B>C");
  g_autoptr (SlSchedule) schedule = sl_schedule_new (&net.input);
  g_assert_cmpuint (schedule->n_cycles, ==, 1);
  g_assert_cmpuint (schedule->n_cycle, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (schedule->cycle[i], ==, i);
  static const guint8 left_out[] = { 0, 0, 0, 1 };
  g_assert_cmpmem (schedule->left_out, 4, left_out, 4);
  g_autofree char *got = describe (&net, schedule);
  g_assert_cmpstr (got, ==,
                   "A 1-2 1-2 0/0*<C; B 2-3 2-3 0/0*<A; C 0-1 0-1 0/0*; "
                   "D 2-3 2-3 0/0*<A");
  /* a part that its whole waits for */
  build (&net, "A B1<A C1 | B>C C>A");
  g_autoptr (SlSchedule) whole = sl_schedule_new (&net.input);
  g_assert_cmpuint (whole->n_cycles, ==, 1);
  g_assert_cmpuint (whole->n_cycle, ==, 3);
  /* two cycles */
  build (&net, "A1 B1 C1 D1 | A>B B>A C>D D>C");
  g_autoptr (SlSchedule) two = sl_schedule_new (&net.input);
  g_assert_cmpuint (two->n_cycles, ==, 2);
  g_assert_cmpuint (two->n_cycle, ==, 2);
  g_assert_cmpuint (two->cycle[0], ==, 0);
}

/* What must hold of every schedule without late bounds. */
static void
check_schedule (const SlScheduleInput *input, const SlSchedule *schedule)
{
  guint n_critical = 0;
  for (guint i = 0; i < input->n_tasks; i++)
    {
      const SlScheduleResult *task = &schedule->tasks[i];
      g_assert_cmpint (task->early_finish - task->early_start, ==, input->tasks[i].duration);
      g_assert_cmpint (task->early_start, >=, input->start);
      g_assert_cmpint (task->late_finish, <=, schedule->finish);
      g_assert_cmpint (task->total_float, >=, task->free_float);
      g_assert_cmpint (task->free_float, >=, task->independent_float);
      g_assert_cmpint (task->independent_float, >=, 0);
      n_critical += task->critical;
    }
  g_assert_cmpuint (n_critical, >, 0);
  for (guint i = 0; i < input->n_links; i++)
    {
      const SlScheduleLink *link = &input->links[i];
      const SlScheduleResult *before = &schedule->tasks[link->before];
      const SlScheduleResult *after = &schedule->tasks[link->after];
      gboolean finish = link->type == SL_DEPENDENCY_FS || link->type == SL_DEPENDENCY_FF;
      gboolean start = link->type == SL_DEPENDENCY_FS || link->type == SL_DEPENDENCY_SS;
      gint64 early_gap = (start ? after->early_start : after->early_finish)
                         - (finish ? before->early_finish : before->early_start) - link->lag;
      gint64 late_gap = (start ? after->late_start : after->late_finish)
                        - (finish ? before->late_finish : before->late_start) - link->lag;
      g_assert_cmpint (early_gap, >=, 0);
      g_assert_cmpint (late_gap, >=, 0);
      g_assert_cmpint (early_gap, >=, before->free_float);
      if (after->driver == (int)i)
        g_assert_cmpint (early_gap, ==, 0);
    }
}

static void
fill_random (SlScheduleTask *tasks, guint n_tasks, SlScheduleLink *links, guint n_links)
{
  for (guint i = 0; i < n_tasks; i++)
    {
      tasks[i] = (SlScheduleTask)SL_SCHEDULE_TASK_INIT;
      tasks[i].duration = g_test_rand_int_range (0, 10);
    }
  for (guint i = 0; i < n_links; i++)
    {
      guint after = (guint)g_test_rand_int_range (1, (gint32)n_tasks);
      links[i] = (SlScheduleLink){ (guint)g_test_rand_int_range (0, (gint32)after), after,
                                   (SlDependencyType)g_test_rand_int_range (0, 4),
                                   g_test_rand_int_range (-3, 6), FALSE };
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 400; round++)
    {
      SlScheduleTask tasks[30];
      SlScheduleLink links[60];
      guint n_tasks = (guint)g_test_rand_int_range (2, 30);
      guint n_links = (guint)g_test_rand_int_range (0, 60);
      fill_random (tasks, n_tasks, links, n_links);
      SlScheduleInput input = { 0, SL_INT_NULL, SL_INT_NULL, NULL, tasks, n_tasks, links, n_links };
      g_autoptr (SlSchedule) schedule = sl_schedule_new (&input);
      check_schedule (&input, schedule);
      /* a later start moves everything by as much and changes no float */
      input.start = 1000;
      g_autoptr (SlSchedule) shifted = sl_schedule_new (&input);
      for (guint i = 0; i < n_tasks; i++)
        {
          g_assert_cmpint (shifted->tasks[i].late_start, ==, schedule->tasks[i].late_start + 1000);
          g_assert_cmpint (shifted->tasks[i].total_float, ==, schedule->tasks[i].total_float);
          g_assert_cmpint (shifted->tasks[i].free_float, ==, schedule->tasks[i].free_float);
        }
    }
}

/* Links in all directions: cycles are broken and the rest still holds. */
static void
test_random_cycles (void)
{
  guint n_cyclic = 0;
  for (guint round = 0; round < 200; round++)
    {
      SlScheduleTask tasks[12];
      SlScheduleLink links[24];
      fill_random (tasks, 12, links, 24);
      for (guint i = 0; i < 24; i++)
        if (g_test_rand_int_range (0, 3) == 0)
          links[i] = (SlScheduleLink){ links[i].after, links[i].before, links[i].type, links[i].lag,
                                       FALSE };
      SlScheduleInput input = { 0, SL_INT_NULL, SL_INT_NULL, NULL, tasks, 12, links, 24 };
      g_autoptr (SlSchedule) schedule = sl_schedule_new (&input);
      n_cyclic += schedule->n_cycles > 0;
      guint n_kept = 0, n_left_out = 0;
      for (guint i = 0; i < 24; i++)
        {
          n_left_out += schedule->left_out[i];
          if (!schedule->left_out[i])
            links[n_kept++] = links[i];
        }
      g_assert_cmpuint (n_left_out, ==, schedule->n_cycles);
      input.n_links = n_kept;
      g_autoptr (SlSchedule) again = sl_schedule_new (&input);
      g_assert_cmpuint (again->n_cycles, ==, 0);
      check_schedule (&input, again);
      for (guint i = 0; i < 12; i++)
        g_assert_cmpint (again->tasks[i].late_start, ==, schedule->tasks[i].late_start);
    }
  g_assert_cmpuint (n_cyclic, >, 50);
}

/* 10 000 tasks with 20 000 links: told, and far from being felt. */
static void
test_speed (void)
{
  enum
  {
    N_TASKS = 10000,
    N_LINKS = 20000
  };
  g_autofree SlScheduleTask *tasks = g_new (SlScheduleTask, N_TASKS);
  g_autofree SlScheduleLink *links = g_new (SlScheduleLink, N_LINKS);
  fill_random (tasks, N_TASKS, links, N_LINKS);
  SlScheduleInput input = { 0, SL_INT_NULL, SL_INT_NULL, NULL, tasks, N_TASKS, links, N_LINKS };
  gint64 best = G_MAXINT64;
  for (guint i = 0; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (SlSchedule) schedule = sl_schedule_new (&input);
      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_nonnull (schedule);
    }
  g_test_minimized_result ((double)best / 1000.0, "10000 tasks, 20000 links: %.2f ms",
                           (double)best / 1000.0);
  g_assert_cmpint (best, <, 500000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/schedule/tables", test_tables);
  g_test_add_func ("/core/schedule/constraints", test_constraints);
  g_test_add_func ("/core/schedule/as-late", test_as_late);
  g_test_add_func ("/core/schedule/progress", test_progress);
  g_test_add_func ("/core/schedule/elapsed", test_elapsed);
  g_test_add_func ("/core/schedule/independent-float", test_independent_float);
  g_test_add_func ("/core/schedule/cycles", test_cycles);
  g_test_add_func ("/core/schedule/random", test_random);
  g_test_add_func ("/core/schedule/random-cycles", test_random_cycles);
  g_test_add_func ("/core/schedule/speed", test_speed);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc cpm_network: the critical path of a network in any unit of time; calc cpm_calendar_links:
 * the same on a calendar, in days. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-schedule.h"
#include "base/sl-date.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The engine counts whole steps; a network without calendar has so many in its unit of time. */
#define STEPS 1000000.0
/* Longest duration and lag: sums over all tasks and links stay within 64 bits. */
#define LONGEST 1e7
/* Latest imposed finish of a network. */
#define LATEST 1e12
#define HOURS_PER_DAY 8.0

/* A network as it is read, and what came of it. @step is one step of the engine in the unit of the
 * input. */
typedef struct
{
  SlCalcNames *ids;
  GArray *tasks;
  GArray *links;
  SlSchedule *schedule;
  double step;
} Network;

static void
network_init (Network *net, double step)
{
  *net = (Network){ sl_calc_names_new (), g_array_new (FALSE, FALSE, sizeof (SlScheduleTask)),
                    g_array_new (FALSE, FALSE, sizeof (SlScheduleLink)), NULL, step };
}

static void
network_clear (Network *net)
{
  sl_calc_names_free (net->ids);
  g_array_unref (net->tasks);
  g_array_unref (net->links);
  g_clear_pointer (&net->schedule, sl_schedule_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Network, network_clear)

static gint64
to_steps (const Network *net, double time)
{
  return (gint64)round (time / net->step);
}

static void
read_tasks (SlCalcInput *in, const char *duration_key, Network *net)
{
  SlCalcInput *list = sl_calc_member (in, "tasks");
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
      task.duration = to_steps (net, sl_calc_get_number (item, duration_key, 0.0, LONGEST));
      sl_calc_names_add (net->ids, sl_calc_member (item, "id"));
      g_array_append_val (net->tasks, task);
    }
}

static void
read_links (SlCalcInput *in, const char *lag_key, Network *net)
{
  /* In the order of #SlDependencyType. */
  static const char *const types[] = { "FS", "SS", "FF", "SF", NULL };
  SlCalcInput *list = sl_calc_member (in, "links");
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      SlScheduleLink link = { 0 };
      link.before = sl_calc_names_find (net->ids, sl_calc_member (item, "pred"));
      link.after = sl_calc_names_find (net->ids, sl_calc_member (item, "succ"));
      link.type = (SlDependencyType)sl_calc_get_choice_or (item, "type", types, SL_DEPENDENCY_FS);
      link.lag = to_steps (net, sl_calc_get_number_or (item, lag_key, -LONGEST, LONGEST, 0.0));
      g_array_append_val (net->links, link);
    }
}

/* The tasks of a cycle in the order of its links; none where there is none. The engine leaves a
 * task's link to itself out without a word; here it is a cycle of one. */
static const guint *
find_cycle (const Network *net, guint *n)
{
  *n = net->schedule->n_cycle;
  for (guint i = 0; i < net->links->len && *n == 0; i++)
    {
      const SlScheduleLink *link = &g_array_index (net->links, SlScheduleLink, i);
      if (link->before != link->after)
        continue;
      *n = 1;
      return &link->before;
    }
  return net->schedule->cycle;
}

/* Computes the schedule. Returns: whether there is one; if not, @out says which cycle. */
static gboolean
compute (Network *net, const SlCalendar *calendar, gint64 start, gint64 finish, JsonObject *out)
{
  guint n_cycle;
  SlScheduleInput input = { start,
                            finish,
                            SL_INT_NULL,
                            calendar,
                            (const SlScheduleTask *)(gpointer)net->tasks->data,
                            net->tasks->len,
                            (const SlScheduleLink *)(gpointer)net->links->data,
                            net->links->len };
  net->schedule = sl_schedule_new (&input);
  const guint *cycle = find_cycle (net, &n_cycle);
  if (n_cycle == 0)
    return TRUE;
  json_object_set_string_member (out, "error", "cycle");
  JsonArray *members = sl_calc_add_array (out, "members");
  for (guint i = 0; i < n_cycle; i++)
    json_array_add_string_element (members, sl_calc_names_get (net->ids, cycle[i]));
  return FALSE;
}

static void
set_critical (JsonObject *out, const Network *net)
{
  JsonArray *critical = sl_calc_add_array (out, "critical");
  for (guint i = 0; i < net->schedule->n_tasks; i++)
    if (net->schedule->tasks[i].critical)
      json_array_add_string_element (critical, sl_calc_names_get (net->ids, i));
}

static void
set_time (JsonObject *out, const char *key, const Network *net, gint64 steps)
{
  json_object_set_double_member (out, key, (double)steps * net->step);
}

/* The task whose link decides when task @i starts, or null. */
static void
set_driver (JsonObject *out, const Network *net, guint i)
{
  int driver = net->schedule->tasks[i].driver;
  if (driver < 0)
    json_object_set_null_member (out, "driver");
  else
    json_object_set_string_member (
        out, "driver",
        sl_calc_names_get (net->ids, g_array_index (net->links, SlScheduleLink, driver).before));
}

/* Each figure stands in the object of its task and, under its own name, beside those of all other
 * tasks. */
static void
set_network_task (JsonObject *out, JsonObject *tasks, const Network *net, guint i)
{
  const SlScheduleResult *result = &net->schedule->tasks[i];
  const struct
  {
    const char *key;
    gint64 steps;
  } figures[] = {
    { "ES", result->early_start },
    { "EF", result->early_finish },
    { "LS", result->late_start },
    { "LF", result->late_finish },
    { "TF", result->total_float },
    { "FF", result->free_float },
    { "total_float", result->total_float },
    { "free_float", result->free_float },
    { "interfering_float", result->total_float - result->free_float },
    { "independent_float", result->independent_float },
  };
  const char *id = sl_calc_names_get (net->ids, i);
  JsonObject *task = sl_calc_add_object (tasks, id);
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      set_time (task, figures[f].key, net, figures[f].steps);
      JsonObject *all = i == 0 ? sl_calc_add_object (out, figures[f].key)
                               : json_object_get_object_member (out, figures[f].key);
      set_time (all, id, net, figures[f].steps);
    }
  json_object_set_boolean_member (task, "critical", result->critical);
  set_driver (task, net, i);
}

static void
run_cpm_network (SlCalcInput *in, JsonObject *out)
{
  g_auto (Network) net;
  network_init (&net, 1.0 / STEPS);
  read_tasks (in, "duration", &net);
  read_links (in, "lag", &net);
  double must_finish = sl_calc_get_number_or (in, "must_finish", -LATEST, LATEST, NAN);
  gint64 finish = isnan (must_finish) ? SL_INT_NULL : to_steps (&net, must_finish);
  if (!sl_calc_is_good (in) || !compute (&net, NULL, 0, finish, out))
    return;
  set_time (out, "project_duration", &net, net.schedule->finish);
  set_critical (out, &net);
  JsonObject *tasks = sl_calc_add_object (out, "tasks");
  for (guint i = 0; i < net.schedule->n_tasks; i++)
    set_network_task (out, tasks, &net, i);
}

const SlCalc sl_calc_cpm_network = {
  .name = "cpm_network",
  .summary = N_ ("Critical path of tasks and links"),
  .run = run_cpm_network,
};

static gint64
read_day (SlCalcInput *in)
{
  gint64 day = 0;
  const char *text = sl_calc_text (in);
  if (sl_calc_is_good (in) && !sl_day_from_iso (text, &day))
    sl_calc_reject (in, _ ("“%s” must be a date like 2026-11-22, not %s."), sl_calc_path (in),
                    sl_calc_show (in));
  return day;
}

/* "Mon-Fri, no holidays": first and last day of the week; what follows a comma is a remark.
 * Returns: bits of the days, 0 for what is no week */
static guint
week_from_text (const char *text)
{
  static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  guint ends[2] = { 7, 7 };
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);
  g_auto (GStrv) days = g_strsplit (parts[0] != NULL ? parts[0] : "", "-", 3);
  if (g_strv_length (days) != 2)
    return 0;
  for (guint end = 0; end < 2; end++)
    for (guint day = 0; day < 7; day++)
      if (g_ascii_strcasecmp (g_strstrip (days[end]), names[day]) == 0)
        ends[end] = day;
  if (ends[0] == 7 || ends[1] == 7)
    return 0;
  guint week = 1u << ends[1];
  for (guint day = ends[0]; day != ends[1]; day = (day + 1) % 7)
    week |= 1u << day;
  return week;
}

/* Members calendar and holidays; Monday to Friday without. (transfer full) */
static SlCalendar *
read_calendar (SlCalcInput *in)
{
  SlCalcInput *text = sl_calc_member (in, "calendar");
  guint week = sl_calc_is_there (text) ? week_from_text (sl_calc_text (text)) : 31u;
  if (week == 0)
    sl_calc_reject (in, _ ("“%s” must be a week like Mon-Fri, not %s."), sl_calc_path (text),
                    sl_calc_show (text));
  SlCalcInput *list = sl_calc_member (in, "holidays");
  g_autoptr (GArray) holidays = g_array_new (FALSE, TRUE, sizeof (SlCalendarDay));
  guint n = sl_calc_is_there (list) ? sl_calc_list (list) : 0;
  for (guint i = 0; i < n; i++)
    {
      SlCalendarDay day = { .day = read_day (sl_calc_item (list, i)) };
      g_array_append_val (holidays, day);
    }
  return sl_calendar_new (week, HOURS_PER_DAY, (const SlCalendarDay *)(gpointer)holidays->data,
                          holidays->len);
}

static void
set_day (JsonObject *out, const char *key, gint64 day)
{
  g_autofree char *text = sl_day_to_iso (day);
  json_object_set_string_member (out, key, text);
}

/* The days of work from @start to @finish. What takes no time falls on the evening after which it
 * comes, or on the morning of @begin, before which there is none. */
static void
set_days (JsonObject *out, const char *start_key, gint64 start, const char *finish_key,
          gint64 finish, gint64 begin, const SlCalendar *calendar)
{
  gint64 first = sl_calendar_start_day (calendar, start);
  gint64 last = finish > begin ? sl_calendar_end_day (calendar, finish) : first;
  set_day (out, start_key, start == finish ? last : first);
  set_day (out, finish_key, last);
}

static void
set_calendar_task (JsonObject *tasks, const Network *net, const SlCalendar *calendar, gint64 begin,
                   guint i)
{
  const SlScheduleResult *result = &net->schedule->tasks[i];
  JsonObject *task = sl_calc_add_object (tasks, sl_calc_names_get (net->ids, i));
  set_days (task, "early_start", result->early_start, "early_finish", result->early_finish, begin,
            calendar);
  set_days (task, "late_start", result->late_start, "late_finish", result->late_finish, begin,
            calendar);
  set_time (task, "total_float_days", net, result->total_float);
  set_time (task, "free_float_days", net, result->free_float);
  json_object_set_boolean_member (task, "critical", result->critical);
  set_driver (task, net, i);
}

static void
run_cpm_calendar_links (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalendar) calendar = read_calendar (in);
  g_auto (Network) net;
  network_init (&net, 1.0 / (double)sl_calendar_minutes_per_day (calendar));
  read_tasks (in, "duration_days", &net);
  read_links (in, "lag_days", &net);
  SlCalcInput *start = sl_calc_member (in, "start");
  gint64 begin = sl_calendar_start_of (calendar, read_day (start));
  if (!sl_calc_is_good (in) || !compute (&net, calendar, begin, SL_INT_NULL, out))
    return;
  if (net.schedule->finish > sl_calendar_end_of (calendar, SL_DAY_MAX))
    {
      g_autofree char *end = sl_day_to_iso (SL_DAY_MAX);
      sl_calc_reject (start, _ ("“%s”: the tasks do not end before the calendar does, on %s."),
                      sl_calc_path (start), end);
      return;
    }
  set_day (out, "project_finish",
           net.schedule->finish > begin ? sl_calendar_end_day (calendar, net.schedule->finish)
                                        : sl_calendar_start_day (calendar, begin));
  set_time (out, "project_duration_days", &net, net.schedule->finish - begin);
  set_critical (out, &net);
  JsonObject *tasks = sl_calc_add_object (out, "tasks");
  for (guint i = 0; i < net.schedule->n_tasks; i++)
    set_calendar_task (tasks, &net, calendar, begin, i);
}

const SlCalc sl_calc_cpm_calendar_links = {
  .name = "cpm_calendar_links",
  .summary = N_ ("Critical path on a working calendar, in dates"),
  .run = run_cpm_calendar_links,
};

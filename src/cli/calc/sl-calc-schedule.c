/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc cpm_network: the critical path of a network in any unit of time; calc cpm_calendar_links:
 * the same on a calendar, in days. */

#include "config.h"

#include "sl-calc-network.h"

#include "base/sl-date.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The engine counts whole steps; a network without calendar has so many in its unit of time. */
#define STEPS 1000000.0
/* Latest imposed finish of a network. */
#define LATEST 1e12
#define HOURS_PER_DAY 8.0

static void
read_tasks (SlCalcInput *in, const char *duration_key, SlCalcNetwork *net)
{
  SlCalcInput *list = sl_calc_member (in, "tasks");
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
      task.duration = sl_calc_network_to_steps (
          net, sl_calc_get_number (item, duration_key, 0.0, SL_CALC_LONGEST));
      sl_calc_names_add (net->ids, sl_calc_member (item, "id"));
      g_array_append_val (net->tasks, task);
    }
}

/* The task whose link decides when task @i starts, or null. */
static void
set_driver (JsonObject *out, const SlCalcNetwork *net, guint i)
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
set_network_task (JsonObject *out, JsonObject *tasks, const SlCalcNetwork *net, guint i)
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
      sl_calc_network_set_time (task, figures[f].key, net, figures[f].steps);
      JsonObject *all = i == 0 ? sl_calc_add_object (out, figures[f].key)
                               : json_object_get_object_member (out, figures[f].key);
      sl_calc_network_set_time (all, id, net, figures[f].steps);
    }
  json_object_set_boolean_member (task, "critical", result->critical);
  set_driver (task, net, i);
}

static void
run_cpm_network (SlCalcInput *in, JsonObject *out)
{
  g_auto (SlCalcNetwork) net;
  sl_calc_network_init (&net, 1.0 / STEPS);
  read_tasks (in, "duration", &net);
  sl_calc_network_read_links (in, "lag", &net);
  double must_finish = sl_calc_get_number_or (in, "must_finish", -LATEST, LATEST, NAN);
  gint64 finish = isnan (must_finish) ? SL_INT_NULL : sl_calc_network_to_steps (&net, must_finish);
  if (!sl_calc_is_good (in) || !sl_calc_network_compute (&net, NULL, 0, finish, out))
    return;
  sl_calc_network_set_time (out, "project_duration", &net, net.schedule->finish);
  sl_calc_network_set_critical (out, &net);
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
set_calendar_task (JsonObject *tasks, const SlCalcNetwork *net, const SlCalendar *calendar,
                   gint64 begin, guint i)
{
  const SlScheduleResult *result = &net->schedule->tasks[i];
  JsonObject *task = sl_calc_add_object (tasks, sl_calc_names_get (net->ids, i));
  set_days (task, "early_start", result->early_start, "early_finish", result->early_finish, begin,
            calendar);
  set_days (task, "late_start", result->late_start, "late_finish", result->late_finish, begin,
            calendar);
  sl_calc_network_set_time (task, "total_float_days", net, result->total_float);
  sl_calc_network_set_time (task, "free_float_days", net, result->free_float);
  json_object_set_boolean_member (task, "critical", result->critical);
  set_driver (task, net, i);
}

static void
run_cpm_calendar_links (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalendar) calendar = read_calendar (in);
  g_auto (SlCalcNetwork) net;
  sl_calc_network_init (&net, 1.0 / (double)sl_calendar_minutes_per_day (calendar));
  read_tasks (in, "duration_days", &net);
  sl_calc_network_read_links (in, "lag_days", &net);
  SlCalcInput *start = sl_calc_member (in, "start");
  gint64 begin = sl_calendar_start_of (calendar, read_day (start));
  if (!sl_calc_is_good (in) || !sl_calc_network_compute (&net, calendar, begin, SL_INT_NULL, out))
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
  sl_calc_network_set_time (out, "project_duration_days", &net, net.schedule->finish - begin);
  sl_calc_network_set_critical (out, &net);
  JsonObject *tasks = sl_calc_add_object (out, "tasks");
  for (guint i = 0; i < net.schedule->n_tasks; i++)
    set_calendar_task (tasks, &net, calendar, begin, i);
}

const SlCalc sl_calc_cpm_calendar_links = {
  .name = "cpm_calendar_links",
  .summary = N_ ("Critical path on a working calendar, in dates"),
  .run = run_cpm_calendar_links,
};

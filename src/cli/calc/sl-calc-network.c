/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading of networks, and what all methods say of them. */

#include "config.h"

#include "sl-calc-network.h"

#include <glib/gi18n.h>
#include <math.h>

void
sl_calc_network_init (SlCalcNetwork *net, double step)
{
  *net = (SlCalcNetwork){ sl_calc_names_new (), g_array_new (FALSE, FALSE, sizeof (SlScheduleTask)),
                          g_array_new (FALSE, FALSE, sizeof (SlScheduleLink)), NULL, step };
}

void
sl_calc_network_clear (SlCalcNetwork *net)
{
  sl_calc_names_free (net->ids);
  g_array_unref (net->tasks);
  g_array_unref (net->links);
  g_clear_pointer (&net->schedule, sl_schedule_free);
}

gint64
sl_calc_network_to_steps (const SlCalcNetwork *net, double time)
{
  return (gint64)round (time / net->step);
}

void
sl_calc_network_read_links (SlCalcInput *in, const char *lag_key, SlCalcNetwork *net)
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
      link.lag = sl_calc_network_to_steps (
          net, sl_calc_get_number_or (item, lag_key, -SL_CALC_LONGEST, SL_CALC_LONGEST, 0.0));
      g_array_append_val (net->links, link);
    }
}

/* The tasks of a cycle in the order of its links; none where there is none. The engine leaves a
 * task's link to itself out without a word; here it is a cycle of one. */
static const guint *
find_cycle (const SlCalcNetwork *net, guint *n)
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

SlScheduleInput
sl_calc_network_get_input (const SlCalcNetwork *net, const SlCalendar *calendar, gint64 start,
                           gint64 finish)
{
  return (SlScheduleInput){ start,
                            finish,
                            SL_INT_NULL,
                            calendar,
                            (const SlScheduleTask *)(gpointer)net->tasks->data,
                            net->tasks->len,
                            (const SlScheduleLink *)(gpointer)net->links->data,
                            net->links->len };
}

gboolean
sl_calc_network_compute (SlCalcNetwork *net, const SlCalendar *calendar, gint64 start,
                         gint64 finish, JsonObject *out)
{
  guint n_cycle;
  SlScheduleInput input = sl_calc_network_get_input (net, calendar, start, finish);
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

void
sl_calc_network_set_critical (JsonObject *out, const SlCalcNetwork *net)
{
  JsonArray *critical = sl_calc_add_array (out, "critical");
  for (guint i = 0; i < net->schedule->n_tasks; i++)
    if (net->schedule->tasks[i].critical)
      json_array_add_string_element (critical, sl_calc_names_get (net->ids, i));
}

void
sl_calc_network_set_time (JsonObject *out, const char *key, const SlCalcNetwork *net, gint64 steps)
{
  json_object_set_double_member (out, key, (double)steps * net->step);
}

SlEstimate3
sl_calc_read_estimate (SlCalcInput *in)
{
  guint n;
  g_autofree double *values = sl_calc_numbers (in, 0.0, SL_CALC_LONGEST, FALSE, &n);
  if (sl_calc_is_good (in) && n != 3)
    sl_calc_reject (in, _ ("“%s” must have three numbers: at best, most likely, at worst."),
                    sl_calc_path (in));
  SlEstimate3 estimate = { 0.0, 0.0, 0.0 };
  if (sl_calc_is_good (in))
    estimate = (SlEstimate3){ values[0], values[1], values[2] };
  if (!sl_estimate3_is_valid (&estimate))
    sl_calc_reject (in,
                    _ ("“%s” is %s; the best must not be above the most likely, nor that above "
                       "the worst."),
                    sl_calc_path (in), sl_calc_show (in));
  return estimate;
}

GArray *
sl_calc_network_read_activities (SlCalcInput *in, SlCalcNetwork *net)
{
  SlCalcInput *list = sl_calc_member (in, "activities");
  GArray *estimates = g_array_new (FALSE, FALSE, sizeof (SlEstimate3));
  for (guint i = 0, n = sl_calc_object (list); i < n; i++)
    {
      SlEstimate3 estimate = sl_calc_read_estimate (sl_calc_item (list, i));
      SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
      task.duration = sl_calc_network_to_steps (net, sl_pert_moments (&estimate).mean);
      sl_calc_names_ensure (net->ids, sl_calc_key (list, i));
      g_array_append_val (net->tasks, task);
      g_array_append_val (estimates, estimate);
    }
  return estimates;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks of tasks as inputs give them: tasks by name, links between them, three-point estimates.
 */

#pragma once

#include "sl-calc.h"

#include "methods/sl-pert.h"
#include "methods/sl-schedule.h"

G_BEGIN_DECLS

/* Longest duration and lag: sums over all tasks and links stay within 64 bits. */
#define SL_CALC_LONGEST 1e7

/* A network as it is read, and what came of it. @step is one step of the engine, which counts whole
 * ones, in the unit of the input. */
typedef struct
{
  SlCalcNames *ids;
  GArray *tasks; /* of SlScheduleTask */
  GArray *links; /* of SlScheduleLink */
  SlSchedule *schedule;
  double step;
} SlCalcNetwork;

void sl_calc_network_init (SlCalcNetwork *net, double step);
void sl_calc_network_clear (SlCalcNetwork *net);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlCalcNetwork, sl_calc_network_clear)

gint64 sl_calc_network_to_steps (const SlCalcNetwork *net, double time);
/* Reads member "links" of @in; the tasks must be known. */
void sl_calc_network_read_links (SlCalcInput *in, const char *lag_key, SlCalcNetwork *net);
SlScheduleInput sl_calc_network_get_input (const SlCalcNetwork *net, const SlCalendar *calendar,
                                           gint64 start, gint64 finish);
/* Computes the schedule. Returns: whether there is one; if not, @out says which cycle. */
gboolean sl_calc_network_compute (SlCalcNetwork *net, const SlCalendar *calendar, gint64 start,
                                  gint64 finish, JsonObject *out);
void sl_calc_network_set_critical (JsonObject *out, const SlCalcNetwork *net);
void sl_calc_network_set_time (JsonObject *out, const char *key, const SlCalcNetwork *net,
                               gint64 steps);

/* A list of three numbers, the best, the most likely and the worst, in this order. */
SlEstimate3 sl_calc_read_estimate (SlCalcInput *in);
/* Reads member "activities" of @in, estimates by name; their means become durations in steps.
 * (transfer full): of SlEstimate3, in the unit of the input */
GArray *sl_calc_network_read_activities (SlCalcInput *in,
                                         SlCalcNetwork *net) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

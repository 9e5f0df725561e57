/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The methods that "sightline-cli calc" offers. Each reads an input, calls the very function that
 * the analysis calls, and says what it found. One family of methods a file, one row a method. */

#pragma once

#include "calc/sl-calc-input.h"
#include "calc/sl-calc-json.h"

G_BEGIN_DECLS

/**
 * SlCalc:
 * @name: "kendall_w"
 * @summary: N_(): one line for the list of methods
 * @run: reads @in and sets members of @out. What cannot be computed (a cycle, nothing to divide by)
 *   is a result too: see sl_calc_set_value(). What cannot be read is rejected by the readers of
 *   sl-calc-input.h; @out is then thrown away
 */
typedef struct
{
  const char *name;
  const char *summary;
  void (*run) (SlCalcInput *in, JsonObject *out);
} SlCalc;

/* clang-format off */
extern const SlCalc sl_calc_ahp_priorities; /* sl-calc-ahp.c */
extern const SlCalc sl_calc_alignment_index; /* sl-calc-index.c */
extern const SlCalc sl_calc_conflict_detection; /* sl-calc-conflict.c */
extern const SlCalc sl_calc_consensus_tastle_wierman; /* sl-calc-agreement.c */
extern const SlCalc sl_calc_cpm_calendar_links; /* sl-calc-schedule.c */
extern const SlCalc sl_calc_cpm_network; /* sl-calc-schedule.c */
extern const SlCalc sl_calc_earned_schedule; /* sl-calc-earned.c */
extern const SlCalc sl_calc_evm; /* sl-calc-earned.c */
extern const SlCalc sl_calc_grl_inverse_what_would_it_take; /* sl-calc-grl.c */
extern const SlCalc sl_calc_grl_kpi_conversion; /* sl-calc-grl.c */
extern const SlCalc sl_calc_grl_qualitative; /* sl-calc-grl.c */
extern const SlCalc sl_calc_grl_quantitative; /* sl-calc-grl.c */
extern const SlCalc sl_calc_kaos_obstacles; /* sl-calc-obstacles.c */
extern const SlCalc sl_calc_kendall_w; /* sl-calc-agreement.c */
extern const SlCalc sl_calc_krippendorff_alpha; /* sl-calc-agreement.c */
extern const SlCalc sl_calc_line_of_sight; /* sl-calc-sight.c */
extern const SlCalc sl_calc_milestone_trend; /* sl-calc-trend.c */
extern const SlCalc sl_calc_montecarlo_forecast; /* sl-calc-monte-carlo.c */
extern const SlCalc sl_calc_okr_kpi_scoring; /* sl-calc-scoring.c */
extern const SlCalc sl_calc_pert; /* sl-calc-pert.c */
extern const SlCalc sl_calc_positions; /* sl-calc-positions.c */
extern const SlCalc sl_calc_rank_correlation; /* sl-calc-agreement.c */
extern const SlCalc sl_calc_resource_fit; /* sl-calc-resource.c */
extern const SlCalc sl_calc_resource_overallocation; /* sl-calc-resource.c */
extern const SlCalc sl_calc_smart_text; /* sl-calc-text.c */
extern const SlCalc sl_calc_stakeholders; /* sl-calc-stakeholders.c */
extern const SlCalc sl_calc_trend_drift; /* sl-calc-trend.c */

G_END_DECLS

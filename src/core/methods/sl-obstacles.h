/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How likely a goal is reached when obstacles stand in its way; all numbers are probabilities 0..1,
 * NAN: not estimated.
 * Source: van Lamsweerde & Letier 2000; Cailliau & van Lamsweerde 2013; METHODS section 3. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A goal should be reached at least this often if nobody says otherwise. */
#define SL_OBSTACLE_REQUIRED_RATE 0.8

/* How a goal is broken down into what the obstacles stand against. In all but the last everything
 * is needed. */
typedef enum
{
  SL_OBSTACLE_MILESTONE,
  SL_OBSTACLE_DIVIDE_AND_CONQUER,
  SL_OBSTACLE_INTRODUCE_GUARD,
  SL_OBSTACLE_UNMONITORABILITY,
  SL_OBSTACLE_UNCONTROLLABILITY,
  SL_OBSTACLE_CASE,
} SlObstaclePattern;

/**
 * sl_obstacle_goal_rate:
 * @obstacles: (array length=n): how likely each part is blocked
 * @weights: (array length=n) (nullable): of cases: how often each occurs; %NULL: equally often
 * @n_estimated: (out) (nullable): how many have an estimate; the others are left out
 *
 * Obstacles are taken as independent of each other; one that blocks several parts is not, then see
 * sl_obstacle_goal_rate_shared().
 *
 * Returns: how likely the goal is reached; NAN without an estimate. Cases that are left out count
 *   like the others
 */
double sl_obstacle_goal_rate (SlObstaclePattern pattern, const double *obstacles,
                              const double *weights, guint n, guint *n_estimated);

/* The least that the rate can be where everything is needed and obstacles may have to do with each
 * other (Bonferroni): 1 - their sum, not below 0. NAN without an estimate. */
double sl_obstacle_goal_rate_shared (const double *obstacles, guint n);

/* How likely an obstacle is that any one of @causes brings about; NAN without an estimate. */
double sl_obstacle_any (const double *causes, guint n);

/* RIS-01: whether the goal is reached too rarely and nobody has a plan for that. */
gboolean sl_obstacle_needs_plan (double rate, double required, gboolean has_plan);

G_END_DECLS

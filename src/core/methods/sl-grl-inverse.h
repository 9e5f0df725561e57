/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What it would take: what the goals that help one goal must reach for that one to reach a target.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlGrlLever:
 * @weight: of its contribution, -100..100
 * @fixed: its satisfaction if that stays as it is; NAN: it is free
 * @low: the lowest satisfaction that it can have
 * @high: the highest
 * @values: (array length=n_values) (nullable): the only ones that it can have, in any order; @low
 *   and @high are not used then
 * @needed: (out): whole satisfaction that it must reach at least, or, where it hurts, may reach at
 *   most; the fixed value of what is fixed
 */
typedef struct
{
  double weight;
  double fixed;
  double low;
  double high;
  const double *values;
  guint n_values;
  double needed;
} SlGrlLever;

/**
 * sl_grl_inverse:
 * @levers: (array length=n): the direct contributions to one goal
 * @target: satisfaction of the goal, -100..100
 *
 * The first free lever gets the least that is asked of it when all later ones do their best, and so
 * on: so the order is who should be spared. Contributions are added and clamped to -100..100;
 * parts, dependencies and the tolerance of sl_grl_evaluate() are left out.
 *
 * Source: METHODS section 1.3, with the published results of jUCMNav's constraint solver.
 * Cost: O(n + values).
 *
 * Returns: %TRUE if the target can be reached; @needed is not set otherwise
 */
gboolean sl_grl_inverse (SlGrlLever *levers, guint n, double target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pace of all goals as one number. What is not known or not due yet is left out and said: it
 * neither helps nor harms. */

#include "config.h"

#include "methods/sl-delivery-index.h"

#include <math.h>

void
sl_delivery_index (const SlDeliveryInput *input, SlDeliveryIndex *out)
{
  double all = 0.0;
  double counted = 0.0;
  double not_due = 0.0;
  double sum = 0.0;
  guint n_checked_in = 0;
  for (guint i = 0; i < input->n_goals; i++)
    {
      const SlDeliveryGoal *goal = &input->goals[i];
      n_checked_in += goal->checked_in ? 1 : 0;
      double weight = goal->weight > 0.0 ? goal->weight : 0.0;
      all += weight;
      if (goal->expected <= 0.0)
        not_due += weight;
      if (isnan (goal->progress) || !(goal->expected > 0.0))
        continue;
      counted += weight;
      sum += weight * CLAMP (goal->progress / goal->expected, 0.0, 1.0);
    }
  *out = (SlDeliveryIndex){
    .index = counted > 0.0 ? 100.0 * sum / counted : NAN,
    .coverage = all > 0.0 ? counted / all : 0.0,
    .not_due = all > 0.0 ? not_due / all : 0.0,
    .without_check_in
    = input->n_goals > 0 ? 1.0 - (double)n_checked_in / input->n_goals : (double)NAN,
    .slipping
    = input->n_milestones > 0 ? (double)input->n_slipping / input->n_milestones : (double)NAN,
  };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed since a day, as marks upon a finished scene: one way for all charts. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

/* What a triangle says; of several changes of one record the one that stands first here. */
typedef enum
{
  SL_SINCE_NEW,
  SL_SINCE_LATER,
  SL_SINCE_EARLIER,
  SL_SINCE_MORE,
  SL_SINCE_LESS,
  SL_SINCE_OTHER,
  SL_SINCE_N_SIGNS
} SlSinceSign;

/**
 * sl_since_mark:
 * @chart: what @scene was laid out by
 * @plan: as it is
 * @params: with a former plan
 * @measure: as for the layout
 * @scene: laid out, not yet mirrored
 *
 * Puts a triangle at each mark whose record differs from the former plan, adds to its label what it
 * was and what it is, and says in legend and remarks what the triangles mean and what they cannot
 * tell. Without guesses, no change of a guess is told either. Cost: O(records + marks).
 */
void sl_since_mark (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                    SlTextMeasure *measure, SlScene *scene);
/* For layouts of what is computed: a triangle with its middle there, in the body. Legend and
 * remarks follow from sl_since_mark(). */
void sl_since_add (SlScene *scene, SlSinceSign sign, double x, double y);
/* The same for something that is gone: the layout says so in a remark. */
void sl_since_add_gone (SlScene *scene);

G_END_DECLS

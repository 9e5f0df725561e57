/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed since a day, as marks upon a finished scene: one way for all charts. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

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

G_END_DECLS

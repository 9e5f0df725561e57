/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seven bars, one a dimension of the alignment index: filled as far as it scores, hatched where it
 * is not assessed. Never one naked number. */

#pragma once

#include <gtk/gtk.h>

#include "analysis/sl-analysis-since.h"

G_BEGIN_DECLS

#define SL_TYPE_DIMENSION_BARS (sl_dimension_bars_get_type ())
G_DECLARE_FINAL_TYPE (SlDimensionBars, sl_dimension_bars, SL, DIMENSION_BARS, GtkWidget)

/* @analysis: (nullable): nothing is known yet; @since: (nullable): what a thin mark and the words
 * show the former score of */
void sl_dimension_bars_set_analysis (SlDimensionBars *self, const SlAnalysis *analysis,
                                     const SlAnalysisSince *since);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Six tiles, one a benefit: a number that opens why, a bar, and how much of it is assessed. */

#pragma once

#include <gtk/gtk.h>

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

#define SL_TYPE_BENEFIT_TILES (sl_benefit_tiles_get_type ())
G_DECLARE_FINAL_TYPE (SlBenefitTiles, sl_benefit_tiles, SL, BENEFIT_TILES, GtkWidget)

/* @analysis: (nullable): nothing is known yet */
void sl_benefit_tiles_set_analysis (SlBenefitTiles *self, const SlAnalysis *analysis);

G_END_DECLS

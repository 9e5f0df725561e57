/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One mark of a chart for keyboard focus and assistive technology: a widget without a picture of
 * its own, above the painted mark. */

#pragma once

#include <gtk/gtk.h>

#include "sl-scene.h"

G_BEGIN_DECLS

#define SL_TYPE_CHART_MARK (sl_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (SlChartMark, sl_chart_mark, SL, CHART_MARK, GtkWidget)

GtkWidget *sl_chart_mark_new (void);
/* Shows @mark: its label becomes the accessible name, its hit is kept. */
void sl_chart_mark_set (SlChartMark *self, const SlMark *mark);
const SlHit *sl_chart_mark_get_hit (SlChartMark *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every scene of every chart. Each function fails the running test with a line
 * that names the mark. */

#pragma once

#include "sl-chart.h"
#include "sl-palette.h"

G_BEGIN_DECLS

/* Every text fits its box and no two texts of a band touch, nothing stands outside the scene, marks
 * with a hit have a label, breaks lie inside; on @paper nothing is elided. Lay out with the Pango
 * measure. */
void chart_check_scene (const SlScene *scene, gboolean paper);
/* Every title of @kind stands whole in some text of the scene, except for @not_shown of them. */
void chart_check_titles (const SlScene *scene, const SlSnapshot *plan, SlKindId kind,
                         guint not_shown);
/* Compares @text with tests/charts/golden/@name.txt; with --update-golden on the command line
 * (chart_check_init()) writes it. */
void chart_check_golden (const char *name, const char *text);
/* g_test_init() with the options of chart tests. */
void chart_check_init (int *argc, char ***argv);
/* Lays out with the fixed measure, so that the dump is the same everywhere. (transfer full) */
char *chart_dump_fixed (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params);
/* Laid out by Pango as the programs do. (transfer full) */
SlScene *chart_layout_pango (const SlChart *chart, const SlSnapshot *plan,
                             const SlChartParams *params);
/* The share of pixels, 0..1, that have exactly the color @rgba when the scene is painted at 72 dpi
 * upon the paper of @palette. */
double chart_share_of_color (const SlScene *scene, SlPalette palette, guint32 rgba);

G_END_DECLS

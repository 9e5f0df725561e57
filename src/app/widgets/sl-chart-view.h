/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on screen: lays out the scene when the plan changes, scrolls with fixed heads, zooms,
 * finds marks by pointer and key, and shows each mark to assistive technology. */

#pragma once

#include "sl-chart.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CHART_VIEW (sl_chart_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlChartView, sl_chart_view, SL, CHART_VIEW, GtkWidget)

/**
 * SlChartViewClass:
 * @prepare: set params that depend on the room (width, scale) before a layout; @scale: pixels per
 *   point. A view with it is laid out again when its width or zoom changes.
 * @get_zoom: @set_zoom: a chart that zooms by its own scale (points a day) instead of enlarging
 * all; 0: fit. Both or none
 * @key_pressed: a key on the current mark; return TRUE if used
 * @drag_begin: a drag on @mark begins; return TRUE to take it (else it pans)
 * @drag_update: preview it; places in scene points
 * @drag_end: @cancelled: Esc or lost; else make it one command
 * @fills_height: its layout depends on the height of the view, too
 * @starts_at_top: it is read from its top, not from the mark where it begins, such as a root
 * @first_width: how much of the scene's width is to be in sight until somebody zooms, in points;
 *   more than fits makes the chart smaller, down to what can still be read
 * @snapshot_overlay: draw above the chart in scene points (drag previews); the matrix is set
 */
struct _SlChartViewClass
{
  GtkWidgetClass parent_class;
  void (*prepare) (SlChartView *self, double scale);
  double (*get_zoom) (SlChartView *self);
  void (*set_zoom) (SlChartView *self, double zoom);
  gboolean (*key_pressed) (SlChartView *self, const SlMark *mark, guint keyval,
                           GdkModifierType state);
  gboolean (*drag_begin) (SlChartView *self, const SlMark *mark, double x, double y);
  void (*drag_update) (SlChartView *self, double x, double y);
  void (*drag_end) (SlChartView *self, double x, double y, gboolean cancelled);
  double (*first_width) (SlChartView *self);
  void (*snapshot_overlay) (SlChartView *self, cairo_t *cr);
  gboolean fills_height;
  gboolean starts_at_top;
};

/* Signals: "mark-activated" (SlHit *), "menu-requested" (SlHit *, double x, double y) in widget
 * coordinates, "zoom-changed", "laid-out" (the scene or its colours are new). Properties:
 * hadjustment, vadjustment, scroll policies. */

/* How wide a chart may be that leaves an edge on both sides. Unit: pt. @scale: as given to
 * SlChartViewClass.prepare */
double sl_chart_view_room_width (SlChartView *self, double scale);
SlChartView *sl_chart_view_new (SlSession *session, const SlChart *chart);
void sl_chart_view_setup (SlChartView *self, SlSession *session, const SlChart *chart);
SlSession *sl_chart_view_get_session (SlChartView *self);
const SlChart *sl_chart_view_get_chart (SlChartView *self);
/* The parameters of the layout; change them, then call sl_chart_view_relayout(). */
SlChartParams *sl_chart_view_get_params (SlChartView *self);
void sl_chart_view_relayout (SlChartView *self);
/* The whole scene as last laid out; lays out now if it is stale. (transfer none) */
SlScene *sl_chart_view_get_scene (SlChartView *self);
/* What is on screen: the scene of the last layout, which may be partial, or NULL before the first.
 * (transfer none) */
SlScene *sl_chart_view_peek_scene (SlChartView *self);
/* Whether that is the newest, and has all that is in sight: nothing that could be seen is to be
 * laid out, here or by a worker. */
gboolean sl_chart_view_is_laid_out (SlChartView *self);
/* Pixels per point, 1 px = 0.75 pt at 100 %; 0: fit the window. */
void sl_chart_view_set_zoom (SlChartView *self, double zoom);
double sl_chart_view_get_zoom (SlChartView *self);
void sl_chart_view_zoom_in (SlChartView *self);
void sl_chart_view_zoom_out (SlChartView *self);
void sl_chart_view_zoom_fit (SlChartView *self);
/* The current mark: focus ring, keys; NULL if none. */
const SlMark *sl_chart_view_get_current (SlChartView *self);
/* Makes the mark of @id the current one and scrolls to it. */
gboolean sl_chart_view_show_record (SlChartView *self, SlId id);
/* Moves the current mark to the next (@step 1) or previous (-1) cell of its line, then to the next
 * line; lines run down a column of the matrix. */
void sl_chart_view_move_in_line (SlChartView *self, int step);
/* Makes the mark with @hit the current one; the selection follows. Returns: whether there is one */
gboolean sl_chart_view_go_to (SlChartView *self, const SlHit *hit);
/* Draws a ring around several cells of the body, until another mark becomes the current one or the
 * chart is laid out again. Scene points. */
void sl_chart_view_mark_block (SlChartView *self, double x, double y, double w, double h);
gboolean sl_chart_view_has_block (SlChartView *self);
/* Scene points to widget pixels and back. */
void sl_chart_view_to_widget (SlChartView *self, SlBand band, double x, double y, double *wx,
                              double *wy);
void sl_chart_view_to_scene (SlChartView *self, double wx, double wy, double *x, double *y);

/* Gives the focus to the current mark, or to the first one as soon as there is one. No vfunc: a
 * container that grabs the focus for a child would hold Tab fast. */
void sl_chart_view_focus (SlChartView *self);

G_END_DECLS

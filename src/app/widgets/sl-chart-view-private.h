/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the chart view share: layout and painting, marks, input. */

#pragma once

#include "sl-paint.h"
#include "sl-palette.h"
#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

/* Marks that become child widgets; above that one focus proxy stands for the current mark. */
#define SL_CHART_MAX_MARK_WIDGETS 300

typedef struct
{
  SlSession *session;
  const SlChart *chart;
  SlChartParams params;
  SlTextMeasure *measure;
  SlTextMeasure *worker_measure; /* used by one worker at a time, never here */
  SlTextMeasure *whole_measure;  /* the same for who completes a scene */
  SlScene *scene;                /* NULL before the first layout */
  guint layout_id;               /* idle source of a layout, or 0 */
  guint fill_id;                 /* source that completes a partial scene, or 0 */
  guint generation;              /* of the newest layout */
  gint64 layout_us;              /* how long the last one took here; 0: not known */
  gboolean allocating;           /* adjustments change because the view gets its place */
  gboolean shown;                /* the start of the chart has been scrolled to */
  double start_x, start_y;       /* where that was, and how high the view then */
  int start_height;
  gboolean working;   /* a worker lays out */
  gboolean filling;   /* a worker completes a partial scene */
  SlChartSight sight; /* what a partial scene has marks of */
  gboolean complete;  /* the whole scene of the newest layout is there */
  gboolean stale;     /* lay out before the next use */
  double zoom_asked;  /* as sl_chart_view_set_zoom(); -1: nobody asked */
  double zoom;        /* 1.0: one point is 1/72 inch on screen; 0: fit */
  int laid_out_width; /* of the widget, at the last layout */
  int laid_out_height;
  double scale; /* pixels per point, after the last layout */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint hscroll_policy : 1;
  guint vscroll_policy : 1;
  GHashTable *tiles; /* key -> GskRenderNode */
  SlPalette palette;

  /* When the layout under way is done: */
  SlId wanted;           /* record to show */
  gboolean focus_wanted; /* the first mark gets the focus */
  gboolean keep_wanted;  /* what stood at keep_x and keep_y comes back there */
  double keep_x, keep_y; /* widget pixels */
  double keep_share_x, keep_share_y;

  GPtrArray *marks;   /* of GtkWidget: mark widgets, children of the view */
  GArray *hits;       /* of guint: scene marks that can be found, in reading order */
  GHashTable *by_hit; /* SlHit -> 1 + place in @hits of the mark with it */
  GArray *selected;   /* of guint: marks of what is selected; NULL: not looked for */
  SlId selected_id;   /* the record that @selected is of */
  SlHit current;      /* kind SL_N_KINDS: none */
  SlRect block;       /* several cells with a ring around, scene points; w 0: none */
  SlHit hover;        /* under the pointer; kind SL_N_KINDS: none */
  gboolean selecting; /* the selection change comes from here */

  gboolean dragging; /* a subclass has taken the drag */
  gboolean panning;
  double pan_x, pan_y; /* adjustments at the start of the pan */
  double press_x, press_y;
  double zoom_start;
  double pointer_x, pointer_y;
} SlChartViewPrivate;

SlChartViewPrivate *sl_chart_view_get_private (SlChartView *self);

/* sl-chart-view.c */
double sl_chart_view_base_scale (SlChartView *self);
/* Fits scale and scroll range to the scene. Called as soon as there is a new one: scroll bars that
 * change while widgets are given their places confuse GTK 4.8. */
void sl_chart_view_update_range (SlChartView *self);
/* Pixels by which the scene is shifted: widget = scene * scale - offset, for scrolling bands. */
void sl_chart_view_get_offset (SlChartView *self, double *x, double *y);
/* The same for one band: heads stay where they are while the body moves. */
void sl_chart_view_get_band_offset (SlChartView *self, SlBand band, double *x, double *y);
/* The part of the widget where a band shows. */
void sl_chart_view_get_band_area (SlChartView *self, SlBand band, graphene_rect_t *area);
/* Scrolls so that what is to be kept stands where it stood. */
void sl_chart_view_keep_place (SlChartView *self);
void sl_chart_view_set_zoom_at (SlChartView *self, double zoom, double wx, double wy);
/* A mark's place in widget pixels. */
void sl_chart_view_mark_area (SlChartView *self, const SlMark *mark, graphene_rect_t *area);
/* A mark's bounding box in scene points. */
void sl_mark_bounds (const SlMark *mark, double *x, double *y, double *w, double *h);
gboolean sl_hit_equal (const SlHit *a, const SlHit *b);

/* sl-chart-view-layout.c */
/* Lays out now if the scene is stale, whatever it takes. */
void sl_chart_view_ensure_scene (SlChartView *self);
/* The same, but FALSE at once where the layout is a worker's business. */
gboolean sl_chart_view_ensure_quickly (SlChartView *self);
void sl_chart_view_queue_layout (SlChartView *self);
/* Whether the scene has no marks but in sight, as yet. */
gboolean sl_chart_view_is_partial (SlChartView *self);
/* Whether a partial scene has marks of all that can be seen now. */
gboolean sl_chart_view_shows_sight (SlChartView *self);

/* sl-chart-view-paint.c */
void sl_chart_view_paint (GtkWidget *widget, GtkSnapshot *snapshot);

/* sl-chart-view-marks.c */
/* The marks of @scene that can be found, in reading order; in any thread. (transfer full) */
GArray *sl_chart_view_collect_hits (const SlScene *scene, GHashTable **by_hit);
/* After scene and hits have changed. */
void sl_chart_view_rebuild_marks (SlChartView *self);
void sl_chart_view_allocate_marks (SlChartView *self);
void sl_chart_view_drop_marks (SlChartView *self);
const SlMark *sl_chart_view_find_hit (SlChartView *self, const SlHit *hit);
void sl_chart_view_set_current (SlChartView *self, const SlMark *mark, gboolean select);
gboolean sl_chart_view_move_current (SlChartView *self, int dx, int dy);
/* Shows where the chart begins. */
void sl_chart_view_scroll_to_start (SlChartView *self);
/* Whether @mark is a link or the like: it has no inside. */
gboolean sl_chart_view_is_line (const SlMark *mark);
void sl_chart_view_scroll_to_mark (SlChartView *self, const SlMark *mark);

/* sl-chart-view-input.c */
void sl_chart_view_add_controllers (SlChartView *self);

G_END_DECLS

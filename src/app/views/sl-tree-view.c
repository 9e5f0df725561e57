/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging from card to card. An arrow follows the pointer and the card below it gets a ring; what
 * the drop means is asked by who listens. */

#include "config.h"

#include "views/sl-tree-view.h"

#include "widgets/sl-link-arrow.h"

#define EDGE 6.0 /* behind the second level, pt */

/* @source: the goal whose card is dragged, or SL_ID_NONE; @from: where that began */
struct _SlTreeView
{
  SlChartView parent_instance;
  SlId source;
  SlPoint from;
  SlPoint to;
};

static guint link_dropped_signal;

G_DEFINE_FINAL_TYPE (SlTreeView, sl_tree_view, SL_TYPE_CHART_VIEW)

static gboolean
is_card (const SlMark *mark)
{
  return mark != NULL && mark->hit.kind == SL_KIND_GOAL && mark->hit.part == SL_PART_WHOLE;
}

/* The card below the pointer, unless it is the dragged one. */
static const SlMark *
find_target (SlTreeView *self)
{
  const SlMark *mark
      = sl_scene_hit (sl_chart_view_get_scene (SL_CHART_VIEW (self)), self->to.x, self->to.y);

  return is_card (mark) && mark->hit.id != self->source ? mark : NULL;
}

static gboolean
sl_tree_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  SlTreeView *self = SL_TREE_VIEW (view);

  if (!is_card (mark))
    return FALSE;
  self->source = mark->hit.id;
  self->from = (SlPoint){ x, y };
  self->to = self->from;
  return TRUE;
}

static void
sl_tree_view_drag_update (SlChartView *view, double x, double y)
{
  SlTreeView *self = SL_TREE_VIEW (view);

  self->to = (SlPoint){ x, y };
}

static void
sl_tree_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
  SlTreeView *self = SL_TREE_VIEW (view);
  const SlMark *mark;
  SlId source = self->source;

  self->to = (SlPoint){ x, y };
  mark = cancelled ? NULL : find_target (self);
  self->source = SL_ID_NONE;
  if (mark != NULL)
    g_signal_emit (self, link_dropped_signal, 0, source, mark->hit.id);
}

static void
sl_tree_view_snapshot_overlay (SlChartView *view, cairo_t *cr)
{
  SlTreeView *self = SL_TREE_VIEW (view);

  if (self->source != SL_ID_NONE && (self->to.x != self->from.x || self->to.y != self->from.y))
    sl_link_arrow_draw (cr, &self->from, &self->to, find_target (self));
}

/* How far the first cards behind @from reach, in points from the side where the tree begins. */
static double
reach (const SlScene *scene, double from)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      double x
          = sl_scene_get_rtl (scene) ? sl_scene_get_width (scene) - mark->x - mark->w : mark->x;

      if (is_card (mark) && x >= from)
        least = MIN (least, x + mark->w);
    }
  return least < G_MAXDOUBLE ? least : from;
}

/* Goals at the top and those that they are made of. */
static double
sl_tree_view_first_width (SlChartView *view)
{
  const SlScene *scene = sl_chart_view_peek_scene (view);

  return reach (scene, reach (scene, 0)) + EDGE;
}

static void
sl_tree_view_class_init (SlTreeViewClass *klass)
{
  SlChartViewClass *chart_class = SL_CHART_VIEW_CLASS (klass);

  chart_class->drag_begin = sl_tree_view_drag_begin;
  chart_class->drag_update = sl_tree_view_drag_update;
  chart_class->drag_end = sl_tree_view_drag_end;
  chart_class->first_width = sl_tree_view_first_width;
  chart_class->snapshot_overlay = sl_tree_view_snapshot_overlay;
  link_dropped_signal
      = g_signal_new ("link-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
sl_tree_view_init (SlTreeView *self)
{
}

SlChartView *
sl_tree_view_new (SlSession *session)
{
  SlChartView *self = g_object_new (SL_TYPE_TREE_VIEW, NULL);

  sl_chart_view_setup (self, session, &sl_chart_goal_tree);
  return self;
}

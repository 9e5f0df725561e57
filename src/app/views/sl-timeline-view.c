/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the timeline. A drag is previewed in the view and becomes one command on drop: moving the
 * whole shifts start and due, an end stretches it. An end that is dragged out of its row, or a
 * diamond, becomes a link to the bar on which it is dropped: that one waits for it. Ctrl+arrows do
 * the same by days and with Shift by weeks; with Alt they move the end only. The two days of a
 * hand-off move alike: the promised one, and with Alt the one by which it is needed. Zooming
 * changes the points a day, not the type size. */

#include "config.h"

#include "views/sl-timeline-view.h"

#include <math.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "timeline/sl-timeline.h"
#include "widgets/sl-link-arrow.h"

#include <glib/gi18n.h>

#define PT_PER_DAY_MIN 0.05
#define PT_PER_DAY_MAX 60.0
/* How far an end may leave its row before it is a link; pt. */
#define ROW_SLACK 3.0

struct _SlTimelineView
{
  SlChartView parent_instance;
  int months;
  SlTimelineMap map; /* while dragging */
  SlId drag_id;
  SlKindId drag_kind;
  SlId drag_row; /* the record in whose row it is */
  guint drag_part;
  gint64 start; /* of the dragged record, or SL_INT_NULL */
  gint64 due;
  gint64 press_day;
  int days; /* dragged so far */
  gboolean linking;
  SlPoint from; /* where the drag began */
  SlPoint to;
};

G_DEFINE_FINAL_TYPE (SlTimelineView, sl_timeline_view, SL_TYPE_CHART_VIEW)

static void
sl_timeline_view_prepare (SlChartView *view, double scale)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);
  SlChartParams *params = sl_chart_view_get_params (view);

  params->width = gtk_widget_get_width (GTK_WIDGET (view)) / scale;
  params->from = SL_INT_NULL;
  params->to = SL_INT_NULL;
  if (self->months > 0)
    {
      params->from = sl_day_today () - 30;
      params->to = sl_day_today () + (gint64)(self->months * 30.4);
    }
}

static gboolean
read_dates (SlTimelineView *self, SlId id)
{
  SlSnapshot *plan = sl_session_get_snapshot (sl_chart_view_get_session (SL_CHART_VIEW (self)));
  const SlTable *table;
  guint row = 0;
  int start;
  int due;

  if (!sl_snapshot_find (plan, id, &self->drag_kind, &row))
    return FALSE;
  table = sl_snapshot_table (plan, self->drag_kind);
  start = sl_kind_field (sl_kind (self->drag_kind),
                         self->drag_kind == SL_KIND_DEPENDENCY ? "promised" : "start");
  due = sl_kind_field (sl_kind (self->drag_kind),
                       self->drag_kind == SL_KIND_DEPENDENCY ? "needed" : "due");
  self->start = start >= 0 ? sl_table_int (table, row, (guint)start) : SL_INT_NULL;
  self->due = due >= 0 ? sl_table_int (table, row, (guint)due) : SL_INT_NULL;
  return due >= 0 && (self->start != SL_INT_NULL || self->due != SL_INT_NULL);
}

static gboolean
is_movable (const SlMark *mark)
{
  if (mark->hit.kind == SL_KIND_DEPENDENCY)
    return mark->hit.part == SL_PART_START || mark->hit.part == SL_PART_END;
  return mark->band == SL_BAND_BODY
         && (mark->hit.kind == SL_KIND_TASK || mark->hit.kind == SL_KIND_MILESTONE
             || mark->hit.kind == SL_KIND_GOAL);
}

static gboolean
sl_timeline_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);

  if (!is_movable (mark) || !sl_timeline_map_init (&self->map, sl_chart_view_get_scene (view))
      || !read_dates (self, mark->hit.id))
    return FALSE;
  self->drag_id = mark->hit.id;
  self->drag_part = mark->hit.part;
  self->drag_row = mark->hit.kind != SL_KIND_DEPENDENCY ? mark->hit.id
                   : mark->hit.part == SL_PART_START    ? mark->hit.a
                                                        : mark->hit.b;
  self->press_day = sl_timeline_map_day (&self->map, x);
  self->days = 0;
  self->linking = FALSE;
  self->from = (SlPoint){ x, y };
  self->to = self->from;
  return TRUE;
}

/* From where others can wait for it: the end of a bar, or a moment. */
static gboolean
is_end (const SlTimelineView *self)
{
  return self->drag_kind != SL_KIND_DEPENDENCY
         && (self->drag_part == SL_PART_END || self->drag_kind != SL_KIND_TASK);
}

static gboolean
is_in_own_row (SlTimelineView *self)
{
  double y = 0;
  double h = 0;

  return !sl_timeline_find_row (sl_chart_view_get_scene (SL_CHART_VIEW (self)), self->drag_row, &y,
                                &h)
         || (self->to.y >= y - ROW_SLACK && self->to.y < y + h + ROW_SLACK);
}

/* What would wait for the dragged one, or NULL. */
static const SlMark *
find_link_target (SlTimelineView *self)
{
  const SlMark *mark = sl_timeline_item_at (sl_chart_view_get_scene (SL_CHART_VIEW (self)),
                                            self->to.x, self->to.y);

  return mark != NULL && mark->hit.id != self->drag_id ? mark : NULL;
}

static void
sl_timeline_view_drag_update (SlChartView *view, double x, double y)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);

  self->to = (SlPoint){ x, y };
  self->linking = is_end (self) && !is_in_own_row (self);
  self->days = self->linking ? 0 : (int)(sl_timeline_map_day (&self->map, x) - self->press_day);
}

/* A day of a hand-off, which nobody said yet, cannot be moved. */
static void
move_hand_off (SlTimelineView *self, SlId id, guint part, int days)
{
  gboolean needed = part == SL_PART_END;
  gint64 day = needed ? self->due : self->start;

  if (day != SL_INT_NULL)
    sl_session_run (sl_chart_view_get_session (SL_CHART_VIEW (self)), "record.set",
                    g_variant_new ("(xsv)", id, needed ? "needed" : "promised",
                                   g_variant_new_int64 (day + days)),
                    NULL);
}

/* Start and due after moving by @days what @part names; a bar keeps at least one day. */
static void
moved_dates (SlTimelineView *self, guint part, int days, gint64 *start, gint64 *due)
{
  *start = self->start;
  *due = self->due;
  if (part != SL_PART_END && *start != SL_INT_NULL)
    *start += days;
  if (part != SL_PART_START && *due != SL_INT_NULL)
    *due += days;
  if (self->drag_kind == SL_KIND_DEPENDENCY)
    {
      /* One day alone is moved. */
      *start = part == SL_PART_END ? *due : *start;
      *due = *start;
      return;
    }
  if (*start == SL_INT_NULL || *due == SL_INT_NULL || *start <= *due)
    return;
  if (part == SL_PART_START)
    *start = *due;
  else
    *due = *start;
}

static void
apply_move (SlTimelineView *self, SlId id, guint part, int days)
{
  SlSession *session = sl_chart_view_get_session (SL_CHART_VIEW (self));
  gint64 start;
  gint64 due;

  if (days == 0)
    return;
  if (self->drag_kind == SL_KIND_DEPENDENCY)
    {
      move_hand_off (self, id, part, days);
      return;
    }
  if (part == SL_PART_WHOLE)
    {
      sl_session_run (
          session, "item.shift",
          g_variant_new ("(@axi)",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof id), days),
          NULL);
      return;
    }
  moved_dates (self, part, days, &start, &due);
  sl_session_run (session, "item.resize", g_variant_new ("(xxx)", id, start, due), NULL);
}

static gboolean
waits_for (SlSnapshot *plan, SlId after, SlId before)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_DEPENDENCY);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, SL_DEPENDENCY_AFTER) == after
        && sl_table_ref (table, row, SL_DEPENDENCY_BEFORE) == before)
      return TRUE;
  return FALSE;
}

/* A link that is there already keeps its type and lag. */
static void
apply_link (SlTimelineView *self, SlId before, SlId after)
{
  SlSession *session = sl_chart_view_get_session (SL_CHART_VIEW (self));
  SlSnapshot *plan = sl_session_get_snapshot (session);
  g_autofree char *text = NULL;

  if (waits_for (plan, after, before))
    {
      /* Translators: two tasks or milestones */
      text = g_strdup_printf (_ ("“%s” waits for “%s” already."), sl_snapshot_title (plan, after),
                              sl_snapshot_title (plan, before));
      sl_session_say (session, text);
      return;
    }
  if (!sl_session_run (session, "dependency.set",
                       g_variant_new ("(xxsdb)", before, after, "fs", 0.0, FALSE), NULL))
    return;
  plan = sl_session_get_snapshot (session);
  /* Translators: two tasks or milestones */
  text = g_strdup_printf (_ ("“%s” waits for “%s” now."), sl_snapshot_title (plan, after),
                          sl_snapshot_title (plan, before));
  sl_session_say_undoable (session, text);
}

static void
sl_timeline_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);
  SlId id = self->drag_id;
  int days = self->days;
  gboolean linking = self->linking;
  const SlMark *target = NULL;

  if (linking && !cancelled)
    target = find_link_target (self);
  self->drag_id = SL_ID_NONE;
  self->linking = FALSE;
  if (target != NULL)
    apply_link (self, id, target->hit.id);
  else if (!cancelled && !linking)
    apply_move (self, id, self->drag_part, days);
}

static void
draw_ghost (SlTimelineView *self, cairo_t *cr, gint64 start, gint64 due)
{
  const SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  gint64 first = start != SL_INT_NULL ? start : due;
  gint64 last = due != SL_INT_NULL ? due : start;
  double x1 = sl_timeline_map_x (&self->map, first);
  double x2 = sl_timeline_map_x (&self->map, last + 1);
  double y = 0;
  double h = 0;
  g_autofree char *text = sl_day_range_to_text (first, last, sl_day_today ());
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold 7");

  if (!sl_timeline_find_row (scene, self->drag_row, &y, &h))
    return;
  cairo_rectangle (cr, MIN (x1, x2), y + 2, fabs (x2 - x1), h - 4);
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 0.35);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  pango_layout_set_font_description (layout, font);
  cairo_move_to (cr, MAX (x1, x2) + 4, y + 3);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

static void
sl_timeline_view_snapshot_overlay (SlChartView *view, cairo_t *cr)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);
  gint64 start;
  gint64 due;

  if (self->drag_id != SL_ID_NONE && self->linking)
    sl_link_arrow_draw (cr, &self->from, &self->to, find_link_target (self));
  if (self->drag_id == SL_ID_NONE || self->days == 0)
    return;
  moved_dates (self, self->drag_part, self->days, &start, &due);
  draw_ghost (self, cr, start, due);
}

static int
step_of (guint keyval)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  if (keyval == GDK_KEY_Left)
    return rtl ? 1 : -1;
  if (keyval == GDK_KEY_Right)
    return rtl ? -1 : 1;
  return 0;
}

static gboolean
sl_timeline_view_key_pressed (SlChartView *view, const SlMark *mark, guint keyval,
                              GdkModifierType state)
{
  SlTimelineView *self = SL_TIMELINE_VIEW (view);
  int step = step_of (keyval);
  int days = (state & GDK_SHIFT_MASK) ? 7 * step : step;
  guint part = (state & GDK_ALT_MASK) ? SL_PART_END : SL_PART_WHOLE;

  if (mark == NULL || step == 0 || (state & GDK_CONTROL_MASK) == 0
      || !read_dates (self, mark->hit.id))
    return FALSE;
  apply_move (self, mark->hit.id, part, days);
  return TRUE;
}

static double
sl_timeline_view_get_zoom (SlChartView *view)
{
  SlScene *scene = sl_chart_view_peek_scene (view);
  SlTimelineMap map;

  if (scene == NULL || !sl_timeline_map_init (&map, scene))
    return 1.0;
  return map.pt_per_day / 3.0;
}

/* 100 % is three points a day: a quarter fits a small window. */
static void
sl_timeline_view_set_zoom (SlChartView *view, double zoom)
{
  SlChartParams *params = sl_chart_view_get_params (view);

  params->pt_per_day = zoom > 0 ? CLAMP (zoom * 3.0, PT_PER_DAY_MIN, PT_PER_DAY_MAX) : 0;
}

static void
sl_timeline_view_class_init (SlTimelineViewClass *klass)
{
  SlChartViewClass *chart_class = SL_CHART_VIEW_CLASS (klass);

  chart_class->prepare = sl_timeline_view_prepare;
  chart_class->get_zoom = sl_timeline_view_get_zoom;
  chart_class->set_zoom = sl_timeline_view_set_zoom;
  chart_class->key_pressed = sl_timeline_view_key_pressed;
  chart_class->drag_begin = sl_timeline_view_drag_begin;
  chart_class->drag_update = sl_timeline_view_drag_update;
  chart_class->drag_end = sl_timeline_view_drag_end;
  chart_class->snapshot_overlay = sl_timeline_view_snapshot_overlay;
}

static void
sl_timeline_view_init (SlTimelineView *self)
{
}

SlTimelineView *
sl_timeline_view_new (SlSession *session)
{
  SlTimelineView *self = g_object_new (SL_TYPE_TIMELINE_VIEW, NULL);

  sl_chart_view_setup (SL_CHART_VIEW (self), session, &sl_chart_timeline);
  sl_chart_view_get_params (SL_CHART_VIEW (self))->critical = TRUE;
  sl_chart_view_get_params (SL_CHART_VIEW (self))->baselines = TRUE;
  return self;
}

void
sl_timeline_view_set_months (SlTimelineView *self, int months)
{
  g_return_if_fail (SL_IS_TIMELINE_VIEW (self));
  self->months = months;
  sl_chart_view_get_params (SL_CHART_VIEW (self))->pt_per_day = 0;
  sl_chart_view_relayout (SL_CHART_VIEW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks of the chart view: which can be found, where they are, which is the current one. The
 * current mark is the chart's one Tab stop; arrow keys move it to the nearest mark in that
 * direction. */

#include "config.h"

#include <math.h>

#include "widgets/sl-chart-mark.h"
#include "widgets/sl-chart-view-private.h"

#define TARGET_MIN_PX 24
/* Marks of a row stand no farther apart in height; pt. */
#define ROW_SLACK 4.0

gboolean
sl_hit_equal (const SlHit *a, const SlHit *b)
{
  if (a->kind != b->kind || a->a != b->a || a->b != b->b || a->part != b->part)
    return FALSE;
  /* A cell stays the same cell when its position comes or goes. */
  return a->id == b->id || (a->part == SL_PART_CELL && a->a != SL_ID_NONE);
}

void
sl_mark_bounds (const SlMark *mark, double *x, double *y, double *w, double *h)
{
  *x = MIN (mark->x, mark->x + mark->w);
  *y = MIN (mark->y, mark->y + mark->h);
  *w = fabs (mark->w);
  *h = fabs (mark->h);
  if (mark->type == SL_MARK_SYMBOL)
    {
      *x = mark->x - mark->w / 2;
      *y = mark->y - mark->w / 2;
      *h = mark->w;
    }
  else if (mark->type == SL_MARK_PATH && mark->n_points > 0)
    {
      double x2 = mark->points[0].x;
      double y2 = mark->points[0].y;

      *x = x2;
      *y = y2;
      for (guint i = 1; i < mark->n_points; i++)
        {
          *x = MIN (*x, mark->points[i].x);
          *y = MIN (*y, mark->points[i].y);
          x2 = MAX (x2, mark->points[i].x);
          y2 = MAX (y2, mark->points[i].y);
        }
      *w = x2 - *x;
      *h = y2 - *y;
    }
}

void
sl_chart_view_mark_area (SlChartView *self, const SlMark *mark, graphene_rect_t *area)
{
  double x;
  double y;
  double w;
  double h;
  double x1;
  double y1;
  double x2;
  double y2;

  sl_mark_bounds (mark, &x, &y, &w, &h);
  sl_chart_view_to_widget (self, mark->band, x, y, &x1, &y1);
  sl_chart_view_to_widget (self, mark->band, x + w, y + h, &x2, &y2);
  graphene_rect_init (area, (float)x1, (float)y1, (float)(x2 - x1), (float)(y2 - y1));
}

static gboolean
is_target (const SlMark *mark)
{
  return mark->hit.kind != SL_N_KINDS && mark->label != NULL && mark->label[0] != '\0'
         && mark->hit.part != SL_PART_START && mark->hit.part != SL_PART_END;
}

static int
compare_reading_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlScene *scene = data;
  double ax;
  double ay;
  double aw;
  double bx;
  double by;
  double bw;
  double h;

  sl_mark_bounds (sl_scene_get_mark (scene, *(const guint *)a), &ax, &ay, &aw, &h);
  sl_mark_bounds (sl_scene_get_mark (scene, *(const guint *)b), &bx, &by, &bw, &h);
  if (fabs (ay - by) > ROW_SLACK)
    return ay < by ? -1 : 1;
  if (sl_scene_get_rtl (scene))
    return ax + aw > bx + bw ? -1 : ax + aw < bx + bw;
  return ax < bx ? -1 : ax > bx;
}

static guint
hit_hash (gconstpointer key)
{
  const SlHit *hit = key;

  /* As sl_hit_equal(): a cell is told by row and column alone. */
  const SlId id = hit->part == SL_PART_CELL && hit->a != SL_ID_NONE ? SL_ID_NONE : hit->id;

  return g_int64_hash (&id) ^ (g_int64_hash (&hit->a) * 31) ^ (g_int64_hash (&hit->b) * 17)
         ^ hit->part;
}

static gboolean
hit_same (gconstpointer a, gconstpointer b)
{
  return sl_hit_equal (a, b);
}

/* One mark for each thing that can be found: a bar and its label are one. */
GArray *
sl_chart_view_collect_hits (const SlScene *scene, GHashTable **by_hit)
{
  GHashTable *seen = g_hash_table_new (hit_hash, hit_same);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (!is_target (mark) || g_hash_table_contains (seen, &mark->hit))
        continue;
      g_hash_table_add (seen, (gpointer)&mark->hit);
      g_array_append_val (hits, i);
    }
  g_array_sort_with_data (hits, compare_reading_order, (gpointer)scene);
  for (guint i = 0; i < hits->len; i++)
    g_hash_table_replace (seen,
                          (gpointer)&sl_scene_get_mark (scene, g_array_index (hits, guint, i))->hit,
                          GUINT_TO_POINTER (i + 1));
  *by_hit = seen;
  return hits;
}

void
sl_chart_view_drop_marks (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (priv->marks, i));
  g_ptr_array_set_size (priv->marks, 0);
}

static gboolean
uses_proxy (SlChartViewPrivate *priv)
{
  return priv->hits->len > SL_CHART_MAX_MARK_WIDGETS;
}

/* Whoever comes by Tab stands on the current mark, or on the first: it is brought into view, and
 * the next arrow key goes on from there. */
static void
mark_focused_cb (SlChartView *self, GParamSpec *pspec, GtkWidget *widget)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark;

  if (!gtk_widget_has_focus (widget))
    return;
  if (priv->current.kind == SL_N_KINDS)
    priv->current = *sl_chart_mark_get_hit (SL_CHART_MARK (widget));
  mark = sl_chart_view_find_hit (self, &priv->current);
  if (mark != NULL && priv->shown)
    sl_chart_view_scroll_to_mark (self, mark);
}

static const SlMark *
get_hit (SlChartViewPrivate *priv, guint place)
{
  return sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, place));
}

/* Of the mark with @hit among those that can be found, or -1. */
static int
place_of (SlChartViewPrivate *priv, const SlHit *hit)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (priv->by_hit, hit)) - 1;
}

static const SlMark *
mark_of_record (SlChartViewPrivate *priv, SlId id, gboolean in_body)
{
  for (guint i = 0; i < priv->hits->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i));

      if (mark->hit.id == id && mark->hit.part != SL_PART_TOGGLE && mark->hit.part != SL_PART_CLOCK
          && (!in_body || mark->band == SL_BAND_BODY))
        return mark;
    }
  return NULL;
}

/* The current mark after a new layout: the same if it is still there, else what stands for the
 * selected record; heads of rows and columns do not. */
static void
update_current (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark;

  if (priv->current.kind != SL_N_KINDS
      && (sl_chart_view_find_hit (self, &priv->current) != NULL || sl_chart_view_is_partial (self)))
    return;
  mark = mark_of_record (priv, sl_session_get_selected (priv->session), TRUE);
  if (mark != NULL)
    priv->current = mark->hit;
  else
    priv->current.kind = SL_N_KINDS;
}

static void
resize_marks (SlChartView *self, guint n)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  while (priv->marks->len > n)
    {
      gtk_widget_unparent (g_ptr_array_index (priv->marks, priv->marks->len - 1));
      g_ptr_array_set_size (priv->marks, (int)priv->marks->len - 1);
    }
  while (priv->marks->len < n)
    {
      GtkWidget *mark = sl_chart_mark_new ();

      g_signal_connect_object (mark, "notify::has-focus", G_CALLBACK (mark_focused_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (priv->marks, mark);
    }
}

/* Only the current mark takes the focus, so that Tab passes the chart in one step. */
static void
update_focusable (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    {
      SlChartMark *mark = g_ptr_array_index (priv->marks, i);
      gboolean current = sl_hit_equal (sl_chart_mark_get_hit (mark), &priv->current)
                         || (priv->current.kind == SL_N_KINDS && i == 0);

      gtk_widget_set_focusable (GTK_WIDGET (mark), current);
    }
}

/* The focus stays in the chart: at the current mark, else at the first. */
static void
keep_focus (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    if (gtk_widget_get_focusable (g_ptr_array_index (priv->marks, i)))
      {
        gtk_widget_grab_focus (g_ptr_array_index (priv->marks, i));
        return;
      }
}

void
sl_chart_view_rebuild_marks (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  gboolean had_focus = gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;

  update_current (self);
  /* The one proxy goes on standing for a mark that the whole scene will have again. */
  if (sl_chart_view_is_partial (self) && priv->marks->len == 1 && priv->current.kind != SL_N_KINDS
      && sl_chart_view_get_current (self) == NULL)
    return;
  resize_marks (self, uses_proxy (priv) ? 1 : priv->hits->len);
  for (guint i = 0; i < priv->marks->len; i++)
    sl_chart_mark_set (g_ptr_array_index (priv->marks, i),
                       sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i)));
  if (uses_proxy (priv) && sl_chart_view_get_current (self) != NULL)
    sl_chart_mark_set (g_ptr_array_index (priv->marks, 0), sl_chart_view_get_current (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), priv->marks->len == 0);
  update_focusable (self);
  if (had_focus)
    keep_focus (self);
}

void
sl_chart_view_allocate_marks (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (priv->marks, i);
      const SlMark *mark
          = sl_chart_view_find_hit (self, sl_chart_mark_get_hit (SL_CHART_MARK (widget)));
      graphene_rect_t area;
      GtkAllocation place;

      if (mark == NULL)
        continue;
      sl_chart_view_mark_area (self, mark, &area);
      graphene_rect_inset (&area, MIN (-2, (area.size.width - TARGET_MIN_PX) / 2),
                           MIN (-2, (area.size.height - TARGET_MIN_PX) / 2));
      place = (GtkAllocation){ (int)area.origin.x, (int)area.origin.y, (int)ceilf (area.size.width),
                               (int)ceilf (area.size.height) };
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &place, -1);
    }
}

const SlMark *
sl_chart_view_find_hit (SlChartView *self, const SlHit *hit)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const int place = place_of (priv, hit);

  return place >= 0 ? get_hit (priv, (guint)place) : NULL;
}

static GtkWidget *
widget_of_current (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint i = 0; i < priv->marks->len; i++)
    if (sl_hit_equal (sl_chart_mark_get_hit (g_ptr_array_index (priv->marks, i)), &priv->current))
      return g_ptr_array_index (priv->marks, i);
  return NULL;
}

void
sl_chart_view_set_current (SlChartView *self, const SlMark *mark, gboolean select)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  GtkWidget *widget;

  if (mark == NULL)
    return;
  priv->current = mark->hit;
  priv->block = (SlRect){ 0 };
  if (uses_proxy (priv))
    sl_chart_mark_set (g_ptr_array_index (priv->marks, 0), mark);
  update_focusable (self);
  sl_chart_view_scroll_to_mark (self, mark);
  widget = widget_of_current (self);
  if (widget != NULL && select)
    gtk_widget_grab_focus (widget);
  if (select)
    {
      priv->selecting = TRUE;
      sl_session_select (priv->session, mark->hit.id);
      priv->selecting = FALSE;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

const SlMark *
sl_chart_view_get_current (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  return priv->current.kind == SL_N_KINDS ? NULL : sl_chart_view_find_hit (self, &priv->current);
}

/* How far @to is from @from when going in one direction; INFINITY if it is not that way. */
static double
step_cost (const SlMark *from, const SlMark *to, int dx, int dy)
{
  double fx;
  double fy;
  double fw;
  double fh;
  double tx;
  double ty;
  double tw;
  double th;
  double along;
  double across;

  sl_mark_bounds (from, &fx, &fy, &fw, &fh);
  sl_mark_bounds (to, &tx, &ty, &tw, &th);
  along = dx != 0 ? dx * (tx + tw / 2 - fx - fw / 2) : dy * (ty + th / 2 - fy - fh / 2);
  across = dx != 0 ? fabs (ty + th / 2 - fy - fh / 2) : fabs (tx + tw / 2 - fx - fw / 2);
  if (along <= 1)
    return INFINITY;
  return along + 3 * across;
}

/* Whether a step can end at @mark: in a partial scene a step never goes on to where marks are left
 * out before. */
static gboolean
is_reached (SlChartView *self, const SlMark *mark)
{
  const SlChartSight *sight = &sl_chart_view_get_private (self)->sight;

  return !sl_chart_view_is_partial (self) || mark->band != SL_BAND_BODY
         || (mark->y + mark->h >= sight->y && mark->y <= sight->y + sight->height);
}

gboolean
sl_chart_view_move_current (SlChartView *self, int dx, int dy)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *from = sl_chart_view_get_current (self);
  const SlMark *best = NULL;
  double best_cost = INFINITY;

  if (priv->hits->len == 0)
    return FALSE;
  if (from == NULL && priv->current.kind != SL_N_KINDS && sl_chart_view_is_partial (self))
    return TRUE; /* it is not there yet */
  if (from == NULL)
    {
      sl_chart_view_set_current (
          self, sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, 0)), TRUE);
      return TRUE;
    }
  for (guint i = 0; i < priv->hits->len; i++)
    {
      const SlMark *to = sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i));
      double cost
          = to != from && to->hit.part != SL_PART_CLOCK ? step_cost (from, to, dx, dy) : INFINITY;

      if (cost < best_cost)
        {
          best = to;
          best_cost = cost;
        }
    }
  if (best != NULL && is_reached (self, best))
    sl_chart_view_set_current (self, best, TRUE);
  return TRUE;
}

static void
scroll_into_view (GtkAdjustment *adjustment, double start, double end, double room)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (start < value)
    gtk_adjustment_set_value (adjustment, start);
  else if (end > value + room)
    gtk_adjustment_set_value (adjustment, MIN (start, end - room));
}

void
sl_chart_view_scroll_to_mark (SlChartView *self, const SlMark *mark)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  graphene_rect_t body;
  gboolean rtl = sl_scene_get_rtl (priv->scene);
  double margin = 12;
  double x;
  double y;
  double w;
  double h;

  sl_chart_view_get_band_area (self, SL_BAND_BODY, &body);
  if (body.size.width <= 0 || body.size.height <= 0)
    return;
  sl_mark_bounds (mark, &x, &y, &w, &h);
  x = x * priv->scale - (rtl ? 0 : body.origin.x);
  y = y * priv->scale - body.origin.y;
  if (mark->band == SL_BAND_BODY || mark->band == SL_BAND_TOP)
    scroll_into_view (priv->hadjustment, x - margin, x + w * priv->scale + margin, body.size.width);
  if (mark->band == SL_BAND_BODY || mark->band == SL_BAND_SIDE)
    scroll_into_view (priv->vadjustment, y - margin, y + h * priv->scale + margin,
                      body.size.height);
}

/* The mark at the start edge, the upper one of several: a tree's root, a table's first row. */
static const SlMark *
first_mark (SlChartViewPrivate *priv)
{
  gboolean rtl = sl_scene_get_rtl (priv->scene);
  const SlMark *first = NULL;
  double first_x = 0;

  for (guint i = 0; i < priv->hits->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i));
      double x;
      double y;
      double w;
      double h;

      if (sl_chart_view_is_line (mark))
        continue;
      sl_mark_bounds (mark, &x, &y, &w, &h);
      x = rtl ? -(x + w) : x;
      if (first == NULL || x < first_x - 1)
        {
          first = mark;
          first_x = x;
        }
    }
  return first;
}

void
sl_chart_view_scroll_to_start (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark = first_mark (priv);

  if (mark != NULL && !SL_CHART_VIEW_GET_CLASS (self)->starts_at_top)
    sl_chart_view_scroll_to_mark (self, mark);
}

gboolean
sl_chart_view_show_record (SlChartView *self, SlId id)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark;

  if (id == SL_ID_NONE || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  priv->wanted = SL_ID_NONE;
  if (!sl_chart_view_ensure_quickly (self))
    {
      priv->wanted = id;
      return FALSE;
    }
  mark = mark_of_record (priv, id, FALSE);
  if (mark != NULL)
    sl_chart_view_set_current (self, mark, FALSE);
  else if (sl_chart_view_is_partial (self))
    priv->wanted = id;
  return mark != NULL;
}

/* The cell that the line beside that of @from begins (@step 1) or ends (-1) with, or NULL. */
static const SlMark *
find_next_line (SlChartView *self, const SlMark *from, int step)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const double way = sl_scene_get_rtl (priv->scene) ? -step : step;
  const SlMark *best = NULL;

  for (guint i = 0; i < priv->hits->len; i++)
    {
      const SlMark *to = sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i));
      const double nearer = best != NULL ? (best->x - to->x) * way : INFINITY;

      if (to->hit.part != SL_PART_CELL || (to->x - from->x) * way <= 0.5)
        continue;
      if (nearer > 0.5 || (nearer >= -0.5 && (best->y - to->y) * step > 0.0))
        best = to;
    }
  return best;
}

/* Cells of one line share the party: the next one is the nearest below in the same column, behind
 * the last one comes the next column. */
void
sl_chart_view_move_in_line (SlChartView *self, int step)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *from = sl_chart_view_get_current (self);
  const SlMark *best = NULL;
  double best_cost = INFINITY;

  if (from == NULL)
    return;
  /* In reading order: behind the row of the best there are only farther ones. */
  for (gint64 i = (gint64)place_of (priv, &priv->current) + step;
       i >= 0 && i < (gint64)priv->hits->len; i += step)
    {
      const SlMark *to = get_hit (priv, (guint)i);
      double cost = (to->y - from->y) * step + fabs (to->x - from->x);

      if (best != NULL && (to->y - best->y) * step > ROW_SLACK)
        break;
      if (to->hit.part != SL_PART_CELL || to->hit.a != from->hit.a)
        continue;
      if ((to->y - from->y) * step + (to->x - from->x) * step * (to->y == from->y) > 0.5
          && cost < best_cost)
        {
          best = to;
          best_cost = cost;
        }
    }
  if (best != NULL && !is_reached (self, best))
    return;
  if (best == NULL)
    best = find_next_line (self, from, step);
  if (best != NULL)
    sl_chart_view_set_current (self, best, TRUE);
}

gboolean
sl_chart_view_go_to (SlChartView *self, const SlHit *hit)
{
  const SlMark *mark = sl_chart_view_find_hit (self, hit);

  sl_chart_view_set_current (self, mark, TRUE);
  return mark != NULL;
}

void
sl_chart_view_mark_block (SlChartView *self, double x, double y, double w, double h)
{
  sl_chart_view_get_private (self)->block = (SlRect){ x, y, w, h };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sl_chart_view_has_block (SlChartView *self)
{
  return sl_chart_view_get_private (self)->block.w > 0;
}

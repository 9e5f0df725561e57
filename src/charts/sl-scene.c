/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene: storage of marks, breaks, legend and remarks; hit test and mirroring. It knows nothing
 * of fonts or colours. */

#include "config.h"

#include "sl-scene-index.h"
#include "sl-scene-private.h"
#include "sl-text-measure.h"

#include <math.h>
#include <string.h>

/* Links and lines are hit within this distance; pt. */
#define HIT_REACH 4.0

struct _SlScene
{
  gatomicrefcount ref_count;
  double width, height;
  double top, side;
  gboolean rtl;
  gboolean partial;
  char *title;
  char *headline;
  GArray *marks;    /* of SlMark */
  GArray *breaks_x; /* of double, ascending */
  GArray *breaks_y; /* of double, ascending */
  GArray *legend;   /* of SlLegendEntry */
  GPtrArray *remarks;
  GArray *signs;       /* of SlSceneSign */
  GArray *order;       /* of guint: painting order; empty while unknown */
  SlSceneIndex *index; /* of @order; NULL while unknown */
  GPtrArray *shaped;   /* of GObject or NULL, by index of mark */
};

GType
sl_scene_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static (g_intern_static_string ("SlScene"),
                                                            (GBoxedCopyFunc)sl_scene_ref,
                                                            (GBoxedFreeFunc)sl_scene_unref));
  return type;
}

static void
clear_mark (gpointer data)
{
  SlMark *mark = data;

  g_free (mark->points);
  g_free (mark->text);
  g_free (mark->label);
}

static void
clear_legend (gpointer data)
{
  SlLegendEntry *entry = data;

  clear_mark (&entry->sample);
  g_free (entry->text);
}

static void
unref_shaped (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

SlScene *
sl_scene_new (void)
{
  SlScene *self = g_new0 (SlScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->marks = g_array_new (FALSE, TRUE, sizeof (SlMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->breaks_x = g_array_new (FALSE, FALSE, sizeof (double));
  self->breaks_y = g_array_new (FALSE, FALSE, sizeof (double));
  self->legend = g_array_new (FALSE, TRUE, sizeof (SlLegendEntry));
  g_array_set_clear_func (self->legend, clear_legend);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->signs = g_array_new (FALSE, FALSE, sizeof (SlSceneSign));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shaped = g_ptr_array_new_with_free_func (unref_shaped);
  self->title = g_strdup ("");
  self->headline = g_strdup ("");
  return self;
}

/* Forgets what painters derived from the marks. */
static void
forget_derived (SlScene *self)
{
  g_clear_pointer (&self->index, sl_scene_index_free);
  g_array_set_size (self->order, 0);
  g_ptr_array_set_size (self->shaped, 0);
}

void
sl_scene_forget_shaped (SlScene *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->shaped, 0);
}

SlScene *
sl_scene_ref (SlScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_scene_unref (SlScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  forget_derived (self);
  g_array_unref (self->marks);
  g_array_unref (self->breaks_x);
  g_array_unref (self->breaks_y);
  g_array_unref (self->legend);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->signs);
  g_array_unref (self->order);
  g_ptr_array_unref (self->shaped);
  g_free (self->title);
  g_free (self->headline);
  g_free (self);
}

void
sl_scene_set_size (SlScene *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  self->width = width;
  self->height = height;
}

void
sl_scene_set_bands (SlScene *self, double top_h, double side_w)
{
  g_return_if_fail (self != NULL);

  self->top = top_h;
  self->side = side_w;
}

void
sl_scene_set_rtl (SlScene *self, gboolean rtl)
{
  g_return_if_fail (self != NULL);

  self->rtl = rtl;
}

void
sl_scene_set_partial (SlScene *self, gboolean partial)
{
  g_return_if_fail (self != NULL);

  self->partial = partial;
}

static SlMark *
add_mark (SlScene *self, SlMarkType type, SlBand band, SlStyle style)
{
  const SlMark mark = {
    .type = type,
    .band = band,
    .style = style,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };

  if (self->order->len > 0)
    forget_derived (self);
  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, SlMark, self->marks->len - 1);
}

SlMark *
sl_scene_add_rect (SlScene *self, SlBand band, SlStyle style, double x, double y, double w,
                   double h)
{
  SlMark *mark = add_mark (self, SL_MARK_RECT, band, style);

  mark->x = x;
  mark->y = y;
  mark->w = w;
  mark->h = h;
  return mark;
}

SlMark *
sl_scene_add_line (SlScene *self, SlBand band, SlStyle style, double x1, double y1, double x2,
                   double y2)
{
  SlMark *mark = add_mark (self, SL_MARK_LINE, band, style);

  mark->x = x1;
  mark->y = y1;
  mark->w = x2 - x1;
  mark->h = y2 - y1;
  return mark;
}

SlMark *
sl_scene_add_path (SlScene *self, SlBand band, SlStyle style, const SlPoint *points, guint n)
{
  SlMark *mark = add_mark (self, SL_MARK_PATH, band, style);

  mark->points = g_memdup2 (points, n * sizeof (SlPoint));
  mark->n_points = n;
  return mark;
}

SlMark *
sl_scene_add_text (SlScene *self, SlBand band, SlStyle style, SlFont font, SlAlign align, double x,
                   double y, double w, double h, const char *text)
{
  SlMark *mark = add_mark (self, SL_MARK_TEXT, band, style);

  mark->font = font;
  mark->align = align;
  mark->x = x;
  mark->y = y;
  mark->w = w;
  mark->h = h;
  mark->text = g_strdup (text != NULL ? text : "");
  return mark;
}

SlMark *
sl_scene_add_symbol (SlScene *self, SlBand band, SlStyle style, SlSymbol symbol, double cx,
                     double cy, double size)
{
  SlMark *mark = add_mark (self, SL_MARK_SYMBOL, band, style);

  mark->symbol = symbol;
  mark->x = cx;
  mark->y = cy;
  mark->w = size;
  mark->h = size;
  return mark;
}

SlMark *
sl_scene_add_copy (SlScene *self, const SlMark *mark, double dx, double dy)
{
  SlMark *copy = add_mark (self, mark->type, mark->band, mark->style);

  *copy = *mark;
  copy->points = g_memdup2 (mark->points, mark->n_points * sizeof (SlPoint));
  copy->text = g_strdup (mark->text);
  copy->label = NULL;
  copy->hit = (SlHit){ .kind = SL_N_KINDS };
  copy->x += dx;
  copy->y += dy;
  for (guint i = 0; i < copy->n_points; i++)
    {
      copy->points[i].x += dx;
      copy->points[i].y += dy;
    }
  return copy;
}

void
sl_mark_set_hit (SlMark *mark, SlKindId kind, SlId id, guint part, const char *label)
{
  g_return_if_fail (mark != NULL);

  mark->hit.kind = kind;
  mark->hit.id = id;
  mark->hit.part = part;
  g_free (mark->label);
  mark->label = g_strdup (label);
}

void
sl_scene_set_label (SlScene *self, guint index, const char *label)
{
  SlMark *mark;

  g_return_if_fail (self != NULL && index < self->marks->len && label != NULL);

  mark = &g_array_index (self->marks, SlMark, index);
  g_free (mark->label);
  mark->label = g_strdup (label);
}

/* Inserts @value into the ascending @array unless it is there already. */
static void
insert_sorted (GArray *array, double value)
{
  guint at = array->len;

  while (at > 0 && g_array_index (array, double, at - 1) > value)
    at--;
  if (at > 0 && g_array_index (array, double, at - 1) == value)
    return;
  g_array_insert_val (array, at, value);
}

void
sl_scene_add_break_x (SlScene *self, double x)
{
  insert_sorted (self->breaks_x, x);
}

void
sl_scene_add_break_y (SlScene *self, double y)
{
  insert_sorted (self->breaks_y, y);
}

void
sl_scene_add_legend (SlScene *self, const SlMark *sample, const char *text)
{
  SlLegendEntry entry = { .sample = *sample, .text = g_strdup (text) };

  entry.sample.points = g_memdup2 (sample->points, sample->n_points * sizeof (SlPoint));
  entry.sample.text = g_strdup (sample->text);
  entry.sample.label = g_strdup (sample->label);
  entry.sample.hit.kind = SL_N_KINDS;
  g_array_append_val (self->legend, entry);
}

void
sl_scene_add_remark (SlScene *self, const char *text)
{
  g_ptr_array_add (self->remarks, g_strdup (text));
}

void
sl_scene_set_headline (SlScene *self, const char *text)
{
  g_free (self->headline);
  self->headline = g_strdup (text != NULL ? text : "");
}

void
sl_scene_set_title (SlScene *self, const char *text)
{
  g_free (self->title);
  self->title = g_strdup (text != NULL ? text : "");
}

double
sl_scene_get_width (const SlScene *self)
{
  return self->width;
}

double
sl_scene_get_height (const SlScene *self)
{
  return self->height;
}

double
sl_scene_get_top (const SlScene *self)
{
  return self->top;
}

double
sl_scene_get_side (const SlScene *self)
{
  return self->side;
}

gboolean
sl_scene_get_rtl (const SlScene *self)
{
  return self->rtl;
}

gboolean
sl_scene_is_partial (const SlScene *self)
{
  return self->partial;
}

const char *
sl_scene_get_headline (const SlScene *self)
{
  return self->headline;
}

const char *
sl_scene_get_title (const SlScene *self)
{
  return self->title;
}

guint
sl_scene_n_marks (const SlScene *self)
{
  return self->marks->len;
}

const SlMark *
sl_scene_get_mark (const SlScene *self, guint index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, SlMark, index);
}

guint
sl_scene_n_legend (const SlScene *self)
{
  return self->legend->len;
}

const SlLegendEntry *
sl_scene_get_legend (const SlScene *self, guint index)
{
  g_return_val_if_fail (index < self->legend->len, NULL);

  return &g_array_index (self->legend, SlLegendEntry, index);
}

const GPtrArray *
sl_scene_get_remarks (const SlScene *self)
{
  return self->remarks;
}

const GArray *
sl_scene_get_breaks_x (const SlScene *self)
{
  return self->breaks_x;
}

const GArray *
sl_scene_get_breaks_y (const SlScene *self)
{
  return self->breaks_y;
}

double
sl_scene_get_smallest_font (const SlScene *self)
{
  double smallest = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (self, i);

      if (mark->type != SL_MARK_TEXT || *mark->text == '\0')
        continue;
      const double size = sl_font_size (mark->font);
      smallest = smallest == 0 ? size : MIN (smallest, size);
    }
  return smallest;
}

/* A height above the paper, and how many marks lie there; then where the next of them comes. */
typedef struct
{
  int z;
  guint n;
} Height;

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const int i = ((const Height *)a)->z, j = ((const Height *)b)->z;

  return i < j ? -1 : i > j;
}

static Height *
find_height (GArray *heights, int z)
{
  for (guint i = 0; i < heights->len; i++)
    if (g_array_index (heights, Height, i).z == z)
      return &g_array_index (heights, Height, i);
  return NULL;
}

/* Marks lie at a handful of heights: counting them is less than sorting. */
static void
order_marks (SlScene *self)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (Height));
  const guint n = self->marks->len;
  guint start = 0;

  for (guint i = 0; i < n; i++)
    {
      const Height first = { g_array_index (self->marks, SlMark, i).z, 1 };
      Height *height = find_height (heights, first.z);

      if (height != NULL)
        height->n++;
      else
        g_array_append_val (heights, first);
    }
  g_array_sort (heights, compare_heights);
  for (guint i = 0; i < heights->len; i++)
    {
      Height *height = &g_array_index (heights, Height, i);
      const guint n_here = height->n;

      height->n = start;
      start += n_here;
    }
  g_array_set_size (self->order, n);
  for (guint i = 0; i < n; i++)
    {
      Height *height = find_height (heights, g_array_index (self->marks, SlMark, i).z);

      g_array_index (self->order, guint, height->n++) = i;
    }
}

const guint *
sl_scene_painting_order (const SlScene *self)
{
  if (self->order->len != self->marks->len)
    order_marks ((SlScene *)self); /* the order is no part of what the scene says */
  return (const guint *)(gconstpointer)self->order->data;
}

const GArray *
sl_scene_find_marks (const SlScene *self, double y1, double y2)
{
  SlScene *cache = (SlScene *)self; /* the index is no part of what the scene says */

  if (cache->index == NULL)
    cache->index = sl_scene_index_new (self, sl_scene_painting_order (self), self->marks->len);
  return sl_scene_index_find (cache->index, y1, y2);
}

void
sl_scene_prepare (const SlScene *self)
{
  g_return_if_fail (self != NULL);

  sl_scene_find_marks (self, 0, 0);
}

GObject **
sl_scene_shaped_slot (const SlScene *self, guint index)
{
  if (self->shaped->len != self->marks->len)
    g_ptr_array_set_size (self->shaped, (int)self->marks->len);
  return (GObject **)&g_ptr_array_index (self->shaped, index);
}

void
sl_mark_get_bounds (const SlMark *mark, double *x, double *y, double *w, double *h)
{
  double x1 = mark->x, y1 = mark->y;
  double x2 = mark->x + mark->w, y2 = mark->y + mark->h;

  if (mark->type == SL_MARK_SYMBOL)
    {
      x1 -= mark->w / 2;
      x2 -= mark->w / 2;
      y1 = mark->y - mark->w / 2;
      y2 = mark->y + mark->w / 2;
    }
  else if (mark->type == SL_MARK_PATH)
    {
      x1 = y1 = G_MAXDOUBLE;
      x2 = y2 = -G_MAXDOUBLE;
      for (guint i = 0; i < mark->n_points; i++)
        {
          x1 = MIN (x1, mark->points[i].x);
          y1 = MIN (y1, mark->points[i].y);
          x2 = MAX (x2, mark->points[i].x);
          y2 = MAX (y2, mark->points[i].y);
        }
    }
  *x = MIN (x1, x2);
  *y = MIN (y1, y2);
  *w = fabs (x2 - x1);
  *h = fabs (y2 - y1);
}

static double
distance_to_segment (SlPoint p, SlPoint a, SlPoint b)
{
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static double
distance_to_bezier (SlPoint p, const SlPoint *c)
{
  const guint steps = 16;
  double best = G_MAXDOUBLE;
  SlPoint last = c[0];

  for (guint i = 1; i <= steps; i++)
    {
      const double t = (double)i / steps, s = 1 - t;
      const double b0 = s * s * s, b1 = 3 * s * s * t, b2 = 3 * s * t * t, b3 = t * t * t;
      const SlPoint at = {
        b0 * c[0].x + b1 * c[1].x + b2 * c[2].x + b3 * c[3].x,
        b0 * c[0].y + b1 * c[1].y + b2 * c[2].y + b3 * c[3].y,
      };

      best = MIN (best, distance_to_segment (p, last, at));
      last = at;
    }
  return best;
}

static double
distance_to_path (SlPoint p, const SlMark *mark)
{
  double best = G_MAXDOUBLE;

  if (mark->curved)
    for (guint i = 0; i + 3 < mark->n_points; i += 3)
      best = MIN (best, distance_to_bezier (p, mark->points + i));
  else
    for (guint i = 0; i + 1 < mark->n_points; i++)
      best = MIN (best, distance_to_segment (p, mark->points[i], mark->points[i + 1]));
  return best;
}

static gboolean
mark_is_at (const SlMark *mark, SlPoint p)
{
  double x, y, w, h, reach = 0;

  sl_mark_get_bounds (mark, &x, &y, &w, &h);
  if (mark->type == SL_MARK_LINE || mark->type == SL_MARK_PATH || mark->type == SL_MARK_SYMBOL)
    reach = mark->type == SL_MARK_SYMBOL ? MAX (0, HIT_REACH - mark->w / 2) : HIT_REACH;
  if (p.x < x - reach || p.x > x + w + reach || p.y < y - reach || p.y > y + h + reach)
    return FALSE;
  if (mark->type == SL_MARK_LINE)
    return distance_to_segment (p, (SlPoint){ mark->x, mark->y },
                                (SlPoint){ mark->x + mark->w, mark->y + mark->h })
           <= HIT_REACH;
  if (mark->type == SL_MARK_PATH && !mark->closed)
    return distance_to_path (p, mark) <= HIT_REACH;
  return TRUE;
}

const SlMark *
sl_scene_hit (const SlScene *self, double x, double y)
{
  const GArray *near = sl_scene_find_marks (self, y - HIT_REACH, y + HIT_REACH);

  for (guint i = near->len; i > 0; i--)
    {
      const SlMark *mark = sl_scene_get_mark (self, g_array_index (near, guint, i - 1));

      if (mark->hit.kind != SL_N_KINDS && mark_is_at (mark, (SlPoint){ x, y }))
        return mark;
    }
  return NULL;
}

static void
mirror_mark (SlMark *mark, double width)
{
  switch (mark->type)
    {
    case SL_MARK_RECT:
    case SL_MARK_TEXT:
      mark->x = width - mark->x - mark->w;
      break;
    case SL_MARK_LINE:
      mark->x = width - mark->x;
      mark->w = -mark->w;
      break;
    case SL_MARK_SYMBOL:
      mark->x = width - mark->x;
      break;
    case SL_MARK_PATH:
      for (guint i = 0; i < mark->n_points; i++)
        mark->points[i].x = width - mark->points[i].x;
      break;
    default:
      g_assert_not_reached ();
    }
  if (mark->align != SL_ALIGN_CENTER)
    mark->align = mark->align == SL_ALIGN_START ? SL_ALIGN_END : SL_ALIGN_START;
  if (mark->symbol == SL_SYMBOL_ARROW_LEFT)
    mark->symbol = SL_SYMBOL_ARROW_RIGHT;
  else if (mark->symbol == SL_SYMBOL_ARROW_RIGHT)
    mark->symbol = SL_SYMBOL_ARROW_LEFT;
}

void
sl_scene_mirror (SlScene *self)
{
  g_return_if_fail (self != NULL);

  forget_derived (self);
  for (guint i = 0; i < self->marks->len; i++)
    mirror_mark (&g_array_index (self->marks, SlMark, i), self->width);

  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < self->breaks_x->len; i++)
    insert_sorted (breaks, self->width - g_array_index (self->breaks_x, double, i));
  g_array_unref (self->breaks_x);
  self->breaks_x = breaks;
  self->rtl = !self->rtl;
}

void
sl_scene_add_sign (SlScene *self, const SlSceneSign *sign)
{
  g_array_append_val (self->signs, *sign);
}

const GArray *
sl_scene_get_signs (const SlScene *self)
{
  return self->signs;
}

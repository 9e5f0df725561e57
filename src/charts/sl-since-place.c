/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the triangle of a mark stands. Several places are tried; the first that no text reaches is
 * taken. */

#include "config.h"

#include "sl-scene-private.h"
#include "sl-since-private.h"

#define HALF (SL_SINCE_SIZE / 2)
/* From an edge inside a mark, and from a text. */
#define INSET 1.5
#define GAP 0.5
/* From here on a mark has room for a triangle inside. */
#define ROOM_H 13.0
#define ROOM_W 20.0

typedef struct
{
  double x, y, w, h;
} Box;

/* What the text really covers of its box. */
static Box
get_ink (const SlMark *text, SlTextMeasure *measure)
{
  Box ink = { text->x, text->y, text->w, text->h };
  double width;
  double height;

  sl_text_measure_size (measure, text->font, text->text, text->wrap ? text->w : -1, &width,
                        &height);
  width = MIN (width, text->w);
  height = MIN (height, text->h);
  if (text->align == SL_ALIGN_CENTER)
    ink.x += (text->w - width) / 2;
  else if (text->align == SL_ALIGN_END)
    ink.x += text->w - width;
  ink.y += (text->h - height) / 2;
  ink.w = width;
  ink.h = height;
  return ink;
}

static gboolean
is_free (const SlScene *scene, SlBand band, SlPoint at, SlTextMeasure *measure)
{
  const double reach = HALF + GAP;
  const GArray *near = sl_scene_find_marks (scene, at.y - reach, at.y + reach);

  if (at.x < HALF || at.y < HALF || at.x > sl_scene_get_width (scene) - HALF
      || at.y > sl_scene_get_height (scene) - HALF)
    return FALSE;
  for (guint i = 0; i < near->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, g_array_index (near, guint, i));
      Box ink;

      if (mark->type != SL_MARK_TEXT || mark->band != band || at.x + reach < mark->x
          || at.x - reach > mark->x + mark->w)
        continue;
      ink = get_ink (mark, measure);
      if (at.x + reach > ink.x && at.x - reach < ink.x + ink.w && at.y + reach > ink.y
          && at.y - reach < ink.y + ink.h)
        return FALSE;
    }
  return TRUE;
}

/* The point of a cubic segment at @t. */
static SlPoint
point_of_curve (const SlPoint *p, double t)
{
  const double u = 1 - t;
  const double weights[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
  SlPoint point = { 0, 0 };

  for (guint i = 0; i < 4; i++)
    {
      point.x += weights[i] * p[i].x;
      point.y += weights[i] * p[i].y;
    }
  return point;
}

/* A place on a line, off its middle, where a sign may stand. */
static SlPoint
place_on_line (const SlMark *mark)
{
  if (mark->type == SL_MARK_PATH && mark->curved && mark->n_points >= 4)
    return point_of_curve (&mark->points[(mark->n_points - 1) / 6 * 3], 0.3);
  if (mark->type == SL_MARK_PATH && mark->n_points > 0)
    return mark->points[(mark->n_points - 1) / 2];
  return (SlPoint){ mark->x + mark->w * 0.3, mark->y + mark->h * 0.3 };
}

/* Upper corners, lower corners, then beside and above it. */
static guint
list_places (const Box *box, SlPoint *places)
{
  const double left = box->x + HALF + INSET;
  const double right = box->x + box->w - HALF - INSET;
  const double top = box->y + HALF + INSET;
  const double bottom = box->y + box->h - HALF - INSET;
  const SlPoint inside[] = { { right, top }, { left, top }, { right, bottom }, { left, bottom } };
  const SlPoint outside[] = { { box->x + box->w / 2, box->y - HALF + GAP },
                              { box->x - HALF - GAP, box->y + box->h / 2 },
                              { box->x + box->w + HALF + GAP, box->y + box->h / 2 },
                              { box->x + HALF, box->y - HALF + GAP } };
  guint n = 0;

  if (box->w >= ROOM_W && box->h >= ROOM_H)
    for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
      places[n++] = inside[i];
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    places[n++] = outside[i];
  return n;
}

SlPoint
sl_since_find_place (const SlScene *scene, const SlMark *mark, SlTextMeasure *measure)
{
  Box box;
  SlPoint places[8];
  guint n;

  if (mark->type == SL_MARK_LINE || (mark->type == SL_MARK_PATH && !mark->closed))
    return place_on_line (mark);
  sl_mark_get_bounds (mark, &box.x, &box.y, &box.w, &box.h);
  n = list_places (&box, places);
  for (guint i = 0; i < n; i++)
    if (is_free (scene, mark->band, places[i], measure))
      return places[i];
  return (SlPoint){ CLAMP (places[0].x, HALF, sl_scene_get_width (scene) - HALF),
                    CLAMP (places[0].y, HALF, sl_scene_get_height (scene) - HALF) };
}

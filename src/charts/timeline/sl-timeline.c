/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places and days of a timeline, read off its scene: the ground of the time header carries the span
 * of the axis, the grounds of the rows in the side band carry their records. */

#include "config.h"

#include "timeline/sl-timeline.h"

#include <math.h>

gboolean
sl_timeline_map_init (SlTimelineMap *map, const SlScene *scene)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->type != SL_MARK_RECT || mark->band != SL_BAND_TOP || mark->hit.part != SL_PART_HEAD
          || mark->hit.kind != SL_N_KINDS)
        continue;
      map->first = mark->hit.a;
      map->last = mark->hit.b;
      map->rtl = sl_scene_get_rtl (scene);
      map->start = map->rtl ? mark->x + mark->w : mark->x;
      map->pt_per_day = mark->w / (double)(map->last - map->first + 1);
      return TRUE;
    }
  return FALSE;
}

gint64
sl_timeline_map_day (const SlTimelineMap *map, double x)
{
  const double from_start = map->rtl ? map->start - x : x - map->start;
  return map->first + (gint64)floor (from_start / map->pt_per_day + 1e-9);
}

double
sl_timeline_map_x (const SlTimelineMap *map, gint64 day)
{
  const double from_start = (double)(day - map->first) * map->pt_per_day;
  return map->rtl ? map->start - from_start : map->start + from_start;
}

static gboolean
is_row_ground (const SlMark *mark)
{
  return mark->type == SL_MARK_RECT && mark->band == SL_BAND_SIDE && mark->hit.part == SL_PART_HEAD
         && mark->hit.kind != SL_N_KINDS && mark->hit.kind != SL_KIND_PARTY;
}

gboolean
sl_timeline_find_row (const SlScene *scene, SlId id, double *y, double *h)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (!is_row_ground (mark) || mark->hit.id != id)
        continue;
      if (y != NULL)
        *y = mark->y;
      if (h != NULL)
        *h = mark->h;
      return TRUE;
    }
  return FALSE;
}

SlId
sl_timeline_row_at (const SlScene *scene, double y, SlKindId *kind)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (!is_row_ground (mark) || y < mark->y || y >= mark->y + mark->h)
        continue;
      if (kind != NULL)
        *kind = mark->hit.kind;
      return mark->hit.id;
    }
  return SL_ID_NONE;
}

static gboolean
is_item (const SlMark *mark)
{
  return mark != NULL && mark->band == SL_BAND_BODY
         && (mark->hit.kind == SL_KIND_TASK || mark->hit.kind == SL_KIND_MILESTONE
             || mark->hit.kind == SL_KIND_GOAL);
}

const SlMark *
sl_timeline_item_at (const SlScene *scene, double x, double y)
{
  const SlMark *found = sl_scene_hit (scene, x, y);
  if (!is_item (found))
    return NULL;
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (is_item (mark) && mark->hit.id == found->hit.id && mark->hit.part == SL_PART_WHOLE
          && mark->type != SL_MARK_TEXT)
        return mark;
    }
  return NULL;
}

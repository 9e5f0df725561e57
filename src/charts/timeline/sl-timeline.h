/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places and days of a timeline that is laid out, for those who drag in it. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/**
 * SlTimelineMap:
 * @first: first day of the axis
 * @last: last day of the axis, inclusive
 * @start: x at which @first begins; in a right-to-left scene the axis runs from there to the left
 * @pt_per_day: scale; pt, > 0
 * @rtl: whether later days are further left
 *
 * How the days of a timeline lie along x. Plain data, valid as long as its scene.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  double start;
  double pt_per_day;
  gboolean rtl;
} SlTimelineMap;

/* Reads the map off a scene of the timeline; FALSE, and @map untouched, if it has no axis because
 * nothing is dated. Cost: O(marks). */
gboolean sl_timeline_map_init (SlTimelineMap *map, const SlScene *scene);
/* The day at @x; not limited to the axis. */
gint64 sl_timeline_map_day (const SlTimelineMap *map, double x);
/* Where @day begins: its left edge, or its right edge in a right-to-left scene. */
double sl_timeline_map_x (const SlTimelineMap *map, gint64 day);
/**
 * sl_timeline_find_row:
 * @y: (out) (optional): top of the row; pt
 * @h: (out) (optional): its height; pt
 *
 * Finds the row of the task, milestone or goal @id. Cost: O(marks).
 *
 * Returns: FALSE if it is not on the chart
 */
gboolean sl_timeline_find_row (const SlScene *scene, SlId id, double *y, double *h);
/* The record whose row is at @y, or SL_ID_NONE; @kind may be NULL. Cost: O(marks). */
SlId sl_timeline_row_at (const SlScene *scene, double y, SlKindId *kind);
/**
 * sl_timeline_item_at:
 *
 * What stands for a task, milestone or goal at a place: also where its label or the handle at one
 * of its ends is. Cost: O(marks).
 *
 * Returns: (transfer none) (nullable): its bar, bracket or diamond; belongs to @scene
 */
const SlMark *sl_timeline_item_at (const SlScene *scene, double x, double y);

G_END_DECLS

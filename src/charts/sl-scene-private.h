/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the painters keep in a scene beside its marks. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/* Indices of all marks in painting order: z ascending, then insertion. (transfer none) */
const guint *sl_scene_painting_order (const SlScene *self);
/* Indices of the marks that may touch y1..y2, in painting order (of guint); valid until the next
 * call. (transfer none) */
const GArray *sl_scene_find_marks (const SlScene *self, double y1, double y2);
/* The painter's slot of mark @index: holds a reference to what it shaped, or NULL. */
GObject **sl_scene_shaped_slot (const SlScene *self, guint index);
/* The rectangle in which @mark can leave ink, without line width. */
void sl_mark_get_bounds (const SlMark *mark, double *x, double *y, double *w, double *h);

/* Gives the mark @index another accessible label. */
void sl_scene_set_label (SlScene *self, guint index, const char *label);
/* Adds a copy of @mark, moved and without its hit target. */
SlMark *sl_scene_add_copy (SlScene *self, const SlMark *mark, double dx, double dy);
/* Size of the smallest type of any text, or 0 where there is none; pt. */
double sl_scene_get_smallest_font (const SlScene *self);

/* A sign of change that a layout asks for, because what changed is computed and no record.
 * @sign: SlSinceSign; @placed: FALSE: only counted, of something that is gone */
typedef struct
{
  guint sign;
  SlPoint at;
  gboolean placed;
} SlSceneSign;

void sl_scene_add_sign (SlScene *self, const SlSceneSign *sign);
/* (element-type SlSceneSign) (transfer none) */
const GArray *sl_scene_get_signs (const SlScene *self);

/* Names for dumps, in the order of the enumerations. */
const char *sl_style_name (SlStyle style);
const char *sl_band_name (SlBand band);

G_END_DECLS

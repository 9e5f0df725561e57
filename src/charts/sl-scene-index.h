/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which marks stand near a place, so that painting a window and hitting a point cost what is there,
 * not what the scene holds. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

typedef struct _SlSceneIndex SlSceneIndex;

/* @order: indices of the @n marks of @scene in painting order; must outlive the index. */
SlSceneIndex *sl_scene_index_new (const SlScene *scene, const guint *order, guint n);
void sl_scene_index_free (SlSceneIndex *self);
/* Indices of all marks whose bounds may touch y1..y2, in painting order (of guint). The array is
 * valid until the next call. (transfer none) */
const GArray *sl_scene_index_find (SlSceneIndex *self, double y1, double y2);

G_END_DECLS

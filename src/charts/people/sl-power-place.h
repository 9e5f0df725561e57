/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places for labelled discs that never overlap: each stands as near to where it belongs as the
 * others leave room. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/**
 * SlPlaceItem:
 * @x, @y: where the middle of the disc belongs
 * @radius: of the disc
 * @width, @height: of the label beside it
 * @at_x, @at_y: (out): the middle of the disc
 * @label_x, @label_y: (out): top left corner of the label
 *
 * Unit: pt.
 */
typedef struct
{
  double x, y, radius;
  double width, height;
  double at_x, at_y;
  double label_x, label_y;
} SlPlaceItem;

/* Places @items inside the rectangle, the first ones first, labels behind or before the discs.
 * Returns: FALSE if there is no room for all; the area must grow then */
gboolean sl_power_place (SlPlaceItem *items, guint n, double x, double y, double width,
                         double height);

G_END_DECLS

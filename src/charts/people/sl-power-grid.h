/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From places in a power/interest grid to values and back. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/* The rectangle in which values lie; scene points. */
typedef struct
{
  double x, y, w, h;
  gboolean rtl;
} SlPowerMap;

/* FALSE for a scene without a grid. */
gboolean sl_power_map_init (SlPowerMap *self, const SlScene *scene);
/* Values of a place, clamped to their scale. */
void sl_power_map_values (const SlPowerMap *self, double x, double y, double *power,
                          double *interest);
void sl_power_map_place (const SlPowerMap *self, double power, double interest, double *x,
                         double *y);
/* Whether a place is in the grid, with its edges. */
gboolean sl_power_map_contains (const SlPowerMap *self, double x, double y);

G_END_DECLS

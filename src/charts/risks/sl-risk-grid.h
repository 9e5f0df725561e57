/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From places in a risk matrix to steps and back. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/* The cell of two steps, 1..5, or NULL for a scene without a matrix. (transfer none): as long as
 * nothing is added to @scene */
const SlMark *sl_risk_grid_cell (const SlScene *scene, guint probability, guint impact);
/* Whether a place is in a cell, and in which; scene points. */
gboolean sl_risk_grid_find (const SlScene *scene, double x, double y, guint *probability,
                            guint *impact);

G_END_DECLS

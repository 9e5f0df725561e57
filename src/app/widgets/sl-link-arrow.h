/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of a link that is being dragged from one mark of a chart to another. */

#pragma once

#include <cairo.h>

#include "sl-scene.h"

G_BEGIN_DECLS

/* Draws an arrow from @from to @to and a ring around @target. @target: (nullable); scene points */
void sl_link_arrow_draw (cairo_t *cr, const SlPoint *from, const SlPoint *to, const SlMark *target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The meeting pack as pages: cover with agenda, then the charts, numbered through, then a sheet for
 * decisions. The preview draws its pages one by one; sl_render_pack() writes the same pages. */

#pragma once

#include "sl-paginate.h"

G_BEGIN_DECLS

typedef struct _SlPack SlPack;

/* Lays out all parts. @params: what the charts share (today, rtl, show_guesses); @sheet: paper and
 * palette; each part chooses its orientation by itself unless @sheet says landscape.
 * Returns: (transfer full): keeps references to nothing but its own scenes */
SlPack *sl_pack_new (const SlSnapshot *plan, const SlChartParams *params, const SlSheet *sheet,
                     SlTextMeasure *measure);
void sl_pack_free (SlPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPack, sl_pack_free)
guint sl_pack_count (const SlPack *self);
/* Size of page @n (0-based) in pt. */
void sl_pack_size (const SlPack *self, guint n, double *width, double *height);
/* Smallest type on any page; pt. */
double sl_pack_smallest_text (const SlPack *self);
/* Title of the part that page @n begins, for the outline; NULL if it goes on. (transfer none) */
const char *sl_pack_title (const SlPack *self, guint n);
void sl_pack_draw (const SlPack *self, guint n, cairo_t *cr);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts and packs as files. Command line, export and print all come through here, so that they
 * give the same bytes. */

#pragma once

#include "sl-paginate.h"

G_BEGIN_DECLS

typedef enum
{
  SL_RENDER_PDF,
  SL_RENDER_SVG,
  SL_RENDER_PNG,
  SL_RENDER_TEXT,
} SlRenderFormat;

gboolean sl_render_format_by_name (const char *name, SlRenderFormat *format);
/* Both may run in any thread; @sheet->watch is told how far they are, and stops them: then @error
 * is %G_IO_ERROR_CANCELLED. */

/* One chart as a document of one or more pages. SVG and PNG hold the first page; further pages are
 * written by the caller with @page. PDF carries title, author, subject and outline, embedded fonts,
 * and no date but SOURCE_DATE_EPOCH's. @page: G_MAXUINT for all (PDF, TEXT).
 * Returns: (transfer full): the file's bytes, or NULL with @error */
GBytes *sl_render_chart (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                         const SlSheet *sheet, SlRenderFormat format, guint page, guint *n_pages,
                         GError **error);
/* The meeting pack: cover with agenda, then the charts, numbered through. Always PDF. */
GBytes *sl_render_pack (const SlSnapshot *plan, const SlSheet *sheet, GError **error);

G_END_DECLS

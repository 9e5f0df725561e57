/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed: one chart or the meeting pack, laid out for a sheet. Preview, printer and export
 * draw the same pages. */

#pragma once

#include "sl-paginate.h"
#include "sl-pack.h"
#include "sl-render.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PRINT_JOB (sl_print_job_get_type ())
G_DECLARE_FINAL_TYPE (SlPrintJob, sl_print_job, SL, PRINT_JOB, GObject)

typedef struct
{
  const SlChart *chart; /* NULL: the meeting pack */
  SlPaper paper;
  gboolean landscape;
  gboolean tile;
  gboolean grey;
  gint64 from; /* or SL_INT_NULL */
  gint64 to;
} SlPrintOptions;

/* Lays out @session's plan as it is now. */
SlPrintJob *sl_print_job_new (SlSession *session, const SlPrintOptions *options);
guint sl_print_job_n_pages (SlPrintJob *self);
void sl_print_job_page_size (SlPrintJob *self, double *width, double *height); /* pt */
double sl_print_job_smallest_text (SlPrintJob *self);                          /* pt */
void sl_print_job_draw (SlPrintJob *self, guint page, cairo_t *cr);
/* The headline that the chart prints; "" for the pack. (transfer none) */
const char *sl_print_job_headline (SlPrintJob *self);
const SlPrintOptions *sl_print_job_get_options (SlPrintJob *self);
/* The document as a file. @page: of SVG and PNG. */
GBytes *sl_print_job_render (SlPrintJob *self, SlRenderFormat format, guint page, GError **error);

G_END_DECLS

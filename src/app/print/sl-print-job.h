/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed: one chart or the meeting pack, laid out for a sheet. Preview, printer and export
 * draw the same pages. */

#pragma once

#include "sl-paginate.h"
#include "sl-pack-preset.h"
#include "sl-pack.h"
#include "sl-render.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PRINT_JOB (sl_print_job_get_type ())
G_DECLARE_FINAL_TYPE (SlPrintJob, sl_print_job, SL, PRINT_JOB, GObject)

typedef struct
{
  const SlChart *chart;       /* NULL: a pack */
  const SlPackPreset *preset; /* of a pack; NULL: that of a meeting */
  guint64 parts;              /* charts of a pack, as SlSheet.parts */
  SlPaper paper;
  gboolean landscape;
  gboolean tile;
  gboolean grey;
  double min_pt; /* of the smallest text; 0: as small as can be read */
  gint64 from;   /* or SL_INT_NULL */
  gint64 to;
  guint levels; /* of a tree; 0: all */
  SlId branch;  /* of a tree, or SL_ID_NONE */
  SlId party;   /* whose copy it is, or SL_ID_NONE */
} SlPrintOptions;

/* A job for @session's plan as it is now; it has no pages yet. */
SlPrintJob *sl_print_job_new (SlSession *session, const SlPrintOptions *options);

/**
 * sl_print_job_lay_out_async:
 * @cancellable: stops the work; @callback then gets %G_IO_ERROR_CANCELLED
 *
 * Lays the pages out in a worker, from the plan that the job keeps. Call it once a job.
 */
void sl_print_job_lay_out_async (SlPrintJob *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* On %TRUE the job has its pages: what follows below may be called. */
gboolean sl_print_job_lay_out_finish (SlPrintJob *self, GAsyncResult *result, GError **error);
/* The share of the work in the worker that is done, 0..1; 0 also where it is not known. */
double sl_print_job_get_progress (SlPrintJob *self);

guint sl_print_job_n_pages (SlPrintJob *self);
void sl_print_job_page_size (SlPrintJob *self, double *width, double *height); /* pt */
double sl_print_job_smallest_text (SlPrintJob *self);                          /* pt */
void sl_print_job_draw (SlPrintJob *self, guint page, cairo_t *cr);
/* The headline that the chart prints; "" for the pack. (transfer none) */
const char *sl_print_job_headline (SlPrintJob *self);
const SlPrintOptions *sl_print_job_get_options (SlPrintJob *self);

/* The document as a file. @page: of SVG and PNG. Needs no pages of the job and may run in any
 * thread. */
GBytes *sl_print_job_render (SlPrintJob *self, SlRenderFormat format, guint page,
                             GCancellable *cancellable, GError **error);

G_END_DECLS

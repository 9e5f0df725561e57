/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A print job keeps the snapshot that it was laid out from, so that what the preview showed is what
 * the printer gets even if the plan changes meanwhile. */

#include "config.h"

#include "print/sl-print-job.h"

#include "base/sl-date.h"

struct _SlPrintJob
{
  GObject parent_instance;
  SlPrintOptions options;
  SlSnapshot *plan;
  SlTextMeasure *measure;
  SlPages *pages; /* of a chart */
  SlPack *pack;   /* of the meeting pack */
};

G_DEFINE_FINAL_TYPE (SlPrintJob, sl_print_job, G_TYPE_OBJECT)

static void
sl_print_job_finalize (GObject *object)
{
  SlPrintJob *self = SL_PRINT_JOB (object);

  g_clear_pointer (&self->pages, sl_pages_free);
  g_clear_pointer (&self->pack, sl_pack_free);
  g_clear_pointer (&self->measure, sl_text_measure_free);
  g_clear_pointer (&self->plan, sl_snapshot_unref);
  G_OBJECT_CLASS (sl_print_job_parent_class)->finalize (object);
}

static void
sl_print_job_class_init (SlPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_print_job_finalize;
}

static void
sl_print_job_init (SlPrintJob *self)
{
  self->measure = sl_text_measure_new_pango ();
}

static void
fill_sheet (SlPrintJob *self, SlSheet *sheet)
{
  sl_sheet_init (sheet);
  sheet->paper = self->options.paper;
  sheet->landscape = self->options.landscape;
  sheet->tile = self->options.tile;
  sheet->palette = self->options.grey ? SL_PALETTE_GREY : SL_PALETTE_PRINT;
  sheet->today = sl_day_today ();
  sheet->project = sl_snapshot_title (self->plan, sl_snapshot_project_id (self->plan));
}

static void
fill_params (SlPrintJob *self, SlChartParams *params)
{
  sl_chart_params_init (params);
  params->today = sl_day_today ();
  params->rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  params->from = self->options.from;
  params->to = self->options.to;
}

SlPrintJob *
sl_print_job_new (SlSession *session, const SlPrintOptions *options)
{
  SlPrintJob *self = g_object_new (SL_TYPE_PRINT_JOB, NULL);
  SlChartParams params;
  SlSheet sheet;

  self->options = *options;
  self->plan = sl_snapshot_ref (sl_session_get_snapshot (session));
  fill_sheet (self, &sheet);
  fill_params (self, &params);
  if (options->chart != NULL)
    self->pages = sl_pages_new (options->chart, self->plan, &params, &sheet, self->measure);
  else
    self->pack = sl_pack_new (self->plan, &params, &sheet, self->measure);
  return self;
}

guint
sl_print_job_n_pages (SlPrintJob *self)
{
  return self->pages != NULL ? sl_pages_count (self->pages) : sl_pack_count (self->pack);
}

void
sl_print_job_page_size (SlPrintJob *self, double *width, double *height)
{
  sl_paper_size (self->options.paper, self->options.landscape, width, height);
}

double
sl_print_job_smallest_text (SlPrintJob *self)
{
  return self->pages != NULL ? sl_pages_smallest_text (self->pages)
                             : sl_pack_smallest_text (self->pack);
}

void
sl_print_job_draw (SlPrintJob *self, guint page, cairo_t *cr)
{
  if (self->pages != NULL)
    sl_pages_draw (self->pages, page, cr, page + 1, sl_pages_count (self->pages));
  else
    sl_pack_draw (self->pack, page, cr);
}

const char *
sl_print_job_headline (SlPrintJob *self)
{
  const char *headline
      = self->pages != NULL ? sl_scene_get_headline (sl_pages_get_scene (self->pages)) : NULL;

  return headline != NULL ? headline : "";
}

const SlPrintOptions *
sl_print_job_get_options (SlPrintJob *self)
{
  return &self->options;
}

GBytes *
sl_print_job_render (SlPrintJob *self, SlRenderFormat format, guint page, GError **error)
{
  SlChartParams params;
  SlSheet sheet;

  fill_sheet (self, &sheet);
  fill_params (self, &params);
  if (self->options.chart == NULL)
    return sl_render_pack (self->plan, &sheet, error);
  return sl_render_chart (self->options.chart, self->plan, &params, &sheet, format,
                          format == SL_RENDER_PDF ? G_MAXUINT : page, NULL, error);
}

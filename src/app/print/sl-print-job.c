/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A print job keeps the snapshot that it was laid out from, so that what the preview showed is what
 * the printer gets even if the plan changes meanwhile. A worker lays it out: thousands of goals
 * take seconds. */

#include "config.h"

#include "print/sl-print-job.h"

#include <glib/gi18n.h>

struct _SlPrintJob
{
  GObject parent_instance;
  SlPrintOptions options;
  SlSnapshot *plan;
  SlChartParams params;
  char *audience; /* “copy for Sales”, or NULL */
  int permille;   /* of the work that is done; written by the worker */
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
  g_clear_pointer (&self->params.since.then, sl_snapshot_unref);
  g_clear_pointer (&self->plan, sl_snapshot_unref);
  g_free (self->audience);
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
}

static void
progress_cb (double share, gpointer data)
{
  g_atomic_int_set (&((SlPrintJob *)data)->permille, (int)(share * 1000));
}

static void
fill_sheet (SlPrintJob *self, const SlWatch *watch, SlSheet *sheet)
{
  sl_sheet_init (sheet);
  sheet->paper = self->options.paper;
  sheet->landscape = self->options.landscape;
  sheet->tile = self->options.tile;
  sheet->min_pt = self->options.min_pt;
  sheet->palette = self->options.grey ? SL_PALETTE_GREY : SL_PALETTE_PRINT;
  sheet->today = self->params.today;
  sheet->since = &self->params.since;
  sheet->watch = watch;
  sheet->audience = self->audience;
  sheet->party = self->options.party;
  sheet->parts = self->options.parts;
  sheet->project = sl_snapshot_title (self->plan, sl_snapshot_project_id (self->plan));
}

SlPrintJob *
sl_print_job_new (SlSession *session, const SlPrintOptions *options)
{
  SlPrintJob *self = g_object_new (SL_TYPE_PRINT_JOB, NULL);

  self->options = *options;
  self->plan = sl_snapshot_ref (sl_session_get_snapshot (session));
  sl_chart_params_init (&self->params);
  self->params.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  self->params.since = *sl_session_get_since (session);
  if (self->params.since.then != NULL)
    sl_snapshot_ref (self->params.since.then);
  self->params.sort_blocks = sl_session_get_sort_blocks (session);
  self->params.from = options->from;
  self->params.to = options->to;
  self->params.max_depth = options->levels;
  self->params.root = options->branch;
  if (options->party != SL_ID_NONE)
    {
      /* Translators: on each sheet, the party that the copy is for. */
      self->audience
          = g_strdup_printf (_ ("copy for %s"), sl_snapshot_title (self->plan, options->party));
      self->params.show_guesses = FALSE;
    }
  return self;
}

/* --- Laying out in a worker --- */

/* What the worker hands over; one of both. */
typedef struct
{
  SlPages *pages;
  SlPack *pack;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_clear_pointer (&layout->pages, sl_pages_free);
  g_clear_pointer (&layout->pack, sl_pack_free);
  g_free (layout);
}

static void
lay_out_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SlPrintJob *self = source;
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_mobile ();
  const SlWatch watch = { .cancellable = cancellable, .progress = progress_cb, .data = self };
  Layout *layout = g_new0 (Layout, 1);
  SlSheet sheet;

  fill_sheet (self, &watch, &sheet);
  if (self->options.chart != NULL)
    layout->pages = sl_pages_new (self->options.chart, self->plan, &self->params, &sheet, measure);
  else
    layout->pack = sl_pack_new (self->plan, &self->params, &sheet, measure);
  g_task_return_pointer (task, layout, layout_free);
}

void
sl_print_job_lay_out_async (SlPrintJob *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (SL_IS_PRINT_JOB (self) && self->pages == NULL && self->pack == NULL);
  g_task_run_in_thread (task, lay_out_in_worker);
}

gboolean
sl_print_job_lay_out_finish (SlPrintJob *self, GAsyncResult *result, GError **error)
{
  Layout *layout = g_task_propagate_pointer (G_TASK (result), error);

  if (layout == NULL)
    return FALSE;
  self->pages = g_steal_pointer (&layout->pages);
  self->pack = g_steal_pointer (&layout->pack);
  layout_free (layout);
  return TRUE;
}

double
sl_print_job_get_progress (SlPrintJob *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

/* --- Its pages --- */

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
sl_print_job_render (SlPrintJob *self, SlRenderFormat format, guint page, GCancellable *cancellable,
                     GError **error)
{
  const SlWatch watch = { .cancellable = cancellable, .progress = progress_cb, .data = self };
  SlSheet sheet;

  fill_sheet (self, &watch, &sheet);
  if (self->options.chart == NULL)
    return sl_render_pack (self->plan, &sheet, error);
  return sl_render_chart (self->options.chart, self->plan, &self->params, &sheet, format,
                          format == SL_RENDER_PDF ? G_MAXUINT : page, NULL, error);
}

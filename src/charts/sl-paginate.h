/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a scene to sheets of paper: one page where that is legible, else tiles that repeat the heads
 * and break only between rows and time units. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "sl-chart.h"
#include "sl-palette.h"

G_BEGIN_DECLS

/* Smallest type on paper; pt. */
#define SL_PAPER_MIN_PT 7.5

typedef enum
{
  SL_PAPER_A4,
  SL_PAPER_A3,
  SL_PAPER_LETTER,
  SL_PAPER_TABLOID,
} SlPaper;

/**
 * SlWatch:
 * @cancellable: (nullable): stops between two steps; what is returned then is incomplete
 * @progress: (nullable): called now and then with the share that is done, 0..1, by the thread that
 *   does the work
 * @data: for @progress
 *
 * Somebody who waits for pages that take their time.
 */
typedef struct
{
  GCancellable *cancellable;
  void (*progress) (double share, gpointer data);
  gpointer data;
} SlWatch;

typedef struct
{
  SlPaper paper;
  gboolean landscape;
  gboolean tile;        /* spread over several sheets at full type size even where one would do */
  double min_pt;        /* >= SL_PAPER_MIN_PT; 0: SL_PAPER_MIN_PT */
  double margin;        /* pt; 0: 36 */
  SlPalette palette;    /* SL_PALETTE_PRINT or SL_PALETTE_GREY */
  gint64 today;         /* date in the footer */
  const char *project;  /* name in the footer */
  const char *audience; /* "for Sales", or NULL */
  SlId party;           /* whose copy it is, or SL_ID_NONE: charts show it in any case */
  const SlChartSince *since; /* (nullable): what a pack marks; a chart has it in its params */
  const SlWatch *watch;      /* (nullable) */
  guint64 parts;             /* charts of a pack, by sl_pack_part(); 0: those of a meeting */
} SlSheet;

typedef struct _SlPages SlPages;

void sl_sheet_init (SlSheet *sheet);
gboolean sl_paper_by_name (const char *name, SlPaper *paper); /* "A4", case-insensitive */
void sl_paper_size (SlPaper paper, gboolean landscape, double *width, double *height); /* pt */

/* Lays the chart out for the sheet (params->paper and sizes are set here) and cuts it into pages.
 */
SlPages *sl_pages_new (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                       const SlSheet *sheet, SlTextMeasure *measure);
void sl_pages_free (SlPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPages, sl_pages_free)
guint sl_pages_count (const SlPages *self);
/* Paper size in pt. */
void sl_pages_size (const SlPages *self, double *width, double *height);
/* "Smallest text on this sheet": pt, after scaling. */
double sl_pages_smallest_text (const SlPages *self);
/* Draws page @n (0-based): headline, chart part, legend, remarks, footer with page x of y. A pack
 * numbers through: @number and @total are what the footer says. */
void sl_pages_draw (const SlPages *self, guint n, cairo_t *cr, guint number, guint total);
const SlScene *sl_pages_get_scene (const SlPages *self);
/* Text form of all pages, for golden tests. (transfer full) */
char *sl_pages_dump (const SlPages *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts and packs as files. Two runs give the same bytes: the only date in a PDF is that of
 * SOURCE_DATE_EPOCH, or else of the sheet. */

#include "config.h"

#include "sl-render.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "sl-pack.h"
#include "sl-paginate-private.h"
#include "base/sl-codes.h"

/* Device pixels a point of PNG files: 144 dpi. */
#define PNG_ZOOM 2.0

gboolean
sl_render_format_by_name (const char *name, SlRenderFormat *format)
{
  static const char *const names[] = { "pdf", "svg", "png", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Whether somebody stopped the work on @sheet; then @error says so. */
static gboolean
is_cancelled (const SlSheet *sheet, GError **error)
{
  return sheet->watch != NULL
         && g_cancellable_set_error_if_cancelled (sheet->watch->cancellable, error);
}

/* The bytes that were written, or NULL with @error where cairo failed or somebody stopped it. */
static GBytes *
finish_bytes (GByteArray *bytes, const SlSheet *sheet, cairo_status_t status, GError **error)
{
  if (is_cancelled (sheet, error))
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("The chart could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/* --- PDF --- */

/* The day that the file was made, as PDF metadata take it. (transfer full) */
static char *
get_creation_date (const SlSheet *sheet)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

      return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
    }
  g_autofree char *day = sl_day_to_iso (sheet->today);
  return g_strconcat (day, "T00:00:00Z", NULL);
}

/* Who stands behind the plan: the first organisation among its parties, else the project. */
static const char *
get_author (const SlSnapshot *plan)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n, row;
  const SlId *roots = sl_snapshot_children (plan, SL_KIND_PARTY, SL_ID_NONE, &n);

  for (guint i = 0; i < n; i++)
    if (sl_table_find (parties, roots[i], &row)
        && sl_table_int (parties, row, SL_PARTY_TYPE) == SL_PARTY_ORGANISATION)
      return sl_snapshot_title (plan, roots[i]);
  return sl_snapshot_title (plan, sl_snapshot_project_id (plan));
}

static void
set_metadata (cairo_surface_t *surface, const SlSnapshot *plan, const SlSheet *sheet,
              const char *title, const char *subject)
{
  const char *project = sl_snapshot_title (plan, sl_snapshot_project_id (plan));
  g_autofree char *full_title
      = *project != '\0' ? g_strdup_printf ("%s – %s", title, project) : g_strdup (title);
  g_autofree char *date = get_creation_date (sheet);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, full_title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, get_author (plan));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Sightline " SL_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static int
add_outline (cairo_surface_t *surface, int parent, const char *title, guint page)
{
  g_autofree char *target = g_strdup_printf ("page=%u", page);

  return cairo_pdf_surface_add_outline (surface, parent, title, target,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* A chart of one page is one entry of the outline; of several, each has one below it. */
static void
add_chart_outline (cairo_surface_t *surface, const SlPages *pages, guint n, guint page)
{
  const int entry = add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                 sl_scene_get_title (sl_pages_get_scene (pages)), page);

  for (guint i = 0; i < n && n > 1; i++)
    {
      g_autofree char *text = g_strdup_printf (_ ("page %u of %u"), i + 1, n);

      add_outline (surface, entry, text, page + i);
    }
}

static GBytes *
render_pdf (const SlPages *pages, const SlSnapshot *plan, const SlSheet *sheet, guint page,
            GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  const SlScene *scene = sl_pages_get_scene (pages);
  const guint total = sl_pages_count (pages);
  const guint first = page == G_MAXUINT ? 0 : page;
  const guint n = page == G_MAXUINT ? total : 1;
  double width, height;

  sl_pages_size (pages, &width, &height);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  set_metadata (surface, plan, sheet, sl_scene_get_title (scene), sl_scene_get_headline (scene));
  for (guint i = first; i < first + n && !sl_sheet_is_cancelled (sheet); i++)
    {
      sl_sheet_report (sheet, i - first, n);
      sl_pages_draw (pages, i, cr, i + 1, total);
      cairo_show_page (cr);
    }
  add_chart_outline (surface, pages, n, 1);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  const cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish_bytes (bytes, sheet, status, error);
}

/* --- Other formats --- */

static GBytes *
render_png (const SlPages *pages, const SlSheet *sheet, guint page, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint32 paper = sl_palette_paint (sheet->palette, SL_STYLE_PAPER)->fill;
  double width, height;

  sl_pages_size (pages, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)ceil (width * PNG_ZOOM), (int)ceil (height * PNG_ZOOM));
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, (paper >> 24) / 255.0, (paper >> 16 & 0xff) / 255.0,
                        (paper >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, PNG_ZOOM, PNG_ZOOM);
  sl_pages_draw (pages, page, cr, page + 1, sl_pages_count (pages));
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, bytes);
  cairo_surface_destroy (surface);
  return finish_bytes (bytes, sheet, status, error);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
sl_render_chart (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                 const SlSheet *sheet, SlRenderFormat format, guint page, guint *n_pages,
                 GError **error)
{
  g_return_val_if_fail (chart != NULL && plan != NULL && params != NULL && sheet != NULL, NULL);

  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  g_autoptr (SlPages) pages = sl_pages_new (chart, plan, params, sheet, measure);
  const guint total = sl_pages_count (pages);
  const guint single = page == G_MAXUINT ? 0 : page;

  if (is_cancelled (sheet, error))
    return NULL;
  if (n_pages != NULL)
    *n_pages = total;
  if (single >= total)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND,
                   g_dngettext (GETTEXT_PACKAGE, "There is no page %u: the chart has %u page.",
                                "There is no page %u: the chart has %u pages.", total),
                   single + 1, total);
      return NULL;
    }
  switch (format)
    {
    case SL_RENDER_PDF:
      return render_pdf (pages, plan, sheet, page, error);
    case SL_RENDER_PNG:
      return render_png (pages, sheet, single, error);
    case SL_RENDER_SVG:
      return take_text (sl_pages_to_svg (pages, single, single + 1, total, sheet->palette));
    case SL_RENDER_TEXT:
      return take_text (sl_pages_dump (pages));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* --- The pack --- */

GBytes *
sl_render_pack (const SlSnapshot *plan, const SlSheet *sheet, GError **error)
{
  g_return_val_if_fail (plan != NULL && sheet != NULL, NULL);

  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  GByteArray *bytes = g_byte_array_new ();
  SlChartParams params;
  double width, height;

  sl_chart_params_init (&params);
  params.today = sheet->today;
  /* A guess about a partner must not lie before that partner. */
  params.show_guesses = sheet->audience == NULL || *sheet->audience == '\0';
  if (sheet->since != NULL)
    params.since = *sheet->since;
  g_autoptr (SlPack) pack = sl_pack_new (plan, &params, sheet, measure);
  sl_pack_size (pack, 0, &width, &height);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  set_metadata (surface, plan, sheet, _ ("Meeting pack"), _ ("Goals, parties and dates"));
  for (guint n = 0; n < sl_pack_count (pack) && !sl_sheet_is_cancelled (sheet); n++)
    {
      sl_sheet_report (sheet, n, sl_pack_count (pack));
      sl_pack_size (pack, n, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      sl_pack_draw (pack, n, cr);
      cairo_show_page (cr);
      if (sl_pack_title (pack, n) != NULL)
        add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, sl_pack_title (pack, n), n + 1);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  const cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish_bytes (bytes, sheet, status, error);
}

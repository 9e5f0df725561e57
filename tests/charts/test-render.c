/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files: the same bytes each time, text that can be found, fonts inside, sheets that count. The
 * tools of poppler and librsvg look at them from outside. */

#include "config.h"

#include <glib/gstdio.h>

#include <math.h>
#include <string.h>

#include "base/sl-error.h"
#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-pack-preset.h"
#include "sl-pack-sheets.h"
#include "sl-pack.h"
#include "sl-render.h"

static SlSheet
make_sheet (void)
{
  SlSheet sheet;

  sl_sheet_init (&sheet);
  sheet.today = CHART_TODAY;
  sheet.project = "Product launch";
  return sheet;
}

static GBytes *
render (const char *fixture, SlRenderFormat format, guint page, guint *n_pages)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (fixture);
  const SlSheet sheet = make_sheet ();
  SlChartParams params;
  g_autoptr (GError) error = NULL;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  GBytes *bytes = sl_render_chart (&sl_chart_stakeholder_matrix, plan, &params, &sheet, format,
                                   page, n_pages, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What the program @tool says of @bytes, called with @option (if any), the file and @last; NULL
 * where it is not installed. */
static char *
ask_tool (GBytes *bytes, const char *tool, const char *option, const char *last)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils or librsvg2-bin is not installed");
      return NULL;
    }
  const int file = g_file_open_tmp ("sightline-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  const char *argv[] = { program, option, path, last, NULL };
  if (option == NULL)
    memmove (&argv[1], &argv[2], 3 * sizeof *argv);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return output;
}

static void
test_same_bytes (void)
{
  for (guint format = SL_RENDER_PDF; format <= SL_RENDER_TEXT; format++)
    {
      g_autoptr (GBytes) first = render ("launch", format, G_MAXUINT, NULL);
      g_autoptr (GBytes) second = render ("launch", format, G_MAXUINT, NULL);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_pdf_information (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  g_autoptr (GBytes) bytes = render ("launch", SL_RENDER_PDF, G_MAXUINT, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_autofree char *text = ask_tool (bytes, "pdfinfo", "-isodates", NULL);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Stakeholder Matrix – Product launch"));
  g_assert_nonnull (strstr (text, "Three of five shared goals are backed by all"));
  g_assert_nonnull (strstr (text, "Author:"));
  g_assert_nonnull (strstr (text, "1970-01-02T00:00:00Z"));
  g_assert_nonnull (strstr (text, "841.89 x 595.276 pts (A4)"));
}

/* Every title and name can be found, also where it stands on two lines. */
static void
test_pdf_text (void)
{
  g_autoptr (GBytes) bytes = render ("launch", SL_RENDER_PDF, G_MAXUINT, NULL);
  g_autofree char *text = ask_tool (bytes, "pdftotext", "-raw", "-");
  static const char *const words[] = {
    "Cut delivery time to ten days",
    "Management",
    "Nordlicht",
    "Sensors (partner)",
    "+3 commits own resources",
    "not shown: 2 closed goals",
    "page 1 of 1",
    "16 Mar 2026",
  };

  if (text == NULL)
    return;
  g_strdelimit (text, "\n", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (text, words[i]));
}

static void
test_pdf_fonts (void)
{
  g_autoptr (GBytes) bytes = render ("arabic", SL_RENDER_PDF, G_MAXUINT, NULL);
  g_autofree char *text = ask_tool (bytes, "pdffonts", NULL, NULL);

  if (text == NULL)
    return;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_fonts = 0;
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      /* columns "emb sub uni" */
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
      n_fonts++;
    }
  g_assert_cmpuint (n_fonts, >=, 2);
}

static void
test_pages (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) bytes = render ("large", SL_RENDER_PDF, G_MAXUINT, &n_pages);
  g_autofree char *text = ask_tool (bytes, "pdfinfo", "-isodates", NULL);
  g_autofree char *expected = g_strdup_printf ("Pages:           %u\n", n_pages);

  g_assert_cmpuint (n_pages, >, 2);
  if (text != NULL)
    g_assert_nonnull (strstr (text, expected));
  g_autoptr (GBytes) second = render ("large", SL_RENDER_SVG, 1, NULL);
  const char *svg = g_bytes_get_data (second, NULL);
  g_assert_nonnull (g_strstr_len (svg, (gssize)g_bytes_get_size (second), "page 2 of"));
}

static void
test_no_such_page (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  const SlSheet sheet = make_sheet ();
  SlChartParams params;
  guint n_pages = 0;
  g_autoptr (GError) error = NULL;

  sl_chart_params_init (&params);
  g_assert_null (sl_render_chart (&sl_chart_stakeholder_matrix, plan, &params, &sheet,
                                  SL_RENDER_PNG, 6, &n_pages, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no page 7: the chart has 1 page.");
  g_assert_cmpuint (n_pages, ==, 1);
}

static void
collect_svg_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                  GError **error)
{
  const char *element = g_markup_parse_context_get_element (context);

  if (g_str_equal (element, "tspan") || g_str_equal (element, "text"))
    {
      g_string_append_len (data, text, (gssize)length);
      g_string_append_c (data, ' ');
    }
}

/* The words of all sheets, a blank between lines; checks that they are well formed. (transfer full)
 */
static char *
read_svg (const char *fixture)
{
  const GMarkupParser parser = { .text = collect_svg_text };
  GString *words = g_string_new (NULL);
  guint n_pages = 1;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (GBytes) bytes = render (fixture, SL_RENDER_SVG, page, &n_pages);
      g_autoptr (GError) error = NULL;
      GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, words, NULL);

      g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                    (gssize)g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
      g_markup_parse_context_free (context);
    }
  return g_string_free (words, FALSE);
}

static void
test_svg (void)
{
  g_autofree char *launch = read_svg ("launch");
  g_autofree char *extreme = read_svg ("extreme");
  g_autofree char *arabic = read_svg ("arabic");

  g_assert_nonnull (strstr (launch, "Keep returns below two percent"));
  g_assert_nonnull (strstr (launch, "−3"));
  g_assert_nonnull (strstr (extreme, "Raise <b>margin</b> & \"trust\""));
  g_assert_nonnull (strstr (arabic, "مبيعات أوروبا"));
}

/* Another program paints the SVG with the colors of the scene. */
static void
test_svg_looks_alike (void)
{
  g_autoptr (GBytes) bytes = render ("launch", SL_RENDER_SVG, G_MAXUINT, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const int file = g_file_open_tmp ("sightline-XXXXXX.png", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_autofree char *option = g_strdup_printf ("--output=%s", path);
  g_autofree char *output = ask_tool (bytes, "rsvg-convert", option, "--zoom=1.5");
  if (output == NULL)
    return;
  cairo_surface_t *theirs = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (theirs), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), >, 1000);

  /* Cells of the gravest position: about as many pixels of its color as the scene has. */
  const guint32 color = sl_palette_paint (SL_PALETTE_PRINT, SL_STYLE_POS_M3)->fill >> 8;
  const int width = cairo_image_surface_get_width (theirs);
  const int height = cairo_image_surface_get_height (theirs);
  guint hits = 0;
  for (int i = 0; i < width * height; i++)
    {
      guint32 pixel;

      memcpy (&pixel,
              cairo_image_surface_get_data (theirs)
                  + i / width * cairo_image_surface_get_stride (theirs) + 4 * (i % width),
              sizeof pixel);
      hits += (pixel & 0xffffff) == color;
    }
  g_assert_cmpuint (hits, >, 1500);
  g_assert_cmpuint (hits, <, 30000);
  cairo_surface_destroy (theirs);
  g_unlink (path);
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = render ("launch", SL_RENDER_PNG, G_MAXUINT, NULL);
  const guchar *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* 144 dpi: width in the header's bytes 16..19. */
  g_assert_cmpuint ((guint)data[18] << 8 | data[19], ==, 1684);
}

static void
test_formats (void)
{
  SlRenderFormat format;

  g_assert_true (sl_render_format_by_name ("SVG", &format));
  g_assert_cmpint (format, ==, SL_RENDER_SVG);
  g_assert_false (sl_render_format_by_name ("bmp", &format));
}

static void
test_pack (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  const SlSheet sheet = make_sheet ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_render_pack (plan, &sheet, &error);
  g_autoptr (GBytes) again = sl_render_pack (plan, &sheet, &error);
  static const char *const words[] = {
    "Product launch",
    "Agenda",
    "Stakeholder Matrix",
    "Goal Tree",
    "Timeline",
    "Decisions",
    "Cut delivery time to ten days: Management +2, Production −3",
    "agree",
    "change",
    "accept",
    "Launch day",
    "Release the sensor by June",
  };

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_autofree char *text = ask_tool (bytes, "pdftotext", "-raw", "-");
  for (guint i = 0; i < G_N_ELEMENTS (words) && text != NULL; i++)
    g_assert_nonnull (strstr (text, words[i]));
}

/* The outline leads to each part. */
static void
test_pack_outline (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  const SlSheet sheet = make_sheet ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_render_pack (plan, &sheet, &error);
  static const char *const entries[]
      = { ">Agenda</item>", ">Stakeholder Matrix</item>", ">Goal Tree</item>", ">Timeline</item>",
          ">Decisions</item>" };

  g_assert_no_error (error);
  g_autofree char *text = ask_tool (bytes, "pdftohtml", "-xml", "-stdout");
  for (guint i = 0; i < G_N_ELEMENTS (entries) && text != NULL; i++)
    g_assert_nonnull (strstr (text, entries[i]));
}

/* A guess about a partner is not in the partner's copy. */
static void
test_pack_for_partner (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Plan");
  const SlId sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  const SlId partner = chart_plan_party (plan, SL_ID_NONE, "Partner", 5, 5);
  const SlId goal = chart_plan_shared_goal (plan, SL_ID_NONE, sales, "Cut delivery time");
  SlSheet sheet = make_sheet ();
  g_autoptr (GError) error = NULL;

  chart_plan_position (plan, sales, goal, 2, SL_POSITION_SAID);
  chart_plan_position (plan, partner, goal, -3, SL_POSITION_GUESS);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  sheet.audience = "for Partner";
  g_autoptr (GBytes) bytes = sl_render_pack (snapshot, &sheet, &error);
  g_assert_no_error (error);
  g_autofree char *text = ask_tool (bytes, "pdftotext", "-raw", "-");
  if (text == NULL)
    return;
  g_assert_null (strstr (text, "are opposed"));
  g_assert_null (strstr (text, "Partner −3"));
  g_assert_nonnull (strstr (text, "1 position not asked yet: please mark"));
  g_assert_nonnull (strstr (text, "for Partner"));
}

static guint
any_set (const SlSnapshot *plan, SlKindId kind, guint field)
{
  const SlTable *table = sl_snapshot_table (plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_is_set (table, row, field))
      return 1;
  return 0;
}

/* Every fixture makes a pack whose sheets number through. */
static void
test_pack_pages (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  SlSheet sheet = make_sheet ();
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
    for (guint landscape = 0; landscape < 2; landscape++)
      {
        g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (fixture->name);
        guint titles = 0;

        sheet.landscape = landscape;
        sheet.project = sl_snapshot_title (plan, sl_snapshot_project_id (plan));
        params.rtl = landscape;
        g_autoptr (SlPack) pack = sl_pack_new (plan, &params, &sheet, measure);
        for (guint n = 0; n < sl_pack_count (pack); n++)
          {
            double width, height;

            titles += sl_pack_title (pack, n) != NULL;
            sl_pack_size (pack, n, &width, &height);
            g_assert_cmpfloat (MAX (width, height), ==, 841.89);
            if (landscape)
              g_assert_cmpfloat (width, >, height);
          }
        /* Of an empty plan there is nothing to show between cover and decisions; priorities, money,
         * people and risks have a sheet where there are any. */
        const guint expected = (g_str_equal (fixture->name, "empty") ? 2 : 6)
                               + any_set (plan, SL_KIND_PRIORITY, SL_PRIORITY_PARTY)
                               + any_set (plan, SL_KIND_BUDGET, SL_BUDGET_PARTY)
                               + any_set (plan, SL_KIND_ALLOCATION, SL_ALLOCATION_PARTY)
                               + any_set (plan, SL_KIND_RISK, SL_RISK_TITLE);
        g_assert_cmpuint (titles, ==, expected);
        g_assert_cmpstr (sl_pack_title (pack, 0), ==, "Agenda");
        g_assert_cmpfloat (sl_pack_smallest_text (pack), >=, SL_PAPER_MIN_PT - 1e-6);
      }
}

/* (nullable): the mark with a text that begins with @begin */
static const SlMark *
find_text (const SlScene *scene, const char *begin)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->text != NULL && g_str_has_prefix (mark->text, begin))
        return mark;
    }
  return NULL;
}

/* A long agenda goes without headlines rather than over the footer. */
static void
test_pack_long_agenda (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  SlAgendaEntry agenda[13];
  SlSheet sheet = make_sheet ();
  SlChartParams params;

  sl_chart_params_init (&params);
  sheet.landscape = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (agenda); i++)
    agenda[i] = (SlAgendaEntry){ "A sheet", "What it says", i + 2 };
  for (guint n = 4; n <= G_N_ELEMENTS (agenda); n++)
    {
      g_autoptr (SlScene) cover = sl_pack_cover (plan, &sheet, &params, agenda, n, n + 1, measure);
      g_autofree char *last = g_strdup_printf ("page %u", n + 1);
      const SlMark *line = find_text (cover, last);
      const SlMark *footer = find_text (cover, "Product launch · ");

      g_assert_nonnull (line);
      g_assert_nonnull (footer);
      g_assert_cmpfloat (line->y + line->h, <, footer->y);
      g_assert_true (n > 4 || find_text (cover, "What it says") != NULL);
      g_assert_true (n < 13 || find_text (cover, "What it says") == NULL);
    }
}

/* A plan that has nothing but tasks has no sheets that ask for goals. */
static void
test_pack_of_tasks (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Tasks");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  const SlSheet sheet = make_sheet ();
  static const char *const titles[] = { "Agenda", "Timeline", "Decisions" };
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  chart_plan_task (plan, SL_ID_NONE, SL_ID_NONE, "Dig", "2026-03-01", "2026-03-20");
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlPack) pack = sl_pack_new (snapshot, &params, &sheet, measure);
  g_assert_cmpuint (sl_pack_count (pack), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (sl_pack_title (pack, i), ==, titles[i]);
}

/* The parts of a pack are called so, in this order. */
static void
assert_titles (const SlSnapshot *plan, const SlChartParams *params, const SlSheet *sheet,
               const char *const *titles)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  g_autoptr (SlPack) pack = sl_pack_new (plan, params, sheet, measure);

  for (guint n = 0; n < sl_pack_count (pack); n++)
    if (sl_pack_title (pack, n) != NULL)
      g_assert_cmpstr (sl_pack_title (pack, n), ==, *titles++);
  g_assert_null (*titles);
}

/* What comes first for whom stands between what is wanted and when. */
static void
test_pack_order (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  const SlSheet sheet = make_sheet ();
  static const char *const titles[] = {
    "Agenda",   "Alignment on a Page", "Stakeholder Matrix", "Goal Tree", "Priorities and Money",
    "Timeline", "Budget by Source",    "People and Weeks",   "Risks",     "Decisions",
    NULL
  };
  SlChartParams params;

  sl_chart_params_init (&params);
  assert_titles (plan, &params, &sheet, titles);
}

/* A pack has what is chosen, in the order of all packs; each preset names charts that there are. */
static void
test_pack_parts (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  SlSheet sheet = make_sheet ();
  static const char *const titles[] = { "Agenda", "Budget by Source", "Risks", "Decisions", NULL };
  SlChartParams params;
  guint n_presets;
  const SlPackPreset *presets = sl_pack_presets (&n_presets);

  for (guint i = 0; i < n_presets; i++)
    {
      g_assert_true (sl_pack_preset_by_id (presets[i].id) == &presets[i]);
      for (guint k = 0; presets[i].charts[k] != NULL; k++)
        {
          g_assert_nonnull (sl_chart_by_id (presets[i].charts[k]));
          g_assert_true ((sl_pack_preset_parts (&presets[i]) & sl_pack_part (presets[i].charts[k]))
                         != 0);
        }
    }
  g_assert_true (sl_pack_part ("nothing") == 0);
  sl_chart_params_init (&params);
  sheet.parts = sl_pack_part ("risk-matrix") | sl_pack_part ("budget");
  assert_titles (plan, &params, &sheet, titles);
  sheet.parts |= sl_pack_part ("power-interest");
  params.show_guesses = FALSE; /* a copy for somebody */
  assert_titles (plan, &params, &sheet, titles);
}

static void
progress_cb (double share, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  *last = MAX (*last, share);
}

/* Whoever waits hears how far it is, and may stop it. */
static void
test_watch (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double last = 0;
  const SlWatch watch = { cancellable, progress_cb, &last };
  SlSheet sheet = make_sheet ();

  sheet.watch = &watch;
  g_autoptr (GBytes) whole = sl_render_pack (plan, &sheet, &error);
  g_assert_no_error (error);
  g_assert_nonnull (whole);
  g_assert_cmpfloat (last, >, 0.5);
  g_cancellable_cancel (cancellable);
  g_assert_null (sl_render_pack (plan, &sheet, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/render/same-bytes", test_same_bytes);
  g_test_add_func ("/charts/render/pdf-information", test_pdf_information);
  g_test_add_func ("/charts/render/pdf-text", test_pdf_text);
  g_test_add_func ("/charts/render/pdf-fonts", test_pdf_fonts);
  g_test_add_func ("/charts/render/pages", test_pages);
  g_test_add_func ("/charts/render/no-such-page", test_no_such_page);
  g_test_add_func ("/charts/render/svg", test_svg);
  g_test_add_func ("/charts/render/svg-looks-alike", test_svg_looks_alike);
  g_test_add_func ("/charts/render/png", test_png);
  g_test_add_func ("/charts/render/formats", test_formats);
  g_test_add_func ("/charts/pack/text", test_pack);
  g_test_add_func ("/charts/pack/outline", test_pack_outline);
  g_test_add_func ("/charts/pack/for-partner", test_pack_for_partner);
  g_test_add_func ("/charts/pack/pages", test_pack_pages);
  g_test_add_func ("/charts/pack/long-agenda", test_pack_long_agenda);
  g_test_add_func ("/charts/pack/of-tasks", test_pack_of_tasks);
  g_test_add_func ("/charts/pack/order", test_pack_order);
  g_test_add_func ("/charts/pack/parts", test_pack_parts);
  g_test_add_func ("/charts/pack/watch", test_watch);
  return g_test_run ();
}

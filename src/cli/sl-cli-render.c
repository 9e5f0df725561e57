/* SPDX-License-Identifier: GPL-3.0-or-later */

/* render and pack: charts on paper and as pictures. What a sheet record of the project says about
 * a chart holds unless the command line says otherwise. */

#include "config.h"

#include "sl-cli.h"

#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "sl-pack-preset.h"
#include "sl-render.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

static char *output;
static char *chart_id;
static char *format_name;
static char *paper_name;
static char *since_text;
static char *from_text;
static char *to_text;
static char *copy_for;
static char *branch;
static char *preset;
static char *sheets;
static gboolean landscape;
static gboolean portrait;
static gboolean tile;
static gboolean grey;
static gboolean no_guesses;
static gboolean show_closed, blocks;
static int depth;
static double minimum_type;

#define SHEET_OPTIONS                                                                                   \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write"), N_ ("OUT") },               \
      { "paper",     'p',                                                                               \
        0,           G_OPTION_ARG_STRING,                                                               \
        &paper_name, N_ ("A4, A3, Letter or Tabloid (by language)"),                                    \
        N_ ("PAPER") },                                                                                 \
      { "landscape", 'l', 0, G_OPTION_ARG_NONE, &landscape, N_ ("Paper lies on its long side"), NULL }, \
      { "portrait", 0, 0, G_OPTION_ARG_NONE, &portrait, N_ ("Paper stands upright"), NULL },            \
      { "grey", 'g', 0, G_OPTION_ARG_NONE, &grey, N_ ("Shades of gray only"), NULL },                   \
      { "copy-for",          0,         0,                                                              \
        G_OPTION_ARG_STRING, &copy_for, N_ ("Copy for a party, without our guesses"),                   \
        N_ ("PARTY") },                                                                                 \
      { "since",   0, 0, G_OPTION_ARG_STRING, &since_text, N_ ("Mark what changed since a day"),        \
        N_ ("DAY") },                                                                                   \
  {                                                                                                     \
    "min-type", 0, 0, G_OPTION_ARG_DOUBLE, &minimum_type, N_ ("Smallest type in points (7.5)"),         \
        N_ ("POINTS")                                                                                   \
  }

static const GOptionEntry render_options[] = {
  { "chart", 'c', 0, G_OPTION_ARG_STRING, &chart_id, N_ ("Chart to draw"), N_ ("CHART") },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
    N_ ("pdf, svg, png or text (by the name of the file)"), N_ ("FORMAT") },
  SHEET_OPTIONS,
  { "tile", 't', 0, G_OPTION_ARG_NONE, &tile, N_ ("Full size on several sheets"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day of the timeline"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Last day of the timeline"), N_ ("DAY") },
  { "depth", 'd', 0, G_OPTION_ARG_INT, &depth, N_ ("Levels of the tree (all)"), N_ ("NUMBER") },
  { "branch", 'b', 0, G_OPTION_ARG_STRING, &branch, N_ ("Only this goal and what is below it"),
    N_ ("GOAL") },
  { "show-closed", 0, 0, G_OPTION_ARG_NONE, &show_closed,
    N_ ("Also what is done, parked or dropped"), NULL },
  { "blocks", 0, 0, G_OPTION_ARG_NONE, &blocks,
    N_ ("Matrix: parties that stand together side by side"), NULL },
  { "no-guesses", 0, 0, G_OPTION_ARG_NONE, &no_guesses, N_ ("Leave our guesses out"), NULL },
  { NULL },
};

static const GOptionEntry pack_options[] = {
  SHEET_OPTIONS,
  { "preset", 0, 0, G_OPTION_ARG_STRING, &preset, N_ ("For which occasion (meeting-pack)"),
    N_ ("PRESET") },
  { "sheets", 0, 0, G_OPTION_ARG_STRING, &sheets, N_ ("These charts instead, parted by commas"),
    N_ ("CHARTS") },
  { NULL },
};

/* The paper that people use where the locale says they live. */
static SlPaper
paper_of_locale (void)
{
  union
  {
    char *pointer;
    int millimetres;
  } height = { .pointer = nl_langinfo (_NL_PAPER_HEIGHT) };

  return height.millimetres == 279 ? SL_PAPER_LETTER : SL_PAPER_A4;
}

/* Says what is wrong and returns %FALSE. */
static gboolean
read_sheet (const SlCliVerb *verb, SlSheet *sheet)
{
  sl_sheet_init (sheet);
  sheet->paper = paper_of_locale ();
  if (paper_name != NULL && !sl_paper_by_name (paper_name, &sheet->paper))
    return sl_cli_reject (verb, _ ("There is no paper “%s”."), paper_name);
  if (landscape && portrait)
    return sl_cli_reject (verb, _ ("--landscape and --portrait exclude each other."));
  if (minimum_type != 0 && !(minimum_type >= SL_PAPER_MIN_PT && minimum_type <= 72))
    return sl_cli_reject (verb, _ ("Type of %g pt is not legible; %g pt is the least."),
                          minimum_type, SL_PAPER_MIN_PT);
  sheet->landscape = landscape;
  sheet->tile = tile;
  sheet->min_pt = minimum_type;
  sheet->palette = grey ? SL_PALETTE_GREY : SL_PALETTE_PRINT;
  sheet->today = sl_day_today ();
  return TRUE;
}

static gboolean
read_day (const SlCliVerb *verb, const SlSnapshot *plan, const char *text, gboolean end,
          gint64 *day)
{
  g_autoptr (GError) error = NULL;
  gint64 today = sl_day_today ();

  if (text == NULL
      || sl_parse_day_in_year (text, today, today, sl_snapshot_fiscal_month (plan), end, day,
                               &error))
    return TRUE;
  return sl_cli_reject (verb, "%s", error->message);
}

static gboolean
read_params (const SlCliVerb *verb, SlChartParams *params)
{
  sl_chart_params_init (params);
  params->paper = TRUE;
  params->today = sl_day_today ();
  params->show_guesses = !no_guesses && copy_for == NULL;
  params->show_closed = show_closed;
  params->sort_blocks = blocks;
  params->max_depth = (guint)MAX (depth, 0);
  if (depth < 0)
    return sl_cli_reject (verb, _ ("A tree cannot have %d levels."), depth);
  return TRUE;
}

/* Says what is wrong and returns %FALSE. */
static gboolean
read_range (const SlCliVerb *verb, const SlSnapshot *plan, SlChartParams *params)
{
  if (!read_day (verb, plan, from_text, FALSE, &params->from)
      || !read_day (verb, plan, to_text, TRUE, &params->to))
    return FALSE;
  if (params->from != SL_INT_NULL && params->to != SL_INT_NULL && params->from > params->to)
    return sl_cli_reject (verb, _ ("“%s” is after “%s”."), from_text, to_text);
  return TRUE;
}

/* What is compared with, where that was asked for. @since: (out): holds a reference to a plan. Says
 * what is wrong and returns %FALSE. */
static gboolean
read_since (const SlCliVerb *verb, SlProject *project, SlChartSince *since)
{
  gint64 begins;

  *since = (SlChartSince){ .day = SL_INT_NULL };
  if (since_text == NULL)
    return TRUE;
  if (!read_day (verb, sl_project_get_snapshot (project), since_text, FALSE, &since->day))
    return FALSE;
  if (since->day > sl_day_today ())
    return sl_cli_reject (verb, _ ("“%s” is still to come."), since_text);
  since->then = sl_project_get_past (project, since->day, &begins);
  since->whole = begins != SL_INT_NULL && begins <= since->day;
  return TRUE;
}

/* Says what is wrong and returns %FALSE. */
static gboolean
read_branch (const SlCliVerb *verb, const SlSnapshot *plan, SlChartParams *params)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);

  if (branch == NULL)
    return TRUE;
  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    if (g_strcmp0 (sl_table_text (goals, row, SL_GOAL_TITLE), branch) == 0)
      {
        params->root = sl_table_id (goals, row);
        return TRUE;
      }
  return sl_cli_reject (verb, _ ("There is no goal “%s” in the plan."), branch);
}

/* Names the party that the copy is for on each sheet. Says what is wrong and returns %FALSE.
 * @audience: (out): what @sheet points to */
static gboolean
read_audience (const SlCliVerb *verb, const SlSnapshot *plan, SlSheet *sheet, char **audience)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);

  if (copy_for == NULL)
    return TRUE;
  for (guint row = 0; row < sl_table_n_rows (parties); row++)
    if (g_strcmp0 (sl_table_text (parties, row, SL_PARTY_TITLE), copy_for) == 0)
      {
        /* Translators: on each sheet, the party that the copy is for. */
        *audience = g_strdup_printf (_ ("copy for %s"), copy_for);
        sheet->audience = *audience;
        sheet->party = sl_table_id (parties, row);
        return TRUE;
      }
  return sl_cli_reject (verb, _ ("There is no party “%s” in the plan."), copy_for);
}

/* The format by name, else by the end of the file name, else PDF. */
static gboolean
read_format (const SlCliVerb *verb, SlRenderFormat *format)
{
  const char *suffix = output != NULL ? strrchr (output, '.') : NULL;

  *format = SL_RENDER_PDF;
  if (format_name != NULL)
    return sl_render_format_by_name (format_name, format)
           || sl_cli_reject (verb, _ ("There is no format “%s”."), format_name);
  if (suffix != NULL)
    {
      if (g_ascii_strcasecmp (suffix, ".txt") == 0)
        *format = SL_RENDER_TEXT;
      else
        sl_render_format_by_name (suffix + 1, format);
    }
  return TRUE;
}

/* Takes over what the project's sheet record of the chart decides. */
static void
apply_sheet_record (const SlSnapshot *plan, SlSheet *sheet, SlChartParams *params)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_SHEET);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      if (g_strcmp0 (sl_table_text (table, row, SL_SHEET_CHART), chart_id) != 0)
        continue;
      if (!portrait)
        sheet->landscape |= sl_table_int (table, row, SL_SHEET_LANDSCAPE) != 0;
      sheet->tile |= sl_table_int (table, row, SL_SHEET_TILE) != 0;
      if (params->from == SL_INT_NULL)
        params->from = sl_table_int (table, row, SL_SHEET_FROM_DAY);
      if (params->to == SL_INT_NULL)
        params->to = sl_table_int (table, row, SL_SHEET_TO_DAY);
    }
}

/* "tree.svg" for the first page, "tree-2.svg" for the second. (transfer full) */
static char *
page_path (guint page)
{
  const char *dot = strrchr (output, '.');
  const char *slash = strrchr (output, '/');

  if (page == 0)
    return g_strdup (output);
  if (dot == NULL || (slash != NULL && dot < slash))
    return g_strdup_printf ("%s-%u", output, page + 1);
  return g_strdup_printf ("%.*s-%u%s", (int)(dot - output), output, page + 1, dot);
}

/* Writes the document, or one file a page where the format has no pages. */
static gboolean
render (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
        const SlSheet *sheet, SlRenderFormat format, GError **error)
{
  gboolean single = format == SL_RENDER_SVG || format == SL_RENDER_PNG;
  guint n_pages = 1;

  for (guint page = 0; page < (single ? n_pages : 1); page++)
    {
      g_autofree char *path = output != NULL ? page_path (page) : NULL;
      g_autoptr (GBytes) bytes = sl_render_chart (chart, plan, params, sheet, format,
                                                  single ? page : G_MAXUINT, &n_pages, error);

      if (bytes == NULL || !sl_cli_write (path, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static int
run_render (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *audience = NULL;
  g_autoptr (SlSnapshot) then = NULL;
  const SlChart *chart;
  SlRenderFormat format;
  SlChartParams params;
  SlSheet sheet;

  if (!sl_cli_parse (verb, render_options, 1, &argc, &argv))
    return SL_CLI_USAGE;
  if (chart_id == NULL)
    return sl_cli_misuse (verb, _ ("Say which chart to draw: --chart=goal-tree"));
  chart = sl_chart_by_id (chart_id);
  if (chart == NULL)
    return sl_cli_misuse (verb, _ ("There is no chart “%s”."), chart_id);
  if (!read_sheet (verb, &sheet) || !read_params (verb, &params) || !read_format (verb, &format))
    return SL_CLI_USAGE;
  if (output == NULL && format != SL_RENDER_TEXT)
    return sl_cli_misuse (verb, _ ("Say which file to write: -o OUT"));
  project = sl_cli_open (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  name = sl_project_get_display_name (project);
  sheet.project = name;
  if (!read_audience (verb, sl_project_get_snapshot (project), &sheet, &audience)
      || !read_branch (verb, sl_project_get_snapshot (project), &params)
      || !read_range (verb, sl_project_get_snapshot (project), &params)
      || !read_since (verb, project, &params.since))
    return SL_CLI_USAGE;
  then = params.since.then;
  apply_sheet_record (sl_project_get_snapshot (project), &sheet, &params);
  if (!render (chart, sl_project_get_snapshot (project), &params, &sheet, format, &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

static char *
list_charts (void)
{
  GString *text = g_string_new (_ ("Charts:\n"));

  for (const SlChart *const *chart = sl_chart_all (); *chart != NULL; chart++)
    g_string_append_printf (text, "  %-20s %s\n", (*chart)->id, _ ((*chart)->title));
  return g_string_free (text, FALSE);
}

const SlCliVerb sl_cli_verb_render = {
  .name = "render",
  .arguments = N_ ("FILE.sightline --chart=CHART -o OUT"),
  .summary = N_ ("Draw a chart as PDF, SVG, PNG or text"),
  .description
  = N_ ("A chart takes one sheet where it stays legible there, else as many as it needs. SVG and "
        "PNG hold one sheet a file; further sheets go to OUT-2, OUT-3 and so on."),
  .examples
  = "sightline-cli render plan.sightline --chart=goal-tree -o tree.pdf\n"
    "sightline-cli render plan.sightline -c goal-tree --branch=\"Open a shop\" --depth=2 -o "
    "shop.pdf\n"
    "sightline-cli render plan.sightline -c timeline --paper=A3 --landscape -o wall.pdf\n"
    "sightline-cli render plan.sightline -c timeline --from=2027-01-01 --to=+6m -o half.svg\n"
    "sightline-cli render plan.sightline -c goal-tree --since=2026-10-01 -o changed.pdf\n"
    "sightline-cli render plan.sightline -c stakeholder-matrix --copy-for=Sales -o ask.pdf\n",
  .listing = list_charts,
  .run = run_render,
};

/* Says what is wrong and returns %FALSE. */
static gboolean
read_parts (const SlCliVerb *verb, guint64 *parts)
{
  const SlPackPreset *chosen = sl_pack_preset_by_id (preset != NULL ? preset : "meeting-pack");
  g_auto (GStrv) ids = g_strsplit (sheets != NULL ? sheets : "", ",", -1);

  if (chosen == NULL)
    return sl_cli_reject (verb, _ ("There is no preset “%s”."), preset);
  *parts = 0;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint64 part = sl_pack_part (g_strstrip (ids[i]));

      if (part == 0)
        return sl_cli_reject (verb, _ ("No pack has a chart “%s”."), ids[i]);
      *parts |= part;
    }
  if (*parts == 0)
    *parts = sl_pack_preset_parts (chosen);
  return TRUE;
}

/* (transfer full) */
static char *
list_presets (void)
{
  const char *const *order = sl_pack_order ();
  guint n;
  const SlPackPreset *presets = sl_pack_presets (&n);
  GString *text = g_string_new (_ ("Presets:\n"));

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "  %-20s %s\n", presets[i].id, _ (presets[i].title));
  g_string_append_printf (text, "\n%s", _ ("Charts:\n"));
  for (guint i = 0; order[i] != NULL; i++)
    g_string_append_printf (text, "  %-20s %s\n", order[i], _ (sl_chart_by_id (order[i])->title));
  return g_string_free (text, FALSE);
}

static int
run_pack (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *audience = NULL;
  g_autoptr (SlSnapshot) then = NULL;
  SlChartSince since;
  SlSheet sheet;

  if (!sl_cli_parse (verb, pack_options, 1, &argc, &argv) || !read_sheet (verb, &sheet)
      || !read_parts (verb, &sheet.parts))
    return SL_CLI_USAGE;
  if (output == NULL)
    return sl_cli_misuse (verb, _ ("Say which file to write: -o OUT.pdf"));
  project = sl_cli_open (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  name = sl_project_get_display_name (project);
  sheet.project = name;
  sheet.landscape = !portrait;
  if (!read_audience (verb, sl_project_get_snapshot (project), &sheet, &audience)
      || !read_since (verb, project, &since))
    return SL_CLI_USAGE;
  then = since.then;
  sheet.since = &since;
  bytes = sl_render_pack (sl_project_get_snapshot (project), &sheet, &error);
  if (bytes == NULL || !sl_cli_write (output, bytes, &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_pack = {
  .name = "pack",
  .arguments = N_ ("FILE.sightline -o OUT.pdf"),
  .summary = N_ ("Print the meeting pack to a PDF"),
  .description = N_ ("Cover and agenda, then the charts, with pages numbered through. Lies on its "
                     "long side unless --portrait is given."),
  .examples = "sightline-cli pack launch.sightline -o pack.pdf\n"
              "sightline-cli pack launch.sightline --preset=board-pack -o board.pdf\n"
              "sightline-cli pack launch.sightline --sheets=risk-matrix,budget -o money.pdf\n",
  .listing = list_presets,
  .run = run_pack,
};

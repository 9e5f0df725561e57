/* SPDX-License-Identifier: GPL-3.0-or-later */

/* import and read: lists and plans of other programs, taken over into a project or only shown. Both
 * go through the same readers and options. */

#include "config.h"

#include "sl-cli.h"

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-text.h"
#include "io/sl-format.h"

#include <glib/gi18n.h>

static char *output;
static char *format_id;
static char *encoding;
static char *separator;
static gboolean day_first;
static gboolean month_first;
static gboolean no_header;
static gboolean rows_are_tasks;
static int goal_levels;
static gboolean json;

#define READER_OPTIONS                                                                                 \
  { "format",     'f', 0, G_OPTION_ARG_STRING, &format_id, N_ ("Format, if it is not recognized"),     \
    N_ ("FORMAT") },                                                                                   \
      { "encoding", 'e', 0, G_OPTION_ARG_STRING, &encoding, N_ ("Encoding of a table"), N_ ("NAME") }, \
      { "separator", 's', 0, G_OPTION_ARG_STRING, &separator, N_ ("comma, semicolon or tab"),          \
        N_ ("NAME") },                                                                                 \
      { "day-first", 0, 0, G_OPTION_ARG_NONE, &day_first, N_ ("03/04 is 3 April"), NULL },             \
      { "month-first", 0, 0, G_OPTION_ARG_NONE, &month_first, N_ ("03/04 is 4 March"), NULL },         \
      { "no-header", 0, 0, G_OPTION_ARG_NONE, &no_header, N_ ("The first row is data"), NULL },        \
      { "tasks",                                                                                       \
        't',                                                                                           \
        0,                                                                                             \
        G_OPTION_ARG_NONE,                                                                             \
        &rows_are_tasks,                                                                               \
        N_ ("Rows of a table are tasks, not goals"),                                                   \
        NULL },                                                                                        \
  {                                                                                                    \
    "goal-levels", 0, 0, G_OPTION_ARG_INT, &goal_levels,                                               \
        N_ ("So many top levels of a plan become goals (0)"), N_ ("NUMBER")                            \
  }

static const GOptionEntry import_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Project to create or add to"),
    N_ ("FILE.sightline") },
  READER_OPTIONS,
  { NULL },
};

static const GOptionEntry read_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
  READER_OPTIONS,
  { NULL },
};

/* Fills @options from the command line. Says what is wrong and returns %FALSE. */
static gboolean
read_reader_options (const SlCliVerb *verb, SlImportOptions *options, const SlFormat **format)
{
  *options = (SlImportOptions){ .encoding = encoding,
                                .day_first = day_first,
                                .dates_known = day_first || month_first,
                                .no_header = no_header,
                                .rows_are_goals = !rows_are_tasks,
                                .goal_levels = (guint)MAX (goal_levels, 0) };
  *format = NULL;
  if (day_first && month_first)
    return sl_cli_reject (verb, _ ("--day-first and --month-first exclude each other."));
  if (goal_levels < 0)
    return sl_cli_reject (verb, _ ("%d levels cannot become goals."), goal_levels);
  if (separator != NULL && !sl_cli_separator (separator, &options->separator))
    return sl_cli_reject (verb, _ ("“%s” is not a separator."), separator);
  if (format_id != NULL)
    {
      *format = sl_format_by_id (format_id);
      if (*format == NULL)
        return sl_cli_reject (verb, _ ("There is no format “%s”."), format_id);
    }
  return TRUE;
}

/* A project is opened, not imported; the readers would only say that they do not know it. */
static gboolean
refuse_project (const char *path, GError **error)
{
  if (!g_str_has_suffix (path, ".sightline"))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_UNSUPPORTED,
               _ ("“%s” is a Sightline project; “sightline-cli dump” prints it."), path);
  return FALSE;
}

static SlImportPlan *
read_source (const char *path, const SlFormat *format, const SlImportOptions *options,
             GError **error)
{
  if (!refuse_project (path, error))
    return NULL;
  return sl_import_read_file (path, format, options, NULL, error);
}

static void
say_warnings (const SlImportPlan *plan)
{
  for (guint i = 0; i < plan->warnings->len; i++)
    {
      const SlImportWarning *warning = &g_array_index (plan->warnings, SlImportWarning, i);

      if (warning->place != NULL)
        sl_cli_say ("%s: %s", warning->place, warning->text);
      else
        sl_cli_say ("%s", warning->text);
    }
}

/* What was found, in numbers; on standard error, since it is for people. */
static void
say_counts (const SlImportPlan *plan, const char *path)
{
  guint counts[SL_IMPORT_PARTY + 1] = { 0 };

  for (guint i = 0; i < plan->items->len; i++)
    counts[g_array_index (plan->items, SlImportItem, i).type]++;
  sl_cli_say (_ ("read from “%s”: goals %u, tasks %u, milestones %u, links %u, parties %u"), path,
              counts[SL_IMPORT_GOAL], counts[SL_IMPORT_TASK], counts[SL_IMPORT_MILESTONE],
              plan->links->len, counts[SL_IMPORT_PARTY] + plan->resources->len);
}

/* --- import --- */

/* The project that is added to, or a fresh one where @path does not exist yet. */
static SlProject *
open_or_create (const char *path, gboolean *fresh, GError **error)
{
  *fresh = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (!*fresh)
    return sl_cli_edit (path, error);
  return sl_cli_check_writable (path, error) ? sl_project_new (error) : NULL;
}

static gboolean
take_over (SlProject *project, SlImportPlan *plan, gboolean fresh, GError **error)
{
  sl_import_plan_match (plan, sl_project_get_snapshot (project));
  if (!sl_project_run (project, "plan.import", sl_import_plan_to_params (plan), NULL, error))
    return FALSE;
  if (fresh ? sl_project_save_as (project, output, error) : sl_project_save (project, error))
    return TRUE;
  /* What is refused changes nothing, here and on this computer. */
  if (!fresh)
    sl_project_undo (project, NULL);
  return FALSE;
}

static int
run_import (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlImportPlan) plan = NULL;
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  SlImportOptions options;
  const SlFormat *format;
  gboolean fresh;

  if (!sl_cli_parse (verb, import_options, 1, &argc, &argv)
      || !read_reader_options (verb, &options, &format))
    return SL_CLI_USAGE;
  if (output == NULL)
    return sl_cli_misuse (verb, _ ("Say which project to create or add to: -o FILE.sightline"));
  project = open_or_create (output, &fresh, &error);
  if (project == NULL)
    return sl_cli_fail (error);
  options.fiscal_month = sl_snapshot_fiscal_month (sl_project_get_snapshot (project));
  plan = read_source (argv[1], format, &options, &error);
  if (plan != NULL)
    {
      sl_import_plan_check_dates (plan);
      say_warnings (plan);
    }
  if (plan == NULL || !take_over (project, plan, fresh, &error))
    {
      if (fresh)
        sl_project_discard (project);
      else
        sl_project_close (project, NULL);
      return sl_cli_fail (error);
    }
  say_counts (plan, argv[1]);
  return sl_cli_close (project);
}

static char *
list_formats (void)
{
  GString *text = g_string_new (_ ("Formats:\n"));

  for (const SlFormat *const *format = sl_format_all (); *format != NULL; format++)
    g_string_append_printf (text, "  %-10s %s (%s)\n", (*format)->id, _ ((*format)->name),
                            (*format)->suffixes);
  return g_string_free (text, FALSE);
}

const SlCliVerb sl_cli_verb_import = {
  .name = "import",
  .arguments = N_ ("SOURCE -o FILE.sightline"),
  .summary = N_ ("Take over a list or a plan of another program"),
  .description = N_ ("Creates the project, or adds to it where it exists: as one step that can be "
                     "undone. Dates stay as they are written; what does not fit is listed."),
  .examples = "sightline-cli import goals.csv -o plan.sightline\n"
              "sightline-cli import plan.xml --goal-levels=1 -o plan.sightline\n"
              "sightline-cli undo plan.sightline\n",
  .listing = list_formats,
  .run = run_import,
};

/* --- read --- */

static int
print_refusal (const GError *error)
{
  g_autofree char *reason = sl_text_to_json (error->message);

  g_print ("{\"refused\": true, \"reason\": %s}\n", reason);
  return SL_CLI_FAILURE;
}

/* The items as an outline with their dates. (transfer full) */
static char *
outline (const SlImportPlan *plan)
{
  GString *text = g_string_new (NULL);
  g_autofree guint *depths = g_new0 (guint, plan->items->len + 1);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const SlImportItem *item = &g_array_index (plan->items, SlImportItem, i);
      g_autofree char *start
          = item->start_day != SL_INT_NULL ? sl_day_to_iso (item->start_day) : NULL;
      g_autofree char *due = item->due_day != SL_INT_NULL ? sl_day_to_iso (item->due_day) : NULL;

      if (item->parent >= 0)
        depths[i] = depths[item->parent] + 1;
      g_string_append_printf (text, "%*s%s\t%s\t%s\n", (int)(2 * depths[i]), "", item->title,
                              start != NULL ? start : "", due != NULL ? due : "");
    }
  return g_string_free (text, FALSE);
}

static int
run_read (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  SlImportOptions options;
  const SlFormat *format;

  if (!sl_cli_parse (verb, read_options, 1, &argc, &argv)
      || !read_reader_options (verb, &options, &format))
    return SL_CLI_USAGE;
  plan = read_source (argv[1], format, &options, &error);
  if (plan == NULL)
    return json ? print_refusal (error) : sl_cli_fail (error);
  if (!json)
    {
      sl_import_plan_check_dates (plan);
      say_warnings (plan);
      say_counts (plan, argv[1]);
    }
  if (!sl_cli_write_text (NULL, json ? sl_import_plan_to_json (plan) : outline (plan), &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_read = {
  .name = "read",
  .arguments = N_ ("SOURCE [--json]"),
  .summary = N_ ("Show what import would take over"),
  .description
  = N_ ("Prints the rows that were found, with start and due date, and changes nothing. With "
        "--json, a file that is refused gives the reason as JSON and exit code 1."),
  .examples = "sightline-cli read plan.gan\n"
              "sightline-cli read plan.gan --json\n",
  .listing = list_formats,
  .run = run_read,
};

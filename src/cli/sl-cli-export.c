/* SPDX-License-Identifier: GPL-3.0-or-later */

/* export: the records of one kind as a table for a spreadsheet. */

#include "config.h"

#include "sl-cli.h"

#include "io/sl-csv.h"

#include <glib/gi18n.h>

static char *output;
static char *kind_name;
static char *separator;

static const GOptionEntry options[] = {
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_name, N_ ("Kind of record"), N_ ("KIND") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write (standard output)"),
    N_ ("OUT.csv") },
  { "separator", 's', 0, G_OPTION_ARG_STRING, &separator, N_ ("comma, semicolon or tab (comma)"),
    N_ ("NAME") },
  { NULL },
};

static int
run_export (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  const SlKind *kind;
  char character = ',';
  char *text;

  if (!sl_cli_parse (verb, options, 1, &argc, &argv))
    return SL_CLI_USAGE;
  if (kind_name == NULL)
    return sl_cli_misuse (verb, _ ("Say which records to export: --kind=goal"));
  kind = sl_kind_by_name (kind_name);
  if (kind == NULL)
    return sl_cli_misuse (verb, _ ("There is no kind “%s”."), kind_name);
  if (separator != NULL && !sl_cli_separator (separator, &character))
    return sl_cli_misuse (verb, _ ("“%s” is not a separator."), separator);
  project = sl_cli_open (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  text = sl_csv_export (sl_project_get_snapshot (project), kind->id, character);
  if (!sl_cli_write_text (output, text, &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

static char *
list_kinds (void)
{
  GString *text = g_string_new (_ ("Kinds:\n"));

  for (guint i = 0; i < SL_N_KINDS; i++)
    g_string_append_printf (text, "  %-12s %s\n", sl_kind (i)->name, _ (sl_kind (i)->plural));
  return g_string_free (text, FALSE);
}

const SlCliVerb sl_cli_verb_export = {
  .name = "export",
  .arguments = N_ ("FILE.sightline --kind=KIND [-o OUT.csv]"),
  .summary = N_ ("Write the records of one kind as CSV"),
  .description = N_ ("The first row names the fields. Text that a spreadsheet would take for a "
                     "formula is neutralized."),
  .examples = "sightline-cli export launch.sightline --kind=goal -o goals.csv\n",
  .listing = list_kinds,
  .run = run_export,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* new: an empty project file. */

#include "config.h"

#include "sl-cli.h"

#include <glib/gi18n.h>

static char *output;
static char *title;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to create"), N_ ("FILE") },
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the project"), N_ ("TITLE") },
  { NULL },
};

static gboolean
create (SlProject *project, GError **error)
{
  if (title != NULL
      && !sl_project_run (project, "project.set",
                          g_variant_new ("(sv)", "title", g_variant_new_string (title)), NULL,
                          error))
    return FALSE;
  return sl_project_save_as (project, output, error);
}

static int
run_new (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (verb, options, 0, &argc, &argv))
    return SL_CLI_USAGE;
  if (output == NULL)
    return sl_cli_misuse (verb, _ ("Say which file to create: -o FILE.sightline"));
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    {
      sl_cli_say (_ ("“%s” exists already; nothing was changed."), output);
      return SL_CLI_FAILURE;
    }
  project = sl_cli_check_writable (output, &error) ? sl_project_new (&error) : NULL;
  if (project == NULL)
    return sl_cli_fail (error);
  if (!create (project, &error))
    {
      sl_project_discard (project);
      return sl_cli_fail (error);
    }
  return sl_cli_close (project);
}

const SlCliVerb sl_cli_verb_new = {
  .name = "new",
  .arguments = N_ ("-o FILE.sightline"),
  .summary = N_ ("Create an empty project"),
  .description = N_ ("A file that exists is never overwritten."),
  .examples = "sightline-cli new --title=\"Product launch\" -o launch.sightline\n",
  .run = run_new,
};

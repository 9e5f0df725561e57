/* SPDX-License-Identifier: GPL-3.0-or-later */

/* compile: a plan written as text becomes a project. The build makes the samples with it, so the
 * same text always gives the same bytes. */

#include "config.h"

#include "sl-cli.h"

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "project/sl-plan-text.h"

#include <glib/gi18n.h>

static char *output;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Project to write"),
    N_ ("OUT.sightline") },
  { NULL },
};

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, &cause))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("“%s” cannot be read: %s"), path,
                   cause->message);
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is not a text in UTF-8."), path);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* Ids, times and author follow from the text alone, not from the hour or the person. */
static void
make_repeatable (const char *name)
{
  sl_id_seed (1 + (guint64)g_str_hash (name));
  g_setenv ("SOURCE_DATE_EPOCH", "0", FALSE);
  g_setenv ("SIGHTLINE_AUTHOR", "", TRUE);
}

static int
run_compile (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (!sl_cli_parse (verb, options, 1, &argc, &argv))
    return SL_CLI_USAGE;
  if (output == NULL)
    return sl_cli_misuse (verb, _ ("Say which project to write: -o OUT.sightline"));
  text = read_text (argv[1], &error);
  if (text == NULL)
    return sl_cli_fail (error);
  name = g_path_get_basename (argv[1]);
  make_repeatable (name);
  project = sl_cli_check_writable (output, &error) ? sl_project_new (&error) : NULL;
  if (project == NULL)
    return sl_cli_fail (error);
  if (!sl_plan_text_load (name, text, project, NULL, &error)
      || !sl_project_save_as (project, output, &error))
    {
      sl_project_discard (project);
      return sl_cli_fail (error);
    }
  return sl_cli_close (project);
}

const SlCliVerb sl_cli_verb_compile = {
  .name = "compile",
  .arguments = N_ ("PLAN.txt -o OUT.sightline"),
  .summary = N_ ("Make a project of a plan written as text"),
  .description
  = N_ ("A text is a list of records, one a line, with further fields indented below, as in the "
        "examples. The word behind the kind is how later lines refer to the record. Records that "
        "are known by their fields, like positions, list these in the order of “sightline-cli "
        "schema”; “-” leaves one unset. An existing OUT is overwritten; the same text gives the "
        "same bytes."),
  .examples = "party sales \"Sales\" type=department power=6\n"
              "goal launch \"Launch the new line\" owner=sales due=2027-05-31\n"
              "  measure: 400 shops sell it on the first day\n"
              "position sales launch +2 said 2026-10-05 \"Wants it before summer\"\n"
              "\n"
              "sightline-cli compile product-launch.txt -o launch.sightline\n",
  .run = run_compile,
};

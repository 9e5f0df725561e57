/* SPDX-License-Identifier: GPL-3.0-or-later */

/* dump and diff: what a project says, and what differs between two, as stable text. */

#include "config.h"

#include "sl-cli.h"

#include <glib/gi18n.h>

static int
run_dump (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (verb, NULL, 1, &argc, &argv))
    return SL_CLI_USAGE;
  project = sl_cli_open (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  if (!sl_cli_write_text (NULL, sl_snapshot_dump (sl_project_get_snapshot (project)), &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_dump = {
  .name = "dump",
  .arguments = N_ ("FILE.sightline"),
  .summary = N_ ("Print a project as text"),
  .description = N_ ("Prints every record with every field that is set, always in the same order: "
                     "equal projects give equal text."),
  .examples = "sightline-cli dump launch.sightline | grep milestone\n",
  .run = run_dump,
};

static int
run_diff (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) from = NULL;
  g_autoptr (SlProject) to = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (verb, NULL, 2, &argc, &argv))
    return SL_CLI_USAGE;
  from = sl_cli_open (argv[1], &error);
  if (from == NULL)
    return sl_cli_fail (error);
  to = sl_cli_open (argv[2], &error);
  if (to == NULL)
    return sl_cli_fail (error);
  changes = sl_change_set_diff (sl_project_get_snapshot (from), sl_project_get_snapshot (to));
  if (!sl_cli_write_text (NULL, sl_change_set_to_text (changes), &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_diff = {
  .name = "diff",
  .arguments = N_ ("OLD.sightline NEW.sightline"),
  .summary = N_ ("Print what differs between two projects"),
  .description = N_ ("Prints one line for each record that was added or removed and for each field "
                     "that has another value. Nothing is printed for projects that say the same."),
  .examples = "sightline-cli diff monday.sightline friday.sightline\n",
  .run = run_diff,
};

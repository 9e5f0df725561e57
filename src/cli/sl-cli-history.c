/* SPDX-License-Identifier: GPL-3.0-or-later */

/* undo, redo and log: the history of a project on this computer, which outlives the program that
 * made it. */

#include "config.h"

#include "sl-cli.h"

#include <glib/gi18n.h>

static int steps = 1;

static const GOptionEntry step_options[] = {
  { "steps", 'n', 0, G_OPTION_ARG_INT, &steps, N_ ("How many steps (1)"), N_ ("NUMBER") },
  { NULL },
};

typedef struct
{
  gboolean (*can) (SlProject *project);
  char *(*get_label) (SlProject *project);
  gboolean (*step) (SlProject *project, GError **error);
  const char *nothing;
} Direction;

static const Direction backwards = {
  .can = sl_project_can_undo,
  .get_label = sl_project_get_undo_label,
  .step = sl_project_undo,
  .nothing = N_ ("there is nothing to undo"),
};

static const Direction forwards = {
  .can = sl_project_can_redo,
  .get_label = sl_project_get_redo_label,
  .step = sl_project_redo,
  .nothing = N_ ("there is nothing to redo"),
};

/* Goes one step and prints its name. Returns: an exit code */
static int
go_one_step (SlProject *project, const Direction *direction, const char *path)
{
  g_autofree char *label = direction->get_label (project);
  g_autoptr (GError) error = NULL;

  if (!direction->can (project))
    {
      sl_cli_say ("%s: %s", path, _ (direction->nothing));
      return SL_CLI_FAILURE;
    }
  if (!direction->step (project, &error))
    return sl_cli_fail (error);
  g_print ("%s\n", label != NULL ? label : "");
  return SL_CLI_OK;
}

static int
walk (const SlCliVerb *verb, const Direction *direction, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  int status = SL_CLI_OK;

  if (!sl_cli_parse (verb, step_options, 1, &argc, &argv))
    return SL_CLI_USAGE;
  if (steps < 1)
    return sl_cli_misuse (verb, _ ("%d steps cannot be taken."), steps);
  project = sl_cli_edit (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  for (int i = 0; i < steps && status == SL_CLI_OK; i++)
    status = go_one_step (project, direction, argv[1]);
  return MAX (status, sl_cli_close (project));
}

static int
run_undo (const SlCliVerb *verb, int argc, char **argv)
{
  return walk (verb, &backwards, argc, argv);
}

const SlCliVerb sl_cli_verb_undo = {
  .name = "undo",
  .arguments = N_ ("FILE.sightline"),
  .summary = N_ ("Take the last step back"),
  .description = N_ ("Prints the name of each step that was taken back. Steps that were made in "
                     "the window count as well."),
  .examples = "sightline-cli undo launch.sightline --steps=3\n",
  .run = run_undo,
};

static int
run_redo (const SlCliVerb *verb, int argc, char **argv)
{
  return walk (verb, &forwards, argc, argv);
}

const SlCliVerb sl_cli_verb_redo = {
  .name = "redo",
  .arguments = N_ ("FILE.sightline"),
  .summary = N_ ("Do again what was undone"),
  .description = N_ ("Prints the name of each step that was done again."),
  .examples = "sightline-cli redo launch.sightline\n",
  .run = run_redo,
};

static void
print_step (const SlHistoryStep *step, guint number)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (step->at_us / G_USEC_PER_SEC);
  g_autofree char *time = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  g_print ("%u\t%s\t%u\t%s\t%s\n", number, time != NULL ? time : "-", step->n_changes,
           step->undone ? "undone" : "done", step->label);
}

static int
run_log (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (verb, NULL, 1, &argc, &argv))
    return SL_CLI_USAGE;
  project = sl_cli_open (argv[1], &error);
  if (project == NULL)
    return sl_cli_fail (error);
  history = sl_project_get_history (project);
  for (guint i = 0; i < history->len; i++)
    print_step (g_ptr_array_index (history, i), i + 1);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_log = {
  .name = "log",
  .arguments = N_ ("FILE.sightline"),
  .summary = N_ ("List the steps that were made"),
  .description = N_ ("Prints one line a step, the oldest first: number, time, number of changes, "
                     "“done” or “undone”, and name, with tabs between them."),
  .examples = "sightline-cli log launch.sightline | tail -n 5\n",
  .run = run_log,
};

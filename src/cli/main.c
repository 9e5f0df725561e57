/* SPDX-License-Identifier: GPL-3.0-or-later */

/* sightline-cli: everything that needs no window. One verb, one row in the table below. */

#include "config.h"

#include "sl-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const SlCliVerb *const verbs[] = {
  &sl_cli_verb_new,    &sl_cli_verb_compile, &sl_cli_verb_import, &sl_cli_verb_read,
  &sl_cli_verb_export, &sl_cli_verb_dump,    &sl_cli_verb_diff,   &sl_cli_verb_schema,
  &sl_cli_verb_render, &sl_cli_verb_pack,    &sl_cli_verb_undo,   &sl_cli_verb_redo,
  &sl_cli_verb_log,    &sl_cli_verb_check,   &sl_cli_verb_calc,
};

static void
print_help (void)
{
  g_print ("%s\n\n%s\n\n%s\n", _ ("Usage: sightline-cli VERB [OPTION…] [FILE…]"),
           _ ("Works on Sightline projects without a window."), _ ("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_print ("\n%s\n\n%s\n", _ ("“sightline-cli VERB --help” explains a verb and its options."),
           _ ("From a spreadsheet to paper:"));
  g_print ("  sightline-cli import goals.csv -o plan.sightline\n"
           "  sightline-cli render plan.sightline --chart=goal-tree -o tree.pdf\n\n");
  g_print ("%s\n%s\n", _ ("Data goes to standard output, messages go to standard error."),
           _ ("Exit codes: 0 done, 1 failed, 2 the arguments make no sense."));
}

static const SlCliVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i]->name, name) == 0)
      return verbs[i];
  return NULL;
}

int
main (int argc, char **argv)
{
  const SlCliVerb *verb;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc > 1 && strcmp (argv[1], "--version") == 0)
    {
      g_print ("sightline-cli %s\n", SL_VERSION);
      return SL_CLI_OK;
    }
  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0))
    {
      print_help ();
      return SL_CLI_OK;
    }
  verb = argc > 1 ? find_verb (argv[1]) : NULL;
  if (verb == NULL)
    {
      if (argc > 1)
        sl_cli_say (_ ("There is no verb “%s”."), argv[1]);
      else
        sl_cli_say (_ ("Say what to do."));
      g_printerr (_ ("“sightline-cli --help” lists the verbs.\n"));
      return SL_CLI_USAGE;
    }
  return verb->run (verb, argc - 1, argv + 1);
}

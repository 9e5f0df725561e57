/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the neutral dump of a foreign file, for tests that compare it with what other readers
 * found. Exits 1 and prints {"refused": true, "reason": ...} for a file that is refused.
 *
 * usage: read-plan [--params] FILE   (--params also builds the parameters of the import command) */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/sl-error.h"
#include "io/sl-format.h"

static void
print_refusal (const GError *error)
{
  printf ("{\"refused\": true, \"reason\": \"");
  for (const char *p = error->message; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      printf ("\\%c", *p);
    else
      putchar ((guchar)*p < 0x20 ? ' ' : *p);
  printf ("\"}\n");
}

int
main (int argc, char **argv)
{
  gboolean params = argc == 3 && strcmp (argv[1], "--params") == 0;
  g_autoptr (SlImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2 && !params)
    {
      fprintf (stderr, "usage: %s [--params] FILE\n", argv[0]);
      return 2;
    }
  plan = sl_import_read_file (argv[argc - 1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    {
      print_refusal (error);
      return 1;
    }
  if (params)
    g_variant_unref (g_variant_ref_sink (sl_import_plan_to_params (plan)));
  json = sl_import_plan_to_json (plan);
  fputs (json, stdout);
  return 0;
}

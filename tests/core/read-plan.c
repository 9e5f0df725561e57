/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the neutral dump of a foreign file, for tests that compare it with what other readers
 * found. Exits 1 and prints {"refused": true, "reason": ...} for a file that is refused.
 *
 * usage: read-plan FILE            the plan; also builds the parameters of the import command
 *        read-plan --table FILE    the rows of a table, before they mean anything */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "io/sl-csv.h"

static void
print_string (const char *text)
{
  putchar ('"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      printf ("\\%c", *p);
    else if ((guchar)*p < 0x20)
      printf ("\\u%04x", (guint)*p);
    else
      putchar (*p);
  putchar ('"');
}

static int
refuse (const GError *error)
{
  printf ("{\"refused\": true, \"reason\": ");
  print_string (error->message);
  printf ("}\n");
  return 1;
}

static void
print_numbers (const char *key, const GArray *numbers)
{
  printf (", \"%s\": [", key);
  for (guint i = 0; i < numbers->len; i++)
    printf ("%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  printf ("]");
}

static int
print_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (SlCsvTable) table = bytes != NULL ? sl_csv_table_read (bytes, NULL, &error) : NULL;

  if (table == NULL)
    return refuse (error);
  printf ("{\"encoding\": \"%s\", \"has_header\": %s, \"delimiter\": ", table->encoding,
          table->has_header ? "true" : "false");
  print_string ((char[]){ table->separator, '\0' });
  print_numbers ("ragged_rows", table->ragged);
  print_numbers ("widths", table->widths);
  printf (", \"rows\": [");
  for (guint row = 0; row < table->rows->len; row++)
    {
      printf ("%s[", row > 0 ? ",\n " : "");
      for (guint i = 0; i < g_array_index (table->widths, guint, row); i++)
        {
          printf ("%s", i > 0 ? ", " : "");
          print_string (sl_csv_table_cell (table, row, i));
        }
      printf ("]");
    }
  printf ("]}\n");
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  setlocale (LC_ALL, "");
  if (argc == 3 && strcmp (argv[1], "--table") == 0)
    return print_table (argv[2]);
  if (argc != 2)
    {
      fprintf (stderr, "usage: %s [--table] FILE\n", argv[0]);
      return 2;
    }
  plan = sl_import_read_file (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    return refuse (error);
  g_variant_unref (g_variant_ref_sink (sl_import_plan_to_params (plan)));
  json = sl_import_plan_to_json (plan);
  fputs (json, stdout);
  return 0;
}

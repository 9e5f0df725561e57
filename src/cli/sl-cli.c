/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading of arguments, messages and output files for the verbs. Nothing here knows what a verb
 * does. */

#include "config.h"

#include "sl-cli.h"

#include "base/sl-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
sl_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("sightline-cli: %s\n", text);
}

int
sl_cli_fail (const GError *error)
{
  sl_cli_say ("%s", error->message);
  return SL_CLI_FAILURE;
}

G_GNUC_PRINTF (2, 0)
static void
complain (const SlCliVerb *verb, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  sl_cli_say ("%s", text);
  g_printerr (_ ("“sightline-cli %s --help” tells more.\n"), verb->name);
}

int
sl_cli_misuse (const SlCliVerb *verb, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  complain (verb, format, args);
  va_end (args);
  return SL_CLI_USAGE;
}

gboolean
sl_cli_reject (const SlCliVerb *verb, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  complain (verb, format, args);
  va_end (args);
  return FALSE;
}

/* Appends @text broken between words; 78 columns, so that a terminal shows it whole. */
static void
append_wrapped (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  long column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      long width = g_utf8_strlen (words[i], -1);

      if (column > 0)
        {
          gboolean full = column + 1 + width > 78;

          g_string_append_c (out, full ? '\n' : ' ');
          column = full ? 0 : column + 1;
        }
      g_string_append (out, words[i]);
      column += width;
    }
  g_string_append_c (out, '\n');
}

static char *
describe (const SlCliVerb *verb)
{
  GString *text = g_string_new (NULL);
  g_autofree char *listing = verb->listing != NULL ? verb->listing () : NULL;
  g_auto (GStrv) examples = g_strsplit (verb->examples, "\n", -1);

  append_wrapped (text, _ (verb->description));
  g_string_append_printf (text, "\n%s\n", _ ("Examples:"));
  for (guint i = 0; examples[i] != NULL; i++)
    g_string_append_printf (text, "%s%s\n", examples[i][0] != '\0' ? "  " : "", examples[i]);
  if (listing != NULL)
    g_string_append (text, listing);
  return g_string_free (text, FALSE);
}

static GOptionContext *
create_context (const SlCliVerb *verb, const GOptionEntry *options)
{
  GOptionContext *context = g_option_context_new (_ (verb->arguments));
  g_autofree char *description = describe (verb);
  g_autofree char *name = g_strconcat ("sightline-cli ", verb->name, NULL);

  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_set_prgname (name);
  return context;
}

/* Takes the "--" away that ends the options; GOption leaves it where a file name follows. */
static void
drop_separator (int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        memmove (&argv[i], &argv[i + 1], (*argc - i) * sizeof *argv);
        (*argc)--;
        return;
      }
}

gboolean
sl_cli_parse (const SlCliVerb *verb, const GOptionEntry *options, int n_files, int *argc,
              char ***argv)
{
  g_autoptr (GOptionContext) context = create_context (verb, options);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      sl_cli_misuse (verb, "%s", error->message);
      return FALSE;
    }
  drop_separator (argc, *argv);
  if (*argc - 1 < n_files)
    sl_cli_misuse (verb, _ ("An argument is missing: %s %s"), verb->name, _ (verb->arguments));
  else if (*argc - 1 > n_files)
    sl_cli_misuse (verb, _ ("One argument too many: “%s”"), (*argv)[n_files + 1]);
  return *argc - 1 == n_files;
}

/* Says what opening @project, which may be NULL, found worth saying. */
static SlProject *
pass_on_notice (SlProject *project)
{
  if (project != NULL && sl_project_get_notice (project) != NULL)
    sl_cli_say ("%s", sl_project_get_notice (project));
  return project;
}

SlProject *
sl_cli_open (const char *path, GError **error)
{
  return pass_on_notice (sl_project_open_read_only (path, error));
}

SlProject *
sl_cli_edit (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && !sl_cli_check_writable (path, error))
    return NULL;
  return pass_on_notice (sl_project_open (path, error));
}

gboolean
sl_cli_check_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) == 0 || (errno == ENOENT && g_access (folder, W_OK) == 0))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               g_strerror (errno));
  return FALSE;
}

int
sl_cli_close (SlProject *project)
{
  g_autoptr (GError) error = NULL;

  if (!sl_project_close (project, &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

gboolean
sl_cli_separator (const char *name, char *character)
{
  static const struct
  {
    const char *name;
    char character;
  } names[] = {
    { "comma", ',' }, { ",", ',' }, { "semicolon", ';' }, { ";", ';' }, { "tab", '\t' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      {
        *character = names[i].character;
        return TRUE;
      }
  return FALSE;
}

gboolean
sl_cli_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (path == NULL || strcmp (path, "-") == 0)
    {
      if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
        return TRUE;
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("The output cannot be written: %s"),
                   g_strerror (errno));
      return FALSE;
    }
  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               cause->message);
  return FALSE;
}

gboolean
sl_cli_write_text (const char *path, char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return sl_cli_write (path, bytes, error);
}

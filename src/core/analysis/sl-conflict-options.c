/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Options of a conflict from and to the text of their field. */

#include "config.h"

#include "analysis/sl-conflict-options.h"

#define BAR "|"

static void
option_free (gpointer data)
{
  SlConflictOption *option = data;

  g_free (option->what);
  g_free (option->gains);
  g_free (option->loses);
  g_free (option);
}

static char *
clean (const char *text)
{
  char *out = g_strdup (text != NULL ? text : "");

  g_strdelimit (out, BAR, ',');
  g_strdelimit (out, "\n\r\t", ' ');
  return g_strstrip (out);
}

void
sl_conflict_options_add (GPtrArray *options, const char *what, const char *gains, const char *loses)
{
  SlConflictOption *option = g_new0 (SlConflictOption, 1);

  option->what = clean (what);
  option->gains = clean (gains);
  option->loses = clean (loses);
  g_ptr_array_add (options, option);
}

static gboolean
is_empty (const SlConflictOption *option)
{
  return *option->what == '\0' && *option->gains == '\0' && *option->loses == '\0';
}

GPtrArray *
sl_conflict_options_read (const char *text)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (option_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], BAR, 3);
      const guint n = g_strv_length (parts);

      sl_conflict_options_add (options, n > 0 ? parts[0] : NULL, n > 1 ? parts[1] : NULL,
                               n > 2 ? parts[2] : NULL);
      if (is_empty (options->pdata[options->len - 1]))
        g_ptr_array_remove_index (options, options->len - 1);
    }
  return options;
}

char *
sl_conflict_options_write (const GPtrArray *options)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    {
      const SlConflictOption *option = options->pdata[i];

      if (is_empty (option))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, option->what);
      if (*option->gains != '\0' || *option->loses != '\0')
        g_string_append_printf (text, " " BAR " %s", option->gains);
      if (*option->loses != '\0')
        g_string_append_printf (text, " " BAR " %s", option->loses);
    }
  return g_string_free (text, FALSE);
}

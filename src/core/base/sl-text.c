/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cleaning of text that comes from people and foreign files. One filter decides a character's fate
 * for both the check and the cleaning, so that the two cannot differ. */

#include "config.h"

#include "base/sl-text.h"

#include <string.h>

#define MARKS_MAX 8

typedef struct
{
  gboolean lines;
  guint marks;       /* combining marks since the last base */
  gunichar previous; /* as it was read */
} Filter;

/* The character to store for @c, or 0 to drop it. */
static gunichar
filter_char (Filter *self, gunichar c)
{
  gunichar previous = self->previous;

  self->previous = c;
  if (c == '\n' && previous == '\r')
    return 0;
  if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    c = '\n';
  if (c == '\n' || c == '\t')
    {
      self->marks = 0;
      return self->lines ? c : ' ';
    }
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
    return 0;
  if (c < 0x7f)
    {
      self->marks = 0;
      return c;
    }
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff)
    return 0;
  if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
    return 0;
  if (!g_unichar_ismark (c))
    self->marks = 0;
  else if (++self->marks > MARKS_MAX)
    return 0;
  return c;
}

gboolean
sl_text_is_clean (const char *text, gboolean lines, guint max_chars)
{
  Filter filter = { .lines = lines };
  guint n = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > max_chars || filter_char (&filter, c) != c)
        return FALSE;
    }
  return TRUE;
}

char *
sl_text_clean (const char *text, gboolean lines, guint max_chars)
{
  Filter filter = { .lines = lines };
  g_autofree char *valid = NULL;
  GString *clean;
  guint n = 0;

  if (sl_text_is_clean (text, lines, max_chars))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p != '\0' && n < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = filter_char (&filter, g_utf8_get_char (p));

      if (c != 0)
        {
          g_string_append_unichar (clean, c);
          n++;
        }
    }
  return g_string_free (clean, FALSE);
}

char *
sl_text_fold (const char *text)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

char *
sl_text_fold_marks (const char *text)
{
  g_autofree char *split = NULL;
  g_autoptr (GString) bare = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  split = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (split == NULL)
    return sl_text_fold (text);
  bare = g_string_sized_new (strlen (split));
  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, (gssize)bare->len);
}

char *
sl_text_capitalize (const char *text)
{
  char head[7] = { 0 };

  if (text[0] == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), head);
  return g_strconcat (head, g_utf8_next_char (text), NULL);
}

char *
sl_text_escape (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
        g_string_append (escaped, "\\\\");
        break;
      case '\n':
        g_string_append (escaped, "\\n");
        break;
      case '\t':
        g_string_append (escaped, "\\t");
        break;
      default:
        g_string_append_c (escaped, *p);
      }
  return g_string_free (escaped, FALSE);
}

char *
sl_text_shorten (const char *text, guint max_chars)
{
  g_autofree char *line = sl_text_clean (text, FALSE, max_chars + 1);

  if (g_utf8_strlen (line, -1) > max_chars)
    {
      char *end = g_utf8_offset_to_pointer (line, max_chars);

      return g_strdup_printf ("%.*s…", (int)(end - line), line);
    }
  return g_steal_pointer (&line);
}

char *
sl_text_to_json (const char *text)
{
  GString *json = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if (*p == '\t')
        g_string_append (json, "\\t");
      else if ((guchar)*p < 0x20 || *p == 0x7f)
        g_string_append_printf (json, "\\u%04x", (guint)(guchar)*p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
  return g_string_free (json, FALSE);
}

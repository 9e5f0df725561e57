/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as words. Beyond twelve, and in languages that leave the words untranslated, digits. */

#include "config.h"

#include "sl-words.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

/* Fewer bytes of a name before an ellipsis may be any word. */
#define SHORTENED_LEAST 8

static const char *const numbers[] = {
  N_ ("no"),    N_ ("one"),   N_ ("two"),  N_ ("three"), N_ ("four"),   N_ ("five"),   N_ ("six"),
  N_ ("seven"), N_ ("eight"), N_ ("nine"), N_ ("ten"),   N_ ("eleven"), N_ ("twelve"),
};

static const char *const first_numbers[] = {
  NC_ ("start of sentence", "No"),     NC_ ("start of sentence", "One"),
  NC_ ("start of sentence", "Two"),    NC_ ("start of sentence", "Three"),
  NC_ ("start of sentence", "Four"),   NC_ ("start of sentence", "Five"),
  NC_ ("start of sentence", "Six"),    NC_ ("start of sentence", "Seven"),
  NC_ ("start of sentence", "Eight"),  NC_ ("start of sentence", "Nine"),
  NC_ ("start of sentence", "Ten"),    NC_ ("start of sentence", "Eleven"),
  NC_ ("start of sentence", "Twelve"),
};

static const char *
digits (guint n)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", n);
  return g_intern_string (text);
}

const char *
sl_words_number (guint n)
{
  return n < G_N_ELEMENTS (numbers) ? _ (numbers[n]) : digits (n);
}

const char *
sl_words_number_first (guint n)
{
  return n < G_N_ELEMENTS (first_numbers)
             ? g_dpgettext2 (GETTEXT_PACKAGE, "start of sentence", first_numbers[n])
             : digits (n);
}

char *
sl_words_signed (gint64 value)
{
  if (value == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%" G_GINT64_FORMAT, value < 0 ? "−" : "+", ABS (value));
}

static gboolean
is_right_to_left_script (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether @name has letters of the direction that the messages are not written in. */
static gboolean
runs_against (const char *name, gboolean rtl)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && is_right_to_left_script (g_unichar_get_script (c)) != rtl)
        return TRUE;
    }
  return FALSE;
}

/* FIRST STRONG ISOLATE to POP DIRECTIONAL ISOLATE; the mark before it says which way the sentence
 * goes, because Pango looks into isolates for that. */
static void
append_isolated (GString *out, const char *name, gsize length, gboolean rtl)
{
  g_string_append (out, rtl ? "\u200f\u2068" : "\u200e\u2068");
  g_string_append_len (out, name, (gssize)length);
  g_string_append (out, "\u2069");
}

char *
sl_words_name (const char *name)
{
  const gboolean rtl = sl_words_locale_is_rtl ();
  GString *out;

  if (!runs_against (name, rtl))
    return g_strdup (name);
  out = g_string_new (NULL);
  append_isolated (out, name, strlen (name), rtl);
  return g_string_free (out, FALSE);
}

/* How much of @at is @name, whole or shortened with an ellipsis; 0: something else. */
static gsize
match_name (const char *at, const char *name)
{
  gsize same = 0;

  while (name[same] != '\0' && at[same] == name[same])
    same++;
  if (name[same] == '\0')
    return same;
  return same >= SHORTENED_LEAST && g_str_has_prefix (at + same, "…") ? same + strlen ("…") : 0;
}

/* Those of @names that are isolated where they stand. (transfer container) */
static GPtrArray *
list_against (const char *const *names, gboolean rtl)
{
  GPtrArray *against = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (runs_against (names[i], rtl))
      g_ptr_array_add (against, (gpointer)names[i]);
  return against;
}

char *
sl_words_isolate (const char *sentence, const char *const *names)
{
  const gboolean rtl = sl_words_locale_is_rtl ();
  g_autoptr (GPtrArray) against = list_against (names, rtl);
  GString *out;

  if (against->len == 0)
    return g_strdup (sentence);
  out = g_string_new (NULL);
  for (const char *at = sentence; *at != '\0';)
    {
      gsize longest = 0;

      for (guint i = 0; i < against->len; i++)
        longest = MAX (longest, match_name (at, against->pdata[i]));
      if (longest > 0)
        append_isolated (out, at, longest, rtl);
      else
        g_string_append_len (out, at, longest = (gsize)(g_utf8_next_char (at) - at));
      at += longest;
    }
  return g_string_free (out, FALSE);
}

gboolean
sl_words_locale_is_rtl (void)
{
  int n;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_get_default (), &n);

  return n > 0 && is_right_to_left_script ((GUnicodeScript)scripts[0]);
}

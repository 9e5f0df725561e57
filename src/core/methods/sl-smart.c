/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at the words of a goal. */

#include "config.h"

#include "sl-smart-private.h"

#include <string.h>

const char *
sl_smart_rule_id (SlSmartRule rule)
{
  static const char *const ids[SL_SMART_N_RULES]
      = { "TXT-VAGUE",  "TXT-ESCAPE",   "TXT-OPEN",    "TXT-WEAK",
          "TXT-OPTION", "TXT-ABSOLUTE", "TXT-COMPOUND" };
  g_return_val_if_fail ((guint)rule < SL_SMART_N_RULES, NULL);
  return ids[rule];
}

/* --- Matching --- */

static void
scan_text (SlSmartScan *scan, const char *text)
{
  scan->length = 0;
  scan->chars = g_new0 (SlSmartChar, g_utf8_strlen (text, -1) + 1);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      scan->chars[scan->length++] = (SlSmartChar){ g_unichar_tolower (character),
                                                   g_unichar_isupper (character), FALSE, c - text };
    }
  scan->chars[scan->length].byte = strlen (text);
}

gboolean
sl_smart_is_word (const SlSmartScan *scan, guint at)
{
  return at < scan->length
         && (g_unichar_isalnum (scan->chars[at].lower) || scan->chars[at].lower == '_');
}

guint
sl_smart_skip_space (const SlSmartScan *scan, guint at)
{
  while (at < scan->length && g_unichar_isspace (scan->chars[at].lower))
    at++;
  return at;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

gboolean
sl_smart_begins (const SlSmartScan *scan, guint at)
{
  if (at == 0)
    return TRUE;
  gunichar before = scan->chars[at - 1].lower;
  if ((before == '.' || before == ',') && at > 1)
    return !g_unichar_isdigit (scan->chars[at].lower)
           || !g_unichar_isdigit (scan->chars[at - 2].lower);
  return !sl_smart_is_word (scan, at - 1);
}

guint
sl_smart_match (const SlSmartScan *scan, guint at, const char *phrase)
{
  if (!sl_smart_begins (scan, at))
    return 0;
  guint place = at;
  for (const char *c = phrase; *c != '\0'; c++)
    {
      if (place >= scan->length || scan->chars[place].masked)
        return 0;
      gunichar got = scan->chars[place].lower;
      if (*c == ' ')
        {
          guint next = sl_smart_skip_space (scan, place);
          if (next == place)
            return 0;
          place = next;
        }
      else if (got == (gunichar)*c || (*c == '-' && is_hyphen (got)))
        place++;
      else
        return 0;
    }
  return sl_smart_is_word (scan, place) ? 0 : place - at;
}

guint
sl_smart_match_any (const SlSmartScan *scan, guint at, const char *const *phrases, guint *which)
{
  guint longest = 0;
  if (at >= scan->length || !sl_smart_begins (scan, at))
    return 0;
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (scan->chars[at].lower != (gunichar)phrases[i][0])
        continue;
      guint n = sl_smart_match (scan, at, phrases[i]);
      if (n <= longest)
        continue;
      longest = n;
      if (which != NULL)
        *which = i;
    }
  return longest;
}

/* The longest phrase at @at; NULL: none. */
static const SlSmartPhrase *
match_phrase (const SlSmartScan *scan, guint at, guint *length)
{
  const SlSmartPhrase *found = NULL;
  *length = 0;
  if (!sl_smart_begins (scan, at))
    return NULL;
  for (const SlSmartPhrase *phrase = sl_smart_phrases; phrase->text != NULL; phrase++)
    {
      if (scan->chars[at].lower != (gunichar)phrase->text[0])
        continue;
      guint n = sl_smart_match (scan, at, phrase->text);
      if (n <= *length)
        continue;
      *length = n;
      found = phrase;
    }
  return found;
}

/* --- Rules --- */

static gboolean
mask_dates (SlSmartScan *scan)
{
  gboolean any = FALSE;
  for (guint at = 0; at < scan->length;)
    {
      guint n = sl_smart_match_date (scan, at);
      for (guint i = 0; i < n; i++)
        scan->chars[at + i].masked = TRUE;
      any |= n > 0;
      at += MAX (n, 1);
    }
  return any;
}

/* Whether digits begin a word somewhere: "5 %", "10k", but not "CO2". */
static gboolean
find_number (const SlSmartScan *scan)
{
  for (guint i = 0; i < scan->length; i++)
    if (g_unichar_isdigit (scan->chars[i].lower) && !scan->chars[i].masked
        && sl_smart_begins (scan, i))
      return TRUE;
  return FALSE;
}

/* Whether it is time that is counted at @at, behind "all" or "every": "two weeks", "Q3". */
static gboolean
is_time (const SlSmartScan *scan, guint at)
{
  at = sl_smart_skip_space (scan, at);
  if (at < scan->length && scan->chars[at].masked)
    return TRUE;
  if (sl_smart_match_any (scan, at, sl_smart_time_units, NULL) > 0)
    return TRUE;
  guint next = at;
  while (next < scan->length && g_unichar_isdigit (scan->chars[next].lower))
    next++;
  if (next == at)
    next += sl_smart_match_any (scan, at, sl_smart_time_modifiers, NULL);
  guint unit = sl_smart_skip_space (scan, next);
  return next > at && unit > next && sl_smart_match_any (scan, unit, sl_smart_time_units, NULL) > 0;
}

static void
add_hint (GArray *hints, const SlSmartScan *scan, SlSmartRule rule, const char *word, guint at,
          guint length)
{
  SlSmartHint hint = { rule, word, scan->chars[at].byte, scan->chars[at + length].byte };
  g_array_append_val (hints, hint);
}

/* The first "and" with a verb of doing on either side; one that was found as part of a phrase is
 * none. @at: in: where to look from; out: behind it */
typedef struct
{
  gboolean verb_before;
  gboolean found; /* and a verb behind it */
  int and_at;
  guint and_hint; /* where its hint belongs */
} Compound;

static void
look_for_compound (Compound *self, const SlSmartScan *scan, guint at, guint n_hints)
{
  if (self->found)
    return;
  if (sl_smart_match_any (scan, at, sl_smart_verbs, NULL) > 0)
    {
      self->found = self->and_at >= 0;
      self->verb_before = TRUE;
    }
  else if (self->verb_before && self->and_at < 0 && sl_smart_match (scan, at, "and") > 0)
    {
      self->and_at = at;
      self->and_hint = n_hints;
    }
}

static void
find_hints (SlSmartText *self, const SlSmartScan *scan)
{
  Compound compound = { FALSE, FALSE, -1, 0 };
  for (guint at = 0; at < scan->length;)
    {
      guint length;
      const SlSmartPhrase *phrase = match_phrase (scan, at, &length);
      if (phrase == NULL)
        {
          look_for_compound (&compound, scan, at, self->hints->len);
          at++;
          continue;
        }
      gboolean counts_time
          = (strcmp (phrase->text, "all") == 0 || strcmp (phrase->text, "every") == 0)
            && is_time (scan, at + length);
      if (!counts_time)
        add_hint (self->hints, scan, phrase->rule, phrase->text, at, length);
      at += length;
    }
  if (!compound.found)
    return;
  add_hint (self->hints, scan, SL_SMART_COMPOUND, "and", compound.and_at, 3);
  SlSmartHint hint = g_array_index (self->hints, SlSmartHint, self->hints->len - 1);
  g_array_set_size (self->hints, self->hints->len - 1);
  g_array_insert_val (self->hints, compound.and_hint, hint);
}

static gboolean
begins_with (const SlSmartScan *scan, const char *const *verbs)
{
  guint at = 0;
  while (at < scan->length && !sl_smart_is_word (scan, at))
    at++;
  return sl_smart_match_any (scan, at, verbs, NULL) > 0;
}

SlSmartText *
sl_smart_text_new (const char *text)
{
  SlSmartText *self = g_new0 (SlSmartText, 1);
  SlSmartScan scan;
  self->hints = g_array_new (FALSE, FALSE, sizeof (SlSmartHint));
  scan_text (&scan, text);
  self->has_date = mask_dates (&scan);
  self->has_measure = find_number (&scan);
  self->starts_with_verb = begins_with (&scan, sl_smart_verbs);
  self->starts_with_other_verb = begins_with (&scan, sl_smart_other_verbs);
  find_hints (self, &scan);
  g_free (scan.chars);
  return self;
}

void
sl_smart_text_free (SlSmartText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->hints);
  g_free (self);
}

gboolean
sl_smart_text_has (const SlSmartText *self, SlSmartRule rule)
{
  for (guint i = 0; i < self->hints->len; i++)
    if (g_array_index (self->hints, SlSmartHint, i).rule == rule)
      return TRUE;
  return FALSE;
}

void
sl_smart_text_ignore (SlSmartText *self, const char *word)
{
  for (guint i = self->hints->len; i > 0; i--)
    if (g_ascii_strcasecmp (g_array_index (self->hints, SlSmartHint, i - 1).word, word) == 0)
      g_array_remove_index (self->hints, i - 1);
}

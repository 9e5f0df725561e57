/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over a whole plan. All text is folded once; a search then looks for each word in each
 * text, one after the other: fifteen thousand records take some milliseconds, less than anybody
 * notices, and there is nothing to keep in step with the plan. */

#include "config.h"

#include "model/sl-search.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT_CHARS 60

/* --- What is looked for --- */

struct _SlSearchQuery
{
  char *whole; /* words with one space between */
  char **words;
};

SlSearchQuery *
sl_search_query_new (const char *text)
{
  g_autofree char *folded = sl_text_fold_marks (text);
  g_autofree char *line = sl_text_clean (folded, FALSE, 200);
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  SlSearchQuery *self = g_new0 (SlSearchQuery, 1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  self->words = g_strv_builder_end (words);
  self->whole = g_strjoinv (" ", self->words);
  return self;
}

void
sl_search_query_free (SlSearchQuery *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->words);
  g_free (self->whole);
  g_free (self);
}

gboolean
sl_search_query_is_empty (const SlSearchQuery *self)
{
  return self->words[0] == NULL;
}

static gboolean
is_word_start (const char *text, const char *at)
{
  gunichar before;

  if (at == text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before);
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (is_word_start (text, at))
      return TRUE;
  return FALSE;
}

SlSearchScore
sl_search_query_score (const SlSearchQuery *self, const char *title, const char *kind,
                       const char *rest)
{
  SlSearchScore score = SL_SEARCH_WORDS;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      const char *word = self->words[i];
      SlSearchScore fit = SL_SEARCH_MISS;

      if (strstr (title, word) != NULL)
        fit = begins_a_word (title, word) ? SL_SEARCH_WORDS : SL_SEARCH_TITLE;
      else if (kind != NULL && begins_a_word (kind, word))
        fit = SL_SEARCH_KIND;
      else if ((kind != NULL && strstr (kind, word) != NULL)
               || (rest != NULL && strstr (rest, word) != NULL))
        fit = SL_SEARCH_REST;
      if (fit == SL_SEARCH_MISS)
        return fit;
      score = MIN (score, fit);
    }
  if (score >= SL_SEARCH_TITLE && g_str_has_prefix (title, self->whole))
    return title[strlen (self->whole)] == '\0' ? SL_SEARCH_WHOLE : SL_SEARCH_HEAD;
  return score;
}

/* --- Words for a hit --- */

static void
append_title (GString *text, const char *title)
{
  if (title[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " – ");
  g_string_append (text, title);
}

char *
sl_search_title (const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const SlKind *spec = sl_kind (kind);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  if (spec->title_field >= 0)
    {
      const char *title = sl_table_text (table, row, (guint)spec->title_field);

      return g_strdup (title != NULL ? title : "");
    }
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == SL_REF && sl_table_ref (table, row, i) != SL_ID_NONE
        && (n < 2 || (spec->fields[i].flags & SL_KEY) != 0))
      {
        append_title (text, sl_snapshot_title (plan, sl_table_ref (table, row, i)));
        n++;
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

SlId
sl_search_home (const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const SlKind *spec = sl_kind (kind);
  SlId party = SL_ID_NONE;

  if (spec->title_field < 0)
    return SL_ID_NONE; /* its title says it */
  if (spec->parent_field >= 0 && sl_table_ref (table, row, (guint)spec->parent_field) != SL_ID_NONE)
    return sl_table_ref (table, row, (guint)spec->parent_field);
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == SL_REF && sl_table_ref (table, row, i) != SL_ID_NONE)
      {
        if (spec->fields[i].targets != SL_KIND_BIT (SL_KIND_PARTY))
          return sl_table_ref (table, row, i);
        if (party == SL_ID_NONE)
          party = sl_table_ref (table, row, i);
      }
  return party;
}

static gboolean
is_searched (const SlKind *kind, guint field)
{
  return (kind->fields[field].flags & SL_SEARCH) != 0 && (int)field != kind->title_field;
}

/* The part of @text around the first word that holds @needle; NULL if none does. */
static char *
text_around (const char *text, const char *needle)
{
  g_autofree char *line = sl_text_clean (text, FALSE, G_MAXINT);
  const char *start = line;
  const char *at = line;
  g_autofree char *part = NULL;

  for (;;)
    {
      const char *space = strchr (at, ' ');
      g_autofree char *word = space != NULL ? g_strndup (at, (gsize)(space - at)) : g_strdup (at);
      g_autofree char *folded = sl_text_fold_marks (word);

      if (strstr (folded, needle) != NULL)
        break;
      if (space == NULL)
        return NULL;
      at = space + 1;
      while (g_utf8_pointer_to_offset (start, at) > EXCERPT_CHARS / 3)
        start = strchr (start, ' ') + 1;
    }
  part = sl_text_shorten (start, EXCERPT_CHARS);
  return start != line ? g_strconcat ("…", part, NULL) : g_steal_pointer (&part);
}

char *
sl_search_excerpt (const SlSearchQuery *query, const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const SlKind *spec = sl_kind (kind);
  g_autofree char *title = sl_search_title (plan, kind, row);
  g_autofree char *folded = sl_text_fold_marks (title);

  for (guint i = 0; i < spec->n_fields; i++)
    for (guint w = 0; query->words[w] != NULL && is_searched (spec, i); w++)
      {
        const char *text = sl_table_text (table, row, i);
        g_autofree char *found = NULL;

        if (text == NULL || strstr (folded, query->words[w]) != NULL)
          continue;
        found = text_around (text, query->words[w]);
        if (found != NULL)
          /* Translators: name of a field and the part of its text that was found */
          return g_strdup_printf (_ ("%s: %s"), _ (spec->fields[i].nick), found);
      }
  return NULL;
}

/* --- Records --- */

typedef struct
{
  SlKindId kind;
  SlId id;
  const char *title; /* folded, in the chunk */
  const char *name;  /* of its kind */
  const char *rest;
  gboolean named; /* has a title of its own */
} Entry;

struct _SlSearchIndex
{
  GArray *entries; /* of Entry */
  GStringChunk *text;
};

static void
add_record (SlSearchIndex *self, const SlSnapshot *plan, SlKindId kind, const char *name, guint row,
            GString *rest)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const SlKind *spec = sl_kind (kind);
  g_autofree char *title = sl_search_title (plan, kind, row);
  g_autofree char *folded = sl_text_fold_marks (title);
  g_autofree char *folded_rest = NULL;
  Entry entry = { kind, sl_table_id (table, row), NULL, name, NULL, spec->title_field >= 0 };

  g_string_truncate (rest, 0);
  for (guint i = 0; i < spec->n_fields; i++)
    if (is_searched (spec, i) && sl_table_is_set (table, row, i))
      {
        g_string_append_c (rest, '\n');
        g_string_append (rest, sl_table_text (table, row, i));
      }
  folded_rest = sl_text_fold_marks (rest->str);
  entry.title = g_string_chunk_insert (self->text, folded);
  entry.rest = g_string_chunk_insert (self->text, folded_rest);
  g_array_append_val (self->entries, entry);
}

SlSearchIndex *
sl_search_index_new (const SlSnapshot *plan)
{
  SlSearchIndex *self = g_new0 (SlSearchIndex, 1);
  g_autoptr (GString) rest = g_string_new (NULL);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->text = g_string_chunk_new (65536);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      guint n = sl_table_n_rows (sl_snapshot_table (plan, kind));
      g_autofree char *folded = sl_text_fold_marks (_ (sl_kind (kind)->nick));
      const char *name = g_string_chunk_insert (self->text, folded);

      for (guint row = 0; row < n; row++)
        add_record (self, plan, kind, name, row, rest);
    }
  return self;
}

void
sl_search_index_free (SlSearchIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_string_chunk_free (self->text);
  g_free (self);
}

typedef struct
{
  SlSearchScore score;
  const Entry *entry;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a;
  const Found *y = b;
  int order;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->entry->named != y->entry->named)
    return x->entry->named ? -1 : 1;
  if (x->entry->kind != y->entry->kind)
    return x->entry->kind < y->entry->kind ? -1 : 1;
  order = strcmp (x->entry->title, y->entry->title);
  return order != 0 ? order : (x->entry->id > y->entry->id) - (x->entry->id < y->entry->id);
}

GArray *
sl_search_index_find (const SlSearchIndex *self, const SlSearchQuery *query, guint limit,
                      guint *n_found)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SlSearchHit));

  for (guint i = 0; i < self->entries->len && !sl_search_query_is_empty (query); i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Found one = { sl_search_query_score (query, entry->title, entry->name, entry->rest), entry };

      if (!entry->named && one.score > SL_SEARCH_KIND)
        one.score = SL_SEARCH_REST;
      if (one.score != SL_SEARCH_MISS)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, limit); i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      SlSearchHit hit = { one->score, one->entry->kind, one->entry->id };

      g_array_append_val (hits, hit);
    }
  *n_found = found->len;
  return hits;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices by word, for cells and rows in which one types. */

#include "config.h"

#include "inspector/sl-field-words.h"

#include <glib/gi18n.h>

#include "base/sl-error.h"

gboolean
sl_field_has_words (const SlField *field)
{
  return field->type == SL_ENUM || field->type == SL_BOOL || field->type == SL_REF;
}

gboolean
sl_field_is_owner (const SlField *field)
{
  return field->type == SL_REF && field->targets == SL_KIND_BIT (SL_KIND_PARTY)
         && (g_str_equal (field->name, "owner") || g_str_equal (field->name, "party")
             || g_str_equal (field->name, "author"))
         && (field->flags & SL_KEY) == 0;
}

static void
add_records (GArray *words, const SlSnapshot *plan, guint64 targets)
{
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlTable *table = sl_snapshot_table (plan, kind);

      if ((targets & SL_KIND_BIT (kind)) == 0 || sl_kind (kind)->title_field < 0)
        continue;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlFieldWord word = { sl_table_id (table, row),
                               sl_table_text (table, row, (guint)sl_kind (kind)->title_field) };

          if (word.text != NULL && word.text[0] != '\0')
            g_array_append_val (words, word);
        }
    }
}

GArray *
sl_field_words (const SlSnapshot *plan, const SlField *field)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SlFieldWord));

  if (field->type == SL_REF)
    add_records (words, plan, field->targets);
  else if (field->type == SL_BOOL)
    {
      SlFieldWord answers[] = { { 1, _ ("Yes") }, { 0, _ ("No") } };

      g_array_append_vals (words, answers, G_N_ELEMENTS (answers));
    }
  else if (field->type == SL_ENUM)
    for (const SlEnumValue *v = field->values; v->name != NULL; v++)
      {
        SlFieldWord word = { v->code, _ (v->nick) };

        g_array_append_val (words, word);
      }
  return words;
}

/* The one entry of @words that @typed means, or NULL. */
static const SlFieldWord *
find_word (const GArray *words, const char *typed)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  const SlFieldWord *found = NULL;
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const SlFieldWord *word = &g_array_index (words, SlFieldWord, i);
      g_autofree char *text = g_utf8_casefold (word->text, -1);

      if (g_str_equal (text, wanted))
        return word;
      if (g_str_has_prefix (text, wanted))
        {
          found = word;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

gboolean
sl_field_read_word (const SlSnapshot *plan, const SlField *field, const char *typed, SlValue *value,
                    GError **error)
{
  g_autoptr (GArray) words = sl_field_words (plan, field);
  const SlFieldWord *word = find_word (words, typed);

  if (word == NULL)
    {
      if (field->type == SL_REF)
        /* Translators: name of a field, what was typed into it */
        g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("%s: nothing here is called “%s”."),
                     _ (field->nick), typed);
      else
        g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be “%s”."), _ (field->nick),
                     typed);
      return FALSE;
    }
  *value = sl_value_int (word->code);
  return TRUE;
}

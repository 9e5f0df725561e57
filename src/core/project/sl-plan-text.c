/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads plans written by hand. Each line becomes words, the words become fields by the tables of
 * the model, and the fields become one record.add: what a command refuses, the text cannot say. */

#include "config.h"

#include "project/sl-plan-text.h"

#include "base/sl-error.h"
#include "base/sl-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  SlProject *project;
  GHashTable *symbols; /* char * -> SlId * */
  guint line;

  /* The record that is being read. */
  const SlKind *kind; /* NULL: none yet */
  guint kind_line;
  char *symbol;
  GPtrArray *values; /* char * or NULL, one a field */
  guint *lines;      /* where each value stands */
} Loader;

/* A word of a line: VALUE, "VALUE" or KEY=VALUE. */
typedef struct
{
  char *key; /* or NULL */
  char *value;
  gboolean quoted;
} Word;

G_GNUC_PRINTF (4, 5)
static gboolean
fail (const Loader *self, guint line, GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, "%s:%u: %s", self->name, line, text);
  return FALSE;
}

/* --- Words --- */

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->key);
  g_free (word->value);
  g_free (word);
}

/* Reads "several words", in which \" and \\ stand for themselves; moves @text behind it.
 * Returns: (transfer full): NULL if the closing mark is missing */
static char *
read_quoted (const char **text)
{
  GString *value = g_string_new (NULL);
  const char *p = *text + 1;

  for (; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
        p++;
      g_string_append_c (value, *p);
    }
  if (*p == '\0')
    {
      g_string_free (value, TRUE);
      return NULL;
    }
  *text = p + 1;
  return g_string_free (value, FALSE);
}

/* Reads one word; moves @text behind it. (transfer full): NULL if a quotation has no end */
static Word *
read_word (const char **text)
{
  Word *word = g_new0 (Word, 1);
  gsize length;

  if (**text != '"')
    {
      length = strcspn (*text, " \t=\"");
      if ((*text)[length] == '=')
        {
          word->key = g_strndup (*text, length);
          *text += length + 1;
        }
    }
  word->quoted = **text == '"';
  if (word->quoted)
    word->value = read_quoted (text);
  else
    {
      length = strcspn (*text, " \t");
      word->value = g_strndup (*text, length);
      *text += length;
    }
  if (word->value == NULL)
    g_clear_pointer (&word, word_free);
  return word;
}

/* (transfer full) (element-type Word): NULL with @error */
static GPtrArray *
split_line (const Loader *self, const char *line, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (word_free);

  while (*(line += strspn (line, " \t")) != '\0')
    {
      Word *word = read_word (&line);

      if (word == NULL)
        {
          fail (self, self->line, error, _ ("a quotation mark is missing in “%s”"), line);
          return NULL;
        }
      g_ptr_array_add (words, word);
    }
  return g_steal_pointer (&words);
}

/* --- From text to values --- */

static gboolean
parse_reference (const Loader *self, const char *text, SlValue *value, GError **error)
{
  const SlId *id = g_hash_table_lookup (self->symbols, text);

  if (id == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("nothing above is called “%s”"), text);
      return FALSE;
    }
  *value = sl_value_int (*id);
  return TRUE;
}

static gboolean
parse_value (const Loader *self, const SlField *field, const char *text, SlValue *value,
             GError **error)
{
  if (field->type == SL_REF)
    return parse_reference (self, text, value, error);
  if (field->type == SL_MONEY)
    {
      *value = sl_value_int (0);
      return sl_parse_money (text, &value->i, error);
    }
  if (field->type == SL_REAL && g_str_has_suffix (text, "%"))
    {
      *value = sl_value_real (0);
      return sl_parse_percent (text, &value->r, error);
    }
  if (field->type == SL_INT && *text == '+')
    text++;
  return sl_field_parse (field, text, value, error);
}

/* Puts @text down for field @index of the record; prose may be said in several lines. */
static gboolean
put_value (Loader *self, int index, const char *text, GError **error)
{
  const SlField *field = &self->kind->fields[index];
  char *old = g_ptr_array_index (self->values, index);

  if (old == NULL)
    g_ptr_array_index (self->values, index) = g_strdup (text);
  else if (field->type == SL_PROSE)
    {
      g_ptr_array_index (self->values, index) = g_strconcat (old, "\n", text, NULL);
      g_free (old);
    }
  else
    return fail (self, self->line, error, _ ("“%s” is said twice"), field->name);
  self->lines[index] = self->line;
  return TRUE;
}

static gboolean
put_named (Loader *self, const char *name, const char *text, GError **error)
{
  int index = sl_kind_field (self->kind, name);

  if (index < 0)
    return fail (self, self->line, error, _ ("%s has no field “%s”"), self->kind->name, name);
  return put_value (self, index, text, error);
}

/* The field that the quoted text behind the name fills: the title, else the first text. */
static int
main_text_field (const SlKind *kind)
{
  if (kind->title_field >= 0)
    return kind->title_field;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SL_TEXT || kind->fields[i].type == SL_PROSE)
      return (int)i;
  return -1;
}

/* KIND NAME "Title" FIELD=VALUE */
static gboolean
put_words_by_name (Loader *self, GPtrArray *words, GError **error)
{
  for (guint i = 1; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (word->key != NULL)
        {
          if (!put_named (self, word->key, word->value, error))
            return FALSE;
        }
      else if (word->quoted && main_text_field (self->kind) >= 0)
        {
          if (!put_value (self, main_text_field (self->kind), word->value, error))
            return FALSE;
        }
      else if (i == 1 && !g_hash_table_contains (self->symbols, word->value))
        self->symbol = g_strdup (word->value);
      else if (i == 1)
        return fail (self, self->line, error, _ ("the name “%s” is taken"), word->value);
      else
        return fail (self, self->line, error, _ ("“%s” is not expected here"), word->value);
    }
  return TRUE;
}

/* KIND VALUE VALUE …: the fields in their order. */
static gboolean
put_words_in_order (Loader *self, GPtrArray *words, GError **error)
{
  guint index = 0;

  for (guint i = 1; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (word->key != NULL)
        {
          if (!put_named (self, word->key, word->value, error))
            return FALSE;
          continue;
        }
      if (index == self->kind->n_fields)
        return fail (self, self->line, error, _ ("“%s” is not expected here"), word->value);
      if ((word->quoted || strcmp (word->value, "-") != 0)
          && !put_value (self, (int)index, word->value, error))
        return FALSE;
      index++;
    }
  return TRUE;
}

/* --- From values to records --- */

/* The fields that are set, as a{sv}; the parent of a tree goes to @parent instead. */
static GVariant *
build_fields (const Loader *self, SlId *parent, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SlField *field = &self->kind->fields[i];
      const char *text = g_ptr_array_index (self->values, i);
      g_auto (SlValue) value = SL_VALUE_INIT;
      g_autoptr (GError) cause = NULL;

      if (text == NULL)
        continue;
      if (!parse_value (self, field, text, &value, &cause))
        {
          fail (self, self->lines[i], error, "%s: %s", field->name, cause->message);
          return NULL;
        }
      if ((self->kind->flags & SL_KIND_TREE) != 0 && (int)i == self->kind->parent_field)
        *parent = value.i;
      else
        g_variant_builder_add (&builder, "{sv}", field->name, sl_value_to_variant (&value));
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* The project record is there already: its fields are set one by one. */
static gboolean
set_project_fields (Loader *self, GVariant *fields, GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr (GError) cause = NULL;

      if (!sl_project_run (self->project, "project.set", g_variant_new ("(sv)", name, value), NULL,
                           &cause))
        {
          g_variant_unref (value);
          return fail (self, self->kind_line, error, "%s: %s", name, cause->message);
        }
    }
  return TRUE;
}

static gboolean
add_record (Loader *self, SlId parent, GVariant *fields, GError **error)
{
  g_autoptr (GError) cause = NULL;
  SlId id = SL_ID_NONE;

  if (!sl_project_run (self->project, "record.add",
                       g_variant_new ("(sxx@a{sv})", self->kind->name, parent, (gint64)-1, fields),
                       &id, &cause))
    return fail (self, self->kind_line, error, "%s", cause->message);
  if (self->symbol != NULL)
    g_hash_table_insert (self->symbols, g_steal_pointer (&self->symbol),
                         g_memdup2 (&id, sizeof id));
  return TRUE;
}

static void
forget_record (Loader *self)
{
  self->kind = NULL;
  g_clear_pointer (&self->symbol, g_free);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_free);
}

/* Adds what has been read since the last record began. */
static gboolean
finish_record (Loader *self, GError **error)
{
  g_autoptr (GVariant) fields = NULL;
  SlId parent = SL_ID_NONE;
  gboolean done;

  if (self->kind == NULL)
    return TRUE;
  fields = build_fields (self, &parent, error);
  if (fields == NULL)
    return FALSE;
  done = (self->kind->flags & SL_KIND_SINGLE) != 0 ? set_project_fields (self, fields, error)
                                                   : add_record (self, parent, fields, error);
  forget_record (self);
  return done;
}

static gboolean
begin_record (Loader *self, const char *line, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;
  const Word *first;

  if (!finish_record (self, error))
    return FALSE;
  words = split_line (self, line, error);
  if (words == NULL)
    return FALSE;
  first = g_ptr_array_index (words, 0);
  self->kind = first->key == NULL ? sl_kind_by_name (first->value) : NULL;
  if (self->kind == NULL)
    return fail (self, self->line, error, _ ("there is no kind “%s”"), first->value);
  self->kind_line = self->line;
  self->values = g_ptr_array_new_full (self->kind->n_fields, g_free);
  g_ptr_array_set_size (self->values, (int)self->kind->n_fields);
  self->lines = g_new0 (guint, self->kind->n_fields);
  if ((self->kind->flags & SL_KIND_NATURAL) != 0)
    return put_words_in_order (self, words, error);
  return put_words_by_name (self, words, error);
}

/* "  field: text to the end of the line" */
static gboolean
continue_record (Loader *self, const char *line, GError **error)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->kind == NULL)
    return fail (self, self->line, error, _ ("“%s” belongs to no record"), line);
  if (colon == NULL)
    return fail (self, self->line, error, _ ("“%s” does not say which field it is"), line);
  name = g_strstrip (g_strndup (line, (gsize)(colon - line)));
  text = g_strstrip (g_strdup (colon + 1));
  return put_named (self, name, text, error);
}

static gboolean
load_lines (Loader *self, char **lines, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strchomp (lines[i]);
      const char *start = line + strspn (line, " \t");
      gboolean indented = start != line;

      self->line = i + 1;
      if (*start == '\0' || *start == '#')
        continue;
      if (!(indented ? continue_record (self, start, error) : begin_record (self, start, error)))
        return FALSE;
    }
  return finish_record (self, error);
}

gboolean
sl_plan_text_load (const char *name, const char *text, SlProject *project, GHashTable **out_names,
                   GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Loader self = {
    .name = name,
    .project = project,
    .symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
  gboolean done = load_lines (&self, lines, error);

  forget_record (&self);
  if (out_names != NULL)
    *out_names = g_steal_pointer (&self.symbols);
  g_clear_pointer (&self.symbols, g_hash_table_unref);
  return done;
}

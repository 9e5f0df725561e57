/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the change list of a transaction with what SQLite's session extension recorded. Both are
 * folded to lines of text, one a record that came or went and one a field that changed. */

#include "config.h"

#ifdef HAVE_SQLITE_SESSION
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif

#include "storage/sl-oracle.h"

#include <glib/gi18n-lib.h>

#include "storage/sl-schema.h"

gboolean
sl_oracle_is_active (void)
{
#ifdef HAVE_SQLITE_SESSION
  return g_strcmp0 (g_getenv ("SIGHTLINE_SELF_CHECK"), "1") == 0;
#else
  return FALSE;
#endif
}

#ifdef HAVE_SQLITE_SESSION

struct _SlOracle
{
  sqlite3_session *session;
};

/* One touched record before and after: a row is NULL where the record did not exist. */
typedef struct
{
  const SlKind *kind;
  SlId id;
  gboolean before, after;
  char **old_fields; /* canonical texts; NULL: not touched */
  char **new_fields;
} Touched;

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  for (guint f = 0; f < touched->kind->n_fields; f++)
    {
      g_free (touched->old_fields[f]);
      g_free (touched->new_fields[f]);
    }
  g_free (touched->old_fields);
  g_free (touched->new_fields);
  g_free (touched);
}

static Touched *
touch (GHashTable *records, SlKindId kind, SlId id, gboolean exists)
{
  Touched *touched = g_hash_table_lookup (records, &id);

  if (touched != NULL)
    return touched;
  touched = g_new0 (Touched, 1);
  touched->kind = sl_kind (kind);
  touched->id = id;
  touched->before = touched->after = exists;
  touched->old_fields = g_new0 (char *, touched->kind->n_fields);
  touched->new_fields = g_new0 (char *, touched->kind->n_fields);
  g_hash_table_insert (records, &touched->id, touched);
  return touched;
}

static char *
value_text (const SlValue *value)
{
  g_autofree char *text = sl_value_to_string (value);

  return g_strdup_printf ("%d:%s", value->type, text);
}

static void
fold_field (Touched *touched, guint field, const SlValue *old_value, const SlValue *new_value)
{
  if (touched->old_fields[field] == NULL && old_value != NULL)
    touched->old_fields[field] = value_text (old_value);
  g_free (touched->new_fields[field]);
  touched->new_fields[field] = new_value != NULL ? value_text (new_value) : NULL;
}

static void
fold_change (GHashTable *records, const SlChange *change)
{
  Touched *touched = touch (records, change->kind, change->id, change->op != SL_CHANGE_INSERT);

  touched->after = change->op != SL_CHANGE_REMOVE;
  if (change->op == SL_CHANGE_SET)
    {
      fold_field (touched, change->field, touched->before ? &change->old_value : NULL,
                  &change->new_value);
      return;
    }
  for (guint f = 0; f < touched->kind->n_fields; f++)
    {
      if (change->op == SL_CHANGE_INSERT)
        fold_field (touched, f, NULL, &change->row[f]);
      else
        fold_field (touched, f, touched->before ? &change->row[f] : NULL, NULL);
    }
}

static void
append_lines (GPtrArray *lines, const Touched *touched)
{
  if (!touched->before && !touched->after)
    return;
  if (touched->before != touched->after)
    g_ptr_array_add (lines, g_strdup_printf ("%s %s %" G_GINT64_FORMAT,
                                             touched->after ? "insert" : "remove",
                                             touched->kind->name, touched->id));
  for (guint f = 0; f < touched->kind->n_fields; f++)
    {
      const char *old_text = touched->old_fields[f];
      const char *new_text = touched->new_fields[f];
      if (g_strcmp0 (old_text, new_text) != 0)
        g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s: %s -> %s",
                                                 touched->kind->name, touched->id,
                                                 touched->kind->fields[f].name,
                                                 old_text != NULL ? old_text : "none",
                                                 new_text != NULL ? new_text : "none"));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* (transfer full): the sorted lines of all @records. */
static GPtrArray *
to_lines (GHashTable *records)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer touched;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &touched))
    append_lines (lines, touched);
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static GHashTable *
records_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, touched_free);
}

static char *
session_text (sqlite3_value *value)
{
  g_auto (SlValue) read = SL_VALUE_INIT;

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      read = sl_value_int (sqlite3_value_int64 (value));
      break;
    case SQLITE_FLOAT:
      read = sl_value_real (sqlite3_value_double (value));
      break;
    case SQLITE_TEXT:
      read = sl_value_text ((const char *)sqlite3_value_text (value));
      break;
    default:
      break;
    }
  return value_text (&read);
}

/* Folds the row that @iter stands on. */
static void
fold_session_row (GHashTable *records, sqlite3_changeset_iter *iter)
{
  const char *name;
  int n_columns, op;
  const SlKind *kind;
  sqlite3_value *value = NULL;
  Touched *touched;

  sqlite3changeset_op (iter, &name, &n_columns, &op, NULL);
  kind = sl_kind_by_name (name);
  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  touched = touch (records, kind->id, sqlite3_value_int64 (value), op != SQLITE_INSERT);
  touched->after = op != SQLITE_DELETE;
  for (int c = 1; c < n_columns; c++)
    {
      sqlite3_value *old_value = NULL;
      sqlite3_value *new_value = NULL;

      if (op != SQLITE_INSERT)
        sqlite3changeset_old (iter, c, &old_value);
      if (op != SQLITE_DELETE)
        sqlite3changeset_new (iter, c, &new_value);
      if (old_value != NULL)
        touched->old_fields[c - 1] = session_text (old_value);
      if (new_value != NULL)
        touched->new_fields[c - 1] = session_text (new_value);
    }
}

/* (transfer full): what the session saw; NULL if it cannot tell. */
static GPtrArray *
session_lines (SlOracle *self)
{
  g_autoptr (GHashTable) records = records_new ();
  sqlite3_changeset_iter *iter = NULL;
  void *bytes = NULL;
  int size = 0;
  gboolean ok = FALSE;

  if (sqlite3session_changeset (self->session, &size, &bytes) == SQLITE_OK
      && sqlite3changeset_start (&iter, size, bytes) == SQLITE_OK)
    {
      while (sqlite3changeset_next (iter) == SQLITE_ROW)
        fold_session_row (records, iter);
      ok = sqlite3changeset_finalize (iter) == SQLITE_OK;
    }
  sqlite3_free (bytes);
  return ok ? to_lines (records) : NULL;
}

SlOracle *
sl_oracle_new (SlDb *db)
{
  SlOracle *self;

  if (!sl_oracle_is_active ())
    return NULL;
  self = g_new0 (SlOracle, 1);
  g_assert (sqlite3session_create (sl_db_handle (db), "main", &self->session) == SQLITE_OK);
  for (guint k = 0; k < SL_N_KINDS; k++)
    g_assert (sqlite3session_attach (self->session, sl_kind (k)->name) == SQLITE_OK);
  return self;
}

gboolean
sl_oracle_check (SlOracle *self, const SlChangeSet *changes, GError **error)
{
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  if (self == NULL)
    return TRUE;
  records = records_new ();
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    fold_change (records, sl_change_set_get (changes, i));
  ours = to_lines (records);
  theirs = session_lines (self);
  for (guint i = 0; theirs == NULL || i < MAX (ours->len, theirs->len); i++)
    {
      const char *our_line = i < ours->len ? ours->pdata[i] : "nothing";
      const char *their_line = theirs != NULL && i < theirs->len ? theirs->pdata[i] : "nothing";
      if (theirs == NULL || g_strcmp0 (our_line, their_line) != 0)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       _ ("The self-check failed: recorded “%s”, stored “%s”."), our_line,
                       their_line);
          return FALSE;
        }
    }
  return TRUE;
}

void
sl_oracle_free (SlOracle *self)
{
  sqlite3session_delete (self->session);
  g_free (self);
}

#else

SlOracle *
sl_oracle_new (SlDb *db)
{
  return NULL;
}

gboolean
sl_oracle_check (SlOracle *self, const SlChangeSet *changes, GError **error)
{
  return TRUE;
}

void
sl_oracle_free (SlOracle *self)
{
}

#endif

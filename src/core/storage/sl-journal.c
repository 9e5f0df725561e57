/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo steps as rows of the working copy. Nothing is kept in memory but which step may still grow,
 * so a killed program loses no step. */

#include "config.h"

#include "storage/sl-journal.h"

#include "storage/sl-change-rows.h"
#include "storage/sl-ws.h"

#define STEP_COLUMNS "first, last, command, subject, detail, at, n_changes, undone"

struct _SlJournal
{
  SlDb *db;
  gint64 growing;       /* first seq of the step that may grow, or 0 */
  gint64 growing_until; /* monotonic time */
};

void
sl_journal_step_free (SlJournalStep *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->subject);
  g_free (self->detail);
  g_free (self);
}

SlJournal *
sl_journal_new (SlDb *db)
{
  SlJournal *self = g_new0 (SlJournal, 1);

  self->db = db;
  return self;
}

void
sl_journal_free (SlJournal *self)
{
  g_free (self);
}

/* Runs a statement with up to three integers. */
static gboolean
run_ints (SlDb *db, const char *sql, gint64 a, gint64 b, gint64 c, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, sql, error);
  gint64 values[] = { a, b, c };

  if (stmt == NULL)
    return FALSE;
  for (int i = 0; i < MIN (sqlite3_bind_parameter_count (stmt), 3); i++)
    sqlite3_bind_int64 (stmt, i + 1, values[i]);
  return sl_db_run (db, stmt, error);
}

/* Counts the open transaction and stores its rows; @seq: its number. */
static gboolean
log_changes (SlJournal *self, const SlChangeSet *changes, gint64 *seq, GError **error)
{
  if (!sl_ws_get_int (self->db, SL_WS_SEQ, seq, error))
    return FALSE;
  *seq += 1;
  return sl_ws_set_int (self->db, SL_WS_SEQ, *seq, error)
         && sl_change_rows_write (self->db, SL_CHANGE_ROWS_JOURNAL, *seq, changes, error);
}

gboolean
sl_journal_log (SlJournal *self, const SlChangeSet *changes, GError **error)
{
  gint64 seq;

  self->growing = 0;
  return log_changes (self, changes, &seq, error);
}

/* The one change in @changes, beside the record of what was there before; NULL if it is not one. */
static const SlChange *
only_change (const SlChangeSet *changes)
{
  const SlChange *only = NULL;

  if (sl_change_set_length (changes) == 1)
    return sl_change_set_get (changes, 0);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      if (change->kind == SL_KIND_VERSION)
        continue;
      if (only != NULL)
        return NULL;
      only = change;
    }
  return only;
}

/* "goal.set:id:field" if @changes are one edit that typing may continue; else NULL. */
static char *
merge_key (const SlChangeSet *changes, const char *command)
{
  const SlChange *change = only_change (changes);

  if (change == NULL || change->op != SL_CHANGE_SET
      || (sl_kind (change->kind)->fields[change->field].flags & SL_COALESCE) == 0)
    return NULL;
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", command, change->id,
                          sl_kind (change->kind)->fields[change->field].name);
}

/* Drops the steps that @sql selects by @limit, and their rows as far as they are published: the
 * others still tell the next revision what changed. */
static gboolean
drop_steps (SlJournal *self, const char *sql, gint64 limit, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (self->db, sql, error);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 published;
  gboolean row = TRUE;

  if (stmt == NULL || !sl_ws_get_int (self->db, SL_WS_PUBLISHED, &published, error))
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, limit);
  while (row)
    {
      gint64 bounds[2];

      if (!sl_db_next (self->db, stmt, &row, error))
        return FALSE;
      bounds[0] = row ? sqlite3_column_int64 (stmt, 0) : 0;
      bounds[1] = row ? sqlite3_column_int64 (stmt, 1) : 0;
      if (row)
        g_array_append_vals (steps, bounds, 2);
    }
  for (guint i = 0; i < steps->len; i += 2)
    {
      gint64 first = g_array_index (steps, gint64, i);
      gint64 last = g_array_index (steps, gint64, i + 1);

      if (!run_ints (self->db, "DELETE FROM _change WHERE seq BETWEEN ?1 AND ?2", first,
                     MIN (last, published), 0, error)
          || !run_ints (self->db, "DELETE FROM _undo_step WHERE first = ?1", first, 0, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
cut_redo (SlJournal *self, GError **error)
{
  return drop_steps (self, "SELECT first, last FROM _undo_step WHERE undone AND first > ?1", 0,
                     error);
}

/* Drops the oldest steps beyond the budget, but never the newest. */
static gboolean
trim (SlJournal *self, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (
      self->db, "SELECT first, n_bytes FROM _undo_step ORDER BY first DESC", error);
  guint n = 0;
  gint64 bytes = 0;
  gint64 limit = 0;
  gboolean row = TRUE;

  if (stmt == NULL)
    return FALSE;
  while (limit == 0 && sl_db_next (self->db, stmt, &row, error) && row)
    {
      n++;
      bytes += sqlite3_column_int64 (stmt, 1);
      if (n > 1 && (n > SL_JOURNAL_MAX_STEPS || bytes > SL_JOURNAL_MAX_BYTES))
        limit = sqlite3_column_int64 (stmt, 0);
    }
  sqlite3_reset (stmt);
  return limit == 0
         || drop_steps (self, "SELECT first, last FROM _undo_step WHERE first <= ?1", limit, error);
}

/* Appends transaction @seq to the growing step. */
static gboolean
grow (SlJournal *self, gint64 seq, gint64 bytes, GError **error)
{
  return run_ints (self->db,
                   "UPDATE _undo_step SET last = ?1, n_bytes = n_bytes + ?2,"
                   " n_changes = n_changes + 1 WHERE first = ?3",
                   seq, bytes, self->growing, error);
}

static gboolean
add_step (SlJournal *self, gint64 seq, const SlChangeSet *changes, const char *command,
          const char *subject, const char *detail, const char *key, GError **error)
{
  g_autoptr (SlChangeSet) net = sl_change_set_net (changes);
  sqlite3_stmt *stmt = sl_db_prepare (
      self->db,
      "INSERT INTO _undo_step (first, last, command, subject, detail, merge_key, at, n_changes,"
      " n_bytes, undone) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)",
      error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, seq);
  sqlite3_bind_text (stmt, 2, command, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, subject, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 4, detail, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 5, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 6, sl_ws_now_us ());
  sqlite3_bind_int64 (stmt, 7, sl_change_set_length (net));
  sqlite3_bind_int64 (stmt, 8, sl_change_rows_estimate (changes));
  return sl_db_run (self->db, stmt, error);
}

/* Whether the growing step ends right before @seq and has the same key. */
static gboolean
can_grow (SlJournal *self, gint64 seq, const char *key)
{
  sqlite3_stmt *stmt;
  gboolean row = FALSE;

  if (self->growing == 0 || key == NULL || g_get_monotonic_time () > self->growing_until)
    return FALSE;
  stmt = sl_db_prepare (
      self->db, "SELECT 1 FROM _undo_step WHERE first = ?1 AND last = ?2 AND merge_key = ?3", NULL);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, self->growing);
  sqlite3_bind_int64 (stmt, 2, seq - 1);
  sqlite3_bind_text (stmt, 3, key, -1, SQLITE_TRANSIENT);
  if (!sl_db_next (self->db, stmt, &row, NULL))
    return FALSE;
  sqlite3_reset (stmt);
  return row;
}

gboolean
sl_journal_record (SlJournal *self, const SlChangeSet *changes, const char *command,
                   const char *subject, const char *detail, GError **error)
{
  g_autofree char *key = merge_key (changes, command);
  gint64 seq;
  gboolean ok;

  if (!log_changes (self, changes, &seq, error) || !cut_redo (self, error))
    return FALSE;
  if (can_grow (self, seq, key))
    ok = grow (self, seq, sl_change_rows_estimate (changes), error);
  else
    {
      ok = add_step (self, seq, changes, command, subject, detail, key, error)
           && trim (self, error);
      self->growing = seq;
    }
  self->growing_until = g_get_monotonic_time () + SL_JOURNAL_MERGE_US;
  if (!ok)
    self->growing = 0;
  return ok;
}

static SlJournalStep *
read_step (sqlite3_stmt *stmt)
{
  SlJournalStep *step = g_new0 (SlJournalStep, 1);

  step->first = sqlite3_column_int64 (stmt, 0);
  step->last = sqlite3_column_int64 (stmt, 1);
  step->command = g_strdup ((const char *)sqlite3_column_text (stmt, 2));
  step->subject = g_strdup ((const char *)sqlite3_column_text (stmt, 3));
  step->detail = g_strdup ((const char *)sqlite3_column_text (stmt, 4));
  step->at_us = sqlite3_column_int64 (stmt, 5);
  step->n_changes = (guint)sqlite3_column_int64 (stmt, 6);
  step->undone = sqlite3_column_int (stmt, 7) != 0;
  return step;
}

SlJournalStep *
sl_journal_next (SlJournal *self, gboolean redo)
{
  const char *sql = redo ? "SELECT " STEP_COLUMNS " FROM _undo_step WHERE undone"
                           " ORDER BY first LIMIT 1"
                         : "SELECT " STEP_COLUMNS " FROM _undo_step WHERE NOT undone"
                           " ORDER BY first DESC LIMIT 1";
  sqlite3_stmt *stmt = sl_db_prepare (self->db, sql, NULL);
  SlJournalStep *step = NULL;
  gboolean row;

  if (stmt == NULL || !sl_db_next (self->db, stmt, &row, NULL))
    return NULL;
  if (row)
    step = read_step (stmt);
  sqlite3_reset (stmt);
  return step;
}

SlChangeSet *
sl_journal_read (SlJournal *self, const SlJournalStep *step, gboolean redo, GError **error)
{
  g_autoptr (SlChangeSet) changes
      = sl_change_rows_read (self->db, SL_CHANGE_ROWS_JOURNAL, step->first, step->last, error);

  if (changes == NULL || redo)
    return g_steal_pointer (&changes);
  return sl_change_set_invert (changes);
}

gboolean
sl_journal_has_removals (SlJournal *self, const SlJournalStep *step)
{
  sqlite3_stmt *stmt = sl_db_prepare (
      self->db, "SELECT 1 FROM _change WHERE seq BETWEEN ?1 AND ?2 AND op = 'r' LIMIT 1", NULL);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, step->first);
  sqlite3_bind_int64 (stmt, 2, step->last);
  row = sl_db_next (self->db, stmt, &row, NULL) && row;
  sqlite3_reset (stmt);
  return row;
}

gboolean
sl_journal_mark (SlJournal *self, const SlJournalStep *step, gboolean undone, GError **error)
{
  return run_ints (self->db, "UPDATE _undo_step SET undone = ?1 WHERE first = ?2", undone,
                   step->first, 0, error);
}

GPtrArray *
sl_journal_list (SlJournal *self)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_journal_step_free);
  sqlite3_stmt *stmt
      = sl_db_prepare (self->db, "SELECT " STEP_COLUMNS " FROM _undo_step ORDER BY first", NULL);
  gboolean row = TRUE;

  while (stmt != NULL && sl_db_next (self->db, stmt, &row, NULL) && row)
    g_ptr_array_add (steps, read_step (stmt));
  return steps;
}

SlChangeSet *
sl_journal_net (SlDb *db, gint64 since, gint64 until, GError **error)
{
  g_autoptr (SlChangeSet) changes
      = sl_change_rows_read (db, SL_CHANGE_ROWS_JOURNAL, since + 1, until, error);

  return changes != NULL ? sl_change_set_net (changes) : NULL;
}

gboolean
sl_journal_purge (SlDb *db, gint64 since, gint64 until, GError **error)
{
  return run_ints (db,
                   "DELETE FROM _change WHERE seq > ?1 AND seq <= ?2 AND NOT EXISTS"
                   " (SELECT 1 FROM _undo_step WHERE _change.seq BETWEEN first AND last)",
                   since, until, 0, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The facade: runs commands as transactions that are steps of the history, and tells of them. It
 * knows neither SQL nor files; saving stands in sl-project-save.c. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "project/sl-project-private.h"
#include "storage/sl-file.h"
#include "storage/sl-image.h"

/* The ending of the names of files. */
#define SUFFIX ".sightline"

enum
{
  SIGNAL_CHANGED,
  SIGNAL_JOURNAL_CHANGED,
  SIGNAL_SAVED_STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlProject, sl_project, G_TYPE_OBJECT)

static void
sl_project_dispose (GObject *object)
{
  SlProject *self = SL_PROJECT (object);

  sl_project_stop_saving (self);
  g_clear_pointer (&self->journal, sl_journal_free);
  /* Not closed is as good as killed: the working copy keeps everything. */
  if (self->workfile != NULL)
    sl_workfile_close (g_steal_pointer (&self->workfile), FALSE);
  G_OBJECT_CLASS (sl_project_parent_class)->dispose (object);
}

static void
sl_project_finalize (GObject *object)
{
  SlProject *self = SL_PROJECT (object);

  g_clear_object (&self->store);
  g_clear_error (&self->save_error);
  g_clear_pointer (&self->save_tasks, g_ptr_array_unref);
  g_clear_pointer (&self->past_steps, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->draft);
  g_free (self->notice);
  g_free (self->path);
  G_OBJECT_CLASS (sl_project_parent_class)->finalize (object);
}

static void
sl_project_class_init (SlProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_project_dispose;
  object_class->finalize = sl_project_finalize;

  /**
   * SlProject::changed:
   * @changes: (type SlChangeSet): what was done
   *
   * Emitted after each command, undo and redo, when records and lists tell the new state already.
   * A listener must not run a command; it does that later, from an idle callback.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", SL_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      g_cclosure_marshal_VOID__BOXED, G_TYPE_NONE, 1, SL_TYPE_CHANGE_SET);

  /**
   * SlProject::journal-changed:
   *
   * What undo and redo would do is another step now.
   */
  signals[SIGNAL_JOURNAL_CHANGED]
      = g_signal_new ("journal-changed", SL_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * SlProject::saved-state-changed:
   *
   * The state, the reason of a failure or the path is another one. Emitted in the main context
   * that was the thread's default when the project was opened.
   */
  signals[SIGNAL_SAVED_STATE_CHANGED]
      = g_signal_new ("saved-state-changed", SL_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
sl_project_init (SlProject *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->save_tasks = g_ptr_array_new_with_free_func (g_object_unref);
}

void
sl_project_emit_saved_state (SlProject *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVED_STATE_CHANGED], 0);
}

/* --- Opening --- */

SlProject *
sl_project_new_for_workfile (SlWorkfile *workfile)
{
  SlProject *self = g_object_new (SL_TYPE_PROJECT, NULL);

  self->workfile = workfile;
  self->store = g_object_ref (workfile->store);
  self->journal = sl_journal_new (workfile->db);
  self->path = g_strdup (workfile->path);
  self->notice = g_strdup (workfile->notice);
  sl_project_start_saving (self);
  sl_project_restore_draft (self);
  return self;
}

/* Ends @txn (transfer full) as the start of a project: no step, since there is nothing to undo. */
static gboolean
commit_start (SlProject *self, SlTxn *txn, gboolean ok, GError **error)
{
  g_autoptr (SlChangeSet) changes = NULL;

  if (!ok || !sl_journal_log (self->journal, sl_txn_get_changes (txn), error))
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  changes = sl_txn_commit (txn, error);
  if (changes != NULL)
    sl_project_note_commit (self);
  return changes != NULL;
}

/* Puts in what every project has. It gets no title: what nobody named may take the name of what is
 * imported, and is shown as untitled as long. */
static gboolean
add_project_record (SlProject *self, GError **error)
{
  SlValue values[SL_PROJECT_N_FIELDS] = { 0 };
  SlTxn *txn = sl_txn_begin (self->workfile->db, self->store, error);
  gboolean ok;

  if (txn == NULL)
    return FALSE;
  ok = sl_txn_insert (txn, SL_KIND_PROJECT, SL_ID_NONE, values, NULL, error);
  return commit_start (self, txn, ok, error);
}

/* Puts in all records of the file at @path. */
static gboolean
add_records_of_file (SlProject *self, const char *path, GError **error)
{
  g_autofree char *name = sl_file_name (path);
  g_autoptr (GBytes) bytes = sl_file_read (path, NULL, error);
  g_autoptr (SlStore) model = bytes != NULL ? sl_image_read (bytes, name, error) : NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn;

  if (model == NULL)
    return FALSE;
  txn = sl_txn_begin (self->workfile->db, self->store, error);
  if (txn == NULL)
    return FALSE;
  changes = sl_change_set_diff (sl_store_get_snapshot (self->store), sl_store_get_snapshot (model));
  return commit_start (self, txn, sl_txn_apply (txn, changes, error), error);
}

static SlProject *
new_project (const char *model, GError **error)
{
  SlWorkfile *workfile = sl_workfile_new (error);
  SlProject *self;

  if (workfile == NULL)
    return NULL;
  self = sl_project_new_for_workfile (workfile);
  if (model != NULL ? !add_records_of_file (self, model, error) : !add_project_record (self, error))
    {
      sl_project_discard (self);
      g_clear_object (&self);
    }
  return self;
}

SlProject *
sl_project_new (GError **error)
{
  return new_project (NULL, error);
}

SlProject *
sl_project_new_from_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return new_project (path, error);
}

SlProject *
sl_project_open (const char *path, GError **error)
{
  SlWorkfile *workfile;

  g_return_val_if_fail (path != NULL, NULL);

  workfile = sl_workfile_open (path, error);
  return workfile != NULL ? sl_project_new_for_workfile (workfile) : NULL;
}

/* (transfer full) (nullable): what a crash left beside the file that is read now. */
static char *
unsaved_notice (const char *name, gint64 n)
{
  if (n <= 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "“%s” has %d change on this computer that is not in the "
                                       "file yet. Open it in the program to restore it.",
                                       "“%s” has %d changes on this computer that are not in the "
                                       "file yet. Open it in the program to restore them.",
                                       (gulong)n),
                          name, (int)n);
}

SlProject *
sl_project_open_read_only (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  SlStore *store;
  SlProject *self;
  gint64 n_unsaved;

  g_return_val_if_fail (path != NULL, NULL);

  name = sl_file_name (path);
  bytes = sl_file_read (path, NULL, error);
  store = bytes != NULL ? sl_image_read (bytes, name, error) : NULL;
  if (store == NULL)
    return NULL;
  self = g_object_new (SL_TYPE_PROJECT, NULL);
  self->store = store;
  self->path = g_strdup (path);
  self->bytes = g_steal_pointer (&bytes);
  self->past_steps = sl_workfile_look (path, &n_unsaved);
  self->notice = unsaved_notice (name, n_unsaved);
  return self;
}

SlProject *
sl_project_reopen (const char *key, GError **error)
{
  SlWorkfile *workfile;

  g_return_val_if_fail (key != NULL, NULL);

  workfile = sl_workfile_reopen (key, error);
  return workfile != NULL ? sl_project_new_for_workfile (workfile) : NULL;
}

GPtrArray *
sl_project_list_recoverable (void)
{
  return sl_workfile_list ();
}

const char *
sl_project_get_notice (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return self->notice;
}

SlStore *
sl_project_get_store (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return self->store;
}

SlSnapshot *
sl_project_get_snapshot (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return sl_store_get_snapshot (self->store);
}

const char *
sl_project_get_path (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return self->path;
}

char *
sl_project_get_display_name (SlProject *self)
{
  SlSnapshot *snapshot;
  const char *title;

  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  snapshot = sl_store_get_snapshot (self->store);
  title = sl_snapshot_title (snapshot, sl_snapshot_project_id (snapshot));
  if (*title != '\0')
    return g_strdup (title);
  if (self->path == NULL)
    return g_strdup (_ ("Untitled Project"));
  char *name = g_filename_display_basename (self->path);
  if (g_str_has_suffix (name, SUFFIX) && !g_str_equal (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* --- Commands --- */

gboolean
sl_project_check_ready (SlProject *self, GError **error)
{
  if (self->workfile == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, "%s",
                   self->past_steps != NULL ? _ ("The project was opened to be read only.")
                                            : _ ("The project is closed."));
      return FALSE;
    }
  if (self->telling)
    {
      g_critical ("A listener changes the project while it hears of a change");
      g_set_error (error, SL_ERROR, SL_ERROR_BUSY, _ ("Another change is under way."));
      return FALSE;
    }
  return TRUE;
}

gboolean
sl_project_finish (SlProject *self, SlTxn *txn, GError **error)
{
  g_autoptr (SlChangeSet) changes = sl_txn_commit (txn, error);

  if (changes == NULL)
    return FALSE;
  g_object_ref (self);
  sl_project_note_commit (self);
  self->telling = TRUE;
  sl_store_notify (self->store, changes);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
  g_signal_emit (self, signals[SIGNAL_JOURNAL_CHANGED], 0);
  self->telling = FALSE;
  g_object_unref (self);
  return TRUE;
}

/* While the disk is full, only what makes the project smaller may be written. */
static gboolean
check_room (SlProject *self, const SlChangeSet *changes, GError **error)
{
  if (!sl_project_is_full (self))
    return TRUE;
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      if (change->op == SL_CHANGE_REMOVE
          || (change->op == SL_CHANGE_SET && change->new_value.type == SL_VALUE_NULL))
        continue;
      g_set_error (error, SL_ERROR, SL_ERROR_FULL,
                   _ ("There is no room left on the disk. Free some room; until then you can only "
                      "remove and undo."));
      return FALSE;
    }
  return TRUE;
}

/* Whether @txn did anything that lasts. */
static gboolean
has_effect (SlTxn *txn)
{
  g_autoptr (SlChangeSet) net = sl_change_set_net (sl_txn_get_changes (txn));

  return sl_change_set_length (net) > 0;
}

static gboolean
run_in_txn (SlProject *self, const SlCommand *command, GVariant *params, SlCommandResult *result,
            GError **error)
{
  SlTxn *txn = sl_txn_begin (self->workfile->db, self->store, error);

  if (txn == NULL)
    return FALSE;
  if (!sl_command_run (command, txn, params, result, error))
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  if (!has_effect (txn))
    {
      sl_txn_rollback (txn);
      return TRUE;
    }
  if (!check_room (self, sl_txn_get_changes (txn), error)
      || !sl_journal_record (self->journal, sl_txn_get_changes (txn), command->id, result->subject,
                             result->detail, error))
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  return sl_project_finish (self, txn, error);
}

/* Hands on why a transaction failed, having looked for the reason that the disk is full. */
static gboolean
fail (SlProject *self, GError **reason, GError **error)
{
  if (g_error_matches (*reason, SL_ERROR, SL_ERROR_FULL))
    sl_project_note_full (self);
  g_propagate_error (error, g_steal_pointer (reason));
  return FALSE;
}

static const SlCommand *
find_command (const char *id, GVariant *params, GError **error)
{
  const SlCommand *command = sl_command_by_id (id);

  if (command == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no command “%s”."), id);
  else if (params == NULL || !g_variant_is_of_type (params, G_VARIANT_TYPE (command->params)))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("The command “%s” takes parameters of type %s, not %s."), id, command->params,
                   params != NULL ? g_variant_get_type_string (params) : "()");
      return NULL;
    }
  return command;
}

gboolean
sl_project_run (SlProject *self, const char *command_id, GVariant *params, SlId *out_id,
                GError **error)
{
  g_autoptr (GVariant) held = params != NULL ? g_variant_ref_sink (params) : NULL;
  const SlCommand *command;

  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (command_id != NULL, FALSE);

  command = find_command (command_id, held, error);
  return command != NULL && sl_project_run_command (self, command, held, out_id, error);
}

gboolean
sl_project_run_command (SlProject *self, const SlCommand *command, GVariant *params, SlId *out_id,
                        GError **error)
{
  SlCommandResult result = { 0 };
  g_autoptr (GError) reason = NULL;
  gboolean ok;

  if (!sl_project_check_ready (self, error))
    return FALSE;
  ok = run_in_txn (self, command, params, &result, &reason) || fail (self, &reason, error);
  if (ok && out_id != NULL)
    *out_id = result.id;
  g_free (result.subject);
  g_free (result.detail);
  return ok;
}

static SlSnapshot *
try_in_txn (SlProject *self, const SlCommand *command, GVariant *params, SlCommandResult *result,
            GError **error)
{
  SlTxn *txn = sl_txn_begin (self->workfile->db, self->store, error);
  SlSnapshot *plan = NULL;

  if (txn == NULL)
    return NULL;
  if (sl_command_run (command, txn, params, result, error))
    plan = sl_snapshot_ref (sl_txn_get_snapshot (txn));
  sl_txn_rollback (txn);
  return plan;
}

SlSnapshot *
sl_project_try (SlProject *self, const char *command_id, GVariant *params, GError **error)
{
  g_autoptr (GVariant) held = params != NULL ? g_variant_ref_sink (params) : NULL;
  const SlCommand *command;
  SlCommandResult result = { 0 };
  SlSnapshot *plan = NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);
  g_return_val_if_fail (command_id != NULL, NULL);

  command = find_command (command_id, held, error);
  if (command != NULL && sl_project_check_ready (self, error))
    plan = try_in_txn (self, command, held, &result, error);
  g_free (result.subject);
  g_free (result.detail);
  return plan;
}

/* --- Undo and redo --- */

static gboolean
replay_in_txn (SlProject *self, gboolean redo, GError **error)
{
  g_autoptr (SlJournalStep) step = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn;

  step = sl_journal_next (self->journal, redo);
  if (step == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, "%s",
                   redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
      return FALSE;
    }
  changes = sl_journal_read (self->journal, step, redo, error);
  txn = changes != NULL ? sl_txn_begin (self->workfile->db, self->store, error) : NULL;
  if (txn == NULL)
    return FALSE;
  if (!sl_txn_apply (txn, changes, error)
      || !sl_journal_log (self->journal, sl_txn_get_changes (txn), error)
      || !sl_journal_mark (self->journal, step, !redo, error))
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  return sl_project_finish (self, txn, error);
}

static gboolean
replay (SlProject *self, gboolean redo, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return sl_project_check_ready (self, error)
         && (replay_in_txn (self, redo, &reason) || fail (self, &reason, error));
}

gboolean
sl_project_undo (SlProject *self, GError **error)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return replay (self, FALSE, error);
}

gboolean
sl_project_redo (SlProject *self, GError **error)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return replay (self, TRUE, error);
}

static gboolean
has_step (SlProject *self, gboolean redo)
{
  g_autoptr (SlJournalStep) step = NULL;

  if (self->journal != NULL)
    step = sl_journal_next (self->journal, redo);
  return step != NULL;
}

gboolean
sl_project_can_undo (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return has_step (self, FALSE);
}

gboolean
sl_project_can_redo (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return has_step (self, TRUE);
}

/* Fills the "%s" of @label, or "%1$s" and "%2$s" where a translation changes their order. By hand,
 * since neither is a literal format. (transfer full) */
static char *
fill_label (const char *label, const char *subject, const char *detail)
{
  const char *parts[] = { subject != NULL ? subject : "", detail != NULL ? detail : "" };
  GString *filled = g_string_new (NULL);
  guint next = 0;

  for (const char *p = label; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] == 's')
        {
          g_string_append (filled, next < G_N_ELEMENTS (parts) ? parts[next] : "");
          next++;
          p += 1;
        }
      else if (p[0] == '%' && (p[1] == '1' || p[1] == '2') && p[2] == '$' && p[3] == 's')
        {
          g_string_append (filled, parts[p[1] - '1']);
          p += 3;
        }
      else
        g_string_append_c (filled, *p);
    }
  return g_string_free (filled, FALSE);
}

/* (transfer full) */
static char *
step_label (const SlJournalStep *step)
{
  const SlCommand *command = strcmp (step->command, sl_project_reload_step.id) == 0
                                 ? &sl_project_reload_step
                                 : sl_command_by_id (step->command);
  gboolean translated = step->detail != NULL && *step->detail != '\0';

  if (command == NULL)
    return g_strdup (step->command);
  return fill_label (_ (command->label), step->subject,
                     translated ? g_dgettext (GETTEXT_PACKAGE, step->detail) : NULL);
}

static char *
next_label (SlProject *self, gboolean redo)
{
  g_autoptr (SlJournalStep) step = NULL;

  if (self->journal != NULL)
    step = sl_journal_next (self->journal, redo);
  return step != NULL ? step_label (step) : NULL;
}

char *
sl_project_get_undo_label (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return next_label (self, FALSE);
}

char *
sl_project_get_redo_label (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return next_label (self, TRUE);
}

static void
history_step_free (gpointer data)
{
  SlHistoryStep *step = data;

  g_free (step->label);
  g_free (step);
}

GPtrArray *
sl_project_get_history (SlProject *self)
{
  GPtrArray *history = g_ptr_array_new_with_free_func (history_step_free);
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self), history);

  if (self->journal != NULL)
    steps = sl_journal_list (self->journal);
  else if (self->past_steps != NULL)
    steps = g_ptr_array_ref (self->past_steps);
  else
    return history;
  for (guint i = 0; i < steps->len; i++)
    {
      const SlJournalStep *from = steps->pdata[i];
      SlHistoryStep *step = g_new0 (SlHistoryStep, 1);

      step->label = step_label (from);
      step->at_us = from->at_us;
      step->n_changes = from->n_changes;
      step->undone = from->undone;
      g_ptr_array_add (history, step);
    }
  return history;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The facade: one open project with its store, its working copy and its undo history. */

#pragma once

#include "command/sl-command.h"
#include "model/sl-store.h"

G_BEGIN_DECLS

#define SL_TYPE_PROJECT (sl_project_get_type ())
G_DECLARE_FINAL_TYPE (SlProject, sl_project, SL, PROJECT, GObject)

/**
 * SlSavedState:
 * @SL_SAVED: everything is durable and the file has it
 * @SL_SAVED_LOCALLY: durable in the working copy, not yet in the file
 * @SL_SAVING: edits are on their way to the disk
 * @SL_SAVE_FAILED: the file could not be written; the work is safe in the working copy
 */
typedef enum
{
  SL_SAVED,
  SL_SAVED_LOCALLY,
  SL_SAVING,
  SL_SAVE_FAILED,
} SlSavedState;

/* Signals: "changed" (SlChangeSet), "journal-changed", "saved-state-changed". */

/* A new project without a file; its working copy is kept until it is saved or discarded. */
SlProject *sl_project_new (GError **error);
/* A new project with the records of @path (a sample, a template); @path itself is only read. */
SlProject *sl_project_new_from_file (const char *path, GError **error);
/* Opens a file: reads its bytes, verifies, continues or creates the working copy.
 * Errors: one clear sentence; nothing is changed. */
SlProject *sl_project_open (const char *path, GError **error);
/**
 * sl_project_open_async:
 * @path: a file
 * @callback: called in this thread's main context
 *
 * As sl_project_open(), which a worker does meanwhile. Who asks must fetch the result.
 */
void sl_project_open_async (const char *path, GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full) (nullable). Errors: as sl_project_open(). */
SlProject *sl_project_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a file without a working copy: nothing is locked, kept or written, also while somebody has
 * it open, and every command is refused. Its history is that of this computer. Errors: as
 * sl_project_open(), but never %SL_ERROR_BUSY. */
SlProject *sl_project_open_read_only (const char *path, GError **error);
/* What opening found worth saying ("Restored 12 changes"), or NULL. (transfer none) */
const char *sl_project_get_notice (SlProject *self);
SlStore *sl_project_get_store (SlProject *self);
SlSnapshot *sl_project_get_snapshot (SlProject *self); /* (transfer none) */
const char *sl_project_get_path (SlProject *self);     /* NULL: never saved */
/* The title, else the name of the file without its ending. (transfer full) */
char *sl_project_get_display_name (SlProject *self);

/* Runs a command. @params: floating or not, of the command's type. An empty net change is a success
 * and makes no history. @out_id: (nullable): the record to select. */
gboolean sl_project_run (SlProject *self, const char *command, GVariant *params, SlId *out_id,
                         GError **error);
/**
 * sl_project_try:
 * @command: id of a command
 * @params: floating or not, of the command's type
 *
 * What the plan would be after @command; nothing is changed, nobody hears of it.
 *
 * Errors: as sl_project_run().
 *
 * Returns: (transfer full) (nullable)
 */
SlSnapshot *sl_project_try (SlProject *self, const char *command, GVariant *params,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * sl_project_set_draft:
 * @command: (nullable): id of a command; %NULL: nothing is being typed
 * @params: (nullable): floating or not, of the command's type
 *
 * Keeps what is being typed as the command that finishing would run. It is neither seen nor a step
 * of the history; only a project that is opened after the program was killed runs it. There is one
 * draft: each call replaces the one before. Whoever set it takes it back when typing ends.
 */
void sl_project_set_draft (SlProject *self, const char *command, GVariant *params);
/* What a view remembers for this project on this computer, "" where nothing: neither undoable nor
 * in the file, gone with the working copy. (transfer full) */
char *sl_project_get_view (SlProject *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
void sl_project_set_view (SlProject *self, const char *key, const char *value);
gboolean sl_project_undo (SlProject *self, GError **error);
gboolean sl_project_redo (SlProject *self, GError **error);
gboolean sl_project_can_undo (SlProject *self);
gboolean sl_project_can_redo (SlProject *self);
/* "Add “Cut delivery time”": translated, without the word Undo. (transfer full) (nullable) */
char *sl_project_get_undo_label (SlProject *self);
char *sl_project_get_redo_label (SlProject *self);

/**
 * sl_project_get_past:
 * @day: a day
 * @begins: (out): first day of the record of changes; %SL_INT_NULL where there is none
 *
 * The plan as it was at the end of @day. Where the record begins only after @day, what was changed
 * is not known: then only what the plan itself dates is taken back, which is measured values,
 * answers about trust, dates that differ from those agreed by then, and goals closed since.
 *
 * Returns: (transfer full)
 */
SlSnapshot *sl_project_get_past (SlProject *self, gint64 day,
                                 gint64 *begins) G_GNUC_WARN_UNUSED_RESULT;

/* One step of the history, oldest first, for `log`. */
typedef struct
{
  char *label;
  gint64 at_us; /* UTC microseconds */
  guint n_changes;
  gboolean undone;
} SlHistoryStep;
GPtrArray *sl_project_get_history (SlProject *self); /* (transfer full): of SlHistoryStep */

/**
 * SlDeleted:
 * @kind: what it was
 * @id: the record that was deleted
 * @title: how it was called
 * @at_us: when; UTC microseconds
 * @n_more: records that went with it and come back with it
 * @params: of the command "record.restore"
 */
typedef struct
{
  SlKindId kind;
  SlId id;
  char *title;
  gint64 at_us;
  guint n_more;
  GVariant *params;
} SlDeleted;
void sl_deleted_free (SlDeleted *self);
/* Records with a title that a step of the history deleted and that are not there now, the newest
 * first; as many as undo remembers. (transfer full) (element-type SlDeleted) */
GPtrArray *sl_project_list_deleted (SlProject *self) G_GNUC_WARN_UNUSED_RESULT;

SlSavedState sl_project_get_saved_state (SlProject *self);
/* Why the file could not be written and where the work is meanwhile, for a window; NULL unless
 * %SL_SAVE_FAILED. */
const char *sl_project_get_save_error (SlProject *self);
/* Publishes now and waits. CLI, tests and closing; the application uses the async form. */
gboolean sl_project_save (SlProject *self, GError **error);
void sl_project_save_async (SlProject *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean sl_project_save_finish (SlProject *self, GAsyncResult *result, GError **error);
/* Looks whether the file is still the one that was read or written last, and, where it seems to be
 * another one, has it compared in the background; a difference becomes %SL_SAVE_FAILED. For
 * monitors and timers. */
void sl_project_check_file (SlProject *self);
/* Whether somebody else changed the file and nothing of ours would be lost by taking that over. */
gboolean sl_project_can_reload (SlProject *self);
/* Takes over the file as it is now, as one step that undo takes back. Waits for the disk. */
gboolean sl_project_reload (SlProject *self, GError **error);
/* Gives the project another file (and, for a new one, its first). Overwrites what is there. */
gboolean sl_project_save_as (SlProject *self, const char *path, GError **error);
/* Flushes, publishes if there is a file, releases the lock. The object stays readable. */
gboolean sl_project_close (SlProject *self, GError **error);
/* Throws an unsaved new project's working copy away. */
void sl_project_discard (SlProject *self);

/* Working copies of new projects that were never saved, and of files with unsaved work, found at
 * start: paths or display names with keys to reopen. */
typedef struct
{
  char *key;
  char *path; /* NULL: never saved */
  char *title;
  gint64 at_us;
} SlRecoverable;
GPtrArray *sl_project_list_recoverable (void);
SlProject *sl_project_reopen (const char *key, GError **error);

G_END_DECLS

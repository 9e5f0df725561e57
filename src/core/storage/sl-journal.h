/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done, in named steps: undo and redo that outlive the program. Every transaction counts
 * up "seq" and leaves its changes as rows; a step is the transactions first to last that one undo
 * takes back. */

#pragma once

#include "model/sl-change.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

#define SL_JOURNAL_MAX_STEPS 500
#define SL_JOURNAL_MAX_BYTES (32 * 1024 * 1024)
/* Typing into one field within this time is one step. */
#define SL_JOURNAL_MERGE_US (2 * G_USEC_PER_SEC)

typedef struct
{
  gint64 first, last; /* seq of its transactions */
  char *command;      /* id in the registry of commands */
  char *subject;      /* (nullable) */
  char *detail;       /* (nullable) */
  gint64 at_us;
  guint n_changes;
  gboolean undone;
} SlJournalStep;

void sl_journal_step_free (SlJournalStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJournalStep, sl_journal_step_free)

typedef struct _SlJournal SlJournal;

/* @db: a working copy; outlives the journal. */
SlJournal *sl_journal_new (SlDb *db);
void sl_journal_free (SlJournal *self);

/**
 * sl_journal_record:
 * @changes: what the open transaction did
 * @command: id of the command
 * @subject: (nullable), @detail: (nullable): for the label
 *
 * Makes the open transaction a step, or part of the last one if that typed into the same field a
 * moment ago. What had been undone can no longer be redone; the oldest steps beyond the budget go.
 */
gboolean sl_journal_record (SlJournal *self, const SlChangeSet *changes, const char *command,
                            const char *subject, const char *detail, GError **error);
/* Counts the open transaction without making it a step: undo, redo, a new project. */
gboolean sl_journal_log (SlJournal *self, const SlChangeSet *changes, GError **error);

/* The step that undo (@redo: redo) takes next, or NULL. (transfer full) */
SlJournalStep *sl_journal_next (SlJournal *self, gboolean redo);
/* What undo (@redo: redo) of @step has to apply. (transfer full) */
SlChangeSet *sl_journal_read (SlJournal *self, const SlJournalStep *step, gboolean redo,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @step removed records. */
gboolean sl_journal_has_removals (SlJournal *self, const SlJournalStep *step);
/* Marks @step in the open transaction. */
gboolean sl_journal_mark (SlJournal *self, const SlJournalStep *step, gboolean undone,
                          GError **error);
/* All steps, oldest first. (transfer full) (element-type SlJournalStep) */
GPtrArray *sl_journal_list (SlJournal *self);

/* The net of the transactions after @since up to @until. (transfer full) */
SlChangeSet *sl_journal_net (SlDb *db, gint64 since, gint64 until,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Drops the rows of transactions after @since up to @until that no step needs. */
gboolean sl_journal_purge (SlDb *db, gint64 since, gint64 until, GError **error);

G_END_DECLS

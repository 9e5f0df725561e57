/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the project share. */

#pragma once

#include "project/sl-project.h"
#include "storage/sl-file.h"
#include "storage/sl-journal.h"
#include "storage/sl-saver.h"
#include "storage/sl-txn.h"
#include "storage/sl-workfile.h"

G_BEGIN_DECLS

typedef struct _SlProjectLink SlProjectLink;

struct _SlProject
{
  GObject parent_instance;
  GMainContext *context;
  SlWorkfile *workfile; /* NULL once closed, and where it is only read */
  SlStore *store;
  SlJournal *journal;    /* NULL once closed */
  GPtrArray *past_steps; /* of SlJournalStep, where it is only read; else NULL */
  char *notice;
  char *path;       /* NULL: never saved */
  GBytes *bytes;    /* of the file, where it is only read; else NULL */
  char *draft;      /* as the working copy has it; NULL: none was set */
  gboolean telling; /* listeners are being told of a change */

  /* Of sl-project-save.c. */
  SlSaver *saver; /* NULL once closed */
  SlProjectLink *link;
  gint64 seq; /* transactions so far */
  gint64 published;
  SlSavedState state;
  GError *save_error;       /* NULL unless SL_SAVE_FAILED */
  GSource *timer;           /* next publishing, or NULL */
  gint64 unpublished_since; /* monotonic time of the first edit that the file lacks; 0: none */
  guint retry_ms;           /* wait before the next attempt after a failure; 0: none failed */
  gboolean full;            /* the disk was full */
  SlFileInfo seen;          /* the file when it was looked at last */
  GPtrArray *save_tasks;    /* of GTask that wait for a publishing; their data is the ticket */
};

/* sl_project_run() for a command that need not be in the registry. */
gboolean sl_project_run_command (SlProject *self, const SlCommand *command, GVariant *params,
                                 SlId *out_id, GError **error);
/* A project on @workfile (transfer full), which it owns from now on. (transfer full) */
SlProject *sl_project_new_for_workfile (SlWorkfile *workfile);
/* Finishes what was being typed when the program was killed. */
void sl_project_restore_draft (SlProject *self);
/* Whether the project can take a transaction now. */
gboolean sl_project_check_ready (SlProject *self, GError **error);
/* Ends @txn (transfer full) well and tells everybody, or takes it back. */
gboolean sl_project_finish (SlProject *self, SlTxn *txn, GError **error);
/* How the history names what sl_project_reload() did. */
extern const SlCommand sl_project_reload_step;
void sl_project_start_saving (SlProject *self);
void sl_project_stop_saving (SlProject *self);
/* A transaction was committed. */
void sl_project_note_commit (SlProject *self);
/* A transaction failed for want of room. */
void sl_project_note_full (SlProject *self);
gboolean sl_project_is_full (SlProject *self);
void sl_project_emit_saved_state (SlProject *self);

G_END_DECLS

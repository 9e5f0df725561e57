/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that waits for the disk, so that nobody else has to. The thread that edits commits to
 * the page cache; this one makes commits durable, publishes and checkpoints. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SlSaver SlSaver;

/* Where the thread stands. */
typedef struct
{
  gint64 durable;   /* all transactions up to this seq survive a power cut */
  gint64 published; /* seq that the file holds; -1: none was written yet by this thread */
  guint finished;   /* ticket of the last publishing that ended */
  GError *error;    /* why it or the last sync failed, or NULL */
} SlSaverStatus;

void sl_saver_status_clear (SlSaverStatus *status);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlSaverStatus, sl_saver_status_clear)

/**
 * sl_saver_new:
 * @dir: folder of a working copy whose database exists
 * @notify: called in the saver's thread after each piece of work
 *
 * Starts the thread.
 *
 * Returns: (transfer full): stopped by sl_saver_stop()
 */
SlSaver *sl_saver_new (const char *dir, void (*notify) (gpointer data), gpointer data);

/* Asks for the transactions up to @seq to be made durable. */
void sl_saver_sync (SlSaver *self, gint64 seq);

/* Asks for everything that was written so far to be made durable, whether it counts as a
 * transaction or not. */
void sl_saver_sync_all (SlSaver *self);

/* Asks for a publishing. Returns: its ticket; it has ended when the status says finished >= ticket.
 * Requests that were not begun yet are one publishing. */
guint sl_saver_publish (SlSaver *self, const char *path, gboolean overwrite);

/* Waits for the publishing @ticket. Errors: those of sl_publish(). */
gboolean sl_saver_wait (SlSaver *self, guint ticket, GError **error);

/* (out): cleared by the caller. */
void sl_saver_get_status (SlSaver *self, SlSaverStatus *status);

/* Finishes what was asked for, ends the thread and frees @self. */
void sl_saver_stop (SlSaver *self);

G_END_DECLS

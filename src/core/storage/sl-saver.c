/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thread with its own connection. Requests are not queued but remembered: ten edits that came
 * while the disk was busy are one sync. */

#include "config.h"

#include "storage/sl-saver.h"

#include <glib/gstdio.h>

#include "storage/sl-db.h"
#include "storage/sl-publish.h"
#include "storage/sl-ws.h"

#define QUIET_US (G_USEC_PER_SEC * 3 / 2)
#define MAX_LOG_BYTES (32 * 1024 * 1024)

struct _SlSaver
{
  GThread *thread;
  char *dir;
  void (*notify) (gpointer data);
  gpointer data;

  GMutex mutex; /* guards all below */
  GCond changed;
  gint64 sync_to;
  gboolean sync_all; /* whatever the numbers say */
  gint64 edited_at;  /* monotonic time of the last request to sync */
  gint64 durable;
  gint64 published;
  guint wanted;   /* last ticket given out */
  guint finished; /* last ticket done */
  char *path;
  gboolean overwrite;
  GError *error;      /* of the last publishing */
  GError *sync_error; /* of the last sync */
  gboolean stop;
};

void
sl_saver_status_clear (SlSaverStatus *status)
{
  g_clear_error (&status->error);
}

/* Whether nobody is typing right now, or the log has grown so large that it does not matter. */
static gboolean
is_quiet (SlSaver *self)
{
  g_autofree char *log = g_build_filename (self->dir, "work.db-wal", NULL);
  GStatBuf info;
  gint64 edited_at;

  g_mutex_lock (&self->mutex);
  edited_at = self->edited_at;
  g_mutex_unlock (&self->mutex);
  return g_get_monotonic_time () - edited_at > QUIET_US
         || (g_stat (log, &info) == 0 && info.st_size > MAX_LOG_BYTES);
}

/* Moves the log into the database. The next writer then has to sync the header of the restarted
 * log while it holds the lock. This thread is that writer and not the one that edits, and does it
 * when an edit that would have to wait is unlikely. */
static void
checkpoint (SlSaver *self, SlDb *side)
{
  int in_log, moved;

  if (is_quiet (self)
      && sqlite3_wal_checkpoint_v2 (sl_db_handle (side), "main", SQLITE_CHECKPOINT_PASSIVE, &in_log,
                                    &moved)
             == SQLITE_OK
      && in_log == moved)
    sl_ws_set_int (side, SL_WS_CHECKPOINTED, g_get_real_time (), NULL);
}

static void
publish (SlSaver *self, SlDb *side)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SlPublishTarget target = { .dir = self->dir };
  gint64 published = -1;
  guint ticket;

  g_mutex_lock (&self->mutex);
  ticket = self->wanted;
  path = g_strdup (self->path);
  target.path = path;
  target.overwrite = self->overwrite;
  self->overwrite = FALSE;
  g_mutex_unlock (&self->mutex);

  if (sl_publish (side, &target, &published, &error))
    checkpoint (self, side);

  g_mutex_lock (&self->mutex);
  self->finished = ticket;
  if (error == NULL)
    {
      self->published = published;
      self->durable = MAX (self->durable, published);
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
sync_log (SlSaver *self, SlDb *side)
{
  g_autoptr (GError) error = NULL;
  gint64 seq;

  g_mutex_lock (&self->mutex);
  seq = self->sync_to;
  self->sync_all = FALSE;
  g_mutex_unlock (&self->mutex);

  sl_db_sync (side, &error);

  g_mutex_lock (&self->mutex);
  /* What could not be synced stays unacknowledged; the next edit or publishing tries again. */
  if (error == NULL)
    self->durable = MAX (self->durable, seq);
  else if (self->sync_to == seq)
    self->sync_to = self->durable;
  g_clear_error (&self->sync_error);
  self->sync_error = g_steal_pointer (&error);
  g_mutex_unlock (&self->mutex);
}

/* Waits for work: FALSE once there is none left and the thread shall end. */
static gboolean
wait_for_work (SlSaver *self, gboolean *must_sync, gboolean *must_publish)
{
  gboolean go_on;

  g_mutex_lock (&self->mutex);
  while (!self->stop && !self->sync_all && self->sync_to <= self->durable
         && self->wanted == self->finished)
    g_cond_wait (&self->changed, &self->mutex);
  *must_sync = self->sync_all || self->sync_to > self->durable;
  *must_publish = self->wanted != self->finished;
  go_on = *must_sync || *must_publish;
  g_mutex_unlock (&self->mutex);
  return go_on;
}

/* Without a connection every publishing fails with the same reason. */
static void
refuse (SlSaver *self, const GError *reason)
{
  g_mutex_lock (&self->mutex);
  self->finished = self->wanted;
  self->sync_to = self->durable;
  self->sync_all = FALSE;
  g_clear_error (&self->error);
  self->error = g_error_copy (reason);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static gpointer
saver_thread (gpointer data)
{
  SlSaver *self = data;
  g_autofree char *path = g_build_filename (self->dir, "work.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDb) side = sl_db_open (path, SL_DB_SIDE, &error);
  gboolean must_sync, must_publish;

  while (wait_for_work (self, &must_sync, &must_publish))
    {
      if (side == NULL)
        refuse (self, error);
      else
        {
          if (must_sync)
            sync_log (self, side);
          if (must_publish)
            publish (self, side);
        }
      self->notify (self->data);
    }
  return NULL;
}

SlSaver *
sl_saver_new (const char *dir, void (*notify) (gpointer data), gpointer data)
{
  SlSaver *self = g_new0 (SlSaver, 1);

  self->dir = g_strdup (dir);
  self->notify = notify;
  self->data = data;
  self->published = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("sl-saver", saver_thread, self);
  return self;
}

void
sl_saver_sync (SlSaver *self, gint64 seq)
{
  g_mutex_lock (&self->mutex);
  self->sync_to = MAX (self->sync_to, seq);
  self->edited_at = g_get_monotonic_time ();
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

void
sl_saver_sync_all (SlSaver *self)
{
  g_mutex_lock (&self->mutex);
  self->sync_all = TRUE;
  self->edited_at = g_get_monotonic_time ();
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

guint
sl_saver_publish (SlSaver *self, const char *path, gboolean overwrite)
{
  guint ticket;

  g_mutex_lock (&self->mutex);
  g_free (self->path);
  self->path = g_strdup (path);
  self->overwrite = self->overwrite || overwrite;
  ticket = ++self->wanted;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return ticket;
}

gboolean
sl_saver_wait (SlSaver *self, guint ticket, GError **error)
{
  gboolean ok;

  g_mutex_lock (&self->mutex);
  while (self->finished < ticket)
    g_cond_wait (&self->changed, &self->mutex);
  ok = self->error == NULL;
  if (!ok && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);
  return ok;
}

void
sl_saver_get_status (SlSaver *self, SlSaverStatus *status)
{
  g_mutex_lock (&self->mutex);
  status->durable = self->durable;
  status->published = self->published;
  status->finished = self->finished;
  if (self->error != NULL)
    status->error = g_error_copy (self->error);
  else if (self->sync_error != NULL)
    status->error = g_error_copy (self->sync_error);
  g_mutex_unlock (&self->mutex);
}

void
sl_saver_stop (SlSaver *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  g_clear_error (&self->sync_error);
  g_free (self->path);
  g_free (self->dir);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the project is saved and what it says about it. The saver's thread does the waiting; this
 * is the main thread's side: timers, state, and the calls that wait on purpose. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "project/sl-project-private.h"
#include "storage/sl-ws.h"

/* An edit reaches the file this long after the last one, but no later than that. */
#define PUBLISH_IDLE_MS 2000
#define PUBLISH_MAX_MS 30000
#define RETRY_FIRST_MS 10000
#define RETRY_MAX_MS 300000

static void schedule (SlProject *self);

/* --- State --- */

static void
set_state (SlProject *self, SlSavedState state, GError *error)
{
  gboolean same = self->state == state
                  && g_strcmp0 (error != NULL ? error->message : NULL,
                                self->save_error != NULL ? self->save_error->message : NULL)
                         == 0;

  self->state = state;
  g_clear_error (&self->save_error);
  self->save_error = error != NULL ? g_error_copy (error) : NULL;
  if (!same)
    sl_project_emit_saved_state (self);
}

static void
finish_tasks (SlProject *self, const SlSaverStatus *status)
{
  for (guint i = 0; i < self->save_tasks->len;)
    {
      g_autoptr (GTask) task = NULL;

      if (GPOINTER_TO_UINT (g_task_get_task_data (self->save_tasks->pdata[i])) > status->finished)
        {
          i++;
          continue;
        }
      task = g_ptr_array_steal_index (self->save_tasks, i);
      if (status->error != NULL)
        g_task_return_error (task, g_error_copy (status->error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* What a window says of @error, which kept the file from being written. (transfer full) */
static GError *
with_consolation (const GError *error, gboolean durable)
{
  if (!durable
      || !(g_error_matches (error, SL_ERROR, SL_ERROR_IO)
           || g_error_matches (error, SL_ERROR, SL_ERROR_FULL)))
    return g_error_copy (error);
  return g_error_new (SL_ERROR, error->code,
                      _ ("%s Your work is safe in this program; save a copy in another folder."),
                      error->message);
}

/* Takes over what the saver's thread has done. */
static void
update_state (SlProject *self)
{
  g_auto (SlSaverStatus) status = { 0 };

  if (self->saver == NULL)
    return;
  g_object_ref (self);
  sl_saver_get_status (self->saver, &status);
  if (status.published >= 0)
    self->published = MAX (self->published, status.published);
  if (status.error != NULL)
    {
      g_autoptr (GError) shown = with_consolation (status.error, status.durable >= self->seq);

      set_state (self, SL_SAVE_FAILED, shown);
      if (self->timer == NULL && !g_error_matches (status.error, SL_ERROR, SL_ERROR_CHANGED))
        {
          self->retry_ms = CLAMP (self->retry_ms * 2, RETRY_FIRST_MS, RETRY_MAX_MS);
          schedule (self);
        }
    }
  else
    {
      self->retry_ms = 0;
      if (self->published >= self->seq)
        self->unpublished_since = 0;
      if (self->path != NULL && self->published >= self->seq)
        set_state (self, SL_SAVED, NULL);
      else
        set_state (self, status.durable >= self->seq ? SL_SAVED_LOCALLY : SL_SAVING, NULL);
    }
  finish_tasks (self, &status);
  g_object_unref (self);
}

/* --- News from the saver's thread --- */

/* What the saver's thread may hold: the project itself may be gone before the main loop turns. Only
 * the main thread reads and clears "project". */
struct _SlProjectLink
{
  SlProject *project;
  GMainContext *context;
};

static void
link_clear (gpointer data)
{
  g_main_context_unref (((SlProjectLink *)data)->context);
}

static void
link_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, link_clear);
}

static gboolean
update_cb (gpointer data)
{
  SlProjectLink *link = data;

  if (link->project != NULL)
    update_state (link->project);
  return G_SOURCE_REMOVE;
}

/* In the saver's thread. */
static void
saver_cb (gpointer data)
{
  SlProjectLink *link = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, update_cb, g_atomic_rc_box_acquire (link), link_release);
  g_source_attach (source, link->context);
}

/* --- When --- */

static gboolean
publish_cb (gpointer data)
{
  SlProject *self = data;

  g_clear_pointer (&self->timer, g_source_unref);
  if (self->saver != NULL && self->path != NULL)
    sl_saver_publish (self->saver, self->path, FALSE);
  return G_SOURCE_REMOVE;
}

static void
cancel_timer (SlProject *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
schedule (SlProject *self)
{
  gint64 waited_ms = (g_get_monotonic_time () - self->unpublished_since) / 1000;
  gint64 wait_ms = MIN (PUBLISH_IDLE_MS, MAX (PUBLISH_MAX_MS - waited_ms, 0));

  cancel_timer (self);
  if (self->path == NULL)
    return;
  self->timer = g_timeout_source_new ((guint)MAX (wait_ms, self->retry_ms));
  g_source_set_callback (self->timer, publish_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

void
sl_project_note_commit (SlProject *self)
{
  sl_ws_get_int (self->workfile->db, SL_WS_SEQ, &self->seq, NULL);
  if (self->unpublished_since == 0)
    self->unpublished_since = g_get_monotonic_time ();
  sl_saver_sync (self->saver, self->seq);
  schedule (self);
  if (self->state != SL_SAVE_FAILED)
    set_state (self, SL_SAVING, NULL);
}

/* --- No room --- */

void
sl_project_note_full (SlProject *self)
{
  self->full = TRUE;
  sl_workfile_drop_ballast (self->workfile);
  /* A removal needs room in the log; the reserve gives it. */
  if (self->path != NULL)
    sl_saver_publish (self->saver, self->path, FALSE);
}

gboolean
sl_project_is_full (SlProject *self)
{
  if (self->full && sl_workfile_has_room (self->workfile)
      && sl_workfile_make_ballast (self->workfile))
    self->full = FALSE;
  return self->full;
}

/* --- Life --- */

void
sl_project_start_saving (SlProject *self)
{
  SlWorkfile *workfile = self->workfile;

  sl_ws_get_int (workfile->db, SL_WS_SEQ, &self->seq, NULL);
  sl_ws_get_int (workfile->db, SL_WS_PUBLISHED, &self->published, NULL);
  self->link = g_atomic_rc_box_new0 (SlProjectLink);
  self->link->project = self;
  self->link->context = g_main_context_ref (self->context);
  self->saver = sl_saver_new (workfile->dir, saver_cb, self->link);
  self->state = self->path != NULL && self->published >= self->seq ? SL_SAVED : SL_SAVED_LOCALLY;
  if (workfile->changed_elsewhere)
    {
      self->state = SL_SAVE_FAILED;
      self->save_error = g_error_new_literal (SL_ERROR, SL_ERROR_CHANGED, self->notice);
    }
  else if (self->seq > self->published)
    {
      self->unpublished_since = g_get_monotonic_time ();
      schedule (self);
    }
}

void
sl_project_stop_saving (SlProject *self)
{
  cancel_timer (self);
  if (self->save_tasks->len > 0)
    {
      GTask *last = self->save_tasks->pdata[self->save_tasks->len - 1];

      sl_saver_wait (self->saver, GPOINTER_TO_UINT (g_task_get_task_data (last)), NULL);
      update_state (self);
    }
  g_clear_pointer (&self->saver, sl_saver_stop);
  if (self->link != NULL)
    self->link->project = NULL;
  g_clear_pointer (&self->link, link_release);
}

SlSavedState
sl_project_get_saved_state (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), SL_SAVED);

  return self->state;
}

const char *
sl_project_get_save_error (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), NULL);

  return self->save_error != NULL ? self->save_error->message : NULL;
}

/* --- Saving on demand --- */

static gboolean
check_savable (SlProject *self, GError **error)
{
  if (self->saver != NULL && self->path != NULL)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, "%s",
               self->saver == NULL ? _ ("The project is closed.")
                                   : _ ("The project has no file yet."));
  return FALSE;
}

static gboolean
publish_and_wait (SlProject *self, const char *path, gboolean overwrite, GError **error)
{
  gboolean ok;

  cancel_timer (self);
  ok = sl_saver_wait (self->saver, sl_saver_publish (self->saver, path, overwrite), error);
  update_state (self);
  return ok;
}

gboolean
sl_project_save (SlProject *self, GError **error)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return check_savable (self, error) && publish_and_wait (self, self->path, FALSE, error);
}

void
sl_project_save_async (SlProject *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_PROJECT (self));

  task = g_task_new (self, cancellable, callback, data);
  if (!check_savable (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cancel_timer (self);
  g_task_set_task_data (task, GUINT_TO_POINTER (sl_saver_publish (self->saver, self->path, FALSE)),
                        NULL);
  g_ptr_array_add (self->save_tasks, g_steal_pointer (&task));
}

gboolean
sl_project_save_finish (SlProject *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Gives the working copy the file @path (NULL: none) and, if @copy_id, another identity. */
static gboolean
adopt_path (SlProject *self, const char *path, const char *copy_id, GError **error)
{
  if (!sl_workfile_set_path (self->workfile, path, error)
      || !sl_workfile_set_copy_id (self->workfile, copy_id, error))
    return FALSE;
  g_free (self->path);
  self->path = g_strdup (path);
  return TRUE;
}

gboolean
sl_project_save_as (SlProject *self, const char *path, GError **error)
{
  g_autofree char *canonical = NULL;
  g_autofree char *old_path = NULL;
  g_autofree char *old_copy_id = NULL;
  g_autofree char *copy_id = NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (self->saver != NULL, FALSE);

  canonical = sl_workfile_canonical (path, error);
  if (canonical == NULL)
    return FALSE;
  old_path = g_strdup (self->path);
  old_copy_id = sl_workfile_get_copy_id (self->workfile);
  copy_id = g_strcmp0 (old_path, canonical) == 0 ? g_strdup (old_copy_id) : sl_ws_new_uid ();
  if (!adopt_path (self, canonical, copy_id, error))
    return FALSE;
  if (!publish_and_wait (self, canonical, TRUE, error))
    {
      adopt_path (self, old_path, old_copy_id, NULL);
      return FALSE;
    }
  sl_project_emit_saved_state (self);
  return TRUE;
}

/* --- The end --- */

/* Whether nothing but the empty project was ever there. */
static gboolean
is_untouched (SlProject *self)
{
  return self->path == NULL && self->seq <= 1;
}

gboolean
sl_project_close (SlProject *self, GError **error)
{
  gboolean ok = TRUE;
  gboolean untouched, complete;

  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  if (self->workfile == NULL)
    return TRUE;
  if (self->path != NULL && self->published < self->seq)
    ok = publish_and_wait (self, self->path, FALSE, error);
  untouched = is_untouched (self);
  complete = self->path != NULL && self->published >= self->seq;
  sl_project_stop_saving (self);
  update_state (self);
  g_clear_pointer (&self->journal, sl_journal_free);
  if (untouched)
    sl_workfile_discard (g_steal_pointer (&self->workfile));
  else
    sl_workfile_close (g_steal_pointer (&self->workfile), complete);
  return ok;
}

void
sl_project_discard (SlProject *self)
{
  g_return_if_fail (SL_IS_PROJECT (self));
  g_return_if_fail (self->path == NULL);

  if (self->workfile == NULL)
    return;
  sl_project_stop_saving (self);
  g_clear_pointer (&self->journal, sl_journal_free);
  sl_workfile_discard (g_steal_pointer (&self->workfile));
}

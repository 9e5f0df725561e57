/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file without holding up whoever asked: a worker reads and verifies the bytes, makes the
 * working copy and fills the store. Nobody else knows these yet, so nothing is shared; the caller's
 * thread owns them from the moment it takes them over. */

#include "config.h"

#include "project/sl-project-private.h"

/* What a worker has opened and nobody came for. */
static void
abandon (gpointer data)
{
  sl_workfile_close (data, FALSE);
}

static void
open_in_worker (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  SlWorkfile *workfile = sl_workfile_open (path, &error);

  if (workfile == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sl_store_get_snapshot (workfile->store); /* made once and kept */
  g_task_return_pointer (task, workfile, abandon);
}

void
sl_project_open_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_worker);
}

SlProject *
sl_project_open_finish (GAsyncResult *result, GError **error)
{
  SlWorkfile *workfile;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  workfile = g_task_propagate_pointer (G_TASK (result), error);
  return workfile != NULL ? sl_project_new_for_workfile (workfile) : NULL;
}

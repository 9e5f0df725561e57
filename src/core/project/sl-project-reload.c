/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file was changed by somebody else while it is open: noticing it, and taking over what is
 * there now where nothing of ours is unsaved. Their changes become one step, so that undo brings
 * back what was there before. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/sl-error.h"
#include "project/sl-project-private.h"
#include "storage/sl-file.h"
#include "storage/sl-image.h"

/* No command of the registry: nobody can run it but by changing the file. */
const SlCommand sl_project_reload_step = {
  .id = "file.reload",
  /* Translators: a step of the history; %s is the name of a file */
  .label = N_ ("Changes of “%s” by Somebody Else"),
};

void
sl_project_check_file (SlProject *self)
{
  SlFileInfo now = { 0 };

  g_return_if_fail (SL_IS_PROJECT (self));

  /* A file that is gone comes back when it is saved next. */
  if (self->saver == NULL || self->path == NULL || !sl_file_look (self->path, &now)
      || sl_file_info_equal (&now, &self->seen))
    return;
  self->seen = now;
  /* Whether its content is another one is found out where waiting does no harm. */
  sl_saver_publish (self->saver, self->path, FALSE);
}

gboolean
sl_project_can_reload (SlProject *self)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  return self->state == SL_SAVE_FAILED && self->published >= self->seq
         && g_error_matches (self->save_error, SL_ERROR, SL_ERROR_CHANGED);
}

/* Writes into @txn what makes the working copy that of @bytes. */
static gboolean
write_theirs (SlProject *self, SlTxn *txn, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlDb) image = sl_image_open (bytes, name, error);
  g_autoptr (SlStore) theirs = image != NULL ? sl_image_read (bytes, name, error) : NULL;
  g_autoptr (SlChangeSet) changes = NULL;

  if (theirs == NULL)
    return FALSE;
  changes
      = sl_change_set_diff (sl_store_get_snapshot (self->store), sl_store_get_snapshot (theirs));
  if (!sl_txn_apply (txn, changes, error))
    return FALSE;
  if (sl_change_set_length (changes) == 0
          ? !sl_journal_log (self->journal, sl_txn_get_changes (txn), error)
          : !sl_journal_record (self->journal, sl_txn_get_changes (txn), sl_project_reload_step.id,
                                name, NULL, error))
    return FALSE;
  return sl_workfile_adopt (self->workfile, image, bytes, error);
}

static gboolean
take_over (SlProject *self, GError **error)
{
  g_autofree char *name = sl_file_name (self->path);
  g_autoptr (GBytes) bytes = sl_file_read (self->path, NULL, error);
  SlTxn *txn = bytes != NULL ? sl_txn_begin (self->workfile->db, self->store, error) : NULL;

  if (txn == NULL)
    return FALSE;
  if (!write_theirs (self, txn, bytes, name, error))
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  if (!sl_project_finish (self, txn, error))
    return FALSE;
  sl_workfile_keep_base (self->workfile, bytes);
  self->published = self->seq;
  return sl_project_save (self, error);
}

gboolean
sl_project_reload (SlProject *self, GError **error)
{
  g_return_val_if_fail (SL_IS_PROJECT (self), FALSE);

  if (sl_project_can_reload (self))
    return sl_project_check_ready (self, error) && take_over (self, error);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("There are changes that are not in the file; save a copy of them first."));
  return FALSE;
}

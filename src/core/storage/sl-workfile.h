/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working copies: private folders under the user's state directory in which all editing happens.
 * Finds the one of a file or makes it, holds its lock, recovers after a crash. */

#pragma once

#include "model/sl-store.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;                  /* name of the folder */
  char *dir;                  /* the folder */
  char *path;                 /* canonical path of the user's file; NULL: never saved */
  SlDb *db;                   /* of role SL_DB_EDITS */
  SlStore *store;             /* holds what db holds */
  char *notice;               /* what opening found worth saying, or NULL */
  gboolean changed_elsewhere; /* both the file and the working copy have changes */
  gboolean fresh;             /* the folder was made just now */
  int lock;
} SlWorkfile;

/* A new, empty working copy without a file. Errors: %SL_ERROR_IO, %SL_ERROR_FULL. */
SlWorkfile *sl_workfile_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_workfile_open:
 * @path: the user's file
 *
 * Reads and verifies the file, then continues its working copy or makes one.
 *
 * Errors: %SL_ERROR_BUSY if it is open elsewhere; all of sl_file_read() and sl_image_open(). Then
 * nothing has changed on disk.
 *
 * Returns: (transfer full)
 */
SlWorkfile *sl_workfile_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_workfile_look:
 * @path: the user's file
 * @n_unsaved: (out): transactions that a crash left in the working copy only
 *
 * Looks at the working copy of a file without continuing it, even while somebody has it open.
 *
 * Returns: (transfer full) (element-type SlJournalStep): its history; empty where there is none
 */
GPtrArray *sl_workfile_look (const char *path, gint64 *n_unsaved);

/* Continues a working copy by its key, whatever has become of its file. */
SlWorkfile *sl_workfile_reopen (const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the working copy another file; another working copy of that file lets go of it.
 * Errors: %SL_ERROR_BUSY if @path is open elsewhere. */
gboolean sl_workfile_set_path (SlWorkfile *self, const char *path, GError **error);

/* The canonical form of @path, whose folder exists. (transfer full): NULL on error */
char *sl_workfile_canonical (const char *path, GError **error);

/* Path of a file in the folder. (transfer full) */
char *sl_workfile_file (SlWorkfile *self, const char *name);

/* The identity of this copy of the document. (transfer full) */
char *sl_workfile_get_copy_id (SlWorkfile *self);
gboolean sl_workfile_set_copy_id (SlWorkfile *self, const char *copy_id, GError **error);

/* Writes down, in the open transaction, that the working copy holds what the file has: @image,
 * opened from its @bytes. Once that is committed, sl_workfile_keep_base() follows. */
gboolean sl_workfile_adopt (SlWorkfile *self, SlDb *image, GBytes *bytes, GError **error);
/* Keeps @bytes as what was read last, and what was that before as a backup. */
void sl_workfile_keep_base (SlWorkfile *self, GBytes *bytes);

/* A reserve of disk space: with a full disk even a removal could not be written. FALSE where there
 * is no room for it. */
gboolean sl_workfile_make_ballast (SlWorkfile *self);
/* Whether there is room for the reserve and some edits. */
gboolean sl_workfile_has_room (SlWorkfile *self);
void sl_workfile_drop_ballast (SlWorkfile *self);

/* Closes the database and lets go of the lock. @clean: nothing is left to recover. */
void sl_workfile_close (SlWorkfile *self, gboolean clean);
/* Closes and removes the folder. */
void sl_workfile_discard (SlWorkfile *self);

/* A working copy that nobody has open and that holds more than its file. */
typedef struct
{
  char *key;
  char *path; /* NULL: never saved */
  char *title;
  gint64 at_us;
} SlWorkfileInfo;

void sl_workfile_info_free (SlWorkfileInfo *self);
/* (transfer full) (element-type SlWorkfileInfo). Also removes what was closed 90 days ago. */
GPtrArray *sl_workfile_list (void);

G_END_DECLS

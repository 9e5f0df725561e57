/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of working copies share. */

#pragma once

#include "storage/sl-workfile.h"

G_BEGIN_DECLS

/* In the names of databases that were put aside. */
#define SL_WORKFILE_DAMAGED_MARK ".corrupt-"
#define SL_WORKFILE_OLD_MARK ".old-"

void sl_workfile_free (SlWorkfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWorkfile, sl_workfile_free)

void sl_workfile_unlink (SlWorkfile *self, const char *name);
/* Whether it was closed with nothing left to do. */
gboolean sl_workfile_was_clean (SlWorkfile *self);

/* Whether @bytes of the file @path are a project that may be opened. */
gboolean sl_workfile_verify (const char *path, GBytes *bytes, GError **error);
/* Makes the database of a project that has no records yet. */
gboolean sl_workfile_create_empty (SlWorkfile *self, GError **error);
/* Continues the database or makes it from @bytes, the file as it is now (NULL: it cannot be read).
 * Fills db, store, notice and changed_elsewhere. */
gboolean sl_workfile_load (SlWorkfile *self, GBytes *bytes, GError **error);
/* The history in the working copy @dir, (transfer full), and how many of its transactions no file
 * has. */
GPtrArray *sl_workfile_read_steps (const char *dir, gint64 *n_unsaved);
/* Whether it holds work that no file has; @title: (out): (transfer full): of the project. */
gboolean sl_workfile_peek (SlWorkfile *self, char **title);

G_END_DECLS

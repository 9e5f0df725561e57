/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that programs which synchronize folders put beside a file when two computers changed it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of a conflict copy of the project @doc_id beside its file @path, or NULL. By its name,
 * which the common programs build alike, and by what it holds. (transfer full) */
char *sl_conflict_copy_find (const char *path, const char *doc_id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the views of a window remember of a project: which page showed, what was selected, how far
 * was zoomed, which rows were closed. It stays on this computer, in the project's working copy. */

#pragma once

#include "project/sl-project.h"

G_BEGIN_DECLS

/* Empty where nothing is remembered. (transfer full) */
GKeyFile *sl_view_state_load (SlProject *project) G_GNUC_WARN_UNUSED_RESULT;
void sl_view_state_store (GKeyFile *self, SlProject *project);
/* @ids: (nullable): set of gint64; nothing is remembered of an empty one. */
void sl_view_state_set_ids (GKeyFile *self, const char *group, const char *key, GHashTable *ids);
/* (transfer full): set of gint64 */
GHashTable *sl_view_state_get_ids (GKeyFile *self, const char *group,
                                   const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

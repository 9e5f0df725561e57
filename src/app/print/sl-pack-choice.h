/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which charts a pack has: those of its occasion, until one is switched on or off. */

#pragma once

#include <adwaita.h>

#include "sl-pack-preset.h"

G_BEGIN_DECLS

typedef struct _SlPackChoice SlPackChoice;

/* @group gets a row for each chart; it lives as long as the choice. @changed is called with @data
 * when somebody switches one. (transfer full) */
SlPackChoice *sl_pack_choice_new (AdwPreferencesGroup *group, void (*changed) (gpointer data),
                                  gpointer data);
void sl_pack_choice_free (SlPackChoice *self);
/* Switches on what @preset has, where it is another than before. */
void sl_pack_choice_set (SlPackChoice *self, const SlPackPreset *preset);
/* As SlSheet.parts. */
guint64 sl_pack_choice_get (SlPackChoice *self);

G_END_DECLS

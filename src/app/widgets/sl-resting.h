/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of a stack that costs nothing while it does not show. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_RESTING (sl_resting_get_type ())
G_DECLARE_FINAL_TYPE (SlResting, sl_resting, SL, RESTING, GtkWidget)

/* Holds @child (transfer full), which is hidden when this was mapped and is no more. */
GtkWidget *sl_resting_new (GtkWidget *child);
/* (transfer none) */
GtkWidget *sl_resting_get_child (SlResting *self);

G_END_DECLS

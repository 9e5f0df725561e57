/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what an import would bring, with a tick for each row. */

#pragma once

#include <gtk/gtk.h>

#include "io/sl-import-plan.h"

G_BEGIN_DECLS

/* Makes a view of @plan's items; ticks change their "skip". @plan must live as long as the view.
 * @changed is called after each tick. Returns: (transfer floating) */
GtkWidget *sl_import_preview_new (SlImportPlan *plan, void (*changed) (gpointer), gpointer data);

G_END_DECLS

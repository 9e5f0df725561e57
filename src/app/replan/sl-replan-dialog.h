/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in which work is planned anew: what is selected is shifted, or what was left is
 * carried over. It shows what would move and what that would break before one step does it. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

/* @view: "shift" or "carry-over": what shows first */
void sl_replan_dialog_present (GtkWindow *parent, SlSession *session, const char *view);

G_END_DECLS

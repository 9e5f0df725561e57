/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row in which the selected goal is closed: done or dropped, what it came to, what came of it
 * and what was learned. Enter stores all of it as one step. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CLOSE_BAR (sl_close_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlCloseBar, sl_close_bar, SL, CLOSE_BAR, GtkWidget)

/* Signal: "closed" (gint64 goal): it is stored. */
GtkWidget *sl_close_bar_new (SlSession *session);
/* Gives the focus to what came of it. */
void sl_close_bar_focus (SlCloseBar *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row to check in on the selected goal: progress, confidence, status, words. Enter stores them
 * as one step and asks for the next goal. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CHECK_IN_BAR (sl_check_in_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlCheckInBar, sl_check_in_bar, SL, CHECK_IN_BAR, GtkWidget)

/* Signal: "checked-in" (gint64 goal): it is stored; who listens selects the next one. */
GtkWidget *sl_check_in_bar_new (SlSession *session);
/* Gives the focus to the progress. */
void sl_check_in_bar_focus (SlCheckInBar *self);

G_END_DECLS

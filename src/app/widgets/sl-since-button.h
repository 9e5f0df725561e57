/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button that says since when charts mark what changed, and the choice behind it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_SINCE_BUTTON (sl_since_button_get_type ())
G_DECLARE_FINAL_TYPE (SlSinceButton, sl_since_button, SL, SINCE_BUTTON, GtkWidget)

/* Once. */
void sl_since_button_set_session (SlSinceButton *self, SlSession *session);
/* Marks what changed since the last meeting before today, or since a month ago where there was
 * none, and says so; again: marks nothing. */
void sl_since_toggle (SlSession *session);

G_END_DECLS

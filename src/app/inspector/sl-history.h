/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fields of a record were before, the newest change first, with day and reason. A change of
 * today that nobody gave a reason for asks for one in a row of its own. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_HISTORY (sl_history_get_type ())
G_DECLARE_FINAL_TYPE (SlHistory, sl_history, SL, HISTORY, GtkWidget)

/* @field: name of the field, not copied; NULL: all fields. It is not visible while nothing was
 * changed.
 *
 * Signal: "explained": a reason was typed; the focus is to go back. */
GtkWidget *sl_history_new (SlSession *session, SlId item, const char *field);
/* Goes to the row that asks for a reason. Returns: whether there is one */
gboolean sl_history_ask (SlHistory *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a conflict ends: its outcome, whether it was agreed, escalated or accepted, what is changed
 * by that in the same step, and which findings it answers. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CONFLICT_SETTLE (sl_conflict_settle_get_type ())
G_DECLARE_FINAL_TYPE (SlConflictSettle, sl_conflict_settle, SL, CONFLICT_SETTLE, GtkWidget)

GtkWidget *sl_conflict_settle_new (SlSession *session, SlId conflict);
/* Reads record and findings again after a change. */
void sl_conflict_settle_refresh (SlConflictSettle *self);

G_END_DECLS

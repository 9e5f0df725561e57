/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of hand-offs between parties, with the dates of both sides and how far they are apart,
 * above a bar in which a new one is typed. */

#pragma once

#include "sl-session.h"
#include "widgets/sl-record-table.h"

G_BEGIN_DECLS

#define SL_TYPE_HAND_OFF_VIEW (sl_hand_off_view_get_type ())
G_DECLARE_FINAL_TYPE (SlHandOffView, sl_hand_off_view, SL, HAND_OFF_VIEW, GtkWidget)

GtkWidget *sl_hand_off_view_new (SlSession *session);
SlRecordTable *sl_hand_off_view_get_table (SlHandOffView *self); /* (transfer none) */
void sl_hand_off_view_focus (SlHandOffView *self);
/* Begins to type a new one. */
void sl_hand_off_view_add (SlHandOffView *self);

G_END_DECLS

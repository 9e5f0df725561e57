/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The slip chart above the reports that it is made of. */

#pragma once

#include "sl-session.h"
#include "widgets/sl-record-table.h"

G_BEGIN_DECLS

#define SL_TYPE_SLIP_VIEW (sl_slip_view_get_type ())
G_DECLARE_FINAL_TYPE (SlSlipView, sl_slip_view, SL, SLIP_VIEW, GtkWidget)

GtkWidget *sl_slip_view_new (SlSession *session);
SlRecordTable *sl_slip_view_get_table (SlSlipView *self); /* (transfer none) */
void sl_slip_view_focus (SlSlipView *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charters of a project's alliances: one as a form, and beside it the sheet that is signed. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CHARTER_VIEW (sl_charter_view_get_type ())
G_DECLARE_FINAL_TYPE (SlCharterView, sl_charter_view, SL, CHARTER_VIEW, GtkWidget)

GtkWidget *sl_charter_view_new (SlSession *session);
void sl_charter_view_show (SlCharterView *self, SlId alliance);
void sl_charter_view_focus (SlCharterView *self);

G_END_DECLS

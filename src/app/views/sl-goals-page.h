/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Goals page: tree chart and outline side by side, or one of them. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_GOALS_PAGE (sl_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (SlGoalsPage, sl_goals_page, SL, GOALS_PAGE, GtkWidget)

GtkWidget *sl_goals_page_new (SlSession *session);

G_END_DECLS

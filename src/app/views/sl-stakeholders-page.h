/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Stakeholders page: the matrix of positions, and the register of parties. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_STAKEHOLDERS_PAGE (sl_stakeholders_page_get_type ())
G_DECLARE_FINAL_TYPE (SlStakeholdersPage, sl_stakeholders_page, SL, STAKEHOLDERS_PAGE, GtkWidget)

GtkWidget *sl_stakeholders_page_new (SlSession *session);

G_END_DECLS

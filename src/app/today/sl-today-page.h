/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Today page: what is to be done now, when people meet next, and what alignment brings. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_TODAY_PAGE (sl_today_page_get_type ())
G_DECLARE_FINAL_TYPE (SlTodayPage, sl_today_page, SL, TODAY_PAGE, GtkWidget)

GtkWidget *sl_today_page_new (SlSession *session);

G_END_DECLS

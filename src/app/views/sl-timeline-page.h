/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Timeline page: table and timeline side by side. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_TIMELINE_PAGE (sl_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (SlTimelinePage, sl_timeline_page, SL, TIMELINE_PAGE, GtkWidget)

/* Property: "view" (string): "plan", "tasks", "hand-offs" or "slip", what shows. */
GtkWidget *sl_timeline_page_new (SlSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window shows without a project: samples, a new project, a pasted list, recent files. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_START_PAGE (sl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SlStartPage, sl_start_page, SL, START_PAGE, GtkWidget)

/* Reads recent files and unsaved work again. Rows activate "win.open-path", "win.reopen",
 * "win.open-sample", "win.start-own" and "win.start-paste". */
void sl_start_page_refresh (SlStartPage *self, const char *const *recent);
/* Puts the focus on the first way to begin, so that Enter takes it. */
void sl_start_page_focus (SlStartPage *self);

G_END_DECLS

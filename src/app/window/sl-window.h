/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main window: start page or one project with sidebar, pages and inspector. */

#pragma once

#include <adwaita.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_WINDOW (sl_window_get_type ())
G_DECLARE_FINAL_TYPE (SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

SlWindow *sl_window_new (GtkApplication *app);
/* The window that still shows the start page, or a new one. (transfer none) */
SlWindow *sl_window_for_new_document (GtkApplication *app);
/* Reopens the last project if there is one; else stays on the start page. */
void sl_window_restore (SlWindow *self);
void sl_window_new_project (SlWindow *self);
/* Opens @file here, or presents the window that has it. Says why if it cannot. */
void sl_window_open_file (SlWindow *self, GFile *file);
/* Opens a copy of an installed sample as a new, unsaved project. */
void sl_window_open_sample (SlWindow *self, const char *name);
/* Asks for a file, then opens it. */
void sl_window_choose_file (SlWindow *self);
/* (nullable) (transfer none) */
SlSession *sl_window_get_session (SlWindow *self);
void sl_window_show_page (SlWindow *self, const char *page);
/* Goes to the page where a record lives, selects it there and shows it in the inspector. One whose
 * kind has no page is shown beside the page that is open, or beside the goals. */
void sl_window_show_record (SlWindow *self, SlId id);
/* The page that is shown: an id of the page table. */
const char *sl_window_get_page (SlWindow *self);
GtkWidget *sl_window_get_page_widget (SlWindow *self);
void sl_window_toast (SlWindow *self, const char *text, gboolean with_undo);
/* Replaces the shown project; @project: (transfer full). */
void sl_window_set_project (SlWindow *self, SlProject *project);

G_END_DECLS

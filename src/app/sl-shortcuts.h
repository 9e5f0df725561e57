/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one table of keys: accelerators are set from it and the shortcuts window shows it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlShortcut:
 * @action: detailed action that the application binds ("win.page::goals"), or NULL: a key of the
 * view that has the focus, listed here only so that people find it
 * @keys: accelerators for display and binding, separated by spaces
 * @title: N_("Undo")
 * @group: N_("Editing")
 */
typedef struct
{
  const char *action;
  const char *keys;
  const char *title;
  const char *group;
} SlShortcut;

/* (array length=n) */
const SlShortcut *sl_shortcuts_all (guint *n);
void sl_shortcuts_install (GtkApplication *app);
/* (transfer full): a floating GtkShortcutsWindow */
GtkWidget *sl_shortcuts_window_new (void);

G_END_DECLS

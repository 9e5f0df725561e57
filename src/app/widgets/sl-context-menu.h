/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that open at a thing on a page. When one closes, the focus is back where it was. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @menu at (x, y) in pixels of @from, which stands on @page; the actions of its entries are
 * looked for on @page. @rows: (nullable): further ones, called "rows". */
void sl_context_menu_popup (GtkWidget *page, GMenuModel *menu, GActionGroup *rows, GtkWidget *from,
                            double x, double y);

/* The menu of @widget; NULL if it is no row that has one. It is asked for what has the focus or is
 * under the pointer, then for what that stands in. It selects what the menu is for.
 * (transfer full) (nullable) */
typedef GMenuModel *(*SlRowMenu) (GtkWidget *widget, gpointer data);
/* Opens the menus of rows on @page by the secondary button, the Menu key and Shift+F10. @data:
 * lives as long as @page. */
void sl_context_menu_attach_rows (GtkWidget *page, SlRowMenu make, gpointer data);
/* Whether a key opens menus. */
gboolean sl_context_menu_is_key (guint keyval, GdkModifierType state);

G_END_DECLS

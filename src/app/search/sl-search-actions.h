/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions that can be found by their words: main menu, keys, and what the page offers now. */

#pragma once

#include <gtk/gtk.h>

#include "search/sl-search-item.h"

G_BEGIN_DECLS

/* What works at this moment, each action once: first what stands on @page (buttons with an action,
 * menus of its menu buttons), then pages and keys, then @menu. @page_title: where the former
 * belong. Returns: (transfer full) (element-type SlSearchItem) */
GPtrArray *sl_search_actions_collect (GMenuModel *menu, GtkWidget *page, const char *page_title);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search for any record and any action, in one list that follows the typing. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_SEARCH_POPOVER (sl_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlSearchPopover, sl_search_popover, SL, SEARCH_POPOVER, GtkPopover)

/* Signals: "record-chosen" (int64 id), "action-chosen" (char *detailed name); both come after the
 * popover has closed. */
GtkWidget *sl_search_popover_new (SlSession *session);
/* What can be done now, in the order to show without a search; @actions: (element-type
 * SlSearchItem). Call it before the popover opens, and when there is more to do while it is open.
 */
void sl_search_popover_set_actions (SlSearchPopover *self, GPtrArray *actions);

G_END_DECLS

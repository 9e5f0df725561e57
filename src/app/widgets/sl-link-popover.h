/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the selected goal does to another one: helps or hurts it in five strengths, or is also part
 * of it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_LINK_POPOVER (sl_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlLinkPopover, sl_link_popover, SL, LINK_POPOVER, GtkPopover)

/* Reads the goal from the session's selection each time it is shown. */
GtkWidget *sl_link_popover_new (SlSession *session);
/* Links to this goal at the next showing (a drag that ended on it). */
void sl_link_popover_set_target (SlLinkPopover *self, SlId target);

G_END_DECLS

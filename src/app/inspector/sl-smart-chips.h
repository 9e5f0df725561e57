/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Five buttons, one a letter of SMART: shape and letter say whether the goal passes, pressing one
 * goes to the field that puts it right. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_SMART_CHIPS (sl_smart_chips_get_type ())
G_DECLARE_FINAL_TYPE (SlSmartChips, sl_smart_chips, SL, SMART_CHIPS, GtkWidget)

/* Signal: "field-requested" (guint): of the goal. */
GtkWidget *sl_smart_chips_new (SlSession *session, SlId goal);

G_END_DECLS

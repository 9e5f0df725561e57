/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who does not know yet that a goal changed, and a button each for when they do. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_UNTOLD_LIST (sl_untold_list_get_type ())
G_DECLARE_FINAL_TYPE (SlUntoldList, sl_untold_list, SL, UNTOLD_LIST, GtkWidget)

/* gtk_widget_grab_focus() gives the focus to its first row, if there is one. */
GtkWidget *sl_untold_list_new (SlSession *session);

G_END_DECLS

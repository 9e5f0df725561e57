/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options of a conflict as a table that is typed into: what, who gains, who loses. The last
 * line is always free. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_OPTION_LIST (sl_option_list_get_type ())
G_DECLARE_FINAL_TYPE (SlOptionList, sl_option_list, SL, OPTION_LIST, GtkWidget)

GtkWidget *sl_option_list_new (SlSession *session, SlId conflict);
/* Reads the options again after a change. */
void sl_option_list_refresh (SlOptionList *self);
/* One option more. */
void sl_option_list_add (SlOptionList *self, const char *what);

G_END_DECLS

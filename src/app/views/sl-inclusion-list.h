/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the register: who is touched by a goal and was not asked, and an action towards
 * the engagement that is wanted. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_INCLUSION_LIST (sl_inclusion_list_get_type ())
G_DECLARE_FINAL_TYPE (SlInclusionList, sl_inclusion_list, SL, INCLUSION_LIST, GtkWidget)

GtkWidget *sl_inclusion_list_new (SlSession *session);

G_END_DECLS

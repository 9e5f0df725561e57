/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strengths, weaknesses, opportunities and threats: four lists that are edited in place. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_swot_view_new (SlSession *session);
/* Actions for where the lists are not shown yet: add: an entry to the first list. (transfer none)
 */
GActionGroup *sl_swot_view_get_actions (GtkWidget *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still open to review: what asks whether it is still true, and closed goals of which
 * nobody said what came. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_DUE_LIST (sl_due_list_get_type ())
G_DECLARE_FINAL_TYPE (SlDueList, sl_due_list, SL, DUE_LIST, GtkWidget)

/* Signal: "outcome-asked" (gint64 goal): somebody wants to say what came of it. */
GtkWidget *sl_due_list_new (SlSession *session);

G_END_DECLS

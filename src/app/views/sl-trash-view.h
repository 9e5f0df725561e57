/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted, newest first, and the way back. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_TRASH_VIEW (sl_trash_view_get_type ())
G_DECLARE_FINAL_TYPE (SlTrashView, sl_trash_view, SL, TRASH_VIEW, GtkWidget)

GtkWidget *sl_trash_view_new (SlSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conflicts of a project: open and settled ones in a list, one of them as a form beside it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CONFLICT_VIEW (sl_conflict_view_get_type ())
G_DECLARE_FINAL_TYPE (SlConflictView, sl_conflict_view, SL, CONFLICT_VIEW, GtkWidget)

GtkWidget *sl_conflict_view_new (SlSession *session);
/* Shows that record, with the focus where something is to be written down. */
void sl_conflict_view_show (SlConflictView *self, SlId conflict);
void sl_conflict_view_focus (SlConflictView *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One finding with its evidence and the fixes that act. */

#pragma once

#include "alignment/sl-finding-item.h"
#include "sl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_FINDING_VIEW (sl_finding_view_get_type ())
G_DECLARE_FINAL_TYPE (SlFindingView, sl_finding_view, SL, FINDING_VIEW, GtkWidget)

GtkWidget *sl_finding_view_new (SlSession *session);
/* @item: (nullable): nothing is selected */
void sl_finding_view_set_item (SlFindingView *self, SlFindingItem *item);
/* Applies fix @number, counted from 0, as one undo step. Says so where there is none. */
void sl_finding_view_apply (SlFindingView *self, guint number);
/* Which fix @row stands for, counted from 0; -1 for any other widget. @record: (out): what the fix
 * is about, or SL_ID_NONE. @acts: (out): it changes something, it does not only open that */
int sl_finding_view_find_fix (SlFindingView *self, GtkWidget *row, SlId *record, gboolean *acts);
/* Opens the popover that asks why the finding is accepted. */
void sl_finding_view_accept (SlFindingView *self);

G_END_DECLS

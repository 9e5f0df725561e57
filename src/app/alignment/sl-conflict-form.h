/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conflict record: what each side wants, options, who decides if nobody agrees, the outcome. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CONFLICT_FORM (sl_conflict_form_get_type ())
G_DECLARE_FINAL_TYPE (SlConflictForm, sl_conflict_form, SL, CONFLICT_FORM, GtkWidget)

GtkWidget *sl_conflict_form_new (SlSession *session);
/* @conflict: SL_ID_NONE shows nothing */
void sl_conflict_form_show (SlConflictForm *self, SlId conflict);
/* Gives the focus to what is to be written down first. */
void sl_conflict_form_focus (SlConflictForm *self);

G_END_DECLS

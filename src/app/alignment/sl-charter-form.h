/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One alliance as a form: what is still missing before it is signed, its partners, what they
 * expect, the shared goals, signatures, and what moved since. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CHARTER_FORM (sl_charter_form_get_type ())
G_DECLARE_FINAL_TYPE (SlCharterForm, sl_charter_form, SL, CHARTER_FORM, GtkWidget)

GtkWidget *sl_charter_form_new (SlSession *session);
/* @alliance: SL_ID_NONE shows nothing */
void sl_charter_form_show (SlCharterForm *self, SlId alliance);
/* Gives the focus to the name of the alliance. */
void sl_charter_form_focus (SlCharterForm *self);

G_END_DECLS

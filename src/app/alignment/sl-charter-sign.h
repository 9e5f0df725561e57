/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing the charter of an alliance: the day, who signs for each partner, one button. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CHARTER_SIGN (sl_charter_sign_get_type ())
G_DECLARE_FINAL_TYPE (SlCharterSign, sl_charter_sign, SL, CHARTER_SIGN, GtkWidget)

GtkWidget *sl_charter_sign_new (SlSession *session, SlId alliance);
/* Reads the partners again after a change. @n_open: points of the check before signing that are
 * open */
void sl_charter_sign_refresh (SlCharterSign *self, guint n_open);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which of what was not finished in a past period is carried over to the next one, and why. */

#pragma once

#include "replan/sl-replan-pane.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_CARRY_PANE (sl_carry_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlCarryPane, sl_carry_pane, SL, CARRY_PANE, SlReplanPane)

GtkWidget *sl_carry_pane_new (SlSession *session);
/* Parameters of plan.carry-over; NULL while there is nothing to do. (transfer floating) (nullable)
 */
GVariant *sl_carry_pane_get_params (SlCarryPane *self);
/* All that is chosen. (transfer full) (element-type SlReplanItem) */
GArray *sl_carry_pane_get_items (SlCarryPane *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

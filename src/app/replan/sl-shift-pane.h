/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks by how much the selected records are shifted: a number of days or weeks, or the day on which
 * the first of them starts then. */

#pragma once

#include "replan/sl-replan-pane.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_SHIFT_PANE (sl_shift_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlShiftPane, sl_shift_pane, SL, SHIFT_PANE, SlReplanPane)

GtkWidget *sl_shift_pane_new (SlSession *session);
/* Parameters of plan.shift; NULL while there is nothing to do. (transfer floating) (nullable) */
GVariant *sl_shift_pane_get_params (SlShiftPane *self);
/* All that is looked at. (transfer none) (element-type SlReplanItem) */
const GArray *sl_shift_pane_get_items (SlShiftPane *self);

G_END_DECLS

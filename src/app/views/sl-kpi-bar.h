/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The selected KPI: its line over time with the target, a field for the value of today, and how its
 * target came about. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_KPI_BAR (sl_kpi_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlKpiBar, sl_kpi_bar, SL, KPI_BAR, GtkWidget)

/* Signal: "measured" (int64): a value of that KPI was stored. */
GtkWidget *sl_kpi_bar_new (SlSession *session);
/* Goes to the field for the value. */
void sl_kpi_bar_focus (SlKpiBar *self);

G_END_DECLS

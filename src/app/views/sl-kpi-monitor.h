/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All KPIs in a table with their last values, pace and forecast, above the selected one. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_KPI_MONITOR (sl_kpi_monitor_get_type ())
G_DECLARE_FINAL_TYPE (SlKpiMonitor, sl_kpi_monitor, SL, KPI_MONITOR, GtkWidget)

GtkWidget *sl_kpi_monitor_new (SlSession *session);
void sl_kpi_monitor_focus (SlKpiMonitor *self);
/* Adds a KPI and opens its title. */
void sl_kpi_monitor_add (SlKpiMonitor *self);
void sl_kpi_monitor_set_search (SlKpiMonitor *self, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of marks in a chart: what can be done with the record under the pointer. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

/* Shows a menu when @chart asks for one. Entries are actions of @page and of the record. */
void sl_record_menu_attach (SlChartView *chart, GtkWidget *page);

G_END_DECLS

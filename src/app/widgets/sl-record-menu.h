/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of marks in a chart and of rows in an outline: what can be done with the record
 * under the pointer. */

#pragma once

#include "widgets/sl-chart-view.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-table.h"

G_BEGIN_DECLS

/* Shows a menu when @chart or @outline ask for one. Entries are actions of @page and of the
 * record; @page must live as long as both. */
void sl_record_menu_attach (SlSession *session, GtkWidget *page, SlChartView *chart,
                            SlOutlineView *outline);
/* A further picture beside an outline that has its menu already. */
void sl_record_menu_attach_chart (SlChartView *chart, SlOutlineView *outline);
/* The same for a table; @chart: (nullable): its picture. */
void sl_record_menu_attach_table (SlSession *session, GtkWidget *page, SlChartView *chart,
                                  SlRecordTable *table);

G_END_DECLS

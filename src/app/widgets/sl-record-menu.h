/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of marks in a chart and of rows in tables and lists: what can be done with the
 * record under the pointer, or with all that are selected. When it closes, the focus is back where
 * it was. */

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
/* A picture of records that are edited elsewhere. */
void sl_record_menu_attach_lone_chart (SlSession *session, GtkWidget *page, SlChartView *chart);
/* The rows of all lists on @page that sl_form_set_id() was called for. */
void sl_record_menu_attach_rows (SlSession *session, GtkWidget *page);

G_END_DECLS

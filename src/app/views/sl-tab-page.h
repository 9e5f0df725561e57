/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page made of views: tables of records, charts, a chart above its table. The page knows which
 * view shows: what is added, searched, focused and printed is that view's.
 *
 * Actions: page.add, page.find, page.focus, page.show-tab (s), page.reveal (x): a record. */

#pragma once

#include "widgets/sl-chart-view.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-table.h"

G_BEGIN_DECLS

#define SL_TYPE_TAB_PAGE (sl_tab_page_get_type ())
G_DECLARE_FINAL_TYPE (SlTabPage, sl_tab_page, SL, TAB_PAGE, GtkWidget)

/**
 * SlTabSpec:
 * @id: of the view within the page
 * @title: N_(), on the tab
 * @add: N_(), on the button that adds a record of the table: "Risk"; NULL where there is no table,
 *   unless the button is to lead to the first view that has one
 * @table: (nullable): its table
 * @chart: (nullable): its picture, above the table where there are both
 * @view: (nullable): makes the view of the picture, where it is more than looked at
 * @empty: a kind without whose records it shows what an empty page shows; 0: that of the table, or
 *   none where there is no table. Of an outline: the kind of its rows
 * @empty_words, @empty_button: (nullable): N_(), what an empty view says instead of what its kind
 *   says, and its button; @empty_picture: the kind whose picture it then shows
 * @empty_action: (nullable): what that button activates instead of adding a row, with its target
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *add;
  const SlRecordTableSpec *table;
  const SlChart *chart;
  SlChartView *(*view) (SlSession *session);
  SlKindId empty;
  SlKindId empty_picture;
  const char *empty_words;
  const char *empty_button;
  const char *empty_action;
} SlTabSpec;

GtkWidget *sl_tab_page_new (SlSession *session);
/* Adds a view with a table, a picture or both. Without a record in the table it shows what an empty
 * page shows. */
void sl_tab_page_add (SlTabPage *self, const SlTabSpec *spec);
/* Adds a view that is an outline; @spec has neither table nor chart. */
void sl_tab_page_add_outline (SlTabPage *self, const SlTabSpec *spec, SlOutlineView *outline);
/* Adds a view that is something else. */
void sl_tab_page_add_widget (SlTabPage *self, const char *id, const char *title, GtkWidget *widget);
/* The same that shows what an empty page shows while there is no record of @spec's kind; @spec has
 * neither table nor chart. */
void sl_tab_page_add_filled (SlTabPage *self, const SlTabSpec *spec, GtkWidget *widget);
/* Puts a widget under the table or picture of a view. While the view is empty it is there only if
 * the first record is made with it. */
void sl_tab_page_append (SlTabPage *self, const char *id, GtkWidget *widget);
/* The same for what has its use in an empty view too. */
void sl_tab_page_append_lasting (SlTabPage *self, const char *id, GtkWidget *widget);
/* (transfer floating): a line that says what can be done in a view, for sl_tab_page_append().
 * @text: translated */
GtkWidget *sl_tab_page_make_note (const char *text);
/* Puts a widget at the end of the toolbar. */
void sl_tab_page_add_tool (SlTabPage *self, GtkWidget *widget);
/* (transfer none) (nullable): parts of the view @id. */
SlRecordTable *sl_tab_page_get_table (SlTabPage *self, const char *id);
SlChartView *sl_tab_page_get_chart_view (SlTabPage *self, const char *id);
SlSession *sl_tab_page_get_session (SlTabPage *self); /* (transfer none) */
const char *sl_tab_page_get_visible (SlTabPage *self);
void sl_tab_page_show (SlTabPage *self, const char *id);
/* Shows the view that showed when the project was closed last. @key: of the page; not copied. Call
 * it when all views are there. */
void sl_tab_page_keep (SlTabPage *self, const char *key);
/* Id of the chart that shows now, or NULL: what "print what I see" prints. */
const char *sl_tab_page_get_chart (SlTabPage *self);

G_END_DECLS

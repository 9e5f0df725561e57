/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table for paper: rows of cells with a large and a small line, a rule below each; its heads
 * stand on every sheet, and sheets end between rows. */

#pragma once

#include "sl-flow.h"

G_BEGIN_DECLS

#define SL_SHEET_TABLE_MAX 8
/* Between a cell and its text; unit: pt. */
#define SL_SHEET_TABLE_PAD 4.0

/* @title: N_(); @share: of the width, all together 1 */
typedef struct
{
  const char *title;
  double share;
} SlSheetColumn;

/* @text: what stands there; @below: small, under it; both may be %NULL. @font: of @text */
typedef struct
{
  const char *text;
  const char *below;
  SlFont font;
} SlSheetCell;

/* @y: where the next row begins */
typedef struct
{
  SlFlow flow;
  guint n;
  double x[SL_SHEET_TABLE_MAX + 1];
  double top;
  double y;
} SlSheetTable;

/* Sets the heads. @columns: (array length=n): n at most SL_SHEET_TABLE_MAX */
void sl_sheet_table_init (SlSheetTable *self, SlScene *scene, SlTextMeasure *measure,
                          const SlChartParams *params, const SlSheetColumn *columns, guint n);
/* Adds a row about a record. @cells: (array): one a column; @label: what pointer and screen readers
 * find there */
void sl_sheet_table_add_row (SlSheetTable *self, const SlSheetCell *cells, SlKindId kind, SlId id,
                             const char *label);
/* A line over the whole width, between rows. */
void sl_sheet_table_add_line (SlSheetTable *self, SlStyle style, SlFont font, const char *text);
/* Sets bands and size of the scene. */
void sl_sheet_table_finish (SlSheetTable *self);

G_END_DECLS

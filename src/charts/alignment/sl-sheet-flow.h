/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a flow that belong on sheets of their own, and the lines of forms: a label and what is
 * entered, or room to write it. */

#pragma once

#include "sl-flow.h"

G_BEGIN_DECLS

/**
 * SlSheetFlow:
 * @height: of a sheet; 0: not known, or on screen
 * @top: where the part begins
 * @breaks: places inside it where a sheet may end, used only where it needs several
 */
typedef struct
{
  SlFlow flow;
  double height;
  double top;
  GArray *breaks;
} SlSheetFlow;

void sl_sheet_flow_init (SlSheetFlow *self, SlScene *scene, SlTextMeasure *measure,
                         const SlChartParams *params);
void sl_sheet_flow_finish (SlSheetFlow *self);
/* A sheet may end here where the part is longer than one. */
void sl_sheet_flow_break (SlSheetFlow *self);
/* Ends a part: the next one begins at the next 1/@share of a sheet. @last: nothing follows. */
void sl_sheet_flow_end_part (SlSheetFlow *self, guint share, gboolean last);

/* A heading over what follows. */
void sl_sheet_flow_heading (SlSheetFlow *self, const char *text);
/* @label in bold, behind it @text, or @lines lines to write on where there is none. */
void sl_sheet_flow_entry (SlSheetFlow *self, const char *label, const char *text, guint lines);

G_END_DECLS

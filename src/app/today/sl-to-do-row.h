/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of what is to be done. */

#pragma once

#include <gtk/gtk.h>

#include "analysis/sl-to-do.h"

G_BEGIN_DECLS

#define SL_TYPE_TO_DO_ROW (sl_to_do_row_get_type ())
G_DECLARE_FINAL_TYPE (SlToDoRow, sl_to_do_row, SL, TO_DO_ROW, GtkListBoxRow)

/* @line: copied; @analysis: what it is from */
GtkWidget *sl_to_do_row_new (const SlToDo *line, const SlAnalysis *analysis);
SlToDoType sl_to_do_row_get_what (SlToDoRow *self);
SlId sl_to_do_row_get_record (SlToDoRow *self);
/* (nullable) (transfer none): key of the finding that the line is about */
const char *sl_to_do_row_get_finding (SlToDoRow *self);

G_END_DECLS

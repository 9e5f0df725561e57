/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One sheet of paper on screen, drawn by the function that prints it. */

#pragma once

#include <gtk/gtk.h>

#include "print/sl-print-job.h"

G_BEGIN_DECLS

#define SL_TYPE_SHEET_VIEW (sl_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (SlSheetView, sl_sheet_view, SL, SHEET_VIEW, GtkWidget)

GtkWidget *sl_sheet_view_new (void);
/* @job: (nullable): what is printed; @page: 0-based. */
void sl_sheet_view_set_page (SlSheetView *self, SlPrintJob *job, guint page);
/* Width in pixels of a thumbnail; 0: fills the room. */
void sl_sheet_view_set_thumbnail (SlSheetView *self, int width);

G_END_DECLS

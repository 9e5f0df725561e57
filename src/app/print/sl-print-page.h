/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Print page: preview with page thumbnails, paper and export. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PRINT_PAGE (sl_print_page_get_type ())
G_DECLARE_FINAL_TYPE (SlPrintPage, sl_print_page, SL, PRINT_PAGE, GtkWidget)

GtkWidget *sl_print_page_new (SlSession *session);
/* Shows the chart of that id ("goal-tree") in the preview. */
void sl_print_page_show_chart (SlPrintPage *self, const char *chart);
/* Opens the print dialog for what the preview shows. */
void sl_print_page_print (SlPrintPage *self);

G_END_DECLS

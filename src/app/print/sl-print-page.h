/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Print page: preview with page thumbnails, paper and export. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PRINT_PAGE (sl_print_page_get_type ())
G_DECLARE_FINAL_TYPE (SlPrintPage, sl_print_page, SL, PRINT_PAGE, GtkWidget)

GtkWidget *sl_print_page_new (SlSession *session);
/* Shows the chart of that id ("goal-tree") or the "meeting-pack" in the preview; Enter prints. */
void sl_print_page_show_sheet (SlPrintPage *self, const char *id);
/* Shows what was printed last, for whom it was; the first time the page that says all in one. */
void sl_print_page_show_last (SlPrintPage *self);
/* Opens the print dialog for what the preview shows. */
void sl_print_page_print (SlPrintPage *self);

G_END_DECLS

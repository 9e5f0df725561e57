/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Alignment page: do we pull together, and if not, why? */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_ALIGNMENT_PAGE (sl_alignment_page_get_type ())
G_DECLARE_FINAL_TYPE (SlAlignmentPage, sl_alignment_page, SL, ALIGNMENT_PAGE, GtkWidget)

GtkWidget *sl_alignment_page_new (SlSession *session);
/* Id of the view that shows, for the action page.show-tab. (transfer none) */
/* Id of the chart that prints what is shown. */
const char *sl_alignment_page_get_chart (SlAlignmentPage *self);

G_END_DECLS

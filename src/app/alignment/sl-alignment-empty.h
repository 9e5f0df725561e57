/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a view of the Alignment page shows in the place of a picture that has nothing to show. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_VIEW_FINDINGS "findings"

/* Puts it into @box behind @filled, of which one shows from now on. @view: SL_VIEW_FINDINGS or the
 * id of the chart that the view is called by; not copied */
void sl_alignment_empty_attach (GtkBox *box, GtkWidget *filled, SlSession *session,
                                const char *view);
/* A box with @filled (transfer full) to which this is done. */
GtkWidget *sl_alignment_empty_wrap (GtkWidget *filled, SlSession *session, const char *view);
/* Gives the focus to its button. Returns: whether it shows */
gboolean sl_alignment_empty_focus (GtkWidget *box);

G_END_DECLS

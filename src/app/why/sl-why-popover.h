/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panel behind every number. */

#pragma once

#include "analysis/explain/sl-explanation.h"
#include "sl-session.h"

G_BEGIN_DECLS

/* Opens beside @at. @host: an ancestor of it, or itself, that unparents all children when it goes.
 * FALSE, and nothing opens, where there is no such number, or nothing computed yet. */
gboolean sl_why_popup (SlSession *session, GtkWidget *host, GtkWidget *at, SlNumber number, SlId id,
                       SlId other);
/* The same for all numbers of a record. */
gboolean sl_why_popup_record (SlSession *session, GtkWidget *host, GtkWidget *at, SlId id);

/* Any content that scrolls, in a popover that is gone when it is closed; the focus then goes back
 * to where it was. @content: (transfer floating). @name: what a screen reader calls it */
void sl_panel_popup (GtkWidget *host, GtkWidget *at, GtkWidget *content, const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One explanation as widgets: formula, inputs, what was not counted, source. */

#pragma once

#include "analysis/explain/sl-explanation.h"
#include "sl-session.h"

G_BEGIN_DECLS

/* A row with a record is a link: it closes the popover that the view stands in, and goes there.
 * Nothing of @explanation is kept. (transfer floating) */
GtkWidget *sl_why_view_new (SlSession *session, const SlExplanation *explanation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of sight of a record as a list of links, from the vision down to it and on to what
 * serves it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Opens beside @at; see sl_why_popup() for @host. FALSE where nothing is computed yet. */
gboolean sl_sight_popup (SlSession *session, GtkWidget *host, GtkWidget *at, SlId id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Reviews page: check-ins on goals, meetings, decisions and changes, outcomes of what was
 * closed. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Action beside those of pages of views: reviews.check-in: asks about the selected goal. */
GtkWidget *sl_reviews_page_new (SlSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Stakeholders page: where parties stand, who they are and who does what.
 *
 * Actions beside those of a page of views: page.reveal-cell (xx), page.show-position (xx): the cell
 * of a party and a goal. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_stakeholders_page_new (SlSession *session);

G_END_DECLS

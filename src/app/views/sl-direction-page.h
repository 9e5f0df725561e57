/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Direction page: vision, mission and values, the objectives that serve them, where we stand
 * today, and what changes around the plan. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_direction_page_new (SlSession *session);

G_END_DECLS

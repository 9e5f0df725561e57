/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Resources page: who pays what, who has too much to do, which machines and rooms there are,
 * what was asked for and promised, and what leads nowhere. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_resources_page_new (SlSession *session);

G_END_DECLS

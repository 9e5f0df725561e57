/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strengths, weaknesses, opportunities and threats: four lists that are edited in place. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_swot_view_new (SlSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Risks page: what could go wrong, as a matrix and as a register, and what is done then. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

GtkWidget *sl_risks_page_new (SlSession *session);

G_END_DECLS

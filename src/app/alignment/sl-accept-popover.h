/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks why a finding is accepted, and until when. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* @key: of the finding. (transfer floating) */
GtkWidget *sl_accept_popover_new (SlSession *session, const char *key);

G_END_DECLS

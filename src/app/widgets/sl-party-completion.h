/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completes the name of a party in place while it is typed: the rest of the first party that begins
 * with the typed letters is filled in and selected, so that typing on replaces it and Enter takes
 * it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* @session must live as long as @editable. */
void sl_party_completion_attach (GtkEditable *editable, SlSession *session);

G_END_DECLS

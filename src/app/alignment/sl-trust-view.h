/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust and what moved: answers of both sides below their lines, the ledger of promises, and the
 * goals that are no longer as they were agreed. */

#pragma once

#include "views/sl-tab-page.h"

G_BEGIN_DECLS

GtkWidget *sl_trust_view_new (SlSession *session);

G_END_DECLS

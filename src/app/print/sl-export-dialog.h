/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts, the meeting pack and tables as files: PDF, SVG, PNG, CSV. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

void sl_export_dialog_present (GtkWindow *parent, SlSession *session);

G_END_DECLS

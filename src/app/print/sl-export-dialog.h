/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts, the meeting pack and tables as files: PDF, SVG, PNG, CSV. */

#pragma once

#include "print/sl-print-job.h"

G_BEGIN_DECLS

/* @options: (nullable): as chosen for printing; days, levels and branch hold for its chart alone */
void sl_export_dialog_present (GtkWindow *parent, SlSession *session,
                               const SlPrintOptions *options);

G_END_DECLS

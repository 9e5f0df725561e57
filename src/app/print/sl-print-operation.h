/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A print job on a printer, through GTK's print dialog. */

#pragma once

#include "print/sl-print-job.h"

G_BEGIN_DECLS

/* Opens the dialog and returns; errors are said in a toast of @session. */
void sl_print_operation_run (SlPrintJob *job, GtkWindow *parent, SlSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A print job on a printer, through GTK's print dialog. */

#pragma once

#include "print/sl-print-job.h"

G_BEGIN_DECLS

/* Opens the dialog and returns; errors are said in a toast of @session. */
void sl_print_operation_run (SlPrintJob *job, GtkWindow *parent, SlSession *session);
/* The same operation into a PDF file, without a dialog. Errors: %SL_ERROR_IO. */
gboolean sl_print_operation_export (SlPrintJob *job, const char *path, GError **error);

G_END_DECLS

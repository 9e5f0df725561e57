/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing in a file or pasted rows: preview, choices, warnings, then one command. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Asks for a file, reads it in a worker, shows the preview. */
void sl_import_dialog_choose_file (GtkWindow *parent, SlSession *session);
/* Shows a text area filled from the clipboard, with a live preview. */
void sl_import_dialog_paste (GtkWindow *parent, SlSession *session);
/* Goes straight to the preview of rows that were pasted into a table of @kind: goals, tasks or
 * parties. */
void sl_import_dialog_rows (GtkWindow *parent, SlSession *session, SlKindId kind, const char *text);

G_END_DECLS

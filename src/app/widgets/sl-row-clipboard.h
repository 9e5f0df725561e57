/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of tables on the clipboard: as text for spreadsheets, and with all fields and all that
 * stands below them for this program, in this window and in others. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Copies the records @ids. @view: its columns are those of the text. */
void sl_row_clipboard_put (SlSession *session, GtkColumnView *view, const GArray *ids);

/* @rows: of SL_COPIED_ROWS_TYPE, or %NULL; then @text is what was copied. */
typedef void (*SlRowsRead) (GtkWidget *table, GVariant *rows, const char *text);
/* Reads what is there and calls @read, unless there is nothing; @table lives until then. @kinds:
 * bits of SL_KIND_BIT(): rows of others are read as text. */
void sl_row_clipboard_read (GtkWidget *table, guint64 kinds, SlRowsRead read);

G_END_DECLS

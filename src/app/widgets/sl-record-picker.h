/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a form that offers records to be added somewhere. The list is made when it is opened: a
 * list of thousands takes its time. */

#pragma once

#include <adwaita.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_RECORD_PICKER (sl_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordPicker, sl_record_picker, SL, RECORD_PICKER, AdwActionRow)

/* Whether a record is offered. */
typedef gboolean (*SlRecordFilter) (const SlSnapshot *plan, SlId id, gpointer data);

/* Signal: "chosen" (int64). @kind: what is offered; @filter, @data: which of them; @data must live
 * as long as the row. */
GtkWidget *sl_record_picker_new (SlSession *session, const char *title, SlKindId kind,
                                 SlRecordFilter filter, gpointer data);
/* Gives it the focus. */
void sl_record_picker_focus (SlRecordPicker *self);

G_END_DECLS

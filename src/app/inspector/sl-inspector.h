/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector of the selected record: its rows are made from the field table of its kind. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_INSPECTOR (sl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SlInspector, sl_inspector, SL, INSPECTOR, GtkWidget)

GtkWidget *sl_inspector_new (SlSession *session);
/* Puts the focus into a field of the record that is shown, if it has a row. */
void sl_inspector_focus_field (SlInspector *self, guint field);

G_END_DECLS

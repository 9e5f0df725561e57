/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a goal does to each value: a row a value, with a choice of three. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_VALUE_ROWS (sl_value_rows_get_type ())
G_DECLARE_FINAL_TYPE (SlValueRows, sl_value_rows, SL, VALUE_ROWS, GtkWidget)

/* It is not visible while no value is written down. */
GtkWidget *sl_value_rows_new (SlSession *session, SlId goal);

G_END_DECLS

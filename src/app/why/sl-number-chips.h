/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The computed numbers of a record, each a button that opens why it is so, and its line of sight.
 */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_NUMBER_CHIPS (sl_number_chips_get_type ())
G_DECLARE_FINAL_TYPE (SlNumberChips, sl_number_chips, SL, NUMBER_CHIPS, GtkWidget)

/* Follows the analysis as long as it lives; not visible before the first one. */
GtkWidget *sl_number_chips_new (SlSession *session, SlId record);

G_END_DECLS

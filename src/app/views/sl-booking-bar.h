/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Below the table of bookings: who or what the next one books, and for which task. What makes a
 * booking the one it is cannot be typed over, so it is chosen first. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_BOOKING_BAR (sl_booking_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlBookingBar, sl_booking_bar, SL, BOOKING_BAR, GtkBox)

GtkWidget *sl_booking_bar_new (SlSession *session);
/* For SlRecordTableSpec.fill, with the bar as its data: the chosen two. Then the next who is not
 * booked for the task is chosen. */
gboolean sl_booking_bar_fill (GVariantBuilder *fields, gpointer bar);

G_END_DECLS

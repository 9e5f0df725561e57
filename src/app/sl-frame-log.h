/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out how long it takes from a key, a click or the wheel to the frame that answers. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where SIGHTLINE_FRAMES names a file, what the windows of @app are given and what they draw is
 * written there, one line each, in the order in which it happens:
 *
 * input WHAT SERVER ARRIVED CPU: an event. Microseconds of the monotonic clock when the server
 *   sent it, when it arrived, and of the processor time of this thread then.
 * frame END CPU BUSY READY PLACE: a frame that has been painted. When, at what processor time;
 *   microseconds since the frame before in which the main loop did not wait; 1 where all that
 *   shows has its content, 0 where a picture or a list is still being made; the names of the
 *   pages that show, "project/reviews/decisions". */
void sl_frame_log_start (GtkApplication *app);

G_END_DECLS

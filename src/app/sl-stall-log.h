/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out how long the window does not answer. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where SIGHTLINE_STALLS names a file, each turn of the main loop that keeps events waiting for 20
 * ms and more is written there, one line each: milliseconds that passed, milliseconds of processor
 * time of this thread, milliseconds since the start. */
void sl_stall_log_start (void);

G_END_DECLS

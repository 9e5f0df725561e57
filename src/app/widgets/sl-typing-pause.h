/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Waits for a pause in typing, but not longer than a second from the first key on, so that little
 * is lost however fast somebody types. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint id; /* 0: nothing waits */
  gint64 since_us;
} SlTypingPause;

/* A key was typed: calls @commit soon, which sets the id to 0. */
void sl_typing_pause_begin (SlTypingPause *self, GSourceFunc commit, gpointer data);
void sl_typing_pause_end (SlTypingPause *self);

G_END_DECLS

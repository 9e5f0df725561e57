/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When something that is being typed is kept. */

#include "config.h"

#include "widgets/sl-typing-pause.h"

#define PAUSE_MS 500
#define PAUSE_LIMIT_US (G_USEC_PER_SEC / 2)

void
sl_typing_pause_begin (SlTypingPause *self, GSourceFunc commit, gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  if (self->id == 0)
    self->since_us = now;
  else if (now - self->since_us > PAUSE_LIMIT_US)
    return;
  sl_typing_pause_end (self);
  self->id = g_timeout_add (PAUSE_MS, commit, data);
}

void
sl_typing_pause_end (SlTypingPause *self)
{
  g_clear_handle_id (&self->id, g_source_remove);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between two waits for events the main loop works, and the window does not answer. Time of this
 * thread's processor is written too: it says the same on a busy machine. */

#include "config.h"

#include "sl-stall-log.h"

#include <stdio.h>
#include <time.h>

#define LEAST_US 20000

static GPollFunc poll_before;
static FILE *stall_file;
static gint64 started;
static gint64 busy_since;
static gint64 busy_cpu_since;

static gint64
cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_and_measure (GPollFD *fds, guint n, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (now - busy_since >= LEAST_US)
    {
      fprintf (stall_file, "%.1f %.1f %.1f\n", (double)(now - busy_since) / 1000.0,
               (double)(cpu_us () - busy_cpu_since) / 1000.0, (double)(now - started) / 1000.0);
      fflush (stall_file);
    }
  result = poll_before (fds, n, timeout);
  busy_since = g_get_monotonic_time ();
  busy_cpu_since = cpu_us ();
  return result;
}

void
sl_stall_log_start (void)
{
  const char *path = g_getenv ("SIGHTLINE_STALLS");

  stall_file = path != NULL ? fopen (path, "we") : NULL;
  if (stall_file == NULL)
    return;
  started = busy_since = g_get_monotonic_time ();
  busy_cpu_since = cpu_us ();
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
}

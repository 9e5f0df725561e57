/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Network folders and portals tell nothing, so events are not enough; and looking without end would
 * keep a laptop awake, so it is done only where somebody works. */

#include "config.h"

#include "window/sl-file-watch.h"

#define LOOK_EVERY_S 5

struct _SlFileWatch
{
  GtkWindow *window;
  SlProject *project;
  char *path; /* of the file that @monitor is for, or NULL */
  GFileMonitor *monitor;
  guint timer; /* 0: the window is not active */
};

static void
look (SlFileWatch *self)
{
  sl_project_check_file (self->project);
}

static gboolean
timer_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static void
active_changed_cb (SlFileWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!gtk_window_is_active (self->window))
    return;
  self->timer = g_timeout_add_seconds (LOOK_EVERY_S, timer_cb, self);
  look (self);
}

static void
stop_monitor (SlFileWatch *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->path, g_free);
}

/* Follows the project to another file. */
static void
path_changed_cb (SlFileWatch *self)
{
  const char *path = sl_project_get_path (self->project);
  g_autoptr (GFile) file = NULL;

  if (g_strcmp0 (path, self->path) == 0)
    return;
  stop_monitor (self);
  if (path == NULL)
    return;
  self->path = g_strdup (path);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (look), self);
}

SlFileWatch *
sl_file_watch_new (GtkWindow *window, SlProject *project)
{
  SlFileWatch *self = g_new0 (SlFileWatch, 1);

  self->window = window;
  self->project = project;
  g_signal_connect_swapped (window, "notify::is-active", G_CALLBACK (active_changed_cb), self);
  g_signal_connect_swapped (project, "saved-state-changed", G_CALLBACK (path_changed_cb), self);
  path_changed_cb (self);
  active_changed_cb (self);
  return self;
}

void
sl_file_watch_free (SlFileWatch *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_handle_id (&self->timer, g_source_remove);
  stop_monitor (self);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices that somebody else changed the file of a project while a window shows it. */

#pragma once

#include <gtk/gtk.h>

#include "project/sl-project.h"

G_BEGIN_DECLS

typedef struct _SlFileWatch SlFileWatch;

/* Watches the file of @project, whichever that is, for as long as @window shows it: by events where
 * the file system has them, else by looking every few seconds while the window is the active one.
 * What it finds becomes a saved state of the project. @window, @project: outlive it */
SlFileWatch *sl_file_watch_new (GtkWindow *window, SlProject *project);
void sl_file_watch_free (SlFileWatch *self);

G_END_DECLS

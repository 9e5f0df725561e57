/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches what has the focus. What GTK noted down for the next frame, where the focus goes then,
 * stays as it is. */

#include "config.h"

#include "widgets/sl-lost-focus.h"

/* @watched: (nullable) (owned): what has the focus */
typedef struct
{
  GtkWindow *window;
  GtkWidget *watched;
  gulong handler;
  guint idle;
} Watch;

static void
unwatch (Watch *self)
{
  if (self->watched != NULL)
    g_signal_handler_disconnect (self->watched, self->handler);
  g_clear_object (&self->watched);
}

static void
watch_free (gpointer data)
{
  Watch *self = data;

  unwatch (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

static gboolean
let_go_cb (gpointer data)
{
  Watch *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->window);

  self->idle = 0;
  if (focus != NULL && gtk_widget_get_root (focus) != GTK_ROOT (self->window))
    gtk_window_set_focus (self->window, NULL);
  return G_SOURCE_REMOVE;
}

/* After what removes it, before the next key. */
static void
root_changed_cb (GtkWidget *widget, GParamSpec *pspec, Watch *self)
{
  if (self->idle == 0 && gtk_widget_get_root (widget) == NULL)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, let_go_cb, self, NULL);
}

static void
focus_changed_cb (GtkWindow *window, GParamSpec *pspec, Watch *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  unwatch (self);
  if (focus == NULL)
    return;
  self->watched = g_object_ref (focus);
  self->handler = g_signal_connect (focus, "notify::root", G_CALLBACK (root_changed_cb), self);
}

void
sl_lost_focus_attach (GtkWindow *window)
{
  Watch *self = g_new0 (Watch, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));
  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "sl-lost-focus", self, watch_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
}

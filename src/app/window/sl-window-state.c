/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window is again at the next start: its size is a setting, what it shows of a project
 * belongs to that project on this computer. */

#include "config.h"

#include "window/sl-window-private.h"

#define VIEW_GROUP "window"

void
sl_window_restore_size (SlWindow *self)
{
  GSettings *settings = sl_window_get_settings (self);

  self->inspector_wanted = settings == NULL || g_settings_get_boolean (settings, "show-inspector");
  self->learning = settings != NULL && g_settings_get_boolean (settings, "show-learn-card");
  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
store_size (SlWindow *self, GSettings *settings)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "show-inspector", self->inspector_wanted);
  g_settings_set_boolean (settings, "show-learn-card", self->learning);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
sl_window_store_state (SlWindow *self)
{
  GSettings *settings = sl_window_get_settings (self);
  const char *page = sl_window_get_page (self);
  GKeyFile *view;

  if (settings != NULL)
    store_size (self, settings);
  if (self->session == NULL || page == NULL)
    return;
  view = sl_session_get_view (self->session);
  g_key_file_set_string (view, VIEW_GROUP, "page", page);
  g_key_file_set_int64 (view, VIEW_GROUP, "selected", sl_session_get_selected (self->session));
  sl_session_keep_view (self->session);
}

void
sl_window_show_page_again (SlWindow *self, const char *page)
{
  GKeyFile *view = sl_session_get_view (self->session);
  g_autofree char *known = g_key_file_get_string (view, VIEW_GROUP, "page", NULL);
  SlId selected = g_key_file_get_int64 (view, VIEW_GROUP, "selected", NULL);

  if (sl_snapshot_find (sl_session_get_snapshot (self->session), selected, NULL, NULL))
    sl_session_select (self->session, selected);
  sl_window_show_page (self, known != NULL && sl_page_by_id (known) != NULL ? known : page);
}

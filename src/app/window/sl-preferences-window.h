/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences: of this computer, and of the project that the window shows. */

#pragma once

#include <adwaita.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PREFERENCES_WINDOW (sl_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SlPreferencesWindow, sl_preferences_window, SL, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/* @session: (nullable): without one there is nothing of a project */
SlPreferencesWindow *sl_preferences_window_new (GtkWindow *parent, SlSession *session);

G_END_DECLS

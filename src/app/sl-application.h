/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: windows, command line, actions that need no project. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SL_TYPE_APPLICATION (sl_application_get_type ())
G_DECLARE_FINAL_TYPE (SlApplication, sl_application, SL, APPLICATION, AdwApplication)

SlApplication *sl_application_new (void);
/* The application's settings, or an in-memory set of defaults where no schema is installed. */
GSettings *sl_application_get_settings (SlApplication *self);

G_END_DECLS

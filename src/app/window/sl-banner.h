/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A strip under the header bar for lasting states: file unreadable, changed on disk, work restored.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_BANNER (sl_banner_get_type ())
G_DECLARE_FINAL_TYPE (SlBanner, sl_banner, SL, BANNER, GtkWidget)

/* Signal: "button-clicked". @button: label of the button, or NULL for none. */
void sl_banner_show (SlBanner *self, const char *text, const char *button);
void sl_banner_hide (SlBanner *self);

G_END_DECLS

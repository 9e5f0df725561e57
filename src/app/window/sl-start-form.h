/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Start Your Own": what a new project begins with, asked on one page. Each answer may be left out.
 * Activates "win.finish-own" (button, Ctrl+Enter) and "win.back-to-start" (button, Esc). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_START_FORM (sl_start_form_get_type ())
G_DECLARE_FINAL_TYPE (SlStartForm, sl_start_form, SL, START_FORM, GtkWidget)

GtkWidget *sl_start_form_new (void);
/* Puts the focus on the first question. */
void sl_start_form_focus (SlStartForm *self);

/**
 * sl_start_form_read:
 * @self: what was typed
 *
 * The answers as parameters of the command project.start. Where a date cannot be read, the form
 * says so and shows it.
 *
 * Returns: (transfer floating) (nullable): parameters, or %NULL if something has to be corrected
 */
GVariant *sl_start_form_read (SlStartForm *self);

G_END_DECLS

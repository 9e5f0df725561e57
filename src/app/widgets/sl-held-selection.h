/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selects text so that it stays selected. Each selection of text is also the one of the display, of
 * which there is one. That an earlier one ended is told late, and GTK 4.8 then drops the new one:
 * what was to be replaced by the next letter would stay. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selects the text of @text, a GtkText, from the character @from to the end, and selects it again
 * if the selection goes before a key or button is pressed or the text changes. */
void sl_held_selection_set (GtkEditable *text, int from);

G_END_DECLS

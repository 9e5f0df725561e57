/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader says of widgets that GTK and libadwaita describe badly. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Buttons with a text, and all such buttons and entry rows below @root: they say their words once,
 * and the text field of a row is told of when it has the focus. Call it when @root is built. */
void sl_spoken_tidy (GtkWidget *root);
/* Calls the button inside “@name: what is chosen”. */
void sl_spoken_drop_down (GtkDropDown *drop_down, const char *name);
/* Names the list of a group that has no title. */
void sl_spoken_group (AdwPreferencesGroup *group, const char *name);
/* Entries of the menus at and below @root say their labels, however they came there. */
void sl_spoken_menus (GtkWidget *root);
/* Names an expander row and the lists inside it by its title. */
void sl_spoken_expander (AdwExpanderRow *row);

G_END_DECLS

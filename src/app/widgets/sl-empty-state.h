/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page shows while it has no record: a drawn miniature of the filled page, one sentence, a
 * button to add the first and one that shows the same page of a sample. */

#pragma once

#include <gtk/gtk.h>

#include "model/sl-kind.h"

G_BEGIN_DECLS

/* @action: what the button that adds the first activates. */
GtkWidget *sl_empty_state_new (SlKindId kind, const char *action);
/* The same with the picture of @kind, but other words; @sentence and @add, the words of the button,
 * are translated. */
GtkWidget *sl_empty_state_new_saying (SlKindId kind, const char *action, const char *sentence,
                                      const char *add);
/* Gives the focus to that button. */
void sl_empty_state_focus (GtkWidget *self);

/* The miniature alone. @kind: SL_N_KINDS: a table. @width: unit: px; it is half as high */
GtkWidget *sl_empty_state_miniature_new (SlKindId kind, int width);

G_END_DECLS

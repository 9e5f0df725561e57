/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page shows while it has no record: a drawn miniature of the filled page, one sentence, a
 * button to add the first and one that shows the same page of a sample. */

#pragma once

#include <gtk/gtk.h>

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* @action: what the button that adds the first activates, with its target: "page.add",
 * "win.page::goals" */
GtkWidget *sl_empty_state_new (SlKindId kind, const char *action);
/* The same with the picture of @kind, but other words; @sentence and @add, the words of the button,
 * are translated. */
GtkWidget *sl_empty_state_new_saying (SlKindId kind, const char *action, const char *sentence,
                                      const char *add);
/* Gives the focus to that button. */
void sl_empty_state_focus (GtkWidget *self);
/* Another second button, where a sample has nothing to show. @label: translated; @action: as above
 */
void sl_empty_state_set_second (GtkWidget *self, const char *label, const char *action);
/* Adds a button that pastes a list with a preview; pictures of goals, parties and tasks have it. */
void sl_empty_state_offer_paste (GtkWidget *self);
/* While @plan lacks what the first record of @kind is about (answers: two parties) the button adds
 * that. Returns: whether it does */
gboolean sl_empty_state_ask_first (GtkWidget *self, SlKindId kind, const SlSnapshot *plan);
/* Whether records of @kind are about others, which are chosen first. */
gboolean sl_empty_state_has_needs (SlKindId kind);
/* Shows itself in the place of @filled, or the other way round. A focus that would be lost with
 * what was shown goes to the button. */
void sl_empty_state_replace (GtkWidget *self, GtkWidget *filled, gboolean empty);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card beside the page: what the page answers, how it is done in three steps, an example out of
 * the sample and a pitfall. It needs no network and no help viewer. */

#pragma once

#include "window/sl-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_LEARN_CARD (sl_learn_card_get_type ())
G_DECLARE_FINAL_TYPE (SlLearnCard, sl_learn_card, SL, LEARN_CARD, GtkWidget)

/**
 * sl_learn_card_set_page:
 * @page: (nullable): the page that shows
 * @widget: (nullable): its widget. The card follows the view that its
 *   property "view" names, or else the one that its first stack shows
 */
void sl_learn_card_set_page (SlLearnCard *self, const SlPage *page, GtkWidget *widget);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cards beside the pages say. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_LEARN_STEPS 3

/**
 * SlLearnText:
 * @page: id of a page
 * @tab: (nullable): id of one of its views; NULL: the page itself, and its views without a card
 * @help: page of the user's guide that says more
 * @title: N_()
 * @answer: N_(): what can be seen here, one or two sentences
 * @steps: N_(): how it is done
 * @example: N_(): out of the sample *Product launch*
 * @pitfall: N_(): what goes wrong easily
 */
typedef struct
{
  const char *page;
  const char *tab;
  const char *help;
  const char *title;
  const char *answer;
  const char *steps[SL_LEARN_STEPS];
  const char *example;
  const char *pitfall;
} SlLearnText;

/**
 * sl_learn_text_find:
 * @page: id of a page
 * @tab: (nullable): id of the view that shows
 *
 * The card of a view, else that of its page.
 *
 * Returns: (nullable) (transfer none): NULL where no page is called so
 */
const SlLearnText *sl_learn_text_find (const char *page, const char *tab);
/* (array length=n) (transfer none): every card. */
const SlLearnText *sl_learn_text_all (guint *n);

G_END_DECLS

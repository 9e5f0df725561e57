/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cards of a goal tree: what stands on them, how large they are, and their marks. */

#pragma once

#include "tree/sl-goal-forest.h"

G_BEGIN_DECLS

/* Painting order in a goal tree. */
enum
{
  SL_TREE_Z_EDGE,
  SL_TREE_Z_LINK,
  SL_TREE_Z_CARD,
  SL_TREE_Z_LABEL,
};

/* Width of a card where no room has to be filled, from the start edge and from the top down; pt. */
#define SL_CARD_WIDTH 180.0
#define SL_CARD_WIDTH_DOWN 156.0
/* On paper cards are as wide as there is room, between these; pt. */
#define SL_CARD_MIN_WIDTH 130.0
#define SL_CARD_MAX_WIDTH 234.0

typedef struct _SlTreeCards SlTreeCards;

/* Gathers the texts of all cards. @plan, @params, @forest and @measure must outlive the cards.
 * (transfer full) */
SlTreeCards *sl_tree_cards_new (const SlSnapshot *plan, const SlChartParams *params,
                                SlGoalForest *forest, SlTextMeasure *measure);
void sl_tree_cards_free (SlTreeCards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTreeCards, sl_tree_cards_free)

/**
 * sl_tree_cards_measure:
 * @n_slots: number of columns
 * @room: what one card of each column may take in sum, or 0; pt
 *
 * Writes width and height of every node. On paper @room is shared by the columns, so that long
 * words are not broken, and cards grow until every text stands whole; on screen all are as wide and
 * titles have at most two lines.
 */
void sl_tree_cards_measure (SlTreeCards *self, guint n_slots, double room);
/* Adds the marks of all cards at the places of their nodes. */
void sl_tree_cards_draw (SlTreeCards *self, SlScene *scene);
/* "Cut delivery time, goal of Production, 40 %, behind, due 15 Mar 2026, 3 parts". (transfer full)
 */
char *sl_tree_cards_describe (const SlTreeCards *self, guint node);
/* The title of a node, or what stands for an empty one. (transfer none) */
const char *sl_tree_cards_title (const SlTreeCards *self, guint node);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the curved edges share. */

#pragma once

#include "tree/sl-tree-links.h"

G_BEGIN_DECLS

#define SL_TREE_ARROW_SIZE 7.0
/* Sign of an edge, and how far below a card the sign of an edge to another sheet sits; pt. */
#define SL_TREE_SIGN_SIZE 12.0
#define SL_TREE_SIGN_DROP 2.0

/* An edge; the way of one that is drawn has the same index. */
typedef struct
{
  SlKindId kind; /* SL_KIND_GOAL_LINK or SL_KIND_GOAL_PARENT */
  SlId id;
  SlId a, b;            /* goal and goal that it works on, or goal and further parent */
  guint source, target; /* nodes; a further parent is the source */
  SlStyle style;
  int steps; /* of strength: 1..5, 0 for a further parent */
  const char *reason;
} SlTreeLink;

struct _SlTreeLinks
{
  const SlGoalForest *forest;
  const SlTreeFrame *frame;
  SlTreeRouter *router;
  GArray *links; /* of SlTreeLink: both ends on one sheet */
  GArray *far;   /* of SlTreeLink: between sheets */
  guint n_hidden;
};

/* The goals that an edge is about, in the order of its sentence. (transfer none) */
const char *sl_tree_link_title_a (const SlTreeLink *link, const SlTreeCards *cards);
const char *sl_tree_link_title_b (const SlTreeLink *link, const SlTreeCards *cards);
/* Gives the line of an edge its looks, its hit and its label. */
void sl_tree_link_dress (const SlTreeLink *link, const SlTreeCards *cards, SlMark *mark);
/* Adds the sign of a helping or hurting edge around @at, in the scene. */
void sl_tree_sign_draw (SlScene *scene, SlTextMeasure *measure, SlStyle style, SlPoint at);

G_END_DECLS

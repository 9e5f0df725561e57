/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The curved edges of a goal tree: further parents, and goals that help or hurt each other. */

#pragma once

#include "tree/sl-tree-cards.h"
#include "tree/sl-tree-frame.h"

G_BEGIN_DECLS

typedef struct _SlTreeLinks SlTreeLinks;

/* Reads all edges whose ends are drawn. The arguments must outlive the links. (transfer full) */
SlTreeLinks *sl_tree_links_new (const SlSnapshot *plan, const SlGoalForest *forest);
void sl_tree_links_free (SlTreeLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTreeLinks, sl_tree_links_free)
/* Adds to @crossed how many edges need room before each slot, behind the last one too.
 * @crossed: (array): one more than there are slots */
void sl_tree_links_count (const SlTreeLinks *self, guint *crossed);
/* Finds all ways between the cards, which are placed. @frame must outlive the links and have its
 * origin at 0. */
void sl_tree_links_route (SlTreeLinks *self, const SlTreeFrame *frame);
/* Edges between goals on different sheets, which no line can show. */
guint sl_tree_links_count_far (const SlTreeLinks *self);
/* Keeps labels out of a rectangle in u and v. */
void sl_tree_links_block (SlTreeLinks *self, const SlRouteBox *box);
/* Widens the range by all ways, in u and v. */
void sl_tree_links_extend (const SlTreeLinks *self, SlPoint *least, SlPoint *most);
/* Edges of which both ends are drawn, on one sheet or not. */
guint sl_tree_links_count_all (const SlTreeLinks *self);
/* Edges of which one end is not drawn. */
guint sl_tree_links_count_hidden (const SlTreeLinks *self);
/* Whether an edge is drawn in @style: SL_STYLE_EDGE_EXTRA, SL_STYLE_HELPS or SL_STYLE_HURTS. */
gboolean sl_tree_links_has (const SlTreeLinks *self, SlStyle style);
/* Adds the marks, after @frame was moved to its place. @boxes: (element-type SlRouteBox): takes up
 * the places of the labels, in u and v. */
void sl_tree_links_draw (SlTreeLinks *self, const SlTreeCards *cards, SlTextMeasure *measure,
                         SlScene *scene, GArray *boxes);
/* Adds the list of the edges between sheets, each as two titles and what the one does to the other,
 * and their signs on the cards. @x, @y, @width: its place in the scene; pt. @cuts: (element-type
 * double): takes up y between the rows. Returns: its height */
double sl_tree_links_draw_list (const SlTreeLinks *self, const SlTreeCards *cards,
                                SlTextMeasure *measure, SlScene *scene, double x, double y,
                                double width, GArray *cuts);

G_END_DECLS

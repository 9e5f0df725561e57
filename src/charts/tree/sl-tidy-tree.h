/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tidy layout of trees whose nodes differ in size. Pure geometry: knows neither goals nor text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlTidyNode:
 * @parent: index of an earlier node of the same array, or -1 for a root
 * @start: where the node begins along the depth axis: at or behind its parent's end, and the same
 *   for all children of one parent
 * @length: extent along the depth axis, >= 0
 * @breadth: extent across, >= 0
 * @place: (out): where the node begins across
 *
 * Siblings stand in the order of their indices. All lengths share one unit, points for charts.
 */
typedef struct
{
  gint parent;
  double start;
  double length;
  double breadth;
  double place;
} SlTidyNode;

/**
 * SlTidyGaps:
 * @sibling: least distance across between children of one parent
 * @cousin: least distance across between nodes of different parents
 * @tree: distance across between the bounding boxes of two trees
 */
typedef struct
{
  double sibling;
  double cousin;
  double tree;
} SlTidyGaps;

/**
 * sl_tidy_tree_layout:
 * @nodes: (array length=n) (inout): parents before children; @place is written
 * @n: number of nodes
 * @gaps: distances to keep
 *
 * Places every node across: parents in the middle of their first and last child, siblings in
 * order and spread evenly, no two nodes nearer than @gaps where they overlap in depth (a node
 * reaches to where its children begin, so that edges stay clear too), and a subtree drawn in the
 * same shape wherever it stands. Several roots are stacked by their bounding
 * boxes, the first at 0, so that one tree never reaches into another.
 *
 * Source: van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and
 * Experience 44 (2014), 1467-1484, which extends Buchheim, Juenger and Leipert, "Improving
 * Walker's algorithm to run in linear time", Graph Drawing 2002. Cost: O(n), without recursion.
 *
 * Returns: the whole extent across; 0 for no nodes
 */
double sl_tidy_tree_layout (SlTidyNode *nodes, guint n, const SlTidyGaps *gaps);

G_END_DECLS

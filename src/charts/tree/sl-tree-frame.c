/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places cards: trees by the tidy layout, goals without parts in a grid behind them, so that a
 * plain list of goals does not become one endless column. */

#include "config.h"

#include "tree/sl-tree-frame.h"

#include <math.h>

#include "tree/sl-tidy-tree.h"
#include "tree/sl-tree-cards.h"
#include "tree/sl-tree-cuts.h"

/* Widths of cards where nothing says otherwise, and distances; pt. */
#define CARD_ACROSS 180.0
#define CARD_DOWN 156.0
#define LONE_COLUMNS 4
/* Room for each curved edge between two columns; pt. */
#define LANE 6.0
#define LANES_MOST 8

static const SlTidyGaps gaps_across = { 12, 18, 30 };
static const SlTidyGaps gaps_down = { 18, 24, 36 };

static const SlTidyGaps *
gaps_of (gboolean top_down)
{
  return top_down ? &gaps_down : &gaps_across;
}

/* Room before @slot, wide enough for the ways through it to lie side by side. */
static double
gutter_before (guint slot, const guint *crossed)
{
  return slot == 0 ? 0 : SL_TREE_GUTTER + LANE * MIN (crossed[slot], LANES_MOST);
}

double
sl_tree_card_width (const SlChartParams *params, guint n_slots, const guint *crossed)
{
  if (params->top_down)
    return CARD_DOWN;
  if (!params->paper || params->width <= 0)
    return CARD_ACROSS;

  double room = params->width;
  for (guint slot = 0; slot < n_slots; slot++)
    room -= gutter_before (slot, crossed);
  return CLAMP (floor (room / n_slots), SL_CARD_MIN_WIDTH, SL_CARD_MAX_WIDTH);
}

/* How many columns a grid of lone goals may have. */
static guint
lone_columns (const SlChartParams *params)
{
  if (params->top_down || params->width <= 0)
    return LONE_COLUMNS;
  return (guint)MAX (1, floor ((params->width + SL_TREE_GUTTER) / (CARD_ACROSS + SL_TREE_GUTTER)));
}

guint
sl_tree_assign_slots (SlGoalForest *forest, const SlChartParams *params)
{
  guint n_levels = 0, n_lone = 0;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->lone)
        n_lone++;
      else
        n_levels = MAX (n_levels, node->level + 1);
    }

  guint columns = MAX (n_levels, MIN (n_lone, lone_columns (params)));
  guint next = 0;
  for (guint i = 0; i < forest->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->lone)
        node->slot = next++ % columns;
    }
  return columns;
}

static void
measure_slots (SlTreeFrame *self, const SlGoalForest *forest, const guint *crossed)
{
  g_autofree double *thick = g_new0 (double, self->n_slots);
  double at = 0;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      thick[node->slot] = MAX (thick[node->slot], self->top_down ? node->h : node->w);
    }
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      at += gutter_before (slot, crossed);
      self->slots[slot] = (SlRouteSlot){ at, at + thick[slot] };
      at += thick[slot];
    }
}

static void
put (const SlTreeFrame *self, SlGoalNode *node, double v)
{
  SlPoint at = sl_tree_frame_point (self, self->slots[node->slot].from, v);
  node->x = at.x;
  node->y = at.y;
}

/* Places the trees and returns where they end across. With @apart, a goal without parts keeps its
 * place across in all deeper columns, so that subtrees do not reach into each other and a sheet can
 * end between them. */
static double
place_trees (SlTreeFrame *self, SlGoalForest *forest, gboolean apart)
{
  double end = self->slots[self->n_slots - 1].to;
  guint n = forest->nodes->len, n_tidy = 0;
  g_autofree SlTidyNode *tidy = g_new (SlTidyNode, n);
  g_autofree gint *tidy_of = g_new (gint, n);

  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->lone)
        continue;
      tidy_of[i] = (gint)n_tidy;
      tidy[n_tidy++] = (SlTidyNode){
        .parent = node->parent < 0 ? -1 : tidy_of[node->parent],
        .start = self->slots[node->slot].from,
        .length = (apart && node->n_children == 0 ? end : self->slots[node->slot].to)
                  - self->slots[node->slot].from,
        .breadth = self->top_down ? node->w : node->h,
      };
    }

  double extent = sl_tidy_tree_layout (tidy, n_tidy, gaps_of (self->top_down));
  for (guint i = 0; i < n; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (!node->lone)
        put (self, node, tidy[tidy_of[i]].place);
    }
  return extent;
}

/* Whether trees of @extent have to be cut, or may have to be. */
static gboolean
must_be_cut (const SlChartParams *params, double extent)
{
  double room = params->top_down ? params->width : params->height;
  return params->paper && extent > room;
}

static void
place_lone (SlTreeFrame *self, SlGoalForest *forest, double v)
{
  const SlTidyGaps *gaps = gaps_of (self->top_down);
  double row = 0;

  v += v > 0 ? gaps->tree : 0;
  for (guint i = 0, k = 0; i < forest->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (!node->lone)
        continue;
      if (k++ > 0 && node->slot == 0)
        {
          v += row + gaps->cousin;
          row = 0;
        }
      put (self, node, v);
      row = MAX (row, self->top_down ? node->w : node->h);
    }
}

SlTreeFrame *
sl_tree_frame_new (SlGoalForest *forest, const SlChartParams *params, guint n_slots,
                   const guint *crossed)
{
  SlTreeFrame *self = g_new0 (SlTreeFrame, 1);

  self->top_down = params->top_down;
  self->n_slots = n_slots;
  self->slots = g_new0 (SlRouteSlot, n_slots);
  measure_slots (self, forest, crossed);

  double extent = place_trees (self, forest, FALSE);
  if (must_be_cut (params, extent))
    {
      extent = place_trees (self, forest, TRUE);
      sl_tree_make_cuts (forest, self);
    }
  place_lone (self, forest, extent);
  return self;
}

void
sl_tree_frame_free (SlTreeFrame *self)
{
  g_free (self->slots);
  g_free (self);
}

void
sl_tree_frame_move (SlTreeFrame *self, SlGoalForest *forest, double dx, double dy)
{
  self->origin.x += dx;
  self->origin.y += dy;
  for (guint i = 0; i < forest->nodes->len; i++)
    {
      sl_goal_forest_node (forest, i)->x += dx;
      sl_goal_forest_node (forest, i)->y += dy;
    }
}

SlPoint
sl_tree_frame_point (const SlTreeFrame *self, double u, double v)
{
  return (SlPoint){ self->origin.x + (self->top_down ? v : u),
                    self->origin.y + (self->top_down ? u : v) };
}

SlRouteBox
sl_tree_frame_box (const SlTreeFrame *self, const SlGoalNode *node)
{
  double x = node->x - self->origin.x, y = node->y - self->origin.y;
  SlRouteBox box = {
    .slot = node->slot,
    .u0 = self->top_down ? y : x,
    .v0 = self->top_down ? x : y,
    .busy = { node->parent >= 0, node->n_parts > 0 },
  };

  box.u1 = box.u0 + (self->top_down ? node->h : node->w);
  box.v1 = box.v0 + (self->top_down ? node->w : node->h);
  return box;
}

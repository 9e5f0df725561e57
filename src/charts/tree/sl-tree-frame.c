/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places cards: trees by the tidy layout, goals without parts in a grid behind them, so that a
 * plain list of goals does not become one endless column. */

#include "config.h"

#include "tree/sl-tree-frame.h"

#include <math.h>

#include "tree/sl-tree-cards.h"
#include "tree/sl-tree-cuts.h"

#define LONE_COLUMNS 4
/* Room for each curved edge between two columns, and for those around the outer ones; pt. */
#define LANE 6.0
#define LANES_MOST 8
#define OUTSIDE 60.0
/* Between two sheets; pt. */
#define SHEET_GAP 24.0

static const SlTidyGaps gaps_across = { 12, 18, 30 };
static const SlTidyGaps gaps_down = { 18, 24, 36 };

const SlTidyGaps *
sl_tree_gaps (gboolean top_down)
{
  return top_down ? &gaps_down : &gaps_across;
}

double
sl_tree_sheet_room (const SlChartParams *params)
{
  if (!params->paper)
    return 0;
  return MAX (0, (params->top_down ? params->width : params->height) - SHEET_GAP);
}

void
sl_tree_room_init (SlTreeRoom *room, const SlChartParams *params, guint n_slots,
                   const guint *crossed)
{
  double lanes = 0, spare = G_MAXDOUBLE;

  for (guint slot = 1; slot < n_slots; slot++)
    lanes += LANE * MIN (crossed[slot], LANES_MOST);
  room->cards = 0;
  if (params->paper && !params->top_down && params->width > 0)
    {
      room->cards = params->width - 2 * SL_TREE_MARGIN - (n_slots - 1) * SL_TREE_GUTTER
                    - (crossed[0] > 0 ? OUTSIDE : 0) - (crossed[n_slots] > 0 ? OUTSIDE : 0);
      spare = MAX (0, room->cards - n_slots * SL_CARD_MIN_WIDTH);
      room->cards = MAX (1, room->cards - MIN (lanes, spare));
    }
  room->gutters = g_new0 (double, n_slots);
  for (guint slot = 1; slot < n_slots; slot++)
    room->gutters[slot]
        = SL_TREE_GUTTER
          + LANE * MIN (crossed[slot], LANES_MOST) * (lanes > spare ? spare / lanes : 1);
}

void
sl_tree_room_clear (SlTreeRoom *room)
{
  g_clear_pointer (&room->gutters, g_free);
}

/* How many columns a grid of lone goals may have. */
static guint
lone_columns (const SlChartParams *params)
{
  if (params->top_down || params->width <= 0)
    return LONE_COLUMNS;
  return (guint)MAX (1,
                     floor ((params->width + SL_TREE_GUTTER) / (SL_CARD_WIDTH + SL_TREE_GUTTER)));
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
measure_slots (SlTreeFrame *self, const SlGoalForest *forest, const SlTreeRoom *room)
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
      at += room->gutters[slot];
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

/* Places the trees of one sheet from @v on and returns where they end. With @apart, a goal without
 * parts keeps its place across in all deeper columns, so that subtrees do not reach into each other
 * and a cut can be made between them. */
static double
place_sheet (SlTreeFrame *self, SlGoalForest *forest, guint page, double v, gboolean apart)
{
  double end = self->slots[self->n_slots - 1].to;
  guint n = forest->nodes->len, n_tidy = 0;
  g_autofree SlTidyNode *tidy = g_new (SlTidyNode, n);
  g_autofree gint *tidy_of = g_new (gint, n);

  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->lone || node->page != page)
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

  double extent = sl_tidy_tree_layout (tidy, n_tidy, sl_tree_gaps (self->top_down));
  for (guint i = 0; i < n; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (!node->lone && node->page == page)
        put (self, node, v + tidy[tidy_of[i]].place);
    }
  return v + extent;
}

static void
add_cut (SlTreeFrame *self, const SlGoalForest *forest, double v)
{
  if (forest->n_pages > 1)
    g_array_append_val (self->cuts, v);
}

static void
place_lone (SlTreeFrame *self, SlGoalForest *forest)
{
  const SlTidyGaps *gaps = sl_tree_gaps (self->top_down);
  double row_end = self->extent, v = row_end + (row_end > 0 ? gaps->tree : 0);
  guint n_before = 0;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (!node->lone)
        continue;
      if (n_before > 0 && node->slot == 0)
        v = row_end + gaps->cousin;
      if (node->slot == 0)
        add_cut (self, forest, (v + row_end) / 2);
      n_before++;
      put (self, node, v);
      row_end = MAX (row_end, v + (self->top_down ? node->w : node->h));
    }
  self->extent = row_end;
}

SlTreeFrame *
sl_tree_frame_new (SlGoalForest *forest, const SlChartParams *params, guint n_slots,
                   const SlTreeRoom *room)
{
  SlTreeFrame *self = g_new0 (SlTreeFrame, 1);

  self->top_down = params->top_down;
  self->n_slots = n_slots;
  self->slots = g_new0 (SlRouteSlot, n_slots);
  self->cuts = g_array_new (FALSE, FALSE, sizeof (double));
  measure_slots (self, forest, room);

  for (guint page = 0; page < forest->n_pages; page++)
    {
      if (page > 0)
        add_cut (self, forest, self->extent + SHEET_GAP / 2);
      self->extent
          = place_sheet (self, forest, page, page > 0 ? self->extent + SHEET_GAP : 0, FALSE);
    }
  if (params->paper && sl_tree_sheet_room (params) == 0)
    {
      self->extent = place_sheet (self, forest, 0, 0, TRUE);
      sl_tree_make_cuts (forest, self);
    }
  place_lone (self, forest);
  return self;
}

void
sl_tree_frame_free (SlTreeFrame *self)
{
  g_free (self->slots);
  g_array_unref (self->cuts);
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

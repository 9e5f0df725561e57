/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the curved edges from the plan, sorts out which of them a line can show, and has their ways
 * found. */

#include "config.h"

#include "tree/sl-tree-links-private.h"

#include <stdlib.h>

#define STRENGTH_STEP 20

/* The node of goal @id on the sheet of @near, where it may be continued; -1 if there is none. */
static gint
find_on_sheet (const SlGoalForest *forest, SlId id, guint near)
{
  guint page = sl_goal_forest_node (forest, near)->page;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->id == id && node->page == page)
        return (gint)i;
    }
  return -1;
}

/* Puts both ends on one sheet if there is one that has both. */
static gboolean
bring_together (const SlGoalForest *forest, SlId from, SlId to, SlTreeLink *link)
{
  gint other;

  if (sl_goal_forest_node (forest, link->source)->page
      == sl_goal_forest_node (forest, link->target)->page)
    return TRUE;
  if ((other = find_on_sheet (forest, from, link->target)) >= 0)
    link->source = (guint)other;
  else if ((other = find_on_sheet (forest, to, link->source)) >= 0)
    link->target = (guint)other;
  return other >= 0;
}

/* Takes up an edge from goal @from to goal @to if both are drawn. */
static void
add_link (SlTreeLinks *self, SlId from, SlId to, SlTreeLink link)
{
  gint source = sl_goal_forest_find (self->forest, from);
  gint target = sl_goal_forest_find (self->forest, to);

  if (source >= 0 && target >= 0 && source != target)
    {
      link.source = (guint)source;
      link.target = (guint)target;
      if (bring_together (self->forest, from, to, &link))
        g_array_append_val (self->links, link);
      else
        g_array_append_val (self->far, link);
    }
  else if (source >= 0 || target >= 0)
    {
      self->n_hidden += source != target ? 1 : 0;
    }
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const SlTreeLink *x = a, *y = b;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Rows stand in no order, so edges are taken by id to draw the same picture every time. */
static void
add_sorted (SlTreeLinks *self, GArray *found)
{
  g_array_sort (found, compare_links);
  for (guint i = 0; i < found->len; i++)
    {
      const SlTreeLink *link = &g_array_index (found, SlTreeLink, i);
      if (link->kind == SL_KIND_GOAL_PARENT)
        add_link (self, link->b, link->a, *link);
      else
        add_link (self, link->a, link->b, *link);
    }
}

static void
read_parents (SlTreeLinks *self, const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL_PARENT);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SlTreeLink));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlTreeLink link = {
        .kind = SL_KIND_GOAL_PARENT,
        .id = sl_table_id (table, row),
        .a = sl_table_ref (table, row, SL_GOAL_PARENT_GOAL),
        .b = sl_table_ref (table, row, SL_GOAL_PARENT_PARENT),
        .style = SL_STYLE_EDGE_EXTRA,
      };
      guint goal;
      if (sl_table_find (goals, link.a, &goal)
          && sl_table_ref (goals, goal, SL_GOAL_PARENT) != link.b)
        g_array_append_val (found, link);
    }
  add_sorted (self, found);
}

static void
read_links (SlTreeLinks *self, const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL_LINK);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SlTreeLink));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int strength = (int)sl_table_int (table, row, SL_GOAL_LINK_STRENGTH);
      SlTreeLink link = {
        .kind = SL_KIND_GOAL_LINK,
        .id = sl_table_id (table, row),
        .a = sl_table_ref (table, row, SL_GOAL_LINK_SOURCE),
        .b = sl_table_ref (table, row, SL_GOAL_LINK_TARGET),
        .style = strength < 0 ? SL_STYLE_HURTS : SL_STYLE_HELPS,
        .steps = CLAMP ((abs (strength) + STRENGTH_STEP / 2) / STRENGTH_STEP, 1, 5),
        .reason = sl_table_text (table, row, SL_GOAL_LINK_REASON),
      };
      g_array_append_val (found, link);
    }
  add_sorted (self, found);
}

SlTreeLinks *
sl_tree_links_new (const SlSnapshot *plan, const SlGoalForest *forest)
{
  SlTreeLinks *self = g_new0 (SlTreeLinks, 1);

  self->forest = forest;
  self->links = g_array_new (FALSE, FALSE, sizeof (SlTreeLink));
  self->far = g_array_new (FALSE, FALSE, sizeof (SlTreeLink));
  read_parents (self, plan);
  read_links (self, plan);
  return self;
}

void
sl_tree_links_free (SlTreeLinks *self)
{
  g_clear_pointer (&self->router, sl_tree_router_free);
  g_array_unref (self->links);
  g_array_unref (self->far);
  g_free (self);
}

void
sl_tree_links_count (const SlTreeLinks *self, guint *crossed)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlTreeLink *link = &g_array_index (self->links, SlTreeLink, i);
      guint a = sl_goal_forest_node (self->forest, link->source)->slot;
      guint b = sl_goal_forest_node (self->forest, link->target)->slot;

      for (guint slot = MIN (a, b); slot < MAX (a, b); slot++)
        crossed[slot + 1]++;
      if (a == b)
        crossed[a + 1]++;
      if (a == b && a == 0)
        crossed[0]++;
    }
}

void
sl_tree_links_route (SlTreeLinks *self, const SlTreeFrame *frame)
{
  guint n = self->forest->nodes->len;
  g_autofree SlRouteBox *boxes = g_new (SlRouteBox, n);

  for (guint i = 0; i < n; i++)
    boxes[i] = sl_tree_frame_box (frame, sl_goal_forest_node (self->forest, i));
  self->frame = frame;
  self->router = sl_tree_router_new (boxes, n, frame->slots, frame->n_slots);
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlTreeLink *link = &g_array_index (self->links, SlTreeLink, i);
      sl_tree_router_add (self->router, link->source, link->target);
    }
  sl_tree_router_run (self->router);
}

void
sl_tree_links_block (SlTreeLinks *self, const SlRouteBox *box)
{
  sl_tree_router_block (self->router, box->u0, box->v0, box->u1, box->v1);
}

static void
extend_to (SlPoint p, SlPoint *least, SlPoint *most)
{
  *least = (SlPoint){ MIN (least->x, p.x), MIN (least->y, p.y) };
  *most = (SlPoint){ MAX (most->x, p.x), MAX (most->y, p.y) };
}

void
sl_tree_links_extend (const SlTreeLinks *self, SlPoint *least, SlPoint *most)
{
  const double half = SL_TREE_SIGN_SIZE / 2, below = SL_TREE_SIGN_DROP + half;

  for (guint i = 0; i < self->links->len; i++)
    {
      const GArray *points = sl_tree_router_get (self->router, i)->points;
      for (guint k = 0; k < points->len; k++)
        {
          SlPoint p = g_array_index (points, SlPoint, k);
          extend_to ((SlPoint){ p.x - half, p.y - half }, least, most);
          extend_to ((SlPoint){ p.x + half, p.y + half }, least, most);
        }
    }
  for (guint i = 0; i < 2 * self->far->len; i++)
    {
      const SlTreeLink *link = &g_array_index (self->far, SlTreeLink, i / 2);
      SlRouteBox box = sl_tree_frame_box (
          self->frame,
          sl_goal_forest_node (self->forest, i % 2 == 0 ? link->source : link->target));
      extend_to (self->frame->top_down ? (SlPoint){ box.u1 + below, box.v1 }
                                       : (SlPoint){ box.u1, box.v1 + below },
                 least, most);
    }
}

guint
sl_tree_links_count_far (const SlTreeLinks *self)
{
  return self->far->len;
}

guint
sl_tree_links_count_all (const SlTreeLinks *self)
{
  return self->links->len + self->far->len;
}

guint
sl_tree_links_count_hidden (const SlTreeLinks *self)
{
  return self->n_hidden;
}

gboolean
sl_tree_links_has (const SlTreeLinks *self, SlStyle style)
{
  for (guint i = 0; i < self->links->len + self->far->len; i++)
    {
      const SlTreeLink *link = i < self->links->len
                                   ? &g_array_index (self->links, SlTreeLink, i)
                                   : &g_array_index (self->far, SlTreeLink, i - self->links->len);
      if (link->style == style)
        return TRUE;
    }
  return FALSE;
}

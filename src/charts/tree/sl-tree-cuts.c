/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between two neighbouring goals without parts a cut can be blocked only by parents of both, which
 * stand in columns of their own: each can slide along its parts until the cut is free. Only
 * neighbours of its column can be in its way, where one is taller than all of its parts. */

#include "config.h"

#include "tree/sl-tree-cuts.h"

#include <math.h>

/* Longest stretch without a cut that is left alone; pt. */
#define STRETCH 180.0

/* A card across, and how far its parts reach. */
typedef struct
{
  guint node;
  double v0, v1;
  double low, high;
  gint before, behind; /* neighbours in its column, as rows, or -1 */
  gboolean leaf;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  return x->v0 < y->v0 ? -1 : x->v0 > y->v0;
}

/* All goals of trees; parents hold the extent of their parts. (transfer full) */
static GArray *
collect_rows (const SlGoalForest *forest, const SlTreeFrame *frame)
{
  guint n = forest->nodes->len;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autofree Row *all = g_new0 (Row, n);
  g_autofree gint *last = g_new (gint, frame->n_slots);

  for (guint slot = 0; slot < frame->n_slots; slot++)
    last[slot] = -1;
  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      SlRouteBox box = sl_tree_frame_box (frame, node);
      all[i] = (Row){ i, box.v0, box.v1, HUGE_VAL, -HUGE_VAL, -1, -1, node->n_children == 0 };
    }
  for (guint i = n; i > 0; i--)
    {
      Row *row = &all[i - 1];
      gint parent = sl_goal_forest_node (forest, i - 1)->parent;
      row->low = MIN (row->low, row->v0);
      row->high = MAX (row->high, row->v1);
      if (parent >= 0)
        {
          all[parent].low = MIN (all[parent].low, row->low);
          all[parent].high = MAX (all[parent].high, row->high);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      guint slot = sl_goal_forest_node (forest, i)->slot;
      if (sl_goal_forest_node (forest, i)->lone)
        continue;
      all[i].before = last[slot];
      if (last[slot] >= 0)
        g_array_index (rows, Row, last[slot]).behind = (gint)rows->len;
      last[slot] = (gint)rows->len;
      g_array_append_val (rows, all[i]);
    }
  return rows;
}

/* Whether @row is in the way of a cut between @from and @to. */
static gboolean
blocks (const Row *row, double from, double to)
{
  return !row->leaf && row->v0 < to && row->v1 > from;
}

static gboolean
is_free (const GArray *rows, double from, double to)
{
  for (guint i = 0; i < rows->len; i++)
    if (blocks (&g_array_index (rows, Row, i), from, to))
      return FALSE;
  return TRUE;
}

/* How far @row has to move to leave @from..@to free without crossing the cut at @last, leaving its
 * parts or meeting its neighbours; 0 if it cannot. */
static double
find_move (const GArray *rows, const Row *row, double last, double from, double to)
{
  double up = row->v1 - from, down = to - row->v0;
  double low = MAX (last, row->low), high = row->high;

  if (row->before >= 0)
    low = MAX (low, g_array_index (rows, Row, row->before).v1 + (to - from));
  if (row->behind >= 0)
    high = MIN (high, g_array_index (rows, Row, row->behind).v0 - (to - from));

  gboolean can_up = row->v0 - up >= low - 0.01, can_down = row->v1 + down <= high + 0.01;
  if (can_up && (up <= down || !can_down))
    return -up;
  return can_down ? down : 0;
}

/* Clears @from..@to of cards if all that are in the way can move. */
static gboolean
clear_cut (SlGoalForest *forest, const SlTreeFrame *frame, GArray *rows, double last, double from,
           double to)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      if (blocks (row, from, to) && find_move (rows, row, last, from, to) == 0)
        return FALSE;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      if (!blocks (row, from, to))
        continue;
      double move = find_move (rows, row, last, from, to);
      SlGoalNode *node = sl_goal_forest_node (forest, row->node);
      row->v0 += move;
      row->v1 += move;
      if (frame->top_down)
        node->x += move;
      else
        node->y += move;
    }
  return TRUE;
}

void
sl_tree_make_cuts (SlGoalForest *forest, const SlTreeFrame *frame)
{
  g_autoptr (GArray) rows = collect_rows (forest, frame);
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Row, i).leaf)
      g_array_append_val (leaves, g_array_index (rows, Row, i));
  g_array_sort (leaves, compare_rows);

  double last = leaves->len > 0 ? g_array_index (leaves, Row, 0).low : 0;
  for (guint i = 0; i + 1 < leaves->len; i++)
    {
      double from = g_array_index (leaves, Row, i).v1;
      double to = g_array_index (leaves, Row, i + 1).v0;
      double next = g_array_index (leaves, Row, i + 1).v1;

      if (is_free (rows, from, to)
          || (next - last > STRETCH && clear_cut (forest, frame, rows, last, from, to)))
        last = (from + to) / 2;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edges from a goal to its parts are right-angled with round corners, so that curved edges, which
 * say something else, are told from them at a glance. A toggle sits where the edges leave a card.
 */

#include "config.h"

#include "tree/sl-tree-edges.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CORNER 6.0
/* Share of a corner at which the control points of a quarter circle lie. */
#define KAPPA 0.5523
/* How far edges go on towards the next sheet, and the arrow at their end; pt. */
#define MORE 18.0
#define MORE_ARROW 6.0
#define TOGGLE_SIZE 12.0
#define TOGGLE_SYMBOL 5.0
#define TOGGLE_GAP 3.0
#define TOGGLE_PAD 4.0

static void
add_point (const SlTreeFrame *frame, GArray *points, double u, double v)
{
  SlPoint p = sl_tree_frame_point (frame, u, v);
  g_array_append_val (points, p);
}

/* A straight piece as a curve. */
static void
add_straight (const SlTreeFrame *frame, GArray *points, SlPoint from, SlPoint to)
{
  for (guint i = 1; i <= 3; i++)
    add_point (frame, points, from.x + (to.x - from.x) * i / 3, from.y + (to.y - from.y) * i / 3);
}

/* A quarter circle from @from to @to around @corner. */
static void
add_corner (const SlTreeFrame *frame, GArray *points, SlPoint from, SlPoint corner, SlPoint to)
{
  add_point (frame, points, from.x + (corner.x - from.x) * KAPPA,
             from.y + (corner.y - from.y) * KAPPA);
  add_point (frame, points, to.x + (corner.x - to.x) * KAPPA, to.y + (corner.y - to.y) * KAPPA);
  add_point (frame, points, to.x, to.y);
}

static void
draw_edge (const SlTreeFrame *frame, SlScene *scene, const SlGoalNode *parent,
           const SlGoalNode *child)
{
  SlRouteBox from = sl_tree_frame_box (frame, parent), to = sl_tree_frame_box (frame, child);
  double trunk = frame->slots[parent->slot].to + SL_TREE_TRUNK;
  SlPoint begin = { from.u1, (from.v0 + from.v1) / 2 }, end = { to.u0, (to.v0 + to.v1) / 2 };
  double away = end.y - begin.y;
  double r = MIN (CORNER, fabs (away) / 2), turn = away < 0 ? -r : r;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SlPoint));
  SlMark *mark;

  add_point (frame, points, begin.x, begin.y);
  if (fabs (away) < 0.5)
    {
      add_straight (frame, points, begin, end);
    }
  else
    {
      SlPoint into = { trunk - r, begin.y }, up = { trunk, begin.y + turn };
      SlPoint down = { trunk, end.y - turn }, out = { trunk + r, end.y };
      add_straight (frame, points, begin, into);
      add_corner (frame, points, into, (SlPoint){ trunk, begin.y }, up);
      add_straight (frame, points, up, down);
      add_corner (frame, points, down, (SlPoint){ trunk, end.y }, out);
      add_straight (frame, points, out, end);
    }
  mark = sl_scene_add_path (scene, SL_BAND_BODY, SL_STYLE_EDGE,
                            (const SlPoint *)(const void *)points->data, points->len);
  mark->curved = 1;
  mark->z = SL_TREE_Z_EDGE;
}

/* Says that more parts of @node stand on the sheet before or behind: the edges go on from the
 * middle of @child, with an arrow. */
static void
draw_more (const SlTreeFrame *frame, SlScene *scene, const SlGoalNode *node,
           const SlGoalNode *child, gboolean behind)
{
  SlRouteBox from = sl_tree_frame_box (frame, node), to = sl_tree_frame_box (frame, child);
  double trunk = frame->slots[node->slot].to + SL_TREE_TRUNK;
  double begin = behind ? MAX ((from.v0 + from.v1) / 2, (to.v0 + to.v1) / 2)
                        : MIN ((from.v0 + from.v1) / 2, (to.v0 + to.v1) / 2);
  SlPoint a = sl_tree_frame_point (frame, trunk, begin);
  SlPoint b = sl_tree_frame_point (frame, trunk, begin + (behind ? MORE : -MORE));
  SlSymbol symbol = frame->top_down ? (behind ? SL_SYMBOL_ARROW_RIGHT : SL_SYMBOL_ARROW_LEFT)
                                    : (behind ? SL_SYMBOL_ARROW_DOWN : SL_SYMBOL_ARROW_UP);
  SlMark *mark;

  mark = sl_scene_add_line (scene, SL_BAND_BODY, SL_STYLE_EDGE, a.x, a.y, b.x, b.y);
  mark->dashed = 1;
  mark->z = SL_TREE_Z_EDGE;
  mark = sl_scene_add_symbol (scene, SL_BAND_BODY, SL_STYLE_EDGE, symbol, b.x, b.y, MORE_ARROW);
  mark->z = SL_TREE_Z_EDGE;
}

void
sl_tree_edges_draw (const SlGoalForest *forest, const SlTreeFrame *frame, SlScene *scene)
{
  guint n = forest->nodes->len;
  g_autofree guint *n_seen = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->parent < 0)
        continue;

      const SlGoalNode *parent = sl_goal_forest_node (forest, (guint)node->parent);
      guint nth = ++n_seen[node->parent];
      draw_edge (frame, scene, parent, node);
      if (nth == 1 && parent->first_part > 1)
        draw_more (frame, scene, parent, node, FALSE);
      if (nth == parent->n_children && parent->last_part < parent->n_parts)
        draw_more (frame, scene, parent, node, TRUE);
    }
}

/* (transfer full) */
static char *
folded_text (const SlGoalNode *node)
{
  return g_strdup_printf ("+%u", node->n_folded);
}

gboolean
sl_tree_toggle_box (const SlGoalForest *forest, const SlTreeFrame *frame,
                    const SlChartParams *params, SlTextMeasure *measure, guint index,
                    SlRouteBox *box)
{
  const SlGoalNode *node = sl_goal_forest_node (forest, index);
  double width = TOGGLE_SIZE;

  if (node->n_folded == 0 && (node->n_children == 0 || params->paper))
    return FALSE;
  if (node->n_folded > 0)
    {
      g_autofree char *text = folded_text (node);
      sl_text_measure_size (measure, SL_FONT_SMALL, text, 0, &width, NULL);
      width = MAX (ceil (width) + 2 * TOGGLE_PAD, TOGGLE_SIZE);
    }

  SlRouteBox card = sl_tree_frame_box (frame, node);
  double across = frame->top_down ? width : TOGGLE_SIZE;
  double middle = (card.v0 + card.v1) / 2;
  *box = (SlRouteBox){ .u0 = card.u1 + TOGGLE_GAP,
                       .u1 = card.u1 + TOGGLE_GAP + (frame->top_down ? TOGGLE_SIZE : width),
                       .v0 = middle - across / 2,
                       .v1 = middle + across / 2 };
  return TRUE;
}

/* What a press does. (transfer full) */
static char *
describe_toggle (const SlGoalNode *node, const char *title)
{
  if (node->n_folded == 0)
    return g_strdup_printf (_ ("Fold “%s”"), title);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u goal below “%s”",
                                       "Show %u goals below “%s”", node->n_folded),
                          node->n_folded, title);
}

/* Where nothing leaves a card, a short stub says that the pill belongs to it. */
static void
draw_stub (const SlTreeFrame *frame, SlScene *scene, const SlGoalNode *node, const SlRouteBox *box)
{
  SlRouteBox card = sl_tree_frame_box (frame, node);
  double middle = (card.v0 + card.v1) / 2;
  SlPoint edge = sl_tree_frame_point (frame, card.u1, middle);
  SlPoint pill = sl_tree_frame_point (frame, box->u0, middle);
  SlMark *mark
      = sl_scene_add_line (scene, SL_BAND_BODY, SL_STYLE_EDGE, edge.x, edge.y, pill.x, pill.y);

  mark->z = SL_TREE_Z_EDGE;
}

/* "+3" where something is folded, else an arrow back to the card. */
static void
draw_face (const SlTreeFrame *frame, SlTextMeasure *measure, SlScene *scene, const SlGoalNode *node,
           SlPoint from, SlPoint to)
{
  double x = (from.x + to.x) / 2, y = (from.y + to.y) / 2;
  double height = sl_text_measure_line_height (measure, SL_FONT_SMALL);
  SlMark *mark;

  if (node->n_folded == 0)
    {
      mark = sl_scene_add_symbol (scene, SL_BAND_BODY, SL_STYLE_EDGE,
                                  frame->top_down ? SL_SYMBOL_ARROW_UP : SL_SYMBOL_ARROW_LEFT, x, y,
                                  TOGGLE_SYMBOL);
    }
  else
    {
      g_autofree char *text = folded_text (node);
      mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_CENTER,
                                from.x, y - height / 2, to.x - from.x, height, text);
    }
  mark->z = SL_TREE_Z_LABEL;
}

void
sl_tree_toggles_draw (const SlGoalForest *forest, const SlTreeFrame *frame,
                      const SlChartParams *params, SlTextMeasure *measure, const SlTreeCards *cards,
                      SlScene *scene)
{
  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      SlRouteBox box;
      if (!sl_tree_toggle_box (forest, frame, params, measure, i, &box))
        continue;

      SlPoint from = sl_tree_frame_point (frame, box.u0, box.v0);
      SlPoint to = sl_tree_frame_point (frame, box.u1, box.v1);
      g_autofree char *label = describe_toggle (node, sl_tree_cards_title (cards, i));
      if (node->n_children == 0)
        draw_stub (frame, scene, node, &box);
      SlMark *mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_CARD, from.x, from.y,
                                        to.x - from.x, to.y - from.y);
      mark->radius = TOGGLE_SIZE / 2;
      mark->z = SL_TREE_Z_LABEL;
      if (!params->paper)
        sl_mark_set_hit (mark, SL_KIND_GOAL, node->id, SL_PART_TOGGLE, label);
      draw_face (frame, measure, scene, node, from, to);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the edges from the plan, has their ways found and draws them. Helping and hurting are told
 * apart by line, sign and colour, so that two of the three may be lost in print. */

#include "config.h"

#include "tree/sl-tree-links.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define ARROW_SIZE 7.0
#define LABEL_SIZE 12.0
#define EXTRA_WIDTH 0.75
#define STRENGTH_STEP 20
#define LEAST_WIDTH 0.75
#define WIDTH_STEP 0.25
/* The list of edges between sheets, and their signs on cards; pt. */
#define LIST_LINE 72.0
#define LIST_GAP 6.0
#define CHIP_EDGE 18.0
#define CHIP_DROP 2.0

/* An edge to draw; its way has the same index. */
typedef struct
{
  SlKindId kind;
  SlId id;
  SlId a, b;
  guint source, target; /* nodes; a further parent is the source */
  SlStyle style;
  int steps; /* of strength: 1..5, 0 for a further parent */
  const char *reason;
} Link;

struct _SlTreeLinks
{
  const SlGoalForest *forest;
  const SlTreeFrame *frame;
  SlTreeRouter *router;
  GArray *links; /* of Link: both ends on one sheet */
  GArray *far;   /* of Link: between sheets */
  guint n_hidden;
};

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
bring_together (const SlGoalForest *forest, SlId from, SlId to, Link *link)
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
add_link (SlTreeLinks *self, SlId from, SlId to, Link link)
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
  const Link *x = a, *y = b;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Rows stand in no order, so edges are taken by id to draw the same picture every time. */
static void
add_sorted (SlTreeLinks *self, GArray *found)
{
  g_array_sort (found, compare_links);
  for (guint i = 0; i < found->len; i++)
    {
      const Link *link = &g_array_index (found, Link, i);
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
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      Link link = {
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
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int strength = (int)sl_table_int (table, row, SL_GOAL_LINK_STRENGTH);
      Link link = {
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
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->far = g_array_new (FALSE, FALSE, sizeof (Link));
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
      const Link *link = &g_array_index (self->links, Link, i);
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
      const Link *link = &g_array_index (self->links, Link, i);
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
  const double half = LABEL_SIZE / 2, below = CHIP_DROP + half;

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
      const Link *link = &g_array_index (self->far, Link, i / 2);
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
sl_tree_links_count_hidden (const SlTreeLinks *self)
{
  return self->n_hidden;
}

gboolean
sl_tree_links_has (const SlTreeLinks *self, SlStyle style)
{
  for (guint i = 0; i < self->links->len + self->far->len; i++)
    {
      const Link *link = i < self->links->len
                             ? &g_array_index (self->links, Link, i)
                             : &g_array_index (self->far, Link, i - self->links->len);
      if (link->style == style)
        return TRUE;
    }
  return FALSE;
}

/* What a screen reader says of an edge. (transfer full) */
static char *
describe (const Link *link, const char *a, const char *b)
{
  g_autofree char *sentence = NULL;

  if (link->kind == SL_KIND_GOAL_PARENT)
    /* Translators: both are titles of goals */
    return g_strdup_printf (_ ("“%s” is also part of “%s”"), a, b);
  if (link->style == SL_STYLE_HELPS)
    sentence = g_strdup_printf (_ ("“%s” helps “%s”, strength %d of 5"), a, b, link->steps);
  else
    sentence = g_strdup_printf (_ ("“%s” hurts “%s”, strength %d of 5"), a, b, link->steps);
  if (link->reason == NULL || *link->reason == '\0')
    return g_steal_pointer (&sentence);
  /* Translators: a sentence about two goals, then the reason that was typed for it */
  return g_strdup_printf (_ ("%s: %s"), sentence, link->reason);
}

/* Gives the line of an edge its looks and its meaning. */
static void
dress_line (const SlTreeLinks *self, const SlTreeCards *cards, const Link *link, SlMark *mark)
{
  gboolean extra = link->kind == SL_KIND_GOAL_PARENT;
  g_autofree char *label
      = describe (link, sl_tree_cards_title (cards, extra ? link->target : link->source),
                  sl_tree_cards_title (cards, extra ? link->source : link->target));

  mark->dashed = link->style == SL_STYLE_HURTS;
  mark->line_width = link->steps > 0 ? LEAST_WIDTH + WIDTH_STEP * link->steps : EXTRA_WIDTH;
  mark->z = SL_TREE_Z_LINK;
  sl_mark_set_hit (mark, link->kind, link->id, SL_PART_WHOLE, label);
  mark->hit.a = link->a;
  mark->hit.b = link->b;
}

static void
draw_path (const SlTreeLinks *self, const SlTreeCards *cards, SlScene *scene, guint index)
{
  const Link *link = &g_array_index (self->links, Link, index);
  const GArray *points = sl_tree_router_get (self->router, index)->points;
  g_autofree SlPoint *placed = g_new (SlPoint, points->len);
  SlMark *mark;

  for (guint i = 0; i < points->len; i++)
    {
      SlPoint p = g_array_index (points, SlPoint, i);
      placed[i] = sl_tree_frame_point (self->frame, p.x, p.y);
    }
  mark = sl_scene_add_path (scene, SL_BAND_BODY, link->style, placed, points->len);
  mark->curved = 1;
  dress_line (self, cards, link, mark);
}

static void
draw_arrow (const SlTreeLinks *self, SlScene *scene, guint index)
{
  static const SlSymbol symbols[2][2] = { { SL_SYMBOL_ARROW_RIGHT, SL_SYMBOL_ARROW_LEFT },
                                          { SL_SYMBOL_ARROW_DOWN, SL_SYMBOL_ARROW_UP } };
  const SlRoute *route = sl_tree_router_get (self->router, index);
  SlPoint tip = g_array_index (route->points, SlPoint, route->points->len - 1);
  double back = route->target_side == SL_SIDE_START ? -ARROW_SIZE / 2 : ARROW_SIZE / 2;
  SlPoint at = sl_tree_frame_point (self->frame, tip.x + back, tip.y);
  SlMark *mark = sl_scene_add_symbol (
      scene, SL_BAND_BODY, g_array_index (self->links, Link, index).style,
      symbols[self->frame->top_down ? 1 : 0][route->target_side], at.x, at.y, ARROW_SIZE);

  mark->z = SL_TREE_Z_LINK;
}

/* The sign on a disc around @at, so that it can be told without the colour. */
static void
draw_sign (SlScene *scene, SlTextMeasure *measure, SlStyle style, SlPoint at)
{
  double height = sl_text_measure_line_height (measure, SL_FONT_BOLD);
  double half = LABEL_SIZE / 2;
  SlMark *mark;

  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_PAPER, at.x - half, at.y - half,
                            LABEL_SIZE, LABEL_SIZE);
  mark->radius = half;
  mark->z = SL_TREE_Z_LABEL;
  mark = sl_scene_add_rect (scene, SL_BAND_BODY, style, at.x - half, at.y - half, LABEL_SIZE,
                            LABEL_SIZE);
  mark->radius = half;
  mark->outline = 1;
  mark->z = SL_TREE_Z_LABEL;
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER,
                            at.x - half, at.y - height / 2, LABEL_SIZE, height,
                            style == SL_STYLE_HELPS ? "+" : "−");
  mark->z = SL_TREE_Z_LABEL;
}

/* Takes up the place of a sign around @at, in u and v. */
static void
add_sign_box (SlPoint at, GArray *boxes)
{
  double half = LABEL_SIZE / 2;
  SlRouteBox box = { .u0 = at.x - half, .u1 = at.x + half, .v0 = at.y - half, .v1 = at.y + half };

  g_array_append_val (boxes, box);
}

static void
draw_label (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, guint index,
            GArray *boxes)
{
  const Link *link = &g_array_index (self->links, Link, index);
  SlPoint place;

  sl_tree_router_place_label (self->router, index, LABEL_SIZE, LABEL_SIZE, &place);
  add_sign_box (place, boxes);
  draw_sign (scene, measure, link->style, sl_tree_frame_point (self->frame, place.x, place.y));
}

/* The sign of an edge to another sheet, on the lower border of the card of @node. */
static void
draw_chip (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, guint node,
           SlStyle style, gboolean *drawn, GArray *boxes)
{
  const SlGoalNode *card = sl_goal_forest_node (self->forest, node);
  guint place = 2 * node + (style == SL_STYLE_HELPS ? 0 : 1);
  double x = card->x + card->w - CHIP_EDGE - (style == SL_STYLE_HELPS ? 0 : LABEL_SIZE + 3);

  if (drawn[place])
    return;
  drawn[place] = TRUE;
  draw_sign (scene, measure, style, (SlPoint){ x, card->y + card->h + CHIP_DROP });

  SlRouteBox box = sl_tree_frame_box (self->frame, card);
  double along = x - card->x;
  add_sign_box (self->frame->top_down ? (SlPoint){ box.u1 + CHIP_DROP, box.v0 + along }
                                      : (SlPoint){ box.u0 + along, box.v1 + CHIP_DROP },
                boxes);
}

static void
draw_chips (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, GArray *boxes)
{
  g_autofree gboolean *drawn = g_new0 (gboolean, 2 * self->forest->nodes->len);

  for (guint i = 0; i < self->far->len; i++)
    {
      const Link *link = &g_array_index (self->far, Link, i);
      if (link->kind != SL_KIND_GOAL_LINK)
        continue;
      draw_chip (self, measure, scene, link->source, link->style, drawn, boxes);
      draw_chip (self, measure, scene, link->target, link->style, drawn, boxes);
    }
}

void
sl_tree_links_draw (SlTreeLinks *self, const SlTreeCards *cards, SlTextMeasure *measure,
                    SlScene *scene, GArray *boxes)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      draw_path (self, cards, scene, i);
      if (g_array_index (self->links, Link, i).kind != SL_KIND_GOAL_LINK)
        continue;
      draw_arrow (self, scene, i);
      draw_label (self, measure, scene, i, boxes);
    }
  draw_chips (self, measure, scene, boxes);
}

/* One row of the list: "this goal —− that goal". Returns its height. */
static double
draw_row (const SlTreeLinks *self, const SlTreeCards *cards, SlTextMeasure *measure, SlScene *scene,
          const Link *link, double x, double y, double width)
{
  gboolean extra = link->kind == SL_KIND_GOAL_PARENT;
  const char *titles[] = { sl_tree_cards_title (cards, extra ? link->target : link->source),
                           sl_tree_cards_title (cards, extra ? link->source : link->target) };
  double column = (width - LIST_LINE) / 2, height[2];
  SlMark *mark;

  for (guint i = 0; i < 2; i++)
    sl_text_measure_size (measure, SL_FONT_LABEL, titles[i], column, NULL, &height[i]);
  double row = MAX (MAX (height[0], height[1]), LABEL_SIZE), middle = y + row / 2;
  for (guint i = 0; i < 2; i++)
    {
      mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_LABEL,
                                i == 0 ? SL_ALIGN_END : SL_ALIGN_START,
                                i == 0 ? x : x + column + LIST_LINE, y, column, row, titles[i]);
      mark->wrap = 1;
    }

  double from = x + column + 6, to = x + column + LIST_LINE - 6;
  mark = sl_scene_add_line (scene, SL_BAND_BODY, link->style, from, middle, to, middle);
  dress_line (self, cards, link, mark);
  if (!extra)
    {
      mark = sl_scene_add_symbol (scene, SL_BAND_BODY, link->style, SL_SYMBOL_ARROW_RIGHT,
                                  to - ARROW_SIZE / 2, middle, ARROW_SIZE);
      mark->z = SL_TREE_Z_LINK;
      draw_sign (scene, measure, link->style, (SlPoint){ (from + to) / 2 - 2, middle });
    }
  return row;
}

double
sl_tree_links_draw_list (SlTreeLinks *self, const SlTreeCards *cards, SlTextMeasure *measure,
                         SlScene *scene, double x, double y, double width, GArray *cuts)
{
  const char *title = _ ("Links between goals on different sheets");
  double at = y, height;
  SlMark *mark;

  sl_text_measure_size (measure, SL_FONT_HEAD, title, width, NULL, &height);
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_HEAD, SL_ALIGN_CENTER, x,
                            at, width, height, title);
  mark->wrap = 1;
  at += height + 2 * LIST_GAP;
  for (guint i = 0; i < self->far->len; i++)
    {
      double cut = at - LIST_GAP / 2;
      if (i > 0)
        g_array_append_val (cuts, cut);
      at += LIST_GAP
            + draw_row (self, cards, measure, scene, &g_array_index (self->far, Link, i), x, at,
                        width);
    }
  return at - LIST_GAP - y;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the curved edges. Helping and hurting are told apart by line, sign and colour, so that two
 * of the three may be lost in print. */

#include "config.h"

#include "tree/sl-tree-links-private.h"

#include <glib/gi18n-lib.h>

/* Of the sign on a card from its end; pt. */
#define CHIP_EDGE 18.0
#define CHIP_SPACE 3.0

/* Widths of lines by strength, 0 for the style's own, which high contrast makes thicker; pt. */
static const double widths[] = { 0, 0, 0, 1.75, 2.25, 2.75 };

/* What a screen reader says of an edge. (transfer full) */
static char *
describe (const SlTreeLink *link, const char *a, const char *b)
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

const char *
sl_tree_link_title_a (const SlTreeLink *link, const SlTreeCards *cards)
{
  gboolean extra = link->kind == SL_KIND_GOAL_PARENT;
  return sl_tree_cards_title (cards, extra ? link->target : link->source);
}

const char *
sl_tree_link_title_b (const SlTreeLink *link, const SlTreeCards *cards)
{
  gboolean extra = link->kind == SL_KIND_GOAL_PARENT;
  return sl_tree_cards_title (cards, extra ? link->source : link->target);
}

void
sl_tree_link_dress (const SlTreeLink *link, const SlTreeCards *cards, SlMark *mark)
{
  g_autofree char *label
      = describe (link, sl_tree_link_title_a (link, cards), sl_tree_link_title_b (link, cards));

  mark->dashed = link->style == SL_STYLE_HURTS;
  mark->line_width = widths[link->steps];
  mark->z = SL_TREE_Z_LINK;
  sl_mark_set_hit (mark, link->kind, link->id, SL_PART_WHOLE, label);
  mark->hit.a = link->a;
  mark->hit.b = link->b;
}

static void
draw_path (const SlTreeLinks *self, const SlTreeCards *cards, SlScene *scene, guint index)
{
  const SlTreeLink *link = &g_array_index (self->links, SlTreeLink, index);
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
  sl_tree_link_dress (link, cards, mark);
}

static void
draw_arrow (const SlTreeLinks *self, SlScene *scene, guint index)
{
  static const SlSymbol symbols[2][2] = { { SL_SYMBOL_ARROW_RIGHT, SL_SYMBOL_ARROW_LEFT },
                                          { SL_SYMBOL_ARROW_DOWN, SL_SYMBOL_ARROW_UP } };
  const SlRoute *route = sl_tree_router_get (self->router, index);
  SlPoint tip = g_array_index (route->points, SlPoint, route->points->len - 1);
  double back
      = route->target_side == SL_SIDE_START ? -SL_TREE_ARROW_SIZE / 2 : SL_TREE_ARROW_SIZE / 2;
  SlPoint at = sl_tree_frame_point (self->frame, tip.x + back, tip.y);
  SlMark *mark = sl_scene_add_symbol (
      scene, SL_BAND_BODY, g_array_index (self->links, SlTreeLink, index).style,
      symbols[self->frame->top_down ? 1 : 0][route->target_side], at.x, at.y, SL_TREE_ARROW_SIZE);

  mark->z = SL_TREE_Z_LINK;
}

/* The sign stands on a disc, so that it is legible on every line. */
void
sl_tree_sign_draw (SlScene *scene, SlTextMeasure *measure, SlStyle style, SlPoint at)
{
  double height = sl_text_measure_line_height (measure, SL_FONT_BOLD);
  double half = SL_TREE_SIGN_SIZE / 2;
  SlMark *mark;

  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_PAPER, at.x - half, at.y - half,
                            SL_TREE_SIGN_SIZE, SL_TREE_SIGN_SIZE);
  mark->radius = half;
  mark->z = SL_TREE_Z_LABEL;
  mark = sl_scene_add_rect (scene, SL_BAND_BODY, style, at.x - half, at.y - half, SL_TREE_SIGN_SIZE,
                            SL_TREE_SIGN_SIZE);
  mark->radius = half;
  mark->outline = 1;
  mark->z = SL_TREE_Z_LABEL;
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER,
                            at.x - half, at.y - height / 2, SL_TREE_SIGN_SIZE, height,
                            style == SL_STYLE_HELPS ? "+" : "−");
  mark->z = SL_TREE_Z_LABEL;
}

/* Takes up the place of a sign around @at, in u and v. */
static void
add_sign_box (SlPoint at, GArray *boxes)
{
  double half = SL_TREE_SIGN_SIZE / 2;
  SlRouteBox box = { .u0 = at.x - half, .u1 = at.x + half, .v0 = at.y - half, .v1 = at.y + half };

  g_array_append_val (boxes, box);
}

static void
draw_label (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, guint index,
            GArray *boxes)
{
  const SlTreeLink *link = &g_array_index (self->links, SlTreeLink, index);
  SlPoint place;

  sl_tree_router_place_label (self->router, index, SL_TREE_SIGN_SIZE, SL_TREE_SIGN_SIZE, &place);
  add_sign_box (place, boxes);
  sl_tree_sign_draw (scene, measure, link->style,
                     sl_tree_frame_point (self->frame, place.x, place.y));
}

/* The sign of an edge to another sheet, on the lower border of the card of @node. */
static void
draw_chip (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, guint node,
           SlStyle style, gboolean *drawn, GArray *boxes)
{
  const SlGoalNode *card = sl_goal_forest_node (self->forest, node);
  guint place = 2 * node + (style == SL_STYLE_HELPS ? 0 : 1);
  double x = card->x + card->w - CHIP_EDGE
             - (style == SL_STYLE_HELPS ? 0 : SL_TREE_SIGN_SIZE + CHIP_SPACE);

  if (drawn[place])
    return;
  drawn[place] = TRUE;
  sl_tree_sign_draw (scene, measure, style, (SlPoint){ x, card->y + card->h + SL_TREE_SIGN_DROP });

  SlRouteBox box = sl_tree_frame_box (self->frame, card);
  double along = x - card->x;
  add_sign_box (self->frame->top_down ? (SlPoint){ box.u1 + SL_TREE_SIGN_DROP, box.v0 + along }
                                      : (SlPoint){ box.u0 + along, box.v1 + SL_TREE_SIGN_DROP },
                boxes);
}

static void
draw_chips (const SlTreeLinks *self, SlTextMeasure *measure, SlScene *scene, GArray *boxes)
{
  g_autofree gboolean *drawn = g_new0 (gboolean, 2 * self->forest->nodes->len);

  for (guint i = 0; i < self->far->len; i++)
    {
      const SlTreeLink *link = &g_array_index (self->far, SlTreeLink, i);
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
      if (g_array_index (self->links, SlTreeLink, i).kind != SL_KIND_GOAL_LINK)
        continue;
      draw_arrow (self, scene, i);
      draw_label (self, measure, scene, i, boxes);
    }
  draw_chips (self, measure, scene, boxes);
}

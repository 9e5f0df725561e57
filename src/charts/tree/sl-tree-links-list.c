/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edges between goals on different sheets, as a list: two titles and what the one does to the
 * other. */

#include "config.h"

#include "tree/sl-tree-links-private.h"

#include <glib/gi18n-lib.h>

/* Lengths in pt. */
#define LIST_LINE 72.0
#define LIST_GAP 2.0

/* One row of the list: "this goal —− that goal". Returns its height. */
static double
draw_row (const SlTreeCards *cards, SlTextMeasure *measure, SlScene *scene, const SlTreeLink *link,
          double x, double y, double width)
{
  const char *titles[] = { sl_tree_link_title_a (link, cards), sl_tree_link_title_b (link, cards) };
  double column = (width - LIST_LINE) / 2, height[2];
  SlMark *mark;

  for (guint i = 0; i < 2; i++)
    sl_text_measure_size (measure, SL_FONT_SMALL, titles[i], column, NULL, &height[i]);
  double row = MAX (MAX (height[0], height[1]), SL_TREE_SIGN_SIZE), middle = y + row / 2;
  for (guint i = 0; i < 2; i++)
    {
      mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL,
                                i == 0 ? SL_ALIGN_END : SL_ALIGN_START,
                                i == 0 ? x : x + column + LIST_LINE, y, column, row, titles[i]);
      mark->wrap = 1;
    }

  double from = x + column + 6, to = x + column + LIST_LINE - 6;
  mark = sl_scene_add_line (scene, SL_BAND_BODY, link->style, from, middle, to, middle);
  sl_tree_link_dress (link, cards, mark);
  if (link->kind == SL_KIND_GOAL_LINK)
    {
      mark = sl_scene_add_symbol (scene, SL_BAND_BODY, link->style, SL_SYMBOL_ARROW_RIGHT,
                                  to - SL_TREE_ARROW_SIZE / 2, middle, SL_TREE_ARROW_SIZE);
      mark->z = SL_TREE_Z_LINK;
      sl_tree_sign_draw (scene, measure, link->style, (SlPoint){ (from + to) / 2 - 2, middle });
    }
  return row;
}

double
sl_tree_links_draw_list (const SlTreeLinks *self, const SlTreeCards *cards, SlTextMeasure *measure,
                         SlScene *scene, double x, double y, double width, GArray *cuts)
{
  const char *title = _ ("Links between goals on different sheets");
  double at = y, height;
  SlMark *mark;

  sl_text_measure_size (measure, SL_FONT_HEAD, title, width, NULL, &height);
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_HEAD, SL_ALIGN_CENTER, x,
                            at, width, height, title);
  mark->wrap = 1;
  at += height + 4 * LIST_GAP;
  for (guint i = 0; i < self->far->len; i++)
    {
      double cut = at - LIST_GAP / 2;
      if (i > 0)
        g_array_append_val (cuts, cut);
      at += LIST_GAP
            + draw_row (cards, measure, scene, &g_array_index (self->far, SlTreeLink, i), x, at,
                        width);
    }
  return at - LIST_GAP - y;
}

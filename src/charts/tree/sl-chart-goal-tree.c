/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goal tree: who wants what, as part of what, how far it is, and which goals help or hurt each
 * other. This file is the order of work; cards, frame, edges and links each have their own. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tree/sl-tree-cards.h"
#include "tree/sl-tree-edges.h"
#include "tree/sl-tree-frame.h"
#include "tree/sl-tree-headline.h"
#include "tree/sl-tree-links.h"
#include "tree/sl-tree-outline.h"
#include "tree/sl-tree-pages.h"

/* Room around everything on screen; pt. */
#define MARGIN_SCREEN 18.0
/* A tile may end where so much room is free. */
#define BREAK_LEAST 4.0
/* The list of links behind the last sheet. */
#define LIST_WIDTH 600.0
#define LIST_SPACE 36.0
/* A tree of more sheets is one that nobody lays side by side. */
#define TREE_SHEETS 60
#define EMPTY_WIDTH 360.0
#define EMPTY_HEIGHT 120.0

typedef struct
{
  double from, to;
} Span;

static double
margin_of (const SlChartParams *params)
{
  return params->paper ? SL_TREE_MARGIN : MARGIN_SCREEN;
}

/* An empty plan says what to do. */
static void
layout_empty (const SlGoalForest *forest, SlTextMeasure *measure, SlScene *scene)
{
  const char *head = forest->n_closed > 0 ? _ ("All goals are closed") : _ ("No goals yet");
  const char *hint
      = forest->n_closed > 0
            ? _ ("Show closed goals to see them, or add a new one.")
            : _ ("Add the first goal, or paste a list of goals: indented lines become parts.");
  double inner = EMPTY_WIDTH - 48, head_h, hint_h;
  SlMark *mark;

  sl_text_measure_size (measure, SL_FONT_HEAD, head, inner, NULL, &head_h);
  sl_text_measure_size (measure, SL_FONT_LABEL, hint, inner, NULL, &hint_h);
  double height = MAX (EMPTY_HEIGHT, head_h + hint_h + 54);
  double y = (height - head_h - hint_h - 6) / 2;

  sl_scene_set_size (scene, EMPTY_WIDTH, height);
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_HEAD, SL_ALIGN_CENTER, 24,
                            y, inner, head_h, head);
  mark->wrap = 1;
  mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_CENTER,
                            24, y + head_h + 6, inner, hint_h, hint);
  mark->wrap = 1;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* Allows a tile to end in the middle of every place that no span covers. */
static void
add_breaks (SlScene *scene, GArray *spans, void (*add) (SlScene *, double))
{
  double reached = -HUGE_VAL;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      if (i > 0 && span->from - reached >= BREAK_LEAST)
        add (scene, (span->from + reached) / 2);
      reached = MAX (reached, span->to);
    }
}

static void
take_span (GArray *across, GArray *down, SlPoint from, SlPoint to)
{
  Span x = { from.x, to.x }, y = { from.y, to.y };

  g_array_append_val (across, x);
  g_array_append_val (down, y);
}

/* Breaks where a straight cut hits no card, toggle or label, or where sheets end already. @list:
 * extent of the list of links the way that it is not cut itself, or empty */
static void
add_all_breaks (const SlGoalForest *forest, const SlTreeFrame *frame, const GArray *boxes,
                Span list, SlScene *scene)
{
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (Span));
  gboolean dealt = frame->cuts->len > 0;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      take_span (across, down, (SlPoint){ node->x, node->y },
                 (SlPoint){ node->x + node->w, node->y + node->h });
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      const SlRouteBox *box = &g_array_index (boxes, SlRouteBox, i);
      take_span (across, down, sl_tree_frame_point (frame, box->u0, box->v0),
                 sl_tree_frame_point (frame, box->u1, box->v1));
    }
  if (list.to > list.from)
    g_array_append_val (frame->top_down ? down : across, list);
  if (!dealt || !frame->top_down)
    add_breaks (scene, across, sl_scene_add_break_x);
  if (!dealt || frame->top_down)
    add_breaks (scene, down, sl_scene_add_break_y);
  for (guint i = 0; i < frame->cuts->len; i++)
    {
      SlPoint at = sl_tree_frame_point (frame, 0, g_array_index (frame->cuts, double, i));
      if (frame->top_down)
        sl_scene_add_break_x (scene, at.x);
      else
        sl_scene_add_break_y (scene, at.y);
    }
}

static void
add_legend_line (SlScene *scene, SlStyle style, const char *text)
{
  SlPoint ends[] = { { 0, 6 }, { 24, 6 } };
  SlMark sample = { .type = SL_MARK_PATH,
                    .style = style,
                    .points = ends,
                    .n_points = 2,
                    .dashed = style == SL_STYLE_HURTS,
                    .color = -1 };
  sl_scene_add_legend (scene, &sample, text);
}

static void
add_legend_symbol (SlScene *scene, SlStyle style, SlSymbol symbol, const char *text)
{
  SlMark sample = {
    .type = SL_MARK_SYMBOL, .style = style, .symbol = symbol, .x = 12, .y = 6, .w = 8, .color = -1
  };

  sl_scene_add_legend (scene, &sample, text);
}

static void
add_legend (const SlSnapshot *plan, const SlGoalForest *forest, const SlTreeLinks *links,
            SlScene *scene)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  gboolean used[SL_STATE_DROPPED + 1] = { FALSE }, shared = FALSE, parts = FALSE, asks = FALSE;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      used[node->state] = TRUE;
      parts |= node->parent >= 0;
      asks |= node->asks;
      shared |= sl_table_int (goals, node->row, SL_GOAL_SHARED) == 1;
    }
  for (guint state = 0; state < G_N_ELEMENTS (used); state++)
    if (used[state])
      add_legend_symbol (scene, sl_state_style (state), sl_state_symbol (state),
                         sl_state_words (state));
  if (asks)
    add_legend_symbol (scene, SL_STYLE_NEUTRAL, SL_SYMBOL_CLOCK, _ ("still true?"));
  if (shared)
    {
      SlMark sample = { .type = SL_MARK_RECT,
                        .style = SL_STYLE_CARD_SHARED,
                        .x = 1,
                        .y = 1,
                        .w = 22,
                        .h = 10,
                        .radius = 3,
                        .color = -1 };
      sl_scene_add_legend (scene, &sample, _ ("shared goal"));
    }
  if (parts)
    add_legend_line (scene, SL_STYLE_EDGE, _ ("part of"));
  if (sl_tree_links_has (links, SL_STYLE_EDGE_EXTRA))
    add_legend_line (scene, SL_STYLE_EDGE_EXTRA, _ ("also part of"));
  if (sl_tree_links_has (links, SL_STYLE_HELPS))
    add_legend_line (scene, SL_STYLE_HELPS, _ ("+ helps (thicker: more)"));
  if (sl_tree_links_has (links, SL_STYLE_HURTS))
    add_legend_line (scene, SL_STYLE_HURTS, _ ("− hurts (thicker: more)"));
}

static void
add_remark (SlScene *scene, char *text)
{
  sl_scene_add_remark (scene, text);
  g_free (text);
}

/* Says of everything that is left out how much it is. */
static void
add_remarks (const SlGoalForest *forest, guint n_hidden_links, SlScene *scene)
{
  guint n;

  if ((n = forest->n_closed) > 0)
    add_remark (scene, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not shown: %u closed goal",
                                                     "Not shown: %u closed goals", n),
                                        n));
  if ((n = forest->n_deep) > 0)
    add_remark (scene,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not shown: %u goal further down",
                                              "Not shown: %u goals further down", n),
                                 n));
  if ((n = forest->n_folded) > 0)
    add_remark (scene, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "Not shown: %u goal in a folded branch",
                                                     "Not shown: %u goals in folded branches", n),
                                        n));
  if ((n = forest->n_outside) > 0)
    add_remark (
        scene,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not shown: %u goal outside of this branch",
                                      "Not shown: %u goals outside of this branch", n),
                         n));
  if ((n = n_hidden_links) > 0)
    add_remark (scene,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "Not shown: %u link to a goal that is not shown",
                                              "Not shown: %u links to goals that are not shown", n),
                                 n));
}

/* Moves everything into the scene and gives the scene its size. */
static void
fit_scene (SlGoalForest *forest, SlTreeFrame *frame, const SlTreeLinks *links,
           const GArray *toggles, const SlChartParams *params, SlScene *scene)
{
  SlPoint least = { HUGE_VAL, HUGE_VAL }, most = { -HUGE_VAL, -HUGE_VAL };
  double margin = margin_of (params);

  for (guint i = 0; i < forest->nodes->len + toggles->len; i++)
    {
      SlRouteBox box = i < forest->nodes->len
                           ? sl_tree_frame_box (frame, sl_goal_forest_node (forest, i))
                           : g_array_index (toggles, SlRouteBox, i - forest->nodes->len);
      least = (SlPoint){ MIN (least.x, box.u0), MIN (least.y, box.v0) };
      most = (SlPoint){ MAX (most.x, box.u1), MAX (most.y, box.v1) };
    }
  sl_tree_links_extend (links, &least, &most);

  SlPoint from = sl_tree_frame_point (frame, least.x, least.y);
  SlPoint to = sl_tree_frame_point (frame, most.x, most.y);
  sl_tree_frame_move (frame, forest, margin - from.x, margin - from.y);
  sl_scene_set_size (scene, to.x - from.x + 2 * margin, to.y - from.y + 2 * margin);
}

/* Room for the list of links: not across the last gap between columns that fits the width of a
 * sheet, or a tree that is wider could not be cut there. */
static double
list_room (const SlTreeFrame *frame, const SlChartParams *params, double width)
{
  double room = width;

  for (guint slot = 1; slot < frame->n_slots && width > params->width && params->width > 0; slot++)
    {
      double end = sl_tree_frame_point (frame, frame->slots[slot - 1].to, 0).x + SL_TREE_MARGIN;
      if (end <= params->width)
        room = end;
    }
  return MIN (room - 2 * SL_TREE_MARGIN, LIST_WIDTH);
}

/* The list of links that no line can show, behind the last sheet. Returns its extent along the
 * depth. */
static Span
add_list (SlTreeLinks *links, const SlTreeFrame *frame, const SlTreeCards *cards,
          const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  double width = sl_scene_get_width (scene), height = sl_scene_get_height (scene);
  double room = frame->top_down ? LIST_WIDTH : list_room (frame, params, width);
  SlPoint at = { SL_TREE_MARGIN, SL_TREE_MARGIN };
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));

  if (sl_tree_links_count_far (links) == 0)
    return (Span){ 0, 0 };
  if (frame->top_down)
    {
      sl_scene_add_break_x (scene, width + LIST_SPACE / 2);
      at.x = width + LIST_SPACE;
    }
  else
    {
      sl_scene_add_break_y (scene, height + LIST_SPACE / 2);
      at.y = height + LIST_SPACE;
    }

  double end
      = at.y + sl_tree_links_draw_list (links, cards, measure, scene, at.x, at.y, room, cuts);
  /* A list that fits a sheet is not torn: its end alone on a sheet says nothing. */
  const gboolean whole = params->height > 0 && end + SL_TREE_MARGIN - at.y <= params->height;
  for (guint i = 0; i < cuts->len && !frame->top_down && !whole; i++)
    sl_scene_add_break_y (scene, g_array_index (cuts, double, i));
  sl_scene_set_size (scene, MAX (width, at.x + room + SL_TREE_MARGIN),
                     MAX (height, end + SL_TREE_MARGIN));
  return frame->top_down ? (Span){ at.y, end } : (Span){ at.x, at.x + room };
}

/* Shares the room along the depth among cards and the edges that are drawn between them. */
static void
share_room (const SlSnapshot *plan, const SlChartParams *params, const SlGoalForest *forest,
            guint n_slots, SlTreeRoom *room)
{
  g_autoptr (SlTreeLinks) links = sl_tree_links_new (plan, forest);
  g_autofree guint *crossed = g_new0 (guint, n_slots + 1);

  sl_tree_links_count (links, crossed);
  sl_tree_room_clear (room);
  sl_tree_room_init (room, params, n_slots, crossed);
}

static SlTreeCards *
measure_cards (const SlSnapshot *plan, const SlChartParams *params, SlGoalForest *forest,
               guint n_slots, const SlTreeRoom *room, SlTextMeasure *measure)
{
  SlTreeCards *cards = sl_tree_cards_new (plan, params, forest, measure);

  sl_tree_cards_measure (cards, n_slots, room->cards);
  return cards;
}

/* Gives the goals their sizes and deals them onto sheets where one is not enough. Edges between
 * sheets need no room, so it is shared once more when the sheets are known. @forest: (inout)
 * (transfer full) */
static SlTreeCards *
measure_goals (const SlSnapshot *plan, const SlChartParams *params, SlGoalForest **forest,
               guint n_slots, SlTreeRoom *room, SlTextMeasure *measure)
{
  double sheet = sl_tree_sheet_room (params);
  SlGoalForest *dealt = NULL;

  share_room (plan, params, *forest, n_slots, room);
  SlTreeCards *cards = measure_cards (plan, params, *forest, n_slots, room, measure);
  for (guint round = 0; round < 2 && sheet > 0; round++)
    {
      SlGoalForest *next = sl_tree_pages_new (*forest, params, sheet);
      if (next == NULL)
        break;
      double before = room->cards;
      g_clear_pointer (&dealt, sl_goal_forest_free);
      dealt = next;
      share_room (plan, params, dealt, n_slots, room);
      if (room->cards == before)
        break;
      sl_tree_cards_measure (cards, n_slots, room->cards);
    }
  if (dealt == NULL)
    return cards;
  sl_tree_cards_free (cards);
  sl_goal_forest_free (*forest);
  *forest = dealt;
  return measure_cards (plan, params, dealt, n_slots, room, measure);
}

/* As many sheets as the tree needs are counted without what does not fit across. */
static void
layout_outline (const SlSnapshot *plan, const SlChartParams *params, const SlGoalForest *forest,
                SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlTreeLinks) links = sl_tree_links_new (plan, forest);
  guint n_links = sl_tree_links_count_all (links);

  sl_tree_outline_draw (plan, params, forest, measure, scene);
  add_remark (scene,
              g_strdup_printf (_ ("As a tree this takes more than %u sheets; fewer levels or one "
                                  "branch print as a tree"),
                               (guint)TREE_SHEETS));
  if (n_links > 0)
    add_remark (scene, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not shown: %u link",
                                                     "Not shown: %u links", n_links),
                                        n_links));
  add_remarks (forest, sl_tree_links_count_hidden (links), scene);
}

/* @forest: (inout) (transfer full) */
static void
layout_goals (const SlSnapshot *plan, const SlChartParams *params, SlGoalForest **forest,
              SlTextMeasure *measure, SlScene *scene)
{
  guint n_slots = sl_tree_assign_slots (*forest, params);
  g_auto (SlTreeRoom) room = { NULL };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (SlRouteBox));
  g_autoptr (SlTreeCards) cards = measure_goals (plan, params, forest, n_slots, &room, measure);
  g_autoptr (SlTreeFrame) frame = NULL;
  g_autoptr (SlTreeLinks) links = NULL;

  if ((*forest)->n_pages > TREE_SHEETS)
    {
      layout_outline (plan, params, *forest, measure, scene);
      return;
    }
  frame = sl_tree_frame_new (*forest, params, n_slots, &room);
  links = sl_tree_links_new (plan, *forest);
  sl_tree_links_route (links, frame);
  for (guint i = 0; i < (*forest)->nodes->len; i++)
    {
      SlRouteBox toggle;
      if (!sl_tree_toggle_box (*forest, frame, params, measure, i, &toggle))
        continue;
      g_array_append_val (boxes, toggle);
      sl_tree_links_block (links, &toggle);
    }
  fit_scene (*forest, frame, links, boxes, params, scene);

  sl_tree_edges_draw (*forest, frame, scene);
  sl_tree_links_draw (links, cards, measure, scene, boxes);
  sl_tree_cards_draw (cards, scene);
  sl_tree_toggles_draw (*forest, frame, params, measure, cards, scene);
  Span list = add_list (links, frame, cards, params, measure, scene);
  add_all_breaks (*forest, frame, boxes, list, scene);
  add_legend (plan, *forest, links, scene);
  add_remarks (*forest, sl_tree_links_count_hidden (links), scene);
}

static void
goal_tree_layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
                  SlScene *scene)
{
  g_autoptr (SlGoalForest) forest = sl_goal_forest_new (plan, params);

  if (forest->nodes->len == 0)
    {
      layout_empty (forest, measure, scene);
      add_remarks (forest, 0, scene);
    }
  else
    {
      layout_goals (plan, params, &forest, measure, scene);
    }
}

const SlChart sl_chart_goal_tree = {
  .id = "goal-tree",
  .title = N_ ("Goal Tree"),
  .kinds = SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_GOAL_PARENT) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_BASELINE) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = goal_tree_layout,
  .headline = sl_tree_headline,
};

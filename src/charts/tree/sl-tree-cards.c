/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card holds, from the top: the title; the owner, with a stripe in the owner's colour at the
 * start edge, and the due date; the state as shape and words, with the progress. Texts are measured
 * before anything is placed, so that nothing on paper has to be shortened. The upper end corner
 * stays free of text for a badge that straddles the border. */

#include "config.h"

#include "tree/sl-tree-cards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

/* Lengths inside a card; pt. */
#define GRID 6.0
#define PAD 6.0
#define PAD_START 15.0
#define PAD_END 9.0
#define RADIUS 6.0
#define STRIPE_X 5.0
#define STRIPE_W 4.0
#define LINE_GAP 3.0
#define PIECE_GAP 6.0
#define SYMBOL_SIZE 8.0
#define BAR_H 4.0
#define BAR_LEAST 18.0
#define OWNER_LEAST 36.0

typedef struct
{
  const char *title;
  const char *owner; /* NULL: nobody */
  gint32 color;
  char *due;       /* NULL: no date */
  char *percent;   /* NULL: not known */
  char *continued; /* what stands below the title of a card that is continued */
  double title_h;
  double owner_h;
  double due_w, due_h;
  gboolean title_cut;
  gboolean owner_cut;
  gboolean due_below; /* owner and date do not fit side by side */
} Card;

/* What all cards of a column share. */
typedef struct
{
  double width;
  gboolean bar_below; /* the bar stands below the words of the state */
} Column;

typedef struct
{
  double w, h;
} Size;

struct _SlTreeCards
{
  const SlSnapshot *plan;
  const SlChartParams *params;
  SlGoalForest *forest;
  SlTextMeasure *measure;
  Card *cards;
  Column *columns;
  GHashTable *sizes; /* Size of small texts: owners and days come many times */
  double words_w;    /* widest words of a state that occurs */
  double words_h;
  double percent_w;
  double percent_h;
};

static double
inner_width (double width)
{
  return width - PAD_START - PAD_END;
}

static void
read_card (SlTreeCards *self, guint index)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlGoalNode *node = sl_goal_forest_node (self->forest, index);
  Card *card = &self->cards[index];
  const char *title = sl_table_text (goals, node->row, SL_GOAL_TITLE);
  SlId owner = sl_table_ref (goals, node->row, SL_GOAL_OWNER);
  gint64 due = sl_table_int (goals, node->row, SL_GOAL_DUE);

  card->title = title != NULL && *title != '\0' ? title : _ ("Untitled goal");
  card->color = -1;
  if (owner != SL_ID_NONE)
    {
      const char *name = sl_snapshot_title (self->plan, owner);
      card->owner = *name != '\0' ? name : _ ("unnamed party");
      card->color = sl_party_color (self->plan, owner);
    }
  if (due != SL_INT_NULL)
    card->due = sl_day_to_short_text (due, self->params->today);
  if (!isnan (node->progress))
    card->percent = sl_format_percent (node->progress, 0);
  if (node->continued && node->first_part == node->last_part)
    card->continued
        = g_strdup_printf (_ ("continued: part %u of %u"), node->first_part, node->n_parts);
  else if (node->continued)
    card->continued = g_strdup_printf (_ ("continued: parts %u to %u of %u"), node->first_part,
                                       node->last_part, node->n_parts);
}

SlTreeCards *
sl_tree_cards_new (const SlSnapshot *plan, const SlChartParams *params, SlGoalForest *forest,
                   SlTextMeasure *measure)
{
  SlTreeCards *self = g_new0 (SlTreeCards, 1);

  self->plan = plan;
  self->params = params;
  self->forest = forest;
  self->measure = measure;
  self->cards = g_new0 (Card, forest->nodes->len);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < forest->nodes->len; i++)
    read_card (self, i);
  return self;
}

void
sl_tree_cards_free (SlTreeCards *self)
{
  g_hash_table_unref (self->sizes);
  for (guint i = 0; i < self->forest->nodes->len; i++)
    {
      g_free (self->cards[i].due);
      g_free (self->cards[i].percent);
      g_free (self->cards[i].continued);
    }
  g_free (self->cards);
  g_free (self->columns);
  g_free (self);
}

const char *
sl_tree_cards_title (const SlTreeCards *self, guint node)
{
  return self->cards[node].title;
}

/* The size of @text, which must stay as long as the cards, in the small font on one line. */
static Size
measure_small (SlTreeCards *self, const char *text)
{
  Size *size = g_hash_table_lookup (self->sizes, text);

  if (size == NULL)
    {
      size = g_new (Size, 1);
      sl_text_measure_size (self->measure, SL_FONT_SMALL, text, 0, &size->w, &size->h);
      g_hash_table_insert (self->sizes, (gpointer)text, size);
    }
  return *size;
}

/* State words and percents stand in columns of their own, as wide as the widest. */
static void
measure_shared (SlTreeCards *self)
{
  for (guint i = 0; i < self->forest->nodes->len; i++)
    {
      Size words
          = measure_small (self, sl_state_words (sl_goal_forest_node (self->forest, i)->state));
      self->words_w = MAX (self->words_w, words.w);
      self->words_h = MAX (self->words_h, words.h);
    }
  for (guint i = 0, longest = 0; i < self->forest->nodes->len; i++)
    {
      const char *percent = self->cards[i].percent;
      guint length = percent != NULL ? (guint)g_utf8_strlen (percent, -1) : 0;
      double w;

      /* All figures are as wide, so one text of each length will do. */
      if (length <= longest)
        continue;
      longest = length;
      sl_text_measure_size (self->measure, SL_FONT_NUMBER, percent, 0, &w, &self->percent_h);
      self->percent_w = MAX (self->percent_w, w);
    }
}

static const char *
owner_words (const Card *card)
{
  return card->owner != NULL ? card->owner : _ ("no owner");
}

static void
measure_title (SlTreeCards *self, Card *card, double inner)
{
  double one_line, line = sl_text_measure_line_height (self->measure, SL_FONT_BOLD);

  sl_text_measure_size (self->measure, SL_FONT_BOLD, card->title, inner, NULL, &card->title_h);
  card->title_cut = FALSE;
  if (self->params->paper || card->title_h < 1.9 * line)
    return;
  sl_text_measure_size (self->measure, SL_FONT_BOLD, card->title, 0, NULL, &one_line);
  if (card->title_h > 2 * one_line + 0.1)
    {
      /* The line that ends in an ellipsis is as high as the ellipsis at least. */
      card->title_h = one_line + MAX (one_line, line);
      card->title_cut = TRUE;
    }
}

static void
measure_owner (SlTreeCards *self, Card *card, double inner)
{
  gboolean paper = self->params->paper;
  Size owner = measure_small (self, owner_words (card));
  Size due = card->due != NULL ? measure_small (self, card->due) : (Size){ 0, 0 };
  double due_room = card->due != NULL ? due.w + PIECE_GAP : 0;

  card->due_below
      = card->due != NULL && (paper ? owner.w + due_room > inner : inner - due_room < OWNER_LEAST);
  double room = card->due_below ? inner : inner - due_room;
  card->owner_cut = owner.w > room && !paper;
  card->owner_h = owner.h;
  if (card->owner_cut) /* an ellipsis is as high as a line of words */
    card->owner_h = MAX (owner.h, sl_text_measure_line_height (self->measure, SL_FONT_SMALL));
  else if (owner.w > room)
    sl_text_measure_size (self->measure, SL_FONT_SMALL, owner_words (card), room, NULL,
                          &card->owner_h);
  card->due_w = due.w;
  card->due_h = due.h;
}

static double
owner_block_height (const Card *card)
{
  return card->due_below ? card->owner_h + LINE_GAP + card->due_h
                         : MAX (card->owner_h, card->due_h);
}

static double
state_row_height (const SlTreeCards *self)
{
  return MAX (self->words_h, self->percent_h);
}

/* Height of what stands below the title, without gaps and padding above. */
static double
foot_height (const SlTreeCards *self, const Card *card, const Column *column)
{
  double height = owner_block_height (card) + LINE_GAP + state_row_height (self);

  if (column->bar_below && card->percent != NULL)
    height += LINE_GAP + BAR_H;
  return height;
}

/* Width that breaks no word of a card. Goals keep it, because cards are made anew for sheets. */
static double
least_width (SlTreeCards *self, SlGoalNode *node, const Card *card)
{
  if (node->least_w == 0)
    {
      double title = sl_text_measure_longest_word (self->measure, SL_FONT_BOLD, card->title);
      double owner
          = sl_text_measure_longest_word (self->measure, SL_FONT_SMALL, owner_words (card));
      node->least_w = ceil (MAX (title, owner) + PAD_START + PAD_END);
    }
  return MIN (node->least_w, SL_CARD_MAX_WIDTH);
}

/* Shares @room by what the columns need; what is left over goes to all alike. */
static void
share_room (SlTreeCards *self, guint n_slots, double room)
{
  double wanted = 0, least = n_slots * SL_CARD_MIN_WIDTH;

  for (guint slot = 0; slot < n_slots; slot++)
    wanted += self->columns[slot].width;
  for (guint slot = 0; slot < n_slots; slot++)
    {
      double *width = &self->columns[slot].width;
      if (room >= wanted)
        *width = MIN (*width + (room - wanted) / n_slots, SL_CARD_MAX_WIDTH);
      else if (room > least)
        *width
            = SL_CARD_MIN_WIDTH + (*width - SL_CARD_MIN_WIDTH) * (room - least) / (wanted - least);
      *width = floor (*width);
    }
}

static void
measure_columns (SlTreeCards *self, guint n_slots, double room)
{
  double width = self->params->top_down ? SL_CARD_WIDTH_DOWN : SL_CARD_WIDTH;

  g_free (self->columns);
  self->columns = g_new0 (Column, n_slots);
  for (guint slot = 0; slot < n_slots; slot++)
    self->columns[slot].width = room > 0 ? SL_CARD_MIN_WIDTH : width;
  for (guint i = 0; i < self->forest->nodes->len && self->params->paper; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (self->forest, i);
      double *wide = &self->columns[node->slot].width;
      *wide = MAX (*wide, least_width (self, node, &self->cards[i]));
    }
  if (room > 0)
    share_room (self, n_slots, room);
  for (guint slot = 0; slot < n_slots; slot++)
    {
      double bar = inner_width (self->columns[slot].width) - SYMBOL_SIZE - LINE_GAP - self->words_w
                   - 2 * PIECE_GAP - self->percent_w;
      self->columns[slot].bar_below = self->percent_w > 0 && bar < BAR_LEAST;
    }
}

static void
measure_continued (SlTreeCards *self, Card *card, double inner)
{
  sl_text_measure_size (self->measure, SL_FONT_SMALL, card->continued, inner, NULL, &card->owner_h);
}

void
sl_tree_cards_measure (SlTreeCards *self, guint n_slots, double room)
{
  measure_shared (self);
  measure_columns (self, n_slots, room);
  for (guint i = 0; i < self->forest->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (self->forest, i);
      const Column *column = &self->columns[node->slot];
      Card *card = &self->cards[i];
      double foot, inner = inner_width (column->width);

      measure_title (self, card, inner);
      if (card->continued != NULL)
        {
          measure_continued (self, card, inner);
          foot = card->owner_h;
        }
      else
        {
          measure_owner (self, card, inner);
          foot = foot_height (self, card, column);
        }
      node->w = column->width;
      node->h = ceil ((2 * PAD + card->title_h + LINE_GAP + foot) / GRID - 0.01) * GRID;
    }
}

static SlMark *
add_text (SlScene *scene, SlStyle style, SlFont font, SlAlign align, double x, double y, double w,
          double h, const char *text)
{
  SlMark *mark = sl_scene_add_text (scene, SL_BAND_BODY, style, font, align, x, y, w, h, text);
  mark->z = SL_TREE_Z_CARD;
  return mark;
}

static void
draw_frame (const SlTreeCards *self, SlScene *scene, guint index)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlGoalNode *node = sl_goal_forest_node (self->forest, index);
  const Card *card = &self->cards[index];
  gboolean shared = sl_table_int (goals, node->row, SL_GOAL_SHARED) == 1;
  g_autofree char *label = sl_tree_cards_describe (self, index);
  SlMark *mark;

  mark = sl_scene_add_rect (scene, SL_BAND_BODY, shared ? SL_STYLE_CARD_SHARED : SL_STYLE_CARD,
                            node->x, node->y, node->w, node->h);
  mark->radius = RADIUS;
  mark->dashed = node->continued;
  mark->z = SL_TREE_Z_CARD;
  sl_mark_set_hit (mark, SL_KIND_GOAL, node->id, SL_PART_WHOLE, label);
  if (card->owner != NULL)
    {
      mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_STRIPE, node->x + STRIPE_X,
                                node->y + PAD, STRIPE_W, node->h - 2 * PAD);
      mark->radius = STRIPE_W / 2;
      mark->color = card->color;
      mark->z = SL_TREE_Z_CARD;
    }
}

static void
draw_owner (const SlTreeCards *self, SlScene *scene, const SlGoalNode *node, const Card *card,
            double y)
{
  double x = node->x + PAD_START, inner = inner_width (node->w);
  double row = card->due_below ? card->owner_h : MAX (card->owner_h, card->due_h);
  double room = card->due_below || card->due == NULL ? inner : inner - card->due_w - PIECE_GAP;
  SlMark *mark;

  mark = add_text (scene, card->owner != NULL ? SL_STYLE_TEXT : SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                   SL_ALIGN_START, x, y, room, row, owner_words (card));
  mark->wrap = self->params->paper ? 1 : 0;
  mark->elided = card->owner_cut ? 1 : 0;
  if (card->due == NULL)
    return;
  if (card->due_below)
    add_text (scene, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x,
              y + card->owner_h + LINE_GAP, inner, card->due_h, card->due);
  else
    add_text (scene, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_END, x + inner - card->due_w, y,
              card->due_w, row, card->due);
}

static void
draw_bar (SlScene *scene, const SlGoalNode *node, double x, double y, double w)
{
  SlMark *mark;

  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_BASELINE, x, y, w, BAR_H);
  mark->radius = BAR_H / 2;
  mark->line_width = 0.5;
  mark->z = SL_TREE_Z_CARD;
  if (node->progress <= 0)
    return;
  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_BAR_DONE, x, y,
                            MAX (w * MIN (node->progress, 1), BAR_H), BAR_H);
  mark->radius = BAR_H / 2;
  mark->z = SL_TREE_Z_CARD;
}

static void
draw_state (const SlTreeCards *self, SlScene *scene, const SlGoalNode *node, const Card *card,
            double y)
{
  const Column *column = &self->columns[node->slot];
  double x = node->x + PAD_START, inner = inner_width (node->w);
  double row = state_row_height (self);
  double words_x = x + SYMBOL_SIZE + LINE_GAP;
  SlMark *mark;

  mark = sl_scene_add_symbol (scene, SL_BAND_BODY, sl_state_style (node->state),
                              sl_state_symbol (node->state), x + SYMBOL_SIZE / 2, y + row / 2,
                              SYMBOL_SIZE);
  mark->z = SL_TREE_Z_CARD;
  add_text (scene, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, words_x, y, self->words_w, row,
            sl_state_words (node->state));
  if (card->percent == NULL)
    return;

  double percent_x = x + inner - self->percent_w, bar_x = words_x + self->words_w + PIECE_GAP;
  add_text (scene, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_END, percent_x, y, self->percent_w, row,
            card->percent);
  if (column->bar_below)
    draw_bar (scene, node, x, y + row + LINE_GAP, inner);
  else
    draw_bar (scene, node, bar_x, y + (row - BAR_H) / 2, percent_x - PIECE_GAP - bar_x);
}

static void
draw_foot (const SlTreeCards *self, SlScene *scene, const SlGoalNode *node, const Card *card)
{
  double bottom = node->y + node->h - PAD;

  if (card->continued != NULL)
    {
      SlMark *mark = add_text (scene, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                               node->x + PAD_START, bottom - card->owner_h, inner_width (node->w),
                               card->owner_h, card->continued);
      mark->wrap = 1;
      return;
    }

  double y = bottom - foot_height (self, card, &self->columns[node->slot]);
  draw_owner (self, scene, node, card, y);
  draw_state (self, scene, node, card, y + owner_block_height (card) + LINE_GAP);
}

/* Stands in the padding at the end of the title. */
static void
draw_clock (SlScene *scene, const SlGoalNode *node)
{
  SlMark *mark = sl_scene_add_symbol (scene, SL_BAND_BODY, SL_STYLE_NEUTRAL, SL_SYMBOL_CLOCK,
                                      node->x + node->w - PAD_END / 2 - 1,
                                      node->y + PAD_END / 2 + 2, SYMBOL_SIZE);
  mark->z = SL_TREE_Z_CARD;
  sl_mark_set_hit (mark, SL_KIND_GOAL, node->id, SL_PART_CLOCK, _ ("Still true?"));
}

void
sl_tree_cards_draw (SlTreeCards *self, SlScene *scene)
{
  for (guint i = 0; i < self->forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (self->forest, i);
      const Card *card = &self->cards[i];
      SlMark *mark;

      draw_frame (self, scene, i);
      mark = add_text (scene, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, node->x + PAD_START,
                       node->y + PAD, inner_width (node->w), card->title_h, card->title);
      mark->wrap = 1;
      mark->elided = card->title_cut;
      if (node->asks && card->continued == NULL)
        draw_clock (scene, node);
      draw_foot (self, scene, node, card);
    }
}

static void
append_piece (GString *out, char *piece)
{
  if (out->len > 0)
    /* Translators: between the parts of a description that a screen reader says */
    g_string_append (out, _ (", "));
  g_string_append (out, piece);
  g_free (piece);
}

char *
sl_tree_cards_describe (const SlTreeCards *self, guint index)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlGoalNode *node = sl_goal_forest_node (self->forest, index);
  const Card *card = &self->cards[index];
  GString *out = g_string_new (card->title);

  if (card->continued != NULL)
    {
      append_piece (out, g_strdup (card->continued));
      return g_string_free (out, FALSE);
    }
  append_piece (out, card->owner != NULL ? g_strdup_printf (_ ("goal of %s"), card->owner)
                                         : g_strdup (_ ("no owner")));
  if (sl_table_int (goals, node->row, SL_GOAL_SHARED) == 1)
    append_piece (out, g_strdup (_ ("shared")));
  if (card->percent != NULL)
    append_piece (out, g_strdup (card->percent));
  append_piece (out, g_strdup (sl_state_words (node->state)));
  if (card->due != NULL)
    {
      g_autofree char *due = sl_day_to_text (sl_table_int (goals, node->row, SL_GOAL_DUE));
      append_piece (out, g_strdup_printf (_ ("due %s"), due));
    }
  if (node->asks)
    append_piece (out, g_strdup (_ ("still true?")));
  if (node->n_parts > 0)
    append_piece (
        out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", node->n_parts),
                              node->n_parts));
  return g_string_free (out, FALSE);
}

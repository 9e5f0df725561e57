/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stakeholder matrix as a picture: goals as rows, because their titles are long, parties as
 * columns. A cell says its position three times: by color, by number with sign, and by what stands
 * around it (hatched: our guess; plain: said; framed: in writing). "?" is no position: not asked is
 * not neutral. Right of the rows stands what they say, below the columns how the parties stand. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-format-text.h"
#include "sl-matrix.h"
#include "sl-words.h"

#define PAD 6.0
/* Between the number of a position and its word. */
#define WORD_GAP 3
#define CLOCK 7.0
#define STRIPE 4.0
#define INDENT 10.0
#define MAX_INDENT_LEVELS 5
#define TITLE_MIN 110.0
#define TITLE_MAX 230.0
#define ROW_MIN 24.0
#define GROUP_HEIGHT 22.0
#define COLUMN_MAX 130.0
#define GAP 10.0 /* between the columns of parties and what the rows say */

/**
 * Widths:
 * @title: titles of goals are wrapped at this, unless a word of theirs is longer
 * @column: columns are at least this wide
 * @name: names of parties are broken into lines of this width at least
 * @equal: columns are made equal while they are no wider than this together
 * @brief: findings count instead of naming where names would make a row higher
 *
 * How generously a matrix is laid out; pt.
 */
typedef struct
{
  double title, column, name, equal, support, apart, finding;
  gboolean brief;
} Widths;

/* The first with which the matrix fits its room is taken, else the last. */
static const Widths widths[] = {
  { TITLE_MAX, 54, 72, 560, 56, 42, 120, FALSE }, { TITLE_MAX, 54, 72, 0, 56, 42, 120, FALSE },
  { 190, 50, 72, 0, 52, 40, 104, FALSE },         { 160, 44, 66, 0, 48, 38, 88, FALSE },
  { 140, 36, 60, 0, 44, 36, 70, TRUE },
};

typedef enum
{
  MARGIN_SUPPORT = 1,
  MARGIN_APART,
  MARGIN_MEAN,
  MARGIN_PARTY_APART,
  MARGIN_NOT_ASKED,
} Margin;

/* What a cell says of its position, measured. */
typedef struct
{
  char *number;
  const char *word;
  double number_w, word_w;
} PositionText;

typedef struct
{
  SlMatrix *matrix;
  const SlChartParams *params;
  SlTextMeasure *measure;
  SlScene *scene;
  const Widths *widths;
  GPtrArray *names;          /* of char *: the party of each column in a sentence */
  double *column_x;          /* left edge of each column; one more: the right edge */
  PositionText positions[7]; /* -3 to 3 */
  double longest_position;   /* number and word: a column shows all of its words or none */
  double side;               /* width of the goals' titles */
  double top;                /* height of the parties' names */
  double support_x, apart_x, finding_x, finding_width, width;
  double farthest; /* how far the parties are apart on the goal that parts them most */
  double y;
} Layout;

static SlStyle
position_style (const SlMatrixCell *cell)
{
  return cell->known ? (SlStyle)(SL_STYLE_POS_0 + cell->value) : SL_STYLE_POS_NONE;
}

static double
text_height (Layout *l, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (l->measure, font, text, width, NULL, &height);
  return height;
}

static double
indent_of (guint depth)
{
  return INDENT * MIN (depth, MAX_INDENT_LEVELS);
}

/* The width of each column: one for all while there is room, else what its name needs.
 * (transfer full) */
static double *
measure_columns (Layout *l)
{
  const guint n = l->matrix->parties->len;
  double *columns = g_new0 (double, n), widest = 0;

  for (guint column = 0; column < n; column++)
    {
      const char *name = sl_matrix_party_title (sl_matrix_party (l->matrix, column));

      columns[column] = ceil (
          MAX (l->widths->column, sl_text_measure_head (l->measure, SL_FONT_BOLD, name,
                                                        l->widths->name, COLUMN_MAX - 2 * PAD)
                                      + 2 * PAD));
      widest = MAX (widest, columns[column]);
    }
  if (widest * n <= l->widths->equal)
    for (guint column = 0; column < n; column++)
      columns[column] = widest;
  return columns;
}

static double
measure_titles (Layout *l)
{
  double title = TITLE_MIN;

  for (guint row = 0; row < l->matrix->goals->len; row++)
    {
      const SlMatrixGoal *goal = sl_matrix_goal (l->matrix, row);
      const char *text = sl_matrix_goal_title (goal);
      const double word = sl_text_measure_longest_word (l->measure, SL_FONT_LABEL, text);
      double width;

      sl_text_measure_size (l->measure, SL_FONT_LABEL, text, 0, &width, NULL);
      width = MIN (width, MAX (l->widths->title, MIN (word, TITLE_MAX)));
      title = MAX (title, width + indent_of (goal->depth));
    }
  return ceil (title);
}

static void
place_columns (Layout *l)
{
  const guint n = l->matrix->parties->len;
  g_autofree double *columns = measure_columns (l);

  l->side = STRIPE + PAD + measure_titles (l) + PAD;
  g_free (l->column_x);
  l->column_x = g_new0 (double, n + 1);
  l->column_x[0] = l->side;
  for (guint column = 0; column < n; column++)
    l->column_x[column + 1] = l->column_x[column] + columns[column];
  l->support_x = l->column_x[n] + GAP;
  l->apart_x = l->support_x + l->widths->support;
  l->finding_x = l->apart_x + l->widths->apart;
  l->finding_width = l->widths->finding;
  l->width = l->finding_x + l->finding_width;
}

static double
head_height (Layout *l)
{
  double height = 2 * sl_text_measure_line_height (l->measure, SL_FONT_SMALL);

  for (guint column = 0; column < l->matrix->parties->len; column++)
    {
      const double width = l->column_x[column + 1] - l->column_x[column] - PAD;

      height = MAX (
          height, text_height (l, SL_FONT_BOLD,
                               sl_matrix_party_title (sl_matrix_party (l->matrix, column)), width));
    }
  return height;
}

static void
add_party_head (Layout *l, guint column)
{
  const SlMatrixParty *party = sl_matrix_party (l->matrix, column);
  const char *name = sl_matrix_party_title (party);
  const double x = l->column_x[column], width = l->column_x[column + 1] - x;
  const double height = text_height (l, SL_FONT_BOLD, name, width - PAD);
  g_autofree char *label = sl_matrix_party_label (l->matrix, column);
  SlMark *mark;

  mark = sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, x, 0, width, l->top);
  sl_mark_set_hit (mark, SL_KIND_PARTY, party->id, SL_PART_HEAD, label);
  mark = sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_STRIPE, x + 1, l->top - STRIPE,
                            width - 2, STRIPE);
  mark->color = party->color;
  mark = sl_scene_add_text (l->scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER,
                            x + PAD / 2, l->top - STRIPE - PAD / 2 - height, width - PAD, height,
                            name);
  mark->wrap = TRUE;
}

/* Says what a margin is when somebody points at its head or comes to it by keys. */
static void
explain (SlMark *mark, Margin margin, const char *words)
{
  sl_mark_set_hit (mark, SL_KIND_SHEET, SL_ID_NONE, SL_PART_HEAD, words);
  mark->hit.a = margin;
}

static void
add_margin_head (Layout *l, double x, double width, Margin margin, const char *words)
{
  explain (sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, x, 0, width, l->top), margin,
           words);
}

static void
add_small_head (Layout *l, double x, double width, SlAlign align, const char *text)
{
  const double height = text_height (l, SL_FONT_SMALL, text, width - PAD);
  SlMark *mark = sl_scene_add_text (l->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, align,
                                    x + PAD / 2, l->top - STRIPE - PAD / 2 - height, width - PAD,
                                    height, text);

  mark->wrap = TRUE;
}

static void
add_heads (Layout *l)
{
  const guint n = l->matrix->parties->len;

  l->top = ceil (head_height (l) + PAD + STRIPE);
  sl_scene_add_rect (l->scene, SL_BAND_CORNER, SL_STYLE_BAND, 0, 0, l->side, l->top);
  sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, l->column_x[n], 0,
                     l->width - l->column_x[n], l->top);
  for (guint column = 0; column < n; column++)
    add_party_head (l, column);
  add_margin_head (l, l->support_x, l->widths->support, MARGIN_SUPPORT, sl_matrix_support_words ());
  add_margin_head (l, l->apart_x, l->widths->apart, MARGIN_APART, sl_matrix_apart_words ());
  add_small_head (l, l->support_x, l->widths->support, SL_ALIGN_CENTER, _ ("Support"));
  /* Translators: head of a column: how far parties stand apart. */
  add_small_head (l, l->apart_x, l->widths->apart, SL_ALIGN_CENTER, _ ("Apart"));
  add_small_head (l, l->finding_x, l->finding_width, SL_ALIGN_START, _ ("What it says"));
  l->y = l->top;
  sl_scene_add_break_y (l->scene, l->y);
}

/* The owner's corner of a cell: a small triangle in the text's color. */
static void
add_owner_corner (Layout *l, double x, double y)
{
  const double size = 7;
  const SlPoint points[] = { { x, y }, { x + size, y }, { x, y + size } };
  SlMark *mark = sl_scene_add_path (l->scene, SL_BAND_BODY, SL_STYLE_MILESTONE, points, 3);

  mark->closed = TRUE;
  mark->z = 2;
}

/* Keeps the hatching away from what is written. */
static void
add_plate (Layout *l, SlStyle style, double cx, double cy, double w, double h)
{
  SlMark *mark = sl_scene_add_rect (l->scene, SL_BAND_BODY, style, cx - w / 2, cy - h / 2, w, h);

  mark->radius = 3;
  mark->line_width = -1;
  mark->z = 1;
}

/* Thousands of cells share seven positions. */
static void
measure_positions (Layout *l)
{
  for (gint value = -3; value <= 3; value++)
    {
      PositionText *text = &l->positions[value + 3];

      text->number = sl_words_signed (value);
      text->word = sl_matrix_value_short_words (value);
      sl_text_measure_size (l->measure, SL_FONT_BOLD, text->number, 0, &text->number_w, NULL);
      sl_text_measure_size (l->measure, SL_FONT_SMALL, text->word, 0, &text->word_w, NULL);
      text->number_w = ceil (text->number_w) + 1;
      text->word_w = ceil (text->word_w) + 1;
      l->longest_position = MAX (l->longest_position, text->number_w + WORD_GAP + text->word_w);
    }
}

/* The number, and what it means where that fits beside it. */
static void
add_position (Layout *l, const SlMatrixCell *cell, double x, double y, double w, double h)
{
  const double line = sl_text_measure_line_height (l->measure, SL_FONT_BOLD);
  const double small = sl_text_measure_line_height (l->measure, SL_FONT_SMALL);
  const PositionText *text = &l->positions[cell->value + 3];
  const double number_w = text->number_w;
  const double word_w = l->longest_position > w - 2 * PAD ? -WORD_GAP : text->word_w;
  double start;
  SlMark *mark;

  if (cell->source == SL_POSITION_GUESS)
    add_plate (l, position_style (cell), x + w / 2, y + h / 2,
               MAX (20, number_w + WORD_GAP + word_w + 6), line - 1);
  start = x + (w - number_w - WORD_GAP - word_w) / 2;
  mark = sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER,
                            start, y + (h - line) / 2, number_w, line, text->number);
  mark->z = 2;
  if (word_w <= 0)
    return;
  mark = sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START,
                            start + number_w + WORD_GAP, y + (h - small) / 2, word_w, small,
                            text->word);
  mark->z = 2;
}

/* Whether the cells of the row at the current height have marks. */
static gboolean
has_cells (const Layout *l, guint row, double height)
{
  return !sl_scene_is_partial (l->scene) || row == 0 || row + 1 == l->matrix->goals->len
         || sl_chart_is_in_sight (l->params, l->y, height);
}

/* @hit: of the cell */
static void
add_clock (Layout *l, const SlHit *hit, double x, double y)
{
  SlMark *mark = sl_scene_add_symbol (l->scene, SL_BAND_BODY, SL_STYLE_NEUTRAL, SL_SYMBOL_CLOCK, x,
                                      y, CLOCK);

  mark->z = 2;
  sl_mark_set_hit (mark, hit->kind, hit->id, SL_PART_CLOCK, _ ("Still true?"));
  mark->hit.a = hit->a;
  mark->hit.b = hit->b;
}

/* @goal: the name of the row's goal in a sentence. */
static void
add_cell (Layout *l, guint row, guint column, const char *goal, double height)
{
  const SlMatrixCell *cell = sl_matrix_cell (l->matrix, row, column);
  const double inset = 1.5;
  const double x = l->column_x[column] + inset, y = l->y + inset;
  const double w = l->column_x[column + 1] - l->column_x[column] - 2 * inset;
  const double h = height - 2 * inset;
  const double line = sl_text_measure_line_height (l->measure, SL_FONT_LABEL);
  const gboolean hatched = cell->known && cell->source == SL_POSITION_GUESS;
  const gboolean framed = cell->known && cell->source == SL_POSITION_WRITING;
  const double frame = framed ? 1.0 : 0;
  g_autofree char *label = sl_matrix_cell_label (cell, g_ptr_array_index (l->names, column), goal);
  SlMark *mark;

  mark = sl_scene_add_rect (l->scene, SL_BAND_BODY, position_style (cell), x + frame, y + frame,
                            w - 2 * frame, h - 2 * frame);
  mark->radius = 3;
  mark->hatched = hatched;
  mark->dashed = !cell->known;
  mark->line_width = framed ? 2.25 : 0;
  sl_mark_set_hit (mark, SL_KIND_POSITION, cell->position, SL_PART_CELL, label);
  mark->hit.a = sl_matrix_party (l->matrix, column)->id;
  mark->hit.b = sl_matrix_goal (l->matrix, row)->id;
  const SlHit hit = mark->hit;
  if (cell->owner)
    add_owner_corner (l, x + 2 * frame, y + 2 * frame);
  if (!cell->known && !l->params->show_guesses)
    return; /* an empty box, to be filled in by hand */
  if (cell->known)
    {
      add_position (l, cell, x, y, w, h);
      if (cell->asks)
        add_clock (l, &hit, x + w - 0.75 * CLOCK, y + h - 0.75 * CLOCK);
      return;
    }
  mark = sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_LABEL,
                            SL_ALIGN_CENTER, x, y + (h - line) / 2, w, line, "?");
  mark->z = 2;
}

/* A number, and below it a track that is filled by @share; NAN: no track. */
static void
add_track (Layout *l, double x, double width, double height, SlStyle style, const char *text,
           double share)
{
  const double track = 3, line = sl_text_measure_line_height (l->measure, SL_FONT_NUMBER);
  const double y = l->y + (height - line - track - 1) / 2;

  sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_CENTER, x, y,
                     width, line, text);
  if (isnan (share))
    return;
  sl_scene_add_rect (l->scene, SL_BAND_BODY, SL_STYLE_BASELINE, x, y + line + 1, width, track);
  if (share > 0)
    sl_scene_add_rect (l->scene, SL_BAND_BODY, style, x, y + line + 1, width * share, track);
}

/* The share in favor of the goal, and how far the parties are apart on it. */
static void
add_goal_margins (Layout *l, const SlMatrixGoal *goal, double height)
{
  g_autofree char *support
      = isnan (goal->support) ? g_strdup ("–") : sl_format_percent (goal->support, 0);
  g_autofree char *apart = goal->n_asked < 2 ? g_strdup ("–") : sl_format_number (goal->apart, 1);

  add_track (l, l->support_x + PAD, l->widths->support - 2 * PAD, height, SL_STYLE_BAR_DONE,
             support, goal->support);
  add_track (l, l->apart_x + PAD, l->widths->apart - 2 * PAD, height, SL_STYLE_HURTS, apart,
             goal->n_asked < 2 || l->farthest <= 0 ? NAN : goal->apart / l->farthest);
}

static SlSymbol
finding_symbol (const SlMatrixGoal *goal, SlStyle *style)
{
  *style = goal->n_opposed > 0 ? SL_STYLE_HURTS : SL_STYLE_HELPS;
  if (goal->n_opposed > 0)
    return SL_SYMBOL_TRIANGLE;
  return goal->backed_by_all ? SL_SYMBOL_CHECK : SL_SYMBOL_NONE;
}

static void
add_finding (Layout *l, guint row, const char *text, double height)
{
  SlStyle style;
  const SlSymbol symbol = finding_symbol (sl_matrix_goal (l->matrix, row), &style);
  const double x = l->finding_x + PAD / 2, text_x = x + 12;
  const double width = l->finding_width - PAD / 2 - 12;
  const double block = text_height (l, SL_FONT_SMALL, text, width);
  const double y = l->y + (height - block) / 2;
  const double line = sl_text_measure_line_height (l->measure, SL_FONT_SMALL);

  if (symbol != SL_SYMBOL_NONE)
    sl_scene_add_symbol (l->scene, SL_BAND_BODY, style, symbol, x + 4, y + line / 2, 7);
  if (*text == '\0')
    return;
  sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, text_x,
                     y, width, block, text)
      ->wrap
      = TRUE;
}

static void
add_goal_head (Layout *l, guint row, double height)
{
  const SlMatrixGoal *goal = sl_matrix_goal (l->matrix, row);
  g_autofree char *label = sl_matrix_goal_label (l->matrix, row);
  const char *title = sl_matrix_goal_title (goal);
  const double x = STRIPE + PAD + indent_of (goal->depth);
  const double width = l->side - x - PAD;
  const double block = text_height (l, SL_FONT_LABEL, title, width);
  SlMark *mark;

  mark = sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_PAPER, 0, l->y, l->side, height);
  sl_mark_set_hit (mark, SL_KIND_GOAL, goal->id, SL_PART_HEAD, label);
  for (guint column = 0; column < l->matrix->parties->len; column++)
    {
      const SlMatrixParty *party = sl_matrix_party (l->matrix, column);

      if (party->id != goal->owner)
        continue;
      mark = sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_STRIPE, 0, l->y + 1, STRIPE,
                                height - 2);
      mark->color = party->color;
      break;
    }
  mark = sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, x,
                            l->y + (height - block) / 2, width, block, title);
  mark->wrap = TRUE;
}

/* Ends a row: a line below it and a place where a sheet may end. */
static void
end_row (Layout *l, double height, SlStyle style)
{
  l->y += height;
  sl_scene_add_line (l->scene, SL_BAND_SIDE, style, 0, l->y, l->side, l->y)->z = 1;
  sl_scene_add_line (l->scene, SL_BAND_BODY, style, l->side, l->y, l->width, l->y)->z = 1;
  sl_scene_add_break_y (l->scene, l->y);
}

static double
finding_height (Layout *l, const char *text)
{
  return text_height (l, SL_FONT_SMALL, text, l->finding_width - PAD / 2 - 12);
}

static void
add_row (Layout *l, guint row)
{
  const SlMatrixGoal *goal = sl_matrix_goal (l->matrix, row);
  const double title_width = l->side - STRIPE - 2 * PAD - indent_of (goal->depth);
  const double title = text_height (l, SL_FONT_LABEL, sl_matrix_goal_title (goal), title_width);
  g_autofree char *finding = sl_matrix_goal_finding (l->matrix, row, FALSE);
  g_autofree char *goal_name = sl_words_name (sl_matrix_goal_title (goal));

  /* Long names must not make the rows of a crowded sheet higher. */
  if (l->widths->brief && finding_height (l, finding) > MAX (title, ROW_MIN))
    {
      g_free (finding);
      finding = sl_matrix_goal_finding (l->matrix, row, TRUE);
    }
  const double height = MAX (ROW_MIN, ceil (MAX (title, finding_height (l, finding)) + PAD));

  add_goal_head (l, row, height);
  if (has_cells (l, row, height))
    {
      for (guint column = 0; column < l->matrix->parties->len; column++)
        add_cell (l, row, column, goal_name, height);
      add_goal_margins (l, goal, height);
      add_finding (l, row, finding, height);
    }
  end_row (l, height, goal->block_ends ? SL_STYLE_GRID_STRONG : SL_STYLE_GRID);
}

/* A heading over the rows that follow; it stays with the first of them. */
static void
add_group (Layout *l, const char *title)
{
  sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_BAND_ALT, 0, l->y, l->side, GROUP_HEIGHT);
  sl_scene_add_rect (l->scene, SL_BAND_BODY, SL_STYLE_BAND_ALT, l->side, l->y, l->width - l->side,
                     GROUP_HEIGHT);
  sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT, SL_FONT_HEAD, SL_ALIGN_START, PAD, l->y,
                     l->side - 2 * PAD, GROUP_HEIGHT, title);
  l->y += GROUP_HEIGHT;
}

static void
add_margin_row (Layout *l, Margin margin, const char *title, const char *words,
                char *(*format) (const SlMatrixParty *party))
{
  const double text = text_height (l, SL_FONT_SMALL, title, l->side - 2 * PAD);
  const double height = MAX (18, ceil (text + PAD));
  SlMark *mark;

  explain (sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_BAND, 0, l->y, l->side, height),
           margin, words);
  sl_scene_add_rect (l->scene, SL_BAND_BODY, SL_STYLE_BAND, l->side, l->y,
                     l->column_x[l->matrix->parties->len] - l->side, height);
  mark = sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                            SL_ALIGN_START, STRIPE + PAD, l->y + (height - text) / 2,
                            l->side - STRIPE - 2 * PAD, text, title);
  mark->wrap = TRUE;
  for (guint column = 0; column < l->matrix->parties->len; column++)
    {
      g_autofree char *value = format (sl_matrix_party (l->matrix, column));

      sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_CENTER,
                         l->column_x[column], l->y, l->column_x[column + 1] - l->column_x[column],
                         height, value);
    }
  l->y += height;
}

static void
add_margin_rows (Layout *l)
{
  const char *mean = sl_matrix_mean_words (l->matrix);

  add_margin_row (l, MARGIN_MEAN, mean, mean, sl_matrix_mean_text);
  add_margin_row (l, MARGIN_PARTY_APART, _ ("Apart from the others"), sl_matrix_apart_words (),
                  sl_matrix_apart_text);
  add_margin_row (l, MARGIN_NOT_ASKED, _ ("Not asked"), sl_matrix_not_asked_words (),
                  sl_matrix_not_asked_text);
  sl_scene_add_break_y (l->scene, l->y);
}

/* A strong line between the parties of the two blocks. */
static void
add_block_lines (Layout *l)
{
  for (guint column = 0; column < l->matrix->parties->len; column++)
    if (sl_matrix_party (l->matrix, column)->block_ends)
      sl_scene_add_line (l->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, l->column_x[column + 1],
                         l->top, l->column_x[column + 1], l->y)
          ->z
          = 1;
}

static void
add_breaks_x (Layout *l)
{
  for (guint column = 0; column <= l->matrix->parties->len; column++)
    sl_scene_add_break_x (l->scene, l->column_x[column]);
  sl_scene_add_break_x (l->scene, l->support_x);
  sl_scene_add_break_x (l->scene, l->width);
}

/* What to do first. */
static void
layout_empty (Layout *l)
{
  const char *text = l->matrix->parties->len == 0
                         ? _ ("No parties yet. Add the departments, partners and people who have "
                              "a say, then mark where each of them stands on each goal.")
                         : _ ("No goals yet. Add the goals that the parties should agree on, then "
                              "mark where each of them stands on each goal.");
  const double width = l->params->width > 0 ? CLAMP (l->params->width - 48, 200, 400) : 360;
  const double height = text_height (l, SL_FONT_LABEL, text, width);

  sl_scene_set_size (l->scene, width + 48, height + 48);
  sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_CENTER, 24,
                     24, width, height, text)
      ->wrap
      = TRUE;
  sl_matrix_add_remarks (l->matrix, l->params, l->scene);
}

static void
layout_rows (Layout *l)
{
  const SlMatrix *m = l->matrix;
  const gboolean grouped = m->n_shared > 0 && m->n_shared < m->goals->len;

  for (guint row = 0; row < m->goals->len; row++)
    {
      if (grouped && row == 0)
        add_group (l, _ ("Shared goals"));
      if (grouped && row == m->n_shared)
        add_group (l, _ ("Further goals"));
      add_row (l, row);
    }
}

static void
clear_layout (Layout *l)
{
  for (guint i = 0; i < G_N_ELEMENTS (l->positions); i++)
    g_free (l->positions[i].number);
  g_ptr_array_unref (l->names);
  g_free (l->column_x);
}

static void
layout_stakeholder_matrix (const SlSnapshot *plan, const SlChartParams *params,
                           SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlMatrix) matrix = sl_matrix_new (plan, params);
  Layout l = { .matrix = matrix, .params = params, .measure = measure, .scene = scene };

  if (*sl_scene_get_headline (scene) == '\0')
    {
      g_autofree char *headline = sl_matrix_conclude (matrix);

      sl_scene_set_headline (scene, headline);
    }
  if (matrix->goals->len == 0 || matrix->parties->len == 0)
    {
      layout_empty (&l);
      return;
    }
  if (params->sort_blocks)
    sl_matrix_sort_blocks (matrix);
  sl_scene_set_partial (
      scene, sl_chart_is_partial (params, (gsize)matrix->goals->len * matrix->parties->len));
  for (guint row = 0; row < matrix->goals->len; row++)
    l.farthest = MAX (l.farthest, sl_matrix_goal (matrix, row)->apart);
  measure_positions (&l);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      l.widths = &widths[i];
      place_columns (&l);
      if (params->width <= 0 || l.width <= params->width)
        break;
    }
  l.names = sl_matrix_party_names (matrix);
  add_heads (&l);
  layout_rows (&l);
  add_block_lines (&l);
  add_margin_rows (&l);
  add_breaks_x (&l);
  sl_scene_set_bands (scene, l.top, l.side);
  sl_scene_set_size (scene, l.width, l.y);
  sl_matrix_add_legend (matrix, params, scene);
  sl_matrix_add_remarks (matrix, params, scene);
  clear_layout (&l);
}

const SlChart sl_chart_stakeholder_matrix = {
  .id = "stakeholder-matrix",
  .title = N_ ("Stakeholder Matrix"),
  .kinds = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_POSITION)
           | SL_KIND_BIT (SL_KIND_SHEET) | SL_KIND_BIT (SL_KIND_PROJECT),
  .layout = layout_stakeholder_matrix,
  .headline = sl_matrix_headline,
  .concludes = TRUE,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of roles: goals with their tasks and milestones as rows, parties as columns, letters in
 * the cells. R does it, A answers for it, C is asked before, I is told after. Letters with a corner
 * are what the work itself says by its owner. Beside each row stands what is not clear in it, below
 * the columns how much each party has to do. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "roles/sl-role-matrix.h"
#include "sl-flow.h"

#define PAD 5.0
#define STRIPE 4.0
#define INDENT 10.0
#define MAX_INDENT_LEVELS 5
#define TITLE_MIN 110.0
#define TITLE_MAX 230.0
#define COLUMN_MIN 34.0
#define COLUMN_MAX 110.0
#define NAME_MIN 52.0
#define ROW_MIN 22.0
#define GAP 10.0
#define FINDING_MIN 110.0
#define FINDING_MAX 260.0
#define INSET 1.5
#define CORNER 6.0
/* Where it would not fit a sheet otherwise: */
#define DENSE_COLUMN_MIN 17.5
#define DENSE_COLUMN_MAX 24.0
#define DENSE_TITLE 240.0
#define DENSE_ROW 15.0
#define DENSE_PAD 3.0
#define DENSE_CORNER 4.0

/* @column_x: left edge of each column; one more: the right edge
 * @title_width: of each row, in one line
 * @dense: columns are narrow with their names in steps above them, and what is not clear stands
 * below the title of its row */
typedef struct
{
  const SlRoleMatrix *matrix;
  const SlChartParams *params;
  SlFlow flow;
  SlScene *scene;
  double *column_x;
  double *title_width;
  double side, top;
  double finding_x, finding_width;
  double y;
  gboolean dense;
} Layout;

static const char *
name_of (const char *title)
{
  return *title != '\0' ? title : _ ("(untitled)");
}

static double
indent_of (guint depth)
{
  return INDENT * MIN (depth, MAX_INDENT_LEVELS);
}

static SlFont
title_font (const SlRoleWork *work)
{
  return work->kind == SL_KIND_GOAL ? SL_FONT_BOLD : SL_FONT_LABEL;
}

/* --- Widths --- */

static double
measure_titles (Layout *l)
{
  double widest = TITLE_MIN;

  l->title_width = g_new (double, l->matrix->work->len);
  for (guint row = 0; row < l->matrix->work->len; row++)
    {
      const SlRoleWork *work = sl_role_matrix_work (l->matrix, row);

      sl_text_measure_size (l->flow.measure, title_font (work), name_of (work->title), 0,
                            &l->title_width[row], NULL);
      widest = MAX (widest, MIN (l->title_width[row], TITLE_MAX) + indent_of (work->depth));
    }
  return ceil (widest);
}

/* How high the title of a row is in that @width. Measuring takes most of the time of a layout. */
static double
title_height (const Layout *l, guint row, double width)
{
  const SlRoleWork *work = sl_role_matrix_work (l->matrix, row);

  if (l->title_width[row] <= width)
    return sl_text_measure_line_height (l->flow.measure, title_font (work));
  return sl_flow_height (&l->flow, title_font (work), name_of (work->title), width);
}

static void
place_columns (Layout *l)
{
  const guint n = l->matrix->parties->len;
  double x;

  l->side = PAD + measure_titles (l) + PAD;
  l->column_x = g_new0 (double, n + 1);
  x = l->side;
  for (guint column = 0; column < n; column++)
    {
      const char *name = name_of (sl_role_matrix_party (l->matrix, column)->title);

      l->column_x[column] = x;
      x += ceil (MAX (
          COLUMN_MIN,
          sl_text_measure_head (l->flow.measure, SL_FONT_SMALL, name, NAME_MIN, COLUMN_MAX) + PAD));
    }
  l->column_x[n] = x;
  l->finding_x = x + GAP;
  l->finding_width = CLAMP (l->params->width - l->finding_x, FINDING_MIN, FINDING_MAX);
}

static double
name_width (const Layout *l, guint column)
{
  double width;

  sl_text_measure_size (l->flow.measure, SL_FONT_SMALL,
                        name_of (sl_role_matrix_party (l->matrix, column)->title), 0, &width, NULL);
  return width + PAD;
}

/* How far the names in steps reach beyond the last column where columns have that @width. */
static double
measure_beyond (const Layout *l, double width)
{
  const guint n = l->matrix->parties->len;
  double beyond = 0.0;

  for (guint column = 0; column < n; column++)
    beyond = MAX (beyond, name_width (l, column) - (n - column) * width);
  return ceil (beyond);
}

/* On paper, where all columns fit the sheet only if they are narrow. */
static void
place_densely (Layout *l)
{
  const guint n = l->matrix->parties->len;
  const double least = measure_beyond (l, DENSE_COLUMN_MIN);
  const double width
      = CLAMP ((l->params->width - DENSE_TITLE - least) / n, DENSE_COLUMN_MIN, DENSE_COLUMN_MAX);
  const double beyond = measure_beyond (l, width);
  const double room = l->params->width - n * width - beyond;

  if (!l->params->paper || l->finding_x + FINDING_MIN <= l->params->width
      || room < TITLE_MIN + 2 * PAD)
    return;
  l->dense = TRUE;
  l->side = MIN (l->side, room);
  for (guint column = 0; column <= n; column++)
    l->column_x[column] = l->side + column * width;
  l->finding_x = l->column_x[n];
  l->finding_width = beyond;
}

static double
column_width (const Layout *l, guint column)
{
  return l->column_x[column + 1] - l->column_x[column];
}

/* --- Heads --- */

static void
add_party_head (Layout *l, guint column)
{
  const SlRoleParty *party = sl_role_matrix_party (l->matrix, column);
  const double x = l->column_x[column], width = column_width (l, column);
  const double height
      = sl_flow_height (&l->flow, SL_FONT_SMALL, name_of (party->title), width - PAD);
  SlMark *mark = sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, x, 0, width, l->top);

  sl_mark_set_hit (mark, SL_KIND_PARTY, party->id, SL_PART_HEAD,
                   party->finding != NULL ? party->finding : name_of (party->title));
  mark = sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_STRIPE, x + 1, l->top - STRIPE,
                            width - 2, STRIPE);
  mark->color = party->color;
  mark = sl_scene_add_text (l->scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_CENTER,
                            x + PAD / 2, l->top - STRIPE - 2 - height, width - PAD, height,
                            name_of (party->title));
  mark->wrap = TRUE;
}

/* A name on its step, and a line from it down to its column. */
static void
add_step (Layout *l, guint column, guint number)
{
  const SlRoleParty *party = sl_role_matrix_party (l->matrix, column);
  const double x = l->column_x[column], bottom = l->top - STRIPE;
  const double line = sl_text_measure_line_height (l->flow.measure, SL_FONT_SMALL);
  const double y = PAD / 2 + number * line;
  SlMark *mark = sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_STRIPE, x + 1, bottom,
                                    column_width (l, column) - 2, STRIPE);

  mark->color = party->color;
  sl_mark_set_hit (mark, SL_KIND_PARTY, party->id, SL_PART_HEAD,
                   party->finding != NULL ? party->finding : name_of (party->title));
  sl_scene_add_line (l->scene, SL_BAND_TOP, SL_STYLE_GRID_STRONG, x + PAD, y + line, x + PAD,
                     bottom);
  sl_scene_add_text (l->scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START,
                     x + PAD / 2, y, name_width (l, column) - PAD / 2, line,
                     name_of (party->title));
}

/* Each name stands below all those before it that reach over its column, so that no line crosses a
 * name. Returns: how many steps there are. @steps: (array) (out): the step of each column */
static guint
find_steps (const Layout *l, guint *steps)
{
  guint n_steps = 0;

  for (guint column = 0; column < l->matrix->parties->len; column++)
    {
      steps[column] = 0;
      for (guint before = 0; before < column; before++)
        if (l->column_x[before] + name_width (l, before) > l->column_x[column])
          steps[column] = MAX (steps[column], steps[before] + 1);
      n_steps = MAX (n_steps, steps[column] + 1);
    }
  return n_steps;
}

static void
add_steps (Layout *l)
{
  const guint n = l->matrix->parties->len;
  g_autofree guint *steps = g_new (guint, n);
  const guint n_steps = find_steps (l, steps);
  const double line = sl_text_measure_line_height (l->flow.measure, SL_FONT_SMALL);

  l->top = ceil (n_steps * line + PAD + STRIPE);
  sl_scene_add_rect (l->scene, SL_BAND_CORNER, SL_STYLE_BAND, 0, 0, l->side, l->top);
  sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, l->side, 0,
                     l->finding_x + l->finding_width - l->side, l->top);
  for (guint column = 0; column < n; column++)
    add_step (l, column, steps[column]);
  l->y = l->top;
  sl_scene_add_break_y (l->scene, l->y);
}

static void
add_heads (Layout *l)
{
  const guint n = l->matrix->parties->len;
  const char *words = _ ("What is not clear");
  double height = sl_flow_height (&l->flow, SL_FONT_SMALL, words, l->finding_width);

  for (guint column = 0; column < n; column++)
    height = MAX (height, sl_flow_height (&l->flow, SL_FONT_SMALL,
                                          name_of (sl_role_matrix_party (l->matrix, column)->title),
                                          column_width (l, column) - PAD));
  l->top = ceil (height + PAD + STRIPE);
  sl_scene_add_rect (l->scene, SL_BAND_CORNER, SL_STYLE_BAND, 0, 0, l->side, l->top);
  sl_scene_add_rect (l->scene, SL_BAND_TOP, SL_STYLE_BAND, l->column_x[n], 0,
                     l->finding_x + l->finding_width - l->column_x[n], l->top);
  for (guint column = 0; column < n; column++)
    add_party_head (l, column);
  height = sl_flow_height (&l->flow, SL_FONT_SMALL, words, l->finding_width);
  sl_scene_add_text (l->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                     l->finding_x, l->top - STRIPE - 2 - height, l->finding_width, height, words)
      ->wrap
      = TRUE;
  l->y = l->top;
  sl_scene_add_break_y (l->scene, l->y);
}

/* --- Cells --- */

static SlStyle
pair_style (const SlRolePair *pair)
{
  if (pair->roles == 0)
    return SL_STYLE_GRID;
  return (pair->roles & SL_RACI_ACCOUNTABLE) != 0   ? SL_STYLE_POS_P3
         : (pair->roles & SL_RACI_RESPONSIBLE) != 0 ? SL_STYLE_POS_P2
         : (pair->roles & SL_RACI_CONSULTED) != 0   ? SL_STYLE_POS_P1
                                                    : SL_STYLE_POS_0;
}

/* The letters are what the work itself says. */
static void
add_corner (Layout *l, double x, double y)
{
  const double size = l->dense ? DENSE_CORNER : CORNER;
  const SlPoint points[] = { { x, y }, { x + size, y }, { x, y + size } };
  SlMark *mark = sl_scene_add_path (l->scene, SL_BAND_BODY, SL_STYLE_MILESTONE, points, 3);

  mark->closed = TRUE;
  mark->z = 2;
}

static void
add_cell (Layout *l, guint row, guint column, double height)
{
  const SlRolePair *pair = sl_role_matrix_pair (l->matrix, row, column);
  const double x = l->column_x[column] + INSET, y = l->y + INSET;
  const double w = column_width (l, column) - 2 * INSET, h = height - 2 * INSET;
  const double line = sl_text_measure_line_height (l->flow.measure, SL_FONT_BOLD);
  g_autofree char *letters = NULL;
  g_autofree char *label = NULL;
  SlMark *mark = sl_scene_add_rect (l->scene, SL_BAND_BODY, pair_style (pair), x, y, w, h);

  mark->radius = 3;
  mark->outline = pair->roles == 0;
  /* Most cells are empty, and nobody points at paper. */
  if (pair->roles == 0 && l->params->paper && l->params->since.then == NULL)
    return;
  label = sl_role_matrix_pair_label (l->matrix, row, column);
  sl_mark_set_hit (mark, SL_KIND_ROLE, SL_ID_NONE, SL_PART_CELL, label);
  mark->hit.a = sl_role_matrix_party (l->matrix, column)->id;
  mark->hit.b = sl_role_matrix_work (l->matrix, row)->id;
  if (pair->own != 0)
    add_corner (l, x, y);
  if (pair->roles == 0)
    return;
  letters = sl_raci_to_text (pair->roles);
  mark = sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER, x,
                            y + (h - line) / 2, w, line, letters);
  mark->z = 2;
}

/* --- Rows --- */

/* @block: how high the title is */
static void
add_work_head (Layout *l, guint row, double height, double block)
{
  const SlRoleWork *work = sl_role_matrix_work (l->matrix, row);
  const double x = PAD + indent_of (work->depth), width = l->side - x - PAD;
  const double y = l->dense ? l->y + DENSE_PAD / 2 : l->y + (height - block) / 2;
  g_autofree char *label = work->findings != NULL
                               ? g_strdup_printf (_ ("%s: %s"), work->title, work->findings)
                               : g_strdup (name_of (work->title));
  SlMark *mark
      = sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_PAPER, 0, l->y, l->side, height);

  sl_mark_set_hit (mark, work->kind, work->id, SL_PART_HEAD, label);
  mark = sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT, title_font (work),
                            SL_ALIGN_START, x, y, width, block, name_of (work->title));
  mark->wrap = TRUE;
}

static const char *
row_words (const SlRoleWork *work)
{
  if (work->findings != NULL)
    return work->findings;
  return work->n_named == 0 ? _ ("Nobody is named yet") : "";
}

/* Where the words about a row begin, behind the place of their triangle, and how wide they are. */
static double
words_x (const Layout *l, const SlRoleWork *work)
{
  return 12 + (l->dense ? PAD + indent_of (work->depth) : l->finding_x);
}

static double
words_width (const Layout *l, const SlRoleWork *work)
{
  return l->dense ? l->side - PAD - words_x (l, work) : l->finding_width - 12;
}

/* @block: how high the words are */
static void
add_finding (Layout *l, const SlRoleWork *work, double height, double block)
{
  const double x = words_x (l, work), width = words_width (l, work);
  const char *words = row_words (work);
  const double y = l->dense ? l->y + height - block - DENSE_PAD / 2 : l->y + (height - block) / 2;
  const double line = sl_text_measure_line_height (l->flow.measure, SL_FONT_SMALL);
  const SlBand band = l->dense ? SL_BAND_SIDE : SL_BAND_BODY;

  if (work->findings != NULL)
    sl_scene_add_symbol (l->scene, band, SL_STYLE_WARN, SL_SYMBOL_TRIANGLE, x - 8, y + line / 2, 7);
  sl_scene_add_text (l->scene, band, work->findings != NULL ? SL_STYLE_TEXT : SL_STYLE_TEXT_DIM,
                     SL_FONT_SMALL, SL_ALIGN_START, x, y, width, block, words)
      ->wrap
      = TRUE;
}

static void
end_row (Layout *l, double height)
{
  l->y += height;
  sl_scene_add_line (l->scene, SL_BAND_SIDE, SL_STYLE_GRID, 0, l->y, l->side, l->y)->z = 1;
  sl_scene_add_line (l->scene, SL_BAND_BODY, SL_STYLE_GRID, l->side, l->y,
                     l->finding_x + l->finding_width, l->y)
      ->z
      = 1;
  sl_scene_add_break_y (l->scene, l->y);
}

/* Whether the cells of the row at the current height have marks. */
static gboolean
has_cells (const Layout *l, guint row, double height)
{
  return !sl_scene_is_partial (l->scene) || row == 0 || row + 1 == l->matrix->work->len
         || sl_chart_is_in_sight (l->params, l->y, height);
}

static void
add_row (Layout *l, guint row)
{
  const SlRoleWork *work = sl_role_matrix_work (l->matrix, row);
  const double title = title_height (l, row, l->side - 2 * PAD - indent_of (work->depth));
  const char *words = row_words (work);
  const double said = *words != '\0'
                          ? sl_flow_height (&l->flow, SL_FONT_SMALL, words, words_width (l, work))
                          : 0.0;
  const double height = l->dense ? MAX (DENSE_ROW, ceil (title + said + DENSE_PAD))
                                 : MAX (ROW_MIN, ceil (MAX (title, said) + PAD));

  add_work_head (l, row, height, title);
  for (guint column = 0; has_cells (l, row, height) && column < l->matrix->parties->len; column++)
    add_cell (l, row, column, height);
  if (*words != '\0')
    add_finding (l, work, height, said);
  end_row (l, height);
}

/* A heading over work that serves no goal. */
static void
add_group (Layout *l, const char *title)
{
  sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_BAND_ALT, 0, l->y, l->side, ROW_MIN);
  sl_scene_add_rect (l->scene, SL_BAND_BODY, SL_STYLE_BAND_ALT, l->side, l->y,
                     l->finding_x + l->finding_width - l->side, ROW_MIN);
  sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, PAD,
                     l->y, l->side - 2 * PAD, ROW_MIN, title);
  l->y += ROW_MIN;
}

static void
add_rows (Layout *l)
{
  gboolean grouped = FALSE;

  for (guint row = 0; row < l->matrix->work->len; row++)
    {
      const SlRoleWork *work = sl_role_matrix_work (l->matrix, row);

      if (!grouped && work->kind != SL_KIND_GOAL && work->depth == 0)
        {
          add_group (l, _ ("Serves no goal"));
          grouped = TRUE;
        }
      add_row (l, row);
    }
}

/* How often each party has a role; a triangle where that is too often. */
static void
add_count_row (Layout *l, guint role)
{
  const double line = sl_text_measure_line_height (l->flow.measure, SL_FONT_NUMBER);
  const double height = ceil (line + PAD);

  sl_scene_add_rect (l->scene, SL_BAND_SIDE, SL_STYLE_BAND, 0, l->y, l->side, height);
  sl_scene_add_rect (l->scene, SL_BAND_BODY, SL_STYLE_BAND, l->side, l->y,
                     l->column_x[l->matrix->parties->len] - l->side, height);
  sl_scene_add_text (l->scene, SL_BAND_SIDE, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, PAD,
                     l->y, l->side - 2 * PAD, height, sl_role_count_words (role));
  for (guint column = 0; column < l->matrix->parties->len; column++)
    {
      const SlRoleParty *party = sl_role_matrix_party (l->matrix, column);
      g_autofree char *count = g_strdup_printf ("%u", party->counts[role]);

      sl_scene_add_text (l->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_CENTER,
                         l->column_x[column], l->y + PAD / 2, column_width (l, column), line,
                         count);
      if (party->finding != NULL && role == SL_ROLE_ACCOUNTABLE)
        sl_scene_add_symbol (l->scene, SL_BAND_BODY, SL_STYLE_WARN, SL_SYMBOL_TRIANGLE,
                             l->column_x[column] + 7, l->y + height / 2, 7);
    }
  l->y += height;
}

/* --- Around it --- */

static void
add_legend (Layout *l)
{
  static const SlStyle styles[]
      = { SL_STYLE_POS_P2, SL_STYLE_POS_P3, SL_STYLE_POS_P1, SL_STYLE_POS_0 };
  SlMark sample = { .type = SL_MARK_RECT,
                    .x = 1,
                    .y = 1,
                    .w = 22,
                    .h = 10,
                    .radius = 3,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };
  const SlPoint points[] = { { 8, 2 }, { 15, 2 }, { 8, 9 } };
  const SlMark corner = { .type = SL_MARK_PATH,
                          .style = SL_STYLE_MILESTONE,
                          .points = (SlPoint *)points,
                          .n_points = 3,
                          .closed = TRUE,
                          .color = -1,
                          .hit = { .kind = SL_N_KINDS } };

  for (guint role = 0; role < G_N_ELEMENTS (styles); role++)
    {
      g_autofree char *text
          = g_strdup_printf ("%c %s", SL_RACI_LETTERS[role], sl_role_words (role));

      sample.style = styles[role];
      sl_scene_add_legend (l->scene, &sample, text);
    }
  sl_scene_add_legend (l->scene, &corner, _ ("follows from who owns it"));
}

static void
add_remarks (Layout *l)
{
  g_autofree char *hidden
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party without a role",
                                      "not shown: %u parties without a role", l->matrix->n_hidden),
                         l->matrix->n_hidden);
  g_autofree char *crowded = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "not shown: %u task or milestone, there is too much work",
                   "not shown: %u tasks and milestones, there is too much work",
                   l->matrix->n_crowded),
      l->matrix->n_crowded);
  g_autofree char *closed
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u closed goal",
                                      "not shown: %u closed goals", l->matrix->n_closed),
                         l->matrix->n_closed);

  for (guint column = 0; column < l->matrix->parties->len; column++)
    if (sl_role_matrix_party (l->matrix, column)->finding != NULL)
      sl_scene_add_remark (l->scene, sl_role_matrix_party (l->matrix, column)->finding);
  if (l->matrix->n_hidden > 0)
    sl_scene_add_remark (l->scene, hidden);
  if (l->matrix->n_crowded > 0)
    sl_scene_add_remark (l->scene, crowded);
  if (l->matrix->n_closed > 0)
    sl_scene_add_remark (l->scene, closed);
}

static void
layout_empty (Layout *l)
{
  sl_flow_paragraph (&l->flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                     l->matrix->parties->len == 0
                         ? _ ("No parties yet. Add the departments, partners and people who take "
                              "part, then say who does what.")
                         : _ ("No goals and tasks yet. Add what is to be done, then say who does "
                              "it, who answers for it, who is asked and who is told."));
  sl_flow_finish (&l->flow);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlRoleMatrix) matrix = sl_role_matrix_new (plan, params);
  Layout l = { .matrix = matrix, .params = params, .scene = scene };

  if (*sl_scene_get_headline (scene) == '\0')
    {
      g_autofree char *words = sl_role_matrix_headline (matrix);

      sl_scene_set_headline (scene, words);
    }
  sl_flow_init (&l.flow, scene, measure, params);
  if (matrix->work->len == 0 || matrix->parties->len == 0)
    {
      layout_empty (&l);
      return;
    }
  sl_scene_set_partial (
      scene, sl_chart_is_partial (params, (gsize)matrix->work->len * matrix->parties->len));
  place_columns (&l);
  place_densely (&l);
  if (l.dense)
    add_steps (&l);
  else
    add_heads (&l);
  add_rows (&l);
  for (guint role = 0; role <= SL_ROLE_INFORMED; role++)
    add_count_row (&l, role);
  sl_scene_add_break_y (scene, l.y);
  for (guint column = 0; column <= matrix->parties->len; column++)
    sl_scene_add_break_x (scene, l.column_x[column]);
  if (l.finding_width > 0)
    sl_scene_add_break_x (scene, l.finding_x + l.finding_width);
  sl_scene_set_bands (scene, l.top, l.side);
  sl_scene_set_size (scene, l.finding_x + l.finding_width, l.y);
  add_legend (&l);
  add_remarks (&l);
  g_free (l.column_x);
  g_free (l.title_width);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlRoleMatrix) matrix = sl_role_matrix_new (plan, params);

  return sl_role_matrix_headline (matrix);
}

const SlChart sl_chart_raci = {
  .id = "raci",
  .title = N_ ("Roles"),
  .kinds = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_ROLE)
           | SL_KIND_BIT (SL_KIND_NEED) | SL_KIND_BIT (SL_KIND_ALLOCATION)
           | SL_KIND_BIT (SL_KIND_JUDGEMENT) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
  .concludes = TRUE,
};

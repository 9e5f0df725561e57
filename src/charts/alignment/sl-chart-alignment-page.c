/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alignment on a page: seven bars, where the parties stand on the weightiest goals, the five
 * gravest findings with boxes to tick. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>

#include "matrix/sl-matrix.h"
#include "sl-words.h"

#define MAX_GOALS 12
#define MAX_FINDINGS 5
#define CELL_HEIGHT 15.0
#define MIN_COLUMN 44.0

/* Rows of the matrix by strategic weight, heaviest first. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  double x = weights[*(const guint *)a], y = weights[*(const guint *)b];

  if (x != y)
    return x < y ? 1 : -1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

static GArray *
pick_goals (const SlMatrix *matrix, const SlFacts *facts)
{
  g_autofree double *weights = g_new0 (double, matrix->goals->len + 1);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < matrix->goals->len; row++)
    {
      int goal = sl_facts_goal (facts, sl_matrix_goal (matrix, row)->id);

      weights[row] = goal >= 0 ? facts->goals[goal].share : 0.0;
      g_array_append_val (rows, row);
    }
  g_array_sort_with_data (rows, compare_rows, weights);
  if (rows->len > MAX_GOALS)
    g_array_set_size (rows, MAX_GOALS);
  return rows;
}

static void
add_cell (SlFlow *flow, const SlMatrix *matrix, guint row, guint column, double x, double width,
          double height, gboolean guesses)
{
  const SlMatrixCell *cell = sl_matrix_cell (matrix, row, column);
  const SlStyle style = cell->known ? (SlStyle)(SL_STYLE_POS_0 + cell->value) : SL_STYLE_POS_NONE;
  g_autofree char *text
      = cell->known ? sl_words_signed (cell->value) : g_strdup (guesses ? "?" : "");
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_NUMBER);
  SlMark *mark = sl_scene_add_rect (flow->scene, SL_BAND_BODY, style, x + 1, flow->y + 1, width - 2,
                                    height - 2);

  mark->hatched = cell->known && cell->source == SL_POSITION_GUESS;
  sl_scene_add_text (flow->scene, SL_BAND_BODY, SL_STYLE_TEXT_ON_MARK, SL_FONT_NUMBER,
                     SL_ALIGN_CENTER, x + 2, flow->y + (height - line) / 2, width - 4, line, text);
}

static void
add_heads (SlFlow *flow, const SlMatrix *matrix, guint n_columns, double goal_width, double column)
{
  double height = 0.0;

  for (guint i = 0; i < n_columns; i++)
    height = MAX (height,
                  sl_flow_height (flow, SL_FONT_SMALL,
                                  sl_matrix_party_title (sl_matrix_party (matrix, i)), column - 6));
  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = sl_matrix_party_title (sl_matrix_party (matrix, i));
      const double own = sl_flow_height (flow, SL_FONT_SMALL, title, column - 6);

      sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_CENTER,
                       goal_width + i * column + 3, flow->y + height - own, column - 6, title);
    }
  flow->y += height + 3.0;
}

/* Parties whose titles find room; the width that a column needs is that of its longest word. */
static guint
count_columns (const SlFlow *flow, const SlMatrix *matrix, double room, double *column)
{
  double need = MIN_COLUMN;

  for (guint i = 0; i < matrix->parties->len; i++)
    need = MAX (need,
                sl_text_measure_longest_word (flow->measure, SL_FONT_SMALL,
                                              sl_matrix_party_title (sl_matrix_party (matrix, i)))
                    + 8.0);
  const guint n = (guint)CLAMP (room / need, 1.0, MAX (1.0, matrix->parties->len));
  *column = MIN (room / n, 90.0);
  return n;
}

/* Adds the remark that counts @n things, unless there is none. @text is taken. */
static void
add_left_out (SlFlow *flow, guint n, char *text)
{
  if (n > 0)
    sl_scene_add_remark (flow->scene, text);
  g_free (text);
}

/* Counts what the matrix leaves out. */
static void
add_remarks (SlFlow *flow, guint n_goals, guint n_parties)
{
  add_left_out (flow, n_goals,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u goal",
                                              "not shown: %u goals", n_goals),
                                 n_goals));
  add_left_out (flow, n_parties,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party",
                                              "not shown: %u parties", n_parties),
                                 n_parties));
}

static void
add_matrix (SlFlow *flow, const SlSnapshot *plan, const SlChartParams *params,
            const SlAnalysis *analysis)
{
  SlChartParams inner = *params;
  g_autoptr (SlMatrix) matrix = NULL;
  g_autoptr (GArray) rows = NULL;
  const double goal_width = flow->width * 0.42;
  double column;
  guint n_columns;

  inner.paper = TRUE;
  matrix = sl_matrix_new (plan, &inner);
  rows = pick_goals (matrix, analysis->facts);
  if (rows->len == 0 || matrix->parties->len == 0)
    return;
  n_columns = count_columns (flow, matrix, flow->width - goal_width, &column);
  sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_HEAD, 4.0, _ ("Where the parties stand"));
  add_heads (flow, matrix, n_columns, goal_width, column);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);
      const SlMatrixGoal *goal = sl_matrix_goal (matrix, row);
      const char *title = sl_matrix_goal_title (goal);
      const double text = sl_flow_height (flow, SL_FONT_SMALL, title, goal_width - 8);
      const double height = MAX (CELL_HEIGHT, text + 3.0);

      sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, 0.0,
                       flow->y + (height - text) / 2, goal_width - 8, title);
      for (guint k = 0; k < n_columns; k++)
        add_cell (flow, matrix, row, k, goal_width + k * column, column, height,
                  params->show_guesses);
      sl_flow_hit_rect (flow, flow->y, height, SL_KIND_GOAL, goal->id, title);
      flow->y += height;
    }
  flow->y += 10.0;
  add_remarks (flow, matrix->goals->len - rows->len, matrix->parties->len - n_columns);
}

static void
add_findings (SlFlow *flow, const SlAnalysis *analysis)
{
  guint n = 0;

  for (guint i = 0; i < analysis->findings->len && n < MAX_FINDINGS; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->accepted || finding->severity <= 0.0)
        continue;
      if (n++ == 0)
        {
          sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_HEAD, 4.0, _ ("What to decide"));
          sl_flow_rule (flow, SL_STYLE_GRID);
        }
      sl_alignment_add_finding (flow, analysis, finding, FALSE);
    }
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);
  g_autofree char *verdict = sl_alignment_verdict (analysis);
  SlFlow flow;

  sl_flow_init (&flow, scene, measure, params);
  sl_flow_paragraph (&flow, SL_STYLE_TEXT, SL_FONT_HEAD, 6.0, verdict);
  sl_alignment_add_profile (&flow, analysis);
  flow.y += 10.0;
  sl_flow_break (&flow);
  add_matrix (&flow, plan, params, analysis);
  sl_flow_break (&flow);
  add_findings (&flow, analysis);
  sl_flow_finish (&flow);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);

  return sl_alignment_headline (analysis);
}

const SlChart sl_chart_alignment_page = {
  .id = "alignment-page",
  .title = N_ ("Alignment on a Page"),
  .kinds = SL_ALIGNMENT_KINDS,
  .layout = layout,
  .headline = headline,
};

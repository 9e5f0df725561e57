/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alignment on a page: seven bars, where the parties stand on the weightiest goals, the five
 * gravest findings with boxes to tick. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matrix/sl-matrix.h"
#include "sl-words.h"

#define MAX_GOALS 12
#define MAX_FINDINGS 5
#define CELL_HEIGHT 14.0
#define MIN_COLUMN 40.0
#define MAX_COLUMN 90.0
#define PLATE 20.0
#define GOAL_SHARE 0.36
#define LEAST_GOAL_SHARE 0.25
/* From this width on bars and findings stand side by side. */
#define WIDE 640.0
#define PROFILE_SHARE 0.41
#define SIDE_GAP 24.0

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
  if (mark->hatched)
    {
      /* A plate, so that the number stands out from the hatching. */
      mark = sl_scene_add_rect (flow->scene, SL_BAND_BODY, style, x + width / 2 - PLATE / 2,
                                flow->y + 2, PLATE, height - 4);
      mark->line_width = -1;
    }
  sl_scene_add_text (flow->scene, SL_BAND_BODY, SL_STYLE_TEXT_ON_MARK, SL_FONT_NUMBER,
                     SL_ALIGN_CENTER, x + 2, flow->y + (height - line) / 2, width - 4, line, text);
}

/* Columns of the matrix: as many as find room. */
typedef struct
{
  guint n;
  guint *parties; /* (array length=n): columns of the matrix */
  double *xs;     /* n + 1 */
} Columns;

static void
clear_columns (Columns *columns)
{
  g_free (columns->parties);
  g_free (columns->xs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, clear_columns)

/* As wide as the longest word of its head. */
static double
least_width (const SlFlow *flow, const SlMatrix *matrix, guint party)
{
  const char *title = sl_matrix_party_title (sl_matrix_party (matrix, party));
  const double word = sl_text_measure_longest_word (flow->measure, SL_FONT_SMALL, title);

  return CLAMP (word + 8.0, MIN_COLUMN, MAX_COLUMN);
}

/* The titles of the goals give way as far as that makes room for more parties. */
static double
goal_width (const SlFlow *flow, const SlMatrix *matrix)
{
  double needed = 0.0;

  for (guint i = 0; i < matrix->parties->len; i++)
    needed += least_width (flow, matrix, i);
  return CLAMP (flow->width - needed, flow->width * LEAST_GOAL_SHARE, flow->width * GOAL_SHARE);
}

/* In the order of the matrix; whose copy it is comes first. (transfer full) */
static guint *
order_parties (const SlMatrix *matrix, SlId wanted)
{
  guint *order = g_new0 (guint, matrix->parties->len + 1);

  for (guint i = 0; i < matrix->parties->len; i++)
    order[i] = i;
  for (guint i = 1; i < matrix->parties->len; i++)
    if (sl_matrix_party (matrix, i)->id == wanted)
      {
        memmove (order + 1, order, i * sizeof *order);
        order[0] = i;
      }
  return order;
}

/* Room that is left is shared out. */
static Columns
place_columns (const SlFlow *flow, const SlMatrix *matrix, double start, SlId wanted)
{
  const double room = flow->width - start;
  Columns columns
      = { 0, order_parties (matrix, wanted), g_new0 (double, matrix->parties->len + 1) };
  double x = 0.0;

  for (guint i = 0; i < matrix->parties->len; i++)
    {
      const double width = MIN (least_width (flow, matrix, columns.parties[i]), room);

      if (x + width > room)
        break;
      x += width;
      columns.xs[++columns.n] = x;
    }

  const double more = MIN (room, MAX_COLUMN * columns.n) / x;
  for (guint i = 0; i <= columns.n; i++)
    columns.xs[i] = start + columns.xs[i] * MAX (1.0, more);
  return columns;
}

static double
column_width (const Columns *columns, guint n)
{
  return columns->xs[n + 1] - columns->xs[n];
}

static void
add_heads (SlFlow *flow, const SlMatrix *matrix, const Columns *columns)
{
  double height = 0.0;

  for (guint i = 0; i < columns->n; i++)
    {
      const char *title = sl_matrix_party_title (sl_matrix_party (matrix, columns->parties[i]));
      const double own
          = sl_flow_height (flow, SL_FONT_SMALL, title, column_width (columns, i) - 6.0);

      height = MAX (height, own);
    }
  for (guint i = 0; i < columns->n; i++)
    {
      const char *title = sl_matrix_party_title (sl_matrix_party (matrix, columns->parties[i]));
      const double width = column_width (columns, i) - 6.0;
      const double own = sl_flow_height (flow, SL_FONT_SMALL, title, width);

      sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_CENTER,
                       columns->xs[i] + 3.0, flow->y + height - own, width, title);
    }
  flow->y += height + 3.0;
}

/* Who marks a copy by hand needs the whole scale in words. */
static void
add_legend (SlScene *scene, gboolean guesses)
{
  SlMark sample = { .type = SL_MARK_RECT,
                    .x = 1,
                    .y = 1,
                    .w = 22,
                    .h = 10,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  for (gint value = 3; value >= -3; value -= guesses ? 3 : 1)
    {
      g_autofree char *number = sl_words_signed (value);
      g_autofree char *text = g_strdup_printf ("%s %s", number, sl_matrix_value_words (value));

      sample.style = (SlStyle)(SL_STYLE_POS_0 + value);
      sl_scene_add_legend (scene, &sample, text);
    }
  sample.style = SL_STYLE_POS_NONE;
  sl_scene_add_legend (scene, &sample, _ ("not asked"));
  if (!guesses)
    return;
  sample.style = SL_STYLE_POS_P1;
  sample.hatched = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("our guess"));
}

/* Positions that nobody knows among those shown: to be marked by hand in the copy for a party. */
static guint
count_unknown (const SlMatrix *matrix, const GArray *rows, const Columns *columns)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < columns->n; k++)
      n += !sl_matrix_cell (matrix, g_array_index (rows, guint, i), columns->parties[k])->known;
  return n;
}

/* Counts what is to be marked and what the matrix leaves out. */
static void
add_remarks (SlScene *scene, const SlMatrix *matrix, const GArray *rows, const Columns *columns,
             gboolean guesses)
{
  const guint n_goals = matrix->goals->len - rows->len;
  const guint n_parties = matrix->parties->len - columns->n;
  const guint n_unknown = guesses ? 0 : count_unknown (matrix, rows, columns);

  sl_alignment_add_remark (
      scene, n_unknown,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u position not asked yet: please mark",
                                    "%u positions not asked yet: please mark", n_unknown),
                       n_unknown));
  sl_alignment_add_remark (scene, n_goals,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u goal",
                                                         "not shown: %u goals", n_goals),
                                            n_goals));
  sl_alignment_add_remark (scene, n_parties,
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

  inner.paper = TRUE;
  matrix = sl_matrix_new (plan, &inner);
  rows = pick_goals (matrix, analysis->facts);
  if (rows->len == 0 || matrix->parties->len == 0)
    return;
  const double titles = goal_width (flow, matrix);
  g_auto (Columns) columns = place_columns (flow, matrix, titles, params->party);
  sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_HEAD, 4.0, _ ("Where the parties stand"));
  add_heads (flow, matrix, &columns);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);
      const SlMatrixGoal *goal = sl_matrix_goal (matrix, row);
      const char *title = sl_matrix_goal_title (goal);
      const double text = sl_flow_height (flow, SL_FONT_SMALL, title, titles - 8);
      const double height = MAX (CELL_HEIGHT, text + 3.0);

      sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, 0.0,
                       flow->y + (height - text) / 2, titles - 8, title);
      for (guint k = 0; k < columns.n; k++)
        add_cell (flow, matrix, row, columns.parties[k], columns.xs[k], column_width (&columns, k),
                  height, params->show_guesses);
      sl_flow_hit_rect (flow, flow->y, height, SL_KIND_GOAL, goal->id, title);
      flow->y += height;
    }
  add_legend (flow->scene, params->show_guesses);
  add_remarks (flow->scene, matrix, rows, &columns, params->show_guesses);
}

static void
add_findings (SlFlow *flow, const SlAnalysis *analysis, const SlAnalysisSince *since)
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
      sl_alignment_add_finding (flow, analysis, since, finding, FALSE);
    }
}

static void
add_profile (SlFlow *flow, const SlAnalysis *analysis, const SlAnalysisSince *since)
{
  g_autofree char *verdict = sl_alignment_verdict (analysis);

  sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_HEAD, 6.0, verdict);
  sl_alignment_add_profile (flow, analysis, since);
}

/* How it is, and beside it what to do about it: so that all of it finds room on a sheet that lies
 * on its long side. */
static void
add_side_by_side (SlFlow *flow, const SlAnalysis *analysis, const SlAnalysisSince *since)
{
  SlFlow profile = *flow, findings = *flow;

  profile.width = flow->width * PROFILE_SHARE;
  findings.x = profile.width + SIDE_GAP;
  findings.width = flow->width - findings.x;
  add_profile (&profile, analysis, since);
  add_findings (&findings, analysis, since);
  flow->y = MAX (profile.y, findings.y);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlAnalysis) analysis = sl_alignment_analysis (plan, params);
  g_autoptr (SlAnalysisSince) since = sl_alignment_since (params, analysis);
  SlFlow flow;

  sl_flow_init (&flow, scene, measure, params);
  const gboolean wide = flow.width >= WIDE;
  if (wide)
    add_side_by_side (&flow, analysis, since);
  else
    add_profile (&flow, analysis, since);
  flow.y += 10.0;
  sl_flow_break (&flow);
  add_matrix (&flow, plan, params, analysis);
  if (!wide)
    {
      flow.y += 10.0;
      sl_flow_break (&flow);
      add_findings (&flow, analysis, since);
    }
  sl_alignment_add_since (scene, since);
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

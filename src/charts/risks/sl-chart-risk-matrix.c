/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The risk matrix: probability upwards, impact across, five steps each. A numbered disc is a risk
 * as it is, a dashed ring what is left of it after countermeasures; the list beside or below says
 * which is which. Cells carry their product, so that no colour is needed. */

#include "config.h"

#include "risks/sl-risk-grid.h"
#include "risks/sl-risk-list.h"
#include "sl-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_WIDTH 720.0
#define MIN_CELL 46.0
#define MAX_CELL 84.0
#define MIN_ROW 44.0
#define MAX_ROW 72.0
/* On a low screen, where discs stand beside the number of their cell. */
#define TIGHT_ROW 26.0
#define NUMBER_WIDTH 12.0
#define PAD 4.0
#define DISC 17.0
#define GAP 18.0
#define LIST_WIDTH 210.0
#define STEP_WIDTH 78.0
/* By this the cells are known again. */
#define CELL_Z -2

/* @cell: width of a column; @side: of the words before the rows; @tops: y of each row of cells and
 * the end of the last; @counts: discs and rings that a cell holds so far; @tight: rows are low, so
 * that the whole can be seen at once */
typedef struct
{
  SlFlow flow;
  const SlRiskList *list;
  double side;
  double cell;
  gboolean tight;
  gboolean paper;
  double tops[SL_RISK_STEPS + 1];
  guint counts[SL_RISK_STEPS + 1][SL_RISK_STEPS + 1];
} Matrix;

static const char *
probability_words (guint step)
{
  static const char *const words[]
      = { N_ ("rare"), N_ ("unlikely"), N_ ("possible"), N_ ("likely"), N_ ("almost certain") };

  return _ (words[step - 1]);
}

static const char *
impact_words (guint step)
{
  static const char *const words[]
      = { N_ ("negligible"), N_ ("minor"), N_ ("moderate"), N_ ("major"), N_ ("severe") };

  return _ (words[step - 1]);
}

static SlStyle
zone_style (SlRiskZone zone)
{
  return zone == SL_RISK_ZONE_HIGH     ? SL_STYLE_POS_M2
         : zone == SL_RISK_ZONE_MEDIUM ? SL_STYLE_POS_M1
                                       : SL_STYLE_POS_0;
}

static double
row_y (const Matrix *m, guint probability)
{
  return m->tops[SL_RISK_STEPS - probability];
}

static double
column_x (const Matrix *m, guint impact)
{
  return m->side + (impact - 1) * m->cell;
}

static gboolean
moves (const SlRiskItem *item)
{
  return item->residual > 0
         && (item->residual_probability != item->probability
             || item->residual_impact != item->impact);
}

static double
number_height (const Matrix *m)
{
  return sl_text_measure_line_height (m->flow.measure, SL_FONT_SMALL);
}

/* --- Places --- */

/* Cells are added from rare to almost certain, and within from negligible to severe. */
const SlMark *
sl_risk_grid_cell (const SlScene *scene, guint probability, guint impact)
{
  guint before = (probability - 1) * SL_RISK_STEPS + impact - 1;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->z == CELL_Z && mark->type == SL_MARK_RECT && before-- == 0)
        return mark;
    }
  return NULL;
}

gboolean
sl_risk_grid_find (const SlScene *scene, double x, double y, guint *probability, guint *impact)
{
  for (guint up = 1; up <= SL_RISK_STEPS; up++)
    for (guint across = 1; across <= SL_RISK_STEPS; across++)
      {
        const SlMark *cell = sl_risk_grid_cell (scene, up, across);

        if (cell == NULL || x < cell->x || x >= cell->x + cell->w || y < cell->y
            || y >= cell->y + cell->h)
          continue;
        *probability = up;
        *impact = across;
        return TRUE;
      }
  return FALSE;
}

static void
count_items (Matrix *m)
{
  for (guint i = 0; i < m->list->n_placed; i++)
    {
      const SlRiskItem *item = sl_risk_list_get (m->list, i);

      m->counts[item->probability][item->impact]++;
      if (moves (item))
        m->counts[item->residual_probability][item->residual_impact]++;
    }
}

static guint
discs_in_line (const Matrix *m)
{
  double room = m->cell - 2 * PAD - (m->tight ? NUMBER_WIDTH : 0.0);

  return (guint)MAX (1.0, floor (room / DISC));
}

/* What stands above the discs of a cell. */
static double
head_height (const Matrix *m)
{
  return m->tight ? 0.0 : number_height (m);
}

/* A row is as high as its fullest cell needs, and as there is room for; afterwards nothing is
 * counted any more. @height: of all rows; <= 0: as it comes */
static void
place_rows (Matrix *m, double top, double height)
{
  double least = CLAMP (height / SL_RISK_STEPS, MIN_ROW, MAX_ROW);
  double y = top;

  m->tight = !m->paper && height > 0.0 && height < SL_RISK_STEPS * MIN_ROW;
  if (m->tight)
    least = MAX (height / SL_RISK_STEPS, TIGHT_ROW);

  for (guint probability = SL_RISK_STEPS; probability >= 1; probability--)
    {
      guint most = 0;
      guint lines;

      for (guint impact = 1; impact <= SL_RISK_STEPS; impact++)
        {
          most = MAX (most, m->counts[probability][impact]);
          m->counts[probability][impact] = 0;
        }
      lines = (most + discs_in_line (m) - 1) / discs_in_line (m);
      m->tops[SL_RISK_STEPS - probability] = y;
      y += MAX (least, head_height (m) + lines * DISC + 2 * PAD);
    }
  m->tops[SL_RISK_STEPS] = y;
}

/* The middle of the next free place of a cell. */
static SlPoint
next_place (Matrix *m, guint probability, guint impact)
{
  guint taken = m->counts[probability][impact]++;
  guint line = taken / discs_in_line (m);
  guint column = taken % discs_in_line (m);

  return (SlPoint){ column_x (m, impact) + PAD + (column + 0.5) * DISC,
                    row_y (m, probability) + head_height (m) + PAD + (line + 0.5) * DISC };
}

/* --- Drawing --- */

static void
add_cell (Matrix *m, guint probability, guint impact)
{
  double x = column_x (m, impact), y = row_y (m, probability);
  double height = m->tops[SL_RISK_STEPS - probability + 1] - y;
  g_autofree char *product = g_strdup_printf ("%u", probability * impact);
  SlMark *mark
      = sl_scene_add_rect (m->flow.scene, SL_BAND_BODY,
                           zone_style (sl_risk_zone (probability, impact)), x, y, m->cell, height);

  mark->line_width = -1;
  mark->z = CELL_Z;
  mark = sl_scene_add_rect (m->flow.scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, y, m->cell,
                            height);
  mark->outline = TRUE;
  mark->z = -1;
  sl_scene_add_text (m->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_END,
                     x + PAD, y + 1, m->cell - 2 * PAD, number_height (m), product);
}

/* Number and word of a step; the word only where it has room. */
static void
add_step (Matrix *m, SlAlign align, double x, double y, double width, guint step, const char *word)
{
  g_autofree char *number = g_strdup_printf ("%u", step);

  y += sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, align, x, y, width, number);
  if (sl_text_measure_longest_word (m->flow.measure, SL_FONT_SMALL, word) <= width)
    sl_flow_text_at (&m->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, align, x, y, width, word);
}

static double
words_height (Matrix *m)
{
  double height = 0;

  for (guint step = 1; step <= SL_RISK_STEPS; step++)
    height = MAX (height,
                  sl_flow_height (&m->flow, SL_FONT_SMALL, impact_words (step), m->cell - 2.0));
  return height + sl_text_measure_line_height (m->flow.measure, SL_FONT_BOLD);
}

/* Returns: the y below the words of the columns */
static double
add_axes (Matrix *m)
{
  double below = m->tops[SL_RISK_STEPS] + 3.0;

  for (guint step = 1; step <= SL_RISK_STEPS; step++)
    {
      add_step (m, SL_ALIGN_END, 0.0, row_y (m, step) + (m->tight ? 1.0 : PAD), m->side - 6.0, step,
                probability_words (step));
      add_step (m, SL_ALIGN_CENTER, column_x (m, step) + 1.0, below, m->cell - 2.0, step,
                impact_words (step));
    }
  sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_END, 0.0, below, m->side - 6.0,
                   _ ("Impact"));
  return below + words_height (m);
}

static void
add_disc (Matrix *m, const SlRiskItem *item, SlPoint at, gboolean residual)
{
  double line = sl_text_measure_line_height (m->flow.measure, SL_FONT_SMALL);
  double size = DISC - 1.5;
  g_autofree char *number = g_strdup_printf ("%u", item->number);
  g_autofree char *say = sl_risk_list_say (m->list, item);
  g_autofree char *label
      = residual ? g_strdup_printf (_ ("After countermeasures: %s"), say) : g_strdup (say);
  SlMark *mark = sl_scene_add_rect (m->flow.scene, SL_BAND_BODY, SL_STYLE_CARD, at.x - size / 2,
                                    at.y - size / 2, size, size);

  mark->radius = size / 2;
  mark->dashed = residual;
  mark->z = 2;
  sl_mark_set_hit (mark, SL_KIND_RISK, item->id, residual ? SL_PART_AFTER : SL_PART_WHOLE, label);
  mark = sl_scene_add_text (m->flow.scene, SL_BAND_BODY,
                            residual ? SL_STYLE_TEXT_DIM : SL_STYLE_TEXT, SL_FONT_SMALL,
                            SL_ALIGN_CENTER, at.x - DISC / 2, at.y - line / 2, DISC, line, number);
  mark->z = 3;
}

/* From the disc to the ring, with a head. */
static void
add_arrow (Matrix *m, SlPoint from, SlPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = hypot (dx, dy);
  double r = DISC / 2;
  SlPoint head[3];
  SlMark *mark;

  if (length < 2 * r + 4)
    return;
  dx /= length;
  dy /= length;
  head[0] = (SlPoint){ to.x - dx * r, to.y - dy * r };
  head[1] = (SlPoint){ head[0].x - 5 * dx - 2.5 * dy, head[0].y - 5 * dy + 2.5 * dx };
  head[2] = (SlPoint){ head[0].x - 5 * dx + 2.5 * dy, head[0].y - 5 * dy - 2.5 * dx };
  mark = sl_scene_add_line (m->flow.scene, SL_BAND_BODY, SL_STYLE_EDGE, from.x + dx * r,
                            from.y + dy * r, head[0].x, head[0].y);
  mark->z = 1;
  mark = sl_scene_add_path (m->flow.scene, SL_BAND_BODY, SL_STYLE_EDGE, head, G_N_ELEMENTS (head));
  mark->closed = TRUE;
  mark->z = 1;
}

static void
add_items (Matrix *m)
{
  for (guint i = 0; i < m->list->n_placed; i++)
    {
      const SlRiskItem *item = sl_risk_list_get (m->list, i);
      SlPoint at = next_place (m, item->probability, item->impact);
      SlPoint to;

      add_disc (m, item, at, FALSE);
      if (!moves (item))
        continue;
      to = next_place (m, item->residual_probability, item->residual_impact);
      add_arrow (m, at, to);
      add_disc (m, item, to, TRUE);
    }
}

/* On paper, where nobody can open the risk: what then, and when. Returns: its height */
static double
add_plan (Matrix *m, const SlRiskItem *item, double x, double y, double width)
{
  static const struct
  {
    guint field;
    const char *label;
  } fields[] = { { SL_RISK_PLAN, N_ ("Plan") }, { SL_RISK_TRIGGER, N_ ("Trigger") } };
  const SlTable *risks = sl_snapshot_table (m->list->plan, SL_KIND_RISK);
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *said = sl_table_text (risks, item->row, fields[i].field);
      g_autofree char *text = NULL;

      if (said == NULL || *said == '\0')
        continue;
      text = g_strdup_printf ("%s: %s", _ (fields[i].label), said);
      height += sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, x,
                                 y + height, width, text);
    }
  return height;
}

/* One risk of the list. Returns: its height */
static double
add_line (Matrix *m, const SlRiskItem *item, double x, double y, double width)
{
  double number_width = DISC + 4.0;
  g_autofree char *number = g_strdup_printf ("%u", item->number);
  g_autofree char *details = sl_risk_list_describe (m->list, item);
  g_autofree char *label = sl_risk_list_say (m->list, item);
  double height = 0;
  SlMark *mark;

  sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_END, x, y, DISC, number);
  height = sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START,
                            x + number_width, y, width - number_width, item->title);
  height += sl_flow_text_at (&m->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                             x + number_width, y + height, width - number_width, details);
  if (m->paper)
    height += add_plan (m, item, x + number_width, y + height, width - number_width);
  /* Above the discs, so that keys come to it behind them. */
  mark = sl_scene_add_rect (m->flow.scene, SL_BAND_BODY, SL_STYLE_GRID, x, y, width, height);
  mark->line_width = -1;
  mark->z = 4;
  sl_mark_set_hit (mark, SL_KIND_RISK, item->id, SL_PART_HEAD, label);
  return height;
}

/* Sheets end between risks, but never through the matrix. Returns: the y below the last */
static double
add_list (Matrix *m, double x, double y, double width, double matrix_end)
{
  for (guint i = 0; i < m->list->items->len; i++)
    {
      y += add_line (m, sl_risk_list_get (m->list, i), x, y, width) + 5.0;
      if (y >= matrix_end)
        sl_scene_add_break_y (m->flow.scene, y - 2.0);
    }
  return y;
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_RECT,
                    .style = SL_STYLE_CARD,
                    .x = 6,
                    .w = 12,
                    .h = 12,
                    .radius = 6,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("the risk as it is"));
  sample.dashed = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("what is left after countermeasures"));
  sample = (SlMark){ .type = SL_MARK_RECT, .w = 24, .h = 12, .color = -1, .hit = sample.hit };
  sample.style = zone_style (SL_RISK_ZONE_MEDIUM);
  sl_scene_add_legend (scene, &sample, _ ("probability × impact of 5 and more"));
  sample.style = zone_style (SL_RISK_ZONE_HIGH);
  sl_scene_add_legend (scene, &sample, _ ("12 and more: high"));
}

static void
add_remarks (SlScene *scene, const SlRiskList *list)
{
  guint n = list->items->len - list->n_placed;
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;

  open = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk has no probability or impact yet",
                                       "%u risks have no probability or impact yet", n),
                          n);
  closed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u closed risk",
                                         "not shown: %u closed risks", list->n_closed),
                            list->n_closed);
  if (n > 0)
    sl_scene_add_remark (scene, open);
  if (list->n_closed > 0)
    sl_scene_add_remark (scene, closed);
}

static void
add_matrix (Matrix *m, double width, double height)
{
  gboolean beside = width >= STEP_WIDTH + SL_RISK_STEPS * MIN_CELL + GAP + LIST_WIDTH;
  double room = beside ? width - LIST_WIDTH - GAP : width;
  double top, below, end;

  m->side = STEP_WIDTH;
  m->cell = CLAMP (floor ((room - m->side) / SL_RISK_STEPS), MIN_CELL, MAX_CELL);
  top = sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_END, 0.0, 0.0,
                         m->side - 6.0, _ ("Probability"))
        + 3.0;
  room = m->side + SL_RISK_STEPS * m->cell;
  count_items (m);
  place_rows (m, top, height - top - words_height (m) - 3.0);
  for (guint probability = 1; probability <= SL_RISK_STEPS; probability++)
    for (guint impact = 1; impact <= SL_RISK_STEPS; impact++)
      add_cell (m, probability, impact);
  below = add_axes (m);
  add_items (m);
  if (beside)
    end = add_list (m, room + GAP, top, MAX (LIST_WIDTH, width - room - GAP), below);
  else
    {
      sl_scene_add_break_y (m->flow.scene, below + GAP / 2);
      end = add_list (m, 0.0, below + GAP, MAX (width, room), below);
    }
  sl_scene_set_size (m->flow.scene,
                     beside ? MAX (width, room + GAP + LIST_WIDTH) : MAX (width, room),
                     MAX (below, end));
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlRiskList) list = sl_risk_list_new (plan, params->show_closed);
  double given = params->width > 0.0 ? params->width : params->sheet_width;
  Matrix m = { .list = list, .paper = params->paper };

  sl_flow_init (&m.flow, scene, measure, params);
  add_remarks (scene, list);
  if (list->items->len == 0)
    {
      sl_flow_paragraph (
          &m.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
          _ ("Write down what could go wrong, how likely it is and how much it would "
             "hurt; then what you would do if it happened."));
      sl_flow_finish (&m.flow);
      return;
    }
  add_matrix (&m, given > 0.0 ? MAX (given, 320.0) : NATURAL_WIDTH, params->height);
  add_legend (scene);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlRiskList) list = sl_risk_list_new (plan, params->show_closed);

  return sl_risk_list_headline (list);
}

const SlChart sl_chart_risk_matrix = {
  .id = "risk-matrix",
  .title = N_ ("Risks"),
  .kinds = SL_KIND_BIT (SL_KIND_RISK) | SL_KIND_BIT (SL_KIND_PARTY),
  .layout = layout,
  .headline = headline,
};

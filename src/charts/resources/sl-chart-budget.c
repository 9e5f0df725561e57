/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Budget by source: for each party that pays what is planned, committed and spent, as numbers and
 * as small bars on one scale. What is committed is hatched, what is spent is full. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "analysis/sl-spending.h"
#include "base/sl-format-text.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

#define NATURAL_WIDTH 560.0
#define LEAST_WIDTH 340.0
#define PAD 4.0
#define BAR 7.0

typedef struct
{
  SlFlow flow;
  const SlSnapshot *plan;
  const char *currency;
  double number; /* width of a column of numbers */
  double name;
  gint64 most;
} Sheet;

static const char *
currency_of (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);

  return sl_table_n_rows (table) > 0 ? sl_table_text (table, 0, SL_PROJECT_CURRENCY) : "";
}

static const char *
name_of (const Sheet *s, SlId party)
{
  const char *title = party != SL_ID_NONE ? sl_snapshot_title (s->plan, party) : _ ("Nobody named");

  return title[0] != '\0' ? title : _ ("(untitled)");
}

static double
column_x (const Sheet *s, guint column)
{
  return s->flow.width - PAD - (3 - column) * s->number;
}

static void
add_heads (Sheet *s)
{
  const char *const heads[] = { _ ("Planned"), _ ("Committed"), _ ("Spent") };
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      double own = sl_flow_text_at (&s->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_END,
                                    column_x (s, i) + PAD, s->flow.y, s->number - PAD, heads[i]);

      height = MAX (height, own);
    }
  s->flow.y += height + PAD;
}

static void
add_bar (Sheet *s, guint line, double y, gint64 amount)
{
  double room = column_x (s, 0) - s->name - 2 * PAD;
  double width = s->most > 0 ? room * (double)MAX (amount, 0) / (double)s->most : 0.0;
  SlMark *mark;

  if (width <= 0.0)
    return;
  mark = sl_scene_add_rect (s->flow.scene, SL_BAND_BODY,
                            line == 2 ? SL_STYLE_POS_P3 : SL_STYLE_POS_P1, s->name + PAD,
                            y + line * (BAR + 1.0), width, BAR);
  mark->outline = line == 0;
  mark->hatched = line == 1;
}

static const char *
amount_words (guint column)
{
  return column == 0 ? _ ("planned") : column == 1 ? _ ("committed") : _ ("spent");
}

static void
add_row (Sheet *s, const SlSource *source)
{
  const gint64 amounts[] = { source->planned, source->committed, source->spent };
  const char *name = name_of (s, source->party);
  g_autoptr (GString) label = g_string_new (name);
  double y = s->flow.y + PAD;
  double height = 3 * (BAR + 1.0);
  double text;
  SlMark *mark;

  text = sl_flow_text_at (&s->flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, PAD, y,
                          s->name - 2 * PAD, name);
  height = MAX (height, text);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *amount = sl_format_money (amounts[i], s->currency);
      g_autofree char *number = sl_format_money (amounts[i], NULL);

      g_string_append_printf (label, "%s %s %s", i == 0 ? ":" : ",", amount_words (i), amount);
      sl_flow_text_at (&s->flow, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_END, column_x (s, i) + PAD,
                       y, s->number - PAD, number);
      add_bar (s, i, y, amounts[i]);
    }
  mark = sl_scene_add_rect (s->flow.scene, SL_BAND_BODY, SL_STYLE_PAPER, 0.0, s->flow.y,
                            s->flow.width, height + 2 * PAD);
  mark->line_width = -1;
  mark->z = -2;
  if (source->party != SL_ID_NONE)
    sl_mark_set_hit (mark, SL_KIND_PARTY, source->party, SL_PART_WHOLE, label->str);
  s->flow.y += height + 2 * PAD;
  sl_flow_rule (&s->flow, SL_STYLE_GRID);
  sl_flow_break (&s->flow);
}

/* Columns are as wide as the longest number or head. */
static void
measure_columns (Sheet *s, const GArray *sources)
{
  const char *const heads[] = { _ ("Planned"), _ ("Committed"), _ ("Spent") };

  for (guint i = 0; i < sources->len; i++)
    {
      const SlSource *source = &g_array_index (sources, SlSource, i);
      const gint64 amounts[] = { source->planned, source->committed, source->spent };

      for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
        {
          g_autofree char *number = sl_format_money (amounts[k], NULL);
          double width;

          sl_text_measure_size (s->flow.measure, SL_FONT_NUMBER, number, 0, &width, NULL);
          s->number = MAX (s->number, width + 3 * PAD);
          s->most = MAX (s->most, amounts[k]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    s->number
        = MAX (s->number,
               sl_text_measure_longest_word (s->flow.measure, SL_FONT_SMALL, heads[i]) + 3 * PAD);
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_RECT,
                    .style = SL_STYLE_POS_P1,
                    .y = 2,
                    .w = 24,
                    .h = BAR,
                    .color = -1,
                    .outline = TRUE,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, amount_words (0));
  sample.outline = FALSE;
  sample.hatched = TRUE;
  sl_scene_add_legend (scene, &sample, amount_words (1));
  sample.hatched = FALSE;
  sample.style = SL_STYLE_POS_P3;
  sl_scene_add_legend (scene, &sample, amount_words (2));
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (GArray) sources = sl_sources_new (plan);
  double given = params->width > 0.0 ? params->width : params->sheet_width;
  Sheet s = { .plan = plan, .currency = currency_of (plan) };

  sl_flow_init (&s.flow, scene, measure, params);
  if (sources->len == 0)
    {
      sl_flow_paragraph (&s.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("Write down what the goals cost and who pays it: planned, then "
                            "committed, then spent."));
      sl_flow_finish (&s.flow);
      return;
    }
  measure_columns (&s, sources);
  s.flow.width = given > 0.0 ? given : NATURAL_WIDTH;
  s.flow.width = MAX (s.flow.width, MAX (LEAST_WIDTH, 3 * s.number + 160.0));
  s.name = CLAMP (s.flow.width * 0.25, 80.0, 200.0);
  add_heads (&s);
  for (guint i = 0; i < sources->len; i++)
    add_row (&s, &g_array_index (sources, SlSource, i));
  sl_flow_finish (&s.flow);
  add_legend (scene);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (GArray) sources = sl_sources_new (plan);
  gint64 planned = 0, committed = 0, spent = 0;
  g_autofree char *all = NULL;
  g_autofree char *bound = NULL;
  g_autofree char *gone = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      planned += g_array_index (sources, SlSource, i).planned;
      committed += g_array_index (sources, SlSource, i).committed;
      spent += g_array_index (sources, SlSource, i).spent;
    }
  if (sources->len == 0)
    return g_strdup (_ ("No money is planned yet"));
  all = sl_format_money (planned, currency_of (plan));
  bound = sl_format_money (committed, currency_of (plan));
  gone = sl_format_money (spent, currency_of (plan));
  /* Translators: three amounts of money */
  return g_strdup_printf (_ ("%s planned, %s committed, %s spent"), all, bound, gone);
}

const SlChart sl_chart_budget = {
  .id = "budget",
  .title = N_ ("Budget by Source"),
  .kinds
  = SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PROJECT),
  .belongings = SL_KIND_BIT (SL_KIND_BUDGET),
  .number = SL_NUMBER_MONEY,
  .layout = layout,
  .headline = headline,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wasted-resource meter: a bar for money and one for work, cut by whether they lead to the
 * strategy; below, what does not, the largest first. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "analysis/sl-spending.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR 22.0
#define GAP 10.0
#define LABEL 90.0
#define PAD 4.0

typedef struct
{
  SlFlow flow;
  const SlFacts *facts;
  const SlSpending *spending;
} Meter;

static SlStyle
style_of (SlSpendingType type)
{
  static const SlStyle styles[]
      = { SL_STYLE_POS_P2, SL_STYLE_POS_M2, SL_STYLE_POS_M3, SL_STYLE_POS_M1 };

  return styles[type];
}

static char *
describe_amount (const Meter *m, gboolean money, double amount)
{
  if (money)
    return sl_format_money ((gint64)llround (amount), m->facts->currency);
  g_autofree char *days = sl_format_number (amount, 1);
  return g_strdup_printf (_ ("%s person-days"), days);
}

/* One bar: money or work. */
static void
add_bar (Meter *m, gboolean money)
{
  const double *amounts = money ? m->spending->money : m->spending->days;
  const double total = sl_spending_total (amounts);
  const double room = m->flow.width - LABEL;
  double x = LABEL;
  double line = sl_text_measure_line_height (m->flow.measure, SL_FONT_SMALL);

  if (total <= 0.0)
    return;
  sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, 0.0,
                   m->flow.y + (BAR - line) / 2, LABEL - 6.0, money ? _ ("Money") : _ ("Work"));
  for (guint type = 0; type < SL_N_SPENDINGS; type++)
    {
      double width = room * amounts[type] / total;
      g_autofree char *share = sl_format_percent (amounts[type] / total, 0);
      double text_width;
      SlMark *mark;

      if (amounts[type] <= 0.0)
        continue;
      mark = sl_scene_add_rect (m->flow.scene, SL_BAND_BODY, style_of (type), x, m->flow.y, width,
                                BAR);
      mark->hatched = type == SL_SPENDING_NO_PATH;
      sl_text_measure_size (m->flow.measure, SL_FONT_SMALL, share, 0, &text_width, NULL);
      if (text_width + 6.0 <= width && !mark->hatched)
        sl_scene_add_text (m->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL,
                           SL_ALIGN_CENTER, x, m->flow.y + (BAR - line) / 2, width, line, share)
            ->z
            = 1;
      x += width;
    }
  m->flow.y += BAR + GAP;
}

static void
add_line (Meter *m, const SlSpendingLine *line)
{
  gboolean money = line->money > 0.0;
  g_autofree char *amount = describe_amount (m, money, money ? line->money : line->days);
  const char *title = sl_alignment_title (m->facts, line->id);
  const char *item = line->item != SL_ID_NONE && line->item != line->id
                         ? sl_alignment_title (m->facts, line->item)
                         : NULL;
  g_autofree char *text = item != NULL
                              /* Translators: a budget line, and what it is for */
                              ? g_strdup_printf (_ ("%s, for “%s”"), title, item)
                              : g_strdup (title);
  g_autofree char *label
      = g_strdup_printf ("%s: %s, %s", text, amount, sl_spending_words (line->type));
  SlKindId kind = SL_KIND_TASK;
  double number = 130.0;
  double height;
  double own;

  sl_snapshot_find (m->facts->plan, line->id, &kind, NULL);
  height = sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, PAD, m->flow.y,
                            m->flow.width - number - 6.0 - PAD, text);
  own = sl_flow_text_at (&m->flow, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_END,
                         m->flow.width - number, m->flow.y, number - PAD, amount);
  height = MAX (height, own);
  sl_flow_hit_rect (&m->flow, m->flow.y, height, kind, line->id, label);
  m->flow.y += height + 4.0;
  sl_flow_break (&m->flow);
}

static void
add_group (Meter *m, SlSpendingType type)
{
  g_autofree char *money = describe_amount (m, TRUE, m->spending->money[type]);
  g_autofree char *days = describe_amount (m, FALSE, m->spending->days[type]);
  g_autofree char *head = NULL;

  if (m->spending->money[type] <= 0.0 && m->spending->days[type] <= 0.0)
    return;
  /* Translators: why resources are wasted, an amount of money, one of work */
  head = g_strdup_printf (_ ("%s: %s, %s"), sl_spending_words (type), money, days);
  m->flow.y += GAP;
  sl_flow_paragraph (&m->flow, SL_STYLE_TEXT, SL_FONT_BOLD, 4.0, head);
  for (guint i = 0; i < m->spending->lines->len; i++)
    if (g_array_index (m->spending->lines, SlSpendingLine, i).type == type)
      add_line (m, &g_array_index (m->spending->lines, SlSpendingLine, i));
}

static void
add_legend (SlScene *scene)
{
  for (guint type = 0; type < SL_N_SPENDINGS; type++)
    {
      SlMark sample = { .type = SL_MARK_RECT,
                        .style = style_of (type),
                        .w = 24,
                        .h = 12,
                        .color = -1,
                        .hatched = type == SL_SPENDING_NO_PATH,
                        .hit = { .kind = SL_N_KINDS } };

      sl_scene_add_legend (scene, &sample, sl_spending_words (type));
    }
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  Meter m = { .facts = facts, .spending = spending };

  sl_flow_init (&m.flow, scene, measure, params);
  if (spending->lines->len == 0)
    {
      sl_flow_paragraph (&m.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("Once goals have a budget or tasks an effort, you see here what does "
                            "not lead to the strategy."));
      sl_flow_finish (&m.flow);
      return;
    }
  add_bar (&m, TRUE);
  add_bar (&m, FALSE);
  sl_flow_break (&m.flow);
  for (guint type = SL_SPENDING_NO_PATH; type < SL_N_SPENDINGS; type++)
    add_group (&m, type);
  sl_flow_finish (&m.flow);
  add_legend (scene);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  double money = sl_spending_wasted (spending->money);
  double days = sl_spending_wasted (spending->days);
  g_autofree char *share = isnan (money) ? NULL : sl_format_percent (money, 0);
  g_autofree char *work = isnan (days) ? NULL : sl_format_percent (days, 0);

  if (isnan (money) && isnan (days))
    return g_strdup (_ ("No money and no work is entered yet"));
  if (!(money > 0.0) && !(days > 0.0))
    return g_strdup (_ ("Everything that is spent leads to the strategy"));
  if (isnan (money))
    return g_strdup_printf (_ ("%s of the work does not lead to the strategy"), work);
  if (isnan (days))
    return g_strdup_printf (_ ("%s of the money does not lead to the strategy"), share);
  return g_strdup_printf (_ ("%s of the money and %s of the work do not lead to the strategy"),
                          share, work);
}

const SlChart sl_chart_waste = {
  .id = "waste",
  .title = N_ ("Wasted Resources"),
  .kinds = SL_ALIGNMENT_KINDS,
  .layout = layout,
  .headline = headline,
};

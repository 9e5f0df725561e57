/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charter of an alliance, to be signed: who, agreed objectives, what each gives and gets,
 * expectations, escalation, the check before signing, and a line for each signature. Each alliance
 * has sheets of its own. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "alignment/sl-sheet-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/sl-charter.h"
#include "analysis/sl-kpi-words.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "sl-words.h"

#define TICK 9.0
#define SIGN_HEIGHT 44.0
#define INDENT 16.0

typedef struct
{
  SlSheetFlow sheet;
  const SlFacts *facts;
  const SlCharter *charter;
  const SlTable *alliances;
  guint row;
} Charter;

static SlId
partner_id (const Charter *c, guint n)
{
  return sl_table_ref (sl_snapshot_table (c->facts->plan, SL_KIND_PARTNER),
                       g_array_index (c->charter->partners, guint, n), SL_PARTNER_PARTY);
}

static const char *
partner_name (const Charter *c, guint n)
{
  return sl_alignment_title (c->facts, partner_id (c, n));
}

/* "Company, Larsson Stores" (transfer full) */
static char *
say_partners (const Charter *c)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < c->charter->partners->len; i++)
    {
      g_autofree char *name = sl_words_name (partner_name (c, i));

      /* Translators: a name in a list after another one. */
      g_string_append_printf (text, i == 0 ? "%s" : _ (", %s"), name);
    }
  return g_string_free (text, FALSE);
}

/* The day in @field, or NULL. (transfer full) */
static char *
say_day (const SlTable *table, guint row, guint field)
{
  return sl_table_is_set (table, row, field) ? sl_day_to_text (sl_table_int (table, row, field))
                                             : NULL;
}

/* --- Objectives --- */

/* "Returns: 2 % by 1 Mar 2027" (transfer full) */
static char *
say_kpi (const SlTable *kpis, guint row)
{
  const char *title = sl_table_text (kpis, row, SL_KPI_TITLE);
  const double target = sl_table_real (kpis, row, SL_KPI_TARGET);
  g_autofree char *number = isnan (target) ? NULL : sl_kpi_number_text (kpis, row, target);
  g_autofree char *day = say_day (kpis, row, SL_KPI_TARGET_DAY);
  GString *text = g_string_new (title);

  if (number != NULL)
    g_string_append_printf (text, ": %s", number);
  if (day != NULL)
    {
      g_string_append (text, " ");
      /* Translators: a target, then the day by which it is to be reached. */
      g_string_append_printf (text, _ ("by %s"), day);
    }
  return g_string_free (text, FALSE);
}

/* Owner, day and measure of a goal, and its targets, one a line. (transfer full) */
static char *
say_goal (const Charter *c, const SlFactGoal *goal)
{
  const SlTable *goals = sl_snapshot_table (c->facts->plan, SL_KIND_GOAL);
  const SlTable *kpis = sl_snapshot_table (c->facts->plan, SL_KIND_KPI);
  const char *measure = sl_table_text (goals, goal->row, SL_GOAL_MEASURE);
  g_autofree char *day = say_day (goals, goal->row, SL_GOAL_DUE);
  g_autofree char *owner
      = goal->owner < 0
            ? g_strdup (_ ("no owner yet"))
            : sl_words_name (sl_alignment_title (c->facts, c->facts->parties[goal->owner].id));
  GString *text = g_string_new (NULL);

  /* Translators: the party that answers for a goal. */
  g_string_append_printf (text, _ ("Owner: %s"), owner);
  g_string_append (text, " · ");
  /* Translators: the last day of a goal. */
  g_string_append_printf (text, _ ("due %s"), day != NULL ? day : _ ("not set"));
  if (measure != NULL && *measure != '\0')
    g_string_append_printf (text, "\n%s", measure);
  for (guint row = 0; goal->n_kpis > 0 && row < sl_table_n_rows (kpis); row++)
    if (sl_table_ref (kpis, row, SL_KPI_GOAL) == goal->id)
      {
        g_autofree char *kpi = say_kpi (kpis, row);

        g_string_append_printf (text, "\n%s", kpi);
      }
  return g_string_free (text, FALSE);
}

static void
add_goals (Charter *c)
{
  SlFlow *flow = &c->sheet.flow;

  sl_sheet_flow_heading (&c->sheet, _ ("Agreed objectives"));
  if (c->charter->goals->len == 0)
    sl_flow_paragraph (flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 4.0,
                       _ ("No goal belongs to this alliance yet."));
  for (guint i = 0; i < c->charter->goals->len; i++)
    {
      const SlFactGoal *goal = &c->facts->goals[g_array_index (c->charter->goals, guint, i)];
      const char *title = sl_alignment_title (c->facts, goal->id);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *details = say_goal (c, goal);
      const double top = flow->y;

      sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_START, 0.0, flow->y, INDENT,
                       number);
      flow->y += sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, INDENT,
                                  flow->y, flow->width - INDENT, title);
      flow->y += sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, INDENT,
                                  flow->y, flow->width - INDENT, details)
                 + 5.0;
      sl_flow_hit_rect (flow, top, flow->y - top, SL_KIND_GOAL, goal->id, title);
      sl_sheet_flow_break (&c->sheet);
    }
}

/* --- Gives and gets --- */

static void
add_cell (SlFlow *flow, SlStyle style, double x, double width, const char *text, double *height)
{
  const double own = sl_flow_text_at (flow, style, SL_FONT_LABEL, SL_ALIGN_START, x, flow->y,
                                      width - 8.0, text != NULL ? text : "–");

  *height = MAX (*height, own);
}

static void
add_exchange (Charter *c)
{
  SlFlow *flow = &c->sheet.flow;
  const SlTable *partners = sl_snapshot_table (c->facts->plan, SL_KIND_PARTNER);
  const double first = flow->width * 0.24, width = (flow->width - first) / 2;
  double height = 0.0;

  sl_sheet_flow_heading (&c->sheet, _ ("What each partner gives and gets"));
  add_cell (flow, SL_STYLE_TEXT_DIM, first, width, _ ("Gives"), &height);
  add_cell (flow, SL_STYLE_TEXT_DIM, first + width, width, _ ("Gets"), &height);
  flow->y += height + 2.0;
  for (guint i = 0; i < c->charter->partners->len; i++)
    {
      const guint row = g_array_index (c->charter->partners, guint, i);
      const double top = flow->y;

      sl_flow_rule (flow, SL_STYLE_GRID);
      flow->y += 3.0;
      height = 0.0;
      add_cell (flow, SL_STYLE_TEXT, 0.0, first, partner_name (c, i), &height);
      add_cell (flow, SL_STYLE_TEXT, first, width, sl_table_text (partners, row, SL_PARTNER_GIVES),
                &height);
      add_cell (flow, SL_STYLE_TEXT, first + width, width,
                sl_table_text (partners, row, SL_PARTNER_GETS), &height);
      flow->y += height + 3.0;
      sl_flow_hit_rect (flow, top, flow->y - top, SL_KIND_PARTY, partner_id (c, i),
                        partner_name (c, i));
      sl_sheet_flow_break (&c->sheet);
    }
}

/* --- Before we sign --- */

static void
add_check (Charter *c, SlCharterCheck check)
{
  SlFlow *flow = &c->sheet.flow;
  const gboolean done = c->charter->done[check];
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  g_autofree char *missing = sl_charter_say_missing (c->charter, check);
  g_autofree char *text
      = done ? g_strdup (sl_charter_check_title (check))
             /* Translators: what should be, what is missing. */
             : g_strdup_printf (_ ("%s: %s"), sl_charter_check_title (check), missing);

  sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, 0.0,
                     flow->y + (line - TICK) / 2, TICK, TICK)
      ->outline
      = TRUE;
  if (done)
    sl_scene_add_symbol (flow->scene, SL_BAND_BODY, SL_STYLE_GOOD, SL_SYMBOL_CHECK, TICK / 2,
                         flow->y + line / 2, TICK - 2);
  flow->y += sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, INDENT, flow->y,
                              flow->width - INDENT, text)
             + 3.0;
}

/* What stands below the line of @partner, called @name. (transfer full) */
static char *
say_signature (const Charter *c, guint partner, const char *name)
{
  const char *signatory
      = sl_table_text (sl_snapshot_table (c->facts->plan, SL_KIND_PARTNER),
                       g_array_index (c->charter->partners, guint, partner), SL_PARTNER_SIGNATORY);
  g_autofree char *day = say_day (c->alliances, c->row, SL_ALLIANCE_SIGNED);
  g_autofree char *who = signatory != NULL && *signatory != '\0' ? sl_words_name (signatory) : NULL;

  if (who == NULL)
    /* Translators: below a line for a signature. */
    return g_strdup_printf (_ ("%s: name, date, signature"), name);
  if (day == NULL)
    /* Translators: below a line for a signature: a partner, who signs for it. */
    return g_strdup_printf (_ ("%s: %s, date, signature"), name, who);
  /* Translators: below a line for a signature: a partner, who signed for it, the day. */
  return g_strdup_printf (_ ("%s: %s, %s, signature"), name, who, day);
}

static void
add_signatures (Charter *c)
{
  SlFlow *flow = &c->sheet.flow;
  const double gap = 24.0, width = (flow->width - gap) / 2;

  sl_sheet_flow_heading (&c->sheet, _ ("Signed"));
  for (guint i = 0; i < c->charter->partners->len; i += 2)
    {
      double height = 0.0;

      flow->y += SIGN_HEIGHT / 2;
      for (guint k = i; k < i + 2 && k < c->charter->partners->len; k++)
        {
          const double x = k % 2 == 0 ? 0.0 : width + gap;
          g_autofree char *name = sl_words_name (partner_name (c, k));
          g_autofree char *text = say_signature (c, k, name);

          sl_scene_add_line (flow->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, flow->y, x + width,
                             flow->y);
          const double own = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                                              SL_ALIGN_START, x, flow->y + 3.0, width, text);
          height = MAX (height, own);
        }
      flow->y += height + 8.0;
      sl_sheet_flow_break (&c->sheet);
    }
}

static void
add_alliance (Charter *c)
{
  SlFlow *flow = &c->sheet.flow;
  const char *title = sl_table_text (c->alliances, c->row, SL_ALLIANCE_TITLE);
  g_autofree char *partners = say_partners (c);
  g_autofree char *start = say_day (c->alliances, c->row, SL_ALLIANCE_START);
  g_autofree char *review = say_day (c->alliances, c->row, SL_ALLIANCE_REVIEW);
  g_autofree char *end = say_day (c->alliances, c->row, SL_ALLIANCE_END);
  const double top = flow->y;

  if (title == NULL || *title == '\0')
    title = _ ("Alliance without a name");
  sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_TITLE, 6.0, title);
  sl_flow_hit_rect (flow, top, flow->y - top, SL_KIND_ALLIANCE, c->charter->alliance, title);
  sl_sheet_flow_entry (&c->sheet, _ ("Partners"), partners, 1);
  sl_sheet_flow_entry (&c->sheet, _ ("Start"), start, 1);
  sl_sheet_flow_entry (&c->sheet, _ ("End"), end, 1);
  add_goals (c);
  add_exchange (c);
  sl_sheet_flow_heading (&c->sheet, _ ("How we work together"));
  sl_sheet_flow_entry (&c->sheet, _ ("Expectations"),
                       sl_table_text (c->alliances, c->row, SL_ALLIANCE_EXPECTATIONS), 3);
  sl_sheet_flow_entry (&c->sheet, _ ("Escalation"),
                       sl_table_text (c->alliances, c->row, SL_ALLIANCE_ESCALATION), 2);
  sl_sheet_flow_entry (&c->sheet, _ ("Next review"), review, 1);
  sl_sheet_flow_heading (&c->sheet, _ ("Before we sign"));
  for (guint i = 0; i < SL_N_CHARTER_CHECKS; i++)
    add_check (c, i);
  sl_sheet_flow_break (&c->sheet);
  add_signatures (c);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  guint n;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_ALLIANCE, SL_ID_NONE, &n);
  guint n_closed = 0;
  Charter c = { .facts = facts, .alliances = sl_snapshot_table (plan, SL_KIND_ALLIANCE) };

  sl_sheet_flow_init (&c.sheet, scene, measure, params);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCharter) charter = sl_charter_new (facts, ids[i]);

      c.charter = charter;
      sl_table_find (c.alliances, ids[i], &c.row);
      add_alliance (&c);
      n_closed += charter->n_closed;
      sl_sheet_flow_end_part (&c.sheet, 1, i + 1 == n);
    }
  if (n == 0)
    sl_flow_paragraph (
        &c.sheet.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
        _ ("No alliance yet. Add one with its partners and shared goals: its charter "
           "stands here, to be signed."));
  sl_alignment_add_remark (
      scene, n_closed,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u closed goal",
                                    "not shown: %u closed goals", n_closed),
                       n_closed));
  sl_sheet_flow_finish (&c.sheet);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  guint n, n_ready = 0;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_ALLIANCE, SL_ID_NONE, &n);

  if (n == 0)
    return g_strdup (_ ("There is no alliance to sign for"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCharter) charter = sl_charter_new (facts, ids[i]);

      n_ready += sl_charter_is_ready (charter);
      if (n > 1 || sl_charter_is_ready (charter))
        continue;
      for (guint check = 0; check < SL_N_CHARTER_CHECKS; check++)
        if (!charter->done[check])
          {
            g_autofree char *missing = sl_charter_say_missing (charter, check);

            /* Translators: what is missing. */
            return g_strdup_printf (_ ("Not ready to be signed: %s"), missing);
          }
    }
  if (n_ready == n)
    return g_strdup (_ ("Ready to be signed"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u alliance is ready to be signed",
                                       "%u of %u alliances are ready to be signed", n),
                          n_ready, n);
}

const SlChart sl_chart_charter = {
  .id = "charter",
  .title = N_ ("Alliance Charter"),
  .kinds = SL_KIND_BIT (SL_KIND_ALLIANCE) | SL_KIND_BIT (SL_KIND_PARTNER)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI)
           | SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};

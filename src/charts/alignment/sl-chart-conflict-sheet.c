/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conflicts to be settled, half a sheet each: who wants what, the options with who gains and who
 * loses, who decides and by when, boxes to tick and lines to write the outcome. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "alignment/sl-sheet-flow.h"

#include <glib/gi18n-lib.h>

#include "analysis/sl-conflict-options.h"
#include "analysis/sl-conflict-record.h"
#include "base/sl-date-text.h"
#include "sl-words.h"

/* Lines of options that stand in any case, so that there is room for another one. */
#define MIN_OPTIONS 3
#define OPTION_HEIGHT 15.0

/* Those that wait for their outcome. (transfer full) (element-type guint) */
static GArray *
find_open (const SlSnapshot *plan)
{
  guint n_open;
  GArray *rows = sl_conflict_records (plan, &n_open);

  return g_array_set_size (rows, n_open);
}

static const char *
title_of (const SlTable *conflicts, guint row)
{
  const char *title = sl_table_text (conflicts, row, SL_CONFLICT_TITLE);

  return title != NULL && *title != '\0' ? title : _ ("Conflict without a title");
}

/* The name of the party in @field, or @otherwise. (transfer full) */
static char *
say_party (const SlFacts *facts, const SlTable *conflicts, guint row, guint field,
           const char *otherwise)
{
  const SlId id = sl_table_ref (conflicts, row, field);

  return id == SL_ID_NONE ? g_strdup (otherwise) : sl_words_name (sl_alignment_title (facts, id));
}

/* Both goals, or one, or "". (transfer full) */
static char *
say_goals (const SlFacts *facts, const SlTable *conflicts, guint row)
{
  const SlId goal = sl_table_ref (conflicts, row, SL_CONFLICT_GOAL);
  const SlId other = sl_table_ref (conflicts, row, SL_CONFLICT_OTHER_GOAL);
  g_autofree char *a = goal != SL_ID_NONE ? sl_words_name (sl_alignment_title (facts, goal)) : NULL;
  g_autofree char *b
      = other != SL_ID_NONE ? sl_words_name (sl_alignment_title (facts, other)) : NULL;

  if (a != NULL && b != NULL)
    /* Translators: two goals that are in each other's way. */
    return g_strdup_printf (_ ("“%s” against “%s”"), a, b);
  if (a == NULL && b == NULL)
    return g_strdup ("");
  return g_strdup_printf (_ ("“%s”"), a != NULL ? a : b);
}

/* One part of an option, in the column from @x to @end; its row becomes as high as it needs. */
static void
add_part (SlFlow *flow, double x, double end, const char *text, double *height)
{
  const double own = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, x,
                                      flow->y + 1.0, end - x - 8.0, text);

  *height = MAX (*height, own + 4.0);
}

/* A table of options: what, who gains, who loses; empty lines for more. */
static void
add_options (SlSheetFlow *sheet, const char *text)
{
  SlFlow *flow = &sheet->flow;
  g_autoptr (GPtrArray) options = sl_conflict_options_read (text);
  const double gains = flow->width * 0.5, loses = flow->width * 0.75;
  const double head = sl_text_measure_line_height (flow->measure, SL_FONT_SMALL);

  flow->y += 4.0;
  sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, 0.0, flow->y,
                   gains - 8.0, _ ("Options"));
  sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, gains, flow->y,
                   loses - gains - 8.0, _ ("Who gains"));
  sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, loses, flow->y,
                   flow->width - loses, _ ("Who loses"));
  flow->y += head + 2.0;
  for (guint i = 0; i < MAX (options->len + 1, MIN_OPTIONS); i++)
    {
      double height = OPTION_HEIGHT;

      sl_flow_tick (flow, 0.0, flow->y + 2.0, "");
      if (i < options->len)
        {
          const SlConflictOption *option = options->pdata[i];

          add_part (flow, 14.0, gains, option->what, &height);
          add_part (flow, gains, loses, option->gains, &height);
          add_part (flow, loses, flow->width + 8.0, option->loses, &height);
        }
      flow->y += height;
      sl_flow_rule (flow, SL_STYLE_GRID);
    }
  flow->y += 6.0;
  sl_sheet_flow_break (sheet);
}

static void
add_outcome (SlSheetFlow *sheet, const char *outcome)
{
  SlFlow *flow = &sheet->flow;
  double x = 0.0;

  flow->y += 2.0;
  x += sl_flow_tick (flow, x, flow->y, _ ("agreed"));
  x += sl_flow_tick (flow, x, flow->y, _ ("escalated"));
  sl_flow_tick (flow, x, flow->y, _ ("accepted as it is"));
  flow->y += sl_text_measure_line_height (flow->measure, SL_FONT_SMALL) + 5.0;
  sl_sheet_flow_entry (sheet, _ ("Outcome"), outcome, 3);
}

static void
add_conflict (SlSheetFlow *sheet, const SlFacts *facts, const SlTable *conflicts, guint row)
{
  SlFlow *flow = &sheet->flow;
  const char *title = title_of (conflicts, row);
  const SlField *field = &sl_kind (SL_KIND_CONFLICT)->fields[SL_CONFLICT_SEVERITY];
  const SlEnumValue *severity
      = sl_field_enum_by_code (field, sl_table_int (conflicts, row, SL_CONFLICT_SEVERITY));
  g_autofree char *goals = say_goals (facts, conflicts, row);
  g_autofree char *party = say_party (facts, conflicts, row, SL_CONFLICT_PARTY, _ ("One side"));
  g_autofree char *other
      = say_party (facts, conflicts, row, SL_CONFLICT_OTHER_PARTY, _ ("The other side"));
  g_autofree char *decider = say_party (facts, conflicts, row, SL_CONFLICT_DECIDER, "");
  g_autofree char *day = sl_table_is_set (conflicts, row, SL_CONFLICT_DECIDE_BY)
                             ? sl_day_to_text (sl_table_int (conflicts, row, SL_CONFLICT_DECIDE_BY))
                             : NULL;
  /* Translators: a party: what it wants in a conflict. */
  g_autofree char *wants = g_strdup_printf (_ ("%s wants"), party);
  g_autofree char *other_wants = g_strdup_printf (_ ("%s wants"), other);
  const double top = flow->y;

  sl_flow_paragraph (flow, SL_STYLE_TEXT, SL_FONT_HEAD, 4.0, title);
  sl_flow_hit_rect (flow, top, flow->y - top, SL_KIND_CONFLICT, sl_table_id (conflicts, row),
                    title);
  sl_sheet_flow_entry (sheet, _ ("Severity"), severity != NULL ? _ (severity->nick) : "", 1);
  sl_sheet_flow_entry (sheet, _ ("Goals"), goals, 1);
  sl_sheet_flow_entry (sheet, wants, sl_table_text (conflicts, row, SL_CONFLICT_INTEREST), 1);
  sl_sheet_flow_entry (sheet, other_wants,
                       sl_table_text (conflicts, row, SL_CONFLICT_OTHER_INTEREST), 1);
  add_options (sheet, sl_table_text (conflicts, row, SL_CONFLICT_OPTIONS));
  sl_sheet_flow_entry (sheet, _ ("Decided by"), decider, 1);
  sl_sheet_flow_entry (sheet, _ ("If unsettled by"), day, 1);
  add_outcome (sheet, sl_table_text (conflicts, row, SL_CONFLICT_OUTCOME));
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  const SlTable *conflicts = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  g_autoptr (GArray) rows = find_open (plan);
  const guint n_settled = sl_table_n_rows (conflicts) - rows->len;
  SlSheetFlow sheet;

  sl_sheet_flow_init (&sheet, scene, measure, params);
  for (guint i = 0; i < rows->len; i++)
    {
      add_conflict (&sheet, facts, conflicts, g_array_index (rows, guint, i));
      sl_sheet_flow_end_part (&sheet, 2, i + 1 == rows->len);
    }
  if (rows->len == 0)
    sl_flow_paragraph (
        &sheet.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
        _ ("No conflict is open. Open one from a finding, a link or a position: each "
           "gets half a sheet to settle it on."));
  sl_alignment_add_remark (
      scene, n_settled,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u settled conflict",
                                    "not shown: %u settled conflicts", n_settled),
                       n_settled));
  sl_sheet_flow_finish (&sheet);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  const SlTable *conflicts = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  g_autoptr (GArray) rows = find_open (plan);
  guint n_late = 0;

  if (rows->len == 0)
    return g_strdup (_ ("No conflict is open"));
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);

      n_late += sl_table_is_set (conflicts, row, SL_CONFLICT_DECIDE_BY)
                && sl_table_int (conflicts, row, SL_CONFLICT_DECIDE_BY) < params->today;
    }
  if (n_late > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %u open conflict should be decided already",
                     "%s of %u open conflicts should be decided already", rows->len),
        sl_words_number_first (n_late), rows->len);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s conflict is to be settled",
                                       "%s conflicts are to be settled", rows->len),
                          sl_words_number_first (rows->len));
}

const SlChart sl_chart_conflict_sheet = {
  .id = "conflict-sheet",
  .title = N_ ("Conflicts to Settle"),
  .kinds = SL_KIND_BIT (SL_KIND_CONFLICT) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};

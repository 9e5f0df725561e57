/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where we want to go, on a sheet: vision, mission, values with what serves and strains them, the
 * objectives with their measures, and strengths, weaknesses, opportunities and threats. What we
 * think of ourselves is left out of copies for others. */

#include "config.h"

#include "analysis/sl-direction.h"
#include "base/sl-date-text.h"
#include "sl-flow.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

#define GAP 10.0
#define COLUMN_GAP 18.0
#define PAD 4.0
#define N_LISTS 4

typedef struct
{
  SlFlow flow;
  const SlSnapshot *plan;
} Sheet;

/* A heading on a band, as tables have them. Returns: its height with the gap below */
static double
add_head_at (Sheet *s, double x, double width, const char *text)
{
  const double height = sl_flow_height (&s->flow, SL_FONT_BOLD, text, width - 2 * PAD) + 2 * PAD;

  sl_scene_add_rect (s->flow.scene, SL_BAND_BODY, SL_STYLE_BAND, s->flow.x + x, s->flow.y, width,
                     height)
      ->line_width
      = -1;
  sl_flow_text_at (&s->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, x + PAD, s->flow.y + PAD,
                   width - 2 * PAD, text);
  return height + PAD;
}

static void
add_heading (Sheet *s, const char *text)
{
  s->flow.y += s->flow.y > 0.0 ? GAP : 0.0;
  sl_flow_break (&s->flow);
  s->flow.y += add_head_at (s, 0.0, s->flow.width, text);
}

/* A sentence of the project, or that nobody wrote it. */
static void
add_sentence (Sheet *s, const char *title, guint field, SlFont font)
{
  const SlTable *projects = sl_snapshot_table (s->plan, SL_KIND_PROJECT);
  const char *text = sl_table_n_rows (projects) > 0 ? sl_table_text (projects, 0, field) : NULL;
  double top;

  add_heading (s, title);
  top = s->flow.y;
  if (text == NULL || text[0] == '\0')
    {
      sl_flow_paragraph (&s->flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0, _ ("Not written yet"));
      return;
    }
  sl_flow_paragraph (&s->flow, SL_STYLE_TEXT, font, 2.0, text);
  sl_flow_hit_rect (&s->flow, top, s->flow.y - top, SL_KIND_PROJECT,
                    sl_snapshot_project_id (s->plan), title);
}

/* A record with a small line below, which may be "". */
static void
add_entry (Sheet *s, SlKindId kind, SlId id, const char *title, const char *below)
{
  const double top = s->flow.y;

  sl_flow_paragraph (&s->flow, SL_STYLE_TEXT, SL_FONT_LABEL, 1.0, title);
  sl_flow_paragraph (&s->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, 0.0, below);
  sl_flow_hit_rect (&s->flow, top, s->flow.y - top, kind, id, title);
  s->flow.y += 4.0;
  sl_flow_break (&s->flow);
}

static void
add_values (Sheet *s)
{
  const SlTable *table = sl_snapshot_table (s->plan, SL_KIND_CORE_VALUE);
  guint n;
  const SlId *ids = sl_snapshot_children (s->plan, SL_KIND_CORE_VALUE, SL_ID_NONE, &n);

  if (n == 0)
    return;
  add_heading (s, _ ("What we never trade away"));
  for (guint i = 0; i < n; i++)
    {
      guint serve = sl_value_count_marks (s->plan, ids[i], SL_VALUE_EFFECT_SERVES);
      guint strain = sl_value_count_marks (s->plan, ids[i], SL_VALUE_EFFECT_STRAINS);
      g_autofree char *serves = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u goal serves it", "%u goals serve it", serve), serve);
      g_autofree char *strains = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u strains it", "%u strain it", strain), strain);
      g_autofree char *below
          = strain > 0 ? g_strdup_printf ("%s · %s", serves, strains) : g_strdup (serves);
      guint row = 0;

      if (sl_table_find (table, ids[i], &row))
        add_entry (s, SL_KIND_CORE_VALUE, ids[i], sl_table_text (table, row, SL_CORE_VALUE_TITLE),
                   below);
    }
}

/* --- Objectives --- */

/* Owner, last day and measure. (transfer full) */
static char *
say_objective (Sheet *s, guint row)
{
  const SlTable *goals = sl_snapshot_table (s->plan, SL_KIND_GOAL);
  const char *measure = sl_table_text (goals, row, SL_GOAL_MEASURE);
  SlId party = sl_table_ref (goals, row, SL_GOAL_OWNER);
  gint64 due = sl_table_int (goals, row, SL_GOAL_DUE);
  g_autofree char *owner = party != SL_ID_NONE ? sl_words_name (sl_snapshot_title (s->plan, party))
                                               : g_strdup (_ ("no owner yet"));
  g_autofree char *day = due != SL_INT_NULL ? sl_day_to_text (due) : g_strdup (_ ("not set"));
  GString *text = g_string_new (owner);

  g_string_append (text, " · ");
  /* Translators: the last day of a goal. */
  g_string_append_printf (text, _ ("due %s"), day);
  if (measure != NULL && measure[0] != '\0')
    g_string_append_printf (text, "\n%s", measure);
  return g_string_free (text, FALSE);
}

static void
add_objectives (Sheet *s)
{
  const SlTable *goals = sl_snapshot_table (s->plan, SL_KIND_GOAL);
  g_autoptr (GArray) ids = sl_objectives_list (s->plan, TRUE);

  add_heading (s, _ ("Objectives"));
  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      g_autofree char *below = NULL;
      guint row = 0;

      if (!sl_table_find (goals, id, &row))
        continue;
      below = say_objective (s, row);
      add_entry (s, SL_KIND_GOAL, id, sl_snapshot_title (s->plan, id), below);
    }
  if (ids->len == 0)
    sl_flow_paragraph (&s->flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0, _ ("No open objective"));
}

/* --- SWOT --- */

/* What stands in @list, in order. (transfer full) (element-type guint): rows */
static GArray *
read_list (const SlSnapshot *plan, gint64 list)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_SWOT);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_SWOT, SL_ID_NONE, &n);

  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      if (sl_table_find (table, ids[i], &row) && sl_table_int (table, row, SL_SWOT_LIST) == list)
        g_array_append_val (rows, row);
    }
  return rows;
}

/* Adds the entry in @row with where it leads. Returns: its height */
static double
add_swot (Sheet *s, guint row, double x, double width)
{
  const SlTable *table = sl_snapshot_table (s->plan, SL_KIND_SWOT);
  const char *title = sl_table_text (table, row, SL_SWOT_TITLE);
  SlId item = sl_table_ref (table, row, SL_SWOT_ITEM);
  g_autofree char *name
      = item != SL_ID_NONE ? sl_words_name (sl_snapshot_title (s->plan, item)) : NULL;
  /* Translators: a strength, weakness, opportunity or threat leads to a goal or a risk */
  g_autofree char *below = name != NULL ? g_strdup_printf (_ ("leads to %s"), name) : g_strdup ("");
  double height = sl_flow_text_at (&s->flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, x,
                                   s->flow.y, width, title);
  SlMark *mark;

  height += sl_flow_text_at (&s->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x,
                             s->flow.y + height, width, below);
  mark = sl_scene_add_rect (s->flow.scene, SL_BAND_BODY, SL_STYLE_PAPER, s->flow.x + x, s->flow.y,
                            width, height);
  mark->z = -1;
  mark->line_width = -1;
  sl_mark_set_hit (mark, SL_KIND_SWOT, sl_table_id (table, row), SL_PART_WHOLE, title);
  return height;
}

/* Two lists side by side, entry by entry, so that a sheet may end between them. */
static void
add_pair (Sheet *s, gint64 first)
{
  const SlField *field = &sl_kind (SL_KIND_SWOT)->fields[SL_SWOT_LIST];
  const double width = (s->flow.width - COLUMN_GAP) / 2;
  g_autoptr (GArray) left = read_list (s->plan, first);
  g_autoptr (GArray) right = read_list (s->plan, first + 1);
  GArray *const lists[] = { left, right };
  double height = 0.0;

  if (left->len + right->len == 0)
    return;
  s->flow.y += GAP;
  sl_flow_break (&s->flow);
  for (guint k = 0; k < 2; k++)
    {
      const double own = add_head_at (s, k * (width + COLUMN_GAP), width,
                                      _ (sl_field_enum_by_code (field, first + k)->nick));

      height = MAX (height, own);
    }
  s->flow.y += height;
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      height = 0.0;
      for (guint k = 0; k < 2; k++)
        if (i < lists[k]->len)
          {
            const double own
                = add_swot (s, g_array_index (lists[k], guint, i), k * (width + COLUMN_GAP), width);

            height = MAX (height, own);
          }
      s->flow.y += height + 4.0;
      sl_flow_break (&s->flow);
    }
}

/* --- The sheet --- */

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  Sheet s = { .plan = plan };

  sl_flow_init (&s.flow, scene, measure, params);
  add_sentence (&s, _ ("Vision"), SL_PROJECT_VISION, SL_FONT_TITLE);
  add_sentence (&s, _ ("Mission"), SL_PROJECT_MISSION, SL_FONT_HEAD);
  add_values (&s);
  add_objectives (&s);
  for (gint64 list = 0; params->show_guesses && list < N_LISTS; list += 2)
    add_pair (&s, list);
  sl_flow_finish (&s.flow);
}

static guint
count_straining (const SlSnapshot *plan)
{
  const SlTable *marks = sl_snapshot_table (plan, SL_KIND_VALUE_MARK);
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (marks); row++)
    n += sl_table_int (marks, row, SL_VALUE_MARK_EFFECT) == SL_VALUE_EFFECT_STRAINS;
  return n;
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  const SlTable *projects = sl_snapshot_table (plan, SL_KIND_PROJECT);
  g_autoptr (GArray) objectives = sl_objectives_list (plan, TRUE);
  const guint n = objectives->len;
  const guint n_strain = count_straining (plan);

  if (sl_table_n_rows (projects) == 0 || !sl_table_is_set (projects, 0, SL_PROJECT_VISION))
    return g_strdup (_ ("Nobody has written yet where we want to be"));
  if (n == 0)
    return g_strdup (_ ("No objective leads to the vision yet"));
  if (n_strain > 0)
    /* Translators: %s is a number in words, at the start of the sentence */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s goal strains what we value",
                                         "%s goals strain what we value", n_strain),
                            sl_words_number_first (n_strain));
  /* Translators: %s is a number in words, at the start of the sentence */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s objective leads to the vision, and no goal strains a value",
                   "%s objectives lead to the vision, and no goal strains a value", n),
      sl_words_number_first (n));
}

const SlChart sl_chart_direction = {
  .id = "direction",
  .title = N_ ("Direction"),
  .kinds = SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_CORE_VALUE)
           | SL_KIND_BIT (SL_KIND_VALUE_MARK) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_SWOT) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};

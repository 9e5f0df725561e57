/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People by weeks, and technology by weeks: in each cell how much of the week is booked, in percent
 * of the capacity. More than a whole week is bold and boxed, so that it needs no colour. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "analysis/sl-week-load.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIDE 130.0
#define CELL 32.0
#define MIN_ROW 20.0
#define PAD 4.0
#define DAYS 7

/* @rows: (element-type guint): which parties of @weeks stand in it; @n_weeks: up to the last one in
 * which any of them is booked */
typedef struct
{
  const SlFacts *facts;
  const SlWeekLoad *weeks;
  GArray *rows;
  guint n_weeks;
  SlTextMeasure *measure;
  SlScene *scene;
  double top;
} Table;

static double
text_height (const Table *t, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (t->measure, font, text, width, NULL, &height);
  return height;
}

/* Those of @weeks that are machines, rooms and the like, or all others. (transfer full) */
static GArray *
find_rows (const SlFacts *facts, const SlWeekLoad *weeks, gboolean technology)
{
  const SlTable *parties = sl_snapshot_table (facts->plan, SL_KIND_PARTY);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < weeks->parties->len; row++)
    {
      const SlFactParty *party = &facts->parties[g_array_index (weeks->parties, guint, row)];

      if ((sl_table_int (parties, party->row, SL_PARTY_TYPE) == SL_PARTY_TECHNOLOGY) == technology)
        g_array_append_val (rows, row);
    }
  return rows;
}

static guint
count_weeks (const SlWeekLoad *weeks, const GArray *rows)
{
  for (guint n = weeks->n_weeks; n > 0; n--)
    for (guint i = 0; i < rows->len; i++)
      if (sl_week_load_get (weeks, g_array_index (rows, guint, i), n - 1)->share > 0)
        return n;
  return weeks->n_weeks;
}

static gint64
first_day (const Table *t, guint week)
{
  return t->weeks->first + (gint64)week * DAYS;
}

/* Month above the first week of it, the day of the month above each. */
static void
add_heads (Table *t)
{
  double line = sl_text_measure_line_height (t->measure, SL_FONT_SMALL);
  int shown = 0;

  for (guint week = 0; week < t->n_weeks; week++)
    {
      double x = SIDE + week * CELL;
      g_autofree char *day = sl_day_format (first_day (t, week), "%-d");
      g_autofree char *month = sl_day_format (first_day (t, week), "%b");
      int year, number, day_of_month;

      sl_day_to_ymd (first_day (t, week), &year, &number, &day_of_month);
      if (number != shown)
        sl_scene_add_text (t->scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_CENTER, x,
                           0.0, CELL, line, month);
      shown = number;
      sl_scene_add_text (t->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_CENTER,
                         x, line, CELL, line, day);
      sl_scene_add_break_x (t->scene, x + CELL);
    }
  t->top = 2 * line + 3.0;
}

static char *
say_cell (const Table *t, const char *name, guint week, const SlWeekCell *cell)
{
  g_autofree char *day = sl_day_to_text (first_day (t, week));
  g_autofree char *share
      = isinf (cell->share) ? g_strdup (_ ("no capacity")) : sl_format_percent (cell->share, 0);

  if (cell->over_days == 0)
    /* Translators: who, the first day of a week, a share: “Anna, week of 16 Mar 2026: 80 %” */
    return g_strdup_printf (_ ("%s, week of %s: %s"), name, day, share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, week of %s: %s, too much on %u day",
                                       "%s, week of %s: %s, too much on %u days", cell->over_days),
                          name, day, share, cell->over_days);
}

static void
add_cell (Table *t, guint row, guint week, double y, double height)
{
  const SlFactParty *party = &t->facts->parties[g_array_index (t->weeks->parties, guint, row)];
  const SlWeekCell *cell = sl_week_load_get (t->weeks, row, week);
  double x = SIDE + week * CELL;
  gboolean over = cell->share > 1.0 + 1e-9;
  double line = sl_text_measure_line_height (t->measure, SL_FONT_NUMBER);
  g_autofree char *number
      = isinf (cell->share)
            ? g_strdup ("!")
            : g_strdup_printf ("%.0f", over ? ceil (cell->share * 100 - 1e-6) : cell->share * 100);
  g_autofree char *label = NULL;
  SlMark *mark;

  if (cell->share <= 0.0)
    return;
  label = say_cell (t, sl_alignment_title (t->facts, party->id), week, cell);
  mark = sl_scene_add_rect (t->scene, SL_BAND_BODY, over ? SL_STYLE_POS_M2 : SL_STYLE_POS_P1,
                            x + 1.5, y + 1.5, CELL - 3, height - 3);
  mark->line_width = over ? 2.0 : -1.0;
  mark->z = over ? 1 : 0;
  sl_mark_set_hit (mark, SL_KIND_PARTY, party->id, SL_PART_WHOLE, label);
  mark->hit.a = party->id;
  mark->hit.b = first_day (t, week);
  mark = sl_scene_add_text (t->scene, SL_BAND_BODY, SL_STYLE_TEXT,
                            over ? SL_FONT_BOLD : SL_FONT_NUMBER, SL_ALIGN_CENTER, x,
                            y + (height - line) / 2, CELL, line, number);
  mark->z = 2;
}

static double
add_row (Table *t, guint row, double y)
{
  SlId id = t->facts->parties[g_array_index (t->weeks->parties, guint, row)].id;
  const char *name = sl_alignment_title (t->facts, id);
  double text = text_height (t, SL_FONT_LABEL, name, SIDE - 2 * PAD);
  double height = MAX (MIN_ROW, text + PAD);
  double right = SIDE + t->n_weeks * CELL;
  SlMark *mark
      = sl_scene_add_text (t->scene, SL_BAND_SIDE, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START,
                           PAD, y + (height - text) / 2, SIDE - 2 * PAD, text, name);

  mark->wrap = TRUE;
  mark = sl_scene_add_rect (t->scene, SL_BAND_SIDE, SL_STYLE_PAPER, 0.0, y, SIDE, height);
  mark->line_width = -1;
  mark->z = -1;
  sl_mark_set_hit (mark, SL_KIND_PARTY, id, SL_PART_HEAD, name);
  for (guint week = 0; week < t->n_weeks; week++)
    add_cell (t, row, week, y, height);
  sl_scene_add_line (t->scene, SL_BAND_BODY, SL_STYLE_GRID, SIDE, y + height, right, y + height)->z
      = -2;
  sl_scene_add_line (t->scene, SL_BAND_SIDE, SL_STYLE_GRID, 0.0, y + height, SIDE, y + height)->z
      = -2;
  sl_scene_add_break_y (t->scene, y + height);
  return height;
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_RECT,
                    .style = SL_STYLE_POS_P1,
                    .w = 24,
                    .h = 12,
                    .line_width = -1,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("share of the week that is booked, in percent"));
  sample.style = SL_STYLE_POS_M2;
  sample.line_width = 2.0;
  sl_scene_add_legend (scene, &sample, _ ("more than the whole week"));
}

static void
add_remarks (SlScene *scene, const SlWeekLoad *weeks)
{
  sl_alignment_add_remark (
      scene, weeks->n_later,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u later week",
                                    "not shown: %u later weeks", weeks->n_later),
                       weeks->n_later));
}

static void
layout_rows (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
             SlScene *scene, gboolean technology)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  const SlWeekLoad *weeks = sl_week_load_of (facts, params->first_weekday);
  g_autoptr (GArray) rows = find_rows (facts, weeks, technology);
  Table t = { .facts = facts, .weeks = weeks, .rows = rows, .measure = measure, .scene = scene };
  double y;

  if (rows->len == 0)
    {
      SlFlow flow;

      sl_flow_init (&flow, scene, measure, params);
      sl_flow_paragraph (&flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         technology ? _ ("No technology is booked from today on. Add machines and "
                                         "rooms with their capacity, then book them for tasks.")
                                    : _ ("Nobody is booked from today on. Give tasks dates and say "
                                         "who works on them, and how much of the day."));
      sl_flow_finish (&flow);
      return;
    }
  t.n_weeks = count_weeks (weeks, rows);
  add_heads (&t);
  y = t.top;
  for (guint i = 0; i < rows->len; i++)
    y += add_row (&t, g_array_index (rows, guint, i), y);
  sl_scene_set_bands (scene, t.top, SIDE);
  sl_scene_set_size (scene, SIDE + t.n_weeks * CELL, y + 1.0);
  add_legend (scene);
  add_remarks (scene, weeks);
}

/* The fullest week of all. */
static char *
say_fullest (const SlSnapshot *plan, const SlChartParams *params, gboolean technology)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  const SlWeekLoad *weeks = sl_week_load_of (facts, params->first_weekday);
  g_autoptr (GArray) rows = find_rows (facts, weeks, technology);
  double most = 0;
  guint n = 0, row_of_most = 0;
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;

  for (guint i = 0; i < rows->len; i++)
    for (guint week = 0; week < weeks->n_weeks; week++)
      {
        double now = sl_week_load_get (weeks, g_array_index (rows, guint, i), week)->share;

        n += now > 1.0 + 1e-9;
        if (now > most && !isinf (now))
          {
            most = now;
            row_of_most = g_array_index (rows, guint, i);
          }
      }
  if (rows->len == 0)
    return g_strdup (technology ? _ ("No technology is booked yet") : _ ("Nobody is booked yet"));
  if (n == 0)
    return g_strdup (technology ? _ ("All technology has room for what is booked")
                                : _ ("Everybody has room for what is booked"));
  name = sl_words_name (sl_alignment_title (
      facts, facts->parties[g_array_index (weeks->parties, guint, row_of_most)].id));
  share = sl_format_percent (most, 0);
  /* Translators: number of weeks in words, a share, who */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s week is too full, the fullest with %s: %s",
                                       "%s weeks are too full, the fullest with %s: %s", n),
                          sl_words_number_first (n), share, name);
}

static void
layout_people (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
               SlScene *scene)
{
  layout_rows (plan, params, measure, scene, FALSE);
}

static char *
say_people (const SlSnapshot *plan, const SlChartParams *params)
{
  return say_fullest (plan, params, FALSE);
}

const SlChart sl_chart_people_weeks = {
  .id = "people-weeks",
  .title = N_ ("People and Weeks"),
  .kinds = SL_ALIGNMENT_KINDS,
  .belongings = SL_KIND_BIT (SL_KIND_ALLOCATION),
  .number = SL_NUMBER_WEEK,
  .layout = layout_people,
  .headline = say_people,
};

static void
layout_technology (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
                   SlScene *scene)
{
  layout_rows (plan, params, measure, scene, TRUE);
}

static char *
say_technology (const SlSnapshot *plan, const SlChartParams *params)
{
  return say_fullest (plan, params, TRUE);
}

const SlChart sl_chart_technology_weeks = {
  .id = "technology-weeks",
  .title = N_ ("Technology and Weeks"),
  .kinds = SL_ALIGNMENT_KINDS,
  .belongings = SL_KIND_BIT (SL_KIND_ALLOCATION),
  .number = SL_NUMBER_WEEK,
  .layout = layout_technology,
  .headline = say_technology,
};

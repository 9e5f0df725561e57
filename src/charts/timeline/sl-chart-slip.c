/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The slip chart, or milestone trend analysis: when each milestone was expected, over the days on
 * which that was reported. A line that runs flat is a promise that is kept; one that climbs slips.
 * Source: METHODS section 13. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-codes.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "sl-chart.h"
#include "sl-words.h"
#include "timeline/sl-time-axis.h"

#define MAX_LINES 12u
#define NATURAL_WIDTH 480.0
#define MIN_PLOT 140.0
#define SIDE 62.0
#define HEAD 15.0
/* On paper, and on a screen, where the table stands below. */
#define PAPER_H 300.0
#define SCREEN_H 160.0
#define PAD 10.0
#define LABEL_SHARE 0.32
#define LABEL_GAP 16.0
#define TEXT_GAP 3.0
#define DOT 6.0
#define LINE_W 1.5
/* Up to so many days the rows of dates are months, then quarters, then years. */
#define MONTHS_MAX 500
#define QUARTERS_MAX 1500

typedef struct
{
  gint64 day; /* of the report */
  gint64 expected;
} Report;

typedef struct
{
  SlId id;
  GArray *reports; /* of Report, oldest first */
  gint64 slip;     /* days from the first to the last, positive: later */
  double y;        /* of the last report; pt */
} Line;

typedef struct
{
  const SlSnapshot *plan;
  SlTextMeasure *measure;
  SlScene *scene;
  GPtrArray *lines; /* of Line */
  SlTimeAxis *axis;
  gint64 low, high; /* expected days */
  double top, plot, plot_h, label;
  double bottom;
} Slip;

static void
line_free (gpointer data)
{
  Line *line = data;
  g_array_unref (line->reports);
  g_free (line);
}

static const Report *
report_at (const Line *line, guint index)
{
  return &g_array_index (line->reports, Report, index);
}

static const Report *
last_report (const Line *line)
{
  return report_at (line, line->reports->len - 1);
}

/* --- Reading --- */

static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const Report *x = a, *y = b;
  return (x->day > y->day) - (x->day < y->day);
}

/* The largest slip first. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = *(Line *const *)a, *y = *(Line *const *)b;
  if (x->slip != y->slip)
    return x->slip > y->slip ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
is_live (const SlSnapshot *plan, SlId milestone)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_MILESTONE);
  guint row;
  return sl_table_find (table, milestone, &row)
         && sl_table_int (table, row, SL_MILESTONE_STATUS) != SL_TASK_PARKED
         && sl_table_int (table, row, SL_MILESTONE_STATUS) != SL_TASK_DROPPED;
}

static Line *
find_line (GHashTable *known, GPtrArray *lines, SlId milestone)
{
  Line *line = g_hash_table_lookup (known, &milestone);
  if (line != NULL)
    return line;
  line = g_new0 (Line, 1);
  line->id = milestone;
  line->reports = g_array_new (FALSE, FALSE, sizeof (Report));
  g_ptr_array_add (lines, line);
  g_hash_table_insert (known, &line->id, line);
  return line;
}

/* All milestones with a report. (transfer full) (element-type Line) */
static GPtrArray *
read_lines (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_FORECAST);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlId milestone = sl_table_ref (table, row, SL_FORECAST_MILESTONE);
      const Report report = { sl_table_int (table, row, SL_FORECAST_DAY),
                              sl_table_int (table, row, SL_FORECAST_EXPECTED) };
      if (report.day != SL_INT_NULL && report.expected != SL_INT_NULL && is_live (plan, milestone))
        g_array_append_val (find_line (known, lines, milestone)->reports, report);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = g_ptr_array_index (lines, i);
      g_array_sort (line->reports, compare_reports);
      line->slip = last_report (line)->expected - report_at (line, 0)->expected;
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

/* --- Words --- */

static const char *
title_of (const SlSnapshot *plan, const Line *line)
{
  const char *title = sl_snapshot_title (plan, line->id);
  return title[0] != '\0' ? title : _ ("Untitled");
}

static char *
slip_text (const Line *line)
{
  if (line->reports->len == 1)
    return g_strdup (_ ("reported once"));
  if (line->slip == 0)
    return g_strdup (_ ("as at first"));
  if (line->slip > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day later", "%d days later", (gulong)line->slip),
        (int)line->slip);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d day earlier", "%d days earlier", (gulong)-line->slip),
      (int)-line->slip);
}

static char *
line_label (const SlSnapshot *plan, const Line *line)
{
  GString *text = g_string_new (title_of (plan, line));
  g_autofree char *slip = slip_text (line);
  for (guint i = 0; i < line->reports->len; i++)
    {
      g_autofree char *day = sl_day_to_text (report_at (line, i)->day);
      g_autofree char *expected = sl_day_to_text (report_at (line, i)->expected);
      g_string_append (text, ", ");
      /* Translators: a date that was expected, the day on which it was reported */
      g_string_append_printf (text, _ ("%s as of %s"), expected, day);
    }
  g_string_append_printf (text, ", %s", slip);
  return g_string_free (text, FALSE);
}

static SlStyle
line_style (const Line *line)
{
  return line->slip > 0 ? SL_STYLE_BAD : line->slip < 0 ? SL_STYLE_GOOD : SL_STYLE_NEUTRAL;
}

/* --- Measures --- */

static void
find_span (const Slip *self, gint64 today, gint64 *first, gint64 *last, gint64 *low, gint64 *high)
{
  *first = *last = report_at (g_ptr_array_index (self->lines, 0), 0)->day;
  *low = *high = report_at (g_ptr_array_index (self->lines, 0), 0)->expected;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      for (guint r = 0; r < line->reports->len; r++)
        {
          *first = MIN (*first, report_at (line, r)->day);
          *last = MAX (*last, report_at (line, r)->day);
          *low = MIN (*low, report_at (line, r)->expected);
          *high = MAX (*high, report_at (line, r)->expected);
        }
    }
  if (today > *last && today - *last < 62)
    *last = today;
}

static double
place_x (const Slip *self, gint64 day)
{
  return sl_time_axis_x (self->axis, day) + self->axis->pt_per_day / 2;
}

/* Later days are further up. */
static double
place_y (const Slip *self, gint64 day)
{
  const double share = (double)(self->high - day) / (double)(self->high - self->low);
  return self->top + PAD + share * (self->plot_h - 2 * PAD);
}

static SlTimeUnit
row_unit (const Slip *self)
{
  const gint64 days = self->high - self->low;
  return days <= MONTHS_MAX ? SL_TIME_MONTH : days <= QUARTERS_MAX ? SL_TIME_QUARTER : SL_TIME_YEAR;
}

static void
measure_plot (Slip *self, const SlChartParams *params)
{
  const SlTimeStarts starts = { 1, params->first_weekday };
  const double width = params->width > 0 ? params->width : NATURAL_WIDTH;
  gint64 first, last;
  find_span (self, params->today, &first, &last, &self->low, &self->high);
  first = sl_time_unit_floor (SL_TIME_MONTH, 1, starts, first);
  last = sl_time_unit_next (SL_TIME_MONTH, 1, sl_time_unit_floor (SL_TIME_MONTH, 1, starts, last))
         - 1;
  self->low = sl_time_unit_floor (SL_TIME_MONTH, 1, starts, self->low);
  self->high = sl_time_unit_next (SL_TIME_MONTH, 1,
                                  sl_time_unit_floor (SL_TIME_MONTH, 1, starts, self->high));
  self->plot_h = params->paper ? PAPER_H : SCREEN_H;
  self->label = width * LABEL_SHARE;
  self->plot = MAX (width - SIDE - self->label, MIN_PLOT);
  self->axis = sl_time_axis_new (first, last, SIDE, self->plot / (double)(last - first + 1), starts,
                                 FALSE, self->measure);
  self->top = HEAD * (self->axis->upper_cells->len > 0 ? 2 : 1) + TEXT_GAP;
}

/* --- Drawing --- */

static void
draw_cells (Slip *self, const GArray *cells, SlFont font, double y)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      sl_scene_add_line (self->scene, SL_BAND_TOP, SL_STYLE_GRID, cell->x, y, cell->x, y + HEAD);
      if (cell->label != NULL)
        sl_scene_add_text (self->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, font, SL_ALIGN_CENTER,
                           cell->x + SL_TIME_PAD, y, cell->w - 2 * SL_TIME_PAD, HEAD, cell->label);
    }
}

static void
draw_head (Slip *self)
{
  const gboolean two = self->axis->upper_cells->len > 0;
  if (two)
    draw_cells (self, self->axis->upper_cells, SL_TIME_FONT_UPPER, 0);
  draw_cells (self, self->axis->lower_cells, SL_TIME_FONT_LOWER, two ? HEAD : 0);
}

/* A line for each month, quarter or year that is expected, named where there is room. */
static void
draw_rows (Slip *self)
{
  const SlTimeStarts starts = { 1, 1 };
  const SlTimeUnit unit = row_unit (self);
  const double h = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);
  double free_below = self->top + self->plot_h + h;
  for (gint64 day = sl_time_unit_floor (unit, 1, starts, self->low); day <= self->high;
       day = sl_time_unit_next (unit, 1, day))
    {
      const double y = place_y (self, day);
      g_autofree char *text = sl_day_format (day, unit == SL_TIME_YEAR ? "%Y" : "%b %Y");
      if (day < self->low)
        continue;
      sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_GRID, SIDE, y, SIDE + self->plot, y);
      if (y + h / 2 > free_below)
        continue;
      sl_scene_add_text (self->scene, SL_BAND_SIDE, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_END,
                         0, y - h / 2, SIDE - 2 * TEXT_GAP, h, text);
      free_below = y - h / 2 - TEXT_GAP;
    }
}

/* Where the day of the report is the day that was expected. Returns: whether that is shown */
static gboolean
draw_reached (Slip *self)
{
  const gint64 first = MAX (self->axis->first, self->low);
  const gint64 last = MIN (self->axis->last, self->high);
  if (first >= last)
    return FALSE;
  sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, place_x (self, first),
                     place_y (self, first), place_x (self, last), place_y (self, last))
      ->dashed
      = TRUE;
  return TRUE;
}

static void
draw_line (Slip *self, const Line *line)
{
  const guint n = line->reports->len;
  const SlStyle style = line_style (line);
  g_autofree SlPoint *points = g_new (SlPoint, n);
  g_autofree char *label = line_label (self->plan, line);
  for (guint i = 0; i < n; i++)
    points[i] = (SlPoint){ place_x (self, report_at (line, i)->day),
                           place_y (self, report_at (line, i)->expected) };
  if (n > 1)
    {
      SlMark *path = sl_scene_add_path (self->scene, SL_BAND_BODY, style, points, n);
      path->line_width = LINE_W;
      path->dashed = line->slip > 0;
      sl_mark_set_hit (path, SL_KIND_MILESTONE, line->id, SL_PART_WHOLE, label);
    }
  for (guint i = 0; i < n; i++)
    sl_mark_set_hit (sl_scene_add_symbol (self->scene, SL_BAND_BODY, style, SL_SYMBOL_DIAMOND,
                                          points[i].x, points[i].y, DOT),
                     SL_KIND_MILESTONE, line->id, SL_PART_WHOLE, label);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Line *x = *(Line *const *)a, *y = *(Line *const *)b;
  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static void
draw_label (Slip *self, Line *line, double *free_above)
{
  const double left = SIDE + self->plot + LABEL_GAP, w = self->label - LABEL_GAP;
  const char *title = title_of (self->plan, line);
  g_autofree char *slip = slip_text (line);
  double title_h, slip_h;
  sl_text_measure_size (self->measure, SL_FONT_LABEL, title, w, NULL, &title_h);
  sl_text_measure_size (self->measure, SL_FONT_SMALL, slip, w, NULL, &slip_h);
  const double y = MAX (*free_above, line->y - title_h / 2);
  const SlPoint leader[] = { { place_x (self, last_report (line)->day) + DOT / 2, line->y },
                             { SIDE + self->plot + 2, line->y },
                             { left - TEXT_GAP, y + title_h / 2 } };
  sl_scene_add_path (self->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, leader, G_N_ELEMENTS (leader))
      ->line_width
      = 0.5;
  sl_scene_add_text (self->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, left,
                     y, w, title_h, title)
      ->wrap
      = TRUE;
  sl_scene_add_text (self->scene, SL_BAND_BODY, line->slip > 0 ? SL_STYLE_BAD : SL_STYLE_TEXT_DIM,
                     SL_FONT_SMALL, SL_ALIGN_START, left, y + title_h, w, slip_h, slip)
      ->wrap
      = TRUE;
  *free_above = y + title_h + slip_h + TEXT_GAP;
}

/* Beside the end of each line, pushed down where two would overlap. */
static void
draw_labels (Slip *self)
{
  double free_above = self->top;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      line->y = place_y (self, last_report (line)->expected);
    }
  g_ptr_array_sort (self->lines, compare_places);
  for (guint i = 0; i < self->lines->len; i++)
    draw_label (self, g_ptr_array_index (self->lines, i), &free_above);
  self->bottom = MAX (self->top + self->plot_h, free_above);
}

static void
add_legend (Slip *self, SlStyle style, gboolean dashed, const char *text)
{
  SlMark sample = { .type = SL_MARK_LINE,
                    .style = style,
                    .y = 6,
                    .w = 24,
                    .line_width = LINE_W,
                    .dashed = dashed,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };
  sl_scene_add_legend (self->scene, &sample, text);
}

/* Says what the lines mean that are there. */
static void
add_legends (Slip *self, gboolean reached)
{
  gboolean seen[3] = { FALSE };
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      seen[line->slip > 0 ? 0 : line->slip < 0 ? 2 : 1] |= line->reports->len > 1;
    }
  if (seen[0])
    add_legend (self, SL_STYLE_BAD, TRUE, _ ("Slips"));
  if (seen[1])
    add_legend (self, SL_STYLE_NEUTRAL, FALSE, _ ("Holds its date"));
  if (seen[2])
    add_legend (self, SL_STYLE_GOOD, FALSE, _ ("Comes earlier"));
  if (reached)
    add_legend (self, SL_STYLE_GRID_STRONG, TRUE, _ ("Reached on the day of the report"));
}

static void
draw (Slip *self)
{
  gboolean reached;
  draw_head (self);
  draw_rows (self);
  reached = draw_reached (self);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (self, g_ptr_array_index (self->lines, i));
  draw_labels (self);
  sl_scene_set_bands (self->scene, self->top, SIDE);
  sl_scene_set_size (self->scene, SIDE + self->plot + self->label, self->bottom);
  add_legends (self, reached);
}

static void
draw_advice (SlScene *scene, SlTextMeasure *measure, double width)
{
  const char *text = _ ("Report when milestones are expected, each month anew; a flat line is a "
                        "promise that is kept");
  const double w = width > 0 ? width : NATURAL_WIDTH;
  double h;
  sl_text_measure_size (measure, SL_FONT_LABEL, text, w - 2 * PAD, NULL, &h);
  sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_START, PAD,
                     PAD, w - 2 * PAD, h, text)
      ->wrap
      = TRUE;
  sl_scene_set_size (scene, w, h + 2 * PAD);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (GPtrArray) lines = read_lines (plan);
  Slip self = { .plan = plan, .measure = measure, .scene = scene, .lines = lines };
  if (lines->len == 0)
    {
      draw_advice (scene, measure, params->width);
      return;
    }
  if (lines->len > MAX_LINES)
    {
      g_autofree char *remark = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Not shown: %u milestone that slips less",
                       "Not shown: %u milestones that slip less", lines->len - MAX_LINES),
          lines->len - MAX_LINES);
      g_ptr_array_set_size (lines, (int)MAX_LINES);
      sl_scene_add_remark (scene, remark);
    }
  measure_plot (&self, params);
  draw (&self);
  sl_time_axis_free (self.axis);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (GPtrArray) lines = read_lines (plan);
  const Line *worst = lines->len > 0 ? g_ptr_array_index (lines, 0) : NULL;
  g_autofree char *day = NULL;
  if (worst == NULL)
    return g_strdup (_ ("No milestone was reported on yet"));
  if (worst->slip <= 0)
    return g_strdup (_ ("No milestone has slipped since it was first reported"));
  day = sl_day_to_text (report_at (worst, 0)->day);
  /* Translators: a milestone, a number of days, the day of its first report */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” slips most: by %d day since %s",
                                       "“%s” slips most: by %d days since %s", (gulong)worst->slip),
                          title_of (plan, worst), (int)worst->slip, day);
}

const SlChart sl_chart_slip = {
  .id = "slip",
  .title = N_ ("Milestone Slip"),
  .kinds
  = SL_KIND_BIT (SL_KIND_FORECAST) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};

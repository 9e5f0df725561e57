/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The band at the start edge: what, who and when of each row. It decides how high rows are, since
 * on paper every title stands whole there, and where sheets may be cut between rows. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "timeline/sl-timeline-private.h"

#define GAP 8.0
#define INDENT 10.0
#define INDENT_MAX 60.0
#define STRIPE_W 4.0
#define TOGGLE_W 10.0
#define USUAL_ROOM 760.0
/* On narrower paper owner and dates share a column, one above the other. */
#define STACKED_ROOM 640.0
#define DATES_W 106.0 /* two dates with their years */

static SlFont
title_font (const SlTimeline *self, const SlTimelineItem *item)
{
  if (item->type == SL_ROW_HEADING)
    return SL_FONT_HEAD;
  return item->type == SL_ROW_GROUP ? SL_FONT_BOLD : self->density->font;
}

static gboolean
any_foldable (const SlTimeline *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (sl_timeline_row (self, i)->foldable)
      return TRUE;
  return FALSE;
}

static double
indent_of (const SlTimelineItem *item)
{
  return MIN (item->depth * INDENT, INDENT_MAX);
}

static const char *
owner_of (const SlTimeline *self, const SlTimelineItem *item)
{
  if (item->type == SL_ROW_HEADING || item->owner == SL_ID_NONE)
    return "";
  return sl_snapshot_title (self->plan, item->owner);
}

/* The text of the column of dates. (transfer full) */
static char *
when_text (const SlTimeline *self, const SlTimelineItem *item)
{
  g_autofree char *dates = sl_timeline_item_dates (self, item);
  const char *owner = self->columns.stacked ? owner_of (self, item) : "";
  if (owner[0] == '\0' || dates[0] == '\0')
    return g_strdup (owner[0] != '\0' ? owner : dates);
  return g_strdup_printf ("%s\n%s", owner, dates);
}

/* Widest natural width and widest word of a column. */
typedef struct
{
  double natural;
  double word;
} Widths;

/* No letter is wider than 1 em: most texts need not be broken into words to be found harmless. */
static gboolean
may_have_wider_word (const char *text, SlFont font, double indent, double word)
{
  double longest = 0, run = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      run = *p == ' ' || *p == '\n' ? 0 : run + sl_font_size (font);
      longest = MAX (longest, run);
    }
  return longest + indent > word;
}

/* @enough: what a column wants beyond this is of no interest. @words: its widest word is. */
static void
widen (Widths *widths, SlTextMeasure *measure, SlFont font, const char *text, double indent,
       double enough, gboolean words)
{
  double width;
  if (text[0] == '\0')
    return;
  if (widths->natural < enough)
    {
      sl_text_measure_size (measure, font, text, 0, &width, NULL);
      widths->natural = MAX (widths->natural, width + indent);
    }
  if (!words || !may_have_wider_word (text, font, indent, widths->word))
    return;
  width = sl_text_measure_longest_word (measure, font, text);
  widths->word = MAX (widths->word, width + indent);
}

/* As wide as the column wants, at most @cap; but no word is broken up to @hard_cap. */
static double
choose_width (const Widths *widths, double cap, double hard_cap)
{
  return MAX (MIN (widths->natural, cap), MIN (widths->word, hard_cap));
}

/* Most room for each column, and more on paper, where no word should be broken. */
typedef struct
{
  double title, title_hard;
  double owner, owner_hard;
  double dates, dates_hard;
} Caps;

static double
room_of (const SlTimeline *self)
{
  const SlChartParams *params = self->params;
  if (params->width > 0)
    return params->width;
  return params->sheet_width > 0 ? params->sheet_width : USUAL_ROOM;
}

static Caps
choose_caps (const SlTimeline *self)
{
  const double room = room_of (self);
  if (!self->params->paper)
    {
      const double title = CLAMP (room * 0.2, 80, 190);
      const double owner = room >= 600 ? CLAMP (room * 0.11, 60, 110) : 0;
      return (Caps){ title, title, owner, owner, 0, 0 };
    }
  if (self->density->font == SL_FONT_SMALL)
    /* Two dates with years stand on one line. */
    return (Caps){ .title = CLAMP (room * 0.3, 100, 240),
                   .title_hard = room * 0.34,
                   .owner = CLAMP (room * 0.12, 76, 94),
                   .owner_hard = 94,
                   .dates = self->one_year ? 84 : DATES_W,
                   .dates_hard = DATES_W };
  return (Caps){
    .title = CLAMP (room * 0.24, 100, 190),
    .title_hard = room * 0.32,
    .owner = CLAMP (room * 0.12, 44, 94),
    .owner_hard = 94,
    /* Two dates with years stand on two lines. */
    .dates = room < STACKED_ROOM ? 84
             : self->one_year    ? CLAMP (room * 0.1, 66, 84)
                                 : 78,
    .dates_hard = 94,
  };
}

void
sl_timeline_measure_columns (SlTimeline *self)
{
  const gboolean paper = self->params->paper;
  const Caps caps = choose_caps (self);
  SlTimelineColumns *columns = &self->columns;
  Widths title = { 0 }, owner = { 0 }, dates = { 0 };
  columns->stacked = paper && !self->params->lanes && room_of (self) < STACKED_ROOM;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      widen (&title, self->measure, title_font (self, item), item->title, indent_of (item),
             caps.title, paper);
      if (!self->params->lanes && !columns->stacked && caps.owner > 0)
        widen (&owner, self->measure, SL_FONT_SMALL, owner_of (self, item), 0, caps.owner, paper);
      if (!paper)
        continue;
      g_autofree char *when = when_text (self, item);
      widen (&dates, self->measure, SL_FONT_SMALL, when, 0, caps.dates, TRUE);
    }
  columns->title_x = (self->params->lanes ? STRIPE_W + GAP : SL_TIMELINE_PAD)
                     + (any_foldable (self) ? TOGGLE_W : 0);
  columns->title_w = MAX (choose_width (&title, caps.title, caps.title_hard), 40);
  columns->owner_w = choose_width (&owner, caps.owner, caps.owner_hard);
  columns->dates_w = choose_width (&dates, caps.dates, caps.dates_hard);
  columns->owner_x = columns->title_x + columns->title_w + GAP;
  columns->dates_x = columns->owner_x + (columns->owner_w > 0 ? columns->owner_w + GAP : 0);
  self->side_w = columns->dates_x + (columns->dates_w > 0 ? columns->dates_w + GAP : 0);
  if (self->undated->len > 0 && !self->dated)
    self->side_w = sl_timeline_undated_side (self, room_of (self));
}

/* Room for the title of a heading, which may use all columns. */
static double
title_width (const SlTimeline *self, const SlTimelineItem *item)
{
  const SlTimelineColumns *columns = &self->columns;
  if (item->type == SL_ROW_HEADING)
    return self->side_w - columns->title_x - SL_TIMELINE_PAD;
  return columns->title_w - indent_of (item);
}

static double
row_height (const SlTimeline *self, const SlTimelineItem *item)
{
  const SlTimelineDensity *density = self->density;
  const double least = item->type == SL_ROW_HEADING ? density->heading : density->row;
  if (!self->params->paper)
    return least;
  g_autofree char *when = when_text (self, item);
  const struct
  {
    SlFont font;
    const char *text;
    double width;
  } texts[] = {
    { title_font (self, item), item->title, title_width (self, item) },
    { SL_FONT_SMALL, owner_of (self, item), self->columns.owner_w },
    { SL_FONT_SMALL, when, self->columns.dates_w },
  };
  double most = 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double height = 0;
      if (texts[i].width > 0 && texts[i].text[0] != '\0')
        sl_text_measure_size (self->measure, texts[i].font, texts[i].text, texts[i].width, NULL,
                              &height);
      most = MAX (most, height);
    }
  return MAX (least, most + density->pad);
}

void
sl_timeline_measure_rows (SlTimeline *self)
{
  double y = self->top_h;
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlTimelineItem *item = sl_timeline_row (self, i);
      item->y = y;
      item->h = row_height (self, item);
      /* Where something agreed is drawn below the bars, both together stand in the middle. */
      item->mark_h = self->density->bar;
      const double marks_h = item->mark_h + (self->shows_ghosts ? self->density->ghosts : 0);
      item->mark_y = y + (item->h - marks_h) / 2;
      y += item->h;
    }
  self->dated_h = self->height = y;
}

static void
add_text (SlTimeline *self, SlStyle style, SlFont font, double x, double w,
          const SlTimelineItem *item, const char *text)
{
  if (w <= 0 || text[0] == '\0')
    return;
  SlMark *mark = sl_scene_add_text (self->scene, SL_BAND_SIDE, style, font, SL_ALIGN_START, x,
                                    item->y, w, item->h, text);
  mark->wrap = self->params->paper;
  mark->elided = !self->params->paper;
}

static void
add_toggle (SlTimeline *self, const SlTimelineItem *item)
{
  if (!item->foldable)
    return;
  g_autofree char *label
      = g_strdup_printf (item->folded ? _ ("Expand %s") : _ ("Collapse %s"), item->title);
  SlMark *mark = sl_scene_add_symbol (self->scene, SL_BAND_SIDE, SL_STYLE_TEXT_DIM,
                                      item->folded ? SL_SYMBOL_ARROW_RIGHT : SL_SYMBOL_ARROW_DOWN,
                                      self->columns.title_x + indent_of (item) - TOGGLE_W / 2 - 1,
                                      item->y + item->h / 2, 5.5);
  sl_mark_set_hit (mark, item->kind, item->id, SL_PART_TOGGLE, label);
}

/* Bands of days off and bands of rows would make a chequerboard. */
static void
add_hairlines (SlTimeline *self, double y)
{
  const struct
  {
    SlBand band;
    double x, w;
  } lines[] = { { SL_BAND_SIDE, 0, self->side_w }, { SL_BAND_BODY, self->side_w, self->body_w } };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SlMark *line = sl_scene_add_line (self->scene, lines[i].band, SL_STYLE_GRID, lines[i].x, y,
                                        lines[i].x + lines[i].w, y);
      line->z = SL_TIMELINE_Z_GRID;
      line->line_width = 0.4;
    }
}

/* The ground of the row in both bands; a click on it finds the record. */
static void
add_ground (SlTimeline *self, const SlTimelineItem *item, gboolean alternate)
{
  const SlStyle style = item->type == SL_ROW_HEADING ? SL_STYLE_BAND
                        : alternate                  ? SL_STYLE_BAND_ALT
                                                     : SL_STYLE_PAPER;
  SlMark *mark
      = sl_scene_add_rect (self->scene, SL_BAND_SIDE, style, 0, item->y, self->side_w, item->h);
  mark->z = SL_TIMELINE_Z_ROW;
  if (item->kind != SL_N_KINDS)
    {
      /* An undated record has no other mark that could tell all about it. */
      g_autofree char *label = item->type == SL_ROW_HEADING || sl_timeline_item_is_dated (item)
                                   ? g_strdup (item->title)
                                   : sl_timeline_item_label (self, item);
      sl_mark_set_hit (mark, item->kind, item->id, SL_PART_HEAD, label);
    }
  if (self->shades_days)
    add_hairlines (self, item->y + item->h);
  if (style == SL_STYLE_PAPER)
    return;
  mark = sl_scene_add_rect (self->scene, SL_BAND_BODY, style, self->side_w, item->y, self->body_w,
                            item->h);
  mark->z = SL_TIMELINE_Z_ROW;
}

static void
draw_row (SlTimeline *self, const SlTimelineItem *item, gboolean alternate)
{
  const SlTimelineColumns *columns = &self->columns;
  const double x = columns->title_x + (item->type == SL_ROW_HEADING ? 0 : indent_of (item));
  g_autofree char *when = columns->dates_w > 0 ? when_text (self, item) : g_strdup ("");
  add_ground (self, item, alternate);
  if (item->type == SL_ROW_HEADING && item->kind == SL_KIND_PARTY)
    {
      SlMark *stripe = sl_scene_add_rect (self->scene, SL_BAND_SIDE, SL_STYLE_STRIPE, 0, item->y,
                                          STRIPE_W, item->h);
      stripe->color = sl_party_color (self->plan, item->id);
    }
  add_toggle (self, item);
  add_text (self, item->closed ? SL_STYLE_TEXT_DIM : SL_STYLE_TEXT, title_font (self, item), x,
            title_width (self, item), item, item->title);
  add_text (self, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, columns->owner_x, columns->owner_w, item,
            owner_of (self, item));
  add_text (self, item->late ? SL_STYLE_BAD : SL_STYLE_TEXT, SL_FONT_SMALL, columns->dates_x,
            columns->dates_w, item, when);
}

void
sl_timeline_draw_side (SlTimeline *self)
{
  guint since_heading = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      since_heading = item->type == SL_ROW_HEADING ? 0 : since_heading + 1;
      draw_row (self, item, since_heading % 2 == 0 && !self->shades_days);
    }
  for (guint i = 0; i < self->row_breaks->len; i++)
    sl_scene_add_break_y (self->scene, g_array_index (self->row_breaks, double, i));
}

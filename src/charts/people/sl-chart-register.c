/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of stakeholders with the plan of communication: how much say each party has, how
 * engaged it is and should be, by which channel and how often somebody speaks with it, and whose
 * turn it is. A table for paper: the most influential first, its heads on every sheet. */

#include "config.h"

#include "analysis/sl-contacts.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "people/sl-power-list.h"
#include "sl-flow.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

#define NATURAL_WIDTH 720.0
#define LEAST_WIDTH 460.0
#define PAD 4.0

typedef enum
{
  PARTY,
  SAY,
  ENGAGEMENT,
  CHANNEL,
  LAST,
  NEXT,
  N_COLUMNS
} Column;

/* Shares of the width. */
static const struct
{
  const char *title;
  double share;
} columns[N_COLUMNS] = {
  { N_ ("Party"), 0.21 },   { N_ ("Say"), 0.19 },          { N_ ("Engagement"), 0.17 },
  { N_ ("Channel"), 0.19 }, { N_ ("Last contact"), 0.12 }, { N_ ("Next"), 0.12 },
};

typedef struct
{
  SlFlow flow;
  const SlSnapshot *plan;
  const SlChartParams *params;
  double x[N_COLUMNS + 1];
} Register;

/* (transfer full): the cell, "" where nothing is known. What we think of a party is left out of
 * copies for others. */
static char *
say_cell (const Register *r, const SlPowerItem *item, guint row, Column column)
{
  const SlTable *parties = sl_snapshot_table (r->plan, SL_KIND_PARTY);
  gint64 last = sl_table_int (parties, row, SL_PARTY_LAST_CONTACT);
  char *text = NULL;

  switch (column)
    {
    case SAY:
      if (r->params->show_guesses && sl_power_item_has_place (item))
        /* Translators: how much power and interest a party has, 0 to 10 */
        text = g_strdup_printf (_ ("power %g, interest %g"), item->power, item->interest);
      break;
    case ENGAGEMENT:
      text = r->params->show_guesses ? sl_power_item_engagement (item) : NULL;
      break;
    case CHANNEL:
      text = g_strdup (sl_table_text (parties, row, SL_PARTY_CHANNEL));
      break;
    case LAST:
      text = last != SL_INT_NULL ? sl_day_to_text (last) : NULL;
      break;
    case NEXT:
      text = sl_contact_describe_next (r->plan, row, r->params->today);
      break;
    case PARTY:
    default:
      text = g_strdup (item->title);
    }
  return text != NULL ? text : g_strdup ("");
}

/* (transfer full): the small line below the cell, "" for none */
static char *
say_below (const Register *r, const SlPowerItem *item, guint row, Column column)
{
  const SlTable *parties = sl_snapshot_table (r->plan, SL_KIND_PARTY);
  gint64 days = sl_table_int (parties, row, SL_PARTY_CONTACT_DAYS);
  const char *contact = sl_table_text (parties, row, SL_PARTY_CONTACT);

  if (column == PARTY && contact != NULL)
    return g_strdup (contact);
  if (column == SAY && r->params->show_guesses && sl_power_item_has_place (item))
    return g_strdup (sl_quadrant_title (
        sl_stakeholder_quadrant (item->power, item->interest, SL_STAKEHOLDER_CUT)));
  if (column == CHANNEL && days != SL_INT_NULL)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "every %u day", "every %u days", (gulong)days), (guint)days);
  return g_strdup ("");
}

static void
place_columns (Register *r, double width)
{
  double x = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      r->x[i] = x;
      x += columns[i].share * width;
    }
  r->x[N_COLUMNS] = width;
}

static double
cell_width (const Register *r, guint column)
{
  return r->x[column + 1] - r->x[column] - 2 * PAD;
}

/* Returns: the height of the heads */
static double
add_heads (Register *r)
{
  double height = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    height = MAX (height,
                  sl_flow_height (&r->flow, SL_FONT_BOLD, _ (columns[i].title), cell_width (r, i)));
  sl_scene_add_rect (r->flow.scene, SL_BAND_TOP, SL_STYLE_BAND, 0, 0, r->x[N_COLUMNS],
                     height + 2 * PAD)
      ->line_width
      = -1;
  for (guint i = 0; i < N_COLUMNS; i++)
    sl_scene_add_text (r->flow.scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START,
                       r->x[i] + PAD, PAD, cell_width (r, i), height, _ (columns[i].title))
        ->wrap
        = TRUE;
  return height + 2 * PAD;
}

/* Returns: its height */
static double
add_row (Register *r, const SlPowerItem *item, guint row, double y)
{
  gint64 next = sl_contact_next (r->plan, row);
  g_autofree char *label
      = r->params->show_guesses ? sl_power_item_say (item) : g_strdup (item->title);
  double height = 0;
  SlMark *mark;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = say_cell (r, item, row, i);
      g_autofree char *below = say_below (r, item, row, i);
      gboolean late = i == NEXT && next != SL_INT_NULL && next < r->params->today;
      double at = y + PAD;

      at += sl_flow_text_at (&r->flow, SL_STYLE_TEXT, late ? SL_FONT_BOLD : SL_FONT_LABEL,
                             SL_ALIGN_START, r->x[i] + PAD, at, cell_width (r, i), text);
      at += sl_flow_text_at (&r->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                             r->x[i] + PAD, at, cell_width (r, i), below);
      height = MAX (height, at + PAD - y);
    }
  mark = sl_scene_add_rect (r->flow.scene, SL_BAND_BODY, SL_STYLE_PAPER, 0, y, r->x[N_COLUMNS],
                            height);
  mark->line_width = -1;
  mark->z = -1;
  sl_mark_set_hit (mark, SL_KIND_PARTY, item->id, SL_PART_WHOLE, label);
  sl_scene_add_line (r->flow.scene, SL_BAND_BODY, SL_STYLE_GRID, 0, y + height, r->x[N_COLUMNS],
                     y + height);
  sl_scene_add_break_y (r->flow.scene, y + height);
  return height;
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  const double given = params->width > 0.0 ? params->width : params->sheet_width;
  const double width = given > 0.0 ? MAX (given, LEAST_WIDTH) : NATURAL_WIDTH;
  g_autoptr (GArray) list = sl_power_list_new (plan);
  Register r = { .plan = plan, .params = params };
  double top, y;
  guint n = 0;

  sl_flow_init (&r.flow, scene, measure, params);
  place_columns (&r, width);
  top = y = add_heads (&r);
  for (guint i = 0; i < list->len; i++)
    {
      const SlPowerItem *item = sl_power_list_get (list, i);
      guint row;

      if (!sl_table_find (parties, item->id, &row) || !sl_contact_is_planned_for (plan, row))
        continue;
      y += add_row (&r, item, row, y);
      n++;
    }
  if (n == 0)
    y += sl_flow_text_at (&r.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_START, PAD, y + PAD,
                          width - 2 * PAD, _ ("No parties yet. Add who has a stake."))
         + 2 * PAD;
  sl_scene_set_bands (scene, top, 0.0);
  sl_scene_set_size (scene, width, y + 1.0);
}

/* How many wait for a word of us. */
static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n = 0, late = 0;

  for (guint row = 0; row < sl_table_n_rows (parties); row++)
    if (sl_contact_is_planned_for (plan, row))
      {
        gint64 next = sl_contact_next (plan, row);

        n++;
        late += next != SL_INT_NULL && next < params->today;
      }
  if (n == 0)
    return g_strdup (_ ("Nobody has a stake yet"));
  if (late == 0)
    /* Translators: a number in words */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s party, and no contact is overdue",
                                         "%s parties, and no contact is overdue", n),
                            sl_words_number_first (n));
  /* Translators: numbers in words: “Two of nine parties wait longer than planned” */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s parties waits for a word longer than planned",
                   "%s of %s parties wait for a word longer than planned", late),
      sl_words_number_first (late), sl_words_number (n));
}

const SlChart sl_chart_register = {
  .id = "register",
  .title = N_ ("Stakeholder Register"),
  .kinds
  = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};

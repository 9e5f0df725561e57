/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of stakeholders with the plan of communication: how much say each party has, how
 * engaged it is and should be, by which channel and how often somebody speaks with it, and whose
 * turn it is. A table for paper: the most influential first, its heads on every sheet. */

#include "config.h"

#include "analysis/sl-contacts.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "people/sl-power-list.h"
#include "sl-sheet-table.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

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

static const SlSheetColumn columns[N_COLUMNS] = {
  { N_ ("Party"), 0.21 },   { N_ ("Say"), 0.19 },          { N_ ("Engagement"), 0.17 },
  { N_ ("Channel"), 0.19 }, { N_ ("Last contact"), 0.12 }, { N_ ("Next"), 0.12 },
};

typedef struct
{
  SlSheetTable table;
  const SlSnapshot *plan;
  const SlChartParams *params;
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
add_row (Register *r, const SlPowerItem *item, guint row)
{
  gint64 next = sl_contact_next (r->plan, row);
  g_autofree char *label
      = r->params->show_guesses ? sl_power_item_say (item) : g_strdup (item->title);
  char *texts[2 * N_COLUMNS];
  SlSheetCell cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean late = i == NEXT && next != SL_INT_NULL && next < r->params->today;

      texts[2 * i] = say_cell (r, item, row, i);
      texts[2 * i + 1] = say_below (r, item, row, i);
      cells[i]
          = (SlSheetCell){ texts[2 * i], texts[2 * i + 1], late ? SL_FONT_BOLD : SL_FONT_LABEL };
    }
  sl_sheet_table_add_row (&r->table, cells, SL_KIND_PARTY, item->id, label);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  g_autoptr (GArray) list = sl_power_list_new (plan);
  Register r = { .plan = plan, .params = params };
  guint n = 0;

  sl_sheet_table_init (&r.table, scene, measure, params, columns, N_COLUMNS);
  for (guint i = 0; i < list->len; i++)
    {
      const SlPowerItem *item = sl_power_list_get (list, i);
      guint row;

      if (!sl_table_find (parties, item->id, &row) || !sl_contact_is_planned_for (plan, row))
        continue;
      add_row (&r, item, row);
      n++;
    }
  if (n == 0)
    sl_sheet_table_add_line (&r.table, SL_STYLE_TEXT_DIM, SL_FONT_LABEL,
                             _ ("No parties yet. Add who has a stake."));
  sl_sheet_table_finish (&r.table);
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

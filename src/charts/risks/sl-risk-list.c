/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which risks a matrix shows, in which order, and what it says of each. */

#include "config.h"

#include "risks/sl-risk-list.h"

#include "base/sl-date-text.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SlRiskItem *x = a;
  const SlRiskItem *y = b;
  int order = (y->score > x->score) - (y->score < x->score);

  if (order == 0)
    order = (y->residual > x->residual) - (y->residual < x->residual);
  if (order == 0)
    order = g_utf8_collate (x->title, y->title);
  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

static guint
step_of (const SlTable *risks, guint row, guint field)
{
  gint64 step = sl_table_int (risks, row, field);

  return step == SL_INT_NULL ? 0 : (guint)CLAMP (step, 1, SL_RISK_STEPS);
}

static SlRiskItem
read_item (const SlTable *risks, guint row)
{
  const char *title = sl_table_text (risks, row, SL_RISK_TITLE);

  return (SlRiskItem){
    .id = sl_table_id (risks, row),
    .row = row,
    .title = title != NULL && title[0] != '\0' ? title : _ ("(untitled)"),
    .probability = step_of (risks, row, SL_RISK_PROBABILITY),
    .impact = step_of (risks, row, SL_RISK_IMPACT),
    .residual_probability = step_of (risks, row, SL_RISK_RESIDUAL_PROBABILITY),
    .residual_impact = step_of (risks, row, SL_RISK_RESIDUAL_IMPACT),
    .score = sl_risk_score (risks, row, FALSE),
    .residual = sl_risk_score (risks, row, TRUE),
  };
}

SlRiskList *
sl_risk_list_new (const SlSnapshot *plan, gboolean show_closed)
{
  const SlTable *risks = sl_snapshot_table (plan, SL_KIND_RISK);
  SlRiskList *self = g_new0 (SlRiskList, 1);

  self->plan = plan;
  self->items = g_array_new (FALSE, FALSE, sizeof (SlRiskItem));
  for (guint row = 0; row < sl_table_n_rows (risks); row++)
    {
      SlRiskItem item = read_item (risks, row);

      if (!show_closed && sl_table_int (risks, row, SL_RISK_STATUS) == SL_RISK_CLOSED)
        self->n_closed++;
      else
        g_array_append_val (self->items, item);
    }
  g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    {
      SlRiskItem *item = &g_array_index (self->items, SlRiskItem, i);

      item->number = i + 1;
      self->n_placed += item->score > 0;
    }
  return self;
}

void
sl_risk_list_free (SlRiskList *self)
{
  g_array_unref (self->items);
  g_free (self);
}

const SlRiskItem *
sl_risk_list_get (const SlRiskList *self, guint index)
{
  return &g_array_index (self->items, SlRiskItem, index);
}

static char *
describe_score (const SlRiskItem *item)
{
  if (item->score == 0)
    return g_strdup (_ ("not estimated"));
  if (item->residual == 0)
    /* Translators: probability x impact of a risk */
    return g_strdup_printf (_ ("score %u"), item->score);
  return g_strdup_printf (_ ("score %u, %u after countermeasures"), item->score, item->residual);
}

static char *
describe_plan (const SlTable *risks, guint row)
{
  const char *plan = sl_table_text (risks, row, SL_RISK_PLAN);
  gint64 since = sl_table_int (risks, row, SL_RISK_ACTIVATED);
  g_autofree char *day = NULL;

  if (since == SL_INT_NULL)
    return g_strdup (plan != NULL && plan[0] != '\0' ? _ ("plan ready") : _ ("no plan"));
  day = sl_day_to_text (since);
  return g_strdup_printf (_ ("plan active since %s"), day);
}

char *
sl_risk_list_describe (const SlRiskList *self, const SlRiskItem *item)
{
  const SlTable *risks = sl_snapshot_table (self->plan, SL_KIND_RISK);
  SlId owner = sl_table_ref (risks, item->row, SL_RISK_OWNER);
  g_autofree char *score = describe_score (item);
  g_autofree char *plan = describe_plan (risks, item->row);
  g_autofree char *name = NULL;

  if (owner == SL_ID_NONE)
    return g_strdup_printf ("%s; %s", score, plan);
  name = sl_words_name (sl_snapshot_title (self->plan, owner));
  return g_strdup_printf ("%s; %s; %s", score, name, plan);
}

char *
sl_risk_list_say (const SlRiskList *self, const SlRiskItem *item)
{
  g_autofree char *details = sl_risk_list_describe (self, item);

  if (item->score == 0)
    return g_strdup_printf ("%s: %s", item->title, details);
  /* Translators: a risk, its steps from 1 to 5, what else is known of it. */
  return g_strdup_printf (_ ("%s: probability %u, impact %u; %s"), item->title, item->probability,
                          item->impact, details);
}

char *
sl_risk_list_headline (const SlRiskList *self)
{
  guint high = 0;
  guint left = 0;
  guint n = self->items->len;

  if (n == 0)
    return g_strdup (_ ("No risk is written down yet"));
  for (guint i = 0; i < n; i++)
    {
      const SlRiskItem *item = sl_risk_list_get (self, i);
      gboolean is_high
          = item->score > 0 && sl_risk_zone (item->probability, item->impact) == SL_RISK_ZONE_HIGH;

      high += is_high;
      left += is_high
              && (item->residual == 0
                  || sl_risk_zone (item->residual_probability, item->residual_impact)
                         == SL_RISK_ZONE_HIGH);
    }
  if (high == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s risk, and it is not high",
                                         "%s risks, and none of them is high", n),
                            sl_words_number_first (n));
  if (left == 0)
    /* Translators: numbers in words: “Four of six risks are high; countermeasures bring them down”
     */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %s risks is high; countermeasures bring it down",
                     "%s of %s risks are high; countermeasures bring them down", high),
        sl_words_number_first (high), sl_words_number (n));
  if (left == high)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s risks is high and stays so",
                                         "%s of %s risks are high and stay so", high),
                            sl_words_number_first (high), sl_words_number (n));
  /* Translators: numbers in words: “Four of six risks are high, and one stays so after
   * countermeasures” */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s of %s risks are high, and %s stays so after countermeasures",
                   "%s of %s risks are high, and %s stay so after countermeasures", left),
      sl_words_number_first (high), sl_words_number (n), sl_words_number (left));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check before signing. Source: METHODS section 2a for what counts as an agreement; the list
 * itself follows the advice to agree on objectives and expectations before committing. */

#include "config.h"

#include "analysis/sl-charter.h"

#include <glib/gi18n-lib.h>

static gboolean
is_written (const SlTable *table, guint row, guint field)
{
  const char *text = sl_table_text (table, row, field);

  return text != NULL && *text != '\0';
}

typedef struct
{
  const SlFacts *facts;
  const SlTable *partners;
} Order;

/* As the parties stand in the outline. */
static int
compare_partners (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const int x = sl_facts_party (order->facts, sl_table_ref (order->partners, i, SL_PARTNER_PARTY));
  const int y = sl_facts_party (order->facts, sl_table_ref (order->partners, j, SL_PARTNER_PARTY));

  return x < y ? -1 : x > y;
}

static void
find_partners (SlCharter *self, const SlFacts *facts, const SlTable *partners)
{
  Order order = { facts, partners };

  for (guint row = 0; row < sl_table_n_rows (partners); row++)
    if (sl_table_ref (partners, row, SL_PARTNER_ALLIANCE) == self->alliance)
      {
        g_array_append_val (self->partners, row);
        self->n_silent += !is_written (partners, row, SL_PARTNER_GIVES)
                          || !is_written (partners, row, SL_PARTNER_GETS);
      }
  g_array_sort_with_data (self->partners, compare_partners, &order);
}

static void
find_goals (SlCharter *self, const SlFacts *facts)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint i = 0; i < facts->n_goals; i++)
    if (sl_table_ref (goals, facts->goals[i].row, SL_GOAL_ALLIANCE) != self->alliance)
      continue;
    else if (!facts->goals[i].active)
      self->n_closed++;
    else
      {
        g_array_append_val (self->goals, i);
        self->n_unowned += facts->goals[i].owner < 0;
      }
}

static void
find_gaps (SlCharter *self, const SlFacts *facts, const SlTable *partners)
{
  for (guint i = 0; i < self->goals->len; i++)
    for (guint k = 0; k < self->partners->len; k++)
      {
        const guint row = g_array_index (self->partners, guint, k);
        const guint goal = g_array_index (self->goals, guint, i);
        const int party = sl_facts_party (facts, sl_table_ref (partners, row, SL_PARTNER_PARTY));

        if (party >= 0 && !sl_position_is_agreement (sl_facts_stance (facts, (guint)party, goal)))
          {
            const SlCharterGap gap = { (guint)party, goal };

            g_array_append_val (self->gaps, gap);
          }
      }
}

SlCharter *
sl_charter_new (const SlFacts *facts, SlId alliance)
{
  const SlTable *alliances = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  const SlTable *partners = sl_snapshot_table (facts->plan, SL_KIND_PARTNER);
  SlCharter *self = g_new0 (SlCharter, 1);
  guint row;

  self->alliance = alliance;
  self->partners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->goals = g_array_new (FALSE, FALSE, sizeof (guint));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (SlCharterGap));
  g_return_val_if_fail (sl_table_find (alliances, alliance, &row), self);

  find_partners (self, facts, partners);
  find_goals (self, facts);
  find_gaps (self, facts, partners);
  self->done[SL_CHARTER_GOALS_AGREED]
      = self->goals->len > 0 && self->partners->len >= 2 && self->gaps->len == 0;
  self->done[SL_CHARTER_EXPECTATIONS] = is_written (alliances, row, SL_ALLIANCE_EXPECTATIONS)
                                        && self->partners->len >= 2 && self->n_silent == 0;
  self->done[SL_CHARTER_OWNERS] = self->goals->len > 0 && self->n_unowned == 0;
  self->done[SL_CHARTER_REVIEW] = sl_table_is_set (alliances, row, SL_ALLIANCE_REVIEW);
  return self;
}

void
sl_charter_free (SlCharter *self)
{
  g_array_unref (self->partners);
  g_array_unref (self->goals);
  g_array_unref (self->gaps);
  g_free (self);
}

gboolean
sl_charter_is_ready (const SlCharter *self)
{
  for (guint i = 0; i < SL_N_CHARTER_CHECKS; i++)
    if (!self->done[i])
      return FALSE;
  return TRUE;
}

const char *
sl_charter_check_title (SlCharterCheck check)
{
  static const char *const titles[SL_N_CHARTER_CHECKS] = {
    [SL_CHARTER_GOALS_AGREED] = N_ ("All partners agreed to all goals, in writing"),
    [SL_CHARTER_EXPECTATIONS] = N_ ("Expectations are written, and what each gives and gets"),
    [SL_CHARTER_OWNERS] = N_ ("Every goal has an owner"),
    [SL_CHARTER_REVIEW] = N_ ("The first review has a date"),
  };

  g_return_val_if_fail (check < SL_N_CHARTER_CHECKS, "");
  return _ (titles[check]);
}

static char *
say_goals_missing (const SlCharter *self)
{
  if (self->goals->len == 0)
    return g_strdup (_ ("no goal belongs to the alliance"));
  if (self->partners->len < 2)
    return g_strdup (_ ("an alliance needs two partners"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u agreement in writing is missing",
                                       "%u agreements in writing are missing", self->gaps->len),
                          self->gaps->len);
}

char *
sl_charter_say_missing (const SlCharter *self, SlCharterCheck check)
{
  g_return_val_if_fail (check < SL_N_CHARTER_CHECKS, NULL);

  if (self->done[check])
    return g_strdup ("");
  switch (check)
    {
    case SL_CHARTER_GOALS_AGREED:
      return say_goals_missing (self);
    case SL_CHARTER_EXPECTATIONS:
      if (self->n_silent == 0)
        return g_strdup (_ ("nobody wrote down what is expected"));
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u partner does not say what it gives and gets",
                       "%u partners do not say what they give and get", self->n_silent),
          self->n_silent);
    case SL_CHARTER_OWNERS:
      if (self->goals->len == 0)
        return g_strdup (_ ("no goal belongs to the alliance"));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal has no owner",
                                           "%u goals have no owner", self->n_unowned),
                              self->n_unowned);
    default:
      return g_strdup (_ ("no date for the next review"));
    }
}

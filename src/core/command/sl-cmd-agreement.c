/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands by which parties agree: storing the agreed baseline of goals, signing the charter of an
 * alliance, telling parties of a change and confirming that they know. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-facts.h"
#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Baselines of imported plans have the numbers 0 to 10; agreed ones begin here. */
#define FIRST_AGREED 11
/* How long a party has to confirm a change. Source: METHODS section 9; unit: days. */
#define CONFIRM_DAYS 7

/* --- The agreed baseline --- */

static gint64
next_baseline (SlTxn *txn, SlId item)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_BASELINE);
  gint64 number = FIRST_AGREED;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, SL_BASELINE_ITEM) == item)
      number = MAX (number, sl_table_int (table, row, SL_BASELINE_NUMBER) + 1);
  return number;
}

static void
copy_date (SlCmdRow *row, guint field, gint64 day)
{
  if (day != SL_INT_NULL)
    sl_cmd_row_set_int (row, field, day);
}

static void
begin_baseline (SlCmdRow *row, SlTxn *txn, SlId item, const char *wording, gint64 day)
{
  sl_cmd_row_init (row, SL_KIND_BASELINE);
  sl_cmd_row_set_int (row, SL_BASELINE_ITEM, item);
  sl_cmd_row_set_int (row, SL_BASELINE_NUMBER, next_baseline (txn, item));
  sl_cmd_row_set_int (row, SL_BASELINE_DAY, day);
  sl_cmd_row_set_text (row, SL_BASELINE_WORDING, wording != NULL ? wording : "");
}

static gboolean
agree_kpis (SlTxn *txn, SlId goal, gint64 day, GError **error)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_txn_get_snapshot (txn));
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_KPI);

  for (guint i = 0; i < sl_table_n_rows (table); i++)
    {
      g_auto (SlCmdRow) row = { 0 };
      double target = sl_table_real (table, i, SL_KPI_TARGET);

      if (sl_table_ref (table, i, SL_KPI_GOAL) != goal)
        continue;
      begin_baseline (&row, txn, sl_table_id (table, i), sl_table_text (table, i, SL_KPI_TITLE),
                      day);
      if (!isnan (target))
        sl_cmd_row_set_real (&row, SL_BASELINE_TARGET, target);
      copy_date (&row, SL_BASELINE_DUE, sl_table_int (table, i, SL_KPI_TARGET_DAY));
      if (!sl_cmd_row_insert (&row, txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Stores what is agreed of one goal on @day: wording, dates, its share of the weight, targets of
 * its KPIs. */
static gboolean
agree_goal (SlTxn *txn, const SlFacts *facts, SlId id, gint64 day, GError **error)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  int number = sl_facts_goal (facts, id);
  const SlFactGoal *goal = &facts->goals[number];
  g_auto (SlCmdRow) row = { 0 };

  begin_baseline (&row, txn, id, sl_table_text (table, goal->row, SL_GOAL_TITLE), day);
  copy_date (&row, SL_BASELINE_START, sl_table_int (table, goal->row, SL_GOAL_START));
  copy_date (&row, SL_BASELINE_DUE, sl_table_int (table, goal->row, SL_GOAL_DUE));
  if (goal->shared && goal->active)
    sl_cmd_row_set_real (&row, SL_BASELINE_WEIGHT, goal->weight);
  return sl_cmd_row_insert (&row, txn, NULL, error) && agree_kpis (txn, id, day, error);
}

static gboolean
run_agree (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  g_autoptr (SlFacts) facts = NULL;
  const char *reason;

  if (records == NULL)
    return FALSE;
  g_variant_get_child (params, 1, "&s", &reason);
  for (guint i = 0; i < records->len; i++)
    if (!sl_cmd_require (txn, g_array_index (records, SlCmdRecord, i).id, SL_KIND_GOAL, error))
      return FALSE;
  facts = sl_facts_new (sl_txn_get_snapshot (txn), sl_day_today ());
  for (guint i = 0; i < records->len; i++)
    {
      SlId id = g_array_index (records, SlCmdRecord, i).id;
      g_autofree char *title = sl_cmd_title (txn, id);
      /* Translators: title of a decision; a goal. */
      g_autofree char *agreed = g_strdup_printf (_ ("Agreed: %s"), title);
      SlCmdDecision decision = { agreed, reason, id, SL_ID_NONE, NULL };

      if (!agree_goal (txn, facts, id, sl_day_today (), error)
          || !sl_cmd_write_decision (txn, &decision, NULL, error))
        return FALSE;
    }
  sl_cmd_name (txn, result, records);
  return TRUE;
}

/* --- The charter --- */

/* The parties of @alliance. */
static GArray *
read_partners (const SlSnapshot *plan, SlId alliance)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PARTNER);
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId party = sl_table_ref (table, row, SL_PARTNER_PARTY);

      if (sl_table_ref (table, row, SL_PARTNER_ALLIANCE) == alliance)
        g_array_append_val (parties, party);
    }
  return parties;
}

/* What a party signs it agrees to in writing; where it stood higher it stays there. */
static gboolean
sign_goal (SlTxn *txn, SlId party, SlId goal, gint64 day, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_POSITION);
  g_auto (SlCmdRow) row = { 0 };
  gint64 value = 1;
  SlId id;
  guint number;

  sl_cmd_row_init (&row, SL_KIND_POSITION);
  sl_cmd_row_set_int (&row, SL_POSITION_PARTY, party);
  sl_cmd_row_set_int (&row, SL_POSITION_GOAL, goal);
  if (sl_cmd_row_exists (&row, txn, &id) && sl_table_find (table, id, &number))
    value = MAX (value, sl_table_int (table, number, SL_POSITION_VALUE));
  sl_cmd_row_set_int (&row, SL_POSITION_VALUE, value);
  sl_cmd_row_set_int (&row, SL_POSITION_SOURCE, SL_POSITION_WRITING);
  sl_cmd_row_set_int (&row, SL_POSITION_DAY, day);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

static gboolean
sign_goals (SlTxn *txn, SlId alliance, gint64 day, GError **error)
{
  g_autoptr (SlFacts) facts = sl_facts_new (sl_txn_get_snapshot (txn), sl_day_today ());
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  g_autoptr (GArray) partners = read_partners (facts->plan, alliance);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (!goal->active || sl_table_ref (table, goal->row, SL_GOAL_ALLIANCE) != alliance)
        continue;
      for (guint k = 0; k < partners->len; k++)
        if (!sign_goal (txn, g_array_index (partners, SlId, k), goal->id, day, error))
          return FALSE;
      if (!agree_goal (txn, facts, goal->id, day, error))
        return FALSE;
    }
  return TRUE;
}

/* Stores who signed for the partners in @signatories, a(xs). */
static gboolean
name_signatories (SlTxn *txn, SlId alliance, GVariant *signatories, GError **error)
{
  GVariantIter iter;
  const char *name;
  gint64 party;

  g_variant_iter_init (&iter, signatories);
  while (g_variant_iter_next (&iter, "(x&s)", &party, &name))
    {
      g_auto (SlCmdRow) row = { 0 };

      sl_cmd_row_init (&row, SL_KIND_PARTNER);
      sl_cmd_row_set_int (&row, SL_PARTNER_ALLIANCE, alliance);
      sl_cmd_row_set_int (&row, SL_PARTNER_PARTY, party);
      if (!sl_cmd_row_exists (&row, txn, NULL))
        {
          g_autofree char *title = sl_cmd_title (txn, party);

          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       _ ("“%s” is no partner of the alliance and cannot sign."), title);
          return FALSE;
        }
      sl_cmd_row_set_text (&row, SL_PARTNER_SIGNATORY, name);
      if (!sl_cmd_row_put (&row, txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sign_day (gint64 *day, GError **error)
{
  if (*day == SL_INT_NULL)
    *day = sl_day_today ();
  if (*day <= sl_day_today ())
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("A charter cannot be signed on a day that is still to come."));
  return FALSE;
}

static gboolean
run_sign (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) signatories = NULL;
  g_autofree char *title = NULL;
  g_autofree char *signed_title = NULL;
  SlCmdDecision decision = { 0 };
  gint64 alliance, day;
  SlValue signed_on;

  g_variant_get (params, "(xx@a(xs))", &alliance, &day, &signatories);
  if (!sl_cmd_require (txn, alliance, SL_KIND_ALLIANCE, error) || !read_sign_day (&day, error))
    return FALSE;
  title = sl_cmd_title (txn, alliance);
  /* Translators: title of a decision; an alliance. */
  signed_title = g_strdup_printf (_ ("Charter signed: %s"), title);
  decision.title = signed_title;
  decision.item = alliance;
  signed_on = sl_value_int (day);
  result->subject = g_steal_pointer (&title);
  result->id = alliance;
  return sl_txn_set (txn, SL_KIND_ALLIANCE, alliance, SL_ALLIANCE_SIGNED, &signed_on, error)
         && name_signatories (txn, alliance, signatories, error)
         && sign_goals (txn, alliance, day, error)
         && sl_cmd_write_decision (txn, &decision, NULL, error);
}

/* --- Telling and confirming --- */

/* Whether @party has to do with @goal: it owns it, has a position on it or a partner's share. */
static gboolean
concerns (const SlFacts *facts, guint party, guint goal)
{
  return facts->goals[goal].owner == (int)party
         || sl_facts_position (facts, party, goal).value != SL_POSITION_UNKNOWN
         || sl_facts_priority (facts, party, goal) > 0.0;
}

static gboolean
announce_to (SlTxn *txn, SlId goal, SlId party, const char *change, GError **error)
{
  g_auto (SlCmdRow) row = { 0 };

  sl_cmd_row_init (&row, SL_KIND_ACKNOWLEDGEMENT);
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_GOAL, goal);
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_PARTY, party);
  if (!sl_cmd_row_drop (&row, txn, error))
    return FALSE;
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_CHANGED, sl_day_today ());
  sl_cmd_row_set_text (&row, SL_ACKNOWLEDGEMENT_CHANGE, change);
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_DUE, sl_day_today () + CONFIRM_DAYS);
  return sl_cmd_row_insert (&row, txn, NULL, error);
}

static gboolean
run_announce (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (SlFacts) facts = NULL;
  const char *change;
  gint64 goal;
  int number;

  g_variant_get (params, "(x&s)", &goal, &change);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error))
    return FALSE;
  facts = sl_facts_new (sl_txn_get_snapshot (txn), sl_day_today ());
  number = sl_facts_goal (facts, goal);
  for (guint i = 0; i < facts->n_parties; i++)
    if (concerns (facts, i, (guint)number) && !facts->parties[i].gone
        && !announce_to (txn, goal, facts->parties[i].id, change, error))
      return FALSE;
  result->subject = sl_cmd_title (txn, goal);
  result->id = goal;
  return TRUE;
}

static gboolean
run_acknowledge (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  gint64 goal, party;

  g_variant_get (params, "(xx)", &goal, &party);
  sl_cmd_row_init (&row, SL_KIND_ACKNOWLEDGEMENT);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
      || !sl_cmd_require (txn, party, SL_KIND_PARTY, error))
    return FALSE;
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_GOAL, goal);
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_PARTY, party);
  sl_cmd_row_set_int (&row, SL_ACKNOWLEDGEMENT_CONFIRMED, sl_day_today ());
  sl_cmd_name_pair (txn, result, party, goal, SL_ID_NONE);
  return sl_cmd_row_put (&row, txn, &result->id, error);
}

const SlCommand sl_cmd_goal_agree = {
  "goal.agree",
  N_ ("Agree on “%s”"),
  "(axs)",
  run_agree,
};

const SlCommand sl_cmd_goal_announce = {
  "goal.announce",
  N_ ("Announce a change of “%s”"),
  "(xs)",
  run_announce,
};

const SlCommand sl_cmd_goal_acknowledge = {
  "goal.acknowledge",
  N_ ("Confirm that “%s” knows “%s”"),
  "(xx)",
  run_acknowledge,
};

const SlCommand sl_cmd_alliance_sign = {
  "alliance.sign",
  N_ ("Sign the charter of “%s”"),
  "(xxa(xs))",
  run_sign,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on findings: applying a fix as one step with its decision, accepting, muting. A decision
 * that settles a finding says in its field "covers" which fields of its item the fix set. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Goals and KPIs beside the subject for which one fix writes a decision. */
#define MAX_DECISIONS 20
/* What a fix covers that moved weights, of whatever goals. */
#define WEIGHT "weight"

gboolean
sl_cmd_run_steps (SlTxn *txn, GVariant *steps, GError **error)
{
  GVariantIter iter;
  const char *id;
  GVariant *boxed;

  g_variant_iter_init (&iter, steps);
  while (g_variant_iter_next (&iter, "(&sv)", &id, &boxed))
    {
      g_autoptr (GVariant) params = boxed;
      const SlCommand *command = sl_command_by_id (id);
      SlCommandResult result = { 0 };
      gboolean ok;

      if (command == NULL || !g_variant_is_of_type (params, G_VARIANT_TYPE (command->params)))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       _ ("There is no command “%s” with parameters of type %s."), id,
                       g_variant_get_type_string (params));
          return FALSE;
        }
      ok = command->run (txn, params, &result, error);
      g_free (result.subject);
      g_free (result.detail);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_cmd_write_decision (SlTxn *txn, const SlCmdDecision *decision, SlId *id, GError **error)
{
  g_auto (SlCmdRow) row;

  sl_cmd_row_init (&row, SL_KIND_DECISION);
  sl_cmd_row_set_text (&row, SL_DECISION_TITLE, decision->title);
  sl_cmd_row_set_int (&row, SL_DECISION_TYPE, SL_DECISION_TYPE_DECISION);
  sl_cmd_row_set_int (&row, SL_DECISION_STATUS, SL_DECISION_STATUS_DONE);
  sl_cmd_row_set_int (&row, SL_DECISION_DAY, sl_day_today ());
  if (decision->item != SL_ID_NONE && sl_cmd_find (txn, decision->item, NULL, NULL, NULL))
    sl_cmd_row_set_int (&row, SL_DECISION_ITEM, decision->item);
  if (decision->owner != SL_ID_NONE)
    sl_cmd_row_set_int (&row, SL_DECISION_OWNER, decision->owner);
  if (decision->reason != NULL)
    sl_cmd_row_set_text (&row, SL_DECISION_REASON, decision->reason);
  if (decision->finding != NULL)
    sl_cmd_row_set_text (&row, SL_DECISION_FINDING, decision->finding);
  if (decision->covers != NULL)
    sl_cmd_row_set_text (&row, SL_DECISION_COVERS, decision->covers);
  return sl_cmd_row_insert (&row, txn, id, error);
}

/* --- What a fix decides --- */

/* Objectives are shared goals, other levels need not be. */
static gboolean
makes_objective (const SlChange *change)
{
  SlValue objective = sl_value_int (SL_GOAL_LEVEL_OBJECTIVE);

  return change->field == SL_GOAL_LEVEL
         && (sl_value_equal (&change->old_value, &objective)
             || sl_value_equal (&change->new_value, &objective));
}

/* Whether it moves the weights of shared goals against each other. */
static gboolean
moves_weights (const SlChange *change)
{
  if (change->kind == SL_KIND_PRIORITY)
    return TRUE;
  if (change->kind != SL_KIND_GOAL)
    return FALSE;
  return change->op != SL_CHANGE_SET || change->field == SL_GOAL_WEIGHT
         || change->field == SL_GOAL_STATUS || change->field == SL_GOAL_SHARED
         || change->field == SL_GOAL_ALLIANCE || makes_objective (change);
}

static const char *
name_of_field (const SlChange *change)
{
  return sl_kind (change->kind)->fields[change->field].name;
}

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
}

char *
sl_cmd_list_covered (SlTxn *txn, SlId item, SlId subject)
{
  const SlChangeSet *changes = sl_txn_get_changes (txn);
  GString *words = g_string_new (NULL);
  gboolean weights = FALSE;

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      weights |= item == subject && moves_weights (change);
      if (change->op == SL_CHANGE_SET && change->id == item
          && strcmp (name_of_field (change), WEIGHT) != 0)
        add_word (words, name_of_field (change));
    }
  if (weights)
    add_word (words, WEIGHT);
  return g_string_free (words, FALSE);
}

/* Goals and KPIs that @changes set, each once, behind @subject. */
static GArray *
list_decided (const SlChangeSet *changes, SlId subject)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));

  g_array_append_val (ids, subject);
  for (guint i = 0; i < sl_change_set_length (changes) && ids->len <= MAX_DECISIONS; i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      if (change->op == SL_CHANGE_SET && change->id != subject
          && (change->kind == SL_KIND_GOAL || change->kind == SL_KIND_KPI)
          && g_hash_table_add (seen, (gpointer)&change->id))
        g_array_append_val (ids, change->id);
    }
  return ids;
}

static gboolean
run_apply (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) steps = NULL;
  g_autoptr (GArray) decided = NULL;
  g_autoptr (GPtrArray) covered = g_ptr_array_new_with_free_func (g_free);
  const char *key, *label;
  gint64 subject;

  g_variant_get (params, "(&sx&s@a(sv))", &key, &subject, &label, &steps);
  if (!sl_cmd_run_steps (txn, steps, error))
    return FALSE;
  decided = list_decided (sl_txn_get_changes (txn), subject);
  for (guint i = 0; i < decided->len; i++)
    g_ptr_array_add (covered, sl_cmd_list_covered (txn, g_array_index (decided, SlId, i), subject));
  for (guint i = 0; i < decided->len; i++)
    {
      SlCmdDecision decision
          = { label, NULL, g_array_index (decided, SlId, i), SL_ID_NONE, key, covered->pdata[i] };

      if (!sl_cmd_write_decision (txn, &decision, NULL, error))
        return FALSE;
    }
  result->subject = g_strdup (label);
  result->id = sl_cmd_find (txn, subject, NULL, NULL, NULL) ? subject : SL_ID_NONE;
  return TRUE;
}

/* The judgement on @key, which people gave as a parameter. */
static gboolean
judgement_row (SlCmdRow *row, const char *key, GError **error)
{
  sl_cmd_row_init (row, SL_KIND_JUDGEMENT);
  sl_cmd_row_set_text (row, SL_JUDGEMENT_KEY, key);
  if (row->values[SL_JUDGEMENT_KEY].type == SL_VALUE_TEXT)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("A finding has no empty key."));
  return FALSE;
}

static gboolean
run_accept (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  const char *key, *reason;
  gint64 expiry;

  g_variant_get (params, "(&s&sx)", &key, &reason, &expiry);
  if (!judgement_row (&row, key, error))
    return FALSE;
  if (*reason == '\0')
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Say why the finding is accepted: others will ask."));
      return FALSE;
    }
  sl_cmd_row_set_int (&row, SL_JUDGEMENT_TYPE, SL_JUDGEMENT_ACCEPTED);
  sl_cmd_row_set_text (&row, SL_JUDGEMENT_REASON, reason);
  sl_cmd_row_set_int (&row, SL_JUDGEMENT_DAY, sl_day_today ());
  if (expiry != SL_INT_NULL)
    sl_cmd_row_set_int (&row, SL_JUDGEMENT_EXPIRY, expiry);
  result->subject = g_strdup (reason);
  return (expiry != SL_INT_NULL || sl_cmd_row_drop (&row, txn, error))
         && sl_cmd_row_put (&row, txn, NULL, error);
}

static gboolean
run_reopen (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  const char *key;

  g_variant_get (params, "(&s)", &key);
  result->subject = g_strdup (key);
  return judgement_row (&row, key, error) && sl_cmd_row_drop (&row, txn, error);
}

static gboolean
run_mute (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  const char *rule;
  gboolean muted;

  g_variant_get (params, "(&sb)", &rule, &muted);
  if (!judgement_row (&row, rule, error))
    return FALSE;
  result->subject = g_strdup (rule);
  if (!muted)
    return sl_cmd_row_drop (&row, txn, error);
  sl_cmd_row_set_int (&row, SL_JUDGEMENT_TYPE, SL_JUDGEMENT_MUTED);
  sl_cmd_row_set_int (&row, SL_JUDGEMENT_DAY, sl_day_today ());
  return sl_cmd_row_put (&row, txn, NULL, error);
}

const SlCommand sl_cmd_fix_apply = {
  "fix.apply",
  N_ ("Fix: “%s”"),
  "(sxsa(sv))",
  run_apply,
};

const SlCommand sl_cmd_finding_accept = {
  "finding.accept",
  N_ ("Accept a finding: “%s”"),
  "(ssx)",
  run_accept,
};

const SlCommand sl_cmd_finding_reopen = {
  "finding.reopen",
  N_ ("Reopen “%s”"),
  "(s)",
  run_reopen,
};

const SlCommand sl_cmd_rule_mute = {
  "rule.mute",
  N_ ("Mute rule “%s”"),
  "(sb)",
  run_mute,
};

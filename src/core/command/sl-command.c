/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of commands, and values as their parameters. A new command is one row here and one
 * in the table of sl-command.h. */

#include "config.h"

#include "command/sl-command-private.h"

#include <string.h>

/* One a line: many people add to it. */
/* clang-format off */
static const SlCommand *const commands[] = {
  &sl_cmd_record_add,
  &sl_cmd_record_add_many,
  &sl_cmd_record_set,
  &sl_cmd_record_set_many,
  &sl_cmd_record_delete,
  &sl_cmd_record_restore,
  &sl_cmd_record_duplicate,
  &sl_cmd_record_paste,
  &sl_cmd_record_move,
  &sl_cmd_project_set,
  &sl_cmd_sheet_set_headline,
  &sl_cmd_tree_indent,
  &sl_cmd_tree_outdent,
  &sl_cmd_tree_move_up,
  &sl_cmd_tree_move_down,
  &sl_cmd_goal_add_parent,
  &sl_cmd_goal_remove_parent,
  &sl_cmd_goal_link,
  &sl_cmd_goal_confirm,
  &sl_cmd_goal_check_in,
  &sl_cmd_goal_close,
  &sl_cmd_value_mark,
  &sl_cmd_state_freeze,
  &sl_cmd_record_renew,
  &sl_cmd_position_set,
  &sl_cmd_position_set_many,
  &sl_cmd_priority_set,
  &sl_cmd_priority_set_many,
  &sl_cmd_dependency_set,
  &sl_cmd_hand_off_set,
  &sl_cmd_allocation_set,
  &sl_cmd_item_shift,
  &sl_cmd_item_resize,
  &sl_cmd_plan_shift,
  &sl_cmd_plan_carry_over,
  &sl_cmd_owner_set_by_name,
  &sl_cmd_plan_import,
  &sl_cmd_project_start,
  &sl_cmd_fix_apply,
  &sl_cmd_finding_accept,
  &sl_cmd_finding_reopen,
  &sl_cmd_rule_mute,
  &sl_cmd_conflict_open,
  &sl_cmd_conflict_settle,
  &sl_cmd_conflict_reopen,
  &sl_cmd_goal_agree,
  &sl_cmd_goal_announce,
  &sl_cmd_goal_acknowledge,
  &sl_cmd_alliance_sign,
  &sl_cmd_review_hold,
  &sl_cmd_risk_activate,
  &sl_cmd_risk_place,
  &sl_cmd_risk_place_residual,
  &sl_cmd_role_set,
  &sl_cmd_party_place,
  &sl_cmd_party_plan_task,
  NULL,
};
/* clang-format on */

const SlCommand *const *
sl_command_all (void)
{
  return commands;
}

const SlCommand *
sl_command_by_id (const char *id)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (strcmp (commands[i]->id, id) == 0)
      return commands[i];
  return NULL;
}

GVariant *
sl_value_to_variant (const SlValue *value)
{
  switch (value->type)
    {
    case SL_VALUE_INT:
      return g_variant_new_int64 (value->i);
    case SL_VALUE_REAL:
      return g_variant_new_double (value->r);
    case SL_VALUE_TEXT:
      return g_variant_new_string (value->s);
    case SL_VALUE_NULL:
    default:
      return g_variant_new_tuple (NULL, 0);
    }
}

/* Reads the smaller integers that callers may have at hand. */
static gboolean
read_integer (GVariant *variant, gint64 *integer)
{
  switch (g_variant_classify (variant))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      *integer = g_variant_get_boolean (variant);
      return TRUE;
    case G_VARIANT_CLASS_BYTE:
      *integer = g_variant_get_byte (variant);
      return TRUE;
    case G_VARIANT_CLASS_INT16:
      *integer = g_variant_get_int16 (variant);
      return TRUE;
    case G_VARIANT_CLASS_UINT16:
      *integer = g_variant_get_uint16 (variant);
      return TRUE;
    case G_VARIANT_CLASS_INT32:
      *integer = g_variant_get_int32 (variant);
      return TRUE;
    case G_VARIANT_CLASS_UINT32:
      *integer = g_variant_get_uint32 (variant);
      return TRUE;
    case G_VARIANT_CLASS_INT64:
      *integer = g_variant_get_int64 (variant);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
sl_value_from_variant (GVariant *variant, SlValue *value)
{
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) inner = g_variant_get_variant (variant);
      return sl_value_from_variant (inner, value);
    }
  gint64 integer;
  if (read_integer (variant, &integer))
    *value = sl_value_int (integer);
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    *value = sl_value_real (g_variant_get_double (variant));
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    *value = sl_value_text (g_variant_get_string (variant, NULL));
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE_UNIT))
    *value = (SlValue)SL_VALUE_INIT;
  else
    return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the families of commands share: reading parameters, finding records, writing relations, and
 * naming what was done. */

#pragma once

#include "command/sl-command.h"

G_BEGIN_DECLS

typedef struct
{
  SlKindId kind;
  SlId id;
} SlCmdRecord;

/* --- Finding --- */

/* Errors: %SL_ERROR_NOT_FOUND. @kind and @row may be NULL. */
gboolean sl_cmd_find (SlTxn *txn, SlId id, SlKindId *kind, guint *row, GError **error);
/* The same for a record that must be of @kind. */
gboolean sl_cmd_require (SlTxn *txn, SlId id, SlKindId kind, GError **error);
/* The records that @ids ("ax") names, each once, in that order.
 * Returns: (transfer full) (element-type SlCmdRecord) (nullable): NULL with @error if one is
 *   missing */
GArray *sl_cmd_read_ids (SlTxn *txn, GVariant *ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Drops records that stand below another one of @records, and puts those of one parent into the
 * order of their siblings. */
void sl_cmd_arrange (SlTxn *txn, GArray *records);
/* The parent in the tree, SL_ID_NONE for roots and for kinds without a tree. */
SlId sl_cmd_parent (SlTxn *txn, const SlCmdRecord *record);
/* Siblings of a record of @kind under @parent, in order; milestones are siblings of tasks.
 * (transfer full) (element-type SlCmdRecord) */
GArray *sl_cmd_siblings (SlTxn *txn, SlKindId kind, SlId parent) G_GNUC_WARN_UNUSED_RESULT;
/* The same in any plan. */
GArray *sl_cmd_list_siblings (const SlSnapshot *plan, SlKindId kind,
                              SlId parent) G_GNUC_WARN_UNUSED_RESULT;
/* The place of @id in @records, or -1. */
int sl_cmd_index (const GArray *records, SlId id);
/* The last of the siblings under @parent that is not @except, or SL_ID_NONE. */
SlId sl_cmd_last_sibling (SlTxn *txn, SlKindId kind, SlId parent, SlId except);

/* --- Values --- */

/* The value of parameter @variant for @field: text is cleaned, and "" is no value where that is
 * allowed; text for a field of another type is read as files write it (sl_field_parse()).
 * Errors: %SL_ERROR_INVALID. */
gboolean sl_cmd_read_value (const SlField *field, GVariant *variant, SlValue *value,
                            GError **error);
/* The number of field @name of @kind; -1 with an error if it has none. */
int sl_cmd_field (SlKindId kind, const char *name, GError **error);

/* A row in the making; unset fields take their defaults, or stay as they are. */
typedef struct
{
  const SlKind *kind;
  SlValue *values;
} SlCmdRow;

void sl_cmd_row_init (SlCmdRow *row, SlKindId kind);
void sl_cmd_row_clear (SlCmdRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlCmdRow, sl_cmd_row_clear)
/* Reads @fields, a{sv} of names and values, into @row. */
gboolean sl_cmd_row_read (SlCmdRow *row, GVariant *fields, GError **error);
void sl_cmd_row_set_int (SlCmdRow *row, guint field, gint64 value);
void sl_cmd_row_set_real (SlCmdRow *row, guint field, double value);
/* Cleans @text; "" unsets the field. */
void sl_cmd_row_set_text (SlCmdRow *row, guint field, const char *text);
/* Inserts @row. */
gboolean sl_cmd_row_insert (const SlCmdRow *row, SlTxn *txn, SlId *id, GError **error);
/* Whether the record with the keys of @row exists; its kind is SL_KIND_NATURAL. */
gboolean sl_cmd_row_exists (const SlCmdRow *row, SlTxn *txn, SlId *id);
/* Inserts the record with the keys of @row, or sets the fields of @row on it. */
gboolean sl_cmd_row_put (const SlCmdRow *row, SlTxn *txn, SlId *id, GError **error);
/* Removes the record with the keys of @row if it exists. */
gboolean sl_cmd_row_drop (const SlCmdRow *row, SlTxn *txn, GError **error);

/* --- Saying --- */

/* What people call a record: its title, the titles of what it relates, or its kind.
 * (transfer full) */
char *sl_cmd_title (SlTxn *txn, SlId id);
/* Names @records as the subject, "Ship (+2)" if there are three, and selects the first. */
void sl_cmd_name (SlTxn *txn, SlCommandResult *result, const GArray *records);
/* Names two records as subject and detail, and selects @id. */
void sl_cmd_name_pair (SlTxn *txn, SlCommandResult *result, SlId subject, SlId detail, SlId id);

/* --- Parties by name --- */

/* Names of parties, folded for comparison, to their ids. */
typedef struct _SlCmdParties SlCmdParties;
SlCmdParties *sl_cmd_parties_new (SlTxn *txn);
void sl_cmd_parties_free (SlCmdParties *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCmdParties, sl_cmd_parties_free)
/* The party called @name, without regard to case and spaces around it; a new person if there is
 * none; SL_ID_NONE for an empty name. */
gboolean sl_cmd_parties_get (SlCmdParties *self, const char *name, SlId *id, GError **error);
/* A party that was inserted otherwise. */
void sl_cmd_parties_add (SlCmdParties *self, const char *name, SlId id);

/* --- Several commands in one --- */

/* Runs @steps, a(sv): ids of commands with their parameters, in order.
 * Errors: those of the commands; %SL_ERROR_INVALID for what is no command. */
gboolean sl_cmd_run_steps (SlTxn *txn, GVariant *steps, GError **error);

/* A decision in the making; @title is needed, the others may be %NULL or %SL_ID_NONE. */
typedef struct
{
  const char *title;
  const char *reason;
  SlId item;
  SlId owner;
  const char *finding; /* key of the finding that it settles */
  const char *covers;  /* what of @item it decides, see sl_cmd_list_covered(); NULL: all of it */
} SlCmdDecision;

/* Writes a decision of today that is done. @id: (out) (nullable) */
gboolean sl_cmd_write_decision (SlTxn *txn, const SlCmdDecision *decision, SlId *id,
                                GError **error);

/* Names of the fields of @item that @txn has set, and "weight" where it moved weights and @item is
 * @subject: a decision explains what came with it, and nothing that moved before. (transfer full)
 */
char *sl_cmd_list_covered (SlTxn *txn, SlId item, SlId subject);

/* --- The rows of the registry --- */

extern const SlCommand sl_cmd_record_add;
extern const SlCommand sl_cmd_record_add_many;
extern const SlCommand sl_cmd_record_set;
extern const SlCommand sl_cmd_record_set_many;
extern const SlCommand sl_cmd_record_delete;
extern const SlCommand sl_cmd_record_restore;
extern const SlCommand sl_cmd_record_duplicate;
extern const SlCommand sl_cmd_project_set;
extern const SlCommand sl_cmd_sheet_set_headline;
extern const SlCommand sl_cmd_record_paste;
extern const SlCommand sl_cmd_record_move;
extern const SlCommand sl_cmd_record_renew;
extern const SlCommand sl_cmd_tree_indent;
extern const SlCommand sl_cmd_tree_outdent;
extern const SlCommand sl_cmd_tree_move_up;
extern const SlCommand sl_cmd_tree_move_down;
extern const SlCommand sl_cmd_goal_add_parent;
extern const SlCommand sl_cmd_goal_remove_parent;
extern const SlCommand sl_cmd_goal_link;
extern const SlCommand sl_cmd_goal_confirm;
extern const SlCommand sl_cmd_goal_check_in;
extern const SlCommand sl_cmd_goal_close;
extern const SlCommand sl_cmd_value_mark;
extern const SlCommand sl_cmd_state_freeze;
extern const SlCommand sl_cmd_position_set;
extern const SlCommand sl_cmd_position_set_many;
extern const SlCommand sl_cmd_priority_set;
extern const SlCommand sl_cmd_priority_set_many;
extern const SlCommand sl_cmd_dependency_set;
extern const SlCommand sl_cmd_hand_off_set;
extern const SlCommand sl_cmd_allocation_set;
extern const SlCommand sl_cmd_item_shift;
extern const SlCommand sl_cmd_item_resize;
extern const SlCommand sl_cmd_plan_shift;
extern const SlCommand sl_cmd_plan_carry_over;
extern const SlCommand sl_cmd_owner_set_by_name;
extern const SlCommand sl_cmd_plan_import;
extern const SlCommand sl_cmd_project_start;
extern const SlCommand sl_cmd_fix_apply;
extern const SlCommand sl_cmd_finding_accept;
extern const SlCommand sl_cmd_finding_reopen;
extern const SlCommand sl_cmd_rule_mute;
extern const SlCommand sl_cmd_conflict_open;
extern const SlCommand sl_cmd_conflict_settle;
extern const SlCommand sl_cmd_conflict_reopen;
extern const SlCommand sl_cmd_goal_agree;
extern const SlCommand sl_cmd_goal_announce;
extern const SlCommand sl_cmd_goal_acknowledge;
extern const SlCommand sl_cmd_alliance_sign;
extern const SlCommand sl_cmd_review_hold;
extern const SlCommand sl_cmd_risk_activate;
extern const SlCommand sl_cmd_risk_place;
extern const SlCommand sl_cmd_risk_place_residual;
extern const SlCommand sl_cmd_role_set;
extern const SlCommand sl_cmd_party_place;
extern const SlCommand sl_cmd_party_plan_task;

G_END_DECLS

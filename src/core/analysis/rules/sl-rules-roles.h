/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules about roles share: one row of the responsibility matrix, who has which role in
 * it, and the fixes that give and take roles. */

#pragma once

#include "analysis/rules/sl-rules-people.h"
#include "analysis/sl-people-roles.h"

G_BEGIN_DECLS

/* What a rule says of a row that breaks it. */
typedef void (*SlRoleFunc) (SlRuleRun *run, const SlRoleRow *row, double severity);

/* Calls @func for each row that breaks rule RACI-0@number (1..5). */
void sl_roles_each (SlRuleRun *run, guint number, SlRoleFunc func);
/* What a finding about a row notes: the row, and which of its cells it is about. */
typedef struct
{
  const SlRoleRow *row;
  guint at;
} SlRoleNote;

/* Adds a finding that costs the row, told later by @tell, whose note is an SlRoleNote. @at: the
 * cell that it is about, or -1: all of the row */
void sl_roles_find (SlRuleRun *run, const SlRoleRow *row, double severity, SlFindingTell tell,
                    int at);
/* Adds the roles of all parties of the row as evidence. */
void sl_roles_add_evidence (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row);
/* Index of the first party with one of these #SlRaciRole bits, or -1. */
int sl_roles_first (const SlRoleRow *row, guint roles);
/* Who could take over: owners of its goal, of the goals above, of the item, then others; @except
 * and those who left are passed over. (transfer full) (element-type int) at most 3 */
GArray *sl_roles_candidates (const SlFacts *facts, const SlRoleRow *row, int except);

/* Steps that give a party the role of doing (%SL_ROLE_RESPONSIBLE) or answering for an item:
 * fields of tasks, the owner of what has only one. */
void sl_roles_give (GVariantBuilder *steps, const SlFacts *facts, SlId item, SlRole role,
                    int party);
/* Steps that take a role record away. */
void sl_roles_take (GVariantBuilder *steps, SlId record);
/* Steps that add a role record. */
void sl_roles_add (GVariantBuilder *steps, SlId item, SlId party, SlRole role);

/* Kinds that these rules read. */
#define SL_ROLES_READS                                                                             \
  (SL_KIND_BIT (SL_KIND_ROLE) | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)       \
   | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY))

G_END_DECLS

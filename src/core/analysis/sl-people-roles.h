/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The responsibility matrix: who does, answers for, is consulted on and informed of what. Made of
 * role records and of the owners of tasks. */

#pragma once

#include "analysis/sl-people.h"
#include "methods/sl-stakeholders.h"

G_BEGIN_DECLS

/**
 * SlRoleCell:
 * @party: index of the party
 * @records: the role record that gives it the role of that number, or SL_ID_NONE: it has not, or
 *   the item itself says so
 */
typedef struct
{
  int party;
  SlId records[SL_ROLE_INFORMED + 1];
} SlRoleCell;

/**
 * SlRoleRow:
 * @item: task, milestone or goal
 * @goal: index of the goal that it is or serves, or -1
 * @detailed: roles beyond an owner are entered
 * @n: number of cells; at least 1
 * @cells: (array length=n): what sl_raci_audit() wants
 * @who: (array length=n): whose cells they are
 */
typedef struct
{
  SlId item;
  int goal;
  gboolean detailed;
  guint n;
  const SlRaciCell *cells;
  const SlRoleCell *who;
} SlRoleRow;

typedef struct _SlRoleTable SlRoleTable;

/**
 * sl_role_table:
 *
 * One row for each open task without parts that has anybody, and for each open goal, milestone and
 * group of tasks that has role records. The owner of a task is responsible, of a goal or milestone
 * both responsible and accountable. Where a task has nothing but an owner, the owner of its goal
 * is accountable. Cost: O(tasks + goals + roles),
 * once.
 *
 * Returns: (transfer none)
 */
const SlRoleTable *sl_role_table (const SlFacts *facts);

/* (array length=n) (transfer none): tasks first, in outline order. */
const SlRoleRow *sl_role_table_get (const SlRoleTable *self, guint *n);
/* Whether @item has a row. */
gboolean sl_role_table_has (const SlRoleTable *self, SlId item);

G_END_DECLS

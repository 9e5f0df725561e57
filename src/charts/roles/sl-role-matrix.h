/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the chart of roles shows, before it has places: rows of work, columns of parties, the
 * letters of each pair, and what the rules about roles say of rows and columns. */

#pragma once

#include "methods/sl-stakeholders.h"
#include "sl-chart.h"

G_BEGIN_DECLS

/**
 * SlRoleWork:
 * @title: of the plan, (transfer none), may be ""
 * @depth: goals above it
 * @n_named: parties with a role here
 * @findings: what is not as it should be, "; " between; NULL: nothing
 *
 * A goal, task or milestone.
 */
typedef struct
{
  SlId id;
  SlKindId kind;
  const char *title;
  guint depth;
  guint n_named;
  char *findings;
} SlRoleWork;

/**
 * SlRoleParty:
 * @counts: by role, pieces of work in which it has it
 * @finding: the sentence about the party, or NULL
 */
typedef struct
{
  SlId id;
  const char *title;
  gint32 color;
  guint counts[4];
  char *finding;
} SlRoleParty;

/**
 * SlRolePair:
 * @roles: #SlRaciRole bits, all of them
 * @own: those that the work itself says: its owner, who is accountable for a task
 */
typedef struct
{
  guint8 roles;
  guint8 own;
} SlRolePair;

typedef struct
{
  GArray *work;      /* of SlRoleWork */
  GArray *parties;   /* of SlRoleParty */
  SlRolePair *pairs; /* row by row */
  guint n_hidden;    /* parties without any role that are left out */
  guint n_closed;    /* closed goals that are left out */
  guint n_crowded;   /* tasks and milestones that are left out, because there are too many cells */
} SlRoleMatrix;

SlRoleMatrix *sl_role_matrix_new (const SlSnapshot *plan, const SlChartParams *params);
void sl_role_matrix_free (SlRoleMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRoleMatrix, sl_role_matrix_free)
const SlRoleWork *sl_role_matrix_work (const SlRoleMatrix *self, guint row);
const SlRoleParty *sl_role_matrix_party (const SlRoleMatrix *self, guint column);
const SlRolePair *sl_role_matrix_pair (const SlRoleMatrix *self, guint row, guint column);
/* The letters of one pair as the plan has them: those of role records alone, without what the work
 * itself says. For what is typed. */
guint sl_role_matrix_recorded (const SlSnapshot *plan, SlId party, SlId item);
/* "Sales in Build the pilot line: A accountable". (transfer full) */
char *sl_role_matrix_pair_label (const SlRoleMatrix *self, guint row, guint column);
/* "accountable: answers for it, one alone"; translated */
const char *sl_role_words (guint role);
/* "Does (R)": head of the row that counts how often each party has it; translated */
const char *sl_role_count_words (guint role);
char *sl_role_matrix_headline (const SlRoleMatrix *self);

G_END_DECLS

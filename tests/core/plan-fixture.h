/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small plan that tests of storage and project change at random: every kind of reference, tree
 * and order key is in use. */

#pragma once

#include "storage/sl-txn.h"

/* Puts one record in: fields as number, value pairs, ended by -1; takes the values. */
SlId fixture_add (SlTxn *txn, SlKindId kind, ...);
/* The project record alone. */
void fixture_add_project (SlTxn *txn);
/* Project, 3 parties, 6 goals in a tree with a further parent and a link, 4 tasks, 2 milestones,
 * dependencies, positions, a KPI with values, notes. */
void fixture_fill (SlTxn *txn);
/* The same without the project record. */
void fixture_fill_records (SlTxn *txn);
/* One random change of @snapshot's plan, valid or not; FALSE with an error where it is refused. */
gboolean fixture_change (SlTxn *txn, GRand *rand, GError **error);
/* A random record of @kind, or SL_ID_NONE. */
SlId fixture_pick (SlSnapshot *snapshot, SlKindId kind, GRand *rand);

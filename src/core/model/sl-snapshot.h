/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as typed columns: what charts, analysis, exports and views read. A snapshot is
 * reference-counted; whoever keeps a reference sees it unchanged for ever, because the store copies
 * a shared table before it writes to it. Reading is allowed from any thread that holds a reference.
 */

#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

#define SL_TYPE_SNAPSHOT (sl_snapshot_get_type ())
GType sl_snapshot_get_type (void);
SlSnapshot *sl_snapshot_ref (SlSnapshot *self);
void sl_snapshot_unref (SlSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSnapshot, sl_snapshot_unref)

/* (transfer none): the rows of @kind; valid as long as @self. */
const SlTable *sl_snapshot_table (const SlSnapshot *self, SlKindId kind);
/* Finds any record by id. @kind and @row may be NULL. */
gboolean sl_snapshot_find (const SlSnapshot *self, SlId id, SlKindId *kind, guint *row);
/* (transfer none): the title of any record, "" where it has none or does not exist. */
const char *sl_snapshot_title (const SlSnapshot *self, SlId id);
/* The one project record. */
SlId sl_snapshot_project_id (const SlSnapshot *self);
/* The month in which the fiscal year of the project begins, 1..12: what "Q2" means. */
int sl_snapshot_fiscal_month (const SlSnapshot *self);
/* Children of @parent (SL_ID_NONE: roots) in the tree of @kind, ordered by rank, then id. In kinds
 * without a parent all records are roots.
 * Returns: (transfer none) (array length=n): valid until the next change of the store */
const SlId *sl_snapshot_children (const SlSnapshot *self, SlKindId kind, SlId parent, guint *n);
/* One field of one record that names another record. */
typedef struct
{
  SlKindId kind;
  SlId id;
  guint field;
} SlRefSite;
/* All fields that name @id. Cost: one scan of the reference columns.
 * Returns: (transfer full) (element-type SlRefSite) */
GArray *sl_snapshot_references_to (const SlSnapshot *self, SlId id);

/* Rows stand in no order; a row number is valid until the next change of the store. */
guint sl_table_n_rows (const SlTable *self);
gboolean sl_table_find (const SlTable *self, SlId id, guint *row);
SlId sl_table_id (const SlTable *self, guint row);
gboolean sl_table_is_set (const SlTable *self, guint row, guint field);
/* SL_INT, SL_BOOL, SL_DATE, SL_ENUM, SL_REF, SL_MONEY, SL_COLOR; SL_INT_NULL when unset. */
gint64 sl_table_int (const SlTable *self, guint row, guint field);
/* As sl_table_int() for SL_REF, but SL_ID_NONE when unset. */
SlId sl_table_ref (const SlTable *self, guint row, guint field);
/**
 * sl_table_referrers:
 * @field: a field of SL_REF
 * @id: any record
 * @n: (out): number of rows
 *
 * Rows whose @field names @id, in ascending order: what is said of one record without looking at
 * all rows. Cost: O(rows) once after a change of @field, else O(1).
 *
 * Returns: (transfer none) (array length=n) (nullable): valid until the next change of the store
 */
const guint *sl_table_referrers (const SlTable *self, guint field, SlId id, guint *n);
/* SL_REAL; NAN when unset. */
double sl_table_real (const SlTable *self, guint row, guint field);
/* SL_TEXT, SL_PROSE, SL_RANK; NULL when unset. (transfer none) */
const char *sl_table_text (const SlTable *self, guint row, guint field);
/* A copy of any field. (transfer full) */
SlValue sl_table_value (const SlTable *self, guint row, guint field);

/* The canonical logical text of a plan: every record and set field, kinds in registry order, rows
 * by id; byte-identical for equal plans. (transfer full) */
char *sl_snapshot_dump (const SlSnapshot *self);

G_END_DECLS

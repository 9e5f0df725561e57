/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds between the records of every plan: references lead somewhere, trees and dependencies
 * have no cycle, nothing relates to itself. What holds inside one value is sl_field_check(). */

#pragma once

#include "model/sl-change.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* Whether @value, a set SL_REF, names a record of an allowed kind. Errors: %SL_ERROR_NOT_FOUND,
 * %SL_ERROR_INVALID. */
gboolean sl_invariant_check_ref (const SlSnapshot *snapshot, const SlField *field, SlId target,
                                 GError **error);

/**
 * sl_invariant_check:
 * @snapshot: the plan after @changes
 * @changes: what was done to it
 *
 * Checks all records that @changes touched. Cost: O(changes + ancestors of what moved); the
 * further parents and the dependencies are indexed once if @changes concern them.
 *
 * Errors: %SL_ERROR_CYCLE naming the titles along the cycle, %SL_ERROR_NOT_FOUND,
 * %SL_ERROR_INVALID.
 */
gboolean sl_invariant_check (const SlSnapshot *snapshot, const SlChangeSet *changes,
                             GError **error);

/* Checks every record of a plan that came from outside, ids included. Errors: as above. */
gboolean sl_invariant_check_all (const SlSnapshot *snapshot, GError **error);

/* The id that the key fields of a record of a natural kind give it. @values: n_fields values */
SlId sl_invariant_natural_id (const SlKind *kind, const SlValue *values);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What direction and outcomes are made of: objectives, marks of goals against values, former
 * versions of fields, and frozen states set against today. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* Objectives in reading order: from the top of the outline down. @open_only: drafts and active
 * ones. Returns: (transfer full) (element-type SlId) */
GArray *sl_objectives_list (const SlSnapshot *plan, gboolean open_only) G_GNUC_WARN_UNUSED_RESULT;

/* How many goals have @effect on @value. */
guint sl_value_count_marks (const SlSnapshot *plan, SlId value, SlValueEffect effect);
/* What @goal does to @value: its #SlValueEffect, or -1 without a mark. */
int sl_value_get_mark (const SlSnapshot *plan, SlId goal, SlId value);

/* Ids of the former versions of @item, the newest first. @field: name of the field, %NULL: of all.
 * Returns: (transfer full) (element-type SlId) */
GArray *sl_version_list (const SlSnapshot *plan, SlId item,
                         const char *field) G_GNUC_WARN_UNUSED_RESULT;
/* The field that the version in @row of the table of versions is of; NULL if it is unknown. */
const SlField *sl_version_field (const SlSnapshot *plan, guint row);

/* The state that was frozen last; SL_ID_NONE. */
SlId sl_as_is_newest (const SlSnapshot *plan);
/* How far @item was then: a goal 0 to 1, a KPI in its unit; NAN if it was not measured. */
double sl_as_is_value (const SlSnapshot *plan, SlId as_is, SlId item);

G_END_DECLS

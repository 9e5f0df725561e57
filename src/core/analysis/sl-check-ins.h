/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was said of records, and who has heard of their changes. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/**
 * sl_check_in_last_words:
 * @plan: a plan
 * @item: any record
 * @out_day: (out) (nullable): day of the words, or SL_INT_NULL
 *
 * The newest note about @item; of several of one day the one added last. Cost: O(notes about it).
 *
 * Returns: (transfer none) (nullable): %NULL if nothing was said
 */
const char *sl_check_in_last_words (const SlSnapshot *plan, SlId item, gint64 *out_day);
/* Parties that are to confirm the change of @goal, and how many of them have. Cost: O(confirmations
 * of @goal). @confirmed: (out) */
guint sl_check_in_count_informed (const SlSnapshot *plan, SlId goal, guint *confirmed);
/* Who does not know yet of a change: rows of the confirmations that are asked for and not given,
 * the earliest due first, without a day last. Cost: O(n log n). (transfer full) (element-type
 * guint) */
GArray *sl_check_in_list_untold (const SlSnapshot *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

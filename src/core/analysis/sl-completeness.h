/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of what a page works with is filled in. It judges nothing but whether something was
 * entered: findings say whether it is good. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

#define SL_COMPLETENESS_MAX_PARTS 6

/**
 * SlCompleteness:
 * @have: values that are there
 * @need: values that the open records of the page should have; 0: there are no such records
 * @parts: the same by field, in the order of the page
 */
typedef struct
{
  guint have;
  guint need;
  guint n_parts;
  struct
  {
    const SlField *field;
    guint have;
    guint need;
  } parts[SL_COMPLETENESS_MAX_PARTS];
} SlCompleteness;

/* What the page @page ("goals") has. Closed, parked and dropped records count for nothing. A page
 * that needs nothing gives zeros. Cost: O(records of the page). */
void sl_completeness_of (const SlSnapshot *plan, const char *page, SlCompleteness *out);
/* The share that is filled. Returns: 0..1; NAN where there is nothing to fill */
double sl_completeness_share (const SlCompleteness *self);

G_END_DECLS

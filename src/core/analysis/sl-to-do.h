/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done now: one short list out of findings, clocks, promises and dates, and when
 * people meet next. Pure; any thread. */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

/* The Today page never shows more lines. */
#define SL_TO_DO_MAX 12
/* Dates so many days ahead are near. */
#define SL_TO_DO_NEAR_DAYS 14

typedef enum
{
  SL_TO_DO_PROMISE,    /* open, and due soon or overdue */
  SL_TO_DO_OWNER,      /* due soon or overdue, and nobody's */
  SL_TO_DO_MEETING,    /* the day of a review that nobody held */
  SL_TO_DO_FINDING,    /* with what can be done about it */
  SL_TO_DO_STILL_TRUE, /* asks whether it is */
} SlToDoType;

/**
 * SlToDo:
 * @record: where it is done; of a finding its first subject
 * @finding: (nullable): key of the finding
 * @text: what, in one line, translated
 * @detail: how late, for whom, what helps; translated
 */
typedef struct
{
  SlToDoType type;
  SlId record;
  char *finding;
  char *text;
  char *detail;
} SlToDo;

/**
 * sl_to_do_new:
 * @max: lines; at most %SL_TO_DO_MAX make sense
 * @n_all: (out) (nullable): how many there would be
 *
 * Dated things come first, by day, then findings in their order (before them contingency plans
 * whose trigger is met), then what asks "Still true?"; each
 * group gives way so that all have room. Findings that say the same as a line of another group are
 * passed over. Cost: O(records).
 *
 * Returns: (transfer full) (element-type SlToDo)
 */
GArray *sl_to_do_new (const SlAnalysis *analysis, guint max,
                      guint *n_all) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_next_meeting:
 * @record: (out): the review or alliance that the day stands in, or the project
 *
 * The next day, today included, on which people are to meet: of the project, a review, an alliance.
 *
 * Returns: the day, or SL_INT_NULL where none is planned
 */
gint64 sl_next_meeting (const SlSnapshot *plan, gint64 today, SlId *record);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of an alliance is no longer as its partners agreed on it, whether or not that was decided
 * since: wording, dates, weight, targets, and goals that came or went. Plain data; any thread. */

#pragma once

#include "analysis/sl-agreed.h"

G_BEGIN_DECLS

/**
 * SlCharterMove:
 * @record: goal or KPI that moved
 * @goal: index of the goal in the facts
 * @what: "Due date", translated
 * @then: as agreed, in words
 * @now: as it is
 * @decided: a decision covers it
 */
typedef struct
{
  SlId record;
  guint goal;
  char *what;
  char *then;
  char *now;
  gboolean decided;
} SlCharterMove;

/* Of the goals under @alliance, in the order of the outline; nothing before it was signed. Cost:
 * O(goals + KPIs). (transfer full) (element-type SlCharterMove) */
GArray *sl_charter_moves (const SlFacts *facts, SlId alliance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conflict record is about what: where a cell, a link or a finding leads, and which findings
 * an agreement answers. Reads a snapshot only; any thread. */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

/* What a conflict is about; each may be SL_ID_NONE, but not the goals and the parties all. The
 * order of two goals or of two parties means nothing. */
typedef struct
{
  SlId goal;
  SlId other_goal;
  SlId party;
  SlId other_party;
} SlConflictAbout;

/* What the record in @row of the table of conflicts is about. */
SlConflictAbout sl_conflict_record_about (const SlSnapshot *plan, guint row);
/* Whether the record in @row waits for its outcome: open, or escalated and not decided. */
gboolean sl_conflict_record_is_open (const SlSnapshot *plan, guint row);

/* Rows of the table of conflicts: those that wait for their outcome, graver ones first, then those
 * that are decided sooner, then older ones; behind them the settled ones, the latest first.
 * @n_open: (out) (optional). (transfer full) (element-type guint) */
GArray *sl_conflict_records (const SlSnapshot *plan, guint *n_open) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_conflict_record_find:
 * @about: what somebody looks at
 * @settled: whether settled records count too
 *
 * The record about the same goals and, as far as both sides name parties, the same parties. One
 * that is open goes before settled ones, a younger one before an older one of the same state.
 *
 * Returns: its id, or SL_ID_NONE
 */
SlId sl_conflict_record_find (const SlSnapshot *plan, const SlConflictAbout *about,
                              gboolean settled);

/* The grade of a conflict that a finding of @severity 0..1 becomes: "low", "medium" or "high".
 * Their severities as CON-05 are .3, .6 and 1 (METHODS section 2): the nearest. */
const char *sl_conflict_severity_name (double severity);
/* The first two goals and parties that @finding is about. */
SlConflictAbout sl_conflict_about_finding (const SlSnapshot *plan, const SlFinding *finding);
/* The party that stands farthest on the other side of @party's position on @goal; else, for a party
 * that does not own the goal, its owner; or SL_ID_NONE. */
SlId sl_conflict_opponent (const SlSnapshot *plan, SlId party, SlId goal);
/* The record to which @finding leads: the one that it is about, or one about the same; or
 * SL_ID_NONE. */
SlId sl_conflict_record_of_finding (const SlSnapshot *plan, const SlFinding *finding);

/* Whether @finding is of the kind that an agreement on @conflict answers and about the same goals
 * and parties: a rule of conflicts or of opposed positions, but not the conflict itself. */
gboolean sl_conflict_record_answers (const SlSnapshot *plan, SlId conflict,
                                     const SlFinding *finding);

G_END_DECLS

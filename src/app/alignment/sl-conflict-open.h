/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a cell, a link or a finding to the conflict record about it. */

#pragma once

#include "analysis/sl-conflict-record.h"
#include "sl-session.h"

G_BEGIN_DECLS

/* Goes to the record about it that waits for its outcome, or opens one of @severity ("high"). */
void sl_conflict_open (SlSession *session, const SlConflictAbout *about, const char *severity);
/* The same for the position of a party on a goal: the other side is who stands against it. */
void sl_conflict_open_cell (SlSession *session, SlId party, SlId goal);
/* The same for what one goal does to another. */
void sl_conflict_open_link (SlSession *session, SlId source, SlId target);
/* For a link between goals, or for a goal with the link that hurts it most. */
void sl_conflict_open_record (SlSession *session, SlId record);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out between whom a conflict is, so that nobody has to type it. */

#include "config.h"

#include "alignment/sl-conflict-open.h"

#include <glib/gi18n.h>

void
sl_conflict_open (SlSession *session, const SlConflictAbout *about, const char *severity)
{
  SlId conflict = sl_conflict_record_find (sl_session_get_snapshot (session), about, FALSE);

  if (conflict == SL_ID_NONE)
    {
      g_autofree char *text = NULL;

      if (!sl_session_run (session, "conflict.open",
                           g_variant_new ("(xxxxs)", about->goal, about->other_goal, about->party,
                                          about->other_party, severity),
                           &conflict))
        return;
      /* Translators: a conflict. */
      text = g_strdup_printf (_ ("“%s” is written down"),
                              sl_snapshot_title (sl_session_get_snapshot (session), conflict));
      sl_session_say_undoable (session, text);
    }
  sl_session_show (session, conflict);
}

/* How grave it is that positions @a and @b are this far apart. */
static const char *
severity_of (gint64 distance)
{
  return distance >= 5 ? "high" : distance >= 3 ? "medium" : "low";
}

static gint64
position_of (const SlSnapshot *plan, SlId party, SlId goal)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_POSITION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, SL_POSITION_PARTY) == party
        && sl_table_ref (table, row, SL_POSITION_GOAL) == goal)
      return sl_table_int (table, row, SL_POSITION_VALUE);
  return 0;
}

void
sl_conflict_open_cell (SlSession *session, SlId party, SlId goal)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  const SlConflictAbout about
      = { .goal = goal, .party = party, .other_party = sl_conflict_opponent (plan, party, goal) };
  const gint64 distance
      = position_of (plan, party, goal) - position_of (plan, about.other_party, goal);

  sl_conflict_open (session, &about, severity_of (ABS (distance)));
}

static SlId
owner_of (const SlSnapshot *plan, SlId goal)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint row;

  return sl_table_find (goals, goal, &row) ? sl_table_ref (goals, row, SL_GOAL_OWNER) : SL_ID_NONE;
}

static void
open_link (SlSession *session, guint row)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  const SlTable *links = sl_snapshot_table (plan, SL_KIND_GOAL_LINK);
  const gint64 strength = sl_table_int (links, row, SL_GOAL_LINK_STRENGTH);
  SlConflictAbout about = { .goal = sl_table_ref (links, row, SL_GOAL_LINK_SOURCE),
                            .other_goal = sl_table_ref (links, row, SL_GOAL_LINK_TARGET) };

  about.party = owner_of (plan, about.goal);
  about.other_party = owner_of (plan, about.other_goal);
  if (about.party == about.other_party)
    about.other_party = SL_ID_NONE;
  sl_conflict_open (session, &about, strength <= -80 ? "high" : strength <= -40 ? "medium" : "low");
}

void
sl_conflict_open_link (SlSession *session, SlId source, SlId target)
{
  const SlTable *links = sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_GOAL_LINK);

  for (guint row = 0; row < sl_table_n_rows (links); row++)
    if (sl_table_ref (links, row, SL_GOAL_LINK_SOURCE) == source
        && sl_table_ref (links, row, SL_GOAL_LINK_TARGET) == target)
      {
        open_link (session, row);
        return;
      }
}

/* The link to or from @goal that hurts most; -1: none hurts. */
static int
worst_link (const SlSnapshot *plan, SlId goal)
{
  const SlTable *links = sl_snapshot_table (plan, SL_KIND_GOAL_LINK);
  gint64 worst = 0;
  int found = -1;

  for (guint row = 0; row < sl_table_n_rows (links); row++)
    {
      const gint64 strength = sl_table_int (links, row, SL_GOAL_LINK_STRENGTH);

      if ((sl_table_ref (links, row, SL_GOAL_LINK_SOURCE) != goal
           && sl_table_ref (links, row, SL_GOAL_LINK_TARGET) != goal)
          || strength >= worst)
        continue;
      worst = strength;
      found = (int)row;
    }
  return found;
}

void
sl_conflict_open_record (SlSession *session, SlId record)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  SlKindId kind = SL_N_KINDS;
  guint row;
  int link;

  if (!sl_snapshot_find (plan, record, &kind, &row))
    return;
  link = kind == SL_KIND_GOAL_LINK ? (int)row : worst_link (plan, record);
  if (link >= 0)
    open_link (session, (guint)link);
  else
    {
      const SlConflictAbout about = { .goal = record, .party = owner_of (plan, record) };

      sl_conflict_open (session, &about, "medium");
    }
}

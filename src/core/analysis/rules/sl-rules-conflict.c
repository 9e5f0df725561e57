/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evidence and fixes of links that hurt, of what they do to where goals end, and of conflicts that
 * are to be written down. */

#include "config.h"

#include "analysis/rules/sl-rules-conflict.h"

#include "analysis/sl-conflict-record.h"

#include "analysis/sl-people.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
sl_conflict_points (double points)
{
  g_autofree char *number = sl_format_number (fabs (points), 0);

  /* Translators: a sign or nothing, points. */
  return g_strdup_printf (_ ("%s%s of 100"), points < 0.0 ? "−" : "", number);
}

/* --- Links --- */

static const char *
link_reason (const SlFacts *facts, const SlFactLink *link)
{
  const char *reason = sl_table_text (sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK), link->row,
                                      SL_GOAL_LINK_REASON);

  return reason != NULL ? reason : "";
}

void
sl_conflict_add_link (SlFinding *finding, const SlFacts *facts, const SlFactLink *link)
{
  const char *reason = link_reason (facts, link);

  sl_finding_add_evidence (finding,
                           /* Translators: a goal that hurts another one. */
                           g_strdup_printf (_ ("What “%s” does to “%s”"),
                                            sl_facts_title (facts, facts->goals[link->source].id),
                                            sl_facts_title (facts, facts->goals[link->target].id)),
                           sl_conflict_points (link->strength), link->strength, "point", link->id);
  if (*reason != '\0')
    sl_finding_add_evidence (finding, g_strdup (_ ("Reason")), g_strdup (reason), NAN, NULL,
                             link->id);
}

void
sl_conflict_step_link (GVariantBuilder *steps, const SlFacts *facts, const SlFactLink *link,
                       int strength)
{
  sl_remedy_add_step (steps, "goal.link", "(xxxs)", facts->goals[link->source].id,
                      facts->goals[link->target].id, (gint64)strength, link_reason (facts, link));
}

static void
add_link_fix (SlFinding *finding, const SlFacts *facts, const SlFactLink *link, char *label,
              int strength)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_conflict_step_link (&steps, facts, link, strength);
  sl_finding_add_remedy (finding, label, g_variant_builder_end (&steps), link->id);
}

void
sl_conflict_add_link_fixes (SlFinding *finding, const SlFacts *facts, const SlFactLink *link)
{
  add_link_fix (finding, facts, link, g_strdup (_ ("They no longer meet: take the link out")), 0);
  if (link->strength < SL_CONFLICT_WEAKENED)
    add_link_fix (finding, facts, link,
                  g_strdup (_ ("Agree on a measure that weakens it to −20 of 100")),
                  SL_CONFLICT_WEAKENED);
}

/* --- Conflict records --- */

static SlId
goal_id (const SlFacts *facts, int goal)
{
  return goal >= 0 ? facts->goals[goal].id : SL_ID_NONE;
}

static SlId
party_id (const SlFacts *facts, int party)
{
  return party >= 0 ? facts->parties[party].id : SL_ID_NONE;
}

/* Whether a conflict about the goal, or between both, is written down and waits for its outcome. */
static gboolean
is_recorded (const SlFacts *facts, SlId goal, SlId other_goal)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_CONFLICT);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId a = sl_table_ref (table, row, SL_CONFLICT_GOAL);
      SlId b = sl_table_ref (table, row, SL_CONFLICT_OTHER_GOAL);

      if (sl_conflict_record_is_open (facts->plan, row) && (a == goal || b == goal)
          && (other_goal == SL_ID_NONE || a == other_goal || b == other_goal))
        return TRUE;
    }
  return FALSE;
}

void
sl_conflict_add_record (SlFinding *finding, const SlFacts *facts, int goal, int other_goal,
                        int party, int other_party)
{
  if (is_recorded (facts, goal_id (facts, goal), goal_id (facts, other_goal)))
    return;
  if (party == other_party)
    other_party = -1;
  sl_finding_add_remedy (finding, g_strdup (_ ("Open a conflict: interests, options, who decides")),
                         sl_remedy_step ("conflict.open", "(xxxxs)", goal_id (facts, goal),
                                         goal_id (facts, other_goal), party_id (facts, party),
                                         party_id (facts, other_party),
                                         sl_conflict_severity_name (finding->severity)),
                         finding->subjects->len > 0 ? sl_finding_subject (finding) : SL_ID_NONE);
}

gboolean
sl_conflict_may_move (const SlFacts *facts, guint goal)
{
  int parent = facts->goals[goal].parent;
  gint64 due = sl_people_due (facts, facts->goals[goal].id);
  gint64 last = parent >= 0 ? sl_people_due (facts, facts->goals[parent].id) : SL_INT_NULL;

  return due != SL_INT_NULL && (last == SL_INT_NULL || due + SL_CONFLICT_MORE_DAYS <= last);
}

/* --- Where goals end --- */

/* What others take away from a goal, and what remains without that. */
typedef struct
{
  double taken; /* below 0, or 0 */
  double rest;
  int part; /* the goal that decides among its parts, or -1 */
} Balance;

static Balance
weigh_terms (const GArray *terms)
{
  Balance out = { 0.0, 0.0, -1 };

  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);

      if (term->type == SL_GRL_TERM_CONTRIBUTION && term->amount < 0.0)
        out.taken += term->amount;
      else if (term->type == SL_GRL_TERM_PARTS || term->type == SL_GRL_TERM_CONTRIBUTION)
        out.rest += term->amount;
      if (term->type == SL_GRL_TERM_PARTS && term->goal >= 0)
        out.part = term->goal;
    }
  return out;
}

/* A part cannot be part of itself, so this ends. */
int
sl_conflict_hurt_goal (const SlFacts *facts, guint goal)
{
  int at = (int)goal;

  while (at >= 0)
    {
      g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, (guint)at);
      Balance balance = weigh_terms (terms);

      if (balance.taken < 0.0 && balance.rest >= 0.0)
        return at;
      at = balance.part;
    }
  return -1;
}

void
sl_conflict_step_weaken (GVariantBuilder *steps, const SlFacts *facts, guint goal)
{
  g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, goal);
  Balance balance = weigh_terms (terms);
  double factor = balance.taken < 0.0 ? MIN (balance.rest / -balance.taken, 1.0) : 1.0;

  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);
      const SlFactLink *link = term->link >= 0 ? &facts->links[term->link] : NULL;

      if (link != NULL && term->amount < 0.0 && link->strength < 0)
        sl_conflict_step_link (steps, facts, link, (int)trunc (link->strength * factor));
    }
}

static char *
term_label (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  if (term->goal >= 0)
    return g_strdup_printf (_ ("“%s”"), sl_facts_title (facts, facts->goals[term->goal].id));
  if (term->kpi != SL_ID_NONE)
    return g_strdup_printf (_ ("“%s”"), sl_facts_title (facts, term->kpi));
  return g_strdup (term->type == SL_GRL_TERM_PARTS ? _ ("Its own work")
                                                   : _ ("Beyond the end of the scale"));
}

void
sl_conflict_add_terms (SlFinding *finding, const SlFacts *facts, guint goal)
{
  g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, goal);
  const SlFactGoal *it = &facts->goals[goal];

  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);
      SlId record = term->link >= 0   ? facts->links[term->link].id
                    : term->goal >= 0 ? facts->goals[term->goal].id
                                      : term->kpi;

      if (term->amount != 0.0)
        sl_finding_add_evidence (finding, term_label (facts, term),
                                 sl_conflict_points (term->amount), term->amount, "point", record);
    }
  sl_finding_add_evidence (finding, g_strdup (_ ("Where the goal ends if everybody succeeds")),
                           sl_conflict_points (it->satisfaction), it->satisfaction, "point",
                           it->id);
}

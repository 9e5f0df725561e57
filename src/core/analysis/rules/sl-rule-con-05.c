/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-05: a conflict that somebody wrote down is open. Source: METHODS sections 2, 2b and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"
#include "analysis/sl-people.h"
#include "analysis/sl-tactics.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A conflict record with indexes in place of ids; -1: none. */
typedef struct
{
  SlId id;
  guint row;
  const SlTable *table;
  int goal;
  int other_goal;
  int party;
  int other_party;
} Conflict;

static Conflict
read_conflict (const SlFacts *facts, SlId id)
{
  Conflict out = { .id = id, .table = sl_snapshot_table (facts->plan, SL_KIND_CONFLICT) };

  if (!sl_table_find (out.table, id, &out.row))
    g_return_val_if_reached (out);
  out.goal = sl_facts_goal (facts, sl_table_ref (out.table, out.row, SL_CONFLICT_GOAL));
  out.other_goal = sl_facts_goal (facts, sl_table_ref (out.table, out.row, SL_CONFLICT_OTHER_GOAL));
  out.party = sl_facts_party (facts, sl_table_ref (out.table, out.row, SL_CONFLICT_PARTY));
  out.other_party
      = sl_facts_party (facts, sl_table_ref (out.table, out.row, SL_CONFLICT_OTHER_PARTY));
  return out;
}

static gboolean
is_over (const SlFacts *facts, int goal)
{
  return goal >= 0 && !facts->goals[goal].active;
}

/* --- Words --- */

/* "settle it by 3 Apr 2026, else Finance decides" (transfer full) */
static char *
describe_end (const SlFacts *facts, const Conflict *conflict)
{
  gint64 day = sl_table_int (conflict->table, conflict->row, SL_CONFLICT_DECIDE_BY);
  int decider
      = sl_facts_party (facts, sl_table_ref (conflict->table, conflict->row, SL_CONFLICT_DECIDER));
  g_autofree char *date = day != SL_INT_NULL ? sl_day_to_text (day) : NULL;

  if (date != NULL && decider >= 0)
    /* Translators: a date, a party. */
    return g_strdup_printf (_ ("settle it by %s, else %s decides"), date,
                            sl_facts_title (facts, facts->parties[decider].id));
  if (date != NULL)
    /* Translators: a date. */
    return g_strdup_printf (_ ("settle it by %s and say who decides else"), date);
  return g_strdup (_ ("agree until when, and who decides else"));
}

static char *
describe (const SlFacts *facts, const Conflict *conflict)
{
  SlId about = conflict->goal >= 0 ? facts->goals[conflict->goal].id : conflict->id;
  g_autofree char *title = sl_rule_title (facts, about);
  g_autofree char *end = describe_end (facts, conflict);

  if (conflict->party >= 0 && conflict->other_party >= 0)
    /* Translators: two parties, a goal, what next. */
    return g_strdup_printf (_ ("%s and %s disagree about “%s”, and it is open: %s."),
                            sl_facts_title (facts, facts->parties[conflict->party].id),
                            sl_facts_title (facts, facts->parties[conflict->other_party].id), title,
                            end);
  if (conflict->other_goal >= 0)
    {
      g_autofree char *other = sl_rule_title (facts, facts->goals[conflict->other_goal].id);

      /* Translators: two goals, what next. */
      return g_strdup_printf (_ ("The conflict of “%s” with “%s” is open: %s."), title, other, end);
    }
  /* Translators: a goal or the title of a conflict, what next. */
  return g_strdup_printf (_ ("The conflict about “%s” is open: %s."), title, end);
}

static void
add_interest (SlFinding *finding, const SlFacts *facts, const Conflict *conflict, int party,
              guint field)
{
  const char *interest = sl_table_text (conflict->table, conflict->row, field);

  if (party >= 0)
    sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, facts->parties[party].id)),
                             g_strdup (interest != NULL && *interest != '\0'
                                           ? interest
                                           : _ ("Interest not written yet")),
                             NAN, NULL, conflict->id);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const Conflict *conflict)
{
  const SlField *field = &sl_kind (SL_KIND_CONFLICT)->fields[SL_CONFLICT_SEVERITY];
  const SlEnumValue *grade = sl_field_enum_by_code (
      field, sl_table_int (conflict->table, conflict->row, SL_CONFLICT_SEVERITY));
  gint64 day = sl_table_int (conflict->table, conflict->row, SL_CONFLICT_DECIDE_BY);

  sl_finding_add_evidence (finding, g_strdup (_ ("How serious")),
                           g_strdup (grade != NULL ? _ (grade->nick) : ""), finding->severity, NULL,
                           conflict->id);
  add_interest (finding, facts, conflict, conflict->party, SL_CONFLICT_INTEREST);
  add_interest (finding, facts, conflict, conflict->other_party, SL_CONFLICT_OTHER_INTEREST);
  if (day != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("If unsettled by")), day, conflict->id);
}

/* --- Fixes --- */

/* Fix that settles the conflict by a tactic and carries @steps out. */
static void
add_settlement (SlFinding *finding, const Conflict *conflict, const char *tactic, char *label,
                GVariantBuilder *steps)
{
  sl_finding_add_remedy (finding, label,
                         sl_remedy_step ("conflict.settle", "(xss@a(sv))", conflict->id, "agreed",
                                         sl_tactic_title (sl_tactic_by_id (tactic)),
                                         g_variant_builder_end (steps)),
                         conflict->id);
}

/* A link between the two goals that hurts, or NULL. */
static const SlFactLink *
find_hurt (const SlFacts *facts, const Conflict *conflict)
{
  for (guint i = 0; i < facts->n_links && conflict->goal >= 0 && conflict->other_goal >= 0; i++)
    {
      const SlFactLink *link = &facts->links[i];

      if (link->strength < SL_CONFLICT_WEAKENED
          && (link->source == conflict->goal || link->source == conflict->other_goal)
          && (link->target == conflict->goal || link->target == conflict->other_goal))
        return link;
    }
  return NULL;
}

static void
add_fixes (SlFinding *finding, const SlFacts *facts, const Conflict *conflict)
{
  const SlFactLink *link = find_hurt (facts, conflict);
  SlId goal = conflict->goal >= 0 ? facts->goals[conflict->goal].id : SL_ID_NONE;
  GVariantBuilder steps;

  if (link != NULL)
    {
      g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
      sl_conflict_step_link (&steps, facts, link, SL_CONFLICT_WEAKENED);
      add_settlement (finding, conflict, "mitigate",
                      g_strdup (_ ("Settle it: a measure weakens the link to −20 of 100")), &steps);
    }
  if (conflict->goal >= 0 && sl_conflict_may_move (facts, (guint)conflict->goal))
    {
      g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
      sl_remedy_add_step (&steps, "item.shift", "(@axi)",
                          g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &goal, 1, sizeof goal),
                          SL_CONFLICT_MORE_DAYS);
      add_settlement (
          finding, conflict, "weaken",
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        /* Translators: days, a goal. */
                                        "Settle it: %d day more for “%s”",
                                        "Settle it: %d days more for “%s”", SL_CONFLICT_MORE_DAYS),
                           SL_CONFLICT_MORE_DAYS, sl_facts_title (facts, goal)),
          &steps);
    }
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  if (goal != SL_ID_NONE && conflict->other_party >= 0
      && sl_facts_position (facts, (guint)conflict->other_party, (guint)conflict->goal).value < 0)
    sl_remedy_add_step (&steps, "position.set", "(xxxs)", facts->parties[conflict->other_party].id,
                        goal, G_GINT64_CONSTANT (0), "said");
  add_settlement (finding, conflict, "trade-off",
                  g_strdup (_ ("Settle it: both sides agreed on a trade-off")), &steps);
  sl_finding_add_remedy (finding, g_strdup (_ ("Look at options and settle it another way")), NULL,
                         conflict->id);
}

/* --- The rule --- */

static void
touch_goal (SlFinding *finding, const SlFacts *facts, int goal)
{
  if (goal < 0)
    return;
  sl_finding_add_subject (finding, facts->goals[goal].id);
  sl_finding_touch (finding, SL_SUB_A1, facts->goals[goal].id, SL_ID_NONE, finding->severity);
}

static void
report (SlRuleRun *run, const Conflict *conflict)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlSeverity grade
      = (SlSeverity)sl_table_int (conflict->table, conflict->row, SL_CONFLICT_SEVERITY);
  gint64 day = sl_table_int (conflict->table, conflict->row, SL_CONFLICT_DECIDE_BY);
  SlFinding *finding = sl_rule_find (run, sl_conflict_recorded_severity (grade),
                                     describe (facts, conflict), conflict->id, SL_ID_NONE);

  finding->veto = SL_VETO_CONFLICT;
  if (day != SL_INT_NULL && day < facts->today)
    finding->days = (double)(facts->today - day);
  touch_goal (finding, facts, conflict->goal);
  touch_goal (finding, facts, conflict->other_goal);
  sl_rule_add_party (finding, facts, conflict->party);
  sl_rule_add_party (finding, facts, conflict->other_party);
  add_evidence (finding, facts, conflict);
  add_fixes (finding, facts, conflict);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_CONFLICT, &n);

  for (guint i = 0; i < n; i++)
    {
      Conflict conflict = read_conflict (facts, ids[i]);

      if (sl_table_int (conflict.table, conflict.row, SL_CONFLICT_STATUS) == SL_CONFLICT_OPEN
          && !is_over (facts, conflict.goal) && !is_over (facts, conflict.other_goal))
        report (run, &conflict);
    }
}

const SlRule sl_rule_con_05 = {
  .id = "CON-05",
  .title = N_ ("A conflict is open"),
  .why = N_ ("What everybody knows and nobody settles grows. Put it on the agenda of the next "
             "review, with options and a date."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_CONFLICT) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_POSITION),
  .eval = eval,
};

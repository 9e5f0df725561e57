/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of kinds: tables made from the rows under kinds/, and the names of all codes. A new
 * kind is a header there, a number in sl-kind.h and a row here. */

#include "config.h"

#include "model/sl-kind.h"

#include "base/sl-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Names of codes --- */

static const SlEnumValue sl_party_types[] = {
  { SL_PARTY_ORGANISATION, "organisation", N_ ("Organization") },
  { SL_PARTY_DEPARTMENT, "department", N_ ("Department") },
  { SL_PARTY_TEAM, "team", N_ ("Team") },
  { SL_PARTY_PERSON, "person", N_ ("Person") },
  { SL_PARTY_PARTNER, "partner", N_ ("External partner") },
  { SL_PARTY_TECHNOLOGY, "technology", N_ ("Technology") },
  { 0 },
};

static const SlEnumValue sl_engagements[] = {
  { SL_ENGAGEMENT_UNAWARE, "unaware", N_ ("Unaware") },
  { SL_ENGAGEMENT_RESISTANT, "resistant", N_ ("Resistant") },
  { SL_ENGAGEMENT_NEUTRAL, "neutral", N_ ("Neutral") },
  { SL_ENGAGEMENT_SUPPORTIVE, "supportive", N_ ("Supportive") },
  { SL_ENGAGEMENT_LEADING, "leading", N_ ("Leading") },
  { 0 },
};

static const SlEnumValue sl_goal_levels[] = {
  { SL_GOAL_LEVEL_OBJECTIVE, "objective", N_ ("Objective") },
  { SL_GOAL_LEVEL_ORGANISATION, "organisation", N_ ("Organization") },
  { SL_GOAL_LEVEL_DEPARTMENT, "department", N_ ("Department") },
  { SL_GOAL_LEVEL_TEAM, "team", N_ ("Team") },
  { SL_GOAL_LEVEL_PERSONAL, "personal", N_ ("Personal") },
  { 0 },
};

static const SlEnumValue sl_goal_statuses[] = {
  { SL_GOAL_DRAFT, "draft", N_ ("Draft") },       { SL_GOAL_ACTIVE, "active", N_ ("Active") },
  { SL_GOAL_DONE, "done", N_ ("Done") },          { SL_GOAL_PARKED, "parked", N_ ("Parked") },
  { SL_GOAL_DROPPED, "dropped", N_ ("Dropped") }, { 0 },
};

static const SlEnumValue sl_position_sources[] = {
  { SL_POSITION_GUESS, "guess", N_ ("our guess") },
  { SL_POSITION_SAID, "said", N_ ("said") },
  { SL_POSITION_WRITING, "writing", N_ ("in writing") },
  { 0 },
};

static const SlEnumValue sl_kpi_directions[] = {
  { SL_KPI_UP, "up", N_ ("Higher") },
  { SL_KPI_DOWN, "down", N_ ("Lower") },
  { SL_KPI_KEEP, "keep", N_ ("Within a range") },
  { 0 },
};

static const SlEnumValue sl_task_statuses[] = {
  { SL_TASK_OPEN, "open", N_ ("Open") },          { SL_TASK_ACTIVE, "active", N_ ("Active") },
  { SL_TASK_DONE, "done", N_ ("Done") },          { SL_TASK_PARKED, "parked", N_ ("Parked") },
  { SL_TASK_DROPPED, "dropped", N_ ("Dropped") }, { 0 },
};

static const SlEnumValue sl_constraints[] = {
  { SL_CONSTRAINT_ASAP, "asap", N_ ("As soon as possible") },
  { SL_CONSTRAINT_ALAP, "alap", N_ ("As late as possible") },
  { SL_CONSTRAINT_MUST_START, "must_start", N_ ("Must start on") },
  { SL_CONSTRAINT_MUST_FINISH, "must_finish", N_ ("Must finish on") },
  { SL_CONSTRAINT_START_NO_EARLIER, "start_no_earlier", N_ ("Start no earlier than") },
  { SL_CONSTRAINT_START_NO_LATER, "start_no_later", N_ ("Start no later than") },
  { SL_CONSTRAINT_FINISH_NO_EARLIER, "finish_no_earlier", N_ ("Finish no earlier than") },
  { SL_CONSTRAINT_FINISH_NO_LATER, "finish_no_later", N_ ("Finish no later than") },
  { 0 },
};

static const SlEnumValue sl_dependency_types[] = {
  { SL_DEPENDENCY_FS, "fs", N_ ("Finish to start") },
  { SL_DEPENDENCY_SS, "ss", N_ ("Start to start") },
  { SL_DEPENDENCY_FF, "ff", N_ ("Finish to finish") },
  { SL_DEPENDENCY_SF, "sf", N_ ("Start to finish") },
  { 0 },
};

static const SlEnumValue sl_need_types[] = {
  { SL_NEED_TYPE_NEED, "need", N_ ("Need") },
  { SL_NEED_TYPE_EXPECTATION, "expectation", N_ ("Expectation") },
  { SL_NEED_TYPE_CONCERN, "concern", N_ ("Concern") },
  { 0 },
};

static const SlEnumValue sl_need_statuses[] = {
  { SL_NEED_OPEN, "open", N_ ("Open") },
  { SL_NEED_MET, "met", N_ ("Met") },
  { SL_NEED_DECLINED, "declined", N_ ("Declined") },
  { 0 },
};

static const SlEnumValue sl_risk_statuses[] = {
  { SL_RISK_OPEN, "open", N_ ("Open") },
  { SL_RISK_HAPPENED, "happened", N_ ("Happened") },
  { SL_RISK_CLOSED, "closed", N_ ("Closed") },
  { 0 },
};

static const SlEnumValue sl_severities[] = {
  { SL_SEVERITY_LOW, "low", N_ ("Low") },
  { SL_SEVERITY_MEDIUM, "medium", N_ ("Medium") },
  { SL_SEVERITY_HIGH, "high", N_ ("High") },
  { 0 },
};

static const SlEnumValue sl_conflict_statuses[] = {
  { SL_CONFLICT_OPEN, "open", N_ ("Open") },
  { SL_CONFLICT_AGREED, "agreed", N_ ("Agreed") },
  { SL_CONFLICT_ESCALATED, "escalated", N_ ("Escalated") },
  { SL_CONFLICT_ACCEPTED, "accepted", N_ ("Accepted") },
  { 0 },
};

static const SlEnumValue sl_refinements[] = {
  { SL_REFINEMENT_AND, "and", N_ ("all are needed") },
  { SL_REFINEMENT_OR, "or", N_ ("any one will do") },
  { SL_REFINEMENT_XOR, "xor", N_ ("exactly one of them") },
  { 0 },
};

static const SlEnumValue sl_roles[] = {
  { SL_ROLE_RESPONSIBLE, "responsible", N_ ("responsible") },
  { SL_ROLE_ACCOUNTABLE, "accountable", N_ ("accountable") },
  { SL_ROLE_CONSULTED, "consulted", N_ ("consulted") },
  { SL_ROLE_INFORMED, "informed", N_ ("informed") },
  { 0 },
};

static const SlEnumValue sl_decision_types[] = {
  { SL_DECISION_TYPE_DECISION, "decision", N_ ("Decision") },
  { SL_DECISION_TYPE_ACTION, "action", N_ ("Action") },
  { 0 },
};

static const SlEnumValue sl_decision_statuses[] = {
  { SL_DECISION_STATUS_OPEN, "open", N_ ("Open") },
  { SL_DECISION_STATUS_DONE, "done", N_ ("Done") },
  { SL_DECISION_STATUS_DROPPED, "dropped", N_ ("Dropped") },
  { 0 },
};

static const SlEnumValue sl_promise_types[] = {
  { SL_PROMISE_TYPE_PROMISE, "promise", N_ ("Promise") },
  { SL_PROMISE_TYPE_SUPPORT, "support", N_ ("Support") },
  { 0 },
};

static const SlEnumValue sl_promise_statuses[] = {
  { SL_PROMISE_STATUS_OPEN, "open", N_ ("Open") },
  { SL_PROMISE_STATUS_KEPT, "kept", N_ ("Kept") },
  { SL_PROMISE_STATUS_LATE, "late", N_ ("Kept late") },
  { SL_PROMISE_STATUS_BROKEN, "broken", N_ ("Broken") },
  { 0 },
};

static const SlEnumValue sl_judgement_types[] = {
  { SL_JUDGEMENT_ACCEPTED, "accepted", N_ ("Accepted") },
  { SL_JUDGEMENT_MUTED, "muted", N_ ("Rule muted") },
  { 0 },
};

static const SlEnumValue sl_goal_outcomes[] = {
  { SL_GOAL_OUTCOME_REACHED, "reached", N_ ("Reached") },
  { SL_GOAL_OUTCOME_PARTLY, "partly", N_ ("Partly reached") },
  { SL_GOAL_OUTCOME_NOT, "not", N_ ("Not reached") },
  { 0 },
};

static const SlEnumValue sl_value_effects[] = {
  { SL_VALUE_EFFECT_SERVES, "serves", N_ ("serves") },
  { SL_VALUE_EFFECT_STRAINS, "strains", N_ ("strains") },
  { 0 },
};

static const SlEnumValue sl_swot_lists[] = {
  { SL_SWOT_STRENGTH, "strength", N_ ("Strength") },
  { SL_SWOT_WEAKNESS, "weakness", N_ ("Weakness") },
  { SL_SWOT_OPPORTUNITY, "opportunity", N_ ("Opportunity") },
  { SL_SWOT_THREAT, "threat", N_ ("Threat") },
  { 0 },
};

/* --- Field rows --- */

#define FIELD_ROW(symbol, name, nick, type, unit, min, max, def, flags, targets, values, help)     \
  { #name, nick, type, unit, min, max, def, flags, targets, values, help },

static const SlField project_fields[] = { SL_PROJECT_FIELDS (FIELD_ROW) };
static const SlField party_fields[] = { SL_PARTY_FIELDS (FIELD_ROW) };
static const SlField alliance_fields[] = { SL_ALLIANCE_FIELDS (FIELD_ROW) };
static const SlField partner_fields[] = { SL_PARTNER_FIELDS (FIELD_ROW) };
static const SlField goal_fields[] = { SL_GOAL_FIELDS (FIELD_ROW) };
static const SlField goal_parent_fields[] = { SL_GOAL_PARENT_FIELDS (FIELD_ROW) };
static const SlField goal_link_fields[] = { SL_GOAL_LINK_FIELDS (FIELD_ROW) };
static const SlField position_fields[] = { SL_POSITION_FIELDS (FIELD_ROW) };
static const SlField priority_fields[] = { SL_PRIORITY_FIELDS (FIELD_ROW) };
static const SlField kpi_fields[] = { SL_KPI_FIELDS (FIELD_ROW) };
static const SlField kpi_value_fields[] = { SL_KPI_VALUE_FIELDS (FIELD_ROW) };
static const SlField task_fields[] = { SL_TASK_FIELDS (FIELD_ROW) };
static const SlField milestone_fields[] = { SL_MILESTONE_FIELDS (FIELD_ROW) };
static const SlField dependency_fields[] = { SL_DEPENDENCY_FIELDS (FIELD_ROW) };
static const SlField allocation_fields[] = { SL_ALLOCATION_FIELDS (FIELD_ROW) };
static const SlField baseline_fields[] = { SL_BASELINE_FIELDS (FIELD_ROW) };
static const SlField day_off_fields[] = { SL_DAY_OFF_FIELDS (FIELD_ROW) };
static const SlField budget_fields[] = { SL_BUDGET_FIELDS (FIELD_ROW) };
static const SlField need_fields[] = { SL_NEED_FIELDS (FIELD_ROW) };
static const SlField risk_fields[] = { SL_RISK_FIELDS (FIELD_ROW) };
static const SlField conflict_fields[] = { SL_CONFLICT_FIELDS (FIELD_ROW) };
static const SlField note_fields[] = { SL_NOTE_FIELDS (FIELD_ROW) };
static const SlField sheet_fields[] = { SL_SHEET_FIELDS (FIELD_ROW) };
static const SlField role_fields[] = { SL_ROLE_FIELDS (FIELD_ROW) };
static const SlField decision_fields[] = { SL_DECISION_FIELDS (FIELD_ROW) };
static const SlField acknowledgement_fields[] = { SL_ACKNOWLEDGEMENT_FIELDS (FIELD_ROW) };
static const SlField promise_fields[] = { SL_PROMISE_FIELDS (FIELD_ROW) };
static const SlField trust_fields[] = { SL_TRUST_FIELDS (FIELD_ROW) };
static const SlField review_fields[] = { SL_REVIEW_FIELDS (FIELD_ROW) };
static const SlField judgement_fields[] = { SL_JUDGEMENT_FIELDS (FIELD_ROW) };
static const SlField signal_fields[] = { SL_SIGNAL_FIELDS (FIELD_ROW) };
static const SlField forecast_fields[] = { SL_FORECAST_FIELDS (FIELD_ROW) };
static const SlField comparison_fields[] = { SL_COMPARISON_FIELDS (FIELD_ROW) };
static const SlField core_value_fields[] = { SL_CORE_VALUE_FIELDS (FIELD_ROW) };
static const SlField value_mark_fields[] = { SL_VALUE_MARK_FIELDS (FIELD_ROW) };
static const SlField version_fields[] = { SL_VERSION_FIELDS (FIELD_ROW) };
static const SlField swot_fields[] = { SL_SWOT_FIELDS (FIELD_ROW) };
static const SlField as_is_fields[] = { SL_AS_IS_FIELDS (FIELD_ROW) };
static const SlField as_is_value_fields[] = { SL_AS_IS_VALUE_FIELDS (FIELD_ROW) };

/* --- The registry --- */

#define NAMES(id, name, type_name, nick, plural, flags)                                            \
  SL_KIND_##id, #name, type_name, nick, plural, flags, name##_fields, SL_##id##_N_FIELDS

#define TREE(id, name, type_name, nick, plural)                                                    \
  {                                                                                                \
    NAMES (id, name, type_name, nick, plural, SL_KIND_TREE), SL_##id##_TITLE, SL_##id##_PARENT,    \
        SL_##id##_RANK                                                                             \
  }

#define PLAIN(id, name, type_name, nick, plural, flags, title_field)                               \
  {                                                                                                \
    NAMES (id, name, type_name, nick, plural, flags), title_field, -1, -1                          \
  }

static const SlKind kinds[SL_N_KINDS] = {
  /* Not SlProject, which is the open document. */
  PLAIN (PROJECT, project, "SlProjectRecord", N_ ("project"), N_ ("Project"), SL_KIND_SINGLE,
         SL_PROJECT_TITLE),
  TREE (PARTY, party, "SlParty", N_ ("party"), N_ ("Parties")),
  PLAIN (ALLIANCE, alliance, "SlAlliance", N_ ("alliance"), N_ ("Alliances"), 0, SL_ALLIANCE_TITLE),
  PLAIN (PARTNER, partner, "SlPartner", N_ ("partner"), N_ ("Partners"), SL_KIND_NATURAL, -1),
  TREE (GOAL, goal, "SlGoal", N_ ("goal"), N_ ("Goals")),
  PLAIN (GOAL_PARENT, goal_parent, "SlGoalParent", N_ ("further parent"), N_ ("Further Parents"),
         SL_KIND_NATURAL, -1),
  PLAIN (GOAL_LINK, goal_link, "SlGoalLink", N_ ("goal link"), N_ ("Goal Links"), SL_KIND_NATURAL,
         -1),
  PLAIN (POSITION, position, "SlPosition", N_ ("position"), N_ ("Positions"), SL_KIND_NATURAL, -1),
  PLAIN (PRIORITY, priority, "SlPriority", N_ ("priority"), N_ ("Priorities"), SL_KIND_NATURAL, -1),
  { NAMES (KPI, kpi, "SlKpi", N_ ("KPI"), N_ ("KPIs"), 0), SL_KPI_TITLE, -1, SL_KPI_RANK },
  PLAIN (KPI_VALUE, kpi_value, "SlKpiValue", N_ ("KPI value"), N_ ("KPI Values"), SL_KIND_NATURAL,
         -1),
  TREE (TASK, task, "SlTask", N_ ("task"), N_ ("Tasks")),
  TREE (MILESTONE, milestone, "SlMilestone", N_ ("milestone"), N_ ("Milestones")),
  PLAIN (DEPENDENCY, dependency, "SlDependency", N_ ("dependency"), N_ ("Dependencies"),
         SL_KIND_NATURAL, -1),
  PLAIN (ALLOCATION, allocation, "SlAllocation", N_ ("allocation"), N_ ("Allocations"),
         SL_KIND_NATURAL, -1),
  PLAIN (BASELINE, baseline, "SlBaseline", N_ ("baseline"), N_ ("Baselines"), SL_KIND_NATURAL, -1),
  PLAIN (DAY_OFF, day_off, "SlDayOff", N_ ("day off"), N_ ("Days Off"), SL_KIND_NATURAL,
         SL_DAY_OFF_TITLE),
  PLAIN (BUDGET, budget, "SlBudget", N_ ("budget line"), N_ ("Budget Lines"), 0, SL_BUDGET_TITLE),
  PLAIN (NEED, need, "SlNeed", N_ ("need"), N_ ("Needs"), 0, SL_NEED_TITLE),
  PLAIN (RISK, risk, "SlRisk", N_ ("risk"), N_ ("Risks"), 0, SL_RISK_TITLE),
  PLAIN (CONFLICT, conflict, "SlConflict", N_ ("conflict"), N_ ("Conflicts"), 0, SL_CONFLICT_TITLE),
  PLAIN (NOTE, note, "SlNote", N_ ("note"), N_ ("Notes"), 0, SL_NOTE_TEXT),
  PLAIN (SHEET, sheet, "SlSheet", N_ ("sheet"), N_ ("Sheets"), SL_KIND_NATURAL, SL_SHEET_CHART),
  PLAIN (ROLE, role, "SlRole", N_ ("role"), N_ ("Roles"), SL_KIND_NATURAL, -1),
  PLAIN (DECISION, decision, "SlDecision", N_ ("decision"), N_ ("Decisions"), 0, SL_DECISION_TITLE),
  PLAIN (ACKNOWLEDGEMENT, acknowledgement, "SlAcknowledgement", N_ ("acknowledgement"),
         N_ ("Acknowledgements"), SL_KIND_NATURAL, -1),
  PLAIN (PROMISE, promise, "SlPromise", N_ ("promise"), N_ ("Promises"), 0, SL_PROMISE_TITLE),
  PLAIN (TRUST, trust, "SlTrust", N_ ("trust answer"), N_ ("Trust Answers"), SL_KIND_NATURAL, -1),
  PLAIN (REVIEW, review, "SlReview", N_ ("review"), N_ ("Reviews"), 0, SL_REVIEW_TITLE),
  PLAIN (JUDGEMENT, judgement, "SlJudgement", N_ ("judgement"), N_ ("Judgements"), SL_KIND_NATURAL,
         -1),
  PLAIN (SIGNAL, signal, "SlSignal", N_ ("signal"), N_ ("Signals"), 0, SL_SIGNAL_TITLE),
  PLAIN (FORECAST, forecast, "SlForecast", N_ ("forecast"), N_ ("Forecasts"), SL_KIND_NATURAL, -1),
  PLAIN (COMPARISON, comparison, "SlComparison", N_ ("comparison"), N_ ("Comparisons"),
         SL_KIND_NATURAL, -1),
  { NAMES (CORE_VALUE, core_value, "SlCoreValue", N_ ("value"), N_ ("Values"), 0),
    SL_CORE_VALUE_TITLE, -1, SL_CORE_VALUE_RANK },
  PLAIN (VALUE_MARK, value_mark, "SlValueMark", N_ ("mark against a value"),
         N_ ("Marks Against Values"), SL_KIND_NATURAL, -1),
  PLAIN (VERSION, version, "SlVersion", N_ ("change"), N_ ("Changes"), 0, -1),
  { NAMES (SWOT, swot, "SlSwot", N_ ("SWOT entry"), N_ ("SWOT"), 0), SL_SWOT_TITLE, -1,
    SL_SWOT_RANK },
  PLAIN (AS_IS, as_is, "SlAsIs", N_ ("as-is"), N_ ("As-Is"), 0, SL_AS_IS_TITLE),
  PLAIN (AS_IS_VALUE, as_is_value, "SlAsIsValue", N_ ("as-is value"), N_ ("As-Is Values"),
         SL_KIND_NATURAL, -1),
};

const SlKind *
sl_kind (SlKindId id)
{
  g_return_val_if_fail (id < SL_N_KINDS, NULL);

  return &kinds[id];
}

const SlKind *
sl_kind_by_name (const char *name)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

int
sl_kind_field (const SlKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return (int)i;
  return -1;
}

SlKindId
sl_kind_family (const SlKind *kind)
{
  if (kind->parent_field < 0)
    return kind->id;
  return (SlKindId)g_bit_nth_lsf ((gulong)kind->fields[kind->parent_field].targets, -1);
}

SlId
sl_kind_natural_id (const SlKind *kind, const SlValue *values)
{
  SlId keys[4];
  guint n_keys = 0;

  g_return_val_if_fail (kind->flags & SL_KIND_NATURAL, SL_ID_NONE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & SL_KEY))
        continue;
      /* A text key stands alone. */
      if (values[i].type == SL_VALUE_TEXT)
        return sl_id_natural_text (kind->name, values[i].s);
      g_return_val_if_fail (values[i].type == SL_VALUE_INT, SL_ID_NONE);
      g_assert (n_keys < G_N_ELEMENTS (keys));
      keys[n_keys++] = values[i].i;
    }
  return sl_id_natural (kind->name, keys, n_keys);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codes of all SL_ENUM fields. They are stored in files: a code never changes its meaning, new
 * ones are appended. Their names stand in the tables of sl-kind.c. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SL_PARTY_ORGANISATION = 0,
  SL_PARTY_DEPARTMENT = 1,
  SL_PARTY_TEAM = 2,
  SL_PARTY_PERSON = 3,
  SL_PARTY_PARTNER = 4,
  SL_PARTY_TECHNOLOGY = 5, /* a machine, a room, a licence: booked like a person */
} SlPartyType;

/* Five steps, weakest first. */
typedef enum
{
  SL_ENGAGEMENT_UNAWARE = 0,
  SL_ENGAGEMENT_RESISTANT = 1,
  SL_ENGAGEMENT_NEUTRAL = 2,
  SL_ENGAGEMENT_SUPPORTIVE = 3,
  SL_ENGAGEMENT_LEADING = 4,
} SlEngagement;

typedef enum
{
  SL_GOAL_LEVEL_OBJECTIVE = 0,
  SL_GOAL_LEVEL_ORGANISATION = 1,
  SL_GOAL_LEVEL_DEPARTMENT = 2,
  SL_GOAL_LEVEL_TEAM = 3,
  SL_GOAL_LEVEL_PERSONAL = 4,
} SlGoalLevel;

typedef enum
{
  SL_GOAL_DRAFT = 0,
  SL_GOAL_ACTIVE = 1,
  SL_GOAL_DONE = 2,
  SL_GOAL_PARKED = 3,
  SL_GOAL_DROPPED = 4,
} SlGoalStatus;

/* How we know where a party stands. */
typedef enum
{
  SL_POSITION_GUESS = 0,
  SL_POSITION_SAID = 1,
  SL_POSITION_WRITING = 2,
} SlPositionSource;

typedef enum
{
  SL_KPI_UP = 0,
  SL_KPI_DOWN = 1,
  SL_KPI_KEEP = 2,
} SlKpiDirection;

/* Of tasks and milestones. */
typedef enum
{
  SL_TASK_OPEN = 0,
  SL_TASK_ACTIVE = 1,
  SL_TASK_DONE = 2,
  SL_TASK_PARKED = 3,
  SL_TASK_DROPPED = 4,
} SlTaskStatus;

/* The codes of Microsoft Project's XML format (element ConstraintType). */
typedef enum
{
  SL_CONSTRAINT_ASAP = 0,
  SL_CONSTRAINT_ALAP = 1,
  SL_CONSTRAINT_MUST_START = 2,
  SL_CONSTRAINT_MUST_FINISH = 3,
  SL_CONSTRAINT_START_NO_EARLIER = 4,
  SL_CONSTRAINT_START_NO_LATER = 5,
  SL_CONSTRAINT_FINISH_NO_EARLIER = 6,
  SL_CONSTRAINT_FINISH_NO_LATER = 7,
} SlConstraint;

/* Finish or start of the first item, then of the second: SL_DEPENDENCY_FS is finish to start. */
typedef enum
{
  SL_DEPENDENCY_FS = 0,
  SL_DEPENDENCY_SS = 1,
  SL_DEPENDENCY_FF = 2,
  SL_DEPENDENCY_SF = 3,
} SlDependencyType;

typedef enum
{
  SL_NEED_TYPE_NEED = 0,
  SL_NEED_TYPE_EXPECTATION = 1,
  SL_NEED_TYPE_CONCERN = 2,
} SlNeedType;

typedef enum
{
  SL_NEED_OPEN = 0,
  SL_NEED_MET = 1,
  SL_NEED_DECLINED = 2,
} SlNeedStatus;

typedef enum
{
  SL_RISK_OPEN = 0,
  SL_RISK_HAPPENED = 1,
  SL_RISK_CLOSED = 2,
} SlRiskStatus;

typedef enum
{
  SL_SEVERITY_LOW = 0,
  SL_SEVERITY_MEDIUM = 1,
  SL_SEVERITY_HIGH = 2,
} SlSeverity;

typedef enum
{
  SL_CONFLICT_OPEN = 0,
  SL_CONFLICT_AGREED = 1,
  SL_CONFLICT_ESCALATED = 2,
  SL_CONFLICT_ACCEPTED = 3,
} SlConflictStatus;

/* How the parts of a goal make the goal. */
typedef enum
{
  SL_REFINEMENT_AND = 0,
  SL_REFINEMENT_OR = 1,
  SL_REFINEMENT_XOR = 2,
} SlRefinement;

/* The letters of the RACI chart. */
typedef enum
{
  SL_ROLE_RESPONSIBLE = 0,
  SL_ROLE_ACCOUNTABLE = 1,
  SL_ROLE_CONSULTED = 2,
  SL_ROLE_INFORMED = 3,
} SlRole;

typedef enum
{
  SL_DECISION_TYPE_DECISION = 0,
  SL_DECISION_TYPE_ACTION = 1,
} SlDecisionType;

typedef enum
{
  SL_DECISION_STATUS_OPEN = 0,
  SL_DECISION_STATUS_DONE = 1,
  SL_DECISION_STATUS_DROPPED = 2,
} SlDecisionStatus;

typedef enum
{
  SL_PROMISE_TYPE_PROMISE = 0,
  SL_PROMISE_TYPE_SUPPORT = 1,
} SlPromiseType;

typedef enum
{
  SL_PROMISE_STATUS_OPEN = 0,
  SL_PROMISE_STATUS_KEPT = 1,
  SL_PROMISE_STATUS_LATE = 2,
  SL_PROMISE_STATUS_BROKEN = 3,
} SlPromiseStatus;

typedef enum
{
  SL_JUDGEMENT_ACCEPTED = 0,
  SL_JUDGEMENT_MUTED = 1,
} SlJudgementType;

typedef enum
{
  SL_GOAL_OUTCOME_REACHED = 0,
  SL_GOAL_OUTCOME_PARTLY = 1,
  SL_GOAL_OUTCOME_NOT = 2,
} SlGoalOutcome;

typedef enum
{
  SL_VALUE_EFFECT_SERVES = 0,
  SL_VALUE_EFFECT_STRAINS = 1,
} SlValueEffect;

typedef enum
{
  SL_SWOT_STRENGTH = 0,
  SL_SWOT_WEAKNESS = 1,
  SL_SWOT_OPPORTUNITY = 2,
  SL_SWOT_THREAT = 3,
  SL_N_SWOT_LISTS,
} SlSwotList;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers the field rows of all kinds and numbers their fields: SL_GOAL_TITLE, SL_GOAL_PARENT ... */

#pragma once

#include "model/kinds/sl-kind-project.h"
#include "model/kinds/sl-kind-party.h"
#include "model/kinds/sl-kind-alliance.h"
#include "model/kinds/sl-kind-partner.h"
#include "model/kinds/sl-kind-goal.h"
#include "model/kinds/sl-kind-goal-parent.h"
#include "model/kinds/sl-kind-goal-link.h"
#include "model/kinds/sl-kind-position.h"
#include "model/kinds/sl-kind-priority.h"
#include "model/kinds/sl-kind-kpi.h"
#include "model/kinds/sl-kind-kpi-value.h"
#include "model/kinds/sl-kind-task.h"
#include "model/kinds/sl-kind-milestone.h"
#include "model/kinds/sl-kind-dependency.h"
#include "model/kinds/sl-kind-allocation.h"
#include "model/kinds/sl-kind-baseline.h"
#include "model/kinds/sl-kind-day-off.h"
#include "model/kinds/sl-kind-budget.h"
#include "model/kinds/sl-kind-need.h"
#include "model/kinds/sl-kind-risk.h"
#include "model/kinds/sl-kind-conflict.h"
#include "model/kinds/sl-kind-note.h"
#include "model/kinds/sl-kind-sheet.h"
#include "model/kinds/sl-kind-role.h"
#include "model/kinds/sl-kind-decision.h"
#include "model/kinds/sl-kind-acknowledgement.h"
#include "model/kinds/sl-kind-promise.h"
#include "model/kinds/sl-kind-trust.h"
#include "model/kinds/sl-kind-review.h"
#include "model/kinds/sl-kind-judgement.h"
#include "model/kinds/sl-kind-signal.h"
#include "model/kinds/sl-kind-forecast.h"
#include "model/kinds/sl-kind-comparison.h"
#include "model/kinds/sl-kind-core-value.h"
#include "model/kinds/sl-kind-value-mark.h"
#include "model/kinds/sl-kind-version.h"
#include "model/kinds/sl-kind-swot.h"
#include "model/kinds/sl-kind-as-is.h"
#include "model/kinds/sl-kind-as-is-value.h"

/* clang-format off */
#define SL_FIELD_NUMBER_PROJECT(symbol, ...) SL_PROJECT_##symbol,
enum { SL_PROJECT_FIELDS (SL_FIELD_NUMBER_PROJECT) SL_PROJECT_N_FIELDS };
#define SL_FIELD_NUMBER_PARTY(symbol, ...) SL_PARTY_##symbol,
enum { SL_PARTY_FIELDS (SL_FIELD_NUMBER_PARTY) SL_PARTY_N_FIELDS };
#define SL_FIELD_NUMBER_ALLIANCE(symbol, ...) SL_ALLIANCE_##symbol,
enum { SL_ALLIANCE_FIELDS (SL_FIELD_NUMBER_ALLIANCE) SL_ALLIANCE_N_FIELDS };
#define SL_FIELD_NUMBER_PARTNER(symbol, ...) SL_PARTNER_##symbol,
enum { SL_PARTNER_FIELDS (SL_FIELD_NUMBER_PARTNER) SL_PARTNER_N_FIELDS };
#define SL_FIELD_NUMBER_GOAL(symbol, ...) SL_GOAL_##symbol,
enum { SL_GOAL_FIELDS (SL_FIELD_NUMBER_GOAL) SL_GOAL_N_FIELDS };
#define SL_FIELD_NUMBER_GOAL_PARENT(symbol, ...) SL_GOAL_PARENT_##symbol,
enum { SL_GOAL_PARENT_FIELDS (SL_FIELD_NUMBER_GOAL_PARENT) SL_GOAL_PARENT_N_FIELDS };
#define SL_FIELD_NUMBER_GOAL_LINK(symbol, ...) SL_GOAL_LINK_##symbol,
enum { SL_GOAL_LINK_FIELDS (SL_FIELD_NUMBER_GOAL_LINK) SL_GOAL_LINK_N_FIELDS };
#define SL_FIELD_NUMBER_POSITION(symbol, ...) SL_POSITION_##symbol,
enum { SL_POSITION_FIELDS (SL_FIELD_NUMBER_POSITION) SL_POSITION_N_FIELDS };
#define SL_FIELD_NUMBER_PRIORITY(symbol, ...) SL_PRIORITY_##symbol,
enum { SL_PRIORITY_FIELDS (SL_FIELD_NUMBER_PRIORITY) SL_PRIORITY_N_FIELDS };
#define SL_FIELD_NUMBER_KPI(symbol, ...) SL_KPI_##symbol,
enum { SL_KPI_FIELDS (SL_FIELD_NUMBER_KPI) SL_KPI_N_FIELDS };
#define SL_FIELD_NUMBER_KPI_VALUE(symbol, ...) SL_KPI_VALUE_##symbol,
enum { SL_KPI_VALUE_FIELDS (SL_FIELD_NUMBER_KPI_VALUE) SL_KPI_VALUE_N_FIELDS };
#define SL_FIELD_NUMBER_TASK(symbol, ...) SL_TASK_##symbol,
enum { SL_TASK_FIELDS (SL_FIELD_NUMBER_TASK) SL_TASK_N_FIELDS };
#define SL_FIELD_NUMBER_MILESTONE(symbol, ...) SL_MILESTONE_##symbol,
enum { SL_MILESTONE_FIELDS (SL_FIELD_NUMBER_MILESTONE) SL_MILESTONE_N_FIELDS };
#define SL_FIELD_NUMBER_DEPENDENCY(symbol, ...) SL_DEPENDENCY_##symbol,
enum { SL_DEPENDENCY_FIELDS (SL_FIELD_NUMBER_DEPENDENCY) SL_DEPENDENCY_N_FIELDS };
#define SL_FIELD_NUMBER_ALLOCATION(symbol, ...) SL_ALLOCATION_##symbol,
enum { SL_ALLOCATION_FIELDS (SL_FIELD_NUMBER_ALLOCATION) SL_ALLOCATION_N_FIELDS };
#define SL_FIELD_NUMBER_BASELINE(symbol, ...) SL_BASELINE_##symbol,
enum { SL_BASELINE_FIELDS (SL_FIELD_NUMBER_BASELINE) SL_BASELINE_N_FIELDS };
#define SL_FIELD_NUMBER_DAY_OFF(symbol, ...) SL_DAY_OFF_##symbol,
enum { SL_DAY_OFF_FIELDS (SL_FIELD_NUMBER_DAY_OFF) SL_DAY_OFF_N_FIELDS };
#define SL_FIELD_NUMBER_BUDGET(symbol, ...) SL_BUDGET_##symbol,
enum { SL_BUDGET_FIELDS (SL_FIELD_NUMBER_BUDGET) SL_BUDGET_N_FIELDS };
#define SL_FIELD_NUMBER_NEED(symbol, ...) SL_NEED_##symbol,
enum { SL_NEED_FIELDS (SL_FIELD_NUMBER_NEED) SL_NEED_N_FIELDS };
#define SL_FIELD_NUMBER_RISK(symbol, ...) SL_RISK_##symbol,
enum { SL_RISK_FIELDS (SL_FIELD_NUMBER_RISK) SL_RISK_N_FIELDS };
#define SL_FIELD_NUMBER_CONFLICT(symbol, ...) SL_CONFLICT_##symbol,
enum { SL_CONFLICT_FIELDS (SL_FIELD_NUMBER_CONFLICT) SL_CONFLICT_N_FIELDS };
#define SL_FIELD_NUMBER_NOTE(symbol, ...) SL_NOTE_##symbol,
enum { SL_NOTE_FIELDS (SL_FIELD_NUMBER_NOTE) SL_NOTE_N_FIELDS };
#define SL_FIELD_NUMBER_SHEET(symbol, ...) SL_SHEET_##symbol,
enum { SL_SHEET_FIELDS (SL_FIELD_NUMBER_SHEET) SL_SHEET_N_FIELDS };
#define SL_FIELD_NUMBER_ROLE(symbol, ...) SL_ROLE_##symbol,
enum { SL_ROLE_FIELDS (SL_FIELD_NUMBER_ROLE) SL_ROLE_N_FIELDS };
#define SL_FIELD_NUMBER_DECISION(symbol, ...) SL_DECISION_##symbol,
enum { SL_DECISION_FIELDS (SL_FIELD_NUMBER_DECISION) SL_DECISION_N_FIELDS };
#define SL_FIELD_NUMBER_ACKNOWLEDGEMENT(symbol, ...) SL_ACKNOWLEDGEMENT_##symbol,
enum { SL_ACKNOWLEDGEMENT_FIELDS (SL_FIELD_NUMBER_ACKNOWLEDGEMENT) SL_ACKNOWLEDGEMENT_N_FIELDS };
#define SL_FIELD_NUMBER_PROMISE(symbol, ...) SL_PROMISE_##symbol,
enum { SL_PROMISE_FIELDS (SL_FIELD_NUMBER_PROMISE) SL_PROMISE_N_FIELDS };
#define SL_FIELD_NUMBER_TRUST(symbol, ...) SL_TRUST_##symbol,
enum { SL_TRUST_FIELDS (SL_FIELD_NUMBER_TRUST) SL_TRUST_N_FIELDS };
#define SL_FIELD_NUMBER_REVIEW(symbol, ...) SL_REVIEW_##symbol,
enum { SL_REVIEW_FIELDS (SL_FIELD_NUMBER_REVIEW) SL_REVIEW_N_FIELDS };
#define SL_FIELD_NUMBER_JUDGEMENT(symbol, ...) SL_JUDGEMENT_##symbol,
enum { SL_JUDGEMENT_FIELDS (SL_FIELD_NUMBER_JUDGEMENT) SL_JUDGEMENT_N_FIELDS };
#define SL_FIELD_NUMBER_SIGNAL(symbol, ...) SL_SIGNAL_##symbol,
enum { SL_SIGNAL_FIELDS (SL_FIELD_NUMBER_SIGNAL) SL_SIGNAL_N_FIELDS };
#define SL_FIELD_NUMBER_FORECAST(symbol, ...) SL_FORECAST_##symbol,
enum { SL_FORECAST_FIELDS (SL_FIELD_NUMBER_FORECAST) SL_FORECAST_N_FIELDS };
#define SL_FIELD_NUMBER_COMPARISON(symbol, ...) SL_COMPARISON_##symbol,
enum { SL_COMPARISON_FIELDS (SL_FIELD_NUMBER_COMPARISON) SL_COMPARISON_N_FIELDS };
#define SL_FIELD_NUMBER_CORE_VALUE(symbol, ...) SL_CORE_VALUE_##symbol,
enum { SL_CORE_VALUE_FIELDS (SL_FIELD_NUMBER_CORE_VALUE) SL_CORE_VALUE_N_FIELDS };
#define SL_FIELD_NUMBER_VALUE_MARK(symbol, ...) SL_VALUE_MARK_##symbol,
enum { SL_VALUE_MARK_FIELDS (SL_FIELD_NUMBER_VALUE_MARK) SL_VALUE_MARK_N_FIELDS };
#define SL_FIELD_NUMBER_VERSION(symbol, ...) SL_VERSION_##symbol,
enum { SL_VERSION_FIELDS (SL_FIELD_NUMBER_VERSION) SL_VERSION_N_FIELDS };
#define SL_FIELD_NUMBER_SWOT(symbol, ...) SL_SWOT_##symbol,
enum { SL_SWOT_FIELDS (SL_FIELD_NUMBER_SWOT) SL_SWOT_N_FIELDS };
#define SL_FIELD_NUMBER_AS_IS(symbol, ...) SL_AS_IS_##symbol,
enum { SL_AS_IS_FIELDS (SL_FIELD_NUMBER_AS_IS) SL_AS_IS_N_FIELDS };
#define SL_FIELD_NUMBER_AS_IS_VALUE(symbol, ...) SL_AS_IS_VALUE_##symbol,
enum { SL_AS_IS_VALUE_FIELDS (SL_FIELD_NUMBER_AS_IS_VALUE) SL_AS_IS_VALUE_N_FIELDS };
/* clang-format on */

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for chart tests, built through the store without storage. Ids are counted up from
 * CHART_FIRST_ID, so that golden dumps are stable. */

#pragma once

#include "base/sl-codes.h"
#include "model/sl-store.h"

G_BEGIN_DECLS

#define CHART_FIRST_ID (G_GINT64_CONSTANT (1) << 32)
/* The day on which all chart tests take place: 2026-03-16, a Monday. */
#define CHART_TODAY G_GINT64_CONSTANT (20528)

typedef struct _ChartPlan ChartPlan;

ChartPlan *chart_plan_new (const char *title);
void chart_plan_free (ChartPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartPlan, chart_plan_free)
/* The plan as it is now. (transfer full) */
SlSnapshot *chart_plan_snapshot (ChartPlan *self);

/* Adds a record of @kind with the defaults of its fields, last among its siblings. */
SlId chart_plan_add (ChartPlan *self, SlKindId kind);
void chart_plan_set_int (ChartPlan *self, SlId id, guint field, gint64 value);
void chart_plan_set_real (ChartPlan *self, SlId id, guint field, double value);
void chart_plan_set_text (ChartPlan *self, SlId id, guint field, const char *value);
/* @iso: "2026-03-15", or NULL to leave it unset */
void chart_plan_set_day (ChartPlan *self, SlId id, guint field, const char *iso);
/* (transfer none): until the next change */
const char *chart_plan_title (ChartPlan *self, SlId id);
void chart_plan_remove (ChartPlan *self, SlId id);

/* Shorthands. SL_ID_NONE: no parent, no owner. */
SlId chart_plan_party (ChartPlan *self, SlId parent, const char *title, double power,
                       double interest);
SlId chart_plan_goal (ChartPlan *self, SlId parent, SlId owner, const char *title);
/* As chart_plan_goal(), with the field "shared". */
SlId chart_plan_shared_goal (ChartPlan *self, SlId parent, SlId owner, const char *title);
SlId chart_plan_position (ChartPlan *self, SlId party, SlId goal, int value,
                          SlPositionSource source);
SlId chart_plan_task (ChartPlan *self, SlId parent, SlId owner, const char *title,
                      const char *start, const char *due);
SlId chart_plan_milestone (ChartPlan *self, SlId parent, SlId owner, const char *title,
                           const char *due);
SlId chart_plan_dependency (ChartPlan *self, SlId before, SlId after, SlDependencyType type);
SlId chart_plan_link (ChartPlan *self, SlId source, SlId target, int strength);

/**
 * ChartFixture:
 *
 * A named plan. "empty" has nothing but the project, "launch" is a small whole plan, "large" has 60
 * goals, 40 milestones and 12 parties, "german" long compound titles, "arabic" right-to-left
 * titles, "extreme" what titles may be at worst.
 */
typedef struct
{
  const char *name; /* NULL ends the table */
  ChartPlan *(*build) (void);
} ChartFixture;

extern const ChartFixture chart_fixtures[];
/* The snapshot of the fixture @name. (transfer full) */
SlSnapshot *chart_fixture_snapshot (const char *name);

G_END_DECLS

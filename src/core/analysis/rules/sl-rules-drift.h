/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules on drift share: how something is agreed anew. */

#pragma once

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-agreed.h"

G_BEGIN_DECLS

/* The remedy that makes what these goals and their KPIs are now the agreed baseline of today.
 * (transfer floating): a(sv) */
GVariant *sl_drift_agree (const SlId *goals, guint n);

/* A KPI whose target is not the agreed one. */
typedef struct
{
  SlId kpi;
  int goal;
  gint64 day;
  double then;
  double now;
} SlMovedTarget;

/* KPIs of active goals whose target moved since it was agreed without a decision about the KPI or
 * its goal; by row. (transfer full) (element-type SlMovedTarget) */
GArray *sl_drift_moved_targets (const SlFacts *facts, const SlAgreed *agreed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans of any size in memory in which every kind of record is in use and much is misaligned, to
 * measure with. The same size gives the same plan. */

#pragma once

#include "model/sl-store.h"

/* The day that such plans are to be judged by: 2026-11-16. */
#define LARGE_PLAN_TODAY 20773

/* At least 20 parties and 50 goals. (transfer full) */
SlStore *large_plan_new (guint n_goals, guint n_parties, guint n_tasks);

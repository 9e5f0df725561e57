/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar that a plan describes. */

#pragma once

#include "methods/sl-calendar.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* Working week and hours of the project record with the plan's days off. (transfer full) */
SlCalendar *sl_plan_calendar_new (const SlSnapshot *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

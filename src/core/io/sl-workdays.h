/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counting working days by the week and the days off of an import plan. */

#pragma once

#include "io/sl-import-plan.h"

G_BEGIN_DECLS

typedef struct _SlWorkdays SlWorkdays;

/* Takes the calendar of @plan as it is now; Monday to Friday if the plan states no week.
 * Cost: one pass over all days from SL_DAY_MIN to SL_DAY_MAX; after that each question is cheap. */
SlWorkdays *sl_workdays_new (const SlImportPlan *plan);
void sl_workdays_free (SlWorkdays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWorkdays, sl_workdays_free)

gboolean sl_workdays_is_worked (const SlWorkdays *self, gint64 day);
/* Working days from @first to @last, both counted; 0 if @last is before @first. */
gint64 sl_workdays_count (const SlWorkdays *self, gint64 first, gint64 last);
/* The @count-th working day from @start on, @start itself being the first if it is worked.
 * @count of 0 or less gives @start. FALSE if it lies beyond SL_DAY_MAX. */
gboolean sl_workdays_last (const SlWorkdays *self, gint64 start, gint64 count, gint64 *last);
/* The day that lies @count working days after @day (before, if negative). Clamped to the range. */
gint64 sl_workdays_shift (const SlWorkdays *self, gint64 day, gint64 count);

G_END_DECLS

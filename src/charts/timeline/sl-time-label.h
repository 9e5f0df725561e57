/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of time units, from long to short, and how wide they are. */

#pragma once

#include "sl-text-measure.h"
#include "sl-time-axis.h"

G_BEGIN_DECLS

typedef struct _SlTimeLabeller SlTimeLabeller;

/* Labels of the lower row, until sl_time_labeller_set_upper(). @measure must outlive it.
 * (transfer full) */
SlTimeLabeller *sl_time_labeller_new (SlTextMeasure *measure,
                                      int fiscal_month) G_GNUC_WARN_UNUSED_RESULT;
void sl_time_labeller_free (SlTimeLabeller *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimeLabeller, sl_time_labeller_free)

/* Turns to the labels of the upper row, which carry the year and are set in bold. */
void sl_time_labeller_set_upper (SlTimeLabeller *self);
/* Years of one cell of SL_TIME_YEAR. */
void sl_time_labeller_set_years (SlTimeLabeller *self, guint years);
/* Forms of @unit's labels in this row; form 0 is the longest. */
guint sl_time_labeller_n_forms (const SlTimeLabeller *self, SlTimeUnit unit);
/* The label of the unit that begins on @start. (transfer full) */
char *sl_time_labeller_text (const SlTimeLabeller *self, SlTimeUnit unit, guint form,
                             gint64 start) G_GNUC_WARN_UNUSED_RESULT;
/* Its width; pt. Each text is measured once. */
double sl_time_labeller_width (SlTimeLabeller *self, SlTimeUnit unit, guint form, gint64 start);

G_END_DECLS

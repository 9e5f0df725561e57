/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far one party trusts another: answers, their trend, and promises. Pure functions; NAN is "not
 * asked". Source: METHODS section 10; the statements after Mayer, Davis & Schoorman 1995 and
 * McAllister 1995. */

#pragma once

#include "methods/sl-trend.h"

G_BEGIN_DECLS

/* Trust below this counts as low unless the project says otherwise; unit: points of 100. */
#define SL_TRUST_LOW 70.0
/* Fewer people on a side may be recognised by their answers: say nothing without consent. */
#define SL_TRUST_MIN_RESPONDENTS 3u
/* Difference of two parties' trust in each other from which it is lopsided; unit: points. */
#define SL_TRUST_LOPSIDED 25.0
/* Promises are looked at for so many days after they were due. */
#define SL_PROMISE_DAYS 90
/* Below so many due promises their share says nothing. */
#define SL_PROMISE_MIN 3u

/* Trust in points, 0..100, of answers 1..5: (mean - 1) / 4 x 100. NAN among them are skipped; NAN
 * without any. */
double sl_trust_level (const double *answers, guint n);
/* Whether trust of each in the other differs by SL_TRUST_LOPSIDED; FALSE where one is NAN. */
gboolean sl_trust_is_lopsided (double there, double back);

/**
 * SlPromiseDays:
 * @due: the day it was promised for; SL_INT_NULL: none, it does not count
 * @kept: the day on which it was kept; SL_INT_NULL: not yet
 */
typedef struct
{
  gint64 due;
  gint64 kept;
} SlPromiseDays;

/**
 * sl_promises_kept:
 * @promises: (array length=n): promises between parties
 * @n: how many there are
 * @today: the day; what is due today can still be kept
 * @n_due: (out) (nullable): promises that were due in the SL_PROMISE_DAYS before @today
 *
 * Returns: the share of those that were kept by their day, 0..1; NAN below SL_PROMISE_MIN of them
 */
double sl_promises_kept (const SlPromiseDays *promises, guint n, gint64 today, guint *n_due);

/**
 * SlTrustSeverity:
 * @level: (low - trust) / low, within 0..1
 * @trend: -4 x slope / 100, within 0..1, where trust falls; else 0
 * @promises: share of promises that were not kept
 * @severity: the largest of the three; NAN where none is known
 *
 * A part that is not known is NAN.
 */
typedef struct
{
  double level;
  double trend;
  double promises;
  double severity;
} SlTrustSeverity;

/**
 * sl_trust_severity:
 * @trust: trust now, points; NAN: not asked
 * @low: what counts as low, more than 0: SL_TRUST_LOW
 * @trend: (nullable): of trust over the reviews; %NULL: not known
 * @kept: as sl_promises_kept(); NAN: not known
 */
SlTrustSeverity sl_trust_severity (double trust, double low, const SlTrend *trend, double kept);

G_END_DECLS

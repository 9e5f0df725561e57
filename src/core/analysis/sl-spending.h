/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What money and work are spent on, as far as it leads to the strategy: the wasted-resource meter.
 * And who pays it. Made of facts; any thread. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

typedef enum
{
  SL_SPENDING_ALIGNED, /* there is a path from what it is for up to an objective */
  SL_SPENDING_NO_PATH, /* there is none, or it is for nothing at all */
  SL_SPENDING_STOPPED, /* for what is parked or dropped */
  SL_SPENDING_TWICE,   /* for a further one of alternatives of which exactly one is needed */
  SL_N_SPENDINGS
} SlSpendingType;

/* One budget line (@money) or task (@days). Minor units; person-days. */
typedef struct
{
  SlId id;
  SlId item; /* what it is for, or SL_ID_NONE */
  SlSpendingType type;
  double money;
  double days;
} SlSpendingLine;

/**
 * SlSpending:
 * @money: minor units by type: planned, else committed, else spent
 * @days: person-days by type, of open tasks
 * @lines: (element-type SlSpendingLine): by type, the largest first
 */
typedef struct
{
  double money[SL_N_SPENDINGS];
  double days[SL_N_SPENDINGS];
  GArray *lines;
} SlSpending;

/* (transfer full) */
SlSpending *sl_spending_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_spending_free (SlSpending *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSpending, sl_spending_free)
/* Share that does not lead to the strategy, 0..1; NAN where nothing is entered. */
double sl_spending_wasted (const double *amounts);
double sl_spending_total (const double *amounts);
/* "no path to the strategy"; translated, (transfer none) */
const char *sl_spending_words (SlSpendingType type);

/* What one party pays; minor units. @party SL_ID_NONE: lines that name nobody. */
typedef struct
{
  SlId party;
  gint64 planned;
  gint64 committed;
  gint64 spent;
  guint n_lines;
} SlSource;

/* The sources of all budget lines, the largest first, the unnamed one last.
 * Returns: (transfer full) (element-type SlSource) */
GArray *sl_sources_new (const SlSnapshot *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

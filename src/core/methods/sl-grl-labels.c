/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of qualitative evaluation. */

#include "config.h"

#include "sl-grl-labels.h"

/* Short names for the tables. */
#define D SL_GRL_LABEL_DENIED
#define WD SL_GRL_LABEL_WEAKLY_DENIED
#define WS SL_GRL_LABEL_WEAKLY_SATISFIED
#define S SL_GRL_LABEL_SATISFIED
#define C SL_GRL_LABEL_CONFLICT
#define U SL_GRL_LABEL_UNDECIDED
#define N SL_GRL_LABEL_NONE
#define N_LABELS (SL_GRL_LABEL_NONE + 1)
#define N_CONTRIBUTIONS (SL_GRL_BREAK + 1)

const char *const sl_grl_label_names[] = { "D", "WD", "WS", "S", "C", "U", "N", NULL };

const char *const sl_grl_contribution_names[]
    = { "Make", "Help", "SomePositive", "Unknown", "SomeNegative", "Hurt", "Break", NULL };

double
sl_grl_contribution_weight (SlGrlContribution contribution)
{
  static const double weights[N_CONTRIBUTIONS] = { 100, 25, 75, 0, -75, -25, -100 };
  g_return_val_if_fail ((guint)contribution < N_CONTRIBUTIONS, 0.0);
  return weights[contribution];
}

SlGrlLabel
sl_grl_label_pass (SlGrlLabel source, SlGrlContribution contribution)
{
  /* Columns: make, help, some positive, unknown, some negative, hurt, break. */
  static const SlGrlLabel table[N_LABELS][N_CONTRIBUTIONS] = {
    [D] = { D, WD, WD, N, WS, WS, S },    [WD] = { WD, WD, WD, N, WS, WS, WS },
    [WS] = { WS, WS, WS, N, WD, WD, WD }, [S] = { S, WS, WS, N, WD, WD, D },
    [C] = { U, U, U, U, U, U, U },        [U] = { U, U, U, U, U, U, U },
    [N] = { N, N, N, N, N, N, N },
  };
  g_return_val_if_fail ((guint)source < N_LABELS && (guint)contribution < N_CONTRIBUTIONS, N);
  return table[source][contribution];
}

SlGrlLabel
sl_grl_label_join (SlGrlLabel first, SlGrlLabel second)
{
  /* Columns: D, WD, WS, S, C, U, N. */
  static const SlGrlLabel table[N_LABELS][N_LABELS] = {
    [D] = { D, D, WD, C, C, U, D },    [WD] = { D, WD, N, WS, C, U, WD },
    [WS] = { WD, N, WS, S, C, U, WS }, [S] = { C, WS, S, S, C, U, S },
    [C] = { C, C, C, C, C, C, C },     [U] = { U, U, U, U, C, U, U },
    [N] = { D, WD, WS, S, C, U, N },
  };
  g_return_val_if_fail ((guint)first < N_LABELS && (guint)second < N_LABELS, N);
  return table[first][second];
}

static void
count (const SlGrlLabel *labels, guint n, guint counts[N_LABELS])
{
  for (guint i = 0; i < N_LABELS; i++)
    counts[i] = 0;
  for (guint i = 0; i < n; i++)
    counts[labels[i]]++;
}

SlGrlLabel
sl_grl_label_combine (const SlGrlLabel *labels, guint n)
{
  guint counts[N_LABELS];
  count (labels, n, counts);
  if (counts[C] + counts[U] > 0)
    return U;
  SlGrlLabel weak = N, strong = N;
  if (counts[WS] != counts[WD])
    weak = counts[WS] > counts[WD] ? WS : WD;
  if (counts[S] > 0)
    strong = counts[D] > 0 ? C : S;
  else if (counts[D] > 0)
    strong = D;
  return sl_grl_label_join (weak, strong);
}

SlGrlLabel
sl_grl_label_refine (SlRefinement refinement, const SlGrlLabel *labels, guint n)
{
  static const SlGrlLabel all[] = { D, C, U, WD, N, WS, S };
  static const SlGrlLabel any[] = { S, C, U, WS, N, WD, D };
  const SlGrlLabel *order = refinement == SL_REFINEMENT_AND ? all : any;
  guint counts[N_LABELS];
  count (labels, n, counts);
  for (guint i = 0; i < N_LABELS; i++)
    if (counts[order[i]] > 0)
      return order[i] == C ? U : order[i];
  return N;
}

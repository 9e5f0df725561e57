/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Orders a matrix into blocks: parties and goals by their scores on the first principal component
 * of the centred positions, found by power iteration from a fixed start. Unknown counts as the
 * mean of the goal, so that not being asked moves nobody. */

#include "config.h"

#include "sl-matrix.h"

#include <math.h>
#include <string.h>

#define ITERATIONS 100

/* Positions with the mean of each row taken away, unknown cells at 0. (transfer full) */
static double *
center_rows (const SlMatrix *m)
{
  const guint n = m->parties->len;
  double *x = g_new0 (double, MAX (1, m->goals->len * n));

  for (guint row = 0; row < m->goals->len; row++)
    {
      double sum = 0;
      guint known = 0;

      for (guint column = 0; column < n; column++)
        if (sl_matrix_cell (m, row, column)->known)
          {
            sum += sl_matrix_cell (m, row, column)->value;
            known++;
          }
      for (guint column = 0; column < n; column++)
        if (sl_matrix_cell (m, row, column)->known)
          x[row * n + column] = sl_matrix_cell (m, row, column)->value - sum / known;
    }
  return x;
}

/* goals := x parties */
static void
score_goals (const double *x, guint n_goals, guint n_parties, const double *parties, double *goals)
{
  for (guint row = 0; row < n_goals; row++)
    {
      goals[row] = 0;
      for (guint column = 0; column < n_parties; column++)
        goals[row] += x[row * n_parties + column] * parties[column];
    }
}

/* parties := x' goals, of length 1. Returns: the length before */
static double
score_parties (const double *x, guint n_goals, guint n_parties, const double *goals,
               double *parties)
{
  double length = 0;

  for (guint column = 0; column < n_parties; column++)
    {
      parties[column] = 0;
      for (guint row = 0; row < n_goals; row++)
        parties[column] += x[row * n_parties + column] * goals[row];
      length += parties[column] * parties[column];
    }
  length = sqrt (length);
  for (guint column = 0; column < n_parties && length > 0; column++)
    parties[column] /= length;
  return length;
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *scores = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  /* Rounding must not decide: equal to nine digits is equal. */
  const double difference = round ((scores[j] - scores[i]) * 1e9);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return i < j ? -1 : i > j;
}

/* Indices by descending score. (transfer full) */
static guint *
order_by (const double *scores, guint n)
{
  guint *order = g_new (guint, MAX (1, n));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint)n, sizeof (guint), compare_scores, (gpointer)scores);
  return order;
}

static guint
place_of (const guint *order, guint n, guint index)
{
  guint place = 0;

  while (place < n && order[place] != index)
    place++;
  return place;
}

static void
permute (SlMatrix *m, const guint *rows, const guint *columns)
{
  const guint n_goals = m->goals->len, n_parties = m->parties->len;
  SlMatrixCell *cells = g_new0 (SlMatrixCell, MAX (1, n_goals * n_parties));
  GArray *goals = g_array_sized_new (FALSE, FALSE, sizeof (SlMatrixGoal), n_goals);
  GArray *parties = g_array_sized_new (FALSE, FALSE, sizeof (SlMatrixParty), n_parties);

  for (guint row = 0; row < n_goals; row++)
    {
      SlMatrixGoal goal = *sl_matrix_goal (m, rows[row]);

      goal.depth = 0;
      goal.opposed_for = place_of (columns, n_parties, goal.opposed_for);
      goal.opposed_against = place_of (columns, n_parties, goal.opposed_against);
      g_array_append_val (goals, goal);
      for (guint column = 0; column < n_parties; column++)
        cells[row * n_parties + column] = *sl_matrix_cell (m, rows[row], columns[column]);
    }
  for (guint column = 0; column < n_parties; column++)
    {
      SlMatrixParty party = *sl_matrix_party (m, columns[column]);

      party.depth = 0;
      g_array_append_val (parties, party);
    }
  g_array_unref (m->goals);
  g_array_unref (m->parties);
  g_free (m->cells);
  m->goals = goals;
  m->parties = parties;
  m->cells = cells;
  m->n_shared = 0;
}

/* The place behind which scores are negative; @n: nowhere. */
static guint
find_cut (const double *scores, const guint *order, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (scores[order[i]] > -1e-9 && scores[order[i + 1]] <= -1e-9)
      return i;
  return n;
}

/* Where the component changes sign, those on one side stand against those on the other. Without any
 * opposed pair there is nothing to part. */
static void
mark_blocks (SlMatrix *m, guint row, guint column)
{
  gboolean opposed = FALSE;

  for (guint i = 0; i < m->goals->len; i++)
    opposed = opposed || sl_matrix_goal (m, i)->apart > 0;
  if (opposed && row < m->goals->len)
    sl_matrix_goal (m, row)->block_ends = TRUE;
  if (opposed && column < m->parties->len)
    sl_matrix_party (m, column)->block_ends = TRUE;
}

void
sl_matrix_sort_blocks (SlMatrix *self)
{
  const guint n_goals = self->goals->len, n_parties = self->parties->len;
  g_autofree double *x = center_rows (self);
  g_autofree double *goals = g_new0 (double, MAX (1, n_goals));
  g_autofree double *parties = g_new0 (double, MAX (1, n_parties));

  if (n_goals == 0 || n_parties == 0)
    return;
  /* A start that is orthogonal to no likely component. */
  for (guint column = 0; column < n_parties; column++)
    parties[column] = 1.0 / (column + 1);
  for (guint i = 0; i < ITERATIONS; i++)
    {
      score_goals (x, n_goals, n_parties, parties, goals);
      if (score_parties (x, n_goals, n_parties, goals, parties) == 0)
        break;
    }
  /* The sign of a component means nothing: the first party of the tree stands in the first half. */
  const double sign = parties[0] < 0 ? -1 : 1;
  for (guint column = 0; column < n_parties; column++)
    parties[column] *= sign;
  score_goals (x, n_goals, n_parties, parties, goals);

  g_autofree guint *rows = order_by (goals, n_goals);
  g_autofree guint *columns = order_by (parties, n_parties);
  permute (self, rows, columns);
  mark_blocks (self, find_cut (goals, rows, n_goals), find_cut (parties, columns, n_parties));
}

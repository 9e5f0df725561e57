/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The analytic hierarchy process. Comparisons that are missing are never guessed silently: weights
 * come from those that are there, or the completion is asked for. */

#include "config.h"

#include "methods/sl-ahp.h"

#include <math.h>

/* Iterations settle to the last digits well before that, unless answers contradict wildly. */
#define MAX_ITERATIONS 10000u
#define MAX_SWEEPS 1000u
#define SETTLED 1e-14
/* How exactly the logarithms of completed answers are found. */
#define COMPLETED 1e-12

/* Answers come rounded: 0.333 for 1/3. */
#define ROUNDING 0.01

/* The largest answer of Saaty's scale. */
#define LARGEST_ANSWER 9.0

const char *const sl_ahp_table_names[] = { "saaty2005", "dd1991", "saaty1980", NULL };

double
sl_ahp_random_index (SlAhpTable table, guint n)
{
  static const struct
  {
    double index[13]; /* from three items on */
    guint n;
  } tables[] = {
    { { .52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59 }, 13 },
    { { .4914, .8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643,
        1.4822, 1.4969 },
      13 },
    { { .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49 }, 8 },
  };
  if (n < 3)
    return 0.0;
  return n - 3 < tables[table].n ? tables[table].index[n - 3] : NAN;
}

static gboolean
is_answer (double there, double back)
{
  if (isnan (there) || isnan (back))
    return isnan (there) && isnan (back);
  return there > 0.0 && fabs (there * back - 1.0) <= ROUNDING;
}

gboolean
sl_ahp_check (const double *matrix, guint n, guint *row, guint *column)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double there = matrix[i * n + j];
        if (i == j ? there == 1.0 : is_answer (there, matrix[j * n + i]))
          continue;
        *row = i;
        *column = j;
        return FALSE;
      }
  return TRUE;
}

static void
normalise (double *weights, guint n)
{
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += weights[i];
  for (guint i = 0; i < n; i++)
    weights[i] /= sum;
}

/* exp of @logs, summing to 1, whatever their size. */
static void
normalise_logs (const double *logs, guint n, double *weights)
{
  double largest = logs[0];
  for (guint i = 1; i < n; i++)
    largest = MAX (largest, logs[i]);
  for (guint i = 0; i < n; i++)
    weights[i] = exp (logs[i] - largest);
  normalise (weights, n);
}

void
sl_ahp_geometric_means (const double *matrix, guint n, double *weights)
{
  g_autofree double *logs = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      logs[i] += log (matrix[i * n + j]) / n;
  normalise_logs (logs, n, weights);
}

/* Improves @weights, which sum to 1, until they are the principal eigenvector; returns lambda_max.
 * @turned: of the transposed matrix: the left eigenvector. @next: room for @n. */
static double
iterate (const double *matrix, guint n, gboolean turned, double *weights, double *next)
{
  gsize along = turned ? n : 1, down = turned ? 1 : n;
  double lambda = 0.0;
  for (guint round = 0; round < MAX_ITERATIONS; round++)
    {
      double change = 0.0, sum = 0.0;
      lambda = 0.0;
      for (guint i = 0; i < n; i++)
        {
          next[i] = 0.0;
          for (guint j = 0; j < n; j++)
            next[i] += matrix[i * down + j * along] * weights[j];
          lambda += next[i] / weights[i] / n;
          sum += next[i];
        }
      for (guint i = 0; i < n; i++)
        {
          change = MAX (change, fabs (next[i] / sum - weights[i]));
          weights[i] = next[i] / sum;
        }
      if (change < SETTLED)
        break;
    }
  return lambda;
}

double
sl_ahp_eigenvector (const double *matrix, guint n, double *weights)
{
  g_autofree double *next = g_new (double, MAX (n, 1));
  sl_ahp_geometric_means (matrix, n, weights);
  return iterate (matrix, n, FALSE, weights, next);
}

double
sl_ahp_consistency_index (double lambda_max, guint n)
{
  /* Below 0 only by rounding, of answers or of sums. */
  return n > 1 ? fmax (0.0, lambda_max - n) / (n - 1.0) : 0.0;
}

double
sl_ahp_consistency_ratio (double lambda_max, guint n, SlAhpTable table)
{
  return n > 2 ? sl_ahp_consistency_index (lambda_max, n) / sl_ahp_random_index (table, n) : 0.0;
}

guint
sl_ahp_find_groups (const double *matrix, guint n, guint *groups)
{
  g_autofree guint *queue = g_new (guint, MAX (n, 1));
  guint n_groups = 0;
  for (guint i = 0; i < n; i++)
    groups[i] = G_MAXUINT;
  for (guint first = 0; first < n; first++)
    {
      if (groups[first] != G_MAXUINT)
        continue;
      guint n_queued = 1;
      queue[0] = first;
      groups[first] = n_groups;
      for (guint done = 0; done < n_queued; done++)
        for (guint j = 0; j < n; j++)
          if (groups[j] == G_MAXUINT && !isnan (matrix[queue[done] * n + j]))
            {
              groups[j] = n_groups;
              queue[n_queued++] = j;
            }
      n_groups++;
    }
  return n_groups;
}

static gboolean
is_linked (const double *matrix, guint n)
{
  g_autofree guint *groups = g_new (guint, MAX (n, 1));
  return sl_ahp_find_groups (matrix, n, groups) == 1;
}

/* Solves a x = b, a symmetric and positive definite n x n; @b becomes x. Cholesky, in place. */
static void
solve (double *a, double *b, guint n)
{
  for (guint j = 0; j < n; j++)
    {
      for (guint k = 0; k < j; k++)
        for (guint i = j; i < n; i++)
          a[i * n + j] -= a[i * n + k] * a[j * n + k];
      double pivot = sqrt (a[j * n + j]);
      for (guint i = j; i < n; i++)
        a[i * n + j] /= pivot;
    }
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < i; k++)
        b[i] -= a[i * n + k] * b[k];
      b[i] /= a[i * n + i];
    }
  for (guint i = n; i-- > 0;)
    {
      for (guint k = i + 1; k < n; k++)
        b[i] -= a[k * n + i] * b[k];
      b[i] /= a[i * n + i];
    }
}

gboolean
sl_ahp_log_least_squares (const double *matrix, guint n, double *weights)
{
  if (!is_linked (matrix, n))
    return FALSE;
  /* The Laplacian of the comparisons has no inverse until one item is held fast: the last, at 0. */
  guint m = n - 1;
  g_autofree double *a = g_new0 (double, MAX ((gsize)m * m, 1));
  g_autofree double *logs = g_new0 (double, n);
  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < n; j++)
      {
        if (i == j || isnan (matrix[i * n + j]))
          continue;
        a[i * m + i] += 1.0;
        if (j < m)
          a[i * m + j] = -1.0;
        logs[i] += log (matrix[i * n + j]);
      }
  solve (a, logs, m);
  normalise_logs (logs, n, weights);
  return TRUE;
}

/* A matrix that is being completed, with its eigenvectors, which change little from step to step.
 */
typedef struct
{
  double *matrix;
  guint n;
  double *right;
  double *left;
  double *next;
} Completion;

/* Sets the missing pair to e^@log; returns how lambda_max grows with it: its sign is that of
 * d lambda / d log a_ij = (u_i a_ij v_j - u_j a_ji v_i) / (u v). */
static double
slope_at (Completion *self, guint i, guint j, double log)
{
  guint n = self->n;
  self->matrix[i * n + j] = exp (log);
  self->matrix[j * n + i] = exp (-log);
  iterate (self->matrix, n, FALSE, self->right, self->next);
  iterate (self->matrix, n, TRUE, self->left, self->next);
  return self->left[i] * self->matrix[i * n + j] * self->right[j]
         - self->left[j] * self->matrix[j * n + i] * self->right[i];
}

/* Moves one missing pair to where lambda_max, which is convex in its logarithm, is smallest, to
 * @tolerance; returns how far that was. */
static double
settle_pair (Completion *self, guint i, guint j, double tolerance)
{
  double begin = log (self->matrix[i * self->n + j]), low = begin, high = begin;
  double step = tolerance;
  if (slope_at (self, i, j, begin) > 0.0)
    do
      low -= step *= 2.0;
    while (slope_at (self, i, j, low) > 0.0);
  else
    do
      high += step *= 2.0;
    while (slope_at (self, i, j, high) < 0.0);
  while (high - low > tolerance)
    {
      double middle = (low + high) / 2.0;
      if (slope_at (self, i, j, middle) > 0.0)
        high = middle;
      else
        low = middle;
    }
  slope_at (self, i, j, (low + high) / 2.0);
  return fabs ((low + high) / 2.0 - begin);
}

gboolean
sl_ahp_complete (double *matrix, guint n)
{
  g_autofree double *weights = g_new (double, MAX (n, 1));
  g_autofree double *left = g_new (double, MAX (n, 1));
  g_autofree double *next = g_new (double, MAX (n, 1));
  g_autofree guint *missing = g_new (guint, MAX ((gsize)n * n, 1));
  guint n_missing = 0;
  if (!sl_ahp_log_least_squares (matrix, n, weights))
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (isnan (matrix[i * n + j]))
        {
          matrix[i * n + j] = weights[i] / weights[j];
          if (i < j)
            missing[n_missing++] = i * n + j;
        }
  for (guint i = 0; i < n; i++)
    left[i] = 1.0 / weights[i];
  normalise (left, n);
  Completion completion = { matrix, n, weights, left, next };
  /* One pair after the other, ever more exactly as none of them moves any more. */
  double tolerance = 1e-3;
  for (guint sweep = 0; sweep < MAX_SWEEPS && n_missing > 0; sweep++)
    {
      double moved = 0.0;
      for (guint k = 0; k < n_missing; k++)
        {
          double by = settle_pair (&completion, missing[k] / n, missing[k] % n, tolerance);
          moved = MAX (moved, by);
        }
      if (moved > 10.0 * tolerance)
        continue;
      if (tolerance <= COMPLETED)
        break;
      tolerance = MAX (tolerance * 1e-3, COMPLETED);
    }
  return TRUE;
}

/* @ratio as an answer: a whole number of times, one way or the other. */
static double
round_answer (double ratio)
{
  if (ratio >= 1.0)
    return CLAMP (round (ratio), 1.0, LARGEST_ANSWER);
  return 1.0 / CLAMP (round (1.0 / ratio), 1.0, LARGEST_ANSWER);
}

gboolean
sl_ahp_find_doubt (const double *matrix, guint n, const double *weights, SlAhpDoubt *doubt)
{
  /* Rounding of consistent answers is no contradiction. */
  double farthest = ROUNDING;
  gboolean found = FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double value = matrix[i * n + j], ratio = weights[i] / weights[j];
        double distance = isnan (value) ? 0.0 : fabs (log (value / ratio));
        /* The first of those that are equally far, whatever the rounding. */
        if (distance <= farthest + 1e-9)
          continue;
        farthest = distance;
        found = TRUE;
        *doubt = (SlAhpDoubt){ i, j, value, round_answer (ratio) };
      }
  return found;
}

void
sl_ahp_join_judgements (const double *const *matrices, const double *votes, guint n_judges, guint n,
                        double *joined)
{
  for (gsize cell = 0; cell < (gsize)n * n; cell++)
    {
      double sum = 0.0, total = 0.0;
      for (guint k = 0; k < n_judges; k++)
        {
          double vote = votes != NULL ? votes[k] : 1.0;
          if (isnan (matrices[k][cell]) || vote == 0.0)
            continue;
          sum += vote * log (matrices[k][cell]);
          total += vote;
        }
      joined[cell] = total > 0.0 ? exp (sum / total) : NAN;
    }
}

void
sl_ahp_join_priorities (const double *vectors, const double *votes, guint n_parties, guint n,
                        double *joined)
{
  double total = 0.0;
  for (guint p = 0; p < n_parties; p++)
    total += votes != NULL ? votes[p] : 1.0;
  for (guint i = 0; i < n; i++)
    {
      joined[i] = total > 0.0 ? 0.0 : NAN;
      for (guint p = 0; p < n_parties && total > 0.0; p++)
        joined[i] += vectors[(gsize)p * n + i] * (votes != NULL ? votes[p] : 1.0) / total;
    }
}

static double
sum_of (const double *values, guint n)
{
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

gboolean
sl_ahp_combine (const double *criteria, const double *local, guint n_criteria, guint n,
                double *weights)
{
  double total = sum_of (criteria, n_criteria);
  if (!(total > 0.0))
    return FALSE;
  for (guint c = 0; c < n_criteria; c++)
    if (criteria[c] > 0.0 && !(sum_of (local + (gsize)c * n, n) > 0.0))
      return FALSE;
  for (guint i = 0; i < n; i++)
    weights[i] = 0.0;
  for (guint c = 0; c < n_criteria; c++)
    {
      const double *row = local + (gsize)c * n;
      for (guint i = 0; i < n && criteria[c] > 0.0; i++)
        weights[i] += criteria[c] / total * row[i] / sum_of (row, n);
    }
  return TRUE;
}

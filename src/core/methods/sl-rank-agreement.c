/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreement of orders. Scores become average ranks first, so their scale never counts. */

#include "config.h"

#include "methods/sl-rank-agreement.h"

#include "methods/sl-numeric.h"
#include "base/sl-random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Orders of so many values are still counted rather than approximated. */
#define MAX_EXACT 100u

/* Rounding of sums of ranks, which are multiples of one half. */
#define RANK_EPSILON 1e-9

/* Scores as ranks, without judges and objects that cannot be compared. */
typedef struct
{
  double *ranks;  /* n_judges rows of n_objects */
  guint *objects; /* which column each object was */
  guint n_judges;
  guint n_objects;
  double ties;
} Ranking;

static void
ranking_clear (Ranking *ranking)
{
  g_free (ranking->ranks);
  g_free (ranking->objects);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

static gboolean
gave_any (const double *row, guint n)
{
  for (guint k = 0; k < n; k++)
    if (!isnan (row[k]))
      return TRUE;
  return FALSE;
}

static void
ranking_init (Ranking *self, const double *scores, guint m, guint n)
{
  g_autofree guint *judges = g_new (guint, MAX (m, 1));
  g_autofree double *row = g_new (double, MAX (n, 1));
  *self = (Ranking){ g_new (double, MAX ((gsize)m * n, 1)), g_new (guint, MAX (n, 1)), 0, 0, 0.0 };
  for (guint i = 0; i < m; i++)
    if (gave_any (scores + (gsize)i * n, n))
      judges[self->n_judges++] = i;
  for (guint k = 0; k < n; k++)
    {
      gboolean by_all = self->n_judges > 0;
      for (guint i = 0; i < self->n_judges && by_all; i++)
        by_all = !isnan (scores[(gsize)judges[i] * n + k]);
      if (by_all)
        self->objects[self->n_objects++] = k;
    }
  for (guint i = 0; i < self->n_judges; i++)
    {
      for (guint k = 0; k < self->n_objects; k++)
        row[k] = scores[(gsize)judges[i] * n + self->objects[k]];
      self->ties += sl_average_ranks (row, self->n_objects, self->ranks + i * self->n_objects);
    }
}

static void
sum_ranks (const Ranking *self, double *sums)
{
  for (guint k = 0; k < self->n_objects; k++)
    {
      sums[k] = 0.0;
      for (guint i = 0; i < self->n_judges; i++)
        sums[k] += self->ranks[i * self->n_objects + k];
    }
}

/* The sum of squared deviations of the rank sums from their mean. */
static double
spread (const Ranking *self, const double *sums)
{
  double s = 0.0, mean = self->n_judges * (self->n_objects + 1) / 2.0;
  for (guint k = 0; k < self->n_objects; k++)
    s += (sums[k] - mean) * (sums[k] - mean);
  return s;
}

/* What @s would be at most: 12 times the divisor of W. */
static double
most_spread (const Ranking *self, double ties)
{
  double m = self->n_judges, n = self->n_objects;
  return m * m * (n * n * n - n) - m * ties;
}

gboolean
sl_concordance (const double *scores, guint m, guint n, gboolean correct_ties,
                SlConcordance *result, double *rank_sums)
{
  g_auto (Ranking) ranking;
  ranking_init (&ranking, scores, m, n);
  *result = (SlConcordance){ .w = NAN,
                             .s = NAN,
                             .chi2 = NAN,
                             .p = NAN,
                             .ties = correct_ties ? ranking.ties : 0.0,
                             .n_judges = ranking.n_judges,
                             .n_objects = ranking.n_objects,
                             .n_dropped = n - ranking.n_objects };
  g_autofree double *sums = g_new (double, MAX (n, 1));
  sum_ranks (&ranking, sums);
  if (rank_sums != NULL)
    {
      for (guint k = 0; k < n; k++)
        rank_sums[k] = NAN;
      for (guint k = 0; k < ranking.n_objects; k++)
        rank_sums[ranking.objects[k]] = sums[k];
    }
  /* Where everybody ranks everything equal there is no order to agree on, corrected or not. */
  if (ranking.n_judges < 2 || ranking.n_objects < 2 || most_spread (&ranking, ranking.ties) <= 0.0)
    return FALSE;
  result->s = spread (&ranking, sums);
  result->w = CLAMP (12.0 * result->s / most_spread (&ranking, result->ties), 0.0, 1.0);
  result->df = ranking.n_objects - 1;
  result->chi2 = ranking.n_judges * result->df * result->w;
  result->p = sl_gamma_q (result->df / 2.0, result->chi2 / 2.0);
  return TRUE;
}

double
sl_concordance_permutation_p (const double *scores, guint m, guint n, guint64 seed)
{
  g_auto (Ranking) ranking;
  ranking_init (&ranking, scores, m, n);
  if (ranking.n_judges < 2 || ranking.n_objects < 2 || most_spread (&ranking, ranking.ties) <= 0.0)
    return NAN;
  g_autofree double *sums = g_new (double, ranking.n_objects);
  sum_ranks (&ranking, sums);
  /* The divisor of W is the same for all permutations, so S says the same. */
  double observed = spread (&ranking, sums) - RANK_EPSILON;
  guint n_as_good = 1;
  for (guint round = 0; round < SL_CONCORDANCE_PERMUTATIONS; round++)
    {
      for (guint i = 0; i < ranking.n_judges; i++)
        {
          double *row = ranking.ranks + i * ranking.n_objects;
          for (guint k = ranking.n_objects - 1; k > 0; k--)
            {
              guint other = sl_random_below (&seed, k + 1);
              double rank = row[k];
              row[k] = row[other];
              row[other] = rank;
            }
        }
      sum_ranks (&ranking, sums);
      n_as_good += spread (&ranking, sums) >= observed;
    }
  return n_as_good / (SL_CONCORDANCE_PERMUTATIONS + 1.0);
}

const char *
sl_concordance_word (double w)
{
  static const char *const words[]
      = { "slight", "fair", "moderate", "substantial", "almost_perfect" };
  if (isnan (w))
    return "none";
  guint level = 0;
  while (level + 1 < G_N_ELEMENTS (words) && w >= 0.2 * (level + 1))
    level++;
  return words[level];
}

double
sl_kendall_tail (guint n, int s)
{
  int most = (int)(n * (n - 1) / 2);
  if (n < 2 || s <= -most)
    return 1.0;
  if (s > most)
    return 0.0;
  /* Chance of each number of falling pairs; the i-th value adds 0..i-1 of them, evenly. */
  g_autofree double *chance = g_new0 (double, (gsize)most + 1);
  g_autofree double *sums = g_new (double, (gsize)most + 2);
  chance[0] = 1.0;
  for (guint i = 2, width = 1; i <= n; width += i - 1, i++)
    {
      sums[0] = 0.0;
      for (guint k = 0; k < width + i - 1; k++)
        sums[k + 1] = sums[k] + (k < width ? chance[k] : 0.0);
      for (guint k = 0; k < width + i - 1; k++)
        chance[k] = (sums[k + 1] - sums[k + 1 > i ? k + 1 - i : 0]) / i;
    }
  /* S = most - 2 x falling pairs. */
  double tail = 0.0;
  for (int falling = 0; falling <= (most - s) / 2; falling++)
    tail += chance[falling];
  return MIN (tail, 1.0);
}

/* Pairs of values that are equal, and what the variance of S needs of their groups. */
typedef struct
{
  double pairs;  /* sum of t (t - 1) / 2 */
  double thirds; /* sum of t (t - 1) (t - 2) */
  double fives;  /* sum of t (t - 1) (2t + 5) */
  guint n_distinct;
} Ties;

static Ties
count_ties (const double *values, guint n)
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  memcpy (sorted, values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, sl_compare_doubles);
  Ties ties = { 0 };
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && sorted[to] == sorted[from]; to++)
        ;
      double t = to - from;
      ties.pairs += t * (t - 1) / 2.0;
      ties.thirds += t * (t - 1) * (t - 2);
      ties.fives += t * (t - 1) * (2 * t + 5);
      ties.n_distinct++;
    }
  return ties;
}

/* The two-sided p of @s with ties, by the normal approximation. */
static double
normal_p (double s, double n, const Ties *x, const Ties *y)
{
  double variance = (n * (n - 1) * (2 * n + 5) - x->fives - y->fives) / 18.0
                    + 2.0 * x->pairs * y->pairs / (n * (n - 1));
  if (n > 2)
    variance += x->thirds * y->thirds / (9.0 * n * (n - 1) * (n - 2));
  return variance > 0.0 ? 2.0 * sl_normal_cdf (-fabs (s) / sqrt (variance)) : NAN;
}

/* Pearson's correlation of the ranks. */
static double
correlate_ranks (const double *x, const double *y, guint n)
{
  g_autofree double *rank_x = g_new (double, n);
  g_autofree double *rank_y = g_new (double, n);
  sl_average_ranks (x, n, rank_x);
  sl_average_ranks (y, n, rank_y);
  double mean = (n + 1) / 2.0, xy = 0.0, xx = 0.0, yy = 0.0;
  for (guint i = 0; i < n; i++)
    {
      xy += (rank_x[i] - mean) * (rank_y[i] - mean);
      xx += (rank_x[i] - mean) * (rank_x[i] - mean);
      yy += (rank_y[i] - mean) * (rank_y[i] - mean);
    }
  return CLAMP (xy / sqrt (xx * yy), -1.0, 1.0);
}

typedef struct
{
  double x;
  double y;
} Pair;

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *p = a, *q = b;
  int order = sl_compare_doubles (&p->x, &q->x);
  return order != 0 ? order : sl_compare_doubles (&p->y, &q->y);
}

/* Sorts @n pairs by y, merging halves; returns how many had to pass another. */
static gint64
sort_counting (Pair *pairs, Pair *room, guint n)
{
  if (n < 2)
    return 0;
  guint half = n / 2, left = 0, right = half;
  gint64 passed
      = sort_counting (pairs, room, half) + sort_counting (pairs + half, room + half, n - half);
  memcpy (room, pairs, n * sizeof *pairs);
  for (guint i = 0; i < n; i++)
    if (right == n || (left < half && room[left].y <= room[right].y))
      pairs[i] = room[left++];
    else
      {
        passed += half - left;
        pairs[i] = room[right++];
      }
  return passed;
}

/* Pairs that rise together less pairs that do not. Source: Knight 1966. */
static gint64
count_s (const double *x, const double *y, guint n, const Ties *ties_x, const Ties *ties_y)
{
  g_autofree Pair *pairs = g_new (Pair, MAX (n, 1));
  g_autofree Pair *room = g_new (Pair, MAX (n, 1));
  gint64 n_same = 0;
  for (guint i = 0; i < n; i++)
    pairs[i] = (Pair){ x[i], y[i] };
  qsort (pairs, n, sizeof *pairs, compare_pairs);
  for (guint i = 1, run = 0; i < n; i++)
    {
      run = compare_pairs (&pairs[i - 1], &pairs[i]) == 0 ? run + 1 : 0;
      n_same += run;
    }
  gint64 all = (gint64)n * (n - 1) / 2, tied = (gint64)(ties_x->pairs + ties_y->pairs) - n_same;
  return all - tied - 2 * sort_counting (pairs, room, n);
}

static double
divide_s (double s, double n, const Ties *ties_x, const Ties *ties_y)
{
  double all = n * (n - 1.0) / 2.0;
  return CLAMP (s / sqrt ((all - ties_x->pairs) * (all - ties_y->pairs)), -1.0, 1.0);
}

/* Fills @result from @n known pairs, neither side of which is constant. */
static void
correlate (const double *x, const double *y, guint n, const Ties *ties_x, const Ties *ties_y,
           SlRankCorrelation *result)
{
  gint64 s = count_s (x, y, n, ties_x, ties_y);
  double q = MIN (ties_x->n_distinct, ties_y->n_distinct);
  result->tau_b = divide_s (s, n, ties_x, ties_y);
  result->tau_c = 2.0 * s / ((double)n * n * (q - 1.0) / q);
  result->p_exact = ties_x->pairs == 0.0 && ties_y->pairs == 0.0 && n <= MAX_EXACT;
  result->p = result->p_exact ? MIN (1.0, 2.0 * sl_kendall_tail (n, (int)ABS (s)))
                              : normal_p (s, n, ties_x, ties_y);
  result->rho = correlate_ranks (x, y, n);
  if (n > 2)
    {
      double left = 1.0 - result->rho * result->rho;
      double t = left > 0.0 ? result->rho * sqrt ((n - 2) / left) : INFINITY;
      result->rho_p = sl_student_two_sided (t, n - 2);
    }
}

/* Copies the pairs of which both are given; returns how many there are. */
static guint
keep_known (const double *x, const double *y, guint n, double *xs, double *ys)
{
  guint n_known = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        xs[n_known] = x[i];
        ys[n_known++] = y[i];
      }
  return n_known;
}

double
sl_kendall_tau_b (const double *x, const double *y, guint n)
{
  g_autofree double *xs = g_new (double, MAX (n, 1));
  g_autofree double *ys = g_new (double, MAX (n, 1));
  n = keep_known (x, y, n, xs, ys);
  Ties ties_x = count_ties (xs, n), ties_y = count_ties (ys, n);
  if (ties_x.n_distinct < 2 || ties_y.n_distinct < 2)
    return NAN;
  return divide_s (count_s (xs, ys, n, &ties_x, &ties_y), n, &ties_x, &ties_y);
}

gboolean
sl_rank_correlation (const double *x, const double *y, guint n, SlRankCorrelation *result)
{
  g_autofree double *xs = g_new (double, MAX (n, 1));
  g_autofree double *ys = g_new (double, MAX (n, 1));
  *result = (SlRankCorrelation){ 0, NAN, NAN, NAN, FALSE, NAN, NAN };
  result->n = keep_known (x, y, n, xs, ys);
  Ties ties_x = count_ties (xs, result->n), ties_y = count_ties (ys, result->n);
  if (ties_x.n_distinct < 2 || ties_y.n_distinct < 2)
    return FALSE;
  correlate (xs, ys, result->n, &ties_x, &ties_y, result);
  return TRUE;
}

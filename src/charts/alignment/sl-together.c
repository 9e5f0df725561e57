/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the positions of each two parties and finds the goals that bring them together or apart.
 */

#include "config.h"

#include "alignment/sl-together.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "alignment/sl-alignment-parts.h"
#include "sl-words.h"

/* Titles in the label of a line; more are counted. */
#define MAX_SPOKEN 4

static double
known_value (const SlFacts *facts, guint party, guint goal, gboolean guesses)
{
  const SlFactPosition position = sl_facts_position (facts, party, goal);

  if (!facts->goals[goal].active || position.value == SL_POSITION_UNKNOWN
      || (!guesses && position.source == SL_POSITION_GUESS))
    return NAN;
  return position.value;
}

static gboolean
has_position (const SlFacts *facts, guint party, gboolean guesses)
{
  for (guint goal = 0; goal < facts->n_goals; goal++)
    if (!isnan (known_value (facts, party, goal, guesses)))
      return TRUE;
  return FALSE;
}

/* The most influential first; else as in the outline. */
static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlFacts *facts = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const double x = facts->parties[i].influence, y = facts->parties[j].influence;

  if (x != y)
    return x < y ? 1 : -1;
  return i < j ? -1 : 1;
}

static void
pick_parties (SlTogether *self, gboolean guesses)
{
  const SlFacts *facts = self->facts;

  for (guint i = 0; i < facts->n_parties; i++)
    if (facts->parties[i].gone)
      continue;
    else if (has_position (facts, i, guesses))
      g_array_append_val (self->parties, i);
    else
      self->n_unknown += facts->parties[i].is_stakeholder;
  g_array_sort_with_data (self->parties, compare_influence, (gpointer)facts);
  if (self->parties->len > SL_TOGETHER_MAX_PARTIES)
    {
      self->n_lesser = self->parties->len - SL_TOGETHER_MAX_PARTIES;
      g_array_set_size (self->parties, SL_TOGETHER_MAX_PARTIES);
    }
}

/* Positions of the picked parties, one row each. (transfer full) */
static double *
gather_values (const SlTogether *self, gboolean guesses)
{
  const guint n_goals = self->facts->n_goals;
  double *values = g_new (double, (gsize)self->parties->len *n_goals + 1);

  for (guint i = 0; i < self->parties->len; i++)
    for (guint goal = 0; goal < n_goals; goal++)
      values[(gsize)i * n_goals + goal]
          = known_value (self->facts, g_array_index (self->parties, guint, i), goal, guesses);
  return values;
}

/* Weights of the goals; those that nobody listed weigh nothing. (transfer full) */
static double *
gather_weights (const SlFacts *facts)
{
  double *weights = g_new0 (double, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    weights[i] = facts->goals[i].share;
  return weights;
}

/* Puts parties that stand together side by side: begins with the most influential one, then always
 * the nearest to the last. @pairs: of all, in the order of @parties. */
static void
order_circle (SlTogether *self, const SlPositionPair *pairs)
{
  const guint n = self->parties->len;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  guint last = 0;

  for (guint step = 0; step < n; step++)
    {
      double best = -G_MAXDOUBLE;
      guint next = 0;

      for (guint i = 0; i < n && step > 0; i++)
        {
          const SlPositionPair *pair = &pairs[(gsize)last * n + i];

          if (!taken[i] && pair->convergence - pair->divergence > best)
            {
              best = pair->convergence - pair->divergence;
              next = i;
            }
        }
      taken[next] = TRUE;
      g_array_append_val (order, g_array_index (self->parties, guint, next));
      last = next;
    }
  g_array_set_size (self->parties, 0);
  g_array_append_vals (self->parties, order->data, order->len);
}

typedef struct
{
  const double *a, *b, *weights;
} Cause;

/* The goal that moves the two most first. */
static int
compare_causes (gconstpointer x, gconstpointer y, gpointer data)
{
  const Cause *cause = data;
  const guint i = *(const guint *)x, j = *(const guint *)y;
  const double p = cause->weights[i] * (fabs (cause->a[i]) + fabs (cause->b[i]));
  const double q = cause->weights[j] * (fabs (cause->a[j]) + fabs (cause->b[j]));

  if (p != q)
    return p < q ? 1 : -1;
  return i < j ? -1 : 1;
}

static void
find_causes (SlTogetherPair *pair, Cause *cause, guint n_goals)
{
  pair->with = g_array_new (FALSE, FALSE, sizeof (guint));
  pair->against = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint goal = 0; goal < n_goals; goal++)
    {
      const double product = cause->a[goal] * cause->b[goal];

      if (product > 0.0)
        g_array_append_val (pair->with, goal);
      else if (product < 0.0)
        g_array_append_val (pair->against, goal);
    }
  g_array_sort_with_data (pair->with, compare_causes, cause);
  g_array_sort_with_data (pair->against, compare_causes, cause);
}

static int
compare_pairs (gconstpointer x, gconstpointer y)
{
  const SlTogetherPair *p = x, *q = y;

  if (p->divergence != q->divergence)
    return p->divergence < q->divergence ? 1 : -1;
  if (p->convergence != q->convergence)
    return p->convergence < q->convergence ? 1 : -1;
  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : 1;
}

static void
clear_pair (gpointer data)
{
  SlTogetherPair *pair = data;

  g_array_unref (pair->with);
  g_array_unref (pair->against);
}

static void
compare_all (SlTogether *self, const double *values, const double *weights)
{
  const guint n = self->parties->len, n_goals = self->facts->n_goals;
  g_autofree SlPositionPair *matrix = sl_position_matrix (values, n, n_goals, weights);

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        const SlPositionPair *measures = &matrix[(gsize)a * n + b];
        SlTogetherPair pair = { a, b, measures->convergence, measures->divergence, NULL, NULL };
        Cause cause = { &values[(gsize)a * n_goals], &values[(gsize)b * n_goals], weights };

        if (pair.convergence <= 0.0 && pair.divergence <= 0.0)
          continue;
        find_causes (&pair, &cause, n_goals);
        self->most = MAX (self->most, MAX (pair.convergence, pair.divergence));
        g_array_append_val (self->pairs, pair);
      }
  g_array_sort (self->pairs, compare_pairs);
}

SlTogether *
sl_together_new (const SlFacts *facts, gboolean guesses)
{
  SlTogether *self = g_new0 (SlTogether, 1);
  g_autofree double *weights = gather_weights (facts);

  self->facts = facts;
  self->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (SlTogetherPair));
  g_array_set_clear_func (self->pairs, clear_pair);
  pick_parties (self, guesses);

  g_autofree double *picked = gather_values (self, guesses);
  g_autofree SlPositionPair *matrix
      = sl_position_matrix (picked, self->parties->len, facts->n_goals, weights);
  order_circle (self, matrix);
  g_autofree double *values = gather_values (self, guesses);
  compare_all (self, values, weights);
  return self;
}

void
sl_together_free (SlTogether *self)
{
  g_array_unref (self->parties);
  g_array_unref (self->pairs);
  g_free (self);
}

const SlTogetherPair *
sl_together_pair (const SlTogether *self, guint n)
{
  return &g_array_index (self->pairs, SlTogetherPair, n);
}

SlId
sl_together_id (const SlTogether *self, guint place)
{
  return self->facts->parties[g_array_index (self->parties, guint, place)].id;
}

const char *
sl_together_name (const SlTogether *self, guint place)
{
  return sl_alignment_title (self->facts, sl_together_id (self, place));
}

char *
sl_together_say_goals (const SlTogether *self, const GArray *goals, guint most)
{
  const guint shown = most == 0 ? goals->len : MIN (most, goals->len);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      const SlId id = self->facts->goals[g_array_index (goals, guint, i)].id;
      g_autofree char *title = sl_words_name (sl_alignment_title (self->facts, id));

      /* Translators: a title in a list, then the next one. */
      g_string_append_printf (text, i == 0 ? _ ("“%s”") : _ (", “%s”"), title);
    }
  if (shown < goals->len)
    {
      const guint rest = goals->len - shown;

      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, " and %u more goal", " and %u more goals", rest),
          rest);
    }
  return g_string_free (text, FALSE);
}

char *
sl_together_say_pair (const SlTogether *self, const SlTogetherPair *pair)
{
  g_autofree char *a = sl_words_name (sl_together_name (self, pair->a));
  g_autofree char *b = sl_words_name (sl_together_name (self, pair->b));
  g_autofree char *with = sl_together_say_goals (self, pair->with, MAX_SPOKEN);
  g_autofree char *against = sl_together_say_goals (self, pair->against, MAX_SPOKEN);

  if (pair->against->len == 0)
    /* Translators: two parties, titles of goals. */
    return g_strdup_printf (_ ("%s and %s: together on %s"), a, b, with);
  if (pair->with->len == 0)
    /* Translators: two parties, titles of goals. */
    return g_strdup_printf (_ ("%s and %s: against each other on %s"), a, b, against);
  /* Translators: two parties, titles of goals, titles of other goals. */
  return g_strdup_printf (_ ("%s and %s: together on %s; against each other on %s"), a, b, with,
                          against);
}

char *
sl_together_headline (const SlTogether *self)
{
  if (self->parties->len < 2)
    return g_strdup (_ ("Who stands together is not known yet"));
  if (self->pairs->len == 0)
    return g_strdup (_ ("No two parties have said where they stand on the same goal"));

  const SlTogetherPair *first = sl_together_pair (self, 0);
  g_autofree char *a = sl_words_name (sl_together_name (self, first->a));
  g_autofree char *b = sl_words_name (sl_together_name (self, first->b));

  if (first->against->len == 0)
    return g_strdup (_ ("Nobody stands against anybody, as far as we know"));
  /* Translators: two parties, how many goals in words. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %s stand furthest apart: against each other on %s goal",
                   "%s and %s stand furthest apart: against each other on %s goals",
                   first->against->len),
      a, b, sl_words_number (first->against->len));
}

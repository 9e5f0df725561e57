/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects answers about trust and promises by pairs of parties. */

#include "config.h"

#include "analysis/sl-people-trust.h"

#include <math.h>

typedef struct
{
  const SlFacts *facts;
  GPtrArray *pairs;
  GHashTable *numbers; /* place in the square of parties -> SlTrustPair */
} Collector;

static void
pair_free (gpointer data)
{
  SlTrustPair *self = data;

  g_array_unref (self->answers[0]);
  g_array_unref (self->answers[1]);
  g_array_unref (self->promises);
  g_free (self);
}

/* The pair of two parties, or NULL where one has left. @side: (out): 0 if @from is its first */
static SlTrustPair *
ensure_pair (Collector *self, SlId from, SlId to, guint *side)
{
  int a = sl_facts_party (self->facts, MIN (from, to));
  int b = sl_facts_party (self->facts, MAX (from, to));
  gsize place;
  SlTrustPair *pair;

  *side = from < to ? 0 : 1;
  if (a < 0 || b < 0 || a == b || self->facts->parties[a].gone || self->facts->parties[b].gone)
    return NULL;
  place = (gsize)a * self->facts->n_parties + (gsize)b + 1;
  pair = g_hash_table_lookup (self->numbers, GSIZE_TO_POINTER (place));
  if (pair != NULL)
    return pair;
  pair = g_new0 (SlTrustPair, 1);
  pair->a = a;
  pair->b = b;
  pair->answers[0] = g_array_new (FALSE, FALSE, sizeof (SlTrustAnswer));
  pair->answers[1] = g_array_new (FALSE, FALSE, sizeof (SlTrustAnswer));
  pair->promises = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_ptr_array_add (self->pairs, pair);
  g_hash_table_insert (self->numbers, GSIZE_TO_POINTER (place), pair);
  return pair;
}

/* (mean - 1) / 4 of 100 of the statements that were answered; NAN without any. Source: METHODS
 * section 10. */
static double
level_of (const SlTable *table, guint row)
{
  static const guint statements[] = { SL_TRUST_ABILITY, SL_TRUST_GOODWILL, SL_TRUST_INTEGRITY,
                                      SL_TRUST_OPENNESS, SL_TRUST_RELIABILITY };
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (sl_table_is_set (table, row, statements[i]))
      {
        sum += (double)sl_table_int (table, row, statements[i]);
        n++;
      }
  return n > 0 ? (sum / n - 1.0) / 4.0 * 100.0 : NAN;
}

static void
read_answers (Collector *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_TRUST);
  guint n = 0, side = 0;
  const SlId *ids = sl_people_records (self->facts, SL_KIND_TRUST, &n);

  for (guint i = 0; i < n; i++)
    {
      SlTrustAnswer answer = { .id = ids[i] };
      SlTrustPair *pair;
      guint row = 0;

      if (!sl_table_find (table, ids[i], &row))
        continue;
      answer.day = sl_table_int (table, row, SL_TRUST_DAY);
      answer.level = level_of (table, row);
      answer.respondents = sl_table_int (table, row, SL_TRUST_RESPONDENTS);
      if (isnan (answer.level) || answer.day > self->facts->today)
        continue;
      pair = ensure_pair (self, sl_table_ref (table, row, SL_TRUST_FROM_PARTY),
                          sl_table_ref (table, row, SL_TRUST_TO_PARTY), &side);
      if (pair != NULL)
        g_array_append_val (pair->answers[side], answer);
    }
}

static gboolean
was_kept (const SlTable *table, guint row)
{
  gint64 day = sl_table_int (table, row, SL_PROMISE_KEPT_ON);

  return sl_table_int (table, row, SL_PROMISE_STATUS) == SL_PROMISE_STATUS_KEPT
         && (day == SL_INT_NULL || day <= sl_table_int (table, row, SL_PROMISE_DUE));
}

static void
read_promises (Collector *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_PROMISE);
  guint n = 0, side = 0;
  const SlId *ids = sl_people_records (self->facts, SL_KIND_PROMISE, &n);

  for (guint i = 0; i < n; i++)
    {
      SlTrustPair *pair;
      guint row = 0;
      gint64 due;

      if (!sl_table_find (table, ids[i], &row))
        continue;
      due = sl_table_int (table, row, SL_PROMISE_DUE);
      if (due == SL_INT_NULL || due >= self->facts->today
          || due < self->facts->today - SL_PROMISE_DAYS)
        continue;
      pair = ensure_pair (self, sl_table_ref (table, row, SL_PROMISE_FROM_PARTY),
                          sl_table_ref (table, row, SL_PROMISE_TO_PARTY), &side);
      if (pair == NULL)
        continue;
      g_array_append_val (pair->promises, ids[i]);
      pair->n_kept += was_kept (table, row);
    }
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const SlTrustAnswer *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlTrustPair *x = *(SlTrustPair *const *)a, *y = *(SlTrustPair *const *)b;
  const SlFactParty *parties = ((const SlFacts *)data)->parties;

  if (x->a != y->a)
    return parties[x->a].id < parties[y->a].id ? -1 : 1;
  return (parties[x->b].id > parties[y->b].id) - (parties[x->b].id < parties[y->b].id);
}

GPtrArray *
sl_trust_pairs (const SlFacts *facts)
{
  Collector self = { .facts = facts };

  self.pairs = g_ptr_array_new_with_free_func (pair_free);
  self.numbers = g_hash_table_new (NULL, NULL);
  read_answers (&self);
  read_promises (&self);
  for (guint i = 0; i < self.pairs->len; i++)
    {
      SlTrustPair *pair = self.pairs->pdata[i];

      g_array_sort (pair->answers[0], compare_answers);
      g_array_sort (pair->answers[1], compare_answers);
    }
  g_ptr_array_sort_with_data (self.pairs, compare_pairs, (gpointer)facts);
  g_hash_table_unref (self.numbers);
  return self.pairs;
}

const SlTrustAnswer *
sl_trust_pair_last (const SlTrustPair *self, guint side)
{
  const GArray *answers = self->answers[side];

  return answers->len > 0 ? &g_array_index (answers, SlTrustAnswer, answers->len - 1) : NULL;
}

const SlTrustAnswer *
sl_trust_pair_lower (const SlTrustPair *self, guint *side)
{
  const SlTrustAnswer *first = sl_trust_pair_last (self, 0);
  const SlTrustAnswer *second = sl_trust_pair_last (self, 1);

  *side = first == NULL || (second != NULL && second->level < first->level) ? 1 : 0;
  return *side == 0 ? first : second;
}

gboolean
sl_trust_pair_has_record (const SlTrustPair *self)
{
  return self->promises->len >= SL_PROMISE_MIN;
}

gboolean
sl_trust_pair_is_assessed (const SlTrustPair *self)
{
  return self->answers[0]->len > 0 || self->answers[1]->len > 0 || sl_trust_pair_has_record (self);
}

int
sl_trust_pair_from (const SlTrustPair *self, guint side)
{
  return side == 0 ? self->a : self->b;
}

int
sl_trust_pair_to (const SlTrustPair *self, guint side)
{
  return side == 0 ? self->b : self->a;
}

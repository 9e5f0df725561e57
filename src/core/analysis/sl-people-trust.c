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
  g_array_unref (self->days);
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
  pair->days = g_array_new (FALSE, FALSE, sizeof (SlPromiseDays));
  g_ptr_array_add (self->pairs, pair);
  g_hash_table_insert (self->numbers, GSIZE_TO_POINTER (place), pair);
  return pair;
}

static double
level_of (const SlTable *table, guint row)
{
  static const guint statements[] = { SL_TRUST_ABILITY, SL_TRUST_GOODWILL, SL_TRUST_INTEGRITY,
                                      SL_TRUST_OPENNESS, SL_TRUST_RELIABILITY };
  double answers[G_N_ELEMENTS (statements)];

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    answers[i] = sl_table_is_set (table, row, statements[i])
                     ? (double)sl_table_int (table, row, statements[i])
                     : NAN;
  return sl_trust_level (answers, G_N_ELEMENTS (statements));
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

/* The day on which it was kept; one that is only said to be kept was so in time. */
static gint64
kept_on (const SlTable *table, guint row, gint64 due)
{
  gint64 status = sl_table_int (table, row, SL_PROMISE_STATUS);
  gint64 day = sl_table_int (table, row, SL_PROMISE_KEPT_ON);

  if (status != SL_PROMISE_STATUS_KEPT && status != SL_PROMISE_STATUS_LATE)
    return SL_INT_NULL;
  return status == SL_PROMISE_STATUS_KEPT && day == SL_INT_NULL ? due : day;
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
      SlPromiseDays days;
      guint row = 0, n_due = 0;

      if (!sl_table_find (table, ids[i], &row))
        continue;
      days.due = sl_table_int (table, row, SL_PROMISE_DUE);
      days.kept = kept_on (table, row, days.due);
      sl_promises_kept (&days, 1, self->facts->today, &n_due);
      if (n_due == 0)
        continue;
      pair = ensure_pair (self, sl_table_ref (table, row, SL_PROMISE_FROM_PARTY),
                          sl_table_ref (table, row, SL_PROMISE_TO_PARTY), &side);
      if (pair == NULL)
        continue;
      g_array_append_val (pair->promises, ids[i]);
      g_array_append_val (pair->days, days);
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

static gpointer
make_pairs (const SlFacts *facts)
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
      pair->kept = sl_promises_kept ((const SlPromiseDays *)(gpointer)pair->days->data,
                                     pair->days->len, facts->today, NULL);
    }
  g_ptr_array_sort_with_data (self.pairs, compare_pairs, (gpointer)facts);
  g_hash_table_unref (self.numbers);
  return self.pairs;
}

const GPtrArray *
sl_trust_pairs (const SlFacts *facts)
{
  static const SlFactsShare share = { make_pairs, (GDestroyNotify)g_ptr_array_unref };

  return sl_facts_share (facts, &share);
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
sl_trust_pair_is_kept (const SlTrustPair *self, guint promise)
{
  const SlPromiseDays *days = &g_array_index (self->days, SlPromiseDays, promise);

  return days->kept != SL_INT_NULL && days->kept <= days->due;
}

gboolean
sl_trust_pair_is_assessed (const SlTrustPair *self)
{
  return self->answers[0]->len > 0 || self->answers[1]->len > 0 || !isnan (self->kept);
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

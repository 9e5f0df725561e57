/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects the items of all sub-measures and finds them again by their keys. */

#include "config.h"

#include "analysis/sl-index-items.h"

typedef struct
{
  SlSubMeasure sub;
  SlId key;
  SlId key2;
} ItemKey;

struct _SlIndexItems
{
  GArray *items;       /* SlIndexItem */
  GHashTable *numbers; /* ItemKey -> index + 1 */
};

static void (*const builders[SL_N_SUBS]) (SlIndexItems *, const SlFacts *) = {
  [SL_SUB_A1] = sl_items_conflict,    [SL_SUB_A2] = sl_items_priorities,
  [SL_SUB_A3A] = sl_items_fit,        [SL_SUB_A3B] = sl_items_overload,
  [SL_SUB_A4A] = sl_items_engagement, [SL_SUB_A4B] = sl_items_awareness,
  [SL_SUB_A4C] = sl_items_roles,      [SL_SUB_A5] = sl_items_trust,
  [SL_SUB_A6A] = sl_items_sight,      [SL_SUB_A6B] = sl_items_coverage,
  [SL_SUB_A6C] = sl_items_agreement,  [SL_SUB_A6D] = sl_items_clarity,
  [SL_SUB_A7A] = sl_items_review,     [SL_SUB_A7B] = sl_items_drift,
};

static guint
hash_key (gconstpointer data)
{
  const ItemKey *key = data;

  return g_int64_hash (&key->key) ^ (g_int64_hash (&key->key2) * 31u) ^ ((guint)key->sub << 20);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const ItemKey *x = a, *y = b;

  return x->sub == y->sub && x->key == y->key && x->key2 == y->key2;
}

SlIndexItems *
sl_index_items_new (const SlFacts *facts)
{
  SlIndexItems *self = g_new0 (SlIndexItems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (SlIndexItem));
  self->numbers = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  for (guint sub = 0; sub < SL_N_SUBS; sub++)
    builders[sub](self, facts);
  return self;
}

void
sl_index_items_free (SlIndexItems *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

const SlIndexItem *
sl_index_items_get (const SlIndexItems *self, guint *n)
{
  *n = self->items->len;
  return (const SlIndexItem *)(gpointer)self->items->data;
}

int
sl_index_items_find (const SlIndexItems *self, SlSubMeasure sub, SlId key, SlId key2)
{
  ItemKey wanted = { sub, key, key2 };

  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &wanted)) - 1;
}

void
sl_index_items_add (SlIndexItems *self, SlSubMeasure sub, SlId key, SlId key2, double weight,
                    gboolean assessed)
{
  SlIndexItem item = { sub, weight, assessed };
  ItemKey *stored = g_new0 (ItemKey, 1);

  stored->sub = sub;
  stored->key = key;
  stored->key2 = key2;
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->numbers, stored, GUINT_TO_POINTER (self->items->len));
}

void
sl_index_items_fill (SlIndexItems *self, SlSubMeasure sub, double assessed_share)
{
  double sum = 0.0;

  for (guint i = 0; i < self->items->len; i++)
    {
      SlIndexItem *item = &g_array_index (self->items, SlIndexItem, i);

      if (item->sub == sub)
        sum += item->weight *= assessed_share;
    }
  if (assessed_share - sum > 0.0)
    sl_index_items_add (self, sub, SL_ID_NONE, SL_ID_NONE, assessed_share - sum, TRUE);
  if (assessed_share < 1.0)
    sl_index_items_add (self, sub, SL_ID_NONE, 1, 1.0 - assessed_share, FALSE);
}

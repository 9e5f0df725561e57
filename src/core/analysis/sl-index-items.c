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

/* Found again by an open table of numbers: tens of thousands of keys need no memory of their own.
 */
struct _SlIndexItems
{
  GArray *items; /* SlIndexItem */
  GArray *keys;  /* ItemKey, beside them */
  guint *slots;  /* number of an item + 1, or 0 */
  guint n_slots; /* a power of two, at least twice as many as items */
};

#define FIRST_SLOTS 1024u

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
hash_key (const ItemKey *key)
{
  guint64 hash = (guint64)key->key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  hash ^= (guint64)key->key2 * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F) + key->sub;
  hash *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint)(hash >> 32);
}

static gboolean
equal_keys (const ItemKey *x, const ItemKey *y)
{
  return x->sub == y->sub && x->key == y->key && x->key2 == y->key2;
}

/* The slot of @key: where it stands, or the free one where it belongs. */
static guint *
find_slot (const SlIndexItems *self, const ItemKey *key)
{
  guint at = hash_key (key) & (self->n_slots - 1);

  while (self->slots[at] != 0
         && !equal_keys (&g_array_index (self->keys, ItemKey, self->slots[at] - 1), key))
    at = (at + 1) & (self->n_slots - 1);
  return &self->slots[at];
}

static void
grow_slots (SlIndexItems *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint, self->n_slots);
  for (guint i = 0; i < self->keys->len; i++)
    *find_slot (self, &g_array_index (self->keys, ItemKey, i)) = i + 1;
}

SlIndexItems *
sl_index_items_new (const SlFacts *facts)
{
  SlIndexItems *self = g_new0 (SlIndexItems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (SlIndexItem));
  self->keys = g_array_new (FALSE, FALSE, sizeof (ItemKey));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint, self->n_slots);
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
  g_array_unref (self->keys);
  g_free (self->slots);
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

  return (int)*find_slot (self, &wanted) - 1;
}

void
sl_index_items_add (SlIndexItems *self, SlSubMeasure sub, SlId key, SlId key2, double weight,
                    gboolean assessed)
{
  SlIndexItem item = { sub, weight, assessed };
  ItemKey stored = { sub, key, key2 };

  g_array_append_val (self->items, item);
  g_array_append_val (self->keys, stored);
  if (self->items->len * 2 > self->n_slots)
    grow_slots (self);
  else
    *find_slot (self, &stored) = self->items->len;
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

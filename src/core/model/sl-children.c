/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands below whom in the tree of one kind: an ordered array of ids for each parent. Made by
 * one pass over a table, then kept up to date, so that a command that adds a thousand records and
 * asks for the last sibling each time stays linear. Kinds without a parent have one family, the
 * roots, in rank order. */

#include "config.h"

#include "model/sl-table-private.h"

#include <string.h>

typedef struct
{
  SlId parent;
  GArray *ids; /* of SlId */
} Family;

struct _SlChildren
{
  gatomicrefcount refs;
  GHashTable *families; /* &Family.parent -> Family */
};

typedef struct
{
  const char *rank;
  SlId id;
} Place;

static void
family_free (gpointer data)
{
  Family *family = data;

  g_array_unref (family->ids);
  g_free (family);
}

static Family *
find_family (const SlChildren *self, SlId parent)
{
  return g_hash_table_lookup (self->families, &parent);
}

static Family *
ensure_family (SlChildren *self, SlId parent)
{
  Family *family = find_family (self, parent);

  if (family == NULL)
    {
      family = g_new (Family, 1);
      family->parent = parent;
      family->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
      g_hash_table_insert (self->families, &family->parent, family);
    }
  return family;
}

static SlId
parent_of (const SlTable *table, guint row)
{
  int field = sl_table_kind (table)->parent_field;

  return field >= 0 ? sl_table_ref (table, row, (guint)field) : SL_ID_NONE;
}

static Place
place_of (const SlTable *table, guint row)
{
  int field = sl_table_kind (table)->rank_field;
  const char *rank = field >= 0 ? sl_table_text (table, row, (guint)field) : NULL;

  return (Place){ rank != NULL ? rank : "", sl_table_id (table, row) };
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;
  int order = strcmp (x->rank, y->rank);

  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

static void
sort_family (Family *family, const SlTable *table, GArray *places)
{
  gboolean sorted = TRUE;

  g_array_set_size (places, 0);
  for (guint i = 0; i < family->ids->len; i++)
    {
      Place place;
      guint row = 0;

      sl_table_find (table, g_array_index (family->ids, SlId, i), &row);
      place = place_of (table, row);
      sorted = sorted
               && (i == 0 || compare_places (&g_array_index (places, Place, i - 1), &place) < 0);
      g_array_append_val (places, place);
    }
  if (sorted)
    return;
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_index (family->ids, SlId, i) = g_array_index (places, Place, i).id;
}

SlChildren *
sl_children_new (const SlTable *table)
{
  SlChildren *self = g_new (SlChildren, 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GHashTableIter iter;
  gpointer family;

  g_atomic_ref_count_init (&self->refs);
  self->families = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, family_free);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);

      g_array_append_val (ensure_family (self, parent_of (table, row))->ids, id);
    }
  g_hash_table_iter_init (&iter, self->families);
  while (g_hash_table_iter_next (&iter, NULL, &family))
    sort_family (family, table, places);
  return self;
}

SlChildren *
sl_children_ref (SlChildren *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_children_unref (SlChildren *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->families);
  g_free (self);
}

gboolean
sl_children_is_shared (const SlChildren *self)
{
  return !g_atomic_ref_count_compare ((gatomicrefcount *)&self->refs, 1);
}

/* How many of @family stand before @place. */
static guint
lower_bound (const Family *family, const SlTable *table, const Place *place)
{
  guint low = 0;
  guint high = family->ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Place other;
      guint row = 0;

      sl_table_find (table, g_array_index (family->ids, SlId, middle), &row);
      other = place_of (table, row);
      if (compare_places (&other, place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
sl_children_add (SlChildren *self, const SlTable *table, guint row)
{
  Family *family = ensure_family (self, parent_of (table, row));
  Place place = place_of (table, row);

  g_array_insert_val (family->ids, lower_bound (family, table, &place), place.id);
}

void
sl_children_remove (SlChildren *self, const SlTable *table, guint row)
{
  Family *family = find_family (self, parent_of (table, row));
  Place place = place_of (table, row);

  g_array_remove_index (family->ids, lower_bound (family, table, &place));
  if (family->ids->len == 0)
    g_hash_table_remove (self->families, &family->parent);
}

const SlId *
sl_children_get (const SlChildren *self, SlId parent, guint *n)
{
  const Family *family = find_family (self, parent);

  *n = family != NULL ? family->ids->len : 0;
  return family != NULL ? (const SlId *)family->ids->data : NULL;
}

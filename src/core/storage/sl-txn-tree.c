/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the transaction that concern several records: what goes with a removed record, and
 * the order among siblings. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "base/sl-rank.h"
#include "storage/sl-txn-private.h"

/* Scanning all reference columns is cheaper than an index for so many records. */
#define MAX_SCANS 8

/* A record in the order of a removal or of siblings. */
typedef struct
{
  SlKindId kind;
  SlId id;
  char *rank; /* of siblings: owned */
} Item;

static void
clear_item (gpointer data)
{
  g_free (((Item *)data)->rank);
}

static GArray *
items_new (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, clear_item);
  return items;
}

/* --- References --- */

static void
index_site (GHashTable *references, SlId target, SlKindId kind, SlId id, guint field)
{
  SlRefSite site = { kind, id, field };
  GArray *sites = g_hash_table_lookup (references, &target);

  if (sites == NULL)
    {
      sites = g_array_new (FALSE, FALSE, sizeof (SlRefSite));
      g_hash_table_insert (references, g_memdup2 (&target, sizeof target), sites);
    }
  g_array_append_val (sites, site);
}

static void
index_column (SlTxn *self, SlKindId kind, guint field)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId target = sl_table_ref (table, row, field);
      if (target != SL_ID_NONE)
        index_site (self->references, target, kind, sl_table_id (table, row), field);
    }
}

static void
build_references (SlTxn *self)
{
  self->references
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      for (guint f = 0; f < sl_kind (k)->n_fields; f++)
        {
          if (sl_kind (k)->fields[f].type == SL_REF)
            index_column (self, k, f);
        }
    }
}

static gboolean
site_is_true (SlTxn *self, const SlRefSite *site, SlId target)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), site->kind);
  guint row;

  return sl_table_find (table, site->id, &row) && sl_table_ref (table, row, site->field) == target;
}

/* All fields that name @id. Removing many records of a large plan one by one must not scan the plan
 * for each, so after a few scans an index is made. It is only ever added to; what it says is
 * checked against the plan. (transfer full) */
static GArray *
references_to (SlTxn *self, SlId id)
{
  GArray *sites, *known;

  if (self->references == NULL && ++self->n_lookups <= MAX_SCANS)
    return sl_snapshot_references_to (sl_txn_get_snapshot (self), id);
  if (self->references == NULL)
    build_references (self);
  sites = g_array_new (FALSE, FALSE, sizeof (SlRefSite));
  known = g_hash_table_lookup (self->references, &id);
  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const SlRefSite *site = &g_array_index (known, SlRefSite, i);
      if (site_is_true (self, site, id))
        g_array_append_val (sites, *site);
    }
  return sites;
}

/* --- What a transaction remembers --- */

void
sl_txn_forget_ranks (SlTxn *self)
{
  g_clear_pointer (&self->last_ranks, g_hash_table_unref);
}

void
sl_txn_note_set (SlTxn *self, SlKindId kind_id, SlId id, guint field, const SlValue *value)
{
  const SlKind *kind = sl_kind (kind_id);

  if ((int)field == kind->rank_field || (int)field == kind->parent_field)
    sl_txn_forget_ranks (self);
  if (self->references != NULL && kind->fields[field].type == SL_REF && value->type == SL_VALUE_INT)
    index_site (self->references, value->i, kind_id, id, field);
}

/* --- Removal --- */

/* Whether the record at @site goes when what it names goes. A field that must not be empty leaves
 * no other way. */
static gboolean
site_belongs (const SlRefSite *site)
{
  return (sl_kind (site->kind)->fields[site->field].flags & (SL_OWNER | SL_PARENT | SL_REQUIRED))
         != 0;
}

/* Appends @id and all that goes with it to @doomed, what belongs before what it belongs to. An
 * explicit stack, because trees may be deep. */
static void
collect_doomed (SlTxn *self, SlKindId kind, SlId id, GArray *doomed, GHashTable *seen)
{
  g_autoptr (GArray) stack = items_new ();
  g_autoptr (GHashTable) entered
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Item first = { kind, id, NULL };

  g_array_append_val (stack, first);
  while (stack->len > 0)
    {
      Item item = g_array_index (stack, Item, stack->len - 1);

      if (!g_hash_table_contains (seen, &item.id))
        {
          g_autoptr (GArray) sites = references_to (self, item.id);

          g_hash_table_add (seen, g_memdup2 (&item.id, sizeof item.id));
          for (guint i = 0; i < sites->len; i++)
            {
              const SlRefSite *site = &g_array_index (sites, SlRefSite, i);
              Item next = { site->kind, site->id, NULL };
              if (site_belongs (site) && !g_hash_table_contains (seen, &site->id))
                g_array_append_val (stack, next);
            }
          continue;
        }
      g_array_set_size (stack, stack->len - 1);
      if (g_hash_table_add (entered, g_memdup2 (&item.id, sizeof item.id)))
        g_array_append_val (doomed, item);
    }
}

/* Empties the fields of surviving records that name @id. */
static gboolean
empty_references (SlTxn *self, SlId id, GHashTable *doomed, GError **error)
{
  g_autoptr (GArray) sites = references_to (self, id);
  SlValue null_value = SL_VALUE_INIT;

  for (guint i = 0; i < sites->len; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);
      if (!g_hash_table_contains (doomed, &site->id)
          && !sl_txn_write_set (self, site->kind, site->id, site->field, &null_value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_txn_remove (SlTxn *self, SlKindId kind, SlId id, GError **error)
{
  g_autoptr (GArray) doomed = items_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!sl_table_find (sl_snapshot_table (sl_txn_get_snapshot (self), kind), id, NULL))
    return sl_txn_fail_missing (kind, id, error);
  if ((sl_kind (kind)->flags & SL_KIND_SINGLE) != 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("This record cannot be removed: %s."),
                   _ (sl_kind (kind)->nick));
      return FALSE;
    }
  collect_doomed (self, kind, id, doomed, seen);
  for (guint i = 0; i < doomed->len; i++)
    {
      const Item *item = &g_array_index (doomed, Item, i);
      if (!empty_references (self, item->id, seen, error)
          || !sl_txn_write_remove (self, item->kind, item->id, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Order among siblings --- */

static SlId
parent_of (const SlKind *kind, const SlTable *table, guint row)
{
  return kind->parent_field < 0 ? SL_ID_NONE : sl_table_ref (table, row, kind->parent_field);
}

/* The key of last_ranks: the parent's id or, for roots, the number of the family, which no id can
 * be. */
static gint64
rank_key (const SlKind *kind, SlId parent)
{
  return parent != SL_ID_NONE ? parent : (gint64)sl_kind_family (kind);
}

static void
raise_last_rank (GHashTable *last_ranks, gint64 key, const char *rank)
{
  const char *last = g_hash_table_lookup (last_ranks, &key);

  if (last == NULL || strcmp (last, rank) < 0)
    g_hash_table_insert (last_ranks, g_memdup2 (&key, sizeof key), g_strdup (rank));
}

static void
learn_last_ranks (SlTxn *self)
{
  self->last_ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind (k);
      const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), k);

      if (kind->rank_field < 0)
        continue;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        raise_last_rank (self->last_ranks, rank_key (kind, parent_of (kind, table, row)),
                         sl_table_text (table, row, kind->rank_field));
    }
}

void
sl_txn_default_rank (SlTxn *self, const SlKind *kind, SlValue *row)
{
  SlValue *rank = &row[kind->rank_field];
  SlId parent = kind->parent_field >= 0 && row[kind->parent_field].type == SL_VALUE_INT
                    ? row[kind->parent_field].i
                    : SL_ID_NONE;
  gint64 key = rank_key (kind, parent);
  const char *last;
  g_autofree char *next = NULL;

  if (rank->type == SL_VALUE_TEXT && *rank->s != '\0')
    return;
  if (self->last_ranks == NULL)
    learn_last_ranks (self);
  last = g_hash_table_lookup (self->last_ranks, &key);
  next = sl_rank_between (last != NULL && *last != '\0' ? last : NULL, NULL);
  sl_value_clear (rank);
  *rank = sl_value_text (next);
}

void
sl_txn_note_insert (SlTxn *self, const SlKind *kind, SlId id, const SlValue *row)
{
  for (guint f = 0; self->references != NULL && f < kind->n_fields; f++)
    {
      if (kind->fields[f].type == SL_REF && row[f].type == SL_VALUE_INT)
        index_site (self->references, row[f].i, kind->id, id, f);
    }
  if (self->last_ranks != NULL && kind->rank_field >= 0)
    {
      SlId parent = kind->parent_field >= 0 && row[kind->parent_field].type == SL_VALUE_INT
                        ? row[kind->parent_field].i
                        : SL_ID_NONE;
      raise_last_rank (self->last_ranks, rank_key (kind, parent), row[kind->rank_field].s);
    }
}

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  const Item *one = a;
  const Item *other = b;
  int order = strcmp (one->rank, other->rank);

  if (order != 0)
    return order;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* The children of @parent in the family of @kind but @except, in order. (transfer full) */
static GArray *
list_siblings (SlTxn *self, const SlKind *kind, SlId parent, SlId except)
{
  GArray *siblings = items_new ();

  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *other = sl_kind (k);
      const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), k);

      if (other->rank_field < 0 || sl_kind_family (other) != sl_kind_family (kind))
        continue;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlId id = sl_table_id (table, row);
          if (id != except && parent_of (other, table, row) == parent)
            {
              Item item = { k, id, g_strdup (sl_table_text (table, row, other->rank_field)) };
              g_array_append_val (siblings, item);
            }
        }
    }
  g_array_sort (siblings, compare_siblings);
  return siblings;
}

static gboolean
write_rank (SlTxn *self, SlKindId kind, SlId id, const char *rank, GError **error)
{
  g_auto (SlValue) value = sl_value_text (rank);

  return sl_txn_write_set (self, kind, id, sl_kind (kind)->rank_field, &value, error);
}

gboolean
sl_txn_is_within (SlTxn *self, SlId id, SlId ancestor)
{
  SlSnapshot *snapshot = sl_txn_get_snapshot (self);
  SlKindId kind;
  guint row;

  while (id != SL_ID_NONE && id != ancestor && sl_snapshot_find (snapshot, id, &kind, &row))
    id = parent_of (sl_kind (kind), sl_snapshot_table (snapshot, kind), row);
  return id != SL_ID_NONE && id == ancestor;
}

/* Gives all siblings fresh keys with @id at @position: the way out where two of them have the same
 * key, as after a merge. */
static gboolean
renumber (SlTxn *self, GArray *siblings, guint position, SlKindId kind, SlId id, GError **error)
{
  Item moved = { kind, id, NULL };
  g_autofree char *rank = NULL;

  g_array_insert_val (siblings, position, moved);
  for (guint i = 0; i < siblings->len; i++)
    {
      const Item *item = &g_array_index (siblings, Item, i);
      char *next = sl_rank_between (rank, NULL);

      g_free (rank);
      rank = next;
      if (!write_rank (self, item->kind, item->id, rank, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts @id behind @after among @siblings, of which it is none. */
static gboolean
place (SlTxn *self, GArray *siblings, SlKindId kind, SlId id, SlId after, GError **error)
{
  const char *low = NULL;
  const char *high = NULL;
  g_autofree char *rank = NULL;
  guint position = 0;

  if (after != SL_ID_NONE)
    {
      while (position < siblings->len && g_array_index (siblings, Item, position).id != after)
        position++;
      if (position == siblings->len)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       _ ("“%s” does not stand where the record is moved to."),
                       sl_snapshot_title (sl_txn_get_snapshot (self), after));
          return FALSE;
        }
      low = g_array_index (siblings, Item, position).rank;
      position++;
    }
  if (position < siblings->len)
    high = g_array_index (siblings, Item, position).rank;
  if ((low == NULL || *low != '\0') && (high == NULL || *high != '\0'))
    rank = sl_rank_between (low, high);
  if (rank == NULL)
    return renumber (self, siblings, position, kind, id, error);
  return write_rank (self, kind, id, rank, error);
}

gboolean
sl_txn_move (SlTxn *self, SlKindId kind_id, SlId id, SlId parent, SlId after, GError **error)
{
  const SlKind *kind = sl_kind (kind_id);
  SlValue value = parent != SL_ID_NONE ? sl_value_int (parent) : (SlValue)SL_VALUE_INIT;
  g_autoptr (GArray) siblings = NULL;

  g_return_val_if_fail (kind->rank_field >= 0, FALSE);

  if (!sl_table_find (sl_snapshot_table (sl_txn_get_snapshot (self), kind_id), id, NULL))
    return sl_txn_fail_missing (kind_id, id, error);
  if (kind->parent_field >= 0 && !sl_txn_set (self, kind_id, id, kind->parent_field, &value, error))
    return FALSE;
  siblings = list_siblings (self, kind, parent, id);
  return place (self, siblings, kind_id, id, after, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the records that an import would double, so that a weekly re-import updates. A foreign id
 * is the best sign; else the same title under the same parent. */

#include "config.h"

#include "io/sl-import-plan.h"

#include "base/sl-text.h"

typedef struct
{
  int title;
  int parent;
  int foreign_id;
} KindKeys;

static const KindKeys kinds[] = {
  [SL_IMPORT_TASK] = { SL_TASK_TITLE, SL_TASK_PARENT, SL_TASK_FOREIGN_ID },
  [SL_IMPORT_MILESTONE] = { SL_MILESTONE_TITLE, SL_MILESTONE_PARENT, SL_MILESTONE_FOREIGN_ID },
  [SL_IMPORT_GOAL] = { SL_GOAL_TITLE, SL_GOAL_PARENT, SL_GOAL_FOREIGN_ID },
  [SL_IMPORT_PARTY] = { SL_PARTY_TITLE, SL_PARTY_PARENT, SL_PARTY_FOREIGN_ID },
};

static char *
title_key (SlKindId kind, SlId parent, const char *title)
{
  g_autofree char *folded = sl_text_fold (title);

  return g_strdup_printf ("t%d/%" G_GINT64_FORMAT "/%s", kind, parent, folded);
}

static char *
foreign_key (SlKindId kind, const char *foreign_id)
{
  return g_strdup_printf ("f%d/%s", kind, foreign_id);
}

static void
remember (GHashTable *index, char *key, SlId id)
{
  if (g_hash_table_contains (index, key))
    g_free (key);
  else
    g_hash_table_insert (index, key, g_memdup2 (&id, sizeof id));
}

static GHashTable *
index_records (const SlSnapshot *into)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      SlKindId kind = sl_import_type_kind (k);
      const SlTable *table = sl_snapshot_table (into, kind);

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlId id = sl_table_id (table, row);
          SlId parent = sl_table_ref (table, row, kinds[k].parent);
          const char *title = sl_table_text (table, row, kinds[k].title);
          const char *foreign_id = sl_table_text (table, row, kinds[k].foreign_id);

          if (title != NULL && *title != '\0')
            remember (index, title_key (kind, parent, title), id);
          if (foreign_id != NULL && *foreign_id != '\0')
            remember (index, foreign_key (kind, foreign_id), id);
        }
    }
  return index;
}

/* The record that @item's parent is or will be; FALSE if that record is new, so that nothing below
 * it can exist yet. */
static gboolean
find_parent (const SlImportPlan *self, const SlImportItem *item, SlId *parent_id)
{
  const SlImportItem *parent;

  *parent_id = SL_ID_NONE;
  if (item->parent < 0)
    return TRUE;
  parent = sl_import_plan_item (self, item->parent);
  /* Work below a goal serves it, but is a root in the tree of tasks. */
  if (parent->type == SL_IMPORT_GOAL && item->type != SL_IMPORT_GOAL)
    return TRUE;
  *parent_id = parent->duplicate_of;
  return *parent_id != SL_ID_NONE;
}

void
sl_import_plan_match (SlImportPlan *self, const SlSnapshot *into)
{
  g_autoptr (GHashTable) index = index_records (into);
  /* Each record is doubled once: a second row of the same title is a second record. */
  g_autoptr (GHashTable) claimed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      SlImportItem *item = sl_import_plan_item (self, i);
      SlKindId kind = sl_import_type_kind (item->type);
      const SlId *found = NULL;
      SlId parent;

      if (item->own_id != SL_ID_NONE
          && sl_table_find (sl_snapshot_table (into, kind), item->own_id, NULL))
        found = &item->own_id;
      else if (item->foreign_id != NULL)
        {
          g_autofree char *key = foreign_key (kind, item->foreign_id);
          found = g_hash_table_lookup (index, key);
        }
      if (found == NULL && *item->title != '\0' && find_parent (self, item, &parent))
        {
          g_autofree char *title = sl_import_item_stored_title (item);
          g_autofree char *key = title_key (kind, parent, title);
          found = g_hash_table_lookup (index, key);
        }
      item->duplicate_of = SL_ID_NONE;
      if (found != NULL && g_hash_table_add (claimed, (gpointer)found))
        item->duplicate_of = *found;
    }
}

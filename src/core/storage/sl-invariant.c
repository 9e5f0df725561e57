/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks what holds between records. Cycles are searched upwards from what was touched: a new cycle
 * must run through a new edge. */

#include "config.h"

#include "storage/sl-invariant.h"

#include <glib/gi18n-lib.h>

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "base/sl-text.h"

#define MAX_NAMED 6
#define NAMED_CHARS 40

/* Relations whose two ends must differ. */
static const struct
{
  SlKindId kind;
  guint one;
  guint other;
} pairs[] = {
  { SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, SL_GOAL_PARENT_PARENT },
  { SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, SL_GOAL_LINK_TARGET },
  { SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, SL_DEPENDENCY_AFTER },
};

/* A directed graph over records, searched for cycles. */
typedef struct
{
  const SlSnapshot *snapshot;
  GHashTable *edges; /* id -> GArray of SlId, from relation records; may be NULL */
  gboolean tree;     /* the SL_PARENT field is an edge too */
  GHashTable *done;  /* ids from which no cycle can be reached */
  GHashTable *open;  /* ids on the path */
  GArray *path;      /* of Step */
} Graph;

typedef struct
{
  SlId id;
  GArray *next; /* of SlId */
  guint index;
} Step;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_array_unref (step->next);
}

static void
add_edge (GHashTable *edges, SlId from, SlId to)
{
  GArray *targets = g_hash_table_lookup (edges, &from);

  if (targets == NULL)
    {
      targets = g_array_new (FALSE, FALSE, sizeof (SlId));
      g_hash_table_insert (edges, g_memdup2 (&from, sizeof from), targets);
    }
  g_array_append_val (targets, to);
}

static GHashTable *
relation_edges (const SlSnapshot *snapshot, SlKindId kind, guint from, guint to)
{
  const SlTable *table = sl_snapshot_table (snapshot, kind);
  GHashTable *edges
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    add_edge (edges, sl_table_ref (table, row, from), sl_table_ref (table, row, to));
  return edges;
}

static void
graph_init (Graph *graph, const SlSnapshot *snapshot, GHashTable *edges, gboolean tree)
{
  graph->snapshot = snapshot;
  graph->edges = edges;
  graph->tree = tree;
  graph->done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  graph->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  graph->path = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (graph->path, clear_step);
}

static void
graph_clear (Graph *graph)
{
  g_clear_pointer (&graph->edges, g_hash_table_unref);
  g_hash_table_unref (graph->done);
  g_hash_table_unref (graph->open);
  g_array_unref (graph->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

static void
graph_enter (Graph *graph, SlId id)
{
  Step step = { id, g_array_new (FALSE, FALSE, sizeof (SlId)), 0 };
  GArray *targets = graph->edges != NULL ? g_hash_table_lookup (graph->edges, &id) : NULL;
  SlKindId kind;
  guint row;

  if (targets != NULL)
    g_array_append_vals (step.next, targets->data, targets->len);
  if (graph->tree && sl_snapshot_find (graph->snapshot, id, &kind, &row)
      && sl_kind (kind)->parent_field >= 0)
    {
      SlId parent = sl_table_ref (sl_snapshot_table (graph->snapshot, kind), row,
                                  sl_kind (kind)->parent_field);
      if (parent != SL_ID_NONE)
        g_array_append_val (step.next, parent);
    }
  g_array_append_val (graph->path, step);
  g_hash_table_add (graph->open, g_memdup2 (&id, sizeof id));
}

/* Names the records of the path from @id on, and @id once more. */
static void
set_cycle_error (Graph *graph, SlId id, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint first = 0;
  guint n;
  g_autofree char *last = sl_text_shorten (sl_snapshot_title (graph->snapshot, id), NAMED_CHARS);

  while (g_array_index (graph->path, Step, first).id != id)
    first++;
  n = graph->path->len - first;
  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      SlId named = g_array_index (graph->path, Step, first + i).id;
      g_autofree char *title
          = sl_text_shorten (sl_snapshot_title (graph->snapshot, named), NAMED_CHARS);
      g_string_append_printf (names, "“%s” → ", title);
    }
  if (n > MAX_NAMED)
    g_string_append (names, "… → ");
  g_set_error (error, SL_ERROR, SL_ERROR_CYCLE, _ ("This would close a circle: %s“%s”."),
               names->str, last);
}

/* Depth-first from @start; FALSE with an error if a cycle can be reached. */
static gboolean
graph_check_from (Graph *graph, SlId start, GError **error)
{
  if (g_hash_table_contains (graph->done, &start))
    return TRUE;
  graph_enter (graph, start);
  while (graph->path->len > 0)
    {
      Step *step = &g_array_index (graph->path, Step, graph->path->len - 1);

      if (step->index < step->next->len)
        {
          SlId next = g_array_index (step->next, SlId, step->index++);

          if (g_hash_table_contains (graph->open, &next))
            {
              set_cycle_error (graph, next, error);
              return FALSE;
            }
          if (!g_hash_table_contains (graph->done, &next))
            graph_enter (graph, next);
          continue;
        }
      g_hash_table_remove (graph->open, &step->id);
      g_hash_table_add (graph->done, g_memdup2 (&step->id, sizeof step->id));
      g_array_set_size (graph->path, graph->path->len - 1);
    }
  return TRUE;
}

gboolean
sl_invariant_check_ref (const SlSnapshot *snapshot, const SlField *field, SlId target,
                        GError **error)
{
  SlKindId kind;

  if (!sl_snapshot_find (snapshot, target, &kind, NULL))
    {
      g_autofree char *id = sl_id_to_string (target);
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND,
                   _ ("“%s” refers to a record that does not exist (%s)."), _ (field->nick), id);
      return FALSE;
    }
  if ((field->targets & SL_KIND_BIT (kind)) == 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("“%s” cannot refer to this kind of record: %s."), _ (field->nick),
                   _ (sl_kind (kind)->nick));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_row_refs (const SlSnapshot *snapshot, const SlKind *kind, guint row, GError **error)
{
  const SlTable *table = sl_snapshot_table (snapshot, kind->id);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      const SlField *field = &kind->fields[f];
      if (field->type != SL_REF || !sl_table_is_set (table, row, f))
        continue;
      if (!sl_invariant_check_ref (snapshot, field, sl_table_ref (table, row, f), error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      SlId one, other;
      if (pairs[i].kind != kind->id)
        continue;
      one = sl_table_ref (table, row, pairs[i].one);
      other = sl_table_ref (table, row, pairs[i].other);
      if (one == other)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be related to itself."),
                       sl_snapshot_title (snapshot, one));
          return FALSE;
        }
    }
  return TRUE;
}

/* Checks the references of a record that was inserted or set; one that is gone again is fine. */
static gboolean
check_change (const SlSnapshot *snapshot, const SlChange *change, GError **error)
{
  const SlKind *kind = sl_kind (change->kind);
  guint row;

  if (change->op == SL_CHANGE_REMOVE
      || !sl_table_find (sl_snapshot_table (snapshot, change->kind), change->id, &row))
    return TRUE;
  if (change->op == SL_CHANGE_SET && kind->fields[change->field].type != SL_REF)
    return TRUE;
  return check_row_refs (snapshot, kind, row, error);
}

/* The record from which a cycle through @change would be found, or SL_ID_NONE. */
static SlId
tree_start (const SlSnapshot *snapshot, const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);
  guint row;

  if (change->op == SL_CHANGE_REMOVE
      || !sl_table_find (sl_snapshot_table (snapshot, change->kind), change->id, &row))
    return SL_ID_NONE;
  if (change->kind == SL_KIND_GOAL_PARENT)
    return sl_table_ref (sl_snapshot_table (snapshot, change->kind), row, SL_GOAL_PARENT_GOAL);
  if (kind->parent_field < 0)
    return SL_ID_NONE;
  if (change->op == SL_CHANGE_SET && change->field != (guint)kind->parent_field)
    return SL_ID_NONE;
  return change->id;
}

static gboolean
check_trees (const SlSnapshot *snapshot, const SlChangeSet *changes, GError **error)
{
  g_auto (Graph) graph = { 0 };
  gboolean goals = sl_change_set_touches (changes, SL_KIND_GOAL)
                   || sl_change_set_touches (changes, SL_KIND_GOAL_PARENT);
  GHashTable *edges = goals ? relation_edges (snapshot, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL,
                                              SL_GOAL_PARENT_PARENT)
                            : NULL;

  graph_init (&graph, snapshot, edges, TRUE);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      SlId start = tree_start (snapshot, sl_change_set_get (changes, i));
      if (start != SL_ID_NONE && !graph_check_from (&graph, start, error))
        return FALSE;
    }
  return TRUE;
}

/* Every dependency of the plan: asked only after one was touched, and linear in their number. */
static gboolean
check_dependencies (const SlSnapshot *snapshot, GError **error)
{
  g_auto (Graph) graph = { 0 };
  const SlTable *table = sl_snapshot_table (snapshot, SL_KIND_DEPENDENCY);
  GHashTable *edges
      = relation_edges (snapshot, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, SL_DEPENDENCY_AFTER);

  graph_init (&graph, snapshot, edges, FALSE);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      if (!graph_check_from (&graph, sl_table_ref (table, row, SL_DEPENDENCY_BEFORE), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_invariant_check (const SlSnapshot *snapshot, const SlChangeSet *changes, GError **error)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      if (!check_change (snapshot, sl_change_set_get (changes, i), error))
        return FALSE;
    }
  if (!check_trees (snapshot, changes, error))
    return FALSE;
  return !sl_change_set_touches (changes, SL_KIND_DEPENDENCY)
         || check_dependencies (snapshot, error);
}

SlId
sl_invariant_natural_id (const SlKind *kind, const SlValue *values)
{
  SlId keys[8];
  guint n = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    {
      if ((kind->fields[f].flags & SL_KEY) == 0)
        continue;
      if (values[f].type == SL_VALUE_TEXT)
        return sl_id_natural_text (kind->name, values[f].s);
      g_assert (n < G_N_ELEMENTS (keys));
      keys[n++] = values[f].i;
    }
  return sl_id_natural (kind->name, keys, n);
}

static gboolean
check_natural_id (const SlKind *kind, const SlTable *table, guint row, GError **error)
{
  g_autofree SlValue *values = g_new0 (SlValue, kind->n_fields);
  SlId id = sl_table_id (table, row);
  SlId wanted;

  for (guint f = 0; f < kind->n_fields; f++)
    values[f] = sl_table_value (table, row, f);
  wanted = sl_invariant_natural_id (kind, values);
  for (guint f = 0; f < kind->n_fields; f++)
    sl_value_clear (&values[f]);
  if (id == wanted)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("A record (%s) has an id that does not follow from its keys."), _ (kind->nick));
  return FALSE;
}

/* References, ids and number of the records of one kind. */
static gboolean
check_kind (const SlSnapshot *snapshot, const SlKind *kind, GError **error)
{
  const SlTable *table = sl_snapshot_table (snapshot, kind->id);

  if ((kind->flags & SL_KIND_SINGLE) != 0 && sl_table_n_rows (table) != 1)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("There must be one record of this kind, not %u: %s."),
                   sl_table_n_rows (table), _ (kind->nick));
      return FALSE;
    }
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      if (!check_row_refs (snapshot, kind, row, error))
        return FALSE;
      if ((kind->flags & SL_KIND_NATURAL) != 0 && !check_natural_id (kind, table, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_invariant_check_all (const SlSnapshot *snapshot, GError **error)
{
  g_auto (Graph) graph = { 0 };

  graph_init (
      &graph, snapshot,
      relation_edges (snapshot, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, SL_GOAL_PARENT_PARENT),
      TRUE);
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      const SlTable *table = sl_snapshot_table (snapshot, k);

      if (!check_kind (snapshot, sl_kind (k), error))
        return FALSE;
      if (sl_kind (k)->parent_field < 0)
        continue;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          if (!graph_check_from (&graph, sl_table_id (table, row), error))
            return FALSE;
        }
    }
  return check_dependencies (snapshot, error);
}

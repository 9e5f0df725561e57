/* SPDX-License-Identifier: GPL-3.0-or-later */

/* plan.import: writes everything that a reader found as one step. Dates are taken as they are; what
 * does not fit into the plan (links in a circle, allocations of what was skipped) is left out,
 * because the preview has said so. The type of the parameters stands in sl-command.h. */

#include "config.h"

#include "command/sl-command-private.h"

#include "methods/sl-schedule.h"
#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One item of the source on its way into the plan. */
typedef struct
{
  SlKindId kind;
  int parent; /* nearest item above it that is wanted, or -1 */
  gboolean skip;
  gboolean has_parts;
  SlId id; /* SL_ID_NONE until written */
  SlId duplicate_of;
  const char *owner; /* in @fields */
  GVariant *fields;
} Item;

typedef struct
{
  SlTxn *txn;
  GArray *items; /* Item */
  SlCmdParties *parties;
  GArray *resources; /* SlId */
} Import;

static void
clear_item (gpointer data)
{
  g_variant_unref (((Item *)data)->fields);
}

static void
import_init (Import *self, SlTxn *txn)
{
  self->txn = txn;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->parties = sl_cmd_parties_new (txn);
  self->resources = g_array_new (FALSE, FALSE, sizeof (SlId));
}

static void
import_clear (Import *self)
{
  g_array_unref (self->items);
  g_array_unref (self->resources);
  sl_cmd_parties_free (self->parties);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static Item *
get_item (const Import *self, guint index)
{
  return &g_array_index (self->items, Item, index);
}

/* The item that a link, allocation or baseline names, if it was written; else NULL. */
static const Item *
written_item (const Import *self, guint index)
{
  if (index >= self->items->len || get_item (self, index)->id == SL_ID_NONE)
    return NULL;
  return get_item (self, index);
}

/* --- Items --- */

static gboolean
read_kind (const char *name, SlKindId *kind)
{
  static const SlKindId kinds[] = { SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_GOAL, SL_KIND_PARTY };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (sl_kind (kinds[i])->name, name) == 0)
      {
        *kind = kinds[i];
        return TRUE;
      }
  return FALSE;
}

/* Reads what is no field: one walk, since a plan may have as many items as a spreadsheet rows. */
static void
read_special (Item *item, const char **kind, gint32 *parent)
{
  GVariantIter iter;
  const char *name;
  GVariant *variant;
  g_variant_iter_init (&iter, item->fields);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &variant))
    {
      if (strcmp (name, "type") == 0 && g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
        *kind = g_variant_get_string (variant, NULL);
      else if (strcmp (name, "owner") == 0 && g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
        item->owner = g_variant_get_string (variant, NULL);
      else if (strcmp (name, "parent") == 0 && g_variant_is_of_type (variant, G_VARIANT_TYPE_INT32))
        *parent = g_variant_get_int32 (variant);
      else if (strcmp (name, "skip") == 0 && g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN))
        item->skip = g_variant_get_boolean (variant);
      else if (strcmp (name, "duplicate_of") == 0
               && g_variant_is_of_type (variant, G_VARIANT_TYPE_INT64))
        item->duplicate_of = g_variant_get_int64 (variant);
      g_variant_unref (variant);
    }
}

/* Takes @fields. */
static gboolean
read_item (Import *self, GVariant *fields, GError **error)
{
  guint index = self->items->len;
  Item item = { SL_KIND_TASK, -1, FALSE, FALSE, SL_ID_NONE, SL_ID_NONE, "", fields };
  const char *kind = "";
  gint32 parent = -1;
  g_array_append_val (self->items, item);
  Item *own = get_item (self, index);
  read_special (own, &kind, &parent);
  if (!read_kind (kind, &own->kind))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Item %u of the import has the type “%s”, which is not known."), index + 1,
                   kind);
      return FALSE;
    }
  if (parent < -1 || parent >= (int)index)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Item %u of the import names item %d as what it is part of."), index + 1,
                   parent + 1);
      return FALSE;
    }
  while (parent >= 0 && get_item (self, (guint)parent)->skip)
    parent = get_item (self, (guint)parent)->parent;
  own->parent = parent;
  if (parent >= 0 && !own->skip)
    get_item (self, (guint)parent)->has_parts = TRUE;
  return TRUE;
}

static gboolean
read_items (Import *self, GVariant *array, GError **error)
{
  for (gsize i = 0; i < g_variant_n_children (array); i++)
    if (!read_item (self, g_variant_get_child_value (array, i), error))
      return FALSE;
  /* Milestones are moments: what has parts is a task. */
  for (guint i = 0; i < self->items->len; i++)
    if (get_item (self, i)->kind == SL_KIND_MILESTONE && get_item (self, i)->has_parts)
      get_item (self, i)->kind = SL_KIND_TASK;
  return TRUE;
}

/* Whether the importer itself sees to the key @name. */
static gboolean
is_special (const SlKind *kind, const char *name)
{
  static const char *const special[] = { "type", "parent", "skip", "duplicate_of", "owner", NULL };
  int field = sl_kind_field (kind, name);
  return g_strv_contains (special, name) || field < 0 || field == kind->rank_field
         || kind->fields[field].type == SL_REF;
}

/* Puts the fields of @item into @row. */
static gboolean
read_fields (Import *self, const Item *item, SlCmdRow *row, GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *variant;
  g_variant_iter_init (&iter, item->fields);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &variant))
    {
      g_autoptr (GVariant) owned = variant;
      if (is_special (row->kind, name))
        continue;
      int field = sl_kind_field (row->kind, name);
      sl_value_clear (&row->values[field]);
      if (!sl_cmd_read_value (&row->kind->fields[field], owned, &row->values[field], error))
        return FALSE;
    }
  int owner_field = sl_kind_field (row->kind, "owner");
  SlId party = SL_ID_NONE;
  if (owner_field >= 0 && !sl_cmd_parties_get (self->parties, item->owner, &party, error))
    return FALSE;
  if (party != SL_ID_NONE)
    sl_cmd_row_set_int (row, (guint)owner_field, party);
  return TRUE;
}

/* The record that @item updates, or SL_ID_NONE. */
static SlId
find_duplicate (const Import *self, const Item *item)
{
  SlId id = item->duplicate_of;
  SlKindId kind;
  return id != SL_ID_NONE && sl_snapshot_find (sl_txn_get_snapshot (self->txn), id, &kind, NULL)
                 && kind == item->kind
             ? id
             : SL_ID_NONE;
}

/* Puts @item below what it is part of: in its own tree, or in the service of a goal. */
static void
attach (const Import *self, const Item *item, SlCmdRow *row)
{
  if (item->parent < 0)
    return;
  const Item *parent = get_item (self, (guint)item->parent);
  const SlKind *kind = row->kind;
  if (kind->parent_field >= 0
      && (kind->fields[kind->parent_field].targets & SL_KIND_BIT (parent->kind)))
    sl_cmd_row_set_int (row, (guint)kind->parent_field, parent->id);
  else if (item->kind == SL_KIND_TASK && parent->kind == SL_KIND_GOAL)
    sl_cmd_row_set_int (row, SL_TASK_GOAL, parent->id);
  else if (item->kind == SL_KIND_MILESTONE && parent->kind == SL_KIND_GOAL)
    sl_cmd_row_set_int (row, SL_MILESTONE_GOAL, parent->id);
}

static gboolean
update_record (const Import *self, const SlCmdRow *row, SlId id, GError **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->values[i].type != SL_VALUE_NULL
        && !sl_txn_set (self->txn, row->kind->id, id, i, &row->values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_item (Import *self, Item *item, GError **error)
{
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, item->kind);
  if (!read_fields (self, item, &row, error))
    return FALSE;
  item->id = find_duplicate (self, item);
  if (item->id != SL_ID_NONE)
    return update_record (self, &row, item->id, error);
  attach (self, item, &row);
  if (!sl_cmd_row_insert (&row, self->txn, &item->id, error))
    return FALSE;
  if (item->kind == SL_KIND_PARTY && row.values[SL_PARTY_TITLE].type == SL_VALUE_TEXT)
    sl_cmd_parties_add (self->parties, row.values[SL_PARTY_TITLE].s, item->id);
  return TRUE;
}

/* Parties first: they may own the rest. */
static gboolean
write_items (Import *self, gboolean parties, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = get_item (self, i);
      if (item->skip || (item->kind == SL_KIND_PARTY) != parties || write_item (self, item, error))
        continue;
      const char *title = "";
      g_variant_lookup (item->fields, "title", "&s", &title);
      /* Translators: number and title of an item, before a sentence on what is wrong with it */
      g_prefix_error (error, _ ("Item %u, “%s”: "), i + 1, title);
      return FALSE;
    }
  return TRUE;
}

/* --- Links --- */

/* The place of a record among @ids, where it is put if it is new. */
static guint
node_of (GHashTable *nodes, SlId id)
{
  gpointer node;
  if (g_hash_table_lookup_extended (nodes, &id, NULL, &node))
    return GPOINTER_TO_UINT (node);
  guint next = g_hash_table_size (nodes);
  g_hash_table_insert (nodes, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (next));
  return next;
}

static void
add_link (GHashTable *nodes, GArray *links, SlId before, SlId after)
{
  SlScheduleLink link
      = { node_of (nodes, before), node_of (nodes, after), SL_DEPENDENCY_FS, 0, FALSE };
  g_array_append_val (links, link);
}

/* Flags for the wanted links: which would close a circle with those of the plan and each other.
 * The schedule leaves out the newest link of each circle, and the plan has none yet. */
static guint8 *
find_circles (const Import *self, const GArray *rows)
{
  const SlTable *known = sl_snapshot_table (sl_txn_get_snapshot (self->txn), SL_KIND_DEPENDENCY);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SlScheduleLink));
  guint n_known = sl_table_n_rows (known);
  for (guint row = 0; row < n_known; row++)
    add_link (nodes, links, sl_table_ref (known, row, SL_DEPENDENCY_BEFORE),
              sl_table_ref (known, row, SL_DEPENDENCY_AFTER));
  for (guint i = 0; i < rows->len; i++)
    {
      const SlValue *values = g_array_index (rows, SlCmdRow, i).values;
      add_link (nodes, links, values[SL_DEPENDENCY_BEFORE].i, values[SL_DEPENDENCY_AFTER].i);
    }
  guint n_nodes = g_hash_table_size (nodes);
  g_autofree SlScheduleTask *tasks = g_new (SlScheduleTask, MAX (n_nodes, 1));
  for (guint i = 0; i < n_nodes; i++)
    tasks[i] = (SlScheduleTask)SL_SCHEDULE_TASK_INIT;
  SlScheduleInput input = { 0,
                            SL_INT_NULL,
                            SL_INT_NULL,
                            NULL,
                            tasks,
                            n_nodes,
                            (const SlScheduleLink *)(gpointer)links->data,
                            links->len };
  g_autoptr (SlSchedule) schedule = sl_schedule_new (&input);
  return g_memdup2 (schedule->left_out + n_known, rows->len);
}

static void
clear_row (gpointer data)
{
  sl_cmd_row_clear (data);
}

/* Whether both ends of a dependency may be of these kinds. */
static gboolean
can_wait (const Item *before, const Item *after)
{
  const SlField *fields = sl_kind (SL_KIND_DEPENDENCY)->fields;
  return before != NULL && after != NULL && before->id != after->id
         && (fields[SL_DEPENDENCY_BEFORE].targets & SL_KIND_BIT (before->kind))
         && (fields[SL_DEPENDENCY_AFTER].targets & SL_KIND_BIT (after->kind));
}

/* The links of the source as rows of the plan. */
static GArray *
read_links (const Import *self, GVariant *array)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SlCmdRow));
  g_array_set_clear_func (rows, clear_row);
  GVariantIter iter;
  guint before, after;
  gint32 type;
  double lag;
  gboolean elapsed;
  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "(uuidb)", &before, &after, &type, &lag, &elapsed))
    {
      const Item *first = written_item (self, before), *second = written_item (self, after);
      if (!can_wait (first, second))
        continue;
      SlCmdRow row;
      sl_cmd_row_init (&row, SL_KIND_DEPENDENCY);
      sl_cmd_row_set_int (&row, SL_DEPENDENCY_BEFORE, first->id);
      sl_cmd_row_set_int (&row, SL_DEPENDENCY_AFTER, second->id);
      sl_cmd_row_set_int (&row, SL_DEPENDENCY_TYPE, type);
      sl_cmd_row_set_real (&row, SL_DEPENDENCY_LAG, lag);
      sl_cmd_row_set_int (&row, SL_DEPENDENCY_ELAPSED, elapsed ? 1 : 0);
      g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
write_links (Import *self, GVariant *array, GError **error)
{
  g_autoptr (GArray) rows = read_links (self, array);
  if (rows->len == 0)
    return TRUE;
  g_autofree guint8 *closes_circle = find_circles (self, rows);
  for (guint i = 0; i < rows->len; i++)
    if (!closes_circle[i]
        && !sl_cmd_row_put (&g_array_index (rows, SlCmdRow, i), self->txn, NULL, error))
      return FALSE;
  return TRUE;
}

/* --- The rest --- */

static gboolean
write_resources (Import *self, GVariant *array, GError **error)
{
  GVariantIter iter;
  const char *name;
  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "&s", &name))
    {
      SlId party;
      if (!sl_cmd_parties_get (self->parties, name, &party, error))
        return FALSE;
      g_array_append_val (self->resources, party);
    }
  return TRUE;
}

static gboolean
write_allocations (Import *self, GVariant *array, GError **error)
{
  GVariantIter iter;
  guint index, resource;
  double units;
  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "(uud)", &index, &resource, &units))
    {
      const Item *item = written_item (self, index);
      SlId party = resource < self->resources->len ? g_array_index (self->resources, SlId, resource)
                                                   : SL_ID_NONE;
      if (item == NULL || party == SL_ID_NONE
          || (item->kind != SL_KIND_TASK && item->kind != SL_KIND_MILESTONE))
        continue;
      g_auto (SlCmdRow) row;
      sl_cmd_row_init (&row, SL_KIND_ALLOCATION);
      sl_cmd_row_set_int (&row, SL_ALLOCATION_TASK, item->id);
      sl_cmd_row_set_int (&row, SL_ALLOCATION_PARTY, party);
      sl_cmd_row_set_real (&row, SL_ALLOCATION_UNITS, units);
      if (!sl_cmd_row_put (&row, self->txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_baselines (Import *self, GVariant *array, GError **error)
{
  GVariantIter iter;
  guint index;
  gint32 number;
  gint64 start, due;
  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "(uixx)", &index, &number, &start, &due))
    {
      const Item *item = written_item (self, index);
      if (item == NULL || item->kind == SL_KIND_PARTY)
        continue;
      g_auto (SlCmdRow) row;
      sl_cmd_row_init (&row, SL_KIND_BASELINE);
      sl_cmd_row_set_int (&row, SL_BASELINE_ITEM, item->id);
      sl_cmd_row_set_int (&row, SL_BASELINE_NUMBER, number);
      if (start != SL_INT_NULL)
        sl_cmd_row_set_int (&row, SL_BASELINE_START, start);
      if (due != SL_INT_NULL)
        sl_cmd_row_set_int (&row, SL_BASELINE_DUE, due);
      if (!sl_cmd_row_put (&row, self->txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Days that the plan knows already stay as they are. */
static gboolean
write_days_off (Import *self, GVariant *array, GError **error)
{
  GVariantIter iter;
  gint64 day;
  const char *title;
  gboolean yearly, worked;
  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "(x&sbb)", &day, &title, &yearly, &worked))
    {
      g_auto (SlCmdRow) row;
      sl_cmd_row_init (&row, SL_KIND_DAY_OFF);
      sl_cmd_row_set_int (&row, SL_DAY_OFF_DAY, day);
      sl_cmd_row_set_text (&row, SL_DAY_OFF_TITLE, title);
      sl_cmd_row_set_int (&row, SL_DAY_OFF_YEARLY, yearly ? 1 : 0);
      sl_cmd_row_set_int (&row, SL_DAY_OFF_WORKED, worked ? 1 : 0);
      if (!sl_cmd_row_exists (&row, self->txn, NULL)
          && !sl_cmd_row_insert (&row, self->txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the import may set field @field of the project: only what nobody decided yet. */
static gboolean
project_field_is_free (const SlSnapshot *plan, guint field)
{
  const SlTable *projects = sl_snapshot_table (plan, SL_KIND_PROJECT);
  const char *title = sl_table_text (projects, 0, SL_PROJECT_TITLE);
  if (field == SL_PROJECT_WORK_WEEK || field == SL_PROJECT_HOURS_PER_DAY)
    return sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_TASK)) == 0;
  if (field == SL_PROJECT_TITLE)
    return title == NULL || *title == '\0';
  return !sl_table_is_set (projects, 0, field);
}

/* Before the items, while it can be seen whether there are tasks. */
static gboolean
write_project (Import *self, GVariant *fields, GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *variant;
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &variant))
    {
      g_autoptr (GVariant) owned = variant;
      g_auto (SlValue) value = SL_VALUE_INIT;
      SlSnapshot *plan = sl_txn_get_snapshot (self->txn);
      int field = sl_cmd_field (SL_KIND_PROJECT, name, error);
      if (field < 0
          || !sl_cmd_read_value (&sl_kind (SL_KIND_PROJECT)->fields[field], owned, &value, error))
        return FALSE;
      if (project_field_is_free (plan, (guint)field)
          && !sl_txn_set (self->txn, SL_KIND_PROJECT, sl_snapshot_project_id (plan), (guint)field,
                          &value, error))
        return FALSE;
    }
  return TRUE;
}

enum
{
  SOURCE,
  PROJECT,
  ITEMS,
  LINKS,
  RESOURCES,
  ALLOCATIONS,
  BASELINES,
  DAYS_OFF,
  N_PARTS
};

static gboolean
run_import (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  GVariant *parts[N_PARTS];
  for (guint i = 0; i < N_PARTS; i++)
    parts[i] = g_variant_get_child_value (params, i);
  g_auto (Import) self;
  import_init (&self, txn);
  result->subject = g_strdup (g_variant_get_string (parts[SOURCE], NULL));
  gboolean done
      = read_items (&self, parts[ITEMS], error) && write_project (&self, parts[PROJECT], error)
        && write_items (&self, TRUE, error) && write_resources (&self, parts[RESOURCES], error)
        && write_items (&self, FALSE, error) && write_links (&self, parts[LINKS], error)
        && write_allocations (&self, parts[ALLOCATIONS], error)
        && write_baselines (&self, parts[BASELINES], error)
        && write_days_off (&self, parts[DAYS_OFF], error);
  for (guint i = 0; done && result->id == SL_ID_NONE && i < self.items->len; i++)
    result->id = get_item (&self, i)->id;
  for (guint i = 0; i < N_PARTS; i++)
    g_variant_unref (parts[i]);
  return done;
}

const SlCommand sl_cmd_project_start = {
  "project.start",
  N_ ("Start with “%s”"),
  SL_COMMAND_IMPORT_TYPE,
  run_import,
};

const SlCommand sl_cmd_plan_import = {
  "plan.import",
  N_ ("Import “%s”"),
  SL_COMMAND_IMPORT_TYPE,
  run_import,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts role records and owners together into rows of a responsibility matrix. */

#include "config.h"

#include "analysis/sl-people-roles.h"

struct _SlRoleTable
{
  const SlFacts *facts;
  GArray *rows;  /* SlRoleRow */
  GArray *cells; /* SlRaciCell, of all rows */
  GArray *who;   /* SlRoleCell, beside them */
  GArray *first; /* guint: where the cells of each row begin */
  GHashTable *items;

  /* Role records by the number of their item: tasks, then goals. */
  guint n_items;
  guint *starts;
  guint *records; /* rows of the table of roles */
};

static int
item_number (const SlFacts *facts, SlId item)
{
  int task = sl_facts_task (facts, item);
  int goal = task < 0 ? sl_facts_goal (facts, item) : -1;

  return goal >= 0 ? (int)facts->n_tasks + goal : task;
}

/* Sorts role records by item, keeping their order. */
static void
bucket_records (SlRoleTable *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_ROLE);
  guint n = 0;
  const SlId *ids = sl_people_records (self->facts, SL_KIND_ROLE, &n);
  g_autofree int *items = g_new (int, n + 1);
  g_autofree guint *next = NULL;

  self->n_items = self->facts->n_tasks + self->facts->n_goals;
  self->starts = g_new0 (guint, self->n_items + 1);
  self->records = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      items[i] = sl_table_find (table, ids[i], &row)
                     ? item_number (self->facts, sl_table_ref (table, row, SL_ROLE_ITEM))
                     : -1;
      if (items[i] >= 0)
        self->starts[items[i] + 1]++;
    }
  for (guint i = 0; i < self->n_items; i++)
    self->starts[i + 1] += self->starts[i];
  next = g_memdup2 (self->starts, sizeof (guint) * (self->n_items + 1));
  for (guint i = 0; i < n; i++)
    if (items[i] >= 0)
      sl_table_find (table, ids[i], &self->records[next[items[i]]++]);
}

static gboolean
is_unavailable (const SlFacts *facts, int party)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTY);

  return facts->parties[party].gone
         || sl_table_real (table, facts->parties[party].row, SL_PARTY_CAPACITY) == 0.0;
}

/* Gives @party a role in the row whose cells begin at @first. */
static void
put_role (SlRoleTable *self, guint first, int party, guint roles, SlId record)
{
  guint at = first;

  if (party < 0)
    return;
  while (at < self->who->len && g_array_index (self->who, SlRoleCell, at).party != party)
    at++;
  if (at == self->who->len)
    {
      SlRoleCell who = { .party = party };
      SlRaciCell cell = { .unavailable = is_unavailable (self->facts, party) };

      g_array_append_val (self->who, who);
      g_array_append_val (self->cells, cell);
    }
  g_array_index (self->cells, SlRaciCell, at).roles |= roles;
  for (guint role = 0; role <= SL_ROLE_INFORMED && record != SL_ID_NONE; role++)
    if (roles == 1u << role)
      g_array_index (self->who, SlRoleCell, at).records[role] = record;
}

static void
put_records (SlRoleTable *self, guint number, guint first)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_ROLE);

  for (guint i = self->starts[number]; i < self->starts[number + 1]; i++)
    {
      guint row = self->records[i];
      int party = sl_facts_party (self->facts, sl_table_ref (table, row, SL_ROLE_PARTY));

      /* The letters have the numbers of the bits. */
      put_role (self, first, party, 1u << sl_table_int (table, row, SL_ROLE_LETTER),
                sl_table_id (table, row));
    }
}

static void
finish_row (SlRoleTable *self, SlId item, int goal, guint first, gboolean detailed)
{
  SlRoleRow row = { .item = item, .goal = goal, .detailed = detailed };

  row.n = self->who->len - first;
  if (row.n == 0)
    return;
  g_array_append_val (self->rows, row);
  g_array_append_val (self->first, first);
  g_hash_table_add (self->items, g_memdup2 (&item, sizeof item));
}

static void
read_task (SlRoleTable *self, guint number)
{
  const SlFactTask *task = &self->facts->tasks[number];
  gboolean has_records = self->starts[number + 1] > self->starts[number];
  guint first = self->who->len;

  if (!task->active || (!has_records && (task->kind != SL_KIND_TASK || task->is_summary)))
    return;
  put_role (self, first, task->owner,
            task->kind == SL_KIND_TASK ? SL_RACI_RESPONSIBLE
                                       : SL_RACI_RESPONSIBLE | SL_RACI_ACCOUNTABLE,
            SL_ID_NONE);
  put_role (self, first, task->accountable, SL_RACI_ACCOUNTABLE, SL_ID_NONE);
  put_records (self, number, first);
  if (task->owner >= 0 && task->accountable < 0 && !has_records && task->goal >= 0)
    put_role (self, first, self->facts->goals[task->goal].owner, SL_RACI_ACCOUNTABLE, SL_ID_NONE);
  finish_row (self, task->id, task->goal, first, has_records || task->accountable >= 0);
}

static void
read_goal (SlRoleTable *self, guint number)
{
  const SlFactGoal *goal = &self->facts->goals[number];
  guint item = self->facts->n_tasks + number, first = self->who->len;

  if (!goal->active || self->starts[item + 1] == self->starts[item])
    return;
  put_role (self, first, goal->owner, SL_RACI_RESPONSIBLE | SL_RACI_ACCOUNTABLE, SL_ID_NONE);
  put_records (self, item, first);
  finish_row (self, goal->id, (int)number, first, TRUE);
}

static gpointer
make_table (const SlFacts *facts)
{
  SlRoleTable *self = g_new0 (SlRoleTable, 1);

  self->facts = facts;
  self->rows = g_array_new (FALSE, FALSE, sizeof (SlRoleRow));
  self->cells = g_array_new (FALSE, FALSE, sizeof (SlRaciCell));
  self->who = g_array_new (FALSE, FALSE, sizeof (SlRoleCell));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  bucket_records (self);
  for (guint i = 0; i < facts->n_tasks; i++)
    read_task (self, i);
  for (guint i = 0; i < facts->n_goals; i++)
    read_goal (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlRoleRow *row = &g_array_index (self->rows, SlRoleRow, i);
      guint first = g_array_index (self->first, guint, i);

      row->cells = &g_array_index (self->cells, SlRaciCell, first);
      row->who = &g_array_index (self->who, SlRoleCell, first);
    }
  return self;
}

static void
drop_table (gpointer data)
{
  SlRoleTable *self = data;

  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->who);
  g_array_unref (self->first);
  g_hash_table_unref (self->items);
  g_free (self->starts);
  g_free (self->records);
  g_free (self);
}

const SlRoleTable *
sl_role_table (const SlFacts *facts)
{
  static const SlFactsShare share = { make_table, drop_table };

  return sl_facts_share (facts, &share);
}

const SlRoleRow *
sl_role_table_get (const SlRoleTable *self, guint *n)
{
  *n = self->rows->len;
  return (const SlRoleRow *)(gpointer)self->rows->data;
}

gboolean
sl_role_table_has (const SlRoleTable *self, SlId item)
{
  return g_hash_table_contains (self->items, &item);
}

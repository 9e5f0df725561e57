/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One kind of record as CSV. What stands here is read again by the table reader without loss, as
 * far as one kind can say it: other records are named by their titles, and only owners are found
 * again by these. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <math.h>
#include <string.h>

#include "base/sl-id.h"

/* A column of the table. */
typedef enum
{
  COLUMN_FIELD,
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_TYPE,
  COLUMN_BEFORE,
  COLUMN_PEOPLE,
} ColumnType;

typedef struct
{
  ColumnType type;
  const char *name;
} Column;

/* A record of the table and where it stands among its siblings. */
typedef struct
{
  SlKindId kind;
  SlId id;
} Row;

typedef struct
{
  const SlSnapshot *plan;
  const SlKind *kind;
  char separator;
  GArray *columns;    /* Column */
  GArray *rows;       /* Row */
  GHashTable *before; /* id -> GString of predecessors */
  GHashTable *people; /* id -> GString of people */
  GString *text;
} Export;

/* --- Cells --- */

static void
append_cell (Export *self, const char *cell)
{
  gboolean quoted = strpbrk (cell, "\"\r\n") != NULL || strchr (cell, self->separator) != NULL
                    || g_ascii_isspace (*cell)
                    || (*cell != '\0' && g_ascii_isspace (cell[strlen (cell) - 1]));

  if (!quoted)
    {
      g_string_append (self->text, cell);
      return;
    }
  g_string_append_c (self->text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

/* Text of people: a spreadsheet must not take it for a formula. */
static void
append_text (Export *self, const char *text)
{
  g_autofree char *safe = sl_csv_is_formula (text) ? g_strconcat ("'", text, NULL) : NULL;

  append_cell (self, safe != NULL ? safe : text);
}

static void
append_field (Export *self, const Row *row, const char *name)
{
  const SlKind *kind = sl_kind (row->kind);
  const SlTable *table = sl_snapshot_table (self->plan, row->kind);
  int index = sl_kind_field (kind, name);
  guint position;
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *text = NULL;
  const SlField *field;

  if (index < 0 || !sl_table_find (table, row->id, &position)
      || !sl_table_is_set (table, position, (guint)index))
    return;
  field = &kind->fields[index];
  value = sl_table_value (table, position, (guint)index);
  if (field->type == SL_REF)
    append_text (self, sl_snapshot_title (self->plan, value.i));
  else if (value.type == SL_VALUE_TEXT)
    append_text (self, value.s);
  else
    {
      text = sl_field_format (field, &value);
      append_cell (self, text);
    }
}

static SlId
parent_of (const Export *self, const Row *row)
{
  const SlTable *table = sl_snapshot_table (self->plan, row->kind);
  int field = sl_kind (row->kind)->parent_field;
  guint position;

  if (field < 0 || !sl_table_find (table, row->id, &position))
    return SL_ID_NONE;
  return sl_table_ref (table, position, (guint)field);
}

static void
append_id (Export *self, SlId id)
{
  g_autofree char *text = id != SL_ID_NONE ? sl_id_to_string (id) : g_strdup ("");

  append_cell (self, text);
}

static void
append_list (Export *self, GHashTable *lists, SlId id)
{
  const GString *list = g_hash_table_lookup (lists, &id);

  if (list != NULL)
    append_text (self, list->str);
}

static void
append_column (Export *self, const Row *row, const Column *column)
{
  switch (column->type)
    {
    case COLUMN_FIELD:
      append_field (self, row, column->name);
      break;
    case COLUMN_ID:
      append_id (self, row->id);
      break;
    case COLUMN_PARENT:
      append_id (self, parent_of (self, row));
      break;
    case COLUMN_TYPE:
      append_cell (self, sl_kind (row->kind)->name);
      break;
    case COLUMN_BEFORE:
      append_list (self, self->before, row->id);
      break;
    case COLUMN_PEOPLE:
      append_list (self, self->people, row->id);
      break;
    }
}

/* --- Columns --- */

static void
add_column (Export *self, ColumnType type, const char *name)
{
  const Column column = { type, name };

  g_array_append_val (self->columns, column);
}

/* The title first: a file that begins with "ID" is a SYLK file to Excel. */
static void
choose_columns (Export *self)
{
  int first = MAX (self->kind->title_field, 0);

  add_column (self, COLUMN_FIELD, self->kind->fields[first].name);
  add_column (self, COLUMN_ID, "id");
  if (self->kind->parent_field >= 0)
    add_column (self, COLUMN_PARENT, "parent");
  if (self->kind->id == SL_KIND_TASK)
    add_column (self, COLUMN_TYPE, "type");
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((int)i != first && (int)i != self->kind->parent_field
        && self->kind->fields[i].type != SL_RANK)
      add_column (self, COLUMN_FIELD, self->kind->fields[i].name);
  if (self->kind->id == SL_KIND_TASK)
    {
      add_column (self, COLUMN_BEFORE, "predecessors");
      add_column (self, COLUMN_PEOPLE, "resources");
    }
}

/* --- Rows --- */

static void
add_row (Export *self, SlKindId kind, SlId id)
{
  const Row row = { kind, id };

  g_array_append_val (self->rows, row);
}

static const char *
rank_of (const Export *self, SlKindId kind, SlId id)
{
  const SlTable *table = sl_snapshot_table (self->plan, kind);
  const char *rank = NULL;
  guint position;

  if (sl_table_find (table, id, &position))
    rank = sl_table_text (table, position, (guint)sl_kind (kind)->rank_field);
  return rank != NULL ? rank : "";
}

static SlId *
copy_children (const Export *self, SlKindId kind, SlId parent, guint *n)
{
  const SlId *children = sl_snapshot_children (self->plan, kind, parent, n);

  return g_memdup2 (children, *n * sizeof (SlId));
}

/* Tasks and milestones share one order among their siblings. */
static void
add_tree (Export *self, SlId parent)
{
  guint n, n_others = 0, other = 0;
  g_autofree SlId *children = copy_children (self, self->kind->id, parent, &n);
  g_autofree SlId *others = NULL;

  if (self->kind->id == SL_KIND_TASK)
    others = copy_children (self, SL_KIND_MILESTONE, parent, &n_others);
  for (guint i = 0; i < n; i++)
    {
      const char *rank = rank_of (self, self->kind->id, children[i]);

      while (other < n_others
             && strcmp (rank_of (self, SL_KIND_MILESTONE, others[other]), rank) < 0)
        add_row (self, SL_KIND_MILESTONE, others[other++]);
      add_row (self, self->kind->id, children[i]);
      add_tree (self, children[i]);
    }
  while (other < n_others)
    add_row (self, SL_KIND_MILESTONE, others[other++]);
}

/* Milestones alone: they hang in the tree of tasks. */
static void
add_milestones (Export *self, SlId parent)
{
  guint n, n_tasks;
  const SlId *milestones = sl_snapshot_children (self->plan, SL_KIND_MILESTONE, parent, &n);

  for (guint i = 0; i < n; i++)
    add_row (self, SL_KIND_MILESTONE, milestones[i]);
  g_autofree SlId *tasks = copy_children (self, SL_KIND_TASK, parent, &n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    add_milestones (self, tasks[i]);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Export *self = data;
  const Row *one = a;
  const Row *two = b;
  int order = g_utf8_collate (sl_snapshot_title (self->plan, one->id),
                              sl_snapshot_title (self->plan, two->id));

  return order != 0 ? order : (one->id > two->id) - (one->id < two->id);
}

static void
collect_rows (Export *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, self->kind->id);

  if (self->kind->id == SL_KIND_MILESTONE)
    {
      add_milestones (self, SL_ID_NONE);
      return;
    }
  if (self->kind->flags & SL_KIND_TREE)
    {
      add_tree (self, SL_ID_NONE);
      return;
    }
  for (guint i = 0; i < sl_table_n_rows (table); i++)
    add_row (self, self->kind->id, sl_table_id (table, i));
  g_array_sort_with_data (self->rows, compare_rows, self);
}

/* --- What other kinds say about tasks --- */

static void
free_list (gpointer data)
{
  g_string_free (data, TRUE);
}

static GString *
list_of (GHashTable *lists, SlId id)
{
  GString *list = g_hash_table_lookup (lists, &id);

  if (list == NULL)
    {
      list = g_string_new (NULL);
      g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), list);
    }
  else
    g_string_append_c (list, ';');
  return list;
}

/* "7Q0...SS+2d", as Microsoft Project writes predecessors, with our ids. */
static void
collect_dependencies (Export *self)
{
  static const char *const types[] = { "FS", "SS", "FF", "SF" };
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId after = sl_table_ref (table, row, SL_DEPENDENCY_AFTER);
      g_autofree char *before = sl_id_to_string (sl_table_ref (table, row, SL_DEPENDENCY_BEFORE));
      gint64 type = sl_table_int (table, row, SL_DEPENDENCY_TYPE);
      double lag = sl_table_real (table, row, SL_DEPENDENCY_LAG);
      gboolean elapsed = sl_table_int (table, row, SL_DEPENDENCY_ELAPSED) == 1;
      GString *list = list_of (self->before, after);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (list, before);
      g_string_append (list, type >= 0 && type < (gint64)G_N_ELEMENTS (types) ? types[type] : "FS");
      if (isfinite (lag) && (lag != 0 || elapsed))
        g_string_append_printf (list, "%s%s%s", lag < 0 ? "" : "+",
                                g_ascii_formatd (number, sizeof number, "%.10g", lag),
                                elapsed ? "ed" : "d");
    }
}

static void
collect_allocations (Export *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_ALLOCATION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId party = sl_table_ref (table, row, SL_ALLOCATION_PARTY);
      double units = sl_table_real (table, row, SL_ALLOCATION_UNITS);
      GString *list = list_of (self->people, sl_table_ref (table, row, SL_ALLOCATION_TASK));
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (list, sl_snapshot_title (self->plan, party));
      if (isfinite (units) && units != 1)
        g_string_append_printf (list, "[%s%%]",
                                g_ascii_formatd (number, sizeof number, "%.10g", units * 100));
    }
}

char *
sl_csv_export (const SlSnapshot *plan, SlKindId kind, char separator)
{
  Export self = {
    .plan = plan,
    .kind = sl_kind (kind),
    .separator = separator,
    .columns = g_array_new (FALSE, FALSE, sizeof (Column)),
    .rows = g_array_new (FALSE, FALSE, sizeof (Row)),
    .before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_list),
    .people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_list),
    /* the mark by which Excel knows UTF-8 */
    .text = g_string_new ("\xef\xbb\xbf"),
  };

  choose_columns (&self);
  collect_rows (&self);
  if (kind == SL_KIND_TASK)
    {
      collect_dependencies (&self);
      collect_allocations (&self);
    }
  for (guint i = 0; i < self.columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (self.text, separator);
      append_cell (&self, g_array_index (self.columns, Column, i).name);
    }
  g_string_append_c (self.text, '\n');
  for (guint r = 0; r < self.rows->len; r++)
    {
      for (guint i = 0; i < self.columns->len; i++)
        {
          if (i > 0)
            g_string_append_c (self.text, separator);
          append_column (&self, &g_array_index (self.rows, Row, r),
                         &g_array_index (self.columns, Column, i));
        }
      g_string_append_c (self.text, '\n');
    }
  g_array_unref (self.columns);
  g_array_unref (self.rows);
  g_hash_table_unref (self.before);
  g_hash_table_unref (self.people);
  return g_string_free (self.text, FALSE);
}

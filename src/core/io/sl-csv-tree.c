/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of a table. Several things may state it; the first that yields a parent at all is
 * believed: a column of parents, outline numbers, levels, indentation, paths in ids, the order of
 * types. Then circles are broken and parents moved in front of their children. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-text.h"
#include "io/sl-read.h"

#define draft_at(drafts, index) (&g_array_index (drafts, SlCsvDraft, index))

typedef struct
{
  const SlCsvTable *table;
  const SlImportOptions *options;
  SlImportPlan *plan;
  GArray *drafts;
} Tree;

static char *
own_cell (const Tree *self, guint index, SlCsvRole role)
{
  int column = sl_csv_find_role (self->table, role);
  const char *cell
      = column >= 0
            ? sl_csv_table_cell (self->table, draft_at (self->drafts, index)->row, (guint)column)
            : "";

  return g_strstrip (g_strdup (sl_csv_plain_text (cell)));
}

static void
warn_row (const Tree *self, guint index, const char *format, const char *value)
{
  g_autofree char *place = sl_csv_place (self->table, draft_at (self->drafts, index)->row);

  sl_import_plan_warn_value (self->plan, place, format, value);
}

static gboolean
has_parents (const Tree *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (draft_at (self->drafts, i)->parent >= 0)
      return TRUE;
  return FALSE;
}

/* --- By a column of parents --- */

/* Value of each row in a column -> draft index + 1; the first row of a value counts. */
static GHashTable *
index_column (const Tree *self, SlCsvRole role, gboolean warn)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      g_autofree char *value = role == SL_CSV_TITLE
                                   ? sl_text_fold (draft_at (self->drafts, i)->title)
                                   : own_cell (self, i, role);

      if (*value == '\0')
        continue;
      if (!g_hash_table_contains (index, value))
        g_hash_table_insert (index, g_steal_pointer (&value), GUINT_TO_POINTER (i + 1));
      else if (warn)
        warn_row (self, i, _ ("the id “%s” occurs more than once; the first row was taken"), value);
    }
  return index;
}

typedef struct
{
  GHashTable *ids;
  GHashTable *numbers;
  GHashTable *titles;
} Names;

/* Draft that @value names, or -1. */
static int
find_named (const Names *names, const char *value)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (names->ids, value));

  if (found == 0)
    found = GPOINTER_TO_UINT (g_hash_table_lookup (names->numbers, value));
  if (found == 0)
    {
      g_autofree char *folded = sl_text_fold (value);

      found = GPOINTER_TO_UINT (g_hash_table_lookup (names->titles, folded));
    }
  return (int)found - 1;
}

/* How people write "none". */
static gboolean
means_none (const char *value)
{
  static const char *const words[]
      = { "-", "–", "—", "0", "none", "null", "n/a", "keine", "keins", "aucun", "ninguno", NULL };
  g_autofree char *folded = sl_text_fold (value);

  return g_strv_contains (words, folded);
}

static void
take_parent (const Tree *self, const Names *names, guint index)
{
  SlCsvDraft *draft = draft_at (self->drafts, index);
  g_autofree char *value = own_cell (self, index, SL_CSV_PARENT);
  int parent;

  if (*value == '\0')
    return;
  parent = find_named (names, value);
  if (parent < 0 && strpbrk (value, ",;") != NULL)
    {
      /* Several parents: our trees have one, the first. */
      g_auto (GStrv) parts = g_strsplit_set (value, ",;", -1);

      for (guint i = 0; parts[i] != NULL && parent < 0; i++)
        parent = find_named (names, g_strstrip (parts[i]));
      if (parent >= 0)
        warn_row (self, index, _ ("of the parents “%s” the first was taken"), value);
    }
  if (parent == (int)index)
    warn_row (self, index, _ ("the row names itself, “%s”, as its parent; it became a root"),
              value);
  else if (parent >= 0)
    draft->parent = parent;
  else if (!means_none (value))
    warn_row (self, index, _ ("the parent “%s” is not in the table; the row became a root"), value);
}

static void
use_parents (const Tree *self)
{
  Names names = { index_column (self, SL_CSV_ID, TRUE), index_column (self, SL_CSV_OUTLINE, FALSE),
                  index_column (self, SL_CSV_TITLE, FALSE) };

  for (guint i = 0; i < self->drafts->len; i++)
    take_parent (self, &names, i);
  g_hash_table_unref (names.ids);
  g_hash_table_unref (names.numbers);
  g_hash_table_unref (names.titles);
}

/* --- By outline numbers and paths --- */

/* The draft with the longest path above @path that occurs, or -1. */
static int
find_above (GHashTable *index, const char *path)
{
  g_autofree char *above = g_strdup (path);
  char *point;

  while ((point = strrchr (above, '.')) != NULL)
    {
      guint found;

      *point = '\0';
      found = GPOINTER_TO_UINT (g_hash_table_lookup (index, above));
      if (found != 0)
        return (int)found - 1;
    }
  return -1;
}

/* Spreadsheets turn 1.10 into the number 1.1. It shows by coming right behind 1.9. */
static char *
mend_number (const char *number, const char *last_sibling)
{
  const char *point = strrchr (number, '.');
  const char *last_point = last_sibling != NULL ? strrchr (last_sibling, '.') : NULL;
  gint64 value, last;

  if (point == NULL || last_point == NULL || point - number != last_point - last_sibling
      || strncmp (number, last_sibling, (gsize)(point - number)) != 0
      || !sl_read_int (point + 1, &value) || !sl_read_int (last_point + 1, &last)
      || value * 10 != last + 1)
    return NULL;
  return g_strconcat (number, "0", NULL);
}

/* Long texts are no numbers, and following their points would take for ever. */
#define MAX_PATH 200
#define MAX_POINTS 64

static char *
outline_number (const Tree *self, guint index, SlCsvRole role)
{
  char *number = draft_at (self->drafts, index)->number != NULL
                     ? g_strdup (draft_at (self->drafts, index)->number)
                     : own_cell (self, index, role);

  if (strlen (number) > MAX_PATH)
    number[0] = '\0';
  while (g_str_has_suffix (number, "."))
    number[strlen (number) - 1] = '\0';
  return number;
}

static guint
count_points (const char *path)
{
  guint n = 0;

  for (; *path != '\0'; path++)
    n += *path == '.';
  return MIN (n, MAX_POINTS - 1);
}

/* The path of a draft, mended if it occurred before; @last: the last one of each depth. */
static char *
take_path (const Tree *self, guint index, SlCsvRole role, GHashTable *paths, const char **last)
{
  g_autofree char *path = outline_number (self, index, role);
  char *mended = NULL;

  if (*path == '\0' || !g_hash_table_contains (paths, path))
    return g_steal_pointer (&path);
  mended = mend_number (path, last[count_points (path)]);
  if (mended != NULL)
    warn_row (self, index, _ ("the outline number “%s” comes behind 9; a 0 was added"), path);
  else if (role == SL_CSV_OUTLINE)
    warn_row (self, index, _ ("the outline number “%s” occurs more than once"), path);
  return mended != NULL ? mended : g_steal_pointer (&path);
}

static void
use_paths (const Tree *self, SlCsvRole role)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *last[MAX_POINTS] = { NULL };

  for (guint i = 0; i < self->drafts->len; i++)
    {
      char *path = take_path (self, i, role, index, last);

      g_ptr_array_add (paths, path);
      if (*path != '\0' && !g_hash_table_contains (index, path))
        g_hash_table_insert (index, path, GUINT_TO_POINTER (i + 1));
      last[count_points (path)] = path;
    }
  for (guint i = 0; i < self->drafts->len; i++)
    draft_at (self->drafts, i)->parent = find_above (index, g_ptr_array_index (paths, i));
}

/* --- By levels, indentation and types --- */

/* An open branch while the rows go by. */
typedef struct
{
  guint level;
  guint draft;
} Branch;

static void
stack_draft (const Tree *self, GArray *branches, guint index, guint level)
{
  Branch branch = { level, index };

  while (branches->len > 0 && g_array_index (branches, Branch, branches->len - 1).level >= level)
    g_array_set_size (branches, branches->len - 1);
  draft_at (self->drafts, index)->parent
      = branches->len > 0 ? (int)g_array_index (branches, Branch, branches->len - 1).draft : -1;
  g_array_append_val (branches, branch);
}

static void
use_levels (const Tree *self)
{
  g_autoptr (GArray) branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  gint64 last = -1;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      g_autofree char *cell = own_cell (self, i, SL_CSV_LEVEL);
      gint64 level = MAX (last, 0);

      if ((!sl_read_int (cell, &level) || level < 0 || level > G_MAXINT) && *cell != '\0')
        {
          warn_row (self, i, _ ("“%s” is no level; that of the row above was taken"), cell);
          level = MAX (last, 0);
        }
      else if (last >= 0 && level > last + 1)
        warn_row (self, i, _ ("the level jumps to %s; the row was put below the one above"), cell);
      stack_draft (self, branches, i, (guint)level);
      last = level;
    }
}

/* One blank in front of a title is a slip; several, or several widths, are an outline. */
static gboolean
is_indented (const Tree *self)
{
  guint first = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      guint indent = draft_at (self->drafts, i)->indent;

      if (indent > 1 || (indent > 0 && first > 0 && indent != first))
        return TRUE;
      if (indent > 0)
        first = indent;
    }
  return FALSE;
}

static void
use_indents (const Tree *self)
{
  g_autoptr (GArray) branches = g_array_new (FALSE, FALSE, sizeof (Branch));

  if (!is_indented (self))
    return;
  for (guint i = 0; i < self->drafts->len; i++)
    stack_draft (self, branches, i, draft_at (self->drafts, i)->indent);
}

/* Some exports state no tree, but a key result follows its objective. Only where nearly all types
 * are words that we know: else their order means something else. */
static void
use_types (const Tree *self)
{
  g_autoptr (GArray) branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  g_autofree guint *ranks = g_new0 (guint, self->drafts->len + 1);
  guint n_known = 0, last = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      g_autofree char *cell = own_cell (self, i, SL_CSV_TYPE);
      SlImportItemType type;

      if (sl_csv_type_of_word (cell, self->options->rows_are_goals, &type, &ranks[i]))
        n_known++;
      else
        ranks[i] = last;
      last = ranks[i];
    }
  for (guint i = 0; n_known * 5 >= self->drafts->len * 4 && i < self->drafts->len; i++)
    stack_draft (self, branches, i, ranks[i]);
}

static void
find_parents (const Tree *self)
{
  const SlCsvTable *table = self->table;
  gboolean numbered = self->drafts->len > 0 && draft_at (self->drafts, 0)->number != NULL;

  if (sl_csv_find_role (table, SL_CSV_LEVEL_TITLE) >= 0)
    return;
  if (sl_csv_find_role (table, SL_CSV_PARENT) >= 0)
    use_parents (self);
  if (!has_parents (self) && (numbered || sl_csv_find_role (table, SL_CSV_OUTLINE) >= 0))
    use_paths (self, SL_CSV_OUTLINE);
  if (!has_parents (self) && sl_csv_find_role (table, SL_CSV_LEVEL) >= 0)
    use_levels (self);
  if (!has_parents (self))
    use_indents (self);
  if (!has_parents (self) && sl_csv_find_role (table, SL_CSV_ID) >= 0)
    use_paths (self, SL_CSV_ID);
  if (!has_parents (self) && sl_csv_find_role (table, SL_CSV_TYPE) >= 0)
    use_types (self);
}

/* --- Making it a tree --- */

/* The draft on the circle that stands first in the table. */
static guint
first_of_circle (const Tree *self, guint member)
{
  guint first = member;

  for (int i = draft_at (self->drafts, member)->parent; i != (int)member;
       i = draft_at (self->drafts, i)->parent)
    first = MIN (first, (guint)i);
  return first;
}

static void
break_circles (const Tree *self)
{
  g_autofree guint *walk = g_new0 (guint, self->drafts->len + 1);

  /* walk[i]: the walk that came by draft i; meeting one's own trace is a circle. */
  for (guint i = 0; i < self->drafts->len; i++)
    {
      int at = (int)i;

      while (at >= 0 && walk[at] == 0)
        {
          walk[at] = i + 1;
          at = draft_at (self->drafts, at)->parent;
        }
      if (at >= 0 && walk[at] == i + 1)
        {
          guint first = first_of_circle (self, (guint)at);

          warn_row (self, first,
                    _ ("“%s” is part of itself by way of its parents; it became a root"),
                    draft_at (self->drafts, first)->title);
          draft_at (self->drafts, first)->parent = -1;
        }
    }
}

/* Positions of the drafts in preorder: parents first, siblings as in the table. */
static guint *
sort_positions (const GArray *drafts)
{
  guint n = drafts->len;
  g_autofree int *child = g_new (int, n + 1);
  g_autofree int *next = g_new (int, n + 1);
  guint *order = g_new (guint, n + 1);
  guint count = 0;
  int first_root = -1;

  memset (child, 0xff, sizeof (int) * (n + 1));
  for (guint i = n; i > 0; i--)
    {
      int parent = draft_at (drafts, i - 1)->parent;
      int *head = parent >= 0 ? &child[parent] : &first_root;

      next[i - 1] = *head;
      *head = (int)i - 1;
    }
  for (int at = first_root; at >= 0;)
    {
      order[count++] = (guint)at;
      if (child[at] >= 0)
        {
          at = child[at];
          continue;
        }
      while (at >= 0 && next[at] < 0)
        at = draft_at (drafts, at)->parent;
      at = at >= 0 ? next[at] : -1;
    }
  g_assert (count == n);
  return order;
}

static gboolean
is_sorted (const GArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    if (draft_at (drafts, i)->parent >= (int)i)
      return FALSE;
  return TRUE;
}

/* Only where a child stands in front of its parent: else the table's own order stays. */
static void
sort_drafts (GArray *drafts)
{
  g_autofree guint *order = NULL;
  g_autofree int *place = NULL;
  g_autofree SlCsvDraft *sorted = NULL;

  if (is_sorted (drafts))
    return;
  order = sort_positions (drafts);
  place = g_new (int, drafts->len);
  sorted = g_new (SlCsvDraft, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    place[order[i]] = (int)i;
  for (guint i = 0; i < drafts->len; i++)
    {
      sorted[i] = *draft_at (drafts, order[i]);
      if (sorted[i].parent >= 0)
        sorted[i].parent = place[sorted[i].parent];
    }
  memcpy (drafts->data, sorted, sizeof (SlCsvDraft) * drafts->len);
}

GArray *
sl_csv_build_tree (const SlCsvTable *self, const SlImportOptions *options, SlImportPlan *plan)
{
  Tree tree = { self, options, plan, sl_csv_collect_drafts (self, plan) };

  if (!self->has_header)
    sl_csv_take_markers (tree.drafts);
  find_parents (&tree);
  break_circles (&tree);
  sort_drafts (tree.drafts);
  return tree.drafts;
}

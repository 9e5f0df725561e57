/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Predecessors in cells: "4", "3FS+2d;7SS-1 week" of Microsoft Project in four languages, keys of
 * trackers, titles, and TaskJuggler's "Title (id) ]->[ date". */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-text.h"
#include "io/sl-read.h"

typedef struct
{
  const SlCsvTable *table;
  const GArray *drafts;
  SlImportPlan *plan;
  GHashTable *names; /* id, outline number or folded title -> item index + 1 */
  int *row_items; /* item of each row, or -1; NULL where a column of ids says what numbers mean */
} Links;

/* The letters of Project for the four types: English, German, French, Spanish. */
static const struct
{
  const char *letters;
  int type;
} types[] = {
  { "FS", SL_DEPENDENCY_FS }, { "EA", SL_DEPENDENCY_FS }, { "FD", SL_DEPENDENCY_FS },
  { "FC", SL_DEPENDENCY_FS }, { "SS", SL_DEPENDENCY_SS }, { "AA", SL_DEPENDENCY_SS },
  { "DD", SL_DEPENDENCY_SS }, { "CC", SL_DEPENDENCY_SS }, { "FF", SL_DEPENDENCY_FF },
  { "EE", SL_DEPENDENCY_FF }, { "SF", SL_DEPENDENCY_SF }, { "AE", SL_DEPENDENCY_SF },
  { "DF", SL_DEPENDENCY_SF }, { "CF", SL_DEPENDENCY_SF },
};

static void
remember (Links *self, char *name, guint item)
{
  g_strstrip (name);
  if (*name == '\0' || g_hash_table_contains (self->names, name))
    g_free (name);
  else
    g_hash_table_insert (self->names, name, GUINT_TO_POINTER (item + 1));
}

/* Ids come before outline numbers, these before titles. */
static void
index_names (Links *self)
{
  const SlCsvRole roles[] = { SL_CSV_ID, SL_CSV_OUTLINE };

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      int column = sl_csv_find_role (self->table, roles[r]);

      for (guint i = 0; column >= 0 && i < self->drafts->len; i++)
        {
          const SlCsvDraft *draft = &g_array_index (self->drafts, SlCsvDraft, i);

          if (!draft->bare)
            remember (self, g_strdup (sl_csv_table_cell (self->table, draft->row, (guint)column)),
                      i);
        }
    }
  for (guint i = 0; i < self->drafts->len; i++)
    remember (self, sl_text_fold (g_array_index (self->drafts, SlCsvDraft, i).title), i);
}

/* Without ids, "3" is the third row of data. */
static void
index_rows (Links *self)
{
  if (sl_csv_find_role (self->table, SL_CSV_ID) >= 0)
    return;
  self->row_items = g_new (int, self->table->rows->len);
  memset (self->row_items, 0xff, sizeof (int) * self->table->rows->len);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const SlCsvDraft *draft = &g_array_index (self->drafts, SlCsvDraft, i);

      if (!draft->bare)
        self->row_items[draft->row] = (int)i;
    }
}

static int
find_item (const Links *self, const char *name)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));
  gint64 number;

  if (found == 0)
    {
      g_autofree char *folded = sl_text_fold (name);

      found = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, folded));
    }
  if (found == 0 && self->row_items != NULL && sl_read_int (name, &number) && number > 0
      && number <= self->table->rows->len - sl_csv_first_row (self->table))
    return self->row_items[number - 1 + sl_csv_first_row (self->table)];
  return (int)found - 1;
}

static void
warn_link (const Links *self, guint item, const char *format, const char *value)
{
  sl_import_plan_warn_value (self->plan, sl_import_plan_item (self->plan, item)->place, format,
                             value);
}

/* Cuts "+2d" or "-1 week" off the end of @name. */
static void
take_lag (const Links *self, guint item, char *name, double *lag, gboolean *elapsed)
{
  char *sign = strrchr (name, '+');
  char *minus = strrchr (name, '-');

  if (sign == NULL || (minus != NULL && minus > sign))
    sign = minus;
  if (sign == NULL || sign == name)
    return;
  if (strchr (sign, '%') != NULL)
    warn_link (self, item, _ ("the lag of “%s” is a percentage and was left out"), name);
  else if (!sl_csv_read_span (sign, lag, elapsed))
    return;
  *sign = '\0';
  g_strchomp (name);
}

static int
take_type (char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; length > 2 && i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (name + length - 2, types[i].letters) == 0)
      {
        name[length - 2] = '\0';
        g_strchomp (name);
        return types[i].type;
      }
  return SL_DEPENDENCY_FS;
}

/* One predecessor: the name, as far as it can be found, then type and lag off its end. */
static void
read_token (const Links *self, guint item, const char *token)
{
  g_autofree char *name = g_strstrip (g_strdup (token));
  int type = SL_DEPENDENCY_FS;
  double lag = 0;
  gboolean elapsed = FALSE;
  int before;

  if (*name == '\0')
    return;
  self->plan->n_links_read++;
  /* The whole first: a title may end in letters that look like a type. */
  before = find_item (self, name);
  if (before < 0)
    {
      take_lag (self, item, name, &lag, &elapsed);
      before = find_item (self, name);
    }
  if (before < 0)
    {
      type = take_type (name);
      before = find_item (self, name);
    }
  if (before >= 0)
    sl_import_plan_add_link (self->plan, (guint)before, item, type, lag, elapsed);
  else
    warn_link (self, item, _ ("the predecessor “%s” is not in the table"), token);
}

/* "Alpha Test (AcSo.test.alpha) ]->[ 2002-04-03 12:00, ..."; the arrow goes from end or start of
 * the one to start or end of the other. */
static void
read_taskjuggler (const Links *self, guint item, const char *cell)
{
  static const struct
  {
    const char *arrow;
    int type;
  } arrows[] = { { "]->[", SL_DEPENDENCY_FS },
                 { "[->[", SL_DEPENDENCY_SS },
                 { "]->]", SL_DEPENDENCY_FF },
                 { "[->]", SL_DEPENDENCY_SF } };

  const char *begin = cell;

  for (const char *p = strstr (cell, "->"); p != NULL; p = strstr (p + 1, "->"))
    for (guint i = 0; p > begin && i < G_N_ELEMENTS (arrows); i++)
      {
        g_autofree char *head = NULL;
        char *open, *close;
        int before = -1;

        if (strncmp (p - 1, arrows[i].arrow, strlen (arrows[i].arrow)) != 0)
          continue;
        head = g_strndup (begin, (gsize)(p - begin));
        begin = p + 2;
        close = strrchr (head, ')');
        if (close != NULL)
          *close = '\0';
        open = strrchr (head, '(');
        self->plan->n_links_read++;
        if (open != NULL && close != NULL && open < close)
          before = find_item (self, open + 1);
        if (before >= 0)
          sl_import_plan_add_link (self->plan, (guint)before, item, arrows[i].type, 0, FALSE);
        else
          warn_link (self, item, _ ("the predecessor “%s” is not in the table"), head);
        break;
      }
}

/* Where the token at @p ends. A comma parts tokens where no semicolon does, unless it stands in the
 * number of a lag: "3FS+1,5 days". */
static gsize
token_length (const char *p, gboolean by_comma)
{
  gboolean in_lag = FALSE;
  gsize n;

  for (n = 0; p[n] != '\0' && p[n] != '\n' && p[n] != ';'; n++)
    {
      in_lag = in_lag || p[n] == '+' || p[n] == '-';
      if (p[n] == ',' && by_comma
          && !(in_lag && g_ascii_isdigit (p[n - 1]) && g_ascii_isdigit (p[n + 1])))
        break;
    }
  return n;
}

static void
read_cell (const Links *self, guint item, const char *cell)
{
  gboolean by_comma = strchr (cell, ';') == NULL;

  if (strstr (cell, "]->") != NULL || strstr (cell, "[->") != NULL)
    {
      read_taskjuggler (self, item, cell);
      return;
    }
  if (find_item (self, cell) >= 0)
    {
      read_token (self, item, cell);
      return;
    }
  for (const char *p = cell; *p != '\0';)
    {
      gsize length = token_length (p, by_comma);
      g_autofree char *token = g_strndup (p, length);

      read_token (self, item, token);
      p += length + (p[length] != '\0');
    }
}

void
sl_csv_read_links (const SlCsvTable *self, const GArray *drafts, SlImportPlan *plan)
{
  Links links = { .table = self, .drafts = drafts, .plan = plan };
  int column = sl_csv_find_role (self, SL_CSV_BEFORE);

  if (column < 0)
    return;
  links.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_names (&links);
  index_rows (&links);
  for (guint i = 0; i < drafts->len; i++)
    {
      const SlCsvDraft *draft = &g_array_index (drafts, SlCsvDraft, i);
      const char *cell = sl_csv_plain_text (sl_csv_table_cell (self, draft->row, (guint)column));

      if (!draft->bare && *cell != '\0')
        read_cell (&links, i, cell);
    }
  g_hash_table_unref (links.names);
  g_free (links.row_items);
}

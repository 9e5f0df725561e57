/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From rows to drafts of items: which cell is the title, and what is only decoration of it. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

guint
sl_csv_row_number (const SlCsvTable *self, guint row)
{
  return g_array_index (self->row_numbers, guint, row);
}

char *
sl_csv_place (const SlCsvTable *self, guint row)
{
  return g_strdup_printf (_ ("row %u"), sl_csv_row_number (self, row));
}

static void
clear_draft (gpointer data)
{
  SlCsvDraft *draft = data;

  g_free (draft->title);
  g_free (draft->number);
}

static GArray *
new_drafts (void)
{
  GArray *drafts = g_array_new (FALSE, TRUE, sizeof (SlCsvDraft));

  g_array_set_clear_func (drafts, clear_draft);
  return drafts;
}

/* A blank of the beginning of @p: its length in bytes, and how far it indents. */
static gsize
blank_at (const char *p, guint *width)
{
  *width = 1;
  if (*p == ' ')
    return 1;
  if (*p == '\t')
    {
      *width = 4;
      return 1;
    }
  if (strncmp (p, "\xc2\xa0", 2) == 0)
    return 2;
  return 0;
}

static SlCsvDraft
make_draft (guint row, int column, const char *cell)
{
  SlCsvDraft draft = { .row = row, .column = column, .parent = -1 };
  const char *p = sl_csv_plain_text (cell);
  gsize length;
  guint width;

  for (; (length = blank_at (p, &width)) > 0; p += length)
    draft.indent += width;
  draft.title = g_strchomp (g_strdup (p));
  return draft;
}

static gboolean
has_content (const SlCsvTable *self, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->roles[i] != SL_CSV_IGNORE && *sl_csv_table_cell (self, row, i) != '\0')
      return TRUE;
  return FALSE;
}

static void
warn_untitled (const SlCsvTable *self, guint row, SlImportPlan *plan)
{
  g_autofree char *place = NULL;

  if (!has_content (self, row))
    return;
  place = sl_csv_place (self, row);
  sl_import_plan_warn (plan, place, _ ("the row has no title and was left out"));
}

/* --- Columns of levels --- */

typedef struct
{
  int column;
  int open; /* draft whose branch is open on this level, or -1 */
} Level;

static GArray *
level_columns (const SlCsvTable *self)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (Level));

  for (guint i = 0; i < self->n_columns; i++)
    if (self->roles[i] == SL_CSV_LEVEL_TITLE)
      {
        Level level = { (int)i, -1 };

        g_array_append_val (levels, level);
      }
  return levels;
}

/* One row may open a branch and hold a leaf: Growth | New markets | Enter Norway. What it repeats
 * of the row above is the branch that is open. */
static void
add_level_row (const SlCsvTable *self, guint row, GArray *levels, GArray *drafts,
               SlImportPlan *plan)
{
  int parent = -1;
  guint n_cells = 0, n_before = drafts->len;

  for (guint i = 0; i < levels->len; i++)
    {
      Level *level = &g_array_index (levels, Level, i);
      SlCsvDraft draft
          = make_draft (row, level->column, sl_csv_table_cell (self, row, (guint)level->column));

      if (*draft.title == '\0')
        {
          g_free (draft.title);
          /* Blank means: as above, as long as nothing was opened to the left. */
          if (drafts->len == n_before && level->open >= 0)
            parent = level->open;
          continue;
        }
      n_cells++;
      if (drafts->len == n_before && level->open >= 0
          && strcmp (g_array_index (drafts, SlCsvDraft, level->open).title, draft.title) == 0)
        {
          g_free (draft.title);
          parent = level->open;
          continue;
        }
      draft.parent = parent;
      draft.bare = TRUE;
      parent = level->open = (int)drafts->len;
      g_array_append_val (drafts, draft);
      for (guint j = i + 1; j < levels->len; j++)
        g_array_index (levels, Level, j).open = -1;
    }
  if (drafts->len > n_before)
    g_array_index (drafts, SlCsvDraft, drafts->len - 1).bare = FALSE;
  else if (n_cells > 0)
    {
      g_autofree char *place = sl_csv_place (self, row);

      sl_import_plan_warn (plan, place, _ ("the row repeats the one above and was left out"));
    }
  else
    warn_untitled (self, row, plan);
}

GArray *
sl_csv_collect_drafts (const SlCsvTable *self, SlImportPlan *plan)
{
  GArray *drafts = new_drafts ();
  g_autoptr (GArray) levels = level_columns (self);
  int title = sl_csv_find_role (self, SL_CSV_TITLE);

  for (guint row = sl_csv_first_row (self); row < self->rows->len; row++)
    if (levels->len > 0)
      add_level_row (self, row, levels, drafts, plan);
    else
      {
        SlCsvDraft draft
            = make_draft (row, title, title < 0 ? "" : sl_csv_table_cell (self, row, (guint)title));

        if (*draft.title != '\0')
          {
            g_array_append_val (drafts, draft);
            continue;
          }
        g_free (draft.title);
        warn_untitled (self, row, plan);
      }
  return drafts;
}

/* --- Bullets and numbers in front of titles --- */

/* Bytes of a bullet and the blank behind it, or 0. */
static gsize
bullet_length (const char *title)
{
  static const char *const bullets[] = { "-", "*", "•", "◦", "▪", "‣", "·", "–", "—", "o" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]);
      guint width;

      if (strncmp (title, bullets[i], n) == 0 && blank_at (title + n, &width) > 0)
        return n + blank_at (title + n, &width);
    }
  return 0;
}

/* Bytes of "1.2 ", "1.2) ", "3. "; @number: (out): "1.2". A number without a point, as in "3
 * markets", is part of the title. */
static gsize
number_length (const char *title, char **number)
{
  gsize n = strspn (title, "0123456789.");
  gsize n_number = n;
  guint width;

  *number = NULL;
  if (n == 0 || !g_ascii_isdigit (title[0]) || strstr (title, "..") == title)
    return 0;
  while (n_number > 0 && title[n_number - 1] == '.')
    n_number--;
  if (title[n] == ')')
    n++;
  else if (memchr (title, '.', n) == NULL)
    return 0;
  if (blank_at (title + n, &width) == 0)
    return 0;
  *number = g_strndup (title, n_number);
  return n + blank_at (title + n, &width);
}

static void
cut_title (SlCsvDraft *draft, gsize length)
{
  char *rest = g_strchug (g_strdup (draft->title + length));

  g_free (draft->title);
  draft->title = rest;
}

void
sl_csv_take_markers (GArray *drafts)
{
  guint n_bullets = 0, n_numbers = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      SlCsvDraft *draft = &g_array_index (drafts, SlCsvDraft, i);

      n_bullets += bullet_length (draft->title) > 0;
      n_numbers += number_length (draft->title, &draft->number) > 0;
    }
  for (guint i = 0; i < drafts->len; i++)
    {
      SlCsvDraft *draft = &g_array_index (drafts, SlCsvDraft, i);
      g_autofree char *unused = NULL;

      /* One title may begin with a number by itself; only where all do, it is a numbering. */
      if (n_numbers == drafts->len)
        cut_title (draft, number_length (draft->title, &unused));
      else
        g_clear_pointer (&draft->number, g_free);
      if (n_bullets * 2 > drafts->len)
        cut_title (draft, bullet_length (draft->title));
    }
}

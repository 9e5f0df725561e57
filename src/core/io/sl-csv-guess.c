/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table mean. Headers speak first; the cells below
 * have to agree. A table without a header is understood by its cells alone. The guess is shown to
 * the user, who has the last word. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <langinfo.h>
#include <string.h>

#include "io/sl-read.h"

/* Rows that a header may have above it: a title, a date, a blank. */
#define MAX_ABOVE 10
/* Cells that a guess looks at. */
#define SAMPLE_ROWS 1000

guint
sl_csv_first_row (const SlCsvTable *self)
{
  return self->has_header ? 1 : 0;
}

int
sl_csv_find_role (const SlCsvTable *self, SlCsvRole role)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->roles[i] == (int)role)
      return (int)i;
  return -1;
}

/* --- What a column holds --- */

typedef struct
{
  guint n_filled;
  guint n_dates;
  guint n_numbers;
  guint n_levels;   /* whole numbers from 0 to 64 */
  guint n_outlines; /* 1, 1.2, 1.2.3 */
  guint n_flags;    /* yes, no, x */
  guint n_percent;  /* with the sign */
  gsize n_chars;
} Content;

static gboolean
is_outline (const char *cell)
{
  const char *p = cell;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && !(*p == '.' && p[1] != '.'))
      return FALSE;
  return TRUE;
}

static gboolean
is_number (const char *cell)
{
  gsize length = strspn (cell, "+-0123456789.,' ");

  return length > 0 && strpbrk (cell, "0123456789") != NULL
         && (cell[length] == '\0' || strcmp (cell + length, "%") == 0
             || strcmp (cell + length, "\xc2\xa0%") == 0);
}

static gboolean
is_flag (const char *cell)
{
  static const char *const words[]
      = { "yes", "no", "true", "false", "x", "ja", "nein", "oui", "non", "sí", "si", NULL };
  g_autofree char *lower = g_ascii_strdown (cell, -1);

  return g_strv_contains (words, lower);
}

static void
look_at_column (const SlCsvTable *self, guint column, Content *content)
{
  *content = (Content){ 0 };
  for (guint row = sl_csv_first_row (self); row < MIN (self->rows->len, SAMPLE_ROWS); row++)
    {
      const char *raw = sl_csv_table_cell (self, row, column);
      g_autofree char *cell = NULL;
      gint64 level;

      if (*raw == '\0' || strlen (raw) > 200)
        {
          content->n_filled += *raw != '\0';
          content->n_chars += strlen (raw);
          continue;
        }
      cell = g_strstrip (g_strdup (raw));
      content->n_filled++;
      content->n_chars += strlen (cell);
      content->n_dates += sl_csv_date_shape (cell) != SL_CSV_DATE_NONE;
      content->n_numbers += is_number (cell);
      content->n_levels += sl_read_int (cell, &level) && level >= 0 && level <= 64;
      content->n_outlines += is_outline (cell);
      content->n_flags += is_flag (cell);
      content->n_percent += strchr (cell, '%') != NULL && is_number (cell);
    }
}

static gboolean
is_text (const Content *content)
{
  guint other = content->n_dates + content->n_numbers + content->n_flags;

  return content->n_filled > 0 && other * 2 < content->n_filled;
}

/* Whether the cells can be what the header says. */
static gboolean
agrees (SlCsvRole role, const Content *content)
{
  if (content->n_filled == 0)
    return TRUE;
  switch (role)
    {
    case SL_CSV_TITLE:
      return content->n_flags * 2 < content->n_filled;
    case SL_CSV_LEVEL:
      return content->n_levels == content->n_filled;
    case SL_CSV_OUTLINE:
      return content->n_outlines * 5 >= content->n_filled * 4;
    case SL_CSV_START:
    case SL_CSV_DUE:
      /* plain numbers may be the days of Excel */
      return (content->n_dates + content->n_numbers) * 4 >= content->n_filled
             || content->n_filled < 4;
    case SL_CSV_PROGRESS:
    case SL_CSV_DURATION:
    case SL_CSV_EFFORT:
      return content->n_dates * 2 < content->n_filled || content->n_numbers > 0;
    default:
      return TRUE;
    }
}

/* --- The header --- */

/* Level 1, Level 2 ...; Ebene 1, Ebene 2 ...: the number, or 0. */
static guint
numbered_level (const char *header)
{
  static const char *const words[]
      = { "level", "ebene", "stufe", "niveau", "nivel", "goal", "ziel", "objective", "tier", NULL };
  g_autofree char *normal = sl_csv_normalise_header (header);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number;

      if (g_str_has_prefix (normal, words[i]) && sl_read_int (normal + strlen (words[i]), &number)
          && number >= 0 && number <= 64)
        return (guint)number + 1;
    }
  return 0;
}

/* Whether a cell of a first row is a header by its words. A lone column may hold any word as its
 * first entry; only what must be the name of a list counts there. */
static gboolean
is_known_header (const SlCsvTable *self, const char *cell)
{
  guint score;
  SlCsvRole role = sl_csv_role_of_header (cell, &score);

  if (self->n_columns == 1)
    return role == SL_CSV_TITLE && score == 100;
  return role != SL_CSV_IGNORE || numbered_level (cell) > 0 || sl_csv_rank_of_header (cell) > 0;
}

static guint
count_known (const SlCsvTable *self, guint row, guint *n_filled)
{
  guint n = 0;

  *n_filled = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = sl_csv_table_cell (self, row, i);

      *n_filled += *cell != '\0';
      n += is_known_header (self, cell);
    }
  return n;
}

/* A first row without known words is a header where it is all text and something below is not. */
static gboolean
is_unknown_header (const SlCsvTable *self)
{
  gboolean differs = FALSE;

  if (self->rows->len < 2 || self->n_columns < 2)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = sl_csv_table_cell (self, 0, i);
      Content below = { 0 };

      if (is_number (cell) || sl_csv_date_shape (cell) != SL_CSV_DATE_NONE)
        return FALSE;
      for (guint row = 1; row < MIN (self->rows->len, SAMPLE_ROWS); row++)
        {
          const char *other = sl_csv_table_cell (self, row, i);

          below.n_filled += *other != '\0';
          below.n_numbers += is_number (other) || sl_csv_date_shape (other) != SL_CSV_DATE_NONE;
        }
      differs
          = differs
            || (*cell != '\0' && below.n_filled > 0 && below.n_numbers * 5 >= below.n_filled * 4);
    }
  return differs;
}

/* An outline by columns: each row has one cell, the first in the first column. */
static gboolean
is_nested (const SlCsvTable *self)
{
  if (self->n_columns < 2 || self->rows->len < 2 || *sl_csv_table_cell (self, 0, 0) == '\0')
    return FALSE;
  for (guint row = 0; row < self->rows->len; row++)
    {
      guint n_filled = 0;

      for (guint i = 0; i < self->n_columns; i++)
        n_filled += *sl_csv_table_cell (self, row, i) != '\0';
      if (n_filled != 1)
        return FALSE;
    }
  return TRUE;
}

/* Drops the rows above the header, if there are any. */
static void
find_header (SlCsvTable *self, const SlImportOptions *options)
{
  guint best_row = 0, best = 0;

  if (options->no_header || self->rows->len == 0 || is_nested (self))
    return;
  for (guint row = 0; row < MIN (self->rows->len, MAX_ABOVE); row++)
    {
      guint n_filled;
      guint known = count_known (self, row, &n_filled);

      /* Further down only a clear case counts: rows of data hold such words, too. */
      if (row > 0 && (known < 2 || known * 2 < n_filled || best > 0))
        continue;
      if (known > best && known * 3 >= n_filled)
        {
          best = known;
          best_row = row;
        }
    }
  if (best == 0)
    {
      self->has_header = is_unknown_header (self);
      return;
    }
  self->has_header = TRUE;
  self->n_above = best_row;
  if (best_row == 0)
    return;
  g_ptr_array_remove_range (self->rows, 0, best_row);
  g_array_remove_range (self->row_numbers, 0, best_row);
  g_array_remove_range (self->widths, 0, best_row);
}

/* Some programs put a second table below the first, of resources below tasks. It has a header that
 * begins like the first. */
static void
cut_second_table (SlCsvTable *self)
{
  const char *first = sl_csv_table_cell (self, 0, 0);

  if (!self->has_header || *first == '\0')
    return;
  for (guint row = 1; row < self->rows->len; row++)
    {
      guint n_filled;

      if (strcmp (sl_csv_table_cell (self, row, 0), first) != 0
          || count_known (self, row, &n_filled) < 2)
        continue;
      self->n_below = self->rows->len - row;
      g_ptr_array_set_size (self->rows, (int)row);
      g_array_set_size (self->row_numbers, row);
      g_array_set_size (self->widths, row);
    }
}

/* --- The roles --- */

/* Two or more columns that name levels, from left to right and from above to below. */
static void
guess_level_titles (SlCsvTable *self, guint (*rank_of) (const char *))
{
  guint n = 0, last = 0;
  g_autofree gboolean *chosen = g_new0 (gboolean, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint rank = rank_of (sl_csv_table_cell (self, 0, i));
      Content content;

      look_at_column (self, i, &content);
      if (rank <= last || (content.n_filled > 0 && !is_text (&content)))
        continue;
      chosen[i] = TRUE;
      last = rank;
      n++;
    }
  for (guint i = 0; n >= 2 && i < self->n_columns; i++)
    if (chosen[i])
      self->roles[i] = SL_CSV_LEVEL_TITLE;
}

/* The name of a field that has no role of its own, as our exports write it. */
static gboolean
is_field_name (const char *header)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int field = sl_kind_field (sl_kind (kinds[i]), header);

      if (field >= 0 && sl_kind (kinds[i])->fields[field].type != SL_REF)
        return TRUE;
    }
  return FALSE;
}

/* One column a role: the surest header whose cells agree, the leftmost of equals. */
static void
guess_by_header (SlCsvTable *self)
{
  guint scores[SL_N_CSV_ROLES] = { 0 };
  int columns[SL_N_CSV_ROLES];

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint score;
      SlCsvRole role = sl_csv_role_of_header (sl_csv_table_cell (self, 0, i), &score);
      Content content;

      if (role == SL_CSV_IGNORE || self->roles[i] != SL_CSV_IGNORE || score <= scores[role])
        continue;
      look_at_column (self, i, &content);
      if (!agrees (role, &content))
        continue;
      /* A column of nothing is better than none, but any other is better than it. */
      score = content.n_filled > 0 ? score : score / 4;
      if (score <= scores[role])
        continue;
      scores[role] = score;
      columns[role] = (int)i;
    }
  for (guint role = 0; role < SL_N_CSV_ROLES; role++)
    if (scores[role] > 0)
      self->roles[columns[role]] = (int)role;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *header = sl_csv_table_cell (self, 0, i);

      if (self->roles[i] != SL_CSV_IGNORE)
        continue;
      /* Jira's title, but beside a title it is our own notes. */
      if (strcmp (header, "summary") == 0 && scores[SL_CSV_NOTE] == 0)
        self->roles[i] = SL_CSV_NOTE;
      else if (is_field_name (header))
        self->roles[i] = SL_CSV_FIELD;
    }
}

/* Columns of dates and of percents speak for themselves. */
static void
guess_by_content (SlCsvTable *self)
{
  int first_date = -1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Content content;

      if (self->roles[i] != SL_CSV_IGNORE)
        continue;
      look_at_column (self, i, &content);
      if (content.n_filled == 0)
        continue;
      if (content.n_dates * 5 >= content.n_filled * 4)
        {
          if (sl_csv_find_role (self, SL_CSV_DUE) < 0)
            {
              self->roles[i] = SL_CSV_DUE;
              first_date = (int)i;
            }
          else if (first_date >= 0 && sl_csv_find_role (self, SL_CSV_START) < 0)
            {
              self->roles[first_date] = SL_CSV_START;
              self->roles[i] = SL_CSV_DUE;
            }
        }
      else if (content.n_percent * 5 >= content.n_filled * 4
               && sl_csv_find_role (self, SL_CSV_PROGRESS) < 0)
        self->roles[i] = SL_CSV_PROGRESS;
    }
}

/* Something has to be the title: the first column of text, else notes, else the first column. */
static void
ensure_title (SlCsvTable *self)
{
  int fallback = -1;

  if (sl_csv_find_role (self, SL_CSV_TITLE) >= 0
      || sl_csv_find_role (self, SL_CSV_LEVEL_TITLE) >= 0)
    return;
  for (guint i = 0; i < self->n_columns && fallback < 0; i++)
    {
      Content content;

      look_at_column (self, i, &content);
      if (self->roles[i] == SL_CSV_IGNORE && is_text (&content))
        fallback = (int)i;
    }
  if (fallback < 0)
    fallback = sl_csv_find_role (self, SL_CSV_NOTE);
  if (fallback < 0)
    fallback = sl_csv_find_role (self, SL_CSV_MEASURE);
  self->roles[MAX (fallback, 0)] = SL_CSV_TITLE;
}

/* --- Parents and ids --- */

static GHashTable *
collect_values (const SlCsvTable *self, guint column)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = sl_csv_first_row (self); row < self->rows->len; row++)
    {
      const char *cell = sl_csv_table_cell (self, row, column);

      if (*cell != '\0')
        g_hash_table_add (values, (gpointer)cell);
    }
  return values;
}

/* Trackers export several ids; the one that counts is the one that parents are named by. */
static void
choose_id (SlCsvTable *self)
{
  int parent = sl_csv_find_role (self, SL_CSV_PARENT);
  int id = sl_csv_find_role (self, SL_CSV_ID);
  g_autoptr (GHashTable) wanted = NULL;
  guint best = 0;
  int best_column = id;

  if (parent < 0 || !self->has_header)
    return;
  wanted = collect_values (self, (guint)parent);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GHashTable) values = NULL;
      GHashTableIter iter;
      gpointer value;
      guint n = 0;

      if ((int)i != id
          && (self->roles[i] != SL_CSV_IGNORE
              || sl_csv_role_of_header (sl_csv_table_cell (self, 0, i), NULL) != SL_CSV_ID))
        continue;
      values = collect_values (self, i);
      g_hash_table_iter_init (&iter, wanted);
      while (g_hash_table_iter_next (&iter, &value, NULL))
        n += g_hash_table_contains (values, value);
      if (n > best)
        {
          best = n;
          best_column = (int)i;
        }
    }
  if (best_column == id || best_column < 0)
    return;
  if (id >= 0)
    self->roles[id] = SL_CSV_IGNORE;
  self->roles[best_column] = SL_CSV_ID;
}

/* --- Dates --- */

/* Whether people here write the day before the month. */
static gboolean
locale_is_day_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strstr (format, "%d");
  const char *month = strstr (format, "%m");

  if (day == NULL)
    day = strstr (format, "%e");
  return month == NULL || (day != NULL && day < month);
}

/* Day or month first, by all dates of the table together; columns of their own mind are seen to
 * when they are read. */
static void
decide_dates (SlCsvTable *self, const SlImportOptions *options)
{
  guint n_day = 0, n_month = 0, n_both = 0, n_points = 0;

  for (guint i = 0; i < self->n_columns; i++)
    for (guint row = sl_csv_first_row (self); row < self->rows->len; row++)
      {
        const char *cell = sl_csv_table_cell (self, row, i);

        if (self->roles[i] != SL_CSV_START && self->roles[i] != SL_CSV_DUE)
          break;
        switch (sl_csv_date_shape (cell))
          {
          case SL_CSV_DATE_DAY_FIRST:
            n_day++;
            break;
          case SL_CSV_DATE_MONTH_FIRST:
            n_month++;
            break;
          case SL_CSV_DATE_BOTH:
            n_both++;
            n_points += strchr (cell, '.') != NULL;
            break;
          case SL_CSV_DATE_NONE:
          case SL_CSV_DATE_PLAIN:
            break;
          }
      }
  /* Nobody writes 12.31.2026. */
  self->dates_ambiguous = n_day == 0 && n_month == 0 && n_both > n_points;
  if (n_day != n_month)
    self->dates_day_first = n_day > n_month;
  else
    self->dates_day_first = !self->dates_ambiguous || locale_is_day_first ();
  if (options->dates_known)
    self->dates_day_first = options->day_first;
}

void
sl_csv_guess (SlCsvTable *self, const SlImportOptions *options)
{
  find_header (self, options);
  cut_second_table (self);
  self->roles = g_new0 (int, self->n_columns + 1);
  if (options->columns != NULL)
    for (guint i = 0; i < MIN (self->n_columns, options->n_columns); i++)
      self->roles[i] = CLAMP (options->columns[i], 0, SL_N_CSV_ROLES - 1);
  else
    {
      if (is_nested (self))
        for (guint i = 0; i < self->n_columns; i++)
          self->roles[i] = SL_CSV_LEVEL_TITLE;
      if (self->has_header)
        {
          guess_level_titles (self, numbered_level);
          if (sl_csv_find_role (self, SL_CSV_LEVEL_TITLE) < 0)
            guess_level_titles (self, sl_csv_rank_of_header);
          guess_by_header (self);
          choose_id (self);
        }
      else
        guess_by_content (self);
      ensure_title (self);
    }
  decide_dates (self, options);
}

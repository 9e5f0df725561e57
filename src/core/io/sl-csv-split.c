/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text to rows of cells, by RFC 4180 and what else is written: any line end, quoted line breaks,
 * quotation marks that are no quotes, rows of different width. A row is one block of memory, for a
 * table may have millions of cells. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "base/sl-text.h"

/* Rows that the separators compete on. */
#define SAMPLE_ROWS 60
/* Row numbers kept of the rows that differ in width. */
#define MAX_RAGGED 100
#define CANCEL_INTERVAL 1000

typedef struct
{
  const char *p;
  char separator;
  gboolean quotes_off; /* after a quote that is never closed */
  gboolean open_quote;
  GString *cells; /* of the row, each with its NUL */
  GArray *ends;   /* gsize: end of each cell in cells */
  guint n_cut;
} Splitter;

static void
splitter_init (Splitter *self, const char *text, char separator)
{
  *self = (Splitter){ .p = text,
                      .separator = separator,
                      .cells = g_string_new (NULL),
                      .ends = g_array_new (FALSE, FALSE, sizeof (gsize)) };
}

static void
splitter_clear (Splitter *self)
{
  g_string_free (self->cells, TRUE);
  g_array_unref (self->ends);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

/* The quote that ends the quoted text from @p on, or NULL. It stands before a separator or a line
 * end; one that does not is a slip, and counts only on the line where the text begins: further down
 * it rather belongs to another cell, and this one was never closed. */
static const char *
find_closing_quote (const Splitter *self, const char *p)
{
  gboolean first_line = TRUE;

  for (; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        first_line = FALSE;
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else if (first_line || p[1] == self->separator || is_line_end (p[1]))
        return p;
    }
  return NULL;
}

/* Appends the text between quotes with doubled quotes made single; moves behind it. */
static void
read_quoted (Splitter *self, const char *closing)
{
  for (self->p++; self->p < closing; self->p++)
    {
      g_string_append_c (self->cells, *self->p);
      if (*self->p == '"')
        self->p++;
    }
  self->p = closing + 1;
}

static void
read_cell (Splitter *self)
{
  if (*self->p == '"' && !self->quotes_off)
    {
      const char *closing = find_closing_quote (self, self->p + 1);

      if (closing != NULL)
        read_quoted (self, closing);
      else
        self->quotes_off = self->open_quote = TRUE;
    }
  /* Plain text, or whatever somebody wrote behind the closing quote. */
  for (; *self->p != self->separator && !is_line_end (*self->p); self->p++)
    g_string_append_c (self->cells, *self->p);
}

/* Makes what was appended since @begin fit for storage: clean and not too long. */
static void
finish_cell (Splitter *self, gsize begin)
{
  const char *cell = self->cells->str + begin;

  if (!sl_text_is_clean (cell, TRUE, SL_CSV_MAX_CELL_CHARS))
    {
      g_autofree char *clean = sl_text_clean (cell, TRUE, SL_CSV_MAX_CELL_CHARS);

      self->n_cut += self->cells->len - begin > SL_CSV_MAX_CELL_CHARS
                     && g_utf8_strlen (cell, -1) > SL_CSV_MAX_CELL_CHARS;
      g_string_truncate (self->cells, begin);
      g_string_append (self->cells, clean);
    }
  g_string_append_c (self->cells, '\0');
  g_array_append_val (self->ends, self->cells->len);
}

/* Reads one row into cells and ends; FALSE at the end of the text. */
static gboolean
read_row (Splitter *self)
{
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->ends, 0);
  if (*self->p == '\0')
    return FALSE;
  for (;;)
    {
      gsize begin = self->cells->len;

      read_cell (self);
      finish_cell (self, begin);
      if (*self->p != self->separator || *self->p == '\0')
        break;
      self->p++;
      if (self->ends->len > SL_CSV_MAX_COLUMNS)
        break;
    }
  if (*self->p == '\r' && self->p[1] == '\n')
    self->p += 2;
  else if (*self->p != '\0')
    self->p++;
  return TRUE;
}

static gboolean
is_blank (const Splitter *self)
{
  for (gsize i = 0; i < self->cells->len; i++)
    if (self->cells->str[i] != '\0' && !g_ascii_isspace (self->cells->str[i]))
      return FALSE;
  return TRUE;
}

/* The row as pointers and text in one block. */
static char **
pack_row (const Splitter *self)
{
  guint n = self->ends->len;
  char **row = g_malloc ((n + 1) * sizeof (char *) + self->cells->len);
  char *text = (char *)(row + n + 1);
  gsize begin = 0;

  memcpy (text, self->cells->str, self->cells->len);
  for (guint i = 0; i < n; i++)
    {
      row[i] = text + begin;
      begin = g_array_index (self->ends, gsize, i);
    }
  row[n] = NULL;
  return row;
}

static void
note_width (SlCsvTable *self, guint width, guint first_width, guint number)
{
  self->n_columns = MAX (self->n_columns, width);
  if (width == first_width)
    return;
  self->n_ragged++;
  if (self->ragged->len < MAX_RAGGED)
    g_array_append_val (self->ragged, number);
}

static gboolean
check_limits (const SlCsvTable *self, guint width, gsize n_cells, GError **error)
{
  if (width > SL_CSV_MAX_COLUMNS)
    g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the table has more than %d columns"),
                 SL_CSV_MAX_COLUMNS);
  else if (self->rows->len >= SL_CSV_MAX_ROWS)
    g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the table has more than %d rows"),
                 SL_CSV_MAX_ROWS);
  else if (n_cells > SL_CSV_MAX_CELLS)
    g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the table has more than %d cells"),
                 SL_CSV_MAX_CELLS);
  else
    return TRUE;
  return FALSE;
}

gboolean
sl_csv_split (SlCsvTable *self, const char *text, GCancellable *cancellable, GError **error)
{
  Splitter splitter;
  guint number = 0, first_width = 0;
  gsize n_cells = 0;
  gboolean ok = TRUE;

  splitter_init (&splitter, text, self->separator);
  while (ok && read_row (&splitter))
    {
      number++;
      if (is_blank (&splitter))
        continue;
      n_cells += splitter.ends->len;
      ok = check_limits (self, splitter.ends->len, n_cells, error);
      if (ok && number % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("stopped"));
          ok = FALSE;
        }
      if (!ok)
        break;
      if (self->rows->len == 0)
        first_width = splitter.ends->len;
      note_width (self, splitter.ends->len, first_width, number);
      g_ptr_array_add (self->rows, pack_row (&splitter));
      g_array_append_val (self->row_numbers, number);
      g_array_append_val (self->widths, splitter.ends->len);
    }
  self->open_quote = splitter.open_quote;
  self->n_cut = splitter.n_cut;
  splitter_clear (&splitter);
  return ok;
}

/* --- Which separator --- */

/* What a separator makes of the first rows. */
typedef struct
{
  guint widths[SAMPLE_ROWS];
  guint n_rows;
  guint n_whole;  /* rows that it does not split */
  guint n_named;  /* cells of the first row that name a role */
  guint n_prose;  /* separators with a space behind, as in sentences */
  guint n_places; /* separators */
} Sample;

static void
take_sample (Sample *sample, const char *text, char separator)
{
  Splitter splitter;

  *sample = (Sample){ 0 };
  splitter_init (&splitter, text, separator);
  while (sample->n_rows < SAMPLE_ROWS && read_row (&splitter))
    {
      gsize begin = 0;

      if (is_blank (&splitter))
        continue;
      for (guint i = 0; i < splitter.ends->len; i++)
        {
          const char *cell = splitter.cells->str + begin;

          sample->n_prose += i > 0 && *cell == ' ';
          sample->n_places += i > 0;
          sample->n_named
              += sample->n_rows == 0 && sl_csv_role_of_header (cell, NULL) != SL_CSV_IGNORE;
          begin = g_array_index (splitter.ends, gsize, i);
        }
      sample->n_whole += splitter.ends->len == 1;
      sample->widths[sample->n_rows++] = splitter.ends->len;
    }
  splitter_clear (&splitter);
}

/* The width that most rows have, and how many have it. */
static guint
common_width (const Sample *sample, guint *n_rows)
{
  guint best = 0;

  *n_rows = 0;
  for (guint i = 0; i < sample->n_rows; i++)
    {
      guint n = 0;

      for (guint j = 0; j < sample->n_rows; j++)
        n += sample->widths[j] == sample->widths[i];
      if (n > *n_rows)
        {
          *n_rows = n;
          best = sample->widths[i];
        }
    }
  return best;
}

/* Rows of equal width speak for a separator, many columns and known headers more so. */
static double
score_separator (const char *text, char separator)
{
  Sample sample;
  guint n_equal, width;
  double share;

  take_sample (&sample, text, separator);
  width = common_width (&sample, &n_equal);
  if (sample.n_rows == 0 || width < 2)
    return 0;
  share = (double)n_equal / sample.n_rows;
  /* A tab in text is nothing but a separator, or the indentation of an outline. */
  if (separator == '\t')
    return share * share * MIN (width, 8) * (1 + sample.n_named) + 1;
  if (sample.n_named == 0
      && ((share < 0.5 && sample.n_whole > 0) || sample.n_prose * 2 > sample.n_places))
    return 0;
  return share * share * MIN (width, 8) * (1 + sample.n_named);
}

char
sl_csv_detect_separator (const char *text)
{
  static const char candidates[] = { '\t', ';', ',', '|' };
  char best = '\0';
  double best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double score = score_separator (text, candidates[i]);

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }
  return best != '\0' ? best : '\t';
}

char
sl_csv_take_separator_line (const char **text)
{
  const char *p = *text;
  gboolean quoted = *p == '"';
  char separator;

  p += quoted;
  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || is_line_end (p[4]))
    return '\0';
  separator = p[4];
  p += 5;
  if (quoted && *p++ != '"')
    return '\0';
  if (!is_line_end (*p) || strchr (",;\t|", separator) == NULL)
    return '\0';
  if (*p == '\r' && p[1] == '\n')
    p++;
  if (*p != '\0')
    p++;
  *text = p;
  return separator;
}

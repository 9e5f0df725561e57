/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills an import plan from a table whose columns and tree are known: each cell by its role, each
 * value that cannot be kept with a warning that names its row. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-id.h"
#include "base/sl-parse.h"
#include "base/sl-text.h"
#include "io/sl-read.h"

/* Items between two looks at the cancellable. */
#define CANCEL_INTERVAL 1000
#define EXCEL_SHARE 2

/* What a column of dates has to decide as a whole. */
typedef struct
{
  gboolean day_first;
  gboolean excel_days;
  gboolean has_times; /* else 00:00 is how a program writes a day */
  int fiscal_month;   /* of "Q2", 1..12 */
} DateColumn;

typedef struct
{
  const SlCsvTable *table;
  const SlImportOptions *options;
  SlImportPlan *plan;
  DateColumn start;
  DateColumn due;
  gboolean progress_is_ratio;
  GHashTable *people;  /* name -> resource index + 1 */
  GHashTable *unknown; /* words of the status column that mean nothing to us */
} Filler;

static char *
cell_of (const Filler *self, guint row, SlCsvRole role)
{
  int column = sl_csv_find_role (self->table, role);
  const char *cell = column >= 0 ? sl_csv_table_cell (self->table, row, (guint)column) : "";

  return g_strstrip (g_strdup (sl_csv_plain_text (cell)));
}

static void
warn_value (const Filler *self, const SlImportItem *item, const char *format, const char *value)
{
  sl_import_plan_warn_value (self->plan, item->place, format, value);
}

/* --- Whole columns --- */

static void
look_at_dates (const SlCsvTable *table, const SlImportOptions *options, SlCsvRole role,
               DateColumn *dates)
{
  int column = sl_csv_find_role (table, role);
  guint n_day = 0, n_month = 0, n_filled = 0, n_excel = 0;

  *dates = (DateColumn){ .day_first = table->dates_day_first,
                         .fiscal_month = MAX (options->fiscal_month, 1) };
  for (guint row = sl_csv_first_row (table); column >= 0 && row < table->rows->len; row++)
    {
      const char *cell = sl_csv_table_cell (table, row, (guint)column);
      SlCsvDateShape shape = sl_csv_date_shape (cell);
      gint64 day;
      int minute;

      n_filled += *cell != '\0';
      n_day += shape == SL_CSV_DATE_DAY_FIRST;
      n_month += shape == SL_CSV_DATE_MONTH_FIRST;
      n_excel += sl_csv_read_excel_day (cell, &day);
      if (sl_csv_read_date (cell, TRUE, &day, &minute)
          || sl_csv_read_date (cell, FALSE, &day, &minute))
        dates->has_times = dates->has_times || minute > 0;
    }
  if (n_day != n_month && !options->dates_known)
    dates->day_first = n_day > n_month;
  dates->excel_days = n_excel > 0 && n_excel * EXCEL_SHARE > n_filled;
}

/* 0.4 of 1, or 40 of 100: nothing above 1 and no percent sign anywhere means ratios. */
static gboolean
look_at_progress (const SlCsvTable *table)
{
  int column = sl_csv_find_role (table, SL_CSV_PROGRESS);
  gboolean fractions = FALSE;

  for (guint row = sl_csv_first_row (table); column >= 0 && row < table->rows->len; row++)
    {
      const char *cell = sl_csv_table_cell (table, row, (guint)column);
      double value;

      if (strchr (cell, '%') != NULL)
        return FALSE;
      if (!sl_parse_real (cell, &value, NULL))
        continue;
      if (value > 1)
        return FALSE;
      fractions = fractions || value > 0;
    }
  return fractions;
}

/* --- Cells of one row --- */

static gboolean
read_day (const DateColumn *dates, const char *cell, gboolean end_of_period, gint64 anchor,
          gint64 *day, int *minute)
{
  *minute = -1;
  if (dates->excel_days && sl_csv_read_excel_day (cell, day))
    return TRUE;
  if (sl_csv_read_date (cell, dates->day_first, day, minute)
      || sl_csv_read_date (cell, !dates->day_first, day, minute))
    {
      if (!dates->has_times)
        *minute = -1;
      return TRUE;
    }
  /* A plain number is no date, whatever people could type in a field. */
  return strpbrk (cell, " -./") != NULL || g_ascii_isalpha (*cell) ? sl_parse_day_in_year (
             cell, sl_day_today (), anchor, dates->fiscal_month, end_of_period, day, NULL)
                                                                   : FALSE;
}

static void
take_dates (const Filler *self, guint row, SlImportItem *item)
{
  g_autofree char *start = cell_of (self, row, SL_CSV_START);
  g_autofree char *due = cell_of (self, row, SL_CSV_DUE);
  gint64 today = sl_day_today ();

  if (*start != '\0'
      && !read_day (&self->start, start, FALSE, today, &item->start_day, &item->start_minute))
    warn_value (self, item, _ ("“%s” is no date that can be kept"), start);
  if (*due == '\0')
    return;
  if (!read_day (&self->due, due, TRUE, item->start_day != SL_INT_NULL ? item->start_day : today,
                 &item->due_day, &item->due_minute))
    warn_value (self, item, _ ("“%s” is no date that can be kept"), due);
  else if (item->due_minute == 0 && item->due_day > SL_DAY_MIN
           && !(item->due_day == item->start_day && item->start_minute <= 0))
    {
      /* work that ends at midnight ends the day before */
      item->due_day--;
      item->due_minute = 1440;
    }
}

static void
take_progress (const Filler *self, guint row, SlImportItem *item)
{
  g_autofree char *cell = cell_of (self, row, SL_CSV_PROGRESS);
  double ratio;

  if (*cell == '\0')
    return;
  if (self->progress_is_ratio ? !sl_parse_real (cell, &ratio, NULL)
                              : !sl_parse_percent (cell, &ratio, NULL))
    warn_value (self, item, _ ("“%s” is no percentage of work done"), cell);
  else if (ratio < 0 || ratio > 1)
    {
      item->progress = CLAMP (ratio, 0, 1);
      warn_value (self, item, _ ("“%s” is not between 0 and 100 %%; the nearest was taken"), cell);
    }
  else
    item->progress = ratio;
}

static void
take_span (const Filler *self, guint row, SlCsvRole role, SlImportItem *item, double *days)
{
  g_autofree char *cell = cell_of (self, row, role);
  double max = sl_kind (SL_KIND_TASK)->fields[SL_TASK_DURATION].max;

  if (*cell == '\0')
    return;
  if (!sl_csv_read_span (cell, days, NULL) || *days < 0 || *days > max)
    {
      *days = NAN;
      warn_value (self, item, _ ("“%s” is no duration that can be kept"), cell);
    }
}

static void
take_status (const Filler *self, guint row, SlImportItem *item)
{
  g_autofree char *cell = cell_of (self, row, SL_CSV_STATUS);
  gint64 goal, task;

  if (*cell == '\0')
    return;
  if (sl_csv_status_of_word (cell, &goal, &task))
    item->status = item->type == SL_IMPORT_GOAL ? goal : task;
  else if (g_hash_table_add (self->unknown, g_strdup (cell)))
    warn_value (self, item, _ ("the status “%s” is not known and was left out"), cell);
}

static guint
resource_of (const Filler *self, const char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->people, name));

  if (index == 0)
    {
      index = sl_import_plan_add_resource (self->plan, name, TRUE) + 1;
      g_hash_table_insert (self->people, g_strdup (name), GUINT_TO_POINTER (index));
    }
  return index - 1;
}

/* TaskJuggler writes "Paul Smith (dev1)": the id is not part of the name. */
static char *
person_name (const SlCsvPerson *person)
{
  char *name = g_strdup (person->name);
  char *open = strrchr (name, '(');

  if (open != NULL && open > name && open[-1] == ' ' && g_str_has_suffix (open, ")")
      && strchr (open, ' ') == NULL && g_ascii_islower (open[1]))
    {
      *open = '\0';
      g_strchomp (name);
    }
  return name;
}

/* One owner; more people than that work on a task, but a goal has one who answers for it. */
static void
take_people (const Filler *self, guint row, guint index)
{
  g_autofree char *owner_cell = cell_of (self, row, SL_CSV_OWNER);
  g_autofree char *people_cell = cell_of (self, row, SL_CSV_PEOPLE);
  g_autoptr (GArray) owners = sl_csv_read_people (owner_cell, FALSE);
  g_autoptr (GArray) people = sl_csv_read_people (people_cell, TRUE);
  SlImportItem *item = sl_import_plan_item (self->plan, index);
  guint n_allocated = 0;

  for (guint i = 0; i < owners->len + people->len; i++)
    {
      gboolean is_owner = i < owners->len;
      const SlCsvPerson *person = is_owner ? &g_array_index (owners, SlCsvPerson, i)
                                           : &g_array_index (people, SlCsvPerson, i - owners->len);
      g_autofree char *name = person_name (person);

      if (is_owner && item->owner == NULL)
        item->owner = g_strdup (name);
      if (item->type != SL_IMPORT_GOAL && (!is_owner || owners->len > 1))
        {
          self->plan->n_allocations_read++;
          sl_import_plan_add_allocation (self->plan, index, resource_of (self, name),
                                         person->units);
          n_allocated++;
        }
    }
  if (item->owner == NULL && people->len > 0 && (item->type == SL_IMPORT_GOAL || people->len == 1))
    item->owner = person_name (&g_array_index (people, SlCsvPerson, 0));
  if (item->type == SL_IMPORT_GOAL && owners->len + people->len > 1)
    warn_value (self, item, _ ("a goal has one owner; of “%s” the first was taken"),
                owners->len > 1 ? owner_cell : people_cell);
}

static void
take_text (const Filler *self, guint row, SlCsvRole role, char **text)
{
  int column = sl_csv_find_role (self->table, role);
  const char *cell = column >= 0 ? sl_csv_table_cell (self->table, row, (guint)column) : "";
  g_autofree char *blank = g_strstrip (g_strdup (cell));

  /* JSON in a cell is for programs. */
  if (*blank != '\0' && strcmp (blank, "[]") != 0 && !g_str_has_prefix (blank, "[{"))
    *text = g_strdup (sl_csv_plain_text (cell));
}

/* Columns whose header is the name of a field are taken over as they are. */
static void
take_fields (const Filler *self, guint row, SlImportItem *item)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const char *cell = sl_csv_plain_text (sl_csv_table_cell (self->table, row, i));
      const char *header = sl_csv_table_cell (self->table, 0, i);

      if (self->table->roles[i] != SL_CSV_FIELD || *cell == '\0' || !self->table->has_header)
        continue;
      if (strcmp (header, "foreign_id") == 0)
        {
          g_free (item->foreign_id);
          item->foreign_id = g_strdup (cell);
        }
      else if (!sl_import_item_set_field (item, header, cell))
        warn_value (self, item, _ ("“%s” does not fit its column and was left out"), cell);
    }
}

/* Keys of trackers name a record for ever; bare numbers only count the rows of one file. Our own
 * exports carry the ids of the records. */
static void
take_id (const Filler *self, guint row, SlImportItem *item)
{
  g_autofree char *id = cell_of (self, row, SL_CSV_ID);
  gint64 number;

  if (*id == '\0' || sl_read_int (id, &number))
    return;
  if (!sl_id_from_string (id, &item->own_id) && strlen (id) < SL_TITLE_MAX_CHARS / 2)
    item->foreign_id = g_strdup_printf ("csv:%s", id);
}

/* --- Items --- */

static SlImportItemType
type_of (const Filler *self, const SlCsvDraft *draft)
{
  g_autofree char *cell = cell_of (self, draft->row, SL_CSV_TYPE);
  SlImportItemType type = self->options->rows_are_goals ? SL_IMPORT_GOAL : SL_IMPORT_TASK;
  guint rank;

  if (self->table->has_header && self->table->roles[draft->column] == (int)SL_CSV_LEVEL_TITLE)
    {
      rank = sl_csv_rank_of_header (sl_csv_table_cell (self->table, 0, (guint)draft->column));
      return rank == 0 ? type : rank <= 3 ? SL_IMPORT_GOAL : SL_IMPORT_TASK;
    }
  if (*cell != '\0' && !draft->bare)
    sl_csv_type_of_word (cell, self->options->rows_are_goals, &type, &rank);
  return type;
}

/* A column of milestones is rare; a task that lasts no time and has no parts is one. */
static void
find_milestones (const Filler *self)
{
  g_autofree gboolean *has_parts = g_new0 (gboolean, self->plan->items->len + 1);

  for (guint i = 0; i < self->plan->items->len; i++)
    {
      int parent = sl_import_plan_item (self->plan, i)->parent;

      if (parent >= 0)
        has_parts[parent] = TRUE;
    }
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      SlImportItem *item = sl_import_plan_item (self->plan, i);

      if (item->type == SL_IMPORT_TASK && !has_parts[i] && item->duration == 0
          && item->start_day == item->due_day && item->due_day != SL_INT_NULL)
        {
          item->type = SL_IMPORT_MILESTONE;
          item->milestone = TRUE;
        }
    }
}

/* What a table calls a milestone lasts from a start to an end, if it states both: then it is a part
 * of its goal, as OKR tools have them, or a task. */
static void
settle_milestone (const Filler *self, SlImportItem *item)
{
  gboolean lasts = item->start_day != SL_INT_NULL && item->due_day != SL_INT_NULL
                   && item->start_day < item->due_day;

  item->milestone = item->type == SL_IMPORT_MILESTONE;
  if (item->milestone && lasts)
    item->type = self->options->rows_are_goals ? SL_IMPORT_GOAL : SL_IMPORT_TASK;
}

static void
fill_item (const Filler *self, const SlCsvDraft *draft, guint index)
{
  SlImportItem *item = sl_import_plan_item (self->plan, index);

  item->place = sl_csv_place (self->table, draft->row);
  if (draft->bare)
    return;
  take_dates (self, draft->row, item);
  settle_milestone (self, item);
  take_id (self, draft->row, item);
  take_progress (self, draft->row, item);
  take_span (self, draft->row, SL_CSV_DURATION, item, &item->duration);
  take_span (self, draft->row, SL_CSV_EFFORT, item, &item->effort);
  take_status (self, draft->row, item);
  take_text (self, draft->row, SL_CSV_MEASURE, &item->measure);
  take_text (self, draft->row, SL_CSV_NOTE, &item->note);
  take_fields (self, draft->row, item);
  take_people (self, draft->row, index);
}

static void
warn_doubles (const Filler *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->plan->items->len; i++)
    {
      const SlImportItem *item = sl_import_plan_item (self->plan, i);
      g_autofree char *folded = sl_text_fold (item->title);
      char *key = g_strdup_printf ("%d/%s", item->parent, folded);
      gpointer first;

      if (!g_hash_table_lookup_extended (seen, key, NULL, &first))
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (i));
      else
        {
          g_autofree char *quote = sl_import_item_quote (item);

          sl_import_plan_warn (self->plan, item->place, _ ("“%s” stands in %s already"), quote,
                               sl_import_plan_item (self->plan, GPOINTER_TO_UINT (first))->place);
          g_free (key);
        }
    }
}

/* --- What was lost, in a few sentences --- */

static void
warn_ragged (const Filler *self)
{
  const SlCsvTable *table = self->table;
  g_autoptr (GString) rows = g_string_new (NULL);

  if (table->n_ragged == 0)
    return;
  for (guint i = 0; i < MIN (table->ragged->len, 10); i++)
    g_string_append_printf (rows, "%s%u", i > 0 ? ", " : "",
                            g_array_index (table->ragged, guint, i));
  if (table->n_ragged > 10)
    g_string_append (rows, " …");
  sl_import_plan_warn (self->plan, NULL,
                       _ ("%u rows have more or fewer cells than the first: rows %s"),
                       table->n_ragged, rows->str);
}

static void
warn_left_out (const Filler *self)
{
  const SlCsvTable *table = self->table;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; table->has_header && i < table->n_columns; i++)
    {
      gboolean filled = FALSE;
      g_autofree char *name = sl_text_shorten (sl_csv_table_cell (table, 0, i), 40);

      if (table->roles[i] != SL_CSV_IGNORE || *name == '\0')
        continue;
      for (guint row = 1; row < table->rows->len && !filled; row++)
        filled = *sl_csv_table_cell (table, row, i) != '\0';
      if (filled && ++n <= 20)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (n > 0)
    sl_import_plan_warn (self->plan, NULL, _ ("these columns were left out: %s%s"), names->str,
                         n > 20 ? " …" : "");
}

/* What was noticed when the table was split and its columns were looked at. */
static void
warn_table (const Filler *self)
{
  const SlCsvTable *table = self->table;

  if (table->n_above > 0)
    sl_import_plan_warn (self->plan, NULL, _ ("%u rows above the header were left out"),
                         table->n_above);
  if (table->n_below > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("the last %u rows look like another table and were left out"),
                         table->n_below);
  if (table->n_replaced > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("%u characters cannot be read as %s and were replaced"),
                         table->n_replaced, table->encoding);
  if (table->n_cut > 0)
    sl_import_plan_warn (self->plan, NULL, _ ("%u cells were cut to %d characters"), table->n_cut,
                         SL_CSV_MAX_CELL_CHARS);
  if (table->open_quote)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("a quotation mark is never closed; it was taken as a character"));
  if (table->dates_ambiguous && !self->options->dates_known)
    sl_import_plan_warn (
        self->plan, NULL,
        self->table->dates_day_first
            ? _ ("the dates fit both day/month and month/day; day/month was taken")
            : _ ("the dates fit both day/month and month/day; month/day was taken"));
  if (self->start.excel_days || self->due.excel_days)
    sl_import_plan_warn (self->plan, NULL, _ ("numbers were read as the days of a spreadsheet"));
  warn_ragged (self);
  warn_left_out (self);
}

static gboolean
fill_items (const Filler *self, const GArray *drafts, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const SlCsvDraft *draft = &g_array_index (drafts, SlCsvDraft, i);

      if (i % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("stopped"));
          return FALSE;
        }
      sl_import_plan_add (self->plan, type_of (self, draft), draft->parent, draft->title);
      fill_item (self, draft, i);
    }
  return TRUE;
}

gboolean
sl_csv_fill_plan (const SlCsvTable *table, const SlImportOptions *options, SlImportPlan *plan,
                  GCancellable *cancellable, GError **error)
{
  Filler self = { .table = table, .options = options, .plan = plan };
  g_autoptr (GArray) drafts = NULL;
  gboolean ok;

  g_return_val_if_fail (plan->items->len == 0, FALSE);

  look_at_dates (table, options, SL_CSV_START, &self.start);
  look_at_dates (table, options, SL_CSV_DUE, &self.due);
  self.progress_is_ratio = look_at_progress (table);
  warn_table (&self);
  if (table->rows->len == sl_csv_first_row (table))
    {
      sl_import_plan_warn (plan, NULL, _ ("there are no rows below the header"));
      return TRUE;
    }
  drafts = sl_csv_build_tree (table, options, plan);
  if (drafts->len == 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("there is no row with a title in it"));
      return FALSE;
    }
  self.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = fill_items (&self, drafts, cancellable, error);
  if (ok)
    {
      find_milestones (&self);
      sl_csv_read_links (table, drafts, plan);
      warn_doubles (&self);
    }
  g_hash_table_unref (self.people);
  g_hash_table_unref (self.unknown);
  return ok;
}

gboolean
sl_csv_table_to_plan (const SlCsvTable *self, const SlImportOptions *options, SlImportPlan *plan,
                      GError **error)
{
  const SlImportOptions defaults = { 0 };

  return sl_csv_fill_plan (self, options != NULL ? options : &defaults, plan, NULL, error);
}

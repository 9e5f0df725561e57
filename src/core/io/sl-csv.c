/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table and its row in the registry of formats. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "io/formats/sl-formats.h"

static const char *const role_names[SL_N_CSV_ROLES] = {
  [SL_CSV_IGNORE] = N_ ("Leave out"),
  [SL_CSV_TITLE] = N_ ("Title"),
  [SL_CSV_ID] = N_ ("Id"),
  [SL_CSV_PARENT] = N_ ("Parent"),
  [SL_CSV_OUTLINE] = N_ ("Outline number"),
  [SL_CSV_LEVEL] = N_ ("Level"),
  [SL_CSV_LEVEL_TITLE] = N_ ("Title on one level"),
  [SL_CSV_OWNER] = N_ ("Owner"),
  [SL_CSV_START] = N_ ("Start"),
  [SL_CSV_DUE] = N_ ("Due"),
  [SL_CSV_DURATION] = N_ ("Duration"),
  [SL_CSV_EFFORT] = N_ ("Effort"),
  [SL_CSV_PROGRESS] = N_ ("Progress"),
  [SL_CSV_STATUS] = N_ ("Status"),
  [SL_CSV_MEASURE] = N_ ("Measure"),
  [SL_CSV_NOTE] = N_ ("Notes"),
  [SL_CSV_BEFORE] = N_ ("Predecessors"),
  [SL_CSV_TYPE] = N_ ("Type"),
  [SL_CSV_PEOPLE] = N_ ("People"),
  [SL_CSV_FIELD] = N_ ("Field of that name"),
};

const char *
sl_csv_role_name (SlCsvRole role)
{
  g_return_val_if_fail (role < SL_N_CSV_ROLES, "");
  return role_names[role];
}

static SlCsvTable *
table_new (void)
{
  SlCsvTable *self = g_new0 (SlCsvTable, 1);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->row_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ragged = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
sl_csv_table_free (SlCsvTable *self)
{
  if (self == NULL)
    return;
  g_free (self->encoding);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->row_numbers);
  g_array_unref (self->widths);
  g_array_unref (self->ragged);
  g_free (self->roles);
  g_free (self);
}

const char *
sl_csv_table_cell (const SlCsvTable *self, guint row, guint column)
{
  char *const *cells = g_ptr_array_index (self->rows, row);

  return column < g_array_index (self->widths, guint, row) ? cells[column] : "";
}

/* The whole way from bytes to columns with a meaning. */
static SlCsvTable *
read_table (GBytes *bytes, const SlImportOptions *options, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SlCsvTable) self = table_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *decoded = NULL;
  const char *text;
  char stated;

  if (size > SL_IMPORT_MAX_BYTES)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the text is larger than %d MB"),
                   SL_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  decoded
      = sl_csv_decode (data, size, options->encoding, &self->encoding, &self->n_replaced, error);
  if (decoded == NULL)
    return NULL;
  text = decoded;
  stated = sl_csv_take_separator_line (&text);
  self->separator = options->separator != '\0' ? options->separator
                    : stated != '\0'           ? stated
                                               : sl_csv_detect_separator (text);
  if (!sl_csv_split (self, text, cancellable, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("there are no rows in it"));
      return NULL;
    }
  sl_csv_guess (self, options);
  return g_steal_pointer (&self);
}

SlCsvTable *
sl_csv_table_read (GBytes *bytes, const SlImportOptions *options, GError **error)
{
  const SlImportOptions defaults = { 0 };

  return read_table (bytes, options != NULL ? options : &defaults, NULL, error);
}

static gboolean
read_csv (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (SlCsvTable) table = read_table (bytes, options, cancellable, error);

  return table != NULL && sl_csv_fill_plan (table, options, plan, cancellable, error);
}

SlImportPlan *
sl_import_read_text (const char *text, const SlImportOptions *options, GError **error)
{
  const SlImportOptions defaults = { 0 };
  SlImportOptions pasted = options != NULL ? *options : defaults;
  g_autoptr (SlImportPlan) plan = sl_import_plan_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  pasted.encoding = "UTF-8";
  if (!read_csv (bytes, &pasted, plan, NULL, error))
    return NULL;
  sl_import_plan_repair (plan, pasted.goal_levels);
  sl_import_plan_check_dates (plan);
  return g_steal_pointer (&plan);
}

/* Markup, JSON and calendars are text, too, but no tables. */
static gboolean
is_other_text (const guint8 *bytes, gsize size)
{
  const guint8 *p = bytes;

  if (sl_probe_is_xml (bytes, size) || sl_probe_contains (bytes, size, "BEGIN:V"))
    return TRUE;
  while (size > 0 && g_ascii_isspace (*p))
    {
      p++;
      size--;
    }
  return size > 0 && (*p == '{' || (*p == '[' && memchr (p, '{', MIN (size, 100)) != NULL));
}

/* Text without a hint in its name: one that splits into columns. */
static gboolean
looks_like_table (const guint8 *bytes, gsize size)
{
  return memchr (bytes, '\t', size) != NULL || memchr (bytes, ';', size) != NULL
         || memchr (bytes, ',', size) != NULL;
}

static gboolean
has_controls (const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (bytes[i] < 0x20 && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r')
      return TRUE;
  return FALSE;
}

static int
probe_csv (const guint8 *bytes, gsize size, const char *file_name)
{
  gsize head = MIN (size, SL_PROBE_BYTES);

  if (sl_probe_has_suffix (file_name, "csv tsv tab"))
    return 70;
  if (is_other_text (bytes, head))
    return 0;
  if (sl_probe_has_suffix (file_name, "txt"))
    return 50;
  return !has_controls (bytes, head) && looks_like_table (bytes, head) ? 20 : 0;
}

const SlFormat sl_format_csv = {
  .id = "csv",
  .name = N_ ("Table (CSV, text)"),
  .suffixes = "csv tsv tab txt",
  .losses = N_ ("Columns that mean nothing to Sightline are left out."),
  .probe = probe_csv,
  .read = read_csv,
};

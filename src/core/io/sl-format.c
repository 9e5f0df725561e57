/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of readers and the way from a path to an import plan. Files come from anywhere: the
 * size is checked before a byte is read, the content decides the format, and what fails leaves
 * nothing behind but one sentence. */

#include "config.h"

#include "io/sl-format.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/sl-error.h"
#include "io/formats/sl-formats.h"

/* Ask the certain ones first; the table of text takes what nobody else wants. */
static const SlFormat *const formats[] = {
  &sl_format_mspdi, &sl_format_pod, &sl_format_gan, &sl_format_planner, &sl_format_csv, NULL,
};

/* What people try that is not read, and what to do instead. */
static const struct
{
  const char *magic;
  gsize size;
  const char *advice;
} refusals[] = {
  { "\xd0\xcf\x11\xe0", 4,
    N_ ("this is a binary file of Microsoft Office. In Project choose File, Save As and the type "
        "XML; in Excel save as CSV") },
  { "PK\x03\x04", 4,
    N_ ("this is a packed file, perhaps a spreadsheet. Save it as CSV, or copy the cells and paste "
        "them here") },
  { "SQLite format 3", 15, N_ ("this is a database. A Sightline project is opened, not imported") },
  { "%PDF", 4, N_ ("this is a PDF document, which holds no plan that can be read") },
  { "ERMHDR", 6, N_ ("this is a Primavera file. Export it as Microsoft Project XML there") },
  { "MPX", 3, N_ ("this is the old MPX format. Open it in Project and save it as XML") },
  { "BEGIN:VCALENDAR", 15, N_ ("calendar files are not read") },
};

const SlFormat *const *
sl_format_all (void)
{
  return formats;
}

const SlFormat *
sl_format_by_id (const char *id)
{
  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

const SlFormat *
sl_format_detect (const guint8 *bytes, gsize size, const char *file_name)
{
  const SlFormat *best = NULL;
  int best_score = 0;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      int score = formats[i]->probe (bytes, size, file_name);

      if (score > best_score)
        {
          best = formats[i];
          best_score = score;
        }
    }
  return best;
}

gboolean
sl_probe_has_suffix (const char *file_name, const char *suffixes)
{
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);
  const char *dot = file_name != NULL ? strrchr (file_name, '.') : NULL;

  for (guint i = 0; dot != NULL && list[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The first bytes as ASCII as far as they are: without the zeros of UTF-16. */
static char *
ascii_head (const guint8 *bytes, gsize size)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (size, SL_PROBE_BYTES); i++)
    if (bytes[i] != 0)
      g_string_append_c (head, (char)bytes[i]);
  return g_string_free (head, FALSE);
}

gboolean
sl_probe_contains (const guint8 *bytes, gsize size, const char *word)
{
  g_autofree char *head = ascii_head (bytes, size);

  return strstr (head, word) != NULL;
}

gboolean
sl_probe_is_xml (const guint8 *bytes, gsize size)
{
  g_autofree char *head = ascii_head (bytes, size);
  const char *p = head;

  if (strncmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  else if (strncmp (p, "\xff\xfe", 2) == 0 || strncmp (p, "\xfe\xff", 2) == 0)
    p += 2;
  while (g_ascii_isspace (*p))
    p++;
  return *p == '<';
}

static const char *
find_advice (const guint8 *bytes, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (size >= refusals[i].size && memcmp (bytes, refusals[i].magic, refusals[i].size) == 0)
      return refusals[i].advice;
  return NULL;
}

/* The bytes of a regular file that is not too large. */
static GBytes *
load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) problem = NULL;
  GStatBuf info;
  GBytes *bytes;

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("this is not a file"));
      return NULL;
    }
  if (g_stat (path, &info) == 0 && info.st_size > SL_IMPORT_MAX_BYTES)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the file is larger than %d MB"),
                   SL_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, &problem);
  if (bytes == NULL)
    g_set_error_literal (
        error, SL_ERROR,
        g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)   ? SL_ERROR_CANCELLED
        : g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? SL_ERROR_NOT_FOUND
                                                                      : SL_ERROR_IO,
        problem->message);
  return bytes;
}

static const SlFormat *
choose_format (GBytes *bytes, const char *name, const SlFormat *format, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *advice = find_advice (data, size);

  if (size == 0)
    g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("the file is empty"));
  else if (size > SL_IMPORT_MAX_BYTES)
    g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the file is larger than %d MB"),
                 SL_IMPORT_MAX_BYTES / 1024 / 1024);
  else if (advice != NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_UNSUPPORTED, _ (advice));
  else if (format == NULL && (format = sl_format_detect (data, size, name)) == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_UNSUPPORTED,
                 _ ("this is none of the formats that can be read"));
  else
    return format;
  return NULL;
}

SlImportPlan *
sl_import_read_bytes (GBytes *bytes, const char *name, const SlFormat *format,
                      const SlImportOptions *options, GCancellable *cancellable, GError **error)
{
  const SlImportOptions defaults = { 0 };
  g_autoptr (SlImportPlan) plan = sl_import_plan_new (name);

  if (options == NULL)
    options = &defaults;
  format = choose_format (bytes, name, format, error);
  if (format == NULL || !format->read (bytes, options, plan, cancellable, error))
    {
      g_prefix_error (error, _ ("“%s”: "), name);
      return NULL;
    }
  sl_import_plan_repair (plan, options->goal_levels);
  sl_import_plan_check_dates (plan);
  return g_steal_pointer (&plan);
}

SlImportPlan *
sl_import_read_file (const char *path, const SlFormat *format, const SlImportOptions *options,
                     GCancellable *cancellable, GError **error)
{
  g_autofree char *base_name = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base_name);
  g_autoptr (GBytes) bytes = load (path, cancellable, error);

  if (bytes == NULL)
    {
      g_prefix_error (error, _ ("“%s”: "), name);
      return NULL;
    }
  return sl_import_read_bytes (bytes, name, format, options, cancellable, error);
}

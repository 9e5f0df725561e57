/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Readers of foreign formats and their registry. */

#pragma once

#include <gio/gio.h>

#include "io/sl-import-plan.h"

G_BEGIN_DECLS

/* Largest file that any reader takes; bytes. */
#define SL_IMPORT_MAX_BYTES (64 * 1024 * 1024)

/* What the user may say about a table before it is read; zero means: detect. */
typedef struct
{
  const char *encoding; /* "UTF-8", "CP1252", "UTF-16LE" ... or NULL */
  char separator;       /* ',' ';' '\t' or 0 */
  gboolean day_first;   /* of 03/04/2026; used only where @dates_known */
  gboolean dates_known;
  int fiscal_month; /* in which the year of "Q2" and "FY26 Q3" begins; 0: January */
  gboolean no_header;
  const int *columns; /* SlCsvRole per column, or NULL */
  guint n_columns;
  gboolean rows_are_goals; /* else tasks; CSV and paste start with goals */
  guint goal_levels;       /* plan formats: this many top levels become goals */
} SlImportOptions;

typedef struct
{
  const char *id;       /* "mspdi" */
  const char *name;     /* N_("Microsoft Project XML") */
  const char *suffixes; /* "xml", several separated by spaces */
  const char *losses;   /* N_(): what is not read, one sentence */
  /* 0 (not it) to 100 (certain), by content first. */
  int (*probe) (const guint8 *bytes, gsize size, const char *file_name);
  gboolean (*read) (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
                    GCancellable *cancellable, GError **error);
} SlFormat;

const SlFormat *const *sl_format_all (void);
const SlFormat *sl_format_by_id (const char *id);
const SlFormat *sl_format_detect (const guint8 *bytes, gsize size, const char *file_name);
/**
 * sl_import_read_file:
 * @format: (nullable): %NULL detects it
 * @options: (nullable)
 * @cancellable: (nullable): looked at often
 *
 * Reads a foreign file, makes the result fit our rules (sl_import_plan_repair()) and lists where
 * its dates disagree (sl_import_plan_check_dates()). May run in a worker thread.
 *
 * Errors: one sentence that names the file, the place and the value: %SL_ERROR_NOT_FOUND,
 * %SL_ERROR_IO, %SL_ERROR_LIMIT over SL_IMPORT_MAX_BYTES, %SL_ERROR_UNSUPPORTED, %SL_ERROR_INVALID,
 * %SL_ERROR_CANCELLED
 *
 * Returns: (transfer full): %NULL on failure, never a part of the plan
 */
SlImportPlan *sl_import_read_file (const char *path, const SlFormat *format,
                                   const SlImportOptions *options, GCancellable *cancellable,
                                   GError **error);
/* As sl_import_read_file(), for bytes that are at hand; @name is the file's in messages. */
SlImportPlan *sl_import_read_bytes (GBytes *bytes, const char *name, const SlFormat *format,
                                    const SlImportOptions *options, GCancellable *cancellable,
                                    GError **error);
/* The same for a spreadsheet selection from the clipboard (tab-separated text). */
SlImportPlan *sl_import_read_text (const char *text, const SlImportOptions *options,
                                   GError **error);

G_END_DECLS

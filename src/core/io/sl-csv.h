/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of text: CSV files and pasted cells, with detection of encoding, separator, header, column
 * roles, dates and hierarchy. */

#pragma once

#include "io/sl-format.h"

G_BEGIN_DECLS

typedef enum
{
  SL_CSV_IGNORE,
  SL_CSV_TITLE,
  SL_CSV_ID,
  SL_CSV_PARENT,      /* id, outline number or title of the parent */
  SL_CSV_OUTLINE,     /* "1.5.2" */
  SL_CSV_LEVEL,       /* 1, 2, 3 */
  SL_CSV_LEVEL_TITLE, /* one column a level: Level 1, Level 2 ... */
  SL_CSV_OWNER,
  SL_CSV_START,
  SL_CSV_DUE,
  SL_CSV_DURATION,
  SL_CSV_EFFORT,
  SL_CSV_PROGRESS,
  SL_CSV_STATUS,
  SL_CSV_MEASURE,
  SL_CSV_NOTE,
  SL_CSV_BEFORE, /* predecessors: "3FS+2d;4" */
  SL_CSV_TYPE,   /* goal, task, milestone, objective ... */
  SL_N_CSV_ROLES
} SlCsvRole;

typedef struct
{
  char *encoding;
  char separator;
  gboolean has_header;
  gboolean dates_day_first;
  gboolean dates_ambiguous; /* both readings fit: ask */
  GPtrArray *rows;          /* of GStrv */
  guint n_columns;
  int *roles; /* SlCsvRole a column, as guessed or given */
  guint n_ragged;
  guint n_replaced; /* NUL and invalid bytes that were replaced */
} SlCsvTable;

/* Decodes and splits. Errors: %SL_ERROR_LIMIT, %SL_ERROR_INVALID. */
SlCsvTable *sl_csv_table_read (GBytes *bytes, const SlImportOptions *options, GError **error);
void sl_csv_table_free (SlCsvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCsvTable, sl_csv_table_free)
const char *sl_csv_role_name (SlCsvRole role); /* N_() nick */
/* Turns the rows into items. */
gboolean sl_csv_table_to_plan (const SlCsvTable *self, const SlImportOptions *options,
                               SlImportPlan *plan, GError **error);
/* One kind of a project as CSV (RFC 4180, header of field names, formulas neutralised). */
char *sl_csv_export (const SlSnapshot *plan, SlKindId kind, char separator);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of text: CSV files and pasted cells, with detection of encoding, separator, header, column
 * roles, dates and hierarchy. */

#pragma once

#include "io/sl-format.h"

G_BEGIN_DECLS

/* What is read of one table at most. */
#define SL_CSV_MAX_ROWS 1000000
#define SL_CSV_MAX_COLUMNS 4096
#define SL_CSV_MAX_CELLS 16000000
#define SL_CSV_MAX_CELL_CHARS 10000

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
  SL_CSV_PEOPLE, /* who works on it: "Anna[50%]; Ben" */
  SL_CSV_FIELD,  /* the field of the record that the header names */
  SL_N_CSV_ROLES
} SlCsvRole;

typedef struct
{
  char *encoding;
  char separator;
  gboolean has_header;
  gboolean dates_day_first;
  gboolean dates_ambiguous; /* both readings fit: ask */
  GPtrArray *rows;          /* of char **, NULL-terminated; the header first; no blank rows */
  GArray *row_numbers;      /* guint: of each row in the file, from 1 */
  GArray *widths;           /* guint: cells of each row */
  guint n_columns;          /* of the widest row; rows may be shorter */
  int *roles;               /* SlCsvRole a column, as guessed or given */
  GArray *ragged;           /* guint: numbers of the rows that are not as wide as the first */
  guint n_ragged;
  guint n_replaced;    /* NUL and invalid bytes that were replaced */
  guint n_cut;         /* cells that were longer than SL_CSV_MAX_CELL_CHARS */
  guint n_above;       /* rows above the header, which are left out */
  guint n_below;       /* rows of a second table below, which are left out */
  gboolean open_quote; /* a quotation mark was never closed; it was taken as a character */
} SlCsvTable;

/**
 * sl_csv_table_read:
 * @options: (nullable): encoding, separator, header and columns as far as they are known
 *
 * Decodes and splits a table and guesses what its columns mean.
 *
 * Errors: %SL_ERROR_LIMIT, %SL_ERROR_INVALID (nothing in it, unknown encoding)
 *
 * Returns: (transfer full): %NULL on failure
 */
SlCsvTable *sl_csv_table_read (GBytes *bytes, const SlImportOptions *options, GError **error);
void sl_csv_table_free (SlCsvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCsvTable, sl_csv_table_free)
/* A cell of rows[@row], "" beyond the end of a short row. (transfer none) */
const char *sl_csv_table_cell (const SlCsvTable *self, guint row, guint column);
const char *sl_csv_role_name (SlCsvRole role); /* N_() nick */
/**
 * sl_csv_table_to_plan:
 *
 * Turns the rows into items of @plan: goals or tasks (@options), their tree by the first of these
 * that says something: parents, outline numbers, levels, columns of levels, indentation, order of
 * types. What does not fit is left out with a warning that names the row.
 *
 * Errors: %SL_ERROR_INVALID if there is no row with a title
 */
gboolean sl_csv_table_to_plan (const SlCsvTable *self, const SlImportOptions *options,
                               SlImportPlan *plan, GError **error);
/**
 * sl_csv_export:
 * @kind: tasks bring the milestones among them along
 * @separator: ',' ';' or '\t'
 *
 * The records of one kind as CSV (RFC 4180, UTF-8 with byte order mark, LF), trees in their order,
 * other kinds by title and id. The header holds the names of the fields and never begins with "ID".
 * Text that a spreadsheet would take for a formula gets a leading apostrophe, which the reader
 * takes away again.
 *
 * Returns: (transfer full)
 */
char *sl_csv_export (const SlSnapshot *plan, SlKindId kind, char separator);

G_END_DECLS

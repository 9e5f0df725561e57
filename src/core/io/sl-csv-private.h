/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the table reader share. */

#pragma once

#include "io/sl-csv.h"

G_BEGIN_DECLS

/* --- sl-csv-decode.c --- */

/**
 * sl_csv_decode:
 * @encoding: (nullable): %NULL detects it
 * @used: (out) (transfer full): the encoding that was used
 * @n_replaced: (out): NUL and invalid bytes that became U+FFFD
 *
 * Returns: (transfer full): UTF-8 without NUL and byte order mark, or %NULL with %SL_ERROR_INVALID
 */
char *sl_csv_decode (const guint8 *bytes, gsize size, const char *encoding, char **used,
                     guint *n_replaced, GError **error);

/* --- sl-csv-split.c --- */

/* Takes Excel's "sep=;" line off the start of @text; 0 if there is none. */
char sl_csv_take_separator_line (const char **text);
/* The separator that splits @text best; '\t' if none splits it at all. */
char sl_csv_detect_separator (const char *text);
/* Splits @text into rows of @self by its separator. Errors: %SL_ERROR_LIMIT, %SL_ERROR_CANCELLED */
gboolean sl_csv_split (SlCsvTable *self, const char *text, GCancellable *cancellable,
                       GError **error);

/* --- sl-csv-words.c --- */

/* The role that a header names exactly, in one of five languages, or SL_CSV_IGNORE.
 * @score: (out) (optional): how sure, more for longer words; 0 for none */
SlCsvRole sl_csv_role_of_header (const char *header, guint *score);
/* A header for comparison: folded, one space between words, without brackets. (transfer full) */
char *sl_csv_normalise_header (const char *header);
/* Place of a header in a chain such as Objective, Key result, Task; 0 if it is none of these. */
guint sl_csv_rank_of_header (const char *header);
/* Whether @cell names a kind of item, and which; @rank: its place in a chain, from 1. */
gboolean sl_csv_type_of_word (const char *cell, gboolean rows_are_goals, SlImportItemType *type,
                              guint *rank);
/* Status codes of goals and tasks for a word; FALSE for an unknown one. */
gboolean sl_csv_status_of_word (const char *cell, gint64 *goal_status, gint64 *task_status);

/* --- sl-csv-guess.c --- */

/* Finds the header, fills the roles and the flags about dates. */
void sl_csv_guess (SlCsvTable *self, const SlImportOptions *options);
/* Index of the first row of data: 1 behind a header. */
guint sl_csv_first_row (const SlCsvTable *self);
/* First column with @role, or -1. */
int sl_csv_find_role (const SlCsvTable *self, SlCsvRole role);

/* --- sl-csv-value.c --- */

/* How the numbers of a date can be read. */
typedef enum
{
  SL_CSV_DATE_NONE,        /* no date */
  SL_CSV_DATE_PLAIN,       /* one reading: year first, or a name of a month */
  SL_CSV_DATE_DAY_FIRST,   /* only 31/12/2026 */
  SL_CSV_DATE_MONTH_FIRST, /* only 12/31/2026 */
  SL_CSV_DATE_BOTH,        /* 03/04/2026 */
} SlCsvDateShape;

SlCsvDateShape sl_csv_date_shape (const char *text);
/* @minute: (out): after midnight, or -1. FALSE for what is no date inside our range. */
gboolean sl_csv_read_date (const char *text, gboolean day_first, gint64 *day, int *minute);
/* Days that Excel counts from 1899-12-30, when it writes dates as plain numbers. */
gboolean sl_csv_read_excel_day (const char *text, gint64 *day);
/* Working days: "3d", "2 Wochen", "1,5 j?", "4 h"; @elapsed: (out) (optional): "2ed". */
gboolean sl_csv_read_span (const char *text, double *days, gboolean *elapsed);
/* Whether a spreadsheet would take @text, without the apostrophes before it, for a formula. */
gboolean sl_csv_is_formula (const char *text);
/* Takes the apostrophe off that keeps spreadsheets from reading text as a formula. */
const char *sl_csv_plain_text (const char *cell);

typedef struct
{
  char *name;
  double units; /* 1.0 = full time */
} SlCsvPerson;

/* Who is named in a cell: JSON arrays, lists with semicolons, "Anna[50%]"; commas part names only
 * if @by_comma, or where each part has the looks of a whole name.
 * Returns: (transfer full) (element-type SlCsvPerson) */
GArray *sl_csv_read_people (const char *cell, gboolean by_comma);

/* --- sl-csv-tree.c --- */

/* One item to be, from one row (or one cell of a level column). */
typedef struct
{
  guint row;  /* index into rows */
  int column; /* of the title */
  char *title;
  guint indent;  /* leading blanks of the title */
  char *number;  /* outline number in front of the title, or NULL */
  int parent;    /* index of a draft, or -1 */
  gboolean bare; /* made for a column of an upper level: the row's other cells are not its own */
} SlCsvDraft;

/* The items of a table with their parents, each behind its parent. Repairs cycles and orphans with
 * warnings. Returns: (transfer full) (element-type SlCsvDraft) */
GArray *sl_csv_build_tree (const SlCsvTable *self, const SlImportOptions *options,
                           SlImportPlan *plan);
/* "row 17" of the file. (transfer full) */
char *sl_csv_place (const SlCsvTable *self, guint row);
/* Number of rows[@row] in the file. */
guint sl_csv_row_number (const SlCsvTable *self, guint row);

/* --- sl-csv-drafts.c --- */

/* The drafts of all rows with a title, in order, with parents only where columns of levels give
 * them. Returns: (transfer full) (element-type SlCsvDraft) */
GArray *sl_csv_collect_drafts (const SlCsvTable *self, SlImportPlan *plan);
/* Takes the bullets of a pasted list off its titles, and the outline numbers into the drafts. */
void sl_csv_take_markers (GArray *drafts);

/* --- sl-csv-plan.c --- */

/* sl_csv_table_to_plan() that can be stopped. Errors: also %SL_ERROR_CANCELLED */
gboolean sl_csv_fill_plan (const SlCsvTable *self, const SlImportOptions *options,
                           SlImportPlan *plan, GCancellable *cancellable, GError **error);

/* --- sl-csv-links.c --- */

/* Reads the predecessors of all drafts, which are items 0 to n of @plan, into links. */
void sl_csv_read_links (const SlCsvTable *self, const GArray *drafts, SlImportPlan *plan);

G_END_DECLS

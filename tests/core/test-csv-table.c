/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to cells and the meaning of columns: encodings, separators, quotes, headers. */

#include "config.h"

#include "import-fixture.h"
#include "io/sl-csv.h"

static SlCsvTable *
read_table (const char *bytes, gssize size, const SlImportOptions *options)
{
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, size >= 0 ? (gsize)size : strlen (bytes));
  g_autoptr (GError) error = NULL;
  SlCsvTable *table = sl_csv_table_read (data, options, &error);

  g_assert_no_error (error);
  return table;
}

/* All cells, "a|b/c|d". */
static char *
join (const SlCsvTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autofree char *cells = g_strjoinv ("|", g_ptr_array_index (table->rows, row));

      g_string_append_printf (text, "%s%s", row > 0 ? "/" : "", cells);
    }
  return g_string_free (text, FALSE);
}

static void
check_cells (const char *bytes, char separator, const char *expected)
{
  g_autoptr (SlCsvTable) table = read_table (bytes, -1, NULL);
  g_autofree char *cells = join (table);

  g_assert_cmpstr (cells, ==, expected);
  g_assert_cmpint (table->separator, ==, separator);
}

static void
test_separators (void)
{
  check_cells ("Name,Start\nA,2026-01-05\n", ',', "Name|Start/A|2026-01-05");
  check_cells ("Name;Fertig %\r\nA;12,5\r\n", ';', "Name|Fertig %/A|12,5");
  check_cells ("Name\tNote\nA\tone, two; three\n", '\t', "Name|Note/A|one, two; three");
  check_cells ("a|b\nc|d", '|', "a|b/c|d");
  check_cells ("sep=;\r\nName;Start\r\nA,B;2026-01-05\r\n", ';', "Name|Start/A,B|2026-01-05");
  check_cells ("\"sep=|\"\nx|y\n", '|', "x|y");
  /* sentences are no table */
  check_cells ("Grow sales, fast\nCut costs, too\nHire, train, keep\n", '\t',
               "Grow sales, fast/Cut costs, too/Hire, train, keep");
  check_cells ("Grow sales\nCut costs; now\n", '\t', "Grow sales/Cut costs; now");
  /* CR alone, as old spreadsheets wrote */
  check_cells ("Name;Start\rA;2026-01-05\r", ';', "Name|Start/A|2026-01-05");
}

static void
test_quotes (void)
{
  check_cells ("Name,Note\n\"a,b\",\"say \"\"hi\"\"\"\n", ',', "Name|Note/a,b|say \"hi\"");
  check_cells ("Name,Note\nA,\"two\r\nlines\"\nB,x\n", ',', "Name|Note/A|two\nlines/B|x");
  check_cells ("Name,Size\n5\" disk,\"a\"b\n", ',', "Name|Size/5\" disk|ab");
  check_cells ("Name,Note\nA,\"\"\n", ',', "Name|Note/A|");
}

static void
test_open_quote (void)
{
  g_autoptr (SlCsvTable) table
      = read_table ("Name,Note\nA,\"never closed\nB,\"neither\nC,x\n", -1, NULL);
  g_autofree char *cells = join (table);

  g_assert_true (table->open_quote);
  g_assert_cmpstr (cells, ==, "Name|Note/A|\"never closed/B|\"neither/C|x");
}

static void
test_rows (void)
{
  g_autoptr (SlCsvTable) table
      = read_table ("Name;Start;Due\nA;2026-01-05\n\n;;\nB;2026-01-06;;x\nC;;\n", -1, NULL);

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpuint (table->n_columns, ==, 4);
  g_assert_cmpuint (table->n_ragged, ==, 2);
  g_assert_cmpuint (g_array_index (table->ragged, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (table->ragged, guint, 1), ==, 5);
  g_assert_cmpuint (g_array_index (table->row_numbers, guint, 3), ==, 6);
  g_assert_cmpstr (sl_csv_table_cell (table, 1, 0), ==, "A");
  g_assert_cmpstr (sl_csv_table_cell (table, 1, 3), ==, "");
}

static void
check_encoding (const char *bytes, gssize size, const char *asked, const char *used,
                const char *cell)
{
  const SlImportOptions options = { .encoding = asked };
  g_autoptr (SlCsvTable) table = read_table (bytes, size, &options);

  g_assert_cmpstr (table->encoding, ==, used);
  g_assert_cmpstr (sl_csv_table_cell (table, 0, 0), ==, cell);
}

static void
test_encodings (void)
{
  check_encoding ("Pr\xc3\xbc", -1, NULL, "UTF-8", "Prü");
  check_encoding ("\xef\xbb\xbfPr\xc3\xbc", -1, NULL, "UTF-8", "Prü");
  check_encoding ("Pr\xfc \x80", -1, NULL, "CP1252", "Prü €");
  check_encoding ("\xff\xfeP\0r\0\xfc\0", 8, NULL, "UTF-16LE", "Prü");
  check_encoding ("\xfe\xff\0P\0r\0\xfc", 8, NULL, "UTF-16BE", "Prü");
  check_encoding ("P\0r\0\xfc\0f\0u\0n\0g\0", 14, NULL, "UTF-16LE", "Prüfung");
  check_encoding ("\0P\0r\0\xfc\0f\0u\0n\0g", 14, NULL, "UTF-16BE", "Prüfung");
  /* a pair of surrogates, then half a pair */
  check_encoding ("\xff\xfe\x3d\xd8\x80\xde\x3d\xd8", 8, NULL, "UTF-16LE",
                  "\xf0\x9f\x9a\x80\xef\xbf\xbd");
  check_encoding ("\xcf\xf0\xe8\xe2\xe5\xf2", -1, "CP1251", "CP1251", "Привет");
  check_encoding ("Pr\xfc", -1, "ISO-8859-1", "ISO-8859-1", "Prü");
}

static void
test_replaced (void)
{
  /* one broken byte in a text that is UTF-8 otherwise stays one broken byte */
  g_autoptr (SlCsvTable) broken = read_table ("äöüäöüäöüäöü\xff", -1, NULL);
  g_autoptr (SlCsvTable) zero = read_table ("Name,Start\nA\0B,2026-01-05\n", 26, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  const SlImportOptions options = { .encoding = "no-such-code" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (broken->encoding, ==, "UTF-8");
  g_assert_cmpuint (broken->n_replaced, ==, 1);
  g_assert_cmpuint (zero->n_replaced, ==, 1);
  g_assert_cmpstr (sl_csv_table_cell (zero, 1, 0), ==,
                   "A\xef\xbf\xbd"
                   "B");
  g_assert_null (sl_csv_table_read (bytes, &options, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
}

static void
test_limits (void)
{
  g_autofree char *long_cell = g_strnfill (SL_CSV_MAX_CELL_CHARS + 5, 'x');
  g_autofree char *wide = g_strnfill (SL_CSV_MAX_COLUMNS + 1, ';');
  g_autofree char *text = g_strconcat ("Name;Note\n", long_cell, ";y\n", NULL);
  g_autoptr (SlCsvTable) table = read_table (text, -1, NULL);
  g_autofree char *wide_text = g_strconcat ("a", wide, "\n", "b", wide, "\n", NULL);
  g_autoptr (GString) tall = g_string_new ("Name\n");

  g_assert_cmpuint (table->n_cut, ==, 1);
  g_assert_cmpuint (strlen (sl_csv_table_cell (table, 1, 0)), ==, SL_CSV_MAX_CELL_CHARS);
  assert_refused ("csv", wide_text, -1, SL_ERROR_LIMIT, "4096 columns");
  for (guint i = 0; i < SL_CSV_MAX_ROWS; i++)
    g_string_append (tall, "x\n");
  assert_refused ("csv", tall->str, -1, SL_ERROR_LIMIT, "1000000 rows");
  assert_refused ("csv", " \n\t\n", -1, SL_ERROR_INVALID, "no rows");
}

/* The roles of a header row, as their names; cells below it do not speak against any of them. */
static void
check_roles (const char *header, const char *expected)
{
  g_autofree char *text = g_strconcat (header, "\n", NULL);
  g_autoptr (SlCsvTable) table = read_table (text, -1, NULL);
  g_autoptr (GString) roles = g_string_new (NULL);

  g_assert_true (table->has_header);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (roles, "%s%s", i > 0 ? ";" : "",
                            table->roles[i] == SL_CSV_IGNORE ? "-"
                                                             : sl_csv_role_name (table->roles[i]));
  g_assert_cmpstr (roles->str, ==, expected);
}

static void
test_header_languages (void)
{
  check_roles ("Title;Owner;Start date;Due date;% complete;Status;Notes",
               "Title;Owner;Start;Due;Progress;Status;Notes");
  check_roles ("Nr.;Aufgabe;Verantwortlich;Anfang;Ende;Fortschritt;Vorgänger;Bemerkung",
               "Id;Title;Owner;Start;Due;Progress;Predecessors;Notes");
  check_roles ("PSP-Code;Vorgangsname;Dauer;Anfang;Fertig stellen;Ressourcennamen",
               "Outline number;Title;Duration;Start;Due;People");
  check_roles ("Ziel;Messgröße;Fällig am;Zuständig", "Title;Measure;Due;Owner");
  check_roles ("Objectif;Responsable;Début;Échéance;Avancement;Commentaires",
               "Title;Owner;Start;Due;Progress;Notes");
  check_roles ("Tarea;Responsable;Fecha de inicio;Fecha límite;Estado;Predecesoras",
               "Title;Owner;Start;Due;Status;Predecessors");
  check_roles ("EDT;Nome da Tarefa;Duração;Início;Término;Predecessoras;Nomes dos Recursos",
               "Outline number;Title;Duration;Start;Due;Predecessors;People");
  check_roles ("TITLE;OWNER_NAME;PLANNED START;Finish-Date", "Title;Owner;Start;Due");
}

static void
test_header_tools (void)
{
  check_roles ("Issue key,Issue id,Summary,Issue Type,Status,Assignee,Due date,Created,Parent,"
               "Custom field (Start date),Comment,Comment",
               "Id;-;Title;Type;Status;Owner;Due;-;Parent;Start;Notes;-");
  check_roles ("Id;BSI;Name;Start;End;Duration;Effort;Completion;Status;Resources;Precursors;Note",
               "Id;Outline number;Title;Start;Due;Duration;Effort;Progress;Status;People;"
               "Predecessors;Notes");
  check_roles ("Goal,Notes,Goal Identifier,Start Date,End Date,Status,Assigner,Assigner Email ID,"
               "Owner,Owner Email ID",
               "Title;Notes;Id;Start;Due;Status;-;-;Owner;-");
  check_roles ("name,type,progress,start_date,end_date,owner_email,categories,description",
               "Title;Type;Progress;Start;Due;Owner;-;Notes");
  check_roles ("title,id,parent,owner,confidence,weight,summary,due",
               "Title;Id;Parent;Owner;Field of that name;Field of that name;Notes;Due");
}

/* GanttProject writes its resources below the tasks. */
static void
test_second_table (void)
{
  g_autoptr (SlCsvTable) table = read_table (
      "ID,Name,Begin date,End date\n0,A,2026-01-05,2026-01-06\n\nID,Name,Default role\n0,Tom,1\n",
      -1, NULL);
  g_autofree char *cells = join (table);

  g_assert_cmpstr (cells, ==, "ID|Name|Begin date|End date/0|A|2026-01-05|2026-01-06");
  g_assert_cmpuint (table->n_below, ==, 2);
}

/* Weak words give way, cells that disagree veto, nothing but levels is a tree of columns. */
static void
test_header_choice (void)
{
  g_autoptr (SlCsvTable) level = read_table ("Name;Level\nGrow;Company\nSell;Team\n", -1, NULL);
  g_autoptr (SlCsvTable) numbers = read_table ("Name;Level\nGrow;1\nSell;2\n", -1, NULL);
  g_autoptr (SlCsvTable) milestone = read_table ("Milestone;Name\nyes;Grow\nno;Sell\n", -1, NULL);

  check_roles ("Project;Task;Date", "Title on one level;Title on one level;Due");
  check_roles ("Milestone;Name;Date;Due", "-;Title;-;Due");
  check_roles ("Objective;Key result;Owner", "Title on one level;Title on one level;Owner");
  check_roles ("Level 1;Level 2;Level 3;Owner",
               "Title on one level;Title on one level;Title on one level;Owner");
  g_assert_cmpint (level->roles[1], ==, SL_CSV_IGNORE);
  g_assert_cmpint (numbers->roles[1], ==, SL_CSV_LEVEL);
  g_assert_cmpint (milestone->roles[0], ==, SL_CSV_IGNORE);
  g_assert_cmpint (milestone->roles[1], ==, SL_CSV_TITLE);
}

static void
test_no_header (void)
{
  g_autoptr (SlCsvTable) list = read_table ("Grow sales\nCut costs\n", -1, NULL);
  g_autoptr (SlCsvTable) dates = read_table (
      "Grow\t2026-01-05\t2026-02-01\t40 %\nCut\t2026-01-06\t2026-03-01\t0 %\n", -1, NULL);
  g_autoptr (SlCsvTable) headed = read_table ("Goal\nGrow sales\n", -1, NULL);
  g_autoptr (SlCsvTable) unknown = read_table ("Was wir wollen;Kosten\nGrow;12\nCut;9\n", -1, NULL);
  g_autoptr (SlCsvTable) above = read_table (
      "Plan of the year\n\n;as of;2026-01-05\nTask;Owner;Due\nGrow;Anna;2026-02-01\n", -1, NULL);
  const SlImportOptions forced = { .no_header = TRUE };
  g_autoptr (SlCsvTable) told = read_table ("Goal;Owner\nGrow;Anna\n", -1, &forced);

  g_assert_false (list->has_header);
  g_assert_cmpint (list->roles[0], ==, SL_CSV_TITLE);
  g_assert_false (dates->has_header);
  g_assert_cmpint (dates->roles[1], ==, SL_CSV_START);
  g_assert_cmpint (dates->roles[2], ==, SL_CSV_DUE);
  g_assert_cmpint (dates->roles[3], ==, SL_CSV_PROGRESS);
  g_assert_true (headed->has_header);
  g_assert_true (unknown->has_header);
  g_assert_cmpint (unknown->roles[0], ==, SL_CSV_TITLE);
  g_assert_true (above->has_header);
  g_assert_cmpuint (above->n_above, ==, 2);
  g_assert_cmpstr (sl_csv_table_cell (above, 0, 0), ==, "Task");
  g_assert_false (told->has_header);
}

static void
test_given_columns (void)
{
  const int columns[] = { SL_CSV_NOTE, SL_CSV_TITLE };
  const SlImportOptions options = { .columns = columns, .n_columns = 2, .separator = ',' };
  g_autoptr (SlCsvTable) table = read_table ("Name,Note\na;b,c\n", -1, &options);

  g_assert_cmpint (table->roles[0], ==, SL_CSV_NOTE);
  g_assert_cmpint (table->roles[1], ==, SL_CSV_TITLE);
  g_assert_cmpstr (sl_csv_table_cell (table, 1, 0), ==, "a;b");
}

static void
check_dates (const char *cells, gboolean day_first, gboolean ambiguous)
{
  g_autofree char *text = g_strconcat ("Name;Due\n", cells, NULL);
  g_autoptr (SlCsvTable) table = read_table (text, -1, NULL);

  g_assert_cmpint (table->dates_day_first, ==, day_first);
  g_assert_cmpint (table->dates_ambiguous, ==, ambiguous);
}

static void
test_date_order (void)
{
  check_dates ("a;01/02/2026\nb;30/06/2026\n", TRUE, FALSE);
  check_dates ("a;01/02/2026\nb;06/30/2026\n", FALSE, FALSE);
  check_dates ("a;01.02.2026\nb;03.04.2026\n", TRUE, FALSE);
  /* both fit: the C locale writes the month first */
  check_dates ("a;01/02/2026\nb;03/04/2026\n", FALSE, TRUE);
  /* no second reading: year first, equal numbers, month by name */
  check_dates ("a;2026-01-02\nb;05/05/2026\nc;3/Apr/26\n", TRUE, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/csv-table/separators", test_separators);
  g_test_add_func ("/core/csv-table/quotes", test_quotes);
  g_test_add_func ("/core/csv-table/open-quote", test_open_quote);
  g_test_add_func ("/core/csv-table/rows", test_rows);
  g_test_add_func ("/core/csv-table/encodings", test_encodings);
  g_test_add_func ("/core/csv-table/replaced", test_replaced);
  g_test_add_func ("/core/csv-table/limits", test_limits);
  g_test_add_func ("/core/csv-table/header-languages", test_header_languages);
  g_test_add_func ("/core/csv-table/header-tools", test_header_tools);
  g_test_add_func ("/core/csv-table/header-choice", test_header_choice);
  g_test_add_func ("/core/csv-table/second-table", test_second_table);
  g_test_add_func ("/core/csv-table/no-header", test_no_header);
  g_test_add_func ("/core/csv-table/given-columns", test_given_columns);
  g_test_add_func ("/core/csv-table/date-order", test_date_order);
  return g_test_run ();
}

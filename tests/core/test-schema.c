/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frozen DDL against the field rows: the same tables, columns, types, limits and references.
 * A failure prints the DDL that the rows ask for, ready for the newest schema file. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "storage/sl-schema.h"

/* The one kind that the references of @field name, or NULL where there are several. */
static const SlKind *
single_target (const SlField *field)
{
  guint64 targets = field->type == SL_REF ? field->targets : 0;

  if (targets == 0 || (targets & (targets - 1)) != 0)
    return NULL;
  return sl_kind (g_bit_nth_lsf (targets, -1));
}

static void
append_range (GString *out, const SlField *field, gint64 low, gint64 high)
{
  g_string_append_printf (out,
                          " CHECK (\"%s\" BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT ")",
                          field->name, low, high);
}

static void
append_real_range (GString *out, const SlField *field)
{
  g_autofree char *low = sl_real_to_string (field->min);
  g_autofree char *high = sl_real_to_string (field->max);

  g_string_append_printf (out, " CHECK (\"%s\" BETWEEN %s AND %s)", field->name, low, high);
}

/* Codes follow each other, so that a range tells them. */
static void
append_codes (GString *out, const SlField *field)
{
  gint64 first = field->values[0].code;
  gint64 next = first;

  for (const SlEnumValue *v = field->values; v->name != NULL; v++)
    g_assert_cmpint (v->code, ==, next++);
  append_range (out, field, first, next - 1);
}

static void
append_check (GString *out, const SlField *field)
{
  gboolean bounded = field->min != field->max;

  switch (field->type)
    {
    case SL_TEXT:
    case SL_PROSE:
    case SL_RANK:
      g_string_append_printf (out, " CHECK (length (\"%s\") BETWEEN %d AND %d)", field->name,
                              (field->flags & SL_KEY) != 0,
                              field->type == SL_PROSE ? SL_PROSE_MAX_CHARS : SL_TITLE_MAX_CHARS);
      break;
    case SL_REAL:
      if (bounded)
        append_real_range (out, field);
      else
        g_string_append_printf (out, " CHECK (abs (\"%s\") < 9e307)", field->name);
      break;
    case SL_BOOL:
      append_range (out, field, 0, 1);
      break;
    case SL_DATE:
      append_range (out, field, SL_DAY_MIN, SL_DAY_MAX);
      break;
    case SL_ENUM:
      append_codes (out, field);
      break;
    case SL_MONEY:
      append_range (out, field, -SL_MONEY_MAX, SL_MONEY_MAX);
      break;
    case SL_INT:
    case SL_COLOR:
      if (bounded)
        append_range (out, field, (gint64)field->min, (gint64)field->max);
      else
        append_range (out, field, -SL_INT_MAX, SL_INT_MAX);
      break;
    case SL_REF:
    default:
      break;
    }
}

static const char *
sql_type (const SlField *field)
{
  switch (sl_field_value_type (field))
    {
    case SL_VALUE_TEXT:
      return "TEXT";
    case SL_VALUE_REAL:
      return "REAL";
    default:
      return "INTEGER";
    }
}

static void
append_table (GString *out, const SlKind *kind)
{
  g_string_append_printf (out,
                          "\nCREATE TABLE \"%s\" (\n"
                          "  \"id\" INTEGER NOT NULL PRIMARY KEY CHECK (\"id\" >= 4294967296)",
                          kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[i];
      const SlKind *target = single_target (field);

      g_string_append_printf (out, ",\n  \"%s\" %s%s", field->name, sql_type (field),
                              field->flags & SL_REQUIRED ? " NOT NULL" : "");
      append_check (out, field);
      if (target != NULL)
        g_string_append_printf (out, " REFERENCES \"%s\" (\"id\") DEFERRABLE INITIALLY DEFERRED",
                                target->name);
    }
  g_string_append (out, "\n) STRICT;\n");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (single_target (&kind->fields[i]) != NULL)
        g_string_append_printf (out, "CREATE INDEX \"idx_%s_%s\" ON \"%s\" (\"%s\");\n", kind->name,
                                kind->fields[i].name, kind->name, kind->fields[i].name);
    }
}

/* The DDL of all kinds, as the field rows ask for it. */
static char *
wanted_ddl (void)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < SL_N_KINDS; i++)
    append_table (out, sl_kind (i));
  return g_string_free (out, FALSE);
}

static void
test_parity (void)
{
  g_autofree char *wanted = wanted_ddl ();
  const char *text = sl_schema_text ();
  const char *first = strstr (text, "\nCREATE TABLE \"project\"");

  if (first == NULL || strcmp (first, wanted) != 0)
    {
      g_test_message ("The field rows ask for:\n%s", wanted);
      g_test_fail_printf ("The newest schema file differs from the field rows");
    }
}

static void
test_columns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDb) db = sl_db_open (NULL, SL_DB_MEMORY, &error);

  g_assert_no_error (error);
  g_assert_true (sl_schema_create (db, &error));
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind (k);
      g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (\"%s\")", kind->name);
      sqlite3_stmt *stmt = sl_db_prepare (db, sql, &error);
      guint n = 0;

      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *name = (const char *)sqlite3_column_text (stmt, 1);
          g_assert_cmpstr (name, ==, n == 0 ? "id" : kind->fields[n - 1].name);
          if (n > 0)
            {
              g_assert_cmpstr ((const char *)sqlite3_column_text (stmt, 2), ==,
                               sql_type (&kind->fields[n - 1]));
              g_assert_cmpint (sqlite3_column_int (stmt, 3), ==,
                               (kind->fields[n - 1].flags & SL_REQUIRED) != 0);
            }
          n++;
        }
      g_assert_cmpuint (n, ==, kind->n_fields + 1);
      sqlite3_reset (stmt);
    }
}

/* Every table that is copied and hashed has the columns that its description names, and the other
 * way round: no table and no column would be forgotten. */
static void
test_described (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDb) db = sl_db_open (NULL, SL_DB_MEMORY, &error);
  guint n;
  const SlSchemaTable *tables = sl_schema_tables (&n);
  gint64 n_tables;

  g_assert_true (sl_schema_create (db, &error));
  g_assert_true (sl_db_get_int (db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
                                &n_tables, &error));
  g_assert_cmpint (n_tables, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *all
          = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY %s", tables[i].name, tables[i].key);
      g_autofree char *named
          = g_strdup_printf ("SELECT %s FROM \"%s\"", tables[i].columns, tables[i].name);
      sqlite3_stmt *all_stmt = sl_db_prepare (db, all, &error);
      sqlite3_stmt *named_stmt = sl_db_prepare (db, named, &error);

      g_assert_no_error (error);
      g_assert_cmpint (sqlite3_column_count (all_stmt), ==, tables[i].n_columns);
      for (guint c = 0; c < tables[i].n_columns; c++)
        g_assert_cmpstr (sqlite3_column_name (all_stmt, c), ==,
                         sqlite3_column_name (named_stmt, c));
    }
}

static void
test_foreign (void)
{
  static const char *const additions[] = {
    "CREATE VIEW extra AS SELECT 1",
    "CREATE TABLE extra (a)",
    "CREATE TRIGGER extra AFTER INSERT ON goal BEGIN DELETE FROM goal; END",
    "CREATE INDEX extra ON goal (title)",
    "DROP TABLE attr",
    "ALTER TABLE attr ADD COLUMN extra TEXT",
    "ALTER TABLE goal RENAME TO plan",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (SlDb) db = sl_db_open (NULL, SL_DB_MEMORY, &error);
      g_assert_no_error (error);
      g_assert_true (sl_schema_create (db, &error));
      g_assert_true (sl_schema_check (db, &error));
      sqlite3_db_config (sl_db_handle (db), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
      sl_db_exec (db, additions[i], &error);
      g_assert_no_error (error);
      g_assert_false (sl_schema_check (db, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--print-ddl") == 0)
    {
      g_autofree char *wanted = wanted_ddl ();
      g_print ("%s", wanted);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/schema/parity", test_parity);
  g_test_add_func ("/core/schema/columns", test_columns);
  g_test_add_func ("/core/schema/described", test_described);
  g_test_add_func ("/core/schema/foreign", test_foreign);
  return g_test_run ();
}

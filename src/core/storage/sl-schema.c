/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows which tables a project has. The DDL is text that was written once and is embedded; the
 * statements that read and write rows are made here from the field rows. */

#include "config.h"

#include "storage/sl-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "sl-storage-resources.h"

#define RESOURCE_PREFIX "/io/github/sightline_planner/storage/"

#define N_PLAIN_TABLES 4
#define N_TABLES (SL_N_KINDS + N_PLAIN_TABLES)

typedef struct
{
  char *insert;
  char *select;
  char *delete;
  char **update; /* one a field */
} KindSql;

static const SlSchemaTable plain_tables[N_PLAIN_TABLES] = {
  { "meta", "\"key\", \"value\"", 2, "\"key\"", NULL },
  { "attr", "\"entity\", \"key\", \"value\"", 3, "\"entity\", \"key\"", NULL },
  { "revision",
    "\"id\", \"uid\", \"parent\", \"parent2\", \"at\", \"author\", \"copy_id\", \"format\", "
    "\"note\", \"digest\"",
    10, "\"id\"", NULL },
  { "change", "\"revision\", \"n\", \"field\", \"op\", \"kind\", \"entity\", \"old\", \"new\"", 8,
    "\"revision\", \"n\", \"field\"", NULL },
};

static KindSql kind_sql[SL_N_KINDS];
static SlSchemaTable tables[N_TABLES];

static void
prepare_kind (SlKindId id)
{
  const SlKind *kind = sl_kind (id);
  KindSql *sql = &kind_sql[id];
  g_autoptr (GString) columns = g_string_new ("\"id\"");
  g_autoptr (GString) marks = g_string_new ("?1");

  sql->update = g_new0 (char *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (columns, ", \"%s\"", kind->fields[i].name);
      g_string_append_printf (marks, ", ?%u", i + 2);
      sql->update[i] = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE \"id\" = ?2",
                                        kind->name, kind->fields[i].name);
    }
  sql->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, columns->str,
                                 marks->str);
  sql->select = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY \"id\"", columns->str, kind->name);
  sql->delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", kind->name);
  tables[id]
      = (SlSchemaTable){ kind->name, g_strdup (columns->str), kind->n_fields + 1, "\"id\"", kind };
}

/* Makes all SQL once; it is read-only from then on, for every thread. */
static void
prepare_all (void)
{
  static gsize prepared = 0;

  if (g_once_init_enter (&prepared))
    {
      for (guint i = 0; i < SL_N_KINDS; i++)
        prepare_kind (i);
      for (guint i = 0; i < N_PLAIN_TABLES; i++)
        tables[SL_N_KINDS + i] = plain_tables[i];
      g_once_init_leave (&prepared, 1);
    }
}

const SlSchemaTable *
sl_schema_tables (guint *n)
{
  prepare_all ();
  *n = N_TABLES;
  return tables;
}

const char *
sl_schema_insert_sql (SlKindId kind)
{
  prepare_all ();
  return kind_sql[kind].insert;
}

const char *
sl_schema_select_sql (SlKindId kind)
{
  prepare_all ();
  return kind_sql[kind].select;
}

const char *
sl_schema_update_sql (SlKindId kind, guint field)
{
  prepare_all ();
  return kind_sql[kind].update[field];
}

const char *
sl_schema_delete_sql (SlKindId kind)
{
  prepare_all ();
  return kind_sql[kind].delete;
}

static const char *
resource_text (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sl_storage_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  /* Resources are part of the program, zero-terminated, and stay where they are. */
  return g_bytes_get_data (bytes, NULL);
}

const char *
sl_schema_text (void)
{
  return resource_text ("0001.sql");
}

const char *
sl_schema_local_text (void)
{
  return resource_text ("working-copy.sql");
}

gboolean
sl_schema_create (SlDb *db, GError **error)
{
  return sl_db_exec (db, sl_schema_text (), error);
}

gboolean
sl_schema_create_local (SlDb *db, GError **error)
{
  return sl_db_exec (db, sl_schema_local_text (), error);
}

/* Adds "type name table" -> SQL text of every object of @db to @objects. */
static gboolean
read_objects (SlDb *db, GHashTable *objects, GError **error)
{
  sqlite3_stmt *stmt
      = sl_db_prepare (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  gboolean row = stmt != NULL;

  if (stmt == NULL)
    return FALSE;
  while (sl_db_next (db, stmt, &row, error) && row)
    {
      const char *sql = (const char *)sqlite3_column_text (stmt, 3);
      g_hash_table_insert (objects,
                           g_strdup_printf ("%s %s %s", sqlite3_column_text (stmt, 0),
                                            sqlite3_column_text (stmt, 1),
                                            sqlite3_column_text (stmt, 2)),
                           g_strdup (sql != NULL ? sql : ""));
      /* Thousands of foreign tables are foreign after the first hundreds. */
      if (g_hash_table_size (objects) > 1000)
        {
          sqlite3_reset (stmt);
          return TRUE;
        }
    }
  return !row;
}

/* (transfer none): the objects of the newest format, as SQLite itself writes them down. */
static GHashTable *
our_objects (void)
{
  static GHashTable *objects = NULL;

  if (g_once_init_enter (&objects))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlDb) db = sl_db_open (NULL, SL_DB_MEMORY, &error);

      if (db == NULL || !sl_schema_create (db, &error) || !read_objects (db, made, &error))
        g_critical ("The schema of the program is unusable: %s", error->message);
      g_once_init_leave (&objects, made);
    }
  return objects;
}

gboolean
sl_schema_check (SlDb *db, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *wanted = our_objects ();
  GHashTableIter iter;
  gpointer name, sql;

  if (!read_objects (db, found, error))
    return FALSE;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (wanted, name), sql) != 0)
        {
          g_autofree char *shown = g_utf8_make_valid (name, MIN (strlen (name), 80));
          g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
                       _ ("It holds something that is not part of a project (%s)."), shown);
          return FALSE;
        }
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (found, name))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("A part of it is missing (%s)."),
                       (char *)name);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
sl_schema_has_our_table (SlDb *db, const char *name)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *key = g_strdup_printf ("table %s %s", name, name);

  if (!read_objects (db, found, NULL) || !g_hash_table_contains (found, key))
    return FALSE;
  return g_strcmp0 (g_hash_table_lookup (found, key), g_hash_table_lookup (our_objects (), key))
         == 0;
}

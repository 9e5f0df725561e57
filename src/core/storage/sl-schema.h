/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a project: the frozen DDL of the file format, the tables that only the working copy
 * has, and the SQL that follows from the field rows. */

#pragma once

#include "model/sl-kind.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

/* Format x 1000 + minor version, in the header of each file ("user_version"). */
#define SL_SCHEMA_VERSION 1000
/* "SLN1", in the header of each file. */
#define SL_SCHEMA_APPLICATION_ID 0x534C4E31

/* A table of the document as it is copied and hashed: kinds first, in registry order. */
typedef struct
{
  const char *name;
  const char *columns; /* quoted, separated by ", " */
  guint n_columns;
  const char *key;    /* columns of the primary key, quoted */
  const SlKind *kind; /* NULL: meta, attr, revision, change */
} SlSchemaTable;

/* (transfer none) (array length=n) */
const SlSchemaTable *sl_schema_tables (guint *n);

/* The DDL of the newest format, as embedded. (transfer none) */
const char *sl_schema_text (void);
/* The DDL of the tables that only working copies have. (transfer none) */
const char *sl_schema_local_text (void);
/* Creates the document's tables in an empty database. */
gboolean sl_schema_create (SlDb *db, GError **error);
/* Creates the tables whose names start with '_', which never leave the working copy. */
gboolean sl_schema_create_local (SlDb *db, GError **error);

/**
 * sl_schema_check:
 * @db: a received database on which no statement has run
 *
 * Compares every object of @db with the format's own DDL, byte by byte. Must be the first statement
 * on a received file: what a foreign view, trigger or generated column does, it does when read.
 *
 * Errors: %SL_ERROR_DAMAGED naming the first object that differs or is missing.
 */
gboolean sl_schema_check (SlDb *db, GError **error);

/* Whether the table @name of @db is a plain table with exactly our DDL, and so safe to read, though
 * the rest of the schema is not ours. */
gboolean sl_schema_has_our_table (SlDb *db, const char *name);

/* INSERT INTO kind (id, fields ...) VALUES (?1, ?2 ...). (transfer none) */
const char *sl_schema_insert_sql (SlKindId kind);
/* SELECT id, fields ... FROM kind ORDER BY id. (transfer none) */
const char *sl_schema_select_sql (SlKindId kind);
/* UPDATE kind SET field = ?1 WHERE id = ?2. (transfer none) */
const char *sl_schema_update_sql (SlKindId kind, guint field);
/* DELETE FROM kind WHERE id = ?1. (transfer none) */
const char *sl_schema_delete_sql (SlKindId kind);

G_END_DECLS

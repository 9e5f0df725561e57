/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads received bytes with suspicion: what they are if they are no project, whether they are
 * whole, whether the schema is ours, whether the content is what was written. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "storage/sl-image.h"
#include "storage/sl-schema.h"

/* The SQLite database header (https://www.sqlite.org/fileformat.html, section 1.3). */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_WRITE_VERSION 18
#define HEADER_READ_VERSION 19
#define HEADER_N_PAGES 28
#define HEADER_ENCODING 56
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

#define SNIFF_SIZE 4096

static guint32
read_u32 (const guint8 *data, gsize offset)
{
  guint32 big_endian;

  memcpy (&big_endian, data + offset, sizeof big_endian);
  return GUINT32_FROM_BE (big_endian);
}

static gboolean
looks_like_text (const guint8 *data, gsize size)
{
  const char *end;
  gsize n = MIN (size, SNIFF_SIZE);

  if (memchr (data, 0, n) != NULL)
    return FALSE;
  /* The cut may go through a character. */
  return g_utf8_validate ((const char *)data, (gssize)n, &end)
         || (size > n && (gsize)(end - (const char *)data) + 4 > n);
}

static void
set_not_ours (const guint8 *data, gsize size, const char *name, GError **error)
{
  const char *reason;

  if (size == 0)
    reason = _ ("The file is empty.");
  else if (size >= 4 && memcmp (data, "%PDF", 4) == 0)
    reason = _ ("It is a PDF document.");
  else if (size >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    reason = _ ("It is an office document or an archive.");
  else if (size >= 16 && memcmp (data, HEADER_MAGIC, 16) == 0)
    reason = _ ("It is a database of another program.");
  else if (looks_like_text (data, size))
    reason = _ ("It is a text file.");
  else
    reason = _ ("It is another kind of file.");
  g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS, _ ("“%s” is not a Sightline project. %s"), name,
               reason);
}

static void
set_damaged (const char *name, const char *reason, GError **error)
{
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
               _ ("“%s” is damaged or was edited by another program. %s"), name, reason);
}

/* Whether the file is as long as it says: catches what was cut off or added. */
static gboolean
check_size (const guint8 *data, gsize size, const char *name, GError **error)
{
  guint32 page_size = (guint32)data[HEADER_PAGE_SIZE] << 8 | data[HEADER_PAGE_SIZE + 1];
  guint64 wanted;

  if (page_size == 1)
    page_size = 65536;
  wanted = (guint64)page_size * read_u32 (data, HEADER_N_PAGES);
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    set_damaged (name, _ ("Its header is not valid."), error);
  else if (size < wanted)
    g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
                 _ ("“%s” is not complete: it has %llu of %llu bytes."), name,
                 (unsigned long long)size, (unsigned long long)wanted);
  else if (size > wanted)
    set_damaged (name, _ ("It is longer than it says."), error);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_header (const guint8 *data, gsize size, const char *name, GError **error)
{
  if (size < 16 || memcmp (data, HEADER_MAGIC, 16) != 0)
    {
      set_not_ours (data, size, name, error);
      return FALSE;
    }
  if (size < HEADER_SIZE)
    {
      set_damaged (name, _ ("It ends within its header."), error);
      return FALSE;
    }
  if (read_u32 (data, HEADER_APPLICATION_ID) != SL_SCHEMA_APPLICATION_ID)
    {
      set_not_ours (data, size, name, error);
      return FALSE;
    }
  if (!check_size (data, size, name, error))
    return FALSE;
  if (read_u32 (data, HEADER_ENCODING) == 1 && data[HEADER_WRITE_VERSION] - 1u <= 1
      && data[HEADER_READ_VERSION] - 1u <= 1
      && read_u32 (data, HEADER_USER_VERSION) >= SL_SCHEMA_VERSION)
    return TRUE;
  set_damaged (name, _ ("Its header is not valid."), error);
  return FALSE;
}

/* Another tool may have switched the file to write-ahead logging; what it holds is the same, but a
 * database in memory has no such log. (transfer full) */
static GBytes *
without_wal (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 *copy;

  if (data[HEADER_WRITE_VERSION] == 1 && data[HEADER_READ_VERSION] == 1)
    return g_bytes_ref (bytes);
  copy = g_memdup2 (data, size);
  copy[HEADER_WRITE_VERSION] = copy[HEADER_READ_VERSION] = 1;
  return g_bytes_new_take (copy, size);
}

/* The file says that it needs a newer program; @db is only read where that is safe. */
static void
set_newer (SlDb *db, const char *name, GError **error)
{
  g_autofree char *app
      = sl_schema_has_our_table (db, "meta") ? sl_image_get_meta (db, "app") : NULL;
  gboolean plain = app != NULL && *app != '\0' && strlen (app) < 40;

  for (const char *p = app; plain && *p != '\0'; p++)
    plain = g_ascii_isalnum (*p) || strchr (".-+~", *p) != NULL;
  if (plain)
    g_set_error (error, SL_ERROR, SL_ERROR_NEWER,
                 _ ("“%s” was made by Sightline %s and needs that version or a newer one; this is "
                    "version %s."),
                 name, app, SL_VERSION);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_NEWER,
                 _ ("“%s” needs a newer version of Sightline; this is version %s."), name,
                 SL_VERSION);
}

static gboolean
check_structure (SlDb *db, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, "PRAGMA quick_check(1)", error);
  gboolean row, ok;

  if (stmt == NULL || !sl_db_next (db, stmt, &row, error))
    return FALSE;
  ok = row && g_strcmp0 ((const char *)sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_reset (stmt);
  if (!ok)
    g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("Its structure is broken."));
  return ok;
}

static gboolean
check_digest (SlDb *db, GError **error)
{
  g_autofree char *written = sl_image_get_meta (db, "digest");
  g_autofree char *found = sl_image_digest (db, TRUE, error);

  if (found == NULL)
    return FALSE;
  if (g_strcmp0 (written, found) == 0)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
               _ ("Its content is not what Sightline has written."));
  return FALSE;
}

SlDb *
sl_image_open (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) readable = NULL;
  g_autoptr (SlDb) db = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *min_reader = NULL;

  if (!check_header (data, size, name, error))
    return NULL;
  readable = without_wal (bytes);
  db = sl_db_open_bytes (readable, &reason);
  if (db != NULL && read_u32 (data, HEADER_USER_VERSION) > SL_SCHEMA_VERSION)
    {
      set_newer (db, name, error);
      return NULL;
    }
  if (db == NULL || !sl_schema_check (db, &reason) || !check_structure (db, &reason)
      || !check_digest (db, &reason))
    {
      if (g_error_matches (reason, SL_ERROR, SL_ERROR_LIMIT))
        g_set_error (error, SL_ERROR, SL_ERROR_LIMIT,
                     _ ("“%s” asks for more work than a project may; it was not opened."), name);
      else
        set_damaged (name, reason->message, error);
      return NULL;
    }
  min_reader = sl_image_get_meta (db, "min_reader");
  if (min_reader == NULL || atoi (min_reader) > SL_SCHEMA_VERSION)
    {
      set_newer (db, name, error);
      return NULL;
    }
  return g_steal_pointer (&db);
}

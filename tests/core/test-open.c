/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening what is not a project, not whole, not ours or meant to harm: one clear sentence, and
 * nothing changes on disk. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "state-fixture.h"
#include "storage/sl-image.h"

#define NOBODY 65534

/* A good project's bytes and its dump. */
static char *good;
static gsize n_good;
static char *good_dump;

static void
make_good (void)
{
  g_autofree char *path = state_path ("good.sightline");
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  g_assert_no_error (error);
  state_fill (project);
  g_assert_true (sl_project_save_as (project, path, &error));
  state_add_goal (project, "Later");
  good_dump = state_dump (project);
  g_assert_true (sl_project_close (project, &error));
  g_assert_finalize_object (project);
  g_assert_true (g_file_get_contents (path, &good, &n_good, &error));
}

static void
write_file (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static guint
count_working_copies (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("XDG_STATE_HOME"), SL_APP_ID, "docs", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Opens @path, which is refused with @code and a sentence that holds @words. */
static void
assert_refused (const char *path, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;
  guint n_copies = count_working_copies ();
  gboolean readable = g_file_test (path, G_FILE_TEST_IS_REGULAR)
                      && g_file_get_contents (path, &before, &n_before, NULL);
  SlProject *project = sl_project_open (path, &error);

  g_assert_null (project);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, SL_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (count_working_copies (), ==, n_copies);
  if (readable)
    {
      g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
test_not_ours (void)
{
  static const struct
  {
    const char *data;
    const char *words;
  } cases[] = {
    { "", "empty" },
    { "Meeting notes\n- ask Anna\n", "text file" },
    { "<?xml version=\"1.0\"?><Project/>", "text file" },
    { "%PDF-1.5\n\x01\x02", "PDF" },
    { "PK\3\4\x14", "archive" },
    { "\x89PNG\r\n\x1a\n", "another kind" },
  };
  g_autofree char *path = state_path ("notes.sightline");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_file (path, cases[i].data, strlen (cases[i].data));
      assert_refused (path, SL_ERROR_NOT_OURS, cases[i].words);
    }
}

static void
test_other_database (void)
{
  g_autofree char *path = state_path ("other.sightline");
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE goal (id INTEGER)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  assert_refused (path, SL_ERROR_NOT_OURS, "database of another program");
}

static void
test_no_file (void)
{
  g_autofree char *path = state_path ("thing.sightline");
  int fd;

  assert_refused (path, SL_ERROR_NOT_FOUND, "no file");
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  assert_refused (path, SL_ERROR_NOT_OURS, "folder");
  g_free (path);
  path = state_path ("thing.sightline");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, SL_ERROR_NOT_OURS, "pipe");
  g_free (path);
  path = state_path ("thing.sightline");
  fd = open (path, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (fd, G_GINT64_CONSTANT (3) << 30), ==, 0);
  close (fd);
  /* Not read by the comparison of assert_refused(): too large for it too. */
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (sl_project_open (path, &error));
    g_assert_error (error, SL_ERROR, SL_ERROR_LIMIT);
  }
  g_unlink (path);
}

static void
test_unreadable (void)
{
  g_autofree char *path = state_path ("secret.sightline");
  gboolean superuser = geteuid () == 0;

  write_file (path, good, n_good);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  if (superuser)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (sl_project_open (path, &error));
    g_assert_error (error, SL_ERROR, SL_ERROR_IO);
    g_assert_nonnull (strstr (error->message, "cannot be read"));
  }
  if (superuser)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
assert_refusal_code (const GError *error)
{
  g_assert_true (error->code == SL_ERROR_DAMAGED || error->code == SL_ERROR_NOT_OURS
                 || error->code == SL_ERROR_NEWER || error->code == SL_ERROR_LIMIT);
}

/* Reads damaged bytes as opening does, without the disk: refused, or the same content. */
static gboolean
assert_never_different (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_image_read (bytes, "damaged", &error);
  g_autofree char *dump = NULL;

  if (store == NULL)
    {
      assert_refusal_code (error);
      return FALSE;
    }
  dump = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_assert_cmpstr (dump, ==, good_dump);
  return TRUE;
}

/* The same through the whole program. */
static gboolean
assert_opens_same (const char *path, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  SlProject *project;

  write_file (path, data, size);
  project = sl_project_open (path, &error);
  if (project == NULL)
    {
      assert_refusal_code (error);
      return FALSE;
    }
  dump = state_dump (project);
  g_assert_cmpstr (dump, ==, good_dump);
  g_assert_true (sl_project_close (project, &error));
  g_object_unref (project);
  return TRUE;
}

static void
test_truncated (void)
{
  g_autofree char *path = state_path ("cut.sightline");

  for (gsize size = 0; size < n_good; size += size < 200 ? 13 : 1777)
    g_assert_false (assert_never_different (good, size));
  g_assert_false (assert_opens_same (path, good, n_good / 2));
  {
    g_autofree char *longer = g_malloc0 (n_good + 4096);
    memcpy (longer, good, n_good);
    g_assert_false (assert_never_different (longer, n_good + 4096));
    g_assert_false (assert_never_different (longer, n_good + 1));
  }
}

static void
test_flipped (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_accepted = 0;
  guint n = g_test_thorough () ? 20000 : 1500;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < n; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (good, n_good);
      guint length = i % 3 == 0 ? (guint)g_rand_int_range (rand, 2, 600) : 1;

      for (guint j = 0; j < length; j++)
        {
          gsize at = (gsize)g_rand_int_range (rand, 0, (int)n_good);
          /* A third of the flips go where everything starts. */
          if (i % 3 == 1)
            at %= 4096;
          bytes[at] ^= (guint8)(1 << g_rand_int_range (rand, 0, 8));
        }
      n_accepted += assert_never_different (bytes, n_good);
      if (i < 20)
        {
          g_autofree char *path = state_path ("flipped.sightline");
          assert_opens_same (path, bytes, n_good);
        }
    }
  g_test_message ("%u of %u damaged files were read, with the content they had", n_accepted, n);
}

/* Changes a good file by another program; @digest: and covers it up. */
static char *
tampered (const char *sql, gboolean digest)
{
  char *path = state_path ("tampered.sightline");
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  char *message = NULL;
  sqlite3 *db;
  SlDb *ours;

  write_file (path, good, n_good);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
  if (digest)
    {
      ours = sl_db_open (path, SL_DB_SIDE, &error);
      g_assert_no_error (error);
      g_assert_true (sl_db_exec (ours, "PRAGMA journal_mode = DELETE", &error));
      found = sl_image_digest (ours, TRUE, &error);
      g_assert_no_error (error);
      g_assert_true (sl_image_set_meta (ours, "digest", found, &error));
      sl_db_close (ours);
    }
  return path;
}

static void
test_tampered (void)
{
  static const struct
  {
    const char *sql;
    int code;
    const char *words;
  } cases[] = {
    { "UPDATE goal SET title = 'Other'", SL_ERROR_DAMAGED, "not what Sightline has written" },
    { "DELETE FROM position", SL_ERROR_DAMAGED, "not what Sightline has written" },
    { "CREATE VIEW extra AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)"
      " SELECT i FROM c",
      SL_ERROR_DAMAGED, "view extra" },
    { "DROP TABLE attr; CREATE VIEW attr AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT"
      " i + 1 FROM c) SELECT i AS entity, 'k' AS key, 'v' AS value FROM c",
      SL_ERROR_DAMAGED, "attr" },
    { "CREATE TRIGGER extra AFTER INSERT ON goal BEGIN DELETE FROM goal; END", SL_ERROR_DAMAGED,
      "trigger extra" },
    { "DROP TABLE attr; CREATE TABLE attr (entity, key, value AS (hex (zeroblob (450000000))))",
      SL_ERROR_DAMAGED, "attr" },
    { "CREATE INDEX extra ON goal (length (hex (zeroblob (due))))", SL_ERROR_DAMAGED, "extra" },
    { "CREATE VIRTUAL TABLE extra USING fts5 (a)", SL_ERROR_DAMAGED, "extra" },
    { "DROP TABLE attr", SL_ERROR_DAMAGED, "attr" },
    { "PRAGMA user_version = 3001; UPDATE meta SET value = '7.2' WHERE key = 'app';"
      "UPDATE meta SET value = '3001' WHERE key = 'min_reader'; CREATE TABLE extra (a)",
      SL_ERROR_NEWER, "Sightline 7.2" },
    { "PRAGMA user_version = 3001; DROP TABLE meta; CREATE TABLE meta (a)", SL_ERROR_NEWER,
      "newer version" },
    { "PRAGMA user_version = 1", SL_ERROR_DAMAGED, "header" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = tampered (cases[i].sql, FALSE);
      assert_refused (path, cases[i].code, cases[i].words);
    }
}

/* Content that follows from no edit of ours, under a digest that fits. */
static void
test_hostile_content (void)
{
  static const struct
  {
    const char *sql;
    int code;
    const char *words;
  } cases[] = {
    { "UPDATE meta SET value = '3001' WHERE key = 'min_reader'", SL_ERROR_NEWER, "newer" },
    { "UPDATE goal SET owner = 4294967299", SL_ERROR_DAMAGED, "does not exist" },
    { "UPDATE goal SET parent = id", SL_ERROR_DAMAGED, "circle" },
    { "UPDATE goal SET status = 99", SL_ERROR_DAMAGED, "structure" },
    { "UPDATE goal SET due = 36524000", SL_ERROR_DAMAGED, "structure" },
    { "UPDATE goal SET progress = 9e999", SL_ERROR_DAMAGED, "structure" },
    { "UPDATE goal SET title = 'rtl' || char (8238) || 'gnp.exe'", SL_ERROR_DAMAGED, "Title" },
    { "UPDATE goal SET title = 'nul' || char (0) || 'inside'", SL_ERROR_DAMAGED, "read" },
    { "UPDATE goal SET title = CAST (x'80fffe41' AS TEXT)", SL_ERROR_DAMAGED, "read" },
    { "UPDATE goal SET title = printf ('%.*c', 3000, 'x')", SL_ERROR_DAMAGED, "structure" },
    { "UPDATE note SET item = 4294967299", SL_ERROR_DAMAGED, "does not exist" },
    { "UPDATE position SET id = id + 1", SL_ERROR_DAMAGED, "id" },
    { "INSERT INTO project SELECT id + 1, title, vision, mission, start, next_meeting,"
      " currency, hours_per_day, work_week, fiscal_month, feedback, position_days FROM project",
      SL_ERROR_DAMAGED, "one record" },
    { "DELETE FROM project", SL_ERROR_DAMAGED, "one record" },
    { "INSERT INTO note (id, text) SELECT min (id), 'x' FROM goal", SL_ERROR_DAMAGED,
      "cannot be read" },
    { "UPDATE change SET entity = 1", SL_ERROR_DAMAGED, "" },
    { "UPDATE dependency SET before = after", SL_ERROR_DAMAGED, "itself" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = tampered (cases[i].sql, TRUE);
      g_test_message ("%s", cases[i].sql);
      assert_refused (path, cases[i].code, cases[i].words);
    }
}

/* What another tool may do without harm. */
static void
test_harmless (void)
{
  static const char *const sql[] = {
    "PRAGMA journal_mode = WAL",
    "VACUUM",
    "PRAGMA page_size = 8192; VACUUM",
    "UPDATE goal SET title = title",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autofree char *path = tampered (sql[i], FALSE);
      g_autofree char *bytes = NULL;
      gsize n;
      g_test_message ("%s", sql[i]);
      g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
      g_assert_true (assert_opens_same (path, bytes, n));
    }
}

/* The folder of the working copy of @path. (transfer full) */
static char *
find_work_dir (const char *path)
{
  g_autofree char *root = g_build_filename (g_getenv ("XDG_STATE_HOME"), SL_APP_ID, "docs", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *key;

  while ((key = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = g_build_filename (root, key, "path", NULL);
      g_autofree char *other = NULL;
      if (g_file_get_contents (link, &other, NULL, NULL) && strcmp (other, path) == 0)
        return g_build_filename (root, key, NULL);
    }
  g_assert_not_reached ();
}

/* A damaged working copy is put aside; the file is as it was. */
static void
test_damaged_working_copy (void)
{
  g_autofree char *path = state_path ("again.sightline");
  g_autoptr (GError) error = NULL;
  g_autofree char *work_dir = NULL;
  g_autofree char *work = NULL;
  g_autofree char *wal = NULL;
  g_autofree char *dump = NULL;
  SlProject *project;

  write_file (path, good, n_good);
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
  work_dir = find_work_dir (path);
  work = g_build_filename (work_dir, "work.db", NULL);
  wal = g_build_filename (work_dir, "work.db-wal", NULL);
  write_file (work, "ruined", 6);
  g_unlink (wal);
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "damaged"));
  dump = state_dump (project);
  g_assert_cmpstr (dump, ==, good_dump);
  state_add_goal (project, "Works again");
  g_assert_true (sl_project_close (project, &error));
  g_assert_finalize_object (project);
}

/* --- Working copies of other versions --- */

/* Opens the good project as @name and adds two goals; then lets go as a crash would, or closes. */
static char *
leave_working_copy (const char *name, gboolean crash)
{
  char *path = state_path (name);
  g_autoptr (GError) error = NULL;
  SlProject *project;

  write_file (path, good, n_good);
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  state_add_goal (project, "Before the update");
  state_add_goal (project, "Unsaved");
  if (!crash)
    g_assert_true (sl_project_close (project, &error));
  g_assert_finalize_object (project);
  return path;
}

/* Makes the working copy of @path look as if another version had made it. */
static void
age_working_copy (const char *path, const char *sql)
{
  g_autofree char *work_dir = find_work_dir (path);
  g_autofree char *work = g_build_filename (work_dir, "work.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (work, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db, "UPDATE _ws SET value = 'other' WHERE key = 'layout'", NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Changes that are not in the file yet outlive an update of the program, and are published. */
static void
test_other_version_unsaved (void)
{
  g_autofree char *path = leave_working_copy ("update.sightline", TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SlProject *project;

  age_working_copy (path, "DROP TABLE _view; ALTER TABLE _undo_step RENAME TO _step");
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "Restored 2 changes"));
  before = state_dump (project);
  g_assert_nonnull (strstr (before, "Before the update"));
  g_assert_nonnull (strstr (before, "Unsaved"));
  g_assert_false (sl_project_can_undo (project));
  state_add_goal (project, "After");
  g_assert_true (sl_project_undo (project, &error));
  g_assert_true (sl_project_save (project, &error));
  g_assert_no_error (error);
  g_assert_true (sl_project_close (project, &error));
  g_assert_finalize_object (project);

  project = sl_project_new_from_file (path, &error);
  g_assert_no_error (error);
  after = state_dump (project);
  g_assert_cmpstr (after, ==, before);
  sl_project_discard (project);
  g_assert_finalize_object (project);
}

/* Where the file has everything, it counts. */
static void
test_other_version_saved (void)
{
  g_autofree char *path = leave_working_copy ("updated.sightline", FALSE);
  g_autoptr (GError) error = NULL;
  SlProject *project;

  age_working_copy (path, "DROP TABLE _change");
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "cannot be undone"));
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_false (sl_project_can_undo (project));
  state_add_goal (project, "After");
  g_assert_true (sl_project_close (project, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (project);
}

/* What this version cannot read is not thrown away, and not taken for damage. */
static void
test_other_version_unreadable (void)
{
  g_autofree char *path = leave_working_copy ("future.sightline", TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *dump = NULL;
  const char *notice, *from;
  SlProject *project;

  age_working_copy (path, "ALTER TABLE goal RENAME COLUMN title TO headline");
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  notice = sl_project_get_notice (project);
  g_assert_nonnull (strstr (notice, "Another version"));
  from = strstr (notice, "“") + strlen ("“");
  aside = g_strndup (from, (gsize)(strstr (from, "”") - from));
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));
  dump = state_dump (project);
  g_assert_cmpstr (dump, ==, good_dump);
  g_assert_true (sl_project_close (project, &error));
  g_assert_finalize_object (project);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  make_good ();
  g_test_add_func ("/core/open/not-ours", test_not_ours);
  g_test_add_func ("/core/open/other-database", test_other_database);
  g_test_add_func ("/core/open/no-file", test_no_file);
  g_test_add_func ("/core/open/unreadable", test_unreadable);
  g_test_add_func ("/core/open/truncated", test_truncated);
  g_test_add_func ("/core/open/flipped", test_flipped);
  g_test_add_func ("/core/open/tampered", test_tampered);
  g_test_add_func ("/core/open/hostile-content", test_hostile_content);
  g_test_add_func ("/core/open/harmless", test_harmless);
  g_test_add_func ("/core/open/damaged-working-copy", test_damaged_working_copy);
  g_test_add_func ("/core/open/other-version-unsaved", test_other_version_unsaved);
  g_test_add_func ("/core/open/other-version-saved", test_other_version_saved);
  g_test_add_func ("/core/open/other-version-unreadable", test_other_version_unreadable);
  result = g_test_run ();
  g_free (good);
  g_free (good_dump);
  state_clear ();
  return result;
}

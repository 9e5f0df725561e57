/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kills, full disks, folders without permission, two processes. All work is done in children, so
 * that the parent holds no lock, no thread and no connection. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "state-fixture.h"
#include "storage/sl-image.h"
#include "storage/sl-publish.h"

#define NOBODY 65534

/* What the children tell the parent. */
typedef struct
{
  volatile int attempted; /* edits begun */
  volatile int acknowledged;
  volatile int save_attempted; /* edits that a save was asked for */
  volatile int saved;
} Shared;

static Shared *shared;

/* Runs @function in a child; its exit code, or minus its signal. */
static int
run_child (int (*function) (const char *path), const char *path, int kill_after_us)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (function (path));
  if (kill_after_us >= 0)
    {
      g_usleep ((gulong)kill_after_us);
      kill (child, SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

static int
report (const char *what, const GError *error)
{
  g_printerr ("# %s: %s\n", what, error != NULL ? error->message : "");
  return 1;
}

/* --- Kills --- */

static int
create_project (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  if (project == NULL || !sl_project_save_as (project, path, &error)
      || !sl_project_close (project, &error))
    return report ("create", error);
  return 0;
}

/* Edits and saves until it is killed. */
static int
edit_for_ever (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_open (path, &error);

  if (project == NULL)
    return report ("open", error);
  for (int n = state_count_edits (sl_project_get_snapshot (project)) + 1;; n++)
    {
      g_autofree char *title = g_strdup_printf ("%d", n);

      shared->attempted = n;
      state_add_goal (project, title);
      shared->acknowledged = n;
      if (n % 7 != 0)
        continue;
      shared->save_attempted = n;
      if (!sl_project_save (project, &error))
        return report ("save", error);
      shared->saved = n;
    }
}

/* What the user's file alone says, read as somebody else would. */
static int
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlStore) store = NULL;
  gsize size;
  int n;

  if (!g_file_get_contents (path, &data, &size, &error))
    return report ("file", error);
  bytes = g_bytes_new (data, size);
  store = sl_image_read (bytes, "plan", &error);
  if (store == NULL)
    return report ("file", error);
  n = state_count_edits (sl_store_get_snapshot (store));
  if (n >= shared->saved && n <= shared->save_attempted)
    return 0;
  g_printerr ("# the file has %d edits, saved %d, asked for %d\n", n, shared->saved,
              shared->save_attempted);
  return 2;
}

/* Opens after the kill: what was acknowledged is there, and the project can be saved and undone. */
static int
recover (const char *path)
{
  g_autoptr (GError) error = NULL;
  int n = check_file (path);
  SlProject *project;

  if (n != 0)
    return n;
  project = sl_project_open (path, &error);
  if (project == NULL)
    return report ("recover", error);
  n = state_count_edits (sl_project_get_snapshot (project));
  if (n < shared->acknowledged || n > shared->attempted)
    {
      g_printerr ("# recovered %d edits, acknowledged %d, attempted %d\n", n, shared->acknowledged,
                  shared->attempted);
      return 3;
    }
  if (n > 0 && (!sl_project_undo (project, &error) || !sl_project_redo (project, &error)))
    return report ("undo", error);
  if (!sl_project_save (project, &error) || !sl_project_close (project, &error))
    return report ("save", error);
  shared->attempted = shared->acknowledged = shared->saved = shared->save_attempted = n;
  return check_file (path);
}

static void
test_kill (void)
{
  g_autofree char *path = state_path ("killed.sightline");
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_trials = g_test_thorough () ? 2000 : 100;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  memset (shared, 0, sizeof *shared);
  g_test_message ("seed %u", seed);
  g_assert_cmpint (run_child (create_project, path, -1), ==, 0);
  for (; n < n_trials; n++)
    {
      int delay_us = g_rand_int_range (rand, 0, 120000);

      g_assert_cmpint (run_child (edit_for_ever, path, delay_us), ==, -SIGKILL);
      g_assert_cmpint (run_child (recover, path, -1), ==, 0);
      if (!g_test_thorough () && g_get_monotonic_time () - start > 30 * G_USEC_PER_SEC)
        break;
    }
  g_test_message ("%u kills, %d edits", n, shared->attempted);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpint (shared->attempted, >, 0);
}

/* --- Two processes --- */

static int
open_busy (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_open (path, &error);

  if (project != NULL)
    return 1;
  return g_error_matches (error, SL_ERROR, SL_ERROR_BUSY) ? 0 : report ("busy", error);
}

static int
hold_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_open (path, &error);
  pid_t child;
  int status;

  if (project == NULL)
    return report ("open", error);
  /* The other one starts from nothing: a fork would share this process's locks. */
  child = fork ();
  if (child == 0)
    {
      execl ("/proc/self/exe", "test-faults", "--open-busy", path, NULL);
      _exit (9);
    }
  if (waitpid (child, &status, 0) != child || status != 0)
    return 2;
  return sl_project_close (project, &error) ? 0 : report ("close", error);
}

static void
test_two_processes (void)
{
  g_autofree char *path = state_path ("two.sightline");

  memset (shared, 0, sizeof *shared);
  g_assert_cmpint (run_child (create_project, path, -1), ==, 0);
  g_assert_cmpint (run_child (hold_open, path, -1), ==, 0);
  g_assert_cmpint (run_child (recover, path, -1), ==, 0);
}

/* --- A folder that may not be written --- */

/* With a state folder of its own. */
static gboolean
become_nobody (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *state = g_strconcat (dir, "-state", NULL);

  g_mkdir (state, 0777);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  return geteuid () != 0 || (chmod (state, 0777) == 0 && setuid (NOBODY) == 0);
}

static int
edit_as_nobody (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *copy = g_strconcat (dir, "-state/copy.sightline", NULL);
  g_autoptr (GError) error = NULL;
  SlProject *project;

  if (!become_nobody (path))
    return 4;
  project = sl_project_open (path, &error);
  if (project == NULL)
    return report ("open", error);
  state_add_goal (project, "1");
  if (sl_project_save (project, &error) || !g_error_matches (error, SL_ERROR, SL_ERROR_IO))
    return report ("saved where it must not", error);
  g_clear_error (&error);
  if (sl_project_get_saved_state (project) != SL_SAVE_FAILED
      || strstr (sl_project_get_save_error (project), "Your work is safe") == NULL)
    return 5;
  if (!sl_project_save_as (project, copy, &error) || !sl_project_close (project, &error))
    return report ("copy", error);
  return 0;
}

static void
test_no_permission (void)
{
  g_autofree char *dir = state_path ("locked");
  g_autofree char *path = g_build_filename (dir, "plan.sightline", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *parent = g_path_get_dirname (dir);
  gsize n_before, n_after;

  g_assert_cmpint (g_mkdir (dir, 0755), ==, 0);
  g_assert_cmpint (chmod (parent, 0755), ==, 0);
  g_assert_cmpint (run_child (create_project, path, -1), ==, 0);
  g_assert_cmpint (chmod (path, 0444), ==, 0);
  g_assert_cmpint (chmod (dir, 0555), ==, 0);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_cmpint (run_child (edit_as_nobody, path, -1), ==, 0);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpint (chmod (dir, 0755), ==, 0);
}

/* --- A folder that takes no new file --- */

static int
save_in_place (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project;

  if (!become_nobody (path))
    return 4;
  project = sl_project_open (path, &error);
  if (project == NULL)
    return report ("open", error);
  state_add_goal (project, "1");
  if (!sl_project_save (project, &error))
    return report ("save", error);
  state_add_goal (project, "2");
  if (!sl_project_close (project, &error))
    return report ("close", error);
  return 0;
}

/* As after a power cut while the file was being overwritten: half of it is the new content, which
 * is also there as a whole. */
static void
tear (const char *path, GBytes *wanted)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *docs = g_strdup_printf ("%s-state/" SL_APP_ID "/docs", dir);
  g_autofree char *hash = sl_image_hash (wanted);
  g_autofree char *sql = g_strdup_printf ("UPDATE _ws SET value = '%s' WHERE key = 'pending';"
                                          "UPDATE _ws SET value = 'lost' WHERE key = 'base_hash'",
                                          hash);
  g_autoptr (GDir) entries = g_dir_open (docs, 0, NULL);
  const char *entry;

  while ((entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *work = g_build_filename (docs, entry, "work.db", NULL);
      g_autofree char *pending = g_build_filename (docs, entry, SL_PUBLISH_PENDING, NULL);
      sqlite3 *db;

      if (!g_file_test (work, G_FILE_TEST_EXISTS))
        continue;
      g_assert_true (g_file_set_contents (pending, g_bytes_get_data (wanted, NULL),
                                          (gssize)g_bytes_get_size (wanted), NULL));
      g_assert_cmpint (sqlite3_open (work, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
    }
  g_assert_cmpint (truncate (path, (off_t)g_bytes_get_size (wanted) / 2), ==, 0);
}

static int
open_torn (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project;

  if (!become_nobody (path))
    return 4;
  project = sl_project_open (path, &error);
  if (project == NULL)
    return report ("open", error);
  if (state_count_edits (sl_project_get_snapshot (project)) != 2
      || sl_project_get_saved_state (project) != SL_SAVED)
    return 5;
  return sl_project_close (project, &error) ? 0 : report ("close", error);
}

static GBytes *
read_bytes (const char *path)
{
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_in_place (void)
{
  g_autofree char *dir = state_path ("shared");
  g_autofree char *path = g_build_filename (dir, "plan.sightline", NULL);
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_cmpint (g_mkdir (dir, 0755), ==, 0);
  g_assert_cmpint (chmod (parent, 0755), ==, 0);
  g_assert_cmpint (run_child (create_project, path, -1), ==, 0);
  g_assert_cmpint (chmod (path, 0666), ==, 0);
  g_assert_cmpint (chmod (dir, 0555), ==, 0);
  g_assert_cmpint (run_child (save_in_place, path, -1), ==, 0);
  bytes = read_bytes (path);
  store = sl_image_read (bytes, "plan", &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_count_edits (sl_store_get_snapshot (store)), ==, 2);

  tear (path, bytes);
  g_assert_cmpint (run_child (open_torn, path, -1), ==, 0);
  again = read_bytes (path);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpint (chmod (dir, 0755), ==, 0);
}

/* --- A full disk --- */

/* Fills the file system of @path to the last block. */
static void
fill_disk (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  g_autofree char *block = g_malloc0 (65536);
  gsize size = 65536;

  while (size > 0)
    if (write (fd, block, size) <= 0)
      size /= 2;
  close (fd);
}

static gboolean
add_prose (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  SlValue values[SL_NOTE_N_FIELDS] = { 0 };
  g_autofree char *text = g_strnfill (60000, 'x');
  gboolean ok;

  values[SL_NOTE_TEXT] = sl_value_text (text);
  ok = sl_txn_insert (txn, SL_KIND_NOTE, SL_ID_NONE, values, &result->id, error);
  sl_value_clear (&values[SL_NOTE_TEXT]);
  return ok;
}

static gboolean
remove_note (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  return sl_txn_remove (txn, SL_KIND_NOTE, g_variant_get_int64 (params), error);
}

static const SlCommand add_command = { "test.note", "Note", "()", add_prose };
static const SlCommand remove_command = { "test.remove", "Remove", "x", remove_note };

/* Edits on a full disk until refused; then what makes room still works, and after room was made
 * everything does. @path: on the same disk. */
static int
edit_on_full_disk (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *filler = g_build_filename (dir, "filler", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) first = NULL;
  SlProject *project;
  SlId id = SL_ID_NONE;
  guint n = 0;

  g_setenv ("XDG_STATE_HOME", dir, TRUE);
  project = sl_project_new (&error);
  if (project == NULL || !sl_project_save_as (project, path, &error))
    return report ("new", error);
  if (!sl_project_run_command (project, &add_command, NULL, &id, &error)
      || !sl_project_save (project, &error))
    return report ("first", error);
  first = g_variant_ref_sink (g_variant_new_int64 (id));
  fill_disk (filler);
  while (n < 500 && sl_project_run_command (project, &add_command, NULL, NULL, &error))
    n++;
  if (n == 500 || !g_error_matches (error, SL_ERROR, SL_ERROR_FULL))
    return report ("not full", error);
  g_clear_error (&error);
  if (sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_NOTE))
      != n + 1)
    return 6;
  if (!sl_project_run_command (project, &remove_command, first, NULL, &error))
    return report ("remove while full", error);
  if (!sl_project_undo (project, &error))
    return report ("undo while full", error);
  g_unlink (filler);
  if (!sl_project_run_command (project, &add_command, NULL, NULL, &error)
      || !sl_project_save (project, &error) || !sl_project_close (project, &error))
    return report ("after room was made", error);
  return 0;
}

static void
test_full_disk (void)
{
  g_autofree char *dir = state_path ("small");
  g_autofree char *path = g_build_filename (dir, "plan.sightline", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  int result;

  g_assert_cmpint (g_mkdir (dir, 0755), ==, 0);
  if (mount ("tmpfs", dir, "tmpfs", 0, "size=40m") != 0)
    {
      g_test_skip ("A small file system cannot be mounted here");
      return;
    }
  result = run_child (edit_on_full_disk, path, -1);
  if (g_file_get_contents (path, &data, &size, &error))
    bytes = g_bytes_new (data, size);
  umount (dir);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 60000);
}

int
main (int argc, char **argv)
{
  int result;

  if (argc == 3 && strcmp (argv[1], "--open-busy") == 0)
    return open_busy (argv[2]);
  state_init ();
  shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/faults/kill", test_kill);
  g_test_add_func ("/core/faults/two-processes", test_two_processes);
  g_test_add_func ("/core/faults/no-permission", test_no_permission);
  g_test_add_func ("/core/faults/in-place", test_in_place);
  g_test_add_func ("/core/faults/full-disk", test_full_disk);
  result = g_test_run ();
  state_clear ();
  return result;
}

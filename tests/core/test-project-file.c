/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project and its file when others have a hand in it: changes elsewhere, links, permissions, two
 * programs at once. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "state-fixture.h"

static void
test_external_change (void)
{
  g_autofree char *path = state_path ("shared.sightline");
  g_autofree char *theirs = state_path ("theirs.sightline");
  SlProject *project = state_new_project ();
  g_autoptr (GError) error = NULL;
  g_autofree char *their_bytes = NULL;
  g_autofree char *found = NULL;
  gsize n_theirs, n_found;

  state_fill (project);
  state_save_as (project, theirs);
  state_close_project (project);
  project = state_new_project ();
  state_add_goal (project, "Mine");
  state_save_as (project, path);
  their_bytes = state_read_file (theirs, &n_theirs);
  g_assert_true (g_file_set_contents (path, their_bytes, (gssize)n_theirs, NULL));

  state_add_goal (project, "Mine too");
  g_assert_false (sl_project_save (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CHANGED);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVE_FAILED);
  g_assert_nonnull (strstr (sl_project_get_save_error (project), "shared.sightline"));
  found = state_read_file (path, &n_found);
  g_assert_cmpmem (found, n_found, their_bytes, n_theirs);
  g_clear_error (&error);
  g_assert_false (sl_project_close (project, &error));
  g_assert_finalize_object (project);

  /* Both sides changed: our work is there, their file too, and saving refuses still. */
  g_clear_error (&error);
  project = state_open_project (path);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "1 change"));
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVE_FAILED);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==, 2);
  g_assert_false (sl_project_save (project, &error));
  g_clear_error (&error);
  state_save_as (project, theirs);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  state_close_project (project);
  g_free (found);
  found = state_read_file (path, &n_found);
  g_assert_cmpmem (found, n_found, their_bytes, n_theirs);
}

/* Changed while it is open, but by nobody here: nothing to save, and it is said. */
static void
test_changed_while_open (void)
{
  g_autofree char *path = state_path ("open.sightline");
  g_autofree char *theirs = state_path ("open-theirs.sightline");
  SlProject *project = state_new_project ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n;

  state_fill (project);
  state_save_as (project, theirs);
  state_close_project (project);
  project = state_new_project ();
  state_save_as (project, path);
  bytes = state_read_file (theirs, &n);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
  g_assert_false (sl_project_save (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "open it again"));
  state_close_project (project);
  project = state_open_project (path);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==, 6);
  state_close_project (project);
}

/* Somebody else changed the open file and nothing of ours is unsaved: their work is taken over as a
 * step, and saving goes on from there. */
static void
test_reload (void)
{
  g_autofree char *path = state_path ("reload.sightline");
  SlProject *project = state_new_project ();
  SlProject *other;
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *label = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *mine = state_path ("reload-theirs.sightline");
  gsize n;

  state_fill (project);
  state_save_as (project, path);
  ours = state_dump (project);
  bytes = state_read_file (path, &n);
  g_assert_true (g_file_set_contents (mine, bytes, (gssize)n, NULL));
  other = state_open_project (mine);
  state_add_goal (other, "Theirs");
  theirs = state_dump (other);
  state_close_project (other);
  g_free (bytes);
  bytes = state_read_file (mine, &n);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));

  g_assert_false (sl_project_can_reload (project));
  g_assert_false (sl_project_reload (project, NULL));
  sl_project_check_file (project);
  while (!sl_project_can_reload (project))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sl_project_reload (project, &error));
  g_assert_no_error (error);
  seen = state_dump (project);
  g_assert_cmpstr (seen, ==, theirs);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  label = sl_project_get_undo_label (project);
  g_assert_nonnull (strstr (label, "reload.sightline"));

  /* Undo brings ours back, and that can be saved. */
  g_assert_true (sl_project_undo (project, &error));
  g_free (seen);
  seen = state_dump (project);
  g_assert_cmpstr (seen, ==, ours);
  state_save (project);
  g_assert_finalize_object (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  g_free (seen);
  seen = state_dump (project);
  g_assert_cmpstr (seen, ==, ours);
  state_close_project (project);
}

/* With unsaved work of ours nothing is taken over. */
static void
test_reload_refused (void)
{
  g_autofree char *path = state_path ("both.sightline");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  SlProject *project = state_new_project ();
  gsize n;

  state_save_as (project, path);
  bytes = state_read_file (path, &n);
  state_add_goal (project, "First");
  state_save (project);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
  state_add_goal (project, "Ours");
  sl_project_check_file (project);
  while (sl_project_get_saved_state (project) != SL_SAVE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (sl_project_can_reload (project));
  g_assert_false (sl_project_reload (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==, 2);
  state_save_as (project, path);
  state_close_project (project);
}

/* Nothing of ours was unsaved: the file as it is now counts. */
static void
test_changed_while_closed (void)
{
  g_autofree char *path = state_path ("closed.sightline");
  g_autofree char *theirs = state_path ("closed-theirs.sightline");
  SlProject *project = state_new_project ();
  g_autofree char *bytes = NULL;
  gsize n;

  state_fill (project);
  state_save_as (project, theirs);
  state_close_project (project);
  project = state_new_project ();
  state_save_as (project, path);
  state_close_project (project);
  bytes = state_read_file (theirs, &n);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)n, NULL));
  project = state_open_project (path);
  g_assert_nonnull (sl_project_get_notice (project));
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==, 6);
  state_close_project (project);
}

static void
test_mode_and_link (void)
{
  g_autofree char *path = state_path ("real.sightline");
  g_autofree char *link = state_path ("link.sightline");
  SlProject *project = state_new_project ();
  struct stat info;

  state_save_as (project, path);
  state_close_project (project);
  g_assert_cmpint (chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  project = state_open_project (link);
  state_add_goal (project, "Through a link");
  state_close_project (project);
  g_assert_cmpint (lstat (link, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  g_assert_cmpint (lstat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  project = state_open_project (path);
  g_assert_true (sl_project_can_undo (project));
  state_close_project (project);
}

static void
test_busy (void)
{
  g_autofree char *path = state_path ("busy.sightline");
  SlProject *project = state_new_project ();
  SlProject *other = state_new_project ();
  g_autoptr (GError) error = NULL;

  state_save_as (project, path);
  g_assert_null (sl_project_open (path, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (sl_project_save_as (other, path, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_BUSY);
  state_close_project (other);
  state_close_project (project);
}

/* To be read only: no lock, no working copy, also beside somebody who edits. */
static void
test_read_only (void)
{
  g_autofree char *path = state_path ("read.sightline");
  g_autofree char *copy = state_path ("read-copy.sightline");
  g_autofree char *bytes = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *seen = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  SlProject *project = state_new_project ();
  SlProject *reader;
  gsize n;

  state_save_as (project, path);
  state_add_goal (project, "In the file");
  state_save (project);
  dump = state_dump (project);
  reader = sl_project_open_read_only (path, &error);
  g_assert_no_error (error);
  seen = state_dump (reader);
  g_assert_cmpstr (seen, ==, dump);
  history = sl_project_get_history (reader);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_false (sl_project_undo (reader, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sl_project_get_notice (reader));
  state_close_project (reader);

  /* What a crash leaves beside the file is said, not shown. */
  state_add_goal (project, "Not in the file");
  g_assert_finalize_object (project);
  reader = sl_project_open_read_only (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sl_project_get_notice (reader), "1 change"));
  state_close_project (reader);

  bytes = state_read_file (path, &n);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize)n, NULL));
  reader = sl_project_open_read_only (copy, &error);
  g_assert_no_error (error);
  none = sl_project_get_history (reader);
  g_assert_cmpuint (none->len, ==, 0);
  state_close_project (reader);
  project = state_open_project (path);
  state_close_project (project);
}

static void
test_unwritable (void)
{
  g_autofree char *dir = state_path ("folder");
  g_autofree char *path = g_build_filename (dir, "plan.sightline", NULL);
  SlProject *project;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n, m;

  g_assert_cmpint (g_mkdir (dir, 0755), ==, 0);
  project = state_new_project ();
  state_save_as (project, path);
  before = state_read_file (path, &n);
  state_add_goal (project, "More");
  /* A folder in which nothing can be made, for the superuser too: one that is gone. */
  g_assert_cmpint (g_rename (path, dir) == 0, ==, FALSE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  g_assert_false (sl_project_save (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "plan.sightline"));
  g_assert_null (strstr (error->message, "Your work is safe"));
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVE_FAILED);
  g_assert_nonnull (strstr (sl_project_get_save_error (project), "Your work is safe"));
  /* It comes back. */
  g_assert_cmpint (g_mkdir (dir, 0755), ==, 0);
  state_save (project);
  after = state_read_file (path, &m);
  g_assert_cmpuint (m, >=, n);
  state_close_project (project);
}

/* What a program that synchronizes folders left beside the file is said; what only looks like it is
 * not. */
static void
test_conflict_copy (void)
{
  g_autofree char *path = state_path ("synced.sightline");
  g_autofree char *copy = state_path ("synced (Anna's conflicted copy 2026-11-20).sightline");
  g_autofree char *stranger = state_path ("synced-conflict.sightline");
  g_autofree char *bytes = NULL;
  SlProject *project = state_new_project ();
  gsize n;

  state_save_as (project, stranger);
  state_close_project (project);
  project = state_new_project ();
  state_save_as (project, path);
  state_close_project (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  state_close_project (project);

  bytes = state_read_file (path, &n);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize)n, NULL));
  project = state_open_project (path);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "Anna's conflicted copy"));
  state_close_project (project);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/project-file/external-change", test_external_change);
  g_test_add_func ("/core/project-file/changed-while-closed", test_changed_while_closed);
  g_test_add_func ("/core/project-file/changed-while-open", test_changed_while_open);
  g_test_add_func ("/core/project-file/reload", test_reload);
  g_test_add_func ("/core/project-file/reload-refused", test_reload_refused);
  g_test_add_func ("/core/project-file/mode-and-link", test_mode_and_link);
  g_test_add_func ("/core/project-file/busy", test_busy);
  g_test_add_func ("/core/project-file/read-only", test_read_only);
  g_test_add_func ("/core/project-file/unwritable", test_unwritable);
  g_test_add_func ("/core/project-file/conflict-copy", test_conflict_copy);
  result = g_test_run ();
  state_clear ();
  return result;
}

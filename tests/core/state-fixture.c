/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects for tests in a folder of their own. */

#include "config.h"

#include "state-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "plan-fixture.h"

static char *root;

void
state_init (void)
{
  g_autofree char *state = NULL;

  root = g_dir_make_tmp ("sightline-test-XXXXXX", NULL);
  g_assert_nonnull (root);
  state = g_build_filename (root, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("SIGHTLINE_SELF_CHECK", "1", TRUE);
}

void
state_remove_tree (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      state_remove_tree (child);
    }
  g_remove (path);
}

void
state_clear (void)
{
  state_remove_tree (root);
  g_clear_pointer (&root, g_free);
}

char *
state_path (const char *name)
{
  char *path = g_build_filename (root, name, NULL);

  state_remove_tree (path);
  return path;
}

static gboolean
run_fill (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  fixture_fill_records (txn);
  return TRUE;
}

static const SlCommand fill = { "test.fill", "Fill", "()", run_fill };

void
state_fill (SlProject *project)
{
  g_autoptr (GError) error = NULL;

  sl_project_run_command (project, &fill, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
run_add (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  result->id = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE,
                            sl_value_text (g_variant_get_string (params, NULL)), -1);
  result->subject = g_variant_dup_string (params, NULL);
  return TRUE;
}

static const SlCommand add = { "test.add", "Add “%s”", "s", run_add };

SlId
state_add_goal (SlProject *project, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = g_variant_ref_sink (g_variant_new_string (title));
  SlId id = SL_ID_NONE;

  sl_project_run_command (project, &add, params, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
run_title (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlValue) title = SL_VALUE_INIT;
  const char *text;
  gint64 id;

  g_variant_get (params, "(x&s)", &id, &text);
  title = sl_value_text (text);
  return sl_txn_set (txn, SL_KIND_GOAL, id, SL_GOAL_TITLE, &title, error);
}

static const SlCommand set_title = { "test.title", "Rename", "(xs)", run_title };

void
state_set_title (SlProject *project, SlId goal, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) params = g_variant_ref_sink (g_variant_new ("(xs)", goal, title));

  sl_project_run_command (project, &set_title, params, NULL, &error);
  g_assert_no_error (error);
}

static GRand *random_source;

static gboolean
run_random (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  for (guint i = g_rand_int_range (random_source, 1, 4); i > 0; i--)
    if (!fixture_change (txn, random_source, error))
      return FALSE;
  return TRUE;
}

static const SlCommand randomly = { "test.random", "Random", "()", run_random };

gboolean
state_run_random (SlProject *project, GRand *rand)
{
  g_autoptr (GError) error = NULL;

  random_source = rand;
  if (sl_project_run_command (project, &randomly, NULL, NULL, &error))
    return TRUE;
  g_assert_null (g_strstr_len (error->message, -1, "self-check"));
  return FALSE;
}

char *
state_dump (SlProject *project)
{
  return sl_snapshot_dump (sl_project_get_snapshot (project));
}

SlProject *
state_new_project (void)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  g_assert_no_error (error);
  return project;
}

SlProject *
state_open_project (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_open (path, &error);

  g_assert_no_error (error);
  return project;
}

void
state_close_project (SlProject *project)
{
  g_autoptr (GError) error = NULL;

  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
}

void
state_save_as (SlProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;

  sl_project_save_as (project, path, &error);
  g_assert_no_error (error);
}

void
state_save (SlProject *project)
{
  g_autoptr (GError) error = NULL;

  sl_project_save (project, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
}

char *
state_read_file (const char *path, gsize *size)
{
  char *data;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, size, &error);
  g_assert_no_error (error);
  return data;
}

int
state_count_edits (SlSnapshot *snapshot)
{
  const SlTable *goals = sl_snapshot_table (snapshot, SL_KIND_GOAL);
  int n = (int)sl_table_n_rows (goals);
  g_autofree gboolean *seen = g_new0 (gboolean, (gsize)n + 1);

  for (int i = 0; i < n; i++)
    {
      int title = atoi (sl_table_text (goals, (guint)i, SL_GOAL_TITLE));
      if (title < 1 || title > n || seen[title])
        return -1;
      seen[title] = TRUE;
    }
  return n;
}

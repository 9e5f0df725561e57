/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project from its first edit to its file and back: history, saving, opening again. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "state-fixture.h"
#include "storage/sl-image.h"

static void
test_new (void)
{
  g_autofree char *path = state_path ("new.sightline");
  SlProject *project = state_new_project ();
  g_autofree char *name = sl_project_get_display_name (project);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Untitled Project");
  g_assert_null (sl_project_get_path (project));
  g_assert_false (sl_project_can_undo (project));
  g_assert_false (sl_project_save (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  state_fill (project);
  state_save_as (project, path);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_cmpstr (sl_project_get_path (project), ==, path);
  before = state_dump (project);
  state_close_project (project);

  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  after = state_dump (project);
  g_assert_cmpstr (after, ==, before);
  state_close_project (project);
}

static void
test_undo_after_reopen (void)
{
  g_autofree char *path = state_path ("undo.sightline");
  SlProject *project = state_new_project ();
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  state_save_as (project, path);
  g_ptr_array_add (dumps, state_dump (project));
  state_fill (project);
  g_ptr_array_add (dumps, state_dump (project));
  while (dumps->len < 40)
    {
      g_autofree char *dump = NULL;
      if (!state_run_random (project, rand))
        continue;
      dump = state_dump (project);
      if (strcmp (dump, dumps->pdata[dumps->len - 1]) != 0)
        g_ptr_array_add (dumps, g_steal_pointer (&dump));
      if (dumps->len == 20)
        state_save (project);
    }
  state_close_project (project);
  project = state_open_project (path);
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, dumps->len - 1);
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;
      sl_project_undo (project, &error);
      g_assert_no_error (error);
      dump = state_dump (project);
      g_assert_cmpstr (dump, ==, dumps->pdata[i - 1]);
    }
  g_assert_false (sl_project_can_undo (project));
  g_assert_false (sl_project_undo (project, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  state_close_project (project);

  project = state_open_project (path);
  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *dump = NULL;
      sl_project_redo (project, &error);
      g_assert_no_error (error);
      dump = state_dump (project);
      g_assert_cmpstr (dump, ==, dumps->pdata[i]);
    }
  g_assert_false (sl_project_can_redo (project));
  state_close_project (project);
}

static void
test_journal (void)
{
  SlProject *project = state_new_project ();
  SlId goal = state_add_goal (project, "One");
  g_autofree char *label = sl_project_get_undo_label (project);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  /* Not in the registry, so the step is called by its id. */
  g_assert_cmpstr (label, ==, "test.add");
  state_set_title (project, goal, "On");
  state_set_title (project, goal, "Ont");
  state_set_title (project, goal, "Onto");
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpuint (((SlHistoryStep *)history->pdata[1])->n_changes, ==, 3);
  g_assert_true (sl_project_undo (project, &error));
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "One");
  /* What was typed after an undo is another step, and cuts the redo. */
  state_set_title (project, goal, "Two");
  g_assert_false (sl_project_can_redo (project));
  g_clear_pointer (&history, g_ptr_array_unref);
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, 2);
  /* The same title once more is no change and no step. */
  state_set_title (project, goal, "Two");
  g_clear_pointer (&history, g_ptr_array_unref);
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, 2);
  sl_project_discard (project);
  g_assert_finalize_object (project);
}

/* Reads a number from the file as it is. */
static gint64
query_file (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlDb) image = NULL;
  char *data = state_read_file (path, &size);
  gint64 value;

  bytes = g_bytes_new_take (data, size);
  image = sl_image_open (bytes, "file", &error);
  g_assert_no_error (error);
  sl_db_get_int (image, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Each save that changed something is one revision, with the net of what was done. */
static void
test_revisions (void)
{
  g_autofree char *path = state_path ("revisions.sightline");
  SlProject *project = state_new_project ();
  SlId goal;
  g_autoptr (GError) error = NULL;

  state_save_as (project, path);
  goal = state_add_goal (project, "One");
  state_set_title (project, goal, "Two");
  state_save (project);
  state_save (project);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM revision"), ==, 2);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM change WHERE revision = 2"), ==, 1);
  state_set_title (project, goal, "Three");
  state_set_title (project, goal, "Four");
  state_save (project);
  state_close_project (project);
  project = state_open_project (path);
  /* The titles were typed within two seconds: one step. */
  g_assert_true (sl_project_undo (project, &error));
  state_save (project);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM revision"), ==, 4);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM change WHERE revision = 3 AND op = 's'"
                                     " AND old = 'Two' AND new = 'Four'"),
                   ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM change WHERE revision = 4 AND op = 's'"
                                     " AND old = 'Four' AND new = 'One'"),
                   ==, 1);
  /* Every revision but the first names the one before. */
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM revision r JOIN revision p"
                                     " ON r.parent = p.uid AND p.id = r.id - 1"),
                   ==, 3);
  /* An edit that was taken back before the save is no revision. */
  state_set_title (project, goal, "Five");
  g_assert_true (sl_project_undo (project, &error));
  state_save (project);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM revision"), ==, 4);
  state_close_project (project);
}

static void
test_budget (void)
{
  SlProject *project = state_new_project ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < SL_JOURNAL_MAX_STEPS + 20; i++)
    state_add_goal (project, "Goal");
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, SL_JOURNAL_MAX_STEPS);
  for (guint i = 0; i < SL_JOURNAL_MAX_STEPS; i++)
    g_assert_true (sl_project_undo (project, &error));
  g_assert_false (sl_project_can_undo (project));
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==,
      20);
  sl_project_discard (project);
  g_assert_finalize_object (project);
}

/* Equal content, equal bytes: a save without a change writes nothing, and a change that is taken
 * back leaves the records' part as it was. */
static void
test_canonical (void)
{
  g_autofree char *one = state_path ("one.sightline");
  g_autofree char *other = state_path ("other.sightline");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;
  GStatBuf before, after;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  g_setenv ("SIGHTLINE_AUTHOR", "Anna", TRUE);
  for (guint i = 0; i < 2; i++)
    {
      SlProject *project;
      sl_id_seed (42);
      project = state_new_project ();
      state_fill (project);
      /* Another way to the same plan. */
      if (i == 1)
        {
          SlId goal = state_add_goal (project, "Gone");
          g_autoptr (GError) error = NULL;
          state_set_title (project, goal, "Going");
          g_assert_true (sl_project_undo (project, &error));
          g_assert_true (sl_project_undo (project, &error));
        }
      sl_id_seed (43);
      state_save_as (project, i == 0 ? one : other);
      g_assert_cmpint (g_stat (i == 0 ? one : other, &before), ==, 0);
      state_save (project);
      state_close_project (project);
      g_assert_cmpint (g_stat (i == 0 ? one : other, &after), ==, 0);
      g_assert_cmpuint (before.st_ino, ==, after.st_ino);
    }
  sl_id_seed (0);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_unsetenv ("SIGHTLINE_AUTHOR");
  first = state_read_file (one, &n_first);
  second = state_read_file (other, &n_second);
  g_assert_cmpmem (first, n_first, second, n_second);
}

static void
test_save_as (void)
{
  g_autofree char *one = state_path ("first.sightline");
  g_autofree char *other = state_path ("second.sightline");
  SlProject *project = state_new_project ();
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *first_dump = NULL;
  gsize n;

  state_fill (project);
  state_save_as (project, one);
  before = state_read_file (one, &n);
  g_assert_true (g_file_set_contents (other, "something else", -1, NULL));
  state_add_goal (project, "Only in the second");
  state_save_as (project, other);
  g_assert_cmpstr (sl_project_get_path (project), ==, other);
  name = sl_project_get_display_name (project);
  g_assert_cmpstr (name, ==, "second");
  state_add_goal (project, "And this");
  after = state_dump (project);
  state_close_project (project);

  project = state_open_project (other);
  first_dump = state_dump (project);
  g_assert_cmpstr (first_dump, ==, after);
  state_close_project (project);
  project = state_open_project (one);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL)), ==, 6);
  state_close_project (project);
}

/* Commands of the registry: labels, refusals, and what a refused one leaves. */
static void
test_registry (void)
{
  SlProject *project = state_new_project ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GVariantBuilder fields;
  SlId id = SL_ID_NONE;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string ("Cut delivery time"));
  sl_project_run (project, "record.add",
                  g_variant_new ("(sxxa{sv})", "goal", SL_ID_NONE, SL_ID_NONE, &fields), &id,
                  &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), id), ==,
                   "Cut delivery time");
  label = sl_project_get_undo_label (project);
  g_assert_nonnull (strstr (label, "“Cut delivery time”"));
  g_assert_null (strchr (label, '%'));

  before = state_dump (project);
  g_assert_false (sl_project_run (project, "goal.fly", NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sl_project_run (project, "record.delete", g_variant_new_int32 (3), NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sl_project_run (project, "record.set",
                                  g_variant_new ("(xsv)", id, "due", g_variant_new_int64 (9999999)),
                                  NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  after = state_dump (project);
  g_assert_cmpstr (after, ==, before);
  sl_project_discard (project);
  g_assert_finalize_object (project);
}

static void
test_recoverable (void)
{
  g_autofree char *path = state_path ("recover.sightline");
  SlProject *project = state_new_project ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const SlRecoverable *found;

  state_fill (project);
  before = state_dump (project);
  /* Closed without a file: kept. */
  state_close_project (project);
  /* Let go without closing: as after a crash. */
  project = state_new_project ();
  state_save_as (project, path);
  state_add_goal (project, "One");
  state_add_goal (project, "Two");
  g_assert_finalize_object (project);

  list = sl_project_list_recoverable ();
  g_assert_cmpuint (list->len, ==, 2);
  found = list->pdata[0];
  if (found->path != NULL)
    found = list->pdata[1];
  g_assert_cmpstr (found->title, ==, "Untitled Project");
  g_assert_cmpint (found->at_us, >, g_get_real_time () - 60 * G_USEC_PER_SEC);
  project = sl_project_reopen (found->key, &error);
  g_assert_no_error (error);
  after = state_dump (project);
  g_assert_cmpstr (after, ==, before);
  sl_project_discard (project);
  g_assert_finalize_object (project);

  project = state_open_project (path);
  g_assert_nonnull (strstr (sl_project_get_notice (project), "2 changes"));
  g_assert_true (sl_project_can_undo (project));
  state_close_project (project);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = sl_project_list_recoverable ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (sl_project_reopen ("nothing", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
}

/* As a cell does that is being typed into. */
static void
draft_title (SlProject *project, SlId goal, const char *title)
{
  sl_project_set_draft (project, "record.set",
                        g_variant_new ("(xsv)", goal, "title", g_variant_new_string (title)));
}

/* What was being typed when the program was killed is one step of the next run. */
static void
test_draft (void)
{
  g_autofree char *path = state_path ("draft.sightline");
  SlProject *project = state_new_project ();
  SlId goal = state_add_goal (project, "One");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  state_save_as (project, path);
  draft_title (project, goal, "Tw");
  draft_title (project, goal, "Two");
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "One");
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_finalize_object (project);

  project = state_open_project (path);
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "Two");
  g_assert_nonnull (strstr (sl_project_get_notice (project), "typed"));
  history = sl_project_get_history (project);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_true (sl_project_undo (project, &error));
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "One");
  g_assert_finalize_object (project);

  /* Once restored it is not restored again. */
  project = state_open_project (path);
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "One");
  state_close_project (project);
}

static void
test_draft_given_up (void)
{
  g_autofree char *path = state_path ("given-up.sightline");
  SlProject *project = state_new_project ();
  SlId goal = state_add_goal (project, "One");

  state_save_as (project, path);
  draft_title (project, goal, "Two");
  sl_project_set_draft (project, NULL, NULL);
  g_assert_finalize_object (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "One");
  /* A draft that says what is there already is no step, one of a record that is gone is nothing. */
  draft_title (project, goal, "One");
  g_assert_finalize_object (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  draft_title (project, goal + 1, "Three");
  g_assert_finalize_object (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  state_close_project (project);
}

/* A new project in which nothing else was done is worth keeping for its draft. */
static void
test_draft_unsaved (void)
{
  SlProject *project = state_new_project ();
  SlId id = sl_snapshot_project_id (sl_project_get_snapshot (project));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  draft_title (project, id, "Launch");
  g_assert_finalize_object (project);
  list = sl_project_list_recoverable ();
  g_assert_cmpuint (list->len, ==, 1);
  project = sl_project_reopen (((SlRecoverable *)list->pdata[0])->key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), id), ==, "Launch");
  sl_project_discard (project);
  g_assert_finalize_object (project);
}

typedef struct
{
  guint changed, journal, state;
  gboolean saw_new_title;
} Seen;

static void
changed_cb (SlProject *project, SlChangeSet *changes, Seen *seen)
{
  const SlChange *change = sl_change_set_get (changes, 0);

  seen->changed++;
  seen->saw_new_title
      = strcmp (sl_snapshot_title (sl_project_get_snapshot (project), change->id), "Seen") == 0;
}

static void
count_cb (SlProject *project, guint *count)
{
  (*count)++;
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  sl_project_save_finish (SL_PROJECT (object), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (data);
}

static char *
take_view (SlProject *project)
{
  return sl_project_get_view (project, "steps");
}

/* A view remembers beside the plan: no step, no change of the file, the same when it is opened
 * again, nothing in another copy. */
static void
test_view (void)
{
  g_autofree char *path = state_path ("view.sightline");
  SlProject *project = state_new_project ();
  g_autofree char *nothing = take_view (project);
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *elsewhere = NULL;

  g_assert_cmpstr (nothing, ==, "");
  state_save_as (project, path);
  sl_project_set_view (project, "steps", "open");
  sl_project_set_view (project, "steps", "done");
  first = take_view (project);
  g_assert_cmpstr (first, ==, "done");
  g_assert_false (sl_project_can_undo (project));
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  state_close_project (project);

  project = state_open_project (path);
  again = take_view (project);
  g_assert_cmpstr (again, ==, "done");
  state_close_project (project);
  project = sl_project_new_from_file (path, NULL);
  elsewhere = take_view (project);
  g_assert_cmpstr (elsewhere, ==, "");
  state_close_project (project);
}

static void
test_signals (void)
{
  g_autofree char *path = state_path ("signals.sightline");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  SlProject *project = state_new_project ();
  Seen seen = { 0 };

  state_save_as (project, path);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &seen);
  g_signal_connect (project, "journal-changed", G_CALLBACK (count_cb), &seen.journal);
  g_signal_connect (project, "saved-state-changed", G_CALLBACK (count_cb), &seen.state);
  state_add_goal (project, "Seen");
  g_assert_cmpuint (seen.changed, ==, 1);
  g_assert_cmpuint (seen.journal, ==, 1);
  g_assert_true (seen.saw_new_title);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVING);
  sl_project_save_async (project, NULL, saved_cb, loop);
  g_main_loop_run (loop);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_cmpuint (seen.state, >=, 2);
  state_close_project (project);
}

/* Without being asked, an edit reaches the file within some seconds. */
static void
test_autosave (void)
{
  g_autofree char *path = state_path ("auto.sightline");
  SlProject *project = state_new_project ();
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n;

  state_save_as (project, path);
  before = state_read_file (path, &n);
  state_add_goal (project, "Soon");
  while (sl_project_get_saved_state (project) != SL_SAVED && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sl_project_get_saved_state (project), ==, SL_SAVED);
  g_assert_finalize_object (project);
  project = state_open_project (path);
  g_assert_null (sl_project_get_notice (project));
  after = state_dump (project);
  g_assert_nonnull (strstr (after, "Soon"));
  state_close_project (project);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/project/new", test_new);
  g_test_add_func ("/core/project/undo-after-reopen", test_undo_after_reopen);
  g_test_add_func ("/core/project/journal", test_journal);
  g_test_add_func ("/core/project/revisions", test_revisions);
  g_test_add_func ("/core/project/budget", test_budget);
  g_test_add_func ("/core/project/canonical", test_canonical);
  g_test_add_func ("/core/project/save-as", test_save_as);
  g_test_add_func ("/core/project/registry", test_registry);
  g_test_add_func ("/core/project/recoverable", test_recoverable);
  g_test_add_func ("/core/project/draft", test_draft);
  g_test_add_func ("/core/project/draft-given-up", test_draft_given_up);
  g_test_add_func ("/core/project/draft-unsaved", test_draft_unsaved);
  g_test_add_func ("/core/project/view", test_view);
  g_test_add_func ("/core/project/signals", test_signals);
  g_test_add_func ("/core/project/autosave", test_autosave);
  result = g_test_run ();
  state_clear ();
  return result;
}

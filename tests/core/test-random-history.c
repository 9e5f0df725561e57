/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long random history of every registered command with undo and redo mixed in. After each step
 * the plan is known by its digest, so every undo and redo is checked, every refusal must leave the
 * plan alone, the database must hold what the store holds, and taking everything back must give the
 * plan of the start, byte for byte.
 *
 * SIGHTLINE_RANDOM_COMMANDS sets the length (default 10000, and 2500 with the address sanitizer);
 * --seed repeats a run. */

#include "config.h"

#include "random-params.h"
#include "random-pick.h"
#include "state-fixture.h"
#include "storage/sl-image.h"
#include "storage/sl-oracle.h"

#include <stdlib.h>
#include <string.h>

#define N_COMMANDS 10000
#ifdef __SANITIZE_ADDRESS__
#define DEFAULT_COMMANDS 2500
#else
#define DEFAULT_COMMANDS N_COMMANDS
#endif
/* Each command must have changed something this often in N_COMMANDS. */
#define MIN_CHANGES 100
#define CHECK_INTERVAL 250
/* The plan is kept about this large. */
#define FEW_RECORDS 100
#define MANY_RECORDS 250

/* A state of the plan that undo can come back to. */
typedef struct
{
  gint64 step; /* first transaction of the step that led here */
  char *digest;
} State;

typedef struct
{
  SlProject *project;
  GArray *states;     /* State; the first is the start */
  guint current;      /* index of the plan's state */
  GPtrArray *changes; /* SlChangeSet: all that was ever committed, undo and redo too */
  guint n_commands;
  guint n_run;
  guint n_refused;
  guint n_undone;
  guint n_redone;
  guint *n_changed; /* of each command */
} History;

static void
clear_state (gpointer data)
{
  g_free (((State *)data)->digest);
}

static char *
digest (History *self)
{
  g_autofree char *dump = state_dump (self->project);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
}

static void
changed_cb (SlProject *project, SlChangeSet *changes, History *self)
{
  g_ptr_array_add (self->changes, sl_change_set_ref (changes));
}

/* The step that undo would take back; 0 if there is none. */
static gint64
last_step (History *self)
{
  g_autoptr (SlJournalStep) step = sl_journal_next (self->project->journal, FALSE);
  return step != NULL ? step->first : 0;
}

static void
assert_state (History *self, guint index)
{
  g_autofree char *now = digest (self);
  g_assert_cmpstr (now, ==, g_array_index (self->states, State, index).digest);
}

/* The database must hold what the store holds. */
static void
check_database (History *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_store_new ();
  sl_image_load_store (self->project->workfile->db, store, &error);
  g_assert_no_error (error);
  g_autofree char *stored = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_autofree char *live = state_dump (self->project);
  g_assert_cmpstr (stored, ==, live);
}

/* Notes the state after a command: a new one, or a new end of the last step that typing went on
 * in. What had been undone is gone. */
static void
note_state (History *self)
{
  State state = { last_step (self), digest (self) };
  if (state.step == g_array_index (self->states, State, self->current).step)
    self->current--;
  g_array_set_size (self->states, self->current + 1);
  g_array_append_val (self->states, state);
  self->current++;
}

static void
run_command (History *self, guint command)
{
  const SlCommand *entry = sl_command_all ()[command];
  GVariant *params = random_params (entry->id, sl_project_get_snapshot (self->project));
  g_autoptr (GError) error = NULL;
  guint before = self->changes->len;
  gboolean done = sl_project_run (self->project, entry->id, params, NULL, &error);
  g_assert_cmpint (done, ==, error == NULL);
  if (!done)
    {
      g_assert_true (error->domain == SL_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
      self->n_refused++;
    }
  else
    self->n_run++;
  if (self->changes->len == before)
    {
      /* Nothing was done: then nothing must have changed either. */
      if (!done || g_test_rand_int_range (0, 10) == 0)
        assert_state (self, self->current);
      return;
    }
  g_assert_true (done);
  g_assert_cmpuint (self->changes->len, ==, before + 1);
  self->n_changed[command]++;
  note_state (self);
}

static void
undo (History *self)
{
  g_autoptr (GError) error = NULL;
  if (!sl_project_can_undo (self->project))
    return;
  sl_project_undo (self->project, &error);
  g_assert_no_error (error);
  assert_state (self, --self->current);
  self->n_undone++;
}

static void
redo (History *self)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (sl_project_can_redo (self->project), ==, self->current + 1 < self->states->len);
  if (self->current + 1 == self->states->len)
    return;
  sl_project_redo (self->project, &error);
  g_assert_no_error (error);
  assert_state (self, ++self->current);
  self->n_redone++;
}

static guint
count_records (History *self)
{
  guint n = 0;
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    n += sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (self->project), kind));
  return n;
}

static guint
find_command (const char *id)
{
  guint i = 0;
  while (strcmp (sl_command_all ()[i]->id, id) != 0)
    i++;
  return i;
}

static gboolean
has_records (History *self, SlKindId kind)
{
  return sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (self->project), kind)) > 0;
}

/* The command that changed least of @n_draws. */
static guint
draw_rare (History *self, guint n_draws)
{
  guint rarest = (guint)g_test_rand_int_range (0, (int)self->n_commands);
  for (guint draw = 1; draw < n_draws; draw++)
    {
      guint other = (guint)g_test_rand_int_range (0, (int)self->n_commands);
      if (self->n_changed[other] < self->n_changed[rarest])
        rarest = other;
    }
  return rarest;
}

/* The command that changed least of all. */
static guint
find_rarest (History *self)
{
  guint rarest = 0;
  for (guint i = 1; i < self->n_commands; i++)
    if (self->n_changed[i] < self->n_changed[rarest])
      rarest = i;
  return rarest;
}

/* What makes something for @command to be about, where there may be nothing of the sort. */
static const char *
preparing_command (History *self, const char *command)
{
  static const struct
  {
    const char *command, *before;
  } pairs[] = {
    { "goal.remove-parent", "goal.add-parent" },
    { "conflict.settle", "conflict.open" },
    { "conflict.reopen", "conflict.settle" },
    { "finding.reopen", "finding.accept" },
  };
  if ((strcmp (command, "alliance.sign") == 0 && !has_records (self, SL_KIND_ALLIANCE))
      || (strcmp (command, "value.mark") == 0 && !has_records (self, SL_KIND_CORE_VALUE))
      || (strcmp (command, "risk.activate") == 0
          && waiting_risk (sl_project_get_snapshot (self->project)) == SL_ID_NONE))
    return "record.add";
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (command, pairs[i].command) == 0 && random_one_in (3))
      return pairs[i].before;
  return command;
}

/* One that keeps the plan's size, else one that changed little so far; a fixed share of the steps
 * is for the one that changed least, so that no chance decides whether each is run often enough. */
static guint
choose_command (History *self)
{
  guint n_records = count_records (self);
  if (n_records > MANY_RECORDS)
    return find_command ("record.delete");
  if (n_records < FEW_RECORDS && g_test_rand_bit ())
    return find_command ("record.add");
  guint rare = random_one_in (3) ? find_rarest (self) : draw_rare (self, 7);
  return find_command (preparing_command (self, sl_command_all ()[rare]->id));
}

static void
step (History *self)
{
  if (g_test_rand_int_range (0, 20) == 0)
    {
      int back = g_test_rand_int_range (1, 8), forth = g_test_rand_int_range (0, back + 2);
      while (back-- > 0)
        undo (self);
      while (forth-- > 0)
        redo (self);
    }
  run_command (self, choose_command (self));
}

/* As far back as the journal goes, and forth again. */
static void
undo_and_redo_all (History *self)
{
  guint end = self->current;
  while (sl_project_can_undo (self->project))
    undo (self);
  check_database (self);
  while (self->current < end)
    redo (self);
  assert_state (self, end);
}

/* The journal forgets old steps; the change sets of this test do not. Their inverses, last first,
 * must lead to the start in the store and in the database. */
static void
take_everything_back (History *self, const char *start)
{
  g_autoptr (GError) error = NULL;
  SlTxn *txn
      = sl_txn_begin (self->project->workfile->db, sl_project_get_store (self->project), &error);
  g_assert_no_error (error);
  for (guint i = self->changes->len; i > 0; i--)
    {
      g_autoptr (SlChangeSet) inverse = sl_change_set_invert (self->changes->pdata[i - 1]);
      sl_txn_apply (txn, inverse, &error);
      g_assert_no_error (error);
    }
  g_autoptr (SlChangeSet) changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
  g_assert_nonnull (changes);
  g_autofree char *end = state_dump (self->project);
  g_assert_cmpstr (end, ==, start);
  check_database (self);
}

static void
history_init (History *self, SlProject *project)
{
  *self = (History){ 0 };
  self->project = project;
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_change_set_unref);
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_set_clear_func (self->states, clear_state);
  while (sl_command_all ()[self->n_commands] != NULL)
    self->n_commands++;
  self->n_changed = g_new0 (guint, self->n_commands);
  State start = { last_step (self), digest (self) };
  g_array_append_val (self->states, start);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
}

static void
history_clear (History *self)
{
  g_signal_handlers_disconnect_by_data (self->project, self);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->states);
  g_free (self->n_changed);
}

static guint
wanted_commands (void)
{
  const char *wanted = g_getenv ("SIGHTLINE_RANDOM_COMMANDS");
  return wanted != NULL ? (guint)MAX (atoi (wanted), 1) : DEFAULT_COMMANDS;
}

static void
report (History *self, gint64 began_us)
{
  g_test_message ("%u commands (%u more were refused), %u undone, %u redone, %.1f s", self->n_run,
                  self->n_refused, self->n_undone, self->n_redone,
                  (double)(g_get_monotonic_time () - began_us) / G_USEC_PER_SEC);
  for (guint i = 0; i < self->n_commands; i++)
    g_test_message ("%5u %s", self->n_changed[i], sl_command_all ()[i]->id);
}

/* How often each command must have changed something in a history of @n. */
static guint
wanted_changes (guint n)
{
  return MIN_CHANGES * MIN (n, N_COMMANDS) / N_COMMANDS;
}

static gboolean
misses_changes (History *self, guint n)
{
  return self->n_changed[find_rarest (self)] < wanted_changes (n);
}

static void
test_history (void)
{
  g_autoptr (GError) error = NULL;
  guint n = wanted_commands ();
  gint64 began_us = g_get_monotonic_time ();
  SlProject *project = sl_project_new (&error);
  g_assert_no_error (error);
  if (!sl_oracle_is_active ())
    g_test_message ("SQLite has no session extension here: no second recorder");
  g_autofree char *start = state_dump (project);
  History self;
  history_init (&self, project);

  for (guint i = 1; self.n_run < n || (misses_changes (&self, n) && self.n_run < 2 * n); i++)
    {
      step (&self);
      if (i % CHECK_INTERVAL == 0)
        check_database (&self);
    }
  report (&self, began_us);
  for (guint i = 0; i < self.n_commands; i++)
    if (self.n_changed[i] < wanted_changes (n))
      g_error ("“%s” changed something only %u times", sl_command_all ()[i]->id, self.n_changed[i]);

  g_autofree char *path = state_path ("random.sightline");
  sl_project_save_as (project, path, &error);
  g_assert_no_error (error);
  undo_and_redo_all (&self);
  take_everything_back (&self, start);
  history_clear (&self);
  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
}

static SlProject *
reopen (SlProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;
  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  return project;
}

/* Closing in the midst of a history: plan, undo and redo are what they were. */
static void
test_reopen (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = state_path ("reopened.sightline");
  SlProject *project = sl_project_new (&error);
  g_assert_no_error (error);
  sl_project_save_as (project, path, &error);
  g_assert_no_error (error);
  History self;
  history_init (&self, project);
  for (guint round = 0; round < 5; round++)
    {
      guint end = self.n_run + wanted_commands () / 50;
      while (self.n_run < end)
        step (&self);
      g_signal_handlers_disconnect_by_data (self.project, &self);
      self.project = reopen (self.project, path);
      g_signal_connect (self.project, "changed", G_CALLBACK (changed_cb), &self);
      assert_state (&self, self.current);
      check_database (&self);
    }
  undo_and_redo_all (&self);
  project = self.project;
  history_clear (&self);
  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (project);
}

/* A command that is registered but never run here would be a gap. */
static void
test_all_known (void)
{
  for (guint i = 0; sl_command_all ()[i] != NULL; i++)
    if (!random_params_know (sl_command_all ()[i]->id))
      g_error ("random-params.c has no parameters for “%s”", sl_command_all ()[i]->id);
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/random-history/all-known", test_all_known);
  g_test_add_func ("/core/random-history/history", test_history);
  g_test_add_func ("/core/random-history/reopen", test_reopen);
  int status = g_test_run ();
  state_clear ();
  return status;
}

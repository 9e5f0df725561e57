/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Power cuts. A child edits and saves while all it does to its files is recorded; then the disk is
 * made as a cut at many moments may have left it, with effects that were not synced lost, torn or
 * in another order, and the project is opened from there: what was acknowledged must be there, the
 * file must be whole, and nobody else may seem to have changed it. */

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "record-writes.h"
#include "state-fixture.h"
#include "storage/sl-image.h"

#define N_EDITS 12
#define SAVE_EVERY 4
#define N_MOMENTS 40
#define SAMPLES 3
#define SECTOR 512

enum
{
  MARK_SAVING = 1, /* a save begins that holds so many edits */
  MARK_SAVED,
  MARK_EDITING, /* edit so and so begins */
  MARK_DURABLE,
};

/* How far a file system goes in losing names that were not synced. */
typedef enum
{
  /* Syncing a file makes all names before it durable, as on ext4. */
  NAMES_WITH_FILES,
  /* Only syncing a folder does; they are lost from the end. */
  NAMES_IN_ORDER,
  /* Only syncing a folder does; any of them may be lost. */
  NAMES_IN_ANY_ORDER,
  N_MODELS,
} Model;

typedef struct
{
  const RecordHead *head;
  const guint8 *data;
} Op;

typedef struct
{
  guint64 inode;
  GByteArray *durable;
  GPtrArray *pending; /* of Op: not synced */
} File;

typedef struct
{
  Model model;
  GRand *rand;
  GPtrArray *files;         /* of File; the last one of an inode counts */
  GHashTable *names;        /* path -> File: durable */
  GPtrArray *pending_names; /* of Op */
  int marks[MARK_DURABLE + 1];
} Disk;

/* --- The child that works --- */

static void
mark (int what, int number)
{
  void (*function) (int, int) = (void (*) (int, int)) (gsize)dlsym (RTLD_DEFAULT, "record_mark");

  g_assert_nonnull (function);
  function (what, number);
}

static int
work (const char *path)
{
  SlProject *project = state_new_project ();

  mark (MARK_SAVING, 0);
  state_save_as (project, path);
  mark (MARK_SAVED, 0);
  for (int n = 1; n <= N_EDITS; n++)
    {
      g_autofree char *title = g_strdup_printf ("%d", n);

      mark (MARK_EDITING, n);
      state_add_goal (project, title);
      while (sl_project_get_saved_state (project) == SL_SAVING)
        g_main_context_iteration (NULL, TRUE);
      mark (MARK_DURABLE, n);
      if (n % SAVE_EVERY != 0)
        continue;
      mark (MARK_SAVING, n);
      state_save (project);
      mark (MARK_SAVED, n);
    }
  /* The log ends in mid air. */
  _exit (0);
}

/* --- The disk --- */

static void
file_free (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->durable);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

static void
disk_init (Disk *self, Model model)
{
  *self = (Disk){ .model = model };
  self->rand = g_rand_new_with_seed (20 + model);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending_names = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->marks); i++)
    self->marks[i] = -1;
}

static void
disk_clear (Disk *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->pending_names);
}

static File *
find_file (Disk *self, guint64 inode, gboolean create)
{
  File *file;

  for (guint i = self->files->len; i > 0 && !create; i--)
    {
      file = self->files->pdata[i - 1];
      if (file->inode == inode)
        return file;
    }
  file = g_new0 (File, 1);
  file->inode = inode;
  file->durable = g_byte_array_new ();
  file->pending = g_ptr_array_new ();
  g_ptr_array_add (self->files, file);
  return file;
}

static void
set_size (GByteArray *content, guint64 size)
{
  guint before = content->len;

  g_byte_array_set_size (content, (guint)size);
  if (size > before)
    memset (content->data + before, 0, size - before);
}

/* @torn: only some of the sectors arrived. */
static void
apply (Disk *self, GByteArray *content, const Op *op, gboolean torn)
{
  guint64 end = op->head->offset + op->head->size;

  if (op->head->op == RECORD_TRUNCATE
      || (op->head->op == RECORD_GROW && op->head->offset > content->len))
    set_size (content, op->head->offset);
  if (op->head->op != RECORD_WRITE)
    return;
  if (end > content->len)
    set_size (content, end);
  for (guint64 at = op->head->offset; at < end;)
    {
      guint64 next = MIN ((at / SECTOR + 1) * SECTOR, end);

      if (!torn || g_rand_boolean (self->rand))
        memcpy (content->data + at, op->data + (at - op->head->offset), next - at);
      at = next;
    }
}

static void
apply_name (GHashTable *names, Disk *self, const Op *op)
{
  const char *from = (const char *)op->data;
  const char *to = from + strlen (from) + 1;
  File *file = g_hash_table_lookup (names, from);

  switch (op->head->op)
    {
    case RECORD_CREATE:
      g_hash_table_replace (names, g_strdup (from), find_file (self, op->head->inode, FALSE));
      break;
    case RECORD_UNLINK:
      g_hash_table_remove (names, from);
      break;
    default:
      if (file == NULL)
        return;
      g_hash_table_replace (names, g_strdup (to), file);
      if (op->head->op == RECORD_RENAME)
        g_hash_table_remove (names, from);
      break;
    }
}

static void
sync_names (Disk *self)
{
  for (guint i = 0; i < self->pending_names->len; i++)
    apply_name (self->names, self, self->pending_names->pdata[i]);
  g_ptr_array_set_size (self->pending_names, 0);
}

static void
sync_file (Disk *self, File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply (self, file->durable, file->pending->pdata[i], FALSE);
  g_ptr_array_set_size (file->pending, 0);
}

/* Takes the next thing that the child did. */
static void
disk_step (Disk *self, Op *op)
{
  switch (op->head->op)
    {
    case RECORD_CREATE:
      find_file (self, op->head->inode, TRUE);
      g_ptr_array_add (self->pending_names, op);
      break;
    case RECORD_RENAME:
    case RECORD_LINK:
    case RECORD_UNLINK:
      g_ptr_array_add (self->pending_names, op);
      break;
    case RECORD_SYNC:
      sync_file (self, find_file (self, op->head->inode, FALSE));
      if (self->model == NAMES_WITH_FILES)
        sync_names (self);
      break;
    case RECORD_SYNC_FOLDER:
      sync_names (self);
      break;
    case RECORD_MARK:
      self->marks[op->head->inode] = (int)op->head->offset;
      break;
    default:
      g_ptr_array_add (find_file (self, op->head->inode, FALSE)->pending, op);
      break;
    }
}

/* --- The cut --- */

/* The names that survive. @sample 0: only what was synced, 1: everything. (transfer full) */
static GHashTable *
surviving_names (Disk *self, guint sample)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = self->pending_names->len;
  guint keep = sample == 0   ? 0
               : sample == 1 ? n
                             : (guint)g_rand_int_range (self->rand, 0, (gint32)n + 1);
  GHashTableIter iter;
  gpointer path, file;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &path, &file))
    g_hash_table_insert (names, g_strdup (path), file);
  for (guint i = 0; i < n; i++)
    {
      gboolean kept = sample > 1 && self->model == NAMES_IN_ANY_ORDER ? g_rand_boolean (self->rand)
                                                                      : i < keep;
      if (kept)
        apply_name (names, self, self->pending_names->pdata[i]);
    }
  return names;
}

/* (transfer full): what of @file survives */
static GByteArray *
surviving_content (Disk *self, const File *file, guint sample)
{
  GByteArray *content = g_byte_array_new ();

  g_byte_array_append (content, file->durable->data, file->durable->len);
  for (guint i = 0; sample > 0 && i < file->pending->len; i++)
    if (sample == 1 || g_rand_boolean (self->rand))
      apply (self, content, file->pending->pdata[i],
             sample > 1 && g_rand_int (self->rand) % 4 == 0);
  return content;
}

static void
make_disk (Disk *self, guint sample)
{
  g_autoptr (GHashTable) names = surviving_names (self, sample);
  GHashTableIter iter;
  gpointer path, file;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &path, &file))
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (GByteArray) content = surviving_content (self, file, sample);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_file_set_contents_full (path, (const char *)content->data, content->len,
                                G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

/* --- The recovery --- */

static int
complain (const char *what, int n)
{
  g_printerr ("# %s (%d)\n", what, n);
  return 1;
}

/* The file alone: whole, and between the last save and the one that was under way. */
static int
check_file (const Disk *disk, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = NULL;
  g_autoptr (GBytes) bytes = sl_file_read (path, NULL, &error);
  int n;

  if (bytes == NULL)
    return disk->marks[MARK_SAVED] < 0 ? 0 : complain ("the file is gone", disk->marks[MARK_SAVED]);
  store = sl_image_read (bytes, "plan", &error);
  if (store == NULL)
    return complain (error->message, 0);
  n = state_count_edits (sl_store_get_snapshot (store));
  return n >= disk->marks[MARK_SAVED] && n <= disk->marks[MARK_SAVING]
             ? 0
             : complain ("the file holds another state", n);
}

/* In a child. */
static int
check_recovery (const Disk *disk, const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProject *project;
  int n;

  if (check_file (disk, path) != 0)
    return 1;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return 0;
  project = sl_project_open (path, &error);
  if (project == NULL)
    return complain (error->message, 0);
  n = state_count_edits (sl_project_get_snapshot (project));
  if (n < MAX (disk->marks[MARK_DURABLE], 0) || n > MAX (disk->marks[MARK_EDITING], 0))
    return complain ("an acknowledged edit is lost", n);
  if (!sl_project_save (project, &error))
    return complain (error->message, n);
  return 0;
}

static void
cut_power (Disk *disk, const char *root, const char *path)
{
  for (guint sample = 0; sample < SAMPLES; sample++)
    {
      pid_t child;
      int status;

      state_remove_tree (root);
      make_disk (disk, sample);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        _exit (check_recovery (disk, path));
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
}

/* --- The test --- */

static GPtrArray *
read_ops (const char *data, gsize size)
{
  GPtrArray *ops = g_ptr_array_new_with_free_func (g_free);

  for (gsize at = 0; at + sizeof (RecordHead) <= size;)
    {
      Op *op = g_new0 (Op, 1);

      op->head = (const RecordHead *)(gconstpointer)(data + at);
      op->data = (const guint8 *)data + at + sizeof (RecordHead);
      at += sizeof (RecordHead) + op->head->size;
      g_ptr_array_add (ops, op);
    }
  return ops;
}

/* Runs this program as the child that works; its log. (transfer full) */
static char *
record (const char *root, const char *path, gsize *size)
{
  g_autofree char *log = g_strconcat (root, ".log", NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_auto (GStrv) environment = g_get_environ ();
  const char *argv[] = { self, "--work", path, NULL };
  g_autoptr (GError) error = NULL;
  char *data;
  int status;

  environment = g_environ_setenv (environment, "LD_PRELOAD", RECORDER, TRUE);
  environment = g_environ_setenv (environment, "RECORD_ROOT", root, TRUE);
  environment = g_environ_setenv (environment, "RECORD_LOG", log, TRUE);
  g_spawn_sync (NULL, (char **)argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (log, &data, size, NULL));
  g_unlink (log);
  return data;
}

static void
test_power_loss (gconstpointer model)
{
  g_autofree char *root = state_path ("disk");
  g_autofree char *state = g_build_filename (root, "state", NULL);
  g_autofree char *path = g_build_filename (root, "plan.sightline", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GPtrArray) ops = NULL;
  Disk disk;
  gsize size;

  g_assert_cmpint (g_mkdir (root, 0700), ==, 0);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  data = record (root, path, &size);
  ops = read_ops (data, size);
  g_assert_cmpuint (ops->len, >, 200);
  disk_init (&disk, GPOINTER_TO_INT (model));
  for (guint i = 0; i < ops->len; i++)
    {
      disk_step (&disk, ops->pdata[i]);
      if (i % (ops->len / N_MOMENTS) == 0)
        cut_power (&disk, root, path);
    }
  g_assert_cmpint (disk.marks[MARK_SAVED], ==, N_EDITS);
  g_test_message ("%u operations, cut every %u", ops->len, ops->len / N_MOMENTS);
  disk_clear (&disk);
}

int
main (int argc, char **argv)
{
  int result;

  if (argc == 3 && strcmp (argv[1], "--work") == 0)
    return work (argv[2]);
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/power-loss/names-with-files", GINT_TO_POINTER (NAMES_WITH_FILES),
                        test_power_loss);
  g_test_add_data_func ("/core/power-loss/names-in-order", GINT_TO_POINTER (NAMES_IN_ORDER),
                        test_power_loss);
  g_test_add_data_func ("/core/power-loss/names-in-any-order", GINT_TO_POINTER (NAMES_IN_ANY_ORDER),
                        test_power_loss);
  result = g_test_run ();
  state_clear ();
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups stay, by the names that years of work would leave. */

#include "config.h"

#include <glib/gstdio.h>

#include "state-fixture.h"
#include "storage/sl-backup.h"

/* The path of the backup that was made @seconds ago. (transfer full) */
static char *
backup_path (const char *dir, GDateTime *now, gint64 seconds)
{
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -(double)seconds);
  g_autofree char *stamp = g_date_time_format (then, "%Y%m%dT%H%M%S-000000.sightline");

  return g_build_filename (dir, SL_BACKUP_FOLDER, stamp, NULL);
}

static guint
count_between (const char *dir, GDateTime *now, gint64 from_s, gint64 to_s)
{
  g_autofree char *folder = g_build_filename (dir, SL_BACKUP_FOLDER, NULL);
  g_autofree char *newest = backup_path (dir, now, from_s);
  g_autofree char *oldest = backup_path (dir, now, to_s);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  while ((entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);

      if (strcmp (path, newest) <= 0 && strcmp (path, oldest) > 0)
        n++;
    }
  return n;
}

static void
test_thin_out (void)
{
  const gint64 hour = 3600;
  const gint64 day = 24 * hour;
  g_autofree char *dir = state_path ("working-copy");
  g_autofree char *folder = g_build_filename (dir, SL_BACKUP_FOLDER, NULL);
  g_autofree char *base = g_build_filename (dir, "base", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *newest = backup_path (dir, now, 10 * 60);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (base, "x", 1, NULL));
  /* Every ten minutes for two days, every six hours for two years. */
  for (gint64 s = 10 * 60; s < 800 * day; s += s < 2 * day ? 10 * 60 : 6 * hour)
    {
      g_autofree char *path = backup_path (dir, now, s);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }

  sl_backup_keep (dir, "base");

  g_assert_true (g_file_test (newest, G_FILE_TEST_EXISTS));
  /* The one just made and the nine before it. */
  g_assert_cmpuint (count_between (dir, now, -60, 95 * 60), ==, 10);
  /* One an hour, and the day of today has begun at any hour. */
  g_assert_cmpuint (count_between (dir, now, 3 * hour, 23 * hour), >=, 19);
  g_assert_cmpuint (count_between (dir, now, 3 * hour, 23 * hour), <=, 21);
  g_assert_cmpuint (count_between (dir, now, 2 * day, 29 * day), >=, 26);
  g_assert_cmpuint (count_between (dir, now, 2 * day, 29 * day), <=, 28);
  g_assert_cmpuint (count_between (dir, now, 31 * day, 364 * day), >=, 10);
  g_assert_cmpuint (count_between (dir, now, 31 * day, 364 * day), <=, 12);
  g_assert_cmpuint (count_between (dir, now, 366 * day, 900 * day), ==, 0);
}

/* Without a file there is no backup, and no empty one either. */
static void
test_nothing_there (void)
{
  g_autofree char *dir = state_path ("nothing");
  g_autofree char *folder = g_build_filename (dir, SL_BACKUP_FOLDER, NULL);

  sl_backup_keep (dir, "base");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/backup/thin-out", test_thin_out);
  g_test_add_func ("/core/backup/nothing-there", test_nothing_there);
  result = g_test_run ();
  state_clear ();
  return result;
}

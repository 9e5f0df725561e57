/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups are named after the moment at which they were made, in UTC: the order of names is that of
 * time, and the start of a name is its month, day or hour. */

#include "config.h"

#include "storage/sl-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STAMP_FORMAT "%Y%m%dT%H%M%S"
#define N_NEWEST 10
#define MAX_BYTES (G_GINT64_CONSTANT (1) << 30)

/* Of backups older than the newest, the last one of each span stays while it is not older than
 * @days. */
static const struct
{
  int days;
  gsize prefix; /* length of the start of a name that tells the span */
} spans[] = {
  { 1, sizeof "yyyymmddThh" - 1 },
  { 30, sizeof "yyyymmdd" - 1 },
  { 365, sizeof "yyyymm" - 1 },
};

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)b, *(const char *const *)a);
}

/* (transfer full): names in @folder, newest first. */
static GPtrArray *
list_backups (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

/* Whether @name, which is not among the newest, is the last one of a span that counts still.
 * @newer: the name before it in the list */
static gboolean
ends_span (const char *name, const char *newer, GDateTime *now)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (GDateTime) limit = g_date_time_add_days (now, -spans[i].days);
      g_autofree char *oldest = g_date_time_format (limit, STAMP_FORMAT);

      if (strcmp (name, oldest) >= 0)
        return strncmp (name, newer, spans[i].prefix) != 0;
    }
  return FALSE;
}

static void
thin_out (const char *folder, GDateTime *now)
{
  g_autoptr (GPtrArray) names = list_backups (folder);
  gint64 total = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0)
        total += info.st_size;
      if (i > 0
          && (total > MAX_BYTES
              || (i >= N_NEWEST && !ends_span (names->pdata[i], names->pdata[i - 1], now))))
        g_unlink (path);
    }
}

void
sl_backup_keep (const char *dir, const char *file)
{
  g_autofree char *base = g_build_filename (dir, file, NULL);
  g_autofree char *folder = g_build_filename (dir, SL_BACKUP_FOLDER, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, STAMP_FORMAT);
  g_autofree char *name
      = g_strdup_printf ("%s-%06d.sightline", stamp, g_date_time_get_microsecond (now));
  g_autofree char *backup = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  /* A second name is a copy, since the first one will be given to another file. */
  if (link (base, backup) == 0)
    thin_out (folder, now);
}

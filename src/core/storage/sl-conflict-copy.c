/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dropbox writes "plan (Anna's conflicted copy 2026-11-20).sightline", Nextcloud "plan (conflicted
 * copy ...)" or "plan_conflict-...", Syncthing "plan.sync-conflict-...": all begin as the file does
 * and say "conflict". */

#include "config.h"

#include "storage/sl-conflict-copy.h"

#include <string.h>

#include "storage/sl-file.h"
#include "storage/sl-image.h"

#define SUFFIX ".sightline"
#define WORD "conflict"

static gboolean
looks_like_copy (const char *entry, const char *stem, const char *own)
{
  return g_str_has_prefix (entry, stem) && g_str_has_suffix (entry, SUFFIX)
         && strcmp (entry, own) != 0 && strstr (entry + strlen (stem), WORD) != NULL;
}

static gboolean
holds_project (const char *path, const char *doc_id)
{
  g_autoptr (GBytes) bytes = sl_file_read (path, NULL, NULL);
  g_autoptr (SlDb) image = bytes != NULL ? sl_image_open (bytes, path, NULL) : NULL;
  g_autofree char *found = image != NULL ? sl_image_get_meta (image, "doc_id") : NULL;

  return found != NULL && g_strcmp0 (found, doc_id) == 0;
}

char *
sl_conflict_copy_find (const char *path, const char *doc_id)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = g_path_get_basename (path);
  g_autofree char *stem = g_strdup (own);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *entry;

  if (g_str_has_suffix (stem, SUFFIX))
    stem[strlen (stem) - strlen (SUFFIX)] = '\0';
  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder, entry, NULL);

      if (looks_like_copy (entry, stem, own) && holds_project (other, doc_id))
        return sl_file_name (other);
    }
  return NULL;
}

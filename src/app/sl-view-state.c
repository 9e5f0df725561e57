/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The memory of views is a key file, so that each view has its own group and knows no other. What
 * cannot be read is as if nothing was remembered. */

#include "config.h"

#include "sl-view-state.h"

#define VIEW_KEY "window"

GKeyFile *
sl_view_state_load (SlProject *project)
{
  GKeyFile *self = g_key_file_new ();
  g_autofree char *text = sl_project_get_view (project, VIEW_KEY);
  g_autoptr (GError) error = NULL;

  if (text[0] != '\0' && !g_key_file_load_from_data (self, text, (gsize)-1, 0, &error))
    g_debug ("What the window remembers could not be read: %s", error->message);
  return self;
}

void
sl_view_state_store (GKeyFile *self, SlProject *project)
{
  g_autofree char *text = g_key_file_to_data (self, NULL, NULL);

  sl_project_set_view (project, VIEW_KEY, text);
}

void
sl_view_state_set_ids (GKeyFile *self, const char *group, const char *key, GHashTable *ids)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  if (ids == NULL || g_hash_table_size (ids) == 0)
    {
      g_key_file_remove_key (self, group, key, NULL);
      return;
    }
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (words, g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *)id));
  g_key_file_set_string_list (self, group, key, (const char *const *)words->pdata, words->len);
}

GHashTable *
sl_view_state_get_ids (GKeyFile *self, const char *group, const char *key)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_auto (GStrv) words = g_key_file_get_string_list (self, group, key, NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several rules need is computed once, when the first of them asks, in whatever thread. */

#include "config.h"

#include "analysis/sl-facts-private.h"

struct _SlFactsShared
{
  GRecMutex lock;    /* what is made may need other shared things */
  GHashTable *known; /* SlFactsShare -> what it made */
};

SlFactsShared *
sl_facts_shared_new (void)
{
  SlFactsShared *self = g_new0 (SlFactsShared, 1);

  g_rec_mutex_init (&self->lock);
  self->known = g_hash_table_new (NULL, NULL);
  return self;
}

void
sl_facts_shared_free (SlFactsShared *self)
{
  GHashTableIter iter;
  gpointer key, made;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &key, &made))
    ((const SlFactsShare *)key)->drop (made);
  g_hash_table_unref (self->known);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

gconstpointer
sl_facts_share (const SlFacts *self, const SlFactsShare *what)
{
  gpointer made;

  g_rec_mutex_lock (&self->shared->lock);
  made = g_hash_table_lookup (self->shared->known, what);
  if (made == NULL)
    {
      made = what->make (self);
      g_hash_table_insert (self->shared->known, (gpointer)what, made);
    }
  g_rec_mutex_unlock (&self->shared->lock);
  return made;
}

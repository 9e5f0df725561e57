/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules are pure functions of the facts, so each thread takes the next one that nobody has taken.
 * What they find is put together in the order of the registry. */

#include "config.h"

#include "analysis/sl-rule-crew.h"

#include "analysis/sl-analysis.h"

#define MAX_THREADS 4u
/* Below so many goals, tasks and parties a thread costs more than it saves. */
#define MIN_RECORDS 500u

typedef struct
{
  const SlFacts *facts;
  GHashTable *muted;
  GCancellable *cancellable;
  guint n_rules;
  GPtrArray **found; /* one a rule; NULL: not run */
  SlIndexItems *items;
  int next; /* atomic: the items of the index, then the rules */
} Crew;

/* Takes one job after the other until there are none. */
static gpointer
work (gpointer data)
{
  Crew *self = data;

  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      guint job = (guint)g_atomic_int_add (&self->next, 1);

      if (job > self->n_rules)
        break;
      if (job == 0)
        self->items = sl_index_items_new (self->facts);
      else if (!g_hash_table_contains (self->muted, sl_rule_all ()[job - 1]->id))
        self->found[job - 1] = sl_rule_run (sl_rule_all ()[job - 1], self->facts);
    }
  return NULL;
}

static guint
count_threads (const SlFacts *facts)
{
  if (facts->n_goals + facts->n_tasks + facts->n_parties < MIN_RECORDS)
    return 1;
  return CLAMP (g_get_num_processors (), 1, MAX_THREADS);
}

static void
run_threads (Crew *self)
{
  GThread *threads[MAX_THREADS] = { NULL };
  guint n = count_threads (self->facts);

  /* This thread works too; where no other can be had, it does everything. */
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_try_new ("rules", work, self, NULL);
  work (self);
  for (guint i = 1; i < n; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

gboolean
sl_rule_crew_run (const SlFacts *facts, GHashTable *muted, GCancellable *cancellable,
                  GPtrArray *findings, SlIndexItems **items)
{
  Crew self = { .facts = facts, .muted = muted, .cancellable = cancellable };
  g_autofree GPtrArray **found = NULL;
  gboolean done;

  while (sl_rule_all ()[self.n_rules] != NULL)
    self.n_rules++;
  self.found = found = g_new0 (GPtrArray *, self.n_rules + 1);
  run_threads (&self);
  done = (guint)self.next > self.n_rules && !g_cancellable_is_cancelled (cancellable);
  for (guint i = 0; i < self.n_rules; i++)
    {
      g_autoptr (GPtrArray) of_rule = found[i];

      if (of_rule == NULL || !done)
        continue;
      g_ptr_array_set_free_func (of_rule, NULL);
      g_ptr_array_extend (findings, of_rule, NULL, NULL);
    }
  if (!done)
    g_clear_pointer (&self.items, sl_index_items_free);
  *items = self.items;
  return done;
}

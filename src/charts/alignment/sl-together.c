/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Picks the parties that a circle can show, puts them in order, and says what brings each two
 * together or apart. */

#include "config.h"

#include "alignment/sl-together.h"

#include <glib/gi18n-lib.h>

#include "alignment/sl-alignment-parts.h"
#include "sl-words.h"

/* Titles in the label of a line; more are counted. */
#define MAX_SPOKEN 4

static const SlFactParty *
get_party (const SlTogether *self, guint number)
{
  return &self->facts->parties[self->stand->parties[number]];
}

/* The most influential first; else as in the outline. */
static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const double x = get_party (data, i)->influence, y = get_party (data, j)->influence;

  if (x != y)
    return x < y ? 1 : -1;
  return i < j ? -1 : 1;
}

static void
pick_parties (SlTogether *self)
{
  for (guint i = 0; i < self->stand->n_parties; i++)
    if (self->stand->party_margins[i].n_known > 0)
      g_array_append_val (self->parties, i);
    else
      self->n_unknown++;
  g_array_sort_with_data (self->parties, compare_influence, self);
  if (self->parties->len > SL_TOGETHER_MAX_PARTIES)
    {
      self->n_lesser = self->parties->len - SL_TOGETHER_MAX_PARTIES;
      g_array_set_size (self->parties, SL_TOGETHER_MAX_PARTIES);
    }
}

/* Puts parties that stand together side by side: begins with the most influential one, then always
 * the nearest to the last. */
static void
order_circle (SlTogether *self)
{
  for (guint step = 1; step < self->parties->len; step++)
    {
      guint *places = (guint *)(gpointer)self->parties->data;
      double best = -G_MAXDOUBLE;
      guint next = step;

      for (guint i = step; i < self->parties->len; i++)
        {
          const SlPositionPair *pair
              = sl_stands_together_get (self->stand, places[step - 1], places[i]);

          if (pair->convergence - pair->divergence > best)
            {
              best = pair->convergence - pair->divergence;
              next = i;
            }
        }

      const guint taken = places[next];
      g_array_remove_index (self->parties, next);
      g_array_insert_val (self->parties, step, taken);
    }
}

static void
find_causes (const SlTogether *self, SlTogetherPair *pair, guint a, guint b)
{
  g_autoptr (GArray) causes = sl_stands_together_causes (self->stand, a, b);

  pair->with = g_array_new (FALSE, FALSE, sizeof (guint));
  pair->against = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < causes->len; i++)
    {
      const SlStandCause *cause = &g_array_index (causes, SlStandCause, i);
      const guint goal = self->stand->goals[cause->goal];

      g_array_append_val (cause->amount > 0.0 ? pair->with : pair->against, goal);
    }
}

static int
compare_pairs (gconstpointer x, gconstpointer y)
{
  const SlTogetherPair *p = x, *q = y;

  if (p->divergence != q->divergence)
    return p->divergence < q->divergence ? 1 : -1;
  if (p->convergence != q->convergence)
    return p->convergence < q->convergence ? 1 : -1;
  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : 1;
}

static void
clear_pair (gpointer data)
{
  SlTogetherPair *pair = data;

  g_array_unref (pair->with);
  g_array_unref (pair->against);
}

static void
compare_all (SlTogether *self)
{
  for (guint i = 0; i < self->parties->len; i++)
    for (guint k = i + 1; k < self->parties->len; k++)
      {
        const guint a = g_array_index (self->parties, guint, i);
        const guint b = g_array_index (self->parties, guint, k);
        const SlPositionPair *measures = sl_stands_together_get (self->stand, a, b);
        SlTogetherPair pair = { i, k, measures->convergence, measures->divergence, NULL, NULL };

        if (pair.convergence <= 0.0 && pair.divergence <= 0.0)
          continue;
        find_causes (self, &pair, a, b);
        self->most = MAX (self->most, MAX (pair.convergence, pair.divergence));
        g_array_append_val (self->pairs, pair);
      }
  g_array_sort (self->pairs, compare_pairs);
}

SlTogether *
sl_together_new (const SlFacts *facts)
{
  SlTogether *self = g_new0 (SlTogether, 1);

  self->facts = facts;
  self->stand = sl_stands_together_new (facts);
  self->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (SlTogetherPair));
  g_array_set_clear_func (self->pairs, clear_pair);
  pick_parties (self);
  order_circle (self);
  compare_all (self);
  return self;
}

void
sl_together_free (SlTogether *self)
{
  sl_stands_together_free (self->stand);
  g_array_unref (self->parties);
  g_array_unref (self->pairs);
  g_free (self);
}

const SlTogetherPair *
sl_together_pair (const SlTogether *self, guint n)
{
  return &g_array_index (self->pairs, SlTogetherPair, n);
}

SlId
sl_together_id (const SlTogether *self, guint place)
{
  return get_party (self, g_array_index (self->parties, guint, place))->id;
}

const char *
sl_together_name (const SlTogether *self, guint place)
{
  return sl_alignment_title (self->facts, sl_together_id (self, place));
}

char *
sl_together_say_goals (const SlTogether *self, const GArray *goals, guint most)
{
  const guint shown = most == 0 ? goals->len : MIN (most, goals->len);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      const SlId id = self->facts->goals[g_array_index (goals, guint, i)].id;
      g_autofree char *title = sl_words_name (sl_alignment_title (self->facts, id));

      /* Translators: a title in a list, then the next one. */
      g_string_append_printf (text, i == 0 ? _ ("“%s”") : _ (", “%s”"), title);
    }
  if (shown < goals->len)
    {
      const guint rest = goals->len - shown;

      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, " and %u more goal", " and %u more goals", rest),
          rest);
    }
  return g_string_free (text, FALSE);
}

char *
sl_together_say_pair (const SlTogether *self, const SlTogetherPair *pair)
{
  g_autofree char *a = sl_words_name (sl_together_name (self, pair->a));
  g_autofree char *b = sl_words_name (sl_together_name (self, pair->b));
  g_autofree char *with = sl_together_say_goals (self, pair->with, MAX_SPOKEN);
  g_autofree char *against = sl_together_say_goals (self, pair->against, MAX_SPOKEN);

  if (pair->against->len == 0)
    /* Translators: two parties, titles of goals. */
    return g_strdup_printf (_ ("%s and %s: together on %s"), a, b, with);
  if (pair->with->len == 0)
    /* Translators: two parties, titles of goals. */
    return g_strdup_printf (_ ("%s and %s: against each other on %s"), a, b, against);
  /* Translators: two parties, titles of goals, titles of other goals. */
  return g_strdup_printf (_ ("%s and %s: together on %s; against each other on %s"), a, b, with,
                          against);
}

char *
sl_together_headline (const SlTogether *self)
{
  if (self->parties->len < 2)
    return g_strdup (_ ("Who stands together is not known yet"));
  if (self->pairs->len == 0)
    return g_strdup (_ ("No two parties have said where they stand on the same goal"));

  const SlTogetherPair *first = sl_together_pair (self, 0);
  g_autofree char *a = sl_words_name (sl_together_name (self, first->a));
  g_autofree char *b = sl_words_name (sl_together_name (self, first->b));

  if (first->against->len == 0)
    return g_strdup (_ ("Nobody stands against anybody, as far as we know"));
  /* Translators: two parties, how many goals in words. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %s stand furthest apart: against each other on %s goal",
                   "%s and %s stand furthest apart: against each other on %s goals",
                   first->against->len),
      a, b, sl_words_number (first->against->len));
}

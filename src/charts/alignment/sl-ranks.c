/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranks of the shared goals by points and by money, and the sentence that says where they differ
 * most. */

#include "config.h"

#include "alignment/sl-ranks.h"

#include <glib/gi18n-lib.h>

#include "alignment/sl-alignment-parts.h"
#include "analysis/sl-funding.h"
#include "analysis/sl-priorities.h"
#include "sl-words.h"

/* Shares nearer than this are the same. */
#define SAME 1e-9

static void
clear_column (gpointer data)
{
  SlRankColumn *column = data;

  g_free (column->ranks);
  g_free (column->slots);
  g_free (column->order);
}

/* @values: of each goal; ties keep the order of the first column. */
static void
add_column (SlRanks *self, SlId party, gboolean money, const double *values)
{
  SlRankColumn column = { .party = party,
                          .money = money,
                          .ranks = g_new0 (guint, self->n + 1),
                          .slots = g_new0 (guint, self->n + 1),
                          .order = g_new0 (guint, self->n + 1) };
  const SlRankColumn *first = self->columns->len > 0 ? sl_ranks_column (self, 0) : NULL;

  for (guint i = 0; i < self->n; i++)
    {
      column.ranks[i] = 1;
      for (guint j = 0; j < self->n; j++)
        {
          const gboolean above = values[j] > values[i] + SAME;
          const gboolean tied = !above && values[j] >= values[i] - SAME;
          const gboolean before = first != NULL ? first->slots[j] < first->slots[i] : j < i;

          column.ranks[i] += above;
          column.slots[i] += above || (tied && before);
        }
    }
  for (guint i = 0; i < self->n; i++)
    column.order[column.slots[i]] = i;
  g_array_append_val (self->columns, column);
}

/* Goals that anybody gives points or money. */
static void
pick_goals (SlRanks *self, const SlPriorities *points, const SlFunding *money, guint *places)
{
  self->goals = g_new0 (guint, points->n + 1);
  for (guint i = 0; i < points->n; i++)
    {
      if (points->group[i] <= 0.0 && (money->in_days || money->amounts[i] <= 0.0))
        {
          self->n_goals_out++;
          continue;
        }
      places[self->n] = i;
      self->goals[self->n++] = points->goals[i];
    }
}

typedef struct
{
  const SlFacts *facts;
  const SlPriorities *points;
} Answers;

/* Places in the list of those that answered: the most influential first. */
static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const Answers *answers = data;
  const guint i = *(const guint *)a, j = *(const guint *)b;
  const double x = answers->facts->parties[answers->points->parties[i]].influence;
  const double y = answers->facts->parties[answers->points->parties[j]].influence;

  if (x != y)
    return x < y ? 1 : -1;
  return i < j ? -1 : 1;
}

/* Puts the party @wanted into the last of the first @most places unless it stands there. */
static void
move_wanted (const SlRanks *self, const SlPriorities *points, GArray *order, guint most,
             SlId wanted)
{
  for (guint i = most; i < order->len; i++)
    {
      const guint row = g_array_index (order, guint, i);

      if (self->facts->parties[points->parties[row]].id != wanted)
        continue;
      g_array_remove_index (order, i);
      g_array_insert_val (order, most - 1, row);
    }
}

static void
add_parties (SlRanks *self, const SlPriorities *points, const guint *places, guint most,
             SlId wanted)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *values = g_new0 (double, self->n + 1);
  Answers answers = { self->facts, points };

  for (guint i = 0; i < points->m; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_influence, &answers);
  move_wanted (self, points, order, most, wanted);
  self->n_lesser = order->len > most ? order->len - most : 0;
  for (guint k = 0; k < order->len && k < most; k++)
    {
      const guint row = g_array_index (order, guint, k);

      for (guint i = 0; i < self->n; i++)
        values[i] = points->shares[(gsize)row * points->n + places[i]];
      add_column (self, self->facts->parties[points->parties[row]].id, FALSE, values);
    }
}

SlRanks *
sl_ranks_new (const SlFacts *facts, guint most, SlId wanted)
{
  SlRanks *self = g_new0 (SlRanks, 1);
  const SlPriorities *points = facts->agreement;
  const SlFunding *money = facts->funding;
  g_autofree guint *places = g_new0 (guint, points->n + 1);
  g_autofree double *values = g_new0 (double, points->n + 1);

  self->facts = facts;
  self->columns = g_array_new (FALSE, FALSE, sizeof (SlRankColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->n_missing = points->n_missing;
  pick_goals (self, points, money, places);
  if (points->m == 0 || self->n == 0)
    return self;
  for (guint i = 0; i < self->n; i++)
    values[i] = points->group[places[i]];
  add_column (self, SL_ID_NONE, FALSE, values);
  add_parties (self, points, places, most, wanted);
  if (!money->in_days && money->total > 0.0)
    {
      for (guint i = 0; i < self->n; i++)
        values[i] = money->amounts[places[i]];
      add_column (self, SL_ID_NONE, TRUE, values);
    }
  return self;
}

void
sl_ranks_free (SlRanks *self)
{
  g_array_unref (self->columns);
  g_free (self->goals);
  g_free (self);
}

const SlRankColumn *
sl_ranks_column (const SlRanks *self, guint n)
{
  return &g_array_index (self->columns, SlRankColumn, n);
}

const char *
sl_ranks_head (const SlRanks *self, guint n)
{
  const SlRankColumn *column = sl_ranks_column (self, n);

  if (column->money)
    return _ ("By money");
  return column->party == SL_ID_NONE ? _ ("All together")
                                     : sl_alignment_title (self->facts, column->party);
}

const char *
sl_ranks_title (const SlRanks *self, guint goal)
{
  return sl_alignment_title (self->facts, self->facts->goals[self->goals[goal]].id);
}

char *
sl_ranks_say_goal (const SlRanks *self, guint goal)
{
  g_autofree char *title = sl_words_name (sl_ranks_title (self, goal));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "“%s”: ", title);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *head = sl_words_name (sl_ranks_head (self, i));

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", head,
                              sl_ranks_column (self, i)->ranks[goal]);
    }
  return g_string_free (text, FALSE);
}

/* --- The headline --- */

/* "first", "twelfth", "at place 13". (transfer full) */
static char *
say_rank (guint rank)
{
  static const char *const words[] = {
    N_ ("first"),   N_ ("second"), N_ ("third"), N_ ("fourth"), N_ ("fifth"),    N_ ("sixth"),
    N_ ("seventh"), N_ ("eighth"), N_ ("ninth"), N_ ("tenth"),  N_ ("eleventh"), N_ ("twelfth"),
  };

  if (rank >= 1 && rank <= G_N_ELEMENTS (words))
    return g_strdup (_ (words[rank - 1]));
  /* Translators: a rank, as in "ranks it at place 13". */
  return g_strdup_printf (_ ("at place %u"), rank);
}

/* Returns: by how many places the worst column and goal differ from all together */
static guint
find_worst (const SlRanks *self, guint *column, guint *goal)
{
  const SlRankColumn *all = sl_ranks_column (self, 0);
  guint worst = 0;

  for (guint k = 1; k < self->columns->len; k++)
    for (guint slot = 0; slot < self->n; slot++)
      {
        const guint i = all->order[slot];
        const guint rank = sl_ranks_column (self, k)->ranks[i];
        const guint gap = rank > all->ranks[i] ? rank - all->ranks[i] : all->ranks[i] - rank;

        if (gap <= worst)
          continue;
        worst = gap;
        *column = k;
        *goal = i;
      }
  return worst;
}

char *
sl_ranks_headline (const SlRanks *self)
{
  guint column = 0, goal = 0;

  if (self->columns->len == 0)
    return g_strdup (_ ("What comes first is not known yet"));
  if (find_worst (self, &column, &goal) < SL_RANKS_JUMP)
    return g_strdup (_ ("All put the shared goals in much the same order"));

  const SlRankColumn *worst = sl_ranks_column (self, column);
  g_autofree char *title = sl_words_name (sl_ranks_title (self, goal));
  g_autofree char *here = say_rank (worst->ranks[goal]);
  g_autofree char *all = say_rank (sl_ranks_column (self, 0)->ranks[goal]);
  g_autofree char *party = sl_words_name (sl_ranks_head (self, column));

  if (worst->money)
    /* Translators: a goal, "first", "ninth". */
    return g_strdup_printf (_ ("By money “%s” comes %s, all together rank it %s"), title, here,
                            all);
  /* Translators: a party, a goal, "first", "ninth". */
  return g_strdup_printf (_ ("%s ranks “%s” %s, all together rank it %s"), party, title, here, all);
}

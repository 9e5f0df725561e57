/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of the stakeholder matrix: scale, sources, labels for screen readers, findings of a
 * row, and the headline that concludes. */

#include "config.h"

#include "sl-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-format-text.h"
#include "sl-words.h"

static const char *const value_words[] = {
  N_ ("would block"),           N_ ("opposes"),  N_ ("doubts"),
  N_ ("no objection"),          N_ ("in favor"), N_ ("supports"),
  N_ ("commits own resources"),
};

const char *
sl_matrix_value_words (gint value)
{
  g_return_val_if_fail (value >= -3 && value <= 3, "");

  return _ (value_words[value + 3]);
}

const char *
sl_matrix_value_short_words (gint value)
{
  /* Translators: the position +3 in a narrow cell; the legend says "commits own resources" */
  return value == 3 ? _ ("commits") : sl_matrix_value_words (value);
}

const char *
sl_matrix_source_words (SlPositionSource source)
{
  switch (source)
    {
    case SL_POSITION_SAID:
      return _ ("said");
    case SL_POSITION_WRITING:
      return _ ("in writing");
    case SL_POSITION_GUESS:
    default:
      return _ ("our guess");
    }
}

const char *
sl_matrix_goal_title (const SlMatrixGoal *goal)
{
  return *goal->title != '\0' ? goal->title : _ ("Goal without a title");
}

const char *
sl_matrix_party_title (const SlMatrixParty *party)
{
  return *party->title != '\0' ? party->title : _ ("Party without a name");
}

static char *
party_name (const SlMatrix *self, guint column)
{
  return sl_words_name (sl_matrix_party_title (sl_matrix_party (self, column)));
}

GPtrArray *
sl_matrix_party_names (const SlMatrix *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint column = 0; column < self->parties->len; column++)
    g_ptr_array_add (names, party_name (self, column));
  return names;
}

static char *
label_known (const SlMatrixCell *cell, const char *party, const char *goal)
{
  g_autofree char *number = sl_words_signed (cell->value);
  const char *value = sl_matrix_value_words (cell->value);
  const char *source = sl_matrix_source_words (cell->source);

  return cell->owner
             /* Translators: "Sales on Cut delivery time: +2 supports, said, owns the goal" */
             ? g_strdup_printf (_ ("%s on %s: %s %s, %s, owns the goal"), party, goal, number,
                                value, source)
             /* Translators: "Sales on Cut delivery time: +2 supports, said" */
             : g_strdup_printf (_ ("%s on %s: %s %s, %s"), party, goal, number, value, source);
}

char *
sl_matrix_cell_label (const SlMatrixCell *cell, const char *party, const char *goal)
{
  if (!cell->known)
    return cell->owner
               /* Translators: a party and a goal */
               ? g_strdup_printf (_ ("%s on %s: not asked, owns the goal"), party, goal)
               : g_strdup_printf (_ ("%s on %s: not asked"), party, goal);

  g_autofree char *label = label_known (cell, party, goal);

  /* Translators: a position that was said long ago, "Sales on Cut costs: +2 supports, said". */
  return cell->asks ? g_strdup_printf (_ ("%s – still true?"), label) : g_steal_pointer (&label);
}

char *
sl_matrix_mean_text (const SlMatrixParty *party)
{
  const char *sign = party->mean <= -0.05 ? "−" : party->mean >= 0.05 ? "+" : "";

  return isnan (party->mean) ? g_strdup ("–")
                             : g_strdup_printf ("%s%.1f", sign, fabs (party->mean));
}

char *
sl_matrix_apart_text (const SlMatrixParty *party)
{
  return isnan (party->mean) ? g_strdup ("–") : sl_format_number (party->apart, 1);
}

char *
sl_matrix_not_asked_text (const SlMatrixParty *party)
{
  return sl_format_percent (party->not_asked, 0);
}

char *
sl_matrix_goal_label (const SlMatrix *self, guint row)
{
  const SlMatrixGoal *goal = sl_matrix_goal (self, row);
  g_autofree char *support
      = isnan (goal->support) ? g_strdup ("–") : sl_format_percent (goal->support, 0);
  g_autofree char *apart = sl_format_number (goal->apart, 1);

  /* Translators: a goal, how much of the pull is in favor, how far the parties are apart. */
  return g_strdup_printf (_ ("%s: %s support, %s apart"), sl_matrix_goal_title (goal), support,
                          apart);
}

char *
sl_matrix_party_label (const SlMatrix *self, guint column)
{
  const SlMatrixParty *party = sl_matrix_party (self, column);
  g_autofree char *mean = sl_matrix_mean_text (party);
  g_autofree char *apart = sl_format_number (party->apart, 1);
  g_autofree char *not_asked = sl_format_percent (party->not_asked, 0);

  /* Translators: a party, its mean position, how far it is apart from the others, a share. */
  return g_strdup_printf (_ ("%s: mean position %s, %s apart, %s not asked"),
                          sl_matrix_party_title (party), mean, apart, not_asked);
}

const char *
sl_matrix_support_words (void)
{
  return _ ("support: positions above 0, weighted by influence, as a share of all");
}

const char *
sl_matrix_apart_words (void)
{
  return _ ("apart: of every two parties on opposite sides, half of how far both are from 0, "
            "added up");
}

const char *
sl_matrix_mean_words (const SlMatrix *self)
{
  return self->any_shared ? _ ("Mean position on the shared goals") : _ ("Mean position");
}

const char *
sl_matrix_not_asked_words (void)
{
  return _ ("Share of the goals on which the party was never asked");
}

char *
sl_matrix_goal_finding (const SlMatrix *self, guint row, gboolean brief)
{
  const SlMatrixGoal *goal = sl_matrix_goal (self, row);
  const guint n_parties = self->parties->len;

  if (goal->n_opposed > 0 && brief)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u opposed pair", "%u opposed pairs", goal->n_opposed),
        goal->n_opposed);
  if (goal->n_opposed > 0)
    {
      g_autofree char *in_favor = party_name (self, goal->opposed_for);
      g_autofree char *against = party_name (self, goal->opposed_against);
      const guint more = goal->n_opposed - 1;

      if (more == 0)
        /* Translators: two parties that are opposed: "Sales against Production" */
        return g_strdup_printf (_ ("%s against %s"), in_favor, against);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s against %s, %u more pair",
                                           "%s against %s, %u more pairs", more),
                              in_favor, against, more);
    }
  if (goal->n_asked == 0)
    return g_strdup (_ ("nobody asked yet"));
  if (goal->backed_by_all && goal->n_asked == n_parties)
    return g_strdup (_ ("backed by all"));
  if (goal->backed_by_all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "backed by all %u asked",
                                         "backed by all %u asked", goal->n_asked),
                            goal->n_asked);
  if (goal->n_asked < n_parties)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u not asked", "%u not asked", n_parties - goal->n_asked),
        n_parties - goal->n_asked);
  return g_strdup ("");
}

typedef struct
{
  guint n;       /* goals that count: the shared ones, else all */
  guint backed;  /* by all */
  guint opposed; /* with an opposed pair */
  guint known;   /* with a position */
  const SlMatrixGoal *gravest;
} Tally;

static Tally
count_goals (const SlMatrix *m)
{
  Tally tally = { 0 };

  for (guint row = 0; row < m->goals->len; row++)
    {
      const SlMatrixGoal *goal = sl_matrix_goal (m, row);

      if (m->any_shared && !goal->shared)
        continue;
      tally.n++;
      tally.known += goal->n_asked > 0 ? 1 : 0;
      tally.backed += goal->backed_by_all ? 1 : 0;
      if (goal->n_opposed == 0)
        continue;
      tally.opposed++;
      if (tally.gravest == NULL || goal->severity > tally.gravest->severity)
        tally.gravest = goal;
    }
  return tally;
}

/* "All six shared goals are backed by all" (transfer full) */
static char *
say_all_backed (const SlMatrix *m, guint n)
{
  const char *number = sl_words_number (n);

  if (n == 1)
    return g_strdup (m->any_shared ? _ ("The shared goal is backed by all")
                                   : _ ("The goal is backed by all"));
  if (n == 2)
    return g_strdup (m->any_shared ? _ ("Both shared goals are backed by all")
                                   : _ ("Both goals are backed by all"));
  /* Translators: a number of three or more, in words */
  return m->any_shared
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "All %s shared goals are backed by all",
                                             "All %s shared goals are backed by all", n),
                                number)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %s goals are backed by all",
                                             "All %s goals are backed by all", n),
                                number);
}

/* "Four of six shared goals are backed by all" (transfer full) */
static char *
say_backed (const SlMatrix *m, const Tally *tally)
{
  const char *backed = sl_words_number_first (tally->backed);
  const char *all = sl_words_number (tally->n);

  if (tally->backed == tally->n)
    return say_all_backed (m, tally->n);
  return m->any_shared
             /* Translators: "Four of six shared goals are backed by all" */
             ? g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE, "%s of %s shared goals is backed by all",
                              "%s of %s shared goals are backed by all", tally->backed),
                 backed, all)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s goals is backed by all",
                                             "%s of %s goals are backed by all", tally->backed),
                                backed, all);
}

/* Nobody has said anything: the sheet is a form. (transfer full) */
static char *
say_to_ask (const SlMatrix *m)
{
  const guint n = m->parties->len;
  g_autofree char *goals
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s goal", "%s goals", m->goals->len),
                         sl_words_number (m->goals->len));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s party is still to be asked about %s",
                                       "%s parties are still to be asked about %s", n),
                          sl_words_number_first (n), goals);
}

static char *
say_neutral (const SlMatrix *m)
{
  g_autofree char *parties = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u party", "%u parties", m->parties->len), m->parties->len);
  g_autofree char *goals = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", m->goals->len), m->goals->len);

  /* Translators: "Positions of 4 parties on 6 goals" */
  return g_strdup_printf (_ ("Positions of %s on %s"), parties, goals);
}

static char *
say_opposed (const SlMatrix *m, const Tally *tally)
{
  g_autofree char *in_favor = party_name (m, tally->gravest->opposed_for);
  g_autofree char *against = party_name (m, tally->gravest->opposed_against);
  g_autofree char *goal = sl_words_name (sl_matrix_goal_title (tally->gravest));

  if (tally->backed > 0)
    {
      g_autofree char *backed = say_backed (m, tally);

      /* Translators: a sentence, then two parties and a goal */
      return g_strdup_printf (_ ("%s; %s and %s are opposed on “%s”"), backed, in_favor, against,
                              goal);
    }
  if (tally->opposed == 1)
    return g_strdup_printf (_ ("%s and %s are opposed on “%s”"), in_favor, against, goal);
  if (tally->opposed == 2 && tally->n == 2)
    return g_strdup_printf (_ ("Parties are opposed on both goals, most of all %s and %s on “%s”"),
                            in_favor, against, goal);
  /* Translators: "Parties are opposed on three of six goals, most of all Sales and Production on
   * “Cut delivery time”" */
  return g_strdup_printf (
      _ ("Parties are opposed on %s of %s goals, most of all %s and %s on “%s”"),
      sl_words_number (tally->opposed), sl_words_number (tally->n), in_favor, against, goal);
}

char *
sl_matrix_conclude (const SlMatrix *m)
{
  const Tally tally = count_goals (m);

  if (m->goals->len == 0 || m->parties->len == 0)
    return g_strdup (_ ("Where the parties stand on the goals"));
  if (tally.gravest != NULL)
    return say_opposed (m, &tally);
  if (tally.backed > 0)
    return say_backed (m, &tally);
  if (m->n_unknown == m->goals->len * m->parties->len)
    return say_to_ask (m);
  return say_neutral (m);
}

char *
sl_matrix_headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlMatrix) matrix = sl_matrix_new (plan, params);

  return sl_matrix_conclude (matrix);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-03: pairwise answers of a party contradict each other. Source: METHODS sections 4 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-comparisons.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_RATIO 0.11
#define MOST_RATIO 9.0

typedef struct
{
  const SlFacts *facts;
  const SlComparisons *answers;
  SlAhpDoubt doubt; /* the weightier goal of the answer first */
} Context;

static SlId
goal_id (const Context *self, guint place)
{
  return self->facts->goals[self->answers->goals[place]].id;
}

static double
cell (const Context *self, guint row, guint column)
{
  return self->answers->matrix[row * self->answers->n + column];
}

static SlId
answer_id (const Context *self, guint row, guint column)
{
  for (guint i = 0; i < self->answers->answers->len; i++)
    {
      const SlCompared *answer = &g_array_index (self->answers->answers, SlCompared, i);

      if ((answer->row == row && answer->column == column)
          || (answer->row == column && answer->column == row))
        return answer->id;
    }
  return SL_ID_NONE;
}

/* --- Words --- */

static char *
describe (const Context *self)
{
  g_autofree char *first = sl_rule_title (self->facts, goal_id (self, self->doubt.row));
  g_autofree char *second = sl_rule_title (self->facts, goal_id (self, self->doubt.column));
  g_autofree char *said = sl_format_number (self->doubt.value, 1);
  g_autofree char *rest = sl_format_number (self->doubt.proposed, 1);

  /* Translators: party, number, goal, goal, number. */
  return g_strdup_printf (
      _ ("%s puts “%s” %s times over “%s”, but all its other answers say %s "
         "times: ask again before weights follow."),
      sl_facts_title (self->facts, self->facts->parties[self->answers->party].id), first, said,
      second, rest);
}

static void
add_answer (SlFinding *finding, const Context *self, guint row, guint column)
{
  g_autofree char *first = sl_rule_title (self->facts, goal_id (self, row));
  g_autofree char *second = sl_rule_title (self->facts, goal_id (self, column));
  g_autofree char *times = sl_format_number (cell (self, row, column), 2);

  sl_finding_add_evidence (finding,
                           /* Translators: goals. */
                           g_strdup_printf (_ ("“%s” against “%s”"), first, second),
                           /* Translators: a number. */
                           g_strdup_printf (_ ("%s times as much"), times),
                           cell (self, row, column), NULL, answer_id (self, row, column));
}

/* The way over a third goal that says most clearly something else; n of goals: there is none. */
static guint
find_third (const Context *self)
{
  double farthest = 0.0;
  guint third = self->answers->n;

  for (guint k = 0; k < self->answers->n; k++)
    {
      double way = cell (self, self->doubt.row, k) * cell (self, k, self->doubt.column);
      double distance = isnan (way) ? 0.0 : fabs (log (way / self->doubt.value));

      if (distance > farthest + 1e-9)
        {
          farthest = distance;
          third = k;
        }
    }
  return third;
}

static void
add_evidence (SlFinding *finding, const Context *self)
{
  guint third = find_third (self);

  add_answer (finding, self, self->doubt.row, self->doubt.column);
  if (third < self->answers->n)
    {
      add_answer (finding, self, self->doubt.row, third);
      add_answer (finding, self, third, self->doubt.column);
    }
  for (guint i = 0; i < self->answers->n; i++)
    sl_finding_add_share (finding,
                          g_strdup_printf (_ ("Weight that follows for “%s”"),
                                           sl_facts_title (self->facts, goal_id (self, i))),
                          self->answers->weights[i], goal_id (self, i));
  sl_finding_add_share (finding, g_strdup (_ ("Contradiction, compared with random answers")),
                        self->answers->ratio, SL_ID_NONE);
  sl_finding_add_share (finding, g_strdup (_ ("Good is up to")), SL_AHP_RATIO_GOOD, SL_ID_NONE);
}

/* --- Remedies --- */

/* Whether the answers agree well enough once that pair is answered by @ratio. */
static gboolean
would_agree (const Context *self, double ratio)
{
  guint n = self->answers->n;
  double matrix[G_N_ELEMENTS (self->answers->matrix)], weights[SL_COMPARISONS_MAX_GOALS];

  for (guint i = 0; i < n * n; i++)
    matrix[i] = self->answers->matrix[i];
  matrix[self->doubt.row * n + self->doubt.column] = ratio;
  matrix[self->doubt.column * n + self->doubt.row] = 1.0 / ratio;
  return sl_comparisons_weigh (matrix, n, weights) <= SL_AHP_RATIO_GOOD;
}

/* A step for each answer about the pair, or, without one, about every pair. */
static GVariant *
answer_anew (const Context *self, gboolean all, double ratio)
{
  GVariantBuilder steps;
  const double *weights = self->answers->weights;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < self->answers->answers->len; i++)
    {
      const SlCompared *answer = &g_array_index (self->answers->answers, SlCompared, i);
      gboolean there = answer->row == self->doubt.row && answer->column == self->doubt.column;
      gboolean back = answer->row == self->doubt.column && answer->column == self->doubt.row;
      double value = all     ? weights[answer->row] / weights[answer->column]
                     : there ? ratio
                             : 1.0 / ratio;

      if (all || there || back)
        sl_remedy_add_step (&steps, "record.set", "(xsv)", answer->id, "ratio",
                            g_variant_new_double (CLAMP (value, LEAST_RATIO, MOST_RATIO)));
    }
  return g_variant_builder_end (&steps);
}

static void
add_remedies (SlFinding *finding, const Context *self)
{
  SlId answer = answer_id (self, self->doubt.row, self->doubt.column);
  double ratio = self->doubt.proposed;
  g_autofree char *times = sl_format_number (ratio, 1);

  if (would_agree (self, ratio))
    /* Translators: a number. */
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("Answer it with %s times as much"), times),
                           answer_anew (self, FALSE, ratio), answer);
  sl_finding_add_remedy (finding, g_strdup (_ ("Bring all its answers in line with their weights")),
                         answer_anew (self, TRUE, NAN), answer);
  sl_finding_add_remedy (finding, g_strdup (_ ("Ask again and enter the answers")), NULL, answer);
}

/* --- The rule --- */

/* Numbers above 1 read more easily. */
static void
turn (SlAhpDoubt *doubt)
{
  if (doubt->value < 1.0)
    *doubt = (SlAhpDoubt){ doubt->column, doubt->row, 1.0 / doubt->value, 1.0 / doubt->proposed };
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GPtrArray *all = sl_comparisons (facts);

  for (guint i = 0; i < all->len; i++)
    {
      Context self = { .facts = facts, .answers = all->pdata[i] };
      SlId party = facts->parties[self.answers->party].id;
      SlFinding *finding;

      if (!(self.answers->ratio > SL_AHP_RATIO_GOOD)
          || !sl_ahp_find_doubt (self.answers->matrix, self.answers->n, self.answers->weights,
                                 &self.doubt))
        continue;
      turn (&self.doubt);
      finding = sl_rule_find (run, 0.0, describe (&self), party, SL_ID_NONE);
      sl_finding_add_party (finding, party);
      add_evidence (finding, &self);
      add_remedies (finding, &self);
    }
}

const SlRule sl_rule_pri_03 = {
  .id = "PRI-03",
  .title = N_ ("Answers contradict each other"),
  .why = N_ ("Weights that follow from answers which contradict each other convince nobody. Answer "
             "the one that stands out again, with the others in view."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_COMPARISON) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};

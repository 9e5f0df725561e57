/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says why a goal ends where it ends: one clause a term. */

#include "config.h"

#include "analysis/sl-satisfaction.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe_part (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  g_autofree char *points = sl_format_signed (term->amount, 1, FALSE);

  if (term->kpi != SL_ID_NONE)
    /* Translators: a KPI; points of 100 that its value is worth. */
    return g_strdup_printf (_ ("“%s” as measured is worth %s"), sl_facts_title (facts, term->kpi),
                            points);
  if (term->goal < 0)
    /* Translators: points of 100. */
    return g_strdup_printf (_ ("its own work brings %s"), points);
  /* Translators: the part of a goal that decides; points of 100. */
  return g_strdup_printf (_ ("its part “%s” stands at %s"),
                          sl_facts_title (facts, facts->goals[term->goal].id), points);
}

static char *
describe_contribution (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  g_autofree char *points = sl_format_signed (fabs (term->amount), 1, FALSE);
  const char *title = sl_facts_title (facts, facts->goals[term->goal].id);

  if (term->amount < 0.0)
    /* Translators: a goal; points of 100. */
    return g_strdup_printf (_ ("“%s” takes away %s"), title, points);
  /* Translators: a goal; points of 100. */
  return g_strdup_printf (_ ("“%s” adds %s"), title, points);
}

/* One term, or NULL where it changes nothing. (transfer full) */
static char *
describe_term (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  g_autofree char *points = sl_format_signed (fabs (term->amount), 1, FALSE);

  switch (term->type)
    {
    case SL_GRL_TERM_PARTS:
      return describe_part (facts, term);
    case SL_GRL_TERM_CONTRIBUTION:
      return term->amount != 0.0 ? describe_contribution (facts, term) : NULL;
    case SL_GRL_TERM_LIMIT:
      /* Translators: points beyond -100 or 100. */
      return g_strdup_printf (_ ("%s lie beyond the end of the scale"), points);
    case SL_GRL_TERM_TOLERANCE:
      /* Translators: points of 100. */
      return g_strdup_printf (_ ("%s do not count, because nothing alone goes that far"), points);
    case SL_GRL_TERM_GIVEN:
    case SL_GRL_TERM_DEPENDENCY:
    default:
      return NULL;
    }
}

static char *
describe_terms (const SlFacts *facts, guint goal)
{
  g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, goal);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      g_autofree char *text = describe_term (facts, &g_array_index (terms, SlSatisfactionTerm, i));

      if (text == NULL)
        continue;
      if (out->len > 0)
        /* Translators: between the reasons of a number. */
        g_string_append (out, _ (", "));
      g_string_append (out, text);
    }
  return g_string_free (out, FALSE);
}

char *
sl_facts_explain_satisfaction (const SlFacts *facts, guint goal)
{
  const SlFactGoal *it;
  g_autofree char *points = NULL;
  g_autofree char *terms = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (goal < facts->n_goals, NULL);
  it = &facts->goals[goal];
  if (!it->active)
    return g_strdup_printf (_ ("“%s” is closed or put aside."), sl_facts_title (facts, it->id));
  if (isnan (it->satisfaction))
    return g_strdup_printf (_ ("Where “%s” ends cannot be said: goals that it rests on wait for "
                               "each other in a circle."),
                            sl_facts_title (facts, it->id));
  points = sl_format_signed (it->satisfaction, 1, FALSE);
  terms = describe_terms (facts, goal);
  if (it->satisfaction < 0.0)
    /* Translators: goal, points of 100 below 0, reasons. */
    text = g_strdup_printf (_ ("“%s” ends at %s of 100 even if everybody succeeds: %s."),
                            sl_facts_title (facts, it->id), points, terms);
  else
    /* Translators: goal, points of 100, reasons. */
    text = g_strdup_printf (_ ("“%s” ends at %s of 100 if everybody succeeds: %s."),
                            sl_facts_title (facts, it->id), points, terms);
  if (it->satisfaction_known)
    return g_steal_pointer (&text);
  return g_strjoin (" ", text, _ ("Not all that it rests on has a value yet."), NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves money between the lines of a budget: what a goal gives comes out of its largest lines, what
 * it gets goes into its largest one. Person-days cannot be moved like that. */

#include "config.h"

#include "analysis/rules/sl-rules-money.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From 100 on, money is spoken of and moved without cents. */
static double
round_money (double minor)
{
  return minor >= 10000.0 ? round (minor / 100.0) * 100.0 : round (minor);
}

char *
sl_rule_amount (const SlFacts *facts, const SlFunding *funding, double amount)
{
  g_autofree char *days = NULL;

  if (!funding->in_days)
    return sl_format_money (llround (round_money (amount)), facts->currency);
  days = sl_format_number (amount, 1);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s person-day", "%s person-days", amount == 1.0 ? 1 : 2),
      days);
}

void
sl_rule_add_amount (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, char *label,
                    double amount, SlId record)
{
  sl_finding_add_evidence (finding, label, sl_rule_amount (facts, funding, amount), amount,
                           funding->in_days ? "person-day" : "minor", record);
}

void
sl_rule_add_gap (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, guint place)
{
  SlId goal = facts->goals[funding->goals[place]].id;

  sl_rule_add_amount (finding, facts, funding, g_strdup (_ ("It gets, with all below it")),
                      funding->amounts[place], goal);
  sl_rule_add_amount (finding, facts, funding, g_strdup (_ ("All that is planned")), funding->total,
                      SL_ID_NONE);
  sl_finding_add_share (finding, g_strdup (_ ("Its share of that")),
                        funding->amounts[place] / funding->total, goal);
  sl_finding_add_share (finding, g_strdup (_ ("Its weight")), funding->weights[place], goal);
  sl_rule_add_amount (finding, facts, funding, g_strdup (_ ("Difference to its weight")),
                      funding->gaps[place] * funding->total, goal);
}

int
sl_rule_neediest (const SlFunding *funding)
{
  int best = -1;

  for (guint k = 0; k < funding->n; k++)
    if (funding->gaps[k] < (best < 0 ? 0.0 : funding->gaps[best]))
      best = (int)k;
  return best;
}

/* --- Moving --- */

/* Lines as they will be. */
typedef struct
{
  const SlFacts *facts;
  const SlFunding *funding;
  double *lines;
  double *added; /* to goals without a line */
} Move;

static void
move_init (Move *self, const SlFacts *facts, const SlFunding *funding)
{
  self->facts = facts;
  self->funding = funding;
  self->lines = g_new (double, funding->lines->len + 1);
  self->added = g_new0 (double, funding->n + 1);
  for (guint i = 0; i < funding->lines->len; i++)
    self->lines[i] = g_array_index (funding->lines, SlFundingLine, i).amount;
}

static void
move_take (Move *self, guint place, double amount)
{
  for (guint i = self->funding->first[place]; i < self->funding->first[place + 1]; i++)
    {
      double part = MIN (amount, self->lines[i]);

      self->lines[i] -= part;
      amount -= part;
    }
}

static void
move_give (Move *self, guint place, double amount)
{
  guint first = self->funding->first[place];

  if (first < self->funding->first[place + 1])
    self->lines[first] += amount;
  else
    self->added[place] += amount;
}

/* A new line of @amount minor units for @goal. */
static void
add_budget (GVariantBuilder *steps, const SlFacts *facts, SlId goal, double amount)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "title",
                         g_variant_new_string (sl_facts_title (facts, goal)));
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (goal));
  g_variant_builder_add (&fields, "{sv}", "planned", g_variant_new_int64 (llround (amount)));
  sl_remedy_add_step (steps, "record.add", "(sxxa{sv})", "budget", SL_ID_NONE,
                      G_GINT64_CONSTANT (-1), &fields);
}

/* (transfer floating): the steps; @self is done with. */
static GVariant *
move_end (Move *self)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < self->funding->lines->len; i++)
    {
      const SlFundingLine *line = &g_array_index (self->funding->lines, SlFundingLine, i);

      if (llround (self->lines[i]) != llround (line->amount))
        sl_remedy_add_step (&steps, "record.set", "(xsv)", line->id, "planned",
                            g_variant_new_int64 (llround (self->lines[i])));
    }
  for (guint k = 0; k < self->funding->n; k++)
    if (self->added[k] > 0.0)
      add_budget (&steps, self->facts, self->facts->goals[self->funding->goals[k]].id,
                  self->added[k]);
  g_free (self->lines);
  g_free (self->added);
  return g_variant_builder_end (&steps);
}

/* --- Remedies --- */

/* The places whose gap has the sign of @sign, the largest first. (transfer full) */
static GArray *
list_gaps (const SlFunding *funding, double sign)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k <= funding->n; k++)
    {
      guint at = list->len;

      if (funding->gaps[k] * sign <= 0.0)
        continue;
      while (at > 0
             && fabs (funding->gaps[g_array_index (list, guint, at - 1)]) < fabs (funding->gaps[k]))
        at--;
      g_array_insert_val (list, at, k);
    }
  return list;
}

/* Moves all that @place has too much or too little. Returns: between how many others;
 * @other: (out): the first of them */
static guint
balance (Move *move, guint place, guint *other)
{
  const SlFunding *funding = move->funding;
  double rest = round_money (fabs (funding->gaps[place]) * funding->total);
  double sign = funding->gaps[place] > 0.0 ? -1.0 : 1.0;
  g_autoptr (GArray) others = list_gaps (funding, sign);
  guint n = 0;

  for (; n < others->len && rest >= 0.5; n++)
    {
      guint k = g_array_index (others, guint, n);
      double part = MIN (rest, round_money (fabs (funding->gaps[k]) * funding->total));

      move_take (move, sign > 0.0 ? k : place, part);
      move_give (move, sign > 0.0 ? place : k, part);
      rest -= part;
    }
  *other = others->len > 0 ? g_array_index (others, guint, 0) : funding->n;
  return n;
}

void
sl_rule_fill_up (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, guint place)
{
  g_autofree char *amount
      = sl_rule_amount (facts, funding, fabs (funding->gaps[place]) * funding->total);
  guint n, other = 0;
  char *label;
  Move move;

  if (funding->in_days || funding->gaps[place] >= 0.0)
    return;
  move_init (&move, facts, funding);
  n = balance (&move, place, &other);
  if (n == 1 && other == funding->n)
    label = g_strdup_printf (_ ("Move %s to it from spending for no goal"), amount);
  else if (n == 1)
    label = g_strdup_printf (_ ("Move %s to it from “%s”"), amount,
                             sl_facts_title (facts, facts->goals[funding->goals[other]].id));
  else
    label = g_strdup_printf (_ ("Move %s to it from those that get more than their share"), amount);
  sl_finding_add_remedy (finding, label, move_end (&move), facts->goals[funding->goals[place]].id);
}

void
sl_rule_hand_on (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, guint place)
{
  g_autofree char *amount = sl_rule_amount (facts, funding, funding->gaps[place] * funding->total);
  guint n, other = 0;
  char *label;
  Move move;

  if (funding->in_days || funding->gaps[place] <= 0.0)
    return;
  move_init (&move, facts, funding);
  n = balance (&move, place, &other);
  if (n == 1)
    label = g_strdup_printf (_ ("Move %s from it to “%s”"), amount,
                             sl_facts_title (facts, facts->goals[funding->goals[other]].id));
  else
    label = g_strdup_printf (_ ("Move %s from it to those that get less than their share"), amount);
  sl_finding_add_remedy (finding, label, move_end (&move), facts->goals[funding->goals[place]].id);
}

void
sl_rule_plan_anew (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, guint place)
{
  double weight = funding->weights[place];
  double exact = (weight * funding->total - funding->amounts[place]) / (1.0 - weight);
  double more = copysign (round_money (fabs (exact)), exact);
  g_autofree char *amount = sl_rule_amount (facts, funding, fabs (more));
  Move move;

  if (funding->in_days || !isfinite (more) || more + funding->amounts[place] < 0.0)
    return;
  move_init (&move, facts, funding);
  if (more > 0.0)
    move_give (&move, place, more);
  else
    move_take (&move, place, -more);
  sl_finding_add_remedy (finding,
                         more > 0.0 ? g_strdup_printf (_ ("Plan %s more for it"), amount)
                                    : g_strdup_printf (_ ("Plan %s less for it"), amount),
                         move_end (&move), facts->goals[funding->goals[place]].id);
}

void
sl_rule_weigh_anew (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                    const SlRulePoints *points, guint place)
{
  double share = funding->amounts[place] / funding->total;
  g_autofree char *text = sl_format_percent (share, 0);
  GVariant *steps
      = share > 0.0 ? sl_rule_points_weigh (points, funding->goals[place], share) : NULL;

  if (steps != NULL)
    sl_finding_add_remedy (
        finding, g_strdup_printf (_ ("Agree that it weighs %s, as much as it gets"), text), steps,
        facts->goals[funding->goals[place]].id);
}

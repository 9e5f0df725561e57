/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sums up what parties and goals have, and works out what gives one goal a share of it. */

#include "config.h"

#include "analysis/rules/sl-rules-points.h"

#include <math.h>

/* The ends of the fields. */
#define MAX_POINTS 100.0
#define MAX_WEIGHT 1000.0
/* Of more, nobody changes all points at once. */
#define MAX_PARTIES 40

struct _SlRulePoints
{
  const SlFacts *facts;
  double weight;    /* sum of the weight fields of shared goals */
  guint n_answered; /* parties that spread points */
};

SlRulePoints *
sl_rule_points_new (const SlFacts *facts)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  SlRulePoints *self = g_new0 (SlRulePoints, 1);

  self->facts = facts;
  for (guint p = 0; p < facts->n_parties; p++)
    self->n_answered += facts->parties[p].answered != 0;
  for (guint g = 0; g < facts->n_goals; g++)
    {
      double own = sl_table_real (goals, facts->goals[g].row, SL_GOAL_WEIGHT);

      if (facts->goals[g].shared && facts->goals[g].active && !isnan (own))
        self->weight += own;
    }
  return self;
}

void
sl_rule_points_free (SlRulePoints *self)
{
  g_free (self);
}

/* What gives a goal the share @wanted next to @others; NAN: nothing up to @most does. */
static double
number_for (double wanted, double others, double most)
{
  double number = wanted * others / (1.0 - wanted);

  return wanted < 1.0 && others > 0.0 && number <= most ? number : NAN;
}

double
sl_rule_points_for (const SlRulePoints *self, guint party, guint goal, double share)
{
  double others
      = self->facts->parties[party].points * (1.0 - sl_facts_priority (self->facts, party, goal));

  return number_for (share, others, MAX_POINTS);
}

/* FALSE: it cannot be done. */
static gboolean
add_points (GVariantBuilder *steps, const SlRulePoints *self, guint goal, double wanted)
{
  const SlFacts *facts = self->facts;

  for (guint p = 0; p < facts->n_parties; p++)
    {
      double points = sl_rule_points_for (self, p, goal, wanted);

      if (!facts->parties[p].answered)
        continue;
      if (isnan (points))
        return FALSE;
      sl_remedy_add_step (steps, "priority.set", "(xxd)", facts->parties[p].id,
                          facts->goals[goal].id, points);
    }
  return TRUE;
}

/* FALSE: nobody has a weight. */
static gboolean
add_weight (GVariantBuilder *steps, const SlRulePoints *self, guint goal, double wanted)
{
  const SlTable *goals = sl_snapshot_table (self->facts->plan, SL_KIND_GOAL);
  double own = sl_table_real (goals, self->facts->goals[goal].row, SL_GOAL_WEIGHT);
  double weight = number_for (wanted, self->weight - (isnan (own) ? 0.0 : own), MAX_WEIGHT);

  if (isnan (weight))
    return FALSE;
  sl_remedy_add_step (steps, "record.set", "(xsv)", self->facts->goals[goal].id, "weight",
                      g_variant_new_double (weight));
  return TRUE;
}

GVariant *
sl_rule_points_weigh (const SlRulePoints *self, guint goal, double share)
{
  GVariantBuilder steps;
  gboolean possible;

  if (self->n_answered > MAX_PARTIES)
    return NULL;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  possible = self->n_answered > 0 ? add_points (&steps, self, goal, share)
                                  : add_weight (&steps, self, goal, share);
  if (possible)
    return g_variant_builder_end (&steps);
  g_variant_builder_clear (&steps);
  return NULL;
}

static gpointer
make_points (const SlFacts *facts)
{
  return sl_rule_points_new (facts);
}

const SlRulePoints *
sl_rule_points (const SlFacts *facts)
{
  static const SlFactsShare share = { make_points, (GDestroyNotify)sl_rule_points_free };

  return sl_facts_share (facts, &share);
}

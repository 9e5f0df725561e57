/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arithmetic of the alignment index. Each item remembers the finding that hurts it most and how
 * much the next one would: from both follow points and gains in one pass, without computing the
 * index again for every finding. */

#include "config.h"

#include "methods/sl-alignment-index.h"

#include <math.h>
#include <stdlib.h>

/* So much may rounding add to a coverage that lies on the gate. */
#define EPSILON 1e-9

/* What hits one item: the worst finding and the severity of the worst other one. */
typedef struct
{
  int finding;
  double severity;
  double next;
} Charge;

/* The weights of the items of one sub-measure. */
typedef struct
{
  double all;
  double assessed;
  double lost;
} SubWeight;

/* One sub-measure in the weighted mean that the index is. */
typedef struct
{
  double score;
  double weight;
} Term;

static double
weight_of (const SlIndexItem *item)
{
  return item->weight > 0.0 && isfinite (item->weight) ? item->weight : 0.0;
}

static void
charge_add (Charge *charge, int finding, double severity)
{
  if (finding == charge->finding)
    {
      charge->severity = MAX (charge->severity, severity);
      return;
    }
  if (severity > charge->severity
      || (severity == charge->severity && finding < charge->finding && severity > 0.0))
    {
      charge->next = charge->severity;
      charge->severity = severity;
      charge->finding = finding;
      return;
    }
  charge->next = MAX (charge->next, severity);
}

/* (transfer full): one a item. */
static Charge *
charge_items (const SlIndexInput *input)
{
  Charge *charges = g_new (Charge, MAX (input->n_items, 1));
  for (guint i = 0; i < input->n_items; i++)
    charges[i] = (Charge){ -1, 0.0, 0.0 };
  for (guint i = 0; i < input->n_touches; i++)
    {
      const SlIndexTouch *touch = &input->touches[i];
      g_assert (touch->item < input->n_items && touch->finding < input->n_findings);
      if (touch->severity > 0.0 && input->items[touch->item].assessed)
        charge_add (&charges[touch->item], (int)touch->finding, MIN (touch->severity, 1.0));
    }
  return charges;
}

static void
weigh_subs (const SlIndexInput *input, const Charge *charges, SubWeight *weights)
{
  for (guint i = 0; i < input->n_items; i++)
    {
      const SlIndexItem *item = &input->items[i];
      g_assert (item->sub < SL_N_SUBS);
      double weight = weight_of (item);
      weights[item->sub].all += weight;
      if (!item->assessed)
        continue;
      weights[item->sub].assessed += weight;
      weights[item->sub].lost += weight * charges[i].severity;
    }
}

/* Fills budgets, coverage and scores of the sub-measures and the coverage of all. */
static void
score_subs (SlAlignmentIndex *self, const SlIndexInput *input, const SubWeight *weights)
{
  double budgets[SL_N_SUBS];
  double total = 0.0;
  for (guint s = 0; s < SL_N_SUBS; s++)
    {
      budgets[s] = input->budgets != NULL ? input->budgets[s] : sl_sub_measure_budget (s);
      budgets[s] = MAX (budgets[s], 0.0);
      total += budgets[s];
    }
  for (guint s = 0; s < SL_N_SUBS; s++)
    {
      const SubWeight *weight = &weights[s];
      SlIndexSub *sub = &self->subs[s];
      gboolean assessed = weight->assessed > 0.0;
      sub->budget = total > 0.0 ? SL_INDEX_TOTAL * budgets[s] / total : 0.0;
      sub->coverage = assessed ? weight->assessed / weight->all : 0.0;
      sub->score = assessed ? 1.0 - weight->lost / weight->assessed : NAN;
      self->coverage += sub->budget * sub->coverage / SL_INDEX_TOTAL;
    }
}

/* Splits what is lost among findings, sub-measures and the index. */
static void
attribute (SlAlignmentIndex *self, const SlIndexInput *input, const Charge *charges,
           const SubWeight *weights)
{
  for (guint i = 0; i < input->n_items; i++)
    {
      const Charge *charge = &charges[i];
      const SlIndexItem *item = &input->items[i];
      self->owners[i] = charge->finding;
      double weight = weight_of (item);
      if (charge->finding < 0 || weight <= 0.0 || self->coverage <= 0.0)
        continue;
      SlIndexSub *sub = &self->subs[item->sub];
      double full = sub->budget / self->coverage * weight / weights[item->sub].all;
      self->points[charge->finding] += full * charge->severity;
      self->parts[charge->finding][sl_sub_measure_dimension (item->sub)] += full * charge->severity;
      self->gains[charge->finding] += full * (charge->severity - charge->next);
      sub->lost += full * charge->severity;
    }
  self->index = SL_INDEX_TOTAL;
  for (guint f = 0; f < self->n_findings; f++)
    self->index -= self->points[f];
  self->index = MAX (self->index, 0.0);
}

static void
sum_dimensions (SlAlignmentIndex *self)
{
  for (guint d = 0; d < SL_N_DIMENSIONS; d++)
    {
      SlIndexDimension *dimension = &self->dimensions[d];
      double assessed = 0.0;
      double kept = 0.0;
      for (guint s = 0; s < SL_N_SUBS; s++)
        {
          const SlIndexSub *sub = &self->subs[s];
          if (sl_sub_measure_dimension (s) != d)
            continue;
          dimension->budget += sub->budget;
          dimension->lost += sub->lost;
          assessed += sub->budget * sub->coverage;
          kept += sub->coverage > 0.0 ? sub->budget * sub->coverage * sub->score : 0.0;
        }
      dimension->coverage = dimension->budget > 0.0 ? assessed / dimension->budget : 0.0;
      dimension->score = assessed > 0.0 ? kept / assessed : NAN;
    }
}

static int
compare_terms (const void *a, const void *b)
{
  const Term *x = a;
  const Term *y = b;
  return (x->score > y->score) - (x->score < y->score);
}

/* The largest or smallest mean when the first @n_first of @terms weigh @first and the rest @rest.
 */
static double
extreme_mean (const Term *terms, guint n, double first, double rest, gboolean largest)
{
  double extreme = NAN;
  for (guint n_first = 0; n_first <= n; n_first++)
    {
      double sum = 0.0;
      double weight = 0.0;
      for (guint i = 0; i < n; i++)
        {
          double factor = terms[i].weight * (i < n_first ? first : rest);
          sum += factor * terms[i].score;
          weight += factor;
        }
      double mean = SL_INDEX_TOTAL * sum / weight;
      if (isnan (extreme) || (largest ? mean > extreme : mean < extreme))
        extreme = mean;
    }
  return extreme;
}

static void
vary_budgets (SlAlignmentIndex *self)
{
  Term terms[SL_N_SUBS];
  guint n = 0;
  for (guint s = 0; s < SL_N_SUBS; s++)
    if (self->subs[s].coverage > 0.0 && self->subs[s].budget > 0.0)
      terms[n++] = (Term){ self->subs[s].score, self->subs[s].budget * self->subs[s].coverage };
  qsort (terms, n, sizeof *terms, compare_terms);
  double light = 1.0 - SL_INDEX_WEIGHT_SWING;
  double heavy = 1.0 + SL_INDEX_WEIGHT_SWING;
  self->sensitivity_low = extreme_mean (terms, n, heavy, light, FALSE);
  self->sensitivity_high = extreme_mean (terms, n, light, heavy, TRUE);
}

/* A conflict is a veto where one of the goals that it touches is weighty. */
static void
find_vetoes (SlAlignmentIndex *self, const SlIndexInput *input, const SubWeight *weights)
{
  if (input->vetoes == NULL)
    return;
  for (guint f = 0; f < input->n_findings; f++)
    if (input->vetoes[f] != SL_VETO_CONFLICT)
      self->vetoes[f] = input->vetoes[f];
  for (guint i = 0; i < input->n_touches; i++)
    {
      const SlIndexTouch *touch = &input->touches[i];
      const SlIndexItem *item = &input->items[touch->item];
      if (input->vetoes[touch->finding] == SL_VETO_CONFLICT && item->sub == SL_SUB_A1
          && item->assessed && weights[SL_SUB_A1].all > 0.0
          && sl_veto_by_conflict (touch->severity, weight_of (item) / weights[SL_SUB_A1].all))
        self->vetoes[touch->finding] = SL_VETO_CONFLICT;
    }
}

static void
choose_band (SlAlignmentIndex *self)
{
  self->band_by_number = sl_index_band_of (self->index);
  self->band = self->band_by_number;
  for (guint f = 0; f < self->n_findings; f++)
    if (self->vetoes[f] != SL_VETO_NONE)
      self->band = MIN (self->band, SL_INDEX_BAND_AT_RISK);
}

SlAlignmentIndex *
sl_alignment_index_new (const SlIndexInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  SlAlignmentIndex *self = g_new0 (SlAlignmentIndex, 1);
  self->n_findings = input->n_findings;
  self->points = g_new0 (double, MAX (input->n_findings, 1));
  self->parts = g_malloc0_n (MAX (input->n_findings, 1), sizeof *self->parts);
  self->gains = g_new0 (double, MAX (input->n_findings, 1));
  self->vetoes = g_new0 (SlVeto, MAX (input->n_findings, 1));
  self->n_items = input->n_items;
  self->owners = g_new (int, MAX (input->n_items, 1));
  SubWeight weights[SL_N_SUBS] = { 0 };
  g_autofree Charge *charges = charge_items (input);
  weigh_subs (input, charges, weights);
  score_subs (self, input, weights);
  self->gate_open = self->coverage > SL_INDEX_GATE + EPSILON;
  attribute (self, input, charges, weights);
  sum_dimensions (self);
  if (self->coverage <= 0.0)
    self->index = NAN;
  self->low = self->coverage > 0.0 ? self->index * self->coverage : 0.0;
  self->high = self->low + SL_INDEX_TOTAL * (1.0 - self->coverage);
  vary_budgets (self);
  find_vetoes (self, input, weights);
  choose_band (self);
  return self;
}

void
sl_alignment_index_free (SlAlignmentIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->points);
  g_free (self->parts);
  g_free (self->gains);
  g_free (self->vetoes);
  g_free (self->owners);
  g_free (self);
}

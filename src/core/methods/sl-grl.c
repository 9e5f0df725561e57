/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluation and explanation of goal graphs. One function measures a node, for both, so that an
 * explanation cannot tell anything else than what was computed. */

#include "config.h"

#include "sl-grl.h"

#include "methods/sl-by-node.h"

#include <math.h>
#include <stdlib.h>

static gboolean
is_given (const SlGrlModel *model, guint node)
{
  return !isnan (model->nodes[node].given);
}

/* --- One node --- */

/* What the weakest or strongest end of some links is worth. */
typedef struct
{
  gboolean any;
  double value;
  int link;
  int node;
} Extreme;

/* @sign: 1 for the strongest, -1 for the weakest. Of equals the first node, not the first link. */
static void
extend (Extreme *self, double value, int sign, int link, int node)
{
  double ahead = sign * (value - self->value);
  if (self->any && (ahead < 0.0 || (ahead == 0.0 && node >= self->node)))
    return;
  *self = (Extreme){ TRUE, value, link, node };
}

static void
add_term (GArray *terms, SlGrlTermType type, int link, int node, double amount)
{
  SlGrlTerm term = { type, link, node, amount };
  g_array_append_val (terms, term);
}

/* By size; of equals, what adds first. */
static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const SlGrlTerm *x = a, *y = b;
  double size_x = fabs (x->amount), size_y = fabs (y->amount);
  if (size_x != size_y)
    return size_x > size_y ? -1 : 1;
  if (x->amount != y->amount)
    return x->amount > y->amount ? -1 : 1;
  return x->node != y->node ? (x->node > y->node) - (x->node < y->node)
                            : (x->link > y->link) - (x->link < y->link);
}

/* Keeps @reached off the ends of the scale that no source reaches alone. */
static double
apply_tolerance (const SlGrlModel *model, double reached, const Extreme *parts, double sum,
                 gboolean full_yes, gboolean full_no)
{
  double high = SL_GRL_MAX - model->tolerance, low = model->min + model->tolerance;
  if (reached >= high && !full_yes)
    {
      if (sum > 0.0)
        return parts->any ? MAX (parts->value, high) : high;
      return MAX (reached, high);
    }
  if (reached <= low && !full_no)
    {
      if (sum < 0.0)
        return parts->any ? MIN (parts->value, low) : low;
      return MIN (reached, low);
    }
  return reached;
}

/* Appends what each contribution to @node adds, largest first, and what limits take away.
 *
 * Returns: @parts with them */
static double
contribute (const SlGrl *self, const SlGrlModel *model, guint node, const Extreme *parts,
            GArray *terms)
{
  guint first = terms->len, n = 0;
  for (guint i = self->in[node]; i < self->in[node + 1]; i++)
    {
      const SlGrlLink *link = &model->links[self->in_links[i]];
      if (link->type != SL_GRL_CONTRIBUTION)
        continue;
      double amount = CLAMP (link->weight, -100.0, 100.0) * self->values[link->from] / 100.0;
      n += amount != 0.0;
      add_term (terms, SL_GRL_TERM_CONTRIBUTION, self->in_links[i], link->from, amount);
    }
  if (terms->len == first)
    return parts->value;
  SlGrlTerm *added = &g_array_index (terms, SlGrlTerm, first);
  /* Added in this order the sum is the same for every order of the links. */
  qsort (added, terms->len - first, sizeof *added, compare_terms);
  double sum = 0.0;
  gboolean full_yes = parts->value == SL_GRL_MAX, full_no = parts->value == model->min;
  for (guint i = 0; i < n; i++)
    {
      sum += added[i].amount;
      full_yes |= added[i].amount == SL_GRL_MAX;
      full_no |= added[i].amount == model->min;
    }
  if (n == 0)
    return parts->value;
  double reached = CLAMP (parts->value + sum, model->min, SL_GRL_MAX);
  double value = apply_tolerance (model, reached, parts, sum, full_yes, full_no);
  if (reached != parts->value + sum)
    add_term (terms, SL_GRL_TERM_LIMIT, -1, -1, reached - (parts->value + sum));
  if (value != reached)
    add_term (terms, SL_GRL_TERM_TOLERANCE, -1, -1, value - reached);
  return value;
}

/**
 * measure:
 * @terms: of #SlGrlTerm; what makes the value is appended
 *
 * Returns: the satisfaction of @node from its links, whose other ends are computed
 */
static double
measure (const SlGrl *self, const SlGrlModel *model, guint node, GArray *terms)
{
  Extreme parts = { FALSE, 0.0, -1, -1 }, needed = { FALSE, 0.0, -1, -1 };
  int sign = model->nodes[node].refinement == SL_REFINEMENT_AND ? -1 : 1;
  for (guint i = self->in[node]; i < self->in[node + 1]; i++)
    {
      const SlGrlLink *link = &model->links[self->in_links[i]];
      if (link->type == SL_GRL_PART)
        extend (&parts, self->values[link->from], sign, self->in_links[i], link->from);
      else if (link->type == SL_GRL_DEPENDENCY)
        extend (&needed, self->values[link->from], -1, self->in_links[i], link->from);
    }
  if (parts.any)
    add_term (terms, SL_GRL_TERM_PARTS, parts.link, parts.node, parts.value);
  double value = contribute (self, model, node, &parts, terms);
  if (needed.any && value > needed.value)
    {
      add_term (terms, SL_GRL_TERM_DEPENDENCY, needed.link, needed.node, needed.value - value);
      value = needed.value;
    }
  return value;
}

/* How much is known of what reaches @node; a contribution without weight carries nothing. */
static SlGrlKnown
measure_known (const SlGrl *self, const SlGrlModel *model, guint node)
{
  guint n = 0, n_known = 0, n_fully = 0;
  for (guint i = self->in[node]; i < self->in[node + 1]; i++)
    {
      const SlGrlLink *link = &model->links[self->in_links[i]];
      if (link->type == SL_GRL_CONTRIBUTION && link->weight == 0.0)
        continue;
      n++;
      n_known += self->known[link->from] != SL_GRL_KNOWN_NOT;
      n_fully += self->known[link->from] == SL_GRL_KNOWN_FULLY;
    }
  if (n_known == 0)
    return SL_GRL_KNOWN_NOT;
  return n_fully == n ? SL_GRL_KNOWN_FULLY : SL_GRL_KNOWN_PARTLY;
}

/* --- All nodes --- */

static void
compute (SlGrl *self, const SlGrlModel *model, guint node, GArray *scratch)
{
  self->computed[node] = TRUE;
  if (is_given (model, node))
    {
      self->values[node] = CLAMP (model->nodes[node].given, model->min, SL_GRL_MAX);
      self->known[node] = SL_GRL_KNOWN_FULLY;
      return;
    }
  g_array_set_size (scratch, 0);
  self->values[node] = measure (self, model, node, scratch);
  self->known[node] = measure_known (self, model, node);
}

/* Computes each node once all that reaches it is computed; nothing counts that reaches a given one.
 */
static void
compute_all (SlGrl *self, const SlGrlModel *model, const guint *from, const guint *to)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (SlGrlTerm));
  guint n = 0;
  g_autofree guint *order = sl_order_nodes (from, to, model->n_links, model->n_nodes, &n);
  for (guint i = 0; i < n; i++)
    compute (self, model, order[i], scratch);
}

SlGrl *
sl_grl_evaluate (const SlGrlModel *model)
{
  SlGrl *self = g_new0 (SlGrl, 1);
  guint n = MAX (model->n_nodes, 1);
  self->n_nodes = model->n_nodes;
  self->values = g_new0 (double, n);
  self->known = g_new0 (SlGrlKnown, n);
  self->computed = g_new0 (gboolean, n);
  self->in = g_new0 (guint, model->n_nodes + 1);
  g_autofree guint *from = g_new (guint, MAX (model->n_links, 1));
  g_autofree guint *to = g_new (guint, MAX (model->n_links, 1));
  for (guint i = 0; i < model->n_links; i++)
    {
      to[i] = model->links[i].to;
      from[i] = is_given (model, to[i]) ? SL_NO_NODE : model->links[i].from;
    }
  self->in_links = sl_by_node (to, model->n_links, model->n_nodes, self->in);
  compute_all (self, model, from, to);
  self->cycles = sl_cycles_find_left (from, to, model->n_links, self->computed, model->n_nodes);
  return self;
}

void
sl_grl_free (SlGrl *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self->known);
  g_free (self->computed);
  g_free (self->in);
  g_free (self->in_links);
  sl_cycles_free (self->cycles);
  g_free (self);
}

GArray *
sl_grl_explain (const SlGrl *self, const SlGrlModel *model, guint node)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (SlGrlTerm));
  g_return_val_if_fail (node < self->n_nodes, terms);
  if (is_given (model, node))
    add_term (terms, SL_GRL_TERM_GIVEN, -1, -1, self->values[node]);
  else if (self->computed[node])
    measure (self, model, node, terms);
  return terms;
}

double
sl_grl_actor_satisfaction (const double *values, const double *importances, guint n)
{
  double sum = 0.0, weight = 0.0;
  for (guint i = 0; i < n; i++)
    if (importances[i] > 0.0 && !isnan (values[i]))
      {
        sum += importances[i] * values[i];
        weight += importances[i];
      }
  return weight > 0.0 ? sum / weight : 0.0;
}

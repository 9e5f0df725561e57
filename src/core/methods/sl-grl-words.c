/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Qualitative evaluation of goal graphs. As with numbers one function looks at a node, to compute
 * and to explain. */

#include "config.h"

#include "sl-grl-words.h"

#include "methods/sl-by-node.h"

/* Worst first: what keeps down what depends on it. */
static guint
rank_of (SlGrlLabel label)
{
  static const guint ranks[] = {
    [SL_GRL_LABEL_DENIED] = 0,    [SL_GRL_LABEL_WEAKLY_DENIED] = 1,
    [SL_GRL_LABEL_CONFLICT] = 2,  [SL_GRL_LABEL_UNDECIDED] = 2,
    [SL_GRL_LABEL_NONE] = 3,      [SL_GRL_LABEL_WEAKLY_SATISFIED] = 4,
    [SL_GRL_LABEL_SATISFIED] = 5,
  };
  return ranks[label];
}

static void
add_reason (GArray *reasons, SlGrlReasonType type, int link, int node, SlGrlLabel label)
{
  SlGrlReason reason = { type, link, node, label };
  g_array_append_val (reasons, reason);
}

/* What @from brings over a link of that type. */
static SlGrlLabel
bring (const SlGrlWords *self, const SlGrlWordLink *link)
{
  SlGrlLabel label = self->labels[link->from];
  return link->type == SL_GRL_CONTRIBUTION ? sl_grl_label_pass (label, link->contribution) : label;
}

/* The labels that links of @type bring to @node. (transfer full) (element-type SlGrlLabel) */
static GArray *
collect (const SlGrlWords *self, const SlGrlWordModel *model, guint node, SlGrlLinkType type,
         SlGrlReasonType reason, GArray *reasons)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (SlGrlLabel));
  for (guint i = self->in[node]; i < self->in[node + 1]; i++)
    {
      const SlGrlWordLink *link = &model->links[self->in_links[i]];
      if (link->type != type)
        continue;
      SlGrlLabel label = bring (self, link);
      g_array_append_val (labels, label);
      add_reason (reasons, reason, (int)self->in_links[i], (int)link->from, label);
    }
  return labels;
}

static const SlGrlLabel *
labels_of (const GArray *labels)
{
  return (const SlGrlLabel *)(gconstpointer)labels->data;
}

/* No better than the worst that it depends on; of equals the first node, not the first link. */
static SlGrlLabel
keep_down (const SlGrlWords *self, const SlGrlWordModel *model, guint node, SlGrlLabel label,
           GArray *reasons)
{
  int worst = -1;
  for (guint i = self->in[node]; i < self->in[node + 1]; i++)
    {
      const SlGrlWordLink *link = &model->links[self->in_links[i]];
      guint rank = rank_of (self->labels[link->from]);
      if (link->type != SL_GRL_DEPENDENCY || rank >= rank_of (label))
        continue;
      const SlGrlWordLink *best = worst < 0 ? NULL : &model->links[worst];
      guint known = best == NULL ? G_MAXUINT : rank_of (self->labels[best->from]);
      if (rank < known || (rank == known && link->from < best->from))
        worst = (int)self->in_links[i];
    }
  if (worst < 0)
    return label;
  guint from = model->links[worst].from;
  SlGrlLabel kept = sl_grl_label_refine (SL_REFINEMENT_AND, &self->labels[from], 1);
  add_reason (reasons, SL_GRL_REASON_DEPENDENCY, worst, (int)from, kept);
  return kept;
}

/* Returns: the label of @node from its links, whose other ends are computed; what makes it is
 * appended to @reasons */
static SlGrlLabel
measure (const SlGrlWords *self, const SlGrlWordModel *model, guint node, GArray *reasons)
{
  SlGrlLabel label = SL_GRL_LABEL_NONE;
  g_autoptr (GArray) parts = collect (self, model, node, SL_GRL_PART, SL_GRL_REASON_PART, reasons);
  if (parts->len > 0)
    {
      label = sl_grl_label_refine (model->nodes[node].refinement, labels_of (parts), parts->len);
      add_reason (reasons, SL_GRL_REASON_PARTS, -1, -1, label);
    }
  g_autoptr (GArray) helps
      = collect (self, model, node, SL_GRL_CONTRIBUTION, SL_GRL_REASON_CONTRIBUTION, reasons);
  if (helps->len > 0)
    {
      SlGrlLabel all = sl_grl_label_combine (labels_of (helps), helps->len);
      add_reason (reasons, SL_GRL_REASON_CONTRIBUTIONS, -1, -1, all);
      label = parts->len > 0 ? sl_grl_label_join (label, all) : all;
    }
  return keep_down (self, model, node, label, reasons);
}

static void
compute_all (SlGrlWords *self, const SlGrlWordModel *model, const guint *from, const guint *to)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (SlGrlReason));
  guint n = 0;
  g_autofree guint *order = sl_order_nodes (from, to, model->n_links, model->n_nodes, &n);
  for (guint i = 0; i < n; i++)
    {
      const SlGrlWordNode *node = &model->nodes[order[i]];
      g_array_set_size (scratch, 0);
      self->labels[order[i]]
          = node->is_given ? node->given : measure (self, model, order[i], scratch);
      self->computed[order[i]] = TRUE;
    }
}

SlGrlWords *
sl_grl_words_new (const SlGrlWordModel *model)
{
  SlGrlWords *self = g_new0 (SlGrlWords, 1);
  guint n = MAX (model->n_nodes, 1);
  self->n_nodes = model->n_nodes;
  self->labels = g_new (SlGrlLabel, n);
  self->computed = g_new0 (gboolean, n);
  self->in = g_new0 (guint, model->n_nodes + 1);
  for (guint i = 0; i < n; i++)
    self->labels[i] = SL_GRL_LABEL_NONE;
  g_autofree guint *from = g_new (guint, MAX (model->n_links, 1));
  g_autofree guint *to = g_new (guint, MAX (model->n_links, 1));
  for (guint i = 0; i < model->n_links; i++)
    {
      to[i] = model->links[i].to;
      from[i] = model->nodes[to[i]].is_given ? SL_NO_NODE : model->links[i].from;
    }
  self->in_links = sl_by_node (to, model->n_links, model->n_nodes, self->in);
  compute_all (self, model, from, to);
  self->cycles = sl_cycles_find_left (from, to, model->n_links, self->computed, model->n_nodes);
  return self;
}

void
sl_grl_words_free (SlGrlWords *self)
{
  if (self == NULL)
    return;
  g_free (self->labels);
  g_free (self->computed);
  g_free (self->in);
  g_free (self->in_links);
  sl_cycles_free (self->cycles);
  g_free (self);
}

GArray *
sl_grl_words_explain (const SlGrlWords *self, const SlGrlWordModel *model, guint node)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (SlGrlReason));
  g_return_val_if_fail (node < self->n_nodes, reasons);
  if (model->nodes[node].is_given)
    add_reason (reasons, SL_GRL_REASON_GIVEN, -1, -1, self->labels[node]);
  else if (self->computed[node])
    measure (self, model, node, reasons);
  return reasons;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tidy tree of van der Ploeg. Each subtree is laid out relative to its root; a subtree is then
 * pushed away from its earlier siblings by walking the facing contours, which threads make cheap to
 * follow. Departures from the paper: the walks are loops over the array in place of recursion,
 * so that a chain of any depth fits the stack; gaps are kept between nodes in place of being
 * part of them, so that cousins can stand further apart than siblings; and two siblings start at
 * touch, where the paper leaves room if the second one's children reach further to the front. */

#include "config.h"

#include "tree/sl-tidy-tree.h"

#define NIL (-1)

/* What the walks remember of a node. Offsets are relative to the parent's, as in the paper. */
typedef struct
{
  gint first, last, next; /* children and next sibling */
  gint prev;              /* previous sibling */
  gint order;             /* place among the siblings */
  double prelim;          /* place relative to the children */
  double mod;             /* added to the whole subtree */
  double shift, change;   /* evenly spread room for the siblings between two that met */
  gint thread_left;       /* next node of the contour below a leaf */
  gint thread_right;
  gint extreme_left; /* deepest node of either contour, and the sum of mods on the way there */
  gint extreme_right;
  double mod_left;
  double mod_right;
} Walk;

/* Which sibling forms the right contour of the forest down to @low: a stack, the newest on top. */
typedef struct
{
  double low;
  gint child;
} Reach;

typedef struct
{
  SlTidyNode *nodes;
  Walk *walk;
  Reach *reach;
  gint n_reach;
  const SlTidyGaps *gaps;
} Tidy;

static void
link_children (Tidy *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      self->walk[i] = (Walk){ NIL, NIL, NIL, NIL, 0, 0, 0, 0, 0, NIL, NIL, (gint)i, (gint)i, 0, 0 };

      gint parent = self->nodes[i].parent;
      if (parent < 0)
        continue;
      g_assert ((guint)parent < i);

      Walk *p = &self->walk[parent];
      self->walk[i].prev = p->last;
      if (p->last == NIL)
        {
          p->first = (gint)i;
        }
      else
        {
          self->walk[p->last].next = (gint)i;
          self->walk[i].order = self->walk[p->last].order + 1;
        }
      p->last = (gint)i;
    }
}

/* A node reaches to where its children begin, so that contours have no holes and no other subtree
 * comes between a node and the edges to its children. */
static inline double
end_of (const Tidy *self, gint node)
{
  gint first = self->walk[node].first;
  return first == NIL ? self->nodes[node].start + self->nodes[node].length
                      : self->nodes[first].start;
}

static inline gint
next_left (const Tidy *self, gint node)
{
  gint first = self->walk[node].first;
  return first == NIL ? self->walk[node].thread_left : first;
}

static inline gint
next_right (const Tidy *self, gint node)
{
  gint last = self->walk[node].last;
  return last == NIL ? self->walk[node].thread_right : last;
}

/* The contour goes on below the first child's end in the subtree of @child, which is deeper. */
static void
thread_left (Tidy *self, gint first, gint child, gint onto, double mod_onto)
{
  Walk *head = &self->walk[first];
  Walk *end = &self->walk[head->extreme_left];
  double diff = (mod_onto - self->walk[onto].mod) - head->mod_left;

  end->thread_left = onto;
  end->mod += diff;
  end->prelim -= diff;
  head->extreme_left = self->walk[child].extreme_left;
  head->mod_left = self->walk[child].mod_left;
}

static void
thread_right (Tidy *self, gint child, gint onto, double mod_onto)
{
  Walk *tail = &self->walk[child];
  Walk *end = &self->walk[tail->extreme_right];
  double diff = (mod_onto - self->walk[onto].mod) - tail->mod_right;

  end->thread_right = onto;
  end->mod += diff;
  end->prelim -= diff;
  tail->extreme_right = self->walk[tail->prev].extreme_right;
  tail->mod_right = self->walk[tail->prev].mod_right;
}

/* Moves @child away from @from, and the siblings between them in proportion. */
static void
move_child (Tidy *self, gint child, gint from, double distance)
{
  Walk *walk = &self->walk[child];
  gint steps = walk->order - self->walk[from].order;

  walk->mod += distance;
  walk->mod_left += distance;
  walk->mod_right += distance;
  if (steps > 1)
    {
      self->walk[self->walk[from].next].shift += distance / steps;
      walk->shift -= distance / steps;
      walk->change -= distance - distance / steps;
    }
}

/* Pushes @child so far that it clears the contour of the forest of its earlier siblings. */
static void
separate (Tidy *self, gint parent, gint child)
{
  gint right = self->walk[child].prev;
  gint left = child;
  double mod_right = self->walk[right].mod;
  double mod_left = self->walk[left].mod;
  gint top = self->n_reach - 1;
  gboolean first = TRUE;

  while (right != NIL && left != NIL)
    {
      double end_right = end_of (self, right);
      double end_left = end_of (self, left);

      while (top > 0 && end_right > self->reach[top].low)
        top--;

      gboolean siblings = self->nodes[right].parent == self->nodes[left].parent;
      double gap = siblings ? self->gaps->sibling : self->gaps->cousin;
      double distance = mod_right + self->walk[right].prelim + self->nodes[right].breadth + gap
                        - (mod_left + self->walk[left].prelim);
      /* A child that stands wide of its subtree is first drawn up to its sibling. */
      if (distance > 0 || first)
        {
          mod_left += distance;
          move_child (self, child, self->reach[top].child, distance);
        }
      first = FALSE;
      if (end_right <= end_left)
        {
          right = next_right (self, right);
          mod_right += right != NIL ? self->walk[right].mod : 0;
        }
      if (end_right >= end_left)
        {
          left = next_left (self, left);
          mod_left += left != NIL ? self->walk[left].mod : 0;
        }
    }
  if (left != NIL)
    thread_left (self, self->walk[parent].first, child, left, mod_left);
  else if (right != NIL)
    thread_right (self, child, right, mod_right);
}

static void
push_reach (Tidy *self, double low, gint child)
{
  while (self->n_reach > 0 && low >= self->reach[self->n_reach - 1].low)
    self->n_reach--;
  self->reach[self->n_reach++] = (Reach){ low, child };
}

/* First walk: the children of @parent, which are laid out already, side by side. */
static void
join_children (Tidy *self, gint parent)
{
  Walk *walk = &self->walk[parent];
  gint first = walk->first;

  self->n_reach = 0;
  push_reach (self, end_of (self, self->walk[first].extreme_left), first);
  for (gint child = self->walk[first].next; child != NIL; child = self->walk[child].next)
    {
      double low = end_of (self, self->walk[child].extreme_right);
      separate (self, parent, child);
      push_reach (self, low, child);
    }

  const Walk *head = &self->walk[first];
  const Walk *tail = &self->walk[walk->last];
  double from = head->prelim + head->mod + self->nodes[first].breadth / 2;
  double to = tail->prelim + tail->mod + self->nodes[walk->last].breadth / 2;
  walk->prelim = (from + to) / 2 - self->nodes[parent].breadth / 2;
  walk->extreme_left = head->extreme_left;
  walk->mod_left = head->mod_left;
  walk->extreme_right = tail->extreme_right;
  walk->mod_right = tail->mod_right;
}

/* Second walk: what was put off for the siblings between two that met. */
static void
spread_children (Tidy *self, gint parent)
{
  double step = 0, sum = 0;

  for (gint child = self->walk[parent].first; child != NIL; child = self->walk[child].next)
    {
      step += self->walk[child].shift;
      sum += step + self->walk[child].change;
      self->walk[child].mod += sum;
    }
}

/* Moves the trees of the forest, each of which starts anywhere, one behind the other. */
static double
stack_trees (SlTidyNode *nodes, guint n, double gap, gint *root_of)
{
  g_autofree double *low = g_new (double, n);
  g_autofree double *high = g_new (double, n);
  double at = 0;

  for (guint i = 0; i < n; i++)
    {
      gint parent = nodes[i].parent;
      gint root = root_of[i] = parent < 0 ? (gint)i : root_of[parent];
      double end = nodes[i].place + nodes[i].breadth;
      low[root] = parent < 0 ? nodes[i].place : MIN (low[root], nodes[i].place);
      high[root] = parent < 0 ? end : MAX (high[root], end);
    }
  for (guint i = 0; i < n; i++)
    {
      if (nodes[i].parent >= 0)
        continue;
      double extent = high[i] - low[i];
      low[i] = at - low[i]; /* from here on: how far this tree moves */
      at += extent + gap;
    }
  for (guint i = 0; i < n; i++)
    nodes[i].place += low[root_of[i]];
  return at - gap;
}

double
sl_tidy_tree_layout (SlTidyNode *nodes, guint n, const SlTidyGaps *gaps)
{
  g_return_val_if_fail (nodes != NULL || n == 0, 0);
  g_return_val_if_fail (n <= G_MAXINT, 0);

  if (n == 0)
    return 0;

  g_autofree Walk *walk = g_new (Walk, n);
  g_autofree Reach *reach = g_new (Reach, n);
  g_autofree double *sum = g_new (double, n);
  g_autofree gint *root_of = g_new (gint, n);
  Tidy self = { nodes, walk, reach, 0, gaps };

  link_children (&self, n);
  for (gint i = (gint)n - 1; i >= 0; i--)
    if (walk[i].first != NIL)
      join_children (&self, i);

  for (guint i = 0; i < n; i++)
    {
      gint parent = nodes[i].parent;
      sum[i] = walk[i].mod + (parent < 0 ? 0 : sum[parent]);
      nodes[i].place = walk[i].prelim + sum[i];
      spread_children (&self, (gint)i);
    }
  return stack_trees (nodes, n, gaps->tree, root_of);
}

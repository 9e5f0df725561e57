/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index by height: large charts are long, and a window or sheet shows a strip of them. Each
 * strip of the scene lists the marks that begin or pass in it; marks that pass many strips stand in
 * one list that every search reads. */

#include "config.h"

#include "sl-scene-index.h"

#include <math.h>

#include "sl-scene-private.h"

#define STRIP_HEIGHT 200.0
/* A mark that passes more strips than this is a long one. */
#define MAX_STRIPS 6

typedef struct
{
  guint first, last; /* strips */
} Span;

struct _SlSceneIndex
{
  const guint *order;
  guint n_strips;
  guint *starts;  /* of each strip in @entries; one more: the end */
  guint *entries; /* places in painting order */
  GArray *longs;  /* places in painting order */
  Span *spans;    /* by place in painting order */
  GArray *found;
};

static guint
strip_of (const SlSceneIndex *self, double y)
{
  const double strip = floor (y / STRIP_HEIGHT);

  return (guint)CLAMP (strip, 0, self->n_strips - 1);
}

static gboolean
is_long (const Span *span)
{
  return span->last - span->first >= MAX_STRIPS;
}

static void
measure_spans (SlSceneIndex *self, const SlScene *scene, guint n)
{
  for (guint place = 0; place < n; place++)
    {
      double x, y, w, h;

      sl_mark_get_bounds (sl_scene_get_mark (scene, self->order[place]), &x, &y, &w, &h);
      self->spans[place] = (Span){ strip_of (self, y), strip_of (self, y + h) };
      if (is_long (&self->spans[place]))
        g_array_append_val (self->longs, place);
      else
        for (guint strip = self->spans[place].first; strip <= self->spans[place].last; strip++)
          self->starts[strip + 1]++;
    }
}

SlSceneIndex *
sl_scene_index_new (const SlScene *scene, const guint *order, guint n)
{
  SlSceneIndex *self = g_new0 (SlSceneIndex, 1);

  self->order = order;
  self->n_strips = 1 + (guint)(MAX (0, sl_scene_get_height (scene)) / STRIP_HEIGHT);
  self->starts = g_new0 (guint, self->n_strips + 1);
  self->spans = g_new0 (Span, MAX (1, n));
  self->longs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  measure_spans (self, scene, n);
  for (guint strip = 0; strip < self->n_strips; strip++)
    self->starts[strip + 1] += self->starts[strip];

  g_autofree guint *next = g_memdup2 (self->starts, self->n_strips * sizeof (guint));
  self->entries = g_new0 (guint, MAX (1, self->starts[self->n_strips]));
  for (guint place = 0; place < n; place++)
    if (!is_long (&self->spans[place]))
      for (guint strip = self->spans[place].first; strip <= self->spans[place].last; strip++)
        self->entries[next[strip]++] = place;
  return self;
}

void
sl_scene_index_free (SlSceneIndex *self)
{
  g_free (self->starts);
  g_free (self->entries);
  g_free (self->spans);
  g_array_unref (self->longs);
  g_array_unref (self->found);
  g_free (self);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const guint i = *(const guint *)a, j = *(const guint *)b;

  return i < j ? -1 : i > j;
}

const GArray *
sl_scene_index_find (SlSceneIndex *self, double y1, double y2)
{
  const guint first = strip_of (self, y1), last = strip_of (self, y2);

  g_array_set_size (self->found, 0);
  g_array_append_vals (self->found, self->longs->data, self->longs->len);
  for (guint strip = first; strip <= last; strip++)
    for (guint i = self->starts[strip]; i < self->starts[strip + 1]; i++)
      {
        const guint place = self->entries[i];

        /* Each mark once: where the search meets it first. */
        if (MAX (self->spans[place].first, first) == strip)
          g_array_append_val (self->found, place);
      }
  g_array_sort (self->found, compare_places);
  for (guint i = 0; i < self->found->len; i++)
    g_array_index (self->found, guint, i) = self->order[g_array_index (self->found, guint, i)];
  return self->found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes what a reader found fit the rules of our model. Each change is said in a warning; dates are
 * never among them. */

#include "config.h"

#include "io/sl-import-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define item_at(self, index) (&g_array_index ((self)->items, SlImportItem, index))
#define link_at(self, index) (&g_array_index ((self)->links, SlImportLink, index))

/* A parent always stands before its children, so one pass in order sees final parents. */
static guint *
lift_deep_items (SlImportPlan *self)
{
  guint *depths = g_new0 (guint, self->items->len);
  guint n_lifted = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      SlImportItem *item = item_at (self, i);

      if (item->parent < 0)
        continue;
      if (depths[item->parent] + 1 >= SL_IMPORT_MAX_DEPTH)
        {
          item->parent = item_at (self, item->parent)->parent;
          n_lifted++;
        }
      depths[i] = depths[item->parent] + 1;
    }
  if (n_lifted > 0)
    sl_import_plan_warn (self, NULL, _ ("%u items are nested more than %d deep and were lifted"),
                         n_lifted, SL_IMPORT_MAX_DEPTH);
  return depths;
}

/* A milestone of ours is a point: it has no parts. */
static void
demote_milestones (SlImportPlan *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const SlImportItem *item = item_at (self, i);
      SlImportItem *parent = item->parent >= 0 ? item_at (self, item->parent) : NULL;
      g_autofree char *title = NULL;

      if (parent == NULL || parent->type != SL_IMPORT_MILESTONE)
        continue;
      parent->type = SL_IMPORT_TASK;
      title = sl_import_item_quote (parent);
      sl_import_plan_warn (self, parent->place,
                           _ ("“%s” is a milestone with parts; it became a task"), title);
    }
}

static void
raise_goals (SlImportPlan *self, const guint *depths, guint goal_levels)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SlImportItem *item = item_at (self, i);
      /* A goal stands below goals only; milestones of the top levels stay points in time. */
      gboolean below_goal
          = item->parent < 0 || item_at (self, item->parent)->type == SL_IMPORT_GOAL;

      if (depths[i] < goal_levels && item->type == SL_IMPORT_TASK && below_goal)
        item->type = SL_IMPORT_GOAL;
    }
}

/* A goal serves a goal: one that stands below a task moves up to the next goal above. */
static void
lift_goals (SlImportPlan *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SlImportItem *item = item_at (self, i);
      int parent = item->parent;
      g_autofree char *title = NULL;
      g_autofree char *above = NULL;

      if (item->type != SL_IMPORT_GOAL)
        continue;
      while (parent >= 0 && item_at (self, parent)->type != SL_IMPORT_GOAL)
        parent = item_at (self, parent)->parent;
      if (parent == item->parent)
        continue;
      title = sl_import_item_quote (item);
      above = sl_import_item_quote (item_at (self, item->parent));
      sl_import_plan_warn (self, item->place,
                           _ ("the goal “%s” stood below the task “%s” and was lifted"), title,
                           above);
      item->parent = parent;
    }
}

static gboolean
is_ancestor (const SlImportPlan *self, guint ancestor, guint index)
{
  for (int i = item_at (self, index)->parent; i >= 0; i = item_at (self, i)->parent)
    if ((guint)i == ancestor)
      return TRUE;
  return FALSE;
}

/* What is wrong with a link, as a sentence about "%1$s", which waits, and "%2$s"; or NULL. */
static const char *
find_fault (const SlImportPlan *self, const SlImportLink *link, GHashTable *seen)
{
  gint64 key = (gint64)link->before << 32 | link->after;

  if (link->before == link->after)
    return _ ("“%1$s” waits for itself; the link was dropped");
  if (is_ancestor (self, link->before, link->after)
      || is_ancestor (self, link->after, link->before))
    return _ ("“%1$s” waits for “%2$s”, and one is part of the other; the link was dropped");
  if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
    return _ ("“%1$s” waits for “%2$s” more than once; the first link was kept");
  return NULL;
}

static void
warn_link (SlImportPlan *self, const SlImportLink *link, const char *format)
{
  const SlImportItem *after = item_at (self, link->after);
  g_autofree char *after_title = sl_import_item_quote (after);
  g_autofree char *before_title = sl_import_item_quote (item_at (self, link->before));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sl_import_plan_warn (self, after->place, format, after_title, before_title);
#pragma GCC diagnostic pop
}

static void
drop_bad_links (SlImportPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const SlImportLink link = *link_at (self, i);
      const char *fault = find_fault (self, &link, seen);

      if (fault != NULL)
        warn_link (self, &link, fault);
      else
        *link_at (self, n_kept++) = link;
    }
  g_array_set_size (self->links, n_kept);
}

/* Links by their first item: those of item i are order[first[i]] .. order[first[i + 1] - 1]. */
static void
index_links (const SlImportPlan *self, guint **first, guint **order)
{
  guint n = self->items->len;

  *first = g_new0 (guint, n + 2);
  *order = g_new (guint, self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    (*first)[link_at (self, i)->before + 2]++;
  for (guint i = 2; i < n + 2; i++)
    (*first)[i] += (*first)[i - 1];
  for (guint i = 0; i < self->links->len; i++)
    (*order)[(*first)[link_at (self, i)->before + 1]++] = i;
}

/* Marks in @closes the links that close a cycle: what a depth-first walk in file order finds to
 * lead back to where it comes from. Without recursion, for chains may be as long as the file. */
static void
find_closing_links (const SlImportPlan *self, gboolean *closes)
{
  enum
  {
    UNSEEN,
    OPEN,
    DONE
  };
  guint n = self->items->len;
  g_autofree guint8 *state = g_new0 (guint8, n + 1);
  g_autofree guint *cursor = g_new (guint, n + 1);
  g_autofree guint *stack = g_new (guint, n + 1);
  g_autofree guint *first = NULL;
  g_autofree guint *order = NULL;

  index_links (self, &first, &order);
  for (guint root = 0; root < n; root++)
    {
      guint height = 0;

      if (state[root] != UNSEEN)
        continue;
      stack[height++] = root;
      state[root] = OPEN;
      cursor[root] = first[root];
      while (height > 0)
        {
          guint top = stack[height - 1];

          if (cursor[top] == first[top + 1])
            {
              state[top] = DONE;
              height--;
              continue;
            }
          guint link = order[cursor[top]++];
          guint next = link_at (self, link)->after;

          if (state[next] == OPEN)
            closes[link] = TRUE;
          else if (state[next] == UNSEEN)
            {
              stack[height++] = next;
              state[next] = OPEN;
              cursor[next] = first[next];
            }
        }
    }
}

static void
drop_cycles (SlImportPlan *self)
{
  g_autofree gboolean *closes = g_new0 (gboolean, self->links->len);
  guint n_kept = 0;

  find_closing_links (self, closes);
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlImportLink link = *link_at (self, i);

      if (closes[i])
        warn_link (self, &link,
                   _ ("“%1$s” waits for “%2$s”, which closes a circle; the link was dropped"));
      else
        *link_at (self, n_kept++) = link;
    }
  g_array_set_size (self->links, n_kept);
}

/* Two rows for one person on one task are one allocation of both shares. */
static void
merge_allocations (SlImportPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < self->allocations->len; i++)
    {
      SlImportAllocation *all = &g_array_index (self->allocations, SlImportAllocation, 0);
      const SlImportAllocation allocation = all[i];
      gint64 key = (gint64)allocation.item << 32 | allocation.resource;
      gpointer kept;

      if (g_hash_table_lookup_extended (seen, &key, NULL, &kept))
        {
          all[GPOINTER_TO_UINT (kept)].units += allocation.units;
          continue;
        }
      g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n_kept));
      all[n_kept++] = allocation;
    }
  g_array_set_size (self->allocations, n_kept);
}

static void
name_owners (SlImportPlan *self)
{
  g_autofree guint *n_people = g_new0 (guint, self->items->len + 1);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->allocations->len; i++)
      {
        const SlImportAllocation *allocation
            = &g_array_index (self->allocations, SlImportAllocation, i);
        const SlImportResource *resource
            = &g_array_index (self->resources, SlImportResource, allocation->resource);
        SlImportItem *item = item_at (self, allocation->item);

        if (!resource->person || *resource->name == '\0')
          continue;
        if (pass == 0)
          n_people[allocation->item]++;
        else if (n_people[allocation->item] == 1 && item->owner == NULL)
          item->owner = g_strdup (resource->name);
      }
}

/* The title of the project; the name of a file, if there is no better one, without its suffix. */
static void
clean_title (SlImportPlan *self)
{
  static const char *const suffixes[] = { ".xml", ".mpp", ".mspdi" };
  char *title = NULL;

  if (self->title == NULL)
    return;
  title = sl_field_clean_text (&sl_kind (SL_KIND_PROJECT)->fields[SL_PROJECT_TITLE], self->title);
  g_strstrip (title);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (title, suffixes[i]) && strlen (title) > strlen (suffixes[i]))
      title[strlen (title) - strlen (suffixes[i])] = '\0';
  g_free (self->title);
  self->title = title;
}

void
sl_import_plan_repair (SlImportPlan *self, guint goal_levels)
{
  g_autofree guint *depths = lift_deep_items (self);

  if (self->n_links_dropped > 0)
    sl_import_plan_warn (self, NULL, _ ("%u links and assignments beyond %d were not read"),
                         self->n_links_dropped, SL_IMPORT_MAX_LINKS);
  self->n_links_dropped = 0;
  demote_milestones (self);
  raise_goals (self, depths, goal_levels);
  lift_goals (self);
  drop_bad_links (self);
  drop_cycles (self);
  merge_allocations (self);
  name_owners (self);
  clean_title (self);
}

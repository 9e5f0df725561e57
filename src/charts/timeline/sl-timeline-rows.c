/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From items to rows: which of them are shown, counted where not; in groups or in lanes by party;
 * those without a date at the end. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "timeline/sl-timeline-private.h"

static SlTimelineItem *
item_at (const GArray *items, guint index)
{
  return &g_array_index (items, SlTimelineItem, index);
}

/* Index after the last item below the one at @index. Hidden items keep their place until all
 * filters have run, so depth tells the tree. */
static guint
subtree_end (const GArray *items, guint index)
{
  guint end = index + 1;
  while (end < items->len && item_at (items, end)->depth > item_at (items, index)->depth)
    end++;
  return end;
}

static gboolean
has_visible_below (const GArray *items, guint index)
{
  const guint end = subtree_end (items, index);
  for (guint i = index + 1; i < end; i++)
    if (!item_at (items, i)->hidden)
      return TRUE;
  return FALSE;
}

/* --- Filters --- */

/* @party and all parties below it. */
static void
add_parties (const SlSnapshot *plan, SlId party, GHashTable *set)
{
  guint n;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_PARTY, party, &n);
  g_hash_table_add (set, g_memdup2 (&party, sizeof party));
  for (guint i = 0; i < n; i++)
    add_parties (plan, children[i], set);
}

static void
add_goals (const SlSnapshot *plan, SlId goal, GHashTable *set)
{
  guint n;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_GOAL, goal, &n);
  g_hash_table_add (set, g_memdup2 (&goal, sizeof goal));
  for (guint i = 0; i < n; i++)
    add_goals (plan, children[i], set);
}

/* Hides what is not in the branch of @root. Groups stay while something below them does. */
static void
filter_branch (const SlTimeline *self, GArray *items)
{
  const SlId root = self->params->root;
  SlKindId kind;
  if (root == SL_ID_NONE || !sl_snapshot_find (self->plan, root, &kind, NULL))
    return;
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (kind == SL_KIND_PARTY)
    add_parties (self->plan, root, set);
  else if (kind == SL_KIND_GOAL)
    add_goals (self->plan, root, set);
  guint root_end = 0;
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = item_at (items, i);
      if (item->id == root)
        root_end = subtree_end (items, i);
      item->hidden
          = i >= root_end
            && !g_hash_table_contains (set, kind == SL_KIND_PARTY ? &item->lane : &item->goal);
    }
  for (guint i = items->len; i-- > 0;)
    if (item_at (items, i)->type == SL_ROW_GROUP && has_visible_below (items, i))
      item_at (items, i)->hidden = FALSE;
}

/* Hides and counts what lies outside params->from and to. */
static void
filter_dates (SlTimeline *self, GArray *items)
{
  const gint64 from = self->params->from;
  const gint64 to = self->params->to != SL_INT_NULL ? self->params->to : G_MAXINT64;
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = item_at (items, i);
      if (item->hidden || !sl_timeline_item_is_dated (item)
          || (item->due >= from && item->start <= to))
        continue;
      item->hidden = TRUE;
      self->omitted.outside++;
    }
}

/* Hides what is below folded groups, and below the deepest level, which is counted. */
static void
filter_depth (SlTimeline *self, GArray *items)
{
  const SlChartParams *params = self->params;
  guint root_depth = 0;
  for (guint i = 0; i < items->len; i++)
    if (params->root != SL_ID_NONE && item_at (items, i)->id == params->root)
      root_depth = item_at (items, i)->depth + 1;
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = item_at (items, i);
      if (item->hidden)
        continue;
      const gboolean deepest
          = params->max_depth > 0 && item->depth + 1 >= params->max_depth + root_depth;
      item->foldable = !params->paper && !deepest && has_visible_below (items, i);
      item->folded = item->foldable && params->collapsed != NULL
                     && g_hash_table_contains (params->collapsed, &item->id);
      const guint end = item->folded || deepest ? subtree_end (items, i) : i;
      for (guint below = i + 1; below < end; below++)
        {
          self->omitted.deeper += !item->folded && !item_at (items, below)->hidden;
          item_at (items, below)->hidden = TRUE;
        }
    }
}

/* In lanes, a group that nobody owns only gathers what stands in the lanes of others. */
static void
filter_ownerless (SlTimeline *self, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = item_at (items, i);
      if (item->hidden || item->type != SL_ROW_GROUP || item->lane != SL_ID_NONE
          || !sl_timeline_item_is_dated (item))
        continue;
      item->hidden = TRUE;
      self->omitted.ownerless++;
    }
}

static void
filter (SlTimeline *self, GArray *items)
{
  filter_branch (self, items);
  filter_dates (self, items);
  filter_depth (self, items);
  if (self->params->lanes)
    filter_ownerless (self, items);
}

/* --- Arrangement --- */

static void
append_heading (SlTimeline *self, SlId party, const char *title)
{
  const SlTimelineItem heading = {
    .type = SL_ROW_HEADING,
    .kind = party != SL_ID_NONE ? SL_KIND_PARTY : SL_N_KINDS,
    .id = party,
    .title = sl_timeline_title (title),
    .color = -1,
    .start = SL_INT_NULL,
    .due = SL_INT_NULL,
    .base_start = SL_INT_NULL,
    .base_due = SL_INT_NULL,
    .deadline = SL_INT_NULL,
  };
  g_array_append_val (self->rows, heading);
}

/* Items of one tree, and how they hang together. */
typedef struct
{
  GArray *items;         /* of SlTimelineItem, preorder */
  GHashTable *parent_of; /* id -> id of the parent, both inside @items */
} Source;

/* Appends a dated item, indented below the nearest ancestor among the rows from @first_row on. */
static void
append_item (SlTimeline *self, const Source *source, const SlTimelineItem *item, guint first_row)
{
  SlTimelineItem row = *item;
  row.depth = 0;
  row.color = self->lane_color;
  const SlId *above = &item->parent;
  for (; above != NULL; above = g_hash_table_lookup (source->parent_of, above))
    {
      const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, above));
      if (found <= first_row)
        continue;
      row.depth = sl_timeline_row (self, found - 1)->depth + 1;
      break;
    }
  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->row_of, g_memdup2 (&row.id, sizeof row.id),
                       GUINT_TO_POINTER (self->rows->len));
}

static gboolean
is_shown (const SlTimelineItem *item)
{
  return !item->hidden && sl_timeline_item_is_dated (item);
}

/* The party or the goal in whose lane it stands. */
static SlId
lane_of (const SlTimeline *self, const SlTimelineItem *item)
{
  return self->params->goal_lanes ? item->goal : item->lane;
}

/* Appends the dated items of @lane, or of all lanes where @lane is NULL. */
static void
append_items (SlTimeline *self, const Source *source, const SlId *lane)
{
  const guint first_row = self->rows->len;
  for (guint i = 0; i < source->items->len; i++)
    {
      const SlTimelineItem *item = item_at (source->items, i);
      if (is_shown (item) && (lane == NULL || lane_of (self, item) == *lane))
        append_item (self, source, item, first_row);
    }
}

static gboolean
has_dated (const Source *source)
{
  for (guint i = 0; i < source->items->len; i++)
    if (is_shown (item_at (source->items, i)))
      return TRUE;
  return FALSE;
}

static void
append_groups (SlTimeline *self, const Source *goals, const Source *work)
{
  if (has_dated (work) && has_dated (goals))
    append_heading (self, SL_ID_NONE, _ ("Tasks and milestones"));
  append_items (self, work, NULL);
  if (has_dated (goals))
    append_heading (self, SL_ID_NONE, _ ("Goals"));
  append_items (self, goals, NULL);
}

static void
append_lane (SlTimeline *self, const Source *goals, const Source *work, SlId party,
             const char *title)
{
  const guint heading = self->rows->len;
  self->lane_color = party != SL_ID_NONE ? sl_party_color (self->plan, party) : -1;
  append_heading (self, party, title);
  append_items (self, work, &party);
  append_items (self, goals, &party);
  if (self->rows->len == heading + 1)
    g_array_set_size (self->rows, heading);
}

static void
append_lanes_below (SlTimeline *self, const Source *goals, const Source *work, SlId parent)
{
  guint n;
  const SlId *parties = sl_snapshot_children (self->plan, SL_KIND_PARTY, parent, &n);
  for (guint i = 0; i < n; i++)
    {
      append_lane (self, goals, work, parties[i], sl_snapshot_title (self->plan, parties[i]));
      append_lanes_below (self, goals, work, parties[i]);
    }
}

static gboolean
has_work (const SlTimeline *self, const Source *work, SlId goal)
{
  for (guint i = 0; i < work->items->len; i++)
    if (is_shown (item_at (work->items, i)) && lane_of (self, item_at (work->items, i)) == goal)
      return TRUE;
  return FALSE;
}

/* A lane for each goal that dated work serves, with its own due date below; then what serves none,
 * then the other goals. */
static void
append_goal_lanes (SlTimeline *self, const Source *goals, const Source *work)
{
  const SlId none = SL_ID_NONE;
  gboolean headed = FALSE;
  for (guint i = 0; i < goals->items->len; i++)
    {
      const SlTimelineItem *goal = item_at (goals->items, i);
      if (!has_work (self, work, goal->id))
        continue;
      append_heading (self, SL_ID_NONE, goal->title);
      append_items (self, work, &goal->id);
      append_items (self, goals, &goal->id);
    }
  if (has_work (self, work, SL_ID_NONE))
    {
      append_heading (self, SL_ID_NONE, _ ("Serves no goal"));
      append_items (self, work, &none);
    }
  for (guint i = 0; i < goals->items->len; i++)
    {
      const SlTimelineItem *goal = item_at (goals->items, i);
      if (!is_shown (goal) || has_work (self, work, goal->id))
        continue;
      if (!headed)
        append_heading (self, SL_ID_NONE, _ ("Goals without dated work"));
      headed = TRUE;
      append_items (self, goals, &goal->id);
    }
}

static void
append_undated (SlTimeline *self, const GArray *items, gboolean *headed)
{
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem item = *item_at (items, i);
      if (item.hidden || sl_timeline_item_is_dated (&item))
        continue;
      item.depth = 0;
      item.foldable = FALSE;
      if (!*headed)
        append_heading (self, SL_ID_NONE, _ ("No date"));
      *headed = TRUE;
      const SlTimelineCell cell = { .item = item };
      if (self->params->paper)
        g_array_append_val (self->undated, cell);
      else
        g_array_append_val (self->rows, item);
    }
}

static void
source_init (Source *source, GArray *items)
{
  source->items = items;
  source->parent_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (source->parent_of, &item_at (items, i)->id, &item_at (items, i)->parent);
}

static void
source_clear (Source *source)
{
  g_hash_table_unref (source->parent_of);
  g_array_unref (source->items);
}

static void
mark_critical (SlTimeline *self)
{
  if (!self->params->critical)
    return;
  self->schedule = sl_plan_schedule_new (self->plan, self->params->today);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlTimelineItem *item = sl_timeline_row (self, i);
      const SlPlanItem *scheduled = sl_plan_schedule_get (self->schedule, item->id);
      item->critical = scheduled != NULL && scheduled->critical && !item->done
                       && sl_timeline_item_is_dated (item);
    }
}

void
sl_timeline_make_rows (SlTimeline *self)
{
  Source goals, work;
  g_autoptr (SlGoalProgress) progress = sl_goal_progress_new (self->plan, self->params->today);
  source_init (&goals, sl_timeline_collect_goals (self, progress));
  source_init (&work, sl_timeline_collect_work (self, progress));
  filter (self, goals.items);
  filter (self, work.items);
  if (self->params->lanes)
    {
      append_lanes_below (self, &goals, &work, SL_ID_NONE);
      append_lane (self, &goals, &work, SL_ID_NONE, _ ("No owner"));
    }
  else if (self->params->goal_lanes)
    append_goal_lanes (self, &goals, &work);
  else
    append_groups (self, &goals, &work);
  gboolean headed = FALSE;
  append_undated (self, work.items, &headed);
  append_undated (self, goals.items, &headed);
  mark_critical (self);
  sl_timeline_collect_hand_offs (self);
  source_clear (&goals);
  source_clear (&work);
}

gboolean
sl_timeline_get_span (const SlTimeline *self, gint64 *first, gint64 *last)
{
  *first = G_MAXINT64;
  *last = G_MININT64;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      *first = MIN (*first, item->start);
      *last = MAX (*last, item->due);
      if (item->deadline != SL_INT_NULL)
        *last = MAX (*last, item->deadline);
      if (self->params->baselines && item->base_due != SL_INT_NULL)
        {
          *first = MIN (*first, item->base_start);
          *last = MAX (*last, item->base_due);
        }
    }
  for (guint i = 0; i < self->hand_offs->len; i++)
    {
      const SlHandOff *hand = &g_array_index (self->hand_offs, SlTimelineHandOff, i).hand;
      const gint64 days[] = { hand->promised, hand->needed };
      for (guint d = 0; d < G_N_ELEMENTS (days); d++)
        if (days[d] != SL_INT_NULL)
          {
            *first = MIN (*first, days[d]);
            *last = MAX (*last, days[d]);
          }
    }
  return *first <= *last;
}

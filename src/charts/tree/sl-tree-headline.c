/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The headline of a goal tree: the strongest thing that the data support. Every number in it can
 * be counted on the chart. */

#include "config.h"

#include "tree/sl-tree-headline.h"

#include <glib/gi18n-lib.h>

#include "sl-words.h"

/* Numbers up to here are written as words. */
#define WORDS_MOST 12

/* A goal of which at least two parts are in trouble, and at least half of them. */
typedef struct
{
  const SlGoalNode *node;
  guint n_parts;
  guint n_behind;
} Trouble;

/* (transfer full) */
static char *
title_of (const SlSnapshot *plan, const SlGoalNode *node)
{
  const char *title = sl_snapshot_title (plan, node->id);
  return sl_words_name (*title != '\0' ? title : _ ("Untitled goal"));
}

/* "Five of twelve", "5 of 18": two numbers of one sentence are written in the same way. (transfer
 * full) */
static char *
say_share (guint n, guint of)
{
  if (of > WORDS_MOST)
    /* Translators: 5 of 18 */
    return g_strdup_printf (_ ("%u of %u"), n, of);
  /* Translators: at the start of a sentence: Five of twelve */
  return g_strdup_printf (_ ("%s of %s"), sl_words_number_first (n), sl_words_number (of));
}

static gboolean
is_behind (const SlGoalNode *node)
{
  return node->state == SL_STATE_BEHIND || node->state == SL_STATE_OFF_TRACK;
}

static gboolean
is_judged (const SlGoalNode *node)
{
  return is_behind (node) || node->state == SL_STATE_ON_TRACK;
}

/* The goal nearest to the root that is behind in most of its parts. */
static Trouble
find_trouble (const SlGoalForest *forest)
{
  guint n = forest->nodes->len;
  g_autofree Trouble *all = g_new0 (Trouble, n);
  Trouble worst = { NULL };

  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      all[i].node = node;
      if (node->parent < 0)
        continue;
      all[node->parent].n_parts++;
      all[node->parent].n_behind += is_behind (node) ? 1 : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const Trouble *one = &all[i];
      if (one->n_behind < 2 || 2 * one->n_behind < one->n_parts)
        continue;
      if (worst.node == NULL || one->node->level < worst.node->level
          || (one->node->level == worst.node->level
              && one->n_behind * worst.n_parts > worst.n_behind * one->n_parts))
        worst = *one;
    }
  return worst;
}

/* The only goal that is behind, or NULL. */
static const SlGoalNode *
find_only_behind (const SlGoalForest *forest)
{
  const SlGoalNode *found = NULL;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (!is_behind (node))
        continue;
      if (found != NULL)
        return NULL;
      found = node;
    }
  return found;
}

/* What the hurting links say together. */
typedef struct
{
  guint n_links;
  guint n_sources;          /* goals that hurt any other */
  guint n_hurting;          /* goals that hurt @target */
  const SlGoalNode *target; /* the goal that most others hurt; the first of several */
  const SlGoalNode *source; /* one that hurts it */
} Hurt;

static Hurt
find_hurt (const SlSnapshot *plan, const SlGoalForest *forest)
{
  const SlTable *links = sl_snapshot_table (plan, SL_KIND_GOAL_LINK);
  guint n = forest->nodes->len;
  g_autofree guint *n_hurting = g_new0 (guint, n);
  g_autofree gboolean *hurts = g_new0 (gboolean, n);
  g_autofree gint *source_of = g_new0 (gint, n);
  Hurt hurt = { 0 };

  for (guint row = 0; row < sl_table_n_rows (links); row++)
    {
      gint source = sl_goal_forest_find (forest, sl_table_ref (links, row, SL_GOAL_LINK_SOURCE));
      gint target = sl_goal_forest_find (forest, sl_table_ref (links, row, SL_GOAL_LINK_TARGET));
      if (source < 0 || target < 0 || source == target
          || sl_table_int (links, row, SL_GOAL_LINK_STRENGTH) >= 0)
        continue;
      hurt.n_links++;
      hurt.n_sources += hurts[source] ? 0 : 1;
      hurts[source] = TRUE;
      n_hurting[target]++;
      source_of[target] = source;
    }
  for (guint i = 0; i < n; i++)
    if (n_hurting[i] > hurt.n_hurting)
      {
        hurt.n_hurting = n_hurting[i];
        hurt.target = sl_goal_forest_node (forest, i);
        hurt.source = sl_goal_forest_node (forest, (guint)source_of[i]);
      }
  return hurt;
}

/* @with_figures: there are open goals without. (transfer full) */
static char *
say_none (guint n, gboolean with_figures)
{
  if (n == 2)
    return g_strdup (with_figures ? _ ("Neither of the two goals with figures is on track")
                                  : _ ("Neither of the two open goals is on track"));
  if (with_figures)
    return g_strdup_printf (_ ("None of the %s goals with figures is on track"),
                            sl_words_number (n));
  return g_strdup_printf (_ ("None of the %s open goals is on track"), sl_words_number (n));
}

static char *
say_all (guint n, gboolean with_figures)
{
  if (n == 2)
    return g_strdup (with_figures ? _ ("Both goals with figures are on track")
                                  : _ ("Both open goals are on track"));
  if (with_figures)
    return g_strdup_printf (_ ("All %s goals with figures are on track"), sl_words_number (n));
  return g_strdup_printf (_ ("All %s open goals are on track"), sl_words_number (n));
}

/* "12 of 18 goals are on track", or NULL where figures are known of one goal at most. What is done
 * already is not counted. (transfer full) */
static char *
say_on_track (const SlGoalForest *forest)
{
  guint n_judged = 0, n_on_track = 0, n_done = 0;

  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      n_judged += is_judged (node) ? 1 : 0;
      n_on_track += node->state == SL_STATE_ON_TRACK ? 1 : 0;
      n_done += node->state == SL_STATE_DONE ? 1 : 0;
    }
  if (n_judged < 2)
    return NULL;

  gboolean with_figures = n_judged + n_done < forest->nodes->len;
  if (n_on_track == 0)
    return say_none (n_judged, with_figures);
  if (n_on_track == n_judged)
    return say_all (n_judged, with_figures);

  g_autofree char *share = say_share (n_on_track, n_judged);
  if (with_figures)
    /* Translators: %s is “Five of twelve” */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s goals with figures is on track",
                                         "%s goals with figures are on track", n_on_track),
                            share);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s open goals is on track",
                                       "%s open goals are on track", n_on_track),
                          share);
}

/* Where it goes wrong, or NULL. (transfer full) */
static char *
say_trouble (const SlSnapshot *plan, const SlGoalForest *forest)
{
  Trouble trouble = find_trouble (forest);
  const SlGoalNode *only = find_only_behind (forest);
  g_autofree char *title = NULL;

  if (trouble.node == NULL && only == NULL)
    return NULL;
  title = title_of (plan, trouble.node != NULL ? trouble.node : only);
  if (trouble.node != NULL && trouble.n_behind == trouble.n_parts && trouble.n_parts == 2)
    return g_strdup_printf (_ ("“%s” is behind in both of its parts"), title);
  if (trouble.node != NULL && trouble.n_behind == trouble.n_parts)
    /* Translators: the title of a goal, and how many parts it has */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” is behind in its %s part",
                                         "“%s” is behind in all of its %s parts", trouble.n_parts),
                            title, sl_words_number (trouble.n_parts));
  if (trouble.node != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” is behind in %s of its %s parts",
                                         "“%s” is behind in %s of its %s parts", trouble.n_parts),
                            title, sl_words_number (trouble.n_behind),
                            sl_words_number (trouble.n_parts));
  return g_strdup_printf (
      only->state == SL_STATE_OFF_TRACK ? _ ("“%s” is off track") : _ ("“%s” is behind"), title);
}

/* @first: whether it begins the headline. (transfer full): NULL where no goal hurts another */
static char *
say_hurt (const SlSnapshot *plan, const SlGoalForest *forest, gboolean first)
{
  Hurt hurt = find_hurt (plan, forest);

  if (hurt.n_links == 0)
    return NULL;
  g_autofree char *target = title_of (plan, hurt.target);
  g_autofree char *source = title_of (plan, hurt.source);
  if (hurt.n_links == 1)
    /* Translators: both are titles of goals */
    return g_strdup_printf (_ ("“%s” works against “%s”"), source, target);

  guint n = hurt.n_hurting > 1 ? hurt.n_hurting : hurt.n_sources;
  const char *number = first ? sl_words_number_first (n) : sl_words_number (n);
  if (hurt.n_hurting > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s goal works against “%s”",
                                         "%s goals work against “%s”", n),
                            number, target);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s goal works against others",
                                       "%s goals work against others", n),
                          number);
}

/* "18 goals of 4 parties". (transfer full) */
static char *
say_count (const SlSnapshot *plan, const SlGoalForest *forest)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = forest->nodes->len;

  for (guint i = 0; i < n; i++)
    {
      SlId owner = sl_table_ref (goals, sl_goal_forest_node (forest, i)->row, SL_GOAL_OWNER);
      if (owner != SL_ID_NONE)
        g_hash_table_add (owners, g_memdup2 (&owner, sizeof owner));
    }

  guint n_owners = g_hash_table_size (owners);
  g_autofree char *count
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", n), n);
  if (n_owners == 0)
    return g_steal_pointer (&count);
  /* Translators: %s is “18 goals” */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %u party", "%s of %u parties", n_owners), count,
      n_owners);
}

char *
sl_tree_headline (const SlSnapshot *plan, const SlChartParams *params)
{
  SlChartParams all = *params;
  all.max_depth = 0;
  all.collapsed = NULL;
  all.show_closed = FALSE;

  g_autoptr (SlGoalForest) forest = sl_goal_forest_new (plan, &all);
  if (forest->nodes->len == 0)
    return g_strdup (forest->n_closed > 0 ? _ ("All goals are closed") : _ ("No goals yet"));

  g_autofree char *on_track = say_on_track (forest);
  g_autofree char *trouble = say_trouble (plan, forest);
  g_autofree char *hurt = say_hurt (plan, forest, on_track == NULL);
  const char *second = trouble != NULL ? trouble : hurt;

  if (on_track != NULL && second != NULL)
    /* Translators: two findings about the same goals in one headline */
    return g_strdup_printf (_ ("%s; %s"), on_track, second);
  if (on_track != NULL)
    return g_steal_pointer (&on_track);
  if (second != NULL)
    return g_strdup (second);
  return say_count (plan, forest);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers the levels of the goal tree and, as branches, the goals that have parts, in the order of
 * the outline. */

#include "config.h"

#include "print/sl-tree-choice.h"

#include <glib/gi18n.h>

#include "base/sl-format-text.h"
#include "print/sl-title-list.h"

struct _SlTreeChoice
{
  AdwComboRow *levels; /* not owned, as below */
  AdwComboRow *branch;
  GArray *ids; /* of SlId: the branches in their order, behind the whole plan */
  guint depth; /* of the tree */
};

typedef struct
{
  const SlSnapshot *plan;
  GStrvBuilder *titles;
  GArray *ids;
  guint depth;
} Walk;

/* @level: of the children of @parent, from 1 */
static void
walk_children (Walk *walk, SlId parent, guint level)
{
  guint n = 0;
  const SlId *children = sl_snapshot_children (walk->plan, SL_KIND_GOAL, parent, &n);

  if (n == 0)
    return;
  walk->depth = MAX (walk->depth, level);
  if (parent != SL_ID_NONE)
    {
      const char *title = sl_snapshot_title (walk->plan, parent);

      g_array_append_val (walk->ids, parent);
      g_strv_builder_add (walk->titles, title[0] != '\0' ? title : _ ("(untitled)"));
    }
  for (guint i = 0; i < n; i++)
    walk_children (walk, children[i], level + 1);
}

static void
offer_levels (SlTreeChoice *self, guint chosen)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  /* Translators: all levels of the goal tree. */
  g_strv_builder_add (words, _ ("All"));
  for (guint i = 1; i < self->depth; i++)
    {
      g_autofree char *number = sl_format_number (i, 0);

      g_strv_builder_add (words, number);
    }
  list = g_strv_builder_end (words);
  sl_title_list_offer (self->levels, (const char *const *)list, chosen < self->depth ? chosen : 0);
}

/* Where @branch stands among the branches, from 1; 0: it is gone. */
static guint
place_of (SlTreeChoice *self, SlId branch)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, SlId, i) == branch)
      return i + 1;
  return 0;
}

SlTreeChoice *
sl_tree_choice_new (AdwComboRow *levels, AdwComboRow *branch)
{
  SlTreeChoice *self = g_new0 (SlTreeChoice, 1);

  self->levels = levels;
  self->branch = branch;
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  sl_title_list_set_up (branch);
  return self;
}

void
sl_tree_choice_free (SlTreeChoice *self)
{
  g_array_unref (self->ids);
  g_free (self);
}

void
sl_tree_choice_update (SlTreeChoice *self, const SlSnapshot *plan)
{
  const guint levels = sl_tree_choice_get_levels (self);
  const SlId branch = sl_tree_choice_get_branch (self);
  Walk walk = { .plan = plan,
                .titles = g_strv_builder_new (),
                .ids = g_array_new (FALSE, FALSE, sizeof (SlId)) };
  g_auto (GStrv) titles = NULL;

  g_strv_builder_add (walk.titles, _ ("Whole Plan"));
  walk_children (&walk, SL_ID_NONE, 1);
  titles = g_strv_builder_end (walk.titles);
  g_strv_builder_unref (walk.titles);
  g_array_unref (self->ids);
  self->ids = walk.ids;
  self->depth = walk.depth;
  offer_levels (self, levels);
  sl_title_list_offer (self->branch, (const char *const *)titles, place_of (self, branch));
}

guint
sl_tree_choice_get_levels (SlTreeChoice *self)
{
  const guint selected = adw_combo_row_get_selected (self->levels);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

SlId
sl_tree_choice_get_branch (SlTreeChoice *self)
{
  const guint selected = adw_combo_row_get_selected (self->branch);

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0 || selected > self->ids->len)
    return SL_ID_NONE;
  return g_array_index (self->ids, SlId, selected - 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of the goal tree a sheet shows: so many levels, and all of the plan or one branch. */

#pragma once

#include <adwaita.h>

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

typedef struct _SlTreeChoice SlTreeChoice;

/* @levels and @branch offer what there is; they live as long as the choice. (transfer full) */
SlTreeChoice *sl_tree_choice_new (AdwComboRow *levels, AdwComboRow *branch);
void sl_tree_choice_free (SlTreeChoice *self);
/* Offers the levels and branches of @plan; what was chosen stays chosen while it is there. */
void sl_tree_choice_update (SlTreeChoice *self, const SlSnapshot *plan);
/* 0: all */
guint sl_tree_choice_get_levels (SlTreeChoice *self);
/* The goal that the branch begins with; SL_ID_NONE: the whole plan. */
SlId sl_tree_choice_get_branch (SlTreeChoice *self);

G_END_DECLS

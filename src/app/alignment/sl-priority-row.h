/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One shared goal in the list where a party spreads its points: its place, its title, its points.
 * It can be dragged before or behind another row. */

#pragma once

#include <gtk/gtk.h>

#include "base/sl-types.h"

G_BEGIN_DECLS

#define SL_TYPE_PRIORITY_ROW (sl_priority_row_get_type ())
G_DECLARE_FINAL_TYPE (SlPriorityRow, sl_priority_row, SL, PRIORITY_ROW, GtkListBoxRow)

/* Signals:
 *   "edited" (double)            somebody set the points
 *   "dropped" (int64, gboolean)  the goal of another row was dropped: TRUE: behind this one
 */

GtkWidget *sl_priority_row_new (SlId goal);
SlId sl_priority_row_get_goal (SlPriorityRow *self);
void sl_priority_row_set_title (SlPriorityRow *self, const char *title);
/* @place: from 1; goals with the same points have the same; 0: the goal has no points. */
void sl_priority_row_set_points (SlPriorityRow *self, double points, guint place);
/* Where the row stands in the list, from 0. */
void sl_priority_row_set_order (SlPriorityRow *self, guint order);
guint sl_priority_row_get_order (SlPriorityRow *self);
/* Takes over what is being typed. */
void sl_priority_row_commit (SlPriorityRow *self);
/* Puts the focus into the points and selects them. */
void sl_priority_row_focus (SlPriorityRow *self);

G_END_DECLS

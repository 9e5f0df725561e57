/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parties of the power/interest grid and what is said of each. */

#pragma once

#include "methods/sl-stakeholders.h"
#include "sl-chart.h"

G_BEGIN_DECLS

/**
 * SlPowerItem:
 * @title: of the plan, (transfer none)
 * @power, @interest: 0..10; NAN: not entered
 * @influence: 0..100; NAN where one of them is not entered
 * @engagement, @wanted: codes, or SL_INT_NULL
 * @gap: steps that are missing, 0..4
 */
typedef struct
{
  SlId id;
  const char *title;
  double power, interest, influence;
  gint64 engagement, wanted;
  int gap;
} SlPowerItem;

/* (element-type SlPowerItem): those with a place first, the most influential before; then the
 * others in outline order. Machines and those who left are not among them. (transfer full) */
GArray *sl_power_list_new (const SlSnapshot *plan);
const SlPowerItem *sl_power_list_get (const GArray *list, guint index);
gboolean sl_power_item_has_place (const SlPowerItem *item);
/* "Neutral → Leading", "Supportive"; NULL where nothing is known. (transfer full) */
char *sl_power_item_engagement (const SlPowerItem *item);
/* "Sales: power 7, interest 8, manage closely; engagement: Neutral → Leading". (transfer full) */
char *sl_power_item_say (const SlPowerItem *item);
char *sl_power_list_headline (const GArray *list);

G_END_DECLS

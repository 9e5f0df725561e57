/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The risks that a matrix shows, numbered from the gravest on. */

#pragma once

#include "analysis/sl-risks.h"
#include "sl-chart.h"

G_BEGIN_DECLS

/* One risk. Steps are 0 where they are not entered. @title: of the plan, (transfer none) */
typedef struct
{
  SlId id;
  guint row;
  guint number; /* 1 is the gravest */
  const char *title;
  guint probability, impact;
  guint residual_probability, residual_impact;
  guint score, residual; /* products; 0: not entered */
} SlRiskItem;

/**
 * SlRiskList:
 * @items: (element-type SlRiskItem): the gravest first, at the end those that were not estimated
 * @n_placed: how many have probability and impact
 * @n_closed: left out, because they are closed
 */
typedef struct
{
  const SlSnapshot *plan;
  GArray *items;
  guint n_placed;
  guint n_closed;
} SlRiskList;

/* (transfer full): as long as @plan */
SlRiskList *sl_risk_list_new (const SlSnapshot *plan, gboolean show_closed);
void sl_risk_list_free (SlRiskList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRiskList, sl_risk_list_free)
const SlRiskItem *sl_risk_list_get (const SlRiskList *self, guint index);
/* "score 12, 6 after countermeasures; Anna Weber; plan ready". (transfer full) */
char *sl_risk_list_describe (const SlRiskList *self, const SlRiskItem *item);
/* What somebody hears of it: title, steps and what sl_risk_list_describe() says. (transfer full) */
char *sl_risk_list_say (const SlRiskList *self, const SlRiskItem *item);
/* The sentence above the matrix. (transfer full) */
char *sl_risk_list_headline (const SlRiskList *self);

G_END_DECLS

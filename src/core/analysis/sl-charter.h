/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be there before the parties of an alliance sign: shared goals that all agreed to,
 * written expectations, owners, a first review. Plain data, made of facts; any thread. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

typedef enum
{
  SL_CHARTER_GOALS_AGREED, /* every partner is for every goal, in writing */
  SL_CHARTER_EXPECTATIONS, /* of the alliance, and what each partner gives and gets */
  SL_CHARTER_OWNERS,       /* every goal has one */
  SL_CHARTER_REVIEW,       /* the next review has a date */
  SL_N_CHARTER_CHECKS,
} SlCharterCheck;

/* A party that is not yet for a goal in writing; indexes of the facts. */
typedef struct
{
  guint party;
  guint goal;
} SlCharterGap;

/**
 * SlCharter:
 * @alliance: whose it is
 * @partners: (element-type guint): rows of the table of partners, in the order of the outline
 * @goals: (element-type guint): indexes of the active goals under the alliance, in outline order
 * @gaps: (element-type SlCharterGap): agreements that are missing, by goal, then partner
 * @n_closed: goals under the alliance that are not active
 * @n_unowned: goals without an owner
 * @n_silent: partners that do not say what they give and get
 * @done: of each #SlCharterCheck; no goal, or fewer than two partners: nothing is agreed
 */
typedef struct
{
  SlId alliance;
  GArray *partners;
  GArray *goals;
  GArray *gaps;
  guint n_closed;
  guint n_unowned;
  guint n_silent;
  gboolean done[SL_N_CHARTER_CHECKS];
} SlCharter;

/* @alliance: must exist. Cost: O(goals + partners x goals of the alliance). (transfer full) */
SlCharter *sl_charter_new (const SlFacts *facts, SlId alliance) G_GNUC_WARN_UNUSED_RESULT;
void sl_charter_free (SlCharter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCharter, sl_charter_free)

/* Whether nothing stands against signing. */
gboolean sl_charter_is_ready (const SlCharter *self);
/* "All partners agreed to all shared goals"; translated. */
const char *sl_charter_check_title (SlCharterCheck check);
/* What is missing: "3 agreements in writing are missing"; "" where it is done. (transfer full) */
char *sl_charter_say_missing (const SlCharter *self, SlCharterCheck check);

G_END_DECLS

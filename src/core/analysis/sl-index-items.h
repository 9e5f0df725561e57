/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fourteen sub-measures of the alignment index look at: goals, cells, tasks, people, pairs
 * of parties; each with its weight, and whether anybody entered or confirmed what there is to know.
 * Nothing entered is not assessed, never full points. Source: METHODS sections 2a and 20. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-alignment-index.h"

G_BEGIN_DECLS

typedef struct _SlIndexItems SlIndexItems;

/* All items of @facts. (transfer full) */
SlIndexItems *sl_index_items_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_index_items_free (SlIndexItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlIndexItems, sl_index_items_free)

/* (array length=n) (transfer none): as sl_alignment_index_new() wants them. */
const SlIndexItem *sl_index_items_get (const SlIndexItems *self, guint *n);
/* The item of @sub with these keys, or -1. */
int sl_index_items_find (const SlIndexItems *self, SlSubMeasure sub, SlId key, SlId key2);

/* --- For the files that make items --- */

/* @key2: SL_ID_NONE where one key is enough. Keys of pairs of parties stand in ascending order; of
 * cells the goal stands before the party in A4b and A6c, behind it in A2. */
void sl_index_items_add (SlIndexItems *self, SlSubMeasure sub, SlId key, SlId key2, double weight,
                         gboolean assessed);
/* Fills an additive sub-measure up to 1: @assessed_share of it is known, and of that what its items
 * do not take is in order. Scales the items that are there. Call it last. */
void sl_index_items_fill (SlIndexItems *self, SlSubMeasure sub, double assessed_share);

/* One function a sub-measure, in the files sl-items-*.c. */
void sl_items_conflict (SlIndexItems *self, const SlFacts *facts);   /* A1 */
void sl_items_priorities (SlIndexItems *self, const SlFacts *facts); /* A2 */
void sl_items_fit (SlIndexItems *self, const SlFacts *facts);        /* A3a */
void sl_items_overload (SlIndexItems *self, const SlFacts *facts);   /* A3b */
void sl_items_engagement (SlIndexItems *self, const SlFacts *facts); /* A4a */
void sl_items_awareness (SlIndexItems *self, const SlFacts *facts);  /* A4b */
void sl_items_roles (SlIndexItems *self, const SlFacts *facts);      /* A4c */
void sl_items_trust (SlIndexItems *self, const SlFacts *facts);      /* A5 */
void sl_items_sight (SlIndexItems *self, const SlFacts *facts);      /* A6a */
void sl_items_coverage (SlIndexItems *self, const SlFacts *facts);   /* A6b */
void sl_items_agreement (SlIndexItems *self, const SlFacts *facts);  /* A6c */
void sl_items_clarity (SlIndexItems *self, const SlFacts *facts);    /* A6d */
void sl_items_review (SlIndexItems *self, const SlFacts *facts);     /* A7a */
void sl_items_drift (SlIndexItems *self, const SlFacts *facts);      /* A7b */

G_END_DECLS

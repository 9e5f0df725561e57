/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the parties of each pair trust each other, and whether they kept what they promised. */

#pragma once

#include "analysis/sl-people.h"
#include "methods/sl-trust.h"

G_BEGIN_DECLS

/* One answer: how far one party trusted the other on a day. */
typedef struct
{
  gint64 day;
  double level; /* 0..100 */
  gint64 respondents;
  SlId id;
} SlTrustAnswer;

/**
 * SlTrustPair:
 * @a, @b: indexes of the parties; the id of @a is the smaller one
 * @answers: (element-type SlTrustAnswer): [0] what @a says of @b, [1] what @b says of @a; by day
 * @promises: (element-type SlId): between the two, due in the last %SL_PROMISE_DAYS, by id
 * @days: (element-type SlPromiseDays): of the same promises
 * @kept: share of them that were kept in time; NAN: too few to speak of a habit
 */
typedef struct
{
  int a;
  int b;
  GArray *answers[2];
  GArray *promises;
  GArray *days;
  double kept;
} SlTrustPair;

/* The pairs that have answers up to today or such promises, by the ids of their parties.
 * Computed once. (transfer none) (element-type SlTrustPair) */
const GPtrArray *sl_trust_pairs (const SlFacts *facts);
/* The newest answer of that side (0 or 1), or %NULL. (transfer none) */
const SlTrustAnswer *sl_trust_pair_last (const SlTrustPair *self, guint side);
/* Of the newest answers of both sides the lower one, or %NULL. @side: (out): whose it is */
const SlTrustAnswer *sl_trust_pair_lower (const SlTrustPair *self, guint *side);
/* Whether a promise of those was kept by its day. */
gboolean sl_trust_pair_is_kept (const SlTrustPair *self, guint promise);
/* Whether anything is known of the trust of the pair. */
gboolean sl_trust_pair_is_assessed (const SlTrustPair *self);
/* Index of who gives the answers of that side, and of whom they are about. */
int sl_trust_pair_from (const SlTrustPair *self, guint side);
int sl_trust_pair_to (const SlTrustPair *self, guint side);

G_END_DECLS

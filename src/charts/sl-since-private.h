/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What marking changes needs to know of them: which record differs how, in words. */

#pragma once

#include "sl-since.h"

G_BEGIN_DECLS

/* Side of a triangle; pt. */
#define SL_SINCE_SIZE 6.0

/* The changes of one record, or of what belongs to it. */
typedef struct
{
  SlKindId kind;
  SlSinceSign sign;
  GPtrArray *words; /* of char *: "Due: 3 May 2026 → 9 May 2026" */
} SlSinceChange;

/* Everything that differs between two plans, so far as a chart may tell it. */
typedef struct
{
  GHashTable *by_id;     /* id -> SlSinceChange */
  GHashTable *by_pair;   /* SlHit with kind, a, b -> SlSinceChange: positions and roles */
  GHashTable *belonging; /* id -> SlSinceChange of what belongs to it */
  GPtrArray *gone;       /* of SlSinceGone */
} SlSinceChanges;

typedef struct
{
  SlKindId kind;
  char *title;
} SlSinceGone;

SlSinceChanges *sl_since_changes_new (const SlChart *chart, const SlSnapshot *plan,
                                      const SlChartParams *params);
void sl_since_changes_free (SlSinceChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSinceChanges, sl_since_changes_free)

/* Where the middle of the triangle of @mark stands: upon the mark where it has room, beside what is
 * written there. Scene points. Cost: O(marks at that height). */
SlPoint sl_since_find_place (const SlScene *scene, const SlMark *mark, SlTextMeasure *measure);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of sight of one record: step by step up to the vision, and everything below that serves
 * it. Source: Boswell & Boudreau 2001; METHODS section 16. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/**
 * SlSightStep:
 * @title: what the record is called; of the project the vision
 * @how: what ties it to the step before it, "part of", translated
 * @depth: of what is below: how deep, from 0; of the way up 0
 */
typedef struct
{
  SlId id;
  SlKindId kind;
  guint depth;
  char *title;
  char *how;
} SlSightStep;

/**
 * SlSightLine:
 * @up: (element-type SlSightStep): the way up, the nearest step first; the vision last if @reaches
 * @below: (element-type SlSightStep): each record once, with what serves it behind it. Of a party:
 *   what it answers for, each with its way up behind it
 * @n_below: how many records serve it, or it answers for, listed or not
 * @reaches: the way up leads to an objective and so to the vision
 * @gap: (nullable): where a way ends and what to do, translated; %NULL where nothing is missing
 */
typedef struct
{
  SlId id;
  GArray *up;
  GArray *below;
  guint n_below;
  gboolean reaches;
  char *gap;
} SlSightLine;

/**
 * sl_sight_line_new:
 * @id: any record; the project stands for the vision
 * @max_below: at most so many steps are listed
 *
 * Goals that are closed or put aside carry nothing. Cost: O(records).
 *
 * Returns: (transfer full) (nullable): %NULL where there is no such record
 */
SlSightLine *sl_sight_line_new (const SlFacts *facts, SlId id,
                                guint max_below) G_GNUC_WARN_UNUSED_RESULT;
void sl_sight_line_free (SlSightLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSightLine, sl_sight_line_free)

/* --- Between the two files of it --- */

/* The steps above @id, without itself; whether they reach the vision. @depth: of the first step,
 * each further one is one deeper if @deeper. */
gboolean sl_sight_add_up (const SlFacts *facts, SlId id, GArray *steps, guint depth,
                          gboolean deeper);
/* @title, @how: copied */
void sl_sight_add_step (GArray *steps, SlKindId kind, SlId id, guint depth, const char *title,
                        const char *how);
/* Fills @below and @n_below of what is no party. */
void sl_sight_fill_below (SlSightLine *self, const SlFacts *facts, guint max);

G_END_DECLS

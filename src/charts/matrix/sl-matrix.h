/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the stakeholder matrix shows, before it has places: rows of goals, columns of parties, a
 * cell for each pair, and the margins of both. */

#pragma once

#include "base/sl-codes.h"
#include "sl-chart.h"

G_BEGIN_DECLS

/**
 * SlMatrixGoal:
 * @title: as entered, may be ""
 * @depth: levels below the topmost shown goal of its group
 * @support: influence-weighted positive positions over all known, 0..1; NAN where nothing is known
 *   or all stand at 0
 * @n_asked: parties whose position is known
 * @backed_by_all: at least two asked, each at +1 or more
 * @n_opposed: pairs of parties with opposite signs
 * @opposed_for: column of the party in favour in the gravest such pair
 * @opposed_against: column of the other
 * @severity: of that pair, 0..1
 * @apart: over all opposed pairs, half of how far both stand from 0; unit: steps of the scale
 * @block_ends: sorted into blocks: the goals below are favored by the parties of the other block
 *
 * Source: METHODS section 2a.
 */
typedef struct
{
  SlId id;
  SlId owner;
  const char *title;
  guint depth;
  gboolean shared;
  double support;
  guint n_asked;
  gboolean backed_by_all;
  guint n_opposed;
  guint opposed_for, opposed_against;
  double severity;
  double apart;
  gboolean block_ends;
} SlMatrixGoal;

/**
 * SlMatrixParty:
 * @influence: power x interest, 0..100; 25 (the middle of both) where either is unknown
 * @mean: mean position over the shared goals (over all where no goal is shared); NAN: never asked
 * @not_asked: share of the shown goals on which the party was never asked, 0..1
 * @apart: as @apart of a goal, over the goals of @mean and all pairs with this party; over all
 *   parties it adds up to twice the sum over those goals
 * @block_ends: sorted into blocks: the parties behind stand against those up to here
 */
typedef struct
{
  SlId id;
  const char *title;
  guint depth;
  gint32 color;
  double influence;
  double mean;
  double not_asked;
  double apart;
  gboolean block_ends;
} SlMatrixParty;

/**
 * SlMatrixCell:
 * @position: SL_ID_NONE: no record
 * @value: -3..3, where known
 * @source: SlPositionSource
 * @known: whether there is a position that may be shown
 * @owner: the party owns the goal
 * @asks: whether it is still true: it was said long ago
 *
 * Small, because a plan may have half a million.
 */
typedef struct
{
  SlId position;
  gint8 value;
  guint8 source;
  guint known : 1;
  guint owner : 1;
  guint asks : 1;
} SlMatrixCell;

typedef struct
{
  GArray *goals;       /* of SlMatrixGoal */
  GArray *parties;     /* of SlMatrixParty */
  SlMatrixCell *cells; /* row by row */
  guint n_shared;      /* the first goals; 0 after sorting into blocks */
  gboolean any_shared; /* whether shared goals count alone in headline and means */
  guint n_closed;      /* left out: closed goals */
  guint n_outside;     /* left out: goals of other branches or deeper levels */
  guint n_bystanders;  /* left out: parties for whom others speak */
  guint n_unasked;     /* left out on paper: goals of one party without any position */
  guint n_unknown;     /* cells without a known position */
  guint n_asking;      /* cells that ask whether they are still true */
} SlMatrix;

/* Gathers what @params ask for; guesses count as unknown where they are not to be shown. */
SlMatrix *sl_matrix_new (const SlSnapshot *plan, const SlChartParams *params);
/* How many parties are left out where params->show_unasked is not set, over the whole plan. */
guint sl_matrix_count_bystanders (const SlSnapshot *plan);

/**
 * SlMatrixAsked:
 * @n_cells: parties x goals that count: the shared ones, or all where none is shared
 * @n_known: positions on them that are known, also by a guess
 * @party: the first party with a position that is not known, as columns stand, or SL_ID_NONE
 * @goal: the first such goal of it
 */
typedef struct
{
  guint n_cells;
  guint n_known;
  SlId party;
  SlId goal;
} SlMatrixAsked;

/* Counts without making the matrix. Cost: O(goals x parties + positions), little each. */
void sl_matrix_count_asked (const SlSnapshot *plan, SlMatrixAsked *asked);
void sl_matrix_free (SlMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMatrix, sl_matrix_free)
SlMatrixGoal *sl_matrix_goal (const SlMatrix *self, guint row);
SlMatrixParty *sl_matrix_party (const SlMatrix *self, guint column);
SlMatrixCell *sl_matrix_cell (const SlMatrix *self, guint row, guint column);
/* Orders rows and columns along the first principal component of the positions, so that parties
 * that stand together stand side by side; equal scores keep their order. */
void sl_matrix_sort_blocks (SlMatrix *self);

/* "supports"; translated. @value -3..3 */
const char *sl_matrix_value_words (gint value);
/* The same in one or two words. */
const char *sl_matrix_value_short_words (gint value);
/* "said"; translated */
const char *sl_matrix_source_words (SlPositionSource source);
/* The title, or words for a record that has none. */
const char *sl_matrix_goal_title (const SlMatrixGoal *goal);
const char *sl_matrix_party_title (const SlMatrixParty *party);
/* char *: the name of each party in a sentence, by column. (transfer full) */
GPtrArray *sl_matrix_party_names (const SlMatrix *self);
/* "Sales on Cut delivery time: +2 supports, said", of the names of @party and @goal as
 * sl_words_name() has them. (transfer full) */
char *sl_matrix_cell_label (const SlMatrixCell *cell, const char *party, const char *goal);
/* "Cut delivery time: 14 % support, 5.0 apart" and "Sales: mean position +1.2, 7.5 apart, 20 % not
 * asked". (transfer full) */
char *sl_matrix_goal_label (const SlMatrix *self, guint row);
char *sl_matrix_party_label (const SlMatrix *self, guint column);
/* What the margins say, for tooltips and legend; translated. */
const char *sl_matrix_support_words (void);
const char *sl_matrix_apart_words (void);
const char *sl_matrix_mean_words (const SlMatrix *self);
const char *sl_matrix_not_asked_words (void);
/* "+1.2", "–" where nothing is known. (transfer full) */
char *sl_matrix_mean_text (const SlMatrixParty *party);
/* "7.5", "–" where it was never asked, and "20 %". (transfer full) */
char *sl_matrix_apart_text (const SlMatrixParty *party);
char *sl_matrix_not_asked_text (const SlMatrixParty *party);
/* What stands at the end of a row: "backed by all", "Sales against Production" ... ; "" where
 * nothing stands out. @brief: counts opposed pairs and names none. (transfer full) */
char *sl_matrix_goal_finding (const SlMatrix *self, guint row, gboolean brief);
/* The conclusion from what was gathered, as yet unsorted. (transfer full) */
char *sl_matrix_conclude (const SlMatrix *self);
char *sl_matrix_headline (const SlSnapshot *plan, const SlChartParams *params);

/* sl-matrix-legend.c */
/* Adds to @scene what the signs of the picture mean. */
void sl_matrix_add_legend (const SlMatrix *self, const SlChartParams *params, SlScene *scene);
/* Adds to @scene what the picture does not show, and what is not known yet. */
void sl_matrix_add_remarks (const SlMatrix *self, const SlChartParams *params, SlScene *scene);

G_END_DECLS

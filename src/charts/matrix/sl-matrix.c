/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers goals, parties and positions of a plan into rows, columns and cells, and computes the
 * margins. Source of all formulas: METHODS section 2a. */

#include "config.h"

#include "sl-matrix.h"

#include "analysis/sl-reassess.h"

#include <math.h>

/* Power and interest of a party for which nobody entered them: the middle of 0..10. */
#define MIDDLE 5.0

typedef struct
{
  const SlSnapshot *plan;
  const SlChartParams *params;
  SlMatrix *matrix;
  gboolean any_position;
  gboolean *asked_parties; /* by row: whether there is a position of it */
  gboolean *asked_goals;   /* on it */
  SlId goal_root, party_root;
} Gather;

SlMatrixGoal *
sl_matrix_goal (const SlMatrix *self, guint row)
{
  return &g_array_index (self->goals, SlMatrixGoal, row);
}

SlMatrixParty *
sl_matrix_party (const SlMatrix *self, guint column)
{
  return &g_array_index (self->parties, SlMatrixParty, column);
}

SlMatrixCell *
sl_matrix_cell (const SlMatrix *self, guint row, guint column)
{
  return &self->cells[row * self->parties->len + column];
}

void
sl_matrix_free (SlMatrix *self)
{
  g_array_unref (self->goals);
  g_array_unref (self->parties);
  g_free (self->cells);
  g_free (self);
}

static gboolean
is_closed (gint64 status)
{
  return status == SL_GOAL_DONE || status == SL_GOAL_PARKED || status == SL_GOAL_DROPPED;
}

static const char *
title_or_empty (const SlTable *table, guint row, guint field)
{
  const char *title = sl_table_text (table, row, field);

  return title != NULL ? title : "";
}

static guint
count_below (const Gather *g, SlId goal)
{
  guint n, count = 0;
  const SlId *children = sl_snapshot_children (g->plan, SL_KIND_GOAL, goal, &n);

  for (guint i = 0; i < n; i++)
    count += 1 + count_below (g, children[i]);
  return count;
}

/* Beside shared goals, a goal of one party on which nobody has said anything is no matter of the
 * meeting; on screen it has a row, or nobody could enter a position. */
static gboolean
is_unasked (const Gather *g, guint row, gboolean shared)
{
  return g->params->paper && !shared && g->matrix->n_shared > 0 && !g->asked_goals[row];
}

/* Adds @goal if it is wanted in this pass. Returns: whether it stands in the matrix. */
static gboolean
add_goal (Gather *g, SlId goal, guint depth, gboolean shared)
{
  const SlTable *goals = sl_snapshot_table (g->plan, SL_KIND_GOAL);
  guint row;

  if (!sl_table_find (goals, goal, &row)
      || (sl_table_int (goals, row, SL_GOAL_SHARED) != 0) != shared)
    return FALSE;
  if (is_closed (sl_table_int (goals, row, SL_GOAL_STATUS)) && !g->params->show_closed)
    {
      g->matrix->n_closed++;
      return FALSE;
    }
  if (is_unasked (g, row, shared))
    {
      g->matrix->n_unasked++;
      return FALSE;
    }
  const SlMatrixGoal entry = {
    .id = goal,
    .owner = sl_table_ref (goals, row, SL_GOAL_OWNER),
    .title = title_or_empty (goals, row, SL_GOAL_TITLE),
    .depth = depth,
    .shared = shared,
    .support = NAN,
  };
  g_array_append_val (g->matrix->goals, entry);
  return TRUE;
}

static void
add_goals (Gather *g, SlId goal, guint depth, guint level, gboolean shared)
{
  const gboolean added = add_goal (g, goal, depth, shared);
  const gboolean collapsed = !g->params->paper && g->params->collapsed != NULL
                             && g_hash_table_contains (g->params->collapsed, &goal);
  guint n;

  if (collapsed || (g->params->max_depth > 0 && level >= g->params->max_depth))
    {
      if (shared)
        g->matrix->n_outside += count_below (g, goal);
      return;
    }
  const SlId *children = sl_snapshot_children (g->plan, SL_KIND_GOAL, goal, &n);
  for (guint i = 0; i < n; i++)
    add_goals (g, children[i], depth + (added ? 1 : 0), level + 1, shared);
}

static void
gather_goals (Gather *g)
{
  const SlTable *goals = sl_snapshot_table (g->plan, SL_KIND_GOAL);

  for (gint shared = TRUE; shared >= FALSE; shared--)
    {
      if (g->goal_root != SL_ID_NONE)
        add_goals (g, g->goal_root, 0, 0, shared);
      else
        {
          guint n;
          const SlId *roots = sl_snapshot_children (g->plan, SL_KIND_GOAL, SL_ID_NONE, &n);

          for (guint i = 0; i < n; i++)
            add_goals (g, roots[i], 0, 1, shared);
        }
      if (shared)
        g->matrix->n_shared = g->matrix->goals->len;
    }
  if (g->goal_root != SL_ID_NONE)
    g->matrix->n_outside += sl_table_n_rows (goals) - 1 - count_below (g, g->goal_root);
  g->matrix->any_shared = g->matrix->n_shared > 0;
}

/* People, teams and what other parties are part of often have no position of their own: somebody
 * speaks for them. Their columns would fill a sheet with question marks. A department or a partner
 * that was never asked stays; where nobody was asked yet, the sheet is a form for all. On screen
 * they can be asked for. */
static gboolean
is_bystander (const Gather *g, SlId party, const SlTable *parties, guint row)
{
  const gint64 type = sl_table_int (parties, row, SL_PARTY_TYPE);
  guint n_children;

  if (!g->any_position || g->asked_parties[row])
    return FALSE;
  sl_snapshot_children (g->plan, SL_KIND_PARTY, party, &n_children);
  return type == SL_PARTY_PERSON || type == SL_PARTY_TEAM || type == SL_PARTY_TECHNOLOGY
         || n_children > 0;
}

static double
get_influence (const SlTable *parties, guint row)
{
  const double power = sl_table_real (parties, row, SL_PARTY_POWER);
  const double interest = sl_table_real (parties, row, SL_PARTY_INTEREST);

  return (isnan (power) ? MIDDLE : power) * (isnan (interest) ? MIDDLE : interest);
}

static void
add_parties (Gather *g, SlId party, guint depth)
{
  const SlTable *parties = sl_snapshot_table (g->plan, SL_KIND_PARTY);
  guint row, n;

  if (!sl_table_find (parties, party, &row))
    return;
  const gboolean hidden
      = (g->params->paper || !g->params->show_unasked) && is_bystander (g, party, parties, row);
  if (hidden)
    g->matrix->n_bystanders++;
  else
    {
      const SlMatrixParty entry = {
        .id = party,
        .title = title_or_empty (parties, row, SL_PARTY_TITLE),
        .depth = depth,
        .color = sl_party_color (g->plan, party),
        .influence = get_influence (parties, row),
        .mean = NAN,
      };

      g_array_append_val (g->matrix->parties, entry);
    }
  const SlId *children = sl_snapshot_children (g->plan, SL_KIND_PARTY, party, &n);
  for (guint i = 0; i < n; i++)
    add_parties (g, children[i], depth + (hidden ? 0 : 1));
}

static void
gather_parties (Gather *g)
{
  guint n;

  if (g->party_root != SL_ID_NONE)
    {
      add_parties (g, g->party_root, 0);
      return;
    }
  const SlId *roots = sl_snapshot_children (g->plan, SL_KIND_PARTY, SL_ID_NONE, &n);
  for (guint i = 0; i < n; i++)
    add_parties (g, roots[i], 0);
}

/* Index + 1 of each id; the keys stay in @array. (transfer full) */
static GHashTable *
index_ids (GArray *array, guint size, gsize id_offset)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < array->len; i++)
    g_hash_table_insert (table, array->data + i * size + id_offset, GUINT_TO_POINTER (i + 1));
  return table;
}

static void
gather_positions (Gather *g)
{
  const SlTable *positions = sl_snapshot_table (g->plan, SL_KIND_POSITION);
  SlMatrix *m = g->matrix;
  g_autoptr (SlReassess) clocks = sl_reassess_new (g->plan, g->params->today);
  g_autoptr (GHashTable) rows
      = index_ids (m->goals, sizeof (SlMatrixGoal), G_STRUCT_OFFSET (SlMatrixGoal, id));
  g_autoptr (GHashTable) columns
      = index_ids (m->parties, sizeof (SlMatrixParty), G_STRUCT_OFFSET (SlMatrixParty, id));

  m->cells = g_new0 (SlMatrixCell, MAX (1, m->goals->len * m->parties->len));
  for (guint row = 0; row < m->goals->len; row++)
    {
      const guint column
          = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &sl_matrix_goal (m, row)->owner));

      if (column > 0)
        sl_matrix_cell (m, row, column - 1)->owner = TRUE;
    }
  m->n_unknown = m->goals->len * m->parties->len;
  for (guint i = 0; i < sl_table_n_rows (positions); i++)
    {
      const SlId party = sl_table_ref (positions, i, SL_POSITION_PARTY);
      const SlId goal = sl_table_ref (positions, i, SL_POSITION_GOAL);
      const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &goal));
      const guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &party));

      if (row == 0 || column == 0)
        continue;
      SlMatrixCell *cell = sl_matrix_cell (m, row - 1, column - 1);
      cell->position = sl_table_id (positions, i);
      cell->source = (guint8)sl_table_int (positions, i, SL_POSITION_SOURCE);
      cell->value = (gint8)CLAMP (sl_table_int (positions, i, SL_POSITION_VALUE), -3, 3);
      cell->known = cell->source != SL_POSITION_GUESS || g->params->show_guesses;
      cell->asks = cell->known && sl_reassess_is_due (clocks, cell->position);
      m->n_asking += cell->asks ? 1 : 0;
      m->n_unknown -= cell->known ? 1 : 0;
    }
}

static double
source_weight (SlPositionSource source)
{
  return source == SL_POSITION_WRITING ? 1.0 : source == SL_POSITION_SAID ? 0.8 : 0.5;
}

/* Rule POS-01 for two known cells of a row; 0 where they are not opposed. */
static double
opposition (const SlMatrixCell *a, const SlMatrixCell *b)
{
  if ((gint64)a->value * b->value >= 0)
    return 0;
  return (ABS (a->value) + ABS (b->value)) / 6.0
         * MIN (source_weight (a->source), source_weight (b->source));
}

/* How far two opposed positions are apart: the measure of MACTOR, of one goal and unweighted, so
 * that it can be checked by looking at the cells. */
static double
measure_apart (const SlMatrixCell *a, const SlMatrixCell *b)
{
  return (ABS (a->value) + ABS (b->value)) / 2.0;
}

/* Whether the goal counts in the margins of parties. */
static gboolean
counts (const SlMatrix *m, const SlMatrixGoal *goal)
{
  return !m->any_shared || goal->shared;
}

/* @known: the @n_known columns in which the row has a position, ascending. */
static void
find_opposed (SlMatrix *m, guint row, const guint *known, guint n_known)
{
  SlMatrixGoal *goal = sl_matrix_goal (m, row);

  for (guint p = 0; p < n_known; p++)
    for (guint q = p + 1; q < n_known; q++)
      {
        const guint i = known[p], j = known[q];
        const SlMatrixCell *a = sl_matrix_cell (m, row, i), *b = sl_matrix_cell (m, row, j);
        const double severity = opposition (a, b);

        if (severity <= 0)
          continue;
        goal->n_opposed++;
        goal->apart += measure_apart (a, b);
        if (counts (m, goal))
          {
            sl_matrix_party (m, i)->apart += measure_apart (a, b);
            sl_matrix_party (m, j)->apart += measure_apart (a, b);
          }
        if (severity <= goal->severity)
          continue;
        goal->severity = severity;
        goal->opposed_for = a->value > 0 ? i : j;
        goal->opposed_against = a->value > 0 ? j : i;
      }
}

static void
compute_goal_margin (SlMatrix *m, guint row)
{
  SlMatrixGoal *goal = sl_matrix_goal (m, row);
  g_autofree guint *known = g_new (guint, m->parties->len);
  double positive = 0, all = 0;
  guint backers = 0;

  for (guint column = 0; column < m->parties->len; column++)
    {
      const SlMatrixCell *cell = sl_matrix_cell (m, row, column);
      const double weight = sl_matrix_party (m, column)->influence;

      if (!cell->known)
        continue;
      known[goal->n_asked++] = column;
      backers += cell->value >= 1 ? 1 : 0;
      positive += weight * MAX (cell->value, 0);
      all += weight * ABS (cell->value);
    }
  goal->support = all > 0 ? positive / all : NAN;
  goal->backed_by_all = goal->n_asked >= 2 && backers == goal->n_asked;
  find_opposed (m, row, known, goal->n_asked);
}

typedef struct
{
  int sum; /* of the positions that count */
  guint n;
  guint known;
} PartySum;

/* Row by row, as the cells lie in memory. */
static void
compute_party_margins (SlMatrix *m)
{
  const guint n_goals = m->goals->len;
  g_autofree PartySum *sums = g_new0 (PartySum, m->parties->len + 1);

  for (guint row = 0; row < n_goals; row++)
    for (guint column = 0; column < m->parties->len; column++)
      {
        const SlMatrixCell *cell = sl_matrix_cell (m, row, column);

        if (!cell->known)
          continue;
        sums[column].known++;
        if (!counts (m, sl_matrix_goal (m, row)))
          continue;
        sums[column].sum += cell->value;
        sums[column].n++;
      }
  for (guint column = 0; column < m->parties->len; column++)
    {
      SlMatrixParty *party = sl_matrix_party (m, column);
      const PartySum *sum = &sums[column];

      party->mean = sum->n > 0 ? (double)sum->sum / sum->n : NAN;
      party->not_asked = n_goals > 0 ? (double)(n_goals - sum->known) / n_goals : 0;
    }
}

/* Which of the branches @params ask for is of goals, which of parties. */
static void
find_roots (Gather *g)
{
  SlKindId kind;

  if (g->params->root == SL_ID_NONE || !sl_snapshot_find (g->plan, g->params->root, &kind, NULL))
    return;
  if (kind == SL_KIND_GOAL)
    g->goal_root = g->params->root;
  else if (kind == SL_KIND_PARTY)
    g->party_root = g->params->root;
}

static void
clear_gather (Gather *g)
{
  g_free (g->asked_parties);
  g_free (g->asked_goals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gather, clear_gather)

/* Looks through the positions of @plan. */
static Gather
make_gather (const SlSnapshot *plan)
{
  const SlTable *positions = sl_snapshot_table (plan, SL_KIND_POSITION);
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  Gather g = { .plan = plan,
               .any_position = sl_table_n_rows (positions) > 0,
               .asked_parties = g_new0 (gboolean, sl_table_n_rows (parties)),
               .asked_goals = g_new0 (gboolean, sl_table_n_rows (goals)),
               .goal_root = SL_ID_NONE,
               .party_root = SL_ID_NONE };
  guint row;

  for (guint i = 0; i < sl_table_n_rows (positions); i++)
    {
      if (sl_table_find (parties, sl_table_ref (positions, i, SL_POSITION_PARTY), &row))
        g.asked_parties[row] = TRUE;
      if (sl_table_find (goals, sl_table_ref (positions, i, SL_POSITION_GOAL), &row))
        g.asked_goals[row] = TRUE;
    }
  return g;
}

guint
sl_matrix_count_bystanders (const SlSnapshot *plan)
{
  g_auto (Gather) g = make_gather (plan);
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (parties); row++)
    n += is_bystander (&g, sl_table_id (parties, row), parties, row) ? 1 : 0;
  return n;
}

/* A matrix with its rows and columns alone. */
static SlMatrix *
gather_lines (Gather *g, const SlChartParams *params)
{
  SlMatrix *self = g_new0 (SlMatrix, 1);

  g->params = params;
  g->matrix = self;
  self->goals = g_array_new (FALSE, FALSE, sizeof (SlMatrixGoal));
  self->parties = g_array_new (FALSE, FALSE, sizeof (SlMatrixParty));
  find_roots (g);
  gather_goals (g);
  gather_parties (g);
  return self;
}

SlMatrix *
sl_matrix_new (const SlSnapshot *plan, const SlChartParams *params)
{
  g_auto (Gather) g = make_gather (plan);
  SlMatrix *self = gather_lines (&g, params);

  gather_positions (&g);
  for (guint row = 0; row < self->goals->len; row++)
    compute_goal_margin (self, row);
  compute_party_margins (self);
  return self;
}

void
sl_matrix_count_asked (const SlSnapshot *plan, SlMatrixAsked *asked)
{
  const SlTable *positions = sl_snapshot_table (plan, SL_KIND_POSITION);
  SlChartParams params;

  sl_chart_params_init (&params);
  g_auto (Gather) g = make_gather (plan);
  g_autoptr (SlMatrix) m = gather_lines (&g, &params);
  const guint n_goals = m->any_shared ? m->n_shared : m->goals->len;
  g_autofree gboolean *known = g_new0 (gboolean, (gsize)n_goals * m->parties->len + 1);
  g_autoptr (GHashTable) rows
      = index_ids (m->goals, sizeof (SlMatrixGoal), G_STRUCT_OFFSET (SlMatrixGoal, id));
  g_autoptr (GHashTable) columns
      = index_ids (m->parties, sizeof (SlMatrixParty), G_STRUCT_OFFSET (SlMatrixParty, id));

  *asked = (SlMatrixAsked){ .n_cells = n_goals * m->parties->len };
  for (guint i = 0; i < sl_table_n_rows (positions); i++)
    {
      const SlId party = sl_table_ref (positions, i, SL_POSITION_PARTY);
      const SlId goal = sl_table_ref (positions, i, SL_POSITION_GOAL);
      const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &goal));
      const guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, &party));

      if (row == 0 || row > n_goals || column == 0)
        continue;
      known[(gsize)(column - 1) * n_goals + row - 1] = TRUE;
      asked->n_known++;
    }
  for (guint i = 0; i < asked->n_cells; i++)
    if (!known[i])
      {
        asked->party = sl_matrix_party (m, i / n_goals)->id;
        asked->goal = sl_matrix_goal (m, i % n_goals)->id;
        return;
      }
}

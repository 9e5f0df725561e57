/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stakeholder matrix: margins by METHODS section 2a, words, what is left out and counted, and
 * that unknown is not neutral. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "matrix/sl-matrix.h"

#define CHART (&sl_chart_stakeholder_matrix)
#define GUESS SL_POSITION_GUESS
#define SAID SL_POSITION_SAID
#define WRITING SL_POSITION_WRITING

/* Three parties and two shared goals, one goal of Sales alone; no positions. */
typedef struct
{
  ChartPlan *plan;
  SlId sales, production, finance;
  SlId delivery, quality, visits;
  SlChartParams params;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->plan = chart_plan_new ("Plan");
  f->sales = chart_plan_party (f->plan, SL_ID_NONE, "Sales", 5, 4);
  f->production = chart_plan_party (f->plan, SL_ID_NONE, "Production", 10, 8);
  f->finance = chart_plan_party (f->plan, SL_ID_NONE, "Finance", 2, 5);
  f->delivery = chart_plan_shared_goal (f->plan, SL_ID_NONE, f->sales, "Cut delivery time");
  f->quality = chart_plan_shared_goal (f->plan, SL_ID_NONE, f->production, "Raise quality");
  f->visits = chart_plan_goal (f->plan, SL_ID_NONE, f->sales, "Visit customers");
  sl_chart_params_init (&f->params);
  f->params.today = CHART_TODAY;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  chart_plan_free (f->plan);
}

static SlMatrix *
make_matrix (Fixture *f)
{
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (f->plan);

  return sl_matrix_new (plan, &f->params);
}

static SlScene *
make_scene (Fixture *f)
{
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (f->plan);

  return chart_layout_pango (CHART, plan, &f->params);
}

static void
assert_headline (Fixture *f, const char *expected)
{
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (f->plan);
  g_autofree char *headline = CHART->headline (plan, &f->params);

  g_assert_cmpstr (headline, ==, expected);
}

static void
assert_remark (const SlScene *scene, const char *expected, gboolean there)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);
  gboolean found = FALSE;

  for (guint i = 0; i < remarks->len; i++)
    found = found || g_str_equal (g_ptr_array_index (remarks, i), expected);
  g_assert_cmpint (found, ==, there);
}

static const SlMark *
find_cell (const SlScene *scene, SlId party, SlId goal)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->hit.kind == SL_KIND_POSITION && mark->hit.a == party && mark->hit.b == goal)
        return mark;
    }
  g_assert_not_reached ();
}

static void
test_goal_margin (Fixture *f, gconstpointer data)
{
  /* Influence: Sales 20, Production 80, Finance 10. */
  chart_plan_position (f->plan, f->sales, f->delivery, 2, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, -3, WRITING);
  chart_plan_position (f->plan, f->finance, f->delivery, 1, GUESS);
  chart_plan_position (f->plan, f->sales, f->quality, 0, SAID);
  g_autoptr (SlMatrix) m = make_matrix (f);
  const SlMatrixGoal *goal = sl_matrix_goal (m, 0);

  g_assert_cmpfloat_with_epsilon (goal->support, (2 * 20 + 1 * 10) / (40.0 + 240 + 10), 1e-12);
  g_assert_cmpuint (goal->n_asked, ==, 3);
  g_assert_false (goal->backed_by_all);
  g_assert_cmpuint (goal->n_opposed, ==, 2);
  g_assert_cmpuint (goal->opposed_for, ==, 0);
  g_assert_cmpuint (goal->opposed_against, ==, 1);
  /* (2 + 3) / 6 x min (0.8, 1.0) */
  g_assert_cmpfloat_with_epsilon (goal->severity, 0.6666666666666667, 1e-12);
  /* Only a 0 is known: no support can be said. */
  g_assert_true (isnan (sl_matrix_goal (m, 1)->support));
  g_assert_cmpuint (sl_matrix_goal (m, 1)->n_asked, ==, 1);
}

static void
assert_asked (Fixture *f, guint n_known, guint n_cells, SlId party, SlId goal)
{
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (f->plan);
  SlMatrixAsked asked;

  sl_matrix_count_asked (plan, &asked);
  g_assert_cmpuint (asked.n_known, ==, n_known);
  g_assert_cmpuint (asked.n_cells, ==, n_cells);
  g_assert_cmpint (asked.party, ==, party);
  g_assert_cmpint (asked.goal, ==, goal);
}

/* Shared goals alone count; parties are asked one after the other. */
static void
test_asked (Fixture *f, gconstpointer data)
{
  assert_asked (f, 0, 6, f->sales, f->delivery);
  chart_plan_position (f->plan, f->sales, f->delivery, 2, GUESS);
  chart_plan_position (f->plan, f->sales, f->visits, 1, SAID);
  assert_asked (f, 1, 6, f->sales, f->quality);
  chart_plan_position (f->plan, f->sales, f->quality, 0, SAID);
  chart_plan_position (f->plan, f->finance, f->quality, 0, SAID);
  assert_asked (f, 3, 6, f->production, f->delivery);
  chart_plan_position (f->plan, f->production, f->delivery, 1, SAID);
  chart_plan_position (f->plan, f->production, f->quality, 1, SAID);
  chart_plan_position (f->plan, f->finance, f->delivery, 1, SAID);
  assert_asked (f, 6, 6, SL_ID_NONE, SL_ID_NONE);
}

static void
test_party_margin (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 3, SAID);
  chart_plan_position (f->plan, f->sales, f->visits, -3, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, 1, SAID);
  chart_plan_position (f->plan, f->production, f->quality, -2, SAID);
  g_autoptr (SlMatrix) m = make_matrix (f);

  /* The goal of one party alone does not count. */
  g_assert_cmpfloat (sl_matrix_party (m, 0)->mean, ==, 3);
  g_assert_cmpfloat (sl_matrix_party (m, 1)->mean, ==, -0.5);
  g_assert_true (isnan (sl_matrix_party (m, 2)->mean));
  g_assert_cmpfloat_with_epsilon (sl_matrix_party (m, 0)->not_asked, 1 / 3.0, 1e-12);
  g_assert_cmpfloat (sl_matrix_party (m, 2)->not_asked, ==, 1);
}

/* Goals and parties: each opposed pair counts half the distance of both from 0, once for its goal
 * and once for each party; guesses and zeros as they are. */
static void
test_apart (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 3, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, -2, SAID);
  chart_plan_position (f->plan, f->finance, f->delivery, -1, GUESS);
  chart_plan_position (f->plan, f->sales, f->quality, 0, SAID);
  chart_plan_position (f->plan, f->production, f->quality, -3, SAID);
  chart_plan_position (f->plan, f->sales, f->visits, 2, SAID);
  chart_plan_position (f->plan, f->finance, f->visits, -2, SAID);
  g_autoptr (SlMatrix) m = make_matrix (f);
  /* Support: 3 x 20 of 3 x 20 + 2 x 80 + 1 x 10. */
  g_autofree char *goal = sl_matrix_goal_label (m, 0);
  g_autofree char *party = sl_matrix_party_label (m, 1);

  g_assert_cmpfloat (sl_matrix_goal (m, 0)->apart, ==, (3 + 2) / 2.0 + (3 + 1) / 2.0);
  g_assert_cmpfloat (sl_matrix_goal (m, 1)->apart, ==, 0);
  g_assert_cmpfloat (sl_matrix_goal (m, 2)->apart, ==, 2);
  /* The goal of one party alone does not count. */
  g_assert_cmpfloat (sl_matrix_party (m, 0)->apart, ==, 4.5);
  g_assert_cmpfloat (sl_matrix_party (m, 1)->apart, ==, 2.5);
  g_assert_cmpfloat (sl_matrix_party (m, 2)->apart, ==, 2);
  g_assert_cmpstr (goal, ==, "Cut delivery time: 26\u00a0% support, 4.5 apart");
  g_assert_cmpstr (party, ==, "Production: mean position −2.5, 2.5 apart, 33\u00a0% not asked");
}

/* Two camps stand apart by one line each way; where all agree nothing is parted. */
static void
test_blocks_parted (Fixture *f, gconstpointer data)
{
  guint n_rows = 0, n_columns = 0;

  chart_plan_position (f->plan, f->sales, f->delivery, 3, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, -2, SAID);
  chart_plan_position (f->plan, f->finance, f->delivery, 2, SAID);
  chart_plan_position (f->plan, f->sales, f->quality, -2, SAID);
  chart_plan_position (f->plan, f->production, f->quality, 3, SAID);
  chart_plan_position (f->plan, f->finance, f->quality, -1, SAID);
  g_autoptr (SlMatrix) m = make_matrix (f);

  sl_matrix_sort_blocks (m);
  for (guint i = 0; i < m->goals->len; i++)
    n_rows += sl_matrix_goal (m, i)->block_ends;
  for (guint i = 0; i < m->parties->len; i++)
    n_columns += sl_matrix_party (m, i)->block_ends;
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (n_columns, ==, 1);
  g_assert_cmpint (sl_matrix_party (m, 2)->id, ==, f->production);
  g_assert_true (sl_matrix_party (m, 1)->block_ends);
  /* The same on paper. */
  f->params.sort_blocks = f->params.paper = TRUE;
  g_autoptr (SlScene) scene = make_scene (f);
  assert_remark (scene, "sorted into two blocks, parted by strong lines", TRUE);
}

static void
test_shared_first (Fixture *f, gconstpointer data)
{
  const SlId child = chart_plan_goal (f->plan, f->delivery, f->sales, "Two shifts");
  g_autoptr (SlMatrix) m = make_matrix (f);

  g_assert_cmpuint (m->n_shared, ==, 2);
  g_assert_cmpint (sl_matrix_goal (m, 0)->id, ==, f->delivery);
  g_assert_cmpint (sl_matrix_goal (m, 1)->id, ==, f->quality);
  g_assert_cmpint (sl_matrix_goal (m, 2)->id, ==, child);
  g_assert_cmpint (sl_matrix_goal (m, 3)->id, ==, f->visits);
  g_assert_cmpuint (sl_matrix_goal (m, 2)->depth, ==, 0);
}

static void
test_labels (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->production, f->delivery, 2, SAID);
  chart_plan_position (f->plan, f->sales, f->delivery, -3, WRITING);
  g_autoptr (SlScene) scene = make_scene (f);

  g_assert_cmpstr (find_cell (scene, f->production, f->delivery)->label, ==,
                   "Production on Cut delivery time: +2 supports, said");
  g_assert_cmpstr (find_cell (scene, f->sales, f->delivery)->label, ==,
                   "Sales on Cut delivery time: −3 would block, in writing, owns the goal");
  g_assert_cmpstr (find_cell (scene, f->finance, f->delivery)->label, ==,
                   "Finance on Cut delivery time: not asked");
}

/* Each pair has a cell that a pointer and a key can find, record or not. */
static void
test_hits (Fixture *f, gconstpointer data)
{
  const SlId position = chart_plan_position (f->plan, f->sales, f->quality, 1, GUESS);
  const SlId parties[] = { f->sales, f->production, f->finance };
  const SlId goals[] = { f->delivery, f->quality, f->visits };
  g_autoptr (SlScene) scene = make_scene (f);

  for (guint i = 0; i < 9; i++)
    {
      const SlMark *cell = find_cell (scene, parties[i % 3], goals[i / 3]);
      const SlMark *hit = sl_scene_hit (scene, cell->x + cell->w / 2, cell->y + cell->h / 2);

      g_assert_true (hit == cell);
      g_assert_cmpuint (cell->hit.part, ==, SL_PART_CELL);
      g_assert_cmpint (cell->hit.id, ==, i == 3 ? position : SL_ID_NONE);
    }
  g_assert_cmpint (sl_scene_hit (scene, 40, sl_scene_get_top (scene) + 34)->hit.id, ==,
                   f->delivery);
  g_assert_cmpint (sl_scene_hit (scene, sl_scene_get_side (scene) + 5, 5)->hit.id, ==, f->sales);
}

/* What is known shows in color, number and border; nothing of it depends on color alone. */
static void
test_sources (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 1, GUESS);
  chart_plan_position (f->plan, f->production, f->delivery, 1, SAID);
  chart_plan_position (f->plan, f->finance, f->delivery, 1, WRITING);
  g_autoptr (SlScene) scene = make_scene (f);
  const SlMark *guess = find_cell (scene, f->sales, f->delivery);
  const SlMark *said = find_cell (scene, f->production, f->delivery);
  const SlMark *written = find_cell (scene, f->finance, f->delivery);
  const SlMark *unknown = find_cell (scene, f->finance, f->quality);

  g_assert_true (guess->hatched && !said->hatched && !written->hatched);
  g_assert_cmpfloat (written->line_width, >, 2);
  g_assert_cmpfloat (said->line_width, ==, 0);
  g_assert_cmpint (said->style, ==, SL_STYLE_POS_P1);
  g_assert_cmpint (unknown->style, ==, SL_STYLE_POS_NONE);
  g_assert_true (unknown->dashed);
}

/* A position that was said long ago asks whether it is still true; the project says how long. */
static void
test_clock (Fixture *f, gconstpointer data)
{
  const SlId position = chart_plan_position (f->plan, f->sales, f->quality, 2, SAID);
  g_autoptr (SlSnapshot) first = NULL;
  g_autoptr (SlSnapshot) last = NULL;

  chart_plan_set_day (f->plan, position, SL_POSITION_DAY, "2025-12-01");
  first = chart_plan_snapshot (f->plan);
  g_autofree char *fresh = chart_dump_fixed (CHART, first, NULL);
  g_assert_null (strstr (fresh, "still true?"));
  g_assert_null (strstr (fresh, " clock"));

  chart_plan_set_int (f->plan, sl_snapshot_project_id (first), SL_PROJECT_POSITION_DAYS, 60);
  last = chart_plan_snapshot (f->plan);
  g_autofree char *old = chart_dump_fixed (CHART, last, NULL);
  g_assert_nonnull (strstr (old, "legend still true?"));
  g_assert_nonnull (strstr (old, " clock"));
  g_assert_nonnull (strstr (old, "Sales on Raise quality: +2 supports, said – still true?"));
}

/* Copies for a partner: no trace of a guess in picture, margins or headline. */
static void
test_no_guesses (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 2, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, -3, GUESS);
  f->params.show_guesses = FALSE;
  g_autoptr (SlScene) scene = make_scene (f);
  g_autofree char *dump = sl_scene_dump (scene);

  g_assert_null (strstr (dump, "−3\""));
  g_assert_null (strstr (dump, "would block, our guess"));
  g_assert_null (strstr (dump, "\"?\""));
  g_assert_null (strstr (dump, "Sales against Production"));
  assert_remark (scene, "8 positions not asked yet: please mark", TRUE);
  assert_headline (f, "Positions of 3 parties on 3 goals");
  f->params.show_guesses = TRUE;
  g_autoptr (SlScene) ours = make_scene (f);
  assert_remark (ours, "7 positions not asked yet", TRUE);
}

static void
test_left_out (Fixture *f, gconstpointer data)
{
  chart_plan_set_int (f->plan, f->quality, SL_GOAL_STATUS, SL_GOAL_DONE);
  chart_plan_set_int (f->plan, f->visits, SL_GOAL_STATUS, SL_GOAL_DROPPED);
  g_autoptr (SlScene) scene = make_scene (f);

  assert_remark (scene, "not shown: 2 closed goals", TRUE);
  f->params.show_closed = TRUE;
  g_autoptr (SlScene) all = make_scene (f);
  assert_remark (all, "not shown: 2 closed goals", FALSE);
  f->params.show_closed = FALSE;
  f->params.root = f->delivery;
  g_autoptr (SlScene) branch = make_scene (f);
  assert_remark (branch, "not shown: 2 goals of other branches or levels", TRUE);
}

/* People and teams without a position take no column and are counted; departments stay. On screen
 * they can be asked for, or nobody could enter their position. */
static void
test_bystanders (Fixture *f, gconstpointer data)
{
  const SlId anna = chart_plan_party (f->plan, f->sales, "Anna", 1, 1);
  const SlId ben = chart_plan_party (f->plan, f->sales, "Ben", 1, 1);
  const SlId group = chart_plan_party (f->plan, SL_ID_NONE, "Group", 1, 1);

  chart_plan_set_int (f->plan, anna, SL_PARTY_TYPE, SL_PARTY_PERSON);
  chart_plan_set_int (f->plan, ben, SL_PARTY_TYPE, SL_PARTY_PERSON);
  chart_plan_set_int (f->plan, f->production, SL_PARTY_PARENT, group);
  /* Nobody has one: the paper is a form for all. */
  f->params.paper = TRUE;
  g_autoptr (SlScene) form = make_scene (f);
  g_assert_nonnull (find_cell (form, anna, f->delivery));
  f->params.paper = FALSE;
  chart_plan_position (f->plan, ben, f->delivery, 1, SAID);
  chart_plan_position (f->plan, f->sales, f->delivery, 1, SAID);
  g_autoptr (SlScene) plain = make_scene (f);
  assert_remark (plain, "not shown: 2 parties without a position", TRUE);
  for (guint i = 0; i < sl_scene_n_marks (plain); i++)
    g_assert_cmpint (sl_scene_get_mark (plain, i)->hit.a, !=, anna);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (f->plan);
  g_assert_cmpuint (sl_matrix_count_bystanders (plan), ==, 2);
  f->params.show_unasked = TRUE;
  g_autoptr (SlScene) screen = make_scene (f);
  g_assert_nonnull (find_cell (screen, anna, f->delivery));
  g_assert_nonnull (find_cell (screen, group, f->delivery));
  f->params.paper = TRUE;
  g_autoptr (SlScene) paper = make_scene (f);
  assert_remark (paper, "not shown: 2 parties without a position", TRUE);
  g_assert_nonnull (find_cell (paper, ben, f->delivery));
  g_assert_nonnull (find_cell (paper, f->production, f->delivery));
}

/* Beside shared goals, those of one party on which nobody was asked stay off the paper. */
static void
test_unasked (Fixture *f, gconstpointer data)
{
  const SlId asked = chart_plan_goal (f->plan, SL_ID_NONE, f->sales, "Call customers");

  chart_plan_position (f->plan, f->finance, asked, 1, SAID);
  f->params.paper = TRUE;
  g_autoptr (SlScene) paper = make_scene (f);
  assert_remark (paper, "not shown: 1 goal on which nobody was asked", TRUE);
  g_assert_nonnull (find_cell (paper, f->sales, asked));
  g_assert_nonnull (find_cell (paper, f->sales, f->quality));
  f->params.paper = FALSE;
  g_autoptr (SlScene) screen = make_scene (f);
  g_assert_nonnull (find_cell (screen, f->sales, f->visits));
}

static void
test_headlines (Fixture *f, gconstpointer data)
{
  assert_headline (f, "Three parties are still to be asked about three goals");
  chart_plan_position (f->plan, f->sales, f->quality, 2, SAID);
  /* One party alone is not all. */
  assert_headline (f, "Positions of 3 parties on 3 goals");
  chart_plan_position (f->plan, f->finance, f->quality, 1, SAID);
  assert_headline (f, "One of two shared goals is backed by all");
  chart_plan_position (f->plan, f->sales, f->delivery, 2, SAID);
  const SlId against = chart_plan_position (f->plan, f->production, f->delivery, -1, SAID);
  assert_headline (f, "One of two shared goals is backed by all; Sales and Production are opposed "
                      "on “Cut delivery time”");
  chart_plan_set_int (f->plan, against, SL_POSITION_VALUE, 1);
  assert_headline (f, "Both shared goals are backed by all");
  chart_plan_set_int (f->plan, f->delivery, SL_GOAL_SHARED, 0);
  assert_headline (f, "The shared goal is backed by all");
  chart_plan_set_int (f->plan, f->quality, SL_GOAL_SHARED, 0);
  assert_headline (f, "Two of three goals are backed by all");
}

static void
test_headline_opposed (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 2, SAID);
  chart_plan_position (f->plan, f->production, f->delivery, -1, SAID);
  assert_headline (f, "Sales and Production are opposed on “Cut delivery time”");
  chart_plan_position (f->plan, f->production, f->quality, 3, SAID);
  chart_plan_position (f->plan, f->finance, f->quality, -3, SAID);
  assert_headline (f, "Parties are opposed on both goals, most of all Production and Finance on"
                      " “Raise quality”");
}

/* Two camps that stand mixed in the tree stand together after sorting; the titles stay with their
 * positions. */
static void
test_blocks (Fixture *f, gconstpointer data)
{
  const SlId it = chart_plan_party (f->plan, SL_ID_NONE, "IT", 5, 5);
  const SlId goals[] = { f->delivery, f->quality, f->visits };

  for (guint i = 0; i < 3; i++)
    {
      chart_plan_position (f->plan, f->sales, goals[i], i == 1 ? -2 : 3, SAID);
      chart_plan_position (f->plan, f->finance, goals[i], i == 1 ? -3 : 2, SAID);
      chart_plan_position (f->plan, f->production, goals[i], i == 1 ? 2 : -3, SAID);
      chart_plan_position (f->plan, it, goals[i], i == 1 ? 3 : -2, SAID);
    }
  g_autoptr (SlMatrix) m = make_matrix (f);
  sl_matrix_sort_blocks (m);
  guint place_of_sales = 9, place_of_finance = 9;
  for (guint column = 0; column < 4; column++)
    {
      const SlId party = sl_matrix_party (m, column)->id;

      place_of_sales = party == f->sales ? column : place_of_sales;
      place_of_finance = party == f->finance ? column : place_of_finance;
      for (guint row = 0; row < 3; row++)
        if (party == f->sales)
          g_assert_cmpint (sl_matrix_cell (m, row, column)->value, ==,
                           sl_matrix_goal (m, row)->id == f->quality ? -2 : 3);
    }
  g_assert_cmpint (ABS ((int)place_of_sales - (int)place_of_finance), ==, 1);
  g_assert_cmpint (sl_matrix_goal (m, 1)->id, !=, f->quality);
  for (guint row = 0; row < 3; row++)
    {
      const SlMatrixGoal *goal = sl_matrix_goal (m, row);

      g_assert_cmpint (sl_matrix_cell (m, row, goal->opposed_for)->value, >, 0);
      g_assert_cmpint (sl_matrix_cell (m, row, goal->opposed_against)->value, <, 0);
    }
}

/* Sorting a sorted matrix, and one of equals, changes nothing. */
static void
test_blocks_stable (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  SlChartParams params;

  sl_chart_params_init (&params);
  g_autoptr (SlMatrix) once = sl_matrix_new (plan, &params);
  g_autoptr (SlMatrix) twice = sl_matrix_new (plan, &params);
  sl_matrix_sort_blocks (once);
  sl_matrix_sort_blocks (twice);
  for (guint row = 0; row < once->goals->len; row++)
    g_assert_cmpint (sl_matrix_goal (once, row)->id, ==, sl_matrix_goal (twice, row)->id);
  g_assert_cmpuint (once->goals->len, ==, 60);
  g_assert_cmpuint (once->parties->len, ==, 12);
}

/* What has nothing to do with positions moves nothing. */
static void
test_unrelated (Fixture *f, gconstpointer data)
{
  chart_plan_position (f->plan, f->sales, f->delivery, 2, SAID);
  g_autoptr (SlScene) before = make_scene (f);
  g_autofree char *first = sl_scene_dump (before);

  chart_plan_milestone (f->plan, SL_ID_NONE, f->sales, "Milestone", "2026-05-01");
  chart_plan_link (f->plan, f->delivery, f->quality, -60);
  g_autoptr (SlScene) after = make_scene (f);
  g_autofree char *second = sl_scene_dump (after);
  g_assert_cmpstr (first, ==, second);

  /* A further party stands right of the others and moves none of their cells. */
  chart_plan_party (f->plan, SL_ID_NONE, "Logistics", 1, 1);
  g_autoptr (SlScene) wider = make_scene (f);
  const SlMark *old_cell = find_cell (before, f->finance, f->visits);
  const SlMark *new_cell = find_cell (wider, f->finance, f->visits);
  g_assert_cmpfloat (old_cell->x, ==, new_cell->x);
  g_assert_cmpfloat (old_cell->y, ==, new_cell->y);
}

static void
test_titles (void)
{
  for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
    {
      g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (fixture->name);
      SlChartParams params;

      if (g_str_equal (fixture->name, "empty"))
        continue;
      sl_chart_params_init (&params);
      params.show_closed = TRUE;
      g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
      chart_check_titles (scene, plan, SL_KIND_GOAL, 0);
      chart_check_titles (scene, plan, SL_KIND_PARTY, 0);
    }
}

static void
test_golden (void)
{
  static const char *const names[] = { "empty", "launch", "extreme" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (names[i]);
      g_autofree char *dump = chart_dump_fixed (CHART, plan, NULL);
      g_autofree char *name = g_strconcat ("stakeholder-matrix-", names[i], NULL);

      chart_check_golden (name, dump);
    }
}

static void
add (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  add ("/charts/stakeholder-matrix/goal-margin", test_goal_margin);
  add ("/charts/stakeholder-matrix/asked", test_asked);
  add ("/charts/stakeholder-matrix/party-margin", test_party_margin);
  add ("/charts/stakeholder-matrix/apart", test_apart);
  add ("/charts/stakeholder-matrix/blocks-parted", test_blocks_parted);
  add ("/charts/stakeholder-matrix/shared-first", test_shared_first);
  add ("/charts/stakeholder-matrix/labels", test_labels);
  add ("/charts/stakeholder-matrix/hits", test_hits);
  add ("/charts/stakeholder-matrix/sources", test_sources);
  add ("/charts/stakeholder-matrix/clock", test_clock);
  add ("/charts/stakeholder-matrix/no-guesses", test_no_guesses);
  add ("/charts/stakeholder-matrix/left-out", test_left_out);
  add ("/charts/stakeholder-matrix/bystanders", test_bystanders);
  add ("/charts/stakeholder-matrix/unasked", test_unasked);
  add ("/charts/stakeholder-matrix/headlines", test_headlines);
  add ("/charts/stakeholder-matrix/headline-opposed", test_headline_opposed);
  add ("/charts/stakeholder-matrix/blocks", test_blocks);
  add ("/charts/stakeholder-matrix/unrelated", test_unrelated);
  g_test_add_func ("/charts/stakeholder-matrix/blocks-stable", test_blocks_stable);
  g_test_add_func ("/charts/stakeholder-matrix/titles", test_titles);
  g_test_add_func ("/charts/stakeholder-matrix/golden", test_golden);
  return g_test_run ();
}

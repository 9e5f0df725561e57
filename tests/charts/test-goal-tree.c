/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goal tree: what it shows, counts and says, and that nothing on it collides, over all fixtures
 * and over random plans. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paginate.h"

/* Usable height of a sheet of A4, landscape, with headline and footer; pt. */
#define SHEET_HEIGHT 440.0
#define N_OWNERS 6

static void
init_params (SlChartParams *params)
{
  sl_chart_params_init (params);
  params->today = CHART_TODAY;
}

static gboolean
is_card (const SlMark *mark)
{
  return mark->type == SL_MARK_RECT && mark->hit.kind == SL_KIND_GOAL
         && mark->hit.part == SL_PART_WHOLE;
}

static gboolean
is_link (const SlMark *mark)
{
  return mark->hit.kind == SL_KIND_GOAL_LINK || mark->hit.kind == SL_KIND_GOAL_PARENT;
}

/* The sign of a link stands on a disc of paper. */
static gboolean
is_disc (const SlMark *mark)
{
  return mark->type == SL_MARK_RECT && mark->style == SL_STYLE_PAPER;
}

static gboolean
is_toggle (const SlMark *mark)
{
  return mark->hit.kind == SL_KIND_GOAL && mark->hit.part == SL_PART_TOGGLE;
}

static GPtrArray *
find_marks (const SlScene *scene, gboolean (*wanted) (const SlMark *))
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (wanted (sl_scene_get_mark (scene, i)))
      g_ptr_array_add (marks, (gpointer)sl_scene_get_mark (scene, i));
  return marks;
}

static const SlMark *
find_card (const SlScene *scene, SlId goal)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (is_card (mark) && mark->hit.id == goal)
        return mark;
    }
  return NULL;
}

static gboolean
has_remark (const SlScene *scene, const char *text)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);

  for (guint i = 0; i < remarks->len; i++)
    if (g_str_equal (g_ptr_array_index (remarks, i), text))
      return TRUE;
  return FALSE;
}

static gboolean
rects_overlap (const SlMark *a, const SlMark *b)
{
  return a->x < b->x + b->w - 0.01 && b->x < a->x + a->w - 0.01 && a->y < b->y + b->h - 0.01
         && b->y < a->y + a->h - 0.01;
}

static void
assert_apart (const GPtrArray *some, const GPtrArray *others)
{
  for (guint i = 0; i < some->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const SlMark *a = g_ptr_array_index (some, i), *b = g_ptr_array_index (others, j);
        if (a == b || !rects_overlap (a, b))
          continue;
        g_test_message ("%.1f %.1f %.1f %.1f and %.1f %.1f %.1f %.1f: %s / %s", a->x, a->y, a->w,
                        a->h, b->x, b->y, b->w, b->h, a->label, b->label);
        g_test_fail ();
      }
}

/* Signs stand apart from cards, but for those that sit on the lower border of their own. */
static void
assert_off (const GPtrArray *discs, const GPtrArray *cards)
{
  for (guint i = 0; i < discs->len; i++)
    for (guint j = 0; j < cards->len; j++)
      {
        const SlMark *disc = g_ptr_array_index (discs, i), *card = g_ptr_array_index (cards, j);
        double over = card->y + card->h - disc->y;
        if (over < 0.26 * disc->h || over > 0.45 * disc->h)
          g_assert_false (rects_overlap (disc, card));
      }
}

static SlPoint
point_on_curve (const SlPoint *c, double t)
{
  double s = 1 - t;
  double b0 = s * s * s, b1 = 3 * s * s * t, b2 = 3 * s * t * t, b3 = t * t * t;

  return (SlPoint){ b0 * c[0].x + b1 * c[1].x + b2 * c[2].x + b3 * c[3].x,
                    b0 * c[0].y + b1 * c[1].y + b2 * c[2].y + b3 * c[3].y };
}

/* Whether the curve @link has a point inside @card, off its border. */
static gboolean
runs_through (const SlMark *link, const SlMark *card)
{
  for (guint i = 0; i + 3 < link->n_points; i += 3)
    for (guint k = 0; k <= 40; k++)
      {
        SlPoint p = point_on_curve (link->points + i, k / 40.0);
        if (p.x > card->x + 0.5 && p.x < card->x + card->w - 0.5 && p.y > card->y + 0.5
            && p.y < card->y + card->h - 0.5)
          return TRUE;
      }
  return FALSE;
}

static guint
count_crossings (const GPtrArray *links, const GPtrArray *cards)
{
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    for (guint j = 0; j < cards->len; j++)
      n += runs_through (g_ptr_array_index (links, i), g_ptr_array_index (cards, j)) ? 1 : 0;
  return n;
}

static void
assert_breaks_clear (const SlScene *scene, const GPtrArray *marks)
{
  const GArray *xs = sl_scene_get_breaks_x (scene), *ys = sl_scene_get_breaks_y (scene);

  for (guint i = 0; i < marks->len; i++)
    {
      const SlMark *mark = g_ptr_array_index (marks, i);
      for (guint k = 0; k < xs->len; k++)
        {
          double x = g_array_index (xs, double, k);
          g_assert_true (x <= mark->x || x >= mark->x + mark->w);
        }
      for (guint k = 0; k < ys->len; k++)
        {
          double y = g_array_index (ys, double, k);
          g_assert_true (y <= mark->y || y >= mark->y + mark->h);
        }
    }
}

/* What must hold for every goal tree. */
static void
check_tree (const SlScene *scene, gboolean paper)
{
  g_autoptr (GPtrArray) cards = find_marks (scene, is_card);
  g_autoptr (GPtrArray) links = find_marks (scene, is_link);
  g_autoptr (GPtrArray) discs = find_marks (scene, is_disc);
  g_autoptr (GPtrArray) toggles = find_marks (scene, is_toggle);

  chart_check_scene (scene, paper);
  assert_apart (cards, cards);
  assert_off (discs, cards);
  assert_apart (discs, discs);
  assert_apart (discs, toggles);
  assert_apart (toggles, cards);
  assert_breaks_clear (scene, cards);
  assert_breaks_clear (scene, discs);
  g_assert_cmpuint (count_crossings (links, cards), ==, 0);
}

/* Goals with random parents, owners, dates, further parents and links. */
static ChartPlan *
random_plan (GRand *rand, guint n_goals, guint n_links)
{
  ChartPlan *plan = chart_plan_new ("Random");
  g_autofree SlId *goals = g_new0 (SlId, n_goals);
  SlId owners[N_OWNERS];

  for (guint i = 0; i < N_OWNERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Department %u", i + 1);
      owners[i] = chart_plan_party (plan, SL_ID_NONE, name, 5, 5);
    }
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (GString) title = g_string_new ("Reach");
      gint n_words = g_rand_int_range (rand, 0, 14);
      for (gint k = 0; k < n_words; k++)
        g_string_append_printf (title, " %.*s", g_rand_int_range (rand, 1, 14),
                                "commitmentsagreed");
      SlId parent = SL_ID_NONE;
      if (i > 3 && g_rand_int_range (rand, 0, 12) > 0)
        parent = goals[g_rand_int_range (rand, i > 40 ? (gint)i / 8 : 0, (gint)i / 2 + 1)];
      goals[i] = chart_plan_goal (plan, parent, owners[g_rand_int_range (rand, 0, N_OWNERS)],
                                  title->str);
      if (g_rand_boolean (rand))
        chart_plan_set_real (plan, goals[i], SL_GOAL_PROGRESS, g_rand_double (rand));
      chart_plan_set_day (plan, goals[i], SL_GOAL_DUE, g_rand_boolean (rand) ? "2026-09-30" : NULL);
    }
  for (guint i = 0; i < n_links; i++)
    {
      SlId source = goals[g_rand_int_range (rand, 0, (gint)n_goals)];
      SlId target = goals[g_rand_int_range (rand, 0, (gint)n_goals)];
      if (source != target)
        chart_plan_link (plan, source, target,
                         20 * g_rand_int_range (rand, 1, 6) * (g_rand_boolean (rand) ? 1 : -1));
    }
  return plan;
}

static SlId
add_parent (ChartPlan *plan, SlId goal, SlId parent)
{
  SlId id = chart_plan_add (plan, SL_KIND_GOAL_PARENT);

  chart_plan_set_int (plan, id, SL_GOAL_PARENT_GOAL, goal);
  chart_plan_set_int (plan, id, SL_GOAL_PARENT_PARENT, parent);
  return id;
}

static void
test_fixtures (void)
{
  for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
    {
      g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (fixture->name);
      for (guint variant = 0; variant < 16; variant++)
        {
          SlChartParams params;
          init_params (&params);
          params.paper = (variant & 1) != 0;
          params.top_down = (variant & 2) != 0;
          params.rtl = (variant & 4) != 0;
          params.width = (variant & 8) != 0 ? 523 : 0;
          params.show_closed = params.paper;
          g_test_message ("%s%s%s%s%s", fixture->name, params.paper ? " paper" : "",
                          params.top_down ? " top-down" : "", params.rtl ? " rtl" : "",
                          params.width > 0 ? " narrow" : "");
          g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, plan, &params);
          check_tree (scene, params.paper);
          if (params.paper)
            chart_check_titles (scene, plan, SL_KIND_GOAL, 0);
        }
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);

  for (guint round = 0; round < 12; round++)
    {
      guint n = round == 0 ? 120 : (guint)g_rand_int_range (rand, 2, 60);
      g_autoptr (ChartPlan) plan = random_plan (rand, n, n / 4);
      g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
      SlChartParams params;

      init_params (&params);
      params.paper = round % 2 == 0;
      params.top_down = round % 3 == 0;
      params.max_depth = round % 4 == 3 ? 2 : 0;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
      check_tree (scene, params.paper);
    }
}

/* A sheet can end somewhere on every stretch as high as a sheet, for 60 goals and for 500. */
static void
test_breaks (void)
{
  for (guint n = 60; n <= 500; n += 440)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);
      g_autoptr (ChartPlan) plan = random_plan (rand, n, 0);
      g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
      SlChartParams params;
      double last = 0;

      init_params (&params);
      params.paper = TRUE;
      params.width = 770;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
      const GArray *ys = sl_scene_get_breaks_y (scene);
      for (guint i = 0; i < ys->len; i++)
        {
          g_assert_cmpfloat (g_array_index (ys, double, i) - last, <, SHEET_HEIGHT);
          last = g_array_index (ys, double, i);
        }
      g_assert_cmpfloat (sl_scene_get_height (scene) - last, <, SHEET_HEIGHT);
      g_assert_cmpuint (ys->len, >, n / 10);
      g_assert_cmpuint (sl_scene_get_breaks_x (scene)->len, >=, 2);
    }
}

static void
assert_pieces (const GArray *breaks, double size, double room)
{
  double last = 0;

  for (guint i = 0; i <= breaks->len; i++)
    {
      double at = i < breaks->len ? g_array_index (breaks, double, i) : size;
      g_assert_cmpfloat (at - last, <=, room);
      last = at;
    }
}

/* A tree that is too tall stands on sheets of its own: every goal once, with what it is part of
 * continued where that stood on a sheet before, and every link as a line or in the list. */
static void
test_sheets (void)
{
  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (variant);
      g_autoptr (ChartPlan) random = random_plan (rand, 150, 30);
      g_autoptr (SlSnapshot) plan
          = variant < 2 ? chart_fixture_snapshot ("large") : chart_plan_snapshot (random);
      guint n_goals = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_GOAL));
      guint n_links = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_GOAL_LINK));
      SlChartParams params;

      init_params (&params);
      params.paper = TRUE;
      params.top_down = variant % 2 == 1;
      params.width = 770;
      params.height = SHEET_HEIGHT;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, plan, &params);
      g_autoptr (GPtrArray) cards = find_marks (scene, is_card);
      g_autoptr (GPtrArray) links = find_marks (scene, is_link);
      guint n_continued = 0;

      check_tree (scene, TRUE);
      chart_check_titles (scene, plan, SL_KIND_GOAL, 0);
      if (params.top_down)
        assert_pieces (sl_scene_get_breaks_x (scene), sl_scene_get_width (scene), params.width);
      else
        assert_pieces (sl_scene_get_breaks_y (scene), sl_scene_get_height (scene), params.height);
      for (guint i = 0; i < cards->len; i++)
        {
          const SlMark *card = g_ptr_array_index (cards, i);
          g_assert_cmpint (card->dashed, ==, strstr (card->label, ", continued: part") != NULL);
          n_continued += card->dashed;
        }
      g_assert_cmpuint (n_continued, >, 0);
      g_assert_cmpuint (cards->len - n_continued, ==, n_goals);
      g_assert_cmpuint (links->len, ==, n_links);
    }
}

static void
test_golden (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  SlChartParams params;

  init_params (&params);
  g_autofree char *screen = chart_dump_fixed (&sl_chart_goal_tree, plan, &params);
  chart_check_golden ("goal-tree-launch", screen);
  params.paper = TRUE;
  params.top_down = TRUE;
  params.show_closed = TRUE;
  g_autofree char *paper = chart_dump_fixed (&sl_chart_goal_tree, plan, &params);
  chart_check_golden ("goal-tree-launch-top-down-paper", paper);
}

static void
test_empty (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Empty");
  g_autoptr (SlSnapshot) nothing = chart_plan_snapshot (plan);
  SlChartParams params;

  init_params (&params);
  g_autofree char *dump = chart_dump_fixed (&sl_chart_goal_tree, nothing, &params);
  g_assert_nonnull (strstr (dump, "headline No goals yet\n"));
  g_assert_nonnull (strstr (dump, "Add the first goal, or paste a list"));

  SlId goal = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "Done with");
  chart_plan_set_int (plan, goal, SL_GOAL_STATUS, SL_GOAL_DONE);
  g_autoptr (SlSnapshot) closed = chart_plan_snapshot (plan);
  g_autofree char *closed_dump = chart_dump_fixed (&sl_chart_goal_tree, closed, &params);
  g_assert_nonnull (strstr (closed_dump, "headline All goals are closed\n"));
  g_assert_nonnull (strstr (closed_dump, "remark Not shown: 1 closed goal\n"));
  params.show_closed = TRUE;
  g_autofree char *shown = chart_dump_fixed (&sl_chart_goal_tree, closed, &params);
  g_assert_nonnull (strstr (shown, "\"Done with\""));
}

/* Right-to-left is the mirror image, and twice mirrored is the picture itself. */
static void
test_mirror (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  SlChartParams params;

  init_params (&params);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, plan, &params);
  g_autofree char *before = sl_scene_dump (scene);
  params.rtl = TRUE;
  g_autoptr (SlScene) mirrored = chart_layout_pango (&sl_chart_goal_tree, plan, &params);
  g_autofree char *rtl = sl_scene_dump (mirrored);
  sl_scene_mirror (mirrored);
  g_autofree char *back = sl_scene_dump (mirrored);

  g_assert_cmpstr (before, ==, back);
  g_assert_cmpstr (before, !=, rtl);
}

static guint
count_text (const SlScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    n += g_strcmp0 (sl_scene_get_mark (scene, i)->text, text) == 0;
  return n;
}

/* A plan that as a tree took hundreds of sheets prints as rows: each title once and whole, few
 * sheets, letters as large as on any other. One branch of it prints as a tree. */
static void
test_large_plan (void)
{
  enum
  {
    N_GOALS = 800,
  };
  g_autoptr (ChartPlan) plan = chart_plan_new ("Large");
  SlId goals[N_GOALS];
  SlChartParams params;
  SlSheet sheet;

  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autofree char *title
          = g_strdup_printf ("Goal %u of those that a whole company wants to reach this year", i);
      goals[i]
          = chart_plan_goal (plan, i == 0 ? SL_ID_NONE : goals[(i - 1) / 4], SL_ID_NONE, title);
    }
  chart_plan_link (plan, goals[5], goals[700], 60);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();

  init_params (&params);
  sl_sheet_init (&sheet);
  sheet.landscape = TRUE;
  g_autoptr (SlPages) pages
      = sl_pages_new (&sl_chart_goal_tree, snapshot, &params, &sheet, measure);
  const SlScene *scene = sl_pages_get_scene (pages);

  chart_check_scene (scene, TRUE);
  for (guint i = 0; i < N_GOALS; i++)
    g_assert_cmpuint (count_text (scene, chart_plan_title (plan, goals[i])), ==, 1);
  g_assert_cmpuint (sl_pages_count (pages), <=, N_GOALS / 20);
  g_assert_cmpfloat (sl_pages_smallest_text (pages), >=, SL_PAPER_MIN_PT);
  g_assert_cmpuint (sl_scene_get_remarks (scene)->len, ==, 2); /* why, and the link */

  params.root = goals[20];
  g_autoptr (SlPages) branch
      = sl_pages_new (&sl_chart_goal_tree, snapshot, &params, &sheet, measure);
  g_autoptr (GPtrArray) cards = find_marks (sl_pages_get_scene (branch), is_card);
  g_assert_cmpuint (cards->len, >=, 20);
}

/* Another tree in front moves all cards of the others down by the same amount. */
static void
test_unrelated_root (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Forest");
  SlId goals[9];
  SlChartParams params;

  init_params (&params);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u", i);
      goals[i]
          = chart_plan_goal (plan, i == 0 ? SL_ID_NONE : goals[(i - 1) / 3], SL_ID_NONE, title);
    }
  g_autoptr (SlSnapshot) before = chart_plan_snapshot (plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, before, &params);

  SlId root = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "Unrelated");
  chart_plan_goal (plan, root, SL_ID_NONE, "Part of the unrelated one");
  chart_plan_set_text (plan, root, SL_GOAL_RANK, "!");
  g_autoptr (SlSnapshot) after = chart_plan_snapshot (plan);
  g_autoptr (SlScene) moved = chart_layout_pango (&sl_chart_goal_tree, after, &params);

  double down = find_card (moved, goals[0])->y - find_card (scene, goals[0])->y;
  g_assert_cmpfloat (down, >, 40);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      const SlMark *was = find_card (scene, goals[i]), *is = find_card (moved, goals[i]);
      g_assert_cmpfloat_with_epsilon (is->x, was->x, 0.001);
      g_assert_cmpfloat_with_epsilon (is->y, was->y + down, 0.001);
    }
}

/* Goals without parts stand side by side rather than in one long column. */
static void
test_flat_list (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("List");
  SlId first = SL_ID_NONE, second = SL_ID_NONE;
  SlChartParams params;

  init_params (&params);
  params.width = 770;
  for (guint i = 0; i < 40; i++)
    {
      SlId goal = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "One of many");
      first = i == 0 ? goal : first;
      second = i == 1 ? goal : second;
    }
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);

  check_tree (scene, FALSE);
  g_assert_cmpfloat (sl_scene_get_width (scene), <, 770 + 36 + 1);
  g_assert_cmpfloat_with_epsilon (find_card (scene, first)->y, find_card (scene, second)->y, 0.001);
  g_assert_cmpfloat (find_card (scene, first)->x, <, find_card (scene, second)->x);
}

static void
test_labels (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Labels");
  SlId owner = chart_plan_party (plan, SL_ID_NONE, "Production", 5, 5);
  SlId goal = chart_plan_goal (plan, SL_ID_NONE, owner, "Cut delivery time");
  SlId part = chart_plan_goal (plan, goal, SL_ID_NONE, "Second line");
  SlId other = chart_plan_shared_goal (plan, goal, owner, "");
  SlId link = chart_plan_link (plan, part, goal, -60);
  SlChartParams params;

  init_params (&params);
  chart_plan_set_text (plan, link, SL_GOAL_LINK_REASON, "same people");
  chart_plan_set_real (plan, goal, SL_GOAL_PROGRESS, 0.4);
  chart_plan_set_day (plan, goal, SL_GOAL_DUE, "2026-12-15");
  SlId extra = add_parent (plan, other, part);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
  g_autoptr (GPtrArray) links = find_marks (scene, is_link);

  g_assert_cmpstr (find_card (scene, goal)->label, ==,
                   "Cut delivery time, goal of Production, 40\u00A0%, on track, "
                   "due 15 Dec 2026, 2 parts");
  g_assert_cmpstr (find_card (scene, part)->label, ==, "Second line, no owner, no data");
  g_assert_cmpstr (find_card (scene, other)->label, ==,
                   "Untitled goal, goal of Production, shared, no data");
  g_assert_cmpuint (links->len, ==, 2);
  for (guint i = 0; i < links->len; i++)
    {
      const SlMark *mark = g_ptr_array_index (links, i);
      gboolean hurts = mark->hit.kind == SL_KIND_GOAL_LINK;
      g_assert_cmpint (mark->hit.id, ==, hurts ? link : extra);
      g_assert_cmpint (mark->hit.a, ==, hurts ? part : other);
      g_assert_cmpint (mark->hit.b, ==, hurts ? goal : part);
      g_assert_cmpint (mark->dashed, ==, hurts);
      g_assert_cmpstr (mark->label, ==,
                       hurts ? "“Second line” hurts “Cut delivery time”, strength 3 of 5: "
                               "same people"
                             : "“Untitled goal” is also part of “Second line”");
    }
}

/* Each goal that is left out is counted in one remark, and links to it in another. */
static void
test_left_out (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Left out");
  g_autoptr (GHashTable) collapsed = g_hash_table_new (g_int64_hash, g_int64_equal);
  SlId root = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "Root");
  SlId branch = chart_plan_goal (plan, root, SL_ID_NONE, "Branch");
  SlId leaf = chart_plan_goal (plan, branch, SL_ID_NONE, "Leaf");
  SlId twig = chart_plan_goal (plan, leaf, SL_ID_NONE, "Twig");
  SlId done = chart_plan_goal (plan, root, SL_ID_NONE, "Done");
  SlId dropped = chart_plan_goal (plan, root, SL_ID_NONE, "Dropped with an open part");
  SlId open = chart_plan_goal (plan, dropped, SL_ID_NONE, "Open");
  SlChartParams params;

  init_params (&params);
  chart_plan_set_int (plan, done, SL_GOAL_STATUS, SL_GOAL_DONE);
  chart_plan_set_int (plan, dropped, SL_GOAL_STATUS, SL_GOAL_DROPPED);
  chart_plan_link (plan, root, twig, 60);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);

  g_autoptr (SlScene) whole = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
  g_assert_true (has_remark (whole, "Not shown: 1 closed goal"));
  g_assert_cmpuint (sl_scene_get_remarks (whole)->len, ==, 1);
  g_assert_null (find_card (whole, done));
  g_assert_nonnull (find_card (whole, dropped));
  g_assert_nonnull (find_card (whole, open));

  params.max_depth = 2;
  g_autoptr (SlScene) deep = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
  g_assert_true (has_remark (deep, "Not shown: 3 goals further down"));
  g_assert_true (has_remark (deep, "Not shown: 1 link to a goal that is not shown"));
  g_assert_null (find_card (deep, leaf));

  params.max_depth = 0;
  g_hash_table_add (collapsed, &branch);
  params.collapsed = collapsed;
  g_autoptr (SlScene) folded = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
  g_autoptr (GPtrArray) toggles = find_marks (folded, is_toggle);
  g_assert_true (has_remark (folded, "Not shown: 2 goals in folded branches"));
  g_assert_null (find_card (folded, leaf));
  g_assert_cmpuint (toggles->len, ==, 3);
  for (guint i = 0; i < toggles->len; i++)
    {
      const SlMark *toggle = g_ptr_array_index (toggles, i);
      if (toggle->hit.id == branch)
        g_assert_cmpstr (toggle->label, ==, "Show 2 goals below “Branch”");
    }
  g_assert_true (g_str_has_suffix (find_card (folded, branch)->label, ", 1 part"));

  params.paper = TRUE; /* folding is for the screen */
  params.root = branch;
  g_autoptr (SlScene) paper = chart_layout_pango (&sl_chart_goal_tree, snapshot, &params);
  g_assert_true (has_remark (paper, "Not shown: 4 goals outside of this branch"));
  g_assert_nonnull (find_card (paper, twig));
  g_assert_null (find_card (paper, root));
}

static void
test_legend (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Legend");
  SlId a = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "A");
  SlId b = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "B");
  SlChartParams params;

  init_params (&params);
  g_autoptr (SlSnapshot) bare = chart_plan_snapshot (plan);
  g_autofree char *plain = chart_dump_fixed (&sl_chart_goal_tree, bare, &params);
  g_assert_nonnull (strstr (plain, "legend no data: "));
  g_assert_null (strstr (plain, "hurts"));
  g_assert_null (strstr (plain, "part of"));

  chart_plan_link (plan, a, b, -20);
  g_autoptr (SlSnapshot) linked = chart_plan_snapshot (plan);
  g_autofree char *dump = chart_dump_fixed (&sl_chart_goal_tree, linked, &params);
  g_assert_nonnull (strstr (dump, "legend − hurts"));
  g_assert_null (strstr (dump, "legend + helps"));
}

/* A goal that nobody looked at for long asks whether it is still true. */
static void
test_clock (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Clock");
  SlId a = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "A");
  SlChartParams params;

  init_params (&params);
  chart_plan_set_day (plan, a, SL_GOAL_ASSESSED, "2026-01-01");
  g_autoptr (SlSnapshot) recent = chart_plan_snapshot (plan);
  g_autofree char *fresh = chart_dump_fixed (&sl_chart_goal_tree, recent, &params);
  g_assert_null (strstr (fresh, " clock"));

  chart_plan_set_day (plan, a, SL_GOAL_ASSESSED, "2025-11-01");
  g_autoptr (SlSnapshot) late = chart_plan_snapshot (plan);
  g_autofree char *old = chart_dump_fixed (&sl_chart_goal_tree, late, &params);
  g_assert_nonnull (strstr (old, " clock"));
  g_assert_nonnull (strstr (old, "legend still true?"));
  g_assert_nonnull (strstr (old, "no data, still true?"));
}

static char *
headline_of (ChartPlan *plan)
{
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  SlChartParams params;

  init_params (&params);
  return sl_chart_goal_tree.headline (snapshot, &params);
}

static void
assert_headline (ChartPlan *plan, const char *expected)
{
  g_autofree char *headline = headline_of (plan);
  g_assert_cmpstr (headline, ==, expected);
}

static void
set_pace (ChartPlan *plan, SlId goal, double progress)
{
  chart_plan_set_day (plan, goal, SL_GOAL_START, "2026-01-01");
  chart_plan_set_day (plan, goal, SL_GOAL_DUE, "2026-06-01"); /* half of the time has gone */
  chart_plan_set_real (plan, goal, SL_GOAL_PROGRESS, progress);
}

static void
test_headline (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Headline");
  SlId sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  SlId root = chart_plan_goal (plan, SL_ID_NONE, sales, "Raise retention");
  SlId parts[3];

  assert_headline (plan, "1 goal of 1 party");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = chart_plan_goal (plan, root, SL_ID_NONE, i == 0 ? "First part" : "Part");
  assert_headline (plan, "4 goals of 1 party");

  SlId link = chart_plan_link (plan, parts[0], root, -60);
  assert_headline (plan, "“First part” works against “Raise retention”");
  chart_plan_link (plan, parts[1], root, -20);
  chart_plan_link (plan, parts[1], parts[2], -100);
  assert_headline (plan, "Two goals work against “Raise retention”");
  chart_plan_set_int (plan, link, SL_GOAL_LINK_STRENGTH, 60);
  assert_headline (plan, "One goal works against others");

  set_pace (plan, root, 0.6);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    set_pace (plan, parts[i], 0.6);
  assert_headline (plan, "All four open goals are on track; one goal works against others");
  set_pace (plan, parts[2], 1.0);
  assert_headline (plan, "All three open goals are on track; one goal works against others");
  set_pace (plan, parts[2], 0.6);
  set_pace (plan, parts[0], 0.3);
  assert_headline (plan, "Three of four open goals are on track; “First part” is behind");
  set_pace (plan, parts[1], 0.3);
  assert_headline (
      plan, "Two of four open goals are on track; “Raise retention” is behind in two of its three "
            "parts");
  set_pace (plan, parts[2], 0.3);
  assert_headline (
      plan, "One of four open goals is on track; “Raise retention” is behind in all of its three "
            "parts");
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/goal-tree/fixtures", test_fixtures);
  g_test_add_func ("/charts/goal-tree/random", test_random);
  g_test_add_func ("/charts/goal-tree/breaks", test_breaks);
  g_test_add_func ("/charts/goal-tree/sheets", test_sheets);
  g_test_add_func ("/charts/goal-tree/golden", test_golden);
  g_test_add_func ("/charts/goal-tree/empty", test_empty);
  g_test_add_func ("/charts/goal-tree/mirror", test_mirror);
  g_test_add_func ("/charts/goal-tree/unrelated-root", test_unrelated_root);
  g_test_add_func ("/charts/goal-tree/flat-list", test_flat_list);
  g_test_add_func ("/charts/goal-tree/large-plan", test_large_plan);
  g_test_add_func ("/charts/goal-tree/labels", test_labels);
  g_test_add_func ("/charts/goal-tree/left-out", test_left_out);
  g_test_add_func ("/charts/goal-tree/legend", test_legend);
  g_test_add_func ("/charts/goal-tree/clock", test_clock);
  g_test_add_func ("/charts/goal-tree/headline", test_headline);
  return g_test_run ();
}

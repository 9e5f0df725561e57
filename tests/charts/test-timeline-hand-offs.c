/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hand-offs on the timeline: a day of each side in its own row, and the time between in words,
 * colour and dashes. */

#include "config.h"

#include "base/sl-date.h"
#include "chart-checks.h"
#include "chart-fixtures.h"
#include "timeline/sl-timeline.h"

#define CHART (&sl_chart_timeline)

typedef struct
{
  ChartPlan *plan;
  SlId give, take, wait;
  SlId late, kept;
} Fixture;

static SlId
add_hand_off (Fixture *self, SlId before, SlId after, const char *promised, const char *needed)
{
  const SlId id = chart_plan_dependency (self->plan, before, after, SL_DEPENDENCY_FS);
  chart_plan_set_day (self->plan, id, SL_DEPENDENCY_PROMISED, promised);
  chart_plan_set_day (self->plan, id, SL_DEPENDENCY_NEEDED, needed);
  return id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = chart_plan_new ("Two departments");
  const SlId design = chart_plan_party (self->plan, SL_ID_NONE, "Design", 5, 5);
  const SlId works = chart_plan_party (self->plan, SL_ID_NONE, "Works", 5, 5);
  self->give
      = chart_plan_task (self->plan, SL_ID_NONE, design, "Drawings", "2026-03-02", "2026-03-27");
  self->take = chart_plan_task (self->plan, SL_ID_NONE, works, "Tools", "2026-04-06", "2026-05-29");
  self->wait = chart_plan_milestone (self->plan, SL_ID_NONE, works, "First part", "2026-06-15");
  self->late = add_hand_off (self, self->give, self->take, "2026-04-08", "2026-03-30");
  self->kept = add_hand_off (self, self->take, self->wait, "2026-05-29", "2026-06-05");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  chart_plan_free (self->plan);
}

static SlChartParams
make_params (void)
{
  SlChartParams params;
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.width = 600;
  return params;
}

/* The mark of a hand-off that a pointer finds as @part: an end, or the dashed or whole line between
 * the days. */
static const SlMark *
find_mark (const SlScene *scene, SlId id, guint part)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->hit.kind == SL_KIND_DEPENDENCY && mark->hit.id == id && mark->hit.part == part
          && (part != SL_PART_WHOLE || mark->n_points == 2))
        return mark;
    }
  return NULL;
}

static gboolean
has_text (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (g_strcmp0 (sl_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_legend (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_legend (scene); i++)
    if (g_strcmp0 (sl_scene_get_legend (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_end (const SlScene *scene, const SlMark *mark, SlSymbol symbol, SlId row, gint64 day)
{
  SlTimelineMap map;
  double y = 0, h = 0;
  g_assert_true (sl_timeline_map_init (&map, scene));
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->symbol, ==, symbol);
  g_assert_true (sl_timeline_find_row (scene, row, &y, &h));
  g_assert_cmpfloat (mark->y, >, y);
  g_assert_cmpfloat (mark->y, <, y + h);
  g_assert_cmpint (sl_timeline_map_day (&map, mark->x), ==, day);
}

/* Each day stands in the row of its side; too late is dashed and says so. */
static void
test_pair (Fixture *self, gconstpointer data)
{
  const SlChartParams params = make_params ();
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (self->plan);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
  const SlMark *late = find_mark (scene, self->late, SL_PART_WHOLE);
  const SlMark *kept = find_mark (scene, self->kept, SL_PART_WHOLE);
  assert_end (scene, find_mark (scene, self->late, SL_PART_START), SL_SYMBOL_CIRCLE, self->give,
              sl_day_from_ymd (2026, 4, 8));
  assert_end (scene, find_mark (scene, self->late, SL_PART_END), SL_SYMBOL_RING, self->take,
              sl_day_from_ymd (2026, 3, 30));
  g_assert_true (late != NULL && late->dashed && late->style == SL_STYLE_BAD);
  g_assert_true (kept != NULL && !kept->dashed && kept->style == SL_STYLE_GOOD);
  g_assert_true (has_text (scene, "9 days late"));
  g_assert_true (has_text (scene, "7 days to spare"));
  g_assert_cmpstr (late->label, ==,
                   "“Drawings” finishes before “Tools” starts, promised for 8 Apr 2026, needed by "
                   "30 Mar 2026, 9 days late");
  g_assert_true (has_legend (scene, "Hand-off promised for"));
  g_assert_true (has_legend (scene, "Comes too late"));
  g_assert_true (has_legend (scene, "Comes in time"));
}

/* One side alone has its mark, and no time between. A plan for a promise makes one. */
static void
test_one_side (Fixture *self, gconstpointer data)
{
  const SlChartParams params = make_params ();
  chart_plan_set_day (self->plan, self->late, SL_DEPENDENCY_NEEDED, NULL);
  chart_plan_set_int (self->plan, self->late, SL_DEPENDENCY_NEEDED, SL_INT_NULL);
  chart_plan_set_int (self->plan, self->kept, SL_DEPENDENCY_PROMISED, SL_INT_NULL);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (self->plan);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
  g_assert_nonnull (find_mark (scene, self->late, SL_PART_START));
  g_assert_null (find_mark (scene, self->late, SL_PART_END));
  g_assert_null (find_mark (scene, self->late, SL_PART_WHOLE));
  g_assert_false (has_legend (scene, "Comes too late"));
  assert_end (scene, find_mark (scene, self->kept, SL_PART_START), SL_SYMBOL_CIRCLE, self->take,
              sl_day_from_ymd (2026, 5, 29));
}

/* Days that are not shown have no place; those outside the plan's own days get one. */
static void
test_days (Fixture *self, gconstpointer data)
{
  SlChartParams params = make_params ();
  chart_plan_set_day (self->plan, self->kept, SL_DEPENDENCY_NEEDED, "2026-09-25");
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (self->plan);
  g_autoptr (SlScene) all = chart_layout_pango (CHART, plan, &params);
  assert_end (all, find_mark (all, self->kept, SL_PART_END), SL_SYMBOL_RING, self->wait,
              sl_day_from_ymd (2026, 9, 25));
  params.from = sl_day_from_ymd (2026, 3, 1);
  params.to = sl_day_from_ymd (2026, 6, 30);
  g_autoptr (SlScene) half = chart_layout_pango (CHART, plan, &params);
  g_assert_null (find_mark (half, self->kept, SL_PART_END));
  g_assert_nonnull (find_mark (half, self->kept, SL_PART_START));
  g_assert_nonnull (find_mark (half, self->late, SL_PART_END));
}

static void
test_golden (Fixture *self, gconstpointer data)
{
  SlChartParams params = make_params ();
  params.paper = TRUE;
  params.lanes = TRUE;
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (self->plan);
  g_autofree char *dump = chart_dump_fixed (CHART, plan, &params);
  chart_check_golden ("timeline-hand-offs", dump);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/charts/timeline-hand-offs/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("pair", test_pair);
  ADD ("one-side", test_one_side);
  ADD ("days", test_days);
  ADD ("golden", test_golden);
#undef ADD
  return g_test_run ();
}

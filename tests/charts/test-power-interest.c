/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power/interest grid: where parties stand, that nothing overlaps or is dropped, what is said,
 * a golden dump. What holds for all charts stands in test-charts.c. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"

#include "people/sl-power-grid.h"
#include "people/sl-power-place.h"

static SlId
add_party (ChartPlan *plan, const char *title, double power, double interest, SlEngagement now,
           SlEngagement wanted)
{
  const SlId party = chart_plan_party (plan, SL_ID_NONE, title, power, interest);

  chart_plan_set_int (plan, party, SL_PARTY_ENGAGEMENT, now);
  chart_plan_set_int (plan, party, SL_PARTY_ENGAGEMENT_WANTED, wanted);
  return party;
}

static const SlMark *
find_party (const SlScene *scene, SlId id)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (sl_scene_get_mark (scene, i)->hit.kind == SL_KIND_PARTY
        && sl_scene_get_mark (scene, i)->hit.id == id)
      return sl_scene_get_mark (scene, i);
  return NULL;
}

/* Discs stand where the values say, in both directions of writing. */
static void
test_places (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId board
      = add_party (chart_plan, "Board", 9, 3, SL_ENGAGEMENT_NEUTRAL, SL_ENGAGEMENT_SUPPORTIVE);
  const SlId sales
      = add_party (chart_plan, "Sales", 2, 8, SL_ENGAGEMENT_LEADING, SL_ENGAGEMENT_LEADING);
  const SlId works = chart_plan_add (chart_plan, SL_KIND_PARTY);
  chart_plan_set_text (chart_plan, works, SL_PARTY_TITLE, "Works council");
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      SlChartParams params;
      SlPowerMap map;
      double power, interest;

      sl_chart_params_init (&params);
      params.rtl = rtl;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_power_interest, plan, &params);
      const SlMark *disc = find_party (scene, board);
      g_assert_true (sl_power_map_init (&map, scene));
      sl_power_map_values (&map, disc->x + disc->w / 2, disc->y + disc->h / 2, &power, &interest);
      g_assert_cmpfloat_with_epsilon (power, 9, 0.01);
      g_assert_cmpfloat_with_epsilon (interest, 3, 0.01);
      g_assert_cmpfloat (find_party (scene, sales)->w, <, disc->w);
      g_assert_true ((find_party (scene, sales)->x < disc->x) == (rtl == 1));
      disc = find_party (scene, works);
      g_assert_nonnull (disc);
      g_assert_false (sl_power_map_contains (&map, disc->x, disc->y));
      g_assert_cmpstr (disc->label, ==, "Works council: no place yet");
      g_assert_cmpstr (find_party (scene, board)->label, ==,
                       "Board: power 9, interest 3: Keep satisfied; engagement: Neutral → "
                       "Supportive");
      g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                       "One of two parties is less engaged than it should be: Board");
    }
}

/* Whether a name stands on the middle of @line. */
static gboolean
runs_under_name (const SlScene *scene, const SlMark *line)
{
  const double x = line->x + line->w / 2, y = line->y + line->h / 2;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_TEXT && mark->font == SL_FONT_LABEL && x > mark->x
          && x < mark->x + mark->w && y > mark->y && y < mark->y + mark->h)
        return TRUE;
    }
  return FALSE;
}

/* Many parties of one place: all are there, with their names, none stands on another, and the lines
 * to where they belong leave out the names. */
static void
test_crowd (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  SlChartParams params;
  guint n = 0, n_lines = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Department of affairs %02u", i);

      add_party (chart_plan, title, 10, 10, SL_ENGAGEMENT_NEUTRAL, SL_ENGAGEMENT_LEADING);
    }
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  sl_chart_params_init (&params);
  params.width = 360;
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_power_interest, plan, &params);
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_LINE && mark->style == SL_STYLE_EDGE)
        {
          g_assert_false (runs_under_name (scene, mark));
          n_lines++;
        }
      if (mark->hit.kind != SL_KIND_PARTY)
        continue;
      n++;
      for (guint k = i + 1; k < sl_scene_n_marks (scene); k++)
        {
          const SlMark *other = sl_scene_get_mark (scene, k);

          g_assert_false (other->hit.kind == SL_KIND_PARTY
                          && hypot (mark->x - other->x, mark->y - other->y) < mark->w);
        }
    }
  g_assert_cmpuint (n, ==, 60);
  g_assert_cmpuint (n_lines, >=, 59);
  chart_check_scene (scene, FALSE);
}

/* What fits nowhere is said, not squeezed in. */
static void
test_no_room (void)
{
  SlPlaceItem items[] = { { .x = 10, .y = 10, .radius = 8, .width = 30, .height = 10 },
                          { .x = 10, .y = 10, .radius = 8, .width = 30, .height = 10 } };

  g_assert_true (sl_power_place (items, 1, 0, 0, 60, 20));
  g_assert_cmpfloat (items[0].at_x, ==, 10);
  g_assert_cmpfloat (items[0].label_x, >, 18);
  g_assert_false (sl_power_place (items, 2, 0, 0, 60, 20));
  g_assert_true (sl_power_place (items, 2, 0, 0, 60, 60));
  g_assert_cmpfloat (items[1].at_y - items[0].at_y, >=, 16);
}

/* The register says what is planned, marks what is overdue, and keeps what we think of a party out
 * of copies. */
static void
test_register (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId board
      = add_party (chart_plan, "Board", 9, 3, SL_ENGAGEMENT_NEUTRAL, SL_ENGAGEMENT_SUPPORTIVE);
  const SlId saw = chart_plan_party (chart_plan, SL_ID_NONE, "Saw", 0, 0);
  SlChartParams params;

  chart_plan_set_text (chart_plan, board, SL_PARTY_CHANNEL, "A call");
  chart_plan_set_int (chart_plan, board, SL_PARTY_CONTACT_DAYS, 7);
  chart_plan_set_int (chart_plan, board, SL_PARTY_LAST_CONTACT, CHART_TODAY - 10);
  chart_plan_set_int (chart_plan, saw, SL_PARTY_TYPE, SL_PARTY_TECHNOLOGY);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  for (guint copy = 0; copy < 2; copy++)
    {
      guint late = 0, thought = 0;

      params.show_guesses = copy == 0;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_register, plan, &params);
      g_assert_nonnull (find_party (scene, board));
      g_assert_null (find_party (scene, saw));
      for (guint i = 0; i < sl_scene_n_marks (scene); i++)
        {
          const SlMark *mark = sl_scene_get_mark (scene, i);

          late += g_strcmp0 (mark->text, "3 days overdue") == 0 && mark->font == SL_FONT_BOLD;
          thought += g_strcmp0 (mark->text, "power 9, interest 3") == 0;
        }
      g_assert_cmpuint (late, ==, 1);
      g_assert_cmpuint (thought, ==, copy == 0);
      g_assert_true ((strstr (find_party (scene, board)->label, "power") != NULL) == (copy == 0));
      g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                       "One of one parties waits for a word longer than planned");
    }
}

static void
test_golden (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("arabic");
  g_autofree char *dump = chart_dump_fixed (&sl_chart_power_interest, plan, NULL);

  chart_check_golden ("power-interest-arabic", dump);
}

/* No boundary of a quadrant runs through a name. */
static void
test_boundaries (void)
{
  static const char *const names[] = { "launch", "arabic", "extreme" };

  for (guint f = 0; f < G_N_ELEMENTS (names); f++)
    {
      g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (names[f]);
      SlChartParams params;
      g_autoptr (SlScene) scene = NULL;
      guint n_lines = 0;

      sl_chart_params_init (&params);
      params.today = CHART_TODAY;
      params.width = 420;
      scene = chart_layout_pango (&sl_chart_power_interest, plan, &params);
      for (guint i = 0; i < sl_scene_n_marks (scene); i++)
        {
          const SlMark *line = sl_scene_get_mark (scene, i);

          if (line->type != SL_MARK_LINE || line->style != SL_STYLE_GRID)
            continue;
          n_lines++;
          for (guint j = 0; j < sl_scene_n_marks (scene); j++)
            {
              const SlMark *text = sl_scene_get_mark (scene, j);

              if (text->type != SL_MARK_TEXT || text->style != SL_STYLE_TEXT)
                continue;
              g_assert_false (line->x < text->x + text->w && line->x + line->w > text->x
                              && line->y < text->y + text->h && line->y + line->h > text->y);
            }
        }
      g_assert_cmpuint (n_lines, >=, 2);
    }
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/power-interest/places", test_places);
  g_test_add_func ("/charts/power-interest/crowd", test_crowd);
  g_test_add_func ("/charts/power-interest/no-room", test_no_room);
  g_test_add_func ("/charts/power-interest/register", test_register);
  g_test_add_func ("/charts/power-interest/golden", test_golden);
  g_test_add_func ("/charts/power-interest/boundaries", test_boundaries);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene: order, hit test, mirroring, breaks and the text form. */

#include "config.h"

#include <string.h>

#include "sl-scene-private.h"

static SlScene *
make_scene (void)
{
  SlScene *scene = sl_scene_new ();
  const SlPoint curve[] = { { 10, 10 }, { 40, 10 }, { 60, 90 }, { 90, 90 } };
  SlMark *mark;

  sl_scene_set_size (scene, 200, 100);
  sl_scene_set_bands (scene, 10, 20);
  sl_scene_set_title (scene, "Title");
  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_CARD, 100, 20, 50, 30);
  sl_mark_set_hit (mark, SL_KIND_GOAL, 7, SL_PART_WHOLE, "Goal \"seven\"");
  mark = sl_scene_add_text (scene, SL_BAND_SIDE, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0,
                            20, 20, 10, "two\nlines");
  mark->z = -1;
  mark = sl_scene_add_path (scene, SL_BAND_BODY, SL_STYLE_HELPS, curve, 4);
  mark->curved = TRUE;
  sl_mark_set_hit (mark, SL_KIND_GOAL_LINK, 8, SL_PART_WHOLE, "link");
  mark = sl_scene_add_symbol (scene, SL_BAND_TOP, SL_STYLE_GOOD, SL_SYMBOL_ARROW_RIGHT, 190, 5, 4);
  mark->color = 0x0a0b0c;
  sl_scene_add_line (scene, SL_BAND_BODY, SL_STYLE_GRID, 30, 0, 60, 40);
  sl_scene_add_break_x (scene, 120);
  sl_scene_add_break_x (scene, 20);
  sl_scene_add_break_x (scene, 120);
  sl_scene_add_break_y (scene, 50);
  sl_scene_add_remark (scene, "not shown: 2 goals");
  sl_scene_add_legend (scene, sl_scene_get_mark (scene, 0), "a goal");
  return scene;
}

static void
test_dump (void)
{
  g_autoptr (SlScene) scene = make_scene ();
  g_autofree char *dump = sl_scene_dump (scene);

  g_assert_cmpstr (dump, ==,
                   "scene 200.0 100.0 10.0 20.0\n"
                   "title Title\n"
                   "headline \n"
                   "breaks-x 20.0 120.0\n"
                   "breaks-y 50.0\n"
                   "text side text label start 0.0 20.0 20.0 10.0 z-1 \"two\\nlines\"\n"
                   "rect body card 100.0 20.0 50.0 30.0 hit=4:7/0 label=\"Goal \\\"seven\\\"\"\n"
                   "path body helps 10.0 10.0 40.0 10.0 60.0 90.0 90.0 90.0 curved hit=6:8/0 "
                   "label=\"link\"\n"
                   "symbol top good arrow-right 190.0 5.0 4.0 #0a0b0c\n"
                   "line body grid 30.0 0.0 30.0 40.0\n"
                   "legend a goal: rect body card 100.0 20.0 50.0 30.0\n"
                   "remark not shown: 2 goals\n");
}

static void
test_order (void)
{
  g_autoptr (SlScene) scene = make_scene ();
  const guint *order = sl_scene_painting_order (scene);

  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[1], ==, 0);
  /* A mark that is added later is part of the order. */
  sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_CARD, 0, 0, 1, 1)->z = -5;
  g_assert_cmpuint (sl_scene_painting_order (scene)[0], ==, 5);
}

static void
test_hit (void)
{
  g_autoptr (SlScene) scene = make_scene ();

  g_assert_cmpint (sl_scene_hit (scene, 120, 30)->hit.id, ==, 7);
  g_assert_null (sl_scene_hit (scene, 99, 30));
  /* The middle of the curve, and 3 pt off it; its bounding box alone is no hit. */
  g_assert_cmpint (sl_scene_hit (scene, 50, 50)->hit.id, ==, 8);
  g_assert_cmpint (sl_scene_hit (scene, 52, 48)->hit.id, ==, 8);
  g_assert_null (sl_scene_hit (scene, 85, 15));
}

static void
test_topmost (void)
{
  g_autoptr (SlScene) scene = make_scene ();
  SlMark *below = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_BAND, 0, 0, 200, 100);

  sl_mark_set_hit (below, SL_KIND_TASK, 9, SL_PART_WHOLE, "below");
  g_assert_cmpint (sl_scene_hit (scene, 120, 30)->hit.id, ==, 9);
  below->z = -9;
  g_autoptr (SlScene) other = make_scene ();
  below = sl_scene_add_rect (other, SL_BAND_BODY, SL_STYLE_BAND, 0, 0, 200, 100);
  below->z = -9;
  sl_mark_set_hit (below, SL_KIND_TASK, 9, SL_PART_WHOLE, "below");
  g_assert_cmpint (sl_scene_hit (other, 120, 30)->hit.id, ==, 7);
}

static void
test_mirror (void)
{
  g_autoptr (SlScene) scene = make_scene ();
  g_autofree char *before = sl_scene_dump (scene);

  sl_scene_mirror (scene);
  g_assert_true (sl_scene_get_rtl (scene));
  g_assert_cmpfloat (sl_scene_get_mark (scene, 0)->x, ==, 50);
  g_assert_cmpint (sl_scene_get_mark (scene, 1)->align, ==, SL_ALIGN_END);
  g_assert_cmpint (sl_scene_get_mark (scene, 3)->symbol, ==, SL_SYMBOL_ARROW_LEFT);
  g_assert_cmpfloat (g_array_index (sl_scene_get_breaks_x (scene), double, 0), ==, 80);
  g_assert_cmpint (sl_scene_hit (scene, 80, 30)->hit.id, ==, 7);
  sl_scene_mirror (scene);
  g_autofree char *after = sl_scene_dump (scene);
  g_assert_cmpstr (before, ==, after);
}

static void
test_boxed (void)
{
  SlScene *scene = make_scene ();
  SlScene *copy = g_boxed_copy (SL_TYPE_SCENE, scene);

  g_assert_true (copy == scene);
  g_boxed_free (SL_TYPE_SCENE, copy);
  g_assert_cmpuint (sl_scene_n_marks (scene), ==, 5);
  sl_scene_unref (scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/scene/dump", test_dump);
  g_test_add_func ("/charts/scene/order", test_order);
  g_test_add_func ("/charts/scene/hit", test_hit);
  g_test_add_func ("/charts/scene/topmost", test_topmost);
  g_test_add_func ("/charts/scene/mirror", test_mirror);
  g_test_add_func ("/charts/scene/boxed", test_boxed);
  return g_test_run ();
}

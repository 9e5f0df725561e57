/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Both measures keep the same promises; the fixed one to the digit. */

#include "config.h"

#include "sl-font.h"
#include "sl-paint.h"
#include "sl-text-measure.h"

static const char *const texts[] = {
  "Cut delivery time to ten days",
  "Lieferantenqualifizierungsmaßnahmen im außereuropäischen Ausland",
  "تقليل مدة تسليم قطع الغيار لكل العملاء",
  "在六月之前把所有地区的备件交付时间缩短到十天以内",
  "one\ntwo\n\nfour",
  "A",
};

static void
test_fixed (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  double w, h;

  sl_text_measure_size (measure, SL_FONT_LABEL, "abcd", 0, &w, &h);
  g_assert_cmpfloat_with_epsilon (w, 4 * 0.55 * 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (h, 1.25 * 9, 1e-9);
  /* "aa bb cc" in room for five characters: "aa bb", "cc". */
  sl_text_measure_size (measure, SL_FONT_LABEL, "aa bb cc", 5 * 0.55 * 9, &w, &h);
  g_assert_cmpfloat_with_epsilon (w, 5 * 0.55 * 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (h, 2 * 1.25 * 9, 1e-9);
  /* A word of seven in room for three: three lines. */
  sl_text_measure_size (measure, SL_FONT_LABEL, "abcdefg", 3 * 0.55 * 9, &w, &h);
  g_assert_cmpfloat_with_epsilon (w, 3 * 0.55 * 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (h, 3 * 1.25 * 9, 1e-9);
  /* Combining marks take no room, wide characters one em. */
  sl_text_measure_size (measure, SL_FONT_LABEL, "e\xcc\x81六", 0, &w, NULL);
  g_assert_cmpfloat_with_epsilon (w, (0.55 + 1) * 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      sl_text_measure_longest_word (measure, SL_FONT_LABEL, "ab\nabcd abc"), 4 * 0.55 * 9, 1e-9);
}

static void
check_wrapping (SlTextMeasure *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint font = 0; font < SL_N_FONTS; font++)
      {
        double natural, w, h, last_h = 0;
        const double longest = sl_text_measure_longest_word (measure, font, texts[i]);

        sl_text_measure_size (measure, font, texts[i], 0, &natural, NULL);
        g_assert_cmpfloat (longest, <=, natural + 0.1);
        /* Where less than three letters fit, one of them may stand over. */
        for (double width = natural + 1; width > 3 * sl_font_size (font); width *= 0.7)
          {
            sl_text_measure_size (measure, font, texts[i], width, &w, &h);
            g_assert_cmpfloat (w, <=, width + 0.01);
            g_assert_cmpfloat (h, >=, last_h);
            last_h = h;
          }
        /* Room for the longest word is enough for whole words. */
        sl_text_measure_size (measure, font, texts[i], longest + 0.01, &w, NULL);
        g_assert_cmpfloat (w, <=, longest + 0.1);
      }
}

static void
test_wrapping (void)
{
  g_autoptr (SlTextMeasure) fixed = sl_text_measure_new_fixed ();
  g_autoptr (SlTextMeasure) pango = sl_text_measure_new_pango ();

  check_wrapping (fixed);
  check_wrapping (pango);
}

/* What was measured is what is painted: a box of the measured size holds the text. */
static void
test_boxes_hold (void)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint align = SL_ALIGN_START; align <= SL_ALIGN_END; align++)
      for (double wrap = 0; wrap < 200; wrap += 66)
        {
          g_autoptr (SlScene) scene = sl_scene_new ();
          double w, h;
          SlRect ink;

          sl_text_measure_size (measure, SL_FONT_BOLD, texts[i], wrap, &w, &h);
          SlMark *mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, align,
                                            50, 70, w, h, texts[i]);
          mark->wrap = wrap > 0;
          sl_paint_text_extents (mark, &ink);
          g_assert_cmpfloat (ink.x, >=, 50 - 1.0);
          g_assert_cmpfloat (ink.x + ink.w, <=, 50 + w + 1.0);
          g_assert_cmpfloat (ink.y, >=, 70 - 1.0);
          g_assert_cmpfloat (ink.y + ink.h, <=, 70 + h + 1.0);
        }
}

/* START is left for every script: scenes are mirrored as a whole. */
static void
test_alignment (void)
{
  g_autoptr (SlScene) scene = sl_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SlRect ink;
      SlMark *mark = sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_LABEL,
                                        SL_ALIGN_START, 10, 0, 2000, 100, texts[i]);

      sl_paint_text_extents (mark, &ink);
      g_assert_cmpfloat_with_epsilon (ink.x, 10, 1.5);
      mark->align = SL_ALIGN_END;
      sl_paint_text_extents (mark, &ink);
      g_assert_cmpfloat_with_epsilon (ink.x + ink.w, 2010, 1.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/text-measure/fixed", test_fixed);
  g_test_add_func ("/charts/text-measure/wrapping", test_wrapping);
  g_test_add_func ("/charts/text-measure/boxes-hold", test_boxes_hold);
  g_test_add_func ("/charts/text-measure/alignment", test_alignment);
  return g_test_run ();
}

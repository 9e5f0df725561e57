/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Krippendorff's alpha against its published examples, and what must hold always. */

#include "config.h"

#include "methods/sl-krippendorff.h"

#include "near.h"

#define o NAN

/* Three coders, 15 units: the example of the encyclopedia. */
static const double wiki[] = {
  o, o, o, o, o, 3, 4, 1, 2, 1, 1, 3, 3, o, 3, /* */
  1, o, 2, 1, 3, 3, 4, 3, o, o, o, o, o, o, o, /* */
  o, o, 2, 1, 3, 4, 4, o, 2, 1, 1, 3, 3, o, 4,
};

/* Four coders, 12 units: Krippendorff 2011. */
static const double krippendorff[] = {
  1, 2, 3, 3, 2, 1, 4, 1, 2, o, o, o, /* */
  1, 2, 3, 3, 2, 2, 4, 1, 2, 5, o, 3, /* */
  o, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, o, /* */
  1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, o,
};

static void
test_published (void)
{
  assert_near (sl_krippendorff_alpha (wiki, 3, 15, SL_KRIPPENDORFF_NOMINAL), 0.691358024691358);
  assert_near (sl_krippendorff_alpha (wiki, 3, 15, SL_KRIPPENDORFF_INTERVAL), 0.8108448928121059);
  assert_near (sl_krippendorff_alpha (krippendorff, 4, 12, SL_KRIPPENDORFF_NOMINAL),
               0.743421052631579);
  assert_near (sl_krippendorff_alpha (krippendorff, 4, 12, SL_KRIPPENDORFF_ORDINAL),
               0.8153875037548813);
  assert_near (sl_krippendorff_alpha (krippendorff, 4, 12, SL_KRIPPENDORFF_RATIO),
               0.797402774711612);
}

static void
test_edges (void)
{
  const double same[] = { 1, 1, 1, 1 }, alone[] = { 1, o, o, 2 }, below[] = { -1, 1, -1, 2 };
  const double alike[] = { 1, 2, 1, 2 }, crossed[] = { 1, 2, 2, 1 }, zero[] = { 0, 3, 0, 0 };
  for (SlKrippendorffLevel level = SL_KRIPPENDORFF_NOMINAL; level <= SL_KRIPPENDORFF_RATIO; level++)
    {
      assert_near (sl_krippendorff_alpha (same, 2, 2, level), NAN);
      assert_near (sl_krippendorff_alpha (alone, 2, 2, level), NAN);
      assert_near (sl_krippendorff_alpha (alike, 1, 4, level), NAN);
      assert_near (sl_krippendorff_alpha (alike, 0, 0, level), NAN);
      assert_near (sl_krippendorff_alpha (alike, 2, 2, level), 1.0);
      /* Every pair disagrees: 1 - 3 x 4 / 8. */
      assert_near (sl_krippendorff_alpha (crossed, 2, 2, level), -0.5);
      assert_near (sl_krippendorff_alpha (zero, 2, 2, level), 0.0);
    }
  assert_near (sl_krippendorff_alpha (below, 2, 2, SL_KRIPPENDORFF_RATIO), NAN);
  assert_near (sl_krippendorff_alpha (below, 2, 2, SL_KRIPPENDORFF_INTERVAL), 8.0 / 9.0);
}

/* At most 1; whatever order coders and units come in; interval codes may be moved and stretched,
 * ratio codes stretched, ordinal and nominal codes renamed in order. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint m = (guint)g_test_rand_int_range (2, 5), n = (guint)g_test_rand_int_range (1, 9);
      double codes[32], turned[32];
      for (guint i = 0; i < m * n; i++)
        codes[i] = g_test_rand_int_range (0, 4) == 0 ? NAN : g_test_rand_int_range (0, 4);
      for (SlKrippendorffLevel level = SL_KRIPPENDORFF_NOMINAL; level <= SL_KRIPPENDORFF_RATIO;
           level++)
        {
          for (guint i = 0; i < m * n; i++)
            {
              double code = codes[m * n - 1 - i];
              turned[i] = level == SL_KRIPPENDORFF_RATIO      ? 7.0 * code
                          : level == SL_KRIPPENDORFF_INTERVAL ? 7.0 * code - 3.0
                                                              : exp (code);
            }
          double alpha = sl_krippendorff_alpha (codes, m, n, level);
          assert_close (sl_krippendorff_alpha (turned, m, n, level), alpha, 1e-9);
          g_assert_false (alpha > 1.0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/krippendorff/published", test_published);
  g_test_add_func ("/core/krippendorff/edges", test_edges);
  g_test_add_func ("/core/krippendorff/random", test_random);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numeric tools against closed forms, which hold for whole and half shapes, and against what must
 * hold always. */

#include "config.h"

#include "methods/sl-numeric.h"

#include "near.h"

static void
test_middle (void)
{
  double odd[] = { 3, 1, 2 }, even[] = { 4, 1, 3, 2 };
  assert_near (sl_median (odd, 3), 2.0);
  assert_near (sl_median (even, 4), 2.5);
  assert_near (sl_median (odd, 0), NAN);

  const double sorted[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  assert_near (sl_quantile (sorted, 10, 0.8), 8.2);
  assert_near (sl_quantile (sorted, 10, 0.0), 1.0);
  assert_near (sl_quantile (sorted, 10, 1.0), 10.0);
  assert_near (sl_quantile (sorted, 1, 0.3), 1.0);
  assert_near (sl_quantile (sorted, 0, 0.3), NAN);
  assert_near (sl_quantile (sorted, 10, 1.1), NAN);
}

static void
test_ranks (void)
{
  const double values[] = { 5, 1, 5, 3, 5, 1 };
  const double want[] = { 5, 1.5, 5, 3, 5, 1.5 };
  double ranks[6];
  assert_near (sl_average_ranks (values, 6, ranks), 24.0 + 6.0);
  for (guint i = 0; i < 6; i++)
    assert_near (ranks[i], want[i]);
  assert_near (sl_average_ranks (want, 0, ranks), 0.0);
  assert_near (sl_average_ranks (values, 1, ranks), 0.0);
  assert_near (ranks[0], 1.0);
}

static void
test_line (void)
{
  const double x[] = { 1, 2, 3, 4, 10, 12, 18 }, y[] = { 9, 15, 19, 20, 45, 55, 78 };
  double intercept;
  assert_near (sl_theil_sen (x, y, 7, &intercept), 4.0);
  assert_near (intercept, 4.0);
  const double small_y[] = { 0, 1, 1 }, small_x[] = { 0, 1, 2 };
  assert_near (sl_theil_sen (small_x, small_y, 3, &intercept), 0.5);
  assert_near (intercept, 0.5);
  const double holes[] = { 0, NAN, 1 }, same[] = { 4, 4, 4 };
  assert_near (sl_theil_sen (small_x, holes, 3, NULL), 0.5);
  assert_near (sl_theil_sen (same, small_y, 3, &intercept), NAN);
  assert_near (intercept, NAN);
  assert_near (sl_theil_sen (x, y, 1, NULL), NAN);
  assert_near (sl_theil_sen (x, y, 0, NULL), NAN);
}

static void
test_normal (void)
{
  assert_near (sl_normal_cdf (0.0), 0.5);
  assert_close (sl_normal_cdf (1.0), 0.84134474606854293, 1e-15);
  assert_close (sl_normal_cdf (-1.959963984540054), 0.025, 1e-15);
  for (double z = -8.0; z < 8.0; z += 0.37)
    assert_near (sl_normal_cdf (z) + sl_normal_cdf (-z), 1.0);
}

static void
test_gamma (void)
{
  for (double x = 0.0; x < 60.0; x += 0.3)
    {
      /* Q(1, x) = e^-x; Q(3, x) = e^-x (1 + x + x²/2); Q(1/2, x) = erfc(sqrt x). */
      assert_near (sl_gamma_q (1.0, x), exp (-x));
      assert_near (sl_gamma_q (3.0, x), exp (-x) * (1.0 + x + x * x / 2.0));
      assert_near (sl_gamma_q (0.5, x), erfc (sqrt (x)));
    }
  assert_near (sl_gamma_q (4.5, 28.581818181818182 / 2.0), 0.0007620800684540399);
  /* Falls with x, rises with a. */
  for (double a = 0.1; a < 200.0; a *= 1.7)
    for (double x = 0.1; x < 400.0; x *= 1.3)
      {
        g_assert_cmpfloat (sl_gamma_q (a, x), >=, sl_gamma_q (a, x * 1.1) - 1e-14);
        g_assert_cmpfloat (sl_gamma_q (a, x), <=, sl_gamma_q (a * 1.1, x) + 1e-12);
      }
  assert_near (sl_gamma_q (2.0, INFINITY), 0.0);
  assert_near (sl_gamma_q (0.0, 1.0), NAN);
  assert_near (sl_gamma_q (1.0, -1.0), NAN);
  assert_near (sl_gamma_q (1.0, NAN), NAN);
}

/* Of whole shapes: at least a successes in a + b - 1 trials. */
static double
binomial_tail (guint a, guint b, double x)
{
  double sum = 0.0;
  guint n = a + b - 1;
  for (guint k = a; k <= n; k++)
    {
      double choose = 1.0;
      for (guint i = 0; i < k; i++)
        choose = choose * (n - i) / (i + 1);
      sum += choose * pow (x, k) * pow (1.0 - x, n - k);
    }
  return sum;
}

static void
test_beta (void)
{
  for (guint a = 1; a < 9; a++)
    for (guint b = 1; b < 9; b++)
      for (double x = 0.0; x <= 1.0; x += 1.0 / 64.0)
        {
          assert_near (sl_beta_p (a, b, x), binomial_tail (a, b, x));
          assert_near (sl_beta_p (a + 0.3, b, x) + sl_beta_p (b, a + 0.3, 1.0 - x), 1.0);
          double p = sl_beta_p (a, b, x);
          if (p > 1e-9 && p < 1.0 - 1e-9)
            assert_close (sl_beta_quantile (a, b, p), x, 1e-7);
        }
  assert_near (sl_beta_p (1.0, 1.0, 1.5), NAN);
  assert_near (sl_beta_p (0.0, 1.0, 0.5), NAN);
  assert_near (sl_beta_quantile (2.0, 4.0, 0.0), 0.0);
  assert_near (sl_beta_quantile (2.0, 4.0, 1.0), 1.0);
  assert_near (sl_beta_quantile (2.0, 4.0, 2.0), NAN);
  assert_close (5.0 + 12.0 * sl_beta_quantile (2.0, 4.0, 0.8), 10.882308115666333, 1e-12);
}

static void
test_student (void)
{
  /* One degree of freedom is the Cauchy distribution. */
  for (double t = 0.0; t < 50.0; t += 0.7)
    assert_near (sl_student_two_sided (t, 1.0), 1.0 - 2.0 / G_PI * atan (t));
  assert_near (sl_student_two_sided (-2.0, 5.0), sl_student_two_sided (2.0, 5.0));
  assert_near (sl_student_two_sided (0.0, 5.0), 1.0);
  assert_near (sl_student_two_sided (INFINITY, 5.0), 0.0);
  assert_near (sl_student_two_sided (1.0, 0.0), NAN);
  assert_close (sl_student_two_sided (1.0, 1e7), 2.0 * sl_normal_cdf (-1.0), 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/numeric/middle", test_middle);
  g_test_add_func ("/core/numeric/ranks", test_ranks);
  g_test_add_func ("/core/numeric/line", test_line);
  g_test_add_func ("/core/numeric/normal", test_normal);
  g_test_add_func ("/core/numeric/gamma", test_gamma);
  g_test_add_func ("/core/numeric/beta", test_beta);
  g_test_add_func ("/core/numeric/student", test_student);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three-point estimates against published examples and closed forms. */

#include "config.h"

#include "methods/sl-pert.h"

#include "near.h"

static void
test_moments (void)
{
  const SlEstimate3 estimate = { 5, 8, 17 };
  SlMoments moments = sl_pert_moments (&estimate);
  assert_near (moments.mean, 9.0);
  assert_near (moments.variance, 4.0);
  moments = sl_beta_pert_moments (&estimate);
  assert_near (moments.mean, 9.0);
  assert_near (moments.variance, 4.571428571428571);
  double alpha, beta;
  sl_beta_pert_shapes (&estimate, &alpha, &beta);
  assert_near (alpha, 2.0);
  assert_near (beta, 4.0);
  assert_near (sl_beta_pert_quantile (&estimate, 0.8), 10.882308115666333);
  assert_near (sl_beta_pert_quantile (&estimate, 0.0), 5.0);
  assert_near (sl_beta_pert_quantile (&estimate, 1.0), 17.0);
  const SlEstimate3 triangle = { 5, 10, 15 }, fixed = { 4, 4, 4 };
  assert_near (sl_triangular_moments (&triangle).mean, 10.0);
  assert_near (sl_triangular_moments (&triangle).variance, 25.0 / 6.0);
  assert_near (sl_uniform_moments (8, 12).mean, 10.0);
  assert_near (sl_uniform_moments (8, 12).variance, 4.0 / 3.0);
  assert_near (sl_pert_moments (&fixed).mean, 4.0);
  assert_near (sl_beta_pert_moments (&fixed).variance, 0.0);
  assert_near (sl_beta_pert_quantile (&fixed, 0.3), 4.0);
}

static void
test_valid (void)
{
  const SlEstimate3 good = { 1, 1, 2 }, early = { 2, 1, 3 }, late = { 1, 4, 3 },
                    gap = { 1, NAN, 3 };
  g_assert_true (sl_estimate3_is_valid (&good));
  g_assert_false (sl_estimate3_is_valid (&early));
  g_assert_false (sl_estimate3_is_valid (&late));
  g_assert_false (sl_estimate3_is_valid (&gap));
}

static void
test_chance (void)
{
  const SlMoments path = { 17, 9 }, late = { 214, 100 }, fixed = { 5, 0 };
  assert_near (sl_pert_z (&path, 20), 1.0);
  assert_close (sl_pert_chance (&path, 20), 0.8413447460685429, 1e-15);
  assert_close (1.0 - sl_pert_chance (&late, 224), 0.1587, 5e-5);
  assert_near (sl_pert_z (&fixed, 5), NAN);
  assert_near (sl_pert_chance (&fixed, 5), 1.0);
  assert_near (sl_pert_chance (&fixed, 4.9), 0.0);
  /* Stevenson's three paths. */
  const SlMoments paths[] = { { 20.5, 1.25 }, { 21.5, 65.0 / 36.0 }, { 19.5, 19.0 / 36.0 } };
  assert_near (sl_pert_joint_chance (paths, 3, 24), 0.9677489201411814);
  assert_near (sl_pert_joint_chance (paths, 0, 24), 1.0);
}

static void
test_latest (void)
{
  const SlMoments two[] = { { 10, 4 }, { 10, 4 } }, one[] = { { 7, 3 } };
  assert_close (sl_pert_mean_of_latest (two, 2), 10.0 + 2.0 / sqrt (G_PI), 1e-9);
  assert_close (sl_pert_mean_of_latest (one, 1), 7.0, 1e-9);
  assert_near (sl_pert_mean_of_latest (one, 0), NAN);
  /* Two different ones: Clark 1961. */
  const SlMoments unlike[] = { { 10, 4 }, { 12, 25 } };
  double a = sqrt (29.0), x = 2.0 / a;
  double want = 12.0 * 0.5 * erfc (-x / G_SQRT2) + 10.0 * 0.5 * erfc (x / G_SQRT2)
                + a * exp (-x * x / 2.0) / sqrt (2.0 * G_PI);
  assert_close (sl_pert_mean_of_latest (unlike, 2), want, 1e-9);
  /* Three alike: 3 / (2 sqrt pi) standard deviations later. */
  const SlMoments three[] = { { 0, 1 }, { 0, 1 }, { 0, 1 } };
  assert_close (sl_pert_mean_of_latest (three, 3), 1.5 / sqrt (G_PI), 1e-9);
  /* One that is certain: E max (c, X) in closed form; and two that are. */
  const SlMoments certain[] = { { 10, 0 }, { 9, 4 } }, both[] = { { 3, 0 }, { 8, 0 } };
  double z = 0.5, density = exp (-z * z / 2.0) / sqrt (2.0 * G_PI);
  assert_close (sl_pert_mean_of_latest (certain, 2),
                10.0 * 0.5 * erfc (-z / G_SQRT2) + 9.0 * 0.5 * erfc (z / G_SQRT2) + 2.0 * density,
                1e-9);
  assert_near (sl_pert_mean_of_latest (both, 2), 8.0);
  /* Very different ones: the wide one may be first or last, the narrow one is where it is. */
  const SlMoments mixed[] = { { 0, 1e-12 }, { 0, 1e6 } };
  assert_close (sl_pert_mean_of_latest (mixed, 2), 1000.0 / sqrt (2.0 * G_PI), 1e-7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/pert/moments", test_moments);
  g_test_add_func ("/core/pert/valid", test_valid);
  g_test_add_func ("/core/pert/chance", test_chance);
  g_test_add_func ("/core/pert/latest", test_latest);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust between parties: its level, promises, and what counts as bad. */

#include "config.h"

#include "methods/sl-trust.h"

#include "near.h"

static void
test_level (void)
{
  const double answers[] = { 5, 4, 3, NAN, 4 };
  assert_near (sl_trust_level (answers, 5), 75.0);
  assert_near (sl_trust_level (answers, 1), 100.0);
  assert_near (sl_trust_level (answers + 3, 1), NAN);
  assert_near (sl_trust_level (answers, 0), NAN);
  g_assert_true (sl_trust_is_lopsided (80, 55));
  g_assert_true (sl_trust_is_lopsided (50, 90));
  g_assert_false (sl_trust_is_lopsided (80, 55.1));
  g_assert_false (sl_trust_is_lopsided (NAN, 0));
}

static void
test_promises (void)
{
  const SlPromiseDays promises[] = {
    { 90, 90 },          /* on its day */
    { 91, 92 },          /* a day late */
    { 99, SL_INT_NULL }, /* not kept */
    { 10, 5 },           /* just within the days that count */
    { 9, SL_INT_NULL },  /* long ago */
    { 100, SL_INT_NULL },
    { SL_INT_NULL, 50 },
  };
  guint n_due;
  assert_near (sl_promises_kept (promises, 7, 100, &n_due), 0.5);
  g_assert_cmpuint (n_due, ==, 4);
  assert_near (sl_promises_kept (promises, 3, 100, NULL), 1.0 / 3.0);
  assert_near (sl_promises_kept (promises, 2, 100, &n_due), NAN);
  g_assert_cmpuint (n_due, ==, 2);
  assert_near (sl_promises_kept (promises, 0, 100, &n_due), NAN);
}

static void
test_severity (void)
{
  const double series[] = { 82, 80, 74, 70, 61 };
  SlTrend falling, none;
  g_assert_true (sl_trend (series, 5, &falling));
  g_assert_true (sl_trend (series, 3, &none));
  SlTrustSeverity severity = sl_trust_severity (61, SL_TRUST_LOW, &falling, 0.9);
  assert_near (severity.level, 9.0 / 70.0);
  assert_near (severity.trend, 0.205);
  assert_near (severity.promises, 0.1);
  assert_near (severity.severity, 0.205);
  severity = sl_trust_severity (74, SL_TRUST_LOW, &none, NAN);
  assert_near (severity.severity, 0.0);
  severity = sl_trust_severity (0, SL_TRUST_LOW, NULL, NAN);
  assert_near (severity.severity, 1.0);
  assert_near (severity.trend, NAN);
  severity = sl_trust_severity (NAN, SL_TRUST_LOW, NULL, 0.25);
  assert_near (severity.severity, 0.75);
  severity = sl_trust_severity (NAN, SL_TRUST_LOW, NULL, NAN);
  assert_near (severity.severity, NAN);
  /* The bar may be set elsewhere. */
  assert_near (sl_trust_severity (40, 50, NULL, NAN).severity, 0.2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/trust/level", test_level);
  g_test_add_func ("/core/trust/promises", test_promises);
  g_test_add_func ("/core/trust/severity", test_severity);
  return g_test_run ();
}

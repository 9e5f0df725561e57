/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When an acknowledgement and a contact are late, at the edges of their days. */

#include "config.h"

#include "methods/sl-communication.h"

#include <math.h>

static void
test_acknowledgement (void)
{
  g_assert_cmpint (sl_acknowledgement_due (100, SL_INT_NULL), ==, 107);
  g_assert_cmpint (sl_acknowledgement_due (100, 103), ==, 103);
  g_assert_cmpint (sl_acknowledgement_due (SL_INT_NULL, 103), ==, 103);
  g_assert_cmpint (sl_acknowledgement_due (SL_INT_NULL, SL_INT_NULL), ==, SL_INT_NULL);
  g_assert_cmpfloat (sl_acknowledgement_severity (107, SL_INT_NULL, 107), ==, 0.0);
  g_assert_cmpfloat (sl_acknowledgement_severity (107, SL_INT_NULL, 108), ==, 1.0);
  g_assert_cmpint (sl_acknowledgement_days_late (107, SL_INT_NULL, 118), ==, 11);
  g_assert_cmpint (sl_acknowledgement_days_late (107, SL_INT_NULL, 90), ==, 0);
  /* Given late is given. */
  g_assert_cmpfloat (sl_acknowledgement_severity (107, 115, 118), ==, 0.0);
  g_assert_cmpfloat (sl_acknowledgement_severity (SL_INT_NULL, SL_INT_NULL, 118), ==, 0.0);
}

static void
test_contact (void)
{
  g_assert_cmpfloat (sl_contact_severity (100, 14, 114), ==, 0.0);
  g_assert_cmpfloat (sl_contact_severity (100, 14, 121), ==, 0.5);
  g_assert_cmpfloat (sl_contact_days_over (100, 14, 121), ==, 7.0);
  g_assert_cmpfloat (sl_contact_severity (100, 14, 128), ==, 1.0);
  g_assert_cmpfloat (sl_contact_severity (100, 14, 900), ==, 1.0);
  g_assert_cmpfloat (sl_contact_severity (100, 14, 90), ==, 0.0);
  g_assert_true (isnan (sl_contact_severity (SL_INT_NULL, 14, 90)));
  g_assert_true (isnan (sl_contact_severity (100, 0, 114)));
  g_assert_true (isnan (sl_contact_severity (100, NAN, 114)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/communication/acknowledgement", test_acknowledgement);
  g_test_add_func ("/core/communication/contact", test_contact);
  return g_test_run ();
}

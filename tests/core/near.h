/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparison of computed numbers for tests. */

#pragma once

#include <glib.h>
#include <math.h>

/* @got equals @want to @epsilon (relative above 1), or both are NAN. */
#define assert_close(got, want, epsilon)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double got_ = (got), want_ = (want);                                                           \
    if (isnan (want_) || isnan (got_))                                                             \
      g_assert_true (isnan (got_) && isnan (want_));                                               \
    else                                                                                           \
      g_assert_cmpfloat_with_epsilon (got_, want_, (epsilon)*fmax (1.0, fabs (want_)));            \
  }                                                                                                \
  G_STMT_END

#define assert_near(got, want) assert_close (got, want, 1e-12)

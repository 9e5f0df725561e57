/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The generator of random numbers that repeat: the bits, and the two shapes in which they are
 * wanted. Distributions are made from them by the methods that need them. */

#include "config.h"

#include "base/sl-random.h"

guint64
sl_random_bits (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

double
sl_random_unit (guint64 *state)
{
  return (double)(sl_random_bits (state) >> 11) * 0x1p-53;
}

guint
sl_random_below (guint64 *state, guint n)
{
  /* The high half of the product: the bias is below n / 2^32, the cost one multiplication. */
  return (guint)(((sl_random_bits (state) >> 32) * (guint64)n) >> 32);
}

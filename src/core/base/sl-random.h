/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random numbers that are the same on every machine for the same seed. Not for secrets. The state
 * is one number that the caller owns: no locks, any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_random_bits:
 * @state: (inout): the seed at first; any value
 *
 * Source: splitmix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014); every seed gives a full-period sequence.
 *
 * Returns: 64 random bits
 */
guint64 sl_random_bits (guint64 *state);
/* Uniform, 0 <= u < 1, in steps of 2^-53. */
double sl_random_unit (guint64 *state);
/* Uniform, 0..@n-1; @n more than 0. */
guint sl_random_below (guint64 *state, guint n);

G_END_DECLS

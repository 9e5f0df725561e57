/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The generator of repeatable random numbers: its published sequence, and that its shapes are
 * evenly spread. */

#include "config.h"

#include "base/sl-random.h"

/* The first numbers of seed 1234567 as Rosetta Code prints them. */
static void
test_published (void)
{
  const guint64 want[]
      = { G_GUINT64_CONSTANT (6457827717110365317), G_GUINT64_CONSTANT (3203168211198807973),
          G_GUINT64_CONSTANT (9817491932198370423), G_GUINT64_CONSTANT (4593380528125082431),
          G_GUINT64_CONSTANT (16408922859458223821) };
  guint64 state = 1234567;
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    g_assert_cmpuint (sl_random_bits (&state), ==, want[i]);
}

static void
test_spread (void)
{
  enum
  {
    N = 70000,
    CELLS = 7
  };
  guint units[CELLS] = { 0 }, wholes[CELLS] = { 0 };
  guint64 state = 0;
  for (guint i = 0; i < N; i++)
    {
      double unit = sl_random_unit (&state);
      g_assert_true (unit >= 0.0 && unit < 1.0);
      units[(guint)(unit * CELLS)]++;
      guint whole = sl_random_below (&state, CELLS);
      g_assert_cmpuint (whole, <, CELLS);
      wholes[whole]++;
    }
  /* Five standard errors. */
  for (guint i = 0; i < CELLS; i++)
    {
      g_assert_cmpint (ABS ((int)units[i] - N / CELLS), <, 463);
      g_assert_cmpint (ABS ((int)wholes[i] - N / CELLS), <, 463);
    }
  g_assert_cmpuint (sl_random_below (&state, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/random/published", test_published);
  g_test_add_func ("/core/random/spread", test_spread);
  return g_test_run ();
}

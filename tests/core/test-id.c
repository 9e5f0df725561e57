/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids: range, repeatable sequences, derived ids, the text form. */

#include "config.h"

#include "base/sl-id.h"

#include <string.h>

#define ID_MIN (G_GINT64_CONSTANT (1) << 32)

static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      SlId id = sl_id_new ();

      g_assert_cmpint (id, >=, ID_MIN);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

static void
test_seed (void)
{
  SlId first[100];
  guint n_same = 0;

  sl_id_seed (42);
  for (guint i = 0; i < 100; i++)
    first[i] = sl_id_new ();
  sl_id_seed (42);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (sl_id_new (), ==, first[i]);
  sl_id_seed (43);
  for (guint i = 0; i < 100; i++)
    n_same += sl_id_new () == first[i];
  g_assert_cmpuint (n_same, ==, 0);
  sl_id_seed (0);
  g_assert_cmpint (sl_id_new (), !=, sl_id_new ());
}

static void
test_natural (void)
{
  const SlId keys[] = { G_GINT64_CONSTANT (0x123456789abcdef0), ID_MIN };
  const SlId swapped[] = { keys[1], keys[0] };
  SlId id = sl_id_natural ("position", keys, 2);

  /* Fixed for ever: files on other machines carry it. The first 63 bits of
   * sha256 ("position\0" 12 34 56 78 9a bc de f0 00 00 00 01 00 00 00 00). */
  g_assert_cmpint (id, ==, G_GINT64_CONSTANT (0x5d35bf852607b15));
  g_assert_cmpint (sl_id_natural ("position", keys, 2), ==, id);
  g_assert_cmpint (sl_id_natural ("position", swapped, 2), !=, id);
  g_assert_cmpint (sl_id_natural ("priority", keys, 2), !=, id);
  g_assert_cmpint (sl_id_natural ("position", keys, 1), !=, id);
  g_assert_cmpint (sl_id_natural_text ("sheet", "timeline"), ==,
                   G_GINT64_CONSTANT (0x12263bf9751b27c3));
  g_assert_cmpint (sl_id_natural_text ("sheet", "timeline"), !=,
                   sl_id_natural_text ("sheet", "goal-tree"));
}

static void
test_text (void)
{
  static const char *const bad[] = { "",
                                     "0000000000000",  /* below the smallest id */
                                     "00000040000000", /* 14 digits */
                                     "000004000000",
                                     "8000000000000", /* 64 bits */
                                     "U000000000000",
                                     "00000400000-0",
                                     "00000400000é" };
  SlId id;

  for (guint i = 0; i < 1000; i++)
    {
      SlId original = sl_id_new ();
      g_autofree char *text = sl_id_to_string (original);
      g_autofree char *lower = g_ascii_strdown (text, -1);

      g_assert_cmpuint (strlen (text), ==, 13);
      g_assert_true (sl_id_from_string (text, &id));
      g_assert_cmpint (id, ==, original);
      g_assert_true (sl_id_from_string (lower, &id));
      g_assert_cmpint (id, ==, original);
    }
  g_assert_true (sl_id_from_string ("7ZZZZZZZZZZZZ", &id));
  g_assert_cmpint (id, ==, G_MAXINT64);
  g_assert_true (sl_id_from_string ("OoIiLl4000000", &id));
  g_assert_cmpint (id, ==, G_GINT64_CONSTANT (0x4210900000000));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      id = 7;
      g_assert_false (sl_id_from_string (bad[i], &id));
      g_assert_cmpint (id, ==, 7);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/id/random", test_random);
  g_test_add_func ("/core/id/seed", test_seed);
  g_test_add_func ("/core/id/natural", test_natural);
  g_test_add_func ("/core/id/text", test_text);
  return g_test_run ();
}

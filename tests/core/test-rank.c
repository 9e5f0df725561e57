/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order keys: always between, always valid, and short for the ways in which people insert. */

#include "config.h"

#include "base/sl-rank.h"

#include <string.h>

static void
assert_between (const char *key, const char *before, const char *after)
{
  g_assert_nonnull (key);
  g_assert_true (sl_rank_valid (key));
  if (before != NULL)
    g_assert_cmpstr (before, <, key);
  if (after != NULL)
    g_assert_cmpstr (key, <, after);
}

/* Inserts at @position (of the list so far) and checks. */
static void
insert_at (GPtrArray *keys, guint position)
{
  const char *before = position > 0 ? g_ptr_array_index (keys, position - 1) : NULL;
  const char *after = position < keys->len ? g_ptr_array_index (keys, position) : NULL;
  char *key = sl_rank_between (before, after);

  assert_between (key, before, after);
  g_ptr_array_insert (keys, (int)position, key);
}

static gsize
longest (GPtrArray *keys)
{
  gsize length = 0;

  for (guint i = 0; i < keys->len; i++)
    length = MAX (length, strlen (g_ptr_array_index (keys, i)));
  return length;
}

static void
test_random (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 500; i++)
        insert_at (keys, (guint)g_test_rand_int_range (0, (int)keys->len + 1));
      g_assert_cmpuint (longest (keys), <, 24);
    }
}

static void
test_append (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3700; i++)
    insert_at (keys, keys->len);
  g_assert_cmpuint (longest (keys), <=, 3);
  for (guint i = 0; i < 50000; i++)
    insert_at (keys, keys->len);
  g_assert_cmpuint (longest (keys), <=, 5);
}

static void
test_prepend (void)
{
  g_autofree char *key = sl_rank_between (NULL, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *next = sl_rank_between (NULL, key);

      assert_between (next, NULL, key);
      g_free (key);
      key = g_steal_pointer (&next);
    }
  g_assert_cmpuint (strlen (key), <=, 5);
}

/* A list pasted between two neighbours, and typing upward into the same gap. */
static void
test_squeeze (void)
{
  g_autofree char *low = g_strdup ("V");
  g_autofree char *high = g_strdup ("V1");

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = sl_rank_between (low, "V1");

      assert_between (key, low, "V1");
      g_free (low);
      low = g_steal_pointer (&key);
    }
  g_assert_cmpuint (strlen (low), <=, 9);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = sl_rank_between ("V", high);

      assert_between (key, "V", high);
      g_free (high);
      high = g_steal_pointer (&key);
    }
  g_assert_cmpuint (strlen (high), <=, 9);
}

static void
test_edges (void)
{
  static const char *const keys[] = { "0000z", "001", "01", "0z", "1", "101", "1z",  "2",
                                      "V",     "Vz",  "y",  "yz", "z", "z01", "zzzz" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *before = sl_rank_between (NULL, keys[i]);
      g_autofree char *after = sl_rank_between (keys[i], NULL);

      assert_between (before, NULL, keys[i]);
      assert_between (after, keys[i], NULL);
      for (guint j = i + 1; j < G_N_ELEMENTS (keys); j++)
        {
          g_autofree char *key = sl_rank_between (keys[i], keys[j]);

          assert_between (key, keys[i], keys[j]);
        }
      g_assert_null (sl_rank_between (keys[i], keys[i]));
    }
  g_assert_null (sl_rank_between ("b", "a"));
}

static void
test_valid (void)
{
  g_assert_true (sl_rank_valid ("V"));
  g_assert_true (sl_rank_valid ("0a"));
  g_assert_false (sl_rank_valid (""));
  g_assert_false (sl_rank_valid ("V0"));
  g_assert_false (sl_rank_valid ("V-1"));
  g_assert_false (sl_rank_valid ("é"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rank/random", test_random);
  g_test_add_func ("/core/rank/append", test_append);
  g_test_add_func ("/core/rank/prepend", test_prepend);
  g_test_add_func ("/core/rank/squeeze", test_squeeze);
  g_test_add_func ("/core/rank/edges", test_edges);
  g_test_add_func ("/core/rank/valid", test_valid);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Qualitative evaluation: the whole tables, written as the method's text writes them, and the rules
 * for several labels. */

#include "config.h"

#include "methods/sl-grl-labels.h"

/* The label or contribution called @name. */
static guint
find (const char *const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  g_assert_not_reached ();
}

static void
test_pass (void)
{
  static const char *const rows[] = {
    "D D WD WD N WS WS S", "WD WD WD WD N WS WS WS", "WS WS WS WS N WD WD WD",
    "S S WS WS N WD WD D", "C U U U U U U U",        "U U U U U U U U",
    "N N N N N N N N",
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);
      g_assert_cmpuint (g_strv_length (words), ==, 8);
      for (guint k = 0; k < 7; k++)
        {
          SlGrlLabel got = sl_grl_label_pass (find (sl_grl_label_names, words[0]), k);
          g_assert_cmpstr (sl_grl_label_names[got], ==, words[k + 1]);
        }
    }
}

static void
test_join (void)
{
  static const char *const second[] = { "D", "WD", "WS", "S", "C", "U", "N" };
  static const char *const rows[] = {
    "D D D WD C C U D", "WD D WD N WS C U WD", "WS WD N WS S C U WS", "S C WS S S C U S",
    "C C C C C C C C",  "U U U U U C U U",     "N D WD WS S C U N",
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);
      g_assert_cmpuint (g_strv_length (words), ==, 8);
      for (guint k = 0; k < 7; k++)
        {
          SlGrlLabel got = sl_grl_label_join (find (sl_grl_label_names, words[0]),
                                              find (sl_grl_label_names, second[k]));
          g_assert_cmpstr (sl_grl_label_names[got], ==, words[k + 1]);
        }
    }
}

/* @labels: "WS S"; @how: NULL: contributions */
static void
assert_labels (const char *labels, const SlRefinement *how, const char *want)
{
  g_auto (GStrv) words = g_strsplit (labels, " ", -1);
  SlGrlLabel read[8];
  guint n = 0;
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    read[n++] = find (sl_grl_label_names, words[i]);
  SlGrlLabel got
      = how != NULL ? sl_grl_label_refine (*how, read, n) : sl_grl_label_combine (read, n);
  g_assert_cmpstr (sl_grl_label_names[got], ==, want);
}

static void
test_combine (void)
{
  static const char *const cases[][2] = {
    { "", "N" },       { "S", "S" },       { "N N", "N" },   { "WS WS WD", "WS" },
    { "WS WD", "N" },  { "WS WS S", "S" }, { "N WS", "WS" }, { "S D", "C" },
    { "S D WS", "C" }, { "D D", "D" },     { "D WS", "WD" }, { "S WD", "WS" },
    { "S U", "U" },    { "C", "U" },       { "S D C", "U" }, { "WD WD WS D", "D" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_labels (cases[i][0], NULL, cases[i][1]);
}

static void
test_refine (void)
{
  SlRefinement all = SL_REFINEMENT_AND, any = SL_REFINEMENT_OR, one = SL_REFINEMENT_XOR;
  assert_labels ("", &all, "N");
  assert_labels ("S WS N", &all, "N");
  assert_labels ("U WD", &all, "U");
  assert_labels ("C WD", &all, "U");
  assert_labels ("D C", &all, "D");
  assert_labels ("S S", &all, "S");
  assert_labels ("S WS WD", &all, "WD");
  assert_labels ("D WS", &any, "WS");
  assert_labels ("WD D", &any, "WD");
  assert_labels ("N WD", &any, "N");
  assert_labels ("S C", &any, "S");
  assert_labels ("WS C", &one, "U");
}

/* Random lists, in two orders. */
static void
test_order (void)
{
  for (guint round = 0; round < 500; round++)
    {
      SlGrlLabel labels[6];
      guint n = g_test_rand_int_range (1, 7), a = g_test_rand_int_range (0, n);
      guint b = g_test_rand_int_range (0, n);
      for (guint i = 0; i < n; i++)
        labels[i] = g_test_rand_int_range (0, 7);
      SlGrlLabel combined = sl_grl_label_combine (labels, n);
      SlGrlLabel refined = sl_grl_label_refine (SL_REFINEMENT_AND, labels, n);
      SlGrlLabel label = labels[a];
      labels[a] = labels[b];
      labels[b] = label;
      g_assert_cmpint (sl_grl_label_combine (labels, n), ==, combined);
      g_assert_cmpint (sl_grl_label_refine (SL_REFINEMENT_AND, labels, n), ==, refined);
    }
}

static void
test_weights (void)
{
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_MAKE), ==, 100);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_HELP), ==, 25);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_SOME_POSITIVE), ==, 75);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_UNKNOWN), ==, 0);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_BREAK), ==, -100);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_HURT), ==, -25);
  g_assert_cmpfloat (sl_grl_contribution_weight (SL_GRL_SOME_NEGATIVE), ==, -75);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/grl-labels/pass", test_pass);
  g_test_add_func ("/core/grl-labels/join", test_join);
  g_test_add_func ("/core/grl-labels/combine", test_combine);
  g_test_add_func ("/core/grl-labels/refine", test_refine);
  g_test_add_func ("/core/grl-labels/order", test_order);
  g_test_add_func ("/core/grl-labels/weights", test_weights);
  return g_test_run ();
}

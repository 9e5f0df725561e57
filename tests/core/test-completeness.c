/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completeness of pages, counted by hand. */

#include "config.h"

#include "analysis/sl-completeness.h"
#include "plan-builder.h"

#include <math.h>

static void
add_risks (SlStore *store)
{
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Fire", SL_RISK_OWNER, "@Sales",
               SL_RISK_PROBABILITY, "2", SL_RISK_IMPACT, "5", SL_RISK_PLAN, "Call the brigade.",
               -1);
  builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Flood", SL_RISK_PROBABILITY, "1", -1);
}

static void
test_counts (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlCompleteness filled;

  add_risks (store);
  sl_completeness_of (sl_store_get_snapshot (store), "risks", &filled);
  /* Six fields of two risks: four and one are there. */
  g_assert_cmpuint (filled.need, ==, 12);
  g_assert_cmpuint (filled.have, ==, 5);
  g_assert_cmpuint (filled.n_parts, ==, 6);
  g_assert_cmpstr (filled.parts[1].field->name, ==, "probability");
  g_assert_cmpuint (filled.parts[1].have, ==, 2);
  g_assert_cmpuint (filled.parts[0].have, ==, 1);
  g_assert_cmpfloat_with_epsilon (sl_completeness_share (&filled), 5.0 / 12.0, 1e-12);
}

static void
test_closed (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlCompleteness filled;

  add_risks (store);
  builder_set (store, builder_find (store, "Flood"), SL_RISK_STATUS, "closed");
  builder_set (store, builder_find (store, "Fire"), SL_RISK_PLAN, "");
  sl_completeness_of (sl_store_get_snapshot (store), "risks", &filled);
  g_assert_cmpuint (filled.need, ==, 6);
  g_assert_cmpuint (filled.have, ==, 3); /* an empty plan is none */
}

/* Of a conflict that is settled nothing is asked any more. */
static void
test_settled (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlCompleteness filled;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Board", -1);
  builder_add (store, SL_KIND_CONFLICT, SL_CONFLICT_TITLE, "Price", SL_CONFLICT_DECIDER, "@Board",
               -1);
  builder_add (store, SL_KIND_CONFLICT, SL_CONFLICT_TITLE, "Date", SL_CONFLICT_SETTLED,
               "2026-11-10", -1);
  sl_completeness_of (sl_store_get_snapshot (store), "alignment", &filled);
  g_assert_cmpuint (filled.need, ==, 3);
  g_assert_cmpuint (filled.have, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlCompleteness filled;

  sl_completeness_of (sl_store_get_snapshot (store), "risks", &filled);
  g_assert_cmpuint (filled.need, ==, 0);
  g_assert_true (isnan (sl_completeness_share (&filled)));
  sl_completeness_of (sl_store_get_snapshot (store), "print", &filled);
  g_assert_cmpuint (filled.n_parts, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/completeness/counts", test_counts);
  g_test_add_func ("/core/completeness/closed", test_closed);
  g_test_add_func ("/core/completeness/settled", test_settled);
  g_test_add_func ("/core/completeness/nothing", test_nothing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goals get and what parties give them, by hand: shares of money and work, what is not known,
 * who is booked for how much, and orders that contradict each other. */

#include "config.h"

#include "analysis/sl-analysis.h"
#include "analysis/sl-bookings.h"
#include "analysis/sl-funding.h"
#include "analysis/sl-priorities.h"
#include "base/sl-date.h"
#include "near.h"
#include "plan-builder.h"

static gint64
today (void)
{
  gint64 day = 0;

  g_assert_true (sl_day_from_iso ("2026-11-16", &day));
  return day;
}

static void
add_goal (SlStore *store, const char *title, const char *weight)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title, SL_GOAL_SHARED, "1", SL_GOAL_WEIGHT,
               weight, -1);
}

static void
add_money (SlStore *store, const char *item, const char *planned)
{
  if (item != NULL)
    builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Line", SL_BUDGET_ITEM, item,
                 SL_BUDGET_PLANNED, planned, -1);
  else
    builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Line", SL_BUDGET_PLANNED, planned, -1);
}

static const SlIndexSub *
sub_of (const SlAnalysis *analysis, SlSubMeasure sub)
{
  return &analysis->index->subs[sub];
}

/* Money below a shared goal counts for it, money for no goal for none: METHODS section 6. */
static void
test_money (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlFunding *funding;

  add_goal (store, "Speed", "60");
  add_goal (store, "Margin", "40");
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Vans", SL_GOAL_PARENT, "@Speed", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Buy", SL_TASK_GOAL, "@Vans", -1);
  add_money (store, "@Buy", "20");
  add_money (store, "@Speed", "10");
  add_money (store, "@Margin", "60");
  add_money (store, NULL, "10");
  analysis = sl_analysis_new (sl_store_get_snapshot (store), today (), NULL);
  funding = analysis->facts->funding;
  g_assert_false (funding->in_days);
  g_assert_cmpuint (funding->n, ==, 2);
  assert_near (funding->amounts[0], 30.0);
  assert_near (funding->amounts[2], 10.0);
  assert_near (funding->gaps[0], -0.3);
  assert_near (funding->gaps[1], 0.2);
  assert_near (funding->gaps[2], 0.1);
  assert_near (funding->distance, 0.3);
  assert_near (funding->coverage, 1.0);
  assert_near (sub_of (analysis, SL_SUB_A3A)->score, 0.7);
  assert_near (sub_of (analysis, SL_SUB_A3A)->coverage, 1.0);
}

/* A goal of which nothing is entered is compared, and known only as far as the others are. */
static void
test_unknown (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;

  add_goal (store, "Speed", "75");
  add_goal (store, "Margin", "25");
  add_money (store, "@Speed", "10");
  analysis = sl_analysis_new (sl_store_get_snapshot (store), today (), NULL);
  assert_near (analysis->facts->funding->distance, 0.25);
  assert_near (sub_of (analysis, SL_SUB_A3A)->coverage, 0.75);
  assert_near (sub_of (analysis, SL_SUB_A3A)->score, 0.75);
}

static void
test_nothing (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;

  add_goal (store, "Speed", "75");
  analysis = sl_analysis_new (sl_store_get_snapshot (store), today (), NULL);
  g_assert_true (isnan (analysis->facts->funding->distance));
  g_assert_true (isnan (analysis->concordance));
  assert_near (sub_of (analysis, SL_SUB_A2)->coverage, 0.0);
  assert_near (sub_of (analysis, SL_SUB_A3A)->coverage, 0.0);
  assert_near (sub_of (analysis, SL_SUB_A3B)->coverage, 0.0);
}

/* Without any money, work is compared. */
static void
test_days (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlFacts) facts = NULL;

  add_goal (store, "Speed", "50");
  add_goal (store, "Margin", "50");
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Buy", SL_TASK_GOAL, "@Speed", SL_TASK_EFFORT,
               "30", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Price", SL_TASK_GOAL, "@Margin", SL_TASK_EFFORT,
               "10", -1);
  facts = sl_facts_new (sl_store_get_snapshot (store), today ());
  g_assert_true (facts->funding->in_days);
  assert_near (facts->funding->total, 40.0);
  assert_near (facts->funding->gaps[0], 0.25);
}

static void
book (SlStore *store, const char *task, const char *start, const char *due)
{
  g_autofree char *name = g_strconcat ("@", task, NULL);

  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, task, SL_TASK_START, start, SL_TASK_DUE, due,
               -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, name, SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "0.8", -1);
}

/* Five working days and a weekend; what is over is not counted: METHODS section 7. */
static void
test_bookings (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlFacts) facts = NULL;
  const SlLoadSum *sum;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", -1);
  book (store, "Past", "2026-11-02", "2026-11-13");
  book (store, "Begun", "2026-11-09", "2026-11-18");
  book (store, "Next", "2026-11-17", "2026-11-20");
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Nobody's", -1);
  facts = sl_facts_new (sl_store_get_snapshot (store), today ());
  sum = &facts->bookings->load->resources[0];
  g_assert_cmpuint (facts->bookings->list->len, ==, 2);
  assert_near (sum->load, 0.8 * 3 + 0.8 * 4);
  assert_near (sum->over, 0.6 * 2);
  g_assert_cmpint (sum->over_days, ==, 2);
  assert_near (facts->bookings->coverage, 0.75);
  g_assert_false (g_array_index (facts->bookings->list, SlBooking, 0).movable);
  g_assert_true (g_array_index (facts->bookings->list, SlBooking, 1).movable);
}

/* Four goals in a circle of orders: nobody agrees with anybody, which caps the verdict. */
static void
test_opposed (void)
{
  static const char *const parties[] = { "Sales", "Finance", "Service", "Works" };
  static const char *const goals[] = { "@Speed", "@Margin", "@Brand", "@Cash" };
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  guint n_vetoes = 0;

  for (guint i = 0; i < 4; i++)
    {
      add_goal (store, goals[i] + 1, "1");
      builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, parties[i], -1);
    }
  for (guint p = 0; p < 4; p++)
    for (guint g = 0; g < 4; g++)
      {
        g_autofree char *party = g_strconcat ("@", parties[p], NULL);
        g_autofree char *points = g_strdup_printf ("%u", 10 * ((g + p) % 4 + 1));

        builder_add (store, SL_KIND_PRIORITY, SL_PRIORITY_PARTY, party, SL_PRIORITY_GOAL, goals[g],
                     SL_PRIORITY_POINTS, points, -1);
      }
  analysis = sl_analysis_new (sl_store_get_snapshot (store), today (), NULL);
  assert_near (analysis->concordance, 0.0);
  for (guint i = 0; i < analysis->findings->len; i++)
    n_vetoes += ((const SlFinding *)analysis->findings->pdata[i])->veto == SL_VETO_PRIORITIES;
  g_assert_cmpuint (n_vetoes, ==, 1);
  assert_near (sub_of (analysis, SL_SUB_A2)->score, 1.0 - analysis->facts->agreement->disagreement);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/resources/money", test_money);
  g_test_add_func ("/core/resources/unknown", test_unknown);
  g_test_add_func ("/core/resources/nothing", test_nothing);
  g_test_add_func ("/core/resources/days", test_days);
  g_test_add_func ("/core/resources/bookings", test_bookings);
  g_test_add_func ("/core/resources/opposed", test_opposed);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the next contact is planned, and how pressing it is. */

#include "config.h"

#include "analysis/sl-contacts.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#include <math.h>

static void
assert_contact (SlStore *store, SlId party, gint64 next, double urgency)
{
  SlSnapshot *plan = sl_store_get_snapshot (store);
  gint64 today = sl_day_from_ymd (2026, 3, 16);
  guint row = 0;
  g_assert_true (sl_table_find (sl_snapshot_table (plan, SL_KIND_PARTY), party, &row));
  g_assert_cmpint (sl_contact_next (plan, row), ==, next);
  if (isnan (urgency))
    g_assert_true (isnan (sl_contact_urgency (plan, row, today)));
  else
    g_assert_cmpfloat_with_epsilon (sl_contact_urgency (plan, row, today), urgency, 1e-9);
}

static void
test_contacts (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId late = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Late", SL_PARTY_POWER, "10",
                           SL_PARTY_INTEREST, "8", SL_PARTY_CONTACT_DAYS, "10",
                           SL_PARTY_LAST_CONTACT, "2026-03-01", -1);
  SlId soon = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Soon", SL_PARTY_CONTACT_DAYS,
                           "30", SL_PARTY_LAST_CONTACT, "2026-03-01", -1);
  SlId unknown = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Unplaced",
                              SL_PARTY_CONTACT_DAYS, "5", SL_PARTY_LAST_CONTACT, "2026-01-01", -1);
  SlId unplanned = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Unplanned",
                                SL_PARTY_LAST_CONTACT, "2026-03-01", -1);
  SlId gone = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Gone", SL_PARTY_CONTACT_DAYS, "5",
                           SL_PARTY_GONE, "true", -1);
  /* five of ten days over, by 80 */
  assert_contact (store, late, sl_day_from_ymd (2026, 3, 11), 40);
  assert_contact (store, soon, sl_day_from_ymd (2026, 3, 31), 0);
  /* long over, by the middle */
  assert_contact (store, unknown, sl_day_from_ymd (2026, 1, 6), 25);
  assert_contact (store, unplanned, SL_INT_NULL, NAN);
  assert_contact (store, gone, SL_INT_NULL, NAN);
}

/* Without any contact it is counted from the begin of the project. */
static void
test_never (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlSnapshot *plan = sl_store_get_snapshot (store);
  SlId party = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "New", SL_PARTY_POWER, "10",
                            SL_PARTY_INTEREST, "10", SL_PARTY_CONTACT_DAYS, "10", -1);
  assert_contact (store, party, SL_INT_NULL, NAN);
  builder_set (store, sl_snapshot_project_id (plan), SL_PROJECT_START, "2026-03-04");
  assert_contact (store, party, sl_day_from_ymd (2026, 3, 14), 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/contacts/contacts", test_contacts);
  g_test_add_func ("/core/contacts/never", test_never);
  return g_test_run ();
}

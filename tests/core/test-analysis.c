/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for the analysis of any plan: every lost point belongs to one finding, accepting a
 * finding gives back exactly what was promised, a finding less never costs anything, the order of
 * rows and the units of weights and money do not matter, and the analysis in the background is the
 * same. Source: METHODS sections 20 and 23. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/sl-analyzer.h"
#include "large-plan.h"
#include "near.h"
#include "random-plan.h"

#define TODAY LARGE_PLAN_TODAY
#define TOLERANCE 1e-9
#define N_PLANS 6
/* Changes of a plan that make it like no other. */
#define N_CHANGES 150

/* --- Plans --- */

/* Whether @field may be changed without leaving a record that no plan can hold. */
static gboolean
may_change (const SlKind *kind, guint field)
{
  return (kind->fields[field].flags & (SL_KEY | SL_OWNER)) == 0 && (int)field != kind->rank_field
         && (int)field != kind->parent_field && kind->fields[field].type != SL_DATE;
}

static void
change_field (SlStore *store, SlChangeSet *changes)
{
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  SlId id = random_target (plan, ~SL_KIND_BIT (SL_KIND_PROJECT));
  g_auto (SlValue) value = SL_VALUE_INIT;
  SlKindId kind = 0;
  guint field;

  g_assert_true (sl_snapshot_find (plan, id, &kind, NULL));
  field = (guint)g_test_rand_int_range (0, (int)sl_kind (kind)->n_fields);
  if (!may_change (sl_kind (kind), field))
    return;
  value = random_value (&sl_kind (kind)->fields[field], plan);
  if (sl_kind (kind)->fields[field].type == SL_REF && value.type == SL_VALUE_INT && value.i == id)
    return;
  apply_set (store, changes, kind, id, field, &value);
}

/* Small enough that each finding can be tried. */
static SlStore *
random_plan (void)
{
  SlStore *store = large_plan_new ((guint)g_test_rand_int_range (50, 80), 20,
                                   (guint)g_test_rand_int_range (60, 120));
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  for (guint i = 0; i < N_CHANGES; i++)
    change_field (store, changes);
  return store;
}

static SlAnalysis *
analyse (SlStore *store)
{
  return sl_analysis_new (sl_store_get_snapshot (store), TODAY, NULL);
}

static void
judge (SlStore *store, SlJudgementType type, const char *key, gint64 expiry)
{
  const SlKind *kind = sl_kind (SL_KIND_JUDGEMENT);
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlValue *row = g_new0 (SlValue, kind->n_fields);

  row[SL_JUDGEMENT_KEY] = sl_value_text (key);
  row[SL_JUDGEMENT_TYPE] = sl_value_int (type);
  row[SL_JUDGEMENT_REASON] = sl_value_text ("We know");
  if (expiry != SL_INT_NULL)
    row[SL_JUDGEMENT_EXPIRY] = sl_value_int (expiry);
  apply_insert (store, changes, SL_KIND_JUDGEMENT, sl_id_new (), row);
  random_row_free (kind, row);
}

/* Undoes the last judge(). */
static void
take_back_judgement (SlStore *store)
{
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_JUDGEMENT);
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  apply_remove (store, changes, SL_KIND_JUDGEMENT,
                sl_table_id (table, sl_table_n_rows (table) - 1));
}

/* --- Comparing --- */

static void
assert_same_finding (const SlFinding *a, const SlFinding *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (sl_finding_told (a)->sentence, ==, sl_finding_told (b)->sentence);
  assert_close (a->severity, b->severity, TOLERANCE);
  assert_close (a->points, b->points, TOLERANCE);
  assert_close (a->gain, b->gain, TOLERANCE);
  g_assert_cmpint (a->veto, ==, b->veto);
  g_assert_cmpint (a->accepted, ==, b->accepted);
  g_assert_cmpint (a->since, ==, b->since);
  g_assert_cmpuint (a->evidence->len, ==, b->evidence->len);
  g_assert_cmpuint (a->remedies->len, ==, b->remedies->len);
  g_assert_cmpuint (a->touches->len, ==, b->touches->len);
}

static void
assert_within (const SlAnalysis *a, const SlAnalysis *b)
{
  for (guint i = 0; i < a->findings->len; i++)
    {
      const SlFinding *finding = a->findings->pdata[i];
      const SlFinding *other = sl_analysis_find (b, finding->key);

      if (other == NULL)
        g_error ("%s is found once and not again: %s", finding->key,
                 sl_finding_told (finding)->sentence);
      assert_same_finding (finding, other);
    }
}

/* Findings are found by their keys: points that differ in the last bit may change the order. */
static void
assert_same (const SlAnalysis *a, const SlAnalysis *b)
{
  assert_within (b, a);
  assert_within (a, b);
  assert_close (a->index->index, b->index->index, TOLERANCE);
  assert_close (a->index->low, b->index->low, TOLERANCE);
  assert_close (a->index->high, b->index->high, TOLERANCE);
  assert_close (a->index->coverage, b->index->coverage, TOLERANCE);
  assert_close (a->delivery.index, b->delivery.index, TOLERANCE);
  assert_close (a->delivery.slipping, b->delivery.slipping, TOLERANCE);
  assert_close (a->concordance, b->concordance, TOLERANCE);
  g_assert_cmpint (a->index->band, ==, b->index->band);
  g_assert_cmpuint (a->n_muted, ==, b->n_muted);
}

/* --- Cases --- */

static void
check_identity (const SlAnalysis *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  double sum = 0.0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const SlFinding *finding = self->findings->pdata[i];

      if (!g_hash_table_add (keys, finding->key))
        g_error ("%s stands for two findings: %s", finding->key,
                 sl_finding_told (finding)->sentence);
      g_assert_cmpfloat (finding->points, >=, 0.0);
      g_assert_cmpfloat (finding->gain, >=, -TOLERANCE);
      g_assert_cmpfloat (finding->gain, <=, finding->points + TOLERANCE);
      g_assert_cmpfloat (finding->severity, >=, 0.0);
      g_assert_cmpfloat (finding->severity, <=, 1.0);
      sum += finding->points;
    }
  g_assert_cmpfloat (self->index->coverage, >, 0.0);
  g_assert_cmpfloat (self->index->coverage, <=, 1.0 + TOLERANCE);
  assert_close (self->index->index + sum, SL_INDEX_TOTAL, TOLERANCE);
  g_assert_cmpfloat (self->index->low, <=, self->index->index + TOLERANCE);
  g_assert_cmpfloat (self->index->high, >=, self->index->low);
  g_assert_true (isnan (self->concordance)
                 || (self->concordance >= -TOLERANCE && self->concordance <= 1.0 + TOLERANCE));
}

static void
test_identity (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (SlStore) store = random_plan ();
      g_autoptr (SlAnalysis) analysis = analyse (store);

      g_assert_cmpuint (analysis->findings->len, >, 20);
      check_identity (analysis);
    }
}

static void
test_order (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalysis) analysis = analyse (store);

  for (guint i = 1; i < analysis->findings->len; i++)
    {
      const SlFinding *before = analysis->findings->pdata[i - 1];
      const SlFinding *after = analysis->findings->pdata[i];

      g_assert_cmpfloat (before->points, >=, after->points);
      if (before->points == after->points)
        g_assert_cmpfloat (before->severity, >=, after->severity);
    }
}

/* Accepting gives exactly the gain, and only the accepted finding changes its state. */
static void
check_accept (SlStore *store, const SlAnalysis *before, const SlFinding *finding)
{
  g_autoptr (SlAnalysis) after = NULL;
  const SlFinding *accepted;

  judge (store, SL_JUDGEMENT_ACCEPTED, finding->key, TODAY);
  after = analyse (store);
  accepted = sl_analysis_find (after, finding->key);
  g_assert_nonnull (accepted);
  g_assert_true (accepted->accepted);
  g_assert_cmpstr (accepted->accepted_why, ==, "We know");
  g_assert_cmpfloat (accepted->points, ==, 0.0);
  g_assert_true (after->findings->pdata[after->findings->len - 1] == accepted);
  assert_close (after->index->index - before->index->index, finding->gain, TOLERANCE);
  check_identity (after);
  take_back_judgement (store);
}

static void
test_accept (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalysis) before = analyse (store);
  guint step = MAX (before->findings->len / 25, 1);

  for (guint i = 0; i < before->findings->len; i += step)
    check_accept (store, before, before->findings->pdata[i]);
}

static void
test_expired (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalysis) before = analyse (store);
  const SlFinding *first = before->findings->pdata[0];
  g_autoptr (SlAnalysis) after = NULL;

  judge (store, SL_JUDGEMENT_ACCEPTED, first->key, TODAY - 1);
  after = analyse (store);
  assert_same (before, after);
}

/* With everything accepted nothing is lost. */
static void
test_accept_all (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalysis) before = analyse (store);
  g_autoptr (SlAnalysis) after = NULL;

  for (guint i = 0; i < before->findings->len; i++)
    judge (store, SL_JUDGEMENT_ACCEPTED, ((const SlFinding *)before->findings->pdata[i])->key,
           SL_INT_NULL);
  after = analyse (store);
  g_assert_cmpfloat (before->index->index, <, SL_INDEX_TOTAL);
  assert_close (after->index->index, SL_INDEX_TOTAL, TOLERANCE);
  g_assert_cmpuint (sl_analysis_count (after, SL_SEVERITY_WORD_INFO), ==, 0);
  g_assert_cmpint (after->index->band, ==, after->index->band_by_number);
}

/* A rule less takes its findings away, leaves the others as they are and never costs anything: a
 * finding more never raises the index. */
static void
check_mute (SlStore *store, const SlAnalysis *before, const SlRule *rule)
{
  g_autoptr (SlAnalysis) after = NULL;
  guint n_own = 0;

  judge (store, SL_JUDGEMENT_MUTED, rule->id, SL_INT_NULL);
  after = analyse (store);
  for (guint i = 0; i < before->findings->len; i++)
    {
      const SlFinding *finding = before->findings->pdata[i];
      const SlFinding *now = sl_analysis_find (after, finding->key);

      n_own += finding->rule == rule;
      g_assert_cmpint (now == NULL, ==, finding->rule == rule);
      if (now != NULL)
        g_assert_cmpstr (sl_finding_told (now)->sentence, ==, sl_finding_told (finding)->sentence);
    }
  g_assert_cmpuint (after->n_muted, ==, 1);
  g_assert_cmpuint (after->findings->len + n_own, ==, before->findings->len);
  g_assert_cmpfloat (after->index->index, >=, before->index->index - TOLERANCE);
  check_identity (after);
  take_back_judgement (store);
}

static void
test_mute (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalysis) before = analyse (store);

  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    check_mute (store, before, *rule);
}

/* --- The same plan in another order --- */

/* Where each row of a table goes, a random permutation. (transfer full) */
static guint *
shuffle (guint n)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint)g_test_rand_int_range (0, (int)i), kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
  return order;
}

/* Points and weights in another unit, amounts in another currency: by powers of two, so that not
 * even the last bit differs. */
static void
rescale (SlKindId kind, SlValue *row)
{
  if (kind == SL_KIND_GOAL && row[SL_GOAL_WEIGHT].type == SL_VALUE_REAL)
    row[SL_GOAL_WEIGHT].r *= 0.25;
  if (kind == SL_KIND_PRIORITY && row[SL_PRIORITY_POINTS].type == SL_VALUE_REAL)
    row[SL_PRIORITY_POINTS].r *= 0.5;
  for (guint f = SL_BUDGET_PLANNED; kind == SL_KIND_BUDGET && f <= SL_BUDGET_SPENT; f++)
    if (row[f].type == SL_VALUE_INT)
      row[f].i *= 2;
}

static void
copy_table (SlStore *store, SlChangeSet *changes, const SlTable *table, SlKindId kind,
            gboolean rescaled)
{
  guint n = sl_table_n_rows (table), n_fields = sl_kind (kind)->n_fields;
  g_autofree guint *order = shuffle (n);

  for (guint i = 0; i < n; i++)
    {
      SlValue *row = g_new0 (SlValue, n_fields);

      for (guint f = 0; f < n_fields; f++)
        row[f] = sl_table_value (table, order[i], f);
      if (rescaled)
        rescale (kind, row);
      apply_insert (store, changes, kind, sl_table_id (table, order[i]), row);
      random_row_free (sl_kind (kind), row);
    }
}

/* The same records in another order. (transfer full) */
static SlStore *
copy_plan (SlStore *store, gboolean rescaled)
{
  SlStore *other = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    copy_table (other, changes, sl_snapshot_table (sl_store_get_snapshot (store), kind), kind,
                rescaled);
  return other;
}

static void
test_row_order (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (SlStore) store = random_plan ();
      g_autoptr (SlStore) other = copy_plan (store, FALSE);
      g_autoptr (SlAnalysis) before = analyse (store);
      g_autoptr (SlAnalysis) after = analyse (other);

      assert_same (before, after);
    }
}

/* Shares are what counts: of weight, of points, of money. */
static void
test_scale (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (SlStore) store = random_plan ();
      g_autoptr (SlStore) other = copy_plan (store, TRUE);
      g_autoptr (SlAnalysis) before = analyse (store);
      g_autoptr (SlAnalysis) after = analyse (other);

      g_assert_cmpuint (before->findings->len, ==, after->findings->len);
      for (guint k = 0; k < before->findings->len; k++)
        {
          const SlFinding *finding = before->findings->pdata[k];
          const SlFinding *now = sl_analysis_find (after, finding->key);

          g_assert_nonnull (now);
          assert_close (now->severity, finding->severity, TOLERANCE);
          assert_close (now->points, finding->points, TOLERANCE);
          assert_close (now->gain, finding->gain, TOLERANCE);
        }
      assert_close (before->index->index, after->index->index, TOLERANCE);
      assert_close (before->index->coverage, after->index->coverage, TOLERANCE);
      assert_close (before->concordance, after->concordance, TOLERANCE);
      assert_close (before->delivery.index, after->delivery.index, TOLERANCE);
    }
}

/* --- In the background --- */

static void
wait_for (SlAnalyzer *analyzer)
{
  while (sl_analyzer_is_busy (analyzer))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_analyzer (void)
{
  g_autoptr (SlStore) store = random_plan ();
  g_autoptr (SlAnalyzer) analyzer = sl_analyzer_new (store, TODAY);

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (SlAnalysis) whole = NULL;

      for (guint i = 0; i < 20; i++)
        {
          g_autoptr (SlChangeSet) changes = sl_change_set_new ();

          change_field (store, changes);
          sl_store_notify (store, changes);
          if (random_one_in (3))
            g_main_context_iteration (NULL, FALSE);
        }
      wait_for (analyzer);
      whole = analyse (store);
      assert_same (whole, sl_analyzer_get (analyzer));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/analysis/identity", test_identity);
  g_test_add_func ("/core/analysis/order", test_order);
  g_test_add_func ("/core/analysis/accept", test_accept);
  g_test_add_func ("/core/analysis/expired", test_expired);
  g_test_add_func ("/core/analysis/accept-all", test_accept_all);
  g_test_add_func ("/core/analysis/mute", test_mute);
  g_test_add_func ("/core/analysis/row-order", test_row_order);
  g_test_add_func ("/core/analysis/scale", test_scale);
  g_test_add_func ("/core/analysis/analyzer", test_analyzer);
  return g_test_run ();
}

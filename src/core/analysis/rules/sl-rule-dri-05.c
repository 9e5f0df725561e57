/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-05: what the last three reviews knew is still found. Looks for it by running the rules that
 * found it then. Source: METHODS sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-analysis.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many reviews in a row. */
#define REVIEWS 3u

/* --- Reviews --- */

static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlTable *table = data;
  gint64 x = sl_table_int (table, *(const guint *)a, SL_REVIEW_DAY);
  gint64 y = sl_table_int (table, *(const guint *)b, SL_REVIEW_DAY);

  return (x < y) - (x > y);
}

/* Rows of the reviews that noted findings, the newest first. */
static GArray *
list_reviews (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_REVIEW);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_is_set (table, row, SL_REVIEW_FINDINGS)
        && sl_table_is_set (table, row, SL_REVIEW_DAY)
        && sl_table_int (table, row, SL_REVIEW_DAY) <= facts->today)
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_days, (gpointer)table);
  return rows;
}

/* The findings that a review knew, one key a line. (transfer full) */
static char **
keys_of (const SlFacts *facts, guint row)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_REVIEW);

  return g_strsplit (sl_table_text (table, row, SL_REVIEW_FINDINGS), "\n", -1);
}

/* What the last reviews all knew, in the order of the newest. */
static GPtrArray *
list_persistent (const SlFacts *facts, const GArray *reviews)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *persistent = g_ptr_array_new_with_free_func (g_free);

  /* From the oldest on: how many reviews in a row knew the key so far. */
  for (guint i = REVIEWS; i > 0; i--)
    {
      g_auto (GStrv) keys = keys_of (facts, g_array_index (reviews, guint, i - 1));

      for (char **key = keys; *key != NULL; key++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, *key));

          if (**key == '\0' || n != REVIEWS - i)
            continue;
          g_hash_table_insert (seen, g_strdup (*key), GUINT_TO_POINTER (n + 1));
          if (i == 1)
            g_ptr_array_add (persistent, g_strdup (*key));
        }
    }
  return persistent;
}

/* Somebody accepted the finding, or muted its rule. */
static gboolean
is_settled (const SlFacts *facts, const char *key, const char *rule)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_JUDGEMENT);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      gint64 expiry = sl_table_int (table, row, SL_JUDGEMENT_EXPIRY);
      const char *about = sl_table_text (table, row, SL_JUDGEMENT_KEY);

      if ((expiry == SL_INT_NULL || expiry >= facts->today)
          && (g_strcmp0 (about, key) == 0 || g_strcmp0 (about, rule) == 0))
        return TRUE;
    }
  return FALSE;
}

/* --- Findings --- */

/* The findings of the rule @id now, run once. */
static const GPtrArray *
findings_of (GHashTable *runs, const SlFacts *facts, const char *id)
{
  GPtrArray *findings = g_hash_table_lookup (runs, id);
  const SlRule *rule = sl_rule_by_id (id);

  if (findings == NULL)
    {
      findings = rule != NULL ? sl_rule_run (rule, facts)
                              : g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_free);
      g_hash_table_insert (runs, g_strdup (id), findings);
    }
  return findings;
}

static void
report (SlRuleRun *run, const SlFinding *old, const GArray *reviews)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_REVIEW);
  g_autofree char *title = sl_rule_title (facts, sl_finding_subject (old));
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      /* Translators: a record, what was found, in six words at most, number of reviews. */
      g_strdup_printf (_ ("“%s”: “%s” was open in %u reviews in a row; settle it first at the next "
                          "one, or find out why nobody can."),
                       title, _ (old->rule->title), REVIEWS),
      sl_finding_subject (old), SL_ID_NONE);

  for (guint i = 1; i < old->subjects->len; i++)
    sl_finding_add_subject (finding, g_array_index (old->subjects, SlId, i));
  for (guint i = 0; i < old->parties->len; i++)
    sl_finding_add_party (finding, g_array_index (old->parties, SlId, i));
  sl_finding_add_evidence (finding, g_strdup (old->rule->id),
                           g_strdup (sl_finding_told (old)->sentence), old->severity, "ratio",
                           sl_finding_subject (old));
  for (guint i = 0; i < REVIEWS; i++)
    {
      guint row = g_array_index (reviews, guint, i);

      sl_finding_add_date (finding, g_strdup (_ ("Open in the review of")),
                           sl_table_int (table, row, SL_REVIEW_DAY), sl_table_id (table, row));
    }
  for (guint i = 0; i < old->remedies->len; i++)
    {
      const SlRemedy *remedy = &g_array_index (old->remedies, SlRemedy, i);

      sl_finding_add_remedy (finding, g_strdup (remedy->label), remedy->steps, remedy->record);
    }
}

/* @reported: sets of subjects, as they stand in keys: of two findings about the same records the
 * first is enough */
static void
look_for (SlRuleRun *run, const char *key, const GArray *reviews, GHashTable *runs,
          GHashTable *reported)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const char *subjects = strchr (key, ':');
  g_autofree char *rule = subjects != NULL ? g_strndup (key, (gsize)(subjects - key)) : NULL;
  const GPtrArray *findings;

  if (rule == NULL || strcmp (rule, sl_rule_dri_05.id) == 0 || is_settled (facts, key, rule))
    return;
  findings = findings_of (runs, facts, rule);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *old = findings->pdata[i];

      if (old->severity > 0.0 && strcmp (old->key, key) == 0
          && g_hash_table_add (reported, g_strdup (subjects)))
        report (run, old, reviews);
    }
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (GArray) reviews = list_reviews (facts);
  g_autoptr (GPtrArray) persistent = NULL;
  g_autoptr (GHashTable) runs = NULL, reported = NULL;

  if (reviews->len < REVIEWS)
    return;
  persistent = list_persistent (facts, reviews);
  runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < persistent->len; i++)
    look_for (run, persistent->pdata[i], reviews, runs, reported);
}

const SlRule sl_rule_dri_05 = {
  .id = "DRI-05",
  .title = N_ ("Open for three reviews"),
  .why = N_ ("What stays open review after review is not a matter of time. Put it first on the "
             "agenda, and refine how you decide."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_N_KINDS) - 1,
  .eval = eval,
};

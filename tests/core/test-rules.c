/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every rule of the registry against its two plans: it fires on one, says so in plain words, can be
 * removed by a fix that it proposes, and stays quiet on the other, nearly the same plan. Further
 * plans ID.fires-NAME.txt show further ways in which it fires. */

#include "config.h"

#include <string.h>

#include "rule-case.h"
#include "state-fixture.h"

#define MAX_SENTENCE_WORDS 35
#define MAX_TITLE_WORDS 6

/* Rules whose findings no command can remove, and why. */
static const struct
{
  const char *rule;
  const char *reason;
} without_fix[] = {
  { "TRU-01", "trust is what people answer: only their next answers change it" },
  { "TRU-02", "the same" },
  { "TRU-04", "the same" },
  { NULL, NULL },
};

/* Words that no sentence for a manager has. A star stands for any ending. */
static const char *const jargon[] = {
  "actor*",      "catchball", "coefficient*", "contribution*",
  "convergence", "correlat*", "deviation",    "divergen*",
  "drift*",      "kendall*",  "krippendorff", "mann",
  "median",      "p",         "propagat*",    "raci",
  "regression",  "salience",  "severit*",     "significan*",
  "slope*",      "stance*",   "statistic*",   "tau",
  "theil",       "variance",  "veto*",        "w",
};

/* --- Words --- */

static gboolean
is_jargon (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (jargon); i++)
    {
      gsize length = strlen (jargon[i]);

      if (jargon[i][length - 1] == '*' ? strncmp (word, jargon[i], length - 1) == 0
                                       : strcmp (word, jargon[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first such word, or NULL. (transfer full) */
static char *
find_jargon (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *word = g_string_new (NULL);

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0 && is_jargon (word->str))
        return g_string_free (word, FALSE);
      g_string_truncate (word, 0);
      if (c == 0)
        break;
    }
  g_string_free (word, TRUE);
  return NULL;
}

static void
check_plain (const SlFinding *finding, const char *text)
{
  g_autofree char *word = find_jargon (text);

  if (word != NULL)
    g_test_fail_printf ("%s: “%s” is no word for a manager: %s", finding->rule->id, word, text);
}

static gboolean
names_a_subject (const SlFinding *finding, const SlFacts *facts)
{
  for (guint i = 0; i < finding->subjects->len; i++)
    {
      const char *title = sl_facts_title (facts, g_array_index (finding->subjects, SlId, i));

      if (*title != '\0' && strstr (finding->sentence, title) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_words (const SlFinding *finding, const SlFacts *facts)
{
  if (rule_count_words (finding->sentence) > MAX_SENTENCE_WORDS)
    g_test_fail_printf ("%s: more than %d words: %s", finding->rule->id, MAX_SENTENCE_WORDS,
                        finding->sentence);
  if (!names_a_subject (finding, facts))
    g_test_fail_printf ("%s: does not name what it is about: %s", finding->rule->id,
                        finding->sentence);
  check_plain (finding, finding->sentence);
  for (guint i = 0; i < finding->remedies->len; i++)
    check_plain (finding, g_array_index (finding->remedies, SlRemedy, i).label);
}

/* --- What a finding consists of --- */

static void
check_evidence (const SlFinding *finding)
{
  if (finding->evidence->len == 0)
    g_test_fail_printf ("%s: cannot be checked by hand: %s", finding->rule->id, finding->sentence);
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const SlEvidence *row = &g_array_index (finding->evidence, SlEvidence, i);

      if (row->label == NULL || *row->label == '\0' || row->value == NULL)
        g_test_fail_printf ("%s: row %u of the evidence is empty", finding->rule->id, i + 1);
    }
}

/* What a finding costs is there to be charged, as soon as its sub-measure looks at this plan. */
static void
check_items (const SlFinding *finding, const SlFacts *facts)
{
  g_autoptr (SlIndexItems) items = sl_index_items_new (facts);
  guint n = 0, present = 0;
  const SlIndexItem *all = sl_index_items_get (items, &n);

  for (guint i = 0; i < n; i++)
    present |= 1u << all[i].sub;
  for (guint i = 0; i < finding->touches->len; i++)
    {
      const SlTouch *touch = &g_array_index (finding->touches, SlTouch, i);
      int item = sl_index_items_find (items, touch->sub, touch->key, touch->key2);

      if ((present & (1u << touch->sub)) == 0)
        continue;
      if (item < 0)
        g_test_fail_printf ("%s: costs an item that is not there: %s", finding->rule->id,
                            finding->sentence);
      if (!all[item].assessed)
        g_test_fail_printf ("%s: costs what is not assessed: %s", finding->rule->id,
                            finding->sentence);
    }
}

static void
check_keys (const GPtrArray *findings)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (!g_hash_table_add (keys, finding->key))
        g_test_fail_printf ("two findings have the key %s", finding->key);
    }
}

/* --- Fixes --- */

/* Applies a fix as one step, which must be possible. */
static void
apply_remedy (const RuleCase *self, const SlFinding *finding, const SlRemedy *remedy)
{
  g_autoptr (GError) error = NULL;

  if (!sl_project_run (self->project, "fix.apply",
                       g_variant_new ("(sxs@a(sv))", finding->key, sl_finding_subject (finding),
                                      remedy->label, remedy->steps),
                       NULL, &error))
    g_test_fail_printf ("%s: “%s” cannot be done: %s", finding->rule->id, remedy->label,
                        error->message);
}

static gboolean
remedy_removes (const RuleCase *self, const SlFinding *finding, const SlRemedy *remedy)
{
  g_autofree char *before = state_dump (self->project);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  apply_remedy (self, finding, remedy);
  findings = rule_case_run (self, finding->rule);
  sl_project_undo (self->project, &error);
  g_assert_no_error (error);
  after = state_dump (self->project);
  g_assert_cmpstr (after, ==, before);
  return rule_findings_by_key (findings, finding->key) == NULL;
}

static gboolean
may_lack_fix (const SlRule *rule)
{
  for (guint i = 0; without_fix[i].rule != NULL; i++)
    if (strcmp (without_fix[i].rule, rule->id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_remedies (const RuleCase *self, const SlFinding *finding)
{
  guint n_removing = 0;

  for (guint i = 0; i < finding->remedies->len; i++)
    {
      const SlRemedy *remedy = &g_array_index (finding->remedies, SlRemedy, i);

      if (remedy->steps != NULL && remedy_removes (self, finding, remedy)
          && !rule_remedy_evades (self, remedy))
        n_removing++;
    }
  if (n_removing == 0 && !may_lack_fix (finding->rule))
    g_test_fail_printf ("%s: no fix removes it: %s", finding->rule->id, finding->sentence);
  if (n_removing > 0 && may_lack_fix (finding->rule))
    g_test_fail_printf ("%s: has a fix after all; strike it from the list", finding->rule->id);
}

/* --- Cases --- */

static void
check_expected (const RuleCase *self, const RuleExpectation *expected)
{
  g_autoptr (GPtrArray) findings = rule_case_run (self, sl_rule_by_id (expected->rule));
  g_autofree char *text = rule_findings_to_text (findings);

  if (expected->none && findings->len > 0)
    g_test_fail_printf ("%s: %s should be quiet:%s", self->name, expected->rule, text);
  if (expected->none)
    return;
  for (guint i = 0; i < findings->len; i++)
    if (rule_case_matches (self, expected, findings->pdata[i]))
      return;
  g_test_fail_printf ("%s: %s does not find what is expected:%s", self->name, expected->rule, text);
}

static void
check_all_expected (const RuleCase *self, const SlRule *rule, gboolean none)
{
  gboolean says = FALSE;

  for (guint i = 0; i < self->expected->len; i++)
    {
      const RuleExpectation *expected = self->expected->pdata[i];

      says |= strcmp (expected->rule, rule->id) == 0 && expected->none == none;
      check_expected (self, expected);
    }
  if (!says)
    g_test_fail_printf ("%s: has no line “# expect:” for its rule", self->name);
}

static void
check_firing (const SlRule *rule, const char *name)
{
  g_autoptr (RuleCase) self = rule_case_load (name);
  g_autoptr (SlFacts) facts = rule_case_facts (self);
  g_autoptr (GPtrArray) findings = sl_rule_run (rule, facts);
  g_autoptr (SlAnalysis) analysis
      = sl_analysis_new (sl_project_get_snapshot (self->project), self->today, NULL);

  check_all_expected (self, rule, FALSE);
  check_keys (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      sl_finding_told (finding);
      g_assert_nonnull (sl_analysis_find (analysis, finding->key));
      check_words (finding, facts);
      check_evidence (finding);
      check_items (finding, facts);
      check_remedies (self, finding);
    }
}

static void
test_fires (gconstpointer data)
{
  const SlRule *rule = data;
  g_autofree char *name = g_strconcat (rule->id, ".fires.txt", NULL);

  check_firing (rule, name);
}

/* Another way in which a rule fires; @data: name of its plan. */
static void
test_fires_too (gconstpointer data)
{
  const char *name = data;
  g_autofree char *id = g_strndup (name, strcspn (name, "."));

  check_firing (sl_rule_by_id (id), name);
}

static void
test_quiet (gconstpointer data)
{
  const SlRule *rule = data;
  g_autofree char *name = g_strconcat (rule->id, ".quiet.txt", NULL);
  g_autoptr (RuleCase) self = rule_case_load (name);

  check_all_expected (self, rule, TRUE);
}

static void
test_words (gconstpointer data)
{
  const SlRule *rule = data;

  g_assert_cmpuint (rule_count_words (rule->title), >, 0);
  g_assert_cmpuint (rule_count_words (rule->title), <=, MAX_TITLE_WORDS);
  g_assert_nonnull (rule->why);
  g_assert_cmpuint (rule_count_words (rule->why), >, 0);
  g_assert_cmpuint (rule->reads, !=, 0);
  for (const SlRule *const *other = sl_rule_all (); *other != rule; other++)
    g_assert_cmpstr ((*other)->id, !=, rule->id);
}

/* A plan that no rule reads would never be looked at. */
static void
test_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));

      if (sl_rule_by_id (id) == NULL)
        g_test_fail_printf ("%s belongs to no rule", name);
    }
}

static void
add_case (const SlRule *rule, const char *name, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/core/rules/%s/%s", rule->id, name);

  g_test_add_data_func (path, rule, func);
}

/* Plans like "DRI-03.fires-target.txt". */
static void
add_further_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "rules", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/core/rules/", name, NULL);

      if (strstr (name, ".fires-") != NULL)
        g_test_add_data_func_full (path, g_strdup (name), test_fires_too, g_free);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/rules/files", test_files);
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    {
      add_case (*rule, "words", test_words);
      add_case (*rule, "fires", test_fires);
      add_case (*rule, "quiet", test_quiet);
    }
  add_further_cases ();
  result = g_test_run ();
  state_clear ();
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of rules, and how one rule is run. */

#include "config.h"

#include "analysis/sl-rule.h"

#include "analysis/rules/sl-rules.h"
#include "analysis/sl-analysis.h"
#include "base/sl-id.h"

#include <stdlib.h>
#include <string.h>

struct _SlRuleRun
{
  const SlRule *rule;
  const SlFacts *facts;
  GPtrArray *findings;
};

const SlRule *const *
sl_rule_all (void)
{
  static const SlRule *const rules[] = { SL_RULES NULL };

  return rules;
}

const SlRule *
sl_rule_by_id (const char *id)
{
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    if (strcmp ((*rule)->id, id) == 0)
      return *rule;
  return NULL;
}

const SlFacts *
sl_rule_run_facts (const SlRuleRun *run)
{
  return run->facts;
}

static SlFinding *
add_finding (SlRuleRun *run, double severity, SlId subject, SlId subject2)
{
  SlFinding *finding = g_new0 (SlFinding, 1);

  finding->rule = run->rule;
  finding->severity = CLAMP (severity, 0.0, 1.0);
  finding->since = SL_INT_NULL;
  finding->subjects = g_array_new (FALSE, FALSE, sizeof (SlId));
  finding->parties = g_array_new (FALSE, FALSE, sizeof (SlId));
  finding->touches = g_array_new (FALSE, FALSE, sizeof (SlTouch));
  sl_finding_add_subject (finding, subject);
  sl_finding_add_subject (finding, subject2);
  g_ptr_array_add (run->findings, finding);
  return finding;
}

SlFinding *
sl_rule_find (SlRuleRun *run, double severity, char *sentence, SlId subject, SlId subject2)
{
  SlFinding *finding = add_finding (run, severity, subject, subject2);

  finding->sentence = sentence;
  sl_finding_make_words (finding);
  return finding;
}

SlFinding *
sl_rule_find_later (SlRuleRun *run, double severity, SlFindingTell tell, gconstpointer note,
                    gsize size, SlId subject, SlId subject2)
{
  SlFinding *finding = add_finding (run, severity, subject, subject2);

  g_assert (size <= sizeof finding->note);
  finding->tell = tell;
  finding->facts = run->facts;
  memcpy (finding->note, note, size);
  return finding;
}

static int
compare_ids (const void *a, const void *b)
{
  SlId x = *(const SlId *)a, y = *(const SlId *)b;

  return (x > y) - (x < y);
}

/* "CON-01:1A2B:3C4D": the rule and its sorted subjects. */
static char *
make_key (const SlFinding *finding)
{
  guint n = finding->subjects->len;
  g_autofree SlId *sorted = g_memdup2 (finding->subjects->data, n * sizeof (SlId));
  GString *key = g_string_sized_new (64);

  g_string_append (key, finding->rule->id);
  if (n > 1)
    qsort (sorted, n, sizeof (SlId), compare_ids);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = sl_id_to_string (sorted[i]);

      g_string_append_c (key, ':');
      g_string_append (key, id);
    }
  return g_string_free (key, FALSE);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const SlFinding *x = *(SlFinding *const *)a, *y = *(SlFinding *const *)b;

  return strcmp (x->key, y->key);
}

GPtrArray *
sl_rule_run (const SlRule *rule, const SlFacts *facts)
{
  SlRuleRun run = { rule, facts, g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_free) };

  rule->eval (&run);
  for (guint i = 0; i < run.findings->len; i++)
    {
      SlFinding *finding = run.findings->pdata[i];

      finding->key = make_key (finding);
    }
  /* Of equal findings the first is charged: rows stand in no order, keys do. */
  g_ptr_array_sort (run.findings, compare_keys);
  return run.findings;
}

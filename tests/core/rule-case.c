/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the plans that rules are tested with, and what their comments expect. */

#include "config.h"

#include "rule-case.h"

#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-id.h"
#include "project/sl-plan-text.h"

#define DEFAULT_TODAY "2026-11-16"
/* Severities are written with few decimals. */
#define SEVERITY_TOLERANCE 0.005

static const char *const sub_names[SL_N_SUBS] = {
  "A1", "A2", "A3a", "A3b", "A4a", "A4b", "A4c", "A5", "A6a", "A6b", "A6c", "A6d", "A7a", "A7b",
};

static void
expectation_free (gpointer data)
{
  RuleExpectation *self = data;

  g_free (self->rule);
  g_strfreev (self->subjects);
  g_free (self);
}

static guint
parse_touches (const RuleCase *self, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  guint touches = 0;

  for (char **name = names; *name != NULL; name++)
    {
      guint sub = 0;

      while (sub < SL_N_SUBS && strcmp (sub_names[sub], *name) != 0)
        sub++;
      if (sub == SL_N_SUBS)
        g_error ("%s: there is no sub-measure “%s”", self->name, *name);
      touches |= 1u << sub;
    }
  return touches;
}

static void
parse_expectation (RuleCase *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  RuleExpectation *out = g_new0 (RuleExpectation, 1);

  out->severity = NAN;
  g_ptr_array_add (self->expected, out);
  for (char **word = words; *word != NULL; word++)
    {
      char *value = strchr (*word, '=');

      if (**word == '\0')
        continue;
      if (value != NULL)
        *value++ = '\0';
      if (value == NULL && strcmp (*word, "none") == 0)
        out->none = TRUE;
      else if (value == NULL && out->rule == NULL)
        out->rule = g_strdup (*word);
      else if (value != NULL && strcmp (*word, "severity") == 0)
        out->severity = g_ascii_strtod (value, NULL);
      else if (value != NULL && strcmp (*word, "subjects") == 0)
        out->subjects = g_strsplit (value, ",", -1);
      else if (value != NULL && strcmp (*word, "touches") == 0)
        out->touches = parse_touches (self, value);
      else
        g_error ("%s: “%s” is not understood", self->name, *word);
    }
  if (out->rule == NULL || sl_rule_by_id (out->rule) == NULL)
    g_error ("%s: “%s” names no rule", self->name, text);
  for (char **name = out->subjects; name != NULL && *name != NULL; name++)
    if (!g_hash_table_contains (self->names, *name))
      g_error ("%s: nothing is called “%s”", self->name, *name);
}

static void
parse_comments (RuleCase *self, const char *text, void (*parse) (RuleCase *, const char *),
                const char *key)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *start = g_strconcat ("# ", key, ":", NULL);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, start))
      parse (self, g_strstrip (*line + strlen (start)));
}

static void
parse_today (RuleCase *self, const char *text)
{
  if (!sl_day_from_iso (text, &self->today))
    g_error ("%s: “%s” is no day", self->name, text);
}

RuleCase *
rule_case_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  RuleCase *self = g_new0 (RuleCase, 1);

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("every rule has such a plan: %s", error->message);
  self->name = g_strdup (name);
  self->expected = g_ptr_array_new_with_free_func (expectation_free);
  sl_day_from_iso (DEFAULT_TODAY, &self->today);
  parse_comments (self, text, parse_today, "today");
  sl_day_set_today (self->today);
  sl_id_seed (1 + (guint64)g_str_hash (name));
  self->project = sl_project_new (&error);
  g_assert_no_error (error);
  sl_plan_text_load (name, text, self->project, &self->names, &error);
  g_assert_no_error (error);
  parse_comments (self, text, parse_expectation, "expect");
  return self;
}

void
rule_case_free (RuleCase *self)
{
  sl_project_discard (self->project);
  g_object_unref (self->project);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->expected);
  g_free (self->name);
  g_free (self);
}

SlFacts *
rule_case_facts (const RuleCase *self)
{
  return sl_facts_new (sl_project_get_snapshot (self->project), self->today);
}

GPtrArray *
rule_case_run (const RuleCase *self, const SlRule *rule)
{
  g_autoptr (SlFacts) facts = rule_case_facts (self);

  return sl_rule_run (rule, facts);
}

const SlFinding *
rule_findings_by_key (const GPtrArray *findings, const char *key)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (strcmp (finding->key, key) == 0)
        return finding;
    }
  return NULL;
}

guint
rule_finding_touches (const SlFinding *finding)
{
  guint touches = 0;

  for (guint i = 0; i < finding->touches->len; i++)
    touches |= 1u << g_array_index (finding->touches, SlTouch, i).sub;
  return touches;
}

static gboolean
is_about (const SlFinding *finding, SlId id)
{
  for (guint i = 0; i < finding->subjects->len; i++)
    if (g_array_index (finding->subjects, SlId, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
rule_case_matches (const RuleCase *self, const RuleExpectation *expected, const SlFinding *finding)
{
  if (!isnan (expected->severity)
      && fabs (expected->severity - finding->severity) > SEVERITY_TOLERANCE)
    return FALSE;
  for (char **name = expected->subjects; name != NULL && *name != NULL; name++)
    if (!is_about (finding, *(const SlId *)g_hash_table_lookup (self->names, *name)))
      return FALSE;
  return rule_finding_touches (finding) == expected->touches;
}

char *
rule_findings_to_text (const GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      guint touches = rule_finding_touches (finding);

      g_string_append_printf (text, "\n%s severity=%.3f touches=", finding->key, finding->severity);
      for (guint sub = 0; sub < SL_N_SUBS; sub++)
        if ((touches & (1u << sub)) != 0)
          g_string_append_printf (text, "%s,", sub_names[sub]);
      g_string_append_printf (text, " %s", finding->sentence);
    }
  return g_string_free (text, FALSE);
}

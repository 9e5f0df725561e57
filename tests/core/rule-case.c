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
  GPtrArray *findings = sl_rule_run (rule, facts);

  for (guint i = 0; i < findings->len; i++)
    sl_finding_told (findings->pdata[i]);
  return findings;
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

guint
rule_count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint n = 0;

  for (char **word = words; *word != NULL; word++)
    n += **word != '\0';
  return n;
}

/* --- Fixes --- */

/* Roles, links and the like may go; things that people want or do may not. */
static gboolean
deletes_things (const RuleCase *self, GVariant *params)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);

  for (gsize i = 0; i < g_variant_n_children (ids); i++)
    {
      SlKindId kind = SL_N_KINDS;
      gint64 id;

      g_variant_get_child (ids, i, "x", &id);
      if (!sl_snapshot_find (sl_project_get_snapshot (self->project), id, &kind, NULL)
          || (sl_kind (kind)->flags & SL_KIND_NATURAL) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Goals and work that are parked or dropped are not done. */
static gboolean
puts_aside (const RuleCase *self, GVariant *params)
{
  g_autoptr (GVariant) boxed = NULL;
  g_autoptr (GVariant) value = NULL;
  SlKindId kind = SL_N_KINDS;
  const char *field;
  gint64 id, status;

  g_variant_get (params, "(x&s@v)", &id, &field, &boxed);
  value = g_variant_get_variant (boxed);
  if (strcmp (field, "status") != 0 || !g_variant_is_of_type (value, G_VARIANT_TYPE_INT64)
      || !sl_snapshot_find (sl_project_get_snapshot (self->project), id, &kind, NULL))
    return FALSE;
  status = g_variant_get_int64 (value);
  if (kind == SL_KIND_GOAL)
    return status == SL_GOAL_PARKED || status == SL_GOAL_DROPPED;
  return kind == SL_KIND_TASK && (status == SL_TASK_PARKED || status == SL_TASK_DROPPED);
}

gboolean
rule_remedy_evades (const RuleCase *self, const SlRemedy *remedy)
{
  GVariantIter iter;
  const char *command;
  GVariant *boxed;

  g_variant_iter_init (&iter, remedy->steps);
  while (g_variant_iter_next (&iter, "(&sv)", &command, &boxed))
    {
      g_autoptr (GVariant) params = boxed;

      if (g_str_has_prefix (command, "finding.") || g_str_has_prefix (command, "rule.")
          || (strcmp (command, "record.delete") == 0 && deletes_things (self, params))
          || (strcmp (command, "record.set") == 0 && puts_aside (self, params)))
        return TRUE;
    }
  return FALSE;
}

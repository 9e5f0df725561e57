/* SPDX-License-Identifier: GPL-3.0-or-later */

/* check: what is misaligned in a project, why, and how much of the alignment index it costs. */

#include "config.h"

#include "sl-cli.h"

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-analysis.h"
#include "analysis/sl-satisfaction.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-id.h"
#include "calc/sl-calc-json.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef struct
{
  gboolean json;
  char *rule;
  char *explain;
  char *why;
} Options;

/* --- JSON --- */

static void
set_number (JsonObject *out, const char *key, double number)
{
  if (isfinite (number))
    json_object_set_double_member (out, key, number);
  else
    json_object_set_null_member (out, key);
}

static void
set_ids (JsonObject *out, const char *key, const GArray *ids, const SlFacts *facts)
{
  JsonArray *array = sl_calc_add_array (out, key);

  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      JsonObject *item = json_object_new ();
      g_autofree char *text = sl_id_to_string (id);

      json_object_set_string_member (item, "id", text);
      json_object_set_string_member (item, "title", sl_facts_title (facts, id));
      json_array_add_object_element (array, item);
    }
}

static void
set_evidence (JsonObject *out, const SlFinding *finding)
{
  JsonArray *array = sl_calc_add_array (out, "evidence");

  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const SlEvidence *row = &g_array_index (finding->evidence, SlEvidence, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "label", row->label);
      json_object_set_string_member (item, "value", row->value);
      set_number (item, "number", row->number);
      if (row->unit != NULL)
        json_object_set_string_member (item, "unit", row->unit);
      json_array_add_object_element (array, item);
    }
}

static void
set_remedies (JsonObject *out, const SlFinding *finding)
{
  JsonArray *array = sl_calc_add_array (out, "remedies");

  for (guint i = 0; i < finding->remedies->len; i++)
    json_array_add_string_element (array, g_array_index (finding->remedies, SlRemedy, i).label);
}

static JsonObject *
finding_to_json (const SlFinding *finding, const SlFacts *facts)
{
  JsonObject *out = json_object_new ();

  json_object_set_string_member (out, "rule", finding->rule->id);
  json_object_set_string_member (out, "key", finding->key);
  json_object_set_string_member (out, "sentence", sl_finding_told (finding)->sentence);
  json_object_set_string_member (out, "level",
                                 sl_severity_word_name (sl_severity_word (finding->severity)));
  set_number (out, "severity", finding->severity);
  set_number (out, "points", finding->points);
  set_number (out, "gain_if_fixed", finding->gain);
  json_object_set_boolean_member (out, "veto", finding->veto != SL_VETO_NONE);
  json_object_set_boolean_member (out, "accepted", finding->accepted);
  if (finding->since != SL_INT_NULL)
    {
      g_autofree char *day = sl_day_to_iso (finding->since);

      json_object_set_string_member (out, "open_since", day);
    }
  set_ids (out, "subjects", finding->subjects, facts);
  set_ids (out, "parties", finding->parties, facts);
  set_evidence (out, finding);
  set_remedies (out, finding);
  return out;
}

static void
set_part (JsonObject *out, const SlIndexSub *part)
{
  json_object_set_double_member (out, "points", part->budget);
  set_number (out, "coverage", part->coverage);
  set_number (out, "score", part->score);
  set_number (out, "lost", part->lost);
}

static void
set_index (JsonObject *root, const SlAnalysis *analysis)
{
  const SlAlignmentIndex *index = analysis->index;
  JsonObject *out = sl_calc_add_object (root, "alignment");
  JsonObject *dimensions, *subs;

  set_number (out, "index", index->index);
  set_number (out, "low", index->low);
  set_number (out, "high", index->high);
  set_number (out, "coverage", index->coverage);
  json_object_set_boolean_member (out, "shown", index->gate_open);
  set_number (out, "sensitivity_low", index->sensitivity_low);
  set_number (out, "sensitivity_high", index->sensitivity_high);
  json_object_set_string_member (out, "band", sl_index_band_name (index->band));
  dimensions = sl_calc_add_object (out, "dimensions");
  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      char letter[] = { sl_dimension_letter (i), '\0' };
      JsonObject *part = sl_calc_add_object (dimensions, letter);

      json_object_set_string_member (part, "title", sl_dimension_title (i));
      set_part (part, &index->dimensions[i]);
    }
  subs = sl_calc_add_object (out, "sub_measures");
  for (guint i = 0; i < SL_N_SUBS; i++)
    set_part (sl_calc_add_object (subs, sl_sub_measure_code (i)), &index->subs[i]);
}

static void
set_delivery (JsonObject *root, const SlDeliveryIndex *delivery)
{
  JsonObject *out = sl_calc_add_object (root, "delivery");

  set_number (out, "index", delivery->index);
  set_number (out, "coverage", delivery->coverage);
  set_number (out, "without_check_in", delivery->without_check_in);
  set_number (out, "slipping", delivery->slipping);
}

/* The numbers that findings rest on, goal by goal. */
static void
set_goals (JsonObject *root, const SlFacts *facts)
{
  JsonArray *array = sl_calc_add_array (root, "goals");

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "title", sl_facts_title (facts, goal->id));
      json_object_set_boolean_member (item, "active", goal->active);
      set_number (item, "weight", goal->weight);
      set_number (item, "progress", state->progress);
      set_number (item, "minimum", state->minimum);
      set_number (item, "expected", state->pace.expected);
      set_number (item, "gap", state->pace.gap);
      set_number (item, "satisfaction", goal->satisfaction);
      if (goal->distance >= 0)
        json_object_set_int_member (item, "distance", goal->distance);
      json_array_add_object_element (array, item);
    }
}

static void
set_kpis (JsonObject *root, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  JsonArray *array = sl_calc_add_array (root, "kpis");

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);
      JsonObject *item = json_object_new ();
      double current = NAN;

      json_object_set_string_member (item, "title", sl_facts_title (facts, id));
      set_number (item, "score", sl_goal_progress_get_kpi (facts->progress, id, &current));
      set_number (item, "current", current);
      json_array_add_object_element (array, item);
    }
}

static gboolean
is_wanted (const SlFinding *finding, const Options *options)
{
  return (options->rule == NULL || strcmp (finding->rule->id, options->rule) == 0)
         && (options->explain == NULL || strcmp (finding->key, options->explain) == 0
             || strcmp (finding->rule->id, options->explain) == 0);
}

static char *
to_json (const SlAnalysis *analysis, const Options *options)
{
  g_autoptr (JsonObject) root = json_object_new ();
  JsonArray *findings;

  set_index (root, analysis);
  set_delivery (root, &analysis->delivery);
  set_number (root, "concordance", analysis->concordance);
  set_goals (root, analysis->facts);
  set_kpis (root, analysis->facts);
  findings = sl_calc_add_array (root, "findings");
  for (guint i = 0; i < analysis->findings->len; i++)
    if (is_wanted (analysis->findings->pdata[i], options))
      json_array_add_object_element (
          findings, finding_to_json (analysis->findings->pdata[i], analysis->facts));
  json_object_set_int_member (root, "muted_rules", analysis->n_muted);
  return sl_calc_json_print (root);
}

/* --- Text --- */

static void
print_index (GString *out, const SlAlignmentIndex *index)
{
  if (index->gate_open)
    /* Translators: index, range, verdict. */
    g_string_append_printf (out,
                            _ ("Alignment %.1f of 100 (%.0f to %.0f until the rest is "
                               "assessed): %s\n"),
                            index->index, index->low, index->high,
                            sl_index_band_title (index->band));
  else
    g_string_append_printf (out,
                            _ ("Alignment is not shown yet: %.0f %% of it is assessed, 60 %% "
                               "are needed.\n"),
                            index->coverage * 100.0);
  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      const SlIndexDimension *part = &index->dimensions[i];

      g_string_append_printf (out, "  %c  %-24s ", sl_dimension_letter (i), sl_dimension_title (i));
      if (isnan (part->score))
        g_string_append_printf (out, "%s\n", _ ("not assessed"));
      else
        /* Translators: of a dimension: score in percent, share assessed, points lost. */
        g_string_append_printf (out, _ ("%3.0f %% (%.0f %% assessed, %.1f points lost)\n"),
                                part->score * 100.0, part->coverage * 100.0, part->lost);
    }
}

/* Why the goals of a conflict end where they end. */
static void
print_satisfaction (GString *out, const SlFinding *finding, const SlFacts *facts)
{
  for (guint i = 0; i < finding->subjects->len && finding->rule->sub == SL_SUB_A1; i++)
    {
      int goal = sl_facts_goal (facts, g_array_index (finding->subjects, SlId, i));
      g_autofree char *text = goal >= 0 ? sl_facts_explain_satisfaction (facts, (guint)goal) : NULL;

      if (text != NULL)
        g_string_append_printf (out, "    %s\n", text);
    }
}

static void
print_finding (GString *out, const SlFinding *finding, const SlFacts *facts, gboolean whole)
{
  g_string_append_printf (out, "\n%s  %s", finding->rule->id,
                          sl_severity_word_title (sl_severity_word (finding->severity)));
  if (finding->points > 0.0)
    /* Translators: points of the alignment index. */
    g_string_append_printf (out, _ (", costs %.1f points"), finding->points);
  if (finding->accepted)
    g_string_append_printf (out, _ (", accepted: %s"), finding->accepted_why);
  g_string_append_printf (out, "\n  %s\n", sl_finding_told (finding)->sentence);
  if (!whole)
    return;
  g_string_append_printf (out, "  %s\n  %s\n", finding->key, _ (finding->rule->why));
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const SlEvidence *row = &g_array_index (finding->evidence, SlEvidence, i);

      g_string_append_printf (out, "    %s: %s\n", row->label, row->value);
    }
  print_satisfaction (out, finding, facts);
  for (guint i = 0; i < finding->remedies->len; i++)
    g_string_append_printf (out, "  %u. %s\n", i + 1,
                            g_array_index (finding->remedies, SlRemedy, i).label);
}

static char *
to_text (const SlAnalysis *analysis, const Options *options)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (options->explain == NULL && options->rule == NULL)
    print_index (out, analysis->index);
  for (guint i = 0; i < analysis->findings->len; i++)
    if (is_wanted (analysis->findings->pdata[i], options))
      print_finding (out, analysis->findings->pdata[i], analysis->facts, options->explain != NULL);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- Numbers --- */

/* The first record with that title, by kind; or the one with that id. */
static SlId
find_record (const SlSnapshot *plan, const char *text)
{
  SlId id = SL_ID_NONE;

  if (sl_id_from_string (text, &id) && sl_snapshot_find (plan, id, NULL, NULL))
    return id;
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlTable *table = sl_snapshot_table (plan, kind);

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (g_str_equal (sl_snapshot_title (plan, sl_table_id (table, row)), text))
          return sl_table_id (table, row);
    }
  return SL_ID_NONE;
}

/* NULL where there is no such record. */
static char *
explain_numbers (const SlAnalysis *analysis, const char *what)
{
  const SlSnapshot *plan = analysis->facts->plan;
  SlId id = g_str_equal (what, "index") ? sl_snapshot_project_id (plan) : find_record (plan, what);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (id == SL_ID_NONE)
    return NULL;
  all = sl_explain_record (analysis, id);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *text = sl_explanation_to_text (all->pdata[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", text);
    }
  if (all->len == 0)
    /* Translators: title of a record. */
    g_string_append_printf (out, _ ("“%s” has no number that was computed.\n"),
                            sl_snapshot_title (plan, id));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static int
print_why (const SlAnalysis *analysis, const char *what)
{
  char *text = explain_numbers (analysis, what);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    {
      /* Translators: what somebody typed. */
      g_set_error (&error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no record “%s”."), what);
      return sl_cli_fail (error);
    }
  return sl_cli_write_text (NULL, text, &error) ? SL_CLI_OK : sl_cli_fail (error);
}

/* --- The verb --- */

static gboolean
check_options (const SlCliVerb *verb, const Options *options)
{
  g_autofree char *rule = NULL;

  if (options->rule != NULL && sl_rule_by_id (options->rule) == NULL)
    return sl_cli_reject (verb, _ ("There is no rule “%s”."), options->rule);
  if (options->explain == NULL)
    return TRUE;
  rule = g_strndup (options->explain, strcspn (options->explain, ":"));
  if (sl_rule_by_id (rule) == NULL)
    return sl_cli_reject (verb, _ ("There is no rule “%s”."), rule);
  return TRUE;
}

static int
check_file (const char *path, const Options *options)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  project = sl_cli_open (path, &error);
  if (project == NULL)
    return sl_cli_fail (error);
  analysis = sl_analysis_new (sl_project_get_snapshot (project), sl_day_today (), NULL);
  if (options->why != NULL)
    return print_why (analysis, options->why);
  if (!sl_cli_write_text (
          NULL, options->json ? to_json (analysis, options) : to_text (analysis, options), &error))
    return sl_cli_fail (error);
  return sl_analysis_count (analysis, SL_SEVERITY_WORD_HIGH) > 0 ? SL_CLI_FAILURE : SL_CLI_OK;
}

static int
run_check (const SlCliVerb *verb, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &options.rule, N_ ("Only findings of this rule"),
      N_ ("ID") },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &options.explain,
      N_ ("Show evidence and fixes of a finding, or of all findings of a rule"), N_ ("ID") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &options.why,
      N_ ("Show how the numbers of a record are made, or those of the index"),
      N_ ("TITLE|ID|index") },
    { NULL },
  };
  int code = SL_CLI_USAGE;

  if (sl_cli_parse (verb, entries, 1, &argc, &argv) && check_options (verb, &options))
    code = check_file (argv[1], &options);
  g_free (options.rule);
  g_free (options.explain);
  g_free (options.why);
  return code;
}

static char *
list_rules (void)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n", _ ("Rules:"));
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    g_string_append_printf (out, "  %-8s %s\n", (*rule)->id, _ ((*rule)->title));
  return g_string_free (out, FALSE);
}

const SlCliVerb sl_cli_verb_check = {
  .name = "check",
  .arguments = N_ ("FILE.sightline"),
  .summary = N_ ("Say what is misaligned, and why"),
  .description = N_ ("Prints the alignment index with its seven dimensions, and every finding with "
                     "what it costs. Exit code 1 if a finding of severity high or critical is "
                     "open."),
  .examples = "sightline-cli check launch.sightline\n"
              "sightline-cli check launch.sightline --explain CON-01\n"
              "sightline-cli check launch.sightline --why index\n"
              "sightline-cli check launch.sightline --json | jq .alignment.index\n",
  .listing = list_rules,
  .run = run_check,
};

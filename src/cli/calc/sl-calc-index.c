/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc alignment_index: items and findings to the index; or the band of a number; or the bound of
 * the disagreement of so many parties. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-alignment-index.h"
#include "methods/sl-priority-points.h"

#include <glib/gi18n.h>
#include <math.h>

/* Largest weight and budget that are taken. */
#define LARGEST 1e15

/* An input as it is read. */
typedef struct
{
  double budgets[SL_N_SUBS];
  SlCalcNames *item_names; /* code and key of each item: A1 of g1 is "A1 g1" */
  GArray *items;
  SlCalcNames *finding_names;
  GArray *vetoes;
  GArray *touches;
} Reading;

static char *
item_name (SlSubMeasure sub, const char *key)
{
  return g_strdup_printf ("%s %s", sl_sub_measure_code (sub), key);
}

/* The sub-measure that the code @code at @in names. */
static SlSubMeasure
read_sub (SlCalcInput *in, const char *code)
{
  SlSubMeasure sub = sl_sub_measure_from_code (code);
  if (sub < SL_N_SUBS)
    return sub;
  sl_calc_reject (in, _ ("“%s” names the sub-measure “%s”; there are A1 to A7b."),
                  sl_calc_path (in), code);
  return SL_SUB_A1;
}

static void
read_budgets (SlCalcInput *in, Reading *reading)
{
  SlCalcInput *budgets = sl_calc_member (in, "budget");
  gboolean given = sl_calc_is_there (budgets);
  for (guint s = 0; s < SL_N_SUBS; s++)
    reading->budgets[s] = given ? 0.0 : sl_sub_measure_budget (s);
  guint n = given ? sl_calc_object (budgets) : 0;
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *budget = sl_calc_item (budgets, i);
      SlSubMeasure sub = read_sub (budget, sl_calc_key (budgets, i));
      reading->budgets[sub] = sl_calc_number (budget, 0.0, LARGEST);
    }
}

/* A weight, or {"weight": 1, "assessed": false}. */
static SlIndexItem
read_item (SlCalcInput *in, SlSubMeasure sub)
{
  if (!sl_calc_is_object (in))
    return (SlIndexItem){ sub, sl_calc_number (in, 0.0, LARGEST), TRUE };
  return (SlIndexItem){ sub, sl_calc_get_number (in, "weight", 0.0, LARGEST),
                        sl_calc_get_bool_or (in, "assessed", TRUE) };
}

static void
read_items (SlCalcInput *in, Reading *reading)
{
  SlCalcInput *subs = sl_calc_member (in, "items");
  guint n_subs = sl_calc_object (subs);
  for (guint s = 0; s < n_subs; s++)
    {
      SlCalcInput *items = sl_calc_item (subs, s);
      SlSubMeasure sub = read_sub (items, sl_calc_key (subs, s));
      guint n = sl_calc_object (items);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = item_name (sub, sl_calc_key (items, i));
          SlIndexItem item = read_item (sl_calc_item (items, i), sub);
          sl_calc_names_ensure (reading->item_names, name);
          g_array_append_val (reading->items, item);
        }
    }
}

/* Severities of the items that a finding touches. What is not among the items is not assessed. */
static void
read_touches (SlCalcInput *finding, guint number, double factor, Reading *reading)
{
  SlCalcInput *sub_name = sl_calc_member (finding, "sub");
  SlSubMeasure sub = read_sub (sub_name, sl_calc_text (sub_name));
  SlCalcInput *touched = sl_calc_member (finding, "touch");
  guint n = sl_calc_object (touched);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = item_name (sub, sl_calc_key (touched, i));
      SlIndexTouch touch = { .finding = number };
      touch.severity = factor * sl_calc_number (sl_calc_item (touched, i), 0.0, 1.0);
      if (sl_calc_names_lookup (reading->item_names, name, &touch.item))
        g_array_append_val (reading->touches, touch);
    }
}

/* The veto that a finding may be: what it says, or that of a conflict. */
static SlVeto
read_veto (SlCalcInput *finding, const char *id)
{
  static const char *const letters[] = { "none", "a", "b", "c", "d", "e", NULL };
  gboolean conflict = g_str_has_prefix (sl_calc_get_text_or (finding, "rule", id), "CON");
  return (SlVeto)sl_calc_get_choice_or (finding, "veto", letters,
                                        conflict ? SL_VETO_CONFLICT : SL_VETO_NONE);
}

/* The same id twice is the same finding. */
static void
read_findings (SlCalcInput *in, Reading *reading)
{
  SlCalcInput *findings = sl_calc_member (in, "findings");
  guint n = sl_calc_list (findings);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *finding = sl_calc_item (findings, i);
      const char *id = sl_calc_get_text (finding, "id");
      guint number = sl_calc_names_ensure (reading->finding_names, id);
      gboolean accepted = sl_calc_get_bool_or (finding, "accepted", FALSE);
      SlVeto veto = read_veto (finding, id);
      if (number == reading->vetoes->len)
        g_array_append_val (reading->vetoes, veto);
      if (accepted)
        g_array_index (reading->vetoes, SlVeto, number) = SL_VETO_NONE;
      read_touches (finding, number, accepted ? 0.0 : 1.0, reading);
    }
}

static void
set_findings (JsonObject *out, const Reading *reading, const SlAlignmentIndex *result)
{
  JsonObject *points = sl_calc_add_object (out, "points");
  JsonObject *gains = sl_calc_add_object (out, "gain_if_fixed");
  JsonArray *vetoes = sl_calc_add_array (out, "veto");
  for (guint f = 0; f < result->n_findings; f++)
    {
      const char *id = sl_calc_names_get (reading->finding_names, f);
      json_object_set_double_member (points, id, result->points[f]);
      json_object_set_double_member (gains, id, result->gains[f]);
      if (result->vetoes[f] != SL_VETO_NONE)
        json_array_add_string_element (vetoes, id);
    }
}

static void
set_index (JsonObject *out, const Reading *reading, const SlAlignmentIndex *result)
{
  const double range[] = { result->sensitivity_low, result->sensitivity_high };
  if (isnan (result->index))
    sl_calc_set_value (out, "not_assessed");
  json_object_set_double_member (out, "index", result->index);
  json_object_set_double_member (out, "low", result->low);
  json_object_set_double_member (out, "high", result->high);
  json_object_set_double_member (out, "assessed_share", result->coverage);
  json_object_set_boolean_member (out, "shown", result->gate_open);
  set_findings (out, reading, result);
  JsonObject *scores = sl_calc_add_object (out, "subscores");
  for (guint s = 0; s < SL_N_SUBS; s++)
    if (!isnan (result->subs[s].score))
      json_object_set_double_member (scores, sl_sub_measure_code (s), result->subs[s].score);
  JsonObject *coverage = sl_calc_add_object (out, "coverage");
  for (guint d = 0; d < SL_N_DIMENSIONS; d++)
    {
      const char letter[] = { sl_dimension_letter (d), '\0' };
      json_object_set_double_member (coverage, letter, result->dimensions[d].coverage);
    }
  sl_calc_set_numbers (out, "weight_sensitivity_25pct", range, 2);
  json_object_set_string_member (out, "band_by_number",
                                 sl_index_band_name (result->band_by_number));
  json_object_set_string_member (out, "band_shown", sl_index_band_name (result->band));
}

static void
compute_index (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) item_names = sl_calc_names_new ();
  g_autoptr (SlCalcNames) finding_names = sl_calc_names_new ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (SlIndexItem));
  g_autoptr (GArray) vetoes = g_array_new (FALSE, FALSE, sizeof (SlVeto));
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (SlIndexTouch));
  Reading reading = { { 0 }, item_names, items, finding_names, vetoes, touches };
  read_budgets (in, &reading);
  read_items (in, &reading);
  read_findings (in, &reading);
  if (!sl_calc_is_good (in))
    return;
  SlIndexInput input = { reading.budgets,
                         (const SlIndexItem *)(gpointer)items->data,
                         items->len,
                         vetoes->len,
                         (const SlIndexTouch *)(gpointer)touches->data,
                         touches->len,
                         (const SlVeto *)(gpointer)vetoes->data };
  g_autoptr (SlAlignmentIndex) result = sl_alignment_index_new (&input);
  set_index (out, &reading, result);
}

static void
compute_band (SlCalcInput *in, JsonObject *out)
{
  double index = sl_calc_get_number (in, "index", 0.0, SL_INDEX_TOTAL);
  sl_calc_set_value (out, sl_index_band_name (sl_index_band_of (index)));
}

/* The smallest disagreement of so many parties of which each wants something else. */
static void
compute_bound (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *counts = sl_calc_member (in, "m");
  guint n = sl_calc_list (counts);
  double smallest = NAN;
  for (guint i = 0; i < n; i++)
    {
      guint m = (guint)sl_calc_int (sl_calc_item (counts, i), 1, 200);
      g_autofree double *points = g_new0 (double, (gsize)m *m);
      for (guint p = 0; p < m; p++)
        points[(gsize)p * m + p] = 1.0;
      double disagreement = sl_priority_points (points, m, m, NULL, NULL, NULL);
      smallest = isnan (smallest) ? disagreement : MIN (smallest, disagreement);
    }
  if (isnan (smallest))
    sl_calc_set_value (out, "undefined");
  else
    json_object_set_double_member (out, "value", smallest);
}

static void
run_alignment_index (SlCalcInput *in, JsonObject *out)
{
  if (sl_calc_has (in, "index"))
    compute_band (in, out);
  else if (sl_calc_has (in, "m"))
    compute_bound (in, out);
  else
    compute_index (in, out);
}

const SlCalc sl_calc_alignment_index = {
  .name = "alignment_index",
  .summary = N_ ("The index of 100 points and the findings that its losses belong to"),
  .run = run_alignment_index,
};

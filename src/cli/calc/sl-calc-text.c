/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc smart_text: hints on the words of a goal, and, with “facts”, the letters of SMART. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-smart.h"

#include <glib/gi18n.h>
#include <math.h>

/* Longer texts are no titles. */
#define MAX_TEXT 100000

static double
read_day (SlCalcInput *in, const char *key)
{
  return sl_calc_get_number_or (in, key, -1e9, 1e9, NAN);
}

static SlSmartFacts
read_facts (SlCalcInput *in)
{
  return (SlSmartFacts){
    .n_owners = sl_calc_get_int_or (in, "owners", 0, G_MAXUINT, 0),
    .has_kpi = sl_calc_get_bool_or (in, "kpi", FALSE),
    .has_effort = sl_calc_get_bool_or (in, "effort", FALSE),
    .overbooked = sl_calc_get_bool_or (in, "overbooked", FALSE),
    .required_pace = sl_calc_get_number_or (in, "required_pace", 0.0, SL_CALC_MAX, NAN),
    .best_pace = sl_calc_get_number_or (in, "best_pace", 0.0, SL_CALC_MAX, NAN),
    .has_sight = sl_calc_get_bool_or (in, "line_of_sight", FALSE),
    .worst_conflict = sl_calc_get_number_or (in, "worst_conflict", 0.0, 1.0, 0.0),
    .start_day = read_day (in, "start_day"),
    .due_day = read_day (in, "due_day"),
    .horizon_start = read_day (in, "horizon_start"),
    .horizon_end = read_day (in, "horizon_end"),
  };
}

static void
set_text (JsonObject *out, const SlSmartText *text)
{
  JsonArray *findings = sl_calc_add_array (out, "findings");
  for (guint i = 0; i < text->hints->len; i++)
    {
      const SlSmartHint *hint = &g_array_index (text->hints, SlSmartHint, i);
      JsonArray *pair = json_array_new ();
      json_array_add_string_element (pair, sl_smart_rule_id (hint->rule));
      json_array_add_string_element (pair, hint->word);
      json_array_add_array_element (findings, pair);
    }
  json_object_set_boolean_member (out, "has_measure", text->has_measure);
  json_object_set_boolean_member (out, "has_date", text->has_date);
  json_object_set_boolean_member (out, "starts_with_action_verb", text->starts_with_verb);
}

static void
set_letters (JsonObject *out, SlSmartFault faults)
{
  static const char *const names[SL_SMART_N_LETTERS] = { "S", "M", "A", "R", "T" };
  JsonObject *letters = sl_calc_add_object (out, "letters");
  for (guint i = 0; i < SL_SMART_N_LETTERS; i++)
    json_object_set_boolean_member (letters, names[i], sl_smart_letter_faults (faults, i) == 0);
  json_object_set_int_member (out, "score", sl_smart_score (faults));
  json_object_set_double_member (out, "severity", sl_smart_severity (faults));
}

static void
run_smart_text (SlCalcInput *in, JsonObject *out)
{
  const char *text = sl_calc_get_text (in, "text");
  SlCalcInput *facts = sl_calc_member (in, "facts");
  SlSmartFacts read = read_facts (facts);
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    sl_calc_reject (in, _ ("“%s” is longer than %d characters."),
                    sl_calc_path (sl_calc_member (in, "text")), MAX_TEXT);
  if (!sl_calc_is_good (in))
    return;
  g_autoptr (SlSmartText) checked = sl_smart_text_new (text);
  set_text (out, checked);
  if (sl_calc_is_there (facts))
    set_letters (out, sl_smart_check (checked, &read));
}

const SlCalc sl_calc_smart_text = {
  .name = "smart_text",
  .summary = N_ ("Whether a goal is well written"),
  .run = run_smart_text,
};

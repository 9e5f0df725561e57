/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc: one method of the analysis on numbers from standard input. */

#include "config.h"

#include "sl-calc.h"

#include "sl-cli.h"

#include "base/sl-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* clang-format off: one a line, so that two additions do not meet. */
static const SlCalc *const methods[] = {
  &sl_calc_ahp_priorities,
  &sl_calc_alignment_index,
  &sl_calc_conflict_detection,
  &sl_calc_consensus_tastle_wierman,
  &sl_calc_cpm_calendar_links,
  &sl_calc_cpm_network,
  &sl_calc_earned_schedule,
  &sl_calc_evm,
  &sl_calc_grl_inverse_what_would_it_take,
  &sl_calc_grl_kpi_conversion,
  &sl_calc_grl_qualitative,
  &sl_calc_grl_quantitative,
  &sl_calc_kaos_obstacles,
  &sl_calc_kendall_w,
  &sl_calc_krippendorff_alpha,
  &sl_calc_line_of_sight,
  &sl_calc_milestone_trend,
  &sl_calc_montecarlo_forecast,
  &sl_calc_okr_kpi_scoring,
  &sl_calc_pert,
  &sl_calc_positions,
  &sl_calc_rank_correlation,
  &sl_calc_resource_fit,
  &sl_calc_resource_overallocation,
  &sl_calc_smart_text,
  &sl_calc_stakeholders,
  &sl_calc_trend_drift,
};
/* clang-format on */

static char *
list_methods (void)
{
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "\n%s\n", _ ("Methods:"));
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    g_string_append_printf (text, "  %-30s %s\n", methods[i]->name, _ (methods[i]->summary));
  return g_string_free (text, FALSE);
}

static const SlCalc *
find_method (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (strcmp (methods[i]->name, name) == 0)
      return methods[i];
  return NULL;
}

static int
reject_method (const SlCliVerb *verb, const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", methods[i]->name);
  return sl_cli_misuse (verb, _ ("There is no method “%s”. There are: %s."), name, names->str);
}

/* All of standard input, or a little more than is taken. (transfer full) */
static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gsize n;
  while (bytes->len <= SL_CALC_MAX_BYTES && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (bytes, buffer, n);
  if (ferror (stdin))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("The input cannot be read: %s"),
                   g_strerror (errno));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static int
run_calc (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  if (!sl_cli_parse (verb, NULL, 1, &argc, &argv))
    return SL_CLI_USAGE;
  const SlCalc *method = find_method (argv[1]);
  if (method == NULL)
    return reject_method (verb, argv[1]);
  g_autoptr (GBytes) bytes = read_input (&error);
  if (bytes == NULL)
    return sl_cli_fail (error);
  g_autoptr (JsonNode) root = sl_calc_json_parse (bytes, &error);
  if (root == NULL)
    return sl_cli_misuse (verb, "%s", error->message);
  g_autoptr (SlCalcInput) in = sl_calc_input_new (root);
  g_autoptr (JsonObject) out = json_object_new ();
  method->run (in, out);
  if (!sl_calc_is_good (in))
    return sl_cli_misuse (verb, "%s", sl_calc_get_error (in)->message);
  if (!sl_cli_write_text (NULL, sl_calc_json_print (out), &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_calc = {
  .name = "calc",
  .arguments = N_ ("METHOD <INPUT.json"),
  .summary = N_ ("Compute one method of the analysis"),
  .description = N_ ("Reads one JSON value from standard input, computes the method and prints a "
                     "JSON object: the very functions that the analysis of a project calls. What "
                     "cannot be computed is a result too, as “value”: undefined, not_assessed, "
                     "unreachable or use_range. Input that makes no sense has exit code 2 and a "
                     "sentence that names the place."),
  .examples = "echo '{\"weight\": -60, \"source_active\": true}' |\n"
              "    sightline-cli calc conflict_detection\n",
  .listing = list_methods,
  .run = run_calc,
};

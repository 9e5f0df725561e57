/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the registry over every sample that is installed: nothing clipped, overlapping or
 * shortened, on screen and on paper, from left to right and from right to left. */

#include "config.h"

#include "chart-checks.h"
#include "rule-case.h"
#include "sl-paginate.h"
#include "state-fixture.h"

static const char *const samples[]
    = { "product-launch", "sustainable-manufacturing", "supplier-alliance" };

static void
test_sample (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("../../../data/samples/%s.txt", (const char *)data);
  g_autoptr (RuleCase) self = rule_case_load (name);
  SlSnapshot *plan = sl_project_get_snapshot (self->project);
  const double widths[] = { 360, 770, 1118 };

  for (guint c = 0; sl_chart_all ()[c] != NULL; c++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
      {
        const SlChart *chart = sl_chart_all ()[c];
        SlChartParams params;

        sl_chart_params_init (&params);
        params.today = self->today;
        params.paper = i % 2 == 0;
        params.rtl = i % 3 == 0;
        params.width = widths[i / 2];
        params.height = widths[i / 2] * 0.7;
        g_autoptr (SlScene) scene = chart_layout_pango (chart, plan, &params);
        g_test_message ("%s, paper %d, rtl %d, width %.0f", chart->id, params.paper, params.rtl,
                        params.width);
        chart_check_scene (scene, params.paper);
        g_assert_cmpstr (sl_scene_get_headline (scene), !=, "");
      }
}

/* Fifteen parties and sixty pieces of work still are few sheets. */
static void
test_roles (void)
{
  g_autoptr (RuleCase) self = rule_case_load ("../../../data/samples/product-launch.txt");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  static const SlPaper papers[] = { SL_PAPER_A4, SL_PAPER_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SlPages) pages = NULL;
      SlChartParams params;
      SlSheet sheet;

      sl_chart_params_init (&params);
      sl_sheet_init (&sheet);
      params.today = sheet.today = self->today;
      params.paper = TRUE;
      sheet.project = "Launch";
      sheet.paper = papers[i];
      sheet.landscape = FALSE;
      pages = sl_pages_new (&sl_chart_raci, sl_project_get_snapshot (self->project), &params,
                            &sheet, measure);
      g_assert_cmpuint (sl_pages_count (pages), <=, 3);
    }
}

int
main (int argc, char **argv)
{
  int result;

  chart_check_init (&argc, &argv);
  state_init ();
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/samples/%s", samples[i]);

      g_test_add_data_func (path, samples[i], test_sample);
    }
  g_test_add_func ("/charts/samples/roles", test_roles);
  result = g_test_run ();
  state_clear ();
  return result;
}

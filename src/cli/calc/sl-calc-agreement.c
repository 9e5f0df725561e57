/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc rank_correlation, kendall_w, consensus_tastle_wierman, krippendorff_alpha: whether parties
 * agree. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-consensus.h"
#include "methods/sl-krippendorff.h"
#include "methods/sl-rank-agreement.h"

#include <glib/gi18n.h>
#include <math.h>

/* Where chi2 is too coarse: few objects or few judges. */
#define FEW_OBJECTS 7u
#define FEW_JUDGES 3u

static gboolean
any_given (const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      return TRUE;
  return FALSE;
}

/* Nothing to compute from is another answer than nothing to be computed. */
static void
set_no_result (JsonObject *out, const double *values, gsize n)
{
  sl_calc_set_value (out, any_given (values, n) ? "undefined" : "not_assessed");
}

static void
run_kendall_w (SlCalcInput *in, JsonObject *out)
{
  guint m, n;
  g_autofree double *scores
      = sl_calc_matrix (sl_calc_member (in, "scores"), SL_CALC_MIN, SL_CALC_MAX, TRUE, &m, &n);
  gboolean correct = sl_calc_get_bool_or (in, "ties_correction", TRUE);
  gint64 seed = sl_calc_get_int_or (in, "seed", 0, G_MAXINT64, 0);
  if (!sl_calc_is_good (in))
    return;
  g_autofree double *sums = g_new (double, MAX (n, 1));
  SlConcordance result;
  gboolean defined = sl_concordance (scores, m, n, correct, &result, sums);
  json_object_set_int_member (out, "judges", result.n_judges);
  json_object_set_int_member (out, "objects", result.n_objects);
  json_object_set_int_member (out, "dropped", result.n_dropped);
  if (!defined)
    {
      set_no_result (out, scores, (gsize)m * n);
      return;
    }
  json_object_set_double_member (out, "W", result.w);
  json_object_set_double_member (out, "S", result.s);
  json_object_set_double_member (out, "T", result.ties);
  json_object_set_double_member (out, "chi2", result.chi2);
  json_object_set_int_member (out, "df", result.df);
  json_object_set_double_member (out, "p", result.p);
  json_object_set_string_member (out, "agreement", sl_concordance_word (result.w));
  sl_calc_set_numbers (out, "rank_sums", sums, n);
  if (result.n_objects > FEW_OBJECTS && result.n_judges > FEW_JUDGES)
    return;
  json_object_set_double_member (out, "p_permutation",
                                 sl_concordance_permutation_p (scores, m, n, (guint64)seed));
  json_object_set_int_member (out, "seed", seed);
}

static void
run_rank_correlation (SlCalcInput *in, JsonObject *out)
{
  static const char *const statistics[] = { "tau_b", "tau_c", "spearman", NULL };
  guint n, n_y;
  SlCalcInput *member = sl_calc_member (in, "y");
  g_autofree double *x = sl_calc_get_numbers (in, "x", SL_CALC_MIN, SL_CALC_MAX, TRUE, &n);
  g_autofree double *y = sl_calc_numbers (member, SL_CALC_MIN, SL_CALC_MAX, TRUE, &n_y);
  guint statistic = sl_calc_get_choice_or (in, "statistic", statistics, 0);
  if (sl_calc_is_good (in) && n_y != n)
    sl_calc_reject (in, _ ("“%s” has %u values, “x” has %u."), sl_calc_path (member), n_y, n);
  if (!sl_calc_is_good (in))
    return;
  SlRankCorrelation result;
  gboolean defined = sl_rank_correlation (x, y, n, &result);
  json_object_set_int_member (out, "pairs", result.n);
  if (!defined)
    {
      sl_calc_set_value (out, result.n > 0 ? "undefined" : "not_assessed");
      return;
    }
  json_object_set_double_member (out, "tau_b", result.tau_b);
  json_object_set_double_member (out, "tau_c", result.tau_c);
  json_object_set_double_member (out, "rho", result.rho);
  json_object_set_double_member (out, "p_t_two_sided", result.rho_p);
  json_object_set_double_member (out, "p", statistic == 2 ? result.rho_p : result.p);
  if (statistic != 2)
    json_object_set_boolean_member (out, "p_exact", result.p_exact);
}

static void
run_consensus (SlCalcInput *in, JsonObject *out)
{
  guint n;
  g_autofree double *counts = sl_calc_get_numbers (in, "frequencies", 0.0, SL_CALC_MAX, FALSE, &n);
  if (!sl_calc_is_good (in))
    return;
  double consensus = sl_consensus_of_counts (counts, n), total = 0.0;
  for (guint i = 0; i < n; i++)
    total += counts[i];
  if (isnan (consensus))
    {
      sl_calc_set_value (out, total > 0.0 ? "undefined" : "not_assessed");
      return;
    }
  json_object_set_double_member (out, "consensus", consensus);
  json_object_set_double_member (out, "agreement_A", sl_agreement_of_counts (counts, n));
}

static void
run_krippendorff (SlCalcInput *in, JsonObject *out)
{
  /* In the order of SlKrippendorffLevel. */
  static const char *const levels[] = { "nominal", "ordinal", "interval", "ratio", NULL };
  guint m, n, level = sl_calc_get_choice (in, "level", levels);
  g_autofree double *codes = sl_calc_matrix (sl_calc_member (in, "data"),
                                             level == SL_KRIPPENDORFF_RATIO ? 0 : SL_CALC_MIN,
                                             SL_CALC_MAX, TRUE, &m, &n);
  if (!sl_calc_is_good (in))
    return;
  double alpha = sl_krippendorff_alpha (codes, m, n, (SlKrippendorffLevel)level);
  if (isnan (alpha))
    set_no_result (out, codes, (gsize)m * n);
  else
    json_object_set_double_member (out, "alpha", alpha);
}

const SlCalc sl_calc_rank_correlation = {
  .name = "rank_correlation",
  .summary = N_ ("Whether two parties rank alike: tau and Spearman"),
  .run = run_rank_correlation,
};

const SlCalc sl_calc_kendall_w = {
  .name = "kendall_w",
  .summary = N_ ("Whether all parties rank alike: Kendall’s W"),
  .run = run_kendall_w,
};

const SlCalc sl_calc_consensus_tastle_wierman = {
  .name = "consensus_tastle_wierman",
  .summary = N_ ("Consensus on one rating with ordered steps"),
  .run = run_consensus,
};

const SlCalc sl_calc_krippendorff_alpha = {
  .name = "krippendorff_alpha",
  .summary = N_ ("Whether people code the same things alike"),
  .run = run_krippendorff,
};

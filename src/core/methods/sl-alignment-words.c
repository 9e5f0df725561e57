/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, letters, default points and thresholds of the alignment index: the tables that a change of
 * METHODS section 20 would touch. No arithmetic on plans here. */

#include "config.h"

#include "methods/sl-alignment-index.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So much may rounding move a number that lies on a threshold: the same shares in another unit must
 * not end in another band. */
#define EPSILON 1e-9

static const struct
{
  const char *code;
  const char *title;
  SlDimension dimension;
  double budget;
  gboolean additive;
} subs[SL_N_SUBS] = {
  [SL_SUB_A1] = { "A1", N_ ("conflict"), SL_DIMENSION_CONFLICT, 20, FALSE },
  [SL_SUB_A2] = { "A2", N_ ("priorities"), SL_DIMENSION_PRIORITIES, 15, TRUE },
  [SL_SUB_A3A] = { "A3a", N_ ("resource fit"), SL_DIMENSION_RESOURCES, 10, TRUE },
  [SL_SUB_A3B] = { "A3b", N_ ("over-allocation"), SL_DIMENSION_RESOURCES, 5, TRUE },
  [SL_SUB_A4A] = { "A4a", N_ ("engagement"), SL_DIMENSION_COMMUNICATION, 5, FALSE },
  [SL_SUB_A4B] = { "A4b", N_ ("awareness"), SL_DIMENSION_COMMUNICATION, 5, FALSE },
  [SL_SUB_A4C] = { "A4c", N_ ("roles"), SL_DIMENSION_COMMUNICATION, 5, FALSE },
  [SL_SUB_A5] = { "A5", N_ ("trust"), SL_DIMENSION_TRUST, 10, FALSE },
  [SL_SUB_A6A] = { "A6a", N_ ("line of sight"), SL_DIMENSION_VISION, 5, FALSE },
  [SL_SUB_A6B] = { "A6b", N_ ("coverage"), SL_DIMENSION_VISION, 4, FALSE },
  [SL_SUB_A6C] = { "A6c", N_ ("agreement"), SL_DIMENSION_VISION, 3, FALSE },
  [SL_SUB_A6D] = { "A6d", N_ ("clarity"), SL_DIMENSION_VISION, 3, FALSE },
  [SL_SUB_A7A] = { "A7a", N_ ("review"), SL_DIMENSION_DRIFT, 5, FALSE },
  [SL_SUB_A7B] = { "A7b", N_ ("drift"), SL_DIMENSION_DRIFT, 5, TRUE },
};

static const char *const dimension_titles[SL_N_DIMENSIONS] = {
  [SL_DIMENSION_CONFLICT] = N_ ("Conflicting goals"),
  [SL_DIMENSION_PRIORITIES] = N_ ("Differing priorities"),
  [SL_DIMENSION_RESOURCES] = N_ ("Wasted resources"),
  [SL_DIMENSION_COMMUNICATION] = N_ ("Communication gaps"),
  [SL_DIMENSION_TRUST] = N_ ("Trust"),
  [SL_DIMENSION_VISION] = N_ ("Shared vision"),
  [SL_DIMENSION_DRIFT] = N_ ("Drift"),
};

static const struct
{
  const char *name;
  const char *title;
  double from;
} bands[] = {
  [SL_INDEX_BAND_NONE] = { "not_assessed", N_ ("Not assessed"), NAN },
  [SL_INDEX_BAND_MISALIGNED] = { "misaligned", N_ ("Misaligned"), -INFINITY },
  [SL_INDEX_BAND_AT_RISK] = { "at risk", N_ ("At risk"), 50 },
  [SL_INDEX_BAND_MOSTLY_ALIGNED] = { "mostly aligned", N_ ("Mostly aligned"), 70 },
  [SL_INDEX_BAND_ALIGNED] = { "aligned", N_ ("Aligned"), 85 },
};

const char *
sl_sub_measure_code (SlSubMeasure sub)
{
  g_return_val_if_fail (sub < SL_N_SUBS, "");
  return subs[sub].code;
}

SlSubMeasure
sl_sub_measure_from_code (const char *code)
{
  guint sub = 0;
  while (sub < SL_N_SUBS && g_strcmp0 (subs[sub].code, code) != 0)
    sub++;
  return (SlSubMeasure)sub;
}

const char *
sl_sub_measure_title (SlSubMeasure sub)
{
  g_return_val_if_fail (sub < SL_N_SUBS, "");
  return _ (subs[sub].title);
}

SlDimension
sl_sub_measure_dimension (SlSubMeasure sub)
{
  g_return_val_if_fail (sub < SL_N_SUBS, SL_N_DIMENSIONS);
  return subs[sub].dimension;
}

double
sl_sub_measure_budget (SlSubMeasure sub)
{
  g_return_val_if_fail (sub < SL_N_SUBS, 0.0);
  return subs[sub].budget;
}

gboolean
sl_sub_measure_is_additive (SlSubMeasure sub)
{
  g_return_val_if_fail (sub < SL_N_SUBS, FALSE);
  return subs[sub].additive;
}

char
sl_dimension_letter (SlDimension dimension)
{
  return (char)('A' + (int)dimension);
}

const char *
sl_dimension_title (SlDimension dimension)
{
  g_return_val_if_fail (dimension < SL_N_DIMENSIONS, "");
  return _ (dimension_titles[dimension]);
}

const char *
sl_index_band_name (SlIndexBand band)
{
  g_return_val_if_fail (band < G_N_ELEMENTS (bands), "");
  return bands[band].name;
}

const char *
sl_index_band_title (SlIndexBand band)
{
  g_return_val_if_fail (band < G_N_ELEMENTS (bands), "");
  return _ (bands[band].title);
}

SlIndexBand
sl_index_band_of (double index)
{
  if (isnan (index))
    return SL_INDEX_BAND_NONE;
  SlIndexBand band = SL_INDEX_BAND_ALIGNED;
  while (index < bands[band].from - EPSILON)
    band--;
  return band;
}

gboolean
sl_veto_by_conflict (double severity, double weight)
{
  return severity >= SL_VETO_CONFLICT_SEVERITY - EPSILON && weight >= SL_VETO_GOAL_WEIGHT - EPSILON;
}

gboolean
sl_veto_by_satisfaction (double satisfaction)
{
  return satisfaction < -EPSILON;
}

gboolean
sl_veto_by_trust (double trust)
{
  return trust < SL_VETO_TRUST_BELOW - EPSILON;
}

gboolean
sl_veto_by_concordance (double concordance, guint n_parties, guint n_goals)
{
  return concordance < SL_VETO_CONCORDANCE_BELOW - EPSILON
         && n_parties >= SL_VETO_CONCORDANCE_PARTIES && n_goals >= SL_VETO_CONCORDANCE_GOALS;
}

gboolean
sl_veto_by_plan (double weight, gboolean has_plan)
{
  return !has_plan && weight >= SL_VETO_GOAL_WEIGHT - EPSILON;
}

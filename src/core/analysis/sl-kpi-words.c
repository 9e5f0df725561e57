/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each mark has a shape and a word, so that neither color nor sight is needed. */

#include "config.h"

#include "analysis/sl-kpi-words.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
sl_kpi_number_text (const SlTable *kpis, guint row, double number)
{
  const char *unit = sl_table_text (kpis, row, SL_KPI_UNIT);
  g_autofree char *text = sl_format_number (number, 2);

  return unit == NULL || *unit == '\0' ? g_steal_pointer (&text)
                                       : g_strdup_printf ("%s %s", text, unit);
}

/* "5 to 9", "at least 5", "at most 9". (transfer full) */
static char *
say_range (double low, double high)
{
  g_autofree char *from = isnan (low) ? NULL : sl_format_number (low, 2);
  g_autofree char *to = isnan (high) ? NULL : sl_format_number (high, 2);

  if (from == NULL)
    /* Translators: the upper end of a range */
    return g_strdup_printf (_ ("at most %s"), to);
  if (to == NULL)
    /* Translators: the lower end of a range */
    return g_strdup_printf (_ ("at least %s"), from);
  if (low == high)
    return g_steal_pointer (&from);
  /* Translators: a range of numbers: “5 to 9” */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

char *
sl_kpi_band_text (const SlKpiWatch *watch)
{
  g_autofree char *range = NULL;

  if (isnan (watch->low) && isnan (watch->high))
    return NULL;
  range = say_range (watch->low, watch->high);
  switch (watch->band)
    {
    case SL_KPI_BAND_INSIDE:
      /* Translators: where a value lies: “● inside 5 to 9” */
      return g_strdup_printf (_ ("● inside %s"), range);
    case SL_KPI_BAND_TOLERATED:
      /* Translators: outside of a range by less than is tolerated: “◐ tolerated, 5 to 9” */
      return g_strdup_printf (_ ("◐ tolerated, %s"), range);
    case SL_KPI_BAND_OUTSIDE:
      /* Translators: where a value lies: “○ outside 5 to 9” */
      return g_strdup_printf (_ ("○ outside %s"), range);
    case SL_KPI_BAND_NONE:
    default:
      return g_steal_pointer (&range);
    }
}

const char *
sl_kpi_contrast_text (SlKpiContrast contrast)
{
  switch (contrast)
    {
    case SL_KPI_PARTS_GREEN:
      /* Translators: a KPI is red, and all parts of its goal are green; keep it short */
      return _ ("▲ only KPI red");
    case SL_KPI_PARTS_RED:
      /* Translators: a KPI is green, and no part of its goal is; keep it short */
      return _ ("▼ only KPI green");
    case SL_KPI_AGREES:
    default:
      return NULL;
    }
}

const char *
sl_kpi_contrast_why (SlKpiContrast contrast)
{
  switch (contrast)
    {
    case SL_KPI_PARTS_GREEN:
      return _ ("All parts of its goal are on track, and the KPI is red: they are not what moves "
                "it.");
    case SL_KPI_PARTS_RED:
      return _ (
          "No part of its goal is on track, and the KPI is green: something else moves it, or "
          "the parts are not needed.");
    case SL_KPI_AGREES:
    default:
      return NULL;
    }
}

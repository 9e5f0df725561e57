/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of a KPI, in words that are the same on screen and on paper. Translated. */

#pragma once

#include "analysis/sl-kpi-watch.h"

G_BEGIN_DECLS

/* "42 %": @number, which is not NAN, in the unit of the KPI at @row. (transfer full) */
char *sl_kpi_number_text (const SlTable *kpis, guint row, double number);
/* "● inside 5 to 9": the range that it is to stay in, and where its newest value lies. (transfer
 * full) (nullable): it has no range */
char *sl_kpi_band_text (const SlKpiWatch *watch);
/* "▲ only KPI red": the parts of its goal are green; %NULL where both say the same. (transfer none)
 * (nullable) */
const char *sl_kpi_contrast_text (SlKpiContrast contrast);
/* What that means and asks for, as a sentence. (transfer none) (nullable) */
const char *sl_kpi_contrast_why (SlKpiContrast contrast);

G_END_DECLS

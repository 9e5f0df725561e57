/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether people who code the same things code them alike. Pure. Source: METHODS section 5.5. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* How far two different codes are from each other; "nominal", "ordinal", "interval", "ratio". */
typedef enum
{
  SL_KRIPPENDORFF_NOMINAL,
  SL_KRIPPENDORFF_ORDINAL,
  SL_KRIPPENDORFF_INTERVAL,
  SL_KRIPPENDORFF_RATIO,
} SlKrippendorffLevel;

/**
 * sl_krippendorff_alpha:
 * @codes: (array): a row of @n_units codes for each of the @n_coders; NAN: not coded
 * @n_coders: people
 * @n_units: things that were coded
 * @level: what distance means. Ratio codes are from 0
 *
 * Krippendorff's alpha: 1 - observed / expected disagreement. Things with fewer than two codes say
 * nothing and are dropped. From .8 reliable, from .667 tentative.
 *
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011. Cost: O(V^2 + codes log
 * codes) for V different codes.
 *
 * Returns: at most 1; 0: as good as chance; NAN where nothing was coded twice, where all codes are
 *   the same, and for negative ratio codes
 */
double sl_krippendorff_alpha (const double *codes, guint n_coders, guint n_units,
                              SlKrippendorffLevel level);

G_END_DECLS

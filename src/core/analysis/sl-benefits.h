/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The six benefits that aligned goals bring, each as one share of what the engine computed anyway:
 * the tiles of the Today page. Pure; any thread. */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

typedef enum
{
  SL_BENEFIT_VISION,       /* dimension F */
  SL_BENEFIT_ENGAGEMENT,   /* A4a */
  SL_BENEFIT_RESOURCES,    /* A3a */
  SL_BENEFIT_FOCUS,        /* weight of goals with a line of sight */
  SL_BENEFIT_EFFICIENCY,   /* 1 - share of wasted spend */
  SL_BENEFIT_COORDINATION, /* mean of A4b and A4c */
  SL_N_BENEFITS,
} SlBenefit;

/**
 * SlBenefitShare:
 * @share: 0..1; NAN: not assessed
 * @coverage: of what it looks at, how much anybody assessed, 0..1
 */
typedef struct
{
  double share;
  double coverage;
} SlBenefitShare;

/* Focus is not assessed where no goal is an objective, efficiency where no money is entered,
 * coordination rests on the one of its two parts that is assessed. Source: METHODS sections 16 and
 * 20. Cost: O(goals + budget lines). */
SlBenefitShare sl_benefit_share (const SlAnalysis *analysis, SlBenefit benefit);
/* "Shared vision", translated. */
const char *sl_benefit_title (SlBenefit benefit);
/* The sub-measures that @benefit is made of. (array length=n) (transfer none): none where it is
 * made of something else */
const SlSubMeasure *sl_benefit_subs (SlBenefit benefit, guint *n);

G_END_DECLS

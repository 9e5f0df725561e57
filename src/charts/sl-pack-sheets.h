/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of a meeting pack that are no charts: cover with agenda, and decisions. */

#pragma once

#include "sl-paginate.h"

G_BEGIN_DECLS

/* One line of the agenda. */
typedef struct
{
  const char *title;
  const char *headline;
  guint page; /* 1-based */
} SlAgendaEntry;

/* The first sheet: project, day, whom the copy is for, agenda, parties. All in page coordinates.
 * (transfer full) */
SlScene *sl_pack_cover (const SlSnapshot *plan, const SlSheet *sheet, const SlChartParams *params,
                        const SlAgendaEntry *agenda, guint n_agenda, guint total,
                        SlTextMeasure *measure);
/* The last sheet: what is to be decided, with the goals on which parties are opposed filled in,
 * ruled lines, and a place for each party's initials. (transfer full) */
SlScene *sl_pack_decisions (const SlSnapshot *plan, const SlSheet *sheet,
                            const SlChartParams *params, guint number, guint total,
                            SlTextMeasure *measure);

G_END_DECLS

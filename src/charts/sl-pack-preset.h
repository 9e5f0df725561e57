/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs for an occasion: which charts each of them has. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

/**
 * SlPackPreset:
 * @id: "board": command line, what the page for printing remembers
 * @title: N_("Board")
 * @charts: (array zero-terminated=1): ids
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *charts[12];
} SlPackPreset;

/* The first is the meeting pack. (array length=n) (transfer none) */
const SlPackPreset *sl_pack_presets (guint *n);
/* NULL: there is none of that id. */
const SlPackPreset *sl_pack_preset_by_id (const char *id);
/* Its charts, as SlSheet.parts. */
guint64 sl_pack_preset_parts (const SlPackPreset *self);
/* SlSheet.parts of a pack that has none of them. */
#define SL_PACK_NO_CHARTS (G_GUINT64_CONSTANT (1) << 63)
/* The bit of a chart in SlSheet.parts; 0: no chart of a pack. */
guint64 sl_pack_part (const char *id);
/* All charts that a pack can have, in its order. (array zero-terminated=1) */
const char *const *sl_pack_order (void);

G_END_DECLS

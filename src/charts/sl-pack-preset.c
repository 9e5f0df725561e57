/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which charts a pack has, and in which order: where do we go and stand; do we pull together; who
 * stands where, on what, what comes first, by when; what it takes, what could go wrong; behind them
 * who is who. */

#include "config.h"

#include "sl-pack-preset.h"

#include <glib/gi18n-lib.h>

static const char *const order[] = { "direction",          "current-state", "alignment-page",
                                     "stakeholder-matrix", "goal-tree",     "priorities",
                                     "timeline",           "budget",        "people-weeks",
                                     "technology-weeks",   "risk-matrix",   "power-interest",
                                     "register",           "raci",          NULL };

static const SlPackPreset presets[] = {
  { "meeting-pack",
    N_ ("Meeting Pack"),
    { "alignment-page", "stakeholder-matrix", "goal-tree", "priorities", "timeline", "budget",
      "people-weeks", "technology-weeks", "risk-matrix", NULL } },
  { "partner-pack",
    N_ ("Partner Meeting"),
    { "alignment-page", "stakeholder-matrix", "goal-tree", "priorities", "timeline", NULL } },
  { "board-pack",
    N_ ("Board"),
    { "direction", "current-state", "alignment-page", "stakeholder-matrix", "goal-tree", "budget",
      "people-weeks", "risk-matrix", NULL } },
  { "people-pack",
    N_ ("Who Is Who"),
    { "power-interest", "register", "raci", "people-weeks", "technology-weeks", NULL } },
};

const SlPackPreset *
sl_pack_presets (guint *n)
{
  *n = G_N_ELEMENTS (presets);
  return presets;
}

const SlPackPreset *
sl_pack_preset_by_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (presets[i].id, id) == 0)
      return &presets[i];
  return NULL;
}

guint64
sl_pack_part (const char *id)
{
  for (guint i = 0; order[i] != NULL; i++)
    if (g_str_equal (order[i], id))
      return G_GUINT64_CONSTANT (1) << i;
  return 0;
}

guint64
sl_pack_preset_parts (const SlPackPreset *self)
{
  guint64 parts = 0;

  for (guint i = 0; self->charts[i] != NULL; i++)
    parts |= sl_pack_part (self->charts[i]);
  return parts;
}

const char *const *
sl_pack_order (void)
{
  return order;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to settle a conflict, offered where one is closed. Source: van Lamsweerde, Darimont & Letier
 * 1998; METHODS section 2. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlTactic:
 * @id: "weaken", stable
 * @title: N_("One goal asks for less")
 * @hint: N_(): how it is done in this program
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *hint;
} SlTactic;

/* (array length=n): all of them, in the order in which they are offered. */
const SlTactic *sl_tactics (guint *n);
/* (nullable) */
const SlTactic *sl_tactic_by_id (const char *id);
/* Translated. */
const char *sl_tactic_title (const SlTactic *self);
const char *sl_tactic_hint (const SlTactic *self);

G_END_DECLS

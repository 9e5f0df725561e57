/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five lights of a goal: which letters of SMART it passes, why not, and where that is put
 * right. What SMART-01 finds, letter by letter. Pure; any thread. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-smart.h"

G_BEGIN_DECLS

/**
 * SlSmartLight:
 * @passed: nothing is wrong with this letter
 * @name: "Measurable", translated
 * @why: (nullable): what is wrong, translated
 * @field: number of the field of the goal that puts the first fault right
 */
typedef struct
{
  gboolean passed;
  const char *name;
  char *why;
  guint field;
} SlSmartLight;

/* Fills @lights, one a letter; clear each @why. Returns: whether @goal is an open goal with a
 * title; else nothing is filled */
gboolean sl_smart_lights (const SlFacts *facts, SlId goal, SlSmartLight lights[SL_SMART_N_LETTERS]);
void sl_smart_lights_clear (SlSmartLight lights[SL_SMART_N_LETTERS]);
/* 'S', 'M', 'A', 'R', 'T' */
char sl_smart_letter (SlSmartLetter letter);

G_END_DECLS

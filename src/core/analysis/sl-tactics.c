/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of ways to settle a conflict. */

#include "config.h"

#include "analysis/sl-tactics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SlTactic tactics[] = {
  { "trade-off", N_ ("Both sides agree on a trade-off"),
    N_ ("Write down what each side gives and gets.") },
  { "weaken", N_ ("One goal asks for less"), N_ ("Change its target, its range or its date.") },
  { "mitigate", N_ ("A new goal or measure makes up for it"),
    N_ ("Add a goal that helps the one that loses, or a measure that weakens the link.") },
  { "avoid", N_ ("The condition is avoided"),
    N_ ("Make sure that what brings the two into conflict does not happen.") },
  { "restore", N_ ("Things are put right after the condition"),
    N_ ("Let it happen, and agree who repairs what by when.") },
  { "split", N_ ("Each side has its own region or segment"),
    N_ ("Divide the goal so that both hold, each in its own place.") },
  { "drop", N_ ("The goal that matters less is dropped"),
    N_ ("Park or drop it, and tell all who worked for it.") },
};

const SlTactic *
sl_tactics (guint *n)
{
  *n = G_N_ELEMENTS (tactics);
  return tactics;
}

const SlTactic *
sl_tactic_by_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (tactics); i++)
    if (strcmp (tactics[i].id, id) == 0)
      return &tactics[i];
  return NULL;
}

const char *
sl_tactic_title (const SlTactic *self)
{
  return _ (self->title);
}

const char *
sl_tactic_hint (const SlTactic *self)
{
  return _ (self->hint);
}

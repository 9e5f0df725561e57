/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inclusion check: parties that a shared goal touches, but whom nobody has asked where they
 * stand on it. Source: METHODS section 2a: not asked is not neutral. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/**
 * SlUnasked:
 * @party: who is touched
 * @goal: the shared goal, open
 * @reason: through what: a need, a task or milestone, a goal below
 * @guessed: there is a position, but only our guess
 */
typedef struct
{
  SlId party;
  SlId goal;
  SlId reason;
  gboolean guessed;
} SlUnasked;

/* Who owns work or goals that serve a shared goal, has a role in it, is booked for it or needs
 * something of it is touched; members of one side are one party, and the owner of the goal need not
 * be asked. The most influential first.
 * Returns: (transfer full) (element-type SlUnasked) */
GArray *sl_inclusion_find (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a finding as they are shown. */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

/* @text of @finding (its sentence, the label of a remedy) with the names isolated that are written
 * in the other direction than the language of the messages. What the engine says, and what is
 * dumped, has no such marks. (transfer full) */
char *sl_finding_words (const SlFinding *finding, const SlFacts *facts, const char *text);

G_END_DECLS

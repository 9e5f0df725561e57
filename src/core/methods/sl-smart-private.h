/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the text check share. For sl-smart*.c. */

#pragma once

#include "methods/sl-smart.h"

G_BEGIN_DECLS

/* A character of the text. @masked: belongs to a date */
typedef struct
{
  gunichar lower;
  gboolean capital;
  gboolean masked;
  guint byte;
} SlSmartChar;

/* A text that is looked at; behind the last character stands one with @lower 0. */
typedef struct
{
  SlSmartChar *chars;
  guint length;
} SlSmartScan;

typedef struct
{
  SlSmartRule rule;
  const char *text;
} SlSmartPhrase;

/* sl-smart-words.c: each list ends with NULL. */
extern const SlSmartPhrase sl_smart_phrases[];
extern const char *const sl_smart_verbs[];
extern const char *const sl_smart_other_verbs[];
extern const char *const sl_smart_time_units[];
extern const char *const sl_smart_time_modifiers[];
extern const char *const sl_smart_months[];       /* 12 */
extern const char *const sl_smart_short_months[]; /* 13: September has two */

/* Whether a letter, digit or underscore stands at @at. */
gboolean sl_smart_is_word (const SlSmartScan *scan, guint at);
/* Whether a word or number begins at @at, and none goes on: not at the 5 of "12.5". */
gboolean sl_smart_begins (const SlSmartScan *scan, guint at);
/* How many characters @phrase takes at @at, as whole words; 0: it is not there. A space stands for
 * any white space, a hyphen for all its kinds. */
guint sl_smart_match (const SlSmartScan *scan, guint at, const char *phrase);
/* The same for the longest of @phrases; @which: (out) (nullable): its place there. */
guint sl_smart_match_any (const SlSmartScan *scan, guint at, const char *const *phrases,
                          guint *which);
/* Behind the white space at @at. */
guint sl_smart_skip_space (const SlSmartScan *scan, guint at);

/* sl-smart-dates.c: how many characters of a date begin at @at; 0: none. */
guint sl_smart_match_date (const SlSmartScan *scan, guint at);

G_END_DECLS

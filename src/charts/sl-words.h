/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and names inside the sentences of charts. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* "four" up to twelve, then digits; (transfer none) or interned, valid for ever. */
const char *sl_words_number (guint n);
/* As sl_words_number(), for the start of a sentence: "Four". */
const char *sl_words_number_first (guint n);
/* A signed whole number with a real minus: "+2", "0", "−3". (transfer full) */
char *sl_words_signed (gint64 value);
/* @name as it can stand inside a sentence: isolated where it is written in the direction that the
 * language of the messages is not, else unchanged, so that it can be searched. (transfer full) */
char *sl_words_name (const char *name);
/* @sentence with every name of @names (%NULL-terminated), whole or shortened with an ellipsis,
 * isolated as by sl_words_name(). (transfer full) */
char *sl_words_isolate (const char *sentence, const char *const *names);
/* Whether the language of the messages is written from right to left. */
gboolean sl_words_locale_is_rtl (void);

G_END_DECLS

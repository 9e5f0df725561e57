/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which a field that has a choice is typed: names of codes, yes and no, titles of
 * records. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* One thing that a field can be. */
typedef struct
{
  gint64 code;      /* code of an SL_ENUM, 0 or 1, id of a record */
  const char *text; /* translated name or title: lives as long as the plan */
} SlFieldWord;

/* Whether @field is chosen from a list: SL_ENUM, SL_BOOL, SL_REF. */
gboolean sl_field_has_words (const SlField *field);
/* Whether @field names the party that answers for a record: what owner.set-by-name sets. */
gboolean sl_field_is_owner (const SlField *field);
/* What @field can be in @plan, in the order of the model.
 * Returns: (transfer full) (element-type SlFieldWord) */
GArray *sl_field_words (const SlSnapshot *plan, const SlField *field);
/* The choice that @typed names: a whole word before the only one that begins with it; letters of
 * either case.
 * Errors: %SL_ERROR_INVALID with a sentence that names what was typed. */
gboolean sl_field_read_word (const SlSnapshot *plan, const SlField *field, const char *typed,
                             SlValue *value, GError **error);

G_END_DECLS

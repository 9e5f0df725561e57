/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One typed value of a field: null, integer, real or text. Plain struct, copied by function. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * SlValueType:
 * @SL_VALUE_NULL: no value
 * @SL_VALUE_INT: 64-bit integer: counts, days, enum codes, ids, money in minor units, colours
 * @SL_VALUE_REAL: finite double
 * @SL_VALUE_TEXT: valid UTF-8
 */
typedef enum
{
  SL_VALUE_NULL,
  SL_VALUE_INT,
  SL_VALUE_REAL,
  SL_VALUE_TEXT,
} SlValueType;

typedef struct
{
  SlValueType type;
  union
  {
    gint64 i;
    double r;
    char *s; /* a GRefString, owned */
  };
} SlValue;

#define SL_VALUE_INIT                                                                              \
  {                                                                                                \
    SL_VALUE_NULL,                                                                                 \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }

SlValue sl_value_int (gint64 i);
SlValue sl_value_real (double r);
SlValue sl_value_text (const char *text);
SlValue sl_value_copy (const SlValue *value);
void sl_value_clear (SlValue *value);
gboolean sl_value_equal (const SlValue *a, const SlValue *b);
/* Canonical, locale-independent text: "" for null; reals with 17 significant digits at most. */
char *sl_value_to_string (const SlValue *value);
/* The shortest decimal text that reads back as @r, with a point in every locale. */
char *sl_real_to_string (double r);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlValue, sl_value_clear)

G_END_DECLS

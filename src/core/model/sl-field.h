/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The description of one field of a record kind. These rows are the only description of a kind:
 * SQL, properties, inspector rows, CSV and JSON keys, search, diff and undo labels come from them.
 */

#pragma once

#include "base/sl-types.h"
#include "base/sl-value.h"

G_BEGIN_DECLS

/**
 * SlFieldType:
 * @SL_TEXT: one line of text
 * @SL_PROSE: several lines of text
 * @SL_INT: whole number
 * @SL_REAL: finite real number; a unit of "ratio" is shown and typed as percent
 * @SL_BOOL: 0 or 1, never null
 * @SL_DATE: day number (sl-date.h)
 * @SL_ENUM: code from @values of the field
 * @SL_REF: id of a record of one of the @targets
 * @SL_MONEY: minor units of the project's currency
 * @SL_COLOR: 0xRRGGBB
 * @SL_RANK: order key among siblings (sl-rank.h); never shown
 */
typedef enum
{
  SL_TEXT,
  SL_PROSE,
  SL_INT,
  SL_REAL,
  SL_BOOL,
  SL_DATE,
  SL_ENUM,
  SL_REF,
  SL_MONEY,
  SL_COLOR,
  SL_RANK,
} SlFieldType;

/**
 * SlFieldFlags:
 * @SL_REQUIRED: never null; an empty text is allowed only without @SL_KEY
 * @SL_KEY: part of the record's identity; set at insertion, never changed
 * @SL_PARENT: structural parent in the tree of the same kind (or of the first target)
 * @SL_OWNER: the record goes when the record that this field names goes
 * @SL_SEARCH: searched by find
 * @SL_COALESCE: consecutive edits by typing merge into one undo step
 * @SL_INTERNAL: not shown in inspector or tables (rank, foreign id)
 * @SL_REMADE: with @SL_KEY: setting it by a command makes the record anew, with all else it says
 * @SL_VERSIONED: what it was stays as a record of kind version when a command changes it
 */
typedef enum
{
  SL_FIELD_PLAIN = 0,
  SL_REQUIRED = 1 << 0,
  SL_KEY = 1 << 1,
  SL_PARENT = 1 << 2,
  SL_OWNER = 1 << 3,
  SL_SEARCH = 1 << 4,
  SL_COALESCE = 1 << 5,
  SL_INTERNAL = 1 << 6,
  SL_VERSIONED = 1 << 7,
  SL_REMADE = 1 << 8,
} SlFieldFlags;

/* One code of an SL_ENUM field. Codes are stored and never change; nicks are shown. */
struct _SlEnumValue
{
  gint64 code;
  const char *name; /* for CSV, JSON, text; NULL ends a table */
  const char *nick; /* N_() */
};

struct _SlField
{
  const char *name; /* column, property (with '_' as '-'), CSV and JSON key */
  const char *nick; /* N_() */
  SlFieldType type;
  const char *unit; /* "day", "person-day", "ratio", "minor" or NULL; shown by the inspector */
  double min;       /* of numbers; min == max means unbounded */
  double max;
  const char *def;           /* default as canonical text, or NULL */
  guint flags;               /* SlFieldFlags */
  guint64 targets;           /* SL_REF: mask of 1 << SlKindId */
  const SlEnumValue *values; /* SL_ENUM */
  const char *help;          /* N_(): one sentence, tooltip and data dictionary; or NULL */
};

SlValueType sl_field_value_type (const SlField *field);
/* The default of @field as a value; null where it has none. */
SlValue sl_field_default (const SlField *field);
/* Whether people cannot change it: it says which record it is, and none is made in its place. */
gboolean sl_field_is_fixed (const SlField *field);
/* Checks @value against type, range, enum codes and text limits.
 * Errors: %SL_ERROR_INVALID with a sentence that names the field and the value. */
gboolean sl_field_check (const SlField *field, const SlValue *value, GError **error);
/* Reads canonical text as files and the command line carry it (ISO dates, enum names, base32 ids).
 */
gboolean sl_field_parse (const SlField *field, const char *text, SlValue *value, GError **error);
/* The reverse of sl_field_parse(); (transfer full). */
char *sl_field_format (const SlField *field, const SlValue *value);
const SlEnumValue *sl_field_enum_by_code (const SlField *field, gint64 code);
const SlEnumValue *sl_field_enum_by_name (const SlField *field, const char *name);
/* Cleans text for storage: valid UTF-8, no control or bidi-override characters, at most 8
 * combining marks a base, cut to the field's limit. (transfer full) */
char *sl_field_clean_text (const SlField *field, const char *text);

G_END_DECLS

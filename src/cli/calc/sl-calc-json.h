/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON in and out of the methods: strict and bounded on the way in, exact on the way out. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Limits of an input. */
#define SL_CALC_MAX_BYTES (16 * 1024 * 1024)
#define SL_CALC_MAX_DEPTH 64
#define SL_CALC_MAX_ITEMS 100000

/**
 * sl_calc_json_parse:
 * @bytes: a text
 *
 * Reads one JSON value. Stricter than json-glib, which takes 012 for ten, wraps whole numbers
 * beyond 64 bits and descends as deep as the stack goes.
 *
 * Errors: %SL_ERROR_INVALID, %SL_ERROR_LIMIT; the message names the line.
 *
 * Returns: (transfer full) (nullable)
 */
JsonNode *sl_calc_json_parse (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @out as text: numbers read back as they are, what is not finite is null. (transfer full) */
char *sl_calc_json_print (JsonObject *out) G_GNUC_WARN_UNUSED_RESULT;

/* Sets "value": the name of a result that is no number, like "undefined" or "unreachable". */
void sl_calc_set_value (JsonObject *out, const char *value);
/* Sets an array of numbers; NAN becomes null. */
void sl_calc_set_numbers (JsonObject *out, const char *key, const double *values, guint n);
/* Sets an empty object or array and gives it to be filled. (transfer none) */
JsonObject *sl_calc_add_object (JsonObject *out, const char *key);
JsonArray *sl_calc_add_array (JsonObject *out, const char *key);

G_END_DECLS

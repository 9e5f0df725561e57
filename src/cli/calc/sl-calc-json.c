/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON in and out of the methods. The input comes from anywhere: before json-glib sees it, depth
 * and size are bounded and every number is held to the grammar. */

#include "config.h"

#include "sl-calc-json.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "base/sl-value.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Whole numbers of more digits do not fit into 64 bits for certain. */
#define MAX_DIGITS 18
/* Longer numbers say nothing that a double could hold. */
#define MAX_NUMBER 400

/* --- Reading --- */

/* What is looked at while walking over a text. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  guint depth;
} Scan;

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Whether @at up to @end is a number of RFC 8259, section 6. */
static gboolean
is_number (const char *at, const char *end)
{
  if (at < end && *at == '-')
    at++;
  const char *whole = at;
  at = skip_digits (at, end);
  gsize n_digits = at - whole;
  if (n_digits == 0 || (*whole == '0' && n_digits > 1))
    return FALSE;
  if (at == end)
    return n_digits <= MAX_DIGITS;
  if (*at == '.')
    {
      const char *fraction = ++at;
      at = skip_digits (at, end);
      if (at == fraction)
        return FALSE;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      const char *exponent = at;
      at = skip_digits (at, end);
      if (at == exponent)
        return FALSE;
    }
  return at == end;
}

static gboolean
scan_number (Scan *scan, GError **error)
{
  const char *begin = scan->at;
  while (scan->at < scan->end && (g_ascii_isalnum (*scan->at) || strchr ("+-.", *scan->at) != NULL))
    scan->at++;
  if (scan->at - begin <= MAX_NUMBER && is_number (begin, scan->at))
    return TRUE;
  g_autofree char *text = g_strndup (begin, MIN (scan->at - begin, MAX_NUMBER));
  g_autofree char *shown = sl_text_shorten (text, 40);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("Line %u: “%s” is not a number that can be read."), scan->line, shown);
  return FALSE;
}

/* Steps over a string; one that does not end is left to the parser. */
static void
scan_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->end && *scan->at != '"'; scan->at++)
    {
      if (*scan->at == '\\' && scan->at + 1 < scan->end)
        scan->at++;
      if (*scan->at == '\n')
        scan->line++;
    }
  if (scan->at < scan->end)
    scan->at++;
}

static gboolean
scan_character (Scan *scan, GError **error)
{
  char c = *scan->at;
  if (c == '[' || c == '{')
    scan->depth++;
  else if (c == ']' || c == '}')
    scan->depth -= scan->depth > 0;
  else if (c == '\n')
    scan->line++;
  if (scan->depth > SL_CALC_MAX_DEPTH)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT,
                   _ ("Line %u: lists and objects lie deeper than %d in each other."), scan->line,
                   SL_CALC_MAX_DEPTH);
      return FALSE;
    }
  if (strchr ("[]{}:, \t\r\n", c) == NULL && !g_ascii_isalpha (c))
    {
      g_autofree char *shown = g_strndup (scan->at, g_utf8_next_char (scan->at) - scan->at);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Line %u: “%s” does not belong into JSON."), scan->line, shown);
      return FALSE;
    }
  scan->at++;
  return TRUE;
}

static gboolean
scan_text (const char *text, gsize size, GError **error)
{
  Scan scan = { text, text + size, 1, 0 };
  while (scan.at < scan.end)
    {
      gboolean good = TRUE;
      if (*scan.at == '"')
        scan_string (&scan);
      else if (g_ascii_isdigit (*scan.at) || *scan.at == '-')
        good = scan_number (&scan, error);
      else
        good = scan_character (&scan, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

JsonNode *
sl_calc_json_parse (GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  if (size > SL_CALC_MAX_BYTES)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("The input is larger than %d MB."),
                   SL_CALC_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (size == 0 || !g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_INVALID,
                           size == 0 ? _ ("The input is empty.")
                                     : _ ("The input is not text in UTF-8."));
      return NULL;
    }
  if (!scan_text (text, size, error))
    return NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  if (!json_parser_load_from_data (parser, text, size, &cause))
    {
      /* "<data>:1:5: Parse error: …": all but the file that there is not. */
      const char *place = g_str_has_prefix (cause->message, "<data>:")
                              ? cause->message + strlen ("<data>:")
                              : cause->message;
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("The input is not JSON: %s"), place);
      return NULL;
    }
  JsonNode *root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_INVALID, _ ("The input is empty."));
  return root;
}

/* --- Writing --- */

static void append_node (GString *text, JsonNode *node);

static void
append_string (GString *text, const char *string)
{
  g_autofree char *quoted = sl_text_to_json (string);
  g_string_append (text, quoted);
}

static void
append_object (GString *text, JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;
  const char *before = "";
  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_string_append (text, before);
      append_string (text, key);
      g_string_append (text, ": ");
      append_node (text, node);
      before = ", ";
    }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_node (text, json_array_get_element (array, i));
    }
  g_string_append_c (text, ']');
}

static void
append_double (GString *text, double value)
{
  g_autofree char *digits = isfinite (value) ? sl_real_to_string (value) : g_strdup ("null");
  g_string_append (text, digits);
}

static void
append_node (GString *text, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (text, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (text, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (text, "null");
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    append_string (text, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    append_double (text, json_node_get_double (node));
}

char *
sl_calc_json_print (JsonObject *out)
{
  GString *text = g_string_new (NULL);
  append_object (text, out);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

void
sl_calc_set_value (JsonObject *out, const char *value)
{
  json_object_set_string_member (out, "value", value);
}

void
sl_calc_set_numbers (JsonObject *out, const char *key, const double *values, guint n)
{
  JsonArray *array = sl_calc_add_array (out, key);
  for (guint i = 0; i < n; i++)
    json_array_add_double_element (array, values[i]);
}

JsonObject *
sl_calc_add_object (JsonObject *out, const char *key)
{
  JsonObject *object = json_object_new ();
  json_object_set_object_member (out, key, object);
  return object;
}

JsonArray *
sl_calc_add_array (JsonObject *out, const char *key)
{
  JsonArray *array = json_array_new ();
  json_object_set_array_member (out, key, array);
  return array;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed readers over a JSON input. Nothing here knows what a method is about. */

#include "config.h"

#include "sl-calc-input.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "base/sl-value.h"

#include <glib/gi18n.h>
#include <math.h>

/* What the values of an input share. */
typedef struct
{
  JsonNode *root;
  GPtrArray *values; /* of SlCalcInput */
  GStringChunk *texts;
  GError *error;
} Reading;

struct _SlCalcInput
{
  Reading *reading;
  SlCalcInput *parent; /* NULL: the outermost */
  const char *key;     /* NULL: an item of a list */
  guint index;
  JsonNode *node; /* NULL: not there */
  GList *keys;    /* of an object, once asked for */
  const char **names;
};

static void
free_value (gpointer data)
{
  SlCalcInput *in = data;
  g_list_free (in->keys);
  g_free (in->names);
  g_free (in);
}

static SlCalcInput *
create_value (Reading *reading, SlCalcInput *parent, const char *key, guint index, JsonNode *node)
{
  SlCalcInput *in = g_new0 (SlCalcInput, 1);
  *in = (SlCalcInput){ reading, parent, key, index, node, NULL, NULL };
  g_ptr_array_add (reading->values, in);
  return in;
}

SlCalcInput *
sl_calc_input_new (JsonNode *root)
{
  Reading *reading = g_new0 (Reading, 1);
  reading->root = json_node_ref (root);
  reading->values = g_ptr_array_new_with_free_func (free_value);
  reading->texts = g_string_chunk_new (256);
  return create_value (reading, NULL, NULL, 0, root);
}

void
sl_calc_input_free (SlCalcInput *in)
{
  if (in == NULL)
    return;
  Reading *reading = in->reading;
  g_ptr_array_unref (reading->values);
  g_string_chunk_free (reading->texts);
  g_clear_error (&reading->error);
  json_node_unref (reading->root);
  g_free (reading);
}

/* --- What is wrong --- */

gboolean
sl_calc_is_good (SlCalcInput *in)
{
  return in->reading->error == NULL;
}

const GError *
sl_calc_get_error (SlCalcInput *in)
{
  return in->reading->error;
}

void
sl_calc_reject (SlCalcInput *in, const char *format, ...)
{
  if (in->reading->error != NULL)
    return;
  va_list args;
  va_start (args, format);
  in->reading->error = g_error_new_valist (SL_ERROR, SL_ERROR_INVALID, format, args);
  va_end (args);
}

static void
append_path (GString *path, SlCalcInput *in)
{
  if (in->parent == NULL)
    return;
  append_path (path, in->parent);
  if (in->key == NULL)
    g_string_append_printf (path, "[%u]", in->index);
  else
    {
      g_autofree char *key = sl_text_shorten (in->key, 60);
      g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", key);
    }
}

const char *
sl_calc_path (SlCalcInput *in)
{
  g_autoptr (GString) path = g_string_new (NULL);
  append_path (path, in);
  return path->len > 0 ? g_string_chunk_insert (in->reading->texts, path->str) : _ ("input");
}

const char *
sl_calc_show (SlCalcInput *in)
{
  if (in->node == NULL)
    return _ ("nothing");
  g_autofree char *text = json_to_string (in->node, FALSE);
  g_autofree char *shown = sl_text_shorten (text, 60);
  return g_string_chunk_insert (in->reading->texts, shown);
}

/* Says that @in should be something else. @what: translated, "a list" */
static void
reject_type (SlCalcInput *in, const char *what)
{
  if (in->node == NULL)
    sl_calc_reject (in, _ ("“%s” is missing; it must be %s."), sl_calc_path (in), what);
  else
    sl_calc_reject (in, _ ("“%s” must be %s, not %s."), sl_calc_path (in), what, sl_calc_show (in));
}

/* --- Going down --- */

gboolean
sl_calc_is_there (SlCalcInput *in)
{
  return in->node != NULL && !JSON_NODE_HOLDS_NULL (in->node);
}

gboolean
sl_calc_has (SlCalcInput *in, const char *key)
{
  return sl_calc_is_object (in) && sl_calc_is_there (sl_calc_member (in, key));
}

gboolean
sl_calc_is_list (SlCalcInput *in)
{
  return in->node != NULL && JSON_NODE_HOLDS_ARRAY (in->node);
}

gboolean
sl_calc_is_object (SlCalcInput *in)
{
  return in->node != NULL && JSON_NODE_HOLDS_OBJECT (in->node);
}

static gboolean
holds (SlCalcInput *in, GType type)
{
  return in->node != NULL && JSON_NODE_HOLDS_VALUE (in->node)
         && json_node_get_value_type (in->node) == type;
}

gboolean
sl_calc_is_text (SlCalcInput *in)
{
  return holds (in, G_TYPE_STRING);
}

gboolean
sl_calc_is_number (SlCalcInput *in)
{
  return holds (in, G_TYPE_INT64) || holds (in, G_TYPE_DOUBLE);
}

SlCalcInput *
sl_calc_member (SlCalcInput *in, const char *key)
{
  JsonNode *node = NULL;
  if (sl_calc_is_object (in))
    node = json_object_get_member (json_node_get_object (in->node), key);
  else if (sl_calc_is_there (in))
    reject_type (in, _ ("an object"));
  return create_value (in->reading, in, key, 0, node);
}

const char *
sl_calc_key (SlCalcInput *in, guint index)
{
  if (index >= sl_calc_object (in))
    return "";
  JsonObject *object = json_node_get_object (in->node);
  if (in->names == NULL)
    {
      guint n = 0;
      in->keys = json_object_get_members (object);
      in->names = g_new0 (const char *, json_object_get_size (object) + 1);
      for (GList *l = in->keys; l != NULL; l = l->next)
        in->names[n++] = l->data;
    }
  return in->names[index];
}

SlCalcInput *
sl_calc_item (SlCalcInput *in, guint index)
{
  if (sl_calc_is_object (in))
    {
      const char *key = sl_calc_key (in, index);
      JsonNode *member = json_object_get_member (json_node_get_object (in->node), key);
      return create_value (in->reading, in, key, index, member);
    }
  JsonNode *node = NULL;
  if (index < sl_calc_list (in))
    node = json_array_get_element (json_node_get_array (in->node), index);
  return create_value (in->reading, in, NULL, index, node);
}

/* --- Reading --- */

static double
to_double (SlCalcInput *in)
{
  if (holds (in, G_TYPE_INT64))
    return json_node_get_int (in->node);
  return holds (in, G_TYPE_DOUBLE) ? json_node_get_double (in->node) : NAN;
}

/* "a number from 0 to 1"; (transfer full) */
static char *
describe_range (gboolean whole, double min, double max)
{
  g_autofree char *low = sl_real_to_string (min);
  g_autofree char *high = sl_real_to_string (max);
  gboolean below = min > SL_CALC_MIN, above = max < SL_CALC_MAX;
  if (below && above)
    return g_strdup_printf (
        whole ? _ ("a whole number from %s to %s") : _ ("a number from %s to %s"), low, high);
  if (below)
    return g_strdup_printf (
        whole ? _ ("a whole number of at least %s") : _ ("a number of at least %s"), low);
  if (above)
    return g_strdup_printf (
        whole ? _ ("a whole number of at most %s") : _ ("a number of at most %s"), high);
  return g_strdup (whole ? _ ("a whole number") : _ ("a number"));
}

double
sl_calc_number (SlCalcInput *in, double min, double max)
{
  double value = to_double (in);
  if (isfinite (value) && value >= min && value <= max && sl_calc_is_good (in))
    return value;
  g_autofree char *what = describe_range (FALSE, min, max);
  reject_type (in, what);
  return min > SL_CALC_MIN ? min : 0.0;
}

gint64
sl_calc_int (SlCalcInput *in, gint64 min, gint64 max)
{
  double value = to_double (in);
  /* 3.0 is a whole number too; beyond 2^53 only what came without a point is exact. */
  if (isfinite (value) && value == floor (value) && fabs (value) < 9e18 && sl_calc_is_good (in))
    {
      gint64 whole = holds (in, G_TYPE_INT64) ? json_node_get_int (in->node) : (gint64)value;
      if (whole >= min && whole <= max)
        return whole;
    }
  g_autofree char *what = describe_range (TRUE, min == G_MININT64 ? SL_CALC_MIN : (double)min,
                                          max == G_MAXINT64 ? SL_CALC_MAX : (double)max);
  reject_type (in, what);
  return min == G_MININT64 ? 0 : min;
}

gboolean
sl_calc_bool (SlCalcInput *in)
{
  if (holds (in, G_TYPE_BOOLEAN))
    return json_node_get_boolean (in->node);
  reject_type (in, _ ("true or false"));
  return FALSE;
}

const char *
sl_calc_text (SlCalcInput *in)
{
  if (sl_calc_is_text (in))
    return json_node_get_string (in->node);
  reject_type (in, _ ("a text"));
  return "";
}

guint
sl_calc_choice (SlCalcInput *in, const char *const *names)
{
  const char *text = sl_calc_is_text (in) ? json_node_get_string (in->node) : NULL;
  for (guint i = 0; text != NULL && names[i] != NULL; i++)
    if (g_str_equal (text, names[i]))
      return i;
  g_autofree char *list = g_strjoinv (", ", (char **)names);
  g_autofree char *what = g_strdup_printf (_ ("one of %s"), list);
  reject_type (in, what);
  return 0;
}

static gboolean
check_length (SlCalcInput *in, guint length)
{
  if (length <= SL_CALC_MAX_ITEMS)
    return sl_calc_is_good (in);
  if (sl_calc_is_good (in))
    g_set_error (&in->reading->error, SL_ERROR, SL_ERROR_LIMIT,
                 _ ("“%s” has %u items; more than %d are not taken."), sl_calc_path (in), length,
                 SL_CALC_MAX_ITEMS);
  return FALSE;
}

guint
sl_calc_list (SlCalcInput *in)
{
  if (!sl_calc_is_list (in))
    {
      reject_type (in, _ ("a list"));
      return 0;
    }
  guint length = json_array_get_length (json_node_get_array (in->node));
  return check_length (in, length) ? length : 0;
}

guint
sl_calc_object (SlCalcInput *in)
{
  if (!sl_calc_is_object (in))
    {
      reject_type (in, _ ("an object"));
      return 0;
    }
  guint size = json_object_get_size (json_node_get_object (in->node));
  return check_length (in, size) ? size : 0;
}

double *
sl_calc_numbers (SlCalcInput *in, double min, double max, gboolean gaps, guint *n)
{
  guint length = sl_calc_list (in);
  double *values = g_new0 (double, MAX (length, 1));
  for (guint i = 0; i < length; i++)
    {
      SlCalcInput *item = sl_calc_item (in, i);
      values[i] = gaps && !sl_calc_is_there (item) ? NAN : sl_calc_number (item, min, max);
    }
  *n = sl_calc_is_good (in) ? length : 0;
  return values;
}

double *
sl_calc_matrix (SlCalcInput *in, double min, double max, gboolean gaps, guint *n_rows,
                guint *n_columns)
{
  guint rows = sl_calc_list (in), columns = 0;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < rows && sl_calc_is_good (in); i++)
    {
      SlCalcInput *row = sl_calc_item (in, i);
      guint length = 0;
      g_autofree double *values = sl_calc_numbers (row, min, max, gaps, &length);
      if (i == 0)
        columns = length;
      else if (length != columns && sl_calc_is_good (in))
        sl_calc_reject (row, _ ("“%s” has %u values, the first row has %u."), sl_calc_path (row),
                        length, columns);
      g_array_append_vals (cells, values, length);
    }
  *n_rows = sl_calc_is_good (in) ? rows : 0;
  *n_columns = sl_calc_is_good (in) ? columns : 0;
  /* Never NULL, also where there is no cell. */
  g_array_set_size (cells, MAX (cells->len, 1));
  return (double *)(gpointer)g_array_free (g_steal_pointer (&cells), FALSE);
}

/* --- Members --- */

double
sl_calc_get_number (SlCalcInput *in, const char *key, double min, double max)
{
  return sl_calc_number (sl_calc_member (in, key), min, max);
}

double
sl_calc_get_number_or (SlCalcInput *in, const char *key, double min, double max, double fallback)
{
  SlCalcInput *member = sl_calc_member (in, key);
  return sl_calc_is_there (member) ? sl_calc_number (member, min, max) : fallback;
}

gint64
sl_calc_get_int (SlCalcInput *in, const char *key, gint64 min, gint64 max)
{
  return sl_calc_int (sl_calc_member (in, key), min, max);
}

gint64
sl_calc_get_int_or (SlCalcInput *in, const char *key, gint64 min, gint64 max, gint64 fallback)
{
  SlCalcInput *member = sl_calc_member (in, key);
  return sl_calc_is_there (member) ? sl_calc_int (member, min, max) : fallback;
}

gboolean
sl_calc_get_bool (SlCalcInput *in, const char *key)
{
  return sl_calc_bool (sl_calc_member (in, key));
}

gboolean
sl_calc_get_bool_or (SlCalcInput *in, const char *key, gboolean fallback)
{
  SlCalcInput *member = sl_calc_member (in, key);
  return sl_calc_is_there (member) ? sl_calc_bool (member) : fallback;
}

const char *
sl_calc_get_text (SlCalcInput *in, const char *key)
{
  return sl_calc_text (sl_calc_member (in, key));
}

const char *
sl_calc_get_text_or (SlCalcInput *in, const char *key, const char *fallback)
{
  SlCalcInput *member = sl_calc_member (in, key);
  return sl_calc_is_there (member) ? sl_calc_text (member) : fallback;
}

guint
sl_calc_get_choice (SlCalcInput *in, const char *key, const char *const *names)
{
  return sl_calc_choice (sl_calc_member (in, key), names);
}

guint
sl_calc_get_choice_or (SlCalcInput *in, const char *key, const char *const *names, guint fallback)
{
  SlCalcInput *member = sl_calc_member (in, key);
  return sl_calc_is_there (member) ? sl_calc_choice (member, names) : fallback;
}

double *
sl_calc_get_numbers (SlCalcInput *in, const char *key, double min, double max, gboolean gaps,
                     guint *n)
{
  return sl_calc_numbers (sl_calc_member (in, key), min, max, gaps, n);
}

/* --- Names --- */

struct _SlCalcNames
{
  GHashTable *numbers;
  GPtrArray *names;
};

SlCalcNames *
sl_calc_names_new (void)
{
  SlCalcNames *self = g_new0 (SlCalcNames, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
sl_calc_names_free (SlCalcNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* (transfer full) (nullable) */
static char *
read_name (SlCalcInput *in)
{
  if (sl_calc_is_text (in))
    return g_strdup (json_node_get_string (in->node));
  if (holds (in, G_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (in->node));
  reject_type (in, _ ("a text or a whole number"));
  return NULL;
}

gboolean
sl_calc_names_lookup (const SlCalcNames *self, const char *name, guint *index)
{
  gpointer value;
  if (!g_hash_table_lookup_extended (self->numbers, name, NULL, &value))
    return FALSE;
  *index = GPOINTER_TO_UINT (value);
  return TRUE;
}

guint
sl_calc_names_ensure (SlCalcNames *self, const char *name)
{
  guint index = self->names->len;
  if (sl_calc_names_lookup (self, name, &index))
    return index;
  char *copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (index));
  return index;
}

guint
sl_calc_names_add (SlCalcNames *self, SlCalcInput *in)
{
  g_autofree char *name = read_name (in);
  guint index = 0;
  if (name == NULL)
    return 0;
  if (sl_calc_names_lookup (self, name, &index))
    sl_calc_reject (in, _ ("“%s”: “%s” is there twice."), sl_calc_path (in), name);
  return sl_calc_names_ensure (self, name);
}

guint
sl_calc_names_find (const SlCalcNames *self, SlCalcInput *in)
{
  g_autofree char *name = read_name (in);
  guint index = 0;
  if (name != NULL && !sl_calc_names_lookup (self, name, &index))
    sl_calc_reject (in, _ ("“%s” names %s, which is not there."), sl_calc_path (in),
                    sl_calc_show (in));
  return index;
}

const char *
sl_calc_names_get (const SlCalcNames *self, guint index)
{
  return g_ptr_array_index (self->names, index);
}

guint
sl_calc_names_length (const SlCalcNames *self)
{
  return self->names->len;
}

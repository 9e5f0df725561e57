/* SPDX-License-Identifier: GPL-3.0-or-later */

/* schema: the data dictionary, straight from the field tables. */

#include "config.h"

#include "sl-cli.h"

#include "base/sl-text.h"

#include <glib/gi18n.h>

static gboolean json;

static const GOptionEntry options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
  { NULL },
};

static const char *const type_names[] = {
  [SL_TEXT] = "text",   [SL_PROSE] = "prose", [SL_INT] = "int",   [SL_REAL] = "real",
  [SL_BOOL] = "bool",   [SL_DATE] = "date",   [SL_ENUM] = "enum", [SL_REF] = "ref",
  [SL_MONEY] = "money", [SL_COLOR] = "color", [SL_RANK] = "rank",
};

/* --- For people --- */

/* "enum: open, doing, done", "ref: goal or task", "real 0…10, ratio". */
static void
append_type (GString *text, const SlField *field)
{
  g_string_append (text, type_names[field->type]);
  for (const SlEnumValue *value = field->values; value != NULL && value->name != NULL; value++)
    g_string_append_printf (text, "%s%s", value == field->values ? ": " : ", ", value->name);
  if (field->type == SL_REF && field->targets == SL_KIND_BIT (SL_N_KINDS) - 1)
    g_string_append (text, ": any");
  else if (field->type == SL_REF)
    for (guint i = 0, n = 0; i < SL_N_KINDS; i++)
      if ((field->targets & SL_KIND_BIT (i)) != 0)
        g_string_append_printf (text, "%s%s", n++ == 0 ? ": " : ", ", sl_kind (i)->name);
  if (field->min < field->max && field->type != SL_COLOR)
    {
      g_autofree char *min = sl_real_to_string (field->min);
      g_autofree char *max = sl_real_to_string (field->max);

      g_string_append_printf (text, " %s…%s", min, max);
    }
  if (field->unit != NULL)
    g_string_append_printf (text, ", %s", field->unit);
  if (field->def != NULL && field->def[0] != '\0')
    g_string_append_printf (text, ", = %s", field->def);
}

static void
append_kind (GString *text, const SlKind *kind)
{
  g_string_append_printf (text, "%s — %s\n", kind->name, _ (kind->plural));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[i];

      if ((field->flags & SL_INTERNAL) != 0)
        continue;
      g_string_append_printf (text, "  %-20s %s%s ", field->name, _ (field->nick),
                              (field->flags & SL_KEY) != 0 ? " *" : "");
      g_string_append_c (text, '(');
      append_type (text, field);
      g_string_append (text, ")\n");
      if (field->help != NULL)
        g_string_append_printf (text, "  %-20s %s\n", "", _ (field->help));
    }
  g_string_append_c (text, '\n');
}

static char *
to_text (void)
{
  GString *text = g_string_new (_ ("Fields marked * make up the identity of a record.\n\n"));

  for (guint i = 0; i < SL_N_KINDS; i++)
    append_kind (text, sl_kind (i));
  return g_string_free (text, FALSE);
}

/* --- For programs --- */

static void
append_json_string (GString *text, const char *key, const char *value)
{
  g_autofree char *quoted = value != NULL ? sl_text_to_json (value) : g_strdup ("null");

  g_string_append_printf (text, "\"%s\": %s", key, quoted);
}

static void
append_json_codes (GString *text, const SlField *field)
{
  g_string_append (text, ", \"values\": [");
  for (const SlEnumValue *value = field->values; value->name != NULL; value++)
    {
      g_string_append_printf (text, "%s{\"code\": %" G_GINT64_FORMAT ", ",
                              value == field->values ? "" : ", ", value->code);
      append_json_string (text, "name", value->name);
      g_string_append (text, ", ");
      append_json_string (text, "label", value->nick);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

static void
append_json_targets (GString *text, const SlField *field)
{
  g_string_append (text, ", \"targets\": [");
  for (guint i = 0, n = 0; i < SL_N_KINDS; i++)
    if ((field->targets & SL_KIND_BIT (i)) != 0)
      g_string_append_printf (text, "%s\"%s\"", n++ == 0 ? "" : ", ", sl_kind (i)->name);
  g_string_append_c (text, ']');
}

static void
append_json_field (GString *text, const SlField *field)
{
  g_string_append (text, "    {");
  append_json_string (text, "name", field->name);
  g_string_append (text, ", ");
  append_json_string (text, "label", field->nick);
  g_string_append_printf (text, ", \"type\": \"%s\", \"required\": %s, \"key\": %s, ",
                          type_names[field->type],
                          (field->flags & SL_REQUIRED) != 0 ? "true" : "false",
                          (field->flags & SL_KEY) != 0 ? "true" : "false");
  append_json_string (text, "unit", field->unit);
  if (field->min < field->max)
    {
      g_autofree char *min = sl_real_to_string (field->min);
      g_autofree char *max = sl_real_to_string (field->max);

      g_string_append_printf (text, ", \"min\": %s, \"max\": %s", min, max);
    }
  g_string_append (text, ", ");
  append_json_string (text, "default", field->def);
  if (field->values != NULL)
    append_json_codes (text, field);
  if (field->type == SL_REF)
    append_json_targets (text, field);
  g_string_append (text, ", ");
  append_json_string (text, "help", field->help);
  g_string_append_c (text, '}');
}

static char *
to_json (void)
{
  GString *text = g_string_new ("[\n");

  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      const SlKind *kind = sl_kind (i);

      g_string_append (text, "  {");
      append_json_string (text, "kind", kind->name);
      g_string_append (text, ", ");
      append_json_string (text, "label", kind->plural);
      g_string_append (text, ", \"fields\": [\n");
      for (guint j = 0; j < kind->n_fields; j++)
        {
          append_json_field (text, &kind->fields[j]);
          g_string_append (text, j + 1 < kind->n_fields ? ",\n" : "\n");
        }
      g_string_append (text, i + 1 < SL_N_KINDS ? "  ]},\n" : "  ]}\n");
    }
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}

static int
run_schema (const SlCliVerb *verb, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (verb, options, 0, &argc, &argv))
    return SL_CLI_USAGE;
  if (!sl_cli_write_text (NULL, json ? to_json () : to_text (), &error))
    return sl_cli_fail (error);
  return SL_CLI_OK;
}

const SlCliVerb sl_cli_verb_schema = {
  .name = "schema",
  .arguments = N_ ("[--json]"),
  .summary = N_ ("Print the data dictionary"),
  .description = N_ ("Lists the kinds of record with their fields: type, unit, range, default and "
                     "meaning. The names are those of CSV, JSON and dump."),
  .examples = "sightline-cli schema | less\n",
  .run = run_schema,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The neutral dump of an import plan: JSON that says what was found, the same for every format, for
 * scripts and for comparison with other readers. */

#include "config.h"

#include "io/sl-import-plan.h"

#include <math.h>

#include "base/sl-date.h"
#include "base/sl-text.h"

/* @text as a JSON string, null for NULL. */
static void
append_string (GString *json, const char *text)
{
  g_autofree char *string = text != NULL ? sl_text_to_json (text) : NULL;

  g_string_append (json, string != NULL ? string : "null");
}

static void
append_moment (GString *json, const char *key, gint64 day, int minute)
{
  g_autofree char *iso = NULL;

  if (day == SL_INT_NULL)
    {
      g_string_append_printf (json, ", \"%s\": null", key);
      return;
    }
  /* 24:00 is how the end of a day is kept; the source had 00:00 of the next one. */
  iso = sl_day_to_iso (minute == 1440 ? day + 1 : day);
  g_string_append_printf (json, ", \"%s\": \"%s", key, iso);
  if (minute >= 0)
    g_string_append_printf (json, "T%02d:%02d", minute % 1440 / 60, minute % 60);
  g_string_append_c (json, '"');
}

static void
append_number (GString *json, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (value))
    g_string_append_printf (json, ", \"%s\": %s", key,
                            g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static void
append_text (GString *json, const char *key, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (json, ", \"%s\": ", key);
  append_string (json, value);
}

static void
append_item (GString *json, const SlImportItem *item)
{
  g_string_append (json, "{\"name\": ");
  append_string (json, item->title);
  if (item->parent >= 0)
    g_string_append_printf (json, ", \"parent\": %d", item->parent);
  else
    g_string_append (json, ", \"parent\": null");
  append_moment (json, "start", item->start_day, item->start_minute);
  append_moment (json, "finish", item->due_day, item->due_minute);
  g_string_append_printf (json, ", \"milestone\": %s", item->milestone ? "true" : "false");
  if (isfinite (item->progress))
    append_number (json, "percent", item->progress * 100);
  else
    g_string_append (json, ", \"percent\": null");
  g_string_append_printf (json, ", \"type\": \"%s\"",
                          sl_kind (sl_import_type_kind (item->type))->name);
  append_number (json, "duration", item->duration);
  append_number (json, "effort", item->effort);
  append_text (json, "owner", item->owner);
  append_text (json, "measure", item->measure);
  append_text (json, "note", item->note);
  append_text (json, "foreign_id", item->foreign_id);
  g_string_append_c (json, '}');
}

static void
append_separator (GString *json, guint index)
{
  g_string_append (json, index == 0 ? "\n  " : ",\n  ");
}

static void
append_warnings (GString *json, const SlImportPlan *self)
{
  for (guint i = 0; i < self->warnings->len; i++)
    {
      const SlImportWarning *warning = &g_array_index (self->warnings, SlImportWarning, i);

      append_separator (json, i);
      g_string_append (json, "{\"place\": ");
      append_string (json, warning->place);
      g_string_append (json, ", \"text\": ");
      append_string (json, warning->text);
      g_string_append_c (json, '}');
    }
}

char *
sl_import_plan_to_json (const SlImportPlan *self)
{
  GString *json = g_string_new ("{\n \"title\": ");

  append_string (json, self->title);
  g_string_append (json, ",\n \"tasks\": [");
  for (guint i = 0; i < self->items->len; i++)
    {
      append_separator (json, i);
      append_item (json, sl_import_plan_item (self, i));
    }
  g_string_append_printf (json, "],\n \"dependencies\": %u,\n \"resources\": [",
                          self->n_links_read);
  for (guint i = 0; i < self->resources->len; i++)
    {
      append_separator (json, i);
      append_string (json, g_array_index (self->resources, SlImportResource, i).name);
    }
  g_string_append_printf (json, "],\n \"assignments\": %u,\n \"warnings\": [",
                          self->n_allocations_read);
  append_warnings (json, self);
  g_string_append_printf (json, "],\n \"warnings_not_listed\": %u\n}\n", self->n_warnings_dropped);
  return g_string_free (json, FALSE);
}

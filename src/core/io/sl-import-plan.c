/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The container that readers fill. What is added here is only cleaned (texts, ranges); what has to
 * be judged as a whole is judged by sl_import_plan_repair(). */

#include "config.h"

#include "io/sl-import-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-text.h"

/* Characters of a title or id that a message repeats. */
#define QUOTE_CHARS 80

static void
clear_field (gpointer data)
{
  sl_value_clear (&((SlImportField *)data)->value);
}

static void
clear_item (gpointer data)
{
  SlImportItem *item = data;

  g_free (item->title);
  g_free (item->place);
  g_free (item->foreign_id);
  g_free (item->owner);
  g_free (item->note);
  g_free (item->measure);
  g_clear_pointer (&item->fields, g_array_unref);
}

static void
clear_resource (gpointer data)
{
  g_free (((SlImportResource *)data)->name);
}

static void
clear_warning (gpointer data)
{
  SlImportWarning *warning = data;

  g_free (warning->place);
  g_free (warning->text);
}

static void
clear_day_off (gpointer data)
{
  g_free (((SlImportDayOff *)data)->title);
}

static GArray *
new_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

SlImportPlan *
sl_import_plan_new (const char *source_name)
{
  SlImportPlan *self = g_new0 (SlImportPlan, 1);

  self->source_name = g_strdup (source_name);
  self->items = new_array (sizeof (SlImportItem), clear_item);
  self->links = new_array (sizeof (SlImportLink), NULL);
  self->resources = new_array (sizeof (SlImportResource), clear_resource);
  self->allocations = new_array (sizeof (SlImportAllocation), NULL);
  self->baselines = new_array (sizeof (SlImportBaseline), NULL);
  self->days_off = new_array (sizeof (SlImportDayOff), clear_day_off);
  self->warnings = new_array (sizeof (SlImportWarning), clear_warning);
  self->day_off_days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
sl_import_plan_free (SlImportPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->source_name);
  g_free (self->title);
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_array_unref (self->resources);
  g_array_unref (self->allocations);
  g_array_unref (self->baselines);
  g_array_unref (self->days_off);
  g_array_unref (self->warnings);
  g_hash_table_unref (self->day_off_days);
  g_free (self);
}

static char *
clean_title (const char *title)
{
  return sl_field_clean_text (&sl_kind (SL_KIND_TASK)->fields[SL_TASK_TITLE], title);
}

SlImportItem *
sl_import_plan_add (SlImportPlan *self, SlImportItemType type, int parent, const char *title)
{
  const SlImportItem item = {
    .type = type,
    .parent = parent,
    .title = clean_title (title),
    .start_day = SL_INT_NULL,
    .due_day = SL_INT_NULL,
    .start_minute = -1,
    .due_minute = -1,
    .duration = NAN,
    .effort = NAN,
    .progress = NAN,
    .status = SL_INT_NULL,
    .constraint_type = SL_INT_NULL,
    .constraint_day = SL_INT_NULL,
    .deadline_day = SL_INT_NULL,
    .duplicate_of = SL_ID_NONE,
  };

  g_assert (parent < (int)self->items->len);
  g_array_append_val (self->items, item);
  return sl_import_plan_item (self, self->items->len - 1);
}

SlImportItem *
sl_import_plan_item (const SlImportPlan *self, guint index)
{
  g_assert (index < self->items->len);
  return &g_array_index (self->items, SlImportItem, index);
}

SlKindId
sl_import_type_kind (SlImportItemType type)
{
  static const SlKindId kinds[] = {
    [SL_IMPORT_TASK] = SL_KIND_TASK,
    [SL_IMPORT_MILESTONE] = SL_KIND_MILESTONE,
    [SL_IMPORT_GOAL] = SL_KIND_GOAL,
    [SL_IMPORT_PARTY] = SL_KIND_PARTY,
  };

  return kinds[type];
}

gboolean
sl_import_item_set_field (SlImportItem *item, const char *name, const char *text)
{
  const SlKind *kind = sl_kind (sl_import_type_kind (item->type));
  int index = sl_kind_field (kind, name);
  SlImportField field;

  if (index < 0 || !sl_field_parse (&kind->fields[index], text, &field.value, NULL))
    return FALSE;
  field.name = kind->fields[index].name;
  if (item->fields == NULL)
    {
      item->fields = g_array_new (FALSE, FALSE, sizeof (SlImportField));
      g_array_set_clear_func (item->fields, clear_field);
    }
  g_array_append_val (item->fields, field);
  return TRUE;
}

char *
sl_import_item_stored_title (const SlImportItem *item)
{
  const char *begin = item->title;
  const char *end = begin + strlen (begin);

  while (*begin != '\0' && g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (begin, (gsize)(end - begin));
}

char *
sl_import_item_quote (const SlImportItem *item)
{
  return *item->title != '\0' ? sl_text_shorten (item->title, QUOTE_CHARS)
                              : g_strdup (_ ("(no title)"));
}

char *
sl_import_foreign_id (const char *format, const char *project, const char *id)
{
  g_autofree char *short_project = sl_text_shorten (project != NULL ? project : "", QUOTE_CHARS);
  g_autofree char *short_id = sl_text_shorten (id, QUOTE_CHARS);

  return g_strdup_printf ("%s:%s:%s", format, short_project, short_id);
}

guint
sl_import_plan_add_resource (SlImportPlan *self, const char *name, gboolean person)
{
  const SlImportResource resource = { clean_title (name), person };

  g_array_append_val (self->resources, resource);
  return self->resources->len - 1;
}

void
sl_import_plan_add_link (SlImportPlan *self, guint before, guint after, int type, double lag,
                         gboolean elapsed)
{
  const SlField *field = &sl_kind (SL_KIND_DEPENDENCY)->fields[SL_DEPENDENCY_LAG];
  const SlImportLink link
      = { before, after, type, isfinite (lag) ? CLAMP (lag, field->min, field->max) : 0, elapsed };

  g_assert (before < self->items->len && after < self->items->len);
  if (self->links->len >= SL_IMPORT_MAX_LINKS)
    {
      self->n_links_dropped++;
      return;
    }
  g_array_append_val (self->links, link);
}

void
sl_import_plan_add_allocation (SlImportPlan *self, guint item, guint resource, double units)
{
  const SlField *field = &sl_kind (SL_KIND_ALLOCATION)->fields[SL_ALLOCATION_UNITS];
  const SlImportAllocation allocation
      = { item, resource, isfinite (units) ? CLAMP (units, field->min, field->max) : 1 };

  g_assert (item < self->items->len && resource < self->resources->len);
  if (self->allocations->len >= SL_IMPORT_MAX_LINKS)
    {
      self->n_links_dropped++;
      return;
    }
  g_array_append_val (self->allocations, allocation);
}

void
sl_import_plan_add_day_off (SlImportPlan *self, gint64 day, const char *title, gboolean yearly,
                            gboolean worked)
{
  SlImportDayOff day_off = { day, NULL, yearly, worked };

  if (day < SL_DAY_MIN || day > SL_DAY_MAX
      || !g_hash_table_add (self->day_off_days, g_memdup2 (&day, sizeof day)))
    return;
  day_off.title = clean_title (title != NULL ? title : "");
  g_array_append_val (self->days_off, day_off);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* The formats come from the catalog of translations, each with one %s. */

char *
sl_import_place (const char *format, const char *id)
{
  g_autofree char *quote = sl_text_shorten (id, QUOTE_CHARS);

  return g_strdup_printf (format, quote);
}

void
sl_import_plan_warn_value (SlImportPlan *self, const char *place, const char *format,
                           const char *value)
{
  g_autofree char *quote = sl_text_shorten (value, QUOTE_CHARS);

  sl_import_plan_warn (self, place, format, quote);
}

#pragma GCC diagnostic pop

void
sl_import_plan_warn_missing (SlImportPlan *self, guint index, const char *id)
{
  const SlImportItem *item = sl_import_plan_item (self, index);
  g_autofree char *title = sl_import_item_quote (item);
  g_autofree char *quote = sl_text_shorten (id != NULL ? id : "", QUOTE_CHARS);

  sl_import_plan_warn (self, item->place,
                       _ ("“%s” is linked to the task %s, which is not in this file"), title,
                       quote);
}

void
sl_import_plan_warn (SlImportPlan *self, const char *place, const char *format, ...)
{
  SlImportWarning warning;
  va_list args;

  if (self->warnings->len >= SL_IMPORT_MAX_WARNINGS)
    {
      self->n_warnings_dropped++;
      return;
    }
  va_start (args, format);
  warning.place = g_strdup (place);
  warning.text = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->warnings, warning);
}

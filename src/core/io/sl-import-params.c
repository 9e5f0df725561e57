/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import plan as parameters of the command "plan.import", whose type and keys
 * command/sl-command.h states. */

#include "config.h"

#include "io/sl-import-plan.h"

#include <math.h>

#include "base/sl-date.h"
#include "command/sl-command.h"

/* Items name their fields as the kinds do, with the exception of what the command resolves. */
static void
add_text (GVariantBuilder *fields, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    g_variant_builder_add (fields, "{sv}", name, g_variant_new_string (text));
}

static void
add_int (GVariantBuilder *fields, const char *name, gint64 value)
{
  if (value != SL_INT_NULL)
    g_variant_builder_add (fields, "{sv}", name, g_variant_new_int64 (value));
}

static void
add_real (GVariantBuilder *fields, const char *name, double value)
{
  if (isfinite (value))
    g_variant_builder_add (fields, "{sv}", name, g_variant_new_double (value));
}

static gint64
milestone_day (const SlImportItem *item)
{
  return item->due_day != SL_INT_NULL ? item->due_day : item->start_day;
}

/* One item with the keys that sl-command.h lists; what is not known is not there. */
static GVariant *
item_to_variant (const SlImportItem *item)
{
  g_autofree char *title = sl_import_item_stored_title (item);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "type",
                         g_variant_new_string (sl_kind (sl_import_type_kind (item->type))->name));
  g_variant_builder_add (&fields, "{sv}", "parent", g_variant_new_int32 (item->parent));
  if (item->duplicate_of != SL_ID_NONE)
    add_int (&fields, "duplicate_of", item->duplicate_of);
  if (item->skip)
    g_variant_builder_add (&fields, "{sv}", "skip", g_variant_new_boolean (TRUE));

  add_text (&fields, "title", title);
  add_text (&fields, "foreign_id", item->foreign_id);
  add_text (&fields, "owner", item->owner);
  add_text (&fields, "summary", item->note);
  add_text (&fields, "measure", item->measure);
  if (item->type == SL_IMPORT_MILESTONE)
    add_int (&fields, "due", milestone_day (item));
  else
    {
      add_int (&fields, "start", item->start_day);
      add_int (&fields, "due", item->due_day);
    }
  add_real (&fields, "duration", item->duration);
  add_real (&fields, "effort", item->effort);
  add_real (&fields, "progress", item->progress);
  add_int (&fields, "status", item->status);
  add_int (&fields, "constraint_type", item->constraint_type);
  add_int (&fields, "constraint_day", item->constraint_day);
  add_int (&fields, "deadline", item->deadline_day);
  for (guint i = 0; item->fields != NULL && i < item->fields->len; i++)
    {
      const SlImportField *field = &g_array_index (item->fields, SlImportField, i);

      g_variant_builder_add (&fields, "{sv}", field->name, sl_value_to_variant (&field->value));
    }
  return g_variant_builder_end (&fields);
}

static GVariant *
project_to_variant (const SlImportPlan *self)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_text (&fields, "title", self->title);
  if (self->work_week != 0)
    add_int (&fields, "work_week", self->work_week);
  if (self->hours_per_day >= 1)
    add_real (&fields, "hours_per_day", self->hours_per_day);
  return g_variant_builder_end (&fields);
}

static GVariant *
items_to_variant (const SlImportPlan *self)
{
  GVariantBuilder items;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->items->len; i++)
    {
      GVariant *item = item_to_variant (sl_import_plan_item (self, i));

      /* Asking for the data melts the tree of small variants into one block: a fifth of the memory.
       */
      g_variant_get_data (item);
      g_variant_builder_add_value (&items, item);
    }
  return g_variant_builder_end (&items);
}

static GVariant *
links_to_variant (const SlImportPlan *self)
{
  GVariantBuilder links;

  g_variant_builder_init (&links, G_VARIANT_TYPE ("a(uuidb)"));
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlImportLink *link = &g_array_index (self->links, SlImportLink, i);

      g_variant_builder_add (&links, "(uuidb)", link->before, link->after, link->type, link->lag,
                             link->elapsed);
    }
  return g_variant_builder_end (&links);
}

static gboolean
is_party (const SlImportResource *resource)
{
  return resource->person && *resource->name != '\0';
}

/* Material, costs and resources without a name are no parties; neither are their allocations. */
static void
people_to_variants (const SlImportPlan *self, GVariant **resources, GVariant **allocations)
{
  g_autofree guint *numbers = g_new0 (guint, self->resources->len + 1);
  GVariantBuilder names, shares;
  guint n_parties = 0;

  g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < self->resources->len; i++)
    {
      const SlImportResource *resource = &g_array_index (self->resources, SlImportResource, i);

      numbers[i] = n_parties;
      if (!is_party (resource))
        continue;
      g_variant_builder_add (&names, "s", resource->name);
      n_parties++;
    }
  g_variant_builder_init (&shares, G_VARIANT_TYPE ("a(uud)"));
  for (guint i = 0; i < self->allocations->len; i++)
    {
      const SlImportAllocation *share = &g_array_index (self->allocations, SlImportAllocation, i);

      if (is_party (&g_array_index (self->resources, SlImportResource, share->resource)))
        g_variant_builder_add (&shares, "(uud)", share->item, numbers[share->resource],
                               share->units);
    }
  *resources = g_variant_builder_end (&names);
  *allocations = g_variant_builder_end (&shares);
}

static GVariant *
baselines_to_variant (const SlImportPlan *self)
{
  GVariantBuilder baselines;

  g_variant_builder_init (&baselines, G_VARIANT_TYPE ("a(uixx)"));
  for (guint i = 0; i < self->baselines->len; i++)
    {
      const SlImportBaseline *baseline = &g_array_index (self->baselines, SlImportBaseline, i);

      g_variant_builder_add (&baselines, "(uixx)", baseline->item, baseline->number,
                             baseline->start_day, baseline->due_day);
    }
  return g_variant_builder_end (&baselines);
}

static GVariant *
days_off_to_variant (const SlImportPlan *self)
{
  GVariantBuilder days;

  g_variant_builder_init (&days, G_VARIANT_TYPE ("a(xsbb)"));
  for (guint i = 0; i < self->days_off->len; i++)
    {
      const SlImportDayOff *day = &g_array_index (self->days_off, SlImportDayOff, i);

      g_variant_builder_add (&days, "(xsbb)", day->day, day->title, day->yearly, day->worked);
    }
  return g_variant_builder_end (&days);
}

GVariant *
sl_import_plan_to_params (const SlImportPlan *self)
{
  GVariant *children[8];
  GVariant *params;

  children[0] = g_variant_new_string (self->source_name != NULL ? self->source_name : "");
  children[1] = project_to_variant (self);
  children[2] = items_to_variant (self);
  children[3] = links_to_variant (self);
  people_to_variants (self, &children[4], &children[5]);
  children[6] = baselines_to_variant (self);
  children[7] = days_off_to_variant (self);
  params = g_variant_new_tuple (children, G_N_ELEMENTS (children));
  g_assert (g_variant_is_of_type (params, G_VARIANT_TYPE (SL_COMMAND_IMPORT_TYPE)));
  return params;
}

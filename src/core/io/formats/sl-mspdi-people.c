/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Resources and assignments of Microsoft Project XML. */

#include "config.h"

#include "io/formats/sl-mspdi.h"

#include <glib/gi18n-lib.h>

#include "io/sl-read.h"

/* Resource/Type: 0 material, 1 work, 2 cost. */
#define TYPE_WORK 1

/* A resource with a name; only those of type work are persons. */
static void
read_resource (SlMspdi *self)
{
  enum
  {
    UID,
    NAME,
    TYPE,
    IS_NULL,
    N_VALUES
  };
  static const char *const names[] = { "UID", "Name", "Type", "IsNull", NULL };
  char *values[N_VALUES] = { NULL };
  gint64 uid = 1, type = TYPE_WORK;

  sl_mspdi_read_values (self, names, values);
  if (values[UID] != NULL)
    g_strstrip (values[UID]);
  sl_read_int (values[UID], &uid);
  sl_read_int (values[TYPE], &type);
  /* UID 0 is the resource without a name that Project keeps for its own use. */
  if (uid > 0 && !sl_read_bool (values[IS_NULL]) && values[NAME] != NULL && *values[NAME] != '\0')
    {
      guint index = sl_import_plan_add_resource (self->plan, values[NAME], type == TYPE_WORK);

      sl_xml_check_count (self->xml, index);
      if (values[UID] != NULL && !g_hash_table_contains (self->resources, values[UID]))
        g_hash_table_insert (self->resources, g_steal_pointer (&values[UID]),
                             GUINT_TO_POINTER (index + 1));
    }
  sl_mspdi_clear_values (values, N_VALUES);
}

void
sl_mspdi_read_resources (SlMspdi *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "Resource"))
      read_resource (self);
}

static void
read_assignment (SlMspdi *self)
{
  static const char *const names[] = { "TaskUID", "ResourceUID", "Units", NULL };
  char *values[3] = { NULL };
  SlMspdiAssignment assignment = { .units = 1 };
  gint64 resource = 0;

  sl_mspdi_read_values (self, names, values);
  /* -65535, and whatever is below 1, means: nobody is assigned. */
  if (sl_read_int (values[1], &resource) && resource > 0 && values[0] != NULL)
    {
      sl_read_real (values[2], &assignment.units);
      assignment.task_uid = g_strstrip (g_steal_pointer (&values[0]));
      assignment.resource_uid = g_strstrip (g_steal_pointer (&values[1]));
      g_array_append_val (self->assignments, assignment);
    }
  sl_mspdi_clear_values (values, 3);
}

void
sl_mspdi_read_assignments (SlMspdi *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "Assignment"))
      read_assignment (self);
}

void
sl_mspdi_settle_assignments (SlMspdi *self)
{
  guint n_lost = 0;

  for (guint i = 0; i < self->assignments->len; i++)
    {
      const SlMspdiAssignment *assignment
          = &g_array_index (self->assignments, SlMspdiAssignment, i);
      guint item = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, assignment->task_uid));
      guint resource
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->resources, assignment->resource_uid));

      self->plan->n_allocations_read++;
      if (item == 0 || resource == 0)
        n_lost++;
      else
        sl_import_plan_add_allocation (self->plan, item - 1, resource - 1, assignment->units);
    }
  if (n_lost > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("%u assignments name a task or a resource that is not in this file"),
                         n_lost);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Microsoft Project XML (MSPDI): the project element and the order in which the parts are put
 * together. The parts themselves are in sl-mspdi-*.c. */

#include "config.h"

#include "io/formats/sl-formats.h"
#include "io/formats/sl-mspdi.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"
#include "io/sl-read.h"

static void
clear_task (gpointer data)
{
  SlMspdiTask *task = data;

  g_free (task->duration);
  g_free (task->work);
  g_free (task->uid);
}

static void
clear_link (gpointer data)
{
  g_free (((SlMspdiLink *)data)->before_uid);
}

static void
clear_assignment (gpointer data)
{
  SlMspdiAssignment *assignment = data;

  g_free (assignment->task_uid);
  g_free (assignment->resource_uid);
}

static void
clear_calendar (gpointer data)
{
  SlMspdiCalendar *calendar = data;

  g_free (calendar->uid);
  g_free (calendar->base_uid);
  g_array_unref (calendar->exceptions);
}

static GArray *
new_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
init (SlMspdi *self, SlXml *xml, SlImportPlan *plan)
{
  *self = (SlMspdi){
    .xml = xml,
    .plan = plan,
    .minutes_per_day = 480,
    .minutes_per_week = 2400,
    .days_per_month = 20,
    .items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .tasks = new_array (sizeof (SlMspdiTask), clear_task),
    .links = new_array (sizeof (SlMspdiLink), clear_link),
    .assignments = new_array (sizeof (SlMspdiAssignment), clear_assignment),
    .calendars = new_array (sizeof (SlMspdiCalendar), clear_calendar),
  };
}

static void
clear (SlMspdi *self)
{
  g_free (self->name);
  g_free (self->calendar_uid);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->resources);
  g_array_unref (self->tasks);
  g_array_unref (self->links);
  g_array_unref (self->assignments);
  g_array_unref (self->calendars);
  g_clear_pointer (&self->levels, g_array_unref);
}

/* Takes a positive number; anything else leaves the default of Project. */
static void
take_factor (SlMspdi *self, double *factor, double max)
{
  g_autofree char *text = sl_xml_text (self->xml);
  double number;

  if (sl_read_real (text, &number) && number > 0 && number <= max)
    *factor = number;
  else if (!sl_read_is_none (text))
    sl_import_plan_warn_value (self->plan, NULL,
                               _ ("“%s” cannot be the length of a day, week or month"), text);
}

/* The children of the root, in whatever order they come. */
static void
read_project (SlMspdi *self)
{
  static const char *const names[]
      = { "Title",       "Name",      "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth",
          "CalendarUID", "Calendars", "Tasks",         "Resources",      "Assignments",
          NULL };
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    switch (sl_mspdi_element (self, names))
      {
      case 0:
        g_free (self->plan->title);
        self->plan->title = g_strstrip (sl_xml_text (self->xml));
        break;
      case 1:
        g_free (self->name);
        self->name = g_strstrip (sl_xml_text (self->xml));
        break;
      case 2:
        take_factor (self, &self->minutes_per_day, 1440);
        self->plan->hours_per_day = self->minutes_per_day / 60;
        break;
      case 3:
        take_factor (self, &self->minutes_per_week, 10080);
        break;
      case 4:
        take_factor (self, &self->days_per_month, 31);
        break;
      case 5:
        g_free (self->calendar_uid);
        self->calendar_uid = g_strstrip (sl_xml_text (self->xml));
        break;
      case 6:
        sl_mspdi_read_calendars (self);
        break;
      case 7:
        sl_mspdi_read_tasks (self);
        break;
      case 8:
        sl_mspdi_read_resources (self);
        break;
      case 9:
        sl_mspdi_read_assignments (self);
        break;
      default:
        break;
      }
}

static void
settle (SlMspdi *self)
{
  if (self->plan->title != NULL && *self->plan->title == '\0')
    g_clear_pointer (&self->plan->title, g_free);
  sl_mspdi_settle_calendar (self);
  sl_mspdi_settle_tasks (self);
  sl_mspdi_settle_links (self);
  sl_mspdi_settle_assignments (self);
  /* The name is the file's, which changes with every copy; the title says what it is. */
  if (self->plan->title == NULL)
    self->plan->title = g_steal_pointer (&self->name);
}

gboolean
sl_mspdi_read_bytes (const guint8 *bytes, gsize size, SlImportPlan *plan, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (SlXml) xml = sl_xml_new (bytes, size, cancellable);
  SlMspdi self;
  gboolean ok;

  if (sl_xml_open (xml) && !sl_xml_is (xml, "Project"))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("the root element is “%s”, not “Project”: this is not Microsoft Project XML"),
                   sl_xml_name (xml));
      return FALSE;
    }
  init (&self, xml, plan);
  read_project (&self);
  ok = sl_xml_finish (xml, error);
  if (ok)
    settle (&self);
  clear (&self);
  return ok;
}

static int
probe_mspdi (const guint8 *bytes, gsize size, const char *file_name)
{
  if (!sl_probe_is_xml (bytes, size))
    return 0;
  if (sl_probe_contains (bytes, size, "schemas.microsoft.com/project"))
    return 95;
  /* Some exporters write no namespace; GNOME Planner's and GanttProject's root is "project". */
  return sl_probe_contains (bytes, size, "<Project") && !sl_probe_contains (bytes, size, "<project")
             ? 60
             : 0;
}

static gboolean
read_mspdi (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
            GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return sl_mspdi_read_bytes (data, size, plan, cancellable, error);
}

const SlFormat sl_format_mspdi = {
  .id = "mspdi",
  .name = N_ ("Microsoft Project XML"),
  .suffixes = "xml mspdi",
  .losses
  = N_ ("Work spread over time, rates, custom fields, calendars of people and tasks, splits "
        "and views are not read."),
  .probe = probe_mspdi,
  .read = read_mspdi,
};

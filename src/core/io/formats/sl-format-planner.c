/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GNOME Planner files, versions 1 and 2 of its format. Stamps end in Z but are local time; spans
 * are seconds of work, lags seconds of the clock. */

#include "config.h"

#include "io/formats/sl-formats.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "io/sl-read.h"
#include "io/sl-xml.h"

/* Planner's own day, which its files count work in. */
#define SECONDS_PER_DAY (8.0 * 3600)
/* Day types: 0 working, 1 not working, 2 as in the calendar above. */
#define DAY_WORKING 0
#define DAY_OFF 1
#define DAY_BASE 2
/* Calendars inside calendars that are followed. */
#define MAX_CALENDAR_DEPTH 16

typedef struct
{
  char *before_id;
  guint after;
  int type;
  double lag;
} PlannerLink;

typedef struct
{
  gint64 day;
  gboolean worked;
} Exception;

typedef struct
{
  SlXml *xml;
  SlImportPlan *plan;
  char *calendar_id;
  GHashTable *items;     /* id -> item index + 1 */
  GHashTable *resources; /* id -> resource index + 1 */
  GHashTable *worked_types;
  GArray *links;
  GArray *exceptions; /* Exception: of the calendars whose elements are open, outermost first */
  gboolean calendar_found;
  guint n_lost_allocations;
} Reader;

static void
clear_link (gpointer data)
{
  g_free (((PlannerLink *)data)->before_id);
}

static guint
find (GHashTable *table, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) : 0;
}

static gboolean
real_attribute (Reader *self, const char *name, double *number)
{
  g_autofree char *text = sl_xml_attribute (self->xml, name);

  return sl_read_real (text, number);
}

/* --- Calendars --- */

/* The calendar whose element is open; begins as a copy of the one around it, its base. */
typedef struct
{
  gint64 types[7]; /* day type of Monday to Sunday, DAY_BASE where nothing is said */
  double hours;
} Calendar;

static gboolean
is_worked_type (Reader *self, gint64 type)
{
  return type == DAY_WORKING
         || g_hash_table_contains (self->worked_types, GINT_TO_POINTER ((int)type));
}

static void
read_week (Reader *self, Calendar *calendar)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = sl_xml_attribute (self->xml, days[i]);
      gint64 type;

      if (sl_read_int (text, &type) && type != DAY_BASE)
        calendar->types[i] = type;
    }
}

static int
read_clock (const char *text)
{
  gint64 clock;

  if (!sl_read_int (text, &clock) || clock < 0 || clock > 2400)
    return -1;
  return (int)(clock / 100 * 60 + clock % 100);
}

/* Minutes worked on a day of the current type; an interval that ends at 0000 ends at midnight. */
static int
read_intervals (Reader *self)
{
  int depth = sl_xml_depth (self->xml);
  int minutes = 0;

  while (sl_xml_next (self->xml, depth))
    {
      g_autofree char *start_text = sl_xml_attribute (self->xml, "start");
      g_autofree char *end_text = sl_xml_attribute (self->xml, "end");
      int start = read_clock (start_text);
      int end = read_clock (end_text);

      if (sl_xml_is (self->xml, "interval") && start >= 0 && end >= 0)
        minutes += (end > start ? end : end + 1440) - start;
    }
  return minutes;
}

static void
read_day_types (Reader *self, Calendar *calendar)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    {
      g_autofree char *id = sl_xml_attribute (self->xml, "id");
      gint64 type;
      int minutes;

      if (!sl_xml_is (self->xml, "overridden-day-type") || !sl_read_int (id, &type) || type < 0
          || type > G_MAXINT)
        continue;
      minutes = read_intervals (self);
      if (minutes > 0 && type != DAY_OFF)
        g_hash_table_add (self->worked_types, GINT_TO_POINTER ((int)type));
      if (type == DAY_WORKING && minutes >= 60 && minutes <= 1440)
        calendar->hours = minutes / 60.0;
    }
}

static void
read_days (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    {
      g_autofree char *date = sl_xml_attribute (self->xml, "date");
      g_autofree char *id = sl_xml_attribute (self->xml, "id");
      gint64 day, type = DAY_OFF;
      int minute;
      Exception exception;

      if (!sl_xml_is (self->xml, "day") || !sl_read_stamp (date, &day, &minute))
        continue;
      if (sl_read_int (id, &type) && type == DAY_BASE)
        continue;
      exception = (Exception){ day, is_worked_type (self, type) };
      g_array_append_val (self->exceptions, exception);
    }
}

/* What an inner calendar says of a day comes before what the outer one says. */
static void
take_calendar (Reader *self, const Calendar *calendar)
{
  for (guint i = self->exceptions->len; i > 0; i--)
    {
      const Exception *exception = &g_array_index (self->exceptions, Exception, i - 1);

      sl_import_plan_add_day_off (self->plan, exception->day, NULL, FALSE, exception->worked);
    }
  self->plan->hours_per_day = calendar->hours;
  for (guint i = 0; i < G_N_ELEMENTS (calendar->types); i++)
    if (calendar->types[i] == DAY_BASE ? i < 5 : is_worked_type (self, calendar->types[i]))
      self->plan->work_week |= 1u << i;
}

/* The project's calendar may stand inside the one that it is based on. */
static void
read_calendar (Reader *self, Calendar calendar, int nesting)
{
  g_autofree char *id = sl_xml_attribute (self->xml, "id");
  gboolean wanted = !self->calendar_found
                    && (self->calendar_id == NULL || g_strcmp0 (id, self->calendar_id) == 0);
  guint n_outer = self->exceptions->len;
  int depth = sl_xml_depth (self->xml);

  self->calendar_found = self->calendar_found || wanted;
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "default-week"))
      read_week (self, &calendar);
    else if (sl_xml_is (self->xml, "overridden-day-types"))
      read_day_types (self, &calendar);
    else if (sl_xml_is (self->xml, "days"))
      read_days (self);
    else if (sl_xml_is (self->xml, "calendar") && nesting < MAX_CALENDAR_DEPTH)
      read_calendar (self, calendar, nesting + 1);
  if (wanted)
    take_calendar (self, &calendar);
  g_array_set_size (self->exceptions, n_outer);
}

static void
read_calendars (Reader *self)
{
  const Calendar unsaid
      = { { DAY_BASE, DAY_BASE, DAY_BASE, DAY_BASE, DAY_BASE, DAY_BASE, DAY_BASE }, 0 };
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "calendar"))
      read_calendar (self, unsaid, 0);
}

/* --- Tasks --- */

/* Links stand in the successor; what they name may come later. */
static void
read_predecessors (Reader *self, guint after)
{
  static const struct
  {
    const char *name;
    int type;
  } types[] = { { "FS", SL_DEPENDENCY_FS },
                { "SS", SL_DEPENDENCY_SS },
                { "FF", SL_DEPENDENCY_FF },
                { "SF", SL_DEPENDENCY_SF } };
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    {
      g_autofree char *type = NULL;
      PlannerLink link = { NULL, after, SL_DEPENDENCY_FS, 0 };

      if (!sl_xml_is (self->xml, "predecessor"))
        continue;
      type = sl_xml_attribute (self->xml, "type");
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        if (g_strcmp0 (type, types[i].name) == 0)
          link.type = types[i].type;
      real_attribute (self, "lag", &link.lag);
      link.before_id = sl_xml_attribute (self->xml, "predecessor-id");
      g_array_append_val (self->links, link);
    }
}

static void
take_constraint (Reader *self, SlImportItem *item)
{
  g_autofree char *type = sl_xml_attribute (self->xml, "type");
  g_autofree char *time = sl_xml_attribute (self->xml, "time");
  int minute;

  if (!sl_read_stamp (time, &item->constraint_day, &minute))
    return;
  if (g_strcmp0 (type, "must-start-on") == 0)
    item->constraint_type = SL_CONSTRAINT_MUST_START;
  else if (g_strcmp0 (type, "start-no-earlier-than") == 0)
    item->constraint_type = SL_CONSTRAINT_START_NO_EARLIER;
  else if (g_strcmp0 (type, "finish-no-later-than") == 0)
    item->constraint_type = SL_CONSTRAINT_FINISH_NO_LATER;
  else
    item->constraint_day = SL_INT_NULL;
}

static void
take_dates (Reader *self, SlImportItem *item)
{
  g_autofree char *start = sl_xml_attribute (self->xml, "start");
  g_autofree char *end = sl_xml_attribute (self->xml, "end");

  if (!sl_read_stamp (start, &item->start_day, &item->start_minute) && !sl_read_is_none (start))
    sl_import_plan_warn_value (self->plan, item->place, _ ("“%s” is no date that can be kept"),
                               start);
  if (!sl_read_finish (end, item->start_day, item->start_minute, &item->due_day, &item->due_minute)
      && !sl_read_is_none (end))
    sl_import_plan_warn_value (self->plan, item->place, _ ("“%s” is no date that can be kept"),
                               end);
}

/* A task of fixed work has work and whatever duration follows; one of fixed duration has both. */
static void
take_numbers (Reader *self, SlImportItem *item)
{
  g_autofree char *percent_text = sl_xml_attribute (self->xml, "percent-complete");
  double max = sl_kind (SL_KIND_TASK)->fields[SL_TASK_DURATION].max;
  double number;

  if (real_attribute (self, "work", &number) && number >= 0 && number / SECONDS_PER_DAY <= max)
    item->effort = number / SECONDS_PER_DAY;
  if (real_attribute (self, "duration", &number) && number > 0 && number / SECONDS_PER_DAY <= max)
    item->duration = number / SECONDS_PER_DAY;
  if (sl_read_real (percent_text, &number) && number >= 0 && number <= 100)
    item->progress = number / 100;
  else if (!sl_read_is_none (percent_text))
    sl_import_plan_warn_value (self->plan, item->place, _ ("“%s” is no percentage of work done"),
                               percent_text);
}

static void
remember_task (Reader *self, SlImportItem *item, guint index)
{
  g_autofree char *id = sl_xml_attribute (self->xml, "id");

  if (id == NULL)
    return;
  item->place = sl_import_place (_ ("task id %s"), id);
  item->foreign_id = sl_import_foreign_id ("planner", self->plan->title, id);
  if (g_hash_table_contains (self->items, id))
    sl_import_plan_warn_value (self->plan, item->place,
                               _ ("the id %s occurs twice; links to it mean the first task"), id);
  else
    g_hash_table_insert (self->items, g_steal_pointer (&id), GUINT_TO_POINTER (index + 1));
}

static void
read_task (Reader *self, int parent)
{
  g_autofree char *name = sl_xml_attribute (self->xml, "name");
  g_autofree char *type = sl_xml_attribute (self->xml, "type");
  gboolean milestone = g_strcmp0 (type, "milestone") == 0;
  guint index = self->plan->items->len;
  SlImportItem *item
      = sl_import_plan_add (self->plan, milestone ? SL_IMPORT_MILESTONE : SL_IMPORT_TASK, parent,
                            name != NULL ? name : "");
  int depth = sl_xml_depth (self->xml);

  item->milestone = milestone;
  sl_xml_check_count (self->xml, index);
  item->note = sl_xml_attribute (self->xml, "note");
  remember_task (self, item, index);
  take_dates (self, item);
  take_numbers (self, item);
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "task"))
      read_task (self, (int)index);
    else if (sl_xml_is (self->xml, "predecessors"))
      read_predecessors (self, index);
    else if (sl_xml_is (self->xml, "constraint"))
      take_constraint (self, sl_import_plan_item (self->plan, index));
}

static void
read_tasks (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "task"))
      read_task (self, -1);
}

/* --- People --- */

/* Type 1 works, 2 is material. */
static void
read_resources (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "resource"))
      {
        g_autofree char *id = sl_xml_attribute (self->xml, "id");
        g_autofree char *name = sl_xml_attribute (self->xml, "name");
        g_autofree char *type = sl_xml_attribute (self->xml, "type");
        guint index = sl_import_plan_add_resource (self->plan, name != NULL ? name : "",
                                                   g_strcmp0 (type, "2") != 0);

        sl_xml_check_count (self->xml, index);
        if (id != NULL && !g_hash_table_contains (self->resources, id))
          g_hash_table_insert (self->resources, g_steal_pointer (&id),
                               GUINT_TO_POINTER (index + 1));
      }
}

/* The format puts allocations behind tasks and resources. */
static void
read_allocations (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "allocation"))
      {
        g_autofree char *task_id = sl_xml_attribute (self->xml, "task-id");
        g_autofree char *resource_id = sl_xml_attribute (self->xml, "resource-id");
        guint item = find (self->items, task_id);
        guint resource = find (self->resources, resource_id);
        double units = 100;

        self->plan->n_allocations_read++;
        real_attribute (self, "units", &units);
        if (item == 0 || resource == 0)
          self->n_lost_allocations++;
        else
          sl_import_plan_add_allocation (self->plan, item - 1, resource - 1, units / 100);
      }
}

/* --- Putting it together --- */

static void
settle (Reader *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const PlannerLink *link = &g_array_index (self->links, PlannerLink, i);
      guint before = find (self->items, link->before_id);

      self->plan->n_links_read++;
      /* Planner adds the seconds of a lag to the clock: they run day and night. */
      if (before != 0)
        sl_import_plan_add_link (self->plan, before - 1, link->after, link->type,
                                 link->lag / (24 * 3600), TRUE);
      else
        sl_import_plan_warn_missing (self->plan, link->after, link->before_id);
    }
  if (self->n_lost_allocations > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("%u assignments name a task or a resource that is not in this file"),
                         self->n_lost_allocations);
}

static void
read_project (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  self->plan->title = sl_xml_attribute (self->xml, "name");
  self->calendar_id = sl_xml_attribute (self->xml, "calendar");
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "calendars"))
      read_calendars (self);
    else if (sl_xml_is (self->xml, "tasks"))
      read_tasks (self);
    else if (sl_xml_is (self->xml, "resources"))
      read_resources (self);
    else if (sl_xml_is (self->xml, "allocations"))
      read_allocations (self);
}

/* SlFormat.read: collects, and puts together only what is a whole document. */
static gboolean
read_planner (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
              GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (SlXml) xml = sl_xml_new (data, size, cancellable);
  Reader self = {
    .xml = xml,
    .plan = plan,
    .items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .worked_types = g_hash_table_new (NULL, NULL),
    .links = g_array_new (FALSE, TRUE, sizeof (PlannerLink)),
    .exceptions = g_array_new (FALSE, TRUE, sizeof (Exception)),
  };
  gboolean ok;

  g_array_set_clear_func (self.links, clear_link);
  if (sl_xml_open (xml))
    read_project (&self);
  ok = sl_xml_finish (xml, error);
  if (ok)
    settle (&self);
  g_free (self.calendar_id);
  g_hash_table_unref (self.items);
  g_hash_table_unref (self.resources);
  g_hash_table_unref (self.worked_types);
  g_array_unref (self.links);
  g_array_unref (self.exceptions);
  return ok;
}

static int
probe_planner (const guint8 *bytes, gsize size, const char *file_name)
{
  if (!sl_probe_is_xml (bytes, size) || !sl_probe_contains (bytes, size, "<project"))
    return 0;
  if (sl_probe_contains (bytes, size, "mrproject-version"))
    return 95;
  return sl_probe_has_suffix (file_name, "planner mrproject") ? 80 : 0;
}

const SlFormat sl_format_planner = {
  .id = "planner",
  .name = N_ ("GNOME Planner"),
  .suffixes = "planner mrproject",
  .losses = N_ ("Phases, custom properties, groups and the calendars of people are not read."),
  .probe = probe_planner,
  .read = read_planner,
};

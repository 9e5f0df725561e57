/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GanttProject files of versions 2.0 to 3.3. Tasks are nested elements; links stand in the
 * predecessor; dates are a start and a number of working days, so finishes are counted when the
 * calendar is known. */

#include "config.h"

#include "io/formats/sl-formats.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "io/sl-read.h"
#include "io/sl-workdays.h"
#include "io/sl-xml.h"

/* Longest duration that is believed; working days. */
#define MAX_DURATION 100000

typedef struct
{
  guint before;
  char *after_id;
  int type;
  double lag;
} GanLink;

typedef struct
{
  char *task_id;
  char *resource_id;
  double units;
  gboolean responsible;
} GanAllocation;

typedef struct
{
  char *task_id;
  int number;
  gint64 start;
  gint64 duration;
} GanBaseline;

typedef struct
{
  SlXml *xml;
  SlImportPlan *plan;
  GHashTable *items;     /* id -> item index + 1 */
  GHashTable *resources; /* id -> resource index + 1 */
  GArray *links;
  GArray *allocations;
  GArray *baselines;
  guint weekend; /* bit 0 Monday: a day off */
  gboolean weekend_stated;
  gboolean weekends_worked;
} Reader;

static void
clear_link (gpointer data)
{
  g_free (((GanLink *)data)->after_id);
}

static void
clear_allocation (gpointer data)
{
  g_free (((GanAllocation *)data)->task_id);
  g_free (((GanAllocation *)data)->resource_id);
}

static void
clear_baseline (gpointer data)
{
  g_free (((GanBaseline *)data)->task_id);
}

static GArray *
new_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (array, clear);
  return array;
}

static gint64
int_attribute (Reader *self, const char *name, gint64 fallback)
{
  g_autofree char *text = sl_xml_attribute (self->xml, name);
  gint64 number;

  return sl_read_int (text, &number) ? number : fallback;
}

static gboolean
bool_attribute (Reader *self, const char *name)
{
  g_autofree char *text = sl_xml_attribute (self->xml, name);

  return sl_read_bool (text);
}

/* --- Calendar --- */

static void
read_week (Reader *self)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  self->weekend = 0;
  self->weekend_stated = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (int_attribute (self, days[i], 0) == 1)
      self->weekend |= 1u << i;
}

/* A year that is missing means every year; a type that is missing means a day off. */
static void
read_date (Reader *self)
{
  gint64 year = int_attribute (self, "year", 2000);
  gint64 month = int_attribute (self, "month", 0);
  gint64 day = int_attribute (self, "date", 0);
  g_autofree char *type = sl_xml_attribute (self->xml, "type");
  g_autofree char *year_text = sl_xml_attribute (self->xml, "year");
  g_autofree char *title = sl_xml_text (self->xml);

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !sl_day_valid_ymd ((int)year, (int)month, (int)day))
    return;
  sl_import_plan_add_day_off (self->plan, sl_day_from_ymd ((int)year, (int)month, (int)day),
                              g_strstrip (title), sl_read_is_none (year_text),
                              g_strcmp0 (type, "WORKING_DAY") == 0);
}

/* 2.x keeps the week in a calendar element, 3.x in day-types: found at any depth. */
static void
read_calendars (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "default-week"))
      read_week (self);
    else if (sl_xml_is (self->xml, "only-show-weekends"))
      self->weekends_worked = bool_attribute (self, "value");
    else if (sl_xml_is (self->xml, "date"))
      read_date (self);
    else
      read_calendars (self);
}

/* --- Tasks --- */

static void
read_link (Reader *self, guint before)
{
  /* 1 SS, 2 FS, 3 FF, 4 SF */
  static const int types[]
      = { SL_DEPENDENCY_SS, SL_DEPENDENCY_FS, SL_DEPENDENCY_FF, SL_DEPENDENCY_SF };
  gint64 type = int_attribute (self, "type", 2);
  GanLink link = { before, sl_xml_attribute (self->xml, "id"), SL_DEPENDENCY_FS,
                   (double)int_attribute (self, "difference", 0) };

  if (type >= 1 && type <= (gint64)G_N_ELEMENTS (types))
    link.type = types[type - 1];
  else
    sl_import_plan_warn (
        self->plan, sl_import_plan_item (self->plan, before)->place,
        _ ("the link type %" G_GINT64_FORMAT " is unknown; finish to start was taken"), type);
  g_array_append_val (self->links, link);
}

static void
append_note (SlImportItem *item, const char *text)
{
  char *note;

  if (text == NULL || *text == '\0')
    return;
  note = item->note != NULL ? g_strconcat (item->note, "\n", text, NULL) : g_strdup (text);
  g_free (item->note);
  item->note = note;
}

/* "http://" is the empty link; 3.x writes some links percent-encoded. */
static void
take_web_link (Reader *self, SlImportItem *item)
{
  g_autofree char *link = sl_xml_attribute (self->xml, "webLink");
  g_autofree char *plain = link != NULL && strstr (link, "://") == NULL
                               ? g_uri_unescape_string (link, NULL)
                               : g_strdup (link);

  if (plain != NULL && strcmp (plain, "http://") != 0 && strcmp (plain, "https://") != 0)
    append_note (item, plain);
}

static void
take_start (Reader *self, SlImportItem *item)
{
  g_autofree char *start = sl_xml_attribute (self->xml, "start");
  g_autofree char *third = sl_xml_attribute (self->xml, "thirdDate");
  int minute;

  if (!sl_read_stamp (start, &item->start_day, &minute) && !sl_read_is_none (start))
    sl_import_plan_warn_value (self->plan, item->place, _ ("“%s” is no date that can be kept"),
                               start);
  if (int_attribute (self, "thirdDate-constraint", 0) == 1
      && sl_read_stamp (third, &item->constraint_day, &minute))
    item->constraint_type = SL_CONSTRAINT_START_NO_EARLIER;
}

static void
take_numbers (Reader *self, SlImportItem *item)
{
  g_autofree char *duration = sl_xml_attribute (self->xml, "duration");
  g_autofree char *complete = sl_xml_attribute (self->xml, "complete");
  double number;

  if (sl_read_real (duration, &number) && number >= 0 && number <= MAX_DURATION)
    item->duration = number;
  else if (!sl_read_is_none (duration))
    sl_import_plan_warn_value (self->plan, item->place, _ ("the duration “%s” is out of range"),
                               duration);
  if (sl_read_real (complete, &number) && number >= 0 && number <= 100)
    item->progress = number / 100;
  else if (!sl_read_is_none (complete))
    sl_import_plan_warn_value (self->plan, item->place, _ ("“%s” is no percentage of work done"),
                               complete);
}

static void
remember_task (Reader *self, SlImportItem *item, guint index)
{
  g_autofree char *id = sl_xml_attribute (self->xml, "id");
  g_autofree char *uid = sl_xml_attribute (self->xml, "uid");

  if (id == NULL)
    return;
  item->place = sl_import_place (_ ("task id %s"), id);
  if (uid != NULL && *uid != '\0')
    item->foreign_id = sl_import_foreign_id ("gan", NULL, uid);
  else
    item->foreign_id = sl_import_foreign_id ("gan", self->plan->title, id);
  if (g_hash_table_contains (self->items, id))
    sl_import_plan_warn_value (self->plan, item->place,
                               _ ("the id %s occurs twice; links to it mean the first task"), id);
  else
    g_hash_table_insert (self->items, g_steal_pointer (&id), GUINT_TO_POINTER (index + 1));
}

/* A task with everything nested in it; the depth is bounded by the XML reader. */
static void
read_task (Reader *self, int parent)
{
  g_autofree char *name = sl_xml_attribute (self->xml, "name");
  gboolean milestone = bool_attribute (self, "meeting");
  guint index = self->plan->items->len;
  SlImportItem *item
      = sl_import_plan_add (self->plan, milestone ? SL_IMPORT_MILESTONE : SL_IMPORT_TASK, parent,
                            name != NULL ? name : "");
  int depth = sl_xml_depth (self->xml);

  item->milestone = milestone;
  sl_xml_check_count (self->xml, index);
  remember_task (self, item, index);
  take_start (self, item);
  take_numbers (self, item);
  take_web_link (self, item);
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "task"))
      read_task (self, (int)index);
    else if (sl_xml_is (self->xml, "depend"))
      read_link (self, index);
    else if (sl_xml_is (self->xml, "notes"))
      {
        g_autofree char *notes = g_strstrip (sl_xml_text (self->xml));

        append_note (sl_import_plan_item (self->plan, index), notes);
      }
}

static void
read_tasks (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "task"))
      read_task (self, -1);
}

/* --- People and baselines --- */

static void
read_resources (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "resource"))
      {
        g_autofree char *id = sl_xml_attribute (self->xml, "id");
        g_autofree char *name = sl_xml_attribute (self->xml, "name");
        guint index = sl_import_plan_add_resource (self->plan, name != NULL ? name : "", TRUE);

        sl_xml_check_count (self->xml, index);
        if (id != NULL && !g_hash_table_contains (self->resources, id))
          g_hash_table_insert (self->resources, g_steal_pointer (&id),
                               GUINT_TO_POINTER (index + 1));
      }
}

static void
read_allocations (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "allocation"))
      {
        g_autofree char *load = sl_xml_attribute (self->xml, "load");
        GanAllocation allocation = { sl_xml_attribute (self->xml, "task-id"),
                                     sl_xml_attribute (self->xml, "resource-id"), 100,
                                     bool_attribute (self, "responsible") };

        sl_read_real (load, &allocation.units);
        g_array_append_val (self->allocations, allocation);
      }
}

static void
read_baselines (Reader *self)
{
  int depth = sl_xml_depth (self->xml);
  int number = -1;

  while (sl_xml_next (self->xml, depth))
    {
      int inner = sl_xml_depth (self->xml);

      if (!sl_xml_is (self->xml, "previous-tasks"))
        continue;
      number++;
      while (number <= 10 && sl_xml_next (self->xml, inner))
        {
          g_autofree char *start = sl_xml_attribute (self->xml, "start");
          GanBaseline baseline = { .number = number };
          int minute;

          if (!sl_xml_is (self->xml, "previous-task")
              || !sl_read_stamp (start, &baseline.start, &minute))
            continue;
          baseline.task_id = sl_xml_attribute (self->xml, "id");
          baseline.duration = int_attribute (self, "duration", 0);
          g_array_append_val (self->baselines, baseline);
        }
    }
}

/* --- Putting it together --- */

static guint
find (GHashTable *table, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) : 0;
}

/* Finishes of tasks and of baselines, now that the calendar is known. */
static void
settle_dates (Reader *self, const SlWorkdays *workdays)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      SlImportItem *item = sl_import_plan_item (self->plan, i);
      gint64 days = isfinite (item->duration) ? (gint64)ceil (item->duration) : 0;

      if (item->start_day == SL_INT_NULL)
        continue;
      if (!sl_workdays_last (workdays, item->start_day, days, &item->due_day))
        {
          item->due_day = SL_INT_NULL;
          sl_import_plan_warn (self->plan, item->place, _ ("the duration “%.6g” is out of range"),
                               item->duration);
        }
    }
  for (guint i = 0; i < self->baselines->len; i++)
    {
      const GanBaseline *read = &g_array_index (self->baselines, GanBaseline, i);
      guint item = find (self->items, read->task_id);
      SlImportBaseline baseline = { item - 1, read->number, read->start, read->start };

      if (item == 0)
        continue;
      sl_workdays_last (workdays, read->start, read->duration, &baseline.due_day);
      g_array_append_val (self->plan->baselines, baseline);
    }
}

static void
settle_links (Reader *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const GanLink *link = &g_array_index (self->links, GanLink, i);
      guint after = find (self->items, link->after_id);

      self->plan->n_links_read++;
      if (after != 0)
        sl_import_plan_add_link (self->plan, link->before, after - 1, link->type, link->lag, FALSE);
      else
        sl_import_plan_warn_missing (self->plan, link->before, link->after_id);
    }
}

/* Who works on what; who is responsible becomes the owner. */
static void
settle_allocations (Reader *self)
{
  guint n_lost = 0;

  for (guint i = 0; i < self->allocations->len; i++)
    {
      const GanAllocation *allocation = &g_array_index (self->allocations, GanAllocation, i);
      guint item = find (self->items, allocation->task_id);
      guint resource = find (self->resources, allocation->resource_id);
      SlImportItem *task;

      self->plan->n_allocations_read++;
      if (item == 0 || resource == 0)
        {
          n_lost++;
          continue;
        }
      sl_import_plan_add_allocation (self->plan, item - 1, resource - 1, allocation->units / 100);
      task = sl_import_plan_item (self->plan, item - 1);
      if (allocation->responsible && task->owner == NULL)
        task->owner
            = g_strdup (g_array_index (self->plan->resources, SlImportResource, resource - 1).name);
    }
  if (n_lost > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("%u assignments name a task or a resource that is not in this file"),
                         n_lost);
}

static void
read_project (Reader *self)
{
  int depth = sl_xml_depth (self->xml);

  self->plan->title = sl_xml_attribute (self->xml, "name");
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "calendars"))
      read_calendars (self);
    else if (sl_xml_is (self->xml, "tasks"))
      read_tasks (self);
    else if (sl_xml_is (self->xml, "resources"))
      read_resources (self);
    else if (sl_xml_is (self->xml, "allocations"))
      read_allocations (self);
    else if (sl_xml_is (self->xml, "previous"))
      read_baselines (self);
}

static void
settle (Reader *self)
{
  g_autoptr (SlWorkdays) workdays = NULL;
  guint all_days = 0x7f;

  if (self->weekends_worked)
    self->plan->work_week = all_days;
  else if (self->weekend_stated && self->weekend != all_days)
    self->plan->work_week = all_days & ~self->weekend;
  workdays = sl_workdays_new (self->plan);
  settle_dates (self, workdays);
  settle_links (self);
  settle_allocations (self);
}

/* SlFormat.read: collects, and puts together only what is a whole document. */
static gboolean
read_gan (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
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
    .links = new_array (sizeof (GanLink), clear_link),
    .allocations = new_array (sizeof (GanAllocation), clear_allocation),
    .baselines = new_array (sizeof (GanBaseline), clear_baseline),
  };
  gboolean ok;

  if (sl_xml_open (xml))
    read_project (&self);
  ok = sl_xml_finish (xml, error);
  if (ok)
    settle (&self);
  g_hash_table_unref (self.items);
  g_hash_table_unref (self.resources);
  g_array_unref (self.links);
  g_array_unref (self.allocations);
  g_array_unref (self.baselines);
  return ok;
}

static int
probe_gan (const guint8 *bytes, gsize size, const char *file_name)
{
  if (!sl_probe_is_xml (bytes, size) || !sl_probe_contains (bytes, size, "<project")
      || sl_probe_contains (bytes, size, "mrproject-version"))
    return 0;
  if (sl_probe_contains (bytes, size, "gantt-divider-location")
      || sl_probe_contains (bytes, size, "id=\"gantt-chart\""))
    return 95;
  return sl_probe_has_suffix (file_name, "gan") ? 80 : 30;
}

const SlFormat sl_format_gan = {
  .id = "gan",
  .name = N_ ("GanttProject"),
  .suffixes = "gan",
  .losses = N_ ("Colors, priorities, costs, custom columns, roles and vacations are not read."),
  .probe = probe_gan,
  .read = read_gan,
};

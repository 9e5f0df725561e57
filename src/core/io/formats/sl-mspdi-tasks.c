/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tasks and links of Microsoft Project XML. */

#include "config.h"

#include "io/formats/sl-mspdi.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date.h"
#include "io/sl-read.h"
#include "io/sl-workdays.h"

/* An open branch of the outline while the tasks go by. */
typedef struct
{
  int level;
  int item;
} Level;

enum
{
  UID,
  NAME,
  IS_NULL,
  OUTLINE_LEVEL,
  OUTLINE_NUMBER,
  START,
  FINISH,
  DURATION,
  DURATION_FORMAT,
  WORK,
  MILESTONE,
  PERCENT_COMPLETE,
  CONSTRAINT_TYPE,
  CONSTRAINT_DATE,
  DEADLINE,
  NOTES,
  ACTIVE,
  CALENDAR_UID,
  N_VALUES
};

static const char *const task_elements[N_VALUES + 1] = {
  [UID] = "UID",
  [NAME] = "Name",
  [IS_NULL] = "IsNull",
  [OUTLINE_LEVEL] = "OutlineLevel",
  [OUTLINE_NUMBER] = "OutlineNumber",
  [START] = "Start",
  [FINISH] = "Finish",
  [DURATION] = "Duration",
  [DURATION_FORMAT] = "DurationFormat",
  [WORK] = "Work",
  [MILESTONE] = "Milestone",
  [PERCENT_COMPLETE] = "PercentComplete",
  [CONSTRAINT_TYPE] = "ConstraintType",
  [CONSTRAINT_DATE] = "ConstraintDate",
  [DEADLINE] = "Deadline",
  [NOTES] = "Notes",
  [ACTIVE] = "Active",
  [CALENDAR_UID] = "CalendarUID",
};

/* What is nested in a task and read while its index is not known yet. */
typedef struct
{
  char *values[N_VALUES];
  guint first_link;
  guint first_baseline;
  char *place;
} Draft;

static int
read_number (const char *text, int fallback)
{
  gint64 number;

  return sl_read_int (text, &number) && number > G_MININT && number < G_MAXINT ? (int)number
                                                                               : fallback;
}

/* 0 FF, 1 FS, 2 SF, 3 SS; Freeplane writes an empty element and means FS. */
static int
read_link_type (SlMspdi *self, const Draft *draft, const char *text)
{
  static const int types[]
      = { SL_DEPENDENCY_FF, SL_DEPENDENCY_FS, SL_DEPENDENCY_SF, SL_DEPENDENCY_SS };
  int code = read_number (text, -1);

  if (code >= 0 && code < (int)G_N_ELEMENTS (types))
    return types[code];
  if (!sl_read_is_none (text))
    sl_import_plan_warn_value (self->plan, draft->place,
                               _ ("the link type “%s” is unknown; finish to start was taken"),
                               text);
  return SL_DEPENDENCY_FS;
}

static void
read_link (SlMspdi *self, const Draft *draft)
{
  static const char *const names[]
      = { "PredecessorUID", "Type", "LinkLag", "LagFormat", "CrossProject", NULL };
  char *values[5] = { NULL };
  SlMspdiLink link = { 0 };

  sl_mspdi_read_values (self, names, values);
  link.before_uid = g_strstrip (g_strdup (values[0] != NULL ? values[0] : ""));
  link.type = read_link_type (self, draft, values[1]);
  if (!sl_read_real (values[2], &link.lag) && !sl_read_is_none (values[2]))
    sl_import_plan_warn_value (self->plan, draft->place,
                               _ ("the lag “%s” is no number; 0 was taken"), values[2]);
  link.format = read_number (values[3], 7);
  link.other_project = sl_read_bool (values[4]);
  sl_mspdi_clear_values (values, 5);
  g_array_append_val (self->links, link);
}

static void
read_baseline (SlMspdi *self)
{
  static const char *const names[] = { "Number", "Start", "Finish", NULL };
  char *values[3] = { NULL };
  SlImportBaseline baseline = { 0 };
  int start_minute, minute;

  sl_mspdi_read_values (self, names, values);
  baseline.number = read_number (values[0], 0);
  sl_read_stamp (values[1], &baseline.start_day, &start_minute);
  sl_read_finish (values[2], baseline.start_day, start_minute, &baseline.due_day, &minute);
  sl_mspdi_clear_values (values, 3);
  if (baseline.number >= 0 && baseline.number <= 10
      && (baseline.start_day != SL_INT_NULL || baseline.due_day != SL_INT_NULL))
    g_array_append_val (self->plan->baselines, baseline);
}

static void
read_draft (SlMspdi *self, Draft *draft)
{
  int depth = sl_xml_depth (self->xml);

  draft->first_link = self->links->len;
  draft->first_baseline = self->plan->baselines->len;
  draft->place = sl_xml_place (self->xml);
  while (sl_xml_next (self->xml, depth))
    {
      int field = sl_mspdi_element (self, task_elements);

      if (field >= 0 && draft->values[field] == NULL)
        {
          draft->values[field] = sl_xml_text (self->xml);
          if (field == UID)
            {
              g_free (draft->place);
              draft->place = sl_import_place (_ ("task UID %s"), g_strstrip (draft->values[UID]));
            }
        }
      else if (sl_xml_is (self->xml, "PredecessorLink"))
        read_link (self, draft);
      else if (sl_xml_is (self->xml, "Baseline"))
        read_baseline (self);
    }
}

static void
clear_draft (Draft *draft)
{
  sl_mspdi_clear_values (draft->values, N_VALUES);
  g_free (draft->place);
}

/* The level of a row that states none: by its outline number, else that of the row before. */
static int
guess_level (SlMspdi *self, const Draft *draft)
{
  const char *number = draft->values[OUTLINE_NUMBER];
  int level = 1;

  if (sl_read_is_none (number))
    return self->levels->len > 0 ? self->last_level : 1;
  for (const char *p = number; *p != '\0'; p++)
    level += *p == '.';
  return level;
}

/* Finds the parent by the levels so far and opens a branch for the item that comes next. */
static int
place_in_outline (SlMspdi *self, const Draft *draft)
{
  int level = read_number (draft->values[OUTLINE_LEVEL], G_MININT);
  int deepest = self->levels->len > 0 ? self->last_level : 0;
  Level branch;

  if (level == G_MININT)
    level = guess_level (self, draft);
  if (level < 0)
    {
      sl_import_plan_warn (self->plan, draft->place,
                           _ ("the outline level %d makes no sense; the top level was taken"),
                           level);
      level = 1;
    }
  else if (level > deepest + 1)
    sl_import_plan_warn (self->plan, draft->place,
                         _ ("the outline level jumps to %d; the task was put below the last "
                            "higher one"),
                         level);
  while (self->levels->len > 0
         && g_array_index (self->levels, Level, self->levels->len - 1).level >= level)
    g_array_set_size (self->levels, self->levels->len - 1);

  branch.level = level;
  branch.item = (int)self->plan->items->len;
  self->last_level = level;
  g_array_append_val (self->levels, branch);
  return self->levels->len > 1 ? g_array_index (self->levels, Level, self->levels->len - 2).item
                               : -1;
}

static void
warn_date (SlMspdi *self, const Draft *draft, const char *text)
{
  if (!sl_read_is_none (text))
    sl_import_plan_warn_value (self->plan, draft->place, _ ("“%s” is no date that can be kept"),
                               text);
}

static void
take_dates (SlMspdi *self, const Draft *draft, SlImportItem *item)
{
  char *const *values = draft->values;
  int minute;

  if (!sl_read_stamp (values[START], &item->start_day, &item->start_minute))
    warn_date (self, draft, values[START]);
  if (!sl_read_finish (values[FINISH], item->start_day, item->start_minute, &item->due_day,
                       &item->due_minute))
    warn_date (self, draft, values[FINISH]);
  if (!sl_read_finish (values[DEADLINE], SL_INT_NULL, -1, &item->deadline_day, &minute))
    warn_date (self, draft, values[DEADLINE]);
}

/* ASAP is what every task without a constraint has; ProjectLibre's date for "none" is 1970. */
static void
take_constraint (SlMspdi *self, const Draft *draft, SlImportItem *item)
{
  gint64 code, day;
  int minute;

  if (!sl_read_int (draft->values[CONSTRAINT_TYPE], &code) || code <= SL_CONSTRAINT_ASAP
      || code > SL_CONSTRAINT_FINISH_NO_LATER)
    return;
  sl_read_stamp (draft->values[CONSTRAINT_DATE], &day, &minute);
  if (day == 0)
    day = SL_INT_NULL;
  if (day == SL_INT_NULL && code != SL_CONSTRAINT_ALAP)
    return;
  item->constraint_type = code;
  item->constraint_day = day;
}

static void
take_progress (SlMspdi *self, const Draft *draft, SlImportItem *item)
{
  const char *text = draft->values[PERCENT_COMPLETE];
  double percent;

  if (sl_read_is_none (text))
    return;
  if (!sl_read_real (text, &percent) || percent < 0 || percent > 100)
    sl_import_plan_warn_value (self->plan, draft->place, _ ("“%s” is no percentage of work done"),
                               text);
  else
    item->progress = percent / 100;
}

static void
remember_uid (SlMspdi *self, const Draft *draft, guint index)
{
  const char *uid = draft->values[UID];
  gint64 number;

  if (sl_read_is_none (uid))
    return;
  if (!sl_read_int (uid, &number) || number < 0)
    sl_import_plan_warn_value (self->plan, draft->place, _ ("the UID “%s” is no number from 0 on"),
                               uid);
  if (g_hash_table_contains (self->items, uid))
    sl_import_plan_warn_value (self->plan, draft->place,
                               _ ("the UID %s occurs twice; links to it mean the first task"), uid);
  else
    g_hash_table_insert (self->items, g_strdup (uid), GUINT_TO_POINTER (index + 1));
}

/* The row of the project itself: named by UID 0 on level 0, or on no level. */
static gboolean
is_project_row (const Draft *draft)
{
  gint64 uid, level = 0;

  return sl_read_int (draft->values[UID], &uid) && uid == 0
         && (draft->values[OUTLINE_LEVEL] == NULL
             || (sl_read_int (draft->values[OUTLINE_LEVEL], &level) && level == 0));
}

static void
drop_nested (SlMspdi *self, const Draft *draft)
{
  g_array_set_size (self->links, draft->first_link);
  g_array_set_size (self->plan->baselines, draft->first_baseline);
}

/* A draft that is a task becomes an item, and what was nested in it learns its index. */
static void
add_task (SlMspdi *self, Draft *draft)
{
  char **values = draft->values;
  gboolean milestone = sl_read_bool (values[MILESTONE]);
  guint index = self->plan->items->len;
  int parent = place_in_outline (self, draft);
  SlImportItem *item
      = sl_import_plan_add (self->plan, milestone ? SL_IMPORT_MILESTONE : SL_IMPORT_TASK, parent,
                            values[NAME] != NULL ? values[NAME] : "");
  SlMspdiTask task = { g_steal_pointer (&values[DURATION]), g_steal_pointer (&values[WORK]),
                       g_strdup (values[UID]), read_number (values[DURATION_FORMAT], 7) };
  const char *calendar = values[CALENDAR_UID];

  item->milestone = milestone;
  item->place = g_strdup (draft->place);
  take_dates (self, draft, item);
  take_constraint (self, draft, item);
  take_progress (self, draft, item);
  if (values[NOTES] != NULL && *values[NOTES] != '\0')
    item->note = g_steal_pointer (&values[NOTES]);
  if (values[ACTIVE] != NULL && !sl_read_bool (values[ACTIVE]))
    item->status = SL_TASK_PARKED;
  self->n_own_calendars
      += read_number (calendar, -1) > 0 && g_strcmp0 (calendar, self->calendar_uid) != 0;
  remember_uid (self, draft, index);
  g_array_append_val (self->tasks, task);
  sl_xml_check_count (self->xml, index);
  for (guint i = draft->first_link; i < self->links->len; i++)
    g_array_index (self->links, SlMspdiLink, i).after = index;
  for (guint i = draft->first_baseline; i < self->plan->baselines->len; i++)
    g_array_index (self->plan->baselines, SlImportBaseline, i).item = index;
}

static void
read_task (SlMspdi *self)
{
  Draft draft = { 0 };

  read_draft (self, &draft);
  if (is_project_row (&draft))
    {
      drop_nested (self, &draft);
      if (self->name == NULL && !sl_read_is_none (draft.values[NAME]))
        self->name = g_strdup (draft.values[NAME]);
    }
  else if (sl_read_bool (draft.values[IS_NULL]))
    drop_nested (self, &draft);
  else
    add_task (self, &draft);
  clear_draft (&draft);
}

void
sl_mspdi_read_tasks (SlMspdi *self)
{
  int depth = sl_xml_depth (self->xml);

  if (self->levels == NULL)
    self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "Task"))
      read_task (self);
}

/* Working days of a duration; NAN with a warning if it cannot be kept. */
static double
settle_days (SlMspdi *self, const SlImportItem *item, const char *text)
{
  const SlField *field = &sl_kind (SL_KIND_TASK)->fields[SL_TASK_DURATION];
  double minutes;
  gboolean calendar_units;

  if (sl_read_is_none (text))
    return NAN;
  if (!sl_mspdi_read_duration (self, text, &minutes, &calendar_units))
    {
      sl_import_plan_warn_value (self->plan, item->place, _ ("the duration “%s” cannot be read"),
                                 text);
      return NAN;
    }
  if (minutes < 0 || minutes / self->minutes_per_day > field->max)
    {
      sl_import_plan_warn_value (self->plan, item->place, _ ("the duration “%s” is out of range"),
                                 text);
      return NAN;
    }
  if (calendar_units)
    sl_import_plan_warn_value (
        self->plan, item->place,
        _ ("the duration “%s” has calendar units, whose days were taken for working days"), text);
  return minutes / self->minutes_per_day;
}

/* An elapsed duration runs day and night; what counts for us is how many days of it are worked. */
static double
elapsed_to_working (const SlImportItem *item, const SlWorkdays *workdays, double elapsed_days)
{
  gint64 days = (gint64)ceil (elapsed_days);

  if (item->start_day == SL_INT_NULL || days <= 0)
    return elapsed_days;
  return MIN (elapsed_days,
              (double)sl_workdays_count (workdays, item->start_day, item->start_day + days - 1));
}

void
sl_mspdi_settle_tasks (SlMspdi *self)
{
  g_autoptr (SlWorkdays) workdays = NULL;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const SlMspdiTask *task = &g_array_index (self->tasks, SlMspdiTask, i);
      SlImportItem *item = sl_import_plan_item (self->plan, i);

      item->duration = settle_days (self, item, task->duration);
      item->effort = settle_days (self, item, task->work);
      if (sl_mspdi_format_is_elapsed (task->format) && workdays == NULL)
        workdays = sl_workdays_new (self->plan);
      if (sl_mspdi_format_is_elapsed (task->format))
        item->duration
            = elapsed_to_working (item, workdays, item->duration * self->minutes_per_day / 1440);
      if (item->type == SL_IMPORT_MILESTONE && item->duration > 0)
        {
          g_autofree char *quote = sl_import_item_quote (item);

          sl_import_plan_warn (self->plan, item->place,
                               _ ("the milestone “%s” lasts %.6g days; its last day was kept"),
                               quote, item->duration);
        }
      if (!sl_read_is_none (task->uid))
        item->foreign_id = sl_import_foreign_id ("mspdi", self->plan->title, task->uid);
    }
  if (self->n_own_calendars > 0)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("%u tasks follow a calendar of their own, which was not read"),
                         self->n_own_calendars);
}

static double
settle_lag (const SlMspdi *self, const SlMspdiLink *link, guint before)
{
  double duration = sl_import_plan_item (self->plan, before)->duration;

  if (sl_mspdi_format_is_percent (link->format))
    return isfinite (duration) ? link->lag / 100 * duration : 0;
  if (sl_mspdi_format_is_elapsed (link->format))
    return link->lag / 10 / 1440;
  return link->lag / 10 / self->minutes_per_day;
}

void
sl_mspdi_settle_links (SlMspdi *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const SlMspdiLink *link = &g_array_index (self->links, SlMspdiLink, i);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, link->before_uid));

      self->plan->n_links_read++;
      if (before == 0 || link->other_project)
        sl_import_plan_warn_missing (self->plan, link->after, link->before_uid);
      else
        sl_import_plan_add_link (self->plan, before - 1, link->after, link->type,
                                 settle_lag (self, link, before - 1),
                                 sl_mspdi_format_is_elapsed (link->format));
    }
}

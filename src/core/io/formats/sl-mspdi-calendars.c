/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars of Microsoft Project XML: the working week and the days off of the project's calendar.
 * Calendars of people and of single tasks are read over. */

#include "config.h"

#include "io/formats/sl-mspdi.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date.h"
#include "io/sl-read.h"

/* Bases that a calendar may stand on; more is a circle. */
#define MAX_BASES 16
/* Days that one rule may yield; Project itself stops at 999. */
#define MAX_OCCURRENCES 1000
/* Longest single stretch of days off; days. */
#define MAX_STRETCH 3660
/* Steps spent on all rules of a file together. */
#define MAX_STEPS 2000000

static int
read_number (const char *text, int fallback)
{
  gint64 number;

  return sl_read_int (text, &number) && number >= G_MININT && number <= G_MAXINT ? (int)number
                                                                                 : fallback;
}

static gboolean
read_period (SlMspdi *self, SlMspdiException *exception)
{
  static const char *const names[] = { "FromDate", "ToDate", NULL };
  char *values[2] = { NULL, NULL };
  int minute;
  gboolean complete;

  sl_mspdi_read_values (self, names, values);
  complete = sl_read_stamp (values[0], &exception->from, &minute);
  if (complete && !sl_read_finish (values[1], exception->from, minute, &exception->to, &minute))
    exception->to = exception->from;
  sl_mspdi_clear_values (values, 2);
  return complete;
}

static void
add_exception (SlMspdiCalendar *calendar, SlMspdiException *exception, gboolean complete)
{
  if (complete && exception->to >= exception->from)
    g_array_append_val (calendar->exceptions, *exception);
  else
    g_free (exception->name);
}

/* Day types 1 to 7 are Sunday to Saturday; 0 is the exception of Project 2003 and before. */
static void
read_week_day (SlMspdi *self, SlMspdiCalendar *calendar)
{
  static const char *const names[] = { "DayType", "DayWorking", "TimePeriod", NULL };
  SlMspdiException exception = { .type = 1 };
  int depth = sl_xml_depth (self->xml);
  int day_type = -1;
  gboolean complete = FALSE;

  while (sl_xml_next (self->xml, depth))
    {
      g_autofree char *text = NULL;

      switch (sl_mspdi_element (self, names))
        {
        case 0:
          text = sl_xml_text (self->xml);
          day_type = read_number (text, -1);
          break;
        case 1:
          text = sl_xml_text (self->xml);
          exception.worked = sl_read_bool (text);
          break;
        case 2:
          complete = read_period (self, &exception);
          break;
        default:
          break;
        }
    }
  if (day_type == 0)
    add_exception (calendar, &exception, complete);
  else if (day_type >= 1 && day_type <= 7)
    {
      guint bit = 1u << (day_type == 1 ? 6 : day_type - 2);

      calendar->week_stated |= bit;
      calendar->week = exception.worked ? calendar->week | bit : calendar->week & ~bit;
    }
}

/* The exceptions of Project 2007 and later: a rule and the stretch in which it holds. */
static void
read_exception (SlMspdi *self, SlMspdiCalendar *calendar)
{
  enum
  {
    NAME,
    TYPE,
    PERIOD,
    DAYS_OF_WEEK,
    MONTH_ITEM,
    MONTH_POSITION,
    MONTH,
    MONTH_DAY,
    OCCURRENCES,
    DAY_WORKING,
    N_VALUES
  };
  static const char *const names[]
      = { "Name",  "Type",     "Period",      "DaysOfWeek", "MonthItem", "MonthPosition",
          "Month", "MonthDay", "Occurrences", "DayWorking", NULL };
  char *values[N_VALUES] = { NULL };
  SlMspdiException exception = { 0 };
  int depth = sl_xml_depth (self->xml);
  gboolean complete = FALSE;

  while (sl_xml_next (self->xml, depth))
    {
      int field = sl_mspdi_element (self, names);

      if (field >= 0 && values[field] == NULL)
        values[field] = sl_xml_text (self->xml);
      else if (sl_xml_is (self->xml, "TimePeriod"))
        complete = read_period (self, &exception);
    }
  exception.name = g_steal_pointer (&values[NAME]);
  exception.type = read_number (values[TYPE], 1);
  exception.period = MAX (1, read_number (values[PERIOD], 1));
  exception.days_of_week = read_number (values[DAYS_OF_WEEK], 0);
  exception.month_item = read_number (values[MONTH_ITEM], 0);
  exception.month_position = read_number (values[MONTH_POSITION], 0);
  exception.month = read_number (values[MONTH], 0);
  exception.month_day = read_number (values[MONTH_DAY], 1);
  exception.occurrences = read_number (values[OCCURRENCES], 0);
  exception.worked = sl_read_bool (values[DAY_WORKING]);
  sl_mspdi_clear_values (values, N_VALUES);
  add_exception (calendar, &exception, complete);
}

static void
clear_exception (gpointer data)
{
  g_free (((SlMspdiException *)data)->name);
}

/* One calendar, of the project, of a person or of a task: which is known only at the end. */
static void
read_calendar (SlMspdi *self)
{
  static const char *const names[] = { "UID", "BaseCalendarUID", "WeekDays", "Exceptions", NULL };
  SlMspdiCalendar calendar = { .exceptions = g_array_new (FALSE, TRUE, sizeof (SlMspdiException)) };
  int depth = sl_xml_depth (self->xml);

  g_array_set_clear_func (calendar.exceptions, clear_exception);
  while (sl_xml_next (self->xml, depth))
    switch (sl_mspdi_element (self, names))
      {
      case 0:
        g_free (calendar.uid);
        calendar.uid = g_strstrip (sl_xml_text (self->xml));
        break;
      case 1:
        g_free (calendar.base_uid);
        calendar.base_uid = g_strstrip (sl_xml_text (self->xml));
        break;
      case 2:
        for (int inner = sl_xml_depth (self->xml); sl_xml_next (self->xml, inner);)
          if (sl_xml_is (self->xml, "WeekDay"))
            read_week_day (self, &calendar);
        break;
      case 3:
        for (int inner = sl_xml_depth (self->xml); sl_xml_next (self->xml, inner);)
          if (sl_xml_is (self->xml, "Exception"))
            read_exception (self, &calendar);
        break;
      default:
        break;
      }
  g_array_append_val (self->calendars, calendar);
}

void
sl_mspdi_read_calendars (SlMspdi *self)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    if (sl_xml_is (self->xml, "Calendar"))
      read_calendar (self);
}

static const SlMspdiCalendar *
find_calendar (const SlMspdi *self, const char *uid)
{
  for (guint i = 0; uid != NULL && i < self->calendars->len; i++)
    {
      const SlMspdiCalendar *calendar = &g_array_index (self->calendars, SlMspdiCalendar, i);

      if (g_strcmp0 (calendar->uid, uid) == 0)
        return calendar;
    }
  return NULL;
}

/* MonthItem: 0 any day, 1 weekday, 2 weekend day, 3 Sunday to 9 Saturday. */
static gboolean
is_month_item (gint64 day, int item)
{
  int weekday = sl_day_weekday (day);

  if (item == 1)
    return weekday <= 5;
  if (item == 2)
    return weekday >= 6;
  return item == 0 || weekday % 7 == item - 3;
}

/* The day of a month that the rule means, or SL_INT_NULL. MonthPosition: 0 first to 3 fourth, 4
 * last. */
static gint64
day_in_month (const SlMspdiException *rule, int year, int month, gboolean by_position)
{
  int found = 0;
  gint64 last = SL_INT_NULL;

  if (!by_position)
    return sl_day_valid_ymd (year, month, rule->month_day)
               ? sl_day_from_ymd (year, month, rule->month_day)
               : SL_INT_NULL;
  for (int i = 1; i <= 31 && sl_day_valid_ymd (year, month, i); i++)
    {
      gint64 day = sl_day_from_ymd (year, month, i);

      if (!is_month_item (day, rule->month_item))
        continue;
      last = day;
      if (found++ == rule->month_position && rule->month_position < 4)
        return day;
    }
  return rule->month_position == 4 ? last : SL_INT_NULL;
}

/* Collects the days of a rule; stops at its end or after as many days as it says. */
typedef struct
{
  SlMspdi *reader;
  const SlMspdiException *rule;
  int left;
} Expansion;

/* One step of looking for days. Rules of a hostile file may look for ever and find nothing. */
static gboolean
spend_step (Expansion *expansion)
{
  return expansion->reader->calendar_steps++ < MAX_STEPS;
}

static gboolean
take_day (Expansion *expansion, gint64 day)
{
  const SlMspdiException *rule = expansion->rule;

  if (day > rule->to || expansion->left <= 0)
    return FALSE;
  if (day >= rule->from)
    {
      sl_import_plan_add_day_off (expansion->reader->plan, day, rule->name, FALSE, rule->worked);
      expansion->left--;
    }
  return TRUE;
}

static void
expand_months (Expansion *expansion, int first_month, int step, gboolean by_position)
{
  int year, month, day_of_month;
  int month_number;

  sl_day_to_ymd (expansion->rule->from, &year, &month, &day_of_month);
  month_number = year * 12 + (first_month >= 0 ? first_month : month - 1);
  for (int i = 0; i < MAX_OCCURRENCES * 2; i++, month_number += step)
    {
      gint64 day;

      if (month_number >= 2200 * 12 || !spend_step (expansion))
        return;
      day = day_in_month (expansion->rule, month_number / 12, month_number % 12 + 1, by_position);
      if (day != SL_INT_NULL && !take_day (expansion, day))
        return;
    }
}

/* DaysOfWeek is a mask, 1 Sunday to 64 Saturday; weeks count from the one that holds FromDate. */
static void
expand_weeks (Expansion *expansion)
{
  const SlMspdiException *rule = expansion->rule;
  gint64 sunday = rule->from - sl_day_weekday (rule->from) % 7;

  for (gint64 week = sunday; week <= rule->to && spend_step (expansion); week += 7 * rule->period)
    for (int i = 0; i < 7; i++)
      if ((rule->days_of_week & (1 << i)) != 0 && week + i >= rule->from
          && !take_day (expansion, week + i))
        return;
}

static void
expand_days (Expansion *expansion, gint64 step, gboolean weekdays_only)
{
  const SlMspdiException *rule = expansion->rule;
  gint64 skip = 0;

  for (gint64 day = rule->from; day <= rule->to && spend_step (expansion); day++)
    {
      if (weekdays_only && sl_day_weekday (day) > 5)
        continue;
      if (skip-- > 0)
        continue;
      skip = step - 1;
      if (!take_day (expansion, day))
        return;
    }
}

/* The days that a rule means, by its type (Exception/Type). */
static void
expand_rule (SlMspdi *self, const SlMspdiException *rule)
{
  Expansion expansion = { self, rule, MAX_OCCURRENCES };

  /* The plain form counts every day of its stretch, whatever number it states. */
  if (rule->type <= 1 || rule->type > 8)
    expansion.left = MAX_STRETCH;
  else if (rule->occurrences > 0)
    expansion.left = MIN (rule->occurrences, MAX_OCCURRENCES);

  switch (rule->type)
    {
    case 2:
      expand_months (&expansion, CLAMP (rule->month, 0, 11), 12, FALSE);
      break;
    case 3:
      expand_months (&expansion, CLAMP (rule->month, 0, 11), 12, TRUE);
      break;
    case 4:
      expand_months (&expansion, -1, MIN (rule->period, 1200), FALSE);
      break;
    case 5:
      expand_months (&expansion, -1, MIN (rule->period, 1200), TRUE);
      break;
    case 6:
      expand_weeks (&expansion);
      break;
    case 7:
      expand_days (&expansion, rule->period, FALSE);
      break;
    case 8:
      expand_days (&expansion, rule->period, TRUE);
      break;
    default:
      expand_days (&expansion, 1, FALSE);
      break;
    }
}

/* Newer files state a day off twice, as a day type without a name and as an exception with one; the
 * first to be added stays. */
static void
expand_rules (SlMspdi *self, const SlMspdiCalendar *calendar, gboolean named)
{
  for (guint i = 0; i < calendar->exceptions->len; i++)
    {
      const SlMspdiException *rule = &g_array_index (calendar->exceptions, SlMspdiException, i);

      if ((rule->name != NULL) == named)
        expand_rule (self, rule);
    }
}

/* A day that is worked anyway, with other hours, is no exception to us. */
static void
drop_worked_week_days (SlImportPlan *plan)
{
  guint n_kept = 0;
  SlImportDayOff *all = &g_array_index (plan->days_off, SlImportDayOff, 0);

  for (guint i = 0; i < plan->days_off->len; i++)
    {
      gboolean in_week = plan->work_week >> (sl_day_weekday (all[i].day) - 1) & 1;
      SlImportDayOff day_off = all[i];

      if (day_off.worked == in_week)
        continue;
      all[i] = all[n_kept];
      all[n_kept++] = day_off;
    }
  g_array_set_size (plan->days_off, n_kept);
}

void
sl_mspdi_settle_calendar (SlMspdi *self)
{
  const SlMspdiCalendar *calendar = find_calendar (self, self->calendar_uid);
  guint stated = 0;

  if (calendar == NULL && self->calendars->len > 0)
    calendar = &g_array_index (self->calendars, SlMspdiCalendar, 0);
  for (guint i = 0; calendar != NULL && i < MAX_BASES; i++)
    {
      guint fresh = calendar->week_stated & ~stated;

      self->plan->work_week |= calendar->week & fresh;
      stated |= fresh;
      expand_rules (self, calendar, TRUE);
      expand_rules (self, calendar, FALSE);
      calendar = find_calendar (self, calendar->base_uid);
    }
  if (self->calendar_steps >= MAX_STEPS)
    sl_import_plan_warn (self->plan, NULL,
                         _ ("the calendar has more days off than are read; some are missing"));
  /* Days that no calendar of the chain speaks of are as in Project's standard calendar. */
  if (stated != 0)
    self->plan->work_week |= 0x1f & ~stated;
  if (self->plan->work_week != 0)
    drop_worked_week_days (self->plan);
}

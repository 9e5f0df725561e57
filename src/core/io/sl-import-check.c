/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the dates of a plan, as they were written, with what its links allow, and lists what
 * disagrees. It works in whole days and gives the plan the benefit of the doubt: a day that would
 * do with some time of day is no conflict. */

#include "config.h"

#include "io/sl-import-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "io/sl-workdays.h"

/* One end of an item in time. */
typedef struct
{
  gint64 day;
  int minute; /* -1: not said */
} Moment;

static gboolean
is_point (const SlImportItem *item)
{
  return item->type == SL_IMPORT_MILESTONE || item->duration == 0;
}

static Moment
start_of (const SlImportItem *item)
{
  /* A point in time; some programs state its start as the begin of that day. */
  if (item->type == SL_IMPORT_MILESTONE && item->due_day != SL_INT_NULL)
    return (Moment){ item->due_day, item->due_minute };
  return (Moment){ item->start_day, item->start_minute };
}

static Moment
finish_of (const SlImportItem *item)
{
  return (Moment){ item->due_day, item->due_minute };
}

/* @lag whole days from @day, on working days unless @elapsed. */
static gint64
add_lag (const SlWorkdays *workdays, gint64 day, double lag, gboolean elapsed)
{
  gint64 whole = (gint64)trunc (lag);

  return elapsed ? day + whole : sl_workdays_shift (workdays, day, whole);
}

/* Whether @later is certainly before @earlier plus the lag. @turn: the link leads from a finish to
 * a start, where work that ends and work that begins cannot share a day unless their times fit. */
static gboolean
is_too_early (const SlWorkdays *workdays, const SlImportLink *link, Moment earlier, Moment later,
              gboolean turn)
{
  gint64 allowed = add_lag (workdays, earlier.day, link->lag, link->elapsed);

  if (later.day != allowed)
    return later.day < allowed;
  if (fabs (link->lag) >= 1e-9)
    return FALSE;
  /* 00:00 is also how programs write a day without a time. */
  if (earlier.minute >= 0 && later.minute > 0)
    return later.minute < earlier.minute;
  return turn && earlier.minute < 0 && later.minute < 0;
}

static void
warn_link (SlImportPlan *self, const SlImportLink *link, Moment earlier, Moment later,
           gboolean from_finish, gboolean to_finish)
{
  const SlImportItem *before = sl_import_plan_item (self, link->before);
  const SlImportItem *after = sl_import_plan_item (self, link->after);
  g_autofree char *before_title = sl_import_item_quote (before);
  g_autofree char *after_title = sl_import_item_quote (after);
  g_autofree char *earlier_day = sl_day_to_text (earlier.day);
  g_autofree char *later_day = sl_day_to_text (later.day);
  const char *format;

  if (to_finish)
    format = from_finish ? _ ("“%s” finishes on %s, before “%s” (finish %s) allows")
                         : _ ("“%s” finishes on %s, before “%s” (start %s) allows");
  else
    format = from_finish ? _ ("“%s” starts on %s, before “%s” (finish %s) allows")
                         : _ ("“%s” starts on %s, before “%s” (start %s) allows");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sl_import_plan_warn (self, after->place, format, after_title, later_day, before_title,
                       earlier_day);
#pragma GCC diagnostic pop
}

static void
check_link (SlImportPlan *self, const SlWorkdays *workdays, const SlImportLink *link)
{
  const SlImportItem *before = sl_import_plan_item (self, link->before);
  const SlImportItem *after = sl_import_plan_item (self, link->after);
  gboolean from_finish = link->type == SL_DEPENDENCY_FS || link->type == SL_DEPENDENCY_FF;
  gboolean to_finish = link->type == SL_DEPENDENCY_FF || link->type == SL_DEPENDENCY_SF;
  Moment earlier = from_finish ? finish_of (before) : start_of (before);
  Moment later = to_finish ? finish_of (after) : start_of (after);
  gboolean turn = from_finish && !to_finish && !is_point (before) && !is_point (after);

  if (earlier.day == SL_INT_NULL || later.day == SL_INT_NULL)
    return;
  if (is_too_early (workdays, link, earlier, later, turn))
    warn_link (self, link, earlier, later, from_finish, to_finish);
}

static void
check_item (SlImportPlan *self, const SlImportItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *start = NULL;
  g_autofree char *due = NULL;

  if (item->start_day == SL_INT_NULL || item->due_day == SL_INT_NULL
      || item->start_day <= item->due_day)
    return;
  title = sl_import_item_quote (item);
  start = sl_day_to_text (item->start_day);
  due = sl_day_to_text (item->due_day);
  sl_import_plan_warn (self, item->place, _ ("“%s” finishes on %s, before it starts on %s"), title,
                       due, start);
}

void
sl_import_plan_check_dates (SlImportPlan *self)
{
  g_autoptr (SlWorkdays) workdays = NULL;

  if (self->dates_checked)
    return;
  self->dates_checked = TRUE;
  if (self->links->len > 0)
    workdays = sl_workdays_new (self);
  for (guint i = 0; i < self->items->len; i++)
    check_item (self, sl_import_plan_item (self, i));
  for (guint i = 0; i < self->links->len; i++)
    check_link (self, workdays, &g_array_index (self->links, SlImportLink, i));
}

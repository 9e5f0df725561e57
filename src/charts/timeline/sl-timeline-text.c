/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of rows and links: dates, percents, and what a screen reader says. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "base/sl-codes.h"
#include "timeline/sl-timeline-private.h"

/* Lets @text break only after a dash or a comma, not inside a date. */
static char *
keep_dates_whole (const char *text)
{
  GString *kept = g_string_new (NULL);
  gunichar before = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (kept, c == ' ' && before != ',' && before != 0x2013 ? 0xa0 : c);
      before = c;
    }
  return g_string_free (kept, FALSE);
}

char *
sl_timeline_item_dates (const SlTimeline *self, const SlTimelineItem *item)
{
  if (!sl_timeline_item_is_dated (item))
    return g_strdup ("");
  const gint64 reference = self->one_year ? item->due : SL_INT_NULL;
  g_autofree char *dates = sl_day_range_to_text (item->start, item->due, reference);
  g_autofree char *text = NULL;
  if (item->done)
    /* Translators: dates of something that is done: 3 Mar, done */
    text = g_strdup_printf (_ ("%s, done"), dates);
  else if (item->late)
    /* Translators: dates of something that is late: 3 Mar, late */
    text = g_strdup_printf (_ ("%s, late"), dates);
  return keep_dates_whole (text != NULL ? text : dates);
}

char *
sl_timeline_item_percent (const SlTimelineItem *item)
{
  return isnan (item->progress) ? NULL : sl_format_percent (item->progress, 0);
}

const char *
sl_timeline_title (const char *title)
{
  return title != NULL && title[0] != '\0' ? title : _ ("Untitled");
}

/* "task of Production" */
static char *
kind_phrase (const SlTimeline *self, const SlTimelineItem *item)
{
  const char *owner = item->owner != SL_ID_NONE ? sl_snapshot_title (self->plan, item->owner) : "";
  const gboolean owned = owner[0] != '\0';
  switch (item->type)
    {
    case SL_ROW_GROUP:
      return owned ? g_strdup_printf (_ ("group of tasks of %s"), owner)
                   : g_strdup (_ ("group of tasks"));
    case SL_ROW_TASK:
      return owned ? g_strdup_printf (_ ("task of %s"), owner) : g_strdup (_ ("task"));
    case SL_ROW_MILESTONE:
      return owned ? g_strdup_printf (_ ("milestone of %s"), owner) : g_strdup (_ ("milestone"));
    case SL_ROW_GOAL:
      return owned ? g_strdup_printf (_ ("goal of %s"), owner) : g_strdup (_ ("goal"));
    case SL_ROW_HEADING:
    default:
      return NULL;
    }
}

static char *
spoken_dates (const SlTimelineItem *item)
{
  if (!sl_timeline_item_is_dated (item))
    return g_strdup (_ ("no date"));
  g_autofree char *due = sl_day_to_text (item->due);
  if (item->start == item->due)
    return g_steal_pointer (&due);
  g_autofree char *start = sl_day_to_short_text (item->start, item->due);
  /* Translators: a range of dates, as read aloud: 3 Mar to 20 Mar 2026 */
  return g_strdup_printf (_ ("%s to %s"), start, due);
}

static char *
slip_phrase (const SlTimelineItem *item)
{
  if (item->base_due == SL_INT_NULL || !sl_timeline_item_is_dated (item)
      || item->base_due == item->due)
    return NULL;
  const gint64 slip = item->due - item->base_due;
  if (slip > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later than agreed",
                                         "%d days later than agreed", (gulong)slip),
                            (int)slip);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day earlier than agreed",
                                       "%d days earlier than agreed", (gulong)-slip),
                          (int)-slip);
}

static char *
done_phrase (double progress)
{
  g_autofree char *percent = sl_format_percent (progress, 0);
  /* Translators: how much of a task is done: 40 % done */
  return g_strdup_printf (_ ("%s done"), percent);
}

/* Takes @phrase. */
static void
append_phrase (GString *text, char *phrase)
{
  if (phrase != NULL)
    g_string_append_printf (text, ", %s", phrase);
  g_free (phrase);
}

char *
sl_timeline_item_label (const SlTimeline *self, const SlTimelineItem *item)
{
  GString *text = g_string_new (item->title);
  append_phrase (text, kind_phrase (self, item));
  append_phrase (text, spoken_dates (item));
  if (!item->done && !isnan (item->progress))
    append_phrase (text, done_phrase (item->progress));
  if (item->done)
    append_phrase (text, g_strdup (_ ("done")));
  if (item->closed)
    append_phrase (text, g_strdup (_ ("parked or dropped")));
  if (item->late)
    append_phrase (text, g_strdup (_ ("late")));
  if (item->critical)
    append_phrase (text, g_strdup (_ ("critical")));
  append_phrase (text, slip_phrase (item));
  if (item->deadline != SL_INT_NULL)
    {
      g_autofree char *deadline = sl_day_to_text (item->deadline);
      append_phrase (text, g_strdup_printf (_ ("deadline %s"), deadline));
    }
  return g_string_free (text, FALSE);
}

char *
sl_timeline_lag_text (double lag)
{
  if (lag == 0 || isnan (lag))
    return NULL;
  g_autofree char *days = sl_format_number (fabs (lag), 1);
  /* Translators: working days between two linked tasks; the first is a wait, the second a lead */
  return lag > 0 ? g_strdup_printf (_ ("+%s d"), days) : g_strdup_printf (_ ("−%s d"), days);
}

/* "promised for 3 Mar 2026, needed by 1 Mar 2026, 2 days late", or nothing. (transfer full) */
static char *
hand_off_phrase (const SlTimeline *self, guint row)
{
  SlHandOff hand;
  gint64 days = 0;
  GString *text = g_string_new (NULL);
  sl_hand_off_read (&hand, self->plan, row);
  if (hand.promised != SL_INT_NULL)
    {
      g_autofree char *day = sl_day_to_text (hand.promised);
      append_phrase (text, g_strdup_printf (_ ("promised for %s"), day));
    }
  if (hand.needed != SL_INT_NULL)
    {
      g_autofree char *day = sl_day_to_text (hand.needed);
      append_phrase (text, g_strdup_printf (_ ("needed by %s"), day));
    }
  if (sl_hand_off_gap (&hand, &days))
    append_phrase (text, sl_hand_off_gap_text (days));
  return g_string_free (text, FALSE);
}

static char *
link_phrase (const SlTimeline *self, guint row)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  const SlId before = sl_table_ref (links, row, SL_DEPENDENCY_BEFORE);
  const SlId after = sl_table_ref (links, row, SL_DEPENDENCY_AFTER);
  const double lag = sl_table_real (links, row, SL_DEPENDENCY_LAG);
  const char *first = sl_timeline_title (sl_snapshot_title (self->plan, before));
  const char *second = sl_timeline_title (sl_snapshot_title (self->plan, after));
  g_autofree char *text = NULL;
  switch (sl_table_int (links, row, SL_DEPENDENCY_TYPE))
    {
    case SL_DEPENDENCY_SS:
      text = g_strdup_printf (_ ("“%s” starts before “%s” starts"), first, second);
      break;
    case SL_DEPENDENCY_FF:
      text = g_strdup_printf (_ ("“%s” finishes before “%s” finishes"), first, second);
      break;
    case SL_DEPENDENCY_SF:
      text = g_strdup_printf (_ ("“%s” starts before “%s” finishes"), first, second);
      break;
    case SL_DEPENDENCY_FS:
    default:
      text = g_strdup_printf (_ ("“%s” finishes before “%s” starts"), first, second);
      break;
    }
  if (lag == 0 || isnan (lag))
    return g_steal_pointer (&text);
  g_autofree char *days = sl_format_number (fabs (lag), 1);
  /* Translators: what a link says, then the working days between: …, 2 working days later */
  return lag > 0 ? g_strdup_printf (_ ("%s, working days between: %s"), text, days)
                 : g_strdup_printf (_ ("%s, working days of overlap: %s"), text, days);
}

char *
sl_timeline_link_label (const SlTimeline *self, guint row)
{
  g_autofree char *link = link_phrase (self, row);
  g_autofree char *dates = hand_off_phrase (self, row);
  return g_strconcat (link, dates, NULL);
}

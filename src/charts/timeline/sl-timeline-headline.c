/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence above the chart: the worst slip of a milestone against what was agreed; else what
 * comes next and how much is late; else what the chart holds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "sl-words.h"
#include "timeline/sl-timeline-private.h"

/* What comes later than this is not called next; days. */
#define SOON 45

typedef struct
{
  const SlTimelineItem *slipped; /* most days later than agreed */
  const SlTimelineItem *next;    /* first one not done, from today on */
  const SlTimelineItem *overdue; /* the longest overdue */
  guint n_slipped, n_late, n_milestones, n_goals, n_tasks;
} Facts;

static gint64
slip_of (const SlTimelineItem *item)
{
  return item->base_due != SL_INT_NULL && !item->done ? item->due - item->base_due : 0;
}

static void
look_at_milestone (Facts *facts, const SlTimelineItem *item, gint64 today)
{
  facts->n_milestones++;
  if (item->done || item->closed)
    return;
  if (slip_of (item) > 0)
    {
      facts->n_slipped++;
      if (facts->slipped == NULL || slip_of (item) > slip_of (facts->slipped))
        facts->slipped = item;
    }
  if (item->late)
    {
      facts->n_late++;
      if (facts->overdue == NULL || item->due < facts->overdue->due)
        facts->overdue = item;
    }
  else if (item->due >= today && (facts->next == NULL || item->due < facts->next->due))
    facts->next = item;
}

static Facts
gather (const SlTimeline *self)
{
  Facts facts = { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      facts.n_tasks += item->type == SL_ROW_TASK;
      facts.n_goals += item->type == SL_ROW_GOAL;
      if (item->type == SL_ROW_MILESTONE)
        look_at_milestone (&facts, item, self->params->today);
    }
  return facts;
}

static char *
late_phrase (guint n, gboolean first)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s milestone is late", "%s milestones are late", n),
      first ? sl_words_number_first (n) : sl_words_number (n));
}

static char *
slip_sentence (const Facts *facts)
{
  const gint64 slip = slip_of (facts->slipped);
  g_autofree char *title = sl_words_name (facts->slipped->title);
  g_autofree char *date = sl_day_to_text (facts->slipped->due);
  g_autofree char *sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” on %s is %s day later than agreed",
                                      "“%s” on %s is %s days later than agreed", (gulong)slip),
                         title, date, sl_words_number ((guint)slip));
  const guint others = facts->n_slipped - 1;
  if (others == 0)
    return g_steal_pointer (&sentence);
  g_autofree char *more = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s more milestone slips", "%s more milestones slip", others),
      sl_words_number (others));
  /* Translators: the headline of the timeline: what slipped most, then how many others did */
  return g_strdup_printf (_ ("%s; %s"), sentence, more);
}

static char *
next_sentence (const Facts *facts, gint64 today)
{
  const SlTimelineItem *item = facts->next != NULL ? facts->next : facts->overdue;
  g_autofree char *title = sl_words_name (item->title);
  g_autofree char *date = sl_day_to_short_text (item->due, today);
  if (facts->n_late == 0)
    return g_strdup_printf (_ ("Next: “%s” on %s; no milestone is late"), title, date);
  g_autofree char *late = late_phrase (facts->n_late, facts->next == NULL);
  if (facts->next != NULL)
    return g_strdup_printf (_ ("Next: “%s” on %s; %s"), title, date, late);
  /* Translators: how many are late, then the title of the first and its date */
  return g_strdup_printf (_ ("%s, first “%s” (%s)"), late, title, date);
}

/* Takes @phrase. */
static void
append_count (GString *text, guint n, char *phrase)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", phrase);
  g_free (phrase);
}

/* "Jan to Sep 2026" */
static char *
months_text (gint64 first, gint64 last)
{
  g_autofree char *from_year = sl_day_format (first, "%Y");
  g_autofree char *to_year = sl_day_format (last, "%Y");
  /* Translators: month and year, as strftime: Jan 2026 */
  g_autofree char *to = sl_day_format (last, _ ("%b %Y"));
  g_autofree char *from
      = sl_day_format (first, g_str_equal (from_year, to_year) ? "%b" : _ ("%b %Y"));
  g_autofree char *same = sl_day_format (first, _ ("%b %Y"));
  if (g_str_equal (same, to))
    return g_steal_pointer (&to);
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
neutral_sentence (const SlTimeline *self, const Facts *facts)
{
  gint64 first, last;
  GString *text = g_string_new (NULL);
  const guint tasks = facts->n_tasks, milestones = facts->n_milestones, goals = facts->n_goals;
  append_count (
      text, tasks,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", tasks), tasks));
  append_count (
      text, milestones,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u milestone", "%u milestones", milestones),
                       milestones));
  append_count (
      text, goals,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", goals), goals));
  if (sl_timeline_get_span (self, &first, &last))
    {
      g_autofree char *months = months_text (first, last);
      g_string_append_printf (text, ", %s", months);
    }
  else
    g_string_append (text, self->omitted.outside > 0 ? _ ("Nothing is planned for this period")
                                                     : _ ("Nothing has a date yet"));
  return g_string_free (text, FALSE);
}

char *
sl_timeline_headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlTimeline) self = sl_timeline_new (plan, params);
  sl_timeline_make_rows (self);
  const Facts facts = gather (self);
  if (facts.slipped != NULL)
    return slip_sentence (&facts);
  if (facts.n_late > 0 || (facts.next != NULL && facts.next->due <= params->today + SOON))
    return next_sentence (&facts, params->today);
  return neutral_sentence (self, &facts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence above the chart: the worst slip of a milestone against what was agreed; else what
 * comes next and how much is late, of milestones before goals before tasks; else what the chart
 * holds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "sl-words.h"
#include "timeline/sl-timeline-private.h"

/* What comes later than this is not called next; days. */
#define SOON 45

/* What is told of, the weightiest first. */
typedef enum
{
  SORT_MILESTONE,
  SORT_GOAL,
  SORT_TASK,
  N_SORTS
} Sort;

typedef struct
{
  guint n;      /* dated */
  guint n_live; /* neither parked nor dropped */
  guint n_done;
  guint n_late;
  const SlTimelineItem *next;    /* first one not done, from today on */
  const SlTimelineItem *overdue; /* the longest overdue */
} Facts;

typedef struct
{
  Facts sorts[N_SORTS];
  const SlTimelineItem *slipped; /* milestone with most days later than agreed */
  guint n_slipped;
} Picture;

static gint64
slip_of (const SlTimelineItem *item)
{
  return item->base_due != SL_INT_NULL && !item->done && !item->closed ? item->due - item->base_due
                                                                       : 0;
}

static void
look_at (Facts *facts, const SlTimelineItem *item, gint64 today)
{
  facts->n++;
  facts->n_live += !item->closed;
  facts->n_done += item->done && !item->closed;
  facts->n_late += item->late;
  if (item->late && (facts->overdue == NULL || item->due < facts->overdue->due))
    facts->overdue = item;
  if (!item->done && !item->closed && item->due >= today
      && (facts->next == NULL || item->due < facts->next->due))
    facts->next = item;
}

static Picture
gather (const SlTimeline *self)
{
  static const Sort sort_of[] = {
    [SL_ROW_HEADING] = N_SORTS,          [SL_ROW_GROUP] = N_SORTS,  [SL_ROW_TASK] = SORT_TASK,
    [SL_ROW_MILESTONE] = SORT_MILESTONE, [SL_ROW_GOAL] = SORT_GOAL,
  };
  Picture picture = { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      const Sort sort = sort_of[item->type];
      if (!sl_timeline_item_is_dated (item) || sort == N_SORTS)
        continue;
      look_at (&picture.sorts[sort], item, self->params->today);
      const gint64 slip = sort == SORT_MILESTONE ? slip_of (item) : 0;
      picture.n_slipped += slip > 0;
      if (slip > 0 && (picture.slipped == NULL || slip > slip_of (picture.slipped)))
        picture.slipped = item;
    }
  return picture;
}

/* "three milestones are late" (transfer full) */
static char *
count_late (Sort sort, guint n)
{
  const char *number = sl_words_number (n);
  if (sort == SORT_MILESTONE)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s milestone is late", "%s milestones are late", n), number);
  if (sort == SORT_GOAL)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s goal is late", "%s goals are late", n), number);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s task is late", "%s tasks are late", n),
                          number);
}

/* "All three milestones are late" (transfer full) */
static char *
all_late (Sort sort, guint n)
{
  const char *number = sl_words_number (n);
  if (n == 2)
    return g_strdup (sort == SORT_MILESTONE ? _ ("Both milestones are late")
                     : sort == SORT_GOAL    ? _ ("Both goals are late")
                                            : _ ("Both tasks are late"));
  if (sort == SORT_MILESTONE)
    return g_strdup_printf (_ ("All %s milestones are late"), number);
  if (sort == SORT_GOAL)
    return g_strdup_printf (_ ("All %s goals are late"), number);
  return g_strdup_printf (_ ("All %s tasks are late"), number);
}

/* "Three of nine milestones are late" (transfer full) */
static char *
some_late (Sort sort, guint n, guint total)
{
  /* "10 of 15", not "Ten of 15". */
  g_autofree char *digits = g_strdup_printf ("%u", n);
  const char *second = sl_words_number (total);
  const char *first = g_ascii_isdigit (second[0]) ? digits : sl_words_number_first (n);
  if (sort == SORT_MILESTONE)
    return g_strdup_printf (_ ("%s of %s milestones are late"), first, second);
  if (sort == SORT_GOAL)
    return g_strdup_printf (_ ("%s of %s goals are late"), first, second);
  return g_strdup_printf (_ ("%s of %s tasks are late"), first, second);
}

static char *
slip_sentence (const Picture *picture)
{
  const gint64 slip = slip_of (picture->slipped);
  g_autofree char *title = sl_words_name (picture->slipped->title);
  g_autofree char *date = sl_day_to_text (picture->slipped->due);
  g_autofree char *sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” on %s is %s day later than agreed",
                                      "“%s” on %s is %s days later than agreed", (gulong)slip),
                         title, date, sl_words_number ((guint)slip));
  const guint others = picture->n_slipped - 1;
  if (others == 0)
    return g_steal_pointer (&sentence);
  g_autofree char *more = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s more milestone slips", "%s more milestones slip", others),
      sl_words_number (others));
  /* Translators: two parts of a headline: what slipped most, then how many others did */
  return g_strdup_printf (_ ("%s; %s"), sentence, more);
}

/* The first of @from and what follows of which something is late, or N_SORTS. */
static Sort
weightiest_late (const Picture *picture, guint from)
{
  while (from < N_SORTS && picture->sorts[from].n_late == 0)
    from++;
  return from;
}

static char *
late_sentence (const Picture *picture, Sort sort, gint64 today)
{
  const Facts *facts = &picture->sorts[sort];
  g_autofree char *title = sl_words_name (facts->overdue->title);
  g_autofree char *date = sl_day_to_short_text (facts->overdue->due, today);
  if (facts->n_late == 1)
    {
      /* Translators: a title and a date that has passed */
      g_autofree char *one
          = g_strdup_printf (_ ("“%s” was due on %s and is not done"), title, date);
      const Sort other = weightiest_late (picture, sort + 1);
      if (other == N_SORTS)
        return g_steal_pointer (&one);
      g_autofree char *others = count_late (other, picture->sorts[other].n_late);
      return g_strdup_printf (_ ("%s; %s"), one, others);
    }
  g_autofree char *late = facts->n_late == facts->n_live
                              ? all_late (sort, facts->n_late)
                              : some_late (sort, facts->n_late, facts->n_live);
  /* Translators: how many are late, then the title of the first and its date */
  return g_strdup_printf (_ ("%s, first “%s” (%s)"), late, title, date);
}

/* @sort: the weightiest of which something is late, or N_SORTS */
static char *
next_sentence (const Picture *picture, const SlTimelineItem *next, Sort sort, gint64 today)
{
  g_autofree char *title = sl_words_name (next->title);
  g_autofree char *date = sl_day_to_short_text (next->due, today);
  if (sort == N_SORTS)
    return g_strdup_printf (_ ("Next: “%s” on %s; nothing is late"), title, date);
  g_autofree char *late = count_late (sort, picture->sorts[sort].n_late);
  return g_strdup_printf (_ ("Next: “%s” on %s; %s"), title, date, late);
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

/* "2 tasks, 1 milestone" (transfer full) */
static GString *
count_all (guint tasks, guint milestones, guint goals)
{
  GString *text = g_string_new (NULL);
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
  return text;
}

static char *
undated_sentence (const SlTimeline *self)
{
  guint n[SL_ROW_GOAL + 1] = { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    n[sl_timeline_row (self, i)->type]++;
  for (guint i = 0; i < self->undated->len; i++)
    n[g_array_index (self->undated, SlTimelineCell, i).item.type]++;
  if (self->omitted.outside > 0)
    return g_strdup (_ ("Nothing is planned for this period"));
  g_autoptr (GString) all = count_all (n[SL_ROW_TASK], n[SL_ROW_MILESTONE], n[SL_ROW_GOAL]);
  if (all->len == 0)
    return g_strdup (_ ("Nothing has a date yet"));
  /* Translators: then what there is: 2 tasks, 1 goal */
  return g_strdup_printf (_ ("Nothing has a date yet: %s"), all->str);
}

/* What the chart holds, over which months. */
static char *
neutral_sentence (const SlTimeline *self, const Picture *picture)
{
  gint64 first, last;
  guint n_live = 0, n_done = 0;
  const Facts *sorts = picture->sorts;
  if (!sl_timeline_get_span (self, &first, &last))
    return undated_sentence (self);
  for (guint i = 0; i < N_SORTS; i++)
    {
      n_live += sorts[i].n_live;
      n_done += sorts[i].n_done;
    }
  g_autofree char *months = months_text (first, last);
  g_autoptr (GString) all
      = count_all (sorts[SORT_TASK].n, sorts[SORT_MILESTONE].n, sorts[SORT_GOAL].n);
  g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", months);
  if (n_live > 0 && n_done == n_live)
    /* Translators: then what there is: 2 tasks, 1 goal, Mar to May 2026 */
    return g_strdup_printf (_ ("Everything is done: %s"), all->str);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

char *
sl_timeline_headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlTimeline) self = sl_timeline_new (plan, params);
  sl_timeline_make_rows (self);
  const Picture picture = gather (self);
  if (picture.slipped != NULL)
    return slip_sentence (&picture);
  const Sort late = weightiest_late (&picture, 0);
  const SlTimelineItem *next = NULL;
  for (guint i = 0; i < N_SORTS && next == NULL; i++)
    if (picture.sorts[i].next != NULL && picture.sorts[i].next->due <= params->today + SOON)
      next = picture.sorts[i].next;
  if (next != NULL)
    return next_sentence (&picture, next, late, params->today);
  if (late < N_SORTS)
    return late_sentence (&picture, late, params->today);
  return neutral_sentence (self, &picture);
}

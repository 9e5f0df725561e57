/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Resources page: money by source, people and technology by weeks, the bookings behind them,
 * support, and what does not lead to the strategy. */

#include "config.h"

#include "views/sl-resources-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-week-load.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "views/sl-booking-bar.h"
#include "views/sl-tab-page.h"

#define PEAK_CHARS 14
#define DAY_CHARS 12
#define BOOKINGS "bookings"

/* --- People and machines --- */

static gint64
party_type (const SlSnapshot *plan, guint row)
{
  return sl_table_int (sl_snapshot_table (plan, SL_KIND_PARTY), row, SL_PARTY_TYPE);
}

/* Whoever can be booked; departments and partners stand on the Stakeholders page. */
static gboolean
is_worker (const SlSnapshot *plan, guint row, gpointer data)
{
  gint64 type = party_type (plan, row);

  return type == SL_PARTY_PERSON || type == SL_PARTY_TEAM;
}

static gboolean
is_technology (const SlSnapshot *plan, guint row, gpointer data)
{
  return party_type (plan, row) == SL_PARTY_TECHNOLOGY;
}

static gboolean
is_support (const SlSnapshot *plan, guint row, gpointer data)
{
  return sl_table_int (sl_snapshot_table (plan, SL_KIND_PROMISE), row, SL_PROMISE_TYPE)
         == SL_PROMISE_TYPE_SUPPORT;
}

/* @type: code of the type that a new record has */
static gboolean
fill_type (GVariantBuilder *fields, gpointer type)
{
  g_variant_builder_add (fields, "{sv}", "type", g_variant_new_int64 (GPOINTER_TO_INT (type)));
  return TRUE;
}

/* The fullest week. */
static char *
describe_peak (const SlSnapshot *plan, SlId id, gpointer session)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  const SlWeekLoad *weeks;
  SlChartParams params;
  double most = 0;
  int party;

  if (analysis == NULL)
    return NULL;
  sl_chart_params_init (&params); /* weeks as in the picture above */
  weeks = sl_week_load_of (analysis->facts, params.first_weekday);
  party = sl_facts_party (analysis->facts, id);
  if (party < 0 || sl_week_load_fullest (weeks, (guint)party, &most) == SL_INT_NULL)
    return NULL;
  return isinf (most) ? g_strdup (_ ("no capacity")) : sl_format_percent (most, 0);
}

static void
add_peak_column (SlTabPage *page, const char *id)
{
  SlSession *session = sl_tab_page_get_session (page);
  SlRecordTable *table = sl_tab_page_get_table (page, id);

  sl_record_table_add_text_column (table, _ ("Fullest Week"), PEAK_CHARS, TRUE, describe_peak, NULL,
                                   session);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (sl_record_table_update), table, G_CONNECT_SWAPPED);
}

/* --- Bookings --- */

/* (transfer full) (nullable): the first or last day of what is booked for. @last: a boolean */
static char *
describe_day (const SlSnapshot *plan, SlId id, gpointer last)
{
  static const SlKindId kinds[] = { SL_KIND_TASK, SL_KIND_MILESTONE };
  static const guint fields[][2]
      = { { SL_TASK_START, SL_TASK_DUE }, { SL_MILESTONE_DUE, SL_MILESTONE_DUE } };
  const SlTable *bookings = sl_snapshot_table (plan, SL_KIND_ALLOCATION);
  guint row = 0;
  SlId task;

  if (!sl_table_find (bookings, id, &row))
    return NULL;
  task = sl_table_ref (bookings, row, SL_ALLOCATION_TASK);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const SlTable *table = sl_snapshot_table (plan, kinds[i]);
      guint field = fields[i][GPOINTER_TO_INT (last)];

      if (sl_table_find (table, task, &row))
        return sl_table_is_set (table, row, field)
                   ? sl_day_to_text (sl_table_int (table, row, field))
                   : NULL;
    }
  return NULL;
}

/* --- Views --- */

static void
add_budget (SlTabPage *page)
{
  static const char *const columns[]
      = { "item", "party", "planned", "committed", "spent", "day", NULL };
  static const SlRecordTableSpec table = { .kind = SL_KIND_BUDGET, .columns = columns };
  static const SlTabSpec spec = { .id = "budget",
                                  .title = N_ ("Budget"),
                                  .add = N_ ("Budget Line"),
                                  .table = &table,
                                  .chart = &sl_chart_budget };

  sl_tab_page_add (page, &spec);
}

static void
add_people (SlTabPage *page)
{
  static const char *const columns[] = { "type", "capacity", "contact", NULL };
  static const SlRecordTableSpec table = { .kind = SL_KIND_PARTY,
                                           .columns = columns,
                                           .filter = is_worker,
                                           .fill = fill_type,
                                           .data = GINT_TO_POINTER (SL_PARTY_PERSON) };
  static const SlTabSpec spec
      = { .id = "people",
          .title = N_ ("People"),
          .add = N_ ("Person"),
          .table = &table,
          .chart = &sl_chart_people_weeks,
          .empty_picture = SL_KIND_ALLOCATION,
          .empty_words
          = N_ ("Add the people and teams who do the work, and see week by week who has too much"),
          .empty_button = N_ ("_Add First Person") };

  sl_tab_page_add (page, &spec);
  add_peak_column (page, "people");
}

static void
add_technology (SlTabPage *page)
{
  static const char *const columns[] = { "capacity", "contact", "summary", NULL };
  static const SlRecordTableSpec table = { .kind = SL_KIND_PARTY,
                                           .columns = columns,
                                           .filter = is_technology,
                                           .fill = fill_type,
                                           .data = GINT_TO_POINTER (SL_PARTY_TECHNOLOGY) };
  static const SlTabSpec spec = { .id = "technology",
                                  .title = N_ ("Technology"),
                                  .add = N_ ("Technology"),
                                  .table = &table,
                                  .chart = &sl_chart_technology_weeks,
                                  .empty_picture = SL_KIND_ALLOCATION,
                                  .empty_words = N_ ("Add machines and rooms with their capacity, "
                                                     "then book them for tasks"),
                                  .empty_button = N_ ("_Add First Technology") };

  sl_tab_page_add (page, &spec);
  add_peak_column (page, "technology");
}

static void
add_bookings (SlTabPage *page)
{
  static const char *const columns[] = { "task", "party", "units", "role", NULL };
  GtkWidget *bar = sl_booking_bar_new (sl_tab_page_get_session (page));
  const SlRecordTableSpec table = { .kind = SL_KIND_ALLOCATION,
                                    .columns = columns,
                                    .sort = "party",
                                    .fill = sl_booking_bar_fill,
                                    .data = bar };
  const SlTabSpec spec
      = { .id = BOOKINGS, .title = N_ ("Bookings"), .add = N_ ("Booking"), .table = &table };
  SlRecordTable *bookings;

  sl_tab_page_add (page, &spec);
  sl_tab_page_append (page, BOOKINGS, bar);
  bookings = sl_tab_page_get_table (page, BOOKINGS);
  sl_record_table_add_text_column (bookings, _ ("From"), DAY_CHARS, FALSE, describe_day, NULL,
                                   GINT_TO_POINTER (FALSE));
  sl_record_table_move_last (bookings, 2);
  sl_record_table_add_text_column (bookings, _ ("To"), DAY_CHARS, FALSE, describe_day, NULL,
                                   GINT_TO_POINTER (TRUE));
  sl_record_table_move_last (bookings, 3);
}

static void
add_support (SlTabPage *page)
{
  static const char *const columns[]
      = { "from_party", "to_party", "item", "due", "status", "kept_on", NULL };
  static const SlRecordTableSpec table = { .kind = SL_KIND_PROMISE,
                                           .columns = columns,
                                           .sort = "due",
                                           .filter = is_support,
                                           .fill = fill_type,
                                           .data = GINT_TO_POINTER (SL_PROMISE_TYPE_SUPPORT) };
  static const SlTabSpec spec
      = { .id = "support",
          .title = N_ ("Support"),
          .add = N_ ("Support"),
          .table = &table,
          .empty_picture = SL_N_KINDS,
          .empty_words
          = N_ ("Note what one party lends to another: time, rooms, a good word, and by when"),
          .empty_button = N_ ("_Add First Support") };

  sl_tab_page_add (page, &spec);
}

static void
add_charts (SlTabPage *page)
{
  static const SlTabSpec waste = { .id = "waste",
                                   .title = N_ ("Waste"),
                                   .add = N_ ("Budget Line"),
                                   .chart = &sl_chart_waste,
                                   .empty = SL_KIND_GOAL,
                                   .empty_picture = SL_KIND_BUDGET,
                                   .empty_words = N_ ("Write down what the goals cost, and see "
                                                      "here what does not lead to the strategy"),
                                   .empty_button = N_ ("_Add First Budget Line") };
  static const SlTabSpec priorities
      = { .id = "priorities",
          .title = N_ ("Priorities"),
          .chart = &sl_chart_priorities,
          .empty = SL_KIND_GOAL,
          .empty_picture = SL_KIND_PRIORITY,
          .empty_words
          = N_ ("Set side by side how much each goal matters and how much money goes to it"),
          .empty_button = N_ ("_Add First Goal"),
          .empty_action = "win.add-in::goals/tree" };

  sl_tab_page_add (page, &waste);
  sl_tab_page_add (page, &priorities);
}

GtkWidget *
sl_resources_page_new (SlSession *session)
{
  GtkWidget *page = sl_tab_page_new (session);

  add_budget (SL_TAB_PAGE (page));
  add_people (SL_TAB_PAGE (page));
  add_technology (SL_TAB_PAGE (page));
  add_bookings (SL_TAB_PAGE (page));
  add_support (SL_TAB_PAGE (page));
  add_charts (SL_TAB_PAGE (page));
  return page;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Reviews page. */

#include "config.h"

#include "views/sl-reviews-page.h"

#include <glib/gi18n.h>

#include "analysis/sl-check-ins.h"
#include "analysis/sl-direction.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "views/sl-check-in-bar.h"
#include "views/sl-close-bar.h"
#include "views/sl-due-list.h"
#include "views/sl-tab-page.h"
#include "views/sl-trash-view.h"
#include "views/sl-untold-list.h"
#include "widgets/sl-record-menu.h"

#define CHECK_INS "check-ins"
#define OUTCOMES "outcomes"

/* --- Check-ins --- */

static gint64
status_of (const SlSnapshot *plan, guint row)
{
  return sl_table_int (sl_snapshot_table (plan, SL_KIND_GOAL), row, SL_GOAL_STATUS);
}

static gboolean
is_open (const SlSnapshot *plan, guint row, gpointer data)
{
  return status_of (plan, row) <= SL_GOAL_ACTIVE;
}

static gboolean
is_closed (const SlSnapshot *plan, guint row, gpointer data)
{
  return status_of (plan, row) == SL_GOAL_DONE || status_of (plan, row) == SL_GOAL_DROPPED;
}

/* What was said last, as one line. */
static char *
say_last_words (const SlSnapshot *plan, SlId goal, gpointer data)
{
  const char *words = sl_check_in_last_words (plan, goal, NULL);

  return words != NULL ? g_strdelimit (g_strdup (words), "\n\t", ' ') : NULL;
}

/* Whether @goal is closed and nobody said what it came to. */
static gboolean
asks_for_outcome (SlSession *session, SlId goal)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint row = 0;

  return sl_table_find (goals, goal, &row) && is_closed (plan, row, NULL)
         && !sl_table_is_set (goals, row, SL_GOAL_REACHED);
}

/* Goes to the row in which the outcome of @goal is typed. */
static void
ask_outcome (SlTabPage *page, SlId goal)
{
  sl_tab_page_show (page, OUTCOMES);
  sl_session_select (sl_tab_page_get_session (page), goal);
  sl_close_bar_focus (g_object_get_data (G_OBJECT (page), "sl-close-bar"));
}

static void
checked_in_cb (SlCheckInBar *bar, gint64 goal, SlTabPage *page)
{
  if (asks_for_outcome (sl_tab_page_get_session (page), goal))
    {
      ask_outcome (page, goal);
      return;
    }
  SlRecordTable *table = sl_tab_page_get_table (page, CHECK_INS);
  SlId next = sl_record_table_get_next (table, goal);

  if (next != SL_ID_NONE)
    sl_session_select (sl_tab_page_get_session (page), next);
  sl_check_in_bar_focus (bar);
}

static void
check_in_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlTabPage *page = data;
  SlRecordTable *table = sl_tab_page_get_table (page, CHECK_INS);

  sl_tab_page_show (page, CHECK_INS);
  if (!sl_record_table_has_row (table, sl_session_get_selected (sl_tab_page_get_session (page))))
    sl_record_table_focus (table);
  sl_check_in_bar_focus (g_object_get_data (G_OBJECT (page), "sl-check-in-bar"));
}

static void
close_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  ask_outcome (data, sl_session_get_selected (sl_tab_page_get_session (data)));
}

static void
add_check_ins (SlTabPage *page)
{
  static const char *const columns[]
      = { "owner", "progress", "confidence", "status", "assessed", NULL };
  static const SlRecordTableSpec goals
      = { .kind = SL_KIND_GOAL, .columns = columns, .filter = is_open };
  static const SlTabSpec tab
      = { .id = CHECK_INS,
          .title = N_ ("Check-Ins"),
          .add = N_ ("Goal"),
          .table = &goals,
          .empty_picture = SL_N_KINDS,
          .empty_words = N_ ("Say of each open goal in one row how far it is, how sure you are of "
                             "it, and why"),
          .empty_button = N_ ("_Add First Goal") };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("check-in", NULL);
  g_autoptr (GSimpleAction) closing = g_simple_action_new ("close-goal", NULL);
  GtkWidget *bar = sl_check_in_bar_new (sl_tab_page_get_session (page));

  sl_tab_page_add (page, &tab);
  sl_record_table_add_text_column (sl_tab_page_get_table (page, CHECK_INS), _ ("Said last"), 24,
                                   FALSE, say_last_words, NULL, NULL);
  sl_tab_page_append (page, CHECK_INS, bar);
  g_object_set_data (G_OBJECT (page), "sl-check-in-bar", bar);
  g_signal_connect_object (bar, "checked-in", G_CALLBACK (checked_in_cb), page, 0);
  g_signal_connect_object (action, "activate", G_CALLBACK (check_in_action_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  g_signal_connect_object (closing, "activate", G_CALLBACK (close_action_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (closing));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "reviews", G_ACTION_GROUP (actions));
}

/* --- Meetings --- */

static gboolean
fill_today (GVariantBuilder *fields, gpointer data)
{
  g_variant_builder_add (fields, "{sv}", "day", g_variant_new_int64 (sl_day_today ()));
  return TRUE;
}

static char *
say_alignment (const SlSnapshot *plan, SlId id, gpointer data)
{
  const SlTable *reviews = sl_snapshot_table (plan, SL_KIND_REVIEW);
  guint row = 0;

  if (!sl_table_find (reviews, id, &row) || !sl_table_is_set (reviews, row, SL_REVIEW_INDEX))
    return NULL;
  return sl_format_number (sl_table_real (reviews, row, SL_REVIEW_INDEX), 1);
}

static void
add_meetings (SlTabPage *page)
{
  static const char *const columns[] = { "day", "alliance", "feedback", NULL };
  static const SlRecordTableSpec reviews = { .kind = SL_KIND_REVIEW,
                                             .columns = columns,
                                             .sort = "day",
                                             .descending = TRUE,
                                             .fill = fill_today };
  static const SlTabSpec tab
      = { .id = "meetings", .title = N_ ("Meetings"), .add = N_ ("Meeting"), .table = &reviews };

  sl_tab_page_add (page, &tab);
  sl_record_table_add_text_column (sl_tab_page_get_table (page, "meetings"), _ ("Alignment"), 10,
                                   TRUE, say_alignment, NULL, NULL);
  sl_tab_page_append (
      page, "meetings",
      sl_tab_page_make_note (_ ("Minutes are kept in the inspector. Agenda, attendance and "
                                "minutes line by line come with a later version.")));
}

/* --- Decisions and changes --- */

/* “3 of 5”: who has confirmed the change of the goal that a decision is about. */
static char *
say_informed (const SlSnapshot *plan, SlId id, gpointer data)
{
  const SlTable *decisions = sl_snapshot_table (plan, SL_KIND_DECISION);
  guint confirmed = 0;
  guint asked = 0;
  guint row = 0;

  if (sl_table_find (decisions, id, &row))
    asked = sl_check_in_count_informed (plan, sl_table_ref (decisions, row, SL_DECISION_ITEM),
                                        &confirmed);
  return asked > 0 ? g_strdup_printf (_ ("%u of %u"), confirmed, asked) : NULL;
}

static void
untold_action_cb (GSimpleAction *action, GVariant *param, gpointer page)
{
  sl_tab_page_show (page, "decisions");
  gtk_widget_grab_focus (g_object_get_data (page, "sl-untold"));
}

static void
add_untold (SlTabPage *page)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("untold", NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *list = sl_untold_list_new (sl_tab_page_get_session (page));

  sl_tab_page_append_lasting (page, "decisions", list);
  g_object_set_data (G_OBJECT (page), "sl-untold", list);
  g_signal_connect_object (action, "activate", G_CALLBACK (untold_action_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "decisions", G_ACTION_GROUP (actions));
}

static void
add_decisions (SlTabPage *page)
{
  static const char *const columns[]
      = { "day", "type", "item", "owner", "due", "status", "reason", NULL };
  static const SlRecordTableSpec decisions = { .kind = SL_KIND_DECISION,
                                               .columns = columns,
                                               .sort = "day",
                                               .descending = TRUE,
                                               .fill = fill_today };
  static const SlTabSpec tab = {
    .id = "decisions", .title = N_ ("Decisions"), .add = N_ ("Decision"), .table = &decisions
  };

  sl_tab_page_add (page, &tab);
  sl_record_table_add_text_column (sl_tab_page_get_table (page, "decisions"), _ ("Informed"), 10,
                                   TRUE, say_informed, NULL, NULL);
  add_untold (page);
}

/* --- Changes --- */

static char *
say_field (const SlSnapshot *plan, SlId id, gpointer data)
{
  const SlField *field = NULL;
  guint row = 0;

  if (sl_table_find (sl_snapshot_table (plan, SL_KIND_VERSION), id, &row))
    field = sl_version_field (plan, row);
  return field != NULL ? g_strdup (_ (field->nick)) : NULL;
}

/* What was changed, from what to what, why and by whom. Nobody adds one: commands do. */
static void
add_changes (SlTabPage *page)
{
  static const char *const columns[]
      = { "day", "item", "before", "after", "reason", "decided_by", NULL };
  static const SlRecordTableSpec versions
      = { .kind = SL_KIND_VERSION, .columns = columns, .sort = "day", .descending = TRUE };
  static const SlTabSpec tab = { .id = "changes",
                                 .title = N_ ("Changes"),
                                 .empty = SL_KIND_VERSION,
                                 .empty_action = "win.page::goals" };
  GtkWidget *table = sl_record_table_new (sl_tab_page_get_session (page), &versions);

  sl_record_table_add_text_column (SL_RECORD_TABLE (table), _ ("Field"), 9, FALSE, say_field, NULL,
                                   NULL);
  sl_tab_page_add_filled (page, &tab, table);
  sl_record_menu_attach_table (sl_tab_page_get_session (page), GTK_WIDGET (page), NULL,
                               SL_RECORD_TABLE (table));
}

/* --- Outcomes --- */

static gboolean
fill_closed (GVariantBuilder *fields, gpointer data)
{
  g_variant_builder_add (fields, "{sv}", "status", g_variant_new_int64 (SL_GOAL_DONE));
  g_variant_builder_add (fields, "{sv}", "closed", g_variant_new_int64 (sl_day_today ()));
  return TRUE;
}

static void
add_outcomes (SlTabPage *page)
{
  static const char *const columns[]
      = { "status", "closed", "owner", "reached", "outcome", "lesson", NULL };
  static const SlRecordTableSpec goals = { .kind = SL_KIND_GOAL,
                                           .columns = columns,
                                           .sort = "closed",
                                           .descending = TRUE,
                                           .filter = is_closed,
                                           .fill = fill_closed };
  static const SlTabSpec tab
      = { .id = OUTCOMES,
          .title = N_ ("Outcomes"),
          .add = N_ ("Closed Goal"),
          .table = &goals,
          .empty_picture = SL_N_KINDS,
          .empty_words = N_ ("When a goal is closed, say what came of it and what it taught"),
          .empty_button = N_ ("_Add First Closed Goal") };
  GtkWidget *bar = sl_close_bar_new (sl_tab_page_get_session (page));

  sl_tab_page_add (page, &tab);
  sl_tab_page_append (page, OUTCOMES, bar);
  sl_tab_page_append (
      page, OUTCOMES,
      sl_tab_page_make_note (_ ("A lesson is kept with the closed goal that taught it. Feedback "
                                "rounds, and lessons that come back when the same finding does, "
                                "come with a later version.")));
  g_object_set_data (G_OBJECT (page), "sl-close-bar", bar);
}

static void
outcome_asked_cb (SlDueList *list, gint64 goal, SlTabPage *page)
{
  ask_outcome (page, goal);
}

static void
add_due (SlTabPage *page)
{
  static const SlTabSpec tab
      = { .id = "due",
          .title = N_ ("Due"),
          .empty = SL_KIND_GOAL,
          .empty_picture = SL_KIND_NOTE,
          .empty_words = N_ ("Goals, positions and numbers that nobody looked at for long are "
                             "asked about here: still true?"),
          .empty_button = N_ ("_Add First Goal"),
          .empty_action = "win.add-in::goals/tree" };
  GtkWidget *list = sl_due_list_new (sl_tab_page_get_session (page));

  sl_tab_page_add_filled (page, &tab, list);
  g_signal_connect_object (list, "outcome-asked", G_CALLBACK (outcome_asked_cb), page, 0);
}

GtkWidget *
sl_reviews_page_new (SlSession *session)
{
  SlTabPage *page = SL_TAB_PAGE (sl_tab_page_new (session));

  add_check_ins (page);
  add_due (page);
  add_meetings (page);
  add_decisions (page);
  add_changes (page);
  add_outcomes (page);
  sl_tab_page_add_widget (page, "trash", N_ ("Deleted"), sl_trash_view_new (session));
  return GTK_WIDGET (page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Direction page. */

#include "config.h"

#include "views/sl-direction-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-analysis.h"
#include "analysis/sl-direction.h"
#include "analysis/sl-goal-state.h"
#include "analysis/sl-kpi-series.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "views/sl-swot-view.h"
#include "views/sl-tab-page.h"
#include "views/sl-vision-form.h"

/* --- Objectives --- */

static gboolean
is_objective (const SlSnapshot *plan, guint row, gpointer data)
{
  return sl_table_int (sl_snapshot_table (plan, SL_KIND_GOAL), row, SL_GOAL_LEVEL)
         == SL_GOAL_LEVEL_OBJECTIVE;
}

static gboolean
make_objective (GVariantBuilder *fields, gpointer data)
{
  g_variant_builder_add (fields, "{sv}", "level", g_variant_new_int64 (SL_GOAL_LEVEL_OBJECTIVE));
  g_variant_builder_add (fields, "{sv}", "shared", g_variant_new_int64 (1));
  return TRUE;
}

/* How many goals stand below @goal, at any depth. */
static guint
count_below (const SlSnapshot *plan, SlId goal)
{
  guint n = 0;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_GOAL, goal, &n);
  guint all = n;

  for (guint i = 0; i < n; i++)
    all += count_below (plan, children[i]);
  return all;
}

static char *
say_below (const SlSnapshot *plan, SlId id, gpointer data)
{
  guint n = count_below (plan, id);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", n), n);
}

/* --- Values --- */

static char *
say_serving (const SlSnapshot *plan, SlId id, gpointer data)
{
  return g_strdup_printf ("%u", sl_value_count_marks (plan, id, SL_VALUE_EFFECT_SERVES));
}

static char *
say_straining (const SlSnapshot *plan, SlId id, gpointer data)
{
  return g_strdup_printf ("%u", sl_value_count_marks (plan, id, SL_VALUE_EFFECT_STRAINS));
}

/* --- Current state --- */

/* The newest value of a KPI with its day: “42 (3 Nov)”; NULL without one. */
static char *
say_newest (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  gint64 newest = SL_INT_NULL;
  double value = sl_kpi_newest_value (plan, kpi, sl_day_today (), &newest);
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;

  if (isnan (value))
    return NULL;
  number = sl_format_number (value, 2);
  day = sl_day_to_short_text (newest, sl_day_today ());
  /* Translators: a measured value and its day: “42 (3 Nov)” */
  return g_strdup_printf (_ ("%s (%s)"), number, day);
}

/* How far @id was when the state was frozen last, and is today: “12 % → 30 %”; NULL without both.
 */
static char *
say_as_is (const SlSnapshot *plan, SlId id, gpointer session)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  double then = sl_as_is_value (plan, sl_as_is_newest (plan), id);
  gboolean is_goal = sl_table_find (sl_snapshot_table (plan, SL_KIND_GOAL), id, NULL);
  const SlGoalState *state;
  double now = NAN;
  g_autofree char *before = NULL;
  g_autofree char *today = NULL;

  if (isnan (then) || analysis == NULL)
    return NULL;
  state = is_goal ? sl_goal_progress_get (analysis->facts->progress, id) : NULL;
  if (state != NULL)
    now = state->progress;
  else if (!is_goal)
    sl_goal_progress_get_kpi (analysis->facts->progress, id, &now);
  before = is_goal ? sl_format_percent (then, 0) : sl_format_number (then, 2);
  today = isnan (now) ? g_strdup ("?")
          : is_goal   ? sl_format_percent (now, 0)
                      : sl_format_number (now, 2);
  /* Translators: how far it was when the state was frozen, and is today */
  return g_strdup_printf (_ ("%s → %s"), before, today);
}

static void
analysis_changed_cb (SlRecordTable *table)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (table)))
    sl_record_table_update (table);
}

static void
add_as_is_column (SlTabPage *page, const char *tab)
{
  SlSession *session = sl_tab_page_get_session (page);
  SlRecordTable *table = sl_tab_page_get_table (page, tab);

  sl_record_table_add_text_column (table, _ ("As-is → today"), 13, TRUE, say_as_is, NULL, session);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (analysis_changed_cb), table, G_CONNECT_SWAPPED);
  g_signal_connect (table, "map", G_CALLBACK (analysis_changed_cb), NULL);
}

static void
freeze_cb (SlSession *session)
{
  g_autofree char *day = sl_day_to_text (sl_day_today ());
  /* Translators: the name of a frozen state; a date */
  g_autofree char *title = g_strdup_printf (_ ("As-is of %s"), day);

  if (sl_session_run (session, "state.freeze", g_variant_new ("(s)", title), NULL))
    sl_session_say_undoable (session, _ ("SWOT, progress and KPIs are kept as they are today"));
}

/* “Frozen last: At the start, 7 Sep 2026” */
static void
show_frozen (GtkLabel *label, SlSession *session)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  const SlTable *states = sl_snapshot_table (plan, SL_KIND_AS_IS);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  guint row = 0;

  if (!sl_table_find (states, sl_as_is_newest (plan), &row))
    {
      gtk_label_set_text (label, _ ("No state is frozen yet: freeze one, and later days are set "
                                    "against it."));
      return;
    }
  day = sl_table_is_set (states, row, SL_AS_IS_DAY)
            ? sl_day_to_short_text (sl_table_int (states, row, SL_AS_IS_DAY), sl_day_today ())
            : g_strdup ("?");
  /* Translators: title and day of a frozen state */
  text = g_strdup_printf (_ ("Frozen last: %s, %s"), sl_table_text (states, row, SL_AS_IS_TITLE),
                          day);
  gtk_label_set_text (label, text);
}

static void
session_changed_cb (SlSession *session, SlChangeSet *changes, GtkLabel *label)
{
  show_frozen (label, session);
}

static GtkWidget *
make_freeze_bar (SlSession *session)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
  GtkWidget *button = g_object_new (
      GTK_TYPE_BUTTON, "label", _ ("Freeze the State"), "tooltip-text",
      _ ("Keep SWOT, progress of goals and values of KPIs as they are today"), NULL);

  gtk_widget_add_css_class (bar, "sl-toolbar");
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (freeze_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), label, 0);
  show_frozen (GTK_LABEL (label), session);
  return bar;
}

/* --- Signals --- */

static gboolean
make_signal (GVariantBuilder *fields, gpointer data)
{
  g_variant_builder_add (fields, "{sv}", "day", g_variant_new_int64 (sl_day_today ()));
  return TRUE;
}

GtkWidget *
sl_direction_page_new (SlSession *session)
{
  static const char *const objective_columns[]
      = { "measure", "owner", "due", "status", "weight", NULL };
  static const char *const state_columns[]
      = { "baseline", "unit", "baseline_day", "source", "target", NULL };
  static const char *const signal_columns[] = { "day", "goal", "source", "reviewed", NULL };
  static const SlRecordTableSpec objectives = { .kind = SL_KIND_GOAL,
                                                .columns = objective_columns,
                                                .filter = is_objective,
                                                .fill = make_objective };
  static const SlRecordTableSpec values = { .kind = SL_KIND_CORE_VALUE };
  static const SlRecordTableSpec state = { .kind = SL_KIND_KPI, .columns = state_columns };
  static const SlRecordTableSpec signs = { .kind = SL_KIND_SIGNAL,
                                           .columns = signal_columns,
                                           .sort = "day",
                                           .descending = TRUE,
                                           .fill = make_signal };
  static const SlTabSpec tabs[] = {
    { .id = "values", .title = N_ ("Values"), .add = N_ ("Value"), .table = &values },
    { .id = "objectives",
      .title = N_ ("Objectives"),
      .add = N_ ("Objective"),
      .table = &objectives,
      .empty_picture = SL_N_KINDS,
      .empty_words = N_ ("Write down the few things that all parties want; every goal below serves "
                         "one of them"),
      .empty_button = N_ ("_Add First Objective") },
    { .id = "current-state",
      .title = N_ ("Current State"),
      .add = N_ ("KPI"),
      .table = &state,
      .empty_picture = SL_N_KINDS,
      .empty_words = N_ ("Write down where you start: each number with its day and who says so"),
      .empty_button = N_ ("_Add First KPI") },
    { .id = "signals", .title = N_ ("Signals"), .add = N_ ("Signal"), .table = &signs },
  };
  static const SlTabSpec swot
      = { .id = "swot", .title = N_ ("SWOT"), .empty = SL_KIND_SWOT, .empty_action = "swot.add" };
  GtkWidget *page = sl_tab_page_new (session);
  GtkWidget *lists = sl_swot_view_new (session);

  sl_tab_page_add_widget (SL_TAB_PAGE (page), "vision", N_ ("Vision"),
                          sl_vision_form_new (session));
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    sl_tab_page_add (SL_TAB_PAGE (page), &tabs[i]);
  gtk_widget_insert_action_group (page, "swot", sl_swot_view_get_actions (lists));
  sl_tab_page_add_filled (SL_TAB_PAGE (page), &swot, lists);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "values"),
                                   _ ("Goals that serve it"), 11, TRUE, say_serving, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "values"),
                                   _ ("Goals that strain it"), 11, TRUE, say_straining, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "objectives"),
                                   _ ("Served by"), 11, TRUE, say_below, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "current-state"),
                                   _ ("Newest value"), 14, TRUE, say_newest, NULL, NULL);
  add_as_is_column (SL_TAB_PAGE (page), "objectives");
  add_as_is_column (SL_TAB_PAGE (page), "current-state");
  sl_tab_page_append_lasting (SL_TAB_PAGE (page), "current-state", make_freeze_bar (session));
  return page;
}

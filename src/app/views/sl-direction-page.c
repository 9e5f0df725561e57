/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Direction page. */

#include "config.h"

#include "views/sl-direction-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-direction.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
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
  const SlTable *values = sl_snapshot_table (plan, SL_KIND_KPI_VALUE);
  gint64 newest = SL_INT_NULL;
  double value = NAN;
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;

  for (guint row = 0; row < sl_table_n_rows (values); row++)
    {
      gint64 at = sl_table_int (values, row, SL_KPI_VALUE_DAY);

      if (sl_table_ref (values, row, SL_KPI_VALUE_KPI) != kpi || at < newest
          || at > sl_day_today ())
        continue;
      newest = at;
      value = sl_table_real (values, row, SL_KPI_VALUE_VALUE);
    }
  if (isnan (value))
    return NULL;
  number = sl_format_number (value, 2);
  day = sl_day_to_short_text (newest, sl_day_today ());
  /* Translators: a measured value and its day: “42 (3 Nov)” */
  return g_strdup_printf (_ ("%s (%s)"), number, day);
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
      = { "goal", "baseline", "unit", "baseline_day", "source", "target", NULL };
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
      .table = &objectives },
    { .id = "current-state", .title = N_ ("Current State"), .add = N_ ("KPI"), .table = &state },
    { .id = "signals", .title = N_ ("Signals"), .add = N_ ("Signal"), .table = &signs },
  };
  GtkWidget *page = sl_tab_page_new (session);

  sl_tab_page_add_widget (SL_TAB_PAGE (page), "vision", N_ ("Vision"),
                          sl_vision_form_new (session));
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    sl_tab_page_add (SL_TAB_PAGE (page), &tabs[i]);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "values"),
                                   _ ("Goals that serve it"), 11, TRUE, say_serving, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "values"),
                                   _ ("Goals that strain it"), 11, TRUE, say_straining, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "objectives"),
                                   _ ("Served by"), 11, TRUE, say_below, NULL, NULL);
  sl_record_table_add_text_column (sl_tab_page_get_table (SL_TAB_PAGE (page), "current-state"),
                                   _ ("Newest value"), 14, TRUE, say_newest, NULL, NULL);
  return page;
}

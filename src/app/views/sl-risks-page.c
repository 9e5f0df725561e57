/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Risks page: the matrix above the register, and the contingency plans with their triggers. A
 * plan is started from either. */

#include "config.h"

#include "views/sl-risks-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-analysis.h"
#include "analysis/sl-risks.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "views/sl-risk-view.h"
#include "views/sl-tab-page.h"

#define SCORE_CHARS 6
#define TASKS_CHARS 10
#define TRIGGER_CHARS 26

/* --- Computed columns --- */

static char *
describe_score (const SlSnapshot *plan, SlId id, gpointer residual)
{
  const SlTable *risks = sl_snapshot_table (plan, SL_KIND_RISK);
  guint row = 0;
  guint score = sl_table_find (risks, id, &row)
                    ? sl_risk_score (risks, row, GPOINTER_TO_INT (residual))
                    : 0;

  return score > 0 ? g_strdup_printf ("%u", score) : NULL;
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  guint left = 0;
  guint right = 0;
  SlRecord *records[] = { (SlRecord *)a, (SlRecord *)b };
  guint *scores[] = { &left, &right };

  for (guint i = 0; i < 2; i++)
    {
      g_auto (SlValue) probability = sl_record_get_value (records[i], SL_RISK_PROBABILITY);
      g_auto (SlValue) impact = sl_record_get_value (records[i], SL_RISK_IMPACT);

      if (probability.type == SL_VALUE_INT && impact.type == SL_VALUE_INT)
        *scores[i] = (guint)(probability.i * impact.i);
    }
  return (left > right) - (left < right);
}

/* "Met: 3.2, limit 4" */
static char *
describe_limit (const SlTable *risks, guint row, guint field, double current, gboolean met)
{
  g_autofree char *limit = sl_format_number (sl_table_real (risks, row, field), 2);
  g_autofree char *value
      = isnan (current) ? g_strdup (_ ("no value yet")) : sl_format_number (current, 2);

  /* Translators: value of a KPI and the limit at which a contingency plan starts */
  return g_strdup_printf (met ? _ ("Met: %s, limit %s") : _ ("Watched: %s, limit %s"), value,
                          limit);
}

/* (transfer full) (nullable): what is looked at until the trigger is met. */
static char *
describe_watch (const SlTable *risks, guint row, double current)
{
  g_autofree char *day = NULL;

  if (!sl_table_is_set (risks, row, SL_RISK_PLAN)
      || sl_table_int (risks, row, SL_RISK_STATUS) == SL_RISK_CLOSED)
    return NULL;
  if (sl_table_is_set (risks, row, SL_RISK_TRIGGER_KPI))
    for (guint field = SL_RISK_TRIGGER_ABOVE; field <= SL_RISK_TRIGGER_BELOW; field++)
      if (sl_table_is_set (risks, row, field))
        return describe_limit (risks, row, field, current, FALSE);
  if (!sl_table_is_set (risks, row, SL_RISK_TRIGGER_DAY))
    return sl_table_is_set (risks, row, SL_RISK_TRIGGER) ? g_strdup (_ ("Waits for an event"))
                                                         : NULL;
  day = sl_day_to_text (sl_table_int (risks, row, SL_RISK_TRIGGER_DAY));
  /* Translators: a day on which a contingency plan starts */
  return g_strdup_printf (_ ("Waits until %s"), day);
}

static char *
describe_trigger (const SlSnapshot *plan, SlId id, gpointer session)
{
  const SlTable *risks = sl_snapshot_table (plan, SL_KIND_RISK);
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  g_autofree char *day = NULL;
  double current = 0;
  gint64 since;
  guint row = 0;

  if (!sl_table_find (risks, id, &row))
    return NULL;
  since = sl_table_int (risks, row, SL_RISK_ACTIVATED);
  if (since != SL_INT_NULL)
    {
      day = sl_day_to_text (since);
      return g_strdup_printf (_ ("Active since %s"), day);
    }
  if (analysis == NULL)
    return NULL;
  switch (sl_risk_trigger (risks, row, analysis->facts->progress, sl_day_today (), &current))
    {
    case SL_TRIGGER_ABOVE:
      return describe_limit (risks, row, SL_RISK_TRIGGER_ABOVE, current, TRUE);
    case SL_TRIGGER_BELOW:
      return describe_limit (risks, row, SL_RISK_TRIGGER_BELOW, current, TRUE);
    case SL_TRIGGER_DAY:
      day = sl_day_to_text (sl_table_int (risks, row, SL_RISK_TRIGGER_DAY));
      return g_strdup_printf (_ ("Met: %s"), day);
    case SL_TRIGGER_HAPPENED:
      return g_strdup (_ ("Met: it happened"));
    case SL_TRIGGER_NOT_MET:
    default:
      return describe_watch (risks, row, current);
    }
}

/* "2 wait", "1 of 3 done": the tasks of the plan. (transfer full) (nullable) */
static char *
describe_tasks (const SlSnapshot *plan, SlId id, gpointer data)
{
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  guint n = 0, waiting = 0, done = 0;
  const guint *rows = sl_table_referrers (tasks, SL_TASK_RISK, id, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 status = sl_table_int (tasks, rows[i], SL_TASK_STATUS);

      waiting += status == SL_TASK_PARKED;
      done += status == SL_TASK_DONE;
    }
  if (n == 0)
    return NULL;
  if (waiting > 0)
    /* Translators: how many tasks of a contingency plan are parked */
    return g_strdup_printf (ngettext ("%u waits", "%u wait", waiting), waiting);
  /* Translators: tasks of a contingency plan */
  return g_strdup_printf (_ ("%u of %u done"), done, n);
}

/* --- Starting a plan --- */

static SlId
selected_risk (SlSession *session)
{
  SlId id = sl_session_get_selected (session);

  return sl_table_find (sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_RISK), id,
                        NULL)
             ? id
             : SL_ID_NONE;
}

static gboolean
can_start (SlSession *session)
{
  const SlTable *risks = sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_RISK);
  guint row = 0;

  return sl_table_find (risks, sl_session_get_selected (session), &row)
         && !sl_table_is_set (risks, row, SL_RISK_ACTIVATED);
}

static void
start_plan_cb (GSimpleAction *action, GVariant *param, gpointer page)
{
  SlSession *session = sl_tab_page_get_session (page);
  SlRecordTable *table = sl_tab_page_get_table (page, sl_tab_page_get_visible (page));
  SlId id = selected_risk (session);
  g_autofree char *text = NULL;

  if (id == SL_ID_NONE
      || !sl_session_run (session, "risk.activate", g_variant_new ("(x)", id), NULL))
    return;
  text = g_strdup_printf (_ ("The contingency plan of “%s” is active: its tasks are open"),
                          sl_snapshot_title (sl_session_get_snapshot (session), id));
  sl_session_say_undoable (session, text);
  /* The button and the menu that did it are gone. */
  if (table != NULL)
    sl_record_table_focus (table);
}

static void
update_action (GSimpleAction *action)
{
  SlTabPage *page = g_object_get_data (G_OBJECT (action), "sl-page");

  g_simple_action_set_enabled (action, can_start (sl_tab_page_get_session (page)));
}

static void
add_action (SlTabPage *page)
{
  SlSession *session = sl_tab_page_get_session (page);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("start-plan", NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Start _Plan"));

  g_object_set_data (G_OBJECT (action), "sl-page", page);
  g_signal_connect_object (action, "activate", G_CALLBACK (start_plan_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "risk", G_ACTION_GROUP (group));
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update_action), action,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_action), action,
                           G_CONNECT_SWAPPED);
  update_action (action);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "risk.start-plan");
  gtk_widget_set_tooltip_text (
      button, _ ("Start the contingency plan of the selected risk: its parked tasks are opened"));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  sl_tab_page_add_tool (page, button);
}

/* --- Views --- */

static void
add_matrix (SlTabPage *page)
{
  static const char *const columns[]
      = { "item",   "owner", "probability", "impact", "residual_probability", "residual_impact",
          "status", NULL };
  static const SlRecordTableSpec table
      = { .kind = SL_KIND_RISK, .columns = columns, .sort = "title" };
  static const SlTabSpec spec = { .id = "matrix",
                                  .title = N_ ("Matrix"),
                                  .add = N_ ("Risk"),
                                  .table = &table,
                                  .chart = &sl_chart_risk_matrix,
                                  .view = sl_risk_view_new };
  SlRecordTable *risks;

  sl_tab_page_add (page, &spec);
  sl_tab_page_append (page, "matrix",
                      sl_tab_page_make_note (_ (
                          "Drag a risk, or move it with Ctrl and the arrow keys; with Shift what "
                          "is left of it after countermeasures")));
  risks = sl_tab_page_get_table (page, "matrix");
  sl_record_table_add_text_column (risks, _ ("Score"), SCORE_CHARS, TRUE, describe_score,
                                   compare_scores, NULL);
  sl_record_table_move_last (risks, 1);
  sl_record_table_add_text_column (risks, _ ("Left"), SCORE_CHARS, TRUE, describe_score, NULL,
                                   GINT_TO_POINTER (TRUE));
  sl_record_table_move_last (risks, 2);
}

static void
add_plans (SlTabPage *page)
{
  static const char *const columns[]
      = { "plan",          "trigger_text",  "trigger_day", "trigger_kpi",
          "trigger_above", "trigger_below", "owner",       NULL };
  static const SlRecordTableSpec table
      = { .kind = SL_KIND_RISK, .columns = columns, .sort = "title" };
  static const SlTabSpec spec
      = { .id = "plans",
          .title = N_ ("Contingency Plans"),
          .add = N_ ("Risk"),
          .table = &table,
          .empty_picture = SL_N_KINDS,
          .empty_words
          = N_ ("Say what is done when a risk comes true, and what sets the plan going"),
          .empty_button = N_ ("_Add First Risk") };
  SlSession *session = sl_tab_page_get_session (page);
  SlRecordTable *plans;

  sl_tab_page_add (page, &spec);
  plans = sl_tab_page_get_table (page, "plans");
  sl_record_table_add_text_column (plans, _ ("State"), TRIGGER_CHARS, FALSE, describe_trigger, NULL,
                                   session);
  sl_record_table_move_last (plans, 1);
  sl_record_table_add_text_column (plans, _ ("Tasks"), TASKS_CHARS, FALSE, describe_tasks, NULL,
                                   NULL);
  sl_record_table_move_last (plans, 2);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (sl_record_table_update), plans, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_risks_page_new (SlSession *session)
{
  GtkWidget *page = sl_tab_page_new (session);

  add_matrix (SL_TAB_PAGE (page));
  add_plans (SL_TAB_PAGE (page));
  add_action (SL_TAB_PAGE (page));
  return page;
}

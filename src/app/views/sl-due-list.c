/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two groups that follow the analysis. They are made anew only when what they say is something
 * else.
 */

#include "config.h"

#include "views/sl-due-list.h"

#include <glib/gi18n.h>

#include "analysis/sl-analysis.h"
#include "analysis/sl-reassess.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-text.h"
#include "model/sl-search.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-form.h"

/* The title of a group counts all; what is late the longest comes first. */
#define MAX_ROWS 20

struct _SlDueList
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  SlSession *session;
  char *shown; /* what the rows say, to compare */
};

G_DEFINE_FINAL_TYPE (SlDueList, sl_due_list, GTK_TYPE_WIDGET)

static guint outcome_asked;

/* --- What is due --- */

/* “KPI, last 3 Oct 2026, 14 days late” (transfer full) */
static char *
say_clock (const SlReassess *clocks, const SlReassessment *clock)
{
  gint64 late = sl_reassess_days_late (clocks, clock);
  g_autofree char *kind = sl_text_capitalize (_ (sl_kind (clock->kind)->nick));
  g_autofree char *day = sl_day_to_short_text (clock->last, sl_day_today ());

  return g_strdup_printf (
      /* Translators: a kind of record, the day on which somebody looked at it last, and how late */
      g_dngettext (GETTEXT_PACKAGE, "%s, last looked at %s, %d day late",
                   "%s, last looked at %s, %d days late", (gulong)late),
      kind, day, (int)late);
}

/* (transfer full) */
static char *
name_of (SlSnapshot *plan, SlId id)
{
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  return sl_snapshot_find (plan, id, &kind, &row) ? sl_search_title (plan, kind, row)
                                                  : g_strdup ("");
}

/* Closed goals without a word on what they came to. (transfer full) (element-type SlId) */
static GArray *
find_unsaid (SlSnapshot *plan)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    {
      gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
      SlId id = sl_table_id (goals, row);

      if ((status == SL_GOAL_DONE || status == SL_GOAL_DROPPED)
          && !sl_table_is_set (goals, row, SL_GOAL_REACHED))
        g_array_append_val (found, id);
    }
  return found;
}

/* --- Rows --- */

static void
record_activated_cb (GtkWidget *row, SlDueList *self)
{
  sl_session_select (self->session, sl_form_get_id (row));
}

static void
renew_clicked_cb (GtkWidget *button, SlDueList *self)
{
  SlId id = sl_form_get_id (button);

  sl_clock_renew (self->session, &id, 1);
}

static void
outcome_activated_cb (GtkWidget *row, SlDueList *self)
{
  g_signal_emit (self, outcome_asked, 0, (gint64)sl_form_get_id (row));
}

static GtkWidget *
add_group (SlDueList *self, const char *title, guint n)
{
  g_autofree char *counted = g_strdup_printf ("%s (%u)", title, n);

  return sl_form_add_group (self->box, counted);
}

static void
add_due (SlDueList *self, const SlReassess *clocks, const GArray *due)
{
  GtkWidget *group = add_group (self, _ ("Still True?"), due->len);

  for (guint i = 0; i < MIN (due->len, MAX_ROWS); i++)
    {
      const SlReassessment *clock = &g_array_index (due, SlReassessment, i);
      g_autofree char *title = name_of (sl_session_get_snapshot (self->session), clock->id);
      g_autofree char *when = say_clock (clocks, clock);
      GtkWidget *row = sl_form_link_row (title, when, G_CALLBACK (record_activated_cb), self);
      GtkWidget *button = sl_form_add_button (row, "object-select-symbolic", _ ("Still true"),
                                              G_CALLBACK (renew_clicked_cb), self);

      sl_form_set_id (row, clock->id);
      sl_form_set_id (button, clock->id);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (due->len == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               sl_form_row (_ ("Nothing asks to be looked at again"), NULL));
}

static void
add_unsaid (SlDueList *self, const GArray *goals)
{
  GtkWidget *group;

  if (goals->len == 0)
    return;
  group = add_group (self, _ ("Closed, and Nobody Said What Came of It"), goals->len);
  for (guint i = 0; i < MIN (goals->len, MAX_ROWS); i++)
    {
      SlId id = g_array_index (goals, SlId, i);
      GtkWidget *row
          = sl_form_link_row (sl_snapshot_title (sl_session_get_snapshot (self->session), id), NULL,
                              G_CALLBACK (outcome_activated_cb), self);

      sl_form_set_id (row, id);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

/* (transfer full) */
static char *
sign (SlSnapshot *plan, const SlReassess *clocks, const GArray *due, const GArray *unsaid)
{
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    {
      const SlReassessment *clock = &g_array_index (due, SlReassessment, i);
      g_autofree char *title = name_of (plan, clock->id);
      g_autofree char *when = say_clock (clocks, clock);

      g_string_append_printf (signature, "%" G_GINT64_FORMAT " %s %s\n", clock->id, title, when);
    }
  for (guint i = 0; i < unsaid->len; i++)
    g_string_append_printf (signature, "%" G_GINT64_FORMAT " %s\n", g_array_index (unsaid, SlId, i),
                            sl_snapshot_title (plan, g_array_index (unsaid, SlId, i)));
  return g_string_free (signature, FALSE);
}

static void
update (SlDueList *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlReassess *clocks;
  g_autoptr (GArray) unsaid = NULL;
  g_autofree char *signature = NULL;

  if (analysis == NULL)
    return;
  clocks = sl_reassess_of (analysis->facts);
  unsaid = find_unsaid (plan);
  signature = sign (plan, clocks, sl_reassess_get_due (clocks), unsaid);
  if (g_strcmp0 (signature, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signature);
  sl_form_clear (self->box);
  add_due (self, clocks, sl_reassess_get_due (clocks));
  add_unsaid (self, unsaid);
}

static void
sl_due_list_dispose (GObject *object)
{
  SlDueList *self = SL_DUE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_due_list_parent_class)->dispose (object);
}

static void
sl_due_list_class_init (SlDueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_due_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  outcome_asked = g_signal_new ("outcome-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sl_due_list_init (SlDueList *self)
{
  self->box = sl_form_fill (GTK_WIDGET (self), &self->scroller);
}

GtkWidget *
sl_due_list_new (SlSession *session)
{
  SlDueList *self = g_object_new (SL_TYPE_DUE_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

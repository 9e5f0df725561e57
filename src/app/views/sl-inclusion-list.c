/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inclusion check as a list: Enter on a row leads to the cell of the matrix where the answer is
 * typed, its button plans a task that asks. */

#include "config.h"

#include "views/sl-inclusion-list.h"

#include <glib/gi18n.h>

#include "analysis/sl-inclusion.h"
#include "base/sl-codes.h"
#include "base/sl-date.h"
#include "methods/sl-stakeholders.h"
#include "views/sl-ask-list.h"
#include "widgets/sl-when-seen.h"

/* Days in which somebody is to be asked, or brought nearer. */
#define ASK_DAYS 7
#define ENGAGE_DAYS 30
#define MAX_ROWS 20u

struct _SlInclusionList
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *engage;
  SlAskList *list;
  GArray *shown; /* of SlUnasked */
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlInclusionList, sl_inclusion_list, GTK_TYPE_WIDGET)

static SlSnapshot *
plan_of (SlInclusionList *self)
{
  return sl_session_get_snapshot (self->session);
}

static void
plan_task (SlInclusionList *self, SlId party, SlId goal, const char *title, int days)
{
  g_autofree char *said = NULL;

  if (!sl_session_run (
          self->session, "party.plan-task",
          g_variant_new ("(xxsx)", party, goal, title, (gint64)(sl_day_today () + days)), NULL))
    return;
  said = g_strdup_printf (_ ("Planned: %s"), title);
  sl_session_say_undoable (self->session, said);
}

/* --- Asking --- */

static char *
question_of (SlInclusionList *self, const SlUnasked *unasked)
{
  /* Translators: title of a task; a party, a goal */
  return g_strdup_printf (_ ("Ask %s where it stands on “%s”"),
                          sl_snapshot_title (plan_of (self), unasked->party),
                          sl_snapshot_title (plan_of (self), unasked->goal));
}

static gboolean
is_planned (SlInclusionList *self, const char *title)
{
  const SlTable *tasks = sl_snapshot_table (plan_of (self), SL_KIND_TASK);

  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    if (g_strcmp0 (sl_table_text (tasks, row, SL_TASK_TITLE), title) == 0)
      return TRUE;
  return FALSE;
}

static void
row_answered_cb (SlAskList *list, guint number, SlInclusionList *self)
{
  const SlUnasked *unasked = &g_array_index (self->shown, SlUnasked, number);
  g_autofree char *question = question_of (self, unasked);

  plan_task (self, unasked->party, unasked->goal, question, ASK_DAYS);
}

static void
row_opened_cb (SlAskList *list, guint number, SlInclusionList *self)
{
  const SlUnasked *unasked = &g_array_index (self->shown, SlUnasked, number);

  gtk_widget_activate_action (GTK_WIDGET (self), "page.reveal-cell", "(xx)", unasked->party,
                              unasked->goal);
}

static char *
say (SlInclusionList *self, const SlUnasked *unasked)
{
  const char *party = sl_snapshot_title (plan_of (self), unasked->party);
  const char *goal = sl_snapshot_title (plan_of (self), unasked->goal);
  const char *reason = sl_snapshot_title (plan_of (self), unasked->reason);

  if (unasked->guessed)
    /* Translators: a party, a goal, a task or need that ties both */
    return g_strdup_printf (_ ("%s is touched by “%s” through “%s”; there is only our guess"),
                            party, goal, reason);
  /* Translators: a party, a goal, a task or need that ties both */
  return g_strdup_printf (_ ("%s is touched by “%s” through “%s” and was not asked"), party, goal,
                          reason);
}

static void
update_title (SlInclusionList *self, guint n)
{
  g_autofree char *title
      = n == 0 ? g_strdup (_ ("Everybody whom a shared goal touches was asked"))
               : g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "%u party that a goal touches was not asked",
                                "%u times a goal touches somebody who was not asked", n),
                   n);

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

static void
update (GtkWidget *widget)
{
  SlInclusionList *self = SL_INCLUSION_LIST (widget);
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  GArray *rows;

  if (analysis == NULL)
    return;
  rows = sl_ask_rows_new ();
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = sl_inclusion_find (analysis->facts);
  for (guint i = 0; i < MIN (self->shown->len, MAX_ROWS); i++)
    {
      const SlUnasked *unasked = &g_array_index (self->shown, SlUnasked, i);
      SlAskRow row = { .record = unasked->party,
                       .words = say (self, unasked),
                       .button = _ ("Ask"),
                       .tooltip = question_of (self, unasked),
                       .sensitive = TRUE };

      if (is_planned (self, row.tooltip))
        {
          row.button = _ ("Planned");
          row.sensitive = FALSE;
        }
      g_array_append_val (rows, row);
    }
  sl_ask_list_show (self->list, rows);
  update_title (self, self->shown->len);
}

static void
analysis_changed_cb (SlInclusionList *self)
{
  sl_when_seen (GTK_WIDGET (self), update);
}

/* --- Engagement --- */

/* Steps of engagement that the selected party lacks. */
static int
gap_of_selected (SlInclusionList *self, gint64 *now, gint64 *wanted)
{
  const SlTable *parties = sl_snapshot_table (plan_of (self), SL_KIND_PARTY);
  guint row;

  if (!sl_table_find (parties, sl_session_get_selected (self->session), &row)
      || !sl_table_is_set (parties, row, SL_PARTY_ENGAGEMENT)
      || !sl_table_is_set (parties, row, SL_PARTY_ENGAGEMENT_WANTED))
    return 0;
  *now = sl_table_int (parties, row, SL_PARTY_ENGAGEMENT);
  *wanted = sl_table_int (parties, row, SL_PARTY_ENGAGEMENT_WANTED);
  return sl_engagement_gap ((SlEngagement)*now, (SlEngagement)*wanted);
}

static void
update_engage (SlInclusionList *self)
{
  gint64 now, wanted;

  gtk_widget_set_sensitive (self->engage, gap_of_selected (self, &now, &wanted) > 0);
}

/* What the action serves: the first goal of the plan. */
static SlId
first_goal (SlInclusionList *self)
{
  guint n = 0;
  const SlId *goals = sl_snapshot_children (plan_of (self), SL_KIND_GOAL, SL_ID_NONE, &n);

  return n > 0 ? goals[0] : SL_ID_NONE;
}

static void
engage (SlInclusionList *self)
{
  const SlField *field = &sl_kind (SL_KIND_PARTY)->fields[SL_PARTY_ENGAGEMENT];
  SlId party = sl_session_get_selected (self->session);
  gint64 now, wanted;
  g_autofree char *title = NULL;

  if (gap_of_selected (self, &now, &wanted) == 0)
    return;
  /* Translators: title of a task; a party, how engaged it is and should be */
  title = g_strdup_printf (_ ("Bring %s from “%s” to “%s”"),
                           sl_snapshot_title (plan_of (self), party),
                           _ (sl_field_enum_by_code (field, now)->nick),
                           _ (sl_field_enum_by_code (field, wanted)->nick));
  plan_task (self, party, first_goal (self), title, ENGAGE_DAYS);
}

/* --- Life --- */

static void
sl_inclusion_list_dispose (GObject *object)
{
  SlInclusionList *self = SL_INCLUSION_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_inclusion_list_parent_class)->dispose (object);
}

static void
sl_inclusion_list_class_init (SlInclusionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_inclusion_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_inclusion_list_init (SlInclusionList *self)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-start", 12, "margin-end", 12,
                                  "margin-top", 6, "margin-bottom", 6, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  self->engage = g_object_new (
      GTK_TYPE_BUTTON, "label", _ ("Plan an Action"), "tooltip-text",
      _ ("Plan a task that brings the selected party to the engagement that is wanted"), NULL);
  self->list = SL_ASK_LIST (sl_ask_list_new (_ ("Not asked")));
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->engage);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-opened", G_CALLBACK (row_opened_cb), self, 0);
  g_signal_connect_object (self->list, "row-answered", G_CALLBACK (row_answered_cb), self, 0);
  g_signal_connect_object (self->engage, "clicked", G_CALLBACK (engage), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_inclusion_list_new (SlSession *session)
{
  SlInclusionList *self = g_object_new (SL_TYPE_INCLUSION_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update_engage), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_engage), self, G_CONNECT_SWAPPED);
  analysis_changed_cb (self);
  update_engage (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form is built anew for each record; after a change its rows read their values again. */

#include "config.h"

#include "alignment/sl-conflict-form.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-settle.h"
#include "alignment/sl-option-list.h"
#include "analysis/sl-conflict-record.h"
#include "analysis/sl-tactics.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-when-seen.h"

struct _SlConflictForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  GPtrArray *rows; /* of GtkWidget, not owned: fields */
  SlOptionList *options;
  SlConflictSettle *settle;
  GtkBox *findings;
  char *found; /* keys of the findings that are shown */
  SlSession *session;
  SlId shown;
};

G_DEFINE_FINAL_TYPE (SlConflictForm, sl_conflict_form, GTK_TYPE_WIDGET)

/* --- Ways to settle it --- */

static void
tactic_cb (GtkButton *button, SlConflictForm *self)
{
  const SlTactic *tactic = g_object_get_data (G_OBJECT (button), "sl-tactic");

  sl_option_list_add (self->options, sl_tactic_title (tactic));
}

static void
add_tactics (SlConflictForm *self)
{
  GtkWidget *group = sl_form_add_group (self->box, _ ("Ways to Settle It"));
  GtkWidget *expander = adw_expander_row_new ();
  guint n;
  const SlTactic *tactics = sl_tactics (&n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Take One as an Option"));
  sl_spoken_expander (ADW_EXPANDER_ROW (expander));
  for (guint i = 0; i < n; i++)
    {
      const char *title = sl_tactic_title (&tactics[i]);
      /* Translators: a way to settle a conflict. */
      g_autofree char *name = g_strdup_printf (_ ("Add the Option “%s”"), title);
      GtkWidget *row = sl_form_row (title, sl_tactic_hint (&tactics[i]));
      GtkWidget *button
          = sl_form_add_button (row, "list-add-symbolic", name, G_CALLBACK (tactic_cb), self);

      g_object_set_data (G_OBJECT (button), "sl-tactic", (gpointer)&tactics[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
}

/* --- Findings about it --- */

static gboolean
is_about (SlConflictForm *self, const SlFinding *finding)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);

  return sl_finding_subject (finding) == self->shown
         || sl_conflict_record_answers (plan, self->shown, finding);
}

static void
finding_activated_cb (GtkWidget *row, SlConflictForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.show-finding", "s",
                              g_object_get_data (G_OBJECT (row), "sl-key"));
}

static void
add_finding (SlConflictForm *self, GtkWidget *group, const SlFinding *finding)
{
  GtkWidget *row = sl_form_link_row (sl_finding_told (finding)->sentence,
                                     finding->accepted ? _ ("accepted") : NULL,
                                     G_CALLBACK (finding_activated_cb), self);

  g_object_set_data_full (G_OBJECT (row), "sl-key", g_strdup (finding->key), g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Rows are made anew only if there are others, so that the focus stays. */
static void
show_findings (SlConflictForm *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  g_autoptr (GString) found = g_string_new (NULL);
  GtkWidget *group = NULL;

  for (guint i = 0; analysis != NULL && i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (is_about (self, finding))
        g_string_append_printf (found, "%s %d %s\n", finding->key, finding->accepted,
                                sl_finding_told (finding)->sentence);
    }
  if (g_strcmp0 (found->str, self->found) == 0)
    return;
  g_free (self->found);
  self->found = g_strdup (found->str);
  sl_form_clear (self->findings);
  for (guint i = 0; analysis != NULL && i < analysis->findings->len; i++)
    {
      if (!is_about (self, analysis->findings->pdata[i]))
        continue;
      if (group == NULL)
        group = sl_form_add_group (self->findings, _ ("Findings about It"));
      add_finding (self, group, analysis->findings->pdata[i]);
    }
}

/* --- The form --- */

static void
add_fields (SlConflictForm *self, const char *title, const guint *fields, guint n)
{
  GtkWidget *group = sl_form_add_group (self->box, title);

  for (guint i = 0; i < n; i++)
    sl_form_add_field (group, self->rows, self->session, self->shown, fields[i]);
}

static void
add_options (SlConflictForm *self)
{
  GtkWidget *group = sl_form_add_group (self->box, _ ("Options, Who Gains, Who Loses"));
  GtkWidget *list = sl_option_list_new (self->session, self->shown);

  self->options = SL_OPTION_LIST (list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
}

static void
build (SlConflictForm *self)
{
  static const guint about[]
      = { SL_CONFLICT_TITLE, SL_CONFLICT_GOAL, SL_CONFLICT_OTHER_GOAL, SL_CONFLICT_SEVERITY };
  static const guint sides[] = { SL_CONFLICT_PARTY, SL_CONFLICT_INTEREST, SL_CONFLICT_OTHER_PARTY,
                                 SL_CONFLICT_OTHER_INTEREST };
  static const guint ends[] = { SL_CONFLICT_DECIDER, SL_CONFLICT_DECIDE_BY };
  GtkWidget *settle;

  add_fields (self, _ ("What It Is About"), about, G_N_ELEMENTS (about));
  add_fields (self, _ ("What Each Side Wants, in One Line"), sides, G_N_ELEMENTS (sides));
  add_options (self);
  add_tactics (self);
  add_fields (self, _ ("Escalation"), ends, G_N_ELEMENTS (ends));
  settle = sl_conflict_settle_new (self->session, self->shown);
  self->settle = SL_CONFLICT_SETTLE (settle);
  gtk_box_append (self->box, settle);
  self->findings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->box, GTK_WIDGET (self->findings));
  show_findings (self);
}

static void
clear (SlConflictForm *self)
{
  sl_form_clear (self->box);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->found, g_free);
  self->options = NULL;
  self->settle = NULL;
  self->findings = NULL;
}

void
sl_conflict_form_show (SlConflictForm *self, SlId conflict)
{
  g_return_if_fail (SL_IS_CONFLICT_FORM (self));

  if (conflict == self->shown)
    return;
  clear (self);
  self->shown = conflict;
  if (conflict != SL_ID_NONE)
    build (self);
}

static void
follow_plan (GtkWidget *widget)
{
  SlConflictForm *self = SL_CONFLICT_FORM (widget);
  SlSnapshot *plan = sl_session_get_snapshot (self->session);

  if (self->shown == SL_ID_NONE || !sl_snapshot_find (plan, self->shown, NULL, NULL))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (g_ptr_array_index (self->rows, i));
  sl_option_list_refresh (self->options);
  sl_conflict_settle_refresh (self->settle);
}

static void
changed_cb (SlConflictForm *self)
{
  sl_when_seen (GTK_WIDGET (self), follow_plan);
}

static void
follow_analysis (GtkWidget *widget)
{
  SlConflictForm *self = SL_CONFLICT_FORM (widget);

  if (self->shown == SL_ID_NONE)
    return;
  sl_conflict_settle_refresh (self->settle);
  show_findings (self);
}

static void
analysis_changed_cb (SlConflictForm *self)
{
  sl_when_seen (GTK_WIDGET (self), follow_analysis);
}

void
sl_conflict_form_focus (SlConflictForm *self)
{
  GtkWidget *first = NULL;

  g_return_if_fail (SL_IS_CONFLICT_FORM (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      SlFieldRow *info = sl_field_row_get_info (row);
      g_auto (SlValue) value = sl_field_row_get_value (info);

      if (info->field == SL_CONFLICT_TITLE)
        first = row;
      if ((info->field == SL_CONFLICT_INTEREST || info->field == SL_CONFLICT_OTHER_INTEREST)
          && value.type == SL_VALUE_NULL)
        {
          first = row;
          break;
        }
    }
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (first))));
}

static void
sl_conflict_form_dispose (GObject *object)
{
  SlConflictForm *self = SL_CONFLICT_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_conflict_form_parent_class)->dispose (object);
}

static void
sl_conflict_form_class_init (SlConflictFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_conflict_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_conflict_form_init (SlConflictForm *self)
{
  self->rows = g_ptr_array_new ();
  self->box = sl_form_fill (GTK_WIDGET (self), &self->scroller);
}

GtkWidget *
sl_conflict_form_new (SlSession *session)
{
  SlConflictForm *self = g_object_new (SL_TYPE_CONFLICT_FORM, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

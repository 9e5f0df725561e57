/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs conflict.settle with what somebody chose. What can be changed with it are the fixes of the
 * finding about the record; findings about the same goals and parties can be accepted with the
 * outcome as their reason, so that an agreement that changes nothing in the plan is not asked for
 * again. */

#include "config.h"

#include "alignment/sl-conflict-settle.h"

#include <glib/gi18n.h>

#include "analysis/sl-conflict-record.h"
#include "base/sl-date-text.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

/* A fix of the finding about the record, without the settling around it. */
typedef struct
{
  char *label;
  GVariant *steps; /* a(sv) */
} Change;

struct _SlConflictSettle
{
  GtkWidget parent_instance;
  GtkBox *box;
  GtkBox *open_box;    /* while it waits for its outcome */
  GtkBox *settled_box; /* after that */
  GtkWidget *outcome;
  AdwComboRow *result;
  GtkBox *change_box;
  GPtrArray *choices; /* of GtkCheckButton, not owned: one a change, behind that for none */
  char *offered;      /* labels of the choices */
  GtkWidget *answers;
  GtkSwitch *answers_switch;
  GtkWidget *settle;
  GtkWidget *reopen;
  AdwActionRow *settled_row;
  SlSession *session;
  SlId conflict;
  GPtrArray *changes; /* of Change */
  GPtrArray *keys;    /* of char *: findings that an agreement answers */
};

G_DEFINE_FINAL_TYPE (SlConflictSettle, sl_conflict_settle, GTK_TYPE_WIDGET)

static const char *const results[] = { "agreed", "escalated", "accepted" };
#define ESCALATED 1

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->label);
  g_variant_unref (change->steps);
  g_free (change);
}

/* --- What the engine says of it --- */

static void
read_changes (SlConflictSettle *self, const SlFinding *finding)
{
  for (guint i = 0; i < finding->remedies->len; i++)
    {
      const SlRemedy *remedy = &g_array_index (finding->remedies, SlRemedy, i);
      const char *command;
      g_autoptr (GVariant) params = NULL;
      Change *change;

      if (remedy->steps == NULL || g_variant_n_children (remedy->steps) != 1)
        continue;
      g_variant_get_child (remedy->steps, 0, "(&sv)", &command, &params);
      if (!g_str_equal (command, "conflict.settle"))
        continue;
      change = g_new0 (Change, 1);
      change->label = g_strdup (remedy->label);
      change->steps = g_variant_get_child_value (params, 3);
      if (g_variant_n_children (change->steps) > 0)
        g_ptr_array_add (self->changes, change);
      else
        change_free (change);
    }
}

static void
read_findings (SlConflictSettle *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  SlSnapshot *plan = sl_session_get_snapshot (self->session);

  g_ptr_array_set_size (self->changes, 0);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; analysis != NULL && i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (g_str_equal (finding->rule->id, "CON-05")
          && sl_conflict_record_of_finding (plan, finding) == self->conflict)
        read_changes (self, sl_finding_told (finding));
      else if (!finding->accepted && sl_conflict_record_answers (plan, self->conflict, finding))
        g_ptr_array_add (self->keys, g_strdup (finding->key));
    }
}

/* --- Settling --- */

static const Change *
chosen_change (SlConflictSettle *self)
{
  for (guint i = 0; i < self->changes->len && i + 1 < self->choices->len; i++)
    if (gtk_check_button_get_active (self->choices->pdata[i + 1]))
      return self->changes->pdata[i];
  return NULL;
}

/* What changes the plan takes its findings away itself; what waits for its decider answers none. */
static void
choice_changed_cb (SlConflictSettle *self)
{
  gtk_switch_set_active (self->answers_switch,
                         chosen_change (self) == NULL
                             && adw_combo_row_get_selected (self->result) != ESCALATED);
}

static void
add_all (GVariantBuilder *steps, GVariant *more)
{
  GVariantIter iter;
  GVariant *step;

  g_variant_iter_init (&iter, more);
  while ((step = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (steps, step);
      g_variant_unref (step);
    }
}

static GVariant *
settle_params (SlConflictSettle *self, const char *outcome)
{
  const Change *change = chosen_change (self);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  if (change != NULL)
    add_all (&steps, change->steps);
  for (guint i = 0; gtk_switch_get_active (self->answers_switch) && i < self->keys->len; i++)
    g_variant_builder_add (&steps, "(sv)", "finding.accept",
                           g_variant_new ("(ssx)", self->keys->pdata[i], outcome, SL_INT_NULL));
  return g_variant_new ("(xssa(sv))", self->conflict,
                        results[adw_combo_row_get_selected (self->result)], outcome, &steps);
}

/* A change of goals is decided together with the conflict, as a fix of its finding. */
static gboolean
run_settle (SlConflictSettle *self, const char *outcome)
{
  GVariant *params = settle_params (self, outcome);
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const Change *change = chosen_change (self);
  GVariantBuilder steps;

  for (guint i = 0; change != NULL && i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (!g_str_equal (finding->rule->id, "CON-05")
          || sl_conflict_record_of_finding (plan, finding) != self->conflict)
        continue;
      g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
      g_variant_builder_add (&steps, "(sv)", "conflict.settle", params);
      return sl_session_run (
          self->session, "fix.apply",
          g_variant_new ("(sxsa(sv))", finding->key, self->conflict, change->label, &steps), NULL);
    }
  return sl_session_run (self->session, "conflict.settle", params, NULL);
}

static void
settle_cb (SlConflictSettle *self)
{
  SlSnapshot *plan;
  const SlTable *table;
  const char *outcome = NULL;
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;
  guint row;

  gtk_widget_activate_action (self->outcome, "field.commit", NULL);
  plan = sl_session_get_snapshot (self->session);
  table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  if (sl_table_find (table, self->conflict, &row))
    outcome = sl_table_text (table, row, SL_CONFLICT_OUTCOME);
  if (outcome == NULL || *outcome == '\0')
    {
      sl_session_say (self->session, _ ("Write down the outcome first"));
      gtk_widget_child_focus (self->outcome, GTK_DIR_TAB_FORWARD);
      return;
    }
  copy = g_strdup (outcome);
  /* Translators: a conflict. */
  text = g_strdup_printf (_ ("“%s” is settled"), sl_snapshot_title (plan, self->conflict));
  if (!run_settle (self, copy))
    return;
  sl_session_say_undoable (self->session, text);
  gtk_widget_grab_focus (self->reopen);
}

/* Findings that were accepted with it come back. */
static void
reopen_cb (SlConflictSettle *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  const char *outcome = NULL;
  GVariantBuilder steps;
  guint row;

  if (sl_table_find (table, self->conflict, &row))
    outcome = sl_table_text (table, row, SL_CONFLICT_OUTCOME);
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; analysis != NULL && i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->accepted && g_strcmp0 (finding->accepted_why, outcome) == 0
          && sl_conflict_record_answers (plan, self->conflict, finding))
        g_variant_builder_add (&steps, "(sv)", "finding.reopen",
                               g_variant_new ("(s)", finding->key));
    }
  if (sl_session_run (self->session, "conflict.reopen",
                      g_variant_new ("(xa(sv))", self->conflict, &steps), NULL))
    gtk_widget_grab_focus (self->settle);
}

/* --- Showing --- */

static void
add_change (SlConflictSettle *self, GtkWidget *group, const char *label)
{
  GtkWidget *row = sl_form_row (label, NULL);
  GtkWidget *choice = gtk_check_button_new ();

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  if (self->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), self->choices->pdata[0]);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Choices are made anew only if there are others, so that the focus stays. */
static void
show_changes (SlConflictSettle *self)
{
  GString *labels = g_string_new (NULL);
  GtkWidget *group;

  for (guint i = 0; i < self->changes->len; i++)
    g_string_append_printf (labels, "%s\n", ((Change *)self->changes->pdata[i])->label);
  if (g_strcmp0 (labels->str, self->offered) == 0)
    {
      g_string_free (labels, TRUE);
      return;
    }
  g_free (self->offered);
  self->offered = g_string_free (labels, FALSE);
  g_ptr_array_set_size (self->choices, 0);
  sl_form_clear (self->change_box);
  if (self->changes->len == 0)
    return;
  group = sl_form_add_group (self->change_box, _ ("What Changes with It"));
  add_change (self, group, _ ("Nothing else in the plan"));
  for (guint i = 0; i < self->changes->len; i++)
    add_change (self, group, ((Change *)self->changes->pdata[i])->label);
}

static void
show_answers (SlConflictSettle *self)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("Accept %u Finding about It, with the Outcome as Reason",
                "Accept %u Findings about It, with the Outcome as Reason", self->keys->len),
      self->keys->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answers), text);
  gtk_widget_set_visible (self->answers, self->keys->len > 0);
}

static void
show_settled (SlConflictSettle *self, const SlTable *table, guint row)
{
  const SlField *field = &sl_kind (SL_KIND_CONFLICT)->fields[SL_CONFLICT_STATUS];
  const SlEnumValue *status
      = sl_field_enum_by_code (field, sl_table_int (table, row, SL_CONFLICT_STATUS));
  const char *outcome = sl_table_text (table, row, SL_CONFLICT_OUTCOME);
  g_autofree char *day = sl_table_is_set (table, row, SL_CONFLICT_SETTLED)
                             ? sl_day_to_text (sl_table_int (table, row, SL_CONFLICT_SETTLED))
                             : NULL;
  g_autofree char *title = day != NULL
                               /* Translators: how a conflict ended, and when: “Agreed, 3 Apr”. */
                               ? g_strdup_printf (_ ("%s, %s"), _ (status->nick), day)
                               : g_strdup (_ (status->nick));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->settled_row), title);
  adw_action_row_set_subtitle (self->settled_row, outcome != NULL ? outcome : "");
}

void
sl_conflict_settle_refresh (SlConflictSettle *self)
{
  SlSnapshot *plan;
  const SlTable *table;
  gboolean open;
  guint row;

  g_return_if_fail (SL_IS_CONFLICT_SETTLE (self));
  plan = sl_session_get_snapshot (self->session);
  table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  if (!sl_table_find (table, self->conflict, &row))
    return;
  open = sl_conflict_record_is_open (plan, row);
  gtk_widget_set_visible (GTK_WIDGET (self->open_box), open);
  gtk_widget_set_visible (GTK_WIDGET (self->settled_box), !open);
  sl_field_row_refresh (self->outcome);
  read_findings (self);
  show_changes (self);
  show_answers (self);
  show_settled (self, table, row);
}

/* --- Building --- */

static GtkBox *
make_box (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

static AdwComboRow *
add_choice (GtkWidget *group, const char *title, const char *const *entries)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (entries);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
add_button (GtkBox *box, const char *label, gboolean suggested, GCallback clicked, gpointer self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "use-underline", TRUE,
                                    "halign", GTK_ALIGN_END, "margin-top", 12, NULL);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  sl_spoken_tidy (button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
  return button;
}

static void
build_open (SlConflictSettle *self)
{
  const char *words[]
      = { _ ("Both sides agreed"), _ ("Handed to who decides"), _ ("Accepted as it is"), NULL };
  GtkWidget *group = sl_form_add_group (self->open_box, _ ("Settle It"));

  self->outcome = sl_field_row_new (self->session, self->conflict, SL_CONFLICT_OUTCOME);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->outcome);
  self->result = add_choice (group, _ ("How It Ended"), words);
  self->answers = sl_form_row ("", NULL);
  self->answers_switch
      = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, "active", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->answers), GTK_WIDGET (self->answers_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->answers),
                                         GTK_WIDGET (self->answers_switch));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->answers);
  self->change_box = make_box ();
  gtk_widget_set_margin_top (GTK_WIDGET (self->change_box), 12);
  gtk_box_append (self->open_box, GTK_WIDGET (self->change_box));
  self->settle = add_button (self->open_box, _ ("_Settle"), TRUE, G_CALLBACK (settle_cb), self);
  gtk_widget_set_tooltip_text (self->settle, _ ("Writes the Decision, in One Step"));
  g_signal_connect_object (self->result, "notify::selected", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_settled (SlConflictSettle *self)
{
  GtkWidget *group = sl_form_add_group (self->settled_box, _ ("Settled"));
  GtkWidget *row = sl_form_row ("", NULL);

  self->settled_row = ADW_ACTION_ROW (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->reopen = add_button (self->settled_box, _ ("_Reopen"), FALSE, G_CALLBACK (reopen_cb), self);
}

static void
sl_conflict_settle_dispose (GObject *object)
{
  SlConflictSettle *self = SL_CONFLICT_SETTLE (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_conflict_settle_parent_class)->dispose (object);
}

static void
sl_conflict_settle_class_init (SlConflictSettleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_conflict_settle_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_conflict_settle_init (SlConflictSettle *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->choices = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->box = make_box ();
  self->open_box = make_box ();
  self->settled_box = make_box ();
  gtk_box_append (self->box, GTK_WIDGET (self->open_box));
  gtk_box_append (self->box, GTK_WIDGET (self->settled_box));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
sl_conflict_settle_new (SlSession *session, SlId conflict)
{
  SlConflictSettle *self = g_object_new (SL_TYPE_CONFLICT_SETTLE, NULL);

  self->session = g_object_ref (session);
  self->conflict = conflict;
  build_open (self);
  build_settled (self);
  sl_conflict_settle_refresh (self);
  return GTK_WIDGET (self);
}

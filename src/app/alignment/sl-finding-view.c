/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the rows of a finding: sentence, fixes with what they would do, evidence, why it matters.
 * Rows are made anew for each finding; there are at most a few dozen. */

#include "config.h"

#include "alignment/sl-finding-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "alignment/sl-accept-popover.h"
#include "alignment/sl-conflict-open.h"
#include "alignment/sl-finding-words.h"
#include "alignment/sl-fix-preview.h"
#include "widgets/sl-spoken.h"

struct _SlFindingView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *mark;
  GtkLabel *sentence;
  GtkLabel *meta;
  GtkLabel *why;
  GtkLabel *accepted;
  GtkListBox *fixes;
  GtkLabel *fixes_title;
  GtkListBox *evidence;
  GtkMenuButton *accept_button;
  char *accept_key; /* of the finding that the popover of that accepts */
  GtkButton *reopen_button;
  GtkButton *conflict_button;
  GtkButton *mute_button;
  SlSession *session;
  SlFindingItem *item;      /* nullable */
  GCancellable *previewing; /* of all rows */
};

G_DEFINE_FINAL_TYPE (SlFindingView, sl_finding_view, GTK_TYPE_WIDGET)

static const SlFinding *
current (SlFindingView *self)
{
  return self->item != NULL ? sl_finding_told (sl_finding_item_get (self->item)) : NULL;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* --- Fixes --- */

/* Conflicts and alliances have forms of their own; all else is in the inspector. */
static void
open_record (SlFindingView *self, SlId record)
{
  SlKindId kind = SL_N_KINDS;

  if (sl_snapshot_find (sl_session_get_snapshot (self->session), record, &kind, NULL)
      && (kind == SL_KIND_CONFLICT || kind == SL_KIND_ALLIANCE))
    {
      sl_session_show (self->session, record);
      return;
    }
  sl_session_select (self->session, record);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
}

/* Whether a fix is to write a conflict down, which goes on in its form. */
static gboolean
opens_conflict (const SlRemedy *remedy)
{
  g_autoptr (GVariant) params = NULL;
  const char *command;

  g_variant_get_child (remedy->steps, 0, "(&sv)", &command, &params);
  return g_str_equal (command, "conflict.open");
}

void
sl_finding_view_apply (SlFindingView *self, guint number)
{
  const SlFinding *finding = current (self);
  const SlRemedy *remedy;

  g_return_if_fail (SL_IS_FINDING_VIEW (self));
  if (finding == NULL || number >= finding->remedies->len)
    return;
  remedy = &g_array_index (finding->remedies, SlRemedy, number);
  if (remedy->steps == NULL)
    {
      open_record (self, remedy->record);
      return;
    }
  if (!sl_session_run (self->session, "fix.apply", sl_fix_params (finding, remedy), NULL))
    return;
  sl_session_say_undoable (self->session, remedy->label);
  if (opens_conflict (remedy))
    sl_session_show (self->session, sl_conflict_record_of_finding (
                                        sl_session_get_snapshot (self->session), finding));
}

int
sl_finding_view_find_fix (SlFindingView *self, GtkWidget *row, SlId *record, gboolean *acts)
{
  const SlFinding *finding = current (self);
  const SlRemedy *remedy;
  int number;

  g_return_val_if_fail (SL_IS_FINDING_VIEW (self), -1);
  if (finding == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self->fixes))
    return -1;
  number = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (number < 0 || (guint)number >= finding->remedies->len)
    return -1;
  remedy = &g_array_index (finding->remedies, SlRemedy, number);
  *record = remedy->record;
  *acts = remedy->steps != NULL;
  return number;
}

static void
apply_clicked_cb (GtkButton *button, SlFindingView *self)
{
  sl_finding_view_apply (self,
                         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sl-number")));
}

/* @data: a strong reference to the row whose subtitle says what the fix does. */
static void
preview_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = sl_fix_preview_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_action_row_set_subtitle (row, words != NULL ? words : error->message);
}

static GtkWidget *
make_fix_row (SlFindingView *self, const SlFinding *finding, guint number)
{
  const SlRemedy *remedy = &g_array_index (finding->remedies, SlRemedy, number);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (remedy->steps != NULL ? _ ("Apply") : _ ("Open"));
  g_autofree char *key = g_strdup_printf ("Ctrl+%u", number + 1);
  g_autofree char *label
      = sl_finding_words (finding, sl_finding_item_get_analysis (self->item)->facts, remedy->label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (button), "sl-number", GUINT_TO_POINTER (number));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (remedy->steps != NULL)
    sl_fix_preview_async (self->session, sl_finding_item_get_analysis (self->item), finding, remedy,
                          self->previewing, preview_ready_cb, g_object_ref (row));
  return row;
}

static void
show_fixes (SlFindingView *self, const SlFinding *finding)
{
  clear_list (self->fixes);
  for (guint i = 0; i < finding->remedies->len; i++)
    gtk_list_box_append (self->fixes, make_fix_row (self, finding, i));
  gtk_widget_set_visible (GTK_WIDGET (self->fixes), finding->remedies->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->fixes_title), finding->remedies->len > 0);
}

/* --- Evidence --- */

static void
evidence_activated_cb (GtkWidget *row, SlFindingView *self)
{
  SlId *id = g_object_get_data (G_OBJECT (row), "sl-id");

  sl_session_select (self->session, *id);
}

static GtkWidget *
make_evidence_row (SlFindingView *self, const SlFinding *finding, const SlEvidence *evidence)
{
  const SlFacts *facts = sl_finding_item_get_analysis (self->item)->facts;
  g_autofree char *label = sl_finding_words (finding, facts, evidence->label);
  g_autofree char *words = sl_finding_words (finding, facts, evidence->value);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 1.0f,
                                   "max-width-chars", 24, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  if (evidence->record == SL_ID_NONE)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "sl-id",
                          g_memdup2 (&evidence->record, sizeof evidence->record), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (evidence_activated_cb), self, 0);
  return row;
}

static void
show_evidence (SlFindingView *self, const SlFinding *finding)
{
  clear_list (self->evidence);
  for (guint i = 0; i < finding->evidence->len; i++)
    gtk_list_box_append (
        self->evidence,
        make_evidence_row (self, finding, &g_array_index (finding->evidence, SlEvidence, i)));
}

/* --- Accepting, muting, opening a conflict --- */

static void
reopen_clicked_cb (SlFindingView *self)
{
  const SlFinding *finding = current (self);

  if (finding != NULL)
    sl_session_run (self->session, "finding.reopen", g_variant_new ("(s)", finding->key), NULL);
}

static void
mute_clicked_cb (SlFindingView *self)
{
  const SlFinding *finding = current (self);
  g_autofree char *text = NULL;

  if (finding == NULL)
    return;
  /* Translators: title of a rule. */
  text = g_strdup_printf (_ ("“%s” is silent in this project"), _ (finding->rule->title));
  if (sl_session_run (self->session, "rule.mute", g_variant_new ("(sb)", finding->rule->id, TRUE),
                      NULL))
    sl_session_say_undoable (self->session, text);
}

static void
conflict_clicked_cb (SlFindingView *self)
{
  const SlFinding *finding = current (self);
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlConflictAbout about;
  SlId conflict;

  if (finding == NULL)
    return;
  conflict = sl_conflict_record_of_finding (plan, finding);
  about = sl_conflict_about_finding (plan, finding);
  if (conflict != SL_ID_NONE)
    sl_session_show (self->session, conflict);
  else
    sl_conflict_open (self->session, &about, sl_conflict_severity_name (finding->severity));
}

/* A finding leads to the conflict that is written down about it; any other that names goals or
 * parties can become one. */
static void
show_conflict_button (SlFindingView *self, const SlFinding *finding)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const gboolean known = sl_conflict_record_of_finding (plan, finding) != SL_ID_NONE;
  const SlConflictAbout about = sl_conflict_about_finding (plan, finding);

  gtk_button_set_label (self->conflict_button, known ? _ ("Go to Conflict") : _ ("Open Conflict"));
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_button),
                          known || about.goal != SL_ID_NONE || about.party != SL_ID_NONE);
}

void
sl_finding_view_accept (SlFindingView *self)
{
  g_return_if_fail (SL_IS_FINDING_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->accept_button)))
    gtk_menu_button_popup (self->accept_button);
}

/* --- The finding --- */

static void
show_finding (SlFindingView *self, const SlFinding *finding)
{
  const SlFacts *facts = sl_finding_item_get_analysis (self->item)->facts;
  SlSeverityWord word = sl_severity_word (finding->severity);
  g_autofree char *meta = sl_finding_describe (finding, facts);
  g_autofree char *sentence = sl_finding_words (finding, facts, finding->sentence);
  g_autofree char *mark
      = g_strdup_printf ("%s  %s", sl_severity_mark (word), sl_severity_word_title (word));

  gtk_label_set_text (self->mark, mark);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->meta, meta);
  gtk_label_set_text (self->why, _ (finding->rule->why));
  gtk_label_set_text (self->accepted, finding->accepted_why != NULL ? finding->accepted_why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->accepted), finding->accepted);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), !finding->accepted);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), finding->accepted);
  /* A new analysis of the same finding must not close the popover in which a reason is typed. */
  if (g_strcmp0 (self->accept_key, finding->key) != 0)
    {
      g_free (self->accept_key);
      self->accept_key = g_strdup (finding->key);
      gtk_menu_button_set_popover (self->accept_button,
                                   sl_accept_popover_new (self->session, finding->key));
    }
  show_conflict_button (self, finding);
  show_fixes (self, finding);
  show_evidence (self, finding);
}

void
sl_finding_view_set_item (SlFindingView *self, SlFindingItem *item)
{
  g_return_if_fail (SL_IS_FINDING_VIEW (self));

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  self->previewing = g_cancellable_new ();
  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "finding" : "empty");
  if (item != NULL)
    show_finding (self, sl_finding_told (sl_finding_item_get (item)));
}

static void
sl_finding_view_dispose (GObject *object)
{
  SlFindingView *self = SL_FINDING_VIEW (object);
  GtkWidget *child;

  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->previewing);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->accept_key, g_free);
  G_OBJECT_CLASS (sl_finding_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, mark);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, sentence);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, meta);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, why);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, accepted);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, fixes);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, fixes_title);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, evidence);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, accept_button);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, conflict_button);
  gtk_widget_class_bind_template_child (widget_class, SlFindingView, mute_button);
  gtk_widget_class_bind_template_callback (widget_class, reopen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, conflict_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mute_clicked_cb);
}

static void
sl_finding_view_class_init (SlFindingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_finding_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-finding-view.ui");
  bind_children (widget_class);
}

static void
sl_finding_view_init (SlFindingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_tidy (GTK_WIDGET (self));
}

GtkWidget *
sl_finding_view_new (SlSession *session)
{
  SlFindingView *self = g_object_new (SL_TYPE_FINDING_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

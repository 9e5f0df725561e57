/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar shows what the selected goal has now; what was typed is stored, the rest stays. */

#include "config.h"

#include "views/sl-close-bar.h"

#include <glib/gi18n.h>

#include "widgets/sl-form.h"

/* What a goal can be closed as, in the order of the choice. */
static const gint64 closed_as[] = { SL_GOAL_DONE, SL_GOAL_DROPPED };

struct _SlCloseBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *status;
  GtkWidget *reached;
  GtkWidget *outcome;
  GtkWidget *lesson;
  SlSession *session;
  SlId goal; /* SL_ID_NONE: no goal is selected */
};

G_DEFINE_FINAL_TYPE (SlCloseBar, sl_close_bar, GTK_TYPE_WIDGET)

static guint closed;

static const SlField *
field_of (guint field)
{
  return &sl_kind (SL_KIND_GOAL)->fields[field];
}

static void
show_words (GtkWidget *entry, const SlTable *goals, guint row, guint field)
{
  const char *words = sl_table_text (goals, row, field);
  g_autofree char *line = g_strdelimit (g_strdup (words != NULL ? words : ""), "\n\t", ' ');

  gtk_editable_set_text (GTK_EDITABLE (entry), line);
}

static void
show_values (SlCloseBar *self)
{
  const SlTable *goals = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_GOAL);
  gint64 reached;
  guint row = 0;

  if (!sl_table_find (goals, self->goal, &row))
    return;
  reached = sl_table_int (goals, row, SL_GOAL_REACHED);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status),
                              sl_table_int (goals, row, SL_GOAL_STATUS) == SL_GOAL_DROPPED ? 1 : 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->reached),
                              reached != SL_INT_NULL ? (guint)reached : 0);
  show_words (self->outcome, goals, row, SL_GOAL_OUTCOME);
  show_words (self->lesson, goals, row, SL_GOAL_LESSON);
}

static void
selection_changed_cb (SlCloseBar *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId id = sl_session_get_selected (self->session);
  SlKindId kind = SL_N_KINDS;

  if (!sl_snapshot_find (plan, id, &kind, NULL) || kind != SL_KIND_GOAL)
    id = SL_ID_NONE;
  self->goal = id;
  gtk_widget_set_sensitive (self->box, id != SL_ID_NONE);
  gtk_label_set_text (GTK_LABEL (self->title),
                      id != SL_ID_NONE
                          ? sl_snapshot_title (plan, id)
                          : _ ("Select a goal to close it, or to say what came of it"));
  show_values (self);
}

static const char *
name_chosen (GtkWidget *choice, guint field, const gint64 *codes)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return sl_field_enum_by_code (field_of (field), codes != NULL ? codes[chosen] : (gint64)chosen)
      ->name;
}

static void
close_goal (SlCloseBar *self)
{
  SlId goal = self->goal;

  if (goal == SL_ID_NONE
      || !sl_session_run (self->session, "goal.close",
                          g_variant_new ("(xssss)", goal,
                                         name_chosen (self->status, SL_GOAL_STATUS, closed_as),
                                         name_chosen (self->reached, SL_GOAL_REACHED, NULL),
                                         gtk_editable_get_text (GTK_EDITABLE (self->outcome)),
                                         gtk_editable_get_text (GTK_EDITABLE (self->lesson))),
                          NULL))
    return;
  g_signal_emit (self, closed, 0, (gint64)goal);
}

void
sl_close_bar_focus (SlCloseBar *self)
{
  g_return_if_fail (SL_IS_CLOSE_BAR (self));
  if (self->goal != SL_ID_NONE)
    gtk_widget_grab_focus (self->outcome);
}

static void
sl_close_bar_dispose (GObject *object)
{
  SlCloseBar *self = SL_CLOSE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_close_bar_parent_class)->dispose (object);
}

static void
sl_close_bar_class_init (SlCloseBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_close_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  closed = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
add_entry (SlCloseBar *self, GtkWidget *box, const char *name)
{
  GtkWidget *entry = sl_form_entry (name, G_CALLBACK (close_goal), self);

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
sl_close_bar_init (SlCloseBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Close Goal"), "tooltip-text",
                      _ ("Store what came of the selected goal, and close it (Enter)"), NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "sl-toolbar");
  self->title
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), row);
  self->status = sl_form_choice (field_of (SL_GOAL_STATUS), closed_as, G_N_ELEMENTS (closed_as));
  self->reached = sl_form_choice (field_of (SL_GOAL_REACHED), NULL, 0);
  gtk_box_append (GTK_BOX (row), self->status);
  gtk_box_append (GTK_BOX (row), self->reached);
  self->outcome = add_entry (self, row, _ ("What came of it"));
  self->lesson = add_entry (self, row, _ ("What we do otherwise next time"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_goal), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sl_close_bar_new (SlSession *session)
{
  SlCloseBar *self = g_object_new (SL_TYPE_CLOSE_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  return GTK_WIDGET (self);
}

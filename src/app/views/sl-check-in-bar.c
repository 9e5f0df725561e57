/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar shows what the selected goal has now; only what was changed in it is stored. */

#include "config.h"

#include "views/sl-check-in-bar.h"

#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"

#define NUMBER_CHARS 7

/* The fields that are typed, in order; the words of the check-in come behind them. */
static const guint typed_fields[] = { SL_GOAL_PROGRESS, SL_GOAL_CONFIDENCE, SL_GOAL_STATUS };
#define N_TYPED G_N_ELEMENTS (typed_fields)
#define STATUS (N_TYPED - 1)

struct _SlCheckInBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *entries[STATUS];
  GtkWidget *status;
  GtkWidget *words;
  SlSession *session;
  SlId goal; /* SL_ID_NONE: no goal is selected */
};

G_DEFINE_FINAL_TYPE (SlCheckInBar, sl_check_in_bar, GTK_TYPE_WIDGET)

static guint checked_in;

static const SlField *
field_of (guint i)
{
  return &sl_kind (SL_KIND_GOAL)->fields[typed_fields[i]];
}

/* (transfer full): null where there is no goal. */
static SlValue
value_of (SlCheckInBar *self, guint i)
{
  const SlTable *goals = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_GOAL);
  guint row = 0;

  if (!sl_table_find (goals, self->goal, &row))
    return (SlValue)SL_VALUE_INIT;
  return sl_table_value (goals, row, typed_fields[i]);
}

static void
show_values (SlCheckInBar *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_auto (SlValue) status = value_of (self, STATUS);

  for (guint i = 0; i < STATUS; i++)
    {
      g_auto (SlValue) value = value_of (self, i);
      g_autofree char *text = sl_field_display (plan, field_of (i), &value);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status),
                              status.type == SL_VALUE_INT ? (guint)status.i : 0);
}

static void
selection_changed_cb (SlCheckInBar *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId id = sl_session_get_selected (self->session);
  SlKindId kind = SL_N_KINDS;

  if (!sl_snapshot_find (plan, id, &kind, NULL) || kind != SL_KIND_GOAL)
    id = SL_ID_NONE;
  if (id != self->goal)
    gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  self->goal = id;
  gtk_widget_set_sensitive (self->box, id != SL_ID_NONE);
  gtk_label_set_text (GTK_LABEL (self->title), id != SL_ID_NONE
                                                   ? sl_snapshot_title (plan, id)
                                                   : _ ("Select a goal to check in on it"));
  show_values (self);
}

/* Adds what was changed. FALSE: something is no value; that has been said. */
static gboolean
read_fields (SlCheckInBar *self, GVariantBuilder *fields)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_auto (SlValue) status = value_of (self, STATUS);
  gint64 code = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  for (guint i = 0; i < STATUS; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
      g_autoptr (GError) error = NULL;
      g_auto (SlValue) old = value_of (self, i);
      g_auto (SlValue) value = SL_VALUE_INIT;
      g_autofree char *shown = sl_field_display (plan, field_of (i), &old);

      if (g_str_equal (shown, typed))
        continue;
      if (!sl_field_read (plan, self->goal, field_of (i), typed, &value, &error))
        {
          sl_session_say (self->session, error->message);
          gtk_widget_grab_focus (self->entries[i]);
          return FALSE;
        }
      g_variant_builder_add (fields, "{sv}", field_of (i)->name, sl_value_to_variant (&value));
    }
  if (status.type != SL_VALUE_INT || status.i != code)
    g_variant_builder_add (fields, "{sv}", field_of (STATUS)->name, g_variant_new_int64 (code));
  return TRUE;
}

static void
check_in (SlCheckInBar *self)
{
  SlId goal = self->goal;
  GVariantBuilder fields;

  if (goal == SL_ID_NONE)
    return;
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  if (!read_fields (self, &fields))
    {
      g_variant_builder_clear (&fields);
      return;
    }
  if (!sl_session_run (self->session, "goal.check-in",
                       g_variant_new ("(xa{sv}s)", goal, &fields,
                                      gtk_editable_get_text (GTK_EDITABLE (self->words))),
                       NULL))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  g_signal_emit (self, checked_in, 0, (gint64)goal);
}

void
sl_check_in_bar_focus (SlCheckInBar *self)
{
  g_return_if_fail (SL_IS_CHECK_IN_BAR (self));
  if (self->goal != SL_ID_NONE)
    gtk_widget_grab_focus (self->entries[0]);
}

static void
sl_check_in_bar_dispose (GObject *object)
{
  SlCheckInBar *self = SL_CHECK_IN_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_check_in_bar_parent_class)->dispose (object);
}

static void
sl_check_in_bar_class_init (SlCheckInBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_check_in_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  checked_in = g_signal_new ("checked-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
add_entry (SlCheckInBar *self, GtkWidget *box, const char *name, int chars)
{
  GtkWidget *entry = sl_form_entry (name, G_CALLBACK (check_in), self);

  if (chars > 0)
    g_object_set (entry, "width-chars", chars, "max-width-chars", chars, "xalign", 1.0f, NULL);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
sl_check_in_bar_init (SlCheckInBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Check In"), "tooltip-text",
                                    _ ("Store This and Go On to the Next Goal (Enter)"), NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "sl-toolbar");
  self->title
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), row);
  for (guint i = 0; i < STATUS; i++)
    self->entries[i] = add_entry (self, row, _ (field_of (i)->nick), NUMBER_CHARS);
  self->status = sl_form_choice (field_of (STATUS), NULL, 0);
  gtk_box_append (GTK_BOX (row), self->status);
  self->words = add_entry (self, row, _ ("What there is to say"), 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (check_in), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sl_check_in_bar_new (SlSession *session)
{
  SlCheckInBar *self = g_object_new (SL_TYPE_CHECK_IN_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  return GTK_WIDGET (self);
}

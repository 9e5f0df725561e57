/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editable table cell. It knows nothing of records: its owner turns what is typed into a
 * command. The text field is made for the first edit only, because most cells are never edited. */

#include "config.h"

#include "widgets/sl-editable-cell.h"

#include "widgets/sl-held-selection.h"
#include "widgets/sl-typing-pause.h"

struct _SlEditableCell
{
  GtkWidget parent_instance;
  GtkWidget *label;
  GtkWidget *text; /* NULL until the first edit */
  char *shown;
  char *placeholder;
  char *name;
  SlTypingPause pause;
  gboolean editing;
};

enum
{
  COMMIT,
  TYPING,
  FINISHED,
  KEY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlEditableCell, sl_editable_cell, GTK_TYPE_WIDGET)

static void
update_label (SlEditableCell *self)
{
  gboolean empty = self->shown == NULL || self->shown[0] == '\0';

  gtk_label_set_text (GTK_LABEL (self->label), !empty                      ? self->shown
                                               : self->placeholder != NULL ? self->placeholder
                                                                           : "");
  if (empty)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
}

void
sl_editable_cell_stop (SlEditableCell *self, gboolean accept)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  if (!self->editing)
    return;
  self->editing = FALSE;
  sl_typing_pause_end (&self->pause);
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  gtk_widget_set_visible (self->text, FALSE);
  gtk_widget_set_visible (self->label, TRUE);
  if (accept && g_strcmp0 (typed, self->shown) != 0)
    g_signal_emit (self, signals[COMMIT], 0, typed);
  g_signal_emit (self, signals[FINISHED], 0, accept);
}

static void
activated_cb (SlEditableCell *self)
{
  sl_editable_cell_stop (self, TRUE);
}

static void
focus_left_cb (SlEditableCell *self)
{
  sl_editable_cell_stop (self, TRUE);
}

static gboolean
paused_cb (gpointer data)
{
  SlEditableCell *self = data;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  self->pause.id = 0;
  g_signal_emit (self, signals[TYPING], 0, typed);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (SlEditableCell *self)
{
  if (self->editing)
    sl_typing_pause_begin (&self->pause, paused_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlEditableCell *self)
{
  gboolean used = FALSE;

  if (keyval == GDK_KEY_Escape)
    {
      sl_editable_cell_stop (self, FALSE);
      return GDK_EVENT_STOP;
    }
  g_signal_emit (self, signals[KEY], 0, keyval,
                 (guint)(state & gtk_accelerator_get_default_mod_mask ()), &used);
  return used;
}

static void
commit_action_cb (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_editable_cell_stop (SL_EDITABLE_CELL (widget), TRUE);
}

static void
ensure_text (SlEditableCell *self)
{
  GtkEventController *focus;
  GtkEventController *keys;

  if (self->text != NULL)
    return;
  /* GtkText has no role of its own: it counts on the entry around it. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX,
                             "enable-undo", FALSE, "hexpand", TRUE, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->text, keys);
}

void
sl_editable_cell_start (SlEditableCell *self)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  if (self->editing)
    return;
  ensure_text (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), self->shown != NULL ? self->shown : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name : "", -1);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_visible (self->text, TRUE);
  self->editing = TRUE;
  gtk_widget_grab_focus (self->text);
  sl_held_selection_set (GTK_EDITABLE (self->text), 0);
}

static void
sl_editable_cell_dispose (GObject *object)
{
  SlEditableCell *self = SL_EDITABLE_CELL (object);

  self->editing = FALSE;
  sl_typing_pause_end (&self->pause);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_editable_cell_parent_class)->dispose (object);
}

static void
sl_editable_cell_finalize (GObject *object)
{
  SlEditableCell *self = SL_EDITABLE_CELL (object);

  g_free (self->shown);
  g_free (self->placeholder);
  g_free (self->name);
  G_OBJECT_CLASS (sl_editable_cell_parent_class)->finalize (object);
}

static void
sl_editable_cell_class_init (SlEditableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_editable_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_editable_cell_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "field.commit", NULL, commit_action_cb);
  signals[COMMIT] = g_signal_new ("commit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPING] = g_signal_new ("typing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
sl_editable_cell_init (SlEditableCell *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "ellipsize",
                              PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
sl_editable_cell_new (void)
{
  return g_object_new (SL_TYPE_EDITABLE_CELL, NULL);
}

void
sl_editable_cell_set_text (SlEditableCell *self, const char *text)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  if (g_strcmp0 (self->shown, text) == 0 && self->shown != NULL)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  update_label (self);
}

void
sl_editable_cell_set_placeholder (SlEditableCell *self, const char *text)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  g_free (self->placeholder);
  self->placeholder = g_strdup (text);
  update_label (self);
}

void
sl_editable_cell_set_name (SlEditableCell *self, const char *name)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  g_free (self->name);
  self->name = g_strdup (name);
}

void
sl_editable_cell_set_numeric (SlEditableCell *self, gboolean numeric)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  gtk_label_set_xalign (GTK_LABEL (self->label), numeric ? 1.0f : 0.0f);
  if (numeric)
    gtk_widget_add_css_class (self->label, "numeric");
}

gboolean
sl_editable_cell_is_editing (SlEditableCell *self)
{
  return self->editing;
}

GtkEditable *
sl_editable_cell_get_editable (SlEditableCell *self)
{
  ensure_text (self);
  return GTK_EDITABLE (self->text);
}

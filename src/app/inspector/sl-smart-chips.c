/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lights follow the analysis; the buttons stay, only what they say changes. */

#include "config.h"

#include "inspector/sl-smart-chips.h"

#include <glib/gi18n.h>

#include "analysis/sl-smart-lights.h"
#include "widgets/sl-wrap-layout.h"

struct _SlSmartChips
{
  GtkWidget parent_instance;
  GtkWidget *buttons[SL_SMART_N_LETTERS];
  guint fields[SL_SMART_N_LETTERS];
  SlSession *session;
  SlId goal;
};

G_DEFINE_FINAL_TYPE (SlSmartChips, sl_smart_chips, GTK_TYPE_WIDGET)

static guint field_requested;

static void
show_light (SlSmartChips *self, SlSmartLetter letter, const SlSmartLight *light)
{
  /* A check and a square: no color is needed to tell them apart. */
  g_autofree char *text
      = g_strdup_printf ("%s %c", light->passed ? "✓" : "■", sl_smart_letter (letter));
  g_autofree char *spoken
      /* Translators: a letter of SMART, "Measurable", and what is wrong with it. */
      = g_strdup_printf (_ ("%s: %s"), light->name, light->passed ? _ ("passed") : light->why);

  self->fields[letter] = light->field;
  gtk_button_set_label (GTK_BUTTON (self->buttons[letter]), text);
  gtk_widget_set_tooltip_text (self->buttons[letter], spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[letter]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (light->passed)
    gtk_widget_add_css_class (self->buttons[letter], "dim-label");
  else
    gtk_widget_remove_css_class (self->buttons[letter], "dim-label");
}

static void
update (SlSmartChips *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  SlSmartLight lights[SL_SMART_N_LETTERS];
  gboolean shown = analysis != NULL && sl_smart_lights (analysis->facts, self->goal, lights);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  for (guint i = 0; i < SL_SMART_N_LETTERS; i++)
    show_light (self, i, &lights[i]);
  sl_smart_lights_clear (lights);
}

static void
clicked_cb (SlSmartChips *self, GtkWidget *button)
{
  for (guint i = 0; i < SL_SMART_N_LETTERS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, field_requested, 0, self->fields[i]);
}

static void
sl_smart_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SL_SMART_CHIPS (object)->session);
  G_OBJECT_CLASS (sl_smart_chips_parent_class)->dispose (object);
}

static void
sl_smart_chips_class_init (SlSmartChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_smart_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  field_requested = g_signal_new ("field-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sl_smart_chips_init (SlSmartChips *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How clear the goal is"), -1);
  for (guint i = 0; i < SL_SMART_N_LETTERS; i++)
    {
      self->buttons[i] = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (self->buttons[i], "sl-chip");
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }
}

GtkWidget *
sl_smart_chips_new (SlSession *session, SlId goal)
{
  SlSmartChips *self = g_object_new (SL_TYPE_SMART_CHIPS, NULL);

  self->session = g_object_ref (session);
  self->goal = goal;
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small buttons in rows. Numbers that are about two records stand behind the button that opens all;
 * the last button opens the line of sight. */

#include "config.h"

#include "why/sl-number-chips.h"

#include <glib/gi18n.h>

#include "widgets/sl-wrap-layout.h"
#include "why/sl-sight-view.h"
#include "why/sl-why-popover.h"

#define MAX_CHIPS 5

struct _SlNumberChips
{
  GtkWidget parent_instance;
  SlSession *session;
  SlId record;
  char *shown; /* what the buttons say: they are made anew only when that changes */
};

G_DEFINE_FINAL_TYPE (SlNumberChips, sl_number_chips, GTK_TYPE_WIDGET)

static void
chip_clicked_cb (GtkWidget *button, SlNumberChips *self)
{
  SlNumber number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sl-number"));

  sl_why_popup (self->session, GTK_WIDGET (self), button, number, self->record, SL_ID_NONE);
}

static void
all_clicked_cb (GtkWidget *button, SlNumberChips *self)
{
  sl_why_popup_record (self->session, GTK_WIDGET (self), button, self->record);
}

static void
sight_clicked_cb (GtkWidget *button, SlNumberChips *self)
{
  sl_sight_popup (self->session, GTK_WIDGET (self), button, self->record);
}

static GtkWidget *
add_chip (SlNumberChips *self, const char *text, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "sl-chip");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* The numbers that are named by the record alone, most asked for first. */
static GPtrArray *
find_numbers (SlNumberChips *self, SlAnalysis *analysis, GArray *numbers)
{
  static const SlNumber candidates[]
      = { SL_NUMBER_PROGRESS, SL_NUMBER_SATISFACTION, SL_NUMBER_WEIGHT,  SL_NUMBER_MONEY,
          SL_NUMBER_DATES,    SL_NUMBER_INFLUENCE,    SL_NUMBER_BOOKING, SL_NUMBER_KEPT };
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_explanation_free);

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && out->len < MAX_CHIPS; i++)
    {
      SlExplanation *one = sl_explain (analysis, candidates[i], self->record, SL_ID_NONE);

      if (one == NULL)
        continue;
      g_ptr_array_add (out, one);
      g_array_append_val (numbers, candidates[i]);
    }
  return out;
}

static char *
chip_text (const SlExplanation *explanation)
{
  /* Translators: a number and its value: “Progress: 43 %” */
  return g_strdup_printf (_ ("%s: %s"), explanation->title, explanation->value);
}

static void
clear (SlNumberChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
fill (SlNumberChips *self, GPtrArray *all, GArray *numbers)
{
  GtkWidget *button;

  clear (self);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *text = chip_text (all->pdata[i]);

      button = add_chip (self, text, _ ("Why This Number"));
      g_object_set_data (G_OBJECT (button), "sl-number",
                         GUINT_TO_POINTER (g_array_index (numbers, SlNumber, i)));
      g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
    }
  if (all->len > 0)
    {
      button = add_chip (self, _ ("All Numbers"), _ ("Why These Numbers (Ctrl+I)"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (all_clicked_cb), self, 0);
    }
  button = add_chip (self, _ ("Line of Sight"), _ ("Line of Sight (Ctrl+L)"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (sight_clicked_cb), self, 0);
}

static void
update (SlNumberChips *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (SlNumber));
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  if (analysis == NULL)
    return;
  all = find_numbers (self, analysis, numbers);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *text = chip_text (all->pdata[i]);

      g_string_append_printf (shown, "%s\n", text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  fill (self, all, numbers);
}

static void
sl_number_chips_dispose (GObject *object)
{
  SlNumberChips *self = SL_NUMBER_CHIPS (object);

  clear (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sl_number_chips_parent_class)->dispose (object);
}

static void
sl_number_chips_class_init (SlNumberChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_number_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sl_number_chips_init (SlNumberChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Computed numbers"), -1);
}

GtkWidget *
sl_number_chips_new (SlSession *session, SlId record)
{
  SlNumberChips *self = g_object_new (SL_TYPE_NUMBER_CHIPS, NULL);

  self->session = g_object_ref (session);
  self->record = record;
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

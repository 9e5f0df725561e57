/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out an explanation. It is made anew for each popover and never changes. */

#include "config.h"

#include "why/sl-why-view.h"

#include <glib/gi18n.h>

#include "widgets/sl-one-stop.h"

/* A longer value may wrap. */
#define VALUE_CHARS 18

static GtkWidget *
make_label (const char *text, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                                   GTK_NATURAL_WRAP_NONE, "max-width-chars", 46, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
make_row (const SlEvidence *evidence)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (evidence->label, NULL);
  GtkWidget *value = make_label (evidence->value, "numeric");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", evidence->label, evidence->value);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (value), VALUE_CHARS);
  gtk_label_set_wrap (GTK_LABEL (value), g_utf8_strlen (evidence->value, -1) > VALUE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (value), 1.0f);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, "sl-why-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), evidence->record != SL_ID_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "sl-id",
                          g_memdup2 (&evidence->record, sizeof evidence->record), g_free);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SlSession *session)
{
  SlId id = *(SlId *)g_object_get_data (G_OBJECT (row), "sl-id");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  sl_session_show (session, id);
}

static GtkWidget *
make_list (SlSession *session, const GArray *rows, const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (&g_array_index (rows, SlEvidence, i)));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), session, 0);
  sl_one_stop_attach (list);
  return list;
}

static GtkWidget *
make_left_out (SlSession *session, const GArray *rows)
{
  g_autofree char *title
      /* Translators: how many things a number does not count. */
      = g_strdup_printf (_ ("Not Counted (%u)"), rows->len);
  GtkWidget *expander = gtk_expander_new (title);

  gtk_expander_set_child (GTK_EXPANDER (expander), make_list (session, rows, _ ("Not counted")));
  return expander;
}

static GtkWidget *
make_head (const SlExplanation *explanation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (explanation->title, "heading");
  GtkWidget *value = make_label (explanation->value, "heading");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 26);
  gtk_label_set_max_width_chars (GTK_LABEL (value), 22);
  gtk_label_set_xalign (GTK_LABEL (value), 1.0f);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), value);
  return box;
}

GtkWidget *
sl_why_view_new (SlSession *session, const SlExplanation *explanation)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  g_autofree char *source = NULL;

  gtk_box_append (box, make_head (explanation));
  if (explanation->subject[0] != '\0')
    gtk_box_append (box, make_label (explanation->subject, "dim-label"));
  gtk_box_append (box, make_label (explanation->formula, NULL));
  if (explanation->inputs->len > 0)
    gtk_box_append (box, make_list (session, explanation->inputs, _ ("What goes in")));
  if (explanation->left_out->len > 0)
    gtk_box_append (box, make_left_out (session, explanation->left_out));
  for (guint i = 0; i < explanation->notes->len; i++)
    gtk_box_append (box, make_label (explanation->notes->pdata[i], NULL));
  /* Translators: where a method is from. */
  source = g_strdup_printf (_ ("Source: %s"), explanation->source);
  gtk_box_append (box, make_label (source, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (box)), "dim-label");
  return GTK_WIDGET (box);
}

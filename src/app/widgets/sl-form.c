/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the rows of forms. It knows no kind of record. */

#include "config.h"

#include "widgets/sl-form.h"

#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-spoken.h"

#define WIDEST 720
#define MARGIN 18

GtkBox *
sl_form_fill (GtkWidget *parent, GtkWidget **scroller)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 MARGIN, "margin-top", MARGIN, "margin-bottom", MARGIN,
                                 "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDEST, "child", box, NULL);

  *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                            "child", clamp, NULL);
  gtk_widget_set_parent (*scroller, parent);
  return GTK_BOX (box);
}

GtkWidget *
sl_form_add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return group;
}

GtkWidget *
sl_form_add_field (GtkWidget *group, GPtrArray *rows, SlSession *session, SlId id, guint field)
{
  GtkWidget *row = sl_field_row_new (session, id, field);

  g_return_val_if_fail (row != NULL, NULL);
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

void
sl_form_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
sl_form_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

GtkWidget *
sl_form_link_row (const char *title, const char *subtitle, GCallback activated, gpointer data)
{
  GtkWidget *row = sl_form_row (title, subtitle);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (subtitle != NULL)
    {
      /* The subtitle tells newer libadwaita nothing, and would outdo the description. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      subtitle, -1);
    }
  g_signal_connect_object (row, "activated", activated, data, 0);
  return row;
}

GtkWidget *
sl_form_add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked,
                    gpointer data)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", name,
                                    "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, data, 0);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

GtkWidget *
sl_form_entry (const char *name, GCallback activated, gpointer data)
{
  GtkWidget *entry
      = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", name, "tooltip-text", name, NULL);

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "activate", activated, data, G_CONNECT_SWAPPED);
  return entry;
}

GtkWidget *
sl_form_choice (const SlField *field, const gint64 *codes, guint n)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; codes != NULL ? i < n : field->values[i].name != NULL; i++)
    {
      const SlEnumValue *value
          = codes != NULL ? sl_field_enum_by_code (field, codes[i]) : &field->values[i];

      gtk_string_list_append (words, _ (value->nick));
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_widget_set_tooltip_text (choice, _ (field->nick));
  sl_spoken_drop_down (GTK_DROP_DOWN (choice), _ (field->nick));
  return choice;
}

void
sl_form_set_id (GtkWidget *widget, SlId id)
{
  g_object_set_data_full (G_OBJECT (widget), "sl-id", g_memdup2 (&id, sizeof id), g_free);
}

SlId
sl_form_get_id (GtkWidget *widget)
{
  const SlId *id = g_object_get_data (G_OBJECT (widget), "sl-id");

  return id != NULL ? *id : SL_ID_NONE;
}

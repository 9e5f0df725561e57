/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and roles for assistive technology, where those that widgets give themselves mislead: a
 * button repeats its label, the button of a drop-down is called by its type, the field of an entry
 * row has no role, so that nobody hears of its focus, and with GTK 4.18 the entries of a menu have
 * no name. */

#include "config.h"

#include "widgets/sl-spoken.h"

#include <glib/gi18n.h>

/* The field itself offers no text to assistive technology. */
static void
entry_changed_cb (GtkEditable *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_editable_get_text (row),
                                  -1);
}

static void
tidy_entry_row (GtkEditable *row)
{
  GtkEditable *text = gtk_editable_get_delegate (row);

  g_return_if_fail (text != NULL);
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_object_set (row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_signal_connect (row, "changed", G_CALLBACK (entry_changed_cb), NULL);
  entry_changed_cb (row);
}

void
sl_spoken_tidy (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  if (ADW_IS_ENTRY_ROW (root))
    {
      tidy_entry_row (GTK_EDITABLE (root));
      return;
    }
  if (GTK_IS_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL)
    {
      /* Without a mnemonic it has no other name. */
      if (gtk_button_get_use_underline (GTK_BUTTON (root)))
        gtk_accessible_reset_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sl_spoken_tidy (child);
}

static void
selected_cb (GtkDropDown *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "sl-spoken");
  /* Newer GTK takes the name of the button from the whole. */
  GtkWidget *named = gtk_check_version (4, 10, 0) == NULL
                         ? GTK_WIDGET (drop_down)
                         : gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  /* Translators: what a drop-down is for, then what is chosen: “Level: Objective” */
  g_autofree char *said
      = GTK_IS_STRING_OBJECT (item)
            ? g_strdup_printf (_ ("%s: %s"), name, gtk_string_object_get_string (item))
            : g_strdup (name);

  /* To what is chosen alone, and it would outdo the name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
sl_spoken_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);
  g_object_set_data_full (G_OBJECT (drop_down), "sl-spoken", g_strdup (name), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop_down);
}

static GtkWidget *
find_list (GtkWidget *root)
{
  if (GTK_IS_LIST_BOX (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *list = find_list (child);

      if (list != NULL)
        return list;
    }
  return NULL;
}

void
sl_spoken_group (AdwPreferencesGroup *group, const char *name)
{
  GtkWidget *list;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  list = find_list (GTK_WIDGET (group));
  if (list != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkLabel *
find_label (GtkWidget *root)
{
  GtkLabel *label = GTK_IS_LABEL (root) ? GTK_LABEL (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* The entries have no public type, only a public CSS name. */
static void
name_entries (GtkWidget *widget)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "modelbutton"))
    {
      GtkLabel *label = find_label (widget);

      if (label == NULL)
        return;
      /* To a label that tells nothing, and it would outdo the name. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (label), -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_entries (child);
}

void
sl_spoken_menus (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  if (GTK_IS_POPOVER_MENU (root))
    {
      /* Which entries there are is known only then. */
      g_signal_connect (root, "map", G_CALLBACK (name_entries), NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sl_spoken_menus (child);
}

/* Names @widget and all lists below it. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

void
sl_spoken_expander (AdwExpanderRow *row)
{
  const char *title;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_lists (GTK_WIDGET (row), title);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles are long in the list and short in the row, whose own title needs room. The list is made
 * anew only where it differs: a new one closes the old one in the user's face. */

#include "config.h"

#include "print/sl-title-list.h"

#define ROW_CHARS 15
#define LIST_CHARS 44

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer chars)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize",
                                               PANGO_ELLIPSIZE_END, "max-width-chars",
                                               GPOINTER_TO_INT (chars), NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, title);
}

/* GTK 4.8 names an entry after its C type. What shows in the row is no entry, and is not named. */
static void
bind_entry_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *entry = gtk_widget_get_parent (gtk_list_item_get_child (item));

  bind_cb (factory, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (gtk_list_item_get_item (item)), -1);
}

static GtkListItemFactory *
factory_new (int chars, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (chars));
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

void
sl_title_list_set_up (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) in_row = factory_new (ROW_CHARS, G_CALLBACK (bind_cb));
  g_autoptr (GtkListItemFactory) in_list = factory_new (LIST_CHARS, G_CALLBACK (bind_entry_cb));

  adw_combo_row_set_factory (row, in_row);
  adw_combo_row_set_list_factory (row, in_list);
}

static gboolean
offers (AdwComboRow *row, const char *const *titles)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (row));
  const guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  if (n != g_strv_length ((char **)titles))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (list, i), titles[i]))
      return FALSE;
  return TRUE;
}

void
sl_title_list_offer (AdwComboRow *row, const char *const *titles, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  if (!offers (row, titles))
    {
      list = gtk_string_list_new (titles);
      adw_combo_row_set_model (row, G_LIST_MODEL (list));
    }
  adw_combo_row_set_selected (row, selected);
}

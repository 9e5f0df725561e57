/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two by two tables, each of the entries of one list. */

#include "config.h"

#include "views/sl-swot-view.h"

#include <glib/gi18n.h>

#include "widgets/sl-record-menu.h"
#include "widgets/sl-record-table.h"

#define ACTIONS "sl-actions"

static const char *const titles[SL_N_SWOT_LISTS]
    = { N_ ("Strengths"), N_ ("Weaknesses"), N_ ("Opportunities"), N_ ("Threats") };

static gboolean
is_in_list (const SlSnapshot *plan, guint row, gpointer list)
{
  return sl_table_int (sl_snapshot_table (plan, SL_KIND_SWOT), row, SL_SWOT_LIST)
         == GPOINTER_TO_INT (list);
}

static gboolean
put_in_list (GVariantBuilder *fields, gpointer list)
{
  g_variant_builder_add (fields, "{sv}", "list", g_variant_new_int64 (GPOINTER_TO_INT (list)));
  return TRUE;
}

static void
add_clicked_cb (SlRecordTable *table)
{
  sl_record_table_add (table);
}

/* The name of a list with the button that adds to it. */
static GtkWidget *
make_head (SlSwotList list, GtkWidget *table)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 6, "margin-start", 12, "margin-end", 6,
                                  "margin-top", 6, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _ (titles[list]), "xalign", 0.0f,
                                   "hexpand", TRUE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: one of four lists: “Add to Strengths” */
  g_autofree char *name = g_strdup_printf (_ ("Add to %s"), _ (titles[list]));

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), table,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static void
add_action_cb (GSimpleAction *action, GVariant *param, gpointer table)
{
  sl_record_table_add (table);
}

/* What adds to the first list. */
static void
make_actions (GtkWidget *grid, SlRecordTable *table)
{
  g_autoptr (GSimpleAction) add = g_simple_action_new ("add", NULL);
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_signal_connect_object (add, "activate", G_CALLBACK (add_action_cb), table, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (add));
  g_object_set_data_full (G_OBJECT (grid), ACTIONS, group, g_object_unref);
}

GActionGroup *
sl_swot_view_get_actions (GtkWidget *self)
{
  return g_object_get_data (G_OBJECT (self), ACTIONS);
}

static GtkWidget *
make_list (SlSession *session, GtkWidget *grid, SlSwotList list)
{
  static const char *const columns[] = { "item", NULL };
  const SlRecordTableSpec spec = { .kind = SL_KIND_SWOT,
                                   .columns = columns,
                                   .filter = is_in_list,
                                   .fill = put_in_list,
                                   .data = GINT_TO_POINTER (list) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = sl_record_table_new (session, &spec);

  gtk_widget_set_vexpand (table, TRUE);
  gtk_widget_set_hexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), make_head (list, table));
  gtk_box_append (GTK_BOX (box), table);
  if (list == SL_SWOT_STRENGTH)
    make_actions (grid, SL_RECORD_TABLE (table));
  sl_record_menu_attach_table (session, box, NULL, SL_RECORD_TABLE (table));
  return box;
}

GtkWidget *
sl_swot_view_new (SlSession *session)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-homogeneous", TRUE, "column-homogeneous",
                                  TRUE, "column-spacing", 6, NULL);

  for (guint list = 0; list < SL_N_SWOT_LISTS; list++)
    gtk_grid_attach (GTK_GRID (grid), make_list (session, grid, list), (int)list % 2, (int)list / 2,
                     1, 1);
  return grid;
}

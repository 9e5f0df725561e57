/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Context menus of charts. */

#include "config.h"

#include "widgets/sl-record-menu.h"

#include <glib/gi18n.h>

static void
delete_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlChartView *chart = data;
  SlSession *session = sl_chart_view_get_session (chart);
  SlId id = sl_session_get_selected (session);

  if (id != SL_ID_NONE)
    sl_session_delete (session, &id, 1, SL_ID_NONE);
}

static void
rename_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlSession *session = sl_chart_view_get_session (data);

  sl_session_edit (session, sl_session_get_selected (session));
}

static void
run_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlSession *session = sl_chart_view_get_session (data);
  SlId id = sl_session_get_selected (session);

  if (id != SL_ID_NONE)
    sl_session_run (session, g_variant_get_string (param, NULL),
                    g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1,
                                                                       sizeof (SlId))),
                    NULL);
}

static void
add_actions (SlChartView *chart, GtkWidget *page)
{
  static const GActionEntry entries[] = {
    { .name = "delete", .activate = delete_cb },
    { .name = "rename", .activate = rename_cb },
    { .name = "run", .activate = run_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), chart);
  gtk_widget_insert_action_group (page, "record", G_ACTION_GROUP (group));
}

static GMenuModel *
make_menu (const SlHit *hit)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (hit != NULL && hit->kind == SL_KIND_GOAL)
    {
      g_menu_append (first, _ ("_Add Goal Below"), "page.add");
      g_menu_append (first, _ ("Add _Part"), "page.add-child");
      g_menu_append (first, _ ("_Link…"), "page.link");
    }
  else if (hit != NULL && (hit->kind == SL_KIND_TASK || hit->kind == SL_KIND_MILESTONE))
    {
      g_menu_append (first, _ ("_Add Task"), "page.add");
      g_menu_append (first, _ ("Add _Milestone"), "page.add-milestone");
      g_menu_append (first, _ ("_Depends on…"), "page.link");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (hit != NULL && (sl_kind (hit->kind)->flags & SL_KIND_TREE))
    {
      g_menu_append (move, _ ("Move _Up"), "record.run::tree.move-up");
      g_menu_append (move, _ ("Move _Down"), "record.run::tree.move-down");
      g_menu_append (move, _ ("_Indent"), "record.run::tree.indent");
      g_menu_append (move, _ ("_Outdent"), "record.run::tree.outdent");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
      g_menu_append (last, _ ("_Rename"), "record.rename");
    }
  g_menu_append (last, _ ("D_elete"), "record.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

static gboolean
unparent_idle_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  /* The action of the chosen entry runs after "closed". */
  g_idle_add (unparent_idle_cb, popover);
}

static void
menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = NULL;
  graphene_point_t at;
  GtkWidget *popover;

  if (hit == NULL || hit->id == SL_ID_NONE
      || !gtk_widget_compute_point (GTK_WIDGET (chart), page,
                                    &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    return;
  menu = make_menu (hit);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, page);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
sl_record_menu_attach (SlChartView *chart, GtkWidget *page)
{
  add_actions (chart, page);
  g_signal_connect_object (chart, "menu-requested", G_CALLBACK (menu_requested_cb), page, 0);
}

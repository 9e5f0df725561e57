/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Stakeholders page: the matrix of positions, how much say each party has, the register of
 * them, and their roles. */

#include "config.h"

#include "views/sl-stakeholders-page.h"

#include <glib/gi18n.h>

#include "base/sl-date.h"

#include "views/sl-contact-tab.h"
#include "views/sl-inclusion-list.h"
#include "views/sl-position-bar.h"
#include "views/sl-power-view.h"
#include "views/sl-role-view.h"
#include "views/sl-tab-page.h"
#include "widgets/sl-record-menu.h"

#define MATRIX "matrix"
#define REGISTER "register"
#define ROLES "roles"
#define POWER "power"

/* --- Positions --- */

/* Shows the cell of a party and a goal, ready to be typed into; a party that was never asked is
 * shown for it. */
static void
show_cell_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlTabPage *page = data;
  SlChartView *chart = sl_tab_page_get_chart_view (page, MATRIX);
  SlHit cell = { .kind = SL_KIND_POSITION, .part = SL_PART_CELL };

  g_variant_get (param, "(xx)", &cell.a, &cell.b);
  sl_tab_page_show (page, MATRIX);
  sl_chart_view_get_scene (chart); /* a page that is shown for the first time has none yet */
  if (!sl_chart_view_go_to (chart, &cell))
    {
      sl_position_bar_show_unasked (g_object_get_data (G_OBJECT (page), "sl-position-bar"));
      sl_chart_view_get_scene (chart);
      sl_chart_view_go_to (chart, &cell);
    }
}

static void
add_cell_actions (SlTabPage *page)
{
  static const char *const names[] = { "reveal-cell", "show-position" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], G_VARIANT_TYPE ("(xx)"));

      g_signal_connect_object (action, "activate", G_CALLBACK (show_cell_cb), page, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (page), "page", G_ACTION_GROUP (group));
}

static SlChartView *
make_matrix (SlSession *session)
{
  return SL_CHART_VIEW (sl_matrix_view_new (session));
}

static void
add_matrix (SlTabPage *page)
{
  static const SlTabSpec tab
      = { .id = MATRIX,
          .title = N_ ("Matrix"),
          .add = N_ ("Party"),
          .chart = &sl_chart_stakeholder_matrix,
          .view = make_matrix,
          .empty = SL_KIND_PARTY,
          .empty_picture = SL_KIND_PARTY,
          .empty_words = N_ (
              "See at one glance who is for which goal, who is against it, and who was not asked"),
          .empty_button = N_ ("_Add First Party") };
  GtkWidget *bar;

  sl_tab_page_add (page, &tab);
  bar = sl_position_bar_new (SL_MATRIX_VIEW (sl_tab_page_get_chart_view (page, MATRIX)));
  sl_tab_page_append (page, MATRIX, bar);
  g_object_set_data (G_OBJECT (page), "sl-position-bar", bar);
  add_cell_actions (page);
}

/* --- Power and interest --- */

static void
add_power (SlTabPage *page)
{
  static const SlTabSpec tab = {
    .id = POWER,
    .title = N_ ("Power and Interest"),
    .add = N_ ("Party"),
    .chart = &sl_chart_power_interest,
    .view = sl_power_view_new,
    .empty = SL_KIND_PARTY,
    .empty_picture = SL_KIND_POSITION,
    .empty_words = N_ (
        "Place each party by how much say it has and how much it cares, and see whom to win first"),
    .empty_button = N_ ("_Add First Party")
  };

  sl_tab_page_add (page, &tab);
  sl_tab_page_append (
      page, POWER,
      sl_tab_page_make_note (
          _ ("Drag a party, or move it with Ctrl and the arrow keys, with Shift by more")));
}

/* --- Register --- */

static SlOutlineView *
add_register (SlTabPage *page)
{
  static const char *const columns[]
      = { "type",         "power",   "interest", "engagement", "engagement_wanted",
          "last_contact", "contact", NULL };
  static const SlTabSpec tab
      = { .id = REGISTER,
          .title = N_ ("Register"),
          .add = N_ ("Party"),
          .empty = SL_KIND_PARTY,
          .empty_picture = SL_N_KINDS,
          .empty_words = N_ ("Write down everybody who has a stake: what they are, how much say "
                             "they have, how to reach them"),
          .empty_button = N_ ("_Add First Party") };
  SlOutlineView *outline = SL_OUTLINE_VIEW (
      sl_outline_view_new (sl_tab_page_get_session (page), SL_KIND_PARTY, SL_N_KINDS, columns));

  sl_outline_view_shrink_to_fit (outline);
  sl_tab_page_add_outline (page, &tab, outline);
  sl_tab_page_append (page, REGISTER, sl_inclusion_list_new (sl_tab_page_get_session (page)));
  return outline;
}

/* --- Needs --- */

static gboolean
fill_today (GVariantBuilder *fields, gpointer data)
{
  g_variant_builder_add (fields, "{sv}", "day", g_variant_new_int64 (sl_day_today ()));
  return TRUE;
}

static void
add_needs (SlTabPage *page)
{
  static const char *const columns[] = { "party", "goal", "type", "status", "weight", "day", NULL };
  static const SlRecordTableSpec needs
      = { .kind = SL_KIND_NEED, .columns = columns, .sort = "party", .fill = fill_today };
  static const SlTabSpec tab
      = { .id = "needs", .title = N_ ("Needs"), .add = N_ ("Need"), .table = &needs };

  sl_tab_page_add (page, &tab);
}

/* --- Roles --- */

static void
all_toggled_cb (GtkCheckButton *button, SlChartView *view)
{
  sl_chart_view_get_params (view)->show_unasked = gtk_check_button_get_active (button);
  sl_chart_view_relayout (view);
}

/* What can be typed, and who has a column. */
static GtkWidget *
make_role_bar (SlChartView *view)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-end", 12, NULL);
  GtkWidget *label = sl_tab_page_make_note (
      _ ("Type R, A, C or I into a cell; with Shift a second letter. Delete for no role"));
  GtkWidget *all = gtk_check_button_new_with_label (_ ("Show All Parties"));

  g_signal_connect_object (all, "toggled", G_CALLBACK (all_toggled_cb), view, 0);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), all);
  return bar;
}

static void
add_roles (SlTabPage *page)
{
  static const SlTabSpec tab
      = { .id = ROLES,
          .title = N_ ("Roles"),
          .add = N_ ("Party"),
          .chart = &sl_chart_raci,
          .view = sl_role_view_new,
          .empty = SL_KIND_PARTY,
          .empty_picture = SL_KIND_PARTY,
          .empty_words
          = N_ ("Say of each goal who does it, who answers for it, who is asked and who is told"),
          .empty_button = N_ ("_Add First Party") };

  sl_tab_page_add (page, &tab);
  sl_tab_page_append (page, ROLES, make_role_bar (sl_tab_page_get_chart_view (page, ROLES)));
}

GtkWidget *
sl_stakeholders_page_new (SlSession *session)
{
  GtkWidget *widget = sl_tab_page_new (session);
  SlTabPage *page = SL_TAB_PAGE (widget);
  SlOutlineView *outline;

  add_matrix (page);
  add_power (page);
  outline = add_register (page);
  add_needs (page);
  add_roles (page);
  sl_contact_tab_add (page);
  sl_record_menu_attach (session, widget, sl_tab_page_get_chart_view (page, MATRIX), outline);
  sl_record_menu_attach_chart (sl_tab_page_get_chart_view (page, POWER), outline);
  sl_record_menu_attach_chart (sl_tab_page_get_chart_view (page, ROLES), outline);
  return widget;
}

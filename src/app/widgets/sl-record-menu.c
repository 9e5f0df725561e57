/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Context menus of charts and outlines. */

#include "config.h"

#include "widgets/sl-record-menu.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-open.h"
#include "matrix/sl-matrix.h"
#include "roles/sl-role-matrix.h"
#include "widgets/sl-clock.h"

static void
delete_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlSession *session = data;
  SlId id = sl_session_get_selected (session);

  if (id != SL_ID_NONE)
    sl_session_delete (session, &id, 1, SL_ID_NONE);
}

static void
rename_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  sl_session_edit (data, sl_session_get_selected (data));
}

static void
run_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlSession *session = data;
  SlId id = sl_session_get_selected (session);

  if (id != SL_ID_NONE)
    sl_session_run (session, g_variant_get_string (param, NULL),
                    g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1,
                                                                       sizeof (SlId))),
                    NULL);
}

/* The parameters are those of the command. */
static void
position_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  sl_session_run (data, "position.set", param, NULL);
}

static void
roles_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  sl_session_run (data, "role.set", param, NULL);
}

static void
conflict_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  sl_conflict_open_record (data, sl_session_get_selected (data));
}

static void
cell_conflict_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  gint64 party, goal;

  g_variant_get (param, "(xx)", &party, &goal);
  sl_conflict_open_cell (data, party, goal);
}

static void
add_actions (SlSession *session, GtkWidget *page)
{
  static const GActionEntry entries[] = {
    { .name = "delete", .activate = delete_cb },
    { .name = "rename", .activate = rename_cb },
    { .name = "run", .activate = run_cb, .parameter_type = "s" },
    { .name = "position", .activate = position_cb, .parameter_type = "(xxxs)" },
    { .name = "roles", .activate = roles_cb, .parameter_type = "(a(xxs))" },
    { .name = "conflict", .activate = conflict_cb },
    { .name = "cell-conflict", .activate = cell_conflict_cb, .parameter_type = "(xx)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), session);
  gtk_widget_insert_action_group (page, "record", G_ACTION_GROUP (group));
}

static void
append_position (GMenu *menu, const SlHit *cell, gint64 value, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "record.position",
                                           g_variant_new ("(xxxs)", cell->a, cell->b, value, ""));
  g_menu_append_item (menu, item);
}

/* A cell of the matrix: where the party stands. Typing a digit is quicker. */
static GMenuModel *
make_position_menu (const SlHit *cell)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuItem) item = NULL;

  for (int value = 3; value >= -3; value--)
    {
      /* Translators: a position and what it means: “+2 supports” */
      g_autofree char *label = g_strdup_printf (_ ("%+d %s"), value, sl_matrix_value_words (value));

      append_position (menu, cell, value, label);
    }
  append_position (menu, cell, SL_INT_NULL, _ ("Not Asked"));
  item = g_menu_item_new (_ ("Open _Conflict"), NULL);
  g_menu_item_set_action_and_target_value (item, "record.cell-conflict",
                                           g_variant_new ("(xx)", cell->a, cell->b));
  g_menu_append_item (more, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static void
append_role (GMenu *menu, const SlHit *cell, const char *letters, const char *label)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  GVariantBuilder cells;

  g_variant_builder_init (&cells, G_VARIANT_TYPE ("a(xxs)"));
  g_variant_builder_add (&cells, "(xxs)", cell->b, cell->a, letters);
  g_menu_item_set_action_and_target_value (item, "record.roles",
                                           g_variant_new ("(a(xxs))", &cells));
  g_menu_append_item (menu, item);
}

/* A cell of the chart of roles. Typing a letter is quicker. */
static GMenuModel *
make_role_menu (const SlHit *cell)
{
  GMenu *menu = g_menu_new ();

  for (guint role = 0; SL_RACI_LETTERS[role] != '\0'; role++)
    {
      char letter[] = { SL_RACI_LETTERS[role], '\0' };
      g_autofree char *label = g_strdup_printf ("%s %s", letter, sl_role_words (role));

      append_role (menu, cell, letter, label);
    }
  append_role (menu, cell, "RA", _ ("RA does it and answers for it"));
  append_role (menu, cell, "", _ ("No Role"));
  return G_MENU_MODEL (menu);
}

static void
append_additions (GMenu *menu, SlKindId kind)
{
  if (kind == SL_KIND_GOAL)
    {
      g_menu_append (menu, _ ("_Add Goal Below"), "page.add");
      g_menu_append (menu, _ ("Add _Part"), "page.add-child");
      g_menu_append (menu, _ ("_Link…"), "page.link");
    }
  else if (kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    {
      g_menu_append (menu, _ ("_Add Task"), "page.add");
      g_menu_append (menu, _ ("Add _Milestone"), "page.add-milestone");
      g_menu_append (menu, _ ("_Depends on…"), "page.link");
    }
  else if (kind == SL_KIND_PARTY)
    g_menu_append (menu, _ ("_Add Party"), "page.add");
  else
    {
      g_menu_append (menu, _ ("_Add"), "page.add");
      if ((sl_kind (kind)->flags & SL_KIND_NATURAL) == 0)
        g_menu_append (menu, _ ("D_uplicate"), "record.run::record.duplicate");
      if (kind == SL_KIND_RISK)
        g_menu_append (menu, _ ("Start Contingency _Plan"), "risk.start-plan");
    }
}

/* @own: the page's outline holds such records, so they can be added and renamed here. */
static GMenuModel *
make_menu (SlKindId kind, gboolean own)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (own)
    append_additions (first, kind);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (sl_kind (kind)->flags & SL_KIND_TREE)
    {
      g_menu_append (move, _ ("Move _Up"), "record.run::tree.move-up");
      g_menu_append (move, _ ("Move _Down"), "record.run::tree.move-down");
      g_menu_append (move, _ ("_Indent"), "record.run::tree.indent");
      g_menu_append (move, _ ("_Outdent"), "record.run::tree.outdent");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
    }
  if (kind == SL_KIND_GOAL || kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    g_menu_append (last, _ ("S_hift…"), "win.replan::shift");
  if (kind == SL_KIND_GOAL || kind == SL_KIND_GOAL_LINK)
    g_menu_append (last, _ ("Open _Conflict"), "record.conflict");
  if (sl_clock_has_kind (kind))
    g_menu_append (last, _ ("Still _True"), "record.run::record.renew");
  if (own)
    g_menu_append (last, _ ("_Rename"), "record.rename");
  g_menu_append (last, _ ("_Why These Numbers"), "win.why");
  g_menu_append (last, _ ("Line of _Sight"), "win.sight");
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

/* @from: the widget in whose pixels (x, y) are. */
static void
popup (GtkWidget *page, GMenuModel *menu, GtkWidget *from, double x, double y)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  graphene_point_t at;

  if (!gtk_widget_compute_point (from, page, &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    at = GRAPHENE_POINT_INIT (0, 0);
  gtk_widget_set_parent (popover, page);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
chart_menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y,
                         SlOutlineView *outline)
{
  GtkWidget *page = g_object_get_data (G_OBJECT (outline), "sl-page");
  g_autoptr (GMenuModel) menu = NULL;

  if (hit != NULL && hit->part == SL_PART_CELL)
    menu = hit->kind == SL_KIND_ROLE ? make_role_menu (hit) : make_position_menu (hit);
  else if (hit != NULL && hit->id != SL_ID_NONE)
    menu = make_menu (hit->kind, sl_outline_view_shows (outline, hit->kind));
  if (menu != NULL)
    popup (page, menu, GTK_WIDGET (chart), x, y);
}

static void
outline_menu_requested_cb (SlOutlineView *outline, guint kind, double x, double y, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = make_menu (kind, TRUE);

  popup (page, menu, GTK_WIDGET (outline), x, y);
}

void
sl_record_menu_attach_chart (SlChartView *chart, SlOutlineView *outline)
{
  g_signal_connect_object (chart, "menu-requested", G_CALLBACK (chart_menu_requested_cb), outline,
                           0);
}

void
sl_record_menu_attach (SlSession *session, GtkWidget *page, SlChartView *chart,
                       SlOutlineView *outline)
{
  add_actions (session, page);
  g_object_set_data (G_OBJECT (outline), "sl-page", page);
  sl_record_menu_attach_chart (chart, outline);
  g_signal_connect_object (outline, "menu-requested", G_CALLBACK (outline_menu_requested_cb), page,
                           0);
}

static void
table_chart_menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y,
                               SlRecordTable *table)
{
  GtkWidget *page = g_object_get_data (G_OBJECT (table), "sl-page");
  g_autoptr (GMenuModel) menu = NULL;

  if (hit == NULL || hit->id == SL_ID_NONE)
    return;
  menu = make_menu (hit->kind, hit->kind == sl_record_table_get_kind (table));
  popup (page, menu, GTK_WIDGET (chart), x, y);
}

static void
table_menu_requested_cb (SlRecordTable *table, guint kind, double x, double y, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = make_menu (kind, TRUE);

  popup (page, menu, GTK_WIDGET (table), x, y);
}

void
sl_record_menu_attach_table (SlSession *session, GtkWidget *page, SlChartView *chart,
                             SlRecordTable *table)
{
  add_actions (session, page);
  g_object_set_data (G_OBJECT (table), "sl-page", page);
  if (chart != NULL)
    g_signal_connect_object (chart, "menu-requested", G_CALLBACK (table_chart_menu_requested_cb),
                             table, 0);
  g_signal_connect_object (table, "menu-requested", G_CALLBACK (table_menu_requested_cb), page, 0);
}

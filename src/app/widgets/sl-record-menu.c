/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Context menus of charts, tables and rows. What they do to records runs on all that is selected;
 * what only a table can do is in the action group "rows" of its popover. */

#include "config.h"

#include "widgets/sl-record-menu.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-open.h"
#include "matrix/sl-matrix.h"
#include "roles/sl-role-matrix.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-context-menu.h"
#include "widgets/sl-form.h"
#include "widgets/sl-row-editor.h"

static void
delete_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlSession *session = data;
  const GArray *ids = sl_session_get_selection (session);

  if (ids->len > 0)
    sl_session_delete (session, (const SlId *)(gconstpointer)ids->data, ids->len, SL_ID_NONE);
}

static void
show_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  sl_session_show (data, sl_session_get_selected (data));
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
  const GArray *ids = sl_session_get_selection (session);

  if (ids->len > 0)
    sl_session_run (
        session, g_variant_get_string (param, NULL),
        g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data,
                                                           ids->len, sizeof (SlId))),
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
    { .name = "show", .activate = show_cb },
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

/* Where the page has no such action there is no such entry. */
static void
append_if_there (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

static void
append_additions (GMenu *menu, SlKindId kind, const char *add)
{
  if (kind == SL_KIND_GOAL)
    {
      append_if_there (menu, _ ("_Add Goal Below"), add);
      append_if_there (menu, _ ("Add _Part"), "page.add-child");
      append_if_there (menu, _ ("_Link…"), "page.link");
    }
  else if (kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    {
      append_if_there (menu, _ ("_Add Task"), add);
      append_if_there (menu, _ ("Add _Milestone"), "page.add-milestone");
      append_if_there (menu, _ ("_Depends on…"), "page.link");
    }
  else
    append_if_there (menu, kind == SL_KIND_PARTY ? _ ("_Add Party") : _ ("_Add"), add);
  if ((sl_kind (kind)->flags & SL_KIND_NATURAL) == 0)
    g_menu_append (menu, _ ("D_uplicate"), "record.run::record.duplicate");
  if (kind == SL_KIND_RISK)
    append_if_there (menu, _ ("Start Contingency _Plan"), "risk.start-plan");
}

static void
append_clipboard (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("Cu_t"), "rows.cut");
  g_menu_append (section, _ ("_Copy"), "rows.copy");
  g_menu_append (section, _ ("Pa_ste"), "rows.paste");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_moves (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("Move _Up"), "record.run::tree.move-up");
  g_menu_append (section, _ ("Move _Down"), "record.run::tree.move-down");
  g_menu_append (section, _ ("_Indent"), "record.run::tree.indent");
  g_menu_append (section, _ ("_Outdent"), "record.run::tree.outdent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Where a menu is opened: what it can add, paste and move follows from that. */
typedef enum
{
  PLACE_ELSEWHERE, /* a picture or a list on a page where such records are not edited */
  PLACE_PICTURE,   /* of a page where they are */
  PLACE_ORDER,     /* a picture that shows them in the order of an outline */
  PLACE_OUTLINE,
  PLACE_TABLE,
} Place;

static GMenuModel *
make_menu (SlKindId kind, Place place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (place == PLACE_ELSEWHERE)
    g_menu_append (first, _ ("Show on Its Pa_ge"), "record.show");
  else
    append_additions (first, kind, place == PLACE_TABLE ? "rows.add" : "page.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (place >= PLACE_OUTLINE)
    append_clipboard (menu);
  if ((place == PLACE_ORDER || place == PLACE_OUTLINE)
      && (sl_kind (kind)->flags & SL_KIND_TREE) != 0)
    append_moves (menu);
  if (kind == SL_KIND_GOAL || kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    g_menu_append (last, _ ("S_hift…"), "win.replan::shift");
  if (kind == SL_KIND_GOAL || kind == SL_KIND_GOAL_LINK)
    g_menu_append (last, _ ("Open Con_flict"), "record.conflict");
  if (sl_clock_has_kind (kind))
    g_menu_append (last, _ ("Still _True"), "record.run::record.renew");
  if (place != PLACE_ELSEWHERE)
    g_menu_append (last, sl_kind (kind)->title_field >= 0 ? _ ("_Rename") : _ ("_Edit"),
                   "record.rename");
  g_menu_append (last, _ ("_Why These Numbers"), "win.why");
  g_menu_append (last, _ ("Line of Sight"), "win.sight");
  g_menu_append (last, _ ("D_elete"), place >= PLACE_OUTLINE ? "rows.delete" : "record.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

/* A mark that stands for no record, as what two parties have in common. */
static GMenuModel *
make_number_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Why These Numbers"), "win.why");
  return G_MENU_MODEL (menu);
}

/* --- What only a table can do --- */

static void
rows_add_cb (GSimpleAction *action, GVariant *param, gpointer rows)
{
  sl_row_editor_add (rows);
}

static void
rows_cut_cb (GSimpleAction *action, GVariant *param, gpointer rows)
{
  sl_row_editor_copy (rows, TRUE);
}

static void
rows_copy_cb (GSimpleAction *action, GVariant *param, gpointer rows)
{
  sl_row_editor_copy (rows, FALSE);
}

static void
rows_paste_cb (GSimpleAction *action, GVariant *param, gpointer rows)
{
  sl_row_editor_paste (rows);
}

static void
rows_delete_cb (GSimpleAction *action, GVariant *param, gpointer rows)
{
  sl_row_editor_delete_selection (rows);
}

/* (transfer full) */
static GSimpleActionGroup *
make_row_actions (SlRowEditor *rows)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = rows_add_cb },
    { .name = "cut", .activate = rows_cut_cb },
    { .name = "copy", .activate = rows_copy_cb },
    { .name = "paste", .activate = rows_paste_cb },
    { .name = "delete", .activate = rows_delete_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), rows);
  return group;
}

/* --- Charts --- */

static void
popup_on_chart (GtkWidget *page, SlChartView *chart, const SlHit *hit, Place place, double x,
                double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (hit == NULL)
    return;
  if (hit->part == SL_PART_CELL && hit->kind == SL_KIND_ROLE)
    menu = make_role_menu (hit);
  else if (hit->part == SL_PART_CELL && hit->kind == SL_KIND_POSITION)
    menu = make_position_menu (hit);
  else
    menu = hit->id != SL_ID_NONE ? make_menu (hit->kind, place) : make_number_menu ();
  sl_context_menu_popup (page, menu, NULL, GTK_WIDGET (chart), x, y);
}

/* Parties lie in the grid by their power and interest, and nowhere above each other. */
static Place
place_on (SlChartView *chart)
{
  return sl_chart_view_get_chart (chart) == &sl_chart_power_interest ? PLACE_PICTURE : PLACE_ORDER;
}

static void
outline_chart_menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y,
                                 SlOutlineView *outline)
{
  gboolean own = hit != NULL && sl_outline_view_shows (outline, hit->kind);

  popup_on_chart (g_object_get_data (G_OBJECT (outline), "sl-page"), chart, hit,
                  own ? place_on (chart) : PLACE_ELSEWHERE, x, y);
}

static void
table_chart_menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y,
                               SlRecordTable *table)
{
  gboolean own = hit != NULL && hit->kind == sl_record_table_get_kind (table);

  popup_on_chart (g_object_get_data (G_OBJECT (table), "sl-page"), chart, hit,
                  own ? PLACE_PICTURE : PLACE_ELSEWHERE, x, y);
}

static void
lone_chart_menu_requested_cb (SlChartView *chart, const SlHit *hit, double x, double y,
                              GtkWidget *page)
{
  popup_on_chart (page, chart, hit, PLACE_ELSEWHERE, x, y);
}

void
sl_record_menu_attach_chart (SlChartView *chart, SlOutlineView *outline)
{
  g_signal_connect_object (chart, "menu-requested", G_CALLBACK (outline_chart_menu_requested_cb),
                           outline, 0);
}

void
sl_record_menu_attach_lone_chart (SlSession *session, GtkWidget *page, SlChartView *chart)
{
  add_actions (session, page);
  g_signal_connect_object (chart, "menu-requested", G_CALLBACK (lone_chart_menu_requested_cb), page,
                           0);
}

/* --- Outlines and tables --- */

static void
popup_on_rows (GtkWidget *page, GtkWidget *rows, GMenuModel *menu, double x, double y)
{
  g_autoptr (GSimpleActionGroup) actions = make_row_actions (SL_ROW_EDITOR (rows));

  sl_context_menu_popup (page, menu, G_ACTION_GROUP (actions), rows, x, y);
}

static void
outline_menu_requested_cb (SlOutlineView *outline, guint kind, double x, double y, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = make_menu (kind, PLACE_OUTLINE);

  popup_on_rows (page, GTK_WIDGET (outline), menu, x, y);
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
table_menu_requested_cb (SlRecordTable *table, guint kind, double x, double y, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = make_menu (kind, PLACE_TABLE);

  popup_on_rows (page, GTK_WIDGET (table), menu, x, y);
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

/* --- Rows of lists --- */

static GMenuModel *
make_row_menu (GtkWidget *row, gpointer session)
{
  SlKindId kind = SL_N_KINDS;
  SlId id = GTK_IS_LIST_BOX_ROW (row) ? sl_form_get_id (row) : SL_ID_NONE;

  if (id == SL_ID_NONE || !sl_snapshot_find (sl_session_get_snapshot (session), id, &kind, NULL))
    return NULL;
  sl_session_select (session, id);
  return make_menu (kind, PLACE_ELSEWHERE);
}

void
sl_record_menu_attach_rows (SlSession *session, GtkWidget *page)
{
  add_actions (session, page);
  sl_context_menu_attach_rows (page, make_row_menu, session);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of deleted records. It is made when it is looked at, because it is read from the
 * history, and again after each change while it shows. */

#include "config.h"

#include "views/sl-trash-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "widgets/sl-context-menu.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-form.h"
#include "widgets/sl-one-stop.h"

/* More than anybody looks through; older ones are there when these are restored. */
#define SHOWN_MAX 200
#define US_PER_DAY (G_TIME_SPAN_DAY)

struct _SlTrashView
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  GtkWidget *none; /* says that there is nothing */
  GtkWidget *group;
  GtkListBox *list;
  GPtrArray *deleted; /* of SlDeleted */
  SlSession *session;
  guint refresh; /* source id, 0: fresh */
};

G_DEFINE_FINAL_TYPE (SlTrashView, sl_trash_view, GTK_TYPE_WIDGET)

static void
restore (SlTrashView *self, guint index)
{
  const SlDeleted *item;
  g_autofree char *text = NULL;
  SlId id;

  if (index >= self->deleted->len)
    return;
  item = g_ptr_array_index (self->deleted, index);
  id = item->id;
  /* Translators: toast; %s is the title of a record that was deleted before */
  text = g_strdup_printf (_ ("“%s” restored"), item->title);
  if (!sl_session_run (self->session, "record.restore", item->params, NULL))
    return;
  sl_session_select (self->session, id);
  sl_session_say_undoable (self->session, text);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SlTrashView *self)
{
  restore (self, (guint)gtk_list_box_row_get_index (row));
}

static void
restore_clicked_cb (GtkButton *button, SlTrashView *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  restore (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* --- Menu --- */

static void
restore_action_cb (GSimpleAction *action, GVariant *param, gpointer self)
{
  restore (self, g_variant_get_uint32 (param));
}

static GMenuModel *
make_menu (GtkWidget *row, gpointer data)
{
  g_autoptr (GMenuItem) item = NULL;
  GMenu *menu;

  if (!GTK_IS_LIST_BOX_ROW (row)
      || gtk_widget_get_parent (row) != GTK_WIDGET (SL_TRASH_VIEW (data)->list))
    return NULL;
  menu = g_menu_new ();
  item = g_menu_item_new (_ ("_Restore"), NULL);
  g_menu_item_set_action_and_target (item, "trash.restore", "u",
                                     (guint32)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}

static void
add_menu (SlTrashView *self)
{
  static const GActionEntry entries[]
      = { { .name = "restore", .activate = restore_action_cb, .parameter_type = "u" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "trash", G_ACTION_GROUP (group));
  sl_context_menu_attach_rows (GTK_WIDGET (self), make_menu, self);
}

/* --- Rows --- */

/* “Goal · 16 Nov 2026 · with 3 more records” */
static char *
describe (const SlDeleted *item)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (item->at_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = sl_day_to_text (sl_day_from_ymd (g_date_time_get_year (local),
                                                          g_date_time_get_month (local),
                                                          g_date_time_get_day_of_month (local)));
  const char *kind = _ (sl_kind (item->kind)->nick);

  if (item->n_more == 0)
    return g_strdup_printf ("%s · %s", kind, day);
  /* Translators: below a deleted record: its kind, when, and how many others went with it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %s · with %u more record",
                                       "%s · %s · with %u more records", item->n_more),
                          kind, day, item->n_more);
}

static GtkWidget *
make_row (SlTrashView *self, const SlDeleted *item)
{
  g_autofree char *text = describe (item);
  GtkWidget *row = sl_form_row (item->title, text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  /* Translators: accessible name of a button; %s is the title of a deleted record */
  g_autofree char *name = g_strdup_printf (_ ("Restore “%s”"), item->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static gboolean
refresh_cb (gpointer data)
{
  SlTrashView *self = data;
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *row;

  self->refresh = 0;
  g_ptr_array_unref (self->deleted);
  self->deleted = sl_project_list_deleted (sl_session_get_project (self->session));
  if (self->deleted->len > SHOWN_MAX)
    g_ptr_array_set_size (self->deleted, SHOWN_MAX);
  /* Where nothing is left the focus goes back to the tab: keys that follow must not be lost. */
  if (focus && self->deleted->len == 0)
    sl_one_stop_leave (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->deleted->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->deleted, i)));
  gtk_widget_set_visible (self->none, self->deleted->len == 0);
  gtk_widget_set_visible (self->group, self->deleted->len > 0);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  if (focus && row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (SlTrashView *self)
{
  if (self->refresh == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
sl_trash_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_trash_view_parent_class)->map (widget);
  queue_refresh (SL_TRASH_VIEW (widget));
}

/* The first of the list, which Enter restores. */
static gboolean
sl_trash_view_grab_focus (GtkWidget *widget)
{
  SlTrashView *self = SL_TRASH_VIEW (widget);
  GtkWidget *row;

  if (self->refresh != 0)
    {
      g_clear_handle_id (&self->refresh, g_source_remove);
      refresh_cb (self);
    }
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  if (row == NULL)
    sl_empty_state_focus (self->none);
  return row == NULL || gtk_widget_grab_focus (row);
}

static void
sl_trash_view_dispose (GObject *object)
{
  SlTrashView *self = SL_TRASH_VIEW (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->deleted, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_trash_view_parent_class)->dispose (object);
}

static void
sl_trash_view_class_init (SlTrashViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_trash_view_dispose;
  widget_class->map = sl_trash_view_map;
  widget_class->grab_focus = sl_trash_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sl_trash_view_init (SlTrashView *self)
{
  self->deleted = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_deleted_free);
  self->box = sl_form_fill (GTK_WIDGET (self), &self->scroller);
  self->group = sl_form_add_group (self->box, _ ("Deleted"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->group),
      _ ("What was deleted comes back with all below it and its links. The last 500 steps are "
         "kept, on this computer."));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Deleted"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), GTK_WIDGET (self->list));
  self->none = sl_empty_state_new_saying (
      SL_N_KINDS, "win.page::goals",
      _ ("Nothing is deleted. What you delete stands here with all below it, and comes back with "
         "one key"),
      _ ("_Go to Goals"));
  sl_empty_state_set_second (self->none, _ ("Show _Changes"), "win.view::reviews/changes");
  gtk_widget_set_visible (self->none, FALSE);
  gtk_box_append (self->box, self->none);
  add_menu (self);
}

GtkWidget *
sl_trash_view_new (SlSession *session)
{
  SlTrashView *self = g_object_new (SL_TYPE_TRASH_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

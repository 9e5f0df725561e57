/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main window: which project it shows, its sidebar, its pages and what it says. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "sl-application.h"
#include "widgets/sl-lost-focus.h"
#include "widgets/sl-quiet-shadow.h"
#include "widgets/sl-resting.h"
#include "widgets/sl-one-stop.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"
#include "window/sl-page.h"

#define RESOURCE "/io/github/sightline_planner/Sightline/"
#define RECENT_MAX 12

G_DEFINE_FINAL_TYPE (SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

GSettings *
sl_window_get_settings (SlWindow *self)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  return app != NULL ? sl_application_get_settings (SL_APPLICATION (app)) : NULL;
}

void
sl_window_remember (SlWindow *self, const char *path)
{
  GSettings *settings = sl_window_get_settings (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) list = NULL;
  guint n = 1;

  if (settings == NULL)
    return;
  old = g_settings_get_strv (settings, "recent-projects");
  g_strv_builder_add (builder, path);
  for (guint i = 0; old[i] != NULL && n < RECENT_MAX; i++)
    if (!g_str_equal (old[i], path))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  list = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-projects", (const char *const *)list);
  g_settings_set_string (settings, "last-project", path);
}

void
sl_window_refresh_start_page (SlWindow *self)
{
  GSettings *settings = sl_window_get_settings (self);
  g_auto (GStrv) recent
      = settings != NULL ? g_settings_get_strv (settings, "recent-projects") : NULL;

  sl_start_page_refresh (self->start_page, (const char *const *)recent);
}

static void
message_cb (SlWindow *self, const char *text, gboolean with_undo)
{
  sl_window_toast (self, text, with_undo);
}

static const char *
saved_words (SlProject *project)
{
  switch (sl_project_get_saved_state (project))
    {
    case SL_SAVED:
      return _ ("Saved");
    case SL_SAVED_LOCALLY:
      return sl_project_get_path (project) != NULL ? _ ("Kept safe, not in the file yet")
                                                   : _ ("Kept safe, not in a file yet");
    case SL_SAVE_FAILED:
      return _ ("Not saved");
    case SL_SAVING:
    default:
      return _ ("Saving…");
    }
}

void
sl_window_update_title (SlWindow *self)
{
  SlProject *project;
  g_autofree char *name = NULL;
  g_autofree char *full = NULL;

  if (self->session == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Sightline");
      return;
    }
  project = sl_session_get_project (self->session);
  name = sl_project_get_display_name (project);
  full = g_strdup_printf ("%s – Sightline", name);
  gtk_window_set_title (GTK_WINDOW (self), full);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, saved_words (project));
}

/* Shows what somebody else made of the file, if nothing was typed meanwhile. */
static gboolean
reload_cb (gpointer data)
{
  SlWindow *self = data;
  SlProject *project = sl_session_get_project (self->session);
  g_autofree char *name = g_path_get_basename (sl_project_get_path (project));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  self->reload_idle = 0;
  sl_window_flush_typing (self);
  if (!sl_project_can_reload (project))
    return G_SOURCE_REMOVE;
  if (!sl_project_reload (project, &error))
    {
      sl_banner_show (self->banner, error->message, _ ("Save As…"));
      return G_SOURCE_REMOVE;
    }
  text = g_strdup_printf (_ ("Somebody else changed “%s”. You see it as it is now; Undo shows what "
                             "was there before."),
                          name);
  sl_banner_show (self->banner, text, NULL);
  return G_SOURCE_REMOVE;
}

static void
saved_state_changed_cb (SlWindow *self)
{
  SlProject *project = sl_session_get_project (self->session);

  sl_window_update_title (self);
  if (sl_project_can_reload (project))
    {
      if (self->reload_idle == 0)
        self->reload_idle = g_idle_add (reload_cb, self);
    }
  else if (sl_project_get_saved_state (project) == SL_SAVE_FAILED)
    sl_banner_show (self->banner, sl_project_get_save_error (project), _ ("Save As…"));
}

static void
banner_button_clicked_cb (SlWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

static void
journal_changed_cb (SlWindow *self)
{
  sl_window_update_actions (self);
}

static void
clear_project (SlWindow *self)
{
  GtkWidget *child;

  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->reload_idle, g_source_remove);
  g_clear_handle_id (&self->pages_idle, g_source_remove);
  g_clear_pointer (&self->watch, sl_file_watch_free);
  g_signal_handlers_disconnect_by_data (sl_session_get_project (self->session), self);
  gtk_menu_button_set_popover (self->search_button, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->inspector_box))) != NULL)
    gtk_box_remove (self->inspector_box, child);
  sl_page_header_set_page (self->page_header, NULL, NULL);
  sl_learn_card_set_page (self->learn_card, NULL, NULL);
  sl_next_steps_set_session (self->steps, NULL);
  g_clear_object (&self->session);
}

/* An empty page has nothing to select, but something to press. What was pressed on the start page
 * may hold the focus until that has faded. */
static gboolean
focus_page_cb (gpointer data)
{
  SlWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->session != NULL
      && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->leaflet))))
    gtk_widget_child_focus (sl_window_get_page_widget (self), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

void
sl_window_set_project (SlWindow *self, SlProject *project)
{
  g_autoptr (SlProject) owned = project;

  g_return_if_fail (SL_IS_WINDOW (self));
  clear_project (self);
  sl_banner_hide (self->banner);
  self->session = sl_session_new (owned);
  g_signal_connect_object (self->session, "message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (sl_window_dismiss_undo_toast),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-requested", G_CALLBACK (sl_window_show_record),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (owned, "saved-state-changed", G_CALLBACK (saved_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (owned, "journal-changed", G_CALLBACK (journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sl_next_steps_set_session (self->steps, self->session);
  sl_window_set_up_search (self);
  gtk_stack_set_visible_child_name (self->root_stack, "project");
  sl_window_show_page_again (self, "goals");
  sl_window_forget_places (self);
  sl_window_update_title (self);
  sl_window_update_actions (self);
  if (sl_project_get_notice (owned) != NULL)
    sl_banner_show (self->banner, sl_project_get_notice (owned), NULL);
  if (sl_project_get_path (owned) != NULL)
    sl_window_remember (self, sl_project_get_path (owned));
  self->watch = sl_file_watch_new (GTK_WINDOW (self), owned);
  sl_window_build_pages (self);
  g_idle_add_full (G_PRIORITY_LOW, focus_page_cb, g_object_ref (self), g_object_unref);
}

SlSession *
sl_window_get_session (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);
  return self->session;
}

const char *
sl_window_get_page (SlWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

GtkWidget *
sl_window_get_page_widget (SlWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? sl_resting_get_child (SL_RESTING (page)) : NULL;
}

static void
update_page (SlWindow *self)
{
  sl_window_update_side (self);
  sl_page_header_set_page (self->page_header, sl_page_by_id (sl_window_get_page (self)),
                           self->session);
  if (!adw_leaflet_get_folded (self->leaflet)) /* should it fold, the page is what stays */
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  sl_next_steps_set_working (self->steps, sl_window_page_has_records (self));
  sl_window_update_actions (self);
}

void
sl_window_show_page (SlWindow *self, const char *page)
{
  guint n = 0;
  const SlPage *all = sl_page_all (&n);

  g_return_if_fail (SL_IS_WINDOW (self));
  if (self->session == NULL || sl_page_by_id (page) == NULL)
    return;
  sl_window_ensure_page (self, sl_page_by_id (page));
  if (g_strcmp0 (sl_window_get_page (self), page) != 0)
    sl_window_leave_place (self);
  gtk_stack_set_visible_child_name (self->pages, page);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (all[i].id, page))
      gtk_list_box_select_row (self->sidebar,
                               gtk_list_box_get_row_at_index (self->sidebar, (int)i));
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
  update_page (self);
}

void
sl_window_show_record (SlWindow *self, SlId id)
{
  SlKindId kind = SL_N_KINDS;
  const SlPage *page;

  g_return_if_fail (SL_IS_WINDOW (self));
  if (self->session == NULL
      || !sl_snapshot_find (sl_session_get_snapshot (self->session), id, &kind, NULL))
    return;
  page = sl_page_by_kind (kind);
  sl_window_leave_place (self);
  if (page != NULL && !g_str_equal (page->id, sl_window_get_page (self)))
    sl_window_show_page (self, page->id);
  else if (page == NULL && !sl_window_page_has_records (self))
    sl_window_show_page (self, "goals");
  sl_session_select (self->session, id);
  if (page != NULL)
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.reveal", "x", id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  /* Conflicts and alliances have forms of their own on a page without an inspector. */
  if (sl_window_page_has_records (self) || kind == SL_KIND_PROMISE || kind == SL_KIND_TRUST)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
}

static void
sidebar_row_selected_cb (GtkListBox *box, GtkListBoxRow *row, SlWindow *self)
{
  const char *page = row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;

  if (page != NULL && self->session != NULL && g_strcmp0 (sl_window_get_page (self), page) != 0)
    {
      sl_window_ensure_page (self, sl_page_by_id (page));
      sl_window_leave_place (self);
      gtk_stack_set_visible_child_name (self->pages, page);
      update_page (self);
    }
}

static void
sidebar_row_activated_cb (GtkListBox *box, GtkListBoxRow *row, SlWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (self->session != NULL)
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
}

static void
back_clicked_cb (SlWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The first page of a group stands below its heading, one without a group below a line. */
static void
head_row_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const SlPage *page = sl_page_by_id (gtk_widget_get_name (GTK_WIDGET (row)));
  const SlPage *above
      = before != NULL ? sl_page_by_id (gtk_widget_get_name (GTK_WIDGET (before))) : NULL;
  GtkWidget *head = NULL;

  if (above == NULL || g_strcmp0 (page->group, above->group) != 0)
    head = page->group != NULL
               ? g_object_new (GTK_TYPE_LABEL, "label", _ (page->group), "xalign", 0.0f, NULL)
               : gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  if (head != NULL && page->group != NULL)
    gtk_widget_add_css_class (head, "sl-group");
  gtk_list_box_row_set_header (row, head);
}

static void
fill_sidebar (SlWindow *self)
{
  sl_one_stop_attach (GTK_WIDGET (self->sidebar)); /* else Tab would go through all pages */
  guint n = 0;
  const SlPage *all = sl_page_all (&n);

  gtk_list_box_set_header_func (self->sidebar, head_row_cb, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", all[i].icon, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      GtkWidget *label
          = g_object_new (GTK_TYPE_LABEL, "label", _ (all[i].title), "xalign", 0.0f, NULL);

      gtk_widget_set_margin_top (box, 6);
      gtk_widget_set_margin_bottom (box, 6);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_widget_set_name (row, all[i].id);
      gtk_widget_set_tooltip_text (row, _ (all[i].purpose));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (all[i].title), -1);
      gtk_list_box_append (self->sidebar, row);
    }
}

static gboolean
sl_window_close_request (GtkWindow *window)
{
  SlWindow *self = SL_WINDOW (window);
  g_autoptr (GError) error = NULL;

  gtk_window_set_focus (window, NULL); /* what is being typed is stored when the focus leaves it */
  sl_window_store_state (self);
  if (self->session != NULL && !sl_project_close (sl_session_get_project (self->session), &error))
    {
      sl_banner_show (self->banner, error->message, _ ("Save As…"));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (sl_window_parent_class)->close_request (window);
}

static void
sl_window_dispose (GObject *object)
{
  SlWindow *self = SL_WINDOW (object);

  sl_window_end_opening (self);
  if (self->pages != NULL)
    clear_project (self);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_weak_pointer (&self->focus_before_toast);
  g_clear_pointer (&self->back_places, g_array_unref);
  g_clear_pointer (&self->forward_places, g_array_unref);
  g_clear_weak_pointer (&self->focus_learning);
  G_OBJECT_CLASS (sl_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, page_header);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, opening_words);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, opening_box);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, side);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, learn_card);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, inspector_box);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
sl_window_class_init (SlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_START_PAGE);
  g_type_ensure (SL_TYPE_BANNER);
  g_type_ensure (SL_TYPE_PAGE_HEADER);
  g_type_ensure (SL_TYPE_NEXT_STEPS);
  g_type_ensure (SL_TYPE_LEARN_CARD);
  G_OBJECT_CLASS (klass)->dispose = sl_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sl_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE "window/sl-window.ui");
  bind_children (widget_class);
  sl_window_install_side (klass);
  sl_window_install_actions (klass);
}

static void
sl_window_init (SlWindow *self)
{
  self->back_places = sl_window_history_new ();
  self->forward_places = sl_window_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_menus (GTK_WIDGET (self));
  sl_lost_focus_attach (GTK_WINDOW (self));
  sl_quiet_shadow (GTK_WIDGET (self->leaflet));
  sl_quiet_shadow (GTK_WIDGET (self->flap));
  sl_unseen_attach (self->root_stack);
  sl_unseen_attach (self->pages);
  fill_sidebar (self);
  sl_window_set_up_steps (self);
  g_object_bind_property (self->leaflet, "folded", self->back_button, "visible",
                          G_BINDING_SYNC_CREATE);
  sl_window_set_up_side (self);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (banner_button_clicked_cb),
                           self, G_CONNECT_SWAPPED);
}

SlWindow *
sl_window_new (GtkApplication *app)
{
  SlWindow *self = g_object_new (SL_TYPE_WINDOW, "application", app, NULL);

  sl_window_restore_size (self);
  sl_window_refresh_start_page (self);
  sl_window_update_actions (self);
  sl_start_page_focus (self->start_page);
  return self;
}

SlWindow *
sl_window_for_new_document (GtkApplication *app)
{
  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (SL_IS_WINDOW (l->data) && SL_WINDOW (l->data)->session == NULL
        && SL_WINDOW (l->data)->opening == NULL)
      return SL_WINDOW (l->data);
  return sl_window_new (app);
}

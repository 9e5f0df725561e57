/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the main window: files, undo, pages, printing. Each is short and ends in the
 * project, the session or a page. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "base/sl-error.h"
#include "alignment/sl-alignment-page.h"
#include "import/sl-import-dialog.h"
#include "print/sl-export-dialog.h"
#include "print/sl-print-page.h"
#include "replan/sl-replan-dialog.h"
#include "sl-application.h"
#include "views/sl-tab-page.h"
#include "widgets/sl-since-button.h"
#include "widgets/sl-views.h"
#include "window/sl-page.h"

#define FILTER_SUFFIX "*.sightline"

void
sl_window_show_error (SlWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sl_window_take_project (SlWindow *self, SlProject *project, GError *error, const char *heading)
{
  if (project == NULL)
    {
      sl_window_show_error (self, heading, error->message);
      sl_window_refresh_start_page (self);
      return;
    }
  sl_window_set_project (self, project);
}

void
sl_window_new_project (SlWindow *self)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  sl_window_take_project (self, project, error, _ ("Cannot Start a Project"));
}

void
sl_window_restore (SlWindow *self)
{
  GSettings *settings = sl_window_get_settings (self);
  g_autofree char *path
      = settings != NULL ? g_settings_get_string (settings, "last-project") : NULL;
  g_autoptr (GFile) file = NULL;

  if (path == NULL || path[0] == '\0' || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  file = g_file_new_for_path (path);
  sl_window_open_file (self, file);
}

static char *
find_sample (const char *name)
{
  const char *env = g_getenv ("SIGHTLINE_SAMPLES");
  g_autofree char *file = g_strconcat (name, ".sightline", NULL);
  g_autofree char *installed = g_build_filename (SL_PKGDATADIR, "samples", file, NULL);

  if (env != NULL)
    return g_build_filename (env, file, NULL);
  return g_steal_pointer (&installed);
}

void
sl_window_open_sample (SlWindow *self, const char *name)
{
  g_autofree char *path = find_sample (name);
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new_from_file (path, &error);

  sl_window_take_project (self, project, error, _ ("Cannot Open the Sample"));
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, SlWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    sl_window_open_file (self, file);
}

static void
add_filters (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _ ("Sightline projects"));
  gtk_file_filter_add_pattern (ours, FILTER_SUFFIX);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
}

void
sl_window_choose_file (SlWindow *self)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  g_set_object (&self->chooser, NULL);
  self->chooser
      = gtk_file_chooser_native_new (_ ("Open a Project"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  add_filters (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_as_response_cb (GtkNativeDialog *dialog, int response, SlWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SlProject *project;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL || self->session == NULL)
    return;
  project = sl_session_get_project (self->session);
  if (!sl_project_save_as (project, path, &error))
    {
      sl_window_show_error (self, _ ("Cannot Save the Project"), error->message);
      return;
    }
  sl_banner_hide (self->banner);
  sl_window_remember (self, path);
  sl_window_update_title (self);
  sl_window_toast (self, _ ("Saved"), FALSE);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  g_autofree char *title = NULL;
  g_autofree char *suggestion = NULL;

  if (self->session == NULL)
    return;
  title = sl_project_get_display_name (sl_session_get_project (self->session));
  suggestion = g_strconcat (title, ".sightline", NULL);
  g_set_object (&self->chooser, NULL);
  self->chooser
      = gtk_file_chooser_native_new (_ ("Save the Project"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser),
                                     g_strdelimit (suggestion, "/", '-'));
  add_filters (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (save_as_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (sl_project_save_finish (SL_PROJECT (source), result, &error))
    sl_window_toast (self, _ ("Saved"), FALSE);
  else if (sl_project_get_save_error (SL_PROJECT (source)) == NULL)
    sl_banner_show (self->banner, error->message, _ ("Save As…"));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  SlProject *project;

  if (self->session == NULL)
    return;
  project = sl_session_get_project (self->session);
  if (sl_project_get_path (project) == NULL)
    save_as_action (widget, name, param);
  else
    sl_project_save_async (project, NULL, saved_cb, g_object_ref (self));
}

/* A field that keeps its own history (search) undoes its own typing; all else is the project's. */
static gboolean
focus_undoes_itself (SlWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) && gtk_editable_get_enable_undo (GTK_EDITABLE (focus))
         && gtk_widget_activate_action (focus, action, NULL);
}

/* Typing that has not become a command yet must do so before the history moves. */
void
sl_window_flush_typing (SlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL)
    gtk_widget_activate_action (focus, "field.commit", NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  gboolean redo = g_str_equal (name, "win.redo");
  g_autoptr (GError) error = NULL;
  SlProject *project;

  if (self->session == NULL || focus_undoes_itself (self, redo ? "text.redo" : "text.undo"))
    return;
  sl_window_flush_typing (self);
  project = sl_session_get_project (self->session);
  if (redo ? !sl_project_can_redo (project) : !sl_project_can_undo (project))
    return;
  if (!(redo ? sl_project_redo (project, &error) : sl_project_undo (project, &error)))
    sl_window_toast (self, error->message, FALSE);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_window_show_page (SL_WINDOW (widget), g_variant_get_string (param, NULL));
}

/* @param: page and view, “reviews/decisions” */
static void
view_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (param, NULL), "/", 2);

  if (self->session == NULL || g_strv_length (parts) != 2 || sl_page_by_id (parts[0]) == NULL)
    return;
  sl_window_leave_place (self);
  sl_window_show_page (self, parts[0]);
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.show-tab", "s", parts[1]);
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
}

/* Adds a record in a view of any page. The parameter is "PAGE/VIEW". */
static void
add_in_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  view_action (widget, name, param);
  if (self->session != NULL)
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.add", NULL);
}

/* Shows the view behind or before the one that shows, round at the ends. */
static void
step_view_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *page = self->session != NULL ? sl_window_get_page_widget (self) : NULL;
  g_autoptr (GArray) views = SL_IS_VIEWS (page) ? sl_views_list (SL_VIEWS (page)) : NULL;
  guint step = g_str_equal (name, "win.next-view") ? 1 : views != NULL ? views->len - 1 : 0;

  for (guint i = 0; views != NULL && i < views->len; i++)
    if (g_str_equal (g_array_index (views, SlViewName, i).id,
                     sl_views_get_visible (SL_VIEWS (page))))
      {
        gtk_widget_activate_action (page, "page.show-tab", "s",
                                    g_array_index (views, SlViewName, (i + step) % views->len).id);
        gtk_widget_activate_action (page, "page.focus", NULL);
        return;
      }
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_menu_button_popup (SL_WINDOW (widget)->menu_button);
}

static void
trash_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_window_show_page (self, "reviews");
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.show-tab", "s", "trash");
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_menu_button_popup (SL_WINDOW (widget)->search_button);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *param)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* From anywhere: the findings, and the next of them if they show already. */
static void
compare_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL)
    sl_since_toggle (self->session);
}

static void
next_finding_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  gboolean there = g_strcmp0 (sl_window_get_page (self), "alignment") == 0;

  if (self->session == NULL)
    return;
  if (!there)
    sl_window_show_page (self, "alignment");
  gtk_widget_activate_action (sl_window_get_page_widget (self),
                              there ? "page.next-finding" : "page.focus", NULL);
}

static void
show_finding_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_window_show_page (self, "alignment");
  gtk_widget_activate_action_variant (sl_window_get_page_widget (self), "page.show-finding", param);
}

/* Shows the page of reviews, and asks it for @action. */
static void
review (GtkWidget *widget, const char *action)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_window_show_page (self, "reviews");
  gtk_widget_activate_action (sl_window_get_page_widget (self), action, NULL);
}

static void
check_in_action (GtkWidget *widget, const char *name, GVariant *param)
{
  review (widget, "reviews.check-in");
}

static void
close_goal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  review (widget, "reviews.close-goal");
}

static void
untold_action (GtkWidget *widget, const char *name, GVariant *param)
{
  review (widget, "decisions.untold");
}

/* The chart that "print what I see" prints, or NULL. */
static const char *
shown_chart (SlWindow *self)
{
  const SlPage *page = sl_page_by_id (sl_window_get_page (self));
  GtkWidget *widget = sl_window_get_page_widget (self);
  const char *chart = NULL;

  if (SL_IS_TAB_PAGE (widget))
    chart = sl_tab_page_get_chart (SL_TAB_PAGE (widget));
  else if (SL_IS_ALIGNMENT_PAGE (widget))
    chart = sl_alignment_page_get_chart (SL_ALIGNMENT_PAGE (widget));
  return chart != NULL ? chart : page != NULL ? page->chart : NULL;
}

static void
print_preview_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  const char *chart;

  if (self->session == NULL)
    return;
  chart = shown_chart (self);
  sl_window_show_page (self, "print");
  if (chart != NULL)
    sl_print_page_show_sheet (SL_PRINT_PAGE (sl_window_get_page_widget (self)), chart);
}

static void
print_chart_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_window_show_page (self, "print");
  sl_print_page_show_sheet (SL_PRINT_PAGE (sl_window_get_page_widget (self)),
                            g_variant_get_string (param, NULL));
}

/* A cell of the matrix, whether or not the party was asked. */
static void
show_cell_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_window_show_page (self, "stakeholders");
  gtk_widget_activate_action_variant (sl_window_get_page_widget (self), "page.reveal-cell", param);
}

/* What the Print page shows; from elsewhere what was printed last, or the sheet that is named. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  if (g_str_equal (name, "win.print-sheet"))
    print_chart_action (widget, name, param);
  else if (g_strcmp0 (sl_window_get_page (self), "print") != 0)
    {
      sl_window_show_page (self, "print");
      sl_print_page_show_last (SL_PRINT_PAGE (sl_window_get_page_widget (self)));
    }
  sl_print_page_print (SL_PRINT_PAGE (sl_window_get_page_widget (self)));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL)
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.find", NULL);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    sl_window_new_project (self);
  if (self->session == NULL)
    return;
  if (g_str_has_suffix (name, "import"))
    sl_import_dialog_choose_file (GTK_WINDOW (self), self->session);
  else
    sl_import_dialog_paste (GTK_WINDOW (self), self->session);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL)
    sl_export_dialog_present (GTK_WINDOW (self), self->session, NULL);
}

static void
project_details_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session == NULL)
    return;
  sl_session_select (self->session,
                     sl_snapshot_project_id (sl_session_get_snapshot (self->session)));
  g_object_set (self, "inspector-visible", TRUE, NULL);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *param)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (param, NULL));

  sl_window_open_file (SL_WINDOW (widget), file);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_window_open_sample (SL_WINDOW (widget), g_variant_get_string (param, NULL));
}

/* The same view of the same page of the first sample, in a window of its own. */
static void
show_in_sample_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  SlWindow *other = sl_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  GtkWidget *page = sl_window_get_page_widget (self), *shown;

  sl_window_open_sample (other, "product-launch");
  gtk_window_present (GTK_WINDOW (other));
  if (sl_window_get_session (other) == NULL) /* it could not be opened, and says so */
    return;
  sl_window_show_page (other, sl_window_get_page (self));
  shown = sl_window_get_page_widget (other);
  if (SL_IS_VIEWS (page) && SL_IS_VIEWS (shown))
    gtk_widget_activate_action (shown, "page.show-tab", "s",
                                sl_views_get_visible (SL_VIEWS (page)));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_reopen (g_variant_get_string (param, NULL), &error);

  sl_window_take_project (self, project, error, _ ("Cannot Open the Unsaved Work"));
}

static void
update_undo_button (GtkWidget *button, const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_undo_buttons (SlWindow *self, SlProject *project)
{
  g_autofree char *undo = sl_project_get_undo_label (project);
  g_autofree char *redo = sl_project_get_redo_label (project);
  /* Translators: tooltip; %s names the step: Undo: Add “Cut costs” */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;

  update_undo_button (self->undo_button, undo_text != NULL ? undo_text : _ ("Undo"));
  update_undo_button (self->redo_button, redo_text != NULL ? redo_text : _ ("Redo"));
}

void
sl_window_update_actions (SlWindow *self)
{
  static const char *needing_project[]
      = { "win.save",    "win.save-as",         "win.print", "win.print-preview", "win.find",
          "win.export",  "win.project-details", "win.page",  "win.view",          "win.paste-list",
          "win.import",  "win.search",          "win.trash", "win.why",           "win.sight",
          "win.learn",   "win.untold",          "win.back",  "win.forward",       "win.replan",
          "win.compare", "win.add-in" };
  SlProject *project = self->session != NULL ? sl_session_get_project (self->session) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (needing_project); i++)
    gtk_widget_action_set_enabled (widget, needing_project[i], project != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 project != NULL && sl_project_can_undo (project));
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 project != NULL && sl_project_can_redo (project));
  if (project == NULL)
    return;
  update_undo_buttons (self, project);
}

static void
replan_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL)
    sl_replan_dialog_present (GTK_WINDOW (self), self->session, g_variant_get_string (param, NULL));
}

void
sl_window_install_actions (SlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.add-in", "s", add_in_action);
  gtk_widget_class_install_action (widget_class, "win.next-finding", NULL, next_finding_action);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, compare_action);
  sl_window_install_why (widget_class);
  sl_window_install_history (widget_class);
  sl_window_install_toasts (widget_class);
  sl_window_install_own (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-finding", "s", show_finding_action);
  gtk_widget_class_install_action (widget_class, "win.check-in", NULL, check_in_action);
  gtk_widget_class_install_action (widget_class, "win.close-goal", NULL, close_goal_action);
  gtk_widget_class_install_action (widget_class, "win.replan", "s", replan_action);
  gtk_widget_class_install_action (widget_class, "win.untold", NULL, untold_action);
  gtk_widget_class_install_action (widget_class, "win.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.next-view", NULL, step_view_action);
  gtk_widget_class_install_action (widget_class, "win.previous-view", NULL, step_view_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-preview", NULL, print_preview_action);
  gtk_widget_class_install_action (widget_class, "win.print-chart", "s", print_chart_action);
  gtk_widget_class_install_action (widget_class, "win.print-sheet", "s", print_action);
  gtk_widget_class_install_action (widget_class, "win.show-cell", "(xx)", show_cell_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.paste-list", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.start-import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.start-paste", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.project-details", NULL,
                                   project_details_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", "s", open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-sample", NULL, show_in_sample_action);
  gtk_widget_class_install_action (widget_class, "win.reopen", "s", reopen_action);
}

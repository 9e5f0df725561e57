/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application object: command line, windows, the actions that need no project, recent files. */

#include "config.h"

#include "sl-application.h"

#include <glib/gi18n.h>

#include "sl-frame-log.h"
#include "sl-screen-palette.h"
#include "sl-settings.h"
#include "sl-shortcuts.h"
#include "window/sl-preferences-window.h"
#include "window/sl-window.h"

struct _SlApplication
{
  AdwApplication parent_instance;
  GSettings *settings; /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (SlApplication, sl_application, ADW_TYPE_APPLICATION)

static void
new_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlWindow *window = sl_window_for_new_document (GTK_APPLICATION (data));

  sl_window_new_project (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  SlWindow *window = sl_window_for_new_document (GTK_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (window));
  sl_window_choose_file (window);
}

static void
quit_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
preferences_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (SL_IS_WINDOW (window))
    gtk_window_present (GTK_WINDOW (
        sl_preferences_window_new (window, sl_window_get_session (SL_WINDOW (window)))));
}

static void
shortcuts_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  GtkWidget *window = sl_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (data)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *parent = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (gtk_show_uri_full_finish (parent, result, &error))
    return;
  g_debug ("help: %s", error->message);
  dialog = adw_message_dialog_new (
      parent, _ ("The Help Cannot Be Shown"),
      _ ("There is no program for help pages on this computer. Install Yelp, for instance."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The guide, or one page of it. */
static void
help_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *uri
      = param != NULL ? g_strdup_printf ("help:sightline/%s", g_variant_get_string (param, NULL))
                      : g_strdup ("help:sightline");

  if (window != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, help_shown_cb, NULL);
}

static void
about_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  static const char *developers[] = { "The Sightline project", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", "Sightline", "application-icon", SL_APP_ID, "version",
                         SL_VERSION, "developer-name", "The Sightline project", "developers",
                         developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Keep the goals of several parties in one file, see where they pull "
                            "together, and print it for the meeting."),
                         NULL);
}

static const GActionEntry app_actions[] = {
  { .name = "new", .activate = new_action_cb },
  { .name = "open", .activate = open_action_cb },
  { .name = "quit", .activate = quit_action_cb },
  { .name = "preferences", .activate = preferences_action_cb },
  { .name = "shortcuts", .activate = shortcuts_action_cb },
  { .name = "help", .activate = help_action_cb },
  { .name = "help-page", .parameter_type = "s", .activate = help_action_cb },
  { .name = "about", .activate = about_action_cb },
};

static void
sl_application_startup (GApplication *app)
{
  SlApplication *self = SL_APPLICATION (app);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_APPLICATION_CLASS (sl_application_parent_class)->startup (app);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SL_APP_ID, TRUE);
  if (schema != NULL)
    {
      self->settings = g_settings_new (SL_APP_ID);
      sl_settings_follow (self->settings);
    }
  sl_screen_palette_install ();
  g_action_map_add_action_entries (G_ACTION_MAP (app), app_actions, G_N_ELEMENTS (app_actions),
                                   app);
  sl_shortcuts_install (GTK_APPLICATION (app));
  gtk_window_set_default_icon_name (SL_APP_ID);
  sl_frame_log_start (GTK_APPLICATION (app));
}

static void
sl_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window == NULL)
    {
      SlWindow *fresh = sl_window_new (GTK_APPLICATION (app));

      sl_window_restore (fresh);
      window = GTK_WINDOW (fresh);
    }
  gtk_window_present (window);
}

static void
sl_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      SlWindow *window = sl_window_for_new_document (GTK_APPLICATION (app));

      gtk_window_present (GTK_WINDOW (window));
      sl_window_open_file (window, files[i]);
    }
}

static int
sl_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("sightline %s\n", SL_VERSION);
      return 0;
    }
  return -1;
}

static void
sl_application_dispose (GObject *object)
{
  g_clear_object (&SL_APPLICATION (object)->settings);
  G_OBJECT_CLASS (sl_application_parent_class)->dispose (object);
}

static void
sl_application_class_init (SlApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_application_dispose;
  app_class->startup = sl_application_startup;
  app_class->activate = sl_application_activate;
  app_class->open = sl_application_open;
  app_class->handle_local_options = sl_application_handle_local_options;
}

static void
sl_application_init (SlApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

SlApplication *
sl_application_new (void)
{
  return g_object_new (SL_TYPE_APPLICATION, "application-id", SL_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/sightline_planner/Sightline", NULL);
}

GSettings *
sl_application_get_settings (SlApplication *self)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);
  return self->settings;
}

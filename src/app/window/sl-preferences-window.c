/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences window. What is of this computer is a setting and acts at once; what is of the
 * project is in its file: changed by commands, undone like any other change, and the same for all
 * who open the file. */

#include "config.h"

#include "window/sl-preferences-window.h"

#include <glib/gi18n.h>

#include "analysis/sl-rule.h"
#include "base/sl-codes.h"
#include "inspector/sl-field-row.h"
#include "sl-paginate.h"
#include "sl-settings.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

#define LARGEST_MINIMUM_PT 24.0

struct _SlPreferencesWindow
{
  AdwPreferencesWindow parent_instance;
  SlSession *session; /* nullable */
  GPtrArray *rows;    /* of field rows, not owned */
  GtkListBox *muted;
};

G_DEFINE_FINAL_TYPE (SlPreferencesWindow, sl_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static GtkWidget *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group
      = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", description, NULL);

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

static AdwPreferencesPage *
add_page (SlPreferencesWindow *self, const char *title, const char *icon)
{
  AdwPreferencesPage *page
      = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "title", title, "icon-name", icon, NULL);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
  return page;
}

/* --- This computer --- */

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, const char *key)
{
  g_settings_set_enum (sl_settings_get (), key, (int)adw_combo_row_get_selected (row));
}

/* @key: of an enumeration whose values count from 0 as @words do; not copied */
static void
add_choice (GtkWidget *group, const char *title, const char *subtitle, const char *const *words,
            const char *key, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "subtitle", subtitle, "model",
                                 list, "selected", selected, NULL);

  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), (gpointer)key);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_week (AdwPreferencesPage *page, GSettings *settings)
{
  const char *words[]
      = { _ ("As usual in the region"), _ ("Monday"), _ ("Saturday"), _ ("Sunday"), NULL };
  GtkWidget *group = add_group (page, _ ("Calendar"), NULL);

  add_choice (group, _ ("Weeks begin on"), _ ("On the timeline, on screen and on paper"), words,
              "week-start", (guint)g_settings_get_enum (settings, "week-start"));
}

static void
add_paper (AdwPreferencesPage *page, GSettings *settings)
{
  static const char *const papers[] = { "A4", "A3", "Letter", "Tabloid", NULL };
  GtkWidget *group = add_group (page, _ ("Paper"), NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Smallest type"), "subtitle",
                                 _ ("In points; a chart that would need smaller type takes "
                                    "another sheet"),
                                 NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (SL_PAPER_MIN_PT, LARGEST_MINIMUM_PT, 0.5);

  add_choice (group, _ ("Default paper"), NULL, papers, "paper", sl_settings_get_paper ());
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_settings_bind (settings, "minimum-type", spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Smallest type"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_colors (AdwPreferencesPage *page, GSettings *settings)
{
  GtkWidget *group = add_group (page, _ ("Colors"), NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Blue and orange"), "subtitle",
                                 _ ("Instead of green and red, for eyes that do not tell these "
                                    "apart"),
                                 NULL);
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_settings_bind (settings, "safe-colors", toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Blue and orange"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* --- This project --- */

static void
unmute_clicked_cb (GtkButton *button, SlPreferencesWindow *self)
{
  const char *rule = g_object_get_data (G_OBJECT (button), "sl-rule");

  sl_session_run (self->session, "rule.mute", g_variant_new ("(sb)", rule, FALSE), NULL);
}

static GtkWidget *
make_muted_row (SlPreferencesWindow *self, const char *id)
{
  const SlRule *rule = sl_rule_by_id (id);
  const char *title = rule != NULL ? _ (rule->title) : id;
  GtkWidget *row = sl_form_row (title, id);
  GtkWidget *button = gtk_button_new_with_label (_ ("Unmute"));
  /* Translators: accessible name of a button; %s is the title of a rule */
  g_autofree char *name = g_strdup_printf (_ ("Unmute “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "sl-rule", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (unmute_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_muted (SlPreferencesWindow *self)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_JUDGEMENT);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->muted))) != NULL)
    gtk_list_box_remove (self->muted, row);
  for (guint i = 0; i < sl_table_n_rows (table); i++)
    if (sl_table_int (table, i, SL_JUDGEMENT_TYPE) == SL_JUDGEMENT_MUTED)
      gtk_list_box_append (self->muted,
                           make_muted_row (self, sl_table_text (table, i, SL_JUDGEMENT_KEY)));
  if (gtk_widget_get_first_child (GTK_WIDGET (self->muted)) == NULL)
    gtk_list_box_append (self->muted, sl_form_row (_ ("No rule is muted"),
                                                   _ ("A finding on the page Alignment can mute "
                                                      "its rule")));
}

static void
changed_cb (SlPreferencesWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (g_ptr_array_index (self->rows, i));
  show_muted (self);
}

static void
add_project (SlPreferencesWindow *self)
{
  static const guint fields[] = { SL_PROJECT_CURRENCY, SL_PROJECT_FISCAL_MONTH,
                                  SL_PROJECT_HOURS_PER_DAY, SL_PROJECT_POSITION_DAYS };
  AdwPreferencesPage *page = add_page (self, _ ("This Project"), "document-properties-symbolic");
  GtkWidget *group
      = add_group (page, _ ("Units"), _ ("Kept in the file, the same for all who open it"));
  SlId project = sl_snapshot_project_id (sl_session_get_snapshot (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sl_form_add_field (group, self->rows, self->session, project, fields[i]);
  group = add_group (page, _ ("Muted Rules"), _ ("What they find is not said in this project"));
  self->muted = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->muted, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->muted), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->muted), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Muted Rules"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->muted));
  show_muted (self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What is still being typed must become a command before the rows go. */
static gboolean
sl_preferences_window_close_request (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL)
    gtk_widget_activate_action (focus, "field.commit", NULL);
  return GTK_WINDOW_CLASS (sl_preferences_window_parent_class)->close_request (window);
}

static void
sl_preferences_window_finalize (GObject *object)
{
  SlPreferencesWindow *self = SL_PREFERENCES_WINDOW (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_preferences_window_parent_class)->finalize (object);
}

static void
sl_preferences_window_class_init (SlPreferencesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_preferences_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sl_preferences_window_close_request;
}

static void
sl_preferences_window_init (SlPreferencesWindow *self)
{
  self->rows = g_ptr_array_new ();
}

SlPreferencesWindow *
sl_preferences_window_new (GtkWindow *parent, SlSession *session)
{
  SlPreferencesWindow *self = g_object_new (SL_TYPE_PREFERENCES_WINDOW, "transient-for", parent,
                                            "modal", TRUE, "search-enabled", FALSE, NULL);
  GSettings *settings = sl_settings_get ();

  g_set_object (&self->session, session);
  if (settings != NULL)
    {
      AdwPreferencesPage *page
          = add_page (self, _ ("This Computer"), "preferences-system-symbolic");

      add_week (page, settings);
      add_paper (page, settings);
      add_colors (page, settings);
    }
  if (session != NULL)
    add_project (self);
  sl_spoken_tidy (GTK_WIDGET (self));
  return self;
}

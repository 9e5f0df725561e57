/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are typed: text, numbers, dates, money, effort, percent. Text commits while it is typed
 * (in a pause, or every second); the others when Enter is pressed or the focus leaves, because half
 * a date is not a date. Till then they are kept as a draft, so that a crash does not lose them. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-spoken.h"

typedef struct
{
  GtkWidget *row; /* not owned: the row owns this */
  SlTypingPause pause;
  gboolean refreshing;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *typing = data;

  sl_typing_pause_end (&typing->pause);
  g_free (typing);
}

static Typing *
get_typing (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "sl-typing");
}

static void
show_problem (GtkWidget *row, const char *problem)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 problem != NULL ? problem : _ (info->spec->nick));
  gtk_widget_set_tooltip_text (row, problem != NULL            ? problem
                                    : info->spec->help != NULL ? _ (info->spec->help)
                                                               : NULL);
  gtk_accessible_update_state (
      text, GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (
      text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      problem != NULL ? problem : gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static void
commit (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  Typing *typing = get_typing (row);
  g_auto (SlValue) old = sl_field_row_get_value (info);
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  sl_typing_pause_end (&typing->pause);
  sl_session_end_draft (info->session);
  shown = sl_field_display (plan, info->spec, &old);
  if (g_str_equal (shown, text))
    {
      show_problem (row, NULL);
      return;
    }
  if (!sl_field_read (plan, info->id, info->spec, text, &value, &error))
    {
      show_problem (row, error->message);
      return;
    }
  show_problem (row, NULL);
  if (!sl_value_equal (&old, &value))
    sl_session_set_value (info->session, info->id, info->field, &value);
  if (info->spec->type != SL_TEXT)
    sl_field_row_refresh (row);
}

static void
keep_draft (SlFieldRow *info, const char *text)
{
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (sl_field_read (sl_session_get_snapshot (info->session), info->id, info->spec, text, &value,
                     NULL))
    sl_session_draft_value (info->session, info->id, info->field, &value);
}

static gboolean
typed_cb (gpointer data)
{
  Typing *typing = data;
  SlFieldRow *info = sl_field_row_get_info (typing->row);

  typing->pause.id = 0;
  if (info->spec->type == SL_TEXT)
    commit (typing->row);
  else
    keep_draft (info, gtk_editable_get_text (GTK_EDITABLE (typing->row)));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *editable, Typing *typing)
{
  SlFieldRow *info = sl_field_row_get_info (typing->row);

  if (typing->refreshing || info == NULL)
    return;
  sl_typing_pause_begin (&typing->pause, typed_cb, typing);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, Typing *typing)
{
  commit (typing->row);
}

static void
commit_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  commit (((Typing *)data)->row);
}

static void
refresh_text (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  Typing *typing = get_typing (row);
  g_auto (SlValue) value = sl_field_row_get_value (info);
  g_autofree char *text
      = sl_field_display (sl_session_get_snapshot (info->session), info->spec, &value);

  if (typing->pause.id != 0 || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    return;
  typing->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  typing->refreshing = FALSE;
  show_problem (row, NULL);
}

GtkWidget *
sl_field_row_text_new (SlFieldRow *info)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("commit", NULL);
  Typing *typing = g_new0 (Typing, 1);

  typing->row = row;
  info->refresh = refresh_text;
  g_object_set_data_full (G_OBJECT (row), "sl-typing", typing, typing_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->spec->nick));
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  sl_spoken_tidy (row);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), typing);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (commit), row);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), typing);
  gtk_widget_add_controller (row, focus);
  g_signal_connect (action, "activate", G_CALLBACK (commit_action_cb), typing);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (row, "field", G_ACTION_GROUP (group));
  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of one line of text: when what is typed is stored or kept as a draft. What it means is known
 * by the files of the types. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-spoken.h"

typedef struct
{
  GtkWidget *row; /* not owned: the row owns this */
  void (*commit) (GtkWidget *row);
  void (*paused) (GtkWidget *row);
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

static gboolean
paused_cb (gpointer data)
{
  Typing *typing = data;

  typing->pause.id = 0;
  typing->paused (typing->row);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *editable, Typing *typing)
{
  if (!typing->refreshing && sl_field_row_get_info (typing->row) != NULL)
    sl_typing_pause_begin (&typing->pause, paused_cb, typing);
}

static void
activated_cb (AdwEntryRow *row, Typing *typing)
{
  typing->commit (typing->row);
  /* Enter goes on to the reason where one is asked for; other ends of typing do not. */
  if (sl_field_row_get_info (typing->row)->spec->flags & SL_VERSIONED)
    gtk_widget_activate_action (typing->row, "history.ask", NULL);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, Typing *typing)
{
  typing->commit (typing->row);
}

static void
commit_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  Typing *typing = data;

  typing->commit (typing->row);
}

void
sl_field_row_entry_end (GtkWidget *row)
{
  sl_typing_pause_end (&get_typing (row)->pause);
  sl_session_end_draft (sl_field_row_get_info (row)->session);
}

gboolean
sl_field_row_entry_show (GtkWidget *row, const char *text)
{
  Typing *typing = get_typing (row);

  if (typing->pause.id != 0 || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    return FALSE;
  typing->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  typing->refreshing = FALSE;
  return TRUE;
}

GtkWidget *
sl_field_row_entry_new (SlFieldRow *info, void (*commit) (GtkWidget *row),
                        void (*pause) (GtkWidget *row))
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("commit", NULL);
  Typing *typing = g_new0 (Typing, 1);

  *typing = (Typing){ .row = row, .commit = commit, .paused = pause };
  g_object_set_data_full (G_OBJECT (row), "sl-typing", typing, typing_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->spec->nick));
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  sl_spoken_tidy (row);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), typing);
  g_signal_connect (row, "entry-activated", G_CALLBACK (activated_cb), typing);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), typing);
  gtk_widget_add_controller (row, focus);
  g_signal_connect (action, "activate", G_CALLBACK (commit_action_cb), typing);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (row, "field", G_ACTION_GROUP (group));
  return row;
}

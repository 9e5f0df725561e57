/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of an owner: a name is typed, known names are offered while typing, an unknown one
 * creates the party without asking. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-word-completion.h"
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

static GVariant *
owner_params (const SlFieldRow *info, const char *name)
{
  return g_variant_new (
      "(@axs)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &info->id, 1, sizeof (SlId)),
      name);
}

static char *
get_name (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
commit (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_auto (SlValue) value = sl_field_row_get_value (info);
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  const char *now = value.type == SL_VALUE_INT ? sl_snapshot_title (plan, value.i) : "";
  g_autofree char *name = get_name (row);

  sl_typing_pause_end (&get_typing (row)->pause);
  sl_session_end_draft (info->session);
  if (g_str_equal (name, now))
    return;
  sl_session_run (info->session, "owner.set-by-name", owner_params (info, name), NULL);
  sl_field_row_refresh (row);
}

static gboolean
typed_cb (gpointer data)
{
  Typing *typing = data;
  SlFieldRow *info = sl_field_row_get_info (typing->row);
  g_autofree char *name = get_name (typing->row);

  typing->pause.id = 0;
  sl_session_set_draft (info->session, "owner.set-by-name", owner_params (info, name));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *editable, Typing *typing)
{
  if (!typing->refreshing && sl_field_row_get_info (typing->row) != NULL)
    sl_typing_pause_begin (&typing->pause, typed_cb, typing);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, GtkWidget *row)
{
  commit (row);
}

static void
commit_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  commit (data);
}

static void
refresh_party (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_auto (SlValue) value = sl_field_row_get_value (info);
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  const char *name = value.type == SL_VALUE_INT ? sl_snapshot_title (plan, value.i) : "";
  Typing *typing = get_typing (row);

  if (typing->pause.id != 0 || g_str_equal (name, gtk_editable_get_text (GTK_EDITABLE (row))))
    return;
  typing->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  typing->refreshing = FALSE;
}

GtkWidget *
sl_field_row_party_new (SlFieldRow *info)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("commit", NULL);
  Typing *typing = g_new0 (Typing, 1);

  typing->row = row;
  g_object_set_data_full (G_OBJECT (row), "sl-typing", typing, typing_free);
  info->refresh = refresh_party;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->spec->nick));
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  sl_spoken_tidy (row);
  sl_word_completion_attach (GTK_EDITABLE (row), info->session, info->spec);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), typing);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (commit), row);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), row);
  gtk_widget_add_controller (row, focus);
  g_signal_connect (action, "activate", G_CALLBACK (commit_action_cb), row);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (row, "field", G_ACTION_GROUP (group));
  return row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of a yes-or-no field. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"

static void
active_changed_cb (GtkSwitch *toggle, GParamSpec *pspec, GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_auto (SlValue) old = SL_VALUE_INIT;
  g_auto (SlValue) value = sl_value_int (gtk_switch_get_active (toggle));

  if (info == NULL)
    return;
  old = sl_field_row_get_value (info);
  if (!sl_value_equal (&old, &value))
    sl_field_row_set_value (info, &value);
}

static void
refresh_switch (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  GtkWidget *toggle = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_auto (SlValue) value = sl_field_row_get_value (info);

  /* Where records differ it is off, which nobody chose. */
  g_signal_handlers_block_matched (toggle, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, row);
  gtk_switch_set_active (GTK_SWITCH (toggle), value.type == SL_VALUE_INT && value.i != 0);
  g_signal_handlers_unblock_matched (toggle, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, row);
}

GtkWidget *
sl_field_row_switch_new (SlFieldRow *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);

  info->refresh = refresh_switch;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->spec->nick));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (active_changed_cb), row, 0);
  return row;
}

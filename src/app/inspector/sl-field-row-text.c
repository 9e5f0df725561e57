/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are typed: text, numbers, dates, money, effort, percent. Text commits while it is typed
 * (in a pause, or every second); the others when Enter is pressed or the focus leaves, because half
 * a date is not a date. Till then they are kept as a draft, so that a crash does not lose them. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"

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
  g_auto (SlValue) old = sl_field_row_get_value (info);
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  sl_field_row_entry_end (row);
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
    sl_field_row_set_value (info, &value);
  if (info->spec->type != SL_TEXT)
    sl_field_row_refresh (row);
}

static void
keep_draft (SlFieldRow *info, const char *text)
{
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (sl_field_read (sl_session_get_snapshot (info->session), info->id, info->spec, text, &value,
                     NULL))
    sl_field_row_draft_value (info, &value);
}

static void
keep (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);

  /* What several records get is one step. */
  if (info->spec->type == SL_TEXT && info->ids == NULL)
    commit (row);
  else
    keep_draft (info, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
refresh_text (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_auto (SlValue) value = sl_field_row_get_value (info);
  g_autofree char *text
      = sl_field_display (sl_session_get_snapshot (info->session), info->spec, &value);

  if (sl_field_row_entry_show (row, text))
    show_problem (row, NULL);
}

GtkWidget *
sl_field_row_text_new (SlFieldRow *info)
{
  GtkWidget *row = sl_field_row_entry_new (info, commit, keep);

  info->refresh = refresh_text;
  return row;
}

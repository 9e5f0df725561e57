/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of an owner: a name is typed, known names are offered while typing, an unknown one
 * creates the party without asking. */

#include "config.h"

#include "inspector/sl-field-row.h"
#include "widgets/sl-word-completion.h"

static GVariant *
owner_params (const SlFieldRow *info, const char *name)
{
  return g_variant_new ("(@axs)", sl_field_row_get_ids (info), name);
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

  sl_field_row_entry_end (row);
  if (g_str_equal (name, now))
    return;
  sl_session_run (info->session, "owner.set-by-name", owner_params (info, name), NULL);
  sl_field_row_refresh (row);
}

static void
keep_draft (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_autofree char *name = get_name (row);

  sl_session_set_draft (info->session, "owner.set-by-name", owner_params (info, name));
}

static void
refresh_party (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  g_auto (SlValue) value = sl_field_row_get_value (info);
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  const char *name = value.type == SL_VALUE_INT ? sl_snapshot_title (plan, value.i) : "";

  sl_field_row_entry_show (row, name);
}

GtkWidget *
sl_field_row_party_new (SlFieldRow *info)
{
  GtkWidget *row = sl_field_row_entry_new (info, commit, keep_draft);

  info->refresh = refresh_party;
  sl_word_completion_attach (GTK_EDITABLE (row), info->session, info->spec);
  return row;
}

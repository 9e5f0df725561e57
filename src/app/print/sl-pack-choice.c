/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A switch for each chart of a pack. */

#include "config.h"

#include "print/sl-pack-choice.h"

#include <glib/gi18n.h>

struct _SlPackChoice
{
  GPtrArray *switches; /* of GtkSwitch, not owned, in the order of the charts */
  const SlPackPreset *preset;
  void (*changed) (gpointer data);
  gpointer data;
  gboolean setting;
};

static void
switched_cb (SlPackChoice *self)
{
  if (!self->setting)
    self->changed (self->data);
}

static void
add_row (SlPackChoice *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "focusable", FALSE, NULL);
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->switches, toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (switched_cb), self);
}

SlPackChoice *
sl_pack_choice_new (AdwPreferencesGroup *group, void (*changed) (gpointer data), gpointer data)
{
  SlPackChoice *self = g_new0 (SlPackChoice, 1);
  const char *const *order = sl_pack_order ();

  self->switches = g_ptr_array_new ();
  self->changed = changed;
  self->data = data;
  for (guint i = 0; order[i] != NULL; i++)
    add_row (self, group, _ (sl_chart_by_id (order[i])->title));
  return self;
}

void
sl_pack_choice_free (SlPackChoice *self)
{
  for (guint i = 0; i < self->switches->len; i++)
    g_signal_handlers_disconnect_by_data (self->switches->pdata[i], self);
  g_ptr_array_unref (self->switches);
  g_free (self);
}

void
sl_pack_choice_set (SlPackChoice *self, const SlPackPreset *preset)
{
  const char *const *order = sl_pack_order ();
  const guint64 parts = sl_pack_preset_parts (preset);

  if (self->preset == preset)
    return;
  self->preset = preset;
  self->setting = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    gtk_switch_set_active (self->switches->pdata[i], (parts & sl_pack_part (order[i])) != 0);
  self->setting = FALSE;
}

guint64
sl_pack_choice_get (SlPackChoice *self)
{
  const char *const *order = sl_pack_order ();
  guint64 parts = 0;

  for (guint i = 0; i < self->switches->len; i++)
    if (gtk_switch_get_active (self->switches->pdata[i]))
      parts |= sl_pack_part (order[i]);
  return parts != 0 ? parts : SL_PACK_NO_CHARTS;
}

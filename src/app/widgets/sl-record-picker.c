/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drop-down whose first entry says what to do; after a choice it says so again. */

#include "config.h"

#include "widgets/sl-record-picker.h"

#include <glib/gi18n.h>

#include "widgets/sl-spoken.h"

struct _SlRecordPicker
{
  AdwActionRow parent_instance;
  GtkDropDown *drop_down;
  SlSession *session;
  SlKindId kind;
  SlRecordFilter filter;
  gpointer data;
  GArray *ids; /* of SlId: what the entries behind the first one stand for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlRecordPicker, sl_record_picker, ADW_TYPE_ACTION_ROW)

static guint chosen_signal;

static void
fill (SlRecordPicker *self, gboolean all)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GListModel *records = sl_store_get_list (sl_session_get_store (self->session), self->kind);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Choose…"));
  g_array_set_size (self->ids, 0);
  for (guint i = 0; all && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (records, i);
      const SlId id = sl_record_get_id (record);

      if (!self->filter (plan, id, self->data))
        continue;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (list, sl_snapshot_title (plan, id));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->drop_down, 0);
  self->filling = FALSE;
}

static void
opened_cb (GtkToggleButton *button, GParamSpec *pspec, SlRecordPicker *self)
{
  if (gtk_toggle_button_get_active (button))
    fill (self, TRUE);
}

static void
selected_cb (SlRecordPicker *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);
  SlId id;

  if (self->filling || selected == 0 || selected > self->ids->len)
    return;
  id = g_array_index (self->ids, SlId, selected - 1);
  fill (self, FALSE);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
sl_record_picker_dispose (GObject *object)
{
  SlRecordPicker *self = SL_RECORD_PICKER (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_record_picker_parent_class)->dispose (object);
}

static void
sl_record_picker_class_init (SlRecordPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_record_picker_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sl_record_picker_init (SlRecordPicker *self)
{
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, g_steal_pointer (&expression)));
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  /* The drop-down says nothing of being opened; its button does. */
  g_signal_connect_object (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down)),
                           "notify::active", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sl_record_picker_new (SlSession *session, const char *title, SlKindId kind, SlRecordFilter filter,
                      gpointer data)
{
  SlRecordPicker *self = g_object_new (SL_TYPE_RECORD_PICKER, "title", title, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->filter = filter;
  self->data = data;
  sl_spoken_drop_down (self->drop_down, title);
  fill (self, FALSE);
  return GTK_WIDGET (self);
}

void
sl_record_picker_focus (SlRecordPicker *self)
{
  g_return_if_fail (SL_IS_RECORD_PICKER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
}

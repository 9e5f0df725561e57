/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are made anew when a value came, went or was reworded; else the choices follow what is
 * stored, so that the focus stays. */

#include "config.h"

#include "inspector/sl-value-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "analysis/sl-direction.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

struct _SlValueRows
{
  GtkWidget parent_instance;
  GtkBox *box;
  GPtrArray *choices; /* of GtkDropDown, not owned */
  SlSession *session;
  SlId goal;
  char *shown; /* the values, to compare */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (SlValueRows, sl_value_rows, GTK_TYPE_WIDGET)

static const SlEnumValue *
effects (void)
{
  return sl_kind (SL_KIND_VALUE_MARK)->fields[SL_VALUE_MARK_EFFECT].values;
}

static void
chosen_cb (GtkWidget *choice, GParamSpec *pspec, SlValueRows *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  if (self->refreshing)
    return;
  sl_session_run (self->session, "value.mark",
                  g_variant_new ("(xxss)", self->goal, sl_form_get_id (choice),
                                 chosen > 0 ? effects ()[chosen - 1].name : "", ""),
                  NULL);
}

static void
add_row (SlValueRows *self, GtkWidget *group, SlId value)
{
  const char *title = sl_snapshot_title (sl_session_get_snapshot (self->session), value);
  GtkWidget *row = sl_form_row (title, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (words, "–");
  for (guint i = 0; effects ()[i].name != NULL; i++)
    gtk_string_list_append (words, _ (effects ()[i].nick));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  sl_spoken_drop_down (GTK_DROP_DOWN (choice), title);
  sl_form_set_id (choice, value);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->choices, choice);
}

static void
build (SlValueRows *self, GListModel *values)
{
  GtkWidget *group;

  g_ptr_array_set_size (self->choices, 0);
  sl_form_clear (self->box);
  if (g_list_model_get_n_items (values) == 0)
    return;
  group = sl_form_add_group (self->box, _ ("Values"));
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (values, i);

      add_row (self, group, sl_record_get_id (record));
    }
}

/* (transfer full) */
static char *
sign (SlValueRows *self, GListModel *values)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (values, i);
      SlId id = sl_record_get_id (record);

      g_string_append_printf (signature, "%" G_GINT64_FORMAT "\t%s\n", id,
                              sl_snapshot_title (plan, id));
    }
  return g_string_free (signature, FALSE);
}

static void
update (SlValueRows *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GListModel *values = sl_store_get_list (sl_session_get_store (self->session), SL_KIND_CORE_VALUE);
  g_autofree char *signature = sign (self, values);

  self->refreshing = TRUE;
  if (g_strcmp0 (signature, self->shown) != 0)
    {
      build (self, values);
      g_free (self->shown);
      self->shown = g_steal_pointer (&signature);
    }
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkWidget *choice = g_ptr_array_index (self->choices, i);
      int mark = sl_value_get_mark (plan, self->goal, sl_form_get_id (choice));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint)(mark + 1));
    }
  self->refreshing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->choices->len > 0);
}

static void
sl_value_rows_dispose (GObject *object)
{
  SlValueRows *self = SL_VALUE_ROWS (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  g_clear_pointer (&box, gtk_widget_unparent);
  self->box = NULL;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_value_rows_parent_class)->dispose (object);
}

static void
sl_value_rows_class_init (SlValueRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_value_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_value_rows_init (SlValueRows *self)
{
  self->choices = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
sl_value_rows_new (SlSession *session, SlId goal)
{
  SlValueRows *self = g_object_new (SL_TYPE_VALUE_ROWS, NULL);

  self->session = g_object_ref (session);
  self->goal = goal;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

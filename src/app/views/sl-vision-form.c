/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of the Direction page. The list of values is made anew only when one of them or its
 * marks changed, so that the focus stays. */

#include "config.h"

#include "views/sl-vision-form.h"

#include <glib/gi18n.h>

#include "analysis/sl-direction.h"
#include "inspector/sl-field-row.h"
#include "inspector/sl-history.h"
#include "widgets/sl-form.h"

#define FORM_PX 720
#define MARGIN_PX 18

struct _SlVisionForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *values_box;
  GPtrArray *rows; /* of GtkWidget, not owned: fields of the project */
  SlSession *session;
  char *shown_values; /* what the list of values shows, to compare */
};

G_DEFINE_FINAL_TYPE (SlVisionForm, sl_vision_form, GTK_TYPE_WIDGET)

static void
value_activated_cb (GtkWidget *row, SlVisionForm *self)
{
  sl_session_select (self->session, sl_form_get_id (row));
}

/* A counted chip that leads to the value, where the goals stand. */
static void
add_chip (GtkWidget *row, const char *text, const char *icon, SlVisionForm *self)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content
      = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", icon, "label", text, NULL);

  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "flat");
  sl_form_set_id (chip, sl_form_get_id (row));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (value_activated_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
}

static GtkWidget *
make_value_row (SlVisionForm *self, SlId value)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  guint serve = sl_value_count_marks (plan, value, SL_VALUE_EFFECT_SERVES);
  guint strain = sl_value_count_marks (plan, value, SL_VALUE_EFFECT_STRAINS);
  GtkWidget *row = sl_form_row (sl_snapshot_title (plan, value), NULL);
  g_autofree char *served
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u serves", "%u serve", serve), serve);
  g_autofree char *strained
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u strains", "%u strain", strain), strain);

  sl_form_set_id (row, value);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (value_activated_cb), self, 0);
  if (serve > 0)
    add_chip (row, served, "emblem-ok-symbolic", self);
  if (strain > 0)
    add_chip (row, strained, "dialog-warning-symbolic", self);
  return row;
}

/* What the list of values shows, to compare. (transfer full) */
static char *
sign_values (SlVisionForm *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GListModel *values = sl_store_get_list (sl_session_get_store (self->session), SL_KIND_CORE_VALUE);
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (values, i);
      SlId id = sl_record_get_id (record);

      g_string_append_printf (signature, "%" G_GINT64_FORMAT "\t%s\t%u\t%u\n", id,
                              sl_snapshot_title (plan, id),
                              sl_value_count_marks (plan, id, SL_VALUE_EFFECT_SERVES),
                              sl_value_count_marks (plan, id, SL_VALUE_EFFECT_STRAINS));
    }
  return g_string_free (signature, FALSE);
}

static void
fill_values (SlVisionForm *self)
{
  GListModel *values = sl_store_get_list (sl_session_get_store (self->session), SL_KIND_CORE_VALUE);
  g_autofree char *signature = sign_values (self);
  GtkWidget *group;

  if (g_strcmp0 (self->shown_values, signature) == 0)
    return;
  g_free (self->shown_values);
  self->shown_values = g_steal_pointer (&signature);
  sl_form_clear (self->values_box);
  group = sl_form_add_group (self->values_box, _ ("Values"));
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (values, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_value_row (self, sl_record_get_id (record)));
    }
  if (g_list_model_get_n_items (values) == 0)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        sl_form_row (_ ("No value is written down yet"),
                     _ ("What do we never trade away? Write it on the tab of values")));
}

static void
changed_cb (SlVisionForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (g_ptr_array_index (self->rows, i));
  fill_values (self);
}

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);
  return found;
}

/* The vision comes first. */
static gboolean
sl_vision_form_grab_focus (GtkWidget *widget)
{
  GtkWidget *text = find_text_view (g_ptr_array_index (SL_VISION_FORM (widget)->rows, 0));

  return text != NULL && gtk_widget_grab_focus (text);
}

static void
sl_vision_form_dispose (GObject *object)
{
  SlVisionForm *self = SL_VISION_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown_values, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_vision_form_parent_class)->dispose (object);
}

static void
sl_vision_form_class_init (SlVisionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_vision_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_vision_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_vision_form_init (SlVisionForm *self)
{
  self->rows = g_ptr_array_new ();
}

static void
build (SlVisionForm *self)
{
  static const guint fields[] = { SL_PROJECT_VISION, SL_PROJECT_MISSION };
  SlId project = sl_snapshot_project_id (sl_session_get_snapshot (self->session));
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 18, "margin-top", MARGIN_PX, "margin-bottom", MARGIN_PX,
                                 "margin-start", MARGIN_PX, "margin-end", MARGIN_PX, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", FORM_PX, "child", box, NULL);
  GtkWidget *group = sl_form_add_group (GTK_BOX (box), _ ("Where We Want to Be"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sl_form_add_field (group, self->rows, self->session, project, fields[i]);
  gtk_box_append (GTK_BOX (box), sl_history_new (self->session, project, NULL));
  self->values_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->values_box));
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", clamp, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
sl_vision_form_new (SlSession *session)
{
  SlVisionForm *self = g_object_new (SL_TYPE_VISION_FORM, NULL);

  self->session = g_object_ref (session);
  build (self);
  fill_values (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

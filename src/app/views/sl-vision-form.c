/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of the Direction page. The list of goals against a value is made anew only when one of
 * them came, went or changed, so that the focus stays. */

#include "config.h"

#include "views/sl-vision-form.h"

#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"

#define FORM_PX 720
#define MARGIN_PX 18

struct _SlVisionForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *against_box;
  GPtrArray *rows; /* of GtkWidget, not owned: fields of the project */
  SlSession *session;
  char *against; /* what the list shows, to compare */
};

G_DEFINE_FINAL_TYPE (SlVisionForm, sl_vision_form, GTK_TYPE_WIDGET)

static void
goal_activated_cb (GtkWidget *row, SlVisionForm *self)
{
  sl_session_show (self->session, sl_form_get_id (row));
}

/* Goals in reading order that name a value they work against. Returns: (transfer full)
 * (element-type SlId) */
static GArray *
find_against (SlSession *session, GString *signature)
{
  GListModel *goals = sl_store_get_list (sl_session_get_store (session), SL_KIND_GOAL);
  const SlTable *table = sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_GOAL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (goals, i);
      SlId id = sl_record_get_id (record);
      const char *value = NULL;
      guint row = 0;

      if (sl_table_find (table, id, &row))
        value = sl_table_text (table, row, SL_GOAL_AGAINST_VALUE);
      if (value == NULL || value[0] == '\0')
        continue;
      g_array_append_val (found, id);
      g_string_append_printf (signature, "%" G_GINT64_FORMAT "\t%s\t%s\n", id,
                              sl_table_text (table, row, SL_GOAL_TITLE), value);
    }
  return found;
}

static void
fill_against (SlVisionForm *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL);
  g_autoptr (GString) signature = g_string_new (NULL);
  g_autoptr (GArray) goals = find_against (self->session, signature);
  GtkWidget *group;

  if (g_strcmp0 (self->against, signature->str) == 0)
    return;
  g_free (self->against);
  self->against = g_strdup (signature->str);
  sl_form_clear (self->against_box);
  group = sl_form_add_group (self->against_box, _ ("Goals Against a Value"));
  for (guint i = 0; i < goals->len; i++)
    {
      SlId id = g_array_index (goals, SlId, i);
      guint row = 0;
      GtkWidget *link;

      if (!sl_table_find (table, id, &row))
        continue;
      link = sl_form_link_row (sl_snapshot_title (plan, id),
                               sl_table_text (table, row, SL_GOAL_AGAINST_VALUE),
                               G_CALLBACK (goal_activated_cb), self);
      sl_form_set_id (link, id);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), link);
    }
  if (goals->len == 0)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        sl_form_row (_ ("No goal is marked against a value"),
                     _ ("Mark one in its field “Against a value”, and a finding asks about it")));
}

static void
changed_cb (SlVisionForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (g_ptr_array_index (self->rows, i));
  fill_against (self);
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
  g_clear_pointer (&self->against, g_free);
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
  static const guint fields[] = { SL_PROJECT_VISION, SL_PROJECT_MISSION, SL_PROJECT_VALUES };
  SlId project = sl_snapshot_project_id (sl_session_get_snapshot (self->session));
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 18, "margin-top", MARGIN_PX, "margin-bottom", MARGIN_PX,
                                 "margin-start", MARGIN_PX, "margin-end", MARGIN_PX, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", FORM_PX, "child", box, NULL);
  GtkWidget *group = sl_form_add_group (GTK_BOX (box), _ ("Where We Want to Be"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sl_form_add_field (group, self->rows, self->session, project, fields[i]);
  self->against_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->against_box));
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
  fill_against (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

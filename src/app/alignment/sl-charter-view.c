/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses the alliance; most projects have one. */

#include "config.h"

#include "alignment/sl-charter-view.h"

#include <glib/gi18n.h>

#include "alignment/sl-charter-form.h"
#include "sl-flow.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-room-view.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"

struct _SlCharterView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkWidget *empty;
  GtkDropDown *choice;
  GtkBox *form_box;
  SlChartFrame *frame;
  SlCharterForm *form;
  SlClock *clock; /* of the alliance that is shown */
  SlSession *session;
  GArray *ids; /* of SlId: entries of the choice */
  SlId shown;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlCharterView, sl_charter_view, GTK_TYPE_WIDGET)

/* Shows @alliance, else the first one. */
static void
show (SlCharterView *self, SlId alliance)
{
  guint selected = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, SlId, i) == alliance)
      selected = i;
  self->shown = self->ids->len > 0 ? g_array_index (self->ids, SlId, selected) : SL_ID_NONE;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
  sl_charter_form_show (self->form, self->shown);
  sl_clock_set_record (self->clock, self->shown);
}

static void
fill (SlCharterView *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_ALLIANCE, SL_ID_NONE, &n);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *title = sl_snapshot_title (plan, ids[i]);

      g_array_append_val (self->ids, ids[i]);
      gtk_string_list_append (list, *title != '\0' ? title : _ ("Alliance without a name"));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), n > 1);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "charter" : "none");
  show (self, self->shown);
}

static void
chosen_cb (SlCharterView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choice);

  if (!self->filling && selected < self->ids->len)
    show (self, g_array_index (self->ids, SlId, selected));
}

static void
changed_cb (SlCharterView *self, SlChangeSet *changes)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    if (sl_change_set_get (changes, i)->kind == SL_KIND_ALLIANCE)
      {
        fill (self);
        return;
      }
}

static void
add_cb (SlCharterView *self)
{
  GVariantBuilder fields;
  SlId alliance = SL_ID_NONE;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (_ ("New alliance")));
  if (sl_session_run (self->session, "record.add",
                      g_variant_new ("(sxxa{sv})", "alliance", (gint64)SL_ID_NONE,
                                     G_GINT64_CONSTANT (-1), &fields),
                      &alliance))
    {
      show (self, alliance);
      sl_charter_form_focus (self->form);
    }
}

static void
delete_cb (SlCharterView *self)
{
  if (self->shown != SL_ID_NONE)
    sl_session_delete (self->session, &self->shown, 1, SL_ID_NONE);
}

void
sl_charter_view_show (SlCharterView *self, SlId alliance)
{
  g_return_if_fail (SL_IS_CHARTER_VIEW (self));

  show (self, alliance);
  sl_charter_view_focus (self);
}

void
sl_charter_view_focus (SlCharterView *self)
{
  g_return_if_fail (SL_IS_CHARTER_VIEW (self));

  if (self->shown != SL_ID_NONE)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  else
    sl_empty_state_focus (self->empty);
}

static void
sl_charter_view_dispose (GObject *object)
{
  SlCharterView *self = SL_CHARTER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_charter_view_parent_class)->dispose (object);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  add_cb (SL_CHARTER_VIEW (widget));
}

static void
sl_charter_view_class_init (SlCharterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_CHART_FRAME);
  G_OBJECT_CLASS (klass)->dispose = sl_charter_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-charter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCharterView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlCharterView, choice);
  gtk_widget_class_bind_template_child (widget_class, SlCharterView, form_box);
  gtk_widget_class_bind_template_child (widget_class, SlCharterView, frame);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
sl_charter_view_init (SlCharterView *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_drop_down (self->choice, _ ("Alliance"));
  self->empty = sl_empty_state_new (SL_KIND_ALLIANCE, "page.add");
  gtk_stack_add_named (self->stack, self->empty, "none");
  sl_unseen_attach (self->stack);
  sl_spoken_tidy (GTK_WIDGET (self));
}

GtkWidget *
sl_charter_view_new (SlSession *session)
{
  SlCharterView *self = g_object_new (SL_TYPE_CHARTER_VIEW, NULL);
  GtkWidget *form = sl_charter_form_new (session);
  SlChartView *chart;

  self->session = g_object_ref (session);
  self->form = SL_CHARTER_FORM (form);
  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (self->form_box, form);
  self->clock = SL_CLOCK (sl_clock_new (session));
  gtk_widget_set_focusable (GTK_WIDGET (self->clock), TRUE);
  gtk_widget_insert_after (GTK_WIDGET (self->clock),
                           gtk_widget_get_parent (GTK_WIDGET (self->choice)),
                           GTK_WIDGET (self->choice));
  chart = sl_room_view_new (session, &sl_chart_charter, SL_FLOW_WIDTH);
  sl_chart_frame_set_view (self->frame, chart);
  sl_record_menu_attach_lone_chart (session, GTK_WIDGET (self), chart);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

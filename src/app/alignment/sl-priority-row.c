/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the list of priorities. It shows what it is told and says what somebody did; the list
 * runs the commands. */

#include "config.h"

#include "alignment/sl-priority-row.h"

#include <glib/gi18n.h>
#include <math.h>

/* A click gives or takes so many points. */
#define STEP 5.0

struct _SlPriorityRow
{
  GtkListBoxRow parent_instance;
  GtkLabel *place;
  GtkLabel *title;
  GtkSpinButton *points;
  SlId goal;
  guint order;
  gboolean telling; /* the points are set, not edited */
};

enum
{
  EDITED,
  DROPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlPriorityRow, sl_priority_row, GTK_TYPE_LIST_BOX_ROW)

static void
value_changed_cb (SlPriorityRow *self)
{
  if (!self->telling)
    g_signal_emit (self, signals[EDITED], 0, gtk_spin_button_get_value (self->points));
}

/* --- Dragging --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, SlPriorityRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->goal);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SlPriorityRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
clear_marks (SlPriorityRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "sl-drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "sl-drop-after");
}

static gboolean
is_behind (SlPriorityRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, SlPriorityRow *self)
{
  clear_marks (self);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            is_behind (self, y) ? "sl-drop-after" : "sl-drop-before");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SlPriorityRow *self)
{
  clear_marks (self);
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value), is_behind (self, y));
  return TRUE;
}

static void
add_drag (SlPriorityRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (clear_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- Life --- */

/* A click on the place asks why it is so, as the key does. */
static void
place_clicked_cb (SlPriorityRow *self)
{
  sl_priority_row_focus (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "field.why", NULL);
}

/* The wheel scrolls the list; it does not hand out points under way. */
static void
ignore_wheel (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
commit_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_priority_row_commit (SL_PRIORITY_ROW (widget));
}

static void
sl_priority_row_class_init (SlPriorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-priority-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPriorityRow, place);
  gtk_widget_class_bind_template_child (widget_class, SlPriorityRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlPriorityRow, points);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_install_action (widget_class, "field.commit", NULL, commit_action);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
sl_priority_row_init (SlPriorityRow *self)
{
  GtkGesture *click;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->points, 0.0, 100.0);
  gtk_spin_button_set_increments (self->points, STEP, 2 * STEP);
  /* The field inside has the focus, so it is what a screen reader is told of. */
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->points)), "accessible-role",
                GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  /* Undo is that of the project, where each change of points is a step. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->points), FALSE);
  ignore_wheel (GTK_WIDGET (self->points));
  add_drag (self);
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (place_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->place), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sl_priority_row_new (SlId goal)
{
  SlPriorityRow *self = g_object_new (SL_TYPE_PRIORITY_ROW, NULL);

  self->goal = goal;
  return GTK_WIDGET (self);
}

SlId
sl_priority_row_get_goal (SlPriorityRow *self)
{
  return self->goal;
}

void
sl_priority_row_set_title (SlPriorityRow *self, const char *title)
{
  /* Translators: the field for the points that a party gives to a goal */
  g_autofree char *name = g_strdup_printf (_ ("Points for “%s”"), title);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->points), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->points))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
say_place (SlPriorityRow *self, guint place)
{
  /* Translators: rank of a goal among others */
  g_autofree char *text
      = place > 0 ? g_strdup_printf (_ ("Place %u"), place) : g_strdup (_ ("Not ranked yet"));

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->points))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Whether something stands in the field that is not a value yet. */
static gboolean
is_typed (SlPriorityRow *self)
{
  g_autofree char *text = g_strdup_printf ("%.*f", (int)gtk_spin_button_get_digits (self->points),
                                           gtk_spin_button_get_value (self->points));

  return !g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->points)));
}

void
sl_priority_row_set_points (SlPriorityRow *self, double points, guint place)
{
  g_autofree char *text = place > 0 ? g_strdup_printf ("%u", place) : g_strdup ("–");

  if (!is_typed (self))
    {
      self->telling = TRUE;
      gtk_spin_button_set_digits (self->points, points == round (points) ? 0 : 1);
      gtk_spin_button_set_value (self->points, points);
      self->telling = FALSE;
    }
  gtk_label_set_text (self->place, text);
  say_place (self, place);
}

void
sl_priority_row_set_order (SlPriorityRow *self, guint order)
{
  self->order = order;
}

guint
sl_priority_row_get_order (SlPriorityRow *self)
{
  return self->order;
}

void
sl_priority_row_commit (SlPriorityRow *self)
{
  gtk_spin_button_update (self->points);
}

void
sl_priority_row_focus (SlPriorityRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->points));
}

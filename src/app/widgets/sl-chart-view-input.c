/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keys of the chart view: select, open, menu, pan, zoom, and drags that a subclass
 * takes. */

#include "config.h"

#include <math.h>

#include "widgets/sl-chart-view-private.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-context-menu.h"

/* From a clock to the card or cell that it stands on. */
static void
leave_clock (SlChartView *self, const SlMark *clock)
{
  SlHit hit = clock->hit;

  hit.part = hit.a != SL_ID_NONE ? SL_PART_CELL : SL_PART_WHOLE;
  sl_chart_view_go_to (self, &hit);
}

static const SlMark *
mark_at (SlChartView *self, double wx, double wy)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double x;
  double y;

  if (priv->scene == NULL)
    return NULL;
  sl_chart_view_to_scene (self, wx, wy, &x, &y);
  return sl_scene_hit (priv->scene, x, y);
}

static void
select_mark (SlChartView *self, const SlMark *mark)
{
  const SlMark *target = sl_chart_view_find_hit (self, &mark->hit);

  if (target == NULL)
    {
      /* A handle of a bar: its whole is what can be current. */
      sl_chart_view_show_record (self, mark->hit.id);
      sl_session_select (sl_chart_view_get_session (self), mark->hit.id);
      return;
    }
  sl_chart_view_set_current (self, target, TRUE);
}

/* Asks no more then: the focus goes to the card or cell that the clock stood on. */
static void
press_clock (SlChartView *self, const SlMark *mark)
{
  SlId id = mark->hit.id;

  leave_clock (self, mark);
  sl_clock_renew (sl_chart_view_get_session (self), &id, 1);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double wx, double wy, SlChartView *self)
{
  const SlMark *mark = mark_at (self, wx, wy);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (mark == NULL)
    {
      if (button == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (self, "menu-requested", NULL, wx, wy);
      return;
    }
  if (mark->hit.part == SL_PART_CLOCK && button == GDK_BUTTON_PRIMARY)
    {
      press_clock (self, mark);
      return;
    }
  select_mark (self, mark);
  if (button == GDK_BUTTON_SECONDARY)
    {
      SlHit hit = mark->hit;

      g_signal_emit_by_name (self, "menu-requested", &hit, wx, wy);
    }
  else if (button == GDK_BUTTON_PRIMARY && (n_press == 2 || mark->hit.part == SL_PART_TOGGLE))
    {
      SlHit hit = mark->hit;

      g_signal_emit_by_name (self, "mark-activated", &hit);
    }
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double wx, double wy, SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);
  const SlMark *mark = mark_at (self, wx, wy);

  priv->press_x = wx;
  priv->press_y = wy;
  sl_chart_view_to_scene (self, wx, wy, &priv->pointer_x, &priv->pointer_y);
  priv->dragging = mark != NULL && klass->drag_begin != NULL
                   && klass->drag_begin (self, mark, priv->pointer_x, priv->pointer_y);
  priv->panning = !priv->dragging;
  priv->pan_x = gtk_adjustment_get_value (priv->hadjustment);
  priv->pan_y = gtk_adjustment_get_value (priv->vadjustment);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double x;
  double y;

  if (priv->panning)
    {
      gtk_adjustment_set_value (priv->hadjustment, priv->pan_x - dx);
      gtk_adjustment_set_value (priv->vadjustment, priv->pan_y - dy);
      return;
    }
  if (!priv->dragging)
    return;
  sl_chart_view_to_scene (self, priv->press_x + dx, priv->press_y + dy, &x, &y);
  SL_CHART_VIEW_GET_CLASS (self)->drag_update (self, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
finish_drag (SlChartView *self, double dx, double dy, gboolean cancelled)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double x;
  double y;

  priv->panning = FALSE;
  if (!priv->dragging)
    return;
  priv->dragging = FALSE;
  sl_chart_view_to_scene (self, priv->press_x + dx, priv->press_y + dy, &x, &y);
  SL_CHART_VIEW_GET_CLASS (self)->drag_end (self, x, y,
                                            cancelled || (fabs (dx) < 4 && fabs (dy) < 4));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, SlChartView *self)
{
  finish_drag (self, dx, dy, FALSE);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, SlChartView *self)
{
  finish_drag (self, 0, 0, TRUE);
}

static gboolean
handle_zoom_key (SlChartView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      sl_chart_view_zoom_in (self);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      sl_chart_view_zoom_out (self);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      sl_chart_view_zoom_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_move_key (SlChartView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return sl_chart_view_move_current (self, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return sl_chart_view_move_current (self, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return sl_chart_view_move_current (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return sl_chart_view_move_current (self, 0, 1);
    default:
      return FALSE;
    }
}

static gboolean
handle_open_key (SlChartView *self, const SlMark *mark, guint keyval, GdkModifierType state)
{
  SlHit hit = mark->hit;
  graphene_rect_t area;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      g_signal_emit_by_name (self, "mark-activated", &hit);
      return TRUE;
    }
  if (sl_context_menu_is_key (keyval, state))
    {
      sl_chart_view_mark_area (self, mark, &area);
      g_signal_emit_by_name (self, "menu-requested", &hit, area.origin.x + area.size.width / 2.0,
                             area.origin.y + area.size.height / 2.0);
      return TRUE;
    }
  return FALSE;
}

/* Y on a card, a cell or another mark: what it stands for is still true. */
static gboolean
handle_renew_key (SlChartView *self, const SlMark *mark)
{
  const SlHit *hit = &mark->hit;

  return hit->id != SL_ID_NONE && sl_clock_renew (sl_chart_view_get_session (self), &hit->id, 1);
}

/* Tab goes from what asks to its clock, where Enter says that it is still true; back, or on to
 * other marks, as from what it stands on. Returns: whether the key is done with */
static gboolean
handle_clock_key (SlChartView *self, const SlMark *mark, guint keyval, GdkModifierType modifiers)
{
  SlHit hit = mark->hit;

  if (hit.part != SL_PART_CLOCK)
    {
      hit.part = SL_PART_CLOCK;
      return modifiers == 0 && keyval == GDK_KEY_Tab && sl_chart_view_go_to (self, &hit);
    }
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      press_clock (self, mark);
      return TRUE;
    case GDK_KEY_Escape:
    case GDK_KEY_ISO_Left_Tab:
      leave_clock (self, mark);
      return TRUE;
    case GDK_KEY_Tab:
      if ((modifiers & GDK_SHIFT_MASK) != 0)
        leave_clock (self, mark);
      return (modifiers & GDK_SHIFT_MASK) != 0;
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      return FALSE;
    default:
      leave_clock (self, mark);
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const SlMark *mark = sl_chart_view_get_current (self);

  if (keyval == GDK_KEY_Escape && priv->dragging)
    {
      finish_drag (self, 0, 0, TRUE);
      return TRUE;
    }
  if (mark != NULL && handle_clock_key (self, mark, keyval, modifiers))
    return TRUE;
  mark = sl_chart_view_get_current (self);
  if (klass->key_pressed != NULL && klass->key_pressed (self, mark, keyval, modifiers))
    return TRUE;
  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK && handle_zoom_key (self, keyval))
    return TRUE;
  if (modifiers == 0 && handle_move_key (self, keyval))
    return TRUE;
  if (mark != NULL && modifiers == 0 && keyval == GDK_KEY_y)
    return handle_renew_key (self, mark);
  return mark != NULL && handle_open_key (self, mark, keyval, modifiers);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  sl_chart_view_set_zoom_at (self, sl_chart_view_get_zoom (self) * pow (1.15, -dy), priv->pointer_x,
                             priv->pointer_y);
  return GDK_EVENT_STOP;
}

/* Only the light moves: neither scene nor tiles change. */
static void
set_hover (SlChartView *self, const SlMark *mark)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlHit hit = mark != NULL ? mark->hit : (SlHit){ .kind = SL_N_KINDS };

  if (hit.kind == priv->hover.kind && (mark == NULL || sl_hit_equal (&hit, &priv->hover)))
    return;
  priv->hover = hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  priv->pointer_x = x;
  priv->pointer_y = y;
  if (!priv->dragging && !priv->panning)
    set_hover (self, mark_at (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller, SlChartView *self)
{
  set_hover (self, NULL);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, SlChartView *self)
{
  sl_chart_view_get_private (self)->zoom_start = sl_chart_view_get_zoom (self);
}

static void
pinch_cb (GtkGestureZoom *gesture, double factor, SlChartView *self)
{
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  sl_chart_view_set_zoom_at (self, sl_chart_view_get_private (self)->zoom_start * factor, x, y);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  gpointer data)
{
  SlChartView *self = SL_CHART_VIEW (widget);
  const SlMark *mark = keyboard ? sl_chart_view_get_current (self) : mark_at (self, x, y);
  graphene_rect_t area;

  if (mark == NULL || mark->label == NULL)
    return FALSE;
  sl_chart_view_mark_area (self, mark, &area);
  gtk_tooltip_set_text (tooltip, mark->label);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int)area.origin.x, (int)area.origin.y,
                                             (int)area.size.width + 1, (int)area.size.height + 1 });
  return TRUE;
}

static void
add_gestures (SlChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

void
sl_chart_view_add_controllers (SlChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  add_gestures (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

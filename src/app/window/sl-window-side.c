/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the page: the inspector, or in its place the card that explains the page. So
 * the card covers nothing, and is never in the way of anything else. */

#include "config.h"

#include "window/sl-window-private.h"

#include "widgets/sl-unseen.h"
#include "window/sl-page-room.h"

/* A page that had less than this beside the inspector has the window to itself. */
#define SIDEBAR_PX 176
#define PAGE_PX 720
#define INSPECTOR_PX 300

enum
{
  PROP_INSPECTOR_VISIBLE = 1,
  PROP_LEARN_VISIBLE,
};

gboolean
sl_window_page_has_records (SlWindow *self)
{
  const SlPage *page = self->session != NULL ? sl_page_by_id (sl_window_get_page (self)) : NULL;

  return page != NULL && page->records;
}

static gboolean
is_revealed (SlWindow *self)
{
  return self->flap != NULL && adw_flap_get_reveal_flap (self->flap);
}

static void
notify_side (SlWindow *self)
{
  g_object_notify (G_OBJECT (self), "inspector-visible");
  g_object_notify (G_OBJECT (self), "learn-visible");
}

/* Where there is nothing to select the inspector makes room; where it would cover the page it comes
 * only when it is asked for. The card comes wherever it has room. */
void
sl_window_update_side (SlWindow *self)
{
  gboolean wanted = self->learning || (self->inspector_wanted && sl_window_page_has_records (self));

  gtk_stack_set_visible_child (self->side, self->learning ? GTK_WIDGET (self->learn_card)
                                                          : GTK_WIDGET (self->inspector_box));
  adw_flap_set_reveal_flap (self->flap, wanted && !adw_flap_get_folded (self->flap));
  if (self->session != NULL)
    sl_learn_card_set_page (self->learn_card, sl_page_by_id (sl_window_get_page (self)),
                            sl_window_get_page_widget (self));
  notify_side (self);
}

/* --- Coming and going --- */

/* Asked for by hand: it comes even where it covers the page. */
static void
open_card (SlWindow *self)
{
  g_set_weak_pointer (&self->focus_learning, gtk_window_get_focus (GTK_WINDOW (self)));
  self->learning = TRUE;
  sl_window_update_side (self);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->learn_card));
}

/* The focus goes back to where it was, if it was in the card. */
static void
close_card (SlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->learn_card));

  self->learning = FALSE;
  sl_window_update_side (self);
  if (inside
      && (self->focus_learning == NULL || !gtk_widget_get_mapped (self->focus_learning)
          || !gtk_widget_grab_focus (self->focus_learning)))
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
  g_clear_weak_pointer (&self->focus_learning);
}

static void
close_learn_action (GtkWidget *widget, const char *name, GVariant *param)
{
  if (SL_WINDOW (widget)->learning)
    close_card (SL_WINDOW (widget));
}

static void
set_learn_visible (SlWindow *self, gboolean visible)
{
  if (self->session == NULL)
    return;
  if (visible)
    open_card (self);
  else
    close_card (self);
}

static void
set_inspector_visible (SlWindow *self, gboolean visible)
{
  if (self->learning)
    close_card (self);
  adw_flap_set_reveal_flap (self->flap, visible);
}

/* A card that stands beside the page stays there; what is selected shows when it is closed. */
static void
show_inspector_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (!self->learning || !is_revealed (self) || adw_flap_get_folded (self->flap))
    set_inspector_visible (self, TRUE);
}

/* --- The window's part --- */

static void
sl_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlWindow *self = SL_WINDOW (object);

  if (id == PROP_INSPECTOR_VISIBLE)
    g_value_set_boolean (value, is_revealed (self) && !self->learning);
  else if (id == PROP_LEARN_VISIBLE)
    g_value_set_boolean (value, is_revealed (self) && self->learning);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INSPECTOR_VISIBLE)
    set_inspector_visible (SL_WINDOW (object), g_value_get_boolean (value));
  else if (id == PROP_LEARN_VISIBLE)
    set_learn_visible (SL_WINDOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
update_side_cb (gpointer data)
{
  if (SL_WINDOW (data)->session != NULL)
    sl_window_update_side (data);
  return G_SOURCE_REMOVE;
}

/* This is told in the middle of an allocation, which may not start another. */
static void
folded_changed_cb (SlWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_side_cb, g_object_ref (self), g_object_unref);
}

static void
reveal_flap_changed_cb (SlWindow *self)
{
  if (!self->learning && sl_window_page_has_records (self) && !adw_flap_get_folded (self->flap))
    self->inspector_wanted = adw_flap_get_reveal_flap (self->flap);
  notify_side (self);
}

void
sl_window_set_up_side (SlWindow *self)
{
  sl_unseen_attach (self->side);
  sl_page_room_attach (self->flap, SIDEBAR_PX, PAGE_PX, INSPECTOR_PX);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
sl_window_install_side (SlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sl_window_get_property;
  object_class->set_property = sl_window_set_property;
  g_object_class_install_property (
      object_class, PROP_INSPECTOR_VISIBLE,
      g_param_spec_boolean ("inspector-visible", NULL, NULL, TRUE, flags));
  g_object_class_install_property (
      object_class, PROP_LEARN_VISIBLE,
      g_param_spec_boolean ("learn-visible", NULL, NULL, FALSE, flags));
  gtk_widget_class_install_action (widget_class, "win.show-inspector", NULL, show_inspector_action);
  gtk_widget_class_install_action (widget_class, "win.close-learn", NULL, close_learn_action);
  gtk_widget_class_install_property_action (widget_class, "win.inspector", "inspector-visible");
  gtk_widget_class_install_property_action (widget_class, "win.learn", "learn-visible");
}
